"""The story on A4: the same headings, sentences, tables and bars, with a list of contents for the reader's side bar.

Needs fpdf2 and HarfBuzz (the `print` extra). Letters are the board's typeface; what it lacks is taken from Noto Sans.
"""

from collections.abc import Iterator

from fpdf import FPDF, FontFace
from fpdf.enums import TableBordersLayout, XPos, YPos

from caffael.export.drawing import WIDTH, drawn
from caffael.presentation.blocks import Bars, Block, Cell, Group, Listing, Table, Text
from caffael.presentation.debrief.document import Document
from caffael.printing.letters import FAMILY, Letters, add_spares, needs_shaping, nfc
from caffael.words.colours import parse

SIDE = 15.0
FULL = 210.0 - 2 * SIDE
INK, SOFT, PALE, LINE = (29, 43, 54), (76, 86, 96), (243, 234, 216), (201, 191, 168)
SIZES = {1: 20.0, 2: 15.0, 3: 12.0, 4: 10.5}
BODY, SMALL, TIGHT = 9.5, 8.5, 7.5
MANY = 7
"""From so many columns on a table is set tighter."""
LEADING = 0.47
"""Millimetres of a line for each point of its letters."""
SCALE = 130.0 / WIDTH
"""Millimetres of a unit of a picture."""
ACROSS = 1.2
"""Millimetres of air on either side of a cell."""
NAMED, PLAIN = FontFace(emphasis="BOLD", fill_color=255), FontFace(fill_color=255)
"""The first cell of a row, and the others."""


class Sheets(FPDF):
    """A4 sheets that number themselves."""

    def __init__(self, document: Document) -> None:
        super().__init__(unit="mm", format="A4")
        self.set_margin(SIDE)
        self.set_auto_page_break(True, 18)
        self.set_title(document.title)
        self.set_lang(document.code)
        self.set_creator("Caffael")
        Letters(self)  # it brings the typeface
        self.set_font(FAMILY, "", BODY)
        said = document.title + document.line + "".join(name + value for name, value in document.facts) + "".join(texts(document.sections))
        add_spares(self, said, [])
        if needs_shaping(said):
            self.set_text_shaping(True)

    def footer(self) -> None:
        """The number of the page."""
        self.set_y(-13)
        self.set_font(FAMILY, "", SMALL)
        self.set_text_color(*SOFT)
        self.cell(0, 5, str(self.page_no()), align="R")


def pdf_of(document: Document) -> bytes:
    """The PDF as the content of a file."""
    sheets = Sheets(document)
    sheets.add_page()
    say(sheets, document.title, SIZES[1], bold=True)
    say(sheets, document.line, BODY, SOFT)
    for name, value in document.facts:
        say(sheets, f"{name}: {value}", SMALL, SOFT, after=0.5)
    sheets.ln(2)
    for section in document.sections:
        lay_section(sheets, section, 2)
    return bytes(sheets.output())


def lay_section(sheets: Sheets, section: Group, level: int) -> None:
    """A section, and the sections within it."""
    if section.sheet:
        sheets.add_page()
    else:
        keep_together(sheets, 34)
        sheets.ln(3)
    sheets.start_section(nfc(section.title), level - 2)
    say(sheets, section.title, SIZES[min(level, 4)], bold=True, after=1.5)
    for block in section.blocks:
        match block:
            case Text():
                lead, plain = block.tone == "lead", block.tone in ("lead", "plain")
                size = BODY + 1 if lead else BODY if plain else SMALL
                say(sheets, block.words, size, INK if plain else SOFT, bold=lead, after=1.5)
            case Listing():
                lay_listing(sheets, block)
            case Bars():
                lay_bars(sheets, block)
            case Table():
                lay_table(sheets, block)
            case Group():
                lay_section(sheets, block, level + 1)


def say(
    sheets: Sheets, words: str, size: float, ink: tuple[int, int, int] = INK, bold: bool = False, after: float = 1.0, left: float = 0.0
) -> None:
    """Sentences across the sheet."""
    sheets.set_font(FAMILY, "B" if bold else "", size)
    sheets.set_text_color(*ink)
    sheets.set_x(SIDE + left)
    sheets.multi_cell(FULL - left, size * LEADING, nfc(words), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    sheets.ln(after)


def lay_listing(sheets: Sheets, listing: Listing) -> None:
    """Sentences under one another, each behind its number or a dot."""
    size = BODY + 1 if listing.numbered else BODY
    for number, item in enumerate(listing.items, 1):
        keep_together(sheets, 2 * size * LEADING)
        top = sheets.get_y()
        sheets.set_font(FAMILY, "B", size)
        sheets.set_text_color(*INK)
        sheets.set_x(SIDE + 1)
        sheets.cell(5, size * LEADING, f"{number}." if listing.numbered else "•")
        sheets.set_y(top)
        say(sheets, item, size, left=6, after=2.0 if listing.numbered else 0.6)
    sheets.ln(1)


def lay_table(sheets: Sheets, table: Table) -> None:
    """A table under its caption; its heads stand again on the next sheet."""
    size = TIGHT if len(table.heads) >= MANY or table.widths else SMALL
    keep_together(sheets, 30)
    say(sheets, table.caption, SMALL, bold=True, after=0.5)
    sheets.set_font(FAMILY, "B", size)
    widths = column_widths(sheets, table)
    sheets.set_font(FAMILY, "", size)
    sheets.set_text_color(*INK)
    sheets.set_draw_color(*LINE)
    sheets.set_line_width(0.2)
    aligned = ["RIGHT" if place in table.numbers else "LEFT" for place in range(len(table.heads))]
    with sheets.table(
        col_widths=widths,
        text_align=aligned,
        line_height=size * LEADING,
        padding=(1.0, ACROSS),
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        headings_style=FontFace(emphasis="BOLD", fill_color=PALE),
        width=FULL,
        v_align="TOP",
    ) as laid:
        laid.row(tuple(map(nfc, table.heads)))
        for cells in table.rows:
            row = laid.row()
            for place, cell in enumerate(cells):
                row.cell(lines(cell), style=NAMED if place == 0 else PLAIN)
    sheets.ln(3)


def column_widths(sheets: Sheets, table: Table) -> tuple[float, ...]:
    """How wide each column is: by its share, but never narrower than its longest word; the widest give way."""
    shares = table.widths or tuple(12 if place in table.numbers else 24 for place in range(len(table.heads)))
    wide = [FULL * share / sum(shares) for share in shares]
    least = [
        max(sheets.get_string_width(word) for cell in column for word in lines(cell).split() or [""]) + 2 * ACROSS + 1.2
        for column in zip(table.heads, *table.rows, strict=True)
    ]
    short = sum(max(0.0, need - has) for need, has in zip(least, wide, strict=True))
    room = sum(max(0.0, has - need) for need, has in zip(least, wide, strict=True))
    part = min(1.0, short / room) if room else 0.0
    return tuple(need if has < need else has - (has - need) * part for need, has in zip(least, wide, strict=True))


def lay_bars(sheets: Sheets, bars: Bars) -> None:
    """Bars, with their names and numbers over them and the names of their colours under them."""
    picture = drawn(bars)
    keep_together(sheets, picture.height * SCALE + 8)
    top = sheets.get_y()
    for shape in picture.shapes:
        sheets.set_fill_color(*parse(shape.fill))
        sheets.rect(SIDE + shape.left * SCALE, top + shape.top * SCALE, shape.width * SCALE, shape.height * SCALE, style="F")
    sheets.set_text_color(*INK)
    for base, name, value in picture.names:
        sheets.set_font(FAMILY, "", SMALL)
        sheets.set_xy(SIDE, top + (base - 15) * SCALE)
        sheets.cell(WIDTH * SCALE, 17 * SCALE, nfc(name))
        sheets.set_font(FAMILY, "B", SMALL)
        sheets.set_xy(SIDE, top + (base - 15) * SCALE)
        sheets.cell(WIDTH * SCALE, 17 * SCALE, value, align="R")
        if picture.mark is not None:
            sheets.set_fill_color(*INK)
            sheets.rect(SIDE + (picture.mark - 1.5) * SCALE, top + (base + 3) * SCALE, 3 * SCALE, 24 * SCALE, style="F")
    sheets.set_xy(SIDE, top + picture.height * SCALE + 1)
    for name, colour in picture.legend:
        lay_colour(sheets, nfc(name), colour)
    if picture.legend:
        sheets.ln(5)
    sheets.ln(1)


def lay_colour(sheets: Sheets, name: str, colour: str) -> None:
    """A colour and its name, on the next line where this one is full."""
    sheets.set_font(FAMILY, "", TIGHT)
    wide = sheets.get_string_width(name) + 8
    if sheets.get_x() + wide > SIDE + FULL:
        sheets.ln(5)
    left, top = sheets.get_x(), sheets.get_y()
    sheets.set_fill_color(*parse(colour))
    sheets.rect(left, top + 0.8, 2.6, 2.6, style="F")
    sheets.set_xy(left + 3.4, top)
    sheets.cell(wide - 3.4, 4.2, name)


def keep_together(sheets: Sheets, height: float) -> None:
    """Begin a new sheet where there is not so much room left on this one."""
    if sheets.will_page_break(height):
        sheets.add_page()


def lines(cell: Cell) -> str:
    """A cell as text."""
    return nfc(cell if isinstance(cell, str) else "\n".join(cell))


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """All that blocks say, to see which letters it needs."""
    for block in blocks:
        match block:
            case Text():
                yield nfc(block.words)
            case Listing():
                yield from map(nfc, block.items)
            case Table():
                yield nfc(block.caption)
                yield from (lines(cell).replace("\n", "") for cells in (block.heads, *block.rows) for cell in cells)
            case Bars():
                yield from (nfc(bar.label) + bar.value for bar in block.bars)
                yield from (nfc(name) for name, _ in block.legend)
            case Group():
                yield nfc(block.title)
                yield from texts(block.blocks)

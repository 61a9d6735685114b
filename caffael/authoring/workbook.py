"""A deck as an Excel workbook: a sheet named like the deck with notes and lists to choose from, and a guide to it in both languages."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from caffael.authoring.column_guide import GUIDES, Guide, note
from caffael.authoring.columns import Column, columns
from caffael.scenario.models import DeckRow, deck_of
from caffael.scenario.phrases import WHOLE_NUMBER

LISTS = "Lists"
"""The sheet that holds the words to choose from: a list within a cell's rule may have 255 letters only."""
NARROWEST, WIDEST = 9, 48
"""Letters that a column shows."""
GUIDE_WIDTHS = (26, 70, 48, 24)
"""Letters that the columns of a guide show."""
ROW_HEIGHT = 15
"""Points of a line of text."""
Rows = Sequence[Mapping[str, str]]
Known = Mapping[str, Sequence[str]]
"""The ids of a pack that cells may name, by what they are: category, subject, supplier."""


def workbook(model: type[DeckRow], rows: Rows, known: Known) -> bytes:
    """A deck with these rows of cells, as the bytes of an .xlsx file."""
    import xlsxwriter  # noqa: PLC0415 - loaded when a workbook is written, which no game asks for

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}) as book:
        book.set_properties({"title": deck_of(model), "company": "Caffael"})
        sheet = book.add_worksheet(deck_of(model))
        guides = [(guide, book.add_worksheet(guide.sheet)) for guide in GUIDES]
        lists = Lists(book.add_worksheet(LISTS))
        fill_sheet(book, sheet, model, rows)
        for place, column in enumerate(columns(model)):
            sheet.write_comment(0, place, note(column), {"author": "Caffael", "x_scale": 2.5, "y_scale": 1.6, "font_size": 9})
            rule = rule_of(column, lists, known)
            if rule is not None:
                sheet.data_validation(1, place, model.most, place, rule)
        for guide, page in guides:
            fill_guide(book, page, guide, model)
    return data.getvalue()


def fill_sheet(book: Any, sheet: Any, model: type[DeckRow], rows: Rows) -> None:
    """Write the header, bold and frozen, and the rows, each column as wide as it needs."""
    needed = book.add_format({"bold": True, "bg_color": "#CFE3D4", "bottom": 1})
    other = book.add_format({"bold": True, "bg_color": "#E9EEF2", "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    plain = book.add_format({"valign": "top"})
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns(model)):
        cells = [row.get(column.name, "") for row in rows]
        wide = max(len(text) for text in (column.name, *cells)) + 2
        sheet.set_column(place, place, min(max(wide, NARROWEST), WIDEST), wrapped if wide > WIDEST else plain)
        sheet.write_string(0, place, column.name, needed if column.needed else other)
        for number, cell in enumerate(cells, 1):
            if cell and is_number(column) and WHOLE_NUMBER.fullmatch(cell):
                sheet.write_number(number, place, int(cell))
            elif cell:
                sheet.write_string(number, place, cell)


def is_number(column: Column) -> bool:
    """Whether the cells of a column are whole numbers."""
    return column.whole or any(choice.isdigit() for choice in column.choices)


class Lists:
    """The sheet with the words to choose from, a list in each column."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self.places: dict[tuple[str, ...], str] = {}
        sheet.hide()

    def place_of(self, words: tuple[str, ...]) -> str:
        """Where a list stands, as a rule of a cell names it; written there the first time."""
        if words not in self.places:
            from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - as above

            column = len(self.places)
            for row, word in enumerate(words):
                self.sheet.write(row, column, int(word) if word.isdigit() else word)
            name = xl_col_to_name(column)
            self.places[words] = f"={LISTS}!${name}$1:${name}${len(words)}"
        return self.places[words]


def rule_of(column: Column, lists: Lists, known: Known) -> dict[str, Any] | None:
    """What a spreadsheet may check of a cell while it is typed: a list to choose from, a whole number within bounds, a text's length."""
    told = {"error_title": column.name, "error_message": f"Write {column.expected}."[:255]}
    choices = column.choices or tuple(known.get(column.named_in, ()))
    if choices and not column.several:
        return {"validate": "list", "source": lists.place_of(choices), **told}
    if column.low is not None and column.high is not None:
        return {"validate": "integer", "criteria": "between", "minimum": column.low, "maximum": column.high, **told}
    if column.longest is not None:
        message = f"Write at most {column.longest} characters."
        return {"validate": "length", "criteria": "<=", "value": column.longest, **told, "error_message": message}
    return None


def fill_guide(book: Any, page: Any, guide: Guide, model: type[DeckRow]) -> None:
    """Write a guide: a line about the deck, a table of its columns, and what the powers or effects of its cards do."""
    heading = book.add_format({"bold": True, "font_size": 14})
    head = book.add_format({"bold": True, "bg_color": "#E9EEF2", "bottom": 1})
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for place, width in enumerate(GUIDE_WIDTHS):
        page.set_column(place, place, width)
    page.write_string(0, 0, guide.title(model), heading)
    for place, line in enumerate(guide.lines(model), 1):
        page.write_string(place, 0, line)
    top = len(guide.lines(model)) + 2
    page.freeze_panes(top + 1, 1)
    for place, text in enumerate(guide.head):
        page.write_string(top, place, text, head)
    table = guide.table(model)
    for number, cells in enumerate(table, top + 1):
        lines = max(-(-len(cells[1]) // 68), -(-len(cells[2]) // 46), 1)
        page.set_row(number, ROW_HEIGHT * lines)
        for place, text in enumerate(cells):
            page.write_string(number, place, text, bold if place == 0 else wrapped)
    begins = True
    for number, row in enumerate(guide.more(model), top + len(table) + 2):
        lines = max((-(-len(text) // width) for text, width in zip(row, GUIDE_WIDTHS, strict=False)), default=1)
        page.set_row(number, ROW_HEIGHT * lines)
        for place, text in enumerate(row):
            page.write_string(number, place, text, head if begins else bold if place == 0 else wrapped)
        begins = not row

"""Slips, cards and sheets for a class: large letters, lines to write on, cuts that scissors can follow."""

from caffael.printing.box import A4, Box, sheet_box
from caffael.printing.lessons.plans import CARDS_A_SHEET, SLIPS, Material
from caffael.printing.paper import Paper, heading
from caffael.words.language import Language

LEAST = 9.0
LINE = 9.5
TITLE = 12.0


def draw_material(paper: Paper, material: Material, language: Language) -> None:
    """All pages of a material, in one language."""
    draw = {
        "slips": draw_slips,
        "cards": draw_cards,
        "sheet": draw_sheet,
        "drawing": draw_drawing,
        "table": draw_table,
        "ticks": draw_ticks,
        "answers": draw_answers,
    }[material.kind]
    draw(paper, material, language)


def numbered(paper: Paper, number: int, language: Language) -> None:
    """The page of the lesson's PDF, under the sheet, as the page of the plan names it."""
    foot = sheet_box()
    paper.write(
        language.text("page {n}", n=number), Box(foot.left, foot.bottom + 1, foot.width, 6), LEAST, "ink_soft", align="right", least=LEAST
    )


def written(paper: Paper, box: Box) -> None:
    """Lines to write on, as many as fit."""
    top = box.top + LINE
    while top <= box.bottom:
        paper.line((box.left, top), (box.right, top), "line_strong")
        top += LINE


def named(paper: Paper, box: Box, language: Language) -> None:
    """A place for a name."""
    words = language.text("Name or team:")
    wide = paper.letters.width(words, 10) + 2
    paper.write(words, Box(box.right - wide - 55, box.top, wide, box.height), 10, "ink_soft", centred=True, least=LEAST)
    paper.line((box.right - 54, box.bottom - 1.5), (box.right, box.bottom - 1.5), "ink")


def prompts(paper: Paper, box: Box, material: Material, language: Language, size: float) -> None:
    """Each prompt with lines under it; the room is shared alike."""
    for place, words in zip(box.rows([1] * len(material.prompts), gap=3), material.prompts, strict=True):
        used = paper.write(words(language.code), place.head(13), size, bold=True, least=LEAST)
        written(paper, place.below(used))


def draw_slips(paper: Paper, material: Material, language: Language) -> None:
    """The same slip several times, with dashes to cut along."""
    paper.page()
    gap = 10.0
    places = sheet_box().rows([1] * SLIPS, gap=gap)
    for index, place in enumerate(places):
        heading(paper, place.head(8), material.title(language.code), "pencil")
        named(paper, place.head(8), language)
        prompts(paper, place.below(TITLE), material, language, 12)
        if index + 1 < len(places):
            paper.dashes((0, place.bottom + gap / 2), (A4[0], place.bottom + gap / 2))


def draw_cards(paper: Paper, material: Material, language: Language) -> None:
    """Different cards, four on a sheet; what stands before a colon is their title."""
    for first in range(0, len(material.prompts), CARDS_A_SHEET):
        paper.page()
        sheet = sheet_box()
        heading(paper, sheet.head(8), material.title(language.code), "pencil")
        rows = sheet.below(TITLE).rows([1, 1])
        places = [place for row in rows for place in row.columns([1, 1])]
        for place, words in zip(places, material.prompts[first : first + CARDS_A_SHEET], strict=False):
            paper.frame(place, "ink", 0.4)
            title, _, told = words(language.code).partition(": ")
            inside = place.inset(8, 10)
            used = paper.write(title, inside.head(30), 22, "accent", bold=True, least=14)
            paper.write(told[:1].upper() + told[1:], inside.below(used + 4), 16, least=LEAST)


def draw_sheet(paper: Paper, material: Material, language: Language) -> None:
    """A page with prompts and lines."""
    paper.page()
    sheet = sheet_box()
    heading(paper, sheet.head(9), material.title(language.code), "pencil")
    named(paper, Box(sheet.left, sheet.top + 10, sheet.width, 8), language)
    prompts(paper, sheet.below(22), material, language, 13)


def draw_drawing(paper: Paper, material: Material, language: Language) -> None:
    """A page with prompts and lines, whose last prompt has a frame to draw in."""
    paper.page()
    sheet = sheet_box()
    heading(paper, sheet.head(9), material.title(language.code), "pencil")
    named(paper, Box(sheet.left, sheet.top + 10, sheet.width, 8), language)
    *asked, drawn = material.prompts
    places = sheet.below(22).rows([*[1.0] * len(asked), 3.0], gap=3)
    for place, words in zip(places, asked, strict=False):
        used = paper.write(words(language.code), place.head(13), 13, bold=True, least=LEAST)
        written(paper, place.below(used))
    used = paper.write(drawn(language.code), places[-1].head(13), 13, bold=True, least=LEAST)
    paper.frame(places[-1].below(used + 3), "ink", 0.4)


def draw_table(paper: Paper, material: Material, language: Language) -> None:
    """A page with a table to fill in; narrow first cells where they are numbers alone."""
    paper.page()
    sheet = sheet_box()
    heading(paper, sheet.head(9), material.title(language.code), "pencil")
    named(paper, Box(sheet.left, sheet.top + 10, sheet.width, 8), language)
    numbers = all(words(language.code).isdigit() for words in material.prompts)
    shares = [0.38 if numbers else 0.8, *[1.0] * (len(material.heads) - 1)]
    body = sheet.below(22)
    lines = body.head(min(body.height, 16 + 40 * len(material.prompts))).rows([16, *[40.0] * len(material.prompts)])
    for column, words in zip(lines[0].columns(shares), material.heads, strict=True):
        paper.fill(column, "paper_sunk", "line_strong")
        paper.write(words(language.code), column.inset(1.5, 1), 11, bold=True, centred=True, least=LEAST)
    for line, words in zip(lines[1:], material.prompts, strict=True):
        for index, cell in enumerate(line.columns(shares)):
            paper.frame(cell)
            if index == 0:
                paper.write(words(language.code), cell.inset(1.5, 1), 12, bold=True, centred=True, least=LEAST)


def draw_ticks(paper: Paper, material: Material, language: Language) -> None:
    """Words in the language of the lesson and in the other one, each with a box to tick when it is said."""
    paper.page()
    sheet = sheet_box()
    heading(paper, sheet.head(9), material.title(language.code), "pencil")
    named(paper, Box(sheet.left, sheet.top + 10, sheet.width, 8), language)
    other = "cy" if language.code == "en" else "en"
    lines = sheet.below(22).rows([1.0] * (len(material.prompts) + 1))
    shares = [1.0, 1.0, 0.3]
    for column, words in zip(lines[0].columns(shares), material.heads, strict=True):
        paper.fill(column, "paper_sunk", "line_strong")
        paper.write(words(language.code), column.inset(1.5, 1), 11, bold=True, centred=True, least=LEAST)
    for line, words in zip(lines[1:], material.prompts, strict=True):
        first, second, tick = line.columns(shares)
        for cell in (first, second, tick):
            paper.frame(cell)
        paper.write(words(language.code), first.inset(1.5, 1), 12, bold=True, centred=True, least=LEAST)
        paper.write(words(other), second.inset(1.5, 1), 12, centred=True, least=LEAST)
        side = 4.0
        paper.frame(Box(tick.left + (tick.width - side) / 2, tick.top + (tick.height - side) / 2, side, side), "ink", 0.4)


def draw_answers(paper: Paper, material: Material, language: Language) -> None:
    """A table for the teacher, filled in: what stands after a colon is the answer."""
    paper.page()
    sheet = sheet_box()
    heading(paper, sheet.head(9), material.title(language.code), "check")
    rows = [tuple(words(language.code) for words in material.heads)]
    rows += [tuple(words(language.code).split(": ", 1)) for words in material.prompts]
    for index, (line, row) in enumerate(zip(sheet.below(14).head(14 * len(rows)).rows([1.0] * len(rows)), rows, strict=True)):
        for cell, words in zip(line.columns([1.0, 1.0]), row, strict=True):
            if index == 0:
                paper.fill(cell, "paper_sunk", "line_strong")
            else:
                paper.frame(cell)
            paper.write(words, cell.inset(1.5, 1), 12, bold=index == 0, centred=True, least=LEAST)

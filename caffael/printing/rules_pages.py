"""The rules in short: two pages, as large as they can be printed on these."""

from collections.abc import Callable
from dataclasses import dataclass

from caffael.printing.box import Box, sheet_box
from caffael.printing.letters import line_height
from caffael.printing.paper import Paper, heading
from caffael.printing.rules_end import delivering, labs, reviewing, scoring
from caffael.printing.rules_year import buying, managing, opening, routes, setting_up
from caffael.printing.tongues import Tongues
from caffael.scenario import Pack
from caffael.words.language import Language

PAGES = 2
COLUMNS = 2
GAP = 7.0
LARGEST = 13.0
LEAST = 6.5
HEAD = 14.0
STEP = 0.25
INDENT = 0.55
"""How far a list is set in, in millimetres for each point of its letters."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading or a paragraph; `mark` stands before a paragraph that is one of a list."""

    words: str
    title: bool = False
    mark: str = ""


def draw_rules(paper: Paper, pack: Pack, say: Tongues, told: Callable[[Pack, Language], list[Piece]] | None = None) -> None:
    """The two pages, in each language by itself: the rules that are `told`, else all that the pack has."""
    for alone in say.alone():
        pieces = (told or pieces_of)(pack, alone.first)
        size = fitting_size(paper, pieces)
        if size < LEAST:
            paper.misfits.append(pieces[0].words)
        columns = set_out(paper, pieces, size)
        for page in range(PAGES):
            paper.page()
            sheet = sheet_box()
            title = alone.text("{title}: the rules in short, page {n} of {all}", title=alone.words(pack.title), n=page + 1, all=PAGES)
            heading(paper, sheet.head(9), title, "book")
            for column, box in enumerate(sheet.below(HEAD).columns([1] * COLUMNS, gap=GAP)):
                place = page * COLUMNS + column
                if place < len(columns):
                    draw_column(paper, box, columns[place], size)


def pieces_of(pack: Pack, language: Language) -> list[Piece]:
    """All of the rules, in their order."""
    settings = pack.cards.settings
    made: list[Piece] = []

    def part(title: str, told: list[str], numbered: bool = False) -> None:
        made.append(Piece(title, title=True))
        for n, words in enumerate(told, 1):
            made.append(Piece(words, mark=f"{n}." if numbered else "•"))

    part(language.text("What it is about"), about(language))
    part(language.text("Before the game"), setting_up(pack, language), numbered=True)
    part(language.text("A year, 1: it opens"), opening(pack, language), numbered=True)
    part(language.text("A year, 2: buy"), buying(pack, language))
    lines = []
    for name, days, price, who in routes(pack, language):
        cost = language.text("days: {days}", days=days)
        if price:
            cost += ", " + language.text("price: {points} points", points=price)
        lines.append(f"{name} ({cost}). {who}")
    part(language.text("Routes"), lines)
    part(language.text("A year, 3: manage"), managing(settings, language))
    part(language.text("A year, 4: deliver"), delivering(pack, language), numbered=True)
    part(language.text("A year, 5: review"), reviewing(pack, language), numbered=True)
    if settings.labs == 1:
        part(language.text("Labs"), labs(language))
    part(language.text("The score after the last year"), scoring(pack, language))
    return made


def about(language: Language) -> list[str]:
    """What the game is about."""
    return [
        language.text(
            "You run the spending of one body that serves the public. You get what you ask for: the weights you publish pick the winner."
        ),
        language.text("Your score is how well you serve the seven well-being goals; the lowest one counts most."),
    ]


def size_words(size: float, piece: Piece) -> float:
    """The size of a piece: headings are larger."""
    return size * 1.18 if piece.title else size


def height_of(paper: Paper, piece: Piece, size: float, width: float) -> float:
    """How high a piece is, with the air below it."""
    indent = size * INDENT if piece.mark else 0.0
    own = size_words(size, piece)
    return paper.height_of(piece.words, width - indent, own, piece.title) + line_height(size) * (0.25 if not piece.title else 0.2)


def set_out(paper: Paper, pieces: list[Piece], size: float) -> list[list[Piece]]:
    """The pieces in columns; a heading never stands last in one."""
    sheet = sheet_box().below(HEAD)
    width = sheet.columns([1] * COLUMNS, gap=GAP)[0].width
    columns: list[list[Piece]] = [[]]
    used = 0.0
    for index, piece in enumerate(pieces):
        high = height_of(paper, piece, size, width)
        keep = height_of(paper, pieces[index + 1], size, width) if piece.title and index + 1 < len(pieces) else 0.0
        if used + high + keep > sheet.height:
            columns.append([])
            used = 0.0
        columns[-1].append(piece)
        used += high
    return columns


def fitting_size(paper: Paper, pieces: list[Piece]) -> float:
    """The largest size at which all stands on the pages."""
    size = LARGEST
    while len(set_out(paper, pieces, size)) > PAGES * COLUMNS and size > LEAST / 2:
        size -= STEP
    return size


def draw_column(paper: Paper, box: Box, pieces: list[Piece], size: float) -> None:
    """One column of the rules."""
    top = box.top
    for piece in pieces:
        indent = size * INDENT if piece.mark else 0.0
        own = size_words(size, piece)
        high = height_of(paper, piece, size, box.width)
        if piece.mark:
            paper.write(piece.mark, Box(box.left, top, indent, high), own, "accent", bold=True, least=own)
        words = Box(box.left + indent, top, box.width - indent, high)
        paper.write(piece.words, words, own, "accent" if piece.title else "ink", bold=piece.title, least=own)
        top += high

"""Everything a class needs to play a pack on paper, as one PDF."""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from caffael.printing.event_cards import climate_cards, event_cards, project_cards, small_cards
from caffael.printing.guide_page import Entry, draw_guide
from caffael.printing.need_cards import need_cards
from caffael.printing.paper import Paper
from caffael.printing.region_board import TILES, draw_region_board
from caffael.printing.rules_pages import PAGES, draw_rules
from caffael.printing.school.boards import draw_school_sheets, draw_score_sheets
from caffael.printing.school.firms import school_firms
from caffael.printing.school.form import WIDE, has_school_form
from caffael.printing.school.needs import school_needs
from caffael.printing.school.offers import school_small_cards
from caffael.printing.school.rules import school_pieces
from caffael.printing.school.weights import draw_weight_cards, weight_sheets
from caffael.printing.sheets import LARGE, LARGE_BOTH, SMALL, SMALL_BOTH, Card, Format, lay_out, sheets_of
from caffael.printing.supplier_cards import supplier_cards
from caffael.printing.team_boards import draw_team_boards
from caffael.printing.tender_sheets import draw_price_table, draw_tender_sheets, draw_weighing_table
from caffael.printing.tokens import NOTE, TOKEN, draw_tokens, notes, school_counters, sheets_needed, tokens
from caffael.printing.tongues import Tongues
from caffael.scenario import Pack
from caffael.words.language import Code


@dataclass(frozen=True, slots=True)
class Printed:
    """A pack on paper: the PDF, its parts with their pages, and every text that had to be printed smaller than it should be."""

    pdf: bytes
    entries: tuple[Entry, ...]
    misfits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the file before it is drawn."""

    name: Callable[[Tongues], str]
    pages: int
    draw: Callable[[Paper], Iterator[None]]
    both_sides: bool = False


def print_pack(pack: Pack, codes: Sequence[Code] = ("en",), thrifty: bool = False, backs: bool = True) -> Printed:
    """Everything a class needs, in one language or in two; `thrifty` spares ink. ModuleNotFoundError without the `print` extra."""
    sheets = printing(pack, codes, thrifty, backs)
    while True:
        try:
            next(sheets)
        except StopIteration as end:
            printed: Printed = end.value
            return printed


def printing(
    pack: Pack, codes: Sequence[Code] = ("en",), thrifty: bool = False, backs: bool = True
) -> Generator[tuple[int, int], None, Printed]:
    """As `print_pack`, a few sheets at a time: how many pages are drawn, and how many there will be."""
    say = Tongues(codes, pack.wording)
    paper = Paper(say.words(pack.title), codes[0], thrifty)
    try:
        return (yield from drawing(paper, pack, say, backs))
    finally:
        paper.close()


def drawing(paper: Paper, pack: Pack, say: Tongues, backs: bool) -> Generator[tuple[int, int], None, Printed]:
    """All parts of the file, one after the other."""
    parts = parts_of(pack, say, backs)
    page = len(say.languages) + 1
    spans = []
    for part in parts:
        spans.append((part, page, page + part.pages - 1))
        page += part.pages
    for alone in say.alone():
        entries = [Entry(part.name(alone), first, last, part.both_sides) for part, first, last in spans]
        draw_guide(paper, pack, alone, entries)
        paper.bookmark(alone.text("How to print it"))
    for part, first, last in spans:
        before = paper.pages
        for _ in part.draw(paper):
            yield paper.pages, page - 1
        assert (before + 1, paper.pages) == (first, last), f"{part.name(say)} has {paper.pages - before} pages, not {part.pages}"
    entries = [Entry(part.name(say), first, last, part.both_sides) for part, first, last in spans]
    return Printed(paper.as_bytes(), tuple(entries), tuple(paper.misfits))


def at_once(draw: Callable[[Paper], None]) -> Callable[[Paper], Iterator[None]]:
    """The drawing of a part that is done in one go."""

    def drawn(paper: Paper) -> Iterator[None]:
        draw(paper)
        yield

    return drawn


def parts_of(pack: Pack, say: Tongues, backs: bool) -> list[Part]:
    """The parts of the file in their order; the cards stand last, because they alone are printed on both sides."""
    if has_school_form(pack):
        return school_parts(pack, say, backs)
    large = large_cards(pack, say)
    small = small_cards(pack, say)
    pieces, money = tokens(pack, say), notes(pack, say)
    return [
        Part(lambda to: to.text("The rules in short"), PAGES * len(say.languages), at_once(lambda paper: draw_rules(paper, pack, say))),
        Part(
            lambda to: to.text("The tender sheet"),
            len(say.languages),
            at_once(lambda paper: draw_tender_sheets(paper, pack, say)),
        ),
        Part(lambda to: to.text("Tables of price points and of weighing"), 2, at_once(lambda paper: draw_point_tables(paper, pack, say))),
        Part(lambda to: to.text("The region board"), TILES * TILES, at_once(lambda paper: draw_region_board(paper, pack, say))),
        Part(
            lambda to: to.text("The team boards"),
            pack.cards.council_count * len(say.languages),
            lambda paper: chain.from_iterable(draw_team_boards(paper, pack, alone) for alone in say.alone()),
        ),
        Part(
            lambda to: to.text("Tokens and money"),
            sheets_needed(TOKEN, pieces) + sheets_needed(NOTE, money),
            at_once(lambda paper: draw_all_tokens(paper, say, pieces, money)),
        ),
        cards_part(lambda to: to.text("Large cards: {n}", n=len(large)), LARGE_BOTH if say.both else LARGE, large, backs),
        cards_part(lambda to: to.text("Small cards: {n}", n=len(small)), SMALL_BOTH if say.both else SMALL, small, backs),
    ]


def school_parts(pack: Pack, say: Tongues, backs: bool) -> list[Part]:
    """The parts of a school's game."""
    large = [*school_needs(pack, say), *school_firms(pack, say)]
    small = school_small_cards(pack, say)
    counters = school_counters(pack)
    return [
        Part(
            lambda to: to.text("The rules in short"),
            PAGES * len(say.languages),
            at_once(lambda paper: draw_rules(paper, pack, say, school_pieces)),
        ),
        Part(lambda to: to.text("The school sheets"), pack.cards.council_count, lambda paper: draw_school_sheets(paper, pack, say)),
        Part(lambda to: to.text("The score sheet"), 1, at_once(lambda paper: draw_score_sheets(paper, pack, say))),
        Part(lambda to: to.text("The weight cards"), weight_sheets(pack), at_once(lambda paper: draw_weight_cards(paper, pack, say))),
        Part(
            lambda to: to.text("The counters"),
            sheets_needed(TOKEN, counters),
            at_once(lambda paper: draw_tokens(paper, TOKEN, counters, say.text("Counters for goals and for contracts, by team"))),
        ),
        cards_part(lambda to: to.text("Large cards: {n}", n=len(large)), WIDE, large, backs),
        *([cards_part(lambda to: to.text("Small cards: {n}", n=len(small)), SMALL, small, backs)] if small else []),
    ]


def large_cards(pack: Pack, say: Tongues) -> list[Card]:
    """Every large card of the pack."""
    return [
        *need_cards(pack, say),
        *supplier_cards(pack, say),
        *event_cards(pack, say),
        *climate_cards(pack, say),
        *project_cards(pack, say),
    ]


def cards_part(name: Callable[[Tongues], str], form: Format, cards: Sequence[Card], backs: bool) -> Part:
    """The sheets of one size of cards."""
    pages = sheets_of(form, cards) * (2 if backs else 1)
    return Part(name, pages, lambda paper: lay_out(paper, form, cards, backs), both_sides=backs)


def draw_point_tables(paper: Paper, pack: Pack, say: Tongues) -> None:
    """The two tables that spare a calculator."""
    draw_price_table(paper, pack, say)
    draw_weighing_table(paper, pack, say)


def draw_all_tokens(paper: Paper, say: Tongues, pieces: Sequence[Callable[..., None]], money: Sequence[Callable[..., None]]) -> None:
    """Tokens, then money."""
    draw_tokens(paper, TOKEN, pieces, say.text("Tokens: officer days, goals, contracts and score of each team; markers of the table"))
    draw_tokens(paper, NOTE, money, say.text("Money for the hand; the exact sums stand in the ledger"))

"""What an assessment summary shows: the bids as they came, from the table that the turn keeps, and as printed, without their bid cards."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from caffael.presentation.bidders import Bought
from caffael.presentation.story import Story
from caffael.presentation.tender.expected import ShutOut, shut_out
from caffael.presentation.viewer import Viewer
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.records import Happened, Table
from caffael.rules.tender import score_bids, weigh
from caffael.rules.terms import CRITERIA, NONE, EffectKind


@dataclass(frozen=True, slots=True)
class Award:
    """A contract that came of a tender: one, or two of a joint tender."""

    seat: int
    need: int
    supplier: int
    price: int
    carbon: int
    margin: int


@dataclass(slots=True)
class Summary:
    """One tender as it was assessed. `table` holds the true bids, `printed` the same bidders without their bid cards."""

    tender: Happened
    partner: int = NONE
    table: Table = field(default_factory=Table)
    printed: Table = field(default_factory=Table)
    awards: list[Award] = field(default_factory=list)
    shut_out: list[ShutOut] = field(default_factory=list)
    weights: tuple[int, ...] = (0,) * CRITERIA
    price_change: int = 0
    """What the year's events did to prices of the need's category, in per cent of the estimate."""
    past: bool = False
    """Whether it is looked up later: what a year would bring by the table of today is then left out."""

    @property
    def seat(self) -> int:
        """Whose tender it was."""
        return self.tender.seat

    @property
    def need(self) -> int:
        """What it was for."""
        return self.tender.a

    @property
    def route(self) -> int:
        """How it was bought."""
        return self.tender.b

    @property
    def bought(self) -> Bought:
        """What was bought, for whom and how."""
        return Bought(self.seat, self.need, self.partner, self.route, self.past)

    @property
    def weighed(self) -> bool:
        """Whether weights decided."""
        return self.tender.c != NONE

    @property
    def failed(self) -> bool:
        """Whether nobody could bid."""
        return self.table.count == 0


def summary_of_story(viewer: Viewer, story: Story) -> Summary:
    """The summary of a tender that was published just now."""
    before, cards = story.before, viewer.cards
    summary = _read(cards, story.happenings, story.table)
    if summary.failed:
        summary.shut_out = shut_out(cards, before, summary.need, summary.partner, summary.route, summary.tender.e, [])
    summary.price_change = before.councils[summary.seat].price_change[cards.needs[summary.need].category]
    return summary


def summary_of_need(viewer: Viewer, need: int) -> Summary | None:
    """The summary of the tender that last won a contract for a need; None if there has been none."""
    for turn in reversed(viewer.history):
        if any(row.kind == Happening.AWARDED and row.a == need for row in turn.happenings):
            summary = _read(viewer.cards, turn.happenings, turn.table)
            summary.past = True
            summary.price_change = _price_change(viewer, turn.year, summary.seat, viewer.cards.needs[need].category)
            return summary
    return None


def _price_change(viewer: Viewer, year: int, seat: int, category: int) -> int:
    """What the events of a year did to a council's prices in a category."""
    effects = [row for row in viewer.happened_in(year) if row.kind == Happening.EFFECT and row.seat == seat and row.a == EffectKind.PRICE]
    return sum(row.c for row in effects if row.b in (NONE, category))


def _read(cards: Cards, happenings: Sequence[Happened], table: Table | None) -> Summary:
    tender = next(row for row in happenings if row.kind == Happening.TENDER)
    summary = Summary(tender, next((row.a for row in happenings if row.kind == Happening.JOINT_AGREED), NONE))
    if summary.weighed:
        summary.weights = tuple(cards.weights[tender.c * CRITERIA : (tender.c + 1) * CRITERIA])
    summary.awards = [Award(row.seat, row.a, row.b, row.c, row.d, row.e) for row in happenings if row.kind == Happening.AWARDED]
    if table is not None and table.count:
        _take_bids(cards, summary, table)
    return summary


def _take_bids(cards: Cards, summary: Summary, table: Table) -> None:
    """Take over the true bids, of an award without a competition the winner alone, and score them as they were printed too."""
    copy_into(summary.table, table)
    if not summary.weighed:
        copy_into(summary.table.bidders[0], table.bidders[table.winner])
        summary.table.count, summary.table.winner = 1, 0
        score_bids(cards, summary.need, summary.partner, summary.table)
    copy_into(summary.printed, summary.table)
    for bidder in summary.printed.bidders[: summary.printed.count]:
        bidder.percent -= bidder.card
        bidder.card = 0
    score_bids(cards, summary.need, summary.partner, summary.printed)
    if summary.weighed:
        weigh(cards, summary.tender.c, summary.printed)

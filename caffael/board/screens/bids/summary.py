"""What an assessment summary shows, made from what happened; the rules fill, score and weigh its tables again.

The happenings of a tender hold who bid, each bid card, each bid and the order. Laid out as a market of just these bidders, the rules
say the rest; without the bid cards they say how the bids would have scored as printed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caffael.presentation.tender.shut_out import ShutOut, shut_out
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.records import Cards, Happened, State, Table
from caffael.rules.tender import fill_bidders, is_engaged, price_of, score_bids, weigh
from caffael.rules.terms import CRITERIA, NONE, EffectKind

if TYPE_CHECKING:
    from caffael.match import Match
    from caffael.presentation.story import Story


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
    def weighed(self) -> bool:
        """Whether weights decided."""
        return self.tender.c != NONE

    @property
    def failed(self) -> bool:
        """Whether nobody could bid."""
        return self.table.count == 0


def summary_of_story(match: "Match", story: "Story") -> Summary:
    """The summary of a tender that was published just now."""
    before = story.before
    summary = _read(match.cards, match.state, story.happenings, lambda need, partner: is_engaged(before, need, partner) == 1)
    if summary.failed:
        found = shut_out(match.cards, before, summary.need, summary.partner, summary.route, summary.tender.e, [])
        summary.shut_out = found
    summary.price_change = before.councils[summary.seat].price_change[match.cards.needs[summary.need].category]
    return summary


def summary_of_need(match: "Match", need: int) -> Summary | None:
    """The summary of the tender that last won a contract for a need; None if there has been none."""
    turns = match.history
    won = [at for at, turn in enumerate(turns) if any(row.kind == Happening.AWARDED and row.a == need for row in turn.happenings)]
    if not won:
        return None
    earlier = [*match.opening, *(row for turn in turns[: won[-1]] for row in turn.happenings)]
    told = turns[won[-1]].happenings
    summary = _read(match.cards, match.state, told, lambda first, second: _was_engaged(earlier, first, second))
    summary.price_change = _price_change(earlier, summary.seat, match.cards.needs[need].category)
    return summary


def _price_change(earlier: Sequence[Happened], seat: int, category: int) -> int:
    """What the events of the year that lasts had done to a council's prices in a category."""
    change = 0
    for row in earlier:
        if row.kind == Happening.YEAR_OPENED:
            change = 0
        elif row.kind == Happening.EFFECT and row.seat == seat and row.a == EffectKind.PRICE and row.b in (NONE, category):
            change += row.c
    return change


def _was_engaged(earlier: Sequence[Happened], need: int, partner: int) -> bool:
    """Whether the market had been engaged for either need since it was last drawn."""
    engaged = {need: False, partner: False}
    for row in earlier:
        if row.a in engaged and row.kind in (Happening.NEED_DRAWN, Happening.ENGAGED):
            engaged[row.a] = row.kind == Happening.ENGAGED
    return engaged[need] or (partner != NONE and engaged[partner])


def _read(cards: Cards, state: State, happenings: Sequence[Happened], was_engaged: Callable[[int, int], bool]) -> Summary:
    tender = next(row for row in happenings if row.kind == Happening.TENDER)
    partner = next((row.a for row in happenings if row.kind == Happening.JOINT_AGREED), NONE)
    bids = [row for row in happenings if row.kind == Happening.BID]
    summary = Summary(tender, partner)
    if tender.c != NONE:
        summary.weights = tuple(cards.weights[tender.c * CRITERIA : (tender.c + 1) * CRITERIA])
    for row in happenings:
        if row.kind == Happening.AWARDED:
            summary.awards.append(Award(row.seat, row.a, row.b, row.c, row.d, row.e))
    if bids:
        scratch = _market_of(cards, state, summary, [row.a for row in bids], was_engaged(summary.need, partner))
        _fill(cards, scratch, summary, bids, summary.table, with_cards=True)
        _fill(cards, scratch, summary, bids, summary.printed, with_cards=False)
    return summary


def _market_of(cards: Cards, state: State, summary: Summary, bidders: list[int], engaged: bool) -> State:
    """A table with a market of just these bidders, all of them free."""
    scratch = State()
    copy_into(scratch, state)
    row = [supplier for supplier in bidders if supplier < cards.supplier_count]
    scratch.market_count = len(row)
    for place, supplier in enumerate(row):
        scratch.market[place] = supplier
        scratch.supplier_running[supplier] = 0
    scratch.need_engaged[summary.need] = int(engaged)
    if summary.partner != NONE:
        scratch.need_engaged[summary.partner] = int(engaged)
    return scratch


def _fill(cards: Cards, scratch: State, summary: Summary, bids: Sequence[Happened], table: Table, with_cards: bool) -> None:
    fill_bidders(cards, scratch, summary.seat, summary.need, summary.partner, summary.route, summary.tender.e, table)
    for place, row in enumerate(bids):
        bidder = table.bidders[place]
        bidder.card = row.b if with_cards else 0
        bidder.percent = percent_of(cards, summary.need, summary.partner, row.c) - (0 if with_cards else row.b)
    score_bids(cards, summary.need, summary.partner, table)
    if summary.weighed:
        weigh(cards, summary.tender.c, table)
    else:
        table.winner, table.bidders[0].rank = 0, 0


def percent_of(cards: Cards, need: int, partner: int, bid: int) -> int:
    """Of which percentage of the estimate the rules make a bid."""
    size = cards.needs[need].estimate + (cards.needs[partner].estimate if partner != NONE else 0)
    about = bid * 100 // max(1, size)
    for percent in range(max(0, about - 1), about + 4):
        if price_of(cards, need, percent) + (price_of(cards, partner, percent) if partner != NONE else 0) == bid:
            return percent
    return about

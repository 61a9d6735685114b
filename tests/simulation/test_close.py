"""What a close look counts: held against the same counted beside games that are played interpreted, and against tables made by hand."""

from collections import Counter
from fractions import Fraction
from typing import Any

import pytest

from caffael.bots import Bot, make_bot
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.presets import BALANCED, preset_row
from caffael.rules.records import Deal, State, Table, Told
from caffael.rules.step import apply
from caffael.rules.tender import expected_table, score_bids, weigh
from caffael.rules.terms import CRITERIA, NONE, Criterion, Phase, Route
from caffael.simulation.play import chunks, close
from caffael.simulation.play.chunks import CLOSE
from caffael.simulation.play.counts import CardRow, GameRow, Room, SeatRow
from caffael.simulation.play.runs import ASKING
from tests.small_table import small_cards, small_ids

BOTS = ("random", "balanced", "balanced:preset=carbon")
GAMES = 12


def cards_of_many_days() -> Cards:
    """The small game with so many days that a year never ends with its last tender: there is always something to manage."""
    cards = small_cards()
    cards.settings.days = 30
    cards.settings.carbon_budget = 150_000
    return cards


class Beside:
    """Counts the same in another way: it keeps the table as it lay before each action, and asks the rules about it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.numbers: Counter[str] = Counter()
        self.by: dict[str, Counter[int]] = {name: Counter() for name in ("near_best", "poor", "kind_bids", "kind_wins")}
        self.open: dict[tuple[int, int], bool] = {}  # by council and need: whether it was swayed this year
        self.year = NONE
        self.crossed = 0
        monkeypatch.setattr(chunks, "apply", self.watch)
        self.row = CardRow()
        room = Room()
        room.bots = [*(make_bot(bot, small_ids()) for bot in BOTS), *(Bot() for _ in range(len(room.bots) - len(BOTS)))]
        rows: list[Any] = [[GameRow() for _ in range(GAMES)], [SeatRow() for _ in range(GAMES * len(BOTS))], [self.row]]
        chunks.play_chunk(cards_of_many_days(), room, len(BOTS), 4, 0, GAMES, CLOSE, ASKING, *rows)
        self.climate_come = sum(game.climate_come for game in rows[0])

    def watch(self, cards: Cards, deal: Deal, state: State, action: int, told: Told) -> None:
        """Apply an action, and count what came of it."""
        if state.phase == Phase.BUY and state.year != self.year:
            self.year = state.year
            self.open = {(seat, need): False for seat in range(state.seats) for need in tray(state, seat)}
            self.numbers["open_needs"] += len(self.open)
        before, expected = State(), Table()
        copy_into(before, state)
        draft = state.drafts[state.buyer]
        weighs = (action >= actions.PUBLISH and draft.partner == NONE) or action == actions.AGREE
        weights = draft.weights if action == actions.AGREE else action - actions.PUBLISH
        if weighs:
            expected_table(cards, state, state.buyer, draft.need, draft.partner, draft.route, draft.scope, weights, expected)
        route, part = draft.route, {state.decider, state.buyer}
        apply(cards, deal, state, action, told)
        if weighs and told.table.count > 1:
            self.note_contest(cards, route, expected, told.table)
        self.numbers["climate events"] += sum(line.kind == Happening.CLIMATE_EVENT for line in told.rows[: told.count])
        self.note_sway(cards, before, state, part)
        if state.year != self.year and any(line.kind == Happening.AWARDED for line in told.rows[: told.count]):
            self.crossed += 1
        if state.phase == Phase.END:
            self.year = NONE

    def note_contest(self, cards: Cards, route: int, expected: Table, bids: Table) -> None:
        """How a contest ended: who was expected, and where its winner stands."""
        rows, won = bids.bidders[: bids.count], bids.bidders[bids.winner]
        self.numbers["contests"] += 1
        self.numbers["erred"] += expected.bidders[expected.winner].supplier != won.supplier
        by = {
            Criterion.PRICE: [one.bid for one in rows],
            Criterion.QUALITY: [-one.quality for one in rows],
            Criterion.SOCIAL_VALUE: [-one.social for one in rows],
            Criterion.CARBON: [one.carbon for one in rows],
        }
        for criterion, values in by.items():
            self.by["near_best"][criterion] += sorted(values).index(values[bids.winner]) <= 1
        card = cards.suppliers[won.supplier]
        every = cards.suppliers[: cards.supplier_count]
        dear = Fraction(card.price - min(one.price for one in every), max(one.price for one in every) - min(one.price for one in every))
        dirty = Fraction(card.carbon - 40, 80)
        poor = {0: dear >= Fraction(7, 8), 1: won.quality <= 1, 2: won.social <= 1, 3: dirty >= Fraction(7, 8)}
        for at, is_poor in poor.items():
            self.by["poor"][at] += is_poor
        kinds = {cards.suppliers[one.supplier].kind for one in rows}
        if route != Route.RESERVED and len(kinds) > 1:
            self.by["kind_bids"].update(kinds)
            self.by["kind_wins"][card.kind] += 1

    def note_sway(self, cards: Cards, before: State, after: State, part: set[int]) -> None:
        """Whose open needs have another likely winner than before the action."""
        if before.phase == Phase.MANAGE or before.year != after.year or before.table_actions == after.table_actions:
            return
        for (seat, need), swayed in self.open.items():
            if seat not in part and not swayed and need in tray(after, seat):
                was, now = (likely(cards, state, seat, need) for state in (before, after))
                if was != now:
                    self.open[seat, need] = True
                    self.numbers["swayed"] += 1


def tray(state: State, seat: int) -> list[int]:
    council = state.councils[seat]
    return council.tray[: council.tray_count]


def likely(cards: Cards, state: State, seat: int, need: int) -> int:
    table = Table()
    expected_table(cards, state, seat, need, NONE, Route.OPEN, 0, preset_row(cards, BALANCED, need), table)
    return table.bidders[table.winner].supplier if table.count else NONE


@pytest.fixture(scope="module")
def beside() -> Beside:
    with pytest.MonkeyPatch.context() as monkeypatch:
        return Beside(monkeypatch)


def test_needs_are_swayed_by_the_moves_that_were_seen_to_change_their_likely_winner(beside: Beside) -> None:
    assert beside.crossed == 0
    assert 20 < beside.numbers["swayed"] < beside.numbers["open_needs"]
    assert (beside.row.open_needs, beside.row.swayed) == (beside.numbers["open_needs"], beside.numbers["swayed"])


def test_contests_end_as_the_expected_table_said_or_not(beside: Beside) -> None:
    assert 10 < beside.numbers["erred"] < beside.numbers["contests"]
    assert (beside.row.contests, beside.row.erred) == (beside.numbers["contests"], beside.numbers["erred"])


def test_climate_events_are_counted_as_they_come_and_those_of_the_last_year_do_not(beside: Beside) -> None:
    assert beside.climate_come == beside.numbers["climate events"] > 0


@pytest.mark.parametrize("name", ["near_best", "poor", "kind_bids", "kind_wins"])
def test_winners_stand_where_they_were_seen_to_stand(beside: Beside, name: str) -> None:
    assert {at: number for at, number in enumerate(getattr(beside.row, name)) if number} == +beside.by[name]
    assert len(+beside.by[name]) >= CRITERIA


def test_a_look_that_is_not_close_counts_none_of_it_and_leaves_nothing_of_a_close_one() -> None:
    room, row = Room(), CardRow()
    rows: list[Any] = [[GameRow()], [SeatRow(), SeatRow()], [row]]
    for detail in (CLOSE, 1):
        chunks.play_chunk(small_cards(), room, 2, 4, 0, 1, detail, ASKING, *rows)
        assert bool(row.contests) == bool(row.open_needs) == bool(sum(row.near_best)) == bool(sum(row.kind_bids)) == (detail == CLOSE)


def contest(cards: Cards, *bidders: tuple[int, int, int, int, int]) -> Table:
    """A table of suppliers 0, 1, ...: per cent, bid card (in the per cent), quality, social value, carbon; weighed by the first row."""
    table = Table()
    table.count = len(bidders)
    for at, (percent, card, quality, social, carbon) in enumerate(bidders):
        one = table.bidders[at]
        one.supplier, one.percent, one.card, one.quality, one.social, one.carbon = at, percent, card, quality, social, carbon
    score_bids(cards, 0, NONE, table)
    weigh(cards, 0, table)
    return table


def counted(cards: Cards, table: Table, route: int = Route.OPEN) -> CardRow:
    row = CardRow()
    close.count_contest(cards, 0, NONE, route, 0, table, Table(), row)
    return row


def priced() -> Cards:
    """Price counts for all."""
    cards = small_cards()
    cards.weights_count = 1
    cards.weights[:CRITERIA] = [100, 0, 0, 0]
    for at, kind in enumerate((3, 3, 5)):
        cards.suppliers[at].kind = kind
    return cards


def test_a_bid_card_that_turns_a_contest_makes_the_preview_err() -> None:
    cards = priced()
    turned = contest(cards, (96, -4, 3, 3, 80), (98, 0, 3, 3, 80))  # 100 and 98 as printed
    assert turned.winner == 0
    assert counted(cards, turned).erred == 1
    assert counted(cards, contest(cards, (96, -1, 3, 3, 80), (98, 0, 3, 3, 80))).erred == 0


def test_second_best_is_who_has_one_better_however_many_are_as_good() -> None:
    cards = priced()
    row = counted(cards, contest(cards, (90, 0, 3, 2, 100), (95, 0, 4, 3, 100), (95, 0, 3, 4, 40)))
    assert row.near_best == [1, 1, 0, 1]  # cheapest; one has more quality; two more social value; one is cleaner


def test_a_joined_criterion_is_looked_at_as_it_is_scored() -> None:
    cards = priced()
    cards.settings.people = 1
    assert counted(cards, contest(cards, (90, 0, 1, 1, 100), (95, 0, 4, 3, 100))).poor[Criterion.QUALITY] == 1
    assert counted(cards, contest(cards, (90, 0, 1, 2, 100), (95, 0, 4, 3, 100))).poor[Criterion.QUALITY] == 0  # 1.5, rounded up


def test_kinds_are_counted_once_a_contest_and_only_against_other_kinds() -> None:
    cards = priced()
    row = counted(cards, contest(cards, (90, 0, 3, 3, 80), (95, 0, 3, 3, 80), (99, 0, 3, 3, 80)))
    assert (row.kind_bids, row.kind_wins) == ([0, 0, 0, 1, 0, 1], [0, 0, 0, 1, 0, 0])
    alone = counted(cards, contest(cards, (90, 0, 3, 3, 80), (95, 0, 3, 3, 80)))
    reserved = counted(cards, contest(cards, (90, 0, 3, 3, 80), (95, 0, 3, 3, 80), (99, 0, 3, 3, 80)), Route.RESERVED)
    assert sum(alone.kind_bids) == sum(alone.kind_wins) == sum(reserved.kind_bids) == 0
    assert alone.contests == reserved.contests == 1

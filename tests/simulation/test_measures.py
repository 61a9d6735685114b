"""What bars measure: each figure as reckoned by hand on a few rows, and as counted beside games that are played interpreted."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from caffael.bots import Bot, make_bot
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.notation import to_text
from caffael.rules.records import Deal, State, Told
from caffael.rules.step import apply
from caffael.rules.terms import NONE, WEIGHTS, Phase, Route
from caffael.simulation.play import chunks, layout
from caffael.simulation.play.counts import CardRow, GameRow, Room, SeatRow
from caffael.simulation.play.laboratory import Outcome
from caffael.simulation.play.runs import ASKING, Run
from caffael.simulation.play.tally import Tally, kinds_of
from caffael.simulation.questions import outcomes
from caffael.simulation.questions.choices import commonest_opening, first_criterion, least_criterion, opening_names
from tests.small_table import small_cards, small_ids

PACK: Any = SimpleNamespace(cards=small_cards(), ids=small_ids())
"""As much of a pack as measures ask for."""
SHARE = 1_000
"""The carbon share of a council, in constructed rows."""


class Constructed:
    """Rows made by hand, game by game: two councils each."""

    def __init__(self, bots: tuple[str, ...] = ("balanced", "balanced")) -> None:
        self.bots = bots
        self.games: list[GameRow] = []
        self.seats: list[SeatRow] = []
        self.cards = CardRow()

    def add(self, *scores: int, failed: int = 0, finished: int = 1) -> list[SeatRow]:
        """One game more, with these scores; its councils, to be written on."""
        budget = SHARE * len(self.bots)
        self.games.append(GameRow(finished=finished, failed=failed, carbon_budget=budget))
        councils = [SeatRow(seat=place, place=place) for place in range(len(self.bots))]
        for council, score in zip(councils, scores, strict=True):
            council.score.total = score
        self.seats += councils
        return councils

    def outcome(self) -> Outcome:
        """The outcome of these games; their tallies are made one by one and added up."""
        whole = Tally(kinds_of(self.bots), True, 2)
        seats = len(self.bots)
        for i, game in enumerate(self.games):
            part = Tally(kinds_of(self.bots), True, 2)
            rows = self.seats[i * seats : (i + 1) * seats]
            part.count(layout.to_rows([game]), layout.to_rows(rows), layout.to_rows([self.cards if i == 0 else CardRow()]))
            whole.add(part)
        return Outcome(Run(PACK, self.bots, len(self.games)), whole, 0.0, False)


def test_spread_is_the_deviation_between_the_councils_of_one_game() -> None:
    games = Constructed()
    games.add(10, 20)  # variance 50
    games.add(80, 80)  # none: that another game is richer is no luck within one
    games.add(0, 500, finished=0)
    figure = outcomes.spread(games.outcome())
    assert figure.value == pytest.approx(5)
    assert figure.low < 5 < figure.high


def test_spread_divides_by_one_less_than_there_are_councils() -> None:
    games = Constructed(("balanced",) * 3)
    games.add(10, 20, 60)  # mean 30: 400 + 100 + 900, halved
    assert outcomes.spread(games.outcome()).value == pytest.approx(700**0.5)


def test_a_council_alone_has_no_spread() -> None:
    games = Constructed(("balanced",))
    games.add(10)
    games.add(30)
    assert outcomes.spread(games.outcome()).value == 0


def test_a_game_is_joint_once_however_many_buy_together_in_it() -> None:
    games = Constructed()
    for council in games.add(0, 0):
        council.awards[Route.JOINT] = 2
    games.add(0, 0)[1].awards[Route.JOINT] = 1
    games.add(0, 0)[0].tenders[Route.JOINT] = 1  # put, and nobody bid
    games.add(0, 0)[0].awards[Route.OPEN] = 3
    assert outcomes.joint_games(games.outcome()).value == pytest.approx(2 / 4)


def test_what_carbon_costs_is_asked_of_councils_over_their_share_where_the_region_fails() -> None:
    games = Constructed()
    for failed, (one, cost), (other, its) in (
        (1, (SHARE + 400, 8), (SHARE, 0)),  # at its share, not over
        (1, (SHARE + 1, 0), (SHARE + 600, 12)),  # a little over: no full step, no points lost
        (0, (SHARE + 300, 0), (100, 0)),
    ):
        councils = games.add(0, 0, failed=failed)
        for council, carbon, points in zip(councils, (one, other), (cost, its), strict=True):
            council.carbon, council.score.carbon = carbon, -points
    figure = outcomes.over_cost(games.outcome())
    assert figure.value == pytest.approx((8 + 0 + 12) / 3)
    assert figure.low < figure.value < figure.high


def test_what_carbon_costs_is_nothing_where_no_region_fails() -> None:
    games = Constructed()
    games.add(0, 0)[0].carbon = 5 * SHARE
    assert outcomes.over_cost(games.outcome()).value == 0


ROWS = [(40, 40, 20, 0), (25, 25, 25, 25), (10, 30, 30, 30), (60, 0, 0, 40)]
NUMBERS = (3, 1, 2, 4)


def weighed_by_hand(rows: Sequence[tuple[int, ...]] = ROWS) -> Outcome:
    """Two places of balanced bots, and one of random ones that publish nothing: ten tenders by these weights, in both places."""
    games = Constructed(("balanced", "random", "balanced"))
    for i, number in enumerate(NUMBERS):
        games.cards.weights[i] = number - 1
        games.cards.weights[2 * WEIGHTS + i] = 1
    games.add(0, 0, 0)
    outcome = games.outcome()
    cards = small_cards()
    cards.weights_count = len(rows)
    cards.weights[: 4 * len(rows)] = [weight for row in rows for weight in row]
    return replace(outcome, run=replace(outcome.run, pack=cast(Any, SimpleNamespace(cards=cards, ids=small_ids()))))


class Watched:
    """Games played interpreted, with every decision watched: what bots do, counted beside the laboratory's own counting."""

    def __init__(self, bots: tuple[str, ...], games: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.bots = bots
        self.lying: Counter[str] = Counter()
        self.bought: Counter[str] = Counter()
        self.joint: set[int] = set()
        self.opened: tuple[int, int] = (NONE, NONE)
        self.openings: dict[tuple[int, int], str] = {}
        self.weighed: Counter[tuple[str, int]] = Counter()
        self.buying = NONE
        self.game = NONE
        monkeypatch.setattr(chunks, "apply", self.watch)
        monkeypatch.setattr(chunks, "clear", self.begin(chunks.clear))
        rows: list[Any] = [[GameRow() for _ in range(games)], [SeatRow() for _ in range(games * len(bots))], [CardRow()]]
        room = Room()
        room.bots = [*(make_bot(bot, small_ids()) for bot in bots), *(Bot() for _ in range(len(room.bots) - len(bots)))]
        chunks.play_chunk(small_cards(), room, len(bots), 3, 0, games, 1, ASKING, *rows)
        tally = Tally(kinds_of(bots), True, 2)
        tally.count(*(layout.to_rows(some) for some in rows))
        self.outcome = Outcome(Run(PACK, bots, games), tally, 0.0, False)

    def begin(self, clear: Callable[..., None]) -> Callable[..., None]:
        """Note which game begins."""

        def noted(row: GameRow, game: int, seed: int) -> None:
            self.game = game
            clear(row, game, seed)

        return noted

    def bot(self, seat: int) -> str:
        """Who holds a seat of the game that is played."""
        return self.bots[(seat + self.game) % len(self.bots)]

    def watch(self, cards: Cards, deal: Deal, state: State, action: int, told: Told) -> None:
        """Apply an action, and count what it is."""
        if state.phase == Phase.BUY and self.opened != (self.game, state.year):
            self.opened = (self.game, state.year)
            for seat in range(state.seats):
                self.lying[self.bot(seat)] += state.councils[seat].tray_count
        if state.phase == Phase.BUY:
            self.buying = action
        buyer, before, managing = state.buyer, state.table_actions, state.phase == Phase.MANAGE
        if action >= actions.PUBLISH and state.drafts[buyer].partner == NONE:
            self.weighed[self.bot(buyer), action - actions.PUBLISH] += 1
        elif action == actions.AGREE:
            self.weighed[self.bot(buyer), state.drafts[buyer].weights] += 1
        partner = state.decider if action == actions.AGREE else NONE
        apply(cards, deal, state, action, told)
        if state.table_actions != before and not managing:
            kind, _, what = to_text(self.buying, cards, small_ids()).partition(" ")
            self.openings.setdefault((self.game, buyer), what if kind in {"train", "project"} else kind)
        if told.table.winner != NONE:
            self.bought[self.bot(buyer)] += 1
            if partner != NONE:
                self.bought[self.bot(partner)] += 1
                self.joint.add(self.game)


@pytest.fixture(scope="module")
def watched() -> Watched:
    with pytest.MonkeyPatch.context() as monkeypatch:
        return Watched(("random", "balanced", "balanced:train=0"), 30, monkeypatch)


def test_what_is_bought_of_what_lay_there_is_what_was_seen(watched: Watched) -> None:
    for bot in watched.bots:
        assert watched.bought[bot]
        assert outcomes.bought_share(watched.outcome, bot).value == pytest.approx(watched.bought[bot] / watched.lying[bot])


def test_the_commonest_opening_is_that_which_was_seen_most_often(watched: Watched) -> None:
    assert len(watched.openings) == 90
    for bot in watched.bots:
        seen = Counter(kind for (game, seat), kind in watched.openings.items() if watched.bots[(seat + game) % 3] == bot)
        kind, figure = commonest_opening(watched.outcome, bot)
        assert seen[kind] == max(seen.values())
        assert figure.value == pytest.approx(seen[kind] / 30)
        counts = watched.outcome.tally.openings[watched.bots.index(bot)]
        assert dict(seen) == {name: int(n) for name, n in zip(opening_names(PACK), counts, strict=False) if n}
    assert commonest_opening(watched.outcome, "balanced:train=0")[0] in {"engage", "tender"}


def test_weights_are_counted_by_the_bot_that_published_them(watched: Watched) -> None:
    for bot in watched.bots:
        seen = {weights: n for (name, weights), n in watched.weighed.items() if name == bot}
        counts = watched.outcome.tally.weights[watched.bots.index(bot)]
        assert seen == {weights: int(n) for weights, n in enumerate(counts) if n}


def test_criteria_that_weigh_alike_share_a_tender_evenly() -> None:
    games = weighed_by_hand()
    # price: half of 3, a quarter of 1, all of 4; carbon: a quarter of 1, a third of 2
    wanted = {"price": 5.75, "quality": 1.5 + 0.25 + 2 / 3, "social_value": 0.25 + 2 / 3, "carbon": 0.25 + 2 / 3}
    found = dict(first_criterion(games, "balanced"))
    assert {name: figure.value for name, figure in found.items()} == pytest.approx({name: n / 10 for name, n in wanted.items()})
    assert sum(figure.value for figure in found.values()) == pytest.approx(1)


def test_a_criterion_at_its_least_is_counted_by_the_lowest_weight_that_the_scenario_has() -> None:
    found = {name: figure.value for name, figure in least_criterion(weighed_by_hand(), "balanced")}
    assert found == pytest.approx({"price": 2 / 10, "quality": 4 / 10, "social_value": 4 / 10, "carbon": 3 / 10})


def test_a_criterion_that_cannot_vary_is_not_asked_about() -> None:
    games = weighed_by_hand([(50, 50, 0, 0), (40, 40, 0, 20), (60, 20, 0, 20)])
    assert [name for name, _ in first_criterion(games, "balanced")] == ["price", "quality", "carbon"]
    assert [name for name, _ in least_criterion(games, "balanced")] == ["price", "quality", "carbon"]


def test_who_published_no_weights_has_no_share() -> None:
    games = weighed_by_hand()
    assert {(figure.value, figure.low, figure.high) for _, figure in first_criterion(games, "random")} == {(0, 0, 1)}


def test_joint_games_are_those_in_which_a_joint_tender_was_seen(watched: Watched) -> None:
    assert 0 < len(watched.joint) < 30
    assert outcomes.joint_games(watched.outcome).value == pytest.approx(len(watched.joint) / 30)

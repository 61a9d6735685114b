"""Bars about weights and presets, end to end on small games that are played interpreted: who plays, who is best, and how much."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pytest

from caffael.bots import Bot, make_bot
from caffael.rules.cards import Cards
from caffael.rules.notation import Ids, weights_text
from caffael.rules.terms import CRITERIA, Criterion
from caffael.scenario import load_pack
from caffael.scenario.bars import Bar
from caffael.scenario.digest import digest_of
from caffael.simulation.play import chunks, layout
from caffael.simulation.play.counts import CardRow, GameRow, Room, SeatRow
from caffael.simulation.play.laboratory import Outcome
from caffael.simulation.play.runs import Run
from caffael.simulation.play.shares import Figure, quotient
from caffael.simulation.play.tally import Tally, kinds_of
from caffael.simulation.questions import outcomes, weighing
from caffael.simulation.questions.balance import Balance, Verdict
from tests.small_table import small_cards, small_ids

GAMES = 100
ROWS = [(20, 20, 20, 40), (60, 20, 20, 0), (20, 60, 20, 0), (40, 20, 20, 20)]


def few_weights() -> Cards:
    """The small game with four rows of weights."""
    cards = small_cards()
    cards.settings.years = 2
    cards.weights_count = len(ROWS)
    cards.weights[: len(ROWS) * CRITERIA] = [weight for row in ROWS for weight in row]
    return cards


@dataclass(eq=False)
class SmallPack:
    """As much of a pack as bars ask for."""

    cards: Cards = field(default_factory=few_weights)
    weight_cards: tuple[str, ...] = ()
    years: int = 2

    @property
    def ids(self) -> Ids:
        rows = tuple(weights_text(self.cards, row) for row in range(self.cards.weights_count))
        return replace(small_ids(), weights=rows, weight_cards=self.weight_cards)

    @cached_property
    def digest(self) -> str:
        return digest_of(self.cards)

    def with_cards(self, cards: Cards) -> "SmallPack":
        return SmallPack(cards, self.weight_cards, self.years)


class PlainLaboratory:
    """Plays runs interpreted, ten games at most of each, and notes them."""

    def __init__(self, games: int = 10) -> None:
        self.most = games
        self.runs: list[Run] = []

    def play(self, run: Run, _: str) -> Outcome:
        self.runs.append(run)
        seats, games = len(run.bots), min(run.games, self.most)
        room = Room()
        room.bots = [*(make_bot(bot, run.pack.ids) for bot in run.bots), *(Bot() for _ in range(len(room.bots) - seats))]
        rows: list[Any] = [[GameRow() for _ in range(games)], [SeatRow() for _ in range(games * seats)], [CardRow()]]
        chunks.play_chunk(run.pack.cards, room, seats, run.seed, 0, games, run.level, run.asking, *rows)
        tally = Tally(kinds_of(run.bots), run.level > 0, 2)
        tally.count(*(layout.to_rows(some) for some in rows))
        return Outcome(run, tally, 0.0, False)

    def play_all(self, runs: list[Run], what: str) -> list[Outcome]:
        return [self.play(run, what) for run in runs]


def measured(measure: str, laboratory: PlainLaboratory, pack: SmallPack, bots: int = 2, **keys: Any) -> list[Verdict]:
    keys = {"bots": ["balanced"] * bots, "least": 0.0, "games": GAMES} | keys
    bar = Bar.model_validate({"id": "it", "title_en": "It", "measure": measure} | keys)
    plays: Any = laboratory
    return Balance(as_pack(pack), plays, 1, pack.years).verdicts(bar)


def test_half_of_a_bots_places_are_given_away_the_later_ones() -> None:
    assert weighing.against(["a", "b", "a", "a", "a"], "a", "x") == ("a", "b", "a", "x", "x")
    assert weighing.against(["a", "a", "a"], "a", "x") == ("a", "a", "x")
    assert weighing.instead(["a", "b", "a"], "a", "x") == ("x", "b", "x")


def test_rows_are_searched_by_the_quick_bot_of_the_same_taste() -> None:
    assert weighing.quick("planner:iterations=25:carbon=2:ahead=1:without=labs") == "balanced:carbon=2:without=labs"
    assert weighing.quick("planner") == "balanced"
    assert weighing.quick("greenest:carbon=2") == "greenest:carbon=2"


def test_rows_are_tried_in_few_games_and_in_fewer_for_a_quick_look() -> None:
    assert [weighing.searched(games) for games in (20_000, 1_600, 1_000, 400, 100)] == [400, 400, 250, 100, 100]


def test_the_few_best_rows_are_the_first_of_equals() -> None:
    assert weighing.best_rows([0.5, 0.9, 0.7, 0.9, 0.1, 0.2, 0.3]) == [1, 3, 2, 0, 6]


def test_the_best_row_is_named_with_its_share_in_games_of_the_bars_own_number() -> None:
    laboratory, pack = PlainLaboratory(), SmallPack()
    (verdict,) = measured("fixed_weights", laboratory, pack, of="balanced")
    assert verdict.games == GAMES
    others = [run.bots for run in laboratory.runs]
    assert others[:4] == [("balanced", f"balanced:weights={name}") for name in pack.ids.weights]
    assert sorted(others[4:]) == sorted(others[:4])  # four rows: all are among the best few
    shares = {}
    for name in pack.ids.weights:
        bots = ("balanced", f"balanced:weights={name}")
        played = PlainLaboratory().play(Run(as_pack(pack), bots, 10), "")
        shares[name] = outcomes.mean_score(played, bots[1]).value / outcomes.mean_score(played, bots[0]).value
    assert verdict.thing == max(shares, key=shares.__getitem__)
    assert verdict.figure.value == pytest.approx(max(shares.values()))
    assert len(set(shares.values())) == 4


def as_pack(pack: SmallPack) -> Any:
    return pack


def test_each_preset_has_its_share_and_weight_cards_are_named() -> None:
    found = measured("preset_worth", PlainLaboratory(), SmallPack(), of="balanced")
    assert [verdict.thing for verdict in found] == ["balanced", "price", "quality", "social_value", "carbon"]
    pack = SmallPack(weight_cards=("planet", "money", "people", "fair"))
    cards = measured("preset_worth", PlainLaboratory(), pack, of="balanced")
    assert [verdict.thing for verdict in cards] == list(pack.weight_cards)
    by_name = {verdict.thing: verdict.figure.value for verdict in found}
    assert by_name["carbon"] == cards[0].figure.value  # the same row by another name
    assert measured("fixed_weights", PlainLaboratory(), pack, of="balanced")[0].thing in pack.weight_cards


def test_a_share_of_a_score_has_the_interval_of_both() -> None:
    figure = quotient(Figure(90, 87, 93), Figure(100, 96, 104))
    assert figure.value == pytest.approx(0.9)
    assert figure.high - figure.value == pytest.approx(((3 / 100) ** 2 + (0.9 * 4 / 100) ** 2) ** 0.5)
    assert quotient(Figure(1, 0, 2), Figure(0, 0, 0)).high == float("inf")


def test_presets_are_named_for_the_criterion_put_first_and_no_other() -> None:
    assert weighing.named_for(as_pack(SmallPack())) == {criterion.name.lower(): criterion for criterion in Criterion}
    assert weighing.named_for(load_pack("first-steps")) == {
        "money": Criterion.PRICE,
        "people": Criterion.QUALITY,
        "planet": Criterion.CARBON,
    }


def test_all_publish_each_preset_in_turn_and_its_winners_are_looked_at() -> None:
    laboratory, pack = PlainLaboratory(), SmallPack()
    first = measured("named_first", laboratory, pack, of="balanced")
    assert [run.bots for run in laboratory.runs] == [(f"balanced:preset={verdict.thing}",) * 2 for verdict in first]
    assert all(run.closely for run in laboratory.runs)
    poor = measured("named_poor", laboratory, pack, of="balanced")
    for one, other, criterion in zip(first, poor, Criterion, strict=True):
        played = PlainLaboratory().play(Run(as_pack(pack), (f"balanced:preset={one.thing}",) * 2, 10, closely=True), "").tally
        assert one.figure.value == played.near_best[criterion] / played.contests[0]
        assert other.figure.value == played.poor[criterion] / played.contests[0]


def test_what_previews_and_kinds_come_to_is_over_all_presets() -> None:
    pack = SmallPack()
    tallies = [
        PlainLaboratory().play(Run(as_pack(pack), (f"balanced:preset={name}",) * 2, 10, closely=True), "").tally
        for name in ("balanced", "price", "quality", "social_value", "carbon")
    ]
    (errs,) = measured("preview_errs", PlainLaboratory(), pack, of="balanced")
    contests, erred = (sum(int(tally.contests[i]) for tally in tallies) for i in (0, 1))
    assert 0 < erred < contests
    assert (errs.thing, errs.figure.value) == ("", erred / contests)
    kinds = measured("kind_wins", PlainLaboratory(), pack, of="balanced")
    assert [verdict.thing for verdict in kinds] == ["micro", "sme", "social-enterprise", "regional", "national", "multinational"]
    bids, wins = (sum(getattr(tally, name) for tally in tallies) for name in ("kind_bids", "kind_wins"))
    assert [verdict.figure.value for verdict in kinds] == pytest.approx([won / bid for won, bid in zip(wins, bids, strict=True)])


def test_a_climate_event_costs_what_scores_rise_by_without_any_over_how_many_came() -> None:
    laboratory, pack = PlainLaboratory(), SmallPack()
    pack.cards.settings.carbon_budget = 60_000  # so small that marks are passed
    pack.cards.settings.years = 3
    (verdict,) = measured("climate_event_cost", laboratory, pack)
    with_them, calm = laboratory.runs
    assert (with_them.pack.cards.settings.climate_events, calm.pack.cards.settings.climate_events) == (1, 0)
    assert (with_them.bots, with_them.seed) == (calm.bots, calm.seed)
    played, without = PlainLaboratory().play(with_them, "").tally, PlainLaboratory().play(calm, "").tally
    assert played.climate_come > 0 == without.climate_come
    lost = (without.score.sum() - played.score.sum()) / (10 * 2)
    assert verdict.figure.value == pytest.approx(lost / (played.climate_come / 10))
    assert verdict.bounds() == "at least 0.00 points"
    assert pack.cards.settings.climate_events == 1


def test_where_no_climate_event_comes_none_costs_anything() -> None:
    pack = SmallPack()
    pack.cards.settings.carbon_budget = 10**9
    (verdict,) = measured("climate_event_cost", PlainLaboratory(), pack)
    assert (verdict.figure.value, verdict.figure.low, verdict.figure.high) == (0, 0, 0)


def test_swayed_needs_are_a_share_of_those_that_lie_there() -> None:
    pack, laboratory = SmallPack(), PlainLaboratory()
    (verdict,) = measured("swayed", laboratory, pack, 3)
    (run,) = laboratory.runs
    lying, changed = PlainLaboratory().play(run, "").tally.sway
    assert verdict.figure.value == changed / lying
    assert 0 < changed < lying

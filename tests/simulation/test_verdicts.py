"""Bars measured from end to end: what each is about, its figure, and its bounds in the unit of its measure."""

from typing import Any

import pytest

from caffael.scenario import Pack, load_pack
from caffael.scenario.bars import Bar
from caffael.simulation.play.laboratory import Outcome
from caffael.simulation.questions import outcomes
from caffael.simulation.questions.balance import Balance, Verdict, check_bars
from caffael.simulation.questions.choices import opening_names
from caffael.simulation.report.bars import thing_name, verdict_pictures, verdict_table
from tests.simulation.bench import TestLaboratory

THINKING = "planner:iterations=2"
WITHOUT = f"{THINKING}:without=labs"
EQUAL = ["balanced"] * 4


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("smarter-spending", years=3)


def bar(measure: str, bots: list[str], **keys: Any) -> Bar:
    return Bar.model_validate({"id": "it", "title_en": "It", "measure": measure, "bots": bots, "games": 100, **keys})


def verdicts(pack: Pack, *bars: Bar) -> list[Verdict]:
    with TestLaboratory() as laboratory:
        found, stopped = check_bars(pack, bars, laboratory, 1, pack.years)
    assert not stopped
    return found


def outcome(pack: Pack, its: Bar) -> Outcome:
    with TestLaboratory() as laboratory:
        return Balance(pack, laboratory, 1, pack.years).outcome(its)


def test_what_labs_bring_a_planner_is_a_gap_of_scores_in_points(pack: Pack) -> None:
    gap = bar("score_gap", [THINKING, THINKING, WITHOUT, WITHOUT], of=THINKING, least=1, most=8)
    (verdict,) = verdicts(pack, gap)
    with_labs, without = (outcomes.mean_score(outcome(pack, gap), bot).value for bot in (THINKING, WITHOUT))
    assert verdict.thing == f"{THINKING} less {WITHOUT}"
    assert verdict.figure.value == pytest.approx(with_labs - without)
    assert verdict.figure.low < verdict.figure.value < verdict.figure.high
    assert verdict.holds == (1 <= with_labs - without <= 8)
    assert verdict.bounds() == "+1.00 points to +8.00 points"


def test_who_is_barred_from_labs_has_none(pack: Pack) -> None:
    played = outcome(pack, bar("used_share", [THINKING, WITHOUT], of=WITHOUT, things="labs", most=1)).tally
    assert played.used["labs"][0].any()
    assert not played.used["labs"][1].any()


@pytest.mark.parametrize(
    ("measure", "keys", "written"),
    [
        ("bought_share", {"of": "balanced", "least": 0.55, "most": 0.8}, "55.0 % to 80.0 %"),
        ("spread", {"most": 18}, "at most 18.00 points"),
        ("joint_games", {"least": 0.5}, "at least 50.0 %"),
        ("over_cost", {"least": 8}, "at least 8.00 points"),
        ("first_actions", {"of": "balanced", "most": 0.5}, "at most 50.0 %"),
    ],
)
def test_a_measure_of_one_figure_is_told_in_its_unit(pack: Pack, measure: str, keys: dict[str, Any], written: str) -> None:
    (verdict,) = verdicts(pack, bar(measure, EQUAL, **keys))
    assert verdict.bounds() == written
    assert verdict.figure.low <= verdict.figure.value <= verdict.figure.high
    assert verdict.written(verdict.figure.value).endswith(written[-2:])


@pytest.mark.parametrize("measure", ["first_criterion", "least_criterion"])
def test_each_criterion_has_a_verdict_of_its_own(pack: Pack, measure: str) -> None:
    found = verdicts(pack, bar(measure, EQUAL, of="balanced", least=0.1, most=0.5))
    assert [verdict.thing for verdict in found] == ["price", "quality", "social_value", "carbon"]
    assert [verdict.bounds() for verdict in found] == ["10.0 % to 50.0 %"] * 4
    if measure == "first_criterion":
        assert sum(verdict.figure.value for verdict in found) == pytest.approx(1)


def test_a_first_action_is_named_as_players_read_it(pack: Pack) -> None:
    (verdict,) = verdicts(pack, bar("first_actions", EQUAL, of="balanced", most=0.5))
    assert verdict.thing in opening_names(pack)
    names = [thing_name(pack, Verdict(verdict.bar, kind, verdict.figure, None, 0.5, 1)) for kind in opening_names(pack)]
    assert names[:5] == ["pass", "tender", "engage", "joint", "Procurement lab"]
    assert names[7:] == [pack.project(i).title("en") for i in range(len(pack.ids.projects))]


def test_points_have_an_axis_of_their_own_in_a_report(pack: Pack) -> None:
    found = verdicts(pack, bar("spread", EQUAL, most=18), bar("joint_games", EQUAL, least=0.5))
    assert len(verdict_table(pack, found).rows) == 2
    titles = [picture.caption for picture in verdict_pictures(pack, found)]
    assert [title.partition(".")[0] for title in titles] == ["Shares", "Scores, in points"]

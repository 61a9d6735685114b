"""A rehearsal tells what nobody can see in the files: each finding in a pack that is spoiled so, and none in the one that ships."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from caffael.authoring.judging import verdict_of
from caffael.cli.packs import check, rehearse_all
from caffael.scenario import Fault, Pack, load_pack
from caffael.scenario.extension import write_extension
from caffael.scenario.layers.named_numbers import all_names
from caffael.simulation.play import runs
from caffael.simulation.questions import rehearsal
from caffael.simulation.questions.rehearsal import Rehearsal, findings, rehearse
from tests.simulation.bench import TestLaboratory

SCENARIO = "smarter-spending"
HOPELESS = {"price_percent": 200, "quality": 1, "social": 0, "carbon_percent": 120, "reputation": 1}


@pytest.fixture(scope="module", autouse=True)
def ready() -> None:
    runs.get_ready()


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer games, where what is looked for happens in every one."""
    monkeypatch.setattr(rehearsal, "STYLES", dict.fromkeys(rehearsal.STYLES, 40))
    monkeypatch.setattr(rehearsal, "MIXED", 40)


def played(changes: Mapping[str, object] | None = None, years: int | None = 3) -> Rehearsal:
    with TestLaboratory() as laboratory:
        return rehearse(load_pack(SCENARIO, years, changes), laboratory)


def told(changes: Mapping[str, object]) -> dict[str, str]:
    """What is told of a pack with changes, by column; of cards alone the card."""
    return {f"{fault.value}" if fault.column == "id" else f"{fault.column}": fault.message for fault in findings(played(changes))}


@pytest.mark.parametrize("years", [3, 5])
def test_the_pack_that_ships_has_nothing_to_tell(years: int) -> None:
    found = played(years=years)
    assert found.games == 2200
    assert found.mixed is not None
    assert found.mixed.tally.finished == 1000
    assert findings(found) == []


def test_it_plays_the_usual_teams_and_every_style() -> None:
    laboratory = TestLaboratory()
    pack = load_pack(SCENARIO)
    with laboratory:
        rehearse(pack, laboratory)
    styles = ["balanced", "cheapest", "greenest", "local"]
    assert [set(run.bots) for run in laboratory.runs] == [*({style} for style in styles), set(styles)]
    assert {(len(run.bots), run.pack.years) for run in laboratory.runs} == {(pack.teams, 5)}


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"rules.carbon_budget_kg_a_year": 1000, "rules.ending": "hard"}, "so nobody can win; raise the carbon budget."),
        ({"rules.carbon_budget_kg_a_year": 1000}, "so councils lose points whatever they do; raise the carbon budget."),
        ({"rules.carbon_budget_kg_a_year": 900_000}, "so carbon never matters; lower the carbon budget."),
    ],
)
def test_a_region_that_always_or_never_fails(changes: dict[str, object], part: str, few: None) -> None:
    assert told(changes)["rules.carbon_budget_kg_a_year"].endswith(part)


def test_no_carbon_is_no_matter(few: None) -> None:
    assert "rules.carbon_budget_kg_a_year" not in told({"rules.carbon": False})


def test_a_shared_target_that_nobody_meets(few: None) -> None:
    found = told({"rules.ending": "shared", "rules.shared_target_points": 900})
    assert found["rules.shared_target_points"].startswith("The mean score of all councils comes to ")
    assert "rules.shared_target_points" not in told({"rules.ending": "shared", "rules.shared_target_points": 40})


def test_a_supplier_that_never_wins(few: None) -> None:
    found = told({f"suppliers.becws-cwm-brwyn.{column}": value for column, value in HOPELESS.items()})
    assert found["becws-cwm-brwyn"].endswith(" times against others and never won; make it cheaper, or better in something.")


def test_a_supplier_that_never_bids_and_a_need_that_is_never_bought_stand_in_their_rows(few: None) -> None:
    changes = {"suppliers.becws-cwm-brwyn.largest_gbp": 1000, "needs.school-milk.estimate_gbp": 50_000_000}
    found = {fault.value: fault for fault in findings(played(changes)) if fault.column == "id"}
    supplier, need = found["becws-cwm-brwyn"], found["school-milk"]
    assert (supplier.file, supplier.row) == ("suppliers.csv", 2)
    assert supplier.message.startswith("It never bid in 160 games")
    assert need == Fault("needs.csv", 3, "id", "school-milk", need.message)
    assert need.message.startswith("No bot bought it in 160 games")


def test_a_way_to_buy_that_nobody_can_take(few: None) -> None:
    found = told({"routes.flexible.on": True, "routes.flexible.days": 30})
    assert found["routes.flexible"].startswith("This way to buy is on, but in 160 games no bot could or would take it")


def test_tenders_for_which_hardly_anybody_bids(few: None) -> None:
    found = told({"rules.suppliers_in_market": 2, "rules.engagement": False, "suppliers.*.capacity": 1})
    assert found["rules.suppliers_in_market"].startswith("Nobody, or one supplier alone, bids for ")


def test_scores_that_hardly_differ_and_a_lucky_seat(few: None) -> None:
    found = played()
    for outcome in found.outcomes.values():
        places = len(outcome.run.bots) * outcome.tally.finished
        outcome.tally.score[:] = 60 * outcome.tally.finished
        outcome.tally.squares[:] = 60 * 60 * places // len(outcome.run.bots)
    good = found.outcomes["balanced"].tally
    good.seat_won[:] = [36 * good.finished, 8 * good.finished, 8 * good.finished, 8 * good.finished]
    told_of_it = [fault.message for fault in findings(found) if fault.column in ("rules", "teams")]
    assert told_of_it == [
        "Scores of good pupils differ by 0.0 points only (their standard deviation), so chance decides who wins.",
        "The best and the worst way to play are 0.0 points apart on the mean, so it hardly matters how one plays.",
        "Seat 1 wins 60 % of games between equal players; 25 % would be fair.",
    ]


def test_one_team_alone_lacks_no_joint_tender_and_no_fair_seat(few: None) -> None:
    pack = load_pack(SCENARIO, 3)
    alone = Pack(**{name: getattr(pack, name) for name in Pack.__dataclass_fields__} | {"teams": 1})
    with TestLaboratory() as laboratory:
        found = findings(rehearse(alone, laboratory))
    assert {fault.column for fault in found} & {"routes.joint", "teams"} == set()


def test_a_rehearsal_that_is_stopped_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caffael.simulation.play.laboratory.Laboratory", lambda workers: TestLaboratory(stop_in=1))
    verdict = verdict_of(SCENARIO)
    assert str(rehearse_all([verdict], True)).startswith("Stopped")
    assert verdict.warnings == []


def test_check_tells_what_play_shows(few: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_extension(tmp_path / "mine", SCENARIO, "mine", "Mine", {"routes.flexible.on": True, "routes.flexible.days": 30})
    assert check([str(folder)], play=True) == 0
    told_lines = capsys.readouterr().out.splitlines()
    assert any("scenario.toml, line 7, routes.flexible: This way to buy is on" in line for line in told_lines)
    assert told_lines[-1].startswith(f"{folder}: sound, ")


def test_every_key_that_is_told_is_one_of_a_pack() -> None:
    names = all_names()
    for name in ("rules.carbon_budget_kg_a_year", "rules.shared_target_points", "rules.suppliers_in_market", "routes.flexible.on"):
        assert name in names

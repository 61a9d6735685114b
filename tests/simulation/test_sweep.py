"""Sweeps: the same deals at every setting, honest differences, and everything refused before anything is played."""

import csv
import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from caffael.cli import sweep as exploring
from caffael.scenario import load_pack
from caffael.scenario.pack import parameters
from caffael.simulation.play.runs import Run
from caffael.simulation.play.shares import Figure, difference
from caffael.simulation.questions.experiment import Experiment
from caffael.simulation.questions.figures import FigureError, worth_figure
from caffael.simulation.questions.outcomes import NoSuchOutcomeError, figure_of
from caffael.simulation.questions.ranges import Range, RangeError, read_ranges
from caffael.simulation.questions.sweeping import MOST_SETTINGS, Sweep, grid, latin_hypercube, slopes, sweep
from caffael.simulation.questions.worth import Worth
from caffael.simulation.questions.writing import write_files
from tests.simulation.bench import TestLaboratory

SCENARIO = "smarter-spending"
BOTS = ("balanced", "cheapest")
GAMES = 20


def ranges(*texts: str) -> tuple[Range, ...]:
    return read_ranges(texts, parameters(SCENARIO))


def experiment(*texts: str, outcomes: tuple[str, ...] = ("failed_share", "mean_score:balanced")) -> Experiment:
    return Experiment(SCENARIO, 3, ranges(*texts), BOTS, GAMES, 7, outcomes)


def command(*texts: str, code: int = 0, **options: Any) -> None:
    """Run the command with few games; the code it must end with."""
    asked: dict[str, Any] = {"bots": ",".join(BOTS), "games": GAMES, "years": 3, "workers": 1, "seed": 7} | options
    assert exploring.sweep(SCENARIO, list(texts), **asked) == code


@pytest.fixture(scope="module")
def laboratory() -> TestLaboratory:
    with TestLaboratory() as opened:
        return opened


@pytest.fixture(scope="module")
def played() -> tuple[Sweep, list[Run]]:
    asked = experiment("rules.carbon_budget_kg_a_year=90000,177000,400000", "rules.bid_cards=false,true")
    with TestLaboratory() as opened:
        return sweep(asked, grid(asked.ranges), False, opened), opened.runs


@pytest.fixture
def swept(played: tuple[Sweep, list[Run]]) -> Sweep:
    return played[0]


def test_a_grid_has_every_setting_once_the_last_number_changing_first() -> None:
    found = grid(ranges("rules.load_percent=3:7:2", "routes.open.days=1,2"))
    assert found == ((0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1))


def test_a_grid_asks_for_a_step() -> None:
    with pytest.raises(RangeError, match="write 3:7:1 or a list, or add --sample 20"):
        grid(ranges("rules.load_percent=3:7"))


def test_more_settings_than_anybody_waits_for_are_refused() -> None:
    many = ranges("rules.load_percent=0:44:1", "rules.badge_points=0:44:1")
    with pytest.raises(RangeError, match="2,025 settings; 2,000 are the most"):
        grid(many)
    with pytest.raises(RangeError, match="are the most"):
        latin_hypercube(many, MOST_SETTINGS + 1, 1)


def test_a_latin_hypercube_meets_every_strip_of_every_range_once() -> None:
    asked = ranges("rules.load_percent=1:20", "needs.*.estimate_gbp=x0.81:x1.19:0.02")
    found = latin_hypercube(asked, 20, 3)
    assert sorted(setting[0] for setting in found) == list(range(20))
    assert sorted(setting[1] for setting in found) == list(range(20))
    assert found == latin_hypercube(asked, 20, 3)
    assert found != latin_hypercube(asked, 20, 4)


def test_too_few_samples_and_a_range_of_one_value_are_refused() -> None:
    with pytest.raises(RangeError, match="--sample 3 is too few"):
        latin_hypercube(ranges("rules.load_percent=1:20", "rules.badge_points=0:4"), 3, 1)
    with pytest.raises(RangeError, match=r"rules\.load_percent has one value only"):
        latin_hypercube(ranges("rules.load_percent=4"), 10, 1)


def test_every_setting_plays_the_same_deals_and_the_scenario_as_it_is_only_once(played: tuple[Sweep, list[Run]]) -> None:
    runs = played[1]
    assert len(runs) == 6
    assert {(run.bots, run.games, run.seed) for run in runs} == {(BOTS, GAMES, 7)}
    assert runs[0].pack.digest == load_pack(SCENARIO, 3).digest
    assert len({run.pack.digest for run in runs}) == 6


def test_a_figure_is_that_of_a_run_on_the_changed_scenario(swept: Sweep, laboratory: TestLaboratory) -> None:
    pack = load_pack(SCENARIO, 3, {"rules.carbon_budget_kg_a_year": 90_000, "rules.bid_cards": False})
    outcome = laboratory.play(Run(pack, BOTS, GAMES, 7))
    assert swept.figures((0, 0))["failed_share"] == figure_of(outcome, "failed_share")


def test_effects_are_differences_to_the_scenario_as_it_is(swept: Sweep) -> None:
    assert swept.as_it_is is not None
    tight, as_it_is = swept.figures((0, 1))["failed_share"], swept.as_it_is["failed_share"]
    assert swept.effects((0, 1))["failed_share"] == difference(tight, as_it_is)
    assert tight.value > as_it_is.value
    assert swept.figures((1, 1)) == swept.as_it_is
    assert (swept.effects((1, 1))["failed_share"].low, swept.effects((1, 1))["failed_share"].high) == (0, 0)


def test_a_straight_line_through_samples_is_found_with_its_interval() -> None:
    chance = random.Random(5)
    parts = np.array([[chance.random(), chance.random()] for _ in range(40)])
    exact = slopes(parts, 4 + 3 * parts[:, 0] - parts[:, 1])
    assert [figure.value for figure in exact] == pytest.approx([3, -1])
    assert [figure.high - figure.low for figure in exact] == pytest.approx([0, 0], abs=1e-6)
    noisy = slopes(parts, 4 + 3 * parts[:, 0] - parts[:, 1] + np.array([chance.gauss(0, 0.2) for _ in range(40)]))
    assert noisy[0].low < 3 < noisy[0].high
    assert 0.05 < noisy[0].high - noisy[0].low < 1


def test_samples_show_what_a_number_does(laboratory: TestLaboratory) -> None:
    asked = experiment("rules.carbon_budget_kg_a_year=80000:250000", "rules.badge_points=0:4", outcomes=("failed_share",))
    result = sweep(asked, latin_hypercube(asked.ranges, 12, 1), True, laboratory)
    carbon, badges = result.linear_effects()["failed_share"]
    assert carbon.high < 0
    assert badges.low < 0.2
    assert list(result.as_data()["linear_effects"]["failed_share"]) == ["rules.carbon_budget_kg_a_year", "rules.badge_points"]


def test_ctrl_c_keeps_the_settings_that_were_played_to_the_end() -> None:
    asked = experiment("rules.load_percent=1,2,3,4")
    with TestLaboratory(stop_in=3) as stopped:
        result = sweep(asked, grid(asked.ranges), False, stopped)
    assert result.stopped
    assert result.settings == ((0,), (1,))
    assert [row["rules.load_percent"] for row in result.rows()] == [1, 2]


def test_outcomes_are_checked_before_anything_is_played() -> None:
    for wrong in ("win_share:greenest", "win_share", "seat_share:3", "failed"):
        with pytest.raises(NoSuchOutcomeError):
            experiment("rules.load_percent=1,2", outcomes=(wrong,)).check_outcomes()


def test_the_command_writes_a_table_the_data_and_a_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new" / "sweep"
    command("rules.load_percent=4,5", "rules.bid_cards=0,1", out=str(out), json=True)
    printed = json.loads(capsys.readouterr().out)
    assert json.loads((out / "sweep.json").read_text(encoding="utf-8")) == printed
    with (out / "sweep.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["rules.load_percent"], row["rules.bid_cards"]) for row in rows] == [("4", "0"), ("4", "1"), ("5", "0"), ("5", "1")]
    assert float(rows[1]["failed_share effect"]) == printed["settings"][1]["effects"]["failed_share"]["value"]
    picture = (out / "sweep.svg").read_text(encoding="utf-8")
    assert ">rules.load_percent</text>" in picture
    assert ">mean_score:balanced</text>" in picture
    assert sorted(path.name for path in out.iterdir()) == ["sweep.csv", "sweep.json", "sweep.svg"]


def test_the_figure_of_a_result_is_always_the_same_file(swept: Sweep) -> None:
    from caffael.simulation.questions.figures import sweep_figure

    assert sweep_figure(swept) == sweep_figure(swept)
    assert sweep_figure(swept, "png").startswith(b"\x89PNG")


def test_what_things_are_worth_is_drawn_as_svg_or_png_alone(tmp_path: Path) -> None:
    worths = [Worth("lots", Figure(0.5, 0.4, 0.6), Figure(0.3, 0.2, 0.4)), Worth("data", Figure(0.5, 0.4, 0.6), Figure(0.5, 0.4, 0.6))]
    worth_figure(worths, "balanced", tmp_path / "worth.svg")
    assert ">lots</text>" in (tmp_path / "worth.svg").read_text(encoding="utf-8")
    worth_figure(worths, "balanced", tmp_path / "worth.PNG")
    assert (tmp_path / "worth.PNG").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(FigureError, match=r"ends in \.svg or \.png"):
        worth_figure(worths, "balanced", tmp_path / "worth.pdf")


def test_the_table_says_what_differs_and_from_what(capsys: pytest.CaptureFixture[str]) -> None:
    command("rules.load_percent=4,5", outcome=["failed_share"])
    printed = " ".join(capsys.readouterr().out.split())
    assert "as it is" in printed
    assert "none: as it is" in printed
    assert "as independent" in printed


def test_a_stopped_command_prints_what_was_finished_and_ends_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: TestLaboratory(stop_in=2))
    command("rules.load_percent=3,4,6", out=str(tmp_path), code=1)
    assert "Stopped before all settings were played" in " ".join(capsys.readouterr().out.split())
    assert (tmp_path / "sweep.csv").read_text(encoding="utf-8").count("\n") == 2
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: TestLaboratory(stop_in=0))
    command("rules.load_percent=3,4,6", code=1)
    assert "Stopped before the first setting" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("texts", "options", "sentence"),
    [
        (["rules.load_percnt=3,4"], {}, 'did you mean "rules.load_percent"?'),
        (["rules.load_percent=7:3:1"], {}, "upside down"),
        (["rules.load_percent=few"], {}, '"few" is not a number'),
        (["rules.load_percent=3,400"], {}, 'With rules.load_percent=400: rules.load_percent: "400" is too large'),
        (["rules.load_percent=3,4"], {"outcome": ["fail_share"]}, "did you mean failed_share?"),
        (["rules.load_percent=3,4"], {"outcome": ["win_share:local"]}, "does not play"),
        (["rules.load_percent=3,4"], {"outcome": ["bidders_share:few"]}, "bidders_share"),
        (["rules.load_percent=3,4"], {"bots": "wizard"}, "wizard"),
        (["rules.load_percent=3,4"], {"games": 0}, "1 or more"),
        (["rules.load_percent=3,4"], {"years": 4}, "4"),
        (["rules.load_percent=3:4"], {"sample": -1}, "--sample -1"),
        (["rules.load_percent=3:4"], {"sample": 2}, "--sample 2 is too few"),
    ],
)
def test_what_cannot_be_swept_is_told_before_anything_is_played(
    texts: list[str], options: dict[str, Any], sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: pytest.fail("something was played"))
    command(*texts, code=2, **options)
    told = capsys.readouterr()
    assert sentence in told.err
    assert told.out == ""


def test_a_folder_that_cannot_be_made_is_told_before_anything_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: pytest.fail("something was played"))
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    command("rules.load_percent=3,4", out=str(tmp_path / "file"), code=2)
    assert "can't be written to" in capsys.readouterr().err


def test_files_are_written_together_or_not_at_all(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.csv": b"old", "b.csv": b"old"})
    with pytest.raises(OSError, match=r"no-such-folder"):
        write_files(tmp_path, {"a.csv": b"new", "no-such-folder/b.csv": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.csv": b"old", "b.csv": b"old"}

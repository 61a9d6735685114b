"""Tuning: it finds numbers with which bars hold, writes nothing that is not better, and loses nothing that was tried."""

import json
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from caffael.cli import tune as exploring
from caffael.resources import folder
from caffael.scenario import load_pack
from caffael.scenario.bars import Bar, load_bars
from caffael.scenario.pack import parameters
from caffael.simulation.play.shares import Figure
from caffael.simulation.questions.balance import Verdict, shortfall
from caffael.simulation.questions.ranges import read_ranges
from caffael.simulation.questions.study import StudyError, open_study
from caffael.simulation.questions.tuning import Tuned, Tuning, bars_to_tune, search, tune
from tests.simulation.bench import TestLaboratory

CARBON = "rules.carbon_budget_kg_a_year=107000:397000:10000"
FAILS = """
[[bar]]
id = "fails"
title_en = "The climate fails now and then"
measure = "failed_share"
bots = ["balanced", "cheapest"]
least = {least}
most = {most}
wider = 0.0
games = 100
"""
PLANNED = """
[[bar]]
id = "thinking"
title_en = "Thinking wins"
measure = "win_share"
bots = ["planner:iterations=2", "balanced"]
of = "planner:iterations=2"
least = 0.0
games = 100
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the standard scenario with a bar that falls short: the region fails in half of the games, and should in hardly any."""
    copy = tmp_path / "my-pack"
    shutil.copytree(folder("scenarios") / "smarter-spending", copy)
    set_bars(copy, 0.0, 0.05)
    return copy


def set_bars(pack: Path, least: float, most: float, more: str = "") -> None:
    (pack / "balance.toml").write_text(FAILS.format(least=least, most=most) + more, encoding="utf-8")


def tuning(pack: Path, *texts: str, games: int = 20, seed: int = 1) -> Tuning:
    scenario = str(pack)
    return Tuning(scenario, 3, 3, read_ranges(texts or (CARBON,), parameters(scenario, 3)), tuple(load_bars(scenario)), games, seed)


def tuned(asked: Tuning, trials: int, file: Path | None = None, stop_in: int | None = None) -> tuple[Tuned, list[float | None], int]:
    """What a search came to, the values of its trials, and how many runs were played."""
    with TestLaboratory(stop_in) as laboratory, open_study(asked.ranges, asked.asked(), asked.seed, file) as study:
        result = tune(asked, study, trials, laboratory)
        return result, [trial.value for trial in study.trials()], len(laboratory.runs)


def command(pack: Path, *texts: str, code: int = 0, **options: Any) -> None:
    """Run the command with few games; the code it must end with."""
    asked: dict[str, Any] = {"games": 20, "years": 3, "workers": 1, "trials": 8} | options
    assert exploring.tune(str(pack), list(texts or (CARBON,)), **asked) == code


def verdict(value: float, least: float | None, most: float | None) -> Verdict:
    bar = Bar(id="a-bar", title_en="A bar", measure="failed_share", bots=["balanced"], least=least, most=most)
    return Verdict(bar, "", Figure(value, value, value), least, most, 100)


@pytest.mark.parametrize(
    ("verdicts", "short"),
    [
        ([verdict(0.2, 0.1, 0.3)], 0),
        ([verdict(0.4, 0.1, 0.3)], 0.5),
        ([verdict(0.05, 0.1, 0.3), verdict(0.4, 0.1, 0.3)], 0.75),
        ([verdict(0.6, 0.75, None)], 0.2),
        ([verdict(3.0, None, 2.0)], 0.5),
        ([verdict(0.3, None, 0.0)], 0.3),
        ([verdict(float("inf"), None, 2.0)], 1_000),
        ([], 0),
    ],
)
def test_a_shortfall_is_the_distance_from_the_bounds_over_their_width(verdicts: Sequence[Verdict], short: float) -> None:
    assert shortfall(verdicts) == pytest.approx(short)


def test_bars_with_a_planner_are_left_out_unless_they_are_named(pack: Path) -> None:
    set_bars(pack, 0.0, 0.05, PLANNED)
    bars = load_bars(str(pack))
    assert [bar.id for bar in bars_to_tune(bars, named=False)] == ["fails"]
    assert [bar.id for bar in bars_to_tune(bars, named=True)] == ["fails", "thinking"]


def test_it_finds_numbers_with_which_the_bars_hold(pack: Path) -> None:
    result, values, _ = tuned(tuning(pack), 12)
    assert result.better
    assert result.least < result.start == values[0]
    budget = result.changes["rules.carbon_budget_kg_a_year"]
    assert isinstance(budget, int) and budget > 150_000
    assert shortfall(result.after) < shortfall(result.before)


def test_the_last_word_has_play_with_other_deals_and_the_bars_own_games(pack: Path) -> None:
    asked = tuning(pack)
    with TestLaboratory() as laboratory, open_study(asked.ranges, asked.asked(), 1, None) as study:
        result = tune(asked, study, 6, laboratory)
    assert result.again
    *searched, before, after = laboratory.runs
    assert {(run.seed, run.games) for run in searched} == {(1, 20)}
    assert [(run.seed, run.games) for run in (before, after)] == [(2, 100), (2, 100)]
    assert before.pack.digest == load_pack(str(pack), 3).digest != after.pack.digest


def test_the_same_seed_tries_the_same_settings(pack: Path) -> None:
    set_bars(pack, 0.9, 0.95)
    texts = ("rules.badge_points=0:4", "needs.*.estimate_gbp=x0.9:x1.1")
    assert tuned(tuning(pack, *texts), 6)[1] == tuned(tuning(pack, *texts), 6)[1]


def test_a_setting_that_was_tried_is_not_played_again(pack: Path) -> None:
    set_bars(pack, 0.9, 0.95)
    result, values, runs = tuned(tuning(pack, "rules.badge_points=2,3"), 9)
    assert (result.trials, len(values)) == (9, 9)
    assert runs <= 4


def test_settings_that_make_no_sound_scenario_are_counted_and_left(pack: Path) -> None:
    set_bars(pack, 0.9, 0.95)
    result, values, _ = tuned(tuning(pack, "rules.load_percent=90:140:10"), 8)
    assert result.refused > 0
    assert values.count(None) == result.refused < 8


def test_what_is_better_is_written_as_a_scenario_that_extends_the_tuned_one(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = pack.parent / "my-tuned-pack"
    command(pack, CARBON, "needs.*.estimate_gbp=x0.95:x1.05:0.05", out=str(out), json=True)
    data = json.loads(capsys.readouterr().out)
    assert data["better"] and data["written"] == str(out)
    assert data["after"]["short"] < data["before"]["short"]
    written = load_pack(out, 3)
    assert written.id == "my-tuned-pack"
    assert written.digest == load_pack(str(pack), 3, data["changes"]).digest


def test_the_tables_say_what_changed_and_each_bar_before_and_after(
    pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    command(pack, out=str(pack.parent / "out"))
    printed = " ".join(capsys.readouterr().out.split())
    for part in ("177000", "The climate fails now and then", "falls short", "Measured again with other deals", "caffael balance"):
        assert part in printed


def test_nothing_is_written_when_nothing_better_is_found(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_bars(pack, 0.99, 1.0)
    out = pack.parent / "out"
    command(pack, "rules.carbon_budget_kg_a_year=177000:327000:50000", out=str(out), trials=4, code=1)
    assert "Nothing better was found" in " ".join(capsys.readouterr().out.split())
    assert not out.exists()


def test_a_scenario_whose_bars_hold_is_left_as_it_is(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_bars(pack, 0.0, 1.0)
    command(pack, out=str(pack.parent / "out"))
    assert "nothing to tune" in " ".join(capsys.readouterr().out.split())
    assert not (pack.parent / "out").exists()


def test_a_study_is_gone_on_with_from_its_file(pack: Path) -> None:
    set_bars(pack, 0.9, 0.95)
    asked, file = tuning(pack, "rules.badge_points=0:9", "rules.fund_gbp=0:200000"), pack.parent / "study.db"
    _, first, _ = tuned(asked, 4, file)
    _, second, runs = tuned(asked, 7, file)
    assert second[:4] == first
    assert len(second) == 7
    assert runs <= 1 + 3 + 2


def test_ctrl_c_loses_nothing_and_writes_the_best_so_far(
    pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, file = pack.parent / "out", pack.parent / "study.db"
    set_bars(pack, 0.0, 0.001)
    asked = ("rules.carbon_budget_kg_a_year=150000:230000:1000",)
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: TestLaboratory(stop_in=6))
    command(pack, *asked, storage=str(file), out=str(out), code=1, trials=50, games=40)
    assert "Stopped early" in " ".join(capsys.readouterr().out.split())
    best = load_pack(out, 3)
    assert best.digest != load_pack(str(pack), 3).digest
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: TestLaboratory())
    command(pack, *asked, storage=str(file), trials=6, games=40, json=True)
    data = json.loads(capsys.readouterr().out)
    assert data["trials"] >= 6
    assert data["search"]["after"] < data["search"]["before"]


def test_ctrl_c_outside_of_play_keeps_the_best_so_far(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: Any) -> bool:
        search(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr("caffael.simulation.questions.tuning.search", interrupted)
    result, _, _ = tuned(tuning(pack), 5)
    assert result.stopped
    assert result.best is not None


def test_a_study_of_another_question_is_refused(pack: Path) -> None:
    file = pack.parent / "study.db"
    asked = tuning(pack)
    with open_study(asked.ranges, asked.asked(), 1, file):
        pass
    for other in (tuning(pack, games=30), tuning(pack, seed=2), tuning(pack, "rules.fund_gbp=0:5")):
        with pytest.raises(StudyError, match="holds another tuning"), open_study(other.ranges, other.asked(), 1, file):
            pass
    (pack / "balance.toml").write_text(FAILS.format(least=0.1, most=0.2), encoding="utf-8")
    changed = tuning(pack)
    with pytest.raises(StudyError, match="holds another tuning"), open_study(changed.ranges, changed.asked(), 1, file):
        pass


@pytest.mark.parametrize(
    ("texts", "options", "sentence"),
    [
        ((CARBON,), {"bars": "fail"}, "did you mean fails?"),
        ((CARBON,), {"trials": 0}, "--trials 0"),
        ((CARBON,), {"games": 0}, "1 or more"),
        ((CARBON,), {"out": "my-pack"}, "There is something in"),
        ((CARBON,), {"storage": "my-pack/scenario.toml"}, "can't be used for a study"),
        ((CARBON,), {"storage": "nowhere/study.db"}, "There is no folder"),
        (("rules.load_percent=4",), {}, "one value only"),
        (("rules.load_percnt=4:5",), {}, "did you mean"),
    ],
)
def test_what_cannot_be_tuned_is_told_before_anything_is_played(
    texts: tuple[str, ...],
    options: dict[str, Any],
    sentence: str,
    pack: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: pytest.fail("something was played"))
    monkeypatch.chdir(pack.parent)
    command(pack, *texts, code=2, **options)
    assert sentence in capsys.readouterr().err


def test_a_scenario_that_extends_another_is_tuned_and_extended_in_its_turn(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = pack.parent / "mine"
    mine.mkdir()
    (mine / "scenario.toml").write_text('extends = "my-pack"\nid = "mine"\ntitle_en = "Mine"\n', encoding="utf-8")
    out = pack.parent / "out"
    command(mine, out=str(out), json=True)
    data = json.loads(capsys.readouterr().out)
    assert load_pack(out, 3).digest == load_pack(mine, 3, data["changes"]).digest
    assert 'extends = "mine"' in (out / "scenario.toml").read_text(encoding="utf-8")


def test_a_folder_that_does_not_lie_beside_the_scenario_is_told_before_anything_is_played(
    pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: pytest.fail("something was played"))
    command(pack, out=str(pack.parent / "far" / "out"), code=2)
    assert "must lie beside it" in capsys.readouterr().err
    assert not (pack.parent / "far").exists()


def test_a_scenario_without_bars_or_with_planners_alone_is_told(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / "balance.toml").write_text(PLANNED, encoding="utf-8")
    command(pack, code=2)
    assert "name those to tune for with --bars" in capsys.readouterr().err
    (pack / "balance.toml").unlink()
    command(pack, code=2)
    assert "no balance bars" in capsys.readouterr().err


def test_a_database_of_somebody_else_is_no_study_and_stays_as_it_is(pack: Path, tmp_path: Path) -> None:
    asked, other, own = tuning(pack), tmp_path / "mine [1].db", tmp_path / "own [1].db"
    with closing(sqlite3.connect(other)) as opened:
        opened.execute("CREATE TABLE mine (a)")
        opened.commit()
    before = other.read_bytes()
    with pytest.raises(StudyError, match="can't be used"), open_study(asked.ranges, asked.asked(), 1, other):
        pass
    assert other.read_bytes() == before
    for _ in range(2):
        with open_study(asked.ranges, asked.asked(), 1, own):
            pass

"""Sensitivity analysis: known functions get their known indices, also where whole numbers are rounded."""

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from caffael.cli import sweep as exploring
from caffael.scenario.pack import parameters
from caffael.simulation.play.laboratory import Laboratory
from caffael.simulation.play.shares import Figure
from caffael.simulation.questions import sensitivity
from caffael.simulation.questions.experiment import Experiment, Measured
from caffael.simulation.questions.ranges import Range, RangeError, Setting, read_ranges
from caffael.simulation.questions.sensitivity import Method, Sensitivity, analyse, design
from tests.simulation.bench import TestLaboratory

SCENARIO = "smarter-spending"
OUTCOME = "failed_share"
TEXTS = ("rules.fund_gbp=0:100000", "rules.bid_cards=false,true", "rules.badge_points=0:4")


def ranges(*texts: str) -> tuple[Range, ...]:
    return read_ranges(texts, parameters(SCENARIO))


def experiment(*texts: str) -> Experiment:
    return Experiment(SCENARIO, 3, ranges(*texts), ("balanced", "cheapest"), 10, 1, (OUTCOME,))


def analysed(
    function: Callable[[list[float]], float], method: Method, samples: int, monkeypatch: pytest.MonkeyPatch, played: int | None = None
) -> Sensitivity:
    """The analysis of a plain function of the values, each from 0 to 1; broken off when so many settings were played."""
    asked = experiment(*TEXTS)

    def measure(its: Experiment, settings: Iterable[Setting | None], _: Laboratory) -> Measured:
        wanted = [setting for setting in dict.fromkeys(settings) if setting is not None][:played]
        values = {setting: function([its.ranges[i].part(place) for i, place in enumerate(setting)]) for setting in wanted}
        figures: dict[Setting | None, dict[str, Figure]] = {
            setting: {OUTCOME: Figure(value, value - 0.1, value + 0.1)} for setting, value in values.items()
        }
        return Measured(figures, played is not None)

    monkeypatch.setattr(sensitivity, "measure", measure)
    return analyse(asked, design(asked.ranges, method, samples, 1), TestLaboratory())


def command(*texts: str, code: int = 0, **options: Any) -> None:
    """Run the command with few games; the code it must end with."""
    asked: dict[str, Any] = {"bots": "balanced,cheapest", "games": 10, "years": 3, "workers": 1, "samples": 4} | options
    assert exploring.sensitivity(SCENARIO, list(texts), **asked) == code


def test_morris_finds_the_effect_of_each_whole_range_for_a_switch_too(monkeypatch: pytest.MonkeyPatch) -> None:
    result = analysed(lambda x: 2 * x[0] - x[1] + 0.5 * x[2], "morris", 8, monkeypatch)
    found = result.indices[OUTCOME]
    assert [its["mu_star"] for its in found] == pytest.approx([2, 1, 0.5], rel=1e-3)
    assert [its["mu"] for its in found] == pytest.approx([2, -1, 0.5], rel=1e-3)
    assert [its["sigma"] for its in found] == pytest.approx([0, 0, 0], abs=1e-3)


def test_morris_shows_by_sigma_that_numbers_work_together(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = analysed(lambda x: x[0] * x[1], "morris", 12, monkeypatch).indices[OUTCOME]
    assert first["sigma"] is not None and second["sigma"] is not None
    assert min(first["sigma"], second["sigma"]) > 0.2
    assert third["mu_star"] == 0


def test_sobol_shares_the_variance_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variance of a number from 0 to 1 is 1/12, that of a switch 1/4: 4/12 to 1/4."""
    first, second, third = analysed(lambda x: 2 * x[0] + x[1], "sobol", 512, monkeypatch).indices[OUTCOME]
    assert (first["S1"], second["S1"], third["ST"]) == pytest.approx((4 / 7, 3 / 7, 0), abs=0.05)
    assert (first["ST"], second["ST"]) == pytest.approx((4 / 7, 3 / 7), abs=0.05)


@pytest.mark.parametrize("method", ["morris", "sobol"])
def test_what_changes_nothing_has_no_effect(method: Method, monkeypatch: pytest.MonkeyPatch) -> None:
    result = analysed(lambda _: 0.25, method, 4, monkeypatch)
    assert {value for its in result.indices[OUTCOME] for value in its.values()} == {0.0}
    assert result.noise[OUTCOME] == pytest.approx(0.1)


def test_equal_settings_are_played_once(monkeypatch: pytest.MonkeyPatch) -> None:
    result = analysed(lambda x: x[0], "morris", 30, monkeypatch)
    assert (result.blocks, result.settings) == (30, len({*design(result.experiment.ranges, "morris", 30, 1).settings}))
    assert result.settings < 120


def test_the_same_seed_asks_at_the_same_settings() -> None:
    for method in sensitivity.MEASURES:
        assert design(ranges(*TEXTS), method, 4, 5).settings == design(ranges(*TEXTS), method, 4, 5).settings
        assert design(ranges(*TEXTS), method, 4, 5).settings != design(ranges(*TEXTS), method, 4, 6).settings


@pytest.mark.parametrize("method", ["morris", "sobol"])
def test_ctrl_c_keeps_the_whole_samples_that_were_played(method: Method, monkeypatch: pytest.MonkeyPatch) -> None:
    result = analysed(lambda x: x[0], method, 16, monkeypatch, played=20)
    assert result.stopped
    assert 2 <= result.blocks < 16
    assert result.indices[OUTCOME][2][{"morris": "mu_star", "sobol": "ST"}[method]] == pytest.approx(0, abs=1e-9)


def test_too_little_played_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    result = analysed(lambda x: x[0], "morris", 16, monkeypatch, played=3)
    assert (result.blocks, result.indices) == (0, {})


@pytest.mark.parametrize(
    ("texts", "method", "samples", "sentence"),
    [
        (TEXTS[:1], "morris", 8, "compares numbers: write --set twice or more"),
        ((TEXTS[0], "rules.badge_points=2"), "morris", 8, "rules.badge_points has one value only"),
        (TEXTS, "morris", 1, "--samples 1 is too few"),
        (TEXTS, "sobol", 12, "must be a power of 2, not 12; write 8 or 16."),
        (TEXTS, "sobol", 4096, "20,480 settings"),
    ],
)
def test_what_cannot_be_analysed_is_told(texts: tuple[str, ...], method: Method, samples: int, sentence: str) -> None:
    with pytest.raises(RangeError) as told:
        design(ranges(*texts), method, samples, 1)
    assert sentence in str(told.value)


@pytest.mark.parametrize("method", ["morris", "sobol"])
def test_the_command_writes_a_table_the_data_and_a_figure(method: Method, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command(*TEXTS[:2], method=method, out=str(tmp_path), outcome=["failed_share", "mean_score:cheapest"], json=True)
    printed = json.loads(capsys.readouterr().out)
    assert json.loads((tmp_path / "sensitivity.json").read_text(encoding="utf-8")) == printed
    assert list(printed["indices"]["mean_score:cheapest"]) == ["rules.fund_gbp", "rules.bid_cards"]
    with (tmp_path / "sensitivity.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 4
    assert ">rules.bid_cards</text>" in (tmp_path / "sensitivity.svg").read_text(encoding="utf-8")


def test_the_tables_say_that_values_are_rounded_and_how_large_chance_is(capsys: pytest.CaptureFixture[str]) -> None:
    command(*TEXTS[:2], outcome=["failed_share"])
    printed = " ".join(capsys.readouterr().out.split())
    assert "rounded" in printed
    assert "Chance alone" in printed
    assert "mu*" in printed


def test_a_stopped_command_ends_with_1(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: TestLaboratory(stop_in=1))
    command(*TEXTS, code=1)
    assert "Stopped before enough was played" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("texts", "options", "sentence"),
    [
        (TEXTS, {"method": "fast"}, "write morris or sobol"),
        (TEXTS, {"method": "sobol", "samples": 3}, "power of 2"),
        (TEXTS[:1], {}, "--set twice or more"),
        (("rules.load_percent=0:900", "rules.badge_points=0:4"), {}, "is too large"),
    ],
)
def test_nothing_is_played_for_what_makes_no_sense(
    texts: tuple[str, ...],
    options: dict[str, Any],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: pytest.fail("something was played"))
    command(*texts, code=2, **options)
    assert sentence in capsys.readouterr().err

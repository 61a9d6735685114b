"""simulate, balance and worth: what they print for programs, their exit codes, and one plain sentence for what can't be done."""

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from caffael.cli.balance import balance, worth
from caffael.cli.shared import LARGEST_SEED
from caffael.cli.simulate import simulate
from caffael.simulation.play import runs
from tests.scenario.workbench import Extending

SCENARIO = "smarter-spending"
FEW: dict[str, Any] = {"games": 20, "bots": "balanced,random", "years": 3, "workers": 1}
BAR = """
[[bar]]
id = "{id}"
title_en = "Balanced beats random"
measure = "win_share"
bots = ["balanced", "random"]
of = "balanced"
least = {least}
games = 100
"""


@pytest.fixture(scope="module", autouse=True)
def ready() -> None:
    runs.get_ready()


@pytest.fixture
def mine(tmp_path: Path) -> Extending:
    """A pack that extends the shipped one, with bars of its own: one that holds."""
    pack = Extending(tmp_path / "mine")
    set_bars(pack, ("beats-random", 0.5))
    return pack


def set_bars(pack: Extending, *bars: tuple[str, float]) -> None:
    text = "".join(BAR.format(id=name, least=least) for name, least in bars)
    (pack.folder / "balance.toml").write_text(text, encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    """The JSON that a command printed; nothing stands beside it."""
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


def sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """The one plain sentence that a command said, and nothing else."""
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.strip().splitlines()) == 1
    assert captured.err.rstrip().endswith((".", "?", "dask scheduler"))
    return captured.err


# ----------------------------------------------------------------------------------------------------------------------- simulate


def test_simulate_prints_the_keys_that_programs_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate(SCENARIO, **FEW | {"bots": "balanced,random,random", "games": 30}, json=True) == 0
    run = told(capsys)
    assert (run["games"], run["unfinished"]) == (30, 0)
    assert run["seconds"] > 0
    assert run["games_per_second"] == pytest.approx(30 / run["seconds"])
    assert run["actions_per_second"] == pytest.approx(run["actions"] / run["seconds"])
    assert isinstance(run["actions"], int)
    assert [bot["name"] for bot in run["bots"]] == ["balanced", "random", "random"]
    for bot in run["bots"]:
        assert 0 <= bot["win_low"] <= bot["win_share"] <= bot["win_high"] <= 1
        assert isinstance(bot["mean_score"], float)
    assert sum(bot["win_share"] for bot in run["bots"]) == pytest.approx(1)
    assert len(run["seats"]) == 3
    assert sum(seat["win_share"] for seat in run["seats"]) == pytest.approx(1)
    assert 0 <= run["region_failed_share"] <= 1
    carbon = run["carbon_t"]
    assert 0 < carbon["p10"] <= carbon["p50"] <= carbon["p90"]
    assert "stopped" not in run


def test_simulate_prints_tables_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate(SCENARIO, **FEW) == 0
    text = capsys.readouterr().out
    assert "balanced" in text
    assert "Wins by seat" in text
    assert "20 games, 0 unfinished" in text


def test_simulate_writes_its_results_with_the_summary_that_it_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate(SCENARIO, **FEW, out=str(tmp_path / "new" / "folder"), json=True) == 0
    folder = tmp_path / "new" / "folder"
    assert sorted(path.name for path in folder.iterdir()) == ["games.parquet", "seats.parquet", "summary.json"]
    assert json.loads((folder / "summary.json").read_text(encoding="utf-8")) == told(capsys)


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"scenario": "smarter-spendin"}, "did you mean"),
    ({"bots": "wizard"}, "No bot is called 'wizard'"),
    ({"bots": "balanced,blanced"}, "did you mean balanced"),
    ({"bots": "balanced,"}, "No bot is called ''"),
    ({"bots": "you,balanced"}, "leave out 'you'"),
    ({"bots": "balanced:carbn=2"}, "did you mean carbon"),
    ({"bots": "balanced:carbon=much"}, "no number"),
    ({"bots": "planner:iterations=few"}, "no whole number"),
    ({"bots": "balanced:without=warp"}, "warp"),
    ({"bots": ",".join(["random"] * 7)}, "room for 1 to 6"),
    ({"games": 0}, "1 or more"),
    ({"games": -5}, "1 or more"),
    ({"seed": -1}, "out of range"),
    ({"seed": LARGEST_SEED + 1}, "out of range"),
    ({"workers": -1}, "out of range"),
    ({"workers": 1000}, "out of range"),
    ({"years": 4}, "4"),
]


@pytest.mark.parametrize(("wrong", "part"), WRONG)
def test_what_simulate_cannot_play_is_said_in_one_sentence(wrong: dict[str, Any], part: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate(**{"scenario": SCENARIO} | FEW | wrong) == 2
    assert part in sentence(capsys)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "127.0.0.1:1", "nonsense", "carrier://pigeon:1"])
def test_a_cluster_that_is_not_there_is_said_in_one_sentence(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("caffael.simulation.play.cluster.PATIENCE", 0.3)
    (tmp_path / "summary.json").write_text("{}", encoding="utf-8")
    assert simulate(SCENARIO, **FEW, cluster=address, out=str(tmp_path), force=True) == 2
    assert f"No dask scheduler answers at {address}" in sentence(capsys)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("summary.json", "{}")]


def test_a_port_that_takes_calls_and_says_nothing_is_no_cluster(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("caffael.simulation.play.cluster.PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
        assert simulate(SCENARIO, **FEW, cluster=address) == 2
    assert f"No dask scheduler answers at {address}" in sentence(capsys)


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("moment", ["add", "finish"])
def test_a_full_disk_is_said_in_one_sentence(
    moment: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(f"caffael.simulation.play.results.Results.{moment}", full)
    assert simulate(SCENARIO, **FEW, out=str(tmp_path)) == 2
    assert "No space left on device" in sentence(capsys)
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_polars_cannot_write_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    import polars as pl

    def fails(*_: object) -> None:
        raise pl.exceptions.ComputeError("the file is odd\nand more")

    monkeypatch.setattr("caffael.simulation.play.results.Results.finish", fails)
    assert simulate(SCENARIO, **FEW, out=str(tmp_path)) == 2
    assert "can't be written (the file is odd)" in sentence(capsys)


def test_a_folder_that_is_a_file_is_said_in_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert simulate(SCENARIO, **FEW, out=str(tmp_path / "file")) == 2
    assert "file" in sentence(capsys)


def to_all(playing: subprocess.Popen[str]) -> None:
    """Ctrl-C reaches every process of a terminal."""
    os.killpg(playing.pid, signal.SIGINT)


def to_one(playing: subprocess.Popen[str]) -> None:
    """A system that shuts down, or `timeout`, tells the program to end."""
    playing.terminate()


@pytest.mark.parametrize(
    ("words", "end"), [(["--workers", "2"], to_all), (["--cluster", "local", "--workers", "1"], to_all), (["--workers", "2"], to_one)]
)
def test_a_run_that_is_broken_off_gives_what_was_played_so_far(
    words: list[str], end: Callable[[subprocess.Popen[str]], None], tmp_path: Path
) -> None:
    program = [sys.executable, "-m", "caffael", "simulate", SCENARIO, "--games", "10000000", "--bots", "random,random", "--json", "--out"]
    playing = subprocess.Popen(
        [*program, str(tmp_path), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob(".running-*/games-0000002.parquet")):
        assert time.monotonic() < deadline
        assert playing.poll() is None, playing.communicate()
        time.sleep(0.05)
    workers = psutil.Process(playing.pid).children(recursive=True)
    end(playing)
    out, err = playing.communicate(timeout=30)
    assert (playing.returncode, err) == (1, "")
    run = json.loads(out)
    assert run["stopped"] is True
    assert run["games"] >= 1000
    assert run["games"] % 500 == 0
    assert json.loads((tmp_path / "summary.json").read_text(encoding="utf-8")) == run
    assert not list(tmp_path.glob(".running-*"))
    assert psutil.wait_procs(workers, 60)[1] == []


# ------------------------------------------------------------------------------------------------------------------------ balance


def test_balance_exits_0_when_every_bar_holds(mine: Extending, capsys: pytest.CaptureFixture[str]) -> None:
    assert balance(str(mine.folder), workers=1, json=True) == 0
    data = told(capsys)
    assert (data["scenario"], data["holds"], data["stopped"]) == ("mine", True, False)
    (bar,) = data["bars"]
    assert (bar["bar"], bar["games"], bar["holds"]) == ("beats-random", 100, True)
    assert bar["low"] <= bar["value"] <= bar["high"]


def test_balance_exits_1_when_a_bar_falls_short_and_names_it(mine: Extending, capsys: pytest.CaptureFixture[str]) -> None:
    text = BAR.format(id="loses", least=0.0).replace("least = 0.0", "most = 0.1")
    set_bars(mine, ("beats-random", 0.5))
    with (mine.folder / "balance.toml").open("a", encoding="utf-8") as bars:
        bars.write(text)
    assert balance(str(mine.folder), workers=1, games=30, json=True) == 1
    data = told(capsys)
    assert data["holds"] is False
    assert {bar["bar"]: (bar["games"], bar["holds"]) for bar in data["bars"]} == {"beats-random": (30, True), "loses": (30, False)}


def test_balance_measures_only_the_bars_asked_for(mine: Extending, capsys: pytest.CaptureFixture[str]) -> None:
    set_bars(mine, ("beats-random", 0.5), ("never", 0.0))
    assert balance(str(mine.folder), workers=1, only=["never"], json=True) == 0
    assert [bar["bar"] for bar in told(capsys)["bars"]] == ["never"]


def test_what_balance_cannot_measure_is_said_in_one_sentence(mine: Extending, capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[tuple[Callable[[], int], str]] = [
        (lambda: balance("atlantis", workers=1), "atlantis"),
        (lambda: balance(str(mine.folder), workers=1, only=["beats-rando"]), "did you mean beats-random"),
        (lambda: balance(str(mine.folder), workers=1, seed=-1), "out of range"),
        (lambda: balance(str(mine.folder), workers=1, games=-1), "1 or more"),
    ]
    for work, part in asked:
        assert work() == 2
        assert part in sentence(capsys)


def test_a_bar_with_a_bot_that_is_not_there_is_refused(mine: Extending, capsys: pytest.CaptureFixture[str]) -> None:
    text = BAR.format(id="odd", least=0.1).replace('"random"', '"wizard"')
    (mine.folder / "balance.toml").write_text(text, encoding="utf-8")
    assert balance(str(mine.folder), workers=1) == 2
    assert "wizard" in sentence(capsys)


# -------------------------------------------------------------------------------------------------------------------------- worth


def test_worth_prints_what_each_thing_brings(capsys: pytest.CaptureFixture[str]) -> None:
    assert worth(SCENARIO, ["framework", "data", "prevention"], **FEW, json=True) == 0
    data = told(capsys)
    assert [thing["thing"] for thing in data["things"]] == ["framework", "data", "prevention"]
    for thing in data["things"]:
        assert thing["gap"] == pytest.approx(thing["with"] - thing["without"])
        assert thing["low"] <= thing["gap"] <= thing["high"]


def test_what_worth_cannot_weigh_is_said_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    for things, changed, part in (
        (["warp-drive"], {}, "warp-drive"),
        (["framwork"], {}, "did you mean framework"),
        (["framework"], {"bots": "wizard"}, "wizard"),
        (["framework"], {"games": 0}, "1 or more"),
    ):
        assert worth(SCENARIO, things, **FEW | changed) == 2
        assert part in sentence(capsys)

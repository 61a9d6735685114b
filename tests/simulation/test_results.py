"""The folder of a run's results: earlier ones stay whole, to the byte, until all of the new is written."""

import errno
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from caffael.cli import simulate as designing
from caffael.rules import RULES_VERSION
from caffael.scenario import load_pack
from caffael.simulation.play import layout
from caffael.simulation.play.counts import GameRow, SeatRow
from caffael.simulation.play.results import Columns, Results, as_parquet

FILES = ["games.parquet", "seats.parquet", "summary.json"]
BOTS = ("balanced", "random")
NAMES = Columns.of(load_pack("smarter-spending"), BOTS, RULES_VERSION)


def part(first: int, games: int = 20) -> tuple[bytes, bytes]:
    """The two tables of a chunk."""
    numbers = range(first, first + games)
    rows = layout.to_rows([GameRow(game=number, finished=1) for number in numbers])
    seats = layout.to_rows([SeatRow(game=number, seat=seat, place=seat, won=60 * seat) for number in numbers for seat in range(2)])
    return as_parquet(NAMES, rows, "games"), as_parquet(NAMES, seats, "seats")


def write(folder: Path, chunks: int, first: int = 0) -> None:
    """Write the results of a run of so many chunks."""
    with Results(folder) as results:
        for number in range(chunks):
            results.add(*part(first + 20 * number))
        results.finish({"games": 20 * chunks})


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones too, with their bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def earlier(tmp_path: Path) -> tuple[Path, dict[str, bytes]]:
    """A folder with the results of an earlier run."""
    folder = tmp_path / "results"
    write(folder, 2)
    return folder, contents(folder)


def test_chunks_are_joined_in_their_order(tmp_path: Path) -> None:
    write(tmp_path / "deep" / "results", 12)
    folder = tmp_path / "deep" / "results"
    assert sorted(path.name for path in folder.iterdir()) == FILES
    assert pl.read_parquet(folder / "games.parquet")["game"].to_list() == list(range(240))
    seats = pl.read_parquet(folder / "seats.parquet")
    assert seats["bot"].to_list() == list(BOTS) * 240
    assert seats["won"].to_list() == [0.0, 1.0] * 240
    assert json.loads((folder / "summary.json").read_text(encoding="utf-8")) == {"games": 240}


def test_a_new_run_takes_the_place_of_the_earlier_one_and_leaves_other_files(earlier: tuple[Path, dict[str, bytes]]) -> None:
    folder, _ = earlier
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    write(folder, 1, first=1000)
    assert pl.read_parquet(folder / "games.parquet")["game"].to_list() == list(range(1000, 1020))
    assert sorted(path.name for path in folder.iterdir()) == sorted([*FILES, "notes.txt"])


def full(*_: object, **__: object) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("what", ["pathlib.Path.write_bytes", "pathlib.Path.write_text", "polars.LazyFrame.sink_parquet"])
def test_earlier_results_stay_whole_when_the_disk_is_full(
    earlier: tuple[Path, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    folder, before = earlier
    with monkeypatch.context() as patch:
        patch.setattr(what, full)
        with pytest.raises(OSError, match="space"):
            write(folder, 3, first=1000)
    assert contents(folder) == before
    assert not [path for path in folder.iterdir() if path.name not in FILES]


def test_earlier_results_stay_whole_when_play_breaks_off_with_a_fault(earlier: tuple[Path, dict[str, bytes]]) -> None:
    folder, before = earlier
    with pytest.raises(RuntimeError, match="fault"), Results(folder) as results:
        results.add(*part(1000))
        raise RuntimeError("fault")
    assert contents(folder) == before


@pytest.mark.parametrize("wrong", [{"bots": "wizard"}, {"games": 0}, {"seed": -1}, {"years": 4}])
def test_earlier_results_stay_whole_when_the_new_run_is_refused(
    earlier: tuple[Path, dict[str, bytes]], wrong: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, before = earlier
    assert designing.simulate("smarter-spending", **{"out": str(folder), "workers": 1, **wrong}) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert contents(folder) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root mounts a disk")
@pytest.mark.parametrize("left", [8_192, 120_000, 200_000])
def test_earlier_results_stay_whole_on_a_small_disk_that_really_fills_up(small_disk: Path, left: int) -> None:
    folder = small_disk / "results"
    write(folder, 1)
    before = contents(folder)
    free = os.statvfs(small_disk)
    (small_disk / "filler").write_bytes(b"x" * (free.f_bavail * free.f_frsize - left))
    with pytest.raises((OSError, pl.exceptions.PolarsError)):
        write(folder, 30, first=1000)
    assert contents(folder) == before
    (small_disk / "filler").unlink()
    write(folder, 1, first=1000)
    assert contents(folder) != before

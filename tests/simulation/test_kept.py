"""Compiled functions are kept whole or compiled anew: whatever lies in their folder, and wherever it may be written."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caffael.simulation.play import kept as keeping
from caffael.simulation.play.kept import FOLDERS, Shelf, kept


def twice(number: int) -> int:
    return number * 2


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The two places where compiled functions may be kept, of this test alone."""
    found = [tmp_path / "cache" / "compiled", tmp_path / "temporary"]
    monkeypatch.setattr(keeping, "places", lambda: found)
    return found


def ask(digest: str = "one") -> tuple[Shelf, int]:
    """Call the function as a new process would: the shelf, and how often it was found ready."""
    shelf = Shelf(digest)
    function: Any = kept(twice, shelf)
    assert function(21) == 42
    return shelf, sum(function.stats.cache_hits.values())


def files(place: Path) -> list[Path]:
    return sorted(path for path in place.rglob("*") if path.is_file())


def test_what_was_compiled_is_found_ready(places: list[Path]) -> None:
    shelf, hits = ask()
    assert (hits, shelf.troubles, shelf.lost) == (0, [], False)
    assert len(files(places[0])) == 1
    shelf, hits = ask()
    assert hits == 1
    assert shelf.holds("test_kept.twice")
    assert not shelf.holds("test_kept.thrice")


def test_it_is_found_by_a_process_that_imported_numba_before() -> None:
    program = "import numba; from caffael.simulation.play.kept import machine; print(machine())"
    environment = {name: value for name, value in os.environ.items() if name != "NUMBA_OPT"}
    told = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True).stdout
    assert told.strip() == str(keeping.machine())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: b"",
        lambda content: bytes(len(content)),
        lambda content: content[: len(content) // 2],
        lambda content: content[:-1],
        lambda content: content + b"x",
        lambda content: b"garbage",
        lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
        lambda content: __import__("hashlib").sha256(b"no code").digest() + b"no code",
    ],
)
def test_a_torn_or_changed_file_is_compiled_anew_and_mended(spoil: Callable[[bytes], bytes], places: list[Path]) -> None:
    ask()
    (file,) = files(places[0])
    file.write_bytes(spoil(file.read_bytes()))
    assert ask()[1] == 0
    assert ask()[1] == 1


def test_what_is_torn_is_not_said_to_be_ready(places: list[Path]) -> None:
    shelf, _ = ask()
    assert shelf.holds("test_kept.twice")
    (file,) = files(places[0])
    file.write_bytes(file.read_bytes()[:100])
    assert not shelf.holds("test_kept.twice")


def test_a_folder_in_the_place_of_a_file_stops_nothing(places: list[Path]) -> None:
    ask()
    (file,) = files(places[0])
    file.unlink()
    file.mkdir()
    shelf, hits = ask()
    assert hits == 0
    assert not shelf.lost
    assert "can't be kept in" in shelf.troubles[0]


def test_a_place_that_cannot_be_made_is_named_and_the_next_one_taken(places: list[Path]) -> None:
    places[0].parent.write_text("a file where the folder should be", encoding="utf-8")
    shelf, hits = ask()
    assert (hits, shelf.lost) == (0, False)
    assert str(places[0]) in shelf.troubles[0]
    shelf, hits = ask()
    assert (hits, shelf.troubles) == (1, [])


def test_without_any_place_it_is_compiled_for_this_process_and_said(places: list[Path]) -> None:
    places[0].parent.write_text("", encoding="utf-8")
    places[1].write_text("", encoding="utf-8")
    shelf, hits = ask()
    assert (hits, shelf.lost) == (0, True)
    assert len(shelf.troubles) == 3


def test_a_full_disk_is_named_and_nothing_is_left_half_written(places: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(keeping, "write_whole", full)
    shelf, _ = ask()
    assert shelf.lost
    assert "No space left on device" in shelf.troubles[0]
    assert files(places[0]) == files(places[1]) == []


def test_a_place_with_too_little_room_is_passed_by(places: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tempfile.gettempdir())
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=10 if places[0] in folder.parents else 10**9))
    shelf, _ = ask()
    assert not shelf.lost
    assert files(places[0]) == []
    assert len(files(places[1])) == 1


def test_versions_side_by_side_leave_each_other_alone_and_old_ones_go(places: list[Path]) -> None:
    for number in range(FOLDERS):
        ask(f"version-{number}")
        os.utime(places[0] / f"version-{number}", (number, number))
    ask("version-0")  # used again, so it is not the oldest
    ask("newest")
    ask("still newer")
    left = {path.name for path in places[0].iterdir()}
    assert {"version-0", "newest", "still newer"} <= left
    assert "version-1" not in left
    assert len(left) == FOLDERS + 1


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders belong to users elsewhere by other means")
def test_nobody_elses_folder_is_trusted_with_code(tmp_path: Path) -> None:
    own = tmp_path / "own"
    assert keeping.is_own(own)
    own.mkdir(mode=0o700)
    assert keeping.is_own(own)
    own.chmod(0o777)
    assert not keeping.is_own(own)
    link = tmp_path / "link"
    link.symlink_to(own)
    assert not keeping.is_own(link)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has temporary files for each user")
def test_nothing_is_run_from_a_temporary_folder_that_somebody_else_made_meanwhile(places: list[Path], tmp_path: Path) -> None:
    ask()
    (file,) = files(places[0])
    places[:] = [tmp_path / "elsewhere", tmp_path / "caffael-compiled-7"]
    shelf = Shelf("one")
    planted = shelf.folders[1] / file.name
    planted.parent.mkdir(parents=True)
    shutil.copy(file, planted)
    places[1].chmod(0o777)
    assert shelf.find(file.name) is None
    places[1].chmod(0o700)
    assert shelf.find(file.name) is not None

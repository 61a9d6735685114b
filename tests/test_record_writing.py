import errno
import os
import random
import shutil
import signal
import stat
import subprocess
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from caffael.match import Match
from caffael.saves import read, verify
from caffael.scenario import Pack, load_pack
from caffael.words.sentence import Sentence
from tests.test_match import SCENARIO, play_on, start, words

needs_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount or become another user")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(SCENARIO, years=3)


def check_complete(match: Match) -> None:
    """The file holds the whole game as the table shows it."""
    assert match.trouble is None
    assert match.path is not None
    verdict = verify(match.path)
    assert verdict.holds
    assert verdict.torn == 0
    assert verdict.actions == len(match.history)
    assert words(Match.resume(match.path, match.pack)) == words(match)


def check_told(match: Match, word: str) -> None:
    """The trouble is told in one sentence that has this word."""
    trouble = match.trouble
    assert isinstance(trouble, Sentence)
    assert word in trouble
    assert trouble.endswith(".")
    assert "\n" not in trouble
    assert trouble == trouble.pattern.format(**trouble.values)


@contextmanager
def failing(monkeypatch: pytest.MonkeyPatch, name: str, number: int, after: int = 0) -> Iterator[None]:
    """Let a function of the system fail, from its call number `after` on."""
    real: Callable[..., object] = getattr(os, name)
    calls = 0

    def fail(*given: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if calls > after:
            raise OSError(number, os.strerror(number))
        return real(*given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(os, name, fail)
        yield


def test_each_line_lies_on_the_disk_before_its_action_counts(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    match = start(pack, tmp_path)
    news: list[tuple[str, int]] = []
    real_write, real_sync = os.write, os.fsync

    def write(file: int, data: bytes) -> int:
        news.append(("write", len(match.history)))
        return real_write(file, data)

    def sync(file: int) -> None:
        news.append(("sync", len(match.history)))
        real_sync(file)

    class Ear:
        def after(self, match: Match, action: int, happenings: object) -> None:
            news.append(("counts", len(match.history)))

    match.listeners.append(Ear())
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", write)
        patch.setattr(os, "fsync", sync)
        for i in range(5):
            news.clear()
            match.play(match.legal()[-1])
            assert news == [("write", i), ("sync", i), ("counts", i + 1)]


def test_a_new_file_is_made_safe_together_with_its_name(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []
    real = os.fsync

    def sync(file: int) -> None:
        synced.append(os.fstat(file).st_ino)
        real(file)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", sync)
        match = start(pack, tmp_path / "a" / "b")
    assert match.path is not None
    assert synced == [match.path.stat().st_ino, match.path.parent.stat().st_ino]


@pytest.mark.parametrize(
    ("name", "number", "word"),
    [
        ("write", errno.ENOSPC, "full"),
        ("fsync", errno.ENOSPC, "full"),
        ("write", errno.EDQUOT, "full"),
        ("fsync", errno.EIO, "can't be written"),
        ("write", errno.EROFS, "may not write"),
        ("write", errno.ENODEV, "gone"),
    ],
)
def test_a_disk_that_fails_is_told_and_play_goes_on_and_later_the_file_is_complete(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, word: str
) -> None:
    match = start(pack, tmp_path)
    chance = random.Random(1)
    play_on(match, 5, chance)
    assert match.path is not None
    with failing(monkeypatch, name, number):
        for _ in range(6):
            play_on(match, 1, chance)
            check_told(match, word)
        match.undo(2)
        match.redo()
        match.set_team(0, "Others")
        check_told(match, word)
        assert not match.save_again()
    assert len(match.history) == 10
    play_on(match, 1, chance)
    check_complete(match)


def test_a_disk_that_fills_up_in_the_middle_of_a_line_leaves_no_half_line_behind(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = start(pack, tmp_path)
    chance = random.Random(2)
    play_on(match, 5, chance)
    assert match.path is not None
    room = match.path.stat().st_size
    real = os.write

    def write(file: int, data: bytes) -> int:
        left = room + 165 - os.fstat(file).st_size
        if left <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(file, bytes(data[: min(left, 40)]))

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", write)
        for _ in range(5):
            play_on(match, 1, chance)
            assert len(read(match.path).moves) >= 5
        check_told(match, "full")
        assert read(match.path).torn > 0
    assert match.save_again()
    check_complete(match)


def test_a_game_that_begins_on_a_full_disk_is_written_once_there_is_room(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing(monkeypatch, "write", errno.ENOSPC):
        match = start(pack, tmp_path)
        check_told(match, "full")
        play_on(match, 3, random.Random(1))
        check_told(match, "full")
    play_on(match, 1, random.Random(1))
    check_complete(match)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("name", ["open", "write"])
def test_a_folder_that_may_not_be_written_is_told(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with failing(monkeypatch, name, errno.EACCES):
        match = start(pack, tmp_path)
        check_told(match, "may not write")
        play_on(match, 3, random.Random(1))
        assert len(match.history) == 3
    play_on(match, 1, random.Random(1))
    check_complete(match)


def test_a_folder_that_goes_while_playing_is_told_and_filled_when_it_is_back(pack: Pack, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    match = start(pack, folder)
    chance = random.Random(3)
    play_on(match, 4, chance)
    folder.rename(tmp_path / "away")
    folder.write_text("no folder can be made here")
    play_on(match, 1, chance)
    check_told(match, "gone")
    play_on(match, 1, chance)
    check_told(match, "gone")
    folder.unlink()
    (tmp_path / "away").rename(folder)
    play_on(match, 1, chance)
    check_complete(match)


def test_a_folder_that_is_deleted_while_playing_is_made_again_and_the_game_written_whole(pack: Pack, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "games"
    match = start(pack, folder)
    chance = random.Random(3)
    for deleted in (folder, folder.parent):
        play_on(match, 4, chance)
        shutil.rmtree(deleted)
        play_on(match, 1, chance)
        check_complete(match)
    match.undo(3)
    shutil.rmtree(folder)
    match.redo()
    check_complete(match)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_drive_that_cannot_say_when_all_is_written_saves_and_says_so_calmly(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with failing(monkeypatch, "fsync", number):
        match = start(pack, tmp_path)
        for _ in range(5):
            play_on(match, 1, random.Random(1))
            assert match.trouble is None
        assert match.notice is not None and "is saved" in match.notice
        check_complete(match)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EPERM, errno.EACCES, errno.EBADF, errno.EISDIR])
def test_a_folder_that_nobody_may_ask_holds_the_name_all_the_same(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real = os.fsync

    def sync(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(number, os.strerror(number))
        real(file)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", sync)
        match = start(pack, tmp_path)
        play_on(match, 3, random.Random(1))
        assert match.trouble is None and match.notice is None
        check_complete(match)


def test_a_drive_without_appending_or_cutting_holds_the_game(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    def plain(path: object, flags: int, *rest: int, **named: Any) -> int:
        if flags & os.O_APPEND:
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
        return real(path, flags, *rest, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", plain)
        patch.setattr(os, "ftruncate", refuse)
        match = start(pack, tmp_path)
        play_on(match, 5, random.Random(1))
        check_complete(match)
        match.close()
        assert match.path is not None
        with match.path.open("ab") as file:
            file.write(b'{"n":7,"sea')
        play_on(match, 2, random.Random(2))
        check_complete(match)


def test_a_file_that_is_deleted_while_playing_is_written_anew(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    play_on(match, 4, random.Random(1))
    assert match.path is not None
    match.path.unlink()
    play_on(match, 1, random.Random(1))
    check_complete(match)


def test_a_folder_name_that_is_a_file_is_told(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "games").write_text("no folder")
    match = start(pack, tmp_path / "games")
    assert match.trouble is not None
    play_on(match, 2, random.Random(1))
    assert len(match.history) == 2


def test_two_games_in_the_same_second_get_files_of_their_own(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Clock":
            return cls(2026, 3, 4, 14, 15, 30)

    monkeypatch.setattr("caffael.match.game.datetime", Clock)
    matches = [start(pack, tmp_path, seed=seed) for seed in range(4)]
    for i, match in enumerate(matches):
        play_on(match, 3 + i, random.Random(i))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "2026-03-04-141530-smarter-spending-2.caffael",
        "2026-03-04-141530-smarter-spending-3.caffael",
        "2026-03-04-141530-smarter-spending-4.caffael",
        "2026-03-04-141530-smarter-spending.caffael",
    ]
    for match in matches:
        check_complete(match)


def test_a_file_that_is_there_already_is_never_written_over(pack: Pack, tmp_path: Path) -> None:
    taken = tmp_path / "mine.caffael"
    taken.write_text("something else")
    match = start(pack, taken)
    assert taken.read_text() == "something else"
    assert match.path == tmp_path / "mine-2.caffael"
    check_complete(match)


def test_a_game_that_is_open_twice_goes_on_in_two_files(pack: Pack, tmp_path: Path) -> None:
    first = start(pack, tmp_path)
    play_on(first, 6, random.Random(1))
    assert first.path is not None
    second = Match.resume(first.path, pack)
    play_on(second, 2, random.Random(2))
    check_complete(second)
    play_on(first, 1, random.Random(3))
    check_told(first, "another program")
    assert first.path != second.path
    play_on(first, 1, random.Random(4))
    play_on(second, 1, random.Random(4))
    check_complete(first)
    check_complete(second)


def test_a_finished_game_resumed_changes_no_byte(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    play_on(match, 10_000, random.Random(1))
    match.close()
    assert match.path is not None
    data = match.path.read_bytes()
    resumed = Match.resume(match.path, pack)
    assert resumed.finished
    resumed.close()
    assert match.path.read_bytes() == data


def test_a_closed_match_opens_its_file_again_when_it_is_played_on(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    play_on(match, 3, random.Random(1))
    match.close()
    play_on(match, 3, random.Random(1))
    check_complete(match)
    match.close()
    match.close()


def seen_by_others(path: Path) -> bool:
    """Whether every folder above a file may be entered by any user."""
    return all(folder.stat().st_mode & 0o005 == 0o005 for folder in path.resolve().parents)


@needs_root
def test_a_small_disk_that_really_fills_up(pack: Pack, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        match = start(pack, disk)
        chance = random.Random(1)
        play_on(match, 5, chance)
        assert match.trouble is None
        with (disk / "filler").open("wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"x" * 512)
            except OSError:
                pass
        for i in range(2000):
            match.set_team(0, f"Team {i}")
            if match.trouble is not None:
                break
        play_on(match, 20, chance)
        check_told(match, "full")
        assert match.path is not None
        assert 5 <= len(read(match.path).moves) < len(match.history)
        (disk / "filler").unlink()
        match.undo()
        match.redo()
        check_complete(match)
        match.close()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


@needs_root
@pytest.mark.skipif(not hasattr(os, "fork"), reason="another user needs a process of its own")
@pytest.mark.skipif(not seen_by_others(Path(__file__)), reason="another user can't see this checkout")
def test_a_folder_that_is_really_read_only_is_told(pack: Pack, tmp_path: Path) -> None:
    base = Path(os.path.realpath("/tmp")) / f"caffael-read-only-{os.getpid()}"
    folder = base / "games"
    folder.mkdir(parents=True)
    match = start(pack, folder)
    play_on(match, 3, random.Random(1))
    match.close()
    assert match.path is not None
    match.path.chmod(0o444)
    folder.chmod(0o555)
    try:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                os.setuid(65534)
                fresh = start(pack, folder)
                check_told(fresh, "may not write")
                play_on(fresh, 3, random.Random(1))
                resumed = Match.resume(match.path, pack)
                check_told(resumed, "may not write")
                play_on(resumed, 3, random.Random(1))
                assert len(resumed.history) == 6
                code = 0
            except BaseException as fault:
                traceback.print_exception(fault)
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        assert not os.WIFSIGNALED(status) or os.WTERMSIG(status) == signal.SIGTERM
        assert os.WEXITSTATUS(status) == 0
        assert len(read(match.path).moves) == 3
    finally:
        shutil.rmtree(base)

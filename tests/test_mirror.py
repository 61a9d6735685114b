"""The mirror of a tab's home folder: what lies there after it was kept comes back, whatever was done to files and folders."""

import errno
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from caffael import disk
from caffael.authoring.own.on_disk import bring_back, keep_pack, put_away
from caffael.board.settings_file import keep_settings, load_settings
from caffael.browser.keeping.journal import Journal
from caffael.browser.keeping.mirror import Mirror
from caffael.match import Match
from caffael.presentation.settings import Settings
from caffael.resources import folder
from caffael.saves import Seat
from caffael.scenario import load_pack
from tests.spoiling import Killed, MemoryHandle, Storage

NAMES = ("a", "b", "c/d", "c/e/f", "g/h")


class Tab:
    """A tab with a home folder, which can end and be opened again."""

    def __init__(self, place: Path, storage: Storage | None = None, files: tuple[bytes, bytes] = (b"", b"")) -> None:
        self.place = place
        self.storage = storage or Storage()
        self.handles = tuple(MemoryHandle(self.storage, file) for file in files)
        self.home = place / "home"
        self.mirror = Mirror(self.home, Journal(*self.handles))
        self.mirror.lay_out()

    def again(self) -> "Tab":
        """The tab ends and is opened again."""
        shutil.rmtree(self.home)
        self.storage.left = None
        one, other = (handle.after(None) for handle in self.handles)
        return Tab(self.place, self.storage, (one, other))


@pytest.fixture
def tab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tab]:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "home" / "config"))
    tab = Tab(tmp_path)
    disk.use(tab.mirror)
    yield tab
    disk.use(None)


def lying(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def meddle(home: Path, chance: Random) -> list[Path]:
    """Do something to the files of a folder; give the paths of which that has to be told."""
    path = home / chance.choice(NAMES)
    what = chance.randrange(6)
    if what == 0 and path.parent.is_dir() and path.exists():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        return [path]
    if what == 1 and path.exists():
        to = home / f"moved{chance.randrange(3)}"
        if not to.exists():
            path.rename(to)
            return [path, to]
    if what == 2 and path.is_file():
        with path.open("ab") as file:
            file.write(chance.randbytes(9))
        return [path]
    if what == 3 and path.is_file():
        os.truncate(path, chance.randrange(5))
        return [path]
    if path.is_dir() or any(place.is_file() for place in path.parents):
        return []
    if what == 4:
        path.mkdir(parents=True, exist_ok=not path.is_file()) if not path.exists() else None
        return [path]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(chance.randbytes(chance.randrange(30)))
    return [path]


def record_of(game: Match) -> Path:
    """Where a game is saved."""
    assert game.path is not None
    return game.path


@pytest.mark.parametrize("swept", [False, True])
def test_what_was_kept_comes_back(tmp_path: Path, swept: bool) -> None:
    for seed in range(40):
        chance = Random(seed)
        tab = Tab(tmp_path / str(seed))
        for _ in range(40):
            told = meddle(tab.home, chance)
            if swept:
                assert tab.mirror.sweep()
            else:
                tab.mirror.keep(*told)
        lay = lying(tab.home)
        tab = tab.again()
        assert lying(tab.home) == lay
        size = tab.mirror.journal.size
        assert tab.mirror.sweep()
        assert tab.mirror.journal.size == size, "nothing has changed"


def test_the_time_of_a_file_comes_back(tab: Tab) -> None:
    file = tab.home / "a"
    file.write_bytes(b"a")
    os.utime(file, ns=(10**18, 10**18))
    tab.mirror.keep(file)
    tab.again()
    assert file.stat().st_mtime_ns == 10**18


def test_what_lies_elsewhere_or_only_passes_is_not_kept(tab: Tab, tmp_path: Path) -> None:
    for name in ("home/.writing-7", "home/.cache/a", "beside", "home/b"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
        tab.mirror.keep(tmp_path / name)
    (tab.home / "link").symlink_to(tmp_path / "beside")
    assert tab.mirror.sweep()
    assert set(lying(tab.again().home)) == {"b"}


def test_a_record_grows_by_its_lines_alone(tab: Tab) -> None:
    pack = load_pack("first-steps")
    game = Match.start(pack, [Seat("A", pack.ids.councils[0])], 3, save=tab.home / "games")
    size = tab.mirror.journal.size
    while not game.finished:
        before = record_of(game).stat().st_size
        game.play(next(iter(game.legal())))
        grown = tab.mirror.journal.size - size
        assert grown <= record_of(game).stat().st_size - before + 150
        size = tab.mirror.journal.size
    path, text = record_of(game), record_of(game).read_bytes()
    tab.again()
    assert path.read_bytes() == text
    assert Match.resume(path).state == game.state


def test_every_action_that_was_played_is_there_whenever_the_tab_ends(tmp_path: Path) -> None:
    pack = load_pack("first-steps")
    for seed in range(25):
        chance = Random(seed)
        tab = Tab(tmp_path / str(seed))
        tab.storage.left = chance.randrange(1500, 12_000)
        disk.use(tab.mirror)
        played = 0
        game = None
        try:
            game = Match.start(pack, [Seat("A", pack.ids.councils[0])], seed, save=tab.home / "games")
            while not game.finished:
                game.play(chance.choice(list(game.legal())))
                played = len(game.history)
                if chance.randrange(10) == 0:
                    tab.mirror.sweep()
        except Killed:
            pass
        finally:
            disk.use(None)
        tab = tab.again()
        if game is not None and played:
            assert played <= len(Match.resume(record_of(game)).history) <= played + 1


def test_a_full_storage_is_told_as_a_full_disk_and_tried_again(tab: Tab) -> None:
    pack = load_pack("first-steps")
    game = Match.start(pack, [Seat("A", pack.ids.councils[0])], 3, save=tab.home / "games")
    assert game.trouble is None
    tab.storage.room = tab.mirror.journal.size
    game.play(next(iter(game.legal())))
    assert game.trouble is not None
    assert "The disk is full" in game.trouble.pattern
    assert tab.mirror.trouble is not None
    assert tab.mirror.trouble.errno == errno.ENOSPC
    game.play(next(iter(game.legal())))
    assert game.trouble is not None
    tab.storage.room = None
    game.play(next(iter(game.legal())))
    assert game.trouble is None
    assert tab.mirror.trouble is None
    text = record_of(game).read_bytes()
    tab.again()
    assert record_of(game).read_bytes() == text
    assert len(Match.resume(record_of(game)).history) == 3


def test_settings_are_kept_whole(tab: Tab) -> None:
    assert keep_settings(Settings(language="cy"))
    assert keep_settings(Settings(language="cy", text_scale=1.25))
    tab.storage.room = tab.mirror.journal.size
    assert not keep_settings(Settings(language="en"))
    tab.again()
    assert load_settings().language == "cy"
    assert load_settings().text_scale == 1.25
    assert json.loads((tab.home / "config" / "settings.json").read_text())


def test_packs_are_kept_put_away_and_brought_back(tab: Tab) -> None:
    packs = tab.home / "packs"
    kept = keep_pack(folder("scenarios") / "first-steps", packs)
    lies = put_away(kept)
    assert set(lying(tab.again().home)) >= {f"packs/.deleted/{lies.name}"}
    assert not kept.exists()
    bring_back(lies, kept)
    tab.again()
    assert load_pack(kept)


def test_a_pack_for_which_there_is_no_room_is_not_there(tab: Tab) -> None:
    tab.storage.room = 500
    with pytest.raises(OSError, match="full"):
        keep_pack(folder("scenarios") / "first-steps", tab.home / "packs")
    assert not any(not path.name.startswith(".") for path in (tab.home / "packs").iterdir())


def test_the_journal_is_shortened_by_a_sweep(tab: Tab) -> None:
    for number in range(40):
        (tab.home / "a").write_bytes(b"%02d" % number * 50_000)
        tab.mirror.keep(tab.home / "a")
    assert tab.mirror.journal.size > 3_000_000
    assert tab.mirror.sweep()
    assert tab.mirror.journal.size < 110_000
    tab.again()
    assert (tab.home / "a").read_bytes() == b"39" * 50_000

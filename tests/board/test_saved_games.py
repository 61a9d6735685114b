"""The list of saved games: pictures, watching, the bin, and files that are damaged."""

from pathlib import Path

import pygame
import pytest

from caffael.board.photographer import picture_of
from caffael.board.screens.saves import SavesScreen
from caffael.match import Match
from caffael.presentation.screens import ScreenId
from caffael.saves import folder as saves_folder
from caffael.saves import list_saves
from tests.board.frame_kit import board, click, pack, said, seats, top


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def some_games(folder: Path, count: int = 2) -> list[Path]:
    """Saved games, each a few actions long."""
    paths = []
    for seed in range(count):
        match = Match.start(pack(), seats("you", "you"), seed, folder)
        match.play(match.legal()[-1])
        match.close()
        assert match.path is not None
        paths.append(match.path)
    return paths


def test_leaving_a_game_lays_its_picture_beside_it_and_the_list_shows_it(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "you"))
    session.app.frame()
    path = session.game.path
    assert path is not None
    session.show_title()
    session.photographer.wait()
    picture = pygame.image.load(str(picture_of(path)))
    assert picture.get_size() == (480, 270)
    assert len({tuple(picture.get_at((x, y))) for x in range(0, 480, 16) for y in range(0, 270, 16)}) > 20
    assert [one.name for one in path.parent.iterdir() if ".draft" in one.name] == []
    session.show(ScreenId.SAVES)
    session.app.frame()
    page = session.app.screen
    assert isinstance(page, SavesScreen)
    picture_of(path).unlink()
    before = pygame.image.tobytes(session.app.surface, "RGB")
    session.app.redraw()
    session.app.frame()
    assert pygame.image.tobytes(session.app.surface, "RGB") != before


def test_a_year_that_begins_is_pictured_and_a_picture_that_cannot_be_written_hinders_nobody(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "you"))
    session.settings.instant = False
    session.game.play(session.game.legal()[-1])
    session.show_table()
    path = session.game.path
    assert path is not None
    picture_of(path).mkdir()
    session.app.frame()
    session.photographer.wait()
    assert picture_of(path).is_dir() and top(session) in {ScreenId.TABLE, ScreenId.MANAGE}
    session.close()


def test_a_game_is_put_in_the_bin_and_brought_back_with_its_picture(tmp_path: Path) -> None:
    session = board(tmp_path)
    first, second = some_games(tmp_path / "games")
    picture_of(second).write_bytes(b"no picture at all")
    before = second.read_bytes()
    session.show(ScreenId.SAVES)
    page = session.app.screen
    assert isinstance(page, SavesScreen)
    place = next(at for at, save in enumerate(page.saves) if save.path == second)
    click(session, f"bin.{place}")
    assert not second.exists() and not picture_of(second).exists() and len(page.saves) == 1 and "in the bin" in said(session)
    assert [save.path for save in list_saves(tmp_path / "games")] == [first]
    click(session, "bin.0")
    assert page.saves == [] and len(page.binned) == 2
    page.bring_back()
    page.bring_back()
    assert second.read_bytes() == before and picture_of(second).exists() and {save.path for save in page.saves} == {first, second}
    assert page.binned == []


def test_a_game_is_watched_from_the_list(tmp_path: Path) -> None:
    session = board(tmp_path)
    some_games(tmp_path / "games", 1)
    session.show(ScreenId.SAVES)
    click(session, "watch.0")
    assert top(session) == ScreenId.TABLE and session.playback is not None


def test_damaged_files_say_so_and_nothing_in_them_harms_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = board(tmp_path)
    sound, damaged = some_games(tmp_path / "games")
    damaged.write_bytes(damaged.read_bytes().replace(b'"seat"', b'"sead"', 1))
    unthought = tmp_path / "games" / "unthought.caffael"
    unthought.write_bytes(sound.read_bytes())
    glance = saves_folder.glance

    def fails(path: Path, packs: object) -> object:
        if path == unthought:
            raise RecursionError
        return glance(path, packs)  # type: ignore[arg-type]

    monkeypatch.setattr(saves_folder, "glance", fails)
    session.show(ScreenId.SAVES)
    session.app.frame()
    page = session.app.screen
    assert isinstance(page, SavesScreen) and len(page.saves) == 3
    assert {save.path for save in page.saves if save.can_continue} == {sound}
    for place, save in enumerate(page.saves):
        if save.path == unthought:
            click(session, f"save.{place}")
            assert "can't be read as a game" in said(session)
            click(session, f"watch.{place}")
            assert "nothing to watch" in said(session)

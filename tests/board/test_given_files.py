"""Games, packs and everything as a file: where it lies is told, and what it holds comes in again; and what is said where nothing stays."""

from pathlib import Path

import pytest

from caffael.authoring.own.on_disk import keep_pack
from caffael.board.screens.debrief import DebriefScreen
from caffael.board.session import Session
from caffael.board.settings_file import keep_settings, load_settings
from caffael.match import Match
from caffael.presentation.saving import STANDING, Storage
from caffael.presentation.screens import ScreenId
from caffael.presentation.settings import Settings
from caffael.resources import folder
from caffael.saves import own_folder, verify
from tests.board.frame_kit import board, click, drop, pack, said, seats, top


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session with a saved game of two actions, at the title."""
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "you"), 3)
    for _ in range(2):
        session.game.play(session.game.legal()[-1])
    session.show_title()
    return session


def shown(session: Session) -> list[str]:
    """Every word of the page that is seen."""
    assert session.app.screen is not None
    return [widget.label for widget in session.app.screen.tree.root.everything()]


def press_labelled(session: Session, label: str) -> None:
    assert session.app.screen is not None
    next(widget for widget in session.app.screen.tree.root.everything() if widget.label == label).press()


def test_a_saved_game_is_given_as_a_file_that_is_no_second_game_in_the_list(session: Session, tmp_path: Path) -> None:
    session.show(ScreenId.SAVES)
    click(session, "file.0")
    (record,) = (tmp_path / "games").glob("*.caffael")
    given = tmp_path / "games" / "Files" / record.name
    assert top(session) is ScreenId.GIVEN and str(given) in shown(session)
    assert verify(given).actions == 2
    session.pop()
    session.show(ScreenId.SAVES)
    assert "file.1" not in [widget.name for widget in session.app.screen.tree.root.everything()]  # type: ignore[union-attr]


def test_a_file_that_lies_there_already_is_never_overwritten(session: Session, tmp_path: Path) -> None:
    files = tmp_path / "games" / "Files"
    session.show(ScreenId.SAVES)
    click(session, "file.0")
    session.pop()
    (given,) = files.iterdir()
    given.write_bytes(b"another")
    click(session, "file.0")
    assert given.read_bytes() == b"another" and sorted(files.iterdir()) == sorted([given, given.with_stem(f"{given.stem}-2")])


def test_a_pack_of_ones_own_is_given_as_a_zip_that_can_be_opened(session: Session, tmp_path: Path) -> None:
    kept = keep_pack(folder("scenarios") / "first-steps", own_folder())
    session.show(ScreenId.SCENARIOS, kept)
    press_labelled(session, "Keep as a file")
    given = tmp_path / "games" / "Files" / "first-steps.zip"
    assert str(given) in shown(session)
    drop(session, given)
    assert top(session) is ScreenId.SCENARIOS and given in session.opened


def test_everything_is_given_as_one_file_and_comes_in_on_another_computer(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_pack(folder("scenarios") / "first-steps", own_folder())
    session.show(ScreenId.SAVES)
    press_labelled(session, "Keep everything as one file")
    (given,) = (tmp_path / "games" / "Files").iterdir()
    assert str(given) in shown(session) and "In it are all saved games, the games of your own and the settings." in shown(session)
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "other" / "games"))
    other = board(tmp_path / "other")
    other.show_title()
    drop(other, given)
    assert top(other) is ScreenId.SAVES and "1 saved game has come in, and 1 game of your own." in said(other)
    (record,) = (tmp_path / "other" / "games").glob("*.caffael")
    assert len(Match.resume(record).history) == 2
    drop(other, given)
    assert "Everything in this file is here already." in said(other)


def test_settings_come_along_and_count_at_once_where_none_were_kept(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_settings(Settings(language="cy", look="dark", text_scale=1.25, sounds="off", bot_pace="quick", full_screen=True))
    session.show(ScreenId.SAVES)
    press_labelled(session, "Keep everything as one file")
    (given,) = (tmp_path / "games" / "Files").iterdir()
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "other"))
    other = board(tmp_path / "other")
    other.settings.instant = False
    other.show_title()
    drop(other, given)
    assert (other.language.code, other.sounds.volume, other.app.look.scale.text) == ("cy", "off", 1.25)
    assert not other.app.full_screen
    other.keep()
    kept = load_settings()
    assert (kept.language, kept.look, kept.bot_pace, kept.full_screen) == ("cy", "dark", "quick", False)


def test_a_file_with_everything_that_is_not_sound_is_refused_in_a_sentence(session: Session, tmp_path: Path) -> None:
    from caffael.authoring.own.moving import CONTENT, SHEET, zipped

    bad = tmp_path / "bad.zip"
    bad.write_bytes(zipped({SHEET: CONTENT, "../x.caffael": b"x"}))
    drop(session, bad)
    assert top(session) is ScreenId.TITLE and said(session).startswith("This file can't be taken in:")


def test_a_file_that_can_not_be_written_is_told(session: Session, tmp_path: Path) -> None:
    (tmp_path / "games" / "Files").write_bytes(b"in the way")
    session.show(ScreenId.SAVES)
    click(session, "file.0")
    assert any(word.startswith("The file can't be written in ") for word in shown(session))


@pytest.mark.parametrize("storage", ["denied", "other tab"])
def test_where_nothing_is_kept_every_page_says_so_and_the_menu_offers_the_file(session: Session, storage: Storage) -> None:
    session.app.machine.storage = storage
    session.app.redraw()
    session.app.frame()
    assert session.app.screen is not None and session.app.screen.tree.standing in STANDING.values()
    session.new_game(pack(), seats("you"), 4)
    session.show_menu()
    assert not any(word.startswith("Everything is saved") for word in shown(session))
    press_labelled(session, "Keep this game as a file")
    assert top(session) is ScreenId.GIVEN


def test_where_games_may_vanish_it_is_said_once_and_the_last_page_offers_the_file(session: Session) -> None:
    session.app.machine.storage = "may vanish"
    session.new_game(pack(), seats("balanced"), 4)
    assert "may clear them away some day" in said(session)
    while not session.game.finished:
        session.game.play(session.game.bot_action())
    session.show_debrief()
    screen = session.app.screen
    assert isinstance(screen, DebriefScreen)
    assert screen.tree.standing == ""
    screen.open(len(screen.pages) - 1)
    press_labelled(session, "Keep this game as a file")
    assert top(session) is ScreenId.GIVEN

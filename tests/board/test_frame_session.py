import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from caffael.board import BoardOptions, open_board
from caffael.board.fault_log import write_fault
from caffael.board.game_screen import GameScreen
from caffael.board.options import begin
from caffael.board.painter import Painter
from caffael.board.session import Session
from caffael.board.settings_file import FILE, keep_settings, load_settings
from caffael.presentation.screens import ScreenId
from caffael.presentation.settings import Settings
from caffael.rules import actions
from tests.board.frame_kit import board, pack, press, seats, top


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_asking_for_the_board_imports_no_window() -> None:
    code = "import sys; from caffael.board import BoardOptions, open_board; sys.exit('pygame' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_first_frame_needs_no_match_and_no_pack() -> None:
    code = (
        "import sys; from caffael.board.options import *; from caffael.presentation.settings import Settings;"
        "s = make_session(BoardOptions(size=(1280, 720)), Settings()); s.show_title(); s.app.frame();"
        "sys.exit(any(name in sys.modules for name in ('pydantic', 'caffael.match', 'caffael.scenario')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_f1_opens_and_closes_the_help_everywhere(tmp_path: Path) -> None:
    session = board(tmp_path)
    for name in (ScreenId.TITLE, ScreenId.SCENARIOS, ScreenId.SAVES, ScreenId.SETTINGS):
        session.only(name)
        press(session, pygame.K_F1)
        assert top(session) == ScreenId.HELP
        press(session, pygame.K_F1)
        assert top(session) == name


def test_f2_says_everything_in_the_other_language_and_back(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.show_title()
    english = [widget.label for widget in session.app.screen.tree.reachable()]  # type: ignore[union-attr]
    press(session, pygame.K_F2)
    assert session.language.code == "cy"
    assert [widget.label for widget in session.app.screen.tree.reachable()] != english  # type: ignore[union-attr]
    press(session, pygame.K_F2)
    assert [widget.label for widget in session.app.screen.tree.reachable()] == english  # type: ignore[union-attr]


def test_a_screen_beneath_is_in_the_new_language_when_it_is_seen_again(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.show_title()
    session.show(ScreenId.SETTINGS)
    session.set_language("cy")
    session.pop()
    assert session.app.screen is not None
    assert session.text("Begin a new game") in [widget.label for widget in session.app.screen.tree.reachable()]
    assert session.text("Begin a new game") != "Begin a new game"


def test_from_the_title_to_the_table_by_keys_alone(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.show_title()
    press(session, pygame.K_RETURN)
    assert top(session) == ScreenId.SCENARIOS
    for wanted in ("Choose the teams", "Begin the game"):
        screen = session.app.screen
        assert screen is not None
        for _ in range(60):
            if screen.tree.focused is not None and screen.tree.focused.label == wanted:
                break
            press(session, pygame.K_TAB)
        press(session, pygame.K_RETURN)
    assert session.match is not None
    assert top(session) in (ScreenId.TABLE, ScreenId.YEAR)
    assert list((tmp_path / "games").glob("*.caffael"))


def test_escape_goes_back_one_page(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.show_title()
    session.show(ScreenId.SCENARIOS)
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.TITLE
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.TITLE


def begun(tmp_path: Path, *players: str) -> Session:
    session = board(tmp_path)
    session.new_game(pack(), seats(*players), 7)
    return session


def test_a_slip_is_taken_back_and_played_again(tmp_path: Path) -> None:
    session = begun(tmp_path, "you", "you")
    match = session.game
    tender = next(action for action in match.legal() if actions.TENDER <= action < actions.ENGAGE)
    session.play(tender)
    assert len(match.history) == 1
    assert session.undo()
    assert not match.history
    assert session.redo()
    assert match.history[0].action == tender
    match.undo()
    session.play(actions.TRAIN)
    assert not session.undo()


def test_the_pause_menu_leads_back_and_out(tmp_path: Path) -> None:
    session = begun(tmp_path, "you", "you")
    session.show_menu()
    assert top(session) == ScreenId.MENU
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.TABLE
    session.show_menu()
    assert session.app.screen is not None
    session.app.screen.tree.find(session.text("Leave the game for the title page")).press()
    assert top(session) == ScreenId.TITLE


def test_a_game_that_cannot_be_saved_says_so_and_goes_on(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder", encoding="utf-8")
    session = board(tmp_path)
    session.games = blocked / "games"
    session.new_game(pack(), seats("you", "you"), 7)
    assert session.app.screen is not None and session.app.screen.tree.toast is not None
    session.play(actions.TRAIN)
    assert len(session.game.history) == 1


class BrokenScreen(GameScreen):
    def draw(self, painter: Painter) -> None:
        raise RuntimeError("a fault for the test")


def test_a_fault_in_a_screen_is_written_down_told_and_left_behind(tmp_path: Path) -> None:
    session = board(tmp_path, instant=False)
    session.show_title()
    session.push(BrokenScreen(session))
    for _ in range(6):
        session.app.redraw()
        session.app.frame()
    assert top(session) == ScreenId.TITLE
    logs = list(tmp_path.rglob("faults.log"))
    assert logs and "a fault for the test" in logs[0].read_text(encoding="utf-8")


def test_a_fault_that_cannot_be_written_down_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert write_fault(RuntimeError("x"), tmp_path / "file" / "logs") is None


def test_settings_are_kept_and_nonsense_is_left_out(tmp_path: Path) -> None:
    settings = Settings("cy", True, 1.5, "reduced", "dark", instant=True)
    assert keep_settings(settings, tmp_path / "deep" / "folder")
    assert load_settings(tmp_path / "deep" / "folder") == Settings("cy", True, 1.5, "reduced", "dark", instant=False)
    for nonsense in ("", "[]", '{"language": "fr", "text_scale": 9, "full_screen": "yes"}', "\x00"):
        (tmp_path / FILE).write_text(nonsense, encoding="utf-8")
        assert load_settings(tmp_path) == Settings()
    (tmp_path / FILE).write_text('{"reduced_motion": true, "look": "mauve"}', encoding="utf-8")  # as it was kept before there were steps
    assert load_settings(tmp_path) == Settings(movement="off")
    assert not keep_settings(settings, tmp_path / FILE)


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (BoardOptions(language="fr", size=(1280, 720)), "Welsh"),
        (BoardOptions(scenario="no-such-pack", size=(1280, 720)), "no-such-pack"),
        (BoardOptions(scenario="smarter-spending", seats=["you"] * 7, size=(1280, 720)), "6 teams"),
        (BoardOptions(scenario="smarter-spending", seats=["you", "wizard"], size=(1280, 720)), "wizard"),
        (BoardOptions(resume=Path("nowhere.caffael"), size=(1280, 720)), "nowhere"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(options: BoardOptions, part: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert open_board(options) == 2
    assert part in capsys.readouterr().err


def test_a_scenario_begins_at_once(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.show_title()
    assert begin(session, BoardOptions(scenario="smarter-spending", seats=["you", "greenest"], years=3)) == ""
    assert [seat.player for seat in session.game.seats] == ["you", "greenest"]
    assert session.game.cards.settings.years == 3

"""A fault in any part of the board is written down, told in a sentence, and the game goes on from its last action."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from platformdirs import user_log_path

from caffael.board.screens.bids.screen import BidsScreen
from caffael.board.screens.delivery.screen import DeliveryScreen
from caffael.board.screens.review import ReviewScreen
from caffael.board.screens.table.screen import TableScreen
from caffael.board.screens.tender.screen import TenderScreen
from caffael.board.screens.title import TitleScreen
from caffael.board.session import Session
from caffael.board.settings_file import FILE, load_settings
from caffael.board.team_timer import TeamTimer
from caffael.board.widgets import Dialog
from caffael.board.window import Screen
from caffael.presentation.playback import Playback
from caffael.presentation.press import Open
from caffael.presentation.screens import ScreenId
from caffael.presentation.settings import Settings
from caffael.rules.actions import ENGAGE, TENDER
from caffael.rules.terms import Phase
from caffael.saves import verify
from caffael.words.sentence import Sentence
from tests.board.frame_kit import board, pack, press, said, seats, top


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def raising(*rest: object, **named: object) -> None:
    raise RuntimeError("planted")


def buying(session: Session) -> bool:
    """Whether the first round of buying is over and a team decides what to do."""
    return len(session.game.history) >= 3 and session.game.state.phase == Phase.BUY


def playing(tmp_path: Path, until: Callable[[Session], bool] = buying) -> Session:
    """A game of people at the table, played on by a bot's advice until something holds."""
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "you"))
    while not until(session):
        session.game.play(session.game.bot_action("balanced"))
    session.show_table()
    session.app.frame()
    session.settings.instant = False
    return session


class NamedError(ImportError):
    """A fault that says itself what helps."""

    sentence = Sentence("This file can't be taken in: the zip {why}.", why="is damaged")


def test_a_fault_that_says_itself_what_helps_is_told_in_its_own_words(tmp_path: Path) -> None:
    session = playing(tmp_path)
    session.note_fault(NamedError())
    assert said(session) == "This file can't be taken in: the zip is damaged."


def goes_on(session: Session, played: int) -> None:
    """The game is there as it was, its record holds, the fault is written down, and people can play."""
    assert session.match is not None and len(session.game.history) == played
    path = session.game.path
    assert path is not None and verify(path).holds
    assert "planted" in log_text()
    for _ in range(5):
        session.app.frame()
    session.settings.instant = True
    session.game.play(session.game.legal()[-1])


def log_text() -> str:
    return user_log_path("caffael", appauthor=False).joinpath("faults.log").read_text(encoding="utf-8")


def frames(session: Session, count: int = 12) -> None:
    for _ in range(count):
        session.app.redraw()
        session.app.frame()


OVER_THE_TABLE: dict[str, Callable[[Session], None]] = {
    ScreenId.MENU: lambda session: session.show_menu(),
    ScreenId.TEACHER: lambda session: session.show_teacher(),
    ScreenId.TENDER: lambda session: session.push(TenderScreen(session, need=None, partner=None)),
    ScreenId.COVER: lambda session: session.show(ScreenId.COVER),
    ScreenId.HELP: lambda session: session.show_help(),
    ScreenId.SETTINGS: lambda session: session.show(ScreenId.SETTINGS),
}


@pytest.mark.parametrize("kind", OVER_THE_TABLE)
def test_a_page_over_the_table_that_fails_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    session = playing(tmp_path)
    played = len(session.game.history)
    OVER_THE_TABLE[kind](session)
    assert top(session) == kind
    monkeypatch.setattr(type(session.app.screen), "draw", raising)
    frames(session)
    assert top(session) == ScreenId.TABLE and "written down" in said(session)
    goes_on(session, played)


@pytest.mark.parametrize("kind", [BidsScreen, DeliveryScreen, ReviewScreen])
@pytest.mark.parametrize("part", ["build", "draw"])
def test_a_page_that_tells_and_fails_is_left_and_the_game_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[Screen], part: str
) -> None:
    session = playing(tmp_path, before_a_tender if kind is BidsScreen else before_the_end_of_a_year)
    monkeypatch.setattr(kind, part, raising)
    plant(session, lambda: play_one(session))
    played = len(session.game.history)
    if kind is ReviewScreen:
        plant(session, session.go_on)
    frames(session, 20)
    assert top(session) in {ScreenId.TABLE, ScreenId.MANAGE}
    goes_on(session, played)


def before_a_tender(session: Session) -> bool:
    return buying(session) and TENDER <= session.game.bot_action("balanced") < ENGAGE


def before_the_end_of_a_year(session: Session) -> bool:
    match = session.game
    if match.state.phase != Phase.MANAGE:
        return False
    year = match.state.year
    match.play(match.bot_action("balanced"))
    ended = match.state.year > year
    match.undo()
    return ended


def play_one(session: Session) -> None:
    """Play one decision through the session, as a page does."""
    session.play(session.game.bot_action("balanced"))
    while session.game.state.phase in (Phase.ROUTE, Phase.WEIGHTS, Phase.SUPPLIER):
        session.play(session.game.bot_action("balanced"))


def plant(session: Session, do: Callable[[], object]) -> None:
    """Do something in a frame, as an event would."""
    handled: list[int] = []

    def event(self: Screen, event: pygame.event.Event) -> bool:
        if not handled:
            handled.append(1)
            do()
        return True

    screen = session.app.screen
    assert screen is not None
    screen.event = lambda found: event(screen, found)  # type: ignore[method-assign, assignment]
    press(session, pygame.K_a)


def test_a_table_that_fails_is_laid_anew_from_its_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = playing(tmp_path)
    played = len(session.game.history)
    match, draw, failed = session.game, TableScreen.over, []

    def over(self: TableScreen, painter: object) -> None:
        if self.session.game is match:
            failed.append(1)
            raise RuntimeError("planted")
        draw(self, painter)  # type: ignore[arg-type]

    monkeypatch.setattr(TableScreen, "over", over)
    frames(session)
    assert failed and session.match is not match and top(session) == ScreenId.TABLE
    goes_on(session, played)


def test_a_table_that_fails_again_is_left_for_the_title_and_the_game_stays_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = playing(tmp_path)
    played = len(session.game.history)
    path = session.game.path
    monkeypatch.setattr(TableScreen, "build", raising)
    monkeypatch.setattr(TableScreen, "over", raising)
    frames(session, 20)
    assert top(session) == ScreenId.TITLE and session.match is None
    assert path is not None and verify(path).actions == played


def test_a_dialog_that_fails_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = playing(tmp_path)
    played = len(session.game.history)
    table = session.app.screen
    assert isinstance(table, TableScreen)
    table.press(Open("pass"))
    monkeypatch.setattr(Dialog, "draw", raising)
    frames(session)
    assert session.app.screen is table and not table.tree.dialogs
    goes_on(session, played)


def test_a_timer_that_fails_is_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = playing(tmp_path)
    session.timer.set(3)
    monkeypatch.setattr(TeamTimer, "watch", raising)
    frames(session)
    assert session.timer.minutes == 0 and top(session) == ScreenId.TABLE
    goes_on(session, len(session.game.history))


def test_a_replay_that_fails_stands_still(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = playing(tmp_path)
    path = session.game.path
    assert path is not None
    session.watch(path)
    watched = session.playback
    assert watched is not None and watched.playing
    monkeypatch.setattr(Playback, "tick", raising)
    frames(session)
    assert not watched.playing and top(session) == ScreenId.TABLE and "planted" in log_text()


def test_when_even_the_title_fails_the_window_closes_and_nothing_is_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = playing(tmp_path)
    for kind in (TableScreen, TitleScreen):
        monkeypatch.setattr(kind, "build", raising)
        monkeypatch.setattr(kind, "draw", raising)
    frames(session, 30)
    assert not session.app._running


@pytest.mark.parametrize(
    "kept", [b"[" * 100_000, b"\xff\xfe", b"[]", b'{"language": [], "text_scale": {}, "full_screen": "yes", "bot_pace": []}']
)
def test_settings_that_make_no_sense_are_as_they_are_at_first(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / FILE).write_bytes(kept)
    assert load_settings(tmp_path) == Settings()

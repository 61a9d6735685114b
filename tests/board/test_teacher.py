"""What the teacher at the front can do with a running game."""

from pathlib import Path

import pygame
import pytest

from caffael.board.screens.teacher import TeacherScreen
from caffael.board.screens.timeline import TimelineScreen
from caffael.board.session import Session
from caffael.match import Match
from caffael.presentation.screens import ScreenId
from caffael.saves import read, verify
from tests.board.frame_kit import board, click, pack, press, said, seats, top, type_in


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def playing(tmp_path: Path, *players: str, turns: int = 0) -> Session:
    """A game at the table; so many actions have been played by bots' advice."""
    session = board(tmp_path)
    session.new_game(pack(), seats(*players))
    for _ in range(turns):
        session.game.play(session.game.bot_action("balanced"))
    session.show_table()
    session.app.frame()
    return session


def part(session: Session, name: str) -> TeacherScreen:
    """The teacher's page, open at a part."""
    press(session, pygame.K_F10)
    page = session.app.screen
    assert isinstance(page, TeacherScreen)
    page._open("part", name)
    session.app.frame()
    return page


def test_f10_opens_the_page_over_a_game_and_closes_it_and_is_refused_without_one(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.show_title()
    press(session, pygame.K_F10)
    assert top(session) == ScreenId.TITLE and "once a game has begun" in said(session)
    session.new_game(pack(), seats("you", "you"))
    press(session, pygame.K_F10)
    assert top(session) == ScreenId.TEACHER
    press(session, pygame.K_F10)
    assert top(session) == ScreenId.TABLE
    session.show_menu()
    click(session, "For the teacher")
    assert top(session) == ScreenId.TEACHER


def test_the_cover_hides_the_table_and_rests_the_timer_and_the_bots(tmp_path: Path) -> None:
    session = playing(tmp_path, "you", "balanced")
    session.timer.set(5)
    part(session, "game")
    click(session, "cover")
    assert top(session) == ScreenId.COVER
    session.app.frame()
    spent, played = session.timer.spent, len(session.game.history)
    for _ in range(30):
        session.app.frame()
    assert (session.timer.spent, len(session.game.history)) == (spent, played)
    assert not [node for node in session.app.screen.tree.describe(session.app.look) if "Cardiff" in node.label]  # type: ignore[union-attr]
    press(session, pygame.K_SPACE)
    assert top(session) == ScreenId.TABLE, "its button says: go back to the game"


def test_the_cover_leads_to_the_game_also_from_the_pause_menu(tmp_path: Path) -> None:
    session = playing(tmp_path, "you", "you")
    session.show_menu()
    click(session, "For the teacher")
    click(session, "cover")
    click(session, "uncover")
    assert top(session) == ScreenId.TABLE


def test_a_team_gets_another_name_and_a_bot_takes_its_seat_and_gives_it_back(tmp_path: Path) -> None:
    session = playing(tmp_path, "you", "you")
    page = part(session, "teams")
    click(session, "team 1")
    type_in(session, " Fach")
    assert session.teams[1] == "Afon Sirhywi"  # not with every letter
    page.back()
    assert session.teams[1] == "Afon Sirhywi Fach"
    page = part(session, "teams")
    page.typed = {1: session.teams[0]}
    page.keep_names()
    assert "same name" in said(session) and session.teams[1] == "Afon Sirhywi Fach"
    page.hand_over(0, "balanced")
    click(session, "bot 0")
    click(session, "bots.greenest")
    assert session.game.seats[0].player == "greenest"
    press(session, pygame.K_ESCAPE)
    press(session, pygame.K_ESCAPE)
    for _ in range(20):
        session.app.frame()
    assert session.game.history and session.game.history[0].seat == 0
    page = part(session, "teams")
    page.hand_over(0, "you")
    page.back()
    assert session.deciding_seat() is not None
    path = session.game.path
    assert path is not None and verify(path).holds and read(path).seats[1].team == "Afon Sirhywi Fach"


def test_a_year_is_skipped_after_a_question_and_people_decide_again(tmp_path: Path) -> None:
    session = playing(tmp_path, "you", "you")
    part(session, "game")
    click(session, "skip")
    assert session.game.history == []
    click(session, "answer.do")
    assert session.skipping and session.deciding_seat() is None
    while session.skipping:
        session.app.frame()
        assert top(session) == ScreenId.TABLE or not session.skipping
    assert session.game.state.year == 2 and session.page_tells
    while session.page_tells:
        press(session, pygame.K_SPACE)
    assert session.deciding_seat() is not None
    assert [seat.player for seat in session.game.seats] == ["you", "you"]


def test_skipping_can_be_stopped(tmp_path: Path) -> None:
    session = playing(tmp_path, "you", "you")
    session.skip_year()
    for _ in range(3):
        session.app.frame()
    part(session, "game")
    click(session, "stop")
    played = len(session.game.history)
    session.app.frame()
    assert session.deciding_seat() is not None and played > 0 and len(session.game.history) == played


def test_the_game_is_stepped_back_and_forward_and_stays_as_it_is_until_it_is_played_on(tmp_path: Path) -> None:
    session = playing(tmp_path, "you", "you", turns=16)
    live, path = session.game, session.game.path
    assert path is not None
    before = path.read_bytes()
    part(session, "game")
    click(session, "step")
    timeline = session.app.screen
    assert isinstance(timeline, TimelineScreen)
    click(session, "decision 3")
    watched = session.playback
    assert watched is not None and top(session) == ScreenId.TABLE
    assert watched.place == 3 and session.game is not live and len(session.game.history) == watched.moments[3].turn
    click(session, "watch step-back")
    assert watched.place == 2
    click(session, "watch step-on")
    while session.page_tells:
        session.go_on()
    assert watched.place == 3 and session.deciding_seat() is None
    press(session, pygame.K_z, pygame.KMOD_CTRL)
    press(session, pygame.K_y, pygame.KMOD_CTRL)
    while session.page_tells:
        session.go_on()
    assert watched.place == 3
    assert len(live.history) == 16 and path.read_bytes() == before
    turn = watched.turn
    click(session, "watch play on")
    assert session.game is live and len(live.history) == turn and session.deciding_seat() is not None
    assert len(live.ahead) == 16 - turn
    assert verify(path).holds


def test_looking_back_is_left_without_a_trace(tmp_path: Path) -> None:
    session = playing(tmp_path, "you", "you", turns=12)
    live = session.game
    turns = len(live.history)
    assert turns > 0
    session.look_back()
    assert session.playback is not None
    session.playback.go_to(0)
    press(session, pygame.K_F10)
    session.app.screen.back()  # type: ignore[union-attr]
    click(session, "watch leave")
    assert session.game is live and len(live.history) == turns and session.playback is None
    session.look_back()
    session.show_title()
    assert session.match is None and session.playback is None
    assert live.path is not None
    resumed = Match.resume(live.path)
    resumed.close()
    assert len(resumed.history) == turns


def test_scores_and_what_others_have_are_hidden_until_the_end(tmp_path: Path) -> None:
    session = playing(tmp_path, "you", "you", turns=12)
    other = 1 - session.game.state.decider

    def read_out() -> list[str]:
        session.show_table()
        session.app.frame()
        return [f"{node.label} {node.value}" for node in session.app.screen.tree.describe(session.app.look)]  # type: ignore[union-attr]

    money = session.language.money(session.game.state.councils[other].budget)
    assert any(money in value for value in read_out()) and any("Points so far" in value for value in read_out())
    part(session, "game")
    click(session, "hide")
    assert session.settings.hide_scores and not any(money in value for value in read_out())
    assert not any("Points so far" in value or "Place " in value for value in read_out())
    while not session.game.finished:
        session.game.play(session.game.bot_action("balanced"))
    assert not session.scores_hidden


def test_the_window_gets_another_size_and_the_game_is_left_without_a_question(tmp_path: Path) -> None:
    session = playing(tmp_path, "you", "you")
    part(session, "view")
    click(session, "window")  # the middle of five
    assert session.app.surface.get_size() == (1920, 1080)
    press(session, pygame.K_F10)
    part(session, "game")
    click(session, "next lesson")
    assert top(session) == ScreenId.TITLE

"""A sealed game on one screen without a device: the laptop goes round under a cover, envelopes lie on the table, and are opened in turn."""

from pathlib import Path

import pygame
import pytest

from caffael.board.session import Session
from caffael.presentation.screens import ScreenId
from caffael.rules.terms import NONE, Phase
from caffael.scenario import load_pack
from caffael.words.language import Code
from tests.board.class_kit import class_board, join
from tests.board.frame_kit import board, click, press, seats, top
from tests.board.test_class import seen
from tests.classroom.class_of import a_tender


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def begun(session: Session, *players: str) -> Session:
    """A sealed game at the table."""
    session.new_game(load_pack("sealed", 3), seats(*players))
    session.show_table()
    session.app.frame()
    return session


@pytest.mark.parametrize("code", ["en", "cy"])
def test_the_board_is_covered_before_each_council_writes_and_says_who_comes(tmp_path: Path, code: Code) -> None:
    session = begun(board(tmp_path, code=code), "you", "you")
    for _ in range(2):
        assert top(session) == ScreenId.HANDOVER
        council = session.viewer.council(session.game.state.decider)
        assert council in seen(session) and "£" not in seen(session)
        click(session, "uncover")
        assert top(session) == ScreenId.TABLE
        click(session, "do wait")
    assert session.game.state.phase == Phase.OPEN and top(session) == ScreenId.TABLE


def test_the_cover_comes_once_for_each_council_and_round(tmp_path: Path) -> None:
    session = begun(board(tmp_path), "you", "you")
    press(session, pygame.K_SPACE)
    session.show_menu()
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.TABLE


def test_one_team_of_people_passes_no_laptop(tmp_path: Path) -> None:
    session = begun(board(tmp_path), "you", "balanced")
    assert top(session) == ScreenId.TABLE


def test_no_turn_by_turn_game_is_covered(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.new_game(load_pack("smarter-spending", 3), seats("you", "you"))
    session.show_table()
    session.app.frame()
    assert top(session) == ScreenId.TABLE and session.writer() == ()


def test_who_has_laid_an_envelope_is_marked_and_the_next_is_opened_by_whoever_is_at_the_front(tmp_path: Path) -> None:
    session = begun(board(tmp_path), "you", "you")
    for _ in range(2):
        click(session, "uncover")
        seat = session.game.state.decider
        for begin in ("tender", "route open", "weights"):
            words = {session.game.text_of(one): one for one in session.game.legal_for(seat)}
            session.game.play(next(action for said, action in words.items() if said.startswith(begin)), seat)
        session.show_table()
        session.app.frame()
    assert session.game.state.phase == Phase.OPEN
    assert "Its envelope lies on the table." in seen(session)
    click(session, "do open")
    assert top(session) == ScreenId.BIDS
    while session.page_tells:
        press(session, pygame.K_SPACE)
        session.app.frame()
    click(session, "do open")
    assert sum(turn.table is not None for turn in session.game.history) == 2


def test_a_council_with_a_device_writes_there_and_no_laptop_goes_to_it(tmp_path: Path) -> None:
    session = begun(class_board(tmp_path), "you", "you", "you")
    session.open_class()
    session.app.frame()
    first = session.game.state.decider
    join(session, first, 1)
    session.app.frame()
    assert session.writer() == ()


def test_17_18_the_front_opens_the_round_what_lies_ready_is_sealed_and_the_others_lay_nothing(tmp_path: Path) -> None:
    session = begun(class_board(tmp_path), "you", "you")
    session.open_class()
    session.app.frame()
    first, _ = join(session, 0, 1), join(session, 1, 2)
    assert "yes" in first.ask(draft=a_tender(session.game, 0), at=first.at)
    assert "Everybody writes on a device. Envelopes on the table: 0 of 2." in seen(session)
    session.show(ScreenId.CLASSROOM)
    session.app.frame()
    click(session, "Open now")
    state = session.game.state
    assert state.phase == Phase.OPEN
    assert [envelope.written[0] != NONE for envelope in state.envelopes[:2]] == [True, False]
    click(session, "Go back to the game")
    assert top(session) == ScreenId.TABLE
    while state.phase == Phase.OPEN:
        click(session, "do open")
        while session.page_tells:
            press(session, pygame.K_SPACE)
            session.app.frame()
    assert [turn.seat for turn in session.game.history if turn.table is not None] == [0]

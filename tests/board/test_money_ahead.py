"""Money ahead on the screen: a strip in the panel, a line under the bids, and the same in the question before a tender is published."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from caffael.board.screens.tender.screen import TenderScreen
from caffael.board.screens.tender.weigh_step import WeighStep
from caffael.board.session import Session
from caffael.board.widgets import Dialog, Widget
from caffael.presentation.money import money_ahead
from caffael.presentation.sheets.origins import money_sheet
from caffael.presentation.tender.price import draft_text
from caffael.rules.actions import PUBLISH
from tests.board.frame_kit import board, click, pack, seats
from tests.layouts.looking import look_at

SIZES = ((1280, 720), (1024, 768), (768, 1024))


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def session(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A table on which a team decides, on boards of each shape."""
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    session = board(tmp_path, size=request.param)
    session.new_game(pack(), seats("you", "you"))
    session.show_table()
    session.app.frame()
    yield session
    session.game.close()
    pygame.event.clear()


def found(session: Session, name: str) -> Widget:
    """The widget of a name on the screen that is seen, or on its dialog."""
    assert session.app.screen is not None
    session.app.frame()
    return session.app.screen.tree.find(name)


def dialog(session: Session) -> Dialog:
    assert session.app.screen is not None
    return session.app.screen.tree.dialogs[-1]


def in_hand(session: Session, budget: int) -> None:
    session.game.state.councils[session.game.state.decider].budget = budget
    session.app.rebuild()


def test_the_strip_of_the_panel_says_what_is_due_and_opens_the_money_sheet(session: Session) -> None:
    in_hand(session, 40_000)
    strip, said = found(session, "money ahead"), money_ahead(session.viewer)
    assert said is not None
    assert (strip.label, strip.value) == (said.line.title, said.line.words)
    click(session, "money ahead")
    assert dialog(session).label == money_sheet(session.viewer, session.viewer.seat).title


@pytest.mark.parametrize("budget", [600_000, -600_000])
@pytest.mark.parametrize("code", ["en", "cy"])
def test_no_word_of_the_strip_is_cut(session: Session, budget: int, code: str) -> None:
    session.set_language("cy" if code == "cy" else "en")
    in_hand(session, budget)
    assert [one for one in look_at(session.app) if "money ahead" in one] == []


def writing(session: Session) -> TenderScreen:
    """The sliders for the first need, by the open procedure."""
    session.push(TenderScreen(session, session.viewer.own.tray[0]))
    screen = session.app.screen
    assert isinstance(screen, TenderScreen)
    screen.choose_route(0)
    session.app.frame()
    return screen


def test_the_line_under_the_bids_goes_with_the_sliders(session: Session) -> None:
    in_hand(session, 90_000)
    screen, told = writing(session), set()
    assert isinstance(screen.page, WeighStep)
    for row in range(len(screen.draft.rows.rows)):
        screen.choose(PUBLISH + row)
        text = draft_text(session.viewer, screen.draft)
        assert text is not None and found(session, "money").label == text.words
        told.add(text.words)
    assert len(told) > 1


def test_the_question_before_publishing_says_what_is_missing(session: Session) -> None:
    in_hand(session, 10_000)
    screen = writing(session)
    text = draft_text(session.viewer, screen.draft)
    assert text is not None and text.tone == "bad"
    screen.confirm()
    lines = [one for one in dialog(session).everything() if one.name == "money"]
    assert [one.label for one in lines] == [text.words]
    assert look_at(session.app) == []

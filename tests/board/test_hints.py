"""Hints on the table: said in either language, with room for the longest name, and a teacher can switch them off."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from caffael.board.session import Session
from caffael.board.settings_file import load_settings
from caffael.presentation.screens import ScreenId
from caffael.presentation.table.hints import Hint, HintKind, hint_now, hint_text
from caffael.presentation.table.shifts import Shift, Why
from caffael.rules.terms import NONE
from tests.board.frame_kit import board, click, pack, press, seats, top
from tests.layouts.looking import look_at


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A table on which a need is urgent."""
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "you"))
    state = session.game.state
    session.game.cards.needs[state.councils[state.decider].tray[0]].urgency = 5
    session.show_table()
    session.app.frame()
    yield session
    session.game.close()
    pygame.event.clear()


def shown(session: Session) -> list[str]:
    """The hints that stand on the screen."""
    assert session.app.screen is not None
    return [one.label for one in session.app.screen.tree.root.everything() if one.name == "hint"]


def test_the_table_says_the_hint_of_the_team_whose_turn_it_is_in_either_language(session: Session) -> None:
    hint = hint_now(session.viewer)
    assert hint is not None and hint.need != NONE
    english = hint_text(session.viewer, hint)
    assert shown(session) == [english]
    press(session, pygame.K_F2)
    assert shown(session) == [hint_text(session.viewer, hint)] != [english]


def test_every_hint_has_room_in_welsh_with_the_longest_name_of_a_need(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.set_language("cy")
    needs = range(session.game.cards.need_count)
    longest = max(needs, key=lambda need: len(session.pack.need(need).title("cy")))
    suppliers = range(session.game.cards.supplier_count)
    supplier = max(suppliers, key=lambda supplier: len(session.pack.supplier(supplier).title("cy")))
    shift = Shift(longest, supplier, supplier, Why.BUSY, supplier)
    for kind in HintKind:
        hint = Hint(kind, need=longest, goal=4, number=3, other=1, shift=shift)
        monkeypatch.setattr("caffael.presentation.table.hints.hint_now", lambda *_, hint=hint: hint)
        session.app.rebuild()
        words = hint_text(session.viewer, hint)
        assert words or kind == HintKind.SHIFTED, "what others changed is said only where they did"
        assert shown(session) == [words] * bool(words)
        assert not look_at(session.app)


def switch(session: Session, opened: Callable[[], None]) -> None:
    """Press the switch on a page and go back to the table."""
    session.settings.instant = False  # what is set is kept
    opened()
    click(session, "hints")
    session.settings.instant = True
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.TABLE


def test_hints_are_switched_off_on_the_page_for_the_teacher_and_on_again_in_the_settings(session: Session) -> None:
    switch(session, session.show_teacher)
    assert shown(session) == [] and not load_settings().hints
    switch(session, lambda: session.show(ScreenId.SETTINGS))
    assert len(shown(session)) == 1 and load_settings().hints


def test_no_hint_is_given_while_a_computer_team_plays(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "deciding_seat", lambda: None)
    session.app.rebuild()
    assert shown(session) == []

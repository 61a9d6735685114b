"""Escape leads back from everywhere, and the keys always have a ring that is seen."""

from pathlib import Path
from typing import Any

import pygame
import pytest

from caffael.board.options import BoardOptions, begin
from caffael.board.painter import Painter
from caffael.presentation.screens import ScreenId
from tests.board.frame_kit import board, press, top

PAGES = (ScreenId.SCENARIOS, ScreenId.SAVES, ScreenId.SETTINGS, ScreenId.HELP, ScreenId.CHOOSER)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


def test_escape_leads_back_from_every_page_and_sheet(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.show_title()
    for page in PAGES:
        session.show(page)
        press(session, pygame.K_ESCAPE)
        assert top(session) == ScreenId.TITLE, page
    assert not begin(session, BoardOptions(scenario="our-town", seats=["you"], years=3, seed=7))
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.MENU
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.TABLE
    table = session.app.screen
    assert table is not None
    table.tree.find("do pass").press()
    assert table.tree.dialogs
    press(session, pygame.K_ESCAPE)
    assert not table.tree.dialogs
    table.tree.find("do tender").press()
    assert top(session) == ScreenId.TENDER
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.TABLE


def test_what_has_the_keys_wears_a_ring_and_a_mouse_takes_it_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ringed: list[str] = []
    monkeypatch.setattr("caffael.board.widgets.tree.draw_ring", lambda painter, widget: ringed.append(widget.name))
    session = board(tmp_path)
    session.show_title()
    for _ in range(4):
        press(session, pygame.K_TAB)
        tree = session.app.screen.tree  # type: ignore[union-attr]
        assert tree.focused is not None
        assert ringed[-1] == tree.focused.name
    ringed.clear()
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=1, touch=False))
    session.app.frame()
    assert not ringed


def test_the_ring_is_a_dark_line_in_a_light_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inks: list[object] = []
    session = board(tmp_path)
    session.show_title()
    session.app.frame()
    rect = Painter.rect

    def seen(self: Painter, *rest: Any, **named: Any) -> None:
        inks.append(rest[3] if len(rest) > 3 else None)
        rect(self, *rest, **named)

    monkeypatch.setattr(Painter, "rect", seen)
    press(session, pygame.K_TAB)
    assert inks[-2:] == ["focus_halo", "focus"]

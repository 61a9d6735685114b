"""The screens, sheets and dialogs of a whole game, one after the other; at each stop it is looked at in every size, letter and language."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from caffael.board.screens.tender.rows import ScoreRow
from caffael.board.session import Session
from caffael.board.widgets import Button, Card, Widget
from caffael.presentation.screens import ScreenId
from caffael.words.language import CODES, Code
from tests.board.tour import tour
from tests.layouts.looking import look_at

OPENERS = (ScreenId.TABLE, ScreenId.TENDER, ScreenId.DEBRIEF, ScreenId.BIDS, ScreenId.YEAR, ScreenId.REVIEW)
"""Screens on which pressing a card opens a sheet."""
KEPT_SHUT = re.compile(
    r"corner|private|Cymraeg|English|hurry|language|need\.|route\.|weights\.|publish|page\.|step|back|yn ôl|continue|go on|do |^engage$"
)


@dataclass(slots=True)
class Rounds:
    """What is looked at, and what was found: faults by stop, each with the ways in which it was seen."""

    sizes: Sequence[tuple[int, int]] = ((1280, 720),)
    texts: Sequence[float] = (1.0, 1.25, 1.5, 1.75)
    codes: Sequence[Code] = CODES
    sheets: bool = True
    only: str = ""
    faults: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)
    looked: int = 0
    seconds: float = 0.0

    def look(self, name: str, session: Session) -> None:
        """Look at a picture of the tour in all ways, and at the sheets that open from it."""
        if self.only and not re.search(self.only, name):
            return
        begun = time.monotonic()
        app, before = session.app, (session.app.surface.get_size(), session.app.look.text_scale, session.language.code)
        for size in self.sizes:
            for code in self.codes:
                for text in self.texts:
                    _lay_out(session, size, text, code)
                    self._note(name, session, size, text, code)
                    if self.sheets and app.screen is not None and app.screen.id in OPENERS and not app.screen.tree.dialogs:
                        self._sheets(name, session, size, text, code)
        _lay_out(session, *before)
        self.seconds += time.monotonic() - begun

    def _note(self, name: str, session: Session, size: tuple[int, int], text: float, code: Code) -> None:
        self.looked += 1
        way = f"{size[0]}x{size[1]} {code} {round(text * 100)} %"
        for fault in look_at(session.app):
            self.faults.setdefault(name, {}).setdefault(fault, []).append(way)

    def _sheets(self, name: str, session: Session, size: tuple[int, int], text: float, code: Code) -> None:
        """Press one card of each kind and look at what it opens."""
        screen = session.app.screen
        assert screen is not None
        for wanted in _kinds(screen.tree.reachable()):
            kind = f"{screen.id}:{_kind(wanted)}:{size}:{text}:{code}"
            if kind in self.opened:
                continue
            widget = next((one for one in screen.tree.reachable() if one.name == wanted and one.enabled), None)
            if widget is None:
                continue
            self.opened.add(kind)
            screen.tree.toast = None
            widget.press()
            if session.app.screen is not screen:
                self._note(f"{name} > {_kind(wanted)}", session, size, text, code)
                while session.app.screen is not screen and screen in session.app.screens:
                    session.app.pop()
            elif screen.tree.dialogs:
                self._note(f"{name} > {_kind(wanted)}", session, size, text, code)
                getattr(screen, "close_all", screen.tree.close)()
            if session.app.screen is not screen:
                return


def _kind(name: str) -> str:
    return re.sub(r"[\d.]+", "#", name)


def _kinds(widgets: Sequence[Widget]) -> list[str]:
    """One name of each kind of thing that may open a sheet."""
    found: dict[str, str] = {}
    for one in widgets:
        if isinstance(one, Card | Button | ScoreRow) and one.enabled and not KEPT_SHUT.search(one.name):
            found.setdefault(_kind(one.name), one.name)
    return list(found.values())


def _lay_out(session: Session, size: tuple[int, int], text: float, code: Code) -> None:
    app = session.app
    if app.screen is not None:
        app.screen.tree.toast = None  # what a press said lies over the foot for a while
    if app.surface.get_size() != size:
        pygame.display.set_mode(size, pygame.RESIZABLE)
        app._size = size
        app._relook()
    if session.language.code != code:
        session.set_language(code)
    if app.look.text_scale != text:
        app.set_text_scale(text)
    for _ in range(4):
        app.animator.finish()
        app.frame()


def walk(scenario: str, rounds: Rounds, seats: list[str] | None = None, years: int | None = None) -> None:
    """Go through a whole game of a scenario and look at everything."""
    tour(rounds.look, scenario, years=years, seats=seats)

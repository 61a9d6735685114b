"""The guide: goes from step to step by what has happened on the board, and lets only what is meant be pressed."""

from typing import Protocol

import pygame

from caffael.board.bubble import LEAVE, NEXT, Bubble
from caffael.board.scale import Box
from caffael.board.widgets.base import Widget
from caffael.board.window import App, Screen
from caffael.presentation.guide_steps import EVERYTHING, STEPS, Step
from caffael.words.language import Value

ALWAYS = (LEAVE, NEXT, "corner language")


class Guided(Protocol):
    """The session of the guided game."""

    guide: "Guide | None"

    @property
    def app(self) -> App:
        """The window."""

    def text(self, msgid: str, **values: Value) -> str:
        """A sentence."""

    def show_title(self) -> None:
        """Leave the game."""


class Guide:
    """Part of a session while the guided game is played. On pages without a step, such as the help, it holds its tongue."""

    def __init__(self, session: Guided) -> None:
        self.session = session
        self.at = 0
        self._bubble: Bubble | None = None
        self._said = -1
        self._silent: Screen | None = None  # the page on which all has been said

    @property
    def step(self) -> Step:
        """What is said now."""
        return STEPS[self.at]

    def stand(self) -> None:
        """Say what belongs to the page that is seen, if it isn't said already. Done before each picture."""
        screen = self.session.app.screen
        if screen is None or screen is self._silent or not self._find_step(screen):
            return
        top = screen.tree.top
        if self._bubble is not None and self._bubble in top.children and self._said == self.at:
            return
        self._take_away()
        screen.tree.allowed = self._allowed
        step, session = self.step, self.session
        on = (session.text("Next"), self.go_on) if not step.until else None
        leave = (session.text("Leave the guided game"), self.leave)
        self._bubble = Bubble(screen.look, session.text(step.says), self._target(screen), leave, on, beside=top.box)
        top.add(self._bubble)
        self._said = self.at
        self._lead_focus(screen)
        screen.redraw()

    def _find_step(self, screen: Screen) -> bool:
        page = screen.id
        while self.step.page == page and self._is_done(screen):
            if self.at + 1 == len(STEPS):
                return False
            self.at += 1
        if self.step.page == page:
            return True
        others = [at for at, step in enumerate(STEPS) if step.page == page]
        later = [at for at in others if at > self.at]
        if not others:
            return False
        self.at = later[0] if later else others[-1]
        return not self._is_done(screen) or self._find_step(screen)

    def _is_done(self, screen: Screen) -> bool:
        return bool(self.step.until) and screen.reached(self.step.until)

    def _target(self, screen: Screen) -> Box | None:
        if not self.step.points:
            return None
        found = [in_sight(one) for one in screen.tree.top.everything() if one.visible and one.name.startswith(self.step.points)]
        return Box(found[0]).unionall(found[1:]) if found else None

    def _allowed(self, widget: Widget) -> bool:
        tree = widget.tree
        return bool(tree is not None and tree.dialogs) or widget.name.startswith(self.step.live) or widget.name in ALWAYS

    def _lead_focus(self, screen: Screen) -> None:
        """Put the focus where the next key shall go, unless it is somewhere it may be."""
        tree = screen.tree
        order = tree.reachable()
        if tree.dialogs or tree.focused in order:
            return
        wanted = (*self.step.points, NEXT)
        tree.focus(next((one for one in order if one.name.startswith(wanted)), order[0] if order else None), quiet=True)

    def holds(self, event: pygame.event.Event) -> bool:
        """Whether an event is kept from the page: the letters that are short ways to what isn't meant now."""
        screen = self.session.app.screen
        if event.type != pygame.KEYDOWN or screen is None or self._bubble is None or self._bubble not in screen.tree.top.children:
            return False
        return bool(pygame.K_a <= event.key <= pygame.K_z)

    def go_on(self) -> None:
        """Say the next thing; nothing more on a page that goes on by itself, and after the last step."""
        if self.at + 1 == len(STEPS):
            self.over()
        elif self.step.live == EVERYTHING:
            self._silent = self.session.app.screen
            self._take_away()
        else:
            self.at += 1

    def leave(self) -> None:
        """Leave the guided game for the title; it is saved and can be gone on with."""
        self.session.show_title()
        self.session.app.say(self.session.text("You can go on with the guided game at any time: Learn by playing."))

    def over(self) -> None:
        """Say nothing more."""
        screen = self.session.app.screen
        if screen is not None:
            screen.tree.allowed = None
        self._take_away()
        self.session.guide = None

    def _take_away(self) -> None:
        if self._bubble is not None and self._bubble.parent is not None and self._bubble in self._bubble.parent.children:
            self._bubble.parent.remove(self._bubble)
        self._bubble = None


def in_sight(widget: Widget) -> Box:
    """The part of a widget that is seen: lists it stands in may cut it off."""
    box, parent = Box(widget.box), widget.parent
    while parent is not None:
        box, parent = box.clip(parent.box) if parent.role == "scroll area" else box, parent.parent
    return box

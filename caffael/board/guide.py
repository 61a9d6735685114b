"""The guide: goes from step to step by what has happened on the board, and lets only what is meant be pressed."""

import math
from dataclasses import replace
from typing import Protocol

import pygame

from caffael.board.bubble import LEAVE, NEXT, Bubble, foot_height
from caffael.board.look import Look
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
        self._measured: tuple[object, ...] = ()
        self._pixels = 0

    @property
    def step(self) -> Step:
        """What is said now."""
        return STEPS[self.at]

    def stand(self) -> None:
        """Say what belongs to the page that is seen, if it isn't said already. Done before each picture."""
        screen = self.session.app.screen
        if screen is None or screen is self._silent or not self._find_step(screen):
            self.session.app.keep_foot(0)
            return
        self.session.app.keep_foot(self._foot())
        top = screen.tree.top
        if self._bubble is not None and self._bubble in top.children and self._said == self.at:
            return
        self._take_away()
        screen.tree.allowed = self._allowed
        screen.tree.why_waiting = self.session.text("Do first what is said below.")
        step, session = self.step, self.session
        on = (session.text("Next"), self.go_on) if not step.until else None
        leave = (session.text("Leave the guided game"), self.leave)
        self._bubble = Bubble(screen.look, session.text(step.says), self._target(screen), leave, on)
        top.add(self._bubble)
        self._said = self.at
        self._lead_focus(screen)
        screen.redraw()

    def _foot(self) -> int:
        """How many pixels at the foot of the window each sentence of a page has room in, so that the board stays where it is meanwhile."""
        app, text = self.session.app, self.session.text
        key = (app.surface.get_size(), app.look.text_scale, text(STEPS[0].says), self.step.page)
        if key != self._measured:
            scale = app.look.scale
            look = Look(app.look.theme, replace(scale, foot=0), app.look.letters, app.look.pictures, app.look.store)
            verbs = [text("Leave the guided game"), text("Next")]
            high = foot_height(look, [text(step.says) for step in STEPS if step.page == self.step.page], verbs)
            self._measured, self._pixels = key, math.ceil(high * look.scale.factor)
        return self._pixels

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
        meant = [one for one in screen.tree.top.everything() if one.visible and one.name.startswith(self.step.points)]
        if meant and not any(seen(in_sight(one)) for one in meant):
            bring_into_sight(meant[0])
        found = [box for box in map(in_sight, meant) if seen(box)]
        return Box(found[0]).unionall(found[1:]).clip(screen.look.board) if found else None

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
            if self._silent is not None:
                self._silent.tree.allowed = None
                self._silent.redraw()
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
            tree = self._bubble.tree
            if tree is not None and tree.focused is not None and tree.focused in self._bubble.everything():
                tree.focus(None, quiet=True)
            self._bubble.parent.remove(self._bubble)
        self._bubble = None


def seen(box: Box) -> bool:
    """Whether anything of a box is seen."""
    return box.width > 0 and box.height > 0


def bring_into_sight(widget: Widget) -> None:
    """Move the lists that a widget stands in until it is seen."""
    parent = widget.parent
    while parent is not None:
        parent.reveal(widget)
        parent = parent.parent


def in_sight(widget: Widget) -> Box:
    """The part of a widget that is seen: lists it stands in may cut it off."""
    box, parent = Box(widget.box), widget.parent
    while parent is not None:
        box, parent = box.clip(parent.box) if parent.role == "scroll area" else box, parent.parent
    return box

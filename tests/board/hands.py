"""Hands that play the board as people do: with a mouse alone, with keys alone, with a finger alone.

A `Player` looks at what stands on the screen and says what to press next; a `Hand` presses it with events of one kind and nothing else.
Neither calls anything of a screen, so what they can do, people can do.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pygame

from caffael.board import double
from caffael.board.scale import Box
from caffael.board.screens.tender.weights import WeightSlider
from caffael.board.session import Session
from caffael.board.widgets import Button, Card, ScrollArea, Stepper, Widget
from caffael.presentation.screens import ScreenId

double.SECONDS = 0.0  # these hands press faster than people do
MOST_TABS = 250
MOST_PRESSES = 900
LAST_PAGE = ScreenId.DEBRIEF


class StuckError(AssertionError):
    """Something that has to be pressed can't be reached."""


class Hand:
    """One way to touch the board. `send` takes an event to the board and lets it be drawn."""

    def __init__(self, session: Session, scenario: str) -> None:
        self.session = session
        self.scenario = scenario

    def send(self, kind: int, **values: Any) -> None:
        """Post one event and draw."""
        pygame.event.post(pygame.event.Event(kind, **values))
        self.session.app.frame()

    def press(self, widget: Widget) -> None:
        """Press the middle of something."""
        raise NotImplementedError

    def fewer(self, stepper: Stepper) -> None:
        """Take one away."""
        raise NotImplementedError

    def more(self, slider: WeightSlider) -> None:
        """Give one step more."""
        raise NotImplementedError

    def stuck(self, widget: Widget) -> StuckError:
        """What to raise when something can't be reached."""
        screen = self.session.app.screen
        page = None if screen is None else screen.id
        return StuckError(f"{page}: {widget.name!r} can't be reached by {type(self).__name__.lower()} alone")

    # Where things are

    def areas(self, widget: Widget) -> Iterator[ScrollArea]:
        """The lists it stands in, the innermost first."""
        parent = widget.parent
        while parent is not None:
            if isinstance(parent, ScrollArea):
                yield parent
            parent = parent.parent

    def in_sight(self, widget: Widget) -> Box:
        """What is seen of it."""
        box = Box(widget.box)
        for area in self.areas(widget):
            box = box.clip(area.box)
        return box

    def spot(self, widget: Widget, share: float = 0.5) -> tuple[float, float]:
        """A point of the board at which the widget answers, near its middle line."""
        box, tree = self.in_sight(widget), self.session.app.screen.tree  # type: ignore[union-attr]
        tries = [(x, y) for y in (0.5, 0.3, 0.7, 0.15, 0.85) for x in (share, *((0.3, 0.7, 0.1, 0.9) if share == 0.5 else ()))]
        for across, down in tries:
            at = (box.left + box.width * across, box.top + box.height * down)
            if tree.at(at, self.session.app.look) is widget:
                return at
        raise self.stuck(widget)

    def hidden(self, widget: Widget) -> tuple[ScrollArea, float] | None:
        """A list that has to be moved before the widget is seen well enough, and how far; None when all is well."""
        for area in self.areas(widget):
            first, last = (widget.box.left, widget.box.right) if area.sideways else (widget.box.top, widget.box.bottom)
            low, high = (area.box.left, area.box.right) if area.sideways else (area.box.top, area.box.bottom)
            middle = (first + last) / 2
            if not low < middle < high:
                return area, middle - (low + high) / 2
        return None


class Mouse(Hand):
    """Moves, clicks and turns the wheel."""

    def press(self, widget: Widget) -> None:
        self._bring(widget)
        self.click(self.pixel(self.spot(widget)))

    def fewer(self, stepper: Stepper) -> None:
        self._bring(stepper)
        self.click(self.pixel(self.spot(stepper, stepper.box.height / 2 / stepper.box.width)))

    def more(self, slider: WeightSlider) -> None:
        self.turn_wheel(self.pixel(self.spot(slider)), 1)

    def click(self, pixel: tuple[int, int]) -> None:
        """Move there and click."""
        self.send(pygame.MOUSEMOTION, pos=pixel, rel=(0, 0), buttons=(0, 0, 0), touch=False)
        self.send(pygame.MOUSEBUTTONDOWN, pos=pixel, button=1, touch=False)
        self.send(pygame.MOUSEBUTTONUP, pos=pixel, button=1, touch=False)

    def _bring(self, widget: Widget) -> None:
        for _ in range(80):
            hidden = self.hidden(widget)
            if hidden is None:
                return
            area, way = hidden
            self.turn_wheel(self.pixel(area.box.center), -1 if way > 0 else 1)
        raise self.stuck(widget)

    def turn_wheel(self, pixel: tuple[int, int], steps: int) -> None:
        """Turn the wheel there, up by so many steps."""
        self.send(pygame.MOUSEMOTION, pos=pixel, rel=(0, 0), buttons=(0, 0, 0), touch=False)
        self.send(pygame.MOUSEWHEEL, x=0, y=steps, precise_x=0.0, precise_y=float(steps), pos=pixel, flipped=False, touch=False)

    def pixel(self, at: tuple[float, float]) -> tuple[int, int]:
        return self.session.app.look.scale.to_pixels(at)


class Keys(Hand):
    """Tab, arrows, Return."""

    def key(self, code: int, mod: int = 0) -> None:
        """Press a key."""
        self.send(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=0)

    def press(self, widget: Widget) -> None:
        self.go_to(widget)
        self.key(pygame.K_RETURN)

    def fewer(self, stepper: Stepper) -> None:
        self.go_to(stepper)
        self.key(pygame.K_LEFT)

    def more(self, slider: WeightSlider) -> None:
        self.go_to(slider)
        self.key(pygame.K_RIGHT)

    def go_to(self, widget: Widget) -> None:
        """Tab to something, the shorter way round."""
        tree = self.session.app.screen.tree  # type: ignore[union-attr]
        order = tree.reachable()
        here = order.index(tree.focused) if tree.focused is not None and tree.focused in order else -1
        way = (order.index(widget) - here) % len(order) if widget in order else 0
        back = way > len(order) / 2
        for _ in range(MOST_TABS):
            if tree.focused is widget:
                return
            self.key(pygame.K_TAB, pygame.KMOD_SHIFT if back else 0)
        raise self.stuck(widget)


class Finger(Hand):
    """Taps and drags."""

    def press(self, widget: Widget) -> None:
        self._bring(widget)
        self._tap(self.spot(widget))

    def fewer(self, stepper: Stepper) -> None:
        self._bring(stepper)
        self._tap(self.spot(stepper, stepper.box.height / 2 / stepper.box.width))

    def more(self, slider: WeightSlider) -> None:
        middle = slider.rail.centery
        begin, to = (slider.place_of(slider.number), middle), (slider.place_of(slider.number + slider.step), middle)
        self._touch(pygame.FINGERDOWN, begin)
        self._touch(pygame.FINGERMOTION, to)
        self._touch(pygame.FINGERUP, to)

    def _tap(self, at: tuple[float, float]) -> None:
        self._touch(pygame.FINGERDOWN, at)
        self._touch(pygame.FINGERUP, at)

    def _bring(self, widget: Widget) -> None:
        for _ in range(40):
            hidden = self.hidden(widget)
            if hidden is None:
                return
            area, way = hidden
            self._drag(area, max(-0.6, min(0.6, way / (area.box.width if area.sideways else area.box.height))))
        raise self.stuck(widget)

    def _drag(self, area: ScrollArea, share: float) -> None:
        """Move what is in a list by a share of its window, as a finger does that begins at one side and goes to the other."""
        begin = 0.5 + share / 2
        across, down = (begin, 0.5) if area.sideways else (0.5, begin)
        box = area.box
        at = (box.left + box.width * across, box.top + box.height * down)
        to = (at[0] - box.width * share, at[1]) if area.sideways else (at[0], at[1] - box.height * share)
        self._touch(pygame.FINGERDOWN, at)
        for step in (0.3, 0.6, 1.0):
            self._touch(pygame.FINGERMOTION, (at[0] + (to[0] - at[0]) * step, at[1] + (to[1] - at[1]) * step))
        self._touch(pygame.FINGERUP, to)

    def _touch(self, kind: int, at: tuple[float, float]) -> None:
        scale = self.session.app.look.scale
        x, y = scale.to_pixels(at)
        self.send(kind, finger_id=1, touch_id=1, x=x / scale.width, y=y / scale.height, dx=0.0, dy=0.0, pressure=1.0)


class Player:
    """Goes from the title to the debrief with one hand. People play one team, so that nothing has to be waited for."""

    def __init__(self, hand: Hand, teams: int = 1) -> None:
        self.hand = hand
        self.session = hand.session
        self.teams = teams
        self.published = 0
        self.moved_slider = False
        self.seen: list[str] = []
        self._given_up = False

    def play(self) -> None:
        """Press until the last page of the debrief; raises StuckError when something can't be reached or it does not come to its end."""
        self.session.app.frame()
        for _ in range(MOST_PRESSES):
            name = self.kind.rstrip("+")
            if not self.seen or self.seen[-1] != name:
                self.seen.append(name)
            if name == LAST_PAGE and self._on_the_last_page():
                return
            self.step()
        raise StuckError("the game did not come to its end: " + ", ".join(self.seen[-12:]))

    def step(self) -> None:
        """Press what comes next on the screen that is seen."""
        for choice in (self._before_the_game, self._at_the_table, self._in_a_tender, self._usual):
            if choice():
                return
        raise StuckError(f"nothing can be pressed on {self.kind}")

    # What is there

    def widgets(self) -> list[Widget]:
        """What can be pressed now."""
        screen = self.session.app.screen
        assert screen is not None
        return [one for one in screen.tree.reachable() if one.enabled]

    def named(self, begin: str) -> Widget | None:
        """The first thing whose name begins so."""
        return next((one for one in self.widgets() if one.name.startswith(begin)), None)

    def press(self, begin: str) -> bool:
        """Press the first thing whose name begins so, if there is one."""
        found = self.named(begin)
        if found is not None:
            self.hand.press(found)
        return found is not None

    @property
    def kind(self) -> str:
        """Which screen is seen, and whether a sheet lies over it."""
        screen = self.session.app.screen
        assert screen is not None
        return str(screen.id) + ("+" if screen.tree.dialogs else "")

    # What to press

    def _before_the_game(self) -> bool:
        if self.kind == ScreenId.SCENARIOS:
            panel = self.session.app.screen
            chosen = next((one for one in self.widgets() if isinstance(one, Card) and one.chosen), None)
            wanted = next(one for one in self.widgets() if isinstance(one, Card) and self.hand.scenario in one.name)
            if chosen is not wanted and panel is not None:
                self.hand.press(wanted)
                return True
        if self.kind == ScreenId.SEATS:
            count = next((one for one in self.widgets() if isinstance(one, Stepper)), None)
            if count is not None and count.number > max(self.teams, count.low):
                self.hand.fewer(count)
                return True
        return False

    def _at_the_table(self) -> bool:
        if self.kind != ScreenId.TABLE:
            return False
        if not self._given_up and self.press("do tender"):
            return True
        self._given_up = False
        return self.press("do pass")

    def _in_a_tender(self) -> bool:
        if self.kind == ScreenId.TENDER:
            if not self.moved_slider and self._move_slider():
                return True
            if self.press("publish"):
                return True
            for begin in self._answers():
                if self.press(begin):
                    return True
            self._given_up = True
            return self.press("back")
        if self.kind == f"{ScreenId.TENDER}+" and (self.press("publish now") or self.press("predict nobody")):
            self.published += 1
            return True
        return False

    def _move_slider(self) -> bool:
        """Give one weight a step more, if there are sliders, and see that it has it."""
        sliders = [one for one in self.widgets() if isinstance(one, WeightSlider) and one.number + one.step <= one.high]
        for slider in sliders[:1]:
            before = slider.number
            self.hand.more(slider)
            now = self.named(slider.name)
            self.moved_slider = isinstance(now, WeightSlider) and now.number == before + slider.step
            if not self.moved_slider:
                raise self.hand.stuck(slider)
        return bool(sliders)

    def _answers(self) -> list[str]:
        """What the sheet asks for: a need, a route, a supplier."""
        return ["need.", "route.", "bidder."]

    def _usual(self) -> bool:
        """Press what most would press: the last primary button; else whatever leads away."""
        buttons = [one for one in self.widgets() if isinstance(one, Button)]
        primary = [one for one in buttons if one.style == "primary"]
        for found in (*primary[-1:], *buttons[-1:]):
            self.hand.press(found)
            return True
        return False

    def _on_the_last_page(self) -> bool:
        pages = [one for one in self.widgets() if one.name.startswith("page.")]
        screen = self.session.app.screen
        return bool(pages) and getattr(screen, "place", 0) == len(pages) - 1


HANDS: dict[str, Callable[[Session, str], Hand]] = {"mouse": Mouse, "keys": Keys, "touch": Finger}

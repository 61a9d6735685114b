"""A monkey at the real board: it touches, drags, turns the wheel, presses keys, changes size and language, and ends its games.

Every exception counts: the board's own net under its screens is taken away.
"""

import os
import random
import time
from pathlib import Path

import pygame

from caffael.board import window
from caffael.board.board import NAME, Board
from caffael.board.screens.debrief import DebriefScreen
from caffael.board.screens.table.screen import TableScreen
from caffael.board.session import Session
from caffael.board.widgets import Button
from caffael.board.widgets.base import Widget
from caffael.match import Match, Seat
from caffael.presentation.settings import TEXT_SCALES, Settings
from caffael.scenario import load_pack

GAMES = (("first-steps", 3), ("our-town", 3), ("smarter-spending", 3), ("accelerating-decarbonisation", 3), ("supportive-communities", 3))
SIZES = ((1280, 720), (1024, 600), (1366, 768), (800, 1000))
BOTS = ("balanced", "cheapest", "greenest", "local", "random")
KEYS = (
    *(pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE),
    *(pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_HOME, pygame.K_END, pygame.K_PAGEDOWN),
    *(pygame.K_a, pygame.K_l, pygame.K_m, pygame.K_p, pygame.K_1, pygame.K_9, pygame.K_BACKSPACE, pygame.K_DELETE),
    *(pygame.K_F1, pygame.K_F2),
)
STEPS = 700
"""So many doings in a game; then bots take over."""
LEAP = 0.35
"""Seconds that pass with each frame, so that nothing that moves makes the monkey wait."""
AFTER = 40
"""So many doings in the debrief."""
LAST_STEPS = 20_000


class MonkeySession(Session):
    """A session that lets a fault through."""

    def fault(self, fault: Exception) -> None:
        """Hide nothing."""
        raise fault


class Leaping:
    """A clock that goes on by itself, and leaps."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


class Monkey:
    """Plays one game after another in one window. `done` tells the last doings, for whoever looks for a fault."""

    def __init__(self, folder: Path, seed: int, games: tuple[tuple[str, int], ...] = GAMES) -> None:
        os.environ["CAFFAEL_SETTINGS"] = str(folder / "settings")
        os.environ["XDG_DATA_HOME"] = str(folder / "data")
        window.FRAMES = 0  # frames as fast as they come
        self.chance = random.Random(seed)
        self.clock = Leaping()
        self.games = games
        self.app = Board(NAME, SIZES[0], clock=self.clock)
        self.session = MonkeySession(self.app, Settings(), games=folder / "games")
        self.app.serve(self.session)
        self.session.looked_in = folder
        self.done: list[str] = []
        self.played = 0
        self.saved: Path | None = None

    def play(self) -> None:
        """Play one whole game, from its first screen to the last page of its debrief and back to the title."""
        self._begin()
        self._until_it_is_over()
        for _ in range(AFTER):
            self._do_something()
        self.session.show_title()
        self._frame()
        self.played += 1

    def _begin(self) -> None:
        scenario, years = self.games[self.played % len(self.games)]
        pack = load_pack(scenario, years)
        people = self.chance.randint(1, 2)
        players = ["you"] * people + self.chance.choices(BOTS, k=self.chance.randint(0, 2))
        councils = self.chance.sample(pack.ids.councils, len(players))
        seats = [Seat(f"Team {place + 1}", council, player) for place, (council, player) in enumerate(zip(councils, players, strict=True))]
        self._note(f"game {self.played + 1}: {scenario} {years}, {players}")
        self.session.set_language("cy" if self.played % 2 else "en")
        self.session.new_game(pack, seats, self.chance.randrange(1_000_000))
        self.saved = self.session.game.path
        self._frame()

    def _until_it_is_over(self) -> None:
        for step in range(LAST_STEPS):
            match = self._match()
            if match.finished and isinstance(self.app.screen, DebriefScreen):
                return
            if step >= STEPS:
                self._hand_over(match)
            if step >= STEPS or self.chance.random() < 0.35:
                self._press_on()
            else:
                self._do_something()
        raise AssertionError("the game came to no end")

    def _match(self) -> Match:
        """The game on the board; one that the monkey left is gone on with, and one that it began counts as well."""
        if self.session.match is None:
            assert self.saved is not None
            self._note("back to the game")
            self.session.resume(self.saved)
        match = self.session.game
        self.saved = match.path
        return match

    def _hand_over(self, match: Match) -> None:
        """Let bots play for people who never come to an end."""
        for seat, row in enumerate(match.seats):
            if row.player == "you":
                self._note(f"a bot for seat {seat}")
                match.set_player(seat, "balanced")
                if not match.finished:
                    self.session.show_table()

    # Doings

    def _do_something(self) -> None:
        doing = self.chance.choices(
            (self._touch_a_widget, self._touch_anywhere, self._press_key, self._drag, self._wheel, self._type, self._change_the_look),
            (40, 10, 24, 8, 8, 4, 2),
        )[0]
        doing()
        self._frame()

    def _press_on(self) -> None:
        """Touch what leads on, where there is such a button."""
        screen = self.app.screen
        if screen is not None:
            buttons = [one for one in screen.tree.reachable() if isinstance(one, Button) and one.style == "primary" and one.enabled]
            if buttons:
                self._touch(buttons[-1])
            elif screen.tree.dialogs or not isinstance(screen, TableScreen | DebriefScreen):
                self._key(pygame.K_ESCAPE)
            elif isinstance(screen, DebriefScreen) or self._match().bot_to_move() is None:
                self._touch_a_widget()
        self._frame()

    def _touch_a_widget(self) -> None:
        screen = self.app.screen
        reachable = screen.tree.reachable() if screen is not None else []
        if reachable:
            self._touch(self.chance.choice(reachable))

    def _touch(self, widget: Widget) -> None:
        parent = widget.parent
        while parent is not None:
            parent.reveal(widget)
            parent = parent.parent
        self._note(f"touch {self.app.screen and self.app.screen.id} {widget.name or widget.label}")
        self._pointer(self.app.look.scale.to_pixels(widget.box.center))

    def _touch_anywhere(self) -> None:
        wide, high = self.app.surface.get_size()
        at = self.chance.randrange(wide), self.chance.randrange(high)
        self._note(f"touch {at}")
        self._pointer(at)

    def _pointer(self, at: tuple[int, int]) -> None:
        button = 3 if self.chance.random() < 0.04 else 1
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=button, touch=False))
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=button, touch=False))

    def _drag(self) -> None:
        wide, high = self.app.surface.get_size()
        first, last = [(self.chance.randrange(wide), self.chance.randrange(high)) for _ in range(2)]
        self._note(f"drag {first} to {last}")
        move = (last[0] - first[0], last[1] - first[1])
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=first, button=1, touch=False))
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=last, rel=move, buttons=(1, 0, 0), touch=False))
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=last, button=1, touch=False))

    def _wheel(self) -> None:
        turn = self.chance.choice((-3, -1, 1, 3))
        self._note(f"wheel {turn}")
        pygame.event.post(
            pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=turn, precise_x=0.0, precise_y=float(turn), flipped=False, touch=False)
        )

    def _press_key(self) -> None:
        held = self.chance.choices((0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL), (80, 10, 10))[0]
        code = self.chance.choice((pygame.K_z, pygame.K_y)) if held == pygame.KMOD_CTRL else self.chance.choice(KEYS)
        self._key(code, held)

    def _key(self, code: int, held: int = 0) -> None:
        self._note(f"key {pygame.key.name(code)} {held}")
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=held, unicode="", scancode=0))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=held, unicode="", scancode=0))

    def _type(self) -> None:
        words = self.chance.choice(("a", "Ŵy", "3", "%", "x" * 40))
        self._note(f"type {words}")
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=words))

    def _change_the_look(self) -> None:
        if self.chance.random() < 0.5:
            size = self.chance.choice(SIZES)
            self._note(f"size {size}")
            pygame.display.set_mode(size, pygame.RESIZABLE)
            pygame.event.post(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=size[0], y=size[1]))
        else:
            scale = self.chance.choice(TEXT_SCALES)
            self._note(f"letters {scale}")
            self.app.set_text_scale(scale)

    def _frame(self) -> None:
        self.clock.ahead += LEAP
        self.app.frame()
        if self.app.screen is None:
            self._note("to the title")
            self.session.show_title()
            self.app.frame()

    def _note(self, doing: str) -> None:
        self.done.append(doing)
        del self.done[:-30]

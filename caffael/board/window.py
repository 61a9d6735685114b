"""The window: opens, passes events to the screen on top, draws only when something has changed.

While something moves it draws up to 60 times a second; otherwise it waits for an event (`rest.py`).
"""

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")

import pygame

from caffael.board import shapes
from caffael.board.animation import Animator, ease_out, even
from caffael.board.double import DoublePress
from caffael.board.look import Look
from caffael.board.machine import Machine
from caffael.board.painter import Painter
from caffael.board.rest import Rest
from caffael.board.scale import TEXT_SCALES, USUAL, Box, Scale
from caffael.board.theme import load_theme
from caffael.board.widgets import Key, Tree
from caffael.presentation.guide_steps import Until
from caffael.presentation.screens import ScreenId
from caffael.rules.records import Happened

FRAMES = 60
TURN = 0.18
"""Seconds in which one page fades into the next."""
ROUSED = pygame.event.custom_type()
"""The event by which another thread wakes the board."""
LEAST_SIZE = (640, 360)
"""The board opens no smaller than this. In a window that somebody makes smaller it is cut off at the edges (`scale.LEAST`)."""


class Screen:
    """One page of the board. A kind of screen takes over `build` and `draw`, and what else it needs.

    `build` is called when the screen is first shown and whenever size, letters, language or theme change: it puts widgets into
    `self.tree`, which is empty then. What a pupil has typed or set belongs to the screen, not to its widgets; a dialog that should
    outlive a rebuild is opened again by `build`. For a small change set the widget (`slider.set`) or call `redraw` instead.
    """

    id: ScreenId | None = None
    help_page = "minute"
    """The page of the help that fits this one: F1 opens the help there. A game that has no such page has the first one."""

    def __init__(self, app: "App") -> None:
        self.app = app
        self.tree = Tree(app.now)
        self.tree.on_escape = self.back

    @property
    def look(self) -> Look:
        """How the board looks at this size."""
        return self.app.look

    def build(self) -> None:
        """Put the widgets in their places."""

    def draw(self, painter: Painter) -> None:
        """Draw what lies under the widgets."""

    def drawn_words(self) -> tuple[str, ...]:
        """Say what `draw` writes that no widget says, for a screen reader: what this screen is called first."""
        return ()

    def over(self, painter: Painter) -> None:
        """Draw what lies over everything, such as a card in flight."""

    def shown(self) -> None:
        """Take note of being on top, at first or again."""

    def key(self, key: Key) -> bool:
        """Take a key no widget wanted, such as a shortcut; say whether it meant anything."""
        return False

    def event(self, event: pygame.event.Event) -> bool:
        """Take an event before anybody else, such as one posted by another thread; say whether it ends here."""
        return False

    def back(self) -> None:
        """Do what Escape means where no dialog is open."""
        self.app.pop()

    def decides_for(self, seat: int) -> bool:
        """Whether somebody decides for a seat on this page."""
        return False

    def follow(self, seat: int, happenings: Sequence[Happened]) -> None:
        """Take note of what a seat decided elsewhere, on its own device."""

    def leaving(self) -> Callable[[], None] | None:
        """How a page that tells is left once it has told everything; None while it is still telling."""
        return None

    def reached(self, what: Until) -> bool:
        """Whether the page has come to what the guide of the guided game waits for."""
        return what == "asked" and bool(self.tree.dialogs)

    def drop_dialogs(self) -> None:
        """Take every dialog away without a word, as when one has failed."""
        for dialog in self.tree.dialogs:
            dialog.on_closed = None
        if self.tree.dialogs:
            self.tree.close(self.tree.dialogs[0])

    def rebuild(self) -> None:
        """Build again, because what it shows has changed. The focus stays with the widget of the same name."""
        self.tree.clear()
        self.tree.root.box = Box(self.look.board)
        self.build()
        self.tree.restore()
        self.tree.dirty = True

    def redraw(self) -> None:
        """Ask to be drawn again."""
        self.tree.dirty = True


class App:
    """The window and the screens in it. The screen last pushed is the one that is seen; when none is left, `run` ends."""

    def __init__(
        self,
        title: str,
        size: tuple[int, int] | None = None,
        *,
        full_screen: bool = False,
        text_scale: float = 1.0,
        movement: str = "full",
        theme: str = "light",
        clock: Callable[[], float] = time.monotonic,
        machine: Machine | None = None,
    ) -> None:
        if not getattr(pygame, "IS_CE", False):
            raise SystemExit("Caffael needs pygame-ce. Another pygame stands in its place: remove it, then install pygame-ce.")
        pygame.display.init()
        pygame.font.init()
        self.now = clock
        self.machine = machine or Machine()
        self.animator = Animator(movement)
        self.screens: list[Screen] = []
        self.full_screen = full_screen
        self._size = size or _first_size()
        self._text = text_scale
        self._foot = 0  # pixels of the window under the board
        self._running = True
        self._dirty = True
        self._painted: Screen | None = None  # the screen whose picture the window shows
        self._page: pygame.Surface | None = None  # the page before, as it fades
        self._clock = pygame.time.Clock()
        self._rest = Rest()
        self._double = DoublePress()
        pygame.display.set_caption(title)
        self._open()
        self.look = Look(load_theme(theme), Scale(*self.surface.get_size(), text_scale, self.machine.density))
        pygame.key.stop_text_input()

    @property
    def surface(self) -> pygame.Surface:
        """The picture of the window."""
        return pygame.display.get_surface() or pygame.display.set_mode(self._size)

    @property
    def screen(self) -> Screen | None:
        """The screen that is seen."""
        return self.screens[-1] if self.screens else None

    @property
    def running(self) -> bool:
        """Whether the window is to stay open."""
        return self._running

    # Screens

    def push(self, screen: Screen) -> None:
        """Show a screen over the one that is seen."""
        self.screens.append(screen)
        self._show(screen)

    def pop(self) -> None:
        """Go back to the screen before, or end if there is none."""
        if self.screens:
            self.screens.pop()
        if self.screen is None:
            self._running = False
        else:
            self._show(self.screen)

    def replace(self, screen: Screen) -> None:
        """Show a screen instead of the one that is seen."""
        if self.screens:
            self.screens.pop()
        self.push(screen)

    def quit(self) -> None:
        """End `run` after this frame."""
        self._running = False

    def say(self, words: str, seconds: float = 5.0) -> None:
        """Show one sentence for a while."""
        if self.screen:
            self.screen.tree.say(words, seconds)

    def move(
        self,
        seconds: float,
        step: Callable[[float], None],
        done: Callable[[], None] | None = None,
        delay: float = 0.0,
        ease: Callable[[float], float] = ease_out,
        travels: bool = False,
    ) -> None:
        """Let something move: `step` is called with 0 to 1 on each frame, then `done`. What `travels` leaves its place."""
        self.animator.start(self.now(), seconds, step, done, delay, ease, travels)
        self._dirty = True

    # Settings

    def set_text_scale(self, text_scale: float) -> None:
        """Make all letters larger or smaller and lay the screen out again."""
        self._text = text_scale
        self._relook()

    def larger_text(self) -> float:
        """Go to the next text scale, after the largest to the smallest, and say which it is."""
        larger = [scale for scale in TEXT_SCALES if scale > self._text + 0.01]
        self.set_text_scale(larger[0] if larger else TEXT_SCALES[0])
        return self._text

    def keep_foot(self, pixels: int) -> None:
        """Leave so many pixels free under the board, and lay the screen out again if they are others than before."""
        if pixels != self._foot:
            self._foot = pixels
            self._relook()

    def set_theme(self, name: str) -> None:
        """Show everything in another look."""
        self.look = self.look.themed(load_theme(name))
        self.rebuild()

    def set_movement(self, movement: str) -> None:
        """Let everything move, only what stays in its place, or nothing."""
        self.animator.finish()
        self.animator.movement = movement

    def set_full_screen(self, full_screen: bool) -> None:
        """Fill the whole screen, or be a window again."""
        self.full_screen = full_screen
        self._open()
        self._relook()

    def set_window_size(self, size: tuple[int, int]) -> None:
        """Be a window of a size in pixels."""
        self._size, self.full_screen = size, False
        self._open()
        self._relook()

    def rebuild(self) -> None:
        """Lay the screen out again, as after a change of language."""
        if self.screen:
            self.screen.rebuild()
        self._dirty = True

    def redraw(self) -> None:
        """Draw again before waiting for the next event."""
        self._dirty = True

    # Running

    def stay(self) -> None:
        """Stay open until the last screen has gone or the window is closed."""
        while self._running:
            self.frame(wait=True)
        self.closed()
        pygame.display.quit()

    def closed(self) -> None:
        """Take note that the window is about to go."""

    def frame(self, wait: bool = False) -> bool:
        """Take what has happened, draw if anything changed, and say whether it did. With `wait` it rests until there is something to do."""
        for event in self._events(wait):
            if not self._double.is_second(event, self.look, self.now()):
                self._handle(event)
            self._double.came_up(self._layer, self.now())
        if self.screen is None:
            return False
        self.screen.tree.tick()
        moved = self.animator.advance(self.now())
        screen = self.screen
        self._double.came_up(self._layer, self.now())
        if not (self._dirty or moved or screen.tree.dirty):
            return False
        self._dirty = screen.tree.dirty = False
        self.paint()
        pygame.display.flip()
        self._double.painted(self.now())
        if self.animator.busy:
            self._clock.tick(FRAMES)
        return True

    def paint(self) -> None:
        """Draw the whole window now."""
        surface, theme = self.surface, self.look.theme
        size, top, bottom = surface.get_size(), theme.colour("ground_top"), theme.colour("ground_bottom")
        surface.blit(shapes.ground(size, top, bottom), (0, 0))
        painter = Painter(surface, self.look, self.look.scale.offset)
        if self.screen:
            self.screen.draw(painter)
            self.screen.tree.paint(painter)
            self.screen.over(painter)
            self._painted = self.screen
        if self._page is not None:
            surface.blit(self._page, (0, 0))

    def screenshot(self, path: str | os.PathLike[str]) -> None:
        """Write what is seen to a PNG file; the file is never there half written."""
        self.paint()
        target = Path(path)
        draft = target.with_name(f".{target.name}.draft.png")
        pygame.image.save(self.surface, str(draft))
        draft.replace(target)

    def wake(self) -> None:
        """Do a frame now, because another thread has brought something. Any thread may call this."""
        pygame.event.post(pygame.event.Event(ROUSED))
        self._rest.rouse()

    def next_wake(self) -> float | None:
        """Say when something will change without anybody doing anything, in the clock's seconds."""
        return self.screen.tree.next_wake() if self.screen else None

    @property
    def busy(self) -> bool:
        """Whether there is something to draw."""
        return self._dirty or self.animator.busy or (self.screen is not None and self.screen.tree.dirty)

    @property
    def _layer(self) -> tuple[Screen | None, int, str]:
        """What lies on top: a page, or one of the questions over it."""
        screen = self.screen
        dialogs = screen.tree.dialogs if screen is not None else []
        return screen, len(dialogs), dialogs[-1].label if dialogs else ""

    def _events(self, wait: bool) -> list[pygame.event.Event]:
        found = pygame.event.get()
        if found or self.busy or not wait:
            return found
        wake = self.next_wake()
        return self._rest.wait(None if wake is None else max(0.001, wake - self.now()))

    def _handle(self, event: pygame.event.Event) -> None:
        screen = self.screen
        if screen is None or screen.event(event):
            return
        if event.type == pygame.QUIT:
            self.quit()
        elif event.type in (pygame.WINDOWSIZECHANGED, pygame.VIDEORESIZE):
            if self.surface.get_size() != (self.look.scale.width, self.look.scale.height):
                self._relook()
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWFOCUSGAINED):
            self._dirty = True
        elif event.type == pygame.WINDOWFOCUSLOST:
            screen.tree.let_go()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self.set_full_screen(not self.full_screen)
        elif not screen.tree.handle(event, self.look) and event.type == pygame.KEYDOWN:
            screen.key(Key.of(event))

    def _open(self) -> None:
        if self.full_screen:
            pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        else:
            pygame.display.set_mode(self._size, pygame.RESIZABLE)

    def _relook(self) -> None:
        self.look = self.look.scaled(Scale(*self.surface.get_size(), self._text, self.machine.density, self._foot))
        self.rebuild()

    def _show(self, screen: Screen) -> None:
        self._turn_page(screen)
        screen.rebuild()
        screen.shown()
        self._dirty = True

    def _turn_page(self, to: Screen) -> None:
        """Let the page that is seen fade into the next one; when it is the same after all, do nothing."""
        if to is self._painted:
            self._page = None
        elif self._painted is not None and self._page is None and self.animator.movement == "full":
            page = self._page = self.surface.copy()
            self.move(TURN, lambda share: self._fade(page, share), ease=even, travels=True)

    def _fade(self, page: pygame.Surface, share: float) -> None:
        if self._page is page:
            page.set_alpha(round(255 * (1 - share)))
            if share >= 1 or page.get_size() != self.surface.get_size():
                self._page = None


def _first_size() -> tuple[int, int]:
    """Say how large a window fits on the desktop with its frame."""
    width, height = pygame.display.get_desktop_sizes()[0]
    share = min(1.0, width * 0.92 / USUAL[0], height * 0.86 / USUAL[1])
    return max(LEAST_SIZE[0], round(USUAL[0] * share)), max(LEAST_SIZE[1], round(USUAL[1] * share))

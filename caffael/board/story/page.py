"""A page that tells, drawn: a heading, room for what is told, and two buttons at the top right: to the end of it, and on to the next."""

from collections.abc import Callable

import pygame

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.sheeted import SheetedScreen
from caffael.board.session import Session
from caffael.board.story.pace import PacedTree
from caffael.board.widgets import Button, Key
from caffael.board.widgets.reaching import touched_at
from caffael.presentation.blocks import Page

SIDE = 24.0
TOP = 18.0


class TellingScreen(SheetedScreen):
    """A page that tells by itself. `told` says whether all has been told; until then any key or touch beside everything hurries it."""

    page: Page

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.tree: PacedTree = PacedTree(session.app.now)
        self.tree.on_escape = self.back
        self.told = session.settings.instant
        self._begun = False

    # What a page takes over

    def told_page(self) -> Page:
        """What is told, in the language of the board."""
        raise NotImplementedError

    def body(self, box: Box) -> None:
        """Put into a box what is told."""

    def begin(self) -> None:
        """Begin to tell."""

    def hurry(self) -> None:
        """Tell the next thing at once."""

    def finish(self) -> None:
        """Tell everything at once."""
        self.told = True
        self.tree.hush()
        self.app.animator.finish()
        self.rebuild()

    def leave(self) -> None:
        """Go on to what comes next."""
        self.session.go_on()

    # What all pages share

    def leaving(self) -> Callable[[], None] | None:
        """Once all has been told it goes on."""
        return self.go if self.told else None

    @property
    def room(self) -> Box:
        """Where there is room for what is told."""
        top = TOP + self.head_height + 12
        return Box(SIDE, top, self.look.board.width - 2 * SIDE, self.look.board.height - top - SIDE)

    @property
    def head_height(self) -> float:
        """How high the heading is."""
        return max(76.0, self.look.line_height("title") * 0.95 + (self.look.line_height("body") if self.page.line else 0.0))

    def build(self) -> None:
        """Put the buttons and what is told in their places."""
        self.page = self.told_page()
        self._buttons()
        self.body(self.room)

    def _buttons(self) -> None:
        skip, onward = self.page.buttons
        width, high = Button.natural(self.look, onward.words, onward.picture)
        right, top = self.look.board.width - SIDE, TOP + 4
        root = self.tree.root
        go = Button(Box(right - width, top, width, high), onward.words, self.go, picture=onward.picture, name=onward.id, ink=onward.ink)
        if self.told:
            root.add(go)
            if self.tree.focused is None:
                self.tree.focus(go, quiet=True)
            self.head_right = right - width - 20
            return
        wide = Button.natural(self.look, skip.words, skip.picture)[0]
        where = Box(right - width - wide - 14, top, wide, high)
        root.add(Button(where, skip.words, self.finish, style=skip.style, picture=skip.picture, name=skip.id))
        root.add(go)
        self.head_right = right - width - wide - 34

    def draw(self, painter: Painter) -> None:
        """Draw the heading."""
        high, page = self.head_height, self.page
        size = 72.0
        painter.circle((SIDE + size / 2, TOP + high / 2), size / 2, "paper", "line", 1.5)
        painter.icon(page.picture, (SIDE + size / 2, TOP + high / 2), size * 0.66, page.ink)
        left = SIDE + size + 22
        width = self.head_right - left
        if page.line:
            painter.words(page.title, (left, TOP - 6), "title", bold=True, width=width)
            painter.words(page.line, (left, TOP - 6 + painter.look.line_height("title") * 0.95), "body", "ink_soft", width=width)
        else:
            painter.words(page.title, (left, TOP + high / 2), "title", bold=True, anchor="midleft", width=width)

    def drawn_words(self) -> tuple[str, ...]:
        """The heading, and what stands under it."""
        return tuple(words for words in (self.page.title, self.page.line) if words)

    def shown(self) -> None:
        """Begin, the first time."""
        if not self._begun:
            self._begun = True
            if not self.told:
                self.begin()

    def go(self) -> None:
        """Go on: to the next thing that is told, or away when all is told."""
        if self.told:
            self.app.animator.finish()
            self.tree.hush()
            self.leave()
        else:
            self.hurry()

    def key(self, key: Key) -> bool:
        """Space and Return hurry."""
        if key.code in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER):
            self.go()
            return True
        return super().key(key)

    def event(self, event: pygame.event.Event) -> bool:
        """Hurry at a touch beside everything."""
        at = touched_at(event, self.look)
        if at is not None and not self.told and self.tree.at(at, self.look, event.type == pygame.FINGERDOWN) is None:
            self.hurry()
        return False

    def back(self) -> None:
        """Escape opens the menu."""
        self.session.show_menu()

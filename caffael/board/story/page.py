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
SIGN = 72.0
SHRUNK = 1.4
"""A title that would need so much more width than there is beside the buttons stands under them."""
LEFT = SIDE + SIGN + 22
"""Where the words of the heading begin."""


class TellingScreen(SheetedScreen):
    """A page that tells by itself. `told` says whether all has been told; until then any key or touch beside everything hurries it."""

    page: Page

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.tree: PacedTree = PacedTree(session.app.now)
        self.tree.on_escape = self.back
        self.told = session.settings.instant
        self.buttons_left = 0.0
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
        top = self.head_top + self.head_height + 12
        return Box(SIDE, top, self.look.board.width - 2 * SIDE, self.look.board.height - top - SIDE)

    @property
    def head_height(self) -> float:
        """How high the heading is."""
        return max(76.0, self.look.line_height("title") * 0.95 + self._line_height)

    @property
    def _line_height(self) -> float:
        """How high the line under the title is; it breaks where the heading has the width of the board."""
        look, line = self.look, self.page.line
        if not line:
            return 0.0
        return look.words_height(line, look.board.width - SIDE - LEFT, "body") if self.under else look.line_height("body")

    @property
    def under(self) -> bool:
        """Whether the heading stands under the buttons: where the board is higher than wide, or letters are too large for both."""
        look = self.look
        return look.tall or look.words_width(self.page.title, "title", True) > (self.buttons_left - LEFT) * SHRUNK

    @property
    def head_top(self) -> float:
        """Where the heading begins: beside the buttons, or under them."""
        return TOP + (Button.natural(self.look, self.page.buttons[1].words)[1] + 14 if self.under else 0)

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
            self.buttons_left = right - width - 20
            self._end_head()
            return
        wide = Button.natural(self.look, skip.words, skip.picture)[0]
        where = Box(right - width - wide - 14, top, wide, high)
        root.add(Button(where, skip.words, self.finish, style=skip.style, picture=skip.picture, name=skip.id))
        root.add(go)
        self.buttons_left = right - width - wide - 34
        self._end_head()

    def _end_head(self) -> None:
        """The heading ends where the buttons begin, or at the edge of the board where they stand over it."""
        self.head_right = self.look.board.width - SIDE if self.under else self.buttons_left

    def put_beside(self, button: Button) -> None:
        """Put another button before those that there are."""
        button.box = Box(self.buttons_left - button.box.width, TOP + 4, *button.box.size)
        self.tree.root.add(button)
        self.buttons_left = button.box.left - 20
        self._end_head()

    def draw(self, painter: Painter) -> None:
        """Draw the heading."""
        high, page, top = self.head_height, self.page, self.head_top
        painter.circle((SIDE + SIGN / 2, top + high / 2), SIGN / 2, "paper", "line", 1.5)
        painter.icon(page.picture, (SIDE + SIGN / 2, top + high / 2), SIGN * 0.66, page.ink)
        width = self.head_right - LEFT
        if page.line:
            painter.words(page.title, (LEFT, top - 6), "title", bold=True, width=width)
            under = top - 6 + painter.look.line_height("title") * 0.95
            if self.under:
                painter.paragraph(page.line, Box(LEFT, under, width, self._line_height + 2), "body", "ink_soft")
            else:
                painter.words(page.line, (LEFT, under), "body", "ink_soft", width=width)
        else:
            painter.words(page.title, (LEFT, top + high / 2), "title", bold=True, anchor="midleft", width=width)

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

"""One line to type in, as for the name of a team."""

import contextlib
from collections.abc import Callable

import pygame

from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.text import nfc
from caffael.board.theme import mix
from caffael.board.widgets.base import Key, Widget
from caffael.presentation import rows

AIR = 18.0


class TextLine(Widget):
    """A line of typed text, kept in NFC. `on_change` hears every change, `on_done` hears Return.

    `caret` counts characters before it. The `hint` stands in an empty line.
    """

    role = "text box"
    can_focus = True

    def __init__(self, box: Box, row: rows.Field, on_change: Callable[[str], None], *, size: str = "lead") -> None:
        super().__init__(box, row.words, name=row.id)
        self.words = nfc(row.typed)
        self.on_change = on_change
        self.on_done: Callable[[str], None] | None = None
        self.hint = row.hint
        self.longest = row.longest
        self.size = size
        self.caret = len(self.words)
        self._places: list[float] = []

    @property
    def value(self) -> str:
        """What has been typed."""
        return self.words

    def set(self, words: str) -> None:
        """Show other words; `on_change` is not called."""
        self.words = nfc(words)[: self.longest]
        self.caret = len(self.words)
        self.changed()

    def focus_changed(self, focused: bool) -> None:
        """Ask the system for typed letters, for its keyboard on a touch screen and for repeated keys, while it has the focus."""
        if pygame.display.get_init():
            if focused and self.enabled:
                pygame.key.start_text_input()
                pygame.key.set_repeat(400, 40)
            else:
                pygame.key.stop_text_input()
                pygame.key.set_repeat()

    def pointer_down(self, at: Point) -> None:
        """Put the caret where it is touched."""
        if self._places:
            self.caret = min(range(len(self._places)), key=lambda place: abs(self._places[place] - at[0]))
            self.changed()

    def type(self, words: str) -> bool:
        """Put letters in at the caret, as far as there is room."""
        clean = "".join(letter for letter in words if letter.isprintable())
        before, after = self.words[: self.caret], self.words[self.caret :]
        joined = nfc(before + clean)
        self._change((joined + after)[: self.longest] if len(joined + after) <= self.longest else self.words, len(joined))
        return True

    def key(self, key: Key) -> bool:
        """Move the caret, take letters away, paste, or be done. Letters themselves come through `type`."""
        code = key.code
        if code == pygame.K_LEFT:
            self.caret = max(0, self.caret - 1)
        elif code == pygame.K_RIGHT:
            self.caret = min(len(self.words), self.caret + 1)
        elif code == pygame.K_HOME:
            self.caret = 0
        elif code == pygame.K_END:
            self.caret = len(self.words)
        elif code == pygame.K_BACKSPACE:
            if self.caret:
                self._change(self.words[: self.caret - 1] + self.words[self.caret :], self.caret - 1)
        elif code == pygame.K_DELETE:
            self._change(self.words[: self.caret] + self.words[self.caret + 1 :], self.caret)
        elif code == pygame.K_v and key.ctrl:
            with contextlib.suppress(pygame.error):
                self.type(pygame.scrap.get_text()[: self.longest - len(self.words)])
        elif code in (pygame.K_RETURN, pygame.K_KP_ENTER) and self.on_done is not None:
            self.on_done(self.words)
        else:
            # A space is a letter here, not a press.
            return code == pygame.K_SPACE
        self.changed()
        return True

    def draw(self, painter: Painter) -> None:
        """Draw the line, what is in it and the caret."""
        look = painter.look
        line = "accent" if self.focused else "line_strong"
        painter.rect(self.box, "ink_light" if self.enabled else "disabled", "radius_small", line, 3 if self.focused else 2)
        left, middle, room = self.box.left + AIR, self.box.centery, self.box.width - 2 * AIR
        shown = self.words or self.hint
        quiet = mix(look.theme.colour("ink_soft"), look.theme.colour("paper"), 0.1)
        self._places = [left + look.words_width(self.words[:count], self.size) for count in range(len(self.words) + 1)]
        slide = max(0.0, self._places[self.caret] - left - room)
        self._places = [place - slide for place in self._places]
        with painter.clipped(self.box.inflate(-AIR, -4)):
            painter.words(shown, (left - slide, middle), self.size, "ink" if self.words else quiet, anchor="midleft")
            if self.focused and self.enabled:
                high = look.line_height(self.size) * 0.82
                painter.rect(Box(self._places[self.caret] - 1, middle - high / 2, 3, high), "accent")

    def _change(self, words: str, caret: int) -> None:
        self.caret = max(0, min(caret, len(words)))
        if words != self.words:
            self.words = words
            self.changed()
            self.on_change(words)

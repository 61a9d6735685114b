"""One line to type in, as for the name of a team."""

import contextlib
import re
import unicodedata
from collections.abc import Callable

import pygame

from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.text import nfc
from caffael.board.widgets.base import Key, Widget
from caffael.presentation import rows
from caffael.words.colours import mix
from caffael.words.typefaces import UNSEEN, lacking, readable

AIR = 18.0
JOINER = "\u200d"
"""Joins signs to one picture, as in a family; pictures are taken away whole."""
WITHIN = re.compile(f"(?![\u200c\u200d\ufe0f])[{UNSEEN}]")
"""Signs without a shape that come along when text is pasted; those that join letters or parts of a picture stay."""


class TextLine(Widget):
    """A line of typed text, kept in NFC. `on_change` hears every change, `on_done` hears Return.

    `caret` counts characters before it; what is marked lies between it and `anchor`. The `hint` stands in an empty line.
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
        self.no_letter = row.no_letter
        self.size = size
        self.caret = self.anchor = len(self.words)
        self.composed = ""
        self._before: list[str] = []  # what stood here before each change, for Ctrl+Z
        self._places: list[float] = []

    @property
    def value(self) -> str:
        """What has been typed."""
        return self.words

    @property
    def marked(self) -> tuple[int, int]:
        """From where to where letters are marked; the same number twice when none are."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    def set(self, words: str) -> None:
        """Show other words; `on_change` is not called."""
        self.words = nfc(words)[: self.longest]
        self.caret = self.anchor = len(self.words)
        self.changed()

    def resume(self, before: Widget) -> None:
        """Keep the caret, what is marked and what can be undone, where the words are still the same."""
        if isinstance(before, TextLine) and before.words == self.words:
            self.caret, self.anchor, self.composed, self._before = before.caret, before.anchor, before.composed, before._before

    def focus_changed(self, focused: bool) -> None:
        """Ask the system for typed letters, for its keyboard on a touch screen and for repeated keys, while it has the focus."""
        self.composed = ""
        if pygame.display.get_init():
            if focused and self.enabled:
                pygame.key.start_text_input()
                pygame.key.set_repeat(400, 40)
            else:
                pygame.key.stop_text_input()
                pygame.key.set_repeat()

    def pointer_down(self, at: Point) -> None:
        """Put the caret where it is touched."""
        self.anchor = self.caret = self._place(at)
        self.changed()

    def pointer_drag(self, at: Point) -> None:
        """Mark what the pointer passes over."""
        self.caret = self._place(at)
        self.changed()

    def type(self, words: str) -> bool:
        """Put letters in at the caret, in the place of what is marked, as far as there is room."""
        self.composed = ""
        first, last = self.marked
        clean = "".join(letter for letter in words if letter.isprintable() or letter == JOINER)
        if self.no_letter and lacking(clean):
            clean = readable(clean, "")
            if tree := self.tree:
                tree.say(self.no_letter)
        if not clean:
            return True
        before, after = self.words[:first], self.words[last:]
        joined = nfc(before + clean)
        if len(joined + after) <= self.longest:
            self._change(joined + after, len(joined))
        return True

    def compose(self, words: str) -> None:
        """Show letters of an input method until they are decided; its keys are not ours."""
        self.composed = words
        self.changed()

    def key(self, key: Key) -> bool:
        """Move the caret, mark, copy, paste, take letters away, or be done. Letters themselves come through `type`."""
        if self.composed:
            return True
        if not self._edited(key) and not (key.ctrl and self._edited_at_once(key.code)):
            if key.code in (pygame.K_RETURN, pygame.K_KP_ENTER) and self.on_done is not None:
                self.on_done(self.words)
            else:
                return key.writes  # a letter is no shortcut here, and a space no press
        self.changed()
        return True

    def _edited(self, key: Key) -> bool:
        """What moves the caret, and what takes letters away beside it; with Ctrl it goes by words."""
        code = key.code
        back = self._word_before() if key.ctrl else sign_before(self.words, self.caret)
        on = self._word_after() if key.ctrl else sign_after(self.words, self.caret)
        first, last = self.marked
        places = {pygame.K_LEFT: back, pygame.K_RIGHT: on, pygame.K_HOME: 0, pygame.K_END: len(self.words)}
        if code in places and not key.alt:
            leaves = first != last and not key.shift and not key.ctrl
            ends = {pygame.K_LEFT: first, pygame.K_RIGHT: last}
            self.caret = ends.get(code, places[code]) if leaves else places[code]
            if not key.shift:
                self.anchor = self.caret
        elif code in (pygame.K_BACKSPACE, pygame.K_DELETE):
            if first == last:
                first, last = (back, self.caret) if code == pygame.K_BACKSPACE else (self.caret, on)
            self._change(self.words[:first] + self.words[last:], first)
        else:
            return False
        return True

    def _edited_at_once(self, code: int) -> bool:
        """What Ctrl and a letter do: mark all, copy, cut, paste, undo."""
        first, last = self.marked
        if code == pygame.K_a:
            self.anchor, self.caret = 0, len(self.words)
        elif code in (pygame.K_c, pygame.K_x):
            if first != last:
                with contextlib.suppress(pygame.error):
                    pygame.scrap.put_text(self.words[first:last])
                    if code == pygame.K_x:
                        self._change(self.words[:first] + self.words[last:], first)
        elif code == pygame.K_v:
            with contextlib.suppress(pygame.error):
                self.paste(pygame.scrap.get_text())
        elif code == pygame.K_z:
            if self._before:
                before = self._before.pop()
                self._change(before, len(before), undoes=True)
        else:
            return False
        return True

    def paste(self, words: str) -> None:
        """Put a text in as one line: its breaks and tabs become spaces; what has no room is left out."""
        first, last = self.marked
        room = self.longest - len(self.words) + last - first
        line = " ".join(WITHIN.sub("", nfc(words)).split())
        self.type(line if len(line) <= room else line[: sign_before(line, room + 1)].rstrip())

    def draw(self, painter: Painter) -> None:
        """Draw the line, what is in it, what is marked, and the caret."""
        look = painter.look
        line = "accent" if self.focused else "line_strong"
        painter.rect(self.box, "ink_light" if self.enabled else "disabled", "radius_small", line, 3 if self.focused else 2)
        left, middle, room = self.box.left + AIR, self.box.centery, self.box.width - 2 * AIR
        composed = self.words[: self.caret] + self.composed + self.words[self.caret :]
        quiet = mix(look.theme.colour("ink_soft"), look.theme.colour("paper"), 0.1)
        self._places = [left + look.words_width(composed[:count], self.size) for count in range(len(composed) + 1)]
        caret = self.caret + len(self.composed)
        slide = max(0.0, self._places[caret] - left - room)
        self._places = [place - slide for place in self._places]
        high = look.line_height(self.size) * 0.82
        with painter.clipped(self.box.inflate(-AIR, -4)):
            if self.focused and self.enabled:
                start, end = (self.caret, caret) if self.composed else self.marked
                across = Box(self._places[start], middle - high / 2, self._places[end] - self._places[start], high)
                painter.rect(across, mix(look.theme.colour("accent"), look.theme.colour("ink_light"), 0.7))
            painter.words(composed or self.hint, (left - slide, middle), self.size, "ink" if composed else quiet, anchor="midleft")
            if self.focused and self.enabled:
                painter.rect(Box(self._places[caret] - 1, middle - high / 2, 3, high), "accent")

    def _place(self, at: Point) -> int:
        """Before how many letters a point lies."""
        places = self._places[: len(self.words) + 1]
        return min(range(len(places)), key=lambda place: abs(places[place] - at[0])) if places else len(self.words)

    def _word_before(self) -> int:
        return self.words.rstrip().rfind(" ", 0, len(self.words[: self.caret].rstrip())) + 1

    def _word_after(self) -> int:
        start = self.caret + len(self.words[self.caret :]) - len(self.words[self.caret :].lstrip())
        end = self.words.find(" ", start)
        return len(self.words) if end < 0 else end

    def _change(self, words: str, caret: int, undoes: bool = False) -> None:
        self.caret = self.anchor = max(0, min(caret, len(words)))
        if words != self.words:
            if not undoes:
                self._before.append(self.words)
            self.words = words
            self.changed()
            self.on_change(words)


def sign_before(words: str, place: int) -> int:
    """Where the sign that ends at a place begins: a letter with its marks, or a picture with all its parts."""
    place = min(place, len(words))
    if place > 0:
        place -= 1
    while place > 0 and (_joins(words[place]) or words[place - 1] == JOINER):
        place -= 1
    return place


def sign_after(words: str, place: int) -> int:
    """Where the sign that begins at a place ends."""
    place = min(len(words), place + 1)
    while place < len(words) and (_joins(words[place]) or words[place - 1] == JOINER):
        place += 1
    return place


def _joins(letter: str) -> bool:
    """Whether a sign belongs to the one before it: marks, joiners and tones of skin."""
    return letter == JOINER or unicodedata.category(letter) in ("Mn", "Me") or "\U0001f3fb" <= letter <= "\U0001f3ff"

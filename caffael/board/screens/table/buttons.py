"""The buttons of the table: as a tile with a large picture, and one that shows something while it is held."""

from collections.abc import Callable, Sequence
from functools import partial

from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets import Button
from caffael.presentation import blocks
from caffael.presentation.press import Press

AIR = 10.0
PICTURE = 38.0
LETTERS = 1.3
"""Up to this text scale the letters of buttons grow."""
SIZES = tuple(22.0 - step / 2 for step in range(15))


def laid_button(
    box: Box, button: blocks.Button, press: Callable[[Press], None], size: float | str = "lead", *, icon_only: bool = False
) -> Button:
    """A button of the table in its place."""
    return Button(
        box,
        button.words,
        partial(press, button.press),
        style=button.style,
        picture=button.picture,
        icon_only=icon_only,
        size=size,
        name=button.id,
        enabled=not button.why,
        why=button.why,
    )


class VerbButton(Button):
    """A button with a large picture at the left. `size` is that of its words, and best the same for all in a row."""

    def __init__(self, box: Box, button: blocks.Button, press: Callable[[Press], None], size: float) -> None:
        super().__init__(
            box,
            button.words,
            partial(press, button.press),
            style=button.style,
            picture=button.picture,
            ink=button.ink,
            size=size,
            name=button.id,
            enabled=not button.why,
            why=button.why,
        )

    def _face(self, painter: Painter, box: Box, ink: Ink) -> None:
        inner = painter.dense(LETTERS)
        painter.icon(self.picture, (box.left + AIR + PICTURE / 2, box.centery), PICTURE, ink)
        left = box.left + AIR + PICTURE + 8
        room = Box(left, box.top + 2, box.right - 6 - left, box.height - 4)
        inner.paragraph(self.label, room, self.size, ink, bold=True, middle=True, least=14)


class HoldButton(VerbButton):
    """A button that shows something while it is held. By keyboard it goes on and off."""

    def __init__(self, box: Box, button: blocks.Button, on_hold: Callable[[bool], None], size: float) -> None:
        super().__init__(box, button, lambda _: None, size)
        self.on_hold = on_hold
        self._on = False
        self._pointed = False

    def pointer_down(self, at: Point) -> None:
        """Lift the cover."""
        self._pointed = True
        self.on_hold(True)

    def pointer_up(self, at: Point) -> None:
        """Let the cover fall."""
        self._on = False
        self.on_hold(False)

    def press(self) -> None:
        """Lift the cover or let it fall by keyboard; a finger has done so itself."""
        if self._pointed:
            self._pointed = False
            return
        self._on = not self._on
        self.on_hold(self._on)

    def focus_changed(self, focused: bool) -> None:
        """Let the cover fall when the keys go elsewhere."""
        if not focused and self._on:
            self._on = False
            self.on_hold(False)


def size_for(look: Look, labels: Sequence[str], width: float, lines: int = 2) -> float:
    """The largest text size at which the words of all these tiles of a width stand on so many lines, no word broken."""
    look, room = look.dense(LETTERS), width - AIR - PICTURE - 8 - 6
    for size in SIZES:
        words = max(look.words_width(word, size, bold=True) for label in labels for word in label.split())
        high = max(look.words_height(label, room, size, bold=True) for label in labels)
        if words <= room and high <= lines * look.line_height(size) + 1:
            return size
    return SIZES[-1]

"""The verbs, or what a computer team does; a hint; and the buttons of the table."""

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.screens.table.class_signs import add_note, add_sign
from caffael.board.screens.table.host import TableHost
from caffael.board.screens.table.layout import LARGE
from caffael.board.theme import Ink
from caffael.board.widgets import Button, Card, Widget
from caffael.presentation import blocks
from caffael.presentation.press import Press
from caffael.presentation.table.hints import hint_words
from caffael.presentation.table.verbs import corner, news, verbs
from caffael.words.looks import team_ink

BUTTON_AIR = 10.0
PICTURE = 38.0
ABOVE = 32.0
"""A picture that stands above its words."""
EDGE = 5.0
LEAST = 14.0
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
        why=button.why,
    )


class VerbButton(Button):
    """A button with a large picture at the left, or above. `size` is that of its words, and best the same for all in a row."""

    def __init__(self, box: Box, button: blocks.Button, press: Callable[[Press], None], size: float, above: bool = False) -> None:
        super().__init__(
            box,
            button.words,
            partial(press, button.press),
            style=button.style,
            picture=button.picture,
            ink=button.ink,
            size=size,
            name=button.id,
            why=button.why,
        )
        self.above = above

    def _face(self, painter: Painter, box: Box, ink: Ink) -> None:
        inner = painter.dense(LETTERS)
        if self.above:
            painter.icon(self.picture, (box.centerx, box.top + 6 + ABOVE / 2), ABOVE, ink)
            top = box.top + ABOVE + 8
            room = Box(box.left + EDGE, top, box.width - 2 * EDGE, box.bottom - 3 - top)
            inner.paragraph(self.label, room, self.size, ink, bold=True, align="centre", middle=True, least=LEAST)
            return
        painter.icon(self.picture, (box.left + BUTTON_AIR + PICTURE / 2, box.centery), PICTURE, ink)
        left = box.left + BUTTON_AIR + PICTURE + 8
        room = Box(left, box.top + 2, box.right - 6 - left, box.height - 4)
        inner.paragraph(self.label, room, self.size, ink, bold=True, middle=True, least=LEAST)


class HoldButton(VerbButton):
    """A button that shows something while it is held. By keyboard it goes on and off."""

    def __init__(self, box: Box, button: blocks.Button, on_hold: Callable[[bool], None], size: float, above: bool = False) -> None:
        super().__init__(box, button, lambda _: None, size, above)
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


def size_for(look: Look, labels: Sequence[str], width: float, lines: int = 2, above: bool = False) -> float:
    """The largest text size at which the words of all these tiles of a width stand on so many lines, no word broken."""
    return _fitting(look, labels, width, lines, above) or SIZES[-1]


def _fitting(look: Look, labels: Sequence[str], width: float, lines: int, above: bool) -> float:
    """That size; 0 where there is none."""
    look, room = look.dense(LETTERS), width - 2 * EDGE if above else width - BUTTON_AIR - PICTURE - 8 - 6
    for size in SIZES:
        words = max(look.words_width(word, size, bold=True) for label in labels for word in label.split())
        high = max(look.words_height(label, room, size, bold=True) for label in labels)
        if words <= room and high <= lines * look.line_height(size) + 1:
            return size
    return 0.0


GAP = 8.0
AIR = 14.0
ONE_ROW = 1.2
"""Up to this text scale most hints stand on one line."""
WIDEST = 250.0
"""How wide a verb is at most at 100 %."""
GOOD = 16.0
"""Verbs are put into more rows rather than written smaller than this; with large letters the smallest size is larger than that."""
SLIM, NARROW = 700.0, 1.15
"""In less room than this the letters of hints grow only so far."""
LONGEST_HINT = 175
"""Letters of a long hint."""


def add_corner(table: TableHost, into: Widget, box: Box) -> float:
    """Put the small buttons at both ends of a row, and say how much room they took at each."""
    size = box.height
    left, taken = corner(table.viewer), 2 * size + GAP
    if table.session.host is not None:
        taken += GAP + add_sign(table, into, Box(box.left + taken + GAP, box.top, 0, size))
    for place, button in enumerate(left[:2]):
        into.add(laid_button(Box(box.left + place * (size + GAP), box.top, size, size), button, table.press, icon_only=True))
    for place, button in enumerate(reversed(left[2:])):
        into.add(laid_button(Box(box.right - size - place * (size + GAP), box.top, size, size), button, table.press, icon_only=True))
    return taken


# ------------------------------------------------------------------------------------------------------------------------- the verbs


class Grid(NamedTuple):
    """How the verbs stand: so many in a row, so high each, the picture above the words or beside them, in letters of a size."""

    rows: int
    per_row: int
    high: float
    above: bool
    size: float


def grid(look: Look, labels: Sequence[str], width: float) -> Grid:
    """The verbs in as few rows as their words allow, with the picture beside them where there is room for that."""
    for rows in range(1, len(labels) + 1):
        per_row = -(-len(labels) // rows)
        wide = (width - GAP * (per_row - 1)) / per_row
        for above, lines in ((False, 2), (True, 2), (False, 3), (True, 3)):
            size = _fitting(look, labels, wide, lines, above)
            if size >= (GOOD if look.text_scale < LARGE else SIZES[-1]):
                letters = look.dense(LETTERS)
                words = lines * letters.line_height(size if lines > 2 or above else "body")
                return Grid(rows, per_row, max(84.0, words + (ABOVE + 20 if above else 18)), above, size)
    return Grid(len(labels), 1, max(84.0, 2 * look.dense(LETTERS).line_height("body") + 18), False, SIZES[-1])


def actions_height(table: TableHost, width: float) -> float:
    """How high the verbs are in all, in a width; the same while a computer team plays, so that nothing moves."""
    laid = grid(table.look, verb_words(table), width)
    return laid.rows * (laid.high + GAP) - GAP


def has_easy_room(table: TableHost, width: float) -> bool:
    """Whether the verbs stand in one row in a width, with the pictures beside their words."""
    laid = grid(table.look, verb_words(table), width)
    return laid.rows == 1 and not laid.above


def verb_words(table: TableHost) -> list[str]:
    """What stands on the buttons."""
    return [verb.words for verb in verbs(table.viewer)]


def add_actions(table: TableHost, into: Widget, box: Box) -> None:
    """Put the verbs, or the news of a computer team's turn, into a box."""
    if table.viewer.deciding is None:
        add_news(table, into, box)
        return
    shown, laid = verbs(table.viewer), grid(table.look, verb_words(table), box.width)
    most = WIDEST * min(1.4, table.look.text_scale)
    for place, verb in enumerate(shown):
        row = place // laid.per_row
        count = min(laid.per_row, len(shown) - row * laid.per_row)
        width = min(most, (box.width - GAP * (laid.per_row - 1)) / laid.per_row)
        left = box.centerx - (count * (width + GAP) - GAP) / 2 + place % laid.per_row * (width + GAP)
        where = Box(left, box.top + row * (laid.high + GAP), width, laid.high)
        into.add(VerbButton(where, verb, table.press, laid.size, laid.above))


def add_news(table: TableHost, into: Widget, box: Box) -> None:
    """Show what the computer team did last, and a way to hurry it."""
    said, hurry = news(table.viewer, table.news)
    width, high = Button.natural(table.look, hurry.words, hurry.picture, "body")
    card = Box(box.left, box.top, box.width - width - 12, box.height)
    seat = table.news_seat if table.news else table.viewer.state.decider
    told = into.add(Card(card, said.words, lambda painter, where: _draw_news(painter, where, said.words, seat), rises=False))
    told.live = True
    into.add(laid_button(Box(box.right - width, box.centery - high / 2, width, high), hurry, table.press, "body"))


def _draw_news(painter: Painter, box: Box, words: str, seat: int) -> None:
    ink = "ink_soft" if seat < 0 else team_ink(seat)
    painter.card(box, "paper", edge=ink)
    painter.icon("bot", (box.left + 48, box.centery), 44, ink)
    painter.paragraph(words, Box(box.left + 86, box.top + 6, box.width - 104, box.height - 12), "body", middle=True)


# -------------------------------------------------------------------------------------------------------------------------- the hint


def hint_letters(width: float) -> float:
    """Up to which text scale the letters of hints grow in a width."""
    return LETTERS if width > SLIM else NARROW


def hint_height(table: TableHost, width: float) -> float:
    """How much room is kept for hints: always the same, so that nothing moves when one comes or goes. The teacher may switch them off."""
    session = table.session
    if (not session.settings.hints and session.host is None) or session.guide is not None or session.playback is not None:
        return 0.0
    look = table.look.dense(hint_letters(width))
    letters = LONGEST_HINT * look.words_width("n", "small") * 0.76
    lines = min(4, max(2, math.ceil(letters / (width - look.line_height("small") * 1.2 - 3 * AIR))))
    return lines * look.line_height("small") + 14


def add_hint(table: TableHost, into: Widget, box: Box) -> None:
    """Put the hint into its room, as wide as its words want; nothing where there is none."""
    if add_note(table, into, box):
        return
    words = hint_words(table.viewer) if box.height > 0 and table.session.settings.hints else ""
    if not words:
        return
    look, size = table.look.dense(hint_letters(box.width)), "body" if table.look.text_scale <= ONE_ROW else "small"
    around = look.line_height(size) * 1.2 + 3 * AIR
    wide = min(box.width, look.words_width(words, size) + around + 4)
    place = Box(box.centerx - wide / 2, box.top, wide, box.height)
    into.add(
        Card(place, words, lambda painter, where: _draw_hint(painter.dense(look.text_scale), where, words, size), rises=False, name="hint")
    )


def _draw_hint(painter: Painter, box: Box, words: str, size: str) -> None:
    side = painter.look.line_height(size) * 1.2
    painter.rect(box, "gold_pale", "radius", "gold", 1.5)
    painter.icon("hint", (box.left + AIR + side / 2, box.centery), side, "gold_ink")
    left = box.left + AIR + side + AIR * 0.7
    painter.paragraph(words, Box(left, box.top + 2, box.right - AIR - left + 2, box.height - 4), size, middle=True, least=LEAST)

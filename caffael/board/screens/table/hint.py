"""Middle, above the verbs: one line with what the team could think of now. The teacher may switch it off."""

from typing import TYPE_CHECKING

from caffael.board.hints import hint_now, hint_text
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.dense import VERBS, dense, denser
from caffael.board.widgets import Card, Widget

if TYPE_CHECKING:
    from caffael.board.screens.table.screen import TableScreen

AIR = 14.0
ONE_LINE = 1.2
"""Up to this text scale most hints stand on one line."""


def hint_height(table: "TableScreen") -> float:
    """How much room is kept for hints: always the same, so that nothing moves when one comes or goes."""
    session = table.session
    if not session.settings.hints or session.guide is not None or session.lesson.playback is not None:
        return 0.0
    return 2 * dense(table.look, VERBS).line_height("small") + 14


def hint_size(look: Look) -> str:
    """How large the letters of a hint are; smaller where a sentence needs two lines."""
    return "body" if look.text_scale <= ONE_LINE else "small"


def hint_words(table: "TableScreen") -> str:
    """What the team whose turn it is could think of; empty while a computer team plays."""
    session = table.session
    if session.deciding_seat() is None:
        return ""
    hint = hint_now(session.game.cards, session.game.state, session.game.state.decider)
    return "" if hint is None else hint_text(session.language, session.pack, hint)


def add_hint(table: "TableScreen", into: Widget, box: Box) -> None:
    """Put the hint into its room, as wide as its words want; nothing where there is none."""
    words = hint_words(table) if box.height > 0 else ""
    if not words:
        return
    look, size = dense(table.look, VERBS), hint_size(table.look)
    around = look.line_height(size) * 1.2 + 3 * AIR
    wide = min(box.width, look.words_width(words, size) + around + 4)
    place = Box(box.centerx - wide / 2, box.top, wide, box.height)
    into.add(Card(place, words, lambda painter, where: _draw(painter, where, words, size), rises=False, name="hint"))


def _draw(whole: Painter, box: Box, words: str, size: str) -> None:
    painter = denser(whole, VERBS)
    side = painter.look.line_height(size) * 1.2
    painter.rect(box, "gold_pale", "radius", "gold", 1.5)
    painter.icon("hint", (box.left + AIR + side / 2, box.centery), side, "gold_ink")
    left = box.left + AIR + side + AIR * 0.7
    painter.paragraph(words, Box(left, box.top + 2, box.right - AIR - left + 2, box.height - 4), size, middle=True)

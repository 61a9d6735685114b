"""Middle: the verbs, or what a computer team does; above them a hint, at the top the small buttons beside the years."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.buttons import LETTERS, VerbButton, laid_button, size_for
from caffael.board.screens.table.host import TableHost
from caffael.board.widgets import Button, Card, Widget
from caffael.presentation.table.hints import hint_words
from caffael.presentation.table.verbs import corner, news, verbs
from caffael.words.looks import team_ink

GAP = 8.0
AIR = 14.0
ONE_ROW = 1.2
"""Up to this text scale the six verbs stand in one row, and most hints on one line."""


def add_corner(table: TableHost, into: Widget, box: Box) -> float:
    """Put the small buttons at both ends of a row, and say how much room they took at each."""
    size = box.height
    left, taken = corner(table.viewer), 2 * size + GAP
    for place, button in enumerate(left[:2]):
        into.add(laid_button(Box(box.left + place * (size + GAP), box.top, size, size), button, table.press, icon_only=True))
    for place, button in enumerate(reversed(left[2:])):
        into.add(laid_button(Box(box.right - size - place * (size + GAP), box.top, size, size), button, table.press, icon_only=True))
    return taken


# ------------------------------------------------------------------------------------------------------------------------- the verbs


def actions_height(table: TableHost) -> float:
    """How high the verbs are in all."""
    row = row_height(table)
    return row if table.look.text_scale <= ONE_ROW else 2 * row + GAP


def row_height(table: TableHost) -> float:
    """How high one row of verbs is."""
    return max(84.0, 2 * table.look.dense(LETTERS).line_height("body") + 18)


def add_actions(table: TableHost, into: Widget, box: Box) -> None:
    """Put the verbs, or the news of a computer team's turn, into a box."""
    if table.viewer.deciding is None:
        add_news(table, into, box)
        return
    rows = verbs(table.viewer)
    per_row = len(rows) if table.look.text_scale <= ONE_ROW else (len(rows) + 1) // 2
    width = min(250.0, (box.width - GAP * (per_row - 1)) / per_row) if per_row == len(rows) else (box.width - GAP * (per_row - 1)) / per_row
    left = box.centerx - (per_row * (width + GAP) - GAP) / 2
    high = row_height(table)
    size = size_for(table.look, [verb.words for verb in rows], width)
    for place, verb in enumerate(rows):
        where = Box(left + (place % per_row) * (width + GAP), box.top + (place // per_row) * (high + GAP), width, high)
        into.add(VerbButton(where, verb, table.press, size))


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


def hint_height(table: TableHost) -> float:
    """How much room is kept for hints: always the same, so that nothing moves when one comes or goes. The teacher may switch them off."""
    session = table.session
    if not session.settings.hints or session.guide is not None or session.playback is not None:
        return 0.0
    return 2 * table.look.dense(LETTERS).line_height("small") + 14


def add_hint(table: TableHost, into: Widget, box: Box) -> None:
    """Put the hint into its room, as wide as its words want; nothing where there is none."""
    words = hint_words(table.viewer) if box.height > 0 else ""
    if not words:
        return
    look, size = table.look.dense(LETTERS), "body" if table.look.text_scale <= ONE_ROW else "small"
    around = look.line_height(size) * 1.2 + 3 * AIR
    wide = min(box.width, look.words_width(words, size) + around + 4)
    place = Box(box.centerx - wide / 2, box.top, wide, box.height)
    into.add(Card(place, words, lambda painter, where: _draw_hint(painter, where, words, size), rises=False, name="hint"))


def _draw_hint(whole: Painter, box: Box, words: str, size: str) -> None:
    painter = whole.dense(LETTERS)
    side = painter.look.line_height(size) * 1.2
    painter.rect(box, "gold_pale", "radius", "gold", 1.5)
    painter.icon("hint", (box.left + AIR + side / 2, box.centery), side, "gold_ink")
    left = box.left + AIR + side + AIR * 0.7
    painter.paragraph(words, Box(left, box.top + 2, box.right - AIR - left + 2, box.height - 4), size, middle=True)

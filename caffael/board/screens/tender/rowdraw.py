"""How a bidder's row is drawn: who it is, what it offers, its bar. The table of the tender and the assessment summary share these."""

from collections.abc import Sequence

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets import ScrollArea
from caffael.presentation.faces import BidderFace, Fact
from caffael.words.language import divided
from caffael.words.looks import criterion_ink

TALL_FROM = 1.2
"""From this text scale on a row has two lines."""
FULL = 100.0


class Stack(ScrollArea):
    """Rows one below the other. They are read from the first to the last and drawn from the last to the first: the first passes over the
    others while rows change places.
    """

    def paint(self, painter: Painter) -> None:
        """Draw the rows, the first one last."""
        self.children.reverse()
        super().paint(painter)
        self.children.reverse()


def is_tall(look: Look) -> bool:
    """Whether letters are so large that rows need two lines."""
    return look.text_scale >= TALL_FROM


def draw_place(painter: Painter, box: Box, place: str, first: bool) -> None:
    """Draw the place in the order: the first on gold."""
    side = min(box.width, box.height) * 0.82
    ink: Ink = "gold" if first else "paper_sunk"
    painter.circle(box.center, side / 2, ink)
    number: Ink = "gold_ink" if first else "ink"
    painter.words(place, box.center, "body" if side < 46 else "lead", number, bold=True, anchor="center", width=side * 0.86)


def draw_who(painter: Painter, box: Box, face: BidderFace, size: str = "body") -> None:
    """Draw icon of the kind, name, kind if there is room for it, and the marks for Welsh and for supported employment."""
    look = painter.look
    side = min(box.height, 46.0 * look.text_scale)
    tile = Box(box.left, box.centery - side / 2, side, side)
    painter.rect(tile, "paper_sunk", "radius_small")
    painter.icon(face.kind, tile.center, side * 0.78, "ink")
    marks = [("welsh", "bad")] * face.welsh + [("supported", "category.communities")] * face.supported
    mark = min(side * 0.78, 34.0 * look.text_scale)
    left, right = tile.right + 12, box.right - len(marks) * (mark + 8)
    size, under = two_lines(look, size, box.height)
    line = look.line_height(size)
    shows_kind = under > 0 and look.words_width(face.kind_words, "tiny") <= right - left
    top = box.centery - (line + (under if shows_kind else 0)) / 2
    painter.words(face.name, (left, top + line * 0.5 + (1 if shows_kind else 0)), size, bold=True, anchor="midleft", width=right - left)
    if shows_kind:
        painter.words(face.kind_words, (left, top + line + under * 0.42 - 1), "tiny", "ink_soft", anchor="midleft", width=right - left)
    for place, (picture, ink) in enumerate(marks):
        painter.icon(picture, (right + 8 + (place + 0.5) * (mark + 6), box.centery), mark, ink)


def draw_facts(painter: Painter, box: Box, facts: Sequence[Fact], size: str = "body") -> None:
    """Draw facts side by side, each in its column."""
    look, left = painter.look, box.left
    stretch = box.width / sum(fact.wide for fact in facts)
    for fact in facts:
        icon = look.line_height("small") * 1.08
        middle, begin, room = box.centery, left + icon + 5, fact.wide * stretch - icon - 9
        painter.icon(fact.picture, (left + icon / 2, middle), icon, fact.ink)
        high, under = two_lines(look, size, box.height)
        line = look.line_height(high)
        if fact.below and under:
            painter.words(fact.words, (begin, middle - under * 0.5 + 1), high, bold=True, anchor="midleft", width=room)
            painter.words(fact.below, (begin, middle + line * 0.46 - 1), "tiny", "ink_soft", anchor="midleft", width=room)
        else:
            painter.words(fact.words, (begin, middle), size if fact.below else under_size(size), bold=True, anchor="midleft", width=room)
        left += fact.wide * stretch


def two_lines(look: Look, size: str, height: float) -> tuple[str, float]:
    """The size at which a line of words and a tiny one under it fit into a height, and how high the tiny one is; 0: it doesn't fit."""
    under = look.line_height("tiny")
    for smaller in (size, under_size(size), under_size(under_size(size))):
        if look.line_height(smaller) + under <= height + 3:
            return smaller, under
    return size, 0.0


def under_size(size: str) -> str:
    """The next smaller size of letters."""
    return {"lead": "body", "body": "small"}.get(size, size)


def draw_points(painter: Painter, box: Box, points: tuple[float, ...], size: float | str = "body") -> None:
    """Draw a score as its four parts; it may be drawn anew in each frame of a movement.

    A number that is too wide for its part is left out; colour, order and the sliders' icons tell the parts apart.
    """
    radius = min(box.height / 2, 9.0)
    painter.rect(box, "paper_sunk", radius)
    shown = [(at, value) for at, value in enumerate(points) if value > 0.05]
    left = box.left
    for place, (at, value) in enumerate(shown):
        right = left + box.width * value / FULL
        ink = criterion_ink(at)
        _part(painter, Box(left, box.top, right - left, box.height), ink, radius, place == 0, place == len(shown) - 1)
        if place:
            painter.rect(Box(left, box.top, 2, box.height), "paper")
        words = str(divided(round(value * 10), 10))
        if painter.look.words_width(words, size, bold=True) < right - left - 6:
            painter.words(words, ((left + right) / 2, box.centery), size, "ink_light", bold=True, anchor="center")
        left = right


def draw_points_still(painter: Painter, box: Box, points: tuple[float, ...], size: float | str = "body") -> None:
    """Draw a score that does not move, from a kept picture."""
    painter.cached(("points", points, size), box, lambda inner, where: draw_points(inner, where, points, size), bleed=2)


def _part(painter: Painter, cell: Box, ink: Ink, radius: float, first: bool, last: bool) -> None:
    """Fill a part of a bar with plain rectangles and round ends of one size, so that no shape is drawn anew while it grows."""
    if cell.width < 2 * radius + 2:
        painter.rect(cell, ink)
        return
    left, right = cell.left + (radius if first else 0), cell.right - (radius if last else 0)
    painter.rect(Box(left, cell.top, right - left, cell.height), ink)
    if first:
        painter.rect(Box(cell.left, cell.top, radius * 2, cell.height), ink, radius, corners=(True, False, False, True))
    if last:
        painter.rect(Box(cell.right - radius * 2, cell.top, radius * 2, cell.height), ink, radius, corners=(False, True, True, False))

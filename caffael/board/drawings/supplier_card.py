"""A supplier of the market row: who it is and what it offers, on a narrow card."""

from caffael.board.drawings.bars import draw_bar, draw_pips
from caffael.board.drawings.tokens import draw_dots
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.presentation.faces import SupplierFace

SIZE = (148.0, 246.0)
NARROW = (126.0, 262.0)
WIDEST = 166.0
AIR = 9.0
MOST_PERCENT = 125
FIVE = 5


def supplier_size(look: Look, count: int = 12, room: float = 1896.0, gap: float = 8.0) -> tuple[float, float]:
    """Say how large each of `count` cards is in a row of a width; with large letters they may need more room than there is."""
    scale = look.text_scale
    width = max(NARROW[0] * scale, min(WIDEST * scale, (room - gap * (count - 1)) / max(1, count)))
    return width, (SIZE[1] if width >= SIZE[0] * scale else NARROW[1]) * scale


def draw_supplier(painter: Painter, box: Box, face: SupplierFace) -> None:
    """Draw the card."""
    painter.cached(("supplier", face), box, lambda inner, where: _draw(inner, where, face), alpha=120 if face.faint else 255)


def _draw(painter: Painter, box: Box, face: SupplierFace) -> None:
    look, unit = painter.look, painter.look.text_scale
    painter.card(box, "gold_pale" if face.picked else "paper", "radius", line="gold" if face.picked else "line")
    left, width = box.left + AIR, box.width - 2 * AIR
    top = box.top + 8 * unit
    _head(painter, Box(left, top, width, 26 * unit), face)
    top += 29 * unit
    row = 21.0 * unit
    rows_top = box.bottom - 33 * unit - 5 * row
    _names(painter, Box(left, top, width, rows_top - top - 2), face)
    top = rows_top
    goal = face.social_goal
    rows: list[tuple[str, Ink, str, float, int]] = [
        ("pound", "criterion.price", f"{face.price}%", face.price / MOST_PERCENT, -1),
        ("star", "criterion.quality", f"{face.quality}/{FIVE}", 0.0, face.quality),
        (goal or "heart-hands", f"goal.{goal}" if goal else "criterion.social", f"{face.social}/{FIVE}", 0.0, face.social),
        ("carbon", "criterion.carbon", f"{face.carbon}%", face.carbon / MOST_PERCENT, -1),
        ("home", "criterion.local", f"{face.local}%", face.local / 100, -1),
    ]
    number = max(look.words_width("100%", "tiny", bold=True), 30.0)
    for picture, ink, words, share, count in rows:
        middle = top + row / 2
        painter.icon(picture, (left + 9 * unit, middle), 19 * unit, ink)
        bar = Box(left + 23 * unit, middle - 4.5 * unit, width - 23 * unit - number - 6, 9 * unit)
        if count < 0:
            draw_bar(painter, bar, share, ink)
        else:
            draw_pips(painter, bar, count, FIVE, ink)
        painter.words(words, (box.right - AIR, middle), "tiny", "ink", bold=True, anchor="midright")
        top += row
    _foot(painter, Box(left, box.bottom - 29 * unit, width, 22 * unit), face)


def _head(painter: Painter, box: Box, face: SupplierFace) -> None:
    side = box.height
    painter.rect(Box(box.left, box.top, side, side), "paper_sunk", "radius_small")
    painter.icon(face.kind, (box.left + side / 2, box.centery), side * 0.8, "ink")
    count = len(face.categories)
    step = min(side, (box.width - side - 8) / max(1, count))
    for place, category in enumerate(face.categories):
        centre = (box.right - side / 2 - (count - 1 - place) * step, box.centery)
        painter.icon(category, centre, min(side, step) * 0.9, f"category.{category}")


def _names(painter: Painter, box: Box, face: SupplierFace) -> None:
    look = painter.look
    line = look.line_height("small")
    used = painter.paragraph(face.name, Box(box.left, box.top, box.width, 2 * line + 1), "small", bold=True, most_lines=2)
    rest = Box(box.left, box.top + used, box.width, max(box.bottom - box.top - used, look.line_height(15)))
    lines = max(1, int(rest.height / (look.line_height(15) * 0.98)))
    painter.paragraph(face.kind_words, rest, "tiny", "ink_soft", least=14.5, most_lines=min(2, lines))


def _foot(painter: Painter, box: Box, face: SupplierFace) -> None:
    unit, side = painter.look.text_scale, box.height
    painter.rect(Box(box.left, box.top - 3 * unit, box.width, 1.5), "line")
    ink: Ink = "ink" if face.record_known else "ink_soft"
    painter.icon("seal", (box.left + side * 0.46, box.centery), side * 0.92, ink)
    taken = painter.words(face.record, (box.left + side, box.centery), "tiny", ink, bold=True, anchor="midleft")
    dot = 9.5 * unit
    dots = face.capacity * dot * 1.3 - dot * 0.3
    begin = box.right - dots
    draw_dots(painter, (begin, box.centery), face.free, face.capacity, "accent", dot)
    marks = [("welsh", "bad")] * face.welsh + [("supported", "category.communities")] * face.supported
    middle = (taken.right + begin) / 2
    for place, (picture, colour) in enumerate(marks):
        painter.icon(picture, (middle + (place - (len(marks) - 1) / 2) * side * 1.02, box.centery), side * 0.98, colour)

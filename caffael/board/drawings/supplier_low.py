"""A supplier's card for large letters: as wide as it is high is left to it, its facts beside each other and without bars."""

from caffael.board.drawings.supplier_plain import draw_supplier_plain
from caffael.board.drawings.tokens import draw_dots
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.presentation.faces import SupplierFace

AIR = 10.0
WIDE, HIGH = 232.0, 156.0
"""Its measures at a text scale of 100 %."""
COLUMNS = 3


def low_size(look: Look) -> tuple[float, float]:
    """How large it wants to be."""
    return WIDE * look.text_scale, HIGH * look.text_scale


def draw_supplier_low(painter: Painter, box: Box, face: SupplierFace) -> None:
    """Draw the card; with stars it is plain."""
    if face.stars:
        draw_supplier_plain(painter, box, face)
        return
    painter.cached(("supplier low", face), box, lambda inner, where: _draw(inner, where, face), alpha=120 if face.faint else 255)


def _draw(painter: Painter, box: Box, face: SupplierFace) -> None:
    unit = painter.look.text_scale
    painter.card(box, "gold_pale" if face.picked else "paper", "radius", line="gold" if face.picked else "line")
    inner = Box(box.left + AIR, box.top + 7 * unit, box.width - 2 * AIR, box.height - 13 * unit)
    side = 28 * unit
    painter.rect(Box(inner.left, inner.top, side, side), "paper_sunk", "radius_small")
    painter.icon(face.kind, (inner.left + side / 2, inner.top + side / 2), side * 0.8, "ink")
    name = Box(inner.left + side + 8, inner.top, inner.width - side - 8, 30 * unit)
    painter.paragraph(face.name, name, "small", bold=True, middle=True, least=13, most_lines=2)
    _kind(painter, Box(inner.left, inner.top + 31 * unit, inner.width, 24 * unit), face)
    facts, row = _facts(face), 29 * unit
    wide = inner.width / COLUMNS
    for place, (picture, ink, words) in enumerate(facts):
        left, middle = inner.left + place % COLUMNS * wide, inner.top + 58 * unit + (place // COLUMNS + 0.5) * row
        icon = min(20 * unit, wide * 0.32)
        painter.icon(picture, (left + icon / 2, middle), icon, ink)
        faint = picture == "seal" and not face.record_known
        painter.words(words, (left + icon + 4, middle), "tiny", "ink_soft" if faint else "ink", True, "midleft", wide - icon - 6)
    _foot(painter, Box(inner.left, inner.bottom - 22 * unit, inner.width, 22 * unit), face)


def _kind(painter: Painter, box: Box, face: SupplierFace) -> None:
    count = len(face.categories)
    step = min(box.height, box.width * 0.5 / max(1, count))
    for place, category in enumerate(face.categories):
        centre = (box.right - step / 2 - (count - 1 - place) * step, box.centery)
        painter.icon(category, centre, step * 0.9, f"category.{category}")
    room = Box(box.left, box.top, box.width - count * step - 8, box.height)
    painter.paragraph(face.kind_words, room, "tiny", "ink_soft", middle=True, least=13, most_lines=2)


def _facts(face: SupplierFace) -> tuple[tuple[str, Ink, str], ...]:
    goal = face.social_goal
    return (
        ("pound", "criterion.price", f"{face.price}%"),
        ("star", "criterion.quality", f"{face.quality}/5"),
        (goal or "heart-hands", f"goal.{goal}" if goal else "criterion.social", f"{face.social}/5"),
        ("carbon", "criterion.carbon", f"{face.carbon}%"),
        ("home", "criterion.local", f"{face.local}%"),
        ("seal", "ink", face.record),
    )


def _foot(painter: Painter, box: Box, face: SupplierFace) -> None:
    unit = painter.look.text_scale
    painter.rect(Box(box.left, box.top, box.width, 1.5), "line")
    draw_dots(painter, (box.left + 2, box.centery + 2 * unit), face.free, face.capacity, "accent", 10 * unit)
    marks = [("welsh", "bad")] * face.welsh + [("supported", "category.communities")] * face.supported
    for place, (picture, ink) in enumerate(marks):
        painter.icon(picture, (box.right - box.height * (0.5 + place * 1.1), box.centery + 2 * unit), box.height * 0.9, ink)

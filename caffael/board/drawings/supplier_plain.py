"""A supplier's card for the youngest: who it is, what it sells, and stars and coins to count."""

import math

from caffael.board.drawings.tokens import draw_dots
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.presentation.faces import Stars, SupplierFace

AIR = 9.0
LEAST_NAME = 13.0
ROW, LOW_ROW = 34.0, 25.0
FOOT = 24.0
"""How high a row of stars is, on a low card too, and the foot."""


def draw_supplier_plain(painter: Painter, box: Box, face: SupplierFace) -> None:
    """Draw the card."""
    painter.cached(("supplier plain", face), box, lambda inner, where: _draw(inner, where, face), alpha=120 if face.faint else 255)


def _draw(painter: Painter, box: Box, face: SupplierFace) -> None:
    look, unit = painter.look, painter.look.text_scale
    low = box.height < 1.2 * box.width
    painter.card(box, "gold_pale" if face.picked else "paper", "radius", line="gold" if face.picked else "line")
    left, wide = box.left + AIR, box.width - 2 * AIR
    side = (28 if low else 34) * unit
    picture = Box(left, box.top + 8 * unit, side, side)
    painter.rect(picture, "paper_sunk", "radius_small")
    painter.icon(face.kind, picture.center, side * 0.8, "ink")
    row = (LOW_ROW if low else ROW) * unit
    rows = Box(left, box.bottom - FOOT * unit - row * len(face.stars), wide, row * len(face.stars))
    if low:
        name = Box(picture.right + 8, box.top + 5 * unit, box.right - AIR - picture.right - 8, rows.top - box.top - 7 * unit)
    else:
        name = Box(left, picture.bottom + 4 * unit, wide, rows.top - picture.bottom - 6 * unit)
        _categories(painter, Box(picture.right + 6, picture.top, box.right - AIR - picture.right - 6, side), face)
    kind = look.line_height("tiny")
    title = Box(name.left, name.top, name.width, max(look.line_height("small"), min(2 * look.line_height("small") + 1, name.height - kind)))
    used = painter.paragraph(face.name, title, "small", bold=True, least=LEAST_NAME, most_lines=2)
    rest = Box(name.left, name.top + used, name.width, kind + 1)
    painter.paragraph(face.kind_words, rest, "tiny", "ink_soft", least=LEAST_NAME, most_lines=1)
    for place, stars in enumerate(face.stars):
        draw_stars(painter, Box(left, rows.top + place * row, wide, row), stars)
    foot = Box(left, box.bottom - FOOT * unit, wide, FOOT * unit - 4)
    draw_dots(painter, (foot.left + 2, foot.centery), face.free, face.capacity, "accent", 10 * unit)
    if low:
        _categories(painter, Box(foot.centerx, foot.top, foot.width / 2, foot.height), face)


def _categories(painter: Painter, box: Box, face: SupplierFace) -> None:
    count = len(face.categories)
    step = min(box.height, box.width / max(1, count))
    for place, category in enumerate(face.categories):
        painter.icon(category, (box.right - step / 2 - (count - 1 - place) * step, box.centery), step * 0.88, f"category.{category}")


def draw_stars(painter: Painter, box: Box, stars: Stars) -> None:
    """Draw what counts, and beside it its stars or coins; what is missing of them is pale."""
    side = min(box.height * 0.82, box.width * 0.2)
    if not stars.coins:
        painter.icon(stars.picture, (box.left + side / 2, box.centery), side, stars.ink)
    begin = box.left + side + 6
    step = min((box.right - begin) / stars.most, box.height)
    size = min(step * 0.98, box.height * 0.78)
    for place in range(stars.most):
        centre = (begin + (place + 0.5) * step, box.centery)
        (_coin if stars.coins else _star)(painter, centre, size, stars.ink, place < stars.count)


def _coin(painter: Painter, centre: Point, size: float, ink: Ink, there: bool) -> None:
    painter.circle(centre, size / 2, "gold" if there else None, "wood_dark" if there else "line", 1.5)
    painter.words("£", centre, size * 0.62 / painter.look.text_scale, "gold_ink" if there else "line", bold=True, anchor="center")


def _star(painter: Painter, centre: Point, size: float, ink: Ink, there: bool) -> None:
    box = Box(centre[0] - size / 2, centre[1] - size / 2, size, size)
    fill, line = painter.hex_code(ink) if there else "none", painter.hex_code(ink if there else "line_strong")
    points = " ".join(
        f"{size / 2 + reach * math.sin(math.pi * k / 5):.2f},{size * 0.54 - reach * math.cos(math.pi * k / 5):.2f}"
        for k in range(10)
        for reach in (size * (0.23 if k % 2 else 0.49),)
    )
    painter.svg(f'<polygon points="{points}" fill="{fill}" stroke="{line}" stroke-width="1.3" stroke-linejoin="round"/>', box)

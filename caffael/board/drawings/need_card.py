"""A need: what a council has to buy, and what happens if it waits."""

from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.presentation.faces import NeedFace

AIR = 14.0
EDGE = 10.0


def need_height(look: Look, width: float, face: NeedFace) -> float:
    """Say how high the card wants to be at a width."""
    inside = _text_width(look, width)
    title = min(2, len(look.letters.wrap(face.title, int(inside * look.scale.factor), look.font("body"), True)))
    figures = look.words_height(face.figures, inside, "tiny")
    return (
        2 * AIR - 4 + title * look.line_height("body") + figures + 6 + chip_size(look, "1", "pound", "tiny")[1] * _rows(look, width, face)
    )


def draw_need(painter: Painter, box: Box, face: NeedFace) -> None:
    """Draw the card: icon, title, figures, then what it gives and what waiting costs."""
    painter.cached(("need", face), box, lambda inner, where: _draw(inner, where, face))


def _draw(painter: Painter, box: Box, face: NeedFace) -> None:
    look = painter.look
    ink = f"category.{face.category}"
    painter.card(box, edge=ink, edge_width=EDGE)
    side = _icon(look)
    tile = Box(box.left + EDGE + AIR - 4, box.top + AIR - 2, side, side)
    painter.rect(tile, f"{ink}.pale", "radius_small")
    painter.icon(face.picture or face.category, tile.center, side * 0.74, ink)
    left, inside = tile.right + 12, _text_width(look, box.width)
    lines = 2 if look.words_width(face.title, "body", True) > inside else 1
    title = Box(left, box.top + AIR - 6, inside, lines * look.line_height("body") + 1)
    used = painter.paragraph(face.title, title, "body", bold=True, most_lines=2)
    top = title.top + used
    top += painter.paragraph(face.figures, Box(left, top, inside, look.words_height(face.figures, inside, "tiny") + 1), "tiny", "ink_soft")
    _chips(painter, box, face, top + 5)


def _chips(painter: Painter, box: Box, face: NeedFace, top: float) -> None:
    look, left = painter.look, box.left + EDGE + AIR - 4
    right, begin = box.right - AIR + 4, box.left + EDGE + AIR - 4
    for words, picture, ink, fill, line in _all_chips(face):
        width, height = chip_size(look, words, picture, "tiny")
        if left > begin and left + width > right:
            left, top = begin, top + height + 4
        at = right - width if line and left + width <= right else left
        left = draw_chip(painter, (at, top), words, picture, ink=ink, fill=fill, line=line or None, size="tiny").right + 6


def _all_chips(face: NeedFace) -> list[tuple[str, str, str, str, str]]:
    chips = [(words, goal, f"goal.{goal}", f"goal.{goal}.pale", "") for goal, words in face.goals]
    if face.saves:
        chips.append((face.saves, "pound", "good", "good_pale", ""))
    if face.urgency:
        chips.append((face.urgency, face.urgency_goal or "timer", "bad", "paper", "bad"))
    return chips


def _rows(look: Look, width: float, face: NeedFace) -> int:
    room, used, rows = width - EDGE - 2 * AIR + 8, 0.0, 1
    for words, picture, _, _, _ in _all_chips(face):
        wide = chip_size(look, words, picture, "tiny")[0] + 6
        if used and used + wide - 6 > room:
            rows, used = rows + 1, 0.0
        used += wide
    return rows


def _icon(look: Look) -> float:
    return 44.0 * min(1.4, look.text_scale)


def _text_width(look: Look, width: float) -> float:
    return width - EDGE - 2 * AIR - _icon(look) - 4

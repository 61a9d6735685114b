"""Cards: a game on the shelf, a need, a supplier of the market row."""

import pygame

from caffael.board import shapes
from caffael.board.drawings.bars import draw_bar, draw_pips
from caffael.board.drawings.chips import chip_rows, chip_size, chips_height, draw_chip, flow_chips
from caffael.board.drawings.supplier_plain import draw_supplier_plain
from caffael.board.drawings.tokens import draw_dots
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.presentation.blocks import Chip
from caffael.presentation.faces import NeedFace, ShelfFace, SupplierFace

SHAPE = 180 / 400
"""The height of a picture to its width."""
AIR = 20.0
INSET = 12.0
FACT_GAPS = (8, 8)


def shelf_card_height(look: Look, face: ShelfFace, width: float) -> float:
    """Say how high a card of a width is."""
    inside = width - 2 * AIR
    title = look.words_height(face.title, inside, "heading", True)
    line = look.words_height(face.line, inside, "body")
    facts = _facts_height(look, face, inside)
    return INSET + (width - 2 * INSET) * SHAPE + 14 + title + 4 + line + 16 + facts + AIR


def _facts_height(look: Look, face: ShelfFace, width: float) -> float:
    return chips_height(look, width, [Chip(*fact) for fact in face.facts], FACT_GAPS) if face.facts else 0.0


def draw_shelf_card(painter: Painter, box: Box, face: ShelfFace) -> None:
    """Draw the card."""
    look = painter.look
    painter.card(box, "paper_sunk" if face.faulty else "paper", "radius_large")
    front = Box(box.left + INSET, box.top + INSET, box.width - 2 * INSET, (box.width - 2 * INSET) * SHAPE)
    if face.faulty:
        painter.rect(front, "bad_pale", "radius")
        painter.icon("warning", front.center, front.height * 0.5, "bad")
    else:
        draw_front(painter, front, face.picture)
    left, wide = box.left + AIR, box.width - 2 * AIR
    for place, (words, picture) in enumerate(face.ribbons):
        high = chip_size(look, words, picture)[1]
        draw_chip(painter, (front.left + 10, front.top + 10 + place * (high + 6)), words, picture, fill="ink_light", line="line")
    top = front.bottom + 14
    high = look.words_height(face.title, wide, "heading", True)
    painter.paragraph(face.title, Box(left, top, wide, high + 2), "heading", "disabled_ink" if face.faulty else "ink", bold=True)
    top += high + 4
    foot = box.bottom - AIR - _facts_height(look, face, wide)
    painter.paragraph(face.line, Box(left, top, wide, foot - top - 8), "body", "ink_soft")
    flow_chips(painter, Box(left, foot, wide, 0), [Chip(*fact) for fact in face.facts], FACT_GAPS)


def draw_front(painter: Painter, box: Box, picture: str) -> None:
    """Draw a picture of the shelf with round corners."""
    pixels, look = painter.pixels(box), painter.look
    radius = painter.px(look.measure("radius"))

    def make() -> pygame.Surface:
        drawn = look.pictures.scene(f"shelf-{picture}", (pixels.width, pixels.height + 2), look.theme.scenes)
        drawn = pygame.transform.smoothscale(drawn, pixels.size)
        drawn.blit(shapes.rounded(pixels.size, radius, shapes.WHITE), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return drawn

    painter.surface.blit(look.store.get(("shelf", picture, pixels.size, radius), make), pixels)
    painter.rect(box, None, radius / painter.factor, "line_strong", 1.5)


NEED_AIR = 14.0
NEED_EDGE = 10.0
NEWS_AIR = 8.0
LEAST_NEWS = 13.0
SHRUNK = 0.82
"""The figures are written so much smaller rather than on two lines."""


def need_height(look: Look, width: float, face: NeedFace) -> float:
    """Say how high the card wants to be at a width."""
    inside = _text_width(look, width)
    title = min(2, len(look.letters.wrap(face.title, int(inside * look.scale.factor), look.font("body"), True)))
    figures = _figures_height(look, face, inside)
    rows = len(chip_rows(look, _need_chips(face), width - NEED_EDGE - 2 * NEED_AIR + 8, 6.0, "tiny"))
    news = look.line_height("tiny") + NEWS_AIR if face.news else 0.0
    return 2 * NEED_AIR - 4 + title * look.line_height("body") + figures + 6 + chip_size(look, "1", "pound", "tiny")[1] * rows + news


def draw_need(painter: Painter, box: Box, face: NeedFace) -> None:
    """Draw the card: icon, title, figures, then what it gives and what waiting costs."""
    painter.cached(("need", face), box, lambda inner, where: _draw_need(inner, where, face))


def _draw_need(painter: Painter, box: Box, face: NeedFace) -> None:
    look = painter.look
    ink = f"category.{face.category}"
    painter.card(box, edge=ink, edge_width=NEED_EDGE)
    side = _need_icon(look)
    tile = Box(box.left + NEED_EDGE + NEED_AIR - 4, box.top + NEED_AIR - 2, side, side)
    painter.rect(tile, f"{ink}.pale", "radius_small")
    painter.icon(face.picture or face.category, tile.center, side * 0.74, ink)
    left, inside = tile.right + 12, _text_width(look, box.width)
    lines = 2 if look.words_width(face.title, "body", True) > inside else 1
    title = Box(left, box.top + NEED_AIR - 6, inside, lines * look.line_height("body") + 1)
    used = painter.paragraph(face.title, title, "body", bold=True, most_lines=2)
    top = title.top + used
    figures = _figures_height(look, face, inside)
    painter.paragraph(face.figures, Box(left, top, inside, figures + 1), "tiny", "ink_soft", middle=True, least=_least_figures(look))
    top += figures
    top += 5
    right, begin = box.right - NEED_AIR + 4, box.left + NEED_EDGE + NEED_AIR - 4
    left, chips = begin, _need_chips(face)
    for chip in chips:
        width, height = chip_size(look, chip.words, chip.picture, "tiny")
        if left > begin and left + width > right:
            left, top = begin, top + height + 4
        urgent = face.urgency != "" and chip is chips[-1]
        at, line = right - width if urgent and left + width <= right else left, "bad" if urgent else None
        left = draw_chip(painter, (at, top), chip.words, chip.picture, ink=chip.ink, fill=chip.fill, line=line, size="tiny").right + 6
    if face.news:
        _draw_news(painter, box, face.news)


def _draw_news(painter: Painter, box: Box, news: str) -> None:
    """Draw at the foot of a need's card what others' moves have changed."""
    look = painter.look
    icon = look.line_height("tiny")
    left, middle = box.left + NEED_EDGE + NEED_AIR - 4, box.bottom - NEED_AIR / 2 - icon / 2 - 2
    painter.icon("market", (left + icon / 2, middle), icon, "warn")
    room = Box(left + icon + 6, middle - icon / 2, box.right - NEED_AIR - left - icon - 6, icon + 1)
    painter.paragraph(news, room, "tiny", "warn", bold=True, middle=True, least=LEAST_NEWS, most_lines=1)


def _figures_height(look: Look, face: NeedFace, width: float) -> float:
    """How high the line of figures is: one line, if it stands on one in small letters."""
    line = look.line_height("tiny")
    return line if look.fit(face.figures, width, line, "tiny", _least_figures(look), most_lines=1).whole else 2 * line


def _least_figures(look: Look) -> float:
    return look.theme.size("tiny") * SHRUNK * look.text_scale


def _need_chips(face: NeedFace) -> list[Chip]:
    """What it gives in each goal and in money, and last what waiting costs."""
    chips = [Chip(words, goal, f"goal.{goal}", f"goal.{goal}.pale") for goal, words in face.goals]
    if face.saves:
        chips.append(Chip(face.saves, "pound", "good", "good_pale"))
    if face.urgency:
        chips.append(Chip(face.urgency, face.urgency_goal or "timer", "bad", "paper"))
    return chips


def _need_icon(look: Look) -> float:
    return 44.0 * min(1.4, look.text_scale)


def _text_width(look: Look, width: float) -> float:
    return width - NEED_EDGE - 2 * NEED_AIR - _need_icon(look) - 4


SIZE = (148.0, 246.0)
NARROW = (126.0, 262.0)
WIDEST = 166.0
SUPPLIER_AIR = 9.0
LEAST_KIND = 11.0
"""So small may the words for its kind be, so that none of them is cut or broken."""
MOST_PERCENT = 125
FIVE = 5
ROW = 21.0
LEAST_NAME = 13.0
"""A name is written smaller rather than broken within a word."""


def supplier_size(look: Look, count: int = 12, room: float = 1896.0, gap: float = 8.0) -> tuple[float, float]:
    """Say how large each of `count` cards is in a row of a width; with large letters they may need more room than there is."""
    scale = look.text_scale
    width = max(NARROW[0] * scale, min(WIDEST * scale, (room - gap * (count - 1)) / max(1, count)))
    if width >= SIZE[0] * scale:
        return width, SIZE[1] * scale
    names = 2 * look.line_height("small") + 2 * look.line_height("tiny") + 4
    return width, max(NARROW[1] * scale, (8 + 29 + 33 + 5 * ROW) * scale + names)


def draw_supplier(painter: Painter, box: Box, face: SupplierFace) -> None:
    """Draw the card; with stars it is plain."""
    if face.stars:
        draw_supplier_plain(painter, box, face)
        return
    painter.cached(("supplier", face), box, lambda inner, where: _draw_supplier(inner, where, face), alpha=120 if face.faint else 255)


def _draw_supplier(painter: Painter, box: Box, face: SupplierFace) -> None:
    look, unit = painter.look, painter.look.text_scale
    painter.card(box, "gold_pale" if face.picked else "paper", "radius", line="gold" if face.picked else "line")
    left, width = box.left + SUPPLIER_AIR, box.width - 2 * SUPPLIER_AIR
    top = box.top + 8 * unit
    _head(painter, Box(left, top, width, 26 * unit), face)
    top += 29 * unit
    row = ROW * unit
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
        painter.words(words, (box.right - SUPPLIER_AIR, middle), "tiny", "ink", bold=True, anchor="midright")
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
    used = painter.paragraph(face.name, Box(box.left, box.top, box.width, 2 * line + 1), "small", bold=True, least=LEAST_NAME, most_lines=2)
    rest = Box(box.left, box.top + used, box.width, max(box.bottom - box.top - used, LEAST_NAME))
    lines = max(1, int(rest.height / (look.line_height(15) * 0.98)))
    painter.paragraph(face.kind_words, rest, "tiny", "ink_soft", least=LEAST_KIND, most_lines=min(2, lines))


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

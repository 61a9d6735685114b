"""A contract as a card to tick: which delivery cards would do with and without managing, and what its promise would come to."""

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.presentation.blocks import Offer
from caffael.presentation.decisions.manage import FACES
from caffael.presentation.faces import ManageFace, Outlook

AIR = 22.0


def card_height(look: Look, width: float, title: str, face: ManageFace) -> float:
    """How high the card wants to be."""
    inside = width - 2 * AIR
    high = 20 + max(52.0, look.words_height(title, inside - 64, "body", bold=True)) + look.line_height("small") * 2 + 14
    high += 2 * block_height(look, face)
    for words in (face.unsure, face.missed):
        if words:
            high += look.words_height(words, inside - 30, "tiny") + 6
    return high + 78


def block_height(look: Look, face: ManageFace) -> float:
    """How high what would happen is, without or with managing."""
    promise = look.line_height("body") + 4 if face.managed.promise else 0
    return look.line_height("tiny") + 8 + 32 + 8 + look.line_height("body") + promise + 30


def draw_manage_card(painter: Painter, box: Box, offer: Offer, face: ManageFace) -> None:
    """Draw the card, with its tick."""
    look, title, ticked, faint = painter.look, offer.title, offer.chosen, bool(offer.why)
    painter.card(
        box,
        "gold_pale" if ticked else ("paper_warm" if faint else "paper"),
        edge=f"category.{face.category}",
        edge_side="top",
        edge_width=10,
    )
    left, inside = box.left + AIR, box.width - 2 * AIR
    top = box.top + 22
    head = max(52.0, look.words_height(title, inside - 64, "body", bold=True))
    painter.rect(Box(left, top, 52, 52), f"category.{face.category}.pale", "radius_small")
    painter.icon(face.category, (left + 26, top + 26), 38, f"category.{face.category}")
    painter.paragraph(title, Box(left + 64, top, inside - 64, head + 1), "body", bold=True, middle=True)
    top += head + 6
    painter.words(face.supplier, (left, top), "small", "ink", width=inside)
    top += look.line_height("small")
    painter.words(face.left, (left, top), "small", "ink_soft", width=inside)
    top += look.line_height("small") + 6
    for outlook in (face.alone, face.managed):
        top = _draw_outlook(painter, Box(left, top, inside, block_height(look, face) - 8), face, outlook, ticked) + 8
    for words, picture, ink in ((face.unsure, "seal", "ink_soft"), (face.missed, "miss", "bad")):
        if words:
            painter.icon(picture, (left + 10, top + look.line_height("tiny") / 2), 20, ink)
            top += painter.paragraph(words, Box(left + 28, top, inside - 28, 200), "tiny", ink) + 6
    _draw_tick(painter, (box.centerx, box.bottom - 40), ticked, faint)


def _draw_outlook(painter: Painter, box: Box, face: ManageFace, outlook: Outlook, ticked: bool) -> float:
    look, managed = painter.look, outlook is face.managed
    now = ticked == managed
    tone: Ink = "ink" if now else "ink_soft"
    painter.rect(box, "ink_light" if now else None, "radius_small", "gold" if now else "line", 2.5 if now else 1.5)
    left, top = box.left + 10, box.top + 8
    if managed:
        painter.icon("manage", (box.right - 24, box.top + 22), 30, "accent")
    painter.words(outlook.title, (left, top), "tiny", "ink_soft", width=box.width - 60)
    top += look.line_height("tiny") + 6
    size = min(34.0, (box.width - 20) / FACES - 6)
    for number in range(1, FACES + 1):
        where = Box(left + (number - 1) * (size + 6), top, size, size)
        does = number >= outlook.least
        painter.rect(where, "good_pale" if does else "bad_pale", 5, "good" if does else "bad", 1.5)
        painter.words(str(number), where.center, 19 / look.text_scale, "good" if does else "bad", bold=True, anchor="center")
    top += size + 6
    painter.words(outlook.check, (left, top), "body", tone, bold=True, width=box.width - 20)
    top += look.line_height("body") + 4
    if outlook.promise:
        painter.icon(face.goal, (left + 14, top + look.line_height("body") / 2), 28, f"goal.{face.goal}")
        painter.words(outlook.promise, (left + 36, top), "body", tone, width=box.width - 50)
    return float(box.bottom)


def _draw_tick(painter: Painter, centre: tuple[float, float], ticked: bool, faint: bool) -> None:
    size = 27.0
    box = Box(centre[0] - size, centre[1] - size, 2 * size, 2 * size)
    if ticked:
        painter.rect(box, "accent", size)
        painter.icon("check", centre, 36, "ink_light")
    else:
        painter.rect(box, "disabled" if faint else "ink_light", size, "line_strong", 3)

"""The cards of a choice, drawn: needs, labs and projects."""

from collections.abc import Sequence

from caffael.board.drawings.bars import draw_pips
from caffael.board.drawings.cards import draw_need, need_height
from caffael.board.drawings.chips import chips_height, flow_chips
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.presentation.blocks import Offer
from caffael.presentation.faces import LabFace, NeedFace, ProjectFace

GAP = 14.0
CHIP_GAPS = (7, 5)
WIDTHS: dict[type, float] = {NeedFace: 1100.0, LabFace: 1500.0, ProjectFace: 1640.0}
"""How wide a choice is by what its cards show."""
COLUMNS: dict[type, tuple[tuple[float, int], ...]] = {LabFace: ((1.4, 3),), ProjectFace: ((1.2, 3), (1.6, 2))}
"""In how many columns cards stand below a text scale; above all of them in one."""


def width_of(offers: Sequence[Offer]) -> float:
    """How wide a choice is."""
    return WIDTHS[type(offers[0].face)] if offers else WIDTHS[NeedFace]


def columns_of(look: Look, offers: Sequence[Offer]) -> int:
    """In how many columns the cards stand."""
    steps = COLUMNS.get(type(offers[0].face), ()) if offers else ()
    return next((columns for scale, columns in steps if look.text_scale < scale), 1)


def offer_height(look: Look, width: float, offer: Offer) -> float:
    """How high a card is at a width."""
    if isinstance(offer.face, LabFace):
        return lab_height(look, width, offer, offer.face)
    if isinstance(offer.face, ProjectFace):
        return project_height(look, width, offer, offer.face)
    assert isinstance(offer.face, NeedFace)
    under = offer.why or offer.note
    more = look.words_height(under, width - 60, "small") + 10 if under else 0.0
    return need_height(look, width, offer.face) + more


def draw_offer(painter: Painter, box: Box, offer: Offer) -> None:
    """Draw one card."""
    if isinstance(offer.face, LabFace):
        draw_lab(painter, box, offer, offer.face)
    elif isinstance(offer.face, ProjectFace):
        draw_project(painter, box, offer, offer.face)
    elif isinstance(offer.face, NeedFace):
        draw_need_offer(painter, box, offer, offer.face)


def draw_need_offer(painter: Painter, box: Box, offer: Offer, face: NeedFace) -> None:
    """Draw a need, and under it why it can't be chosen, or whose it is."""
    high = need_height(painter.look, box.width, face)
    draw_need(painter, Box(box.left, box.top, box.width, high), face)
    under = Box(box.left + 40, box.top + high + 4, box.width - 60, box.height - high - 4)
    if offer.why or offer.note:
        painter.icon("lock" if offer.why else "people", (box.left + 22, under.top + 12), 22, "ink_soft")
        painter.paragraph(offer.why or offer.note, under, "small", "ink_soft")


def lab_height(look: Look, width: float, offer: Offer, face: LabFace) -> float:
    """How high a lab is at a width."""
    inside = width - 44
    high = 24 + max(56.0, look.line_height("lead")) + 14 + 18 + 14 + look.line_height("lead") + 10
    high += sum(look.words_height(step, inside - 40, "small") + 10 for step in face.steps)
    if offer.why:
        high += look.words_height(offer.why, inside - 34, "small") + 12
    return high + 18


def draw_lab(painter: Painter, box: Box, offer: Offer, face: LabFace) -> None:
    """Draw a lab with its levels."""
    look, why = painter.look, offer.why
    painter.card(box, "paper_warm" if why else "paper", "radius")
    left, inside = box.left + 22, box.width - 44
    top = box.top + 20
    tall = max(56.0, look.line_height("lead"))
    painter.icon(offer.picture, (left + 28, top + tall / 2), 56, offer.ink)
    painter.words(offer.title, (left + 70, top + tall / 2), "lead", bold=True, anchor="midleft", width=inside - 70)
    top += tall + 14
    draw_pips(painter, Box(left, top, inside, 18), face.level, face.most, "accent")
    top += 18 + 14
    if face.cost:
        painter.icon("person", (left + 14, top + look.line_height("lead") / 2), 28, "ink")
        painter.words(face.cost, (left + 36, top), "lead", "ink", bold=True, width=inside - 36)
    top += look.line_height("lead") + 10
    for step, words in enumerate(face.steps, start=1):
        high = look.words_height(words, inside - 40, "small")
        now = step == face.level + 1
        if now:
            painter.rect(Box(left - 10, top - 5, inside + 20, high + 10), "gold_pale", "radius_small", "gold", 1.5)
        picture, ink = ("check", "good") if step <= face.level else ("arrow-right", "ink") if now else ("lock", "line_strong")
        painter.icon(picture, (left + 14, top + look.line_height("small") / 2), 24, ink)
        painter.paragraph(words, Box(left + 40, top, inside - 40, high + 2), "small", "ink" if step <= face.level + 1 else "ink_soft")
        top += high + 10
    if why:
        painter.icon("lock", (left + 12, top + 12), 22, "ink_soft")
        painter.paragraph(why, Box(left + 34, top, inside - 34, box.bottom - top), "small", "ink_soft")


def project_height(look: Look, width: float, offer: Offer, face: ProjectFace) -> float:
    """How high a project is at a width."""
    inside = width - 44
    high = 18 + max(46.0, look.words_height(offer.title, inside - 56, "body", bold=True)) + 8
    high += look.words_height(face.story, inside, "small") + 8 + look.words_height(face.power, inside - 36, "small", bold=True) + 22
    high += chips_height(look, inside, offer.chips, CHIP_GAPS) + 11
    if offer.why:
        high += look.words_height(offer.why, inside - 30, "small") + 8
    return high + 12


def draw_project(painter: Painter, box: Box, offer: Offer, face: ProjectFace) -> None:
    """Draw a project with its costs."""
    look, why = painter.look, offer.why
    painter.card(box, "paper_warm" if why else "paper", "radius")
    left, inside = box.left + 22, box.width - 44
    top = box.top + 16
    high = max(46.0, look.words_height(offer.title, inside - 56, "body", bold=True))
    painter.icon(offer.picture, (left + 22, top + high / 2), 44, offer.ink)
    painter.paragraph(offer.title, Box(left + 56, top, inside - 56, high + 1), "body", bold=True, middle=True)
    top += high + 8
    high = look.words_height(face.story, inside, "small")
    painter.paragraph(face.story, Box(left, top, inside, high + 2), "small", "ink_soft")
    top += high + 8
    high = look.words_height(face.power, inside - 36, "small", bold=True)
    painter.rect(Box(left - 8, top, inside + 16, high + 12), "good_pale", "radius_small")
    painter.icon("leaf", (left + 12, top + 6 + look.line_height("small") / 2), 24, "good")
    painter.paragraph(face.power, Box(left + 32, top + 6, inside - 34, high + 2), "small", bold=True)
    top += high + 20
    flow_chips(painter, Box(left, top, inside, 200), offer.chips, CHIP_GAPS)
    if why:
        words = look.words_height(why, inside - 30, "small")
        top = box.bottom - words - 12
        painter.icon("lock", (left + 10, top + look.line_height("small") / 2), 22, "ink_soft")
        painter.paragraph(why, Box(left + 30, top, inside - 30, words + 2), "small", "ink_soft")

"""A contract as a card to tick: which delivery cards would do with and without managing, and what its promise would come to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.presentation.sheets.contract import years_left
from caffael.rules.copying import copy_into
from caffael.rules.delivery import CARDS_AND_RELIABILITY, check_bonus, social_points
from caffael.rules.records import Contract
from caffael.rules.tender import reliability_of
from caffael.rules.terms import FRAMEWORK, UNKNOWN
from caffael.words.looks import GOAL_IDS
from caffael.words.sentences import goal_name

if TYPE_CHECKING:
    from caffael.board.game import Session

AIR = 22.0
FACES = 6


@dataclass(frozen=True, slots=True)
class ManageFace:
    """What the card shows; words are translated. `least` is the lowest delivery card that would do, as it is and if managed."""

    category: str
    title: str
    supplier: str
    left: str
    least: int
    least_managed: int
    unsure: str
    alone: str
    managed: str
    check: str
    check_managed: str
    promise: str
    promise_managed: str
    goal: str
    missed: str


def manage_face(session: "Session", seat: int, contract: Contract) -> ManageFace:
    """A contract's card, reckoned by the rules' own functions from what lies face up."""
    match, language = session.game, session.language
    council = match.state.councils[seat]
    record = 0 if contract.supplier == FRAMEWORK else match.state.records[contract.supplier]
    needed = CARDS_AND_RELIABILITY - reliability_of(match.cards, contract, record)
    managed = Contract()
    copy_into(managed, contract)
    managed.managed = 1
    least = max(1, needed - check_bonus(match.cards, council, contract))
    least_managed = max(1, needed - check_bonus(match.cards, council, managed))
    supplier = match.cards.suppliers[contract.supplier]
    goal = goal_name(language, supplier.social_goal)
    little, whole = social_points(contract.social, 0), social_points(contract.social, 1)
    unsure = record == UNKNOWN and match.cards.settings.track_records == 1
    return ManageFace(
        category=session.viewer.need_look(contract.need),
        title=session.pack.need(contract.need).title(language.code),
        supplier=session.pack.supplier(contract.supplier).title(language.code),
        left=years_left(session.viewer, contract),
        least=least,
        least_managed=least_managed,
        unsure=session.text("Its track record is unseen, so this is by its reputation.") if unsure else "",
        alone=session.text("If nobody manages it"),
        managed=session.text("If you manage it"),
        check=check_words(session, least),
        check_managed=check_words(session, least_managed),
        promise=session.text("{goal} {change}", goal=goal, change=language.signed(little)) if whole else "",
        promise_managed=session.text("{goal} {change}", goal=goal, change=language.signed(whole)) if whole else "",
        goal=GOAL_IDS[supplier.social_goal],
        missed=session.text("One check was missed already.") if contract.misses else "",
    )


def check_words(session: "Session", least: int) -> str:
    """Which delivery cards would do."""
    if least <= 1:
        return session.text("Any card will do")
    if least > FACES:
        return session.text("No card will do")
    return session.text("Needs a {n} or more", n=least)


def card_height(look: Look, width: float, face: ManageFace) -> float:
    """How high the card wants to be."""
    inside = width - 2 * AIR
    high = 20 + max(52.0, look.words_height(face.title, inside - 64, "body", bold=True)) + look.line_height("small") * 2 + 14
    high += 2 * block_height(look, face)
    for words in (face.unsure, face.missed):
        if words:
            high += look.words_height(words, inside - 30, "tiny") + 6
    return high + 78


def block_height(look: Look, face: ManageFace) -> float:
    """How high what would happen is, without or with managing."""
    return look.line_height("tiny") + 8 + 32 + 8 + look.line_height("body") + (look.line_height("body") + 4 if face.promise else 0) + 30


def draw_manage_card(painter: Painter, box: Box, face: ManageFace, ticked: bool, faint: bool) -> None:
    """Draw the card, with its tick."""
    look = painter.look
    painter.card(
        box,
        "gold_pale" if ticked else ("paper_warm" if faint else "paper"),
        edge=f"category.{face.category}",
        edge_side="top",
        edge_width=10,
    )
    left, inside = box.left + AIR, box.width - 2 * AIR
    top = box.top + 22
    head = max(52.0, look.words_height(face.title, inside - 64, "body", bold=True))
    painter.rect(Box(left, top, 52, 52), f"category.{face.category}.pale", "radius_small")
    painter.icon(face.category, (left + 26, top + 26), 38, f"category.{face.category}")
    painter.paragraph(face.title, Box(left + 64, top, inside - 64, head + 1), "body", bold=True, middle=True)
    top += head + 6
    painter.words(face.supplier, (left, top), "small", "ink", width=inside)
    top += look.line_height("small")
    painter.words(face.left, (left, top), "small", "ink_soft", width=inside)
    top += look.line_height("small") + 6
    for managed in (False, True):
        top = _draw_block(painter, Box(left, top, inside, block_height(look, face) - 8), face, managed, ticked == managed) + 8
    for words, picture, ink in ((face.unsure, "seal", "ink_soft"), (face.missed, "miss", "bad")):
        if words:
            painter.icon(picture, (left + 10, top + look.line_height("tiny") / 2), 20, ink)
            top += painter.paragraph(words, Box(left + 28, top, inside - 28, 200), "tiny", ink) + 6
    _draw_tick(painter, (box.centerx, box.bottom - 40), ticked, faint)


def _draw_block(painter: Painter, box: Box, face: ManageFace, managed: bool, now: bool) -> float:
    look = painter.look
    tone: Ink = "ink" if now else "ink_soft"
    painter.rect(box, "ink_light" if now else None, "radius_small", "gold" if now else "line", 2.5 if now else 1.5)
    left, top = box.left + 10, box.top + 8
    if managed:
        painter.icon("manage", (box.right - 24, box.top + 22), 30, "accent")
    painter.words(face.managed if managed else face.alone, (left, top), "tiny", "ink_soft", width=box.width - 60)
    top += look.line_height("tiny") + 6
    least = face.least_managed if managed else face.least
    size = min(34.0, (box.width - 20) / FACES - 6)
    for number in range(1, FACES + 1):
        where = Box(left + (number - 1) * (size + 6), top, size, size)
        does = number >= least
        painter.rect(where, "good_pale" if does else "bad_pale", 5, "good" if does else "bad", 1.5)
        painter.words(str(number), where.center, 19 / look.text_scale, "good" if does else "bad", bold=True, anchor="center")
    top += size + 6
    painter.words(face.check_managed if managed else face.check, (left, top), "body", tone, bold=True, width=box.width - 20)
    top += look.line_height("body") + 4
    if face.promise:
        painter.icon(face.goal, (left + 14, top + look.line_height("body") / 2), 28, f"goal.{face.goal}")
        painter.words(face.promise_managed if managed else face.promise, (left + 36, top), "body", tone, width=box.width - 50)
    return float(box.bottom)


def _draw_tick(painter: Painter, centre: tuple[float, float], ticked: bool, faint: bool) -> None:
    size = 27.0
    box = Box(centre[0] - size, centre[1] - size, 2 * size, 2 * size)
    if ticked:
        painter.rect(box, "accent", size)
        painter.icon("check", centre, 36, "ink_light")
    else:
        painter.rect(box, "disabled" if faint else "ink_light", size, "line_strong", 3)

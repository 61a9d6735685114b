"""For which need to engage the market."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.drawings import draw_need, need_height
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.pickers.choosing import Chooser, Offer, choosing_sheet
from caffael.board.screens.table.sheets.base import AIR, Answer
from caffael.board.widgets import Dialog
from caffael.presentation.cards import need_face
from caffael.presentation.faces import NeedFace
from caffael.rules.actions import ENGAGE, LEGAL, engage_days
from caffael.rules.reasons import why_not_engage
from caffael.words.sentences import reason_text

if TYPE_CHECKING:
    from caffael.board.screens.table.host import TableHost

WIDTH = 1100.0


def engage_sheet(table: "TableHost") -> Dialog:
    """The needs of the tray, and what engagement brings."""
    session = table.session
    match = session.game
    council = match.state.councils[match.state.decider]
    days = engage_days(match.cards, council)
    settings = match.cards.settings
    line = (
        session.plural("It takes {n} officer day.", "It takes {n} officer days.", days)
        if days
        else session.text("This time it takes no officer day.")
    )
    story = session.text(
        "You talk to suppliers before you buy. Their track records are turned up and one more supplier comes forward. "
        "For this need, offers of social value are {social} higher, no bid is dearer than its card, and the first check gets {bonus}.",
        social=settings.engage_social,
        bonus=session.language.signed(settings.engage_bonus),
    )

    def answer(chooser: Chooser) -> Answer:
        return Answer(session.text("Engage the market"), lambda: table.play(chooser.action), "engage", ink=f"team.{match.state.decider}")

    offers = [
        need_offer(table, need, ENGAGE + need, WIDTH - 2 * AIR, why_engage_need(table, need)) for need in council.tray[: council.tray_count]
    ]
    return choosing_sheet(
        table, session.text("Engage the market for which need?"), offers, answer, line=line, story=story, picture="engage", width=WIDTH
    )


def why_engage_need(table: "TableHost", need: int) -> str:
    """Why the market can't be engaged for a need; empty when it can."""
    match = table.session.game
    reason = why_not_engage(match.cards, match.state, match.state.decider, need)
    return "" if reason == LEGAL else reason_text(table.session.language, reason)


def need_offer(table: "TableHost", need: int, action: int, width: float, why: str, owner: str = "") -> Offer:
    """A need as a card to choose."""
    face = need_face(table.session.viewer, need)
    high = need_height(table.look, width, face)
    more = table.look.words_height(why or owner, width - 60, "small") + 10 if why or owner else 0.0
    return Offer(action, face.title, _drawn(face, why, owner, high), high + more, said=face.figures, why=why)


def _drawn(face: NeedFace, why: str, owner: str, high: float) -> Callable[[Painter, Box], None]:
    def draw(painter: Painter, box: Box) -> None:
        draw_need(painter, Box(box.left, box.top, box.width, high), face)
        under = Box(box.left + 40, box.top + high + 4, box.width - 60, box.height - high - 4)
        if why:
            painter.icon("lock", (box.left + 22, under.top + 12), 22, "ink_soft")
            painter.paragraph(why, under, "small", "ink_soft")
        elif owner:
            painter.icon("people", (box.left + 22, under.top + 12), 22, "ink_soft")
            painter.paragraph(owner, under, "small", "ink_soft")

    return draw

"""Which lab to train in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.drawings import draw_pips
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.pickers.choosing import GAP, Chooser, Offer, choosing_sheet
from caffael.board.screens.table.sheets.base import AIR, Answer
from caffael.board.widgets import Dialog
from caffael.rules.actions import LEGAL, TRAIN
from caffael.rules.powers import LAB_TOP, train_days
from caffael.rules.reasons import why_not_train
from caffael.rules.terms import LABS
from caffael.words import handbook
from caffael.words.looks import LAB_IDS
from caffael.words.sentences import lab_name, reason_text

if TYPE_CHECKING:
    from caffael.board.screens.table.host import TableHost

WIDTH = 1500.0
COLUMNS = 3


def train_sheet(table: "TableHost") -> Dialog:
    """The three labs, what the next level costs and opens."""
    session = table.session
    match = session.game

    def answer(chooser: Chooser) -> Answer:
        return Answer(
            session.text("Train in this lab"), lambda: table.play(chooser.action), "procurement", ink=f"team.{match.state.decider}"
        )

    columns = COLUMNS if table.look.text_scale < 1.4 else 1
    width = (WIDTH - 2 * AIR - GAP * (columns - 1)) / columns
    offers = [lab_offer(table, lab, width) for lab in range(LABS)]
    story = session.text("Officers who learn can buy in better ways. What a lab opens stays open until the end of the game.")
    return choosing_sheet(
        table, session.text("Train in which lab?"), offers, answer, story=story, picture="procurement", columns=columns, width=WIDTH
    )


def lab_offer(table: "TableHost", lab: int, width: float) -> Offer:
    """A lab as a card to choose."""
    session, look = table.session, table.look
    match = session.game
    seat = match.state.decider
    council = match.state.councils[seat]
    level = council.labs[lab]
    reason = why_not_train(match.cards, match.state, seat, lab)
    why = "" if reason == LEGAL else reason_text(session.language, reason)
    cost = "" if level >= LAB_TOP else session.plural("{n} officer day", "{n} officer days", train_days(council, lab))
    inside = width - 44
    steps = list(handbook.numbered(session.language, "lab", lab).levels)
    high = 24 + max(56.0, look.line_height("lead")) + 14 + 18 + 14 + look.line_height("lead") + 10
    high += sum(look.words_height(step, inside - 40, "small") + 10 for step in steps)
    if why:
        high += look.words_height(why, inside - 34, "small") + 12
    name = lab_name(session.language, lab)
    return Offer(TRAIN + lab, name, _drawn(lab, name, level, cost, steps, why), high + 18, said=cost, why=why)


def _drawn(lab: int, name: str, level: int, cost: str, steps: list[str], why: str) -> Callable[[Painter, Box], None]:
    def draw(painter: Painter, box: Box) -> None:
        look = painter.look
        painter.card(box, "paper_warm" if why else "paper", "radius")
        left, inside = box.left + 22, box.width - 44
        top = box.top + 20
        tall = max(56.0, look.line_height("lead"))
        painter.icon(LAB_IDS[lab], (left + 28, top + tall / 2), 56, "ink_soft" if why else "accent")
        painter.words(name, (left + 70, top + tall / 2), "lead", bold=True, anchor="midleft", width=inside - 70)
        top += tall + 14
        draw_pips(painter, Box(left, top, inside, 18), level, LAB_TOP, "accent")
        top += 18 + 14
        if cost:
            painter.icon("person", (left + 14, top + look.line_height("lead") / 2), 28, "ink")
            painter.words(cost, (left + 36, top), "lead", "ink", bold=True, width=inside - 36)
        top += look.line_height("lead") + 10
        for step, words in enumerate(steps, start=1):
            high = look.words_height(words, inside - 40, "small")
            now = step == level + 1
            if now:
                painter.rect(Box(left - 10, top - 5, inside + 20, high + 10), "gold_pale", "radius_small", "gold", 1.5)
            picture = "check" if step <= level else ("arrow-right" if now else "lock")
            painter.icon(
                picture,
                (left + 14, top + look.line_height("small") / 2),
                24,
                "good" if step <= level else ("ink" if now else "line_strong"),
            )
            painter.paragraph(words, Box(left + 40, top, inside - 40, high + 2), "small", "ink" if step <= level + 1 else "ink_soft")
            top += high + 10
        if why:
            painter.icon("lock", (left + 12, top + 12), 22, "ink_soft")
            painter.paragraph(why, Box(left + 34, top, inside - 34, box.bottom - top), "small", "ink_soft")

    return draw

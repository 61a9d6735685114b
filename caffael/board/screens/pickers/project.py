"""Which innovation project to start."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.drawings import chip_size, draw_chip
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.pickers.choosing import GAP, Chooser, Offer, choosing_sheet
from caffael.board.screens.table.sheets.base import AIR, Answer
from caffael.board.theme import Ink
from caffael.board.widgets import Dialog
from caffael.rules.actions import LEGAL, PROJECT
from caffael.rules.reasons import why_not_project
from caffael.rules.terms import LABS
from caffael.words.looks import LAB_IDS
from caffael.words.sentences import lab_name, reason_text

if TYPE_CHECKING:
    from caffael.board.look import Look
    from caffael.board.screens.table.host import TableHost

WIDTH = 1640.0
Chip = tuple[str, str, Ink, Ink]


def project_sheet(table: "TableHost") -> Dialog:
    """The projects: what each costs, which labs it needs, what it does for good."""
    session = table.session
    match = session.game

    def answer(chooser: Chooser) -> Answer:
        return Answer(session.text("Start this project"), lambda: table.play(chooser.action), "project", ink=f"team.{match.state.decider}")

    columns = 3 if table.look.text_scale < 1.2 else (2 if table.look.text_scale < 1.6 else 1)
    width = (WIDTH - 2 * AIR - GAP * (columns - 1)) / columns
    offers = [project_offer(table, project, width) for project in range(match.cards.project_count)]
    line = session.text("The Challenge Fund still holds {money} for those who are first.", money=session.language.money(match.state.fund))
    return choosing_sheet(
        table, session.text("Start which project?"), offers, answer, line=line, picture="project", columns=columns, width=WIDTH
    )


def project_offer(table: "TableHost", project: int, width: float) -> Offer:
    """A project as a card to choose."""
    session, look = table.session, table.look
    match = session.game
    seat = match.state.decider
    words = session.pack.project(project)
    reason = why_not_project(match.cards, match.state, seat, project)
    why = "" if reason == LEGAL else reason_text(session.language, reason)
    inside = width - 44
    code = session.language.code
    chips = project_chips(table, project, seat)
    title, story, power = words.title(code), words.story(code), words.power(code)
    high = 18 + max(46.0, look.words_height(title, inside - 56, "body", bold=True)) + 8 + look.words_height(story, inside, "small") + 8
    high += look.words_height(power, inside - 36, "small", bold=True) + 22
    high += chip_rows(look, chips, inside) * (chip_size(look, "1", "pound")[1] + 5) + 6
    if why:
        high += look.words_height(why, inside - 30, "small") + 8
    done = match.state.councils[seat].projects[project] > 0
    return Offer(PROJECT + project, title, _drawn(title, story, power, chips, why, done), high + 12, said=power, why=why)


def project_chips(table: "TableHost", project: int, seat: int) -> list[Chip]:
    """What a project costs and needs, and the prize for the first."""
    session = table.session
    match, language = session.game, session.language
    card, council = match.cards.projects[project], match.state.councils[seat]
    chips: list[Chip] = [
        (session.plural("{n} day", "{n} days", card.days), "person", "ink", "paper_sunk"),
        (language.money(card.cost), "pound", "ink", "paper_sunk"),
    ]
    for lab in range(LABS):
        if card.labs[lab] > 0 and match.cards.settings.labs == 1:
            reached = council.labs[lab] >= card.labs[lab]
            words = session.text("{lab} {level}", lab=lab_name(language, lab), level=card.labs[lab])
            chips.append((words, LAB_IDS[lab], "good" if reached else "bad", "good_pale" if reached else "bad_pale"))
    if match.state.project_first[project] == 0 and card.prize > 0:
        chips.append((session.text("prize {money}", money=language.money(card.prize)), "trophy", "warn", "gold_pale"))
    return chips


def chip_rows(look: "Look", chips: list[Chip], width: float) -> int:
    """How many rows chips take."""
    rows, left = 1, 0.0
    for words, picture, _, _ in chips:
        wide = chip_size(look, words, picture)[0]
        if left and left + wide > width:
            rows, left = rows + 1, 0.0
        left += wide + 7
    return rows


def _draw_chips(painter: Painter, box: Box, chips: list[Chip]) -> None:
    left, top = box.left, box.top
    for words, picture, ink, fill in chips:
        wide, high = chip_size(painter.look, words, picture)
        if left > box.left and left + wide > box.right:
            left, top = box.left, top + high + 5
        draw_chip(painter, (left, top), words, picture, ink=ink, fill=fill)
        left += wide + 7


def _drawn(title: str, story: str, power: str, chips: list[Chip], why: str, done: bool) -> Callable[[Painter, Box], None]:
    def draw(painter: Painter, box: Box) -> None:
        look = painter.look
        painter.card(box, "paper_warm" if why else "paper", "radius")
        left, inside = box.left + 22, box.width - 44
        top = box.top + 16
        high = max(46.0, look.words_height(title, inside - 56, "body", bold=True))
        painter.icon("check" if done else "project", (left + 22, top + high / 2), 44, "good" if done else ("ink_soft" if why else "accent"))
        painter.paragraph(title, Box(left + 56, top, inside - 56, high + 1), "body", bold=True, middle=True)
        top += high + 8
        high = look.words_height(story, inside, "small")
        painter.paragraph(story, Box(left, top, inside, high + 2), "small", "ink_soft")
        top += high + 8
        high = look.words_height(power, inside - 36, "small", bold=True)
        painter.rect(Box(left - 8, top, inside + 16, high + 12), "good_pale", "radius_small")
        painter.icon("leaf", (left + 12, top + 6 + look.line_height("small") / 2), 24, "good")
        painter.paragraph(power, Box(left + 32, top + 6, inside - 34, high + 2), "small", bold=True)
        top += high + 20
        _draw_chips(painter, Box(left, top, inside, 200), chips)
        if why:
            words = look.words_height(why, inside - 30, "small")
            top = box.bottom - words - 12
            painter.icon("lock", (left + 10, top + look.line_height("small") / 2), 22, "ink_soft")
            painter.paragraph(why, Box(left + 30, top, inside - 30, words + 2), "small", "ink_soft")

    return draw

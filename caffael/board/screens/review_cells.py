"""What the review judges: for each council a cell with a figure, a sentence, and the chips of what it changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caffael.board.drawings import chip_size, draw_chip
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.presentation.year.chapters import Tally
from caffael.rules.happened import Cause, Happening
from caffael.rules.records import Happened
from caffael.rules.terms import NONE
from caffael.words.looks import BADGE_IDS, GOAL_IDS
from caffael.words.sentences import badge_name, happened_text

if TYPE_CHECKING:
    from caffael.board.game import Session

Chip = tuple[str, str, Ink, Ink]


@dataclass(frozen=True, slots=True)
class Cell:
    """One council's part of a row: a figure, words below it, and chips; `tone` says whether it is good news."""

    figure: str
    words: str = ""
    chips: Sequence[Chip] = field(default_factory=tuple)
    tone: Ink = "ink"
    share: float = -1.0  # of a bar; below 0: none


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is judged, for all councils."""

    key: str
    title: str
    picture: str
    cells: Sequence[Cell]


def opens(session: "Session", row: Row, seat: int) -> bool:
    """Whether there is anything behind a council's cell that everybody may see now."""
    cell = row.cells[seat]
    return bool(cell.figure or cell.chips) and not (row.key == "money" and session.lesson.scores_hidden)


def review_rows(session: "Session", happenings: Sequence[Happened], tally: Tally) -> list[Row]:
    """The rows of the board, in the order in which the rules review the year. What is not part of this game is left out."""
    settings, hidden = session.game.cards.settings, session.lesson.scores_hidden
    makers: list[tuple[bool, str, str, str, Callable[[int, list[Happened]], Cell]]] = [
        (True, "unmet", session.text("Needs that stayed unmet"), "timer", lambda seat, own: unmet_cell(session, own)),
        (
            settings.carbon == 1 and settings.own_carbon == 1,
            "carbon",
            session.text("Own carbon this year"),
            "carbon",
            lambda seat, own: carbon_cell(session, own),
        ),
        (True, "money", session.text("Money"), "pound", lambda seat, own: money_cell(session, own, tally.budget[seat])),
        (settings.badges == 1, "badges", session.text("New badges"), "seal", lambda seat, own: badge_cell(session, own)),
        (not hidden, "goals", session.text("All seven goals"), "integration", lambda seat, own: goals_cell(session, tally.goals[seat])),
    ]
    rows = []
    for on, key, title, picture, make in makers:
        if on:
            cells = [make(seat, [h for h in happenings if h.seat == seat]) for seat in range(session.game.state.seats)]
            rows.append(Row(key, title, picture, cells))
    return rows


def goal_chips(session: "Session", own: Sequence[Happened], *causes: int) -> list[Chip]:
    """The goals that moved for these causes, as chips."""
    moved: dict[int, int] = {}
    for happened in own:
        if happened.kind == Happening.GOAL and happened.c in causes:
            moved[happened.a] = moved.get(happened.a, 0) + happened.b
    return [
        (session.language.signed(change), GOAL_IDS[goal], f"goal.{GOAL_IDS[goal]}", f"goal.{GOAL_IDS[goal]}.pale")
        for goal, change in moved.items()
    ]


def unmet_cell(session: "Session", own: Sequence[Happened]) -> Cell:
    """What stayed unmet, and what that took away."""
    needs = [happened.a for happened in own if happened.kind == Happening.UNMET]
    if not needs:
        return Cell("0", session.text("Every need was looked after."), tone="good")
    titles = ", ".join(f"“{session.pack.need(need).title(session.language.code)}”" for need in needs)
    return Cell(session.language.number(len(needs)), titles, goal_chips(session, own, Cause.UNMET), "bad")


def carbon_cell(session: "Session", own: Sequence[Happened]) -> Cell:
    """A council's carbon against its share."""
    judged = next((happened for happened in own if happened.kind == Happening.OWN_CARBON), None)
    if judged is None:
        return Cell("–")
    language = session.language
    words = session.text("The share is {share}.", share=language.carbon(judged.b))
    over = judged.a > judged.b
    return Cell(
        language.carbon(judged.a),
        words,
        goal_chips(session, own, Cause.OWN_CARBON),
        "bad" if over else "good",
        judged.a / judged.b if judged.b else 0.0,
    )


def money_cell(session: "Session", own: Sequence[Happened], budget: int) -> Cell:
    """The budget at the end of the year, prizes and a Section 114 notice."""
    language = session.language
    words = []
    for happened in own:
        if happened.kind == Happening.PRIZE:
            words.append(session.text("Prize from the Challenge Fund: {money}", money=language.money(happened.b)))
        elif happened.kind == Happening.NOTICE:
            words.append(session.text("Section 114 notice: only the framework next year."))
    chips = goal_chips(session, own, Cause.NOTICE)
    if session.lesson.scores_hidden:
        return Cell(session.text("hidden"), "\n".join(words), chips, "ink_soft")
    return Cell(language.money(budget), "\n".join(words), chips, "bad" if budget < 0 else "ink")


def badge_cell(session: "Session", own: Sequence[Happened]) -> Cell:
    """The badges won this year."""
    badges = [happened.a for happened in own if happened.kind == Happening.BADGE]
    if not badges:
        return Cell("", session.text("none this year"), tone="ink_soft")
    chips: list[Chip] = [(badge_name(session.language, badge), BADGE_IDS[badge], "ink", "gold_pale") for badge in badges]
    return Cell("", "", chips, "good")


def goals_cell(session: "Session", goals: Sequence[int]) -> Cell:
    """The sum of the goals, and the lowest."""
    lowest = min(goals)
    place = list(goals).index(lowest)
    words = session.text("The lowest:")
    chip: Chip = (session.language.number(lowest), GOAL_IDS[place], f"goal.{GOAL_IDS[place]}", f"goal.{GOAL_IDS[place]}.pale")
    return Cell(session.language.number(sum(goals)), words, [chip])


def region_notes(session: "Session", happenings: Sequence[Happened]) -> list[str]:
    """What the region hears: marks that were reached."""
    teams = [seat.team for seat in session.game.seats]
    notes = []
    for happened in happenings:
        if happened.kind == Happening.MARK and happened.seat == NONE:
            said = happened_text(session.language, session.pack, teams, happened)
            if said:
                notes.append(said)
    return notes


def cell_height(look: Look, cell: Cell, width: float) -> float:
    """How high a cell wants to be."""
    inside = width - 28
    high = 20.0
    if cell.figure:
        high += look.line_height("heading")
    if cell.share >= 0:
        high += 20
    if cell.words:
        high += look.words_height(cell.words, inside, "small") + 4
    return high + chips_height(look, cell, inside)


def chips_height(look: Look, cell: Cell, width: float) -> float:
    """How high the chips of a cell are."""
    rows, left = 0, 0.0
    for words, picture, _, _ in cell.chips:
        wide = chip_size(look, words, picture)[0]
        if rows == 0 or left + wide > width:
            rows, left = rows + 1, 0.0
        left += wide + 6
    return rows * (chip_size(look, "1", "pound")[1] + 5) + (4 if rows else 0)


def draw_cell(painter: Painter, box: Box, cell: Cell) -> None:
    """Draw a cell."""
    look = painter.look
    fill = {"good": "good_pale", "bad": "bad_pale"}.get(str(cell.tone), "paper")
    painter.rect(box, fill, "radius_small", "line", 1.5)
    left, inside = box.left + 14, box.width - 28
    top = box.top + 10
    if cell.figure:
        ink = cell.tone if cell.tone in ("good", "bad") else "ink"
        painter.words(cell.figure, (left, top), "heading", ink, bold=True, width=inside)
        top += look.line_height("heading")
    if cell.share >= 0:
        bar = Box(left, top + 2, inside, 12)
        painter.rect(bar, "ink_light", 6, "line", 1.5)
        full = inside / 1.6
        painter.rect(Box(left, top + 2, max(12.0, min(inside, full * cell.share)), 12), "bad" if cell.share > 1 else "criterion.carbon", 6)
        painter.rect(Box(left + full - 2, top - 2, 4, 20), "ink", 2)
        top += 20
    if cell.words:
        high = look.words_height(cell.words, inside, "small")
        painter.paragraph(cell.words, Box(left, top, inside, high + 2), "small", "ink")
        top += high + 4
    _draw_chips(painter, Box(left, top + 2, inside, box.bottom - top), cell)


def _draw_chips(painter: Painter, box: Box, cell: Cell) -> None:
    left, top = box.left, box.top
    coloured = cell.tone in ("good", "bad")
    for words, picture, ink, fill in cell.chips:
        wide, high = chip_size(painter.look, words, picture)
        if left > box.left and left + wide > box.right:
            left, top = box.left, top + high + 5
        draw_chip(painter, (left, top), words, picture, ink=ink, fill="ink_light" if coloured else fill)
        left += wide + 6

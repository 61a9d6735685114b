"""A council's own matters: what it has, waits for and runs, and what it alone knows; the region and the market; what just happened."""

from dataclasses import dataclass, replace

from caffael.presentation.assessment.page import bids_page
from caffael.presentation.assessment.summary import summary_of_need
from caffael.presentation.blocks import Block, Group, Line, Placed, Text
from caffael.presentation.cards import supplier_face
from caffael.presentation.classroom.desk import as_if_deciding
from caffael.presentation.faces import NeedFace, SupplierFace
from caffael.presentation.marks import carbon_marks
from caffael.presentation.points import points_line
from caffael.presentation.sheets.contract import contract_lines, contract_lines_of
from caffael.presentation.sheets.supplier import criteria_lines, more_lines
from caffael.presentation.table.council import council_panel, council_tray, has_secrets, other_council, private_note
from caffael.presentation.table.hints import hint_words
from caffael.presentation.table.region import carbon_line, carbon_share, log_lines, said, year_events, year_words
from caffael.presentation.viewer import Viewer
from caffael.rules.happened import Happening
from caffael.rules.terms import NONE, Phase
from caffael.words.looks import team_ink
from caffael.words.sentences import goal_title

TOLD = 12
"""So many sentences of the log stand on a device."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A line that opens to more of the same thing."""

    line: Line
    blocks: tuple[Block, ...]
    face: SupplierFace | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its level from 0 to 20."""

    id: str
    title: str
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Matters:
    """A council: its goals, its money and days, what it runs (each contract opens), its tray, what it alone knows, and a hint."""

    title: str
    ink: str
    story: str
    goals: tuple[Goal, ...]
    goals_title: str
    lines: tuple[Line, ...]
    contracts_title: str
    contracts: tuple[Folded, ...]
    tray_title: str
    tray: tuple[Placed[NeedFace], ...]
    tray_note: str
    private: Group | None
    nothing_private: str
    hint: str


def matters(viewer: Viewer) -> Matters:
    """The viewer's council."""
    panel, tray = council_panel(viewer), council_tray(viewer)
    ahead = () if panel.ahead is None else (Line(panel.ahead.line.title, words=panel.ahead.line.words, picture="timer"),)
    budget = Line(panel.budget.title, panel.budget.value, picture="pound", ink="criterion.price")
    days = Line(panel.days.title, viewer.language.number(panel.days_left), panel.days.words, "day")
    won = () if panel.won is None or not panel.won.value else (Line(panel.won.title, words=panel.won.value, picture="seal", ink="gold"),)
    note = private_note(viewer) if has_secrets(viewer) else None
    return Matters(
        title=panel.name,
        ink=team_ink(viewer.seat),
        story=panel.team,
        goals=tuple(
            Goal(petal.goal, goal_title(viewer.language, goal), round(petal.level), petal.words) for goal, petal in enumerate(panel.flower)
        ),
        goals_title=panel.goals.title,
        lines=(*((panel.points,) if panel.points else ()), budget, *ahead, days, *won, *map(said_once, panel.chips)),
        contracts_title=panel.contracts.words,
        contracts=contracts(viewer),
        tray_title=viewer.text("The tray"),
        tray=tray.needs,
        tray_note=tray.note,
        private=note if note is not None and note.blocks else None,
        nothing_private=viewer.text("Your team knows nothing that the others do not know.") if note is not None and not note.blocks else "",
        hint=hint_words(as_if_deciding(viewer)) if viewer.state.phase in BUYING and viewer.own.passed == 0 else "",
    )


def said_once(line: Line) -> Line:
    """A line without its value where its title says that already, as a lab's level."""
    return replace(line, value="") if line.title.endswith(line.value) else line


BUYING = (Phase.BUY, Phase.ROUTE, Phase.WEIGHTS, Phase.SUPPLIER, Phase.PARTNER)
"""The phases in which somebody buys."""


def contracts(viewer: Viewer) -> tuple[Folded, ...]:
    """The running contracts, each with its numbers."""
    running = viewer.contracts(viewer.seat)
    lines = contract_lines_of(viewer, viewer.seat)
    return tuple(Folded(line, tuple(contract_lines(viewer, contract))) for line, contract in zip(lines, running, strict=True))


def others(viewer: Viewer) -> tuple[Line, ...]:
    """The councils as everybody sees them; of who looks with a council of its own, the others."""
    seats = [(viewer.seat + step) % viewer.state.seats for step in range(1, viewer.state.seats)]
    if viewer.seat == NONE:
        seats = list(viewer.seats)
    rows = []
    for seat in seats:
        line = other_council(viewer, seat).line
        rows.append(Line(line.title, line.value, line.words, "map", team_ink(seat), id=line.id, chips=line.chips))
    return tuple(rows)


# ------------------------------------------------------------------------------------------------------------ the region, the market


@dataclass(frozen=True, slots=True)
class Market:
    """The year, the region's carbon and events, and the suppliers, each of which opens."""

    title: str
    year: str
    lines: tuple[Line, ...]
    suppliers: tuple[Folded, ...]


def market_of(viewer: Viewer) -> Market:
    """What lies between the councils. A seat sees what it alone knows of a supplier, too."""
    lines: list[Line] = list(year_events(viewer))
    if viewer.cards.settings.carbon == 1:
        carbon, used = carbon_line(viewer), viewer.state.carbon
        share, marks = carbon_share(viewer, used), tuple(carbon_marks(viewer, used))
        lines.insert(0, Line(carbon.title, "", carbon.words, "carbon", "criterion.carbon", id="carbon", share=min(1.0, share), marks=marks))
    return Market(
        title=viewer.text("The market"),
        year=year_words(viewer),
        lines=tuple(lines),
        suppliers=tuple(supplier_folded(viewer, supplier) for supplier in viewer.market),
    )


@dataclass(frozen=True, slots=True)
class Others:
    """The councils as everybody sees them; of who looks with a council of its own, the others. They stand under the market."""

    title: str
    councils: tuple[Line, ...]


def others_of(viewer: Viewer) -> Others:
    """The other councils. They change with every action; what a council trains or passes leaves the market as it is, so a device gets them
    apart."""
    return Others(viewer.text("The other teams") if viewer.seat != NONE else viewer.text("The teams"), others(viewer))


def supplier_folded(viewer: Viewer, supplier: int) -> Folded:
    """A supplier's card; it opens to what each of its numbers means."""
    face = supplier_face(viewer, supplier, None if viewer.seat == NONE else viewer.seat)
    numbers = (*criteria_lines(viewer, supplier), *more_lines(viewer, supplier))
    story = Text(viewer.pack.supplier(supplier).line(viewer.code), "soft")
    return Folded(Line(face.name, picture=face.kind), (story, *(replace(line, words="") for line in numbers)), face)


# ------------------------------------------------------------------------------------------------------------------ what just happened


@dataclass(frozen=True, slots=True)
class Story:
    """The last sentences of the log, and the last tender that was assessed: who has won and why, and its bids."""

    title: str
    lines: tuple[Line, ...]
    tender_title: str = ""
    verdict: Group | None = None
    bids: Group | None = None
    bids_title: str = ""


def story_of(viewer: Viewer) -> Story:
    """What just happened."""
    title, lines = viewer.text("What happened"), log_lines(viewer, TOLD)
    need = last_awarded(viewer)
    summary = None if need == NONE else summary_of_need(viewer, need)
    if summary is None:
        return Story(title, lines)
    page = bids_page(viewer, summary, looked_up=True)
    groups = {one.id: one for one in page.blocks if isinstance(one, Group)}
    return Story(
        title, lines, f"{page.title} · {page.line}", groups.get("verdict"), groups.get("bids"), viewer.text("The bids as they came")
    )


def last_awarded(viewer: Viewer) -> int:
    """The need of the contract that was awarded last; NONE before the first."""
    for turn in reversed(viewer.history):
        for row in turn.happenings:
            if row.kind == Happening.AWARDED:
                return row.a
    return NONE


def newest(viewer: Viewer) -> str:
    """The last thing that happened, in a sentence; empty before the first."""
    return next((words for one in reversed(viewer.happened()) if (words := said(viewer, one))), "")


@dataclass(frozen=True, slots=True)
class Top:
    """The head of a page: the council, the year, and its money, days and points."""

    title: str
    ink: str
    year: str
    lines: tuple[Line, ...]


def top_of(viewer: Viewer) -> Top:
    """The head of the viewer's page; a watcher's has no council."""
    if viewer.seat == NONE:
        return Top(viewer.text("The region"), "accent", year_words(viewer), ())
    council, points = viewer.own, points_line(viewer, viewer.seat)
    lines = [
        Line(viewer.text("Budget"), viewer.language.money(council.budget), picture="pound"),
        Line(viewer.text("Officer days"), viewer.language.number(council.days), picture="day"),
    ]
    if points is not None:
        lines.append(Line(points.title, points.value, points.words, "star"))
    return Top(viewer.council(viewer.seat), team_ink(viewer.seat), year_words(viewer), tuple(lines))

"""Right, at the foot: what happened, in plain sentences, the newest on top."""

from typing import TYPE_CHECKING, NamedTuple

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Button, Card, ScrollArea, Widget
from caffael.presentation.blocks import Open
from caffael.rules.records import Happened
from caffael.rules.terms import NONE
from caffael.words.looks import team_ink
from caffael.words.sentences import happened_text

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.table.host import TableHost

SHOWN = 24
AIR = 14.0


class Line(NamedTuple):
    """A sentence of the log and the seat it is about (NONE: the region)."""

    words: str
    seat: int


def all_happened(session: "Session") -> list[Happened]:
    """Everything that has happened in this game, oldest first."""
    match = session.game
    rows = list(match.opening)
    for turn in match.history:
        rows.extend(turn.happenings)
    return rows


def log_lines(session: "Session", most: int) -> list[Line]:
    """The last sentences of the log, newest first."""
    lines: list[Line] = []
    match = session.game
    teams = session.viewer.teams
    groups = [match.opening, *(turn.happenings for turn in match.history)]
    for group in reversed(groups):
        for happened in reversed(group):
            words = happened_text(session.language, session.pack, teams, happened)
            if words:
                lines.append(Line(words, happened.seat))
                if len(lines) >= most:
                    return lines
    return lines


def add_log(table: "TableHost", into: Widget, box: Box) -> None:
    """Put the log on a card that fills a box."""
    session, look = table.session, table.look
    title = session.text("What happened")
    touch = look.measure("target")
    head = max(look.line_height("small"), touch - 10)
    into.add(Card(box, title, lambda painter, where: _draw_paper(painter, where, title), rises=False))
    into.add(
        Button(
            Box(box.right - touch - 4, box.top + 2, touch, touch),
            session.text("Read the whole log"),
            lambda: table.press(Open("log")),
            style="quiet",
            picture="log",
            icon_only=True,
            name="log",
        )
    )
    room = Box(box.left + AIR, box.top + 10 + head, box.width - 2 * AIR - 4, box.height - head - 20)
    if room.height < look.line_height("tiny"):
        return
    area = ScrollArea(room, label=title, name="log lines")
    area.bleed = 0.0
    fill_log(table, area, log_lines(session, SHOWN))
    into.add(area)


def fill_log(table: "TableHost", area: ScrollArea, lines: list[Line], size: str = "tiny") -> None:
    """Put sentences into a scroll area, each with the colour of its team."""
    look = table.look
    top = float(area.box.top)
    for line in lines:
        high = look.words_height(line.words, area.box.width - 18, size) + 8
        area.add(Card(Box(area.box.left, top, area.box.width, high), line.words, _Drawn(line, size), rises=False))
        top += high + 4
    area.extent = top - area.box.top


class _Drawn:
    """Draws one sentence with a bar in its team's colour."""

    def __init__(self, line: Line, size: str) -> None:
        self.line = line
        self.size = size

    def __call__(self, painter: Painter, box: Box) -> None:
        ink = "line_strong" if self.line.seat == NONE else team_ink(self.line.seat)
        painter.rect(Box(box.left, box.top + 4, 5, box.height - 8), ink, 2.5)
        painter.paragraph(self.line.words, Box(box.left + 16, box.top + 4, box.width - 18, box.height - 4), self.size)


def _draw_paper(painter: Painter, box: Box, title: str) -> None:
    painter.card(box)
    painter.words(title, (box.left + AIR, box.top + 14), "small", bold=True, width=box.width - 80)

"""Right, at the foot: what happened, in plain sentences, the newest on top."""

from functools import partial

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.lines import fill_log
from caffael.board.screens.table.host import TableHost
from caffael.board.widgets import Button, Card, ScrollArea, Widget
from caffael.presentation.press import Open
from caffael.presentation.table.log import NEWEST, log_lines

AIR = 14.0


def add_log(table: TableHost, into: Widget, box: Box) -> None:
    """Put the log on a card that fills a box."""
    viewer, look = table.viewer, table.look
    title = viewer.text("What happened")
    touch = look.measure("target")
    head = max(look.line_height("small"), touch - 10)
    into.add(Card(box, title, lambda painter, where: _draw_paper(painter, where, title), rises=False))
    into.add(
        Button(
            Box(box.right - touch - 4, box.top + 2, touch, touch),
            viewer.text("Read the whole log"),
            partial(table.press, Open("log")),
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
    fill_log(look, area, log_lines(viewer, NEWEST), "tiny")
    into.add(area)


def _draw_paper(painter: Painter, box: Box, title: str) -> None:
    painter.card(box)
    painter.words(title, (box.left + AIR, box.top + 14), "small", bold=True, width=box.width - 80)

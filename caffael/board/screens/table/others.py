"""Right: the other councils, small, the events of the year, and the log of what happened."""

from collections.abc import Sequence
from functools import partial

from caffael.board.drawings.flower import draw_flower
from caffael.board.drawings.tokens import dots_width, draw_dots, draw_dots_of_thought
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.lines import fill_log
from caffael.board.screens.table.host import TableHost
from caffael.board.screens.table.points import draw_medal, medal_height
from caffael.board.widgets import Button, Card, ScrollArea, Widget
from caffael.board.widgets.card import Drawer
from caffael.presentation.blocks import Line
from caffael.presentation.cards import petals
from caffael.presentation.press import Open
from caffael.presentation.table.council import other_council, other_councils
from caffael.presentation.table.region import NEWEST, log_lines, year_events
from caffael.words.looks import team_ink

GAP = 9.0
DOT = 9.0
LEAST_DOT = 10.0
FLOWER = 104.0
"""A flower grows no larger with the letters beside it, so that they have room."""
LEAST_NAME = 12.0
"""A long name is written smaller, and in more lines, rather than cut."""
ROOMY = 3
"""Up to so many other councils there is room for large cards."""


def add_others(table: TableHost, into: Widget, box: Box) -> float:
    """Put the other councils in the order of their turns, and say where they end."""
    look, others = table.look, other_councils(table.viewer)
    names = name_lines(look, [other.name for other in others], box.width)
    lines = names * look.line_height("body") + look.line_height("lead")
    roomy = len(others) <= ROOMY
    high = lines + (look.line_height("tiny") + 22 if roomy else 16)
    top = float(box.top)
    for other in others:
        where, line = Box(box.left, top, box.width, high), other.line
        drawn = partial(_draw, table=table, seat=other.seat, roomy=roomy, names=names)
        card = Card(where, line.title, drawn, partial(table.press, line.press), said=line.words, name=line.id)
        table.motion.part("council", other.seat, into.add(card))
        top += high + GAP
    return top - GAP if others else top


def name_lines(look: Look, names: Sequence[str], width: float) -> int:
    """On how many lines the names stand beside their flowers and marks: two for all, if one needs them."""
    room = width - 40 - FLOWER * 1.06 - 2 * (look.line_height("small") + 6)
    return 1 if all(look.words_width(name, "body", bold=True) <= room for name in names) else 2


def _draw(painter: Painter, box: Box, *, table: TableHost, seat: int, roomy: bool, names: int) -> None:
    look, viewer = painter.look, table.viewer
    other = other_council(viewer, seat)
    goals, budget = table.motion.goals(other.seat), table.motion.budget(other.seat)
    ink = team_ink(other.seat)
    painter.card(box, "gold_pale" if other.turn else "paper", edge=ink, line="gold" if other.turn else "line")
    side = min(box.height - 10, FLOWER)
    flower = Box(box.left + 14, box.centery - side / 2, side * 1.06, side)
    if other.points is not None:
        medal = medal_height(look)
        draw_medal(painter, Box(flower.left, flower.bottom - medal, flower.width, medal), other.points, other.place)
        flower.height -= medal
    if other.hidden:
        painter.icon("lock", flower.center, min(side * 0.5, 44.0), "line_strong")
    else:
        painter.cached(
            ("small flower", tuple(goals)),
            flower,
            lambda inner, where: draw_flower(inner, where, petals(viewer, goals), labels=False),
            bleed=4,
        )
    left = flower.right + 14
    width = box.right - left - 12
    top = box.top + 7
    mark = look.line_height("small")
    marks = (mark + 6) * (other.computer + other.passed) + (dots_width(DOT) + 8 if other.thinking else 0.0)
    name = Box(left, top, width - marks, names * look.line_height("body") + 1)
    painter.paragraph(other.name, name, "body", ink, bold=True, least=LEAST_NAME, most_lines=names + 1)
    right, middle = box.right - 14 - mark / 2, top + look.line_height("body") / 2
    if other.computer:
        painter.icon("bot", (right, middle), mark, "ink_soft")
        right -= mark + 6
        if other.thinking:
            draw_dots_of_thought(painter, right + mark / 2 - 2, middle, DOT, ink, table.dot)
            right -= dots_width(DOT) + 8
    if other.passed:
        painter.icon("pass", (right, middle), mark, "ink_soft")
    top += names * look.line_height("body") - 1
    if other.hidden:
        painter.words(other.standing, (left, top + 2), "small", "ink_soft", width=width)
        return
    money = painter.words(viewer.language.money(budget), (left, top), "lead", "bad" if budget < 0 else "ink", bold=True)
    most = other.days_most
    size = min(17.0, (box.right - 14 - money.right - 16) / (most * 1.3))
    top += look.line_height("lead")
    if size >= LEAST_DOT:
        draw_dots(painter, (money.right + 16, money.centery), other.days_left, most, ink, size)
    elif roomy:
        draw_dots(painter, (left, top + look.line_height("tiny") / 2), other.days_left, most, ink, min(17.0, width / (most * 1.3)))
        return
    if roomy:
        painter.words(other.running, (left, top), "tiny", "ink_soft", width=width)


def add_events(table: TableHost, into: Widget, box: Box) -> float:
    """Put the event of the year and the climate events in force below each other, and say where they end."""
    look, top, events = table.look, float(box.top), year_events(table.viewer)
    for event in events:
        high = look.line_height("tiny") + look.words_height(event.title, box.width - 96, "body", bold=True) + 18
        where = Box(box.left, top, box.width, high)
        into.add(Card(where, event.title, _event(event), partial(table.press, event.press), said=event.words, name=event.id))
        top += high + GAP
    return top - GAP if events else top


def _event(event: Line) -> Drawer:
    def draw(painter: Painter, box: Box) -> None:
        painter.card(box, edge=event.ink)
        painter.icon(event.picture, (box.left + 46, box.centery), 46, event.ink)
        left = box.left + 82
        painter.words(event.words, (left, box.top + 8), "tiny", "ink_soft", width=box.right - left - 12)
        top = box.top + 8 + painter.look.line_height("tiny")
        painter.paragraph(event.title, Box(left, top, box.right - left - 12, box.bottom - top), "body", bold=True)

    return draw


LOG_AIR = 14.0


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
    room = Box(box.left + LOG_AIR, box.top + 10 + head, box.width - 2 * LOG_AIR - 4, box.height - head - 20)
    if room.height < look.line_height("tiny"):
        return
    area = ScrollArea(room, label=title, name="log lines")
    area.bleed = 0.0
    fill_log(look, area, log_lines(viewer, NEWEST), "tiny")
    into.add(area)


def _draw_paper(painter: Painter, box: Box, title: str) -> None:
    painter.card(box)
    painter.words(title, (box.left + LOG_AIR, box.top + 14), "small", bold=True, width=box.width - 80)

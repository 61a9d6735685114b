"""Right: the other councils, small, the events of the year, and the log of what happened. Where there is no right side: all in a strip."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from caffael.board.drawings.flower import draw_flower
from caffael.board.drawings.tokens import dots_width, draw_dots, draw_dots_of_thought
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.lines import fill_log
from caffael.board.screens.table.class_signs import mark_of, said_of
from caffael.board.screens.table.host import TableHost
from caffael.board.screens.table.points import draw_medal, medal_height, medal_width
from caffael.board.widgets import Button, Card, ScrollArea, Widget
from caffael.board.widgets.button import Style
from caffael.board.widgets.card import Drawer
from caffael.presentation.blocks import Line
from caffael.presentation.cards import petals
from caffael.presentation.press import Open
from caffael.presentation.table.council import Other, other_council, other_councils
from caffael.presentation.table.region import NEWEST, log_lines, year_events
from caffael.words.looks import team_ink

GAP = 9.0
DOT = 9.0
LEAST_DOT = 10.0
FLOWER = 104.0
"""A flower grows no larger with the letters beside it, so that they have room."""
LEAST_NAME = 12.0
"""A long name is written smaller, and in more lines, rather than cut."""
SLIM = 330.0
"""In a column narrower than this the cards have no flower."""
CHIP_LETTERS, CHIP_STEP = 1.3, 0.05
"""Up to this text scale the letters of small cards grow."""
CHIP_SIDES, CHIP_EDGES, CHIP_LINES = 21.0, 8.0, 3
LEAST_CHIP = 116.0
MARK = 0.75
"""The marks of a small card, in lines."""
LEAST_MONEY = 18.0
LONG_MONEY = "−£888k"
"""The least width of a small card in a strip."""
ROOMY = 3
"""Up to so many other councils there is room for large cards."""


def add_others(table: TableHost, into: Widget, box: Box) -> float:
    """Put the other councils in the order of their turns, and say where they end."""
    look, others = table.look, other_councils(table.viewer)
    if box.width < SLIM:
        letters = chip_look(look, others, box.width)
        high, top = chip_height(letters), float(box.top)
        for other in others:
            _add_chip(table, into, Box(box.left, top, box.width, high), other, letters.text_scale)
            top += high + GAP
        return top - GAP if others else top
    names = name_lines(look, [other.name for other in others], box.width)
    lines = names * look.line_height("body") + look.line_height("lead")
    roomy = len(others) <= ROOMY
    high = lines + (look.line_height("tiny") + 22 if roomy else 16)
    top = float(box.top)
    for other in others:
        where, line = Box(box.left, top, box.width, high), other.line
        drawn = partial(_draw, table=table, seat=other.seat, roomy=roomy, names=names)
        said = said_of(table.session, other.seat, line)
        card = Card(where, line.title, drawn, partial(table.press, line.press), said=said, name=line.id)
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
    sign, sign_ink = mark_of(table.session, seat)
    marks = (mark + 6) * (other.computer + other.passed + bool(sign)) + (dots_width(DOT) + 8 if other.thinking else 0.0)
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
        right -= mark + 6
    if sign:
        painter.icon(sign, (right, middle), mark, sign_ink)
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


# ------------------------------------------------------------------------------------------------------------------------- the strip


def chip_height(letters: Look) -> float:
    """How high a small card without a flower is: the name on one line or two small ones, money and days below."""
    return max(letters.row(GAP), 1.6 * letters.line_height("small") + letters.line_height("body") + 10)


class Strip(NamedTuple):
    """How the other councils stand beside each other: in so many rows, so many in each, in letters of a look.

    `buttons` is how wide the buttons at the end are, `high` how high all of it is.
    """

    rows: int
    per_row: int
    buttons: float
    high: float
    look: Look


def strip_of(table: TableHost, width: float, log: bool = True) -> Strip:
    """The other councils in as few rows as their names and money allow; at the end the buttons of the events and, as a rule, of the log."""
    others, letters = other_councils(table.viewer), table.look
    touch, count = table.look.measure("target") + GAP, log + len(year_events(table.viewer))
    for rows in range(1, max(2, len(others))):
        per_row, high = max(1, -(-len(others) // rows)), rows * (chip_height(table.look) + GAP) - GAP
        buttons = -(-count // max(1, int((high + GAP) // touch))) * touch
        wide = (width - buttons + GAP) / per_row - GAP
        letters = chip_look(table.look, others, wide)
        if wide >= LEAST_CHIP and all(_has_room(letters, other, wide) for other in others):
            break
    high = rows * (chip_height(letters) + GAP) - GAP
    stacked = -(-count // max(1, int((high + GAP) // touch))) * touch
    return Strip(rows, per_row, stacked, high, letters)


def _has_room(letters: Look, other: Other, wide: float) -> bool:
    """Whether a name stands in a small card of a width."""
    room = chip_height(letters) - letters.line_height("body") - CHIP_EDGES
    return letters.fit(other.name, wide - CHIP_SIDES - _marks_width(letters, other), room, "small", LEAST_NAME, True, CHIP_LINES).whole


def chip_look(look: Look, others: Sequence[Other], wide: float) -> Look:
    """The letters of small cards of a width: so large that money and points stand beside each other on all of them."""
    scale = min(look.text_scale, CHIP_LETTERS)
    while scale > 1.0:
        letters = look.lettered(scale)
        points = max((6 + medal_width(letters, other.points) for other in others if other.points is not None), default=0.0)
        if letters.words_width(LONG_MONEY, "body", True) + points <= wide - CHIP_SIDES:
            return letters
        scale -= CHIP_STEP
    return look.lettered(1.0)


def _marks_width(look: Look, other: Other) -> float:
    return (look.line_height("small") * MARK + 4) * (other.computer + other.passed) + (dots_width(DOT) + 6 if other.thinking else 0.0)


def add_strip(table: TableHost, into: Widget, box: Box, *, log: bool) -> None:
    """Put the other councils into a strip, and the buttons of the events and of the `log` at its end."""
    others, strip = other_councils(table.viewer), strip_of(table, box.width, log)
    add_buttons(table, into, Box(box.right - strip.buttons + GAP, box.top, strip.buttons - GAP, box.height), log=log)
    high = (box.height + GAP) / strip.rows - GAP
    for place, other in enumerate(others):
        row, column = divmod(place, strip.per_row)
        wide = (box.width - strip.buttons + GAP) / min(strip.per_row, len(others) - row * strip.per_row) - GAP
        _add_chip(
            table, into, Box(box.left + column * (wide + GAP), box.top + row * (high + GAP), wide, high), other, strip.look.text_scale
        )


def add_buttons(table: TableHost, into: Widget, box: Box, *, log: bool) -> None:
    """Put the buttons of the events and of the `log` into a box, below each other as far as it is high."""
    events, touch = year_events(table.viewer), table.look.measure("target")
    high, count = min(touch, box.height), len(events) + log
    per_column = max(1, int((box.height + GAP) // (high + GAP)))
    top = box.top + (box.height - min(per_column, count) * (high + GAP) + GAP) / 2
    for place in range(count):
        column, row = divmod(place, per_column)
        where = Box(box.left + column * (touch + GAP), top + row * (high + GAP), touch, high)
        if place < len(events):
            event = events[place]
            into.add(Card(where, event.title, _event_button(event), partial(table.press, event.press), said=event.words, name=event.id))
        else:
            into.add(log_button(table, where, "plain"))


def _event_button(event: Line) -> Drawer:
    def draw(painter: Painter, box: Box) -> None:
        painter.card(box, edge=event.ink, edge_width=6)
        painter.icon(event.picture, (box.centerx + 3, box.centery), min(box.size) * 0.56, event.ink)

    return draw


def _add_chip(table: TableHost, into: Widget, where: Box, other: Other, letters: float) -> None:
    drawn, line = partial(_draw_chip, table=table, seat=other.seat, letters=letters), other.line
    said = said_of(table.session, other.seat, line)
    card = Card(where, line.title, drawn, partial(table.press, line.press), said=said, name=line.id)
    table.motion.part("council", other.seat, into.add(card))


def _draw_chip(whole: Painter, box: Box, *, table: TableHost, seat: int, letters: float) -> None:
    viewer = table.viewer
    other, ink = other_council(viewer, seat), team_ink(seat)
    painter = whole.dense(letters)
    look = painter.look
    painter.card(box, "gold_pale" if other.turn else "paper", edge=ink, edge_width=7, line="gold" if other.turn else "line")
    left, right, line = box.left + 14, box.right + 14 - CHIP_SIDES, look.line_height("body")
    sign, sign_ink = mark_of(table.session, seat)
    marks = _marks_width(look, other) + (look.line_height("small") * MARK + 4 if sign else 0.0)
    name = Box(left, box.top + 4, right - left - marks, box.height - line - CHIP_EDGES)
    painter.paragraph(other.name, name, "small", ink, bold=True, middle=True, least=LEAST_NAME, most_lines=CHIP_LINES)
    mark, at = look.line_height("small") * MARK, right
    for there, picture, mark_ink in ((other.computer, "bot", "ink_soft"), (other.passed, "pass", "ink_soft"), (sign, sign, sign_ink)):
        if there:
            painter.icon(picture, (at - mark / 2, name.centery), mark, mark_ink)
            at -= mark + 4
    if other.thinking:
        draw_dots_of_thought(painter, at, name.centery, DOT, ink, table.dot)
    middle = box.bottom - 4 - line / 2
    money = viewer.language.money(table.motion.budget(seat))
    least = 0.0 if other.hidden else look.words_width(money, LEAST_MONEY / look.text_scale, bold=True)
    if other.points is not None and medal_width(look, other.points) + least + 6 <= right - left:
        wide, high = medal_width(look, other.points), medal_height(look)
        draw_medal(painter, Box(right - wide, middle - high / 2, wide, high), other.points, other.place)
        right -= wide + 6
    if other.hidden:
        painter.icon("lock", (left + mark / 2, middle), mark, "line_strong")
        return
    ink_of_money = "bad" if table.motion.budget(seat) < 0 else "ink"
    taken = painter.words(money, (left, middle), "body", ink_of_money, True, "midleft", right - left)
    size = min(13.0, (right - taken.right - 12) / (other.days_most * 1.3))
    if size >= LEAST_DOT * 0.8:
        draw_dots(painter, (taken.right + 10, middle), other.days_left, other.days_most, ink, size)


# ------------------------------------------------------------------------------------------------------------------- events, and log


def events_height(table: TableHost, width: float) -> float:
    """How high the cards of the events are, below each other."""
    return sum(_event_height(table.look, event, width) + GAP for event in year_events(table.viewer))


def _event_height(look: Look, event: Line, width: float) -> float:
    return look.line_height("tiny") + look.words_height(event.title, width - 96, "body", bold=True) + 18


def add_events(table: TableHost, into: Widget, box: Box) -> float:
    """Put the event of the year and the climate events in force below each other, and say where they end."""
    top, events = float(box.top), year_events(table.viewer)
    for event in events:
        high = _event_height(table.look, event, box.width)
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


def log_button(table: TableHost, box: Box, style: Style) -> Button:
    """The button that opens the whole log."""
    words = table.viewer.text("Read the whole log")
    return Button(box, words, partial(table.press, Open("log")), style=style, picture="log", icon_only=True, name="log")


LOG_AIR = 14.0


def add_log(table: TableHost, into: Widget, box: Box) -> None:
    """Put the log on a card that fills a box."""
    viewer, look = table.viewer, table.look
    title = viewer.text("What happened")
    touch = look.measure("target")
    head = max(look.line_height("small"), touch - 10)
    into.add(Card(box, title, lambda painter, where: _draw_paper(painter, where, title), rises=False))
    into.add(log_button(table, Box(box.right - touch - 4, box.top + 2, touch, touch), "quiet"))
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

"""Right: the other councils, small, and the events of the year."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.drawings import draw_dots, draw_flower
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.council import days_most
from caffael.board.screens.table.dots import dots_width, draw_dots_of_thought
from caffael.board.widgets import Card, Widget
from caffael.presentation.blocks import Open
from caffael.presentation.cards import petals
from caffael.rules.terms import NONE
from caffael.words.looks import team_ink

if TYPE_CHECKING:
    from caffael.board.screens.table.screen import TableScreen

GAP = 9.0
DOT = 9.0
LEAST_DOT = 10.0
FLOWER = 104.0
"""A flower grows no larger with the letters beside it, so that they have room."""
ROOMY = 3
"""Up to so many other councils there is room for large cards."""


def add_others(table: "TableScreen", into: Widget, box: Box, shown: int) -> float:
    """Put the other councils in the order of their turns, and say where they end."""
    match = table.session.game
    seats = [(shown + step) % match.state.seats for step in range(1, match.state.seats)]
    look = table.look
    names = name_lines(table, [table.session.viewer.council(seat) for seat in seats], box.width)
    lines = names * look.line_height("body") + look.line_height("lead")
    roomy = len(seats) <= ROOMY
    high = lines + (look.line_height("tiny") + 22 if roomy else 16)
    top = float(box.top)
    for seat in seats:
        card = Card(
            Box(box.left, top, box.width, high),
            table.session.viewer.council(seat),
            _drawn(table, seat, roomy, names),
            _opens(table, seat),
            said=standing_words(table, seat),
            name=f"council {seat}",
        )
        table.motion.part("council", seat, into.add(card))
        top += high + GAP
    return top - GAP if seats else top


def standing_words(table: "TableScreen", seat: int) -> str:
    """A council's money, days and contracts in a sentence, for those who have it read out."""
    session = table.session
    council = session.game.state.councils[seat]
    if session.lesson.scores_hidden:
        return session.text("hidden until the end")
    return session.text(
        "Budget: {money}. Officer days: {days}. Contracts: {contracts}.",
        money=session.language.money(council.budget),
        days=council.days,
        contracts=council.running,
    )


def name_lines(table: "TableScreen", names: list[str], width: float) -> int:
    """On how many lines the names stand beside their flowers and marks: two for all, if one needs them."""
    look = table.look
    room = width - 40 - FLOWER * 1.06 - 2 * (look.line_height("small") + 6)
    return 1 if all(look.words_width(name, "body", bold=True) <= room for name in names) else 2


def _drawn(table: "TableScreen", seat: int, roomy: bool, names: int) -> Callable[[Painter, Box], None]:
    return lambda painter, where: _draw(painter, table, where, seat, roomy, names)


def _opens(table: "TableScreen", seat: int) -> Callable[[], None]:
    return lambda: table.press(Open("council", (seat,)))


def _draw(painter: Painter, table: "TableScreen", box: Box, seat: int, roomy: bool, names: int) -> None:
    session, look = table.session, painter.look
    match = session.game
    council = match.state.councils[seat]
    goals, budget = table.motion.goals(seat), table.motion.budget(seat)
    ink = team_ink(seat)
    turn = not match.finished and match.state.decider == seat
    painter.card(box, "gold_pale" if turn else "paper", edge=ink, line="gold" if turn else "line")
    hidden = session.lesson.scores_hidden
    side = min(box.height - 10, FLOWER)
    flower = Box(box.left + 14, box.centery - side / 2, side * 1.06, side)
    if hidden:
        painter.icon("lock", flower.center, min(side * 0.5, 44.0), "line_strong")
    else:
        painter.cached(
            ("small flower", tuple(goals)),
            flower,
            lambda inner, where: draw_flower(inner, where, petals(session.viewer, goals), labels=False),
            bleed=4,
        )
    left = flower.right + 14
    width = box.right - left - 12
    top = box.top + 7
    bot = match.seats[seat].player != "you"
    mark = look.line_height("small")
    thinks = bot and turn and session.lesson.bot_now() is not None
    marks = (mark + 6) * (bot + council.passed) + (dots_width(DOT) + 8 if thinks else 0.0)
    name = Box(left, top, width - marks, names * look.line_height("body") + 1)
    painter.paragraph(session.viewer.council(seat), name, "body", ink, bold=True, most_lines=names)
    right = box.right - 14 - mark / 2
    if bot:
        painter.icon("bot", (right, top + look.line_height("body") / 2), mark, "ink_soft")
        right -= mark + 6
        if thinks:
            draw_dots_of_thought(painter, right + mark / 2 - 2, top + look.line_height("body") / 2, DOT, ink, table.turns.dot)
            right -= dots_width(DOT) + 8
    if council.passed == 1:
        painter.icon("pass", (right, top + look.line_height("body") / 2), mark, "ink_soft")
    top += names * look.line_height("body") - 1
    if hidden:
        painter.words(session.text("hidden until the end"), (left, top + 2), "small", "ink_soft", width=width)
        return
    money = painter.words(session.language.money(budget), (left, top), "lead", "bad" if budget < 0 else "ink", bold=True)
    most = days_most(table, seat)
    size = min(17.0, (box.right - 14 - money.right - 16) / (most * 1.3))
    top += look.line_height("lead")
    if size >= LEAST_DOT:
        draw_dots(painter, (money.right + 16, money.centery), council.days, most, ink, size)
    elif roomy:
        draw_dots(painter, (left, top + look.line_height("tiny") / 2), council.days, most, ink, min(17.0, width / (most * 1.3)))
        return
    if roomy:
        painter.words(contracts_words(table, seat), (left, top), "tiny", "ink_soft", width=width)


def contracts_words(table: "TableScreen", seat: int) -> str:
    """How many contracts run, on a line."""
    session = table.session
    running = session.game.state.councils[seat].running
    if running == 0:
        return session.text("no contract yet")
    return session.plural("{n} contract is running", "{n} contracts are running", running)


def add_events(table: "TableScreen", into: Widget, box: Box) -> float:
    """Put the event of the year and the climate events in force below each other, and say where they end."""
    session = table.session
    state = session.game.state
    top = float(box.top)
    cards: list[tuple[str, str, str, str, Callable[[], None]]] = []
    if state.event != NONE:
        title = session.pack.event(state.event).title(session.language.code)
        cards.append(("event", session.text("Event of the year"), title, "accent", _event_opens(table, state.event)))
    for mark in range(state.climate_come - state.climate_now, state.climate_come):
        title = session.pack.climate(mark).title(session.language.code)
        cards.append(("climate", session.text("Climate event"), title, "bad", _climate_opens(table, mark)))
    for picture, kind, title, ink, press in cards:
        high = event_height(table, box.width, title)
        into.add(
            Card(
                Box(box.left, top, box.width, high),
                title,
                _event_drawn(picture, kind, title, ink),
                press,
                said=kind,
                name=f"{picture} {title}",
            )
        )
        top += high + GAP
    return top - GAP if cards else top


def event_height(table: "TableScreen", width: float, title: str) -> float:
    """How high the card of an event is."""
    look = table.look
    return look.line_height("tiny") + look.words_height(title, width - 96, "body", bold=True) + 18


def _event_opens(table: "TableScreen", event: int) -> Callable[[], None]:
    return lambda: table.press(Open("event", (event,)))


def _climate_opens(table: "TableScreen", mark: int) -> Callable[[], None]:
    return lambda: table.press(Open("climate", (mark,)))


def _event_drawn(picture: str, kind: str, title: str, ink: str) -> Callable[[Painter, Box], None]:
    def draw(painter: Painter, box: Box) -> None:
        look = painter.look
        painter.card(box, edge=ink)
        painter.icon(picture, (box.left + 46, box.centery), 46, ink)
        left = box.left + 82
        painter.words(kind, (left, box.top + 8), "tiny", "ink_soft", width=box.right - left - 12)
        top = box.top + 8 + look.line_height("tiny")
        painter.paragraph(title, Box(left, top, box.right - left - 12, box.bottom - top), "body", bold=True)

    return draw

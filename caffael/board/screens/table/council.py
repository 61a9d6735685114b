"""Left: the council whose game it is now: its flower, money, days, labs and badges, with a way to its contracts and its private notes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.board.drawings import chip_size, draw_chip, draw_token
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.dense import CHIPS, dense, denser
from caffael.board.screens.table.dots import dots_width, draw_dots_of_thought
from caffael.board.screens.table.flower import draw_goal_flower
from caffael.board.screens.table.private import HoldButton, has_secrets, knows_anything
from caffael.board.screens.table.tiles import VerbButton, size_for
from caffael.board.screens.timing import add_timer, timer_room
from caffael.board.widgets import Card, Widget
from caffael.presentation.blocks import Open
from caffael.presentation.cards import petals
from caffael.rules.records import Council
from caffael.rules.terms import LABS
from caffael.words.looks import BADGE_IDS, LAB_IDS, team_ink
from caffael.words.sentences import lab_name

if TYPE_CHECKING:
    from caffael.board.screens.table.screen import TableScreen

AIR = 18.0
EDGE = 12.0
DOT = 9.0
STACKED = 1.2
"""From this text scale on the money stands under the flower, not beside it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the parts of the panel lie, and how high it is in all. What is not part of the game has no height."""

    panel: Box
    name: Box
    team: Box
    flower: Box
    money: Box
    days: Box
    badges: Box
    chips: Box
    buttons: Box


def plan(table: "TableScreen", box: Box, seat: int) -> Plan:
    """Lay the panel out at the top of a box; the flower takes what the box leaves it."""
    look = table.look
    left, width = box.left + AIR, box.width - 2 * AIR
    name = Box(left, box.top + EDGE + 8, width, look.line_height("heading"))
    team = Box(left, name.bottom - 2, width, look.line_height("small"))
    settings = table.session.game.cards.settings
    has_chips = settings.labs == 1 or settings.projects == 1
    touch = look.measure("target")
    chips = max(touch, chip_size(dense(look, CHIPS), "1", "data", "small")[1]) if has_chips else 0.0
    high = max(touch, look.line_height("small") + 22)
    amount = look.line_height("tiny") + look.line_height("title") * 0.94
    rows = (days_most(table, seat) + 2) // 3
    token = 34.0 * min(1.4, look.text_scale)
    below = chips + high + 22
    top = team.bottom + 6
    if look.text_scale >= STACKED:
        flower = Box(left, top, width, 250.0 * min(1.3, look.text_scale))
        money = Box(left, flower.bottom + 6, width * 0.5, amount)
        days = Box(money.right, money.top, width * 0.5, max(amount, look.line_height("tiny") + rows * token * 1.16))
        badges = Box(left, max(days.bottom, money.bottom) + 2, width, touch if settings.badges == 1 else 0.0)
        bottom = badges.bottom
    else:
        side = max(136.0, look.words_width("£1.2m", "title", bold=True) + 4)
        room = min(max(196.0, box.height - (top - box.top) - below), 290.0)
        flower = Box(left - 8, top, width - side + 4, room)
        money = Box(left + width - side, top, side, amount)
        days = Box(money.left, money.bottom + 6, side, look.line_height("tiny") + rows * token * 1.16)
        badges = Box(money.left, max(days.bottom + 4, flower.bottom - touch), side, touch if settings.badges == 1 else 0.0)
        bottom = max(flower.bottom, badges.bottom)
    chips_box = Box(left, bottom, width, chips)
    buttons = Box(left, chips_box.bottom + 2, width, high)
    return Plan(
        Box(box.left, box.top, box.width, buttons.bottom + 12 - box.top), name, team, flower, money, days, badges, chips_box, buttons
    )


def days_most(table: "TableScreen", seat: int) -> int:
    """How many places for officer days are shown."""
    match = table.session.game
    return max(match.cards.settings.days, match.state.councils[seat].days)


def add_council(table: "TableScreen", into: Widget, box: Box, seat: int) -> float:
    """Put the panel into a column and say where it ends."""
    session = table.session
    match = session.game
    council = match.state.councils[seat]
    place = plan(table, box, seat)
    language = session.language
    money = language.money(council.budget)
    team = match.seats[seat].team
    into.add(
        Card(
            place.panel,
            session.viewer.council(seat),
            lambda painter, where: _draw_paper(painter, table, place, seat),
            said=team,
            rises=False,
            name="council panel",
        )
    )
    add_timer(session, into, place.name.right, (place.name.top + place.team.bottom) / 2, seat)
    flower = _touch(
        into,
        place.flower,
        session.text("The seven well-being goals"),
        lambda painter, where: draw_goal_flower(painter, where, petals(session.viewer, table.motion.goals(seat))),
        lambda: table.press(Open("goals", (seat,))),
    )
    purse = _touch(
        into,
        place.money,
        session.text("Budget: {money}", money=money),
        lambda painter, where: _draw_money(painter, table, where, seat),
        lambda: table.press(Open("money", (seat,))),
    )
    table.motion.part("flower", seat, flower)
    table.motion.part("money", seat, purse)
    _touch(
        into,
        place.days,
        session.plural("{n} officer day left", "{n} officer days left", council.days),
        lambda painter, where: _draw_days(painter, table, where, seat),
        lambda: table.press(Open("days", (seat,))),
    )
    if match.cards.settings.badges == 1:
        _touch(
            into,
            place.badges,
            session.text("Badges of the five ways of working"),
            lambda painter, where: _draw_badges(painter, where, council),
            lambda: table.press(Open("badges", (seat,))),
        )
    _add_chips(table, into, place.chips, seat)
    _add_buttons(table, into, place.buttons, seat)
    return float(place.panel.bottom)


def _touch(into: Widget, box: Box, label: str, drawn: Callable[[Painter, Box], None], press: Callable[[], None]) -> Card:
    return into.add(Card(box, label, drawn, press, rises=False))


def _draw_paper(painter: Painter, table: "TableScreen", place: Plan, seat: int) -> None:
    session = table.session
    painter.card(place.panel, edge=team_ink(seat), edge_side="top", edge_width=EDGE)
    wide = place.name.width - timer_room(session, seat)
    painter.words(session.viewer.council(seat), place.name.topleft, "heading", team_ink(seat), bold=True, width=wide)
    said = painter.words(team_line(table, seat), place.team.topleft, "small", "ink_soft", width=wide - dots_width(DOT) - 10)
    match = session.game
    if match.state.decider == seat and session.lesson.bot_now() is not None:
        draw_dots_of_thought(painter, said.right + 10 + dots_width(DOT), said.centery + 2, DOT, team_ink(seat), table.turns.dot)


def team_line(table: "TableScreen", seat: int) -> str:
    """The team of a seat, and whether it is its turn."""
    match, session = table.session.game, table.session
    team = match.seats[seat].team
    if match.finished or match.state.decider != seat:
        if match.state.councils[seat].passed == 1:
            return session.text("{team} · passed this year", team=team)
        return team
    if session.lesson.bot_now() is not None:
        return session.text("{team} · thinking", team=team)
    return session.text("{team} · your turn", team=team) if session.deciding_seat() == seat else team


def _draw_money(painter: Painter, table: "TableScreen", box: Box, seat: int) -> None:
    look, budget = painter.look, table.motion.budget(seat)
    painter.words(table.session.text("Budget"), box.topleft, "tiny", "ink_soft", width=box.width)
    words = table.session.language.money(budget)
    at = (box.left, box.top + look.line_height("tiny") - 6)
    painter.words(words, at, "title", "bad" if budget < 0 else "ink", bold=True, width=box.width - 8)


def _draw_days(painter: Painter, table: "TableScreen", box: Box, seat: int) -> None:
    look = painter.look
    council = table.session.game.state.councils[seat]
    painter.words(table.session.text("Officer days"), box.topleft, "tiny", "ink_soft", width=box.width)
    size = 34.0 * min(1.4, look.text_scale)
    top = box.top + look.line_height("tiny") + 3
    for place in range(days_most(table, seat)):
        centre = (box.left + size / 2 + (place % 3) * size * 1.2, top + size / 2 + (place // 3) * size * 1.16)
        draw_token(painter, centre, size / 2, team_ink(seat), "person", spent=place >= council.days)


def _draw_badges(painter: Painter, box: Box, council: Council) -> None:
    size = min(40.0, (box.width - 12) / 5)
    for badge, picture in enumerate(BADGE_IDS):
        draw_badge(painter, (box.left + size / 2 + badge * (size + 3), box.centery), size, picture, council.badges[badge] > 0)


def draw_badge(painter: Painter, centre: tuple[float, float], size: float, picture: str, won: bool) -> None:
    """Draw one of the five badges: gold once it is won, a dent before."""
    painter.circle(centre, size / 2, "gold_pale" if won else "paper_sunk", "gold" if won else "line", 2.5 if won else 1.5)
    painter.icon(picture, centre, size * 0.7, "ink" if won else "line_strong")


def _add_chips(table: "TableScreen", into: Widget, box: Box, seat: int) -> None:
    session, look = table.session, dense(table.look, CHIPS)
    match = session.game
    council = match.state.councils[seat]
    left, least = box.left, table.look.measure("target")
    chips: list[tuple[str, str, str, Callable[[], None]]] = []
    if match.cards.settings.labs == 1:
        for lab in range(LABS):
            name = session.text("{lab}: level {level}", lab=lab_name(session.language, lab), level=council.labs[lab])
            chips.append((str(council.labs[lab]), LAB_IDS[lab], name, lambda: table.press(Open("labs", (seat,)))))
    if match.cards.settings.projects == 1:
        words = session.text("{n} of {most}", n=council.finished, most=match.cards.project_count)
        chips.append((words, "project", session.text("Finished projects"), lambda: table.press(Open("projects", (seat,)))))
    for words, picture, label, press in chips:
        width = max(least, chip_size(look, words, picture, "small")[0])
        into.add(Card(Box(left, box.top, width, box.height), label, _chip(words, picture), press, said=words, radius=least / 2))
        left += width + 4


def _chip(words: str, picture: str) -> Callable[[Painter, Box], None]:
    def draw(painter: Painter, where: Box) -> None:
        letters = denser(painter, CHIPS)
        wide, high = chip_size(letters.look, words, picture, "small")
        draw_chip(letters, (where.centerx - wide / 2, where.centery - high / 2), words, picture, size="small")

    return draw


def _add_buttons(table: "TableScreen", into: Widget, box: Box, seat: int) -> None:
    session = table.session
    match = session.game
    council = match.state.councils[seat]
    label = session.text("Contracts: {n} of {most}", n=council.running, most=match.cards.settings.register)
    why = session.text("No contract is running yet.")
    secrets = has_secrets(match.cards.settings)
    half = (box.width - 8) * 0.54 if secrets else box.width
    hold = session.text("Hold to look")
    size = size_for(table.look, [label, hold], box.width - 8 - half) if secrets else size_for(table.look, [label], half)
    into.add(
        VerbButton(
            Box(box.left, box.top, half, box.height),
            label,
            lambda: table.press(Open("contracts", (seat,))),
            style="plain",
            picture="contract",
            size=size,
            name="contracts",
            enabled=council.running > 0,
            why=why,
        )
    )
    if not secrets:
        return
    into.add(
        HoldButton(
            Box(box.left + half + 8, box.top, box.width - half - 8, box.height),
            hold,
            lambda on: table.look_privately(seat, on),
            name="private",
            size=size,
            enabled=knows_anything(match.state, seat),
            why=session.text("Your team knows nothing that the others do not know."),
        )
    )

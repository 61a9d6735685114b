"""Left: a council with its flower, money, days, labs and badges; its tray; and the note of what its team alone knows."""

from dataclasses import dataclass
from functools import partial

from caffael.board.drawings.cards import draw_need, need_height
from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.drawings.flower import draw_flower, draw_goal_flower
from caffael.board.drawings.tokens import dots_width, draw_dots_of_thought, draw_token
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.actions import HoldButton, VerbButton, size_for
from caffael.board.screens.table.host import TableHost
from caffael.board.screens.table.layout import PANEL
from caffael.board.screens.table.money import add_ahead, ahead_height
from caffael.board.screens.table.points import add_points, add_small_points, head_points, medal_height, points_width
from caffael.board.screens.timing import add_timer, timer_room
from caffael.board.widgets import Card, Widget
from caffael.board.widgets.card import Drawer
from caffael.presentation.blocks import Group, Line
from caffael.presentation.cards import petals
from caffael.presentation.faces import NeedFace
from caffael.presentation.table.council import CouncilPanel, Tray, council_panel
from caffael.words.looks import team_ink

AIR = 18.0
EDGE = 12.0
DOT = 9.0
GAP = 9.0
CHIPS = 1.2
"""Up to this text scale the letters of chips grow."""
LEAST_NAME = 14.0
"""A long name is written smaller, in two lines, rather than cut."""
FLOWER = 1.15
"""Up to this text scale the numbers round the flower grow, so that its petals have room."""
LONG_NAME = 0.7
"""A name that would be written smaller than this on one line stands on two."""
LEAST_FLOWER = 150.0
SMALL_DAY = 24.0
"""How large a day is where there is little room."""
TRAY_STEP, LEAST_TRAY = 0.05, 0.8


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the parts of the panel lie, and how high it is in all. What is not part of the game, or has no room, has no height.

    `token` is how large a day is; `above`: the pictures of the buttons stand above their words.
    """

    panel: Box
    name: Box
    team: Box
    flower: Box
    money: Box
    days: Box
    badges: Box
    ahead: Box
    chips: Box
    buttons: Box
    token: float
    above: bool = False


def plan(whole: Look, box: Box, panel: CouncilPanel) -> Plan:
    """Lay the panel out at the top of a box; the flower takes what the box leaves it, and where that is little all stands closer."""
    look = whole.dense(PANEL)
    left, width = box.left + AIR, box.width - 2 * AIR
    beside = points_width(look, head_points(look, panel.points, panel, width))
    long = look.words_width(panel.name, "heading", bold=True) * LONG_NAME > width - beside
    name = Box(left, box.top + EDGE + 8, width, look.line_height("heading") * (2 * LONG_NAME if long else 1))
    team = Box(left, name.bottom - 2, width, look.line_height("small"))
    touch = look.measure("target")
    chips = max(touch, chip_size(look.dense(CHIPS), "1", "data", "small")[1]) if panel.chips else 0.0
    ahead = ahead_height(look, panel.ahead)
    high = max(touch, look.line_height("small") + 22)
    below = chips + high + ahead + (28 if ahead else 22)
    top = team.bottom + 6
    flower, money, days, badges, token = _middle(look, Box(left, top, width, box.bottom - top - below), panel)
    bottom = max(flower.bottom, badges.bottom, days.bottom)
    ahead_box = Box(left, bottom + 4, width, ahead)
    chips_box = Box(left, ahead_box.bottom + 6 if ahead else bottom, width, chips)
    buttons = Box(left, chips_box.bottom + 2, width, high)
    whole_box = Box(box.left, box.top, box.width, buttons.bottom + 12 - box.top)
    return Plan(whole_box, name, team, flower, money, days, badges, ahead_box, chips_box, buttons, token)


def _middle(look: Look, room: Box, panel: CouncilPanel) -> tuple[Box, Box, Box, Box, float]:
    """Flower, money, days and badges in a room, and how large a day is. Where it is low, the badges stand beside the days, not below."""
    side = max(136.0, look.words_width("£1.2m", "title", bold=True) + 4)
    amount = look.line_height("tiny") + look.line_height("title") * 0.94
    rows, tiny, touch = (panel.days_most + 2) // 3, look.line_height("tiny"), look.measure("target") if panel.badges else 0.0
    token = 34.0 * min(1.4, look.text_scale)
    stacked = amount + 6 + tiny + rows * token * 1.16
    if stacked + touch + 4 <= room.height or not panel.badges:
        flower = Box(room.left - 8, room.top, room.width - side + 4, min(max(LEAST_FLOWER, stacked, room.height), 290.0))
        money = Box(room.right - side, room.top, side, amount)
        days = Box(money.left, money.bottom + 6, side, tiny + rows * token * 1.16)
        return flower, money, days, Box(money.left, max(days.bottom + 4, flower.bottom - touch), side, touch), token
    token = min(token, SMALL_DAY)
    low = max(look.finger, tiny + 3 + rows * token * 1.16)
    tall = max(LEAST_FLOWER, amount + low, min(room.height, 290.0))
    wide = max(side, room.width - tall * 0.8)
    flower = Box(room.left - 8, room.top, room.width - wide + 4, tall)
    money = Box(room.right - wide, room.top, wide, amount)
    days = Box(money.left, money.bottom, max(token * 3.8, look.words_width(panel.days.title, "tiny") + 4, wide * 0.5), low)
    return flower, money, days, Box(days.right, days.top, room.right - days.right, low), token


def across_height(whole: Look) -> float:
    """How high the panel is where it lies across the board."""
    look = whole.dense(PANEL)
    return EDGE + max(look.line_height("heading") + look.line_height("small"), look.line_height("tiny") + look.line_height("title")) + 34


def plan_across(whole: Look, box: Box, panel: CouncilPanel) -> Plan:
    """Lay the panel out as a strip: flower, name, money, days and buttons beside each other. Labs and badges are on the council's sheet."""
    look = whole.dense(PANEL)
    top, high = box.top + EDGE + 6, box.height - EDGE - 14
    flower = Box(box.left + 8, top, high * 1.12, high - (medal_height(look) if panel.points else 0.0))
    side = max(136.0, look.words_width("£1.2m", "title", bold=True) + 4)
    rows = (panel.days_most + 2) // 3
    token = min(34.0, (high - look.line_height("tiny") - 4) / rows / 1.16)
    days_wide = max(token * 3.7, look.words_width(panel.days.title, "tiny") + 4)
    each = max(130.0, box.width * 0.13)
    buttons_wide = each if panel.private is None else 2 * each + 8
    buttons = Box(box.right - AIR - buttons_wide, top, buttons_wide, high)
    days = Box(buttons.left - 12 - days_wide, top, days_wide, high)
    money = Box(days.left - 10 - side, top, side, high)
    left = flower.right + 10
    name = Box(left, top, money.left - 12 - left, high - 2 * look.line_height("tiny") * 0.8)
    team = Box(left, name.bottom, name.width, high - name.height)
    nothing = Box(left, top, 0, 0)
    return Plan(Box(box), name, team, flower, money, days, nothing, nothing, nothing, buttons, token, above=True)


def add_council(table: TableHost, into: Widget, box: Box, panel: CouncilPanel, *, across: bool = False) -> float:
    """Put the panel into a column, or across the board, and say where it ends."""
    place, seat = (plan_across if across else plan)(table.look, box, panel), panel.seat

    def now() -> CouncilPanel:
        """The panel as it is while it is drawn: it is seen beneath the pages that tell what was played, too."""
        return council_panel(table.session.viewer_at(seat))

    into.add(
        Card(
            place.panel,
            panel.name,
            lambda painter, where: _draw_paper(painter, table, place, now()),
            said=table.viewer.team(seat),
            rises=False,
            name="council panel",
        )
    )
    add_timer(table.session, into, place.name.right, (place.name.top + place.team.bottom) / 2, seat)

    if panel.points is not None and across:
        medal = medal_height(table.look)
        add_small_points(table, into, Box(place.flower.left, place.flower.bottom, place.flower.width, medal), panel.points)
    elif panel.points is not None:
        timer = timer_room(table.session, seat)
        shown = head_points(table.look.dense(PANEL), panel.points, panel, place.name.width - timer) or panel.points
        wide, foot = points_width(table.look.dense(PANEL), shown), place.team.bottom if shown.words else place.team.top
        where = Box(place.name.right - timer - wide, place.name.top, wide, foot - place.name.top)
        add_points(table, into, where, shown, panel.points.words)

    def touch(where: Box, line: Line, label: str, drawn: Drawer) -> Card:
        return into.add(Card(where, label, drawn, partial(table.press, line.press), rises=False))

    def draw_goals(painter: Painter, where: Box) -> None:
        grown = petals(table.viewer, table.motion.goals(seat))
        if across or not panel.numbers:
            draw_flower(painter, where, grown, labels=False)
        else:
            draw_goal_flower(painter.dense(FLOWER), where, grown)

    table.motion.part("flower", seat, touch(place.flower, panel.goals, panel.goals.title, draw_goals))
    table.motion.part(
        "money",
        seat,
        touch(place.money, panel.budget, panel.budget.words, lambda painter, where: _draw_money(painter, table, where, panel)),
    )
    touch(place.days, panel.days, panel.days.words, lambda painter, where: _draw_days(painter, where, now(), place.token))
    if panel.won is not None and place.badges.height:
        touch(place.badges, panel.won, panel.won.title, lambda painter, where: _draw_badges(painter, where, now()))
    if panel.ahead is not None and place.ahead.height:
        add_ahead(table, into, place.ahead, panel.ahead)
    left, least = place.chips.left, table.look.measure("target")
    for chip in panel.chips if place.chips.height else ():
        width = max(least, chip_size(table.look.dense(CHIPS), chip.value, chip.picture, "small")[0])
        where = Box(left, place.chips.top, width, place.chips.height)
        into.add(Card(where, chip.title, _chip(chip), partial(table.press, chip.press), said=chip.value, radius=least / 2))
        left += width + 4
    _add_buttons(table, into, place, panel)
    return float(place.panel.bottom)


def _draw_paper(whole: Painter, table: TableHost, place: Plan, panel: CouncilPanel) -> None:
    painter = whole.dense(PANEL)
    painter.card(place.panel, edge=team_ink(panel.seat), edge_side="top", edge_width=EDGE)
    room = place.name.width - timer_room(table.session, panel.seat)
    points = None if place.above else head_points(painter.look, panel.points, panel, room)
    wide = room - points_width(painter.look, points)
    name = Box(place.name.left, place.name.top, wide, place.name.height)
    painter.paragraph(panel.name, name, "heading", team_ink(panel.seat), bold=True, middle=True, least=LEAST_NAME, most_lines=2)
    if place.above:
        painter.paragraph(panel.team, place.team, "tiny", "ink_soft", least=LEAST_NAME, most_lines=2)
        return
    wide = room if points is None or not points.words else wide
    said = painter.words(panel.team, place.team.topleft, "small", "ink_soft", width=wide - dots_width(DOT) - 10)
    if panel.thinking:
        draw_dots_of_thought(painter, said.right + 10 + dots_width(DOT), said.centery + 2, DOT, team_ink(panel.seat), table.dot)


def _draw_money(whole: Painter, table: TableHost, box: Box, panel: CouncilPanel) -> None:
    painter = whole.dense(PANEL)
    look, budget = painter.look, table.motion.budget(panel.seat)
    painter.words(panel.budget.title, box.topleft, "tiny", "ink_soft", width=box.width)
    at = (box.left, box.top + look.line_height("tiny") - 6)
    painter.words(table.viewer.language.money(budget), at, "title", "bad" if budget < 0 else "ink", bold=True, width=box.width - 8)


def _draw_days(whole: Painter, box: Box, panel: CouncilPanel, size: float) -> None:
    painter = whole.dense(PANEL)
    painter.words(panel.days.title, box.topleft, "tiny", "ink_soft", width=box.width)
    top = box.top + painter.look.line_height("tiny") + 3
    for place in range(panel.days_most):
        centre = (box.left + size / 2 + (place % 3) * size * 1.2, top + size / 2 + (place // 3) * size * 1.16)
        draw_token(painter, centre, size / 2, team_ink(panel.seat), "person", spent=place >= panel.days_left)


def _draw_badges(painter: Painter, box: Box, panel: CouncilPanel) -> None:
    """Draw the five badges, in one row or in two: gold once one is won, a dent before."""
    per_row = 5 if box.width > 2.2 * box.height or box.width > 130 else 3
    size = min(40.0, (box.width - 12) / per_row, box.height / 2 - 3 if per_row == 3 else box.height)
    rows = -(-len(panel.badges) // per_row)
    for badge, (picture, won) in enumerate(panel.badges):
        row, column = divmod(badge, per_row)
        centre = (box.left + size / 2 + column * (size + 3), box.centery + (row - (rows - 1) / 2) * (size + 3))
        painter.circle(centre, size / 2, "gold_pale" if won else "paper_sunk", "gold" if won else "line", 2.5 if won else 1.5)
        painter.icon(picture, centre, size * 0.7, "ink" if won else "line_strong")


def _chip(chip: Line) -> Drawer:
    def draw(painter: Painter, where: Box) -> None:
        letters = painter.dense(CHIPS)
        wide, high = chip_size(letters.look, chip.value, chip.picture, "small")
        draw_chip(letters, (where.centerx - wide / 2, where.centery - high / 2), chip.value, chip.picture, size="small")

    return draw


def _add_buttons(table: TableHost, into: Widget, place: Plan, panel: CouncilPanel) -> None:
    box, contracts, private = place.buttons, panel.contracts, panel.private
    share = 0.5 if place.above else 0.54
    half = box.width if private is None else (box.width - 8) * share
    if private is None:
        size = size_for(table.look, [contracts.words], half, above=place.above)
        into.add(VerbButton(Box(box), contracts, table.press, size, place.above))
        return
    size = size_for(table.look, [contracts.words, private.words], box.width - 8 - half, above=place.above)
    into.add(VerbButton(Box(box.left, box.top, half, box.height), contracts, table.press, size, place.above))
    held = Box(box.left + half + 8, box.top, box.width - half - 8, box.height)
    into.add(HoldButton(held, private, lambda on: table.look_privately(panel.seat, on), size, place.above))


# -------------------------------------------------------------------------------------------------------------------------- the tray


def tray_look(look: Look, width: float, tray: Tray, room: float) -> Look:
    """The letters in which the tray stands in a room: as large as is asked for, or smaller, so that it never leaves the screen."""
    scale = look.text_scale
    while scale > LEAST_TRAY and tray_height(look.lettered(scale), width, tray) > room:
        scale = max(LEAST_TRAY, scale - TRAY_STEP)
    return look if scale == look.text_scale else look.lettered(scale)


def tray_height(look: Look, width: float, tray: Tray) -> float:
    """How high the tray wants to be."""
    if not tray.needs:
        return empty_height(look, width, tray)
    high = sum(need_height(look, width, need.face) + GAP for need in tray.needs) - GAP
    return high + (look.words_height(tray.note, width, "tiny") + GAP if tray.note else 0.0)


def empty_height(look: Look, width: float, tray: Tray) -> float:
    """How high the empty tray is."""
    return look.words_height(tray.note, width - 90, "small") + 34


def add_tray(table: TableHost, into: Widget, box: Box, tray: Tray, look: Look) -> float:
    """Put the need cards into a column, in the letters of a look, and say where they end."""
    top, scale = float(box.top), look.text_scale
    if not tray.needs:
        high = empty_height(look, box.width, tray)
        where = Box(box.left, top, box.width, high)
        into.add(Card(where, tray.note, lambda painter, where: _draw_empty(painter.lettered(scale), tray.note, where), rises=False))
        return top + high
    for need in tray.needs:
        face = need.face
        where = Box(box.left, top, box.width, need_height(look, box.width, face))
        into.add(Card(where, face.title, _need(face, scale), partial(table.press, need.press), said=face.figures, name=need.id))
        top += where.height + GAP
    if tray.note:
        where = Box(box.left, top, box.width, look.words_height(tray.note, box.width, "tiny"))
        into.add(Card(where, tray.note, lambda painter, where: _draw_waiting(painter.lettered(scale), tray.note, where), rises=False))
        top += where.height + GAP
    return top - GAP


def _need(face: NeedFace, scale: float) -> Drawer:
    return lambda painter, where: draw_need(painter.lettered(scale), where, face)


def _draw_waiting(painter: Painter, words: str, box: Box) -> None:
    painter.paragraph(words, box, "tiny", "bad", align="centre")


def _draw_empty(painter: Painter, words: str, box: Box) -> None:
    painter.rect(box, None, "radius", "line_strong", 2)
    painter.icon("check", (box.left + 42, box.centery), 36, "good")
    painter.paragraph(words, Box(box.left + 76, box.top, box.width - 90, box.height), "small", "ink_soft", middle=True)


# ------------------------------------------------------------------------------------------------------------------ the private note


def draw_private(painter: Painter, note: Group, ink: str, room: Box) -> None:
    """Draw the note of what only one team knows, at the left of a room."""
    look, rows = painter.look, [row for row in note.blocks if isinstance(row, Line)]
    width = min(room.width, 620.0 * min(1.4, look.text_scale))
    heights = [look.words_height(row.title, width - 100, "body") + 12 for row in rows]
    head = look.line_height("heading") + 34
    sheet = Box(room.left, room.top, width, min(room.height, head + sum(heights) + 24))
    painter.shadow(sheet, "radius_large", 30, 140)
    painter.card(sheet, "gold_pale", "radius_large", ink, "top", 12)
    painter.icon("eye", (sheet.left + 46, sheet.top + 24 + look.line_height("heading") / 2), 40, ink)
    painter.words(note.title, (sheet.left + 78, sheet.top + 24), "heading", bold=True, width=width - 110)
    top = sheet.top + head
    for row, high in zip(rows, heights, strict=True):
        if top + high > sheet.bottom:
            break
        painter.icon(row.picture, (sheet.left + 46, top + look.line_height("body") / 2), 28, "ink_soft")
        painter.paragraph(row.title, Box(sheet.left + 78, top, width - 100, high), "body")
        top += high

"""The columns of the table, filled: the council with its tray, the map with what lies above and below it, the others with the log."""

from caffael.board.scale import Box
from caffael.board.screens.table.actions import GAP as CORNER_GAP
from caffael.board.screens.table.actions import actions_height, add_actions, add_corner, add_hint, has_easy_room, hint_height
from caffael.board.screens.table.council import across_height, add_council, add_tray, plan, tray_height, tray_look
from caffael.board.screens.table.host import TableHost
from caffael.board.screens.table.layout import GAP, LOG_LEAST, SIDE, TOP, Layout, is_upright, lay_out
from caffael.board.screens.table.market import market_height
from caffael.board.screens.table.others import SLIM, add_buttons, add_events, add_log, add_others, add_strip, events_height, strip_of
from caffael.board.screens.table.playback_bar import add_playback, playback_height
from caffael.board.screens.table.region import add_region, add_years
from caffael.board.widgets import Group, ScrollArea, Widget
from caffael.presentation.table.council import council_panel, council_tray


def layout_of(table: TableHost) -> Layout:
    """Where everything lies, by how high the verbs, the market and what lies above the map of an upright board are."""
    look, market = table.look, market_height(table)
    if not is_upright(look):
        close = lay_out(look, market, 0.0, 0.0, 0.0, across=False)
        across = table.session.playback is not None or not has_easy_room(table, close.foot.width)
        first = lay_out(look, market, 0.0, 0.0, 0.0, across=across)
        return lay_out(look, market, 0.0, _foot_height(table, first.foot.width), 0.0, across=across)
    width = look.board.width - 2 * SIDE
    head = _head_height(table) + 4 + strip_of(table, width).high
    foot = _foot_height(table, width) + hint_height(table, width) + 4
    return lay_out(look, market, head, foot, across_height(look))


def _head_height(table: TableHost) -> float:
    """How high the row of the small buttons and the years is."""
    return max(60.0, table.look.row(CORNER_GAP), table.look.line_height("lead") + 22)


def _foot_height(table: TableHost, width: float) -> float:
    """How high the verbs are, or the bar of a game that is watched."""
    playback = table.session.playback
    return actions_height(table, width) if playback is None else playback_height(table, playback.watched, width)


def add_left(table: TableHost, into: Widget, layout: Layout) -> ScrollArea:
    """Put the council and its tray into the left column. The tray keeps its room: its letters and the flower give way before it scrolls."""
    room, tray, panel = layout.left, council_tray(table.viewer), council_panel(table.viewer)
    area = _scrolling(into, room, "left")
    bottom, spare, alone = room.top, room.height, layout.panel is not None
    if not alone:
        spare -= plan(table.look, Box(room.left, room.top, room.width, 0), panel).panel.height + GAP
    letters = tray_look(table.look, room.width, tray, spare)
    trays = tray_height(letters, room.width, tray)
    if not alone:
        bottom = add_council(table, area, Box(room.left, room.top, room.width, room.height - trays - GAP), panel) + GAP
    bottom = add_tray(table, area, Box(room.left, bottom, room.width, trays), tray, letters)
    area.extent = bottom - room.top
    if area.furthest < 1:
        area.extent = room.height
    return area


def add_middle(table: TableHost, root: Widget, layout: Layout) -> Box:
    """Put the map into its place, the small buttons, the years and the strip above it, hint and verbs below; say where the land lies."""
    upright, room = layout.upright, layout.middle
    whole = Box(SIDE, TOP, table.look.board.width - 2 * SIDE, room.bottom - TOP) if upright else room
    into, high = root.add(Group(whole)), _head_height(table)
    taken = add_corner(table, into, Box(whole.left, whole.top, whole.width, high))
    wide = min(whole.width - 2 * taken - 28, 130.0 * table.viewer.cards.settings.years)
    add_years(table, into, Box(whole.centerx - wide / 2, whole.top, wide, high))
    top = whole.top + high + 4
    if layout.strip:
        strip = Box(whole.left, top, whole.width, strip_of(table, whole.width).high)
        add_strip(table, into, strip, log=layout.news is None)
        top = strip.bottom + 4
    verbs, hints = _foot_height(table, layout.foot.width), hint_height(table, whole.width)
    foot = Box(layout.foot.left, layout.foot.bottom - verbs, layout.foot.width, verbs)
    middle = room if upright else Box(room.left - 6, top, room.width + 12, foot.top - hints - 8 - top)
    land = add_region(table, into, middle)
    if layout.news is not None:
        add_log(table, into, layout.news)
    add_hint(table, into, Box(whole.left, foot.top - hints - 4, whole.width, hints - 4 if hints else 0))
    playback = table.session.playback
    if playback is None:
        add_actions(table, into, foot)
    else:
        add_playback(table, playback.watched, into, foot)
    return land


def add_right(table: TableHost, into: Widget, room: Box) -> None:
    """Put the other councils, the events and the log into the right column; where that is full, events and log as buttons."""
    area = _scrolling(into, room, "right")
    bottom = add_others(table, area, room)
    if room.width < SLIM and bottom + events_height(table, room.width) + LOG_LEAST > room.bottom:
        touch = table.look.measure("target")
        add_buttons(table, area, Box(room.left, min(bottom + GAP, room.bottom - touch), room.width, touch), log=True)
        area.extent = room.height
        return
    bottom = add_events(table, area, Box(room.left, bottom + (12 if bottom > room.top else 0), room.width, room.height))
    top = bottom + 12 if bottom > room.top else bottom
    high = max(LOG_LEAST * min(1.4, table.look.text_scale), room.bottom - top)
    add_log(table, area, Box(room.left, top, room.width, high))
    area.extent = max(room.height, top + high - room.top)


def _scrolling(into: Widget, room: Box, name: str) -> ScrollArea:
    area = into.add(Group(room)).add(ScrollArea(room, label="", name=name))
    area.bleed = SIDE - 2
    return area

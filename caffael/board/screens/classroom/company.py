"""Who is in: a card for each team with its devices, each as an animal with its name; those who knock above all others."""

from collections.abc import Callable, Sequence
from functools import partial

from caffael.board.drawings.dealt import draw_dealt
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.rows import button
from caffael.board.widgets import Button, Card, ScrollArea, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Group, Line, Text
from caffael.presentation.classroom.front import FrontDevice, FrontRoom
from caffael.presentation.press import Open, Press

CARD = 470.0
"""How wide a team's card wants to be."""
GAP = 14.0
AIR = 16.0
NAME = 205.0
"""How wide a device with its name wants to be."""
DISC = 46.0

Pressed = Callable[[Press], None]


def add_company(
    look: Look, area: ScrollArea, groups: Sequence[Group], room: FrontRoom, press: Pressed, do: Callable[[blocks.Button], None]
) -> None:
    """Fill an area that scrolls with those who knock, the teams, who watches and who was sent away."""
    box, top = area.box, area.box.top + 6.0
    for group in groups:
        if group.id == "knocks":
            top = _add_knocks(look, area, top, group, do) + GAP
    cards = [group for group in groups if group.id != "knocks"]
    columns = look.columns(box.width - 20, CARD * min(1.3, look.text_scale), 2, GAP)
    wide = (box.width - 20 - GAP * (columns - 1)) / columns
    for at in range(0, len(cards), columns):
        row = cards[at : at + columns]
        high = max(card_height(look, group, wide) for group in row)
        for place, group in enumerate(row):
            _add_card(look, area, Box(box.left + 4 + place * (wide + GAP), top, wide, high), group, room, press)
        top += high + GAP
    area.extent = top - box.top


def _add_knocks(look: Look, area: ScrollArea, top: float, group: Group, do: Callable[[blocks.Button], None]) -> float:
    """A line for each device that knocks, with its two buttons."""
    left, right = area.box.left + 4, area.box.right - 16
    offered = [block for block in group.blocks if isinstance(block, blocks.Button)]
    high = max(look.measure("target"), look.line_height("body") + 24)
    for admit, turn in zip(offered[::2], offered[1::2], strict=True):
        wides = [Button.natural(look, one.words, one.picture, "body")[0] for one in (admit, turn)]
        area.add(button(turn, Box(right - wides[1], top, wides[1], high), partial(do, turn), size="body"))
        area.add(button(admit, Box(right - wides[1] - 12 - wides[0], top, wides[0], high), partial(do, admit), size="body"))
        area.add(Words(Box(left, top, right - sum(wides) - 40 - left, high), admit.line, bold=True, middle=True))
        top += high + 10
    return top


def head_height(look: Look) -> float:
    """How high the head of a card is."""
    return max(look.measure("target"), look.line_height("body") + look.line_height("small") + 10)


def device_height(look: Look) -> float:
    """How high a device is."""
    return max(look.row(4), DISC * min(1.4, look.text_scale) + 4, look.line_height("small") * 2 + 2)


def per_row(look: Look, wide: float) -> int:
    """How many devices stand beside each other on a card of a width."""
    return look.columns(wide - 2 * AIR, NAME * min(1.5, look.text_scale), 3, 6)


def card_height(look: Look, group: Group, wide: float) -> float:
    """How high a card is."""
    devices = sum(isinstance(block, Line) for block in group.blocks)
    rows = -(-devices // per_row(look, wide))
    return head_height(look) + rows * (device_height(look) + 4) + (AIR if rows else 8)


def _add_card(look: Look, area: ScrollArea, box: Box, group: Group, room: FrontRoom, press: Pressed) -> None:
    seat = int(group.id.split()[1]) if group.id.startswith("team ") else None
    state = next((block.words for block in group.blocks if isinstance(block, Text)), "")
    ready = seat is not None and room.team(seat).ready
    head = Box(box.left, box.top, box.width, head_height(look))
    area.add(Card(box, "", partial(_draw_card, ink=group.ink), rises=False, name=f"{group.id} card"))
    drawn = partial(_draw_head, group=group, seat=seat, state=state, ready=ready)
    about = None if seat is None else partial(press, Open("class team", (seat,)))
    area.add(Card(head, group.title, drawn, about, said=state, rises=False, name=group.id))
    count, high, top = per_row(look, box.width), device_height(look), head.bottom + 2
    wide = (box.width - 2 * AIR - 6 * (count - 1)) / count
    for place, line in enumerate(block for block in group.blocks if isinstance(block, Line)):
        device = room.device(int(line.id.split()[1]))
        assert device is not None and line.press is not None
        at = Box(box.left + AIR + place % count * (wide + 6), top + place // count * (high + 4), wide, high)
        area.add(
            Card(at, line.title, partial(_draw_device, line=line, device=device), partial(press, line.press), said=line.words, name=line.id)
        )


def _draw_card(painter: Painter, box: Box, ink: str) -> None:
    painter.card(box, edge=ink, edge_width=7)


def _draw_head(painter: Painter, box: Box, group: Group, seat: int | None, state: str, ready: bool) -> None:
    look, side = painter.look, min(box.height - 16, 54.0)
    tile = Box(box.left + AIR, box.top + 8, side, side)
    if seat is None:
        painter.icon(group.picture, tile.center, side * 0.8, "ink_soft")
    else:
        draw_team_tile(painter, tile, seat, group.picture)
    left, right = tile.right + 12, box.right - 12
    if ready:
        painter.icon("check", (right - 18, box.centery), 36, "good")
        right -= 44
    title, small = look.line_height("body"), look.line_height("small")
    top = box.centery - (title + (small if state else 0)) / 2
    painter.words(group.title, (left, top), "body", "ink", True, width=right - left)
    painter.words(state, (left, top + title), "small", "good" if ready else "ink_soft", width=right - left)


def _draw_device(painter: Painter, box: Box, line: Line, device: FrontDevice) -> None:
    size = min(box.height - 4, DISC * min(1.4, painter.look.text_scale))
    draw_dealt(painter, (box.left + size / 2, box.centery), size, device.animal, device.colour, device.awake)
    left, right = box.left + size + 8, box.right - 2
    for there, picture, ink in ((device.muted, "sound-off", "ink_soft"), (device.captain, "star", "gold_ink")):
        if there:
            painter.icon(picture, (right - 11, box.centery), 22, ink)
            right -= 26
    room = Box(left, box.top, right - left, box.height)
    painter.paragraph(line.title, room, "small", "ink" if device.awake else "ink_soft", middle=True, most_lines=2)

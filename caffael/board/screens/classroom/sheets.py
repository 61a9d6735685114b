"""Sheets over the page of the room: what can be set, and buttons with their sentences beside them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.rows import AIR, Rows, button
from caffael.board.screens.sheet import head_more, under_head
from caffael.board.session import Session
from caffael.board.widgets import Button, Card, Dialog, ScrollArea, Words
from caffael.presentation import blocks
from caffael.presentation.press import Do

WIDE = 1120.0
CARD = 96.0
"""How large the digits of a seat card are."""


def class_sheet(session: Session, sheet: blocks.Sheet, change: Callable[[str, Any], None], do: Callable[[blocks.Button], None]) -> Dialog:
    """A sheet: its story, its rows, its buttons below each other; what has no room scrolls."""
    look = session.app.look
    wide = look.room_for(WIDE)
    head = Dialog(look.board, wide, 400, sheet.title, line=sheet.line)
    spare = 400 - head.inside.height + head_more(look, sheet.line)
    cards = CARD * 1.25 * len(sheet.lines)
    story = cards + (look.words_height(sheet.story, head.inside.width, "lead") + 16 if sheet.story else 0.0)
    foot = Button.natural(look, "A", "", "body")[1]
    body = body_height(look, head.inside.width, sheet, change, do)
    dialog = Dialog(
        look.board,
        wide,
        min(look.highest, spare + story + body + foot + 22),
        sheet.title,
        line=sheet.line,
        picture=sheet.picture,
        ink=sheet.ink,
    )
    room = under_head(look, dialog)
    if sheet.story:
        dialog.add(Words(Box(room.left, room.top + cards, room.width, story - cards), sheet.story, size="lead"))
    for place, line in enumerate(sheet.lines):
        at = Box(room.left, room.top + place * CARD * 1.25, room.width, CARD * 1.25)
        dialog.add(Card(at, line.title, partial(_draw_card, line=line), rises=False, said=line.value))
    area = dialog.add(
        ScrollArea(Box(room.left - AIR, room.top + story - 18, room.width + 2 * AIR, room.height - story - foot + 4), name="class sheet")
    )
    area.bleed = 0.0
    fill(look, area, sheet, change, do)
    close = session.text("Close")
    size = Button.natural(look, close, "close", "body")
    shut = blocks.Button("close sheet", close, Do("close"), "close", "plain")
    dialog.add(button(shut, Box(room.right - size[0], room.bottom - size[1], *size), dialog.dismiss, size="body"))
    return dialog


def body_height(
    look: Look, width: float, sheet: blocks.Sheet, change: Callable[[str, Any], None], do: Callable[[blocks.Button], None]
) -> float:
    """How high rows and buttons are at a width."""
    area = ScrollArea(Box(0, 0, width + 2 * AIR, 10), name="measure")
    fill(look, area, sheet, change, do)
    return area.extent


def fill(
    look: Look, area: ScrollArea, sheet: blocks.Sheet, change: Callable[[str, Any], None], do: Callable[[blocks.Button], None]
) -> None:
    """Put rows and buttons into an area."""
    rows = Rows(look, area, change, do)
    rows.width += 16
    rows.put(sheet.rows)
    lined = any(one.line for one in sheet.buttons)
    if lined:
        rows.put(sheet.buttons)
    else:
        _side_by_side(look, rows, sheet.buttons, do)
    rows.done()


def _side_by_side(look: Look, rows: Rows, offered: tuple[blocks.Button, ...], do: Callable[[blocks.Button], None]) -> None:
    """Buttons without a sentence stand beside each other."""
    left, high = rows.left, rows.high
    for one in offered:
        wide = Button.natural(look, one.words, one.picture, "body")[0] + 8
        if left + wide > rows.left + rows.width and left > rows.left:
            left, rows.top = rows.left, rows.top + high + 12
        rows.area.add(button(one, Box(left, rows.top, wide, high), partial(do, one), size="body"))
        left += wide + 12
    if offered:
        rows.top += high + 12


def _draw_card(painter: Painter, box: Box, line: blocks.Line) -> None:
    """Draw the digits of a seat card so large that they are read from the last row."""
    said = painter.words(line.title, (box.left, box.centery), "heading", "ink_soft", anchor="midleft")
    painter.words(line.value, (said.right + 28, box.centery), CARD / painter.look.text_scale, "ink", True, "midleft")

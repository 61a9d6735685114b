"""What engaging the market turned up, on a note over the map: it stays until somebody closes it or decides, and holds up nobody."""

from functools import partial

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.lines import draw_line, line_height
from caffael.board.screens.table.host import TableHost
from caffael.board.widgets import Button, Card, ScrollArea, Widget
from caffael.presentation.blocks import Sheet

WIDE = 760.0
AIR = 24.0
GAP = 8.0


def add_engaged(table: TableHost, into: Widget, room: Box, sheet: Sheet) -> None:
    """Lay the note into a room, as high as its lines want; where they want more they can be scrolled."""
    look = table.look
    wide = min(room.width - 24, WIDE * min(1.4, look.text_scale))
    side, inside = look.measure("target"), wide - 2 * AIR
    head = max(look.words_height(sheet.title, inside - side - 72, "lead", bold=True) + look.line_height("small"), side) + 12
    heights = [line_height(look, line, inside) for line in sheet.lines]
    said = look.words_height(sheet.story, inside, "small") + GAP
    whole = said + sum(heights) + GAP * len(heights)
    high = min(room.height - 24, head + whole + 2 * AIR - 8)
    box = Box(room.centerx - wide / 2, room.top + 12, wide, high)
    note = into.add(
        Card(box, sheet.title, partial(_draw, sheet=sheet, head=head), rises=False, said=f"{sheet.line}. {sheet.story}", name="engaged")
    )
    note.live = True
    close = partial(table.note_engaged, None)
    words = table.viewer.text("Close")
    into.add(
        Button(
            Box(box.right - side - 12, box.top + 14, side, side),
            words,
            close,
            style="plain",
            picture="close",
            icon_only=True,
            name="engaged close",
        )
    )
    area = into.add(
        ScrollArea(Box(box.left + AIR, box.top + head + AIR - 4, inside, high - head - 2 * AIR + 8), whole, name="engaged lines")
    )
    top = area.box.top
    for line, tall in zip(sheet.lines, heights, strict=True):
        area.add(
            Card(
                Box(box.left + AIR, top, inside, tall),
                line.title,
                partial(draw_line, line=line),
                rises=False,
                said=f"{line.value} {line.words}",
            )
        )
        top += tall + GAP
    area.add(Card(Box(box.left + AIR, top, inside, said), sheet.story, partial(_draw_story, words=sheet.story), rises=False))


def _draw(painter: Painter, box: Box, sheet: Sheet, head: float) -> None:
    look = painter.look
    painter.shadow(box, "radius_large", 16, 120)
    painter.card(box, "paper", "radius_large", sheet.ink, "top", 10)
    painter.icon(sheet.picture, (box.left + AIR + 22, box.top + 18 + look.line_height("lead") / 2), 42, sheet.ink)
    left, width = box.left + AIR + 58, box.width - 2 * AIR - 72 - look.measure("target")
    high = look.words_height(sheet.title, width, "lead", bold=True)
    painter.paragraph(sheet.title, Box(left, box.top + 16, width, high + 2), "lead", bold=True)
    painter.words(sheet.line, (left, box.top + 16 + high), "small", "ink_soft", width=width)


def _draw_story(painter: Painter, box: Box, words: str) -> None:
    painter.paragraph(words, box, "small", "ink_soft")

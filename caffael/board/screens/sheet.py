"""Sheets, drawn: a heading, a story, lines with a picture, a value and a sentence each, and buttons below."""

from collections.abc import Callable, Sequence
from functools import partial

from caffael.board.drawings import draw_flower, draw_supplier
from caffael.board.drawings.vignette import SHAPE, draw_vignette
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, Box
from caffael.board.screens.backs import back_dialog
from caffael.board.screens.lines import draw_line, fill_log, line_height
from caffael.board.screens.sheet_stack import TURN, SheetHost
from caffael.board.widgets import Button, Card, Dialog, ScrollArea, Widget
from caffael.presentation import blocks
from caffael.presentation.blocks import Line, Sheet
from caffael.presentation.press import Press

WIDTH = 1180.0
WIDTHS = {"council": 1480.0, "supplier": 1380.0, "labs": 1320.0}
"""Sheets that are wider than others."""
AIR = 44.0
GAP = 8.0
ART_WIDTH = 300.0
HIGHEST = HEIGHT - 60.0
Drawing = Callable[[Painter, Box], None]


def head_more(look: Look, line: str) -> float:
    """How much more room the heading of a sheet needs when letters are large."""
    if line:
        return max(0.0, look.line_height("heading") + look.line_height("body") + 10 - 98.0)
    return max(0.0, look.line_height("title") + 6 - 64.0)


def under_head(look: Look, dialog: Dialog) -> Box:
    """Where there is room on a sheet under its heading."""
    room, more = dialog.inside, head_more(look, dialog.line)
    return Box(room.left, room.top + more, room.width, room.height - more)


def aside_of(look: Look, sheet: Sheet) -> tuple[float, Drawing] | None:
    """What stands left of the lines: how wide it is, and its drawing."""
    if sheet.flower:
        size = 430.0 * min(1.25, look.text_scale)

        def draw_goals(painter: Painter, box: Box) -> None:
            draw_flower(painter, Box(box.left, box.top, box.width, min(box.height, box.width * 0.92)), sheet.flower, size="body")

        return size, draw_goals
    if (face := sheet.face) is not None:
        unit = min(1.5, look.text_scale)

        def draw_card(painter: Painter, box: Box) -> None:
            draw_supplier(painter, Box(box.left + 4, box.top + 4, 196 * unit, 260 * unit), face)

        return 204 * unit, draw_card
    return None


def sheet_dialog(host: SheetHost, sheet: Sheet) -> Dialog:
    """A sheet. A button that closes it is always there, unless it must be answered. With a back it can be turned over."""
    look = host.look
    if sheet.back is not None and (host.sheets.turned or sheet.back_alone):
        return back_dialog(host, sheet, sheet.back)
    if sheet.id == "log":
        return log_dialog(host, sheet)
    width = WIDTHS.get(sheet.id, WIDTH)
    beside = ART_WIDTH + 28 if sheet.art else 0.0
    story_high = look.words_height(sheet.story, width - 2 * AIR - beside, "lead") + 14 if sheet.story else 0.0
    if sheet.art:
        story_high = max(story_high, ART_WIDTH * SHAPE + 16)
    aside = aside_of(look, sheet)
    wide = aside[0] + 24 if aside else 0.0
    inner = width - 2 * AIR - wide
    heights = [line_height(look, one, inner) for one in sheet.lines]
    body = sum(heights) + GAP * max(0, len(sheet.lines) - 1)
    if aside:
        body = max(body, min(aside[0], 420.0))
    foot = Button.natural(look, "A")[1]
    head = Dialog(width, 400, sheet.title, line=sheet.line)
    above = head.inside.top - head.box.top + head_more(look, sheet.line)
    below = head.box.bottom - head.inside.bottom
    whole = min(HIGHEST, above + story_high + body + (18 if body else 0) + foot + below)
    dialog = Dialog(width, whole, sheet.title, line=sheet.line, picture=sheet.picture, ink=sheet.ink, must_answer=sheet.must_answer)
    room = under_head(look, dialog)
    if sheet.story:
        box = Box(room.left, room.top, room.width - beside, story_high)
        dialog.add(Card(box, sheet.story, partial(draw_story, words=sheet.story, size="lead"), rises=False))
    if sheet.art:
        where = Box(room.right - ART_WIDTH, room.top, ART_WIDTH, ART_WIDTH * SHAPE)
        dialog.add(Card(where, "", lambda painter, box: draw_vignette(painter, box, sheet.art), rises=False))
    left = Box(room.left + wide, room.top + story_high, inner, room.height - story_high - foot - 18)
    if aside:
        dialog.add(Card(Box(room.left, left.top, aside[0], left.height), "", aside[1], rises=False))
    if sheet.lines:
        _add_lines(host, dialog, left, sheet.lines, heights)
    turn = None if sheet.back is None else host.sheets.turn_over
    presses = [(button, lambda button=button: host.press(button.press)) for button in sheet.buttons]
    add_buttons(host, dialog, Box(room.left, room.bottom - foot, room.width, foot), presses, sheet.must_answer, turn)
    return dialog


def log_dialog(host: SheetHost, sheet: Sheet) -> Dialog:
    """The whole log, on a sheet as high as the window."""
    look = host.look
    dialog = Dialog(1400.0, 1000.0, sheet.title, picture=sheet.picture)
    room = under_head(look, dialog)
    foot = Button.natural(look, "A")[1]
    area = ScrollArea(Box(room.left, room.top, room.width, room.height - foot - 18), name="whole log")
    area.bleed = 0.0
    fill_log(look, area, sheet.lines, "body")
    dialog.add(area)
    add_buttons(host, dialog, Box(room.left, room.bottom - foot, room.width, foot), ())
    return dialog


def pressing(host: SheetHost, what: Press | None) -> Callable[[], None] | None:
    """What a widget calls when it is pressed; None when nothing is done."""
    return None if what is None else lambda: host.press(what)


def _add_lines(host: SheetHost, dialog: Dialog, box: Box, lines: Sequence[Line], heights: Sequence[float]) -> None:
    area = ScrollArea(box, sum(heights) + GAP * (len(lines) - 1), name="lines")
    area.bleed = 4.0
    top = float(box.top)
    for line, high in zip(lines, heights, strict=True):
        said = f"{line.value} {line.words}".strip()
        area.add(
            Card(Box(box.left, top, box.width, high), line.title, partial(draw_line, line=line), pressing(host, line.press), said=said)
        )
        top += high + GAP
    dialog.add(area)


def add_buttons(
    host: SheetHost,
    dialog: Widget,
    box: Box,
    presses: Sequence[tuple[blocks.Button, Callable[[], None]]],
    must_answer: bool = False,
    turn: Callable[[], None] | None = None,
) -> list[Button]:
    """Put buttons at the foot of a sheet, from the right; those that close it and `turn` it over stand at the left. Gives the former."""
    look, text = host.look, host.viewer.text
    others: list[tuple[str, str, str, Callable[[], None]]] = []
    if not must_answer:
        others.append((text("Close"), "close", "close sheet", host.close))
    if turn is not None:
        others.append((text("Turn over"), "swap", TURN, turn))
    wide = [Button.natural(look, button.words, button.picture)[0] for button, _ in presses]
    rooms = [Button.natural(look, words, picture)[0] for words, picture, _, _ in others]
    few = sum(wide) + sum(rooms) + 14 * (len(wide) + len(rooms)) > box.width and len(others) > 1
    if few:
        rooms = [box.height] * len(others)
    share = min(1.0, (box.width - sum(rooms) - 14 * (len(wide) + len(rooms))) / max(1.0, sum(wide)))
    left = box.left
    for (words, picture, name, do), room in zip(others, rooms, strict=True):
        where = Box(left, box.top, room, box.height)
        dialog.add(Button(where, words, do, style="plain", picture=picture, icon_only=few, name=name))
        left += room + 14
    right = float(box.right)
    made = []
    for (button, do), width in zip(reversed(presses), reversed(wide), strict=True):
        made.append(
            Button(
                Box(right - width * share, box.top, width * share, box.height),
                button.words,
                do,
                style=button.style,
                picture=button.picture,
                ink=button.ink,
                name=button.words,
                enabled=not button.why,
                why=button.why,
            )
        )
        right -= width * share + 14
    made.reverse()
    for one in made:
        dialog.add(one)
    return made


def draw_story(painter: Painter, box: Box, words: str, size: str) -> None:
    """Draw a few sentences, softly."""
    painter.paragraph(words, box, size, "ink_soft")

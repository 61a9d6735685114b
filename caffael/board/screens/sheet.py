"""Sheets, drawn: a heading, a story, lines with a picture, a value and a sentence each, buttons below; and the backs of cards."""

from collections.abc import Callable, Sequence
from functools import partial

from caffael.board.drawings.cards import draw_supplier
from caffael.board.drawings.flower import draw_flower
from caffael.board.drawings.scenery import SHAPE, draw_vignette
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.lines import draw_line, fill_log, line_height
from caffael.board.screens.sheet_stack import TURN, SheetHost
from caffael.board.widgets import Button, Card, Dialog, ScrollArea, Widget
from caffael.presentation import blocks
from caffael.presentation.blocks import Back, Line, Panel, Passage, Sheet
from caffael.presentation.press import Press

WIDTH = 1180.0
WIDTHS = {"council": 1480.0, "supplier": 1380.0, "labs": 1320.0}
"""Sheets that are wider than others."""
AIR = 44.0
GAP = 8.0
ART_WIDTH = 300.0
BACK_WIDTH = 1320.0
PANEL_AIR = 26.0
PANEL_GAP = 14.0
PICTURE = 40.0
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
            draw_supplier(painter.dense(unit), Box(box.left + 4, box.top + 4, 196 * unit, 260 * unit), face)

        return 204 * unit, draw_card
    return None


def sheet_dialog(host: SheetHost, sheet: Sheet) -> Dialog:
    """A sheet. A button that closes it is always there, unless it must be answered. With a back it can be turned over."""
    look = host.look
    if sheet.back is not None and (host.sheets.turned or sheet.back_alone):
        return back_dialog(host, sheet, sheet.back)
    if sheet.id == "log":
        return log_dialog(host, sheet)
    width = look.room_for(WIDTHS.get(sheet.id, WIDTH))
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
    head = Dialog(look.board, width, 400, sheet.title, line=sheet.line)
    above = head.inside.top - head.box.top + head_more(look, sheet.line)
    below = head.box.bottom - head.inside.bottom
    whole = min(look.highest, above + story_high + body + (18 if body else 0) + foot + below)
    dialog = Dialog(
        look.board, width, whole, sheet.title, line=sheet.line, picture=sheet.picture, ink=sheet.ink, must_answer=sheet.must_answer
    )
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
    dialog = Dialog(look.board, look.room_for(1400.0), look.highest, sheet.title, picture=sheet.picture)
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
        others.append((text("Turn over"), "turn", TURN, turn))
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


def size_of(passage: Passage) -> str:
    """How large a passage is written: a source is small print."""
    return "body" if passage.title else "tiny"


def passage_height(look: Look, passage: Passage, width: float) -> float:
    """How high a passage is at a width."""
    title = look.line_height("body") if passage.title else 0.0
    return title + look.words_height(passage.words, width - PICTURE - 18, size_of(passage)) + 12


class EntryPanel(Widget):
    """An entry on its piece of paper. It can have the focus, so that the keys can reach every line of a long back."""

    role = "text"
    can_focus = True

    def __init__(self, look: Look, box: Box, panel: Panel, titled: bool) -> None:
        super().__init__(box, panel.title, name=f"entry {panel.id}")
        self.panel = panel
        self.titled = titled
        self.box.height = self._height(look)

    @property
    def value(self) -> str:
        """All that it says."""
        return " ".join([*self.panel.opening.split("\n"), *(passage.words for passage in self.panel.passages)])

    def _height(self, look: Look) -> float:
        width = self.box.width - 2 * PANEL_AIR
        title = look.words_height(self.label, width, "heading", True) + 4 if self.titled else 0.0
        opening = look.words_height(self.panel.opening, width, "lead") + 16
        return 2 * PANEL_AIR - 14 + title + opening + sum(passage_height(look, passage, width) for passage in self.panel.passages)

    def draw(self, painter: Painter) -> None:
        """Draw the opening, then game and world below each other."""
        look, box = painter.look, self.box
        painter.rect(box, "paper_warm", "radius", "line", 1.5)
        left, top, width = box.left + PANEL_AIR, box.top + PANEL_AIR - 6, box.width - 2 * PANEL_AIR
        if self.titled:
            high = look.words_height(self.label, width, "heading", True)
            painter.paragraph(self.label, Box(left, top, width, high + 2), "heading", bold=True)
            top += high + 4
        high = look.words_height(self.panel.opening, width, "lead")
        painter.paragraph(self.panel.opening, Box(left, top, width, high + 2), "lead")
        top += high + 16
        for passage in self.panel.passages:
            high = passage_height(look, passage, width)
            _draw_passage(painter, Box(left, top, width, high), passage)
            top += high


def _draw_passage(painter: Painter, box: Box, passage: Passage) -> None:
    look, left = painter.look, box.left + PICTURE + 18
    top = float(box.top)
    if passage.picture:
        painter.icon(passage.picture, (box.left + PICTURE / 2, top + look.line_height("body") / 2 + 4), PICTURE, passage.ink)
    if passage.title:
        painter.words(passage.title, (left, top), "body", passage.ink, bold=True, width=box.right - left)
        top += look.line_height("body")
    ink = "ink" if passage.title else "ink_soft"
    painter.paragraph(passage.words, Box(left, top, box.right - left, box.bottom - top), size_of(passage), ink)


def back_dialog(host: SheetHost, sheet: Sheet, back: Back) -> Dialog:
    """The back of a sheet. One that has a front can be turned over to it."""
    look = host.look
    wide = look.room_for(BACK_WIDTH)
    head = Dialog(look.board, wide, 400, sheet.title, line=sheet.line, text_scale=look.text_scale)
    above, below = head.inside.top - head.box.top, head.box.bottom - head.inside.bottom
    foot = Button.natural(look, "A")[1]
    width = wide - (head.inside.left - head.box.left) * 2 - 14
    titled = len(back.panels) > 1 or any(panel.title != sheet.title for panel in back.panels)
    panels = [EntryPanel(look, Box(0, 0, width, 0), panel, titled) for panel in back.panels]
    source_high = look.words_height(back.source, width, "small") + 12 if back.source else 0.0
    body = sum(panel.box.height for panel in panels) + PANEL_GAP * (len(panels) - 1) + source_high
    high = min(look.highest, above + body + 24 + foot + below)
    dialog = Dialog(look.board, wide, high, sheet.title, line=sheet.line, picture=sheet.picture, ink=sheet.ink, text_scale=look.text_scale)
    room = dialog.inside
    area = ScrollArea(Box(room.left, room.top, room.width, room.height - foot - 20), body, name="back")
    area.bleed = 6.0
    top = room.top
    for panel in panels:
        panel.move(room.left - panel.box.left, top - panel.box.top)
        area.add(panel)
        top += panel.box.height + PANEL_GAP
    if back.source:
        area.add(SourceLine(Box(room.left, top - 2, width, source_high), back.source))
    dialog.add(area)
    turn = None if sheet.back_alone else host.sheets.turn_over
    add_buttons(host, dialog, Box(room.left, room.bottom - foot, room.width, foot), (), turn=turn)
    return dialog


class SourceLine(Widget):
    """Where the numbers of a card come from."""

    role = "text"
    can_focus = True

    def draw(self, painter: Painter) -> None:
        """Draw it small."""
        painter.paragraph(self.label, self.box, "small", "ink_soft")

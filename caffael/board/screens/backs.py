"""The backs of cards, drawn."""

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, Box
from caffael.board.screens.sheet_stack import TURN, SheetHost
from caffael.board.widgets import Button, Dialog, ScrollArea, Widget
from caffael.presentation.blocks import Back, Panel, Passage, Sheet

WIDTH = 1320.0
HIGHEST = HEIGHT - 60.0
AIR = 26.0
GAP = 14.0
PICTURE = 40.0


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
        width = self.box.width - 2 * AIR
        title = look.words_height(self.label, width, "heading", True) + 4 if self.titled else 0.0
        opening = look.words_height(self.panel.opening, width, "lead") + 16
        return 2 * AIR - 14 + title + opening + sum(passage_height(look, passage, width) for passage in self.panel.passages)

    def draw(self, painter: Painter) -> None:
        """Draw the opening, then game and world below each other."""
        look, box = painter.look, self.box
        painter.rect(box, "paper_warm", "radius", "line", 1.5)
        left, top, width = box.left + AIR, box.top + AIR - 6, box.width - 2 * AIR
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
    look, text = host.look, host.viewer.text
    head = Dialog(WIDTH, 400, sheet.title, line=sheet.line, text_scale=look.text_scale)
    above, below = head.inside.top - head.box.top, head.box.bottom - head.inside.bottom
    foot = Button.natural(look, "A")[1]
    width = WIDTH - (head.inside.left - head.box.left) * 2 - 14
    titled = len(back.panels) > 1 or any(panel.title != sheet.title for panel in back.panels)
    panels = [EntryPanel(look, Box(0, 0, width, 0), panel, titled) for panel in back.panels]
    source_high = look.words_height(back.source, width, "small") + 12 if back.source else 0.0
    body = sum(panel.box.height for panel in panels) + GAP * (len(panels) - 1) + source_high
    high = min(HIGHEST, above + body + 24 + foot + below)
    dialog = Dialog(WIDTH, high, sheet.title, line=sheet.line, picture=sheet.picture, ink=sheet.ink, text_scale=look.text_scale)
    room = dialog.inside
    area = ScrollArea(Box(room.left, room.top, room.width, room.height - foot - 20), body, name="back")
    area.bleed = 6.0
    top = room.top
    for panel in panels:
        panel.move(room.left - panel.box.left, top - panel.box.top)
        area.add(panel)
        top += panel.box.height + GAP
    if back.source:
        area.add(SourceLine(Box(room.left, top - 2, width, source_high), back.source))
    dialog.add(area)
    buttons = [(text("Close"), "close", "close sheet", host.close)]
    if not sheet.back_alone:
        buttons.append((text("Turn over"), "swap", TURN, host.sheets.turn_over))
    left = room.left
    for words, icon, name, press in buttons:
        wide = Button.natural(look, words, icon)[0]
        dialog.add(Button(Box(left, room.bottom - foot, wide, foot), words, press, style="plain", picture=icon, name=name))
        left += wide + 14
    return dialog


class SourceLine(Widget):
    """Where the numbers of a card come from."""

    role = "text"
    can_focus = True

    def draw(self, painter: Painter) -> None:
        """Draw it small."""
        painter.paragraph(self.label, self.box, "small", "ink_soft")

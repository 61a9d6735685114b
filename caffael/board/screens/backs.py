"""The backs of cards: what a thing of the table is, what it does in the game, and what it is in the real world, from the handbook."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, Box
from caffael.board.theme import Ink
from caffael.board.widgets import Button, Dialog, ScrollArea, Widget
from caffael.words.handbook import Entry
from caffael.words.language import USUAL

if TYPE_CHECKING:
    from caffael.board.game import Session

TURN = "turn over"
"""The name of the button that turns a sheet over. A sheet without it has no other side."""
WIDTH = 1320.0
HIGHEST = HEIGHT - 60.0
AIR = 26.0
GAP = 14.0
PICTURE = 40.0
GAME_PICTURE = "play"
WORLD_PICTURE = "map"


@dataclass(frozen=True, slots=True)
class Back:
    """What stands on the back of a card: entries of the handbook, and where the numbers of the card itself come from."""

    entries: tuple[Entry, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A few sentences under a picture and a bold word or two."""

    picture: str
    ink: Ink
    title: str
    words: str
    size: str = "body"


def passages(session: "Session", entry: Entry) -> list[Passage]:
    """The parts of an entry. Children are spared its sources."""
    found = [
        Passage(GAME_PICTURE, "accent", session.text("In the game"), entry.game),
        Passage(WORLD_PICTURE, "good", session.text("In the real world"), entry.world),
    ]
    if session.language.edition == USUAL:
        found.append(Passage("", "ink_soft", "", session.text("Source: {source}", source=entry.source), "tiny"))
    return found


def passage_height(look: Look, passage: Passage, width: float) -> float:
    """How high a passage is at a width."""
    title = look.line_height("body") if passage.title else 0.0
    return title + look.words_height(passage.words, width - PICTURE - 18, passage.size) + 12


class EntryPanel(Widget):
    """An entry on its piece of paper. It can have the focus, so that the keys can reach every line of a long back."""

    role = "text"
    can_focus = True

    def __init__(self, session: "Session", box: Box, entry: Entry, titled: bool) -> None:
        super().__init__(box, entry.title, name=f"entry {entry.key}")
        self.entry = entry
        self.titled = titled
        self.parts = passages(session, entry)
        self.box.height = self._height(session.app.look)

    @property
    def value(self) -> str:
        """All that it says."""
        return " ".join([self.entry.line, *self.entry.levels, *(part.words for part in self.parts)])

    def _opening(self) -> str:
        return "\n".join((self.entry.line, *self.entry.levels))

    def _height(self, look: Look) -> float:
        width = self.box.width - 2 * AIR
        title = look.words_height(self.label, width, "heading", True) + 4 if self.titled else 0.0
        opening = look.words_height(self._opening(), width, "lead") + 16
        return 2 * AIR - 14 + title + opening + sum(passage_height(look, part, width) for part in self.parts)

    def draw(self, painter: Painter) -> None:
        """Draw the opening, then game and world below each other."""
        look, box = painter.look, self.box
        painter.rect(box, "paper_warm", "radius", "line", 1.5)
        left, top, width = box.left + AIR, box.top + AIR - 6, box.width - 2 * AIR
        if self.titled:
            high = look.words_height(self.label, width, "heading", True)
            painter.paragraph(self.label, Box(left, top, width, high + 2), "heading", bold=True)
            top += high + 4
        high = look.words_height(self._opening(), width, "lead")
        painter.paragraph(self._opening(), Box(left, top, width, high + 2), "lead")
        top += high + 16
        for part in self.parts:
            self._passage(painter, Box(left, top, width, passage_height(look, part, width)), part)
            top += passage_height(look, part, width)

    def _passage(self, painter: Painter, box: Box, part: Passage) -> None:
        look, left = painter.look, box.left + PICTURE + 18
        top = float(box.top)
        if part.picture:
            painter.icon(part.picture, (box.left + PICTURE / 2, top + look.line_height("body") / 2 + 4), PICTURE, part.ink)
        if part.title:
            painter.words(part.title, (left, top), "body", part.ink, bold=True, width=box.right - left)
            top += look.line_height("body")
        painter.paragraph(part.words, Box(left, top, box.right - left, box.bottom - top), part.size, "ink" if part.title else "ink_soft")


def back_sheet(
    session: "Session",
    title: str,
    back: Back,
    close: Callable[[], None],
    *,
    line: str = "",
    picture: str = "",
    ink: Ink = "accent",
    turn: Callable[[], None] | None = None,
) -> Dialog:
    """The back of a card as a sheet; `turn` shows its front again, where it has one."""
    look = session.app.look
    head = Dialog(WIDTH, 400, title, line=line, text_scale=look.text_scale)
    above, below = head.inside.top - head.box.top, head.box.bottom - head.inside.bottom
    foot = Button.natural(look, "A")[1]
    width = WIDTH - (head.inside.left - head.box.left) * 2 - 14
    titled = len(back.entries) > 1 or any(entry.title != title for entry in back.entries)
    panels = [EntryPanel(session, Box(0, 0, width, 0), entry, titled) for entry in back.entries]
    source = session.text("Where the numbers of this card come from: {source}", source=back.source) if back.source else ""
    source_high = look.words_height(source, width, "small") + 12 if source else 0.0
    body = sum(panel.box.height for panel in panels) + GAP * (len(panels) - 1) + source_high
    dialog = Dialog(
        WIDTH, min(HIGHEST, above + body + 24 + foot + below), title, line=line, picture=picture, ink=ink, text_scale=look.text_scale
    )
    room = dialog.inside
    area = ScrollArea(Box(room.left, room.top, room.width, room.height - foot - 20), body, name="back")
    area.bleed = 6.0
    top = room.top
    for panel in panels:
        panel.move(room.left - panel.box.left, top - panel.box.top)
        area.add(panel)
        top += panel.box.height + GAP
    if source:
        area.add(SourceLine(Box(room.left, top - 2, width, source_high), source))
    dialog.add(area)
    buttons: list[tuple[str, str, str, Callable[[], None]]] = [(session.text("Close"), "close", "close sheet", close)]
    if turn is not None:
        buttons.append((session.text("Turn over"), "swap", TURN, turn))
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

"""What is wrong with a pack: every fault with its file, row and column, what stands there, and how to mend it."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pygame

from caffael.authoring.own.places import own_folder
from caffael.board.drawings import chip_size, draw_chip
from caffael.board.game import Session
from caffael.board.opening import show_on_shelf
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.title_bar import Page
from caffael.board.widgets import Button, Card, Heading, ScrollArea, Words
from caffael.presentation.screens import ScreenId
from caffael.scenario import Fault, PackError, load_pack

AIR = 20.0
GAP = 10.0
LIST_FILE = "faults.txt"
TOML = ".toml"
LONGEST = 60
"""Letters of a value that are shown."""


@dataclass(frozen=True, slots=True)
class FaultFace:
    """A fault as its card shows it: chips for row, column and value, and the sentence."""

    chips: tuple[tuple[str, str], ...]
    sentence: str
    grave: bool


class FaultsScreen(Page):
    """The list can be read again after the files were mended, and be copied for somebody else. Warnings only ask for a second thought."""

    id = ScreenId.FAULTS

    def __init__(self, session: Session, path: Path, faults: tuple[Fault, ...], warnings: tuple[Fault, ...] = ()) -> None:
        super().__init__(session)
        self.path = path
        self.faults = faults
        self.warnings = warnings
        self._area: ScrollArea | None = None

    def title(self) -> str:
        """What is listed."""
        if self.faults:
            return self.session.text("What is wrong with “{name}”", name=self.path.name)
        return self.session.text("To think about in “{name}”", name=self.path.name)

    def foot(self) -> list[Button]:
        """Copy the list, or read the files again."""
        session = self.session
        return [
            self.button(session.text("Copy the list"), self.copy, "copy"),
            self.button(session.text("Read again"), self.read_again, "redo", True),
        ]

    def fill(self) -> None:
        """Place what is said above the list, and the cards by file."""
        body, look, session = self.body, self.look, self.session
        if self.faults:
            count = session.plural("{n} thing has to be mended.", "{n} things have to be mended.", len(self.faults))
            words = (
                f"{count} {session.text('Mend the files in a spreadsheet or a text editor, save them there, then read them again here.')}"
            )
        else:
            words = session.text("The game can be played as it is. These things may be worth a second look.")
        high = look.words_height(words, body.width - 20, "lead")
        self.into.add(Words(Box(body.left + 8, body.top, body.width - 20, high + 2), words, size="lead"))
        scrolled = self._area.scrolled if self._area is not None else 0.0
        self._area = area = self.into.add(ScrollArea(Box(body.left, body.top + high + 16, body.width - 12, body.height - high - 16)))
        top = area.box.top + 4
        for faults, grave in ((self.faults, True), (self.warnings, False)):
            for file in dict.fromkeys(fault.file for fault in faults):
                name = file or session.text("The pack")
                line = look.line_height("heading")
                area.add(Heading(Box(area.box.left + 8, top + 8, area.box.width - 24, line), name, ink="bad" if grave else "accent"))
                top += line + 16
                for fault in [fault for fault in faults if fault.file == file]:
                    top = self._card(area, Box(area.box.left + 4, top, area.box.width - 24, 0), self._face(fault, grave))
        area.extent = top - area.box.top + 8
        area.scroll_to(scrolled)

    def _face(self, fault: Fault, grave: bool) -> FaultFace:
        session = self.session
        chips: list[tuple[str, str]] = []
        if fault.row is not None:
            where = session.text("line {n}", n=fault.row) if fault.file.endswith(TOML) else session.text("row {n}", n=fault.row)
            chips.append((where, "log"))
        if fault.column is not None:
            chips.append((fault.column, "pencil"))
        if fault.value:
            value = fault.value if len(fault.value) <= LONGEST else f"{fault.value[:LONGEST]}…"
            chips.append((session.text("there stands: {value}", value=value), ""))
        return FaultFace(tuple(chips), fault.message, grave)

    def _card(self, area: ScrollArea, box: Box, face: FaultFace) -> float:
        look = self.look
        wide = box.width - 2 * AIR - 16
        chips = chip_size(look, "1")[1] + 8 if face.chips else 0.0
        box.height = 2 * AIR - 6 + chips + look.words_height(face.sentence, wide, "body")
        said = ", ".join(words for words, _ in face.chips)
        card = Card(box, face.sentence, lambda painter, at: draw_fault(painter, at, face), said=said, rises=False)
        card.can_focus = True  # so that keys can go down the list
        area.add(card)
        return float(box.bottom + GAP)

    # What is pressed

    def read_again(self) -> None:
        """Read the files again: on to the shelf when nothing is wrong any more, else the new list."""
        session = self.session
        try:
            pack = load_pack(self.path)
        except PackError as error:
            before, self.faults, self.warnings = len(self.faults), tuple(error.faults), ()
            self.rebuild()
            if len(self.faults) < before:
                self.app.say(session.text("Better already. This is what is left."))
            else:
                self.app.say(session.text("There are still faults."))
            return
        if self.faults:
            show_on_shelf(session, self.path)
            self.app.say(session.text("Everything is right now. The game can be played."))
            return
        self.warnings = tuple(pack.warnings)
        self.rebuild()
        if not self.warnings:
            self.app.say(session.text("There is nothing left to think about."))

    def text(self) -> str:
        """The list as plain text."""
        return "\n".join([str(self.path), "", *(str(fault) for fault in (*self.faults, *self.warnings))]) + "\n"

    def copy(self) -> None:
        """Put the list on the clipboard; where there is none, into a file."""
        session = self.session
        with suppress(pygame.error):
            pygame.scrap.put_text(self.text())
            if pygame.scrap.has_text():
                self.app.say(session.text("The list is on the clipboard; it can be pasted into a letter."))
                return
        file = own_folder() / LIST_FILE
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self.text(), encoding="utf-8")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.app.say(session.text("That can't be written on this computer: {reason}", reason=reason), 10)
            return
        self.app.say(session.text("The list is written to {path}", path=str(file)), 10)


def draw_fault(painter: Painter, box: Box, face: FaultFace) -> None:
    """Draw a fault."""
    painter.card(box, edge="bad" if face.grave else "warn")
    left, top = box.left + AIR + 10, box.top + AIR - 4
    wide = box.width - 2 * AIR - 16
    room = box.right - AIR
    high = 0.0
    for place, (words, picture) in enumerate(face.chips):
        if left + chip_size(painter.look, words, picture)[0] > room and place:
            break
        chip = draw_chip(painter, (left, top), words, picture)
        left, high = chip.right + 8, chip.height + 8
    painter.paragraph(face.sentence, Box(box.left + AIR + 10, top + high, wide, box.bottom - top - high - 8), "body")

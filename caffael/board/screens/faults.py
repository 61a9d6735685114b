"""What is wrong with a pack: every fault with its file, row and column, what stands there, and how to mend it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pygame

from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.incoming_packs import show_on_shelf
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.title_bar import Page
from caffael.board.session import Session
from caffael.board.widgets import Card, Heading, ScrollArea, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Group, Text
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.faults import faults_page, faults_text
from caffael.saves import own_folder
from caffael.scenario import Fault, PackError, load_pack

AIR = 20.0
GAP = 10.0
LIST_FILE = "faults.txt"


class FaultsScreen(Page):
    """The list can be read again after the files were mended, and be copied for somebody else. Warnings only ask for a second thought."""

    id = ScreenId.FAULTS

    def __init__(self, session: Session, path: Path, faults: tuple[Fault, ...], warnings: tuple[Fault, ...] = ()) -> None:
        super().__init__(session)
        self.path = path
        self.faults = faults
        self.warnings = warnings

    def tell(self) -> blocks.Page:
        """The list."""
        return faults_page(self.session.language, self.path.name, self.faults, self.warnings, copied=self.app.machine.opens_copies)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Copying the list, and reading the files again."""
        return {"copy": self.copy, "read": self.read_again}

    def fill(self) -> None:
        """Place what is said above the list, and the cards by file."""
        body, look, words = self.body, self.look, self.told.line
        high = look.words_height(words, body.width - 20, "lead")
        self.into.add(Words(Box(body.left + 8, body.top, body.width - 20, high + 2), words, size="lead"))
        self.area = area = self.into.add(ScrollArea(Box(body.left, body.top + high + 16, body.width - 12, body.height - high - 16)))
        top = area.box.top + 4
        for group in [block for block in self.told.blocks if isinstance(block, Group)]:
            faults = [fault for fault in group.blocks if isinstance(fault, Text)]
            line = look.line_height("heading")
            ink = "bad" if faults[0].tone == "bad" else "accent"
            area.add(Heading(Box(area.box.left + 8, top + 8, area.box.width - 24, line), group.title, ink=ink))
            top += line + 16
            for fault in faults:
                top = self._card(area, Box(area.box.left + 4, top, area.box.width - 24, 0), fault)
        area.extent = top - area.box.top + 8

    def _card(self, area: ScrollArea, box: Box, fault: Text) -> float:
        look = self.look
        wide = box.width - 2 * AIR - 16
        chips = chip_size(look, "1")[1] + 8 if fault.chips else 0.0
        box.height = 2 * AIR - 6 + chips + look.words_height(fault.words, wide, "body")
        said = ", ".join(chip.words for chip in fault.chips)
        card = Card(box, fault.words, lambda painter, at: draw_fault(painter, at, fault), said=said, rises=False)
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
            self.report("fewer faults" if len(self.faults) < before else "still faults")
            return
        if self.faults:
            show_on_shelf(session, self.path)
            self.report("no faults")
            return
        self.warnings = tuple(pack.warnings)
        self.rebuild()
        if not self.warnings:
            self.report("no doubts")

    def text(self) -> str:
        """The list as plain text, in the language of the board."""
        return faults_text(self.session.language, str(self.path), (*self.faults, *self.warnings))

    def copy(self) -> None:
        """Put the list on the clipboard; where there is none, into a file."""
        with suppress(pygame.error):
            pygame.scrap.put_text(self.text())
            if pygame.scrap.has_text():
                self.report("copied")
                return
        file = own_folder() / LIST_FILE
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self.text(), encoding="utf-8")
        except OSError as error:
            self.failed(error)
            return
        self.report("list written", path=str(file), seconds=10)


def draw_fault(painter: Painter, box: Box, fault: Text) -> None:
    """Draw a fault: chips for row, column and value, and the sentence."""
    painter.card(box, edge=fault.tone)
    left, top = box.left + AIR + 10, box.top + AIR - 4
    wide = box.width - 2 * AIR - 16
    room = box.right - AIR
    high = 0.0
    for place, chip in enumerate(fault.chips):
        if left + chip_size(painter.look, chip.words, chip.picture)[0] > room and place:
            break
        drawn = draw_chip(painter, (left, top), chip.words, chip.picture)
        left, high = drawn.right + 8, drawn.height + 8
    painter.paragraph(fault.words, Box(box.left + AIR + 10, top + high, wide, box.bottom - top - high - 8), "body")

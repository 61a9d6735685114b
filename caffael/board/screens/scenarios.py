"""The shelf: choosing a game, and how many years it is played; beside it what there is to know of the chosen one."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from caffael.authoring.own.entries import Entry, pack_at, shelf
from caffael.authoring.own.on_disk import bring_back, keep_pack, put_away
from caffael.board.drawings.cards import SHAPE, draw_front, draw_shelf_card, shelf_card_height
from caffael.board.drawings.scenery import hills
from caffael.board.given_file import give_pack
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.rows import Change, button, control
from caffael.board.screens.title_bar import Page, question
from caffael.board.session import Session
from caffael.board.widgets import Card, Heading, ScrollArea, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Group, Text
from caffael.presentation.faces import ShelfFace
from caffael.presentation.rows import OneOf, Option
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.shelf import delete_question, scenarios_page, shelf_face
from caffael.saves import own_folder
from caffael.scenario import STANDARD, PackError, PackInfo, load_pack

GAP = 26.0
PLANK = 16.0
PANEL = 500.0
MOST_PANEL = 0.46
"""The sheet about a game takes no more than this share of a tall board."""
CARD = 320.0
"""How wide a card on the shelf wants to be."""
HALVES = 800.0
"""A sheet as wide as this has its text at the left and what is pressed at the right."""
INSET = 28.0
LOW = 14.0
EDGE = 12.0
INKS = {"soft": "ink_soft", "accent": "accent", "bad": "bad"}


class Shelves(ScrollArea):
    """Boards of wood with the cards standing on them; `planks` are the heights of the boards."""

    def __init__(self, box: Box) -> None:
        super().__init__(box, name="shelf")
        self.planks: list[float] = []

    def draw(self, painter: Painter) -> None:
        """Draw the boards."""
        for plank in self.planks:
            top = plank - self.scrolled
            if self.box.top - PLANK < top < self.box.bottom:
                painter.wood(Box(self.box.left - 8, top, self.box.width, PLANK), 5)


class ScenariosScreen(Page):
    """Every game as a card, the easiest first, one with faults last. Beside them what there is to know and to do about the chosen one."""

    id = ScreenId.SCENARIOS

    def __init__(self, session: Session, chosen: Path | None = None) -> None:
        super().__init__(session)
        self.entries: list[Entry] = []
        self.chosen = -1
        self.years = 0
        self.asked = chosen is not None  # one was asked for; else the shelf is seen from its beginning
        self.away: tuple[Path, Path] | None = None  # what was deleted last: where it lies, and where it was
        self.refill(chosen)

    # What is chosen

    @property
    def entry(self) -> Entry | None:
        """What is chosen on the shelf."""
        return self.entries[self.chosen] if self.chosen >= 0 else None

    @property
    def info(self) -> PackInfo | None:
        """The scenario that is chosen."""
        return self.entry.info if self.entry else None

    def refill(self, chosen: Path | None = None) -> None:
        """Look again what stands on the shelf, and choose a pack of it."""
        self.entries = shelf(self.session.opened)
        good = [entry for entry in self.entries if not entry.faults]
        wanted = [entry for entry in self.entries if chosen is not None and entry.path.resolve() == chosen.resolve()]
        usual = [entry for entry in good if entry.info.id == STANDARD]
        first = next(iter([*wanted, *usual, *good]), None)
        self._take(self.entries.index(first) if first else -1)

    def _take(self, place: int) -> None:
        self.chosen = place
        if place >= 0:
            entry = self.entries[place]
            entry.look()
            self.years = entry.info.years

    def choose(self, place: int) -> None:
        """Choose a scenario, in its usual years."""
        self.asked = True
        if place != self.chosen:
            self._take(place)
        self.rebuild()

    def choose_path(self, path: Path) -> None:
        """Choose the pack of a path, and look again what there is."""
        self.asked = True
        self.refill(path)
        self.rebuild()
        if self.tree.focused is None and self.entry is not None:
            self.tree.focus(self.tree.find(shelf_face(self.session.language, self.entry).id), quiet=True)

    def choose_named(self, name: str) -> str:
        """Choose a scenario by its id or the path it lies at; say why it can't be, else nothing."""
        try:
            load_pack(name)
        except PackError as fault:
            return fault.said(self.session.language)
        path = next((entry.path for entry in self.entries if entry.info.id == name and not entry.own), None)
        if path is None:
            path = pack_at(Path(name)) or Path(name)
            self.session.opened.append(path)
        self.choose_path(path)
        return ""

    def choose_years(self, years: int) -> bool:
        """Choose how many years; say whether the scenario is offered for them."""
        info = self.info
        if info is None or years not in info.years_offered:
            return False
        self.years = years
        self.rebuild()
        return True

    # The page

    def tell(self) -> blocks.Page:
        """The games and what there is to know of the chosen one."""
        return scenarios_page(self.session.language, self.entries, self.chosen, self.years, self.away is not None)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """What can be done with the chosen game."""
        return {
            "teams": self.go_on,
            "see": self.see_faults,
            "keep": self.keep,
            "change": self.change,
            "print": self.print,
            "file": self.give,
            "delete": self.ask_delete,
            "undo": self.undo_delete,
        }

    def draw(self, painter: Painter) -> None:
        """Draw the hills at the foot, and the sheet beside the shelf."""
        painter.scene("hills", hills(painter.look.board))
        faulty = self.entry is not None and bool(self.entry.faults)
        painter.card(self._sheet, "paper", "radius_large", "bad" if faulty else "accent", "top", EDGE)

    def fill(self) -> None:
        """Place the cards, and the sheet about the chosen one at the right."""
        look, body = self.look, self.body
        cards, about, offers = (block for block in self.told.blocks if isinstance(block, Group))
        entry = self.entry
        picture = entry.info.picture if entry is not None and not entry.faults else ""
        panel, self._sheet = self._panel(Box(body), about, offers, picture)
        whole = body.height - (self._sheet.height + 24 if look.tall else 0)
        area = Shelves(Box(body.left, body.top, body.width if look.tall else self._sheet.left - body.left - 44, whole))
        self.area = self.into.add(area)
        columns = look.columns(area.box.width - 24, CARD, 3, GAP)
        wide = (area.box.width - GAP * (columns - 1) - 24) / columns
        top = area.box.top + 8
        faces = [face for face in cards.blocks if isinstance(face, ShelfFace)]
        for first in range(0, len(faces), columns):
            row = faces[first : first + columns]
            high = max(shelf_card_height(look, face, wide) for face in row)
            for column, face in enumerate(row):
                area.add(self._card(Box(area.box.left + 6 + column * (wide + GAP), top, wide, high), first + column, face))
            area.planks.append(top + high + 4)
            top += high + PLANK + GAP
        area.extent = top - area.box.top
        self.into.add(panel)

    def _panel(self, body: Box, about: Group, offers: Group, picture: str) -> tuple[ScrollArea, Box]:
        """The sheet about the chosen game, and where it lies: at the right, on a tall board at the foot, no higher than it needs to be."""
        look = self.look
        wide = body.width if look.tall else PANEL + 150 * (look.text_scale - 1)
        high = body.height * (MOST_PANEL if look.tall else 1)
        sheet = Box(body.right - wide, body.bottom - high, wide, high)
        panel = panel_area(sheet)
        fill_panel(panel, look, about, offers, picture, self._set_years, self.do)
        spare = panel.box.height - panel.extent
        if look.tall and spare > 0:
            panel.move(0, spare)
            panel.box.height -= spare
            sheet = Box(sheet.left, sheet.top + spare, wide, high - spare)
        return panel, sheet

    def shown(self) -> None:
        """Bring a card that was asked for into sight; else the first game is seen, with the others that have room."""
        if self.asked and self.area is not None and self.entry is not None:
            self.area.reveal(self.tree.find(shelf_face(self.session.language, self.entry).id))

    def _card(self, box: Box, place: int, face: ShelfFace) -> Card:
        return Card(
            box,
            face.title,
            lambda painter, at: painter.cached(("shelf card", face), at, lambda inner, where: draw_shelf_card(inner, where, face)),
            lambda: self.choose(place),
            said=face.said,
            chosen=place == self.chosen,
            radius="radius_large",
            name=face.id,
        )

    # What is pressed

    def _set_years(self, row: str, years: str) -> None:
        del row
        self.years = int(years)

    def go_on(self) -> None:
        """Load the scenario and go on to the teams."""
        self._show_with_pack(ScreenId.SEATS)

    def print(self) -> None:
        """Load the scenario and go on to what is printed of it."""
        self._show_with_pack(ScreenId.PAPER)

    def _show_with_pack(self, page: ScreenId) -> None:
        if self.entry is None:
            return
        try:
            pack = load_pack(self.entry.path, self.years)
        except PackError as fault:
            self.session.show(ScreenId.FAULTS, self.entry.path, tuple(fault.faults))
            return
        self.session.show(page, pack)

    def see_faults(self) -> None:
        """Show the list of what is wrong, or of what to think about."""
        entry = self.entry
        if entry is not None:
            self.session.show(ScreenId.FAULTS, entry.path, entry.faults, entry.warnings)

    def change(self) -> None:
        """Open the editor."""
        entry = self.entry
        if entry is not None:
            self.session.show(ScreenId.EDITOR, entry.path, entry.own, entry.info.title)

    def keep(self) -> None:
        """Copy a pack that was opened from elsewhere into the folder of the user's own packs."""
        entry = self.entry
        if entry is None:
            return
        try:
            kept = keep_pack(entry.path, own_folder())
        except PackError as error:
            fault = error.faults[0].said(self.session.language)
            self.report("not alone", fault=fault, seconds=10)
            return
        except OSError as error:
            self.failed(error)
            return
        self.session.opened = [path for path in self.session.opened if path != entry.path]
        self.choose_path(kept)
        self.report("kept")

    def give(self) -> None:
        """Give a pack of one's own as a file."""
        if self.entry is not None:
            give_pack(self.session, self.entry.path)

    def ask_delete(self) -> None:
        """Ask before a pack is deleted."""
        self.ask(lambda: question(self.session, delete_question(self.session.language, self._title()), self.delete))

    def delete(self) -> None:
        """Take the pack from the shelf; it can be brought back."""
        entry, title = self.entry, self._title()
        self.tree.close()
        if entry is None:
            return
        try:
            self.away = (put_away(entry.path), entry.path)
        except OSError as error:
            self.failed(error)
            return
        self.refill()
        self.rebuild()
        self.report("deleted", title=title)

    def undo_delete(self) -> None:
        """Bring back what was deleted last."""
        if self.away is None:
            return
        lies, path = self.away
        try:
            bring_back(lies, path)
        except OSError as error:
            self.failed(error)
            return
        self.away = None
        self.choose_path(path)

    def _title(self) -> str:
        return self.entry.info.title(self.session.language.code) if self.entry else ""


def panel_area(box: Box) -> ScrollArea:
    """The part of the sheet in which its widgets stand; it scrolls where letters are large."""
    area = ScrollArea(Box(box.left + INSET, box.top + EDGE + 14, box.width - 2 * INSET, box.height - EDGE - 28), name="panel")
    area.bleed = 10.0
    return area


def fill_panel(
    area: ScrollArea, look: Look, about: Group, offers: Group, picture: str, change: Change, press: Callable[[blocks.Button], None]
) -> None:
    """Put what there is to know of a game and its buttons into the sheet; `picture` is that of the game, empty for one with faults."""
    left, top, wide = area.box.left, area.box.top, area.box.width - 8
    halves = wide >= HALVES
    if halves:
        wide = (wide - 2 * INSET) / 2
    if picture:
        front = lambda painter, at: draw_front(painter, at, picture)  # noqa: E731
        seen = wide * (0.6 if halves else 1)
        card = area.add(Card(Box(left, top, seen, seen * SHAPE), about.title, front, rises=False, name="front"))
        top = card.box.bottom + 16
    if about.title:
        high = look.words_height(about.title, wide, "heading", True)
        area.add(Heading(Box(left, top, wide, high + 2), about.title))
        top += high + 8
    for text in [block for block in about.blocks if isinstance(block, Text)]:
        bold = text.tone == "accent"
        high = look.words_height(text.words, wide, "body", bold)
        area.add(Words(Box(left, top, wide, high + 2), text.words, ink=INKS[text.tone], bold=bold))
        top += high + 8
    foot = top
    top += 8 if about.title else 0
    if halves:
        left, top = left + wide + 2 * INSET, area.box.top
    for row in [block for block in about.blocks if isinstance(block, OneOf)]:
        line = look.line_height("body")
        area.add(Words(Box(left, top, wide, line), row.words, bold=True))
        fits = max(look.words_width(option.label, "body", True) for option in row.options) + 24 <= (wide - 14) / len(row.options)
        short = row if fits else OneOf(row.id, row.words, tuple(Option(one.key, one.key) for one in row.options), row.chosen)
        at = Box(left + 2, top + line + 8, wide - 4, max(look.measure("target"), line + 22))
        area.add(control(short, at, change))
        top = at.bottom + 24
    least = max(look.measure("target"), look.line_height("body") + 24)
    for one in [block for block in offers.blocks if isinstance(block, blocks.Button)]:
        high = max(least, look.words_height(one.words, wide - 110, "body", True) + 26)
        area.add(button(one, Box(left + 2, top, wide - 4, high), partial(press, one), size="body", named=False))
        top += high + LOW
    area.extent = max(top, foot) - area.box.top + 4

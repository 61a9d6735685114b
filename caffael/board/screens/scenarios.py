"""The shelf: choosing a game, and how many years it is played."""

from collections.abc import Callable, Mapping
from pathlib import Path

from caffael.authoring.own.entries import Entry, shelf
from caffael.authoring.own.keeping import bring_back, keep_pack, put_away
from caffael.authoring.own.places import own_folder, pack_at
from caffael.board.drawings import draw_shelf_card, shelf_card_height
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, WIDTH, Box
from caffael.board.screens.scenario_panel import EDGE, fill_panel, panel_area
from caffael.board.screens.title_bar import Page, question
from caffael.board.session import Session
from caffael.board.widgets import Card, ScrollArea
from caffael.presentation import blocks
from caffael.presentation.blocks import Group
from caffael.presentation.faces import ShelfFace
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.shelf import delete_question, scenarios_page, shelf_face
from caffael.scenario import PackError, PackInfo, load_pack

HILLS = Box(0, HEIGHT - 420, WIDTH, 420)
USUAL = "smarter-spending"
GAP = 26.0
PLANK = 16.0
PANEL = 500.0


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
        self.scrolled = 0.0
        self._area: Shelves | None = None
        self._sheet = Box(0, 0, 0, 0)
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
        usual = [entry for entry in good if entry.info.id == USUAL]
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
        if place != self.chosen:
            self._take(place)
        self.rebuild()

    def choose_path(self, path: Path) -> None:
        """Choose the pack of a path, and look again what there is."""
        self.refill(path)
        self.rebuild()
        if self.tree.focused is None and self.entry is not None:
            self.tree.focus(self.tree.find(shelf_face(self.session.language, self.entry).id), quiet=True)

    def choose_named(self, name: str) -> str:
        """Choose a scenario by its id or the path it lies at; say why it can't be, else nothing."""
        try:
            load_pack(name)
        except PackError as fault:
            return "\n".join(str(one) for one in fault.faults)
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
            "delete": self.ask_delete,
            "undo": self.undo_delete,
        }

    def draw(self, painter: Painter) -> None:
        """Draw the hills at the foot, and the sheet beside the shelf."""
        painter.scene("hills", HILLS)
        faulty = self.entry is not None and bool(self.entry.faults)
        painter.card(self._sheet, "paper", "radius_large", "bad" if faulty else "accent", "top", EDGE)

    def fill(self) -> None:
        """Place the cards, and the sheet about the chosen one at the right."""
        look, body = self.look, self.body
        wide_panel = PANEL + 150 * (look.text_scale - 1)
        if self._area is not None:
            self.scrolled = self._area.scrolled
        area = Shelves(Box(body.left, body.top, body.width - wide_panel - 44, body.height))
        self._area = self.into.add(area)
        columns = 3 if look.text_scale < 1.2 else 2
        wide = (area.box.width - GAP * (columns - 1) - 24) / columns
        top = area.box.top + 8
        cards, about, offers = (block for block in self.told.blocks if isinstance(block, Group))
        faces = [face for face in cards.blocks if isinstance(face, ShelfFace)]
        for first in range(0, len(faces), columns):
            row = faces[first : first + columns]
            high = max(shelf_card_height(look, face, wide) for face in row)
            for column, face in enumerate(row):
                area.add(self._card(Box(area.box.left + 6 + column * (wide + GAP), top, wide, high), first + column, face))
            area.planks.append(top + high + 4)
            top += high + PLANK + GAP
        area.extent = top - area.box.top
        area.scroll_to(self.scrolled)
        self._sheet = Box(body.right - wide_panel, body.top, wide_panel, body.height)
        entry = self.entry
        picture = entry.info.picture if entry is not None and not entry.faults else ""
        fill_panel(self.into.add(panel_area(self._sheet)), look, about, offers, picture, self._set_years, self.do)

    def shown(self) -> None:
        """Bring the chosen card into sight."""
        if self._area is not None and self.entry is not None:
            self._area.reveal(self.tree.find(shelf_face(self.session.language, self.entry).id))

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
        if self.entry is None:
            return
        try:
            pack = load_pack(self.entry.path, self.years)
        except PackError as fault:
            self.session.show(ScreenId.FAULTS, self.entry.path, tuple(fault.faults))
            return
        self.session.show(ScreenId.SEATS, pack)

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
            fault = str(error.faults[0])
            self.report("not alone", fault=fault, seconds=10)
            return
        except OSError as error:
            self.failed(error)
            return
        self.session.opened = [path for path in self.session.opened if path != entry.path]
        self.choose_path(kept)
        self.report("kept")

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

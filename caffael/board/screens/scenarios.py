"""The shelf: choosing a game, and how many years it is played."""

from pathlib import Path

from caffael.authoring.own.entries import Entry, shelf
from caffael.authoring.own.places import pack_at
from caffael.board.drawings import ShelfFace, draw_shelf_card, shelf_card_height
from caffael.board.game import Session
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, WIDTH, Box
from caffael.board.screens.scenario_panel import ScenarioPanel
from caffael.board.screens.title_bar import Page
from caffael.board.widgets import Button, Card, ScrollArea
from caffael.presentation.screens import ScreenId
from caffael.scenario import PackError, PackInfo, load_pack

HILLS = Box(0, HEIGHT - 420, WIDTH, 420)
USUAL = "smarter-spending"
LEVELS = 5
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
        self.panel = ScenarioPanel(self)
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
            self.tree.focus(self.tree.find(self._name(self.entry)), quiet=True)

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

    def title(self) -> str:
        """What is asked for here."""
        return self.session.text("Choose a scenario")

    def draw(self, painter: Painter) -> None:
        """Draw the hills at the foot, and the sheet beside the shelf."""
        painter.scene("hills", HILLS)
        self.panel.draw(painter)

    def foot(self) -> list[Button]:
        """Another pack from a file, or on to the teams."""
        session = self.session
        why = ""
        if self.entry is None:
            why = session.text("There is no scenario that can be played.")
        elif self.entry.faults:
            why = session.text("This game has faults. Mend them first; the list says how.")
        return [
            self.button(session.text("Open from a file"), self.open_file, "folder"),
            self.button(session.text("Choose the teams"), self.go_on, "people", True, why),
        ]

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
        for first in range(0, len(self.entries), columns):
            row = list(enumerate(self.entries))[first : first + columns]
            faces = [self._face(entry) for _, entry in row]
            high = max(shelf_card_height(look, face, wide) for face in faces)
            for column, ((place, entry), face) in enumerate(zip(row, faces, strict=True)):
                area.add(self._card(Box(area.box.left + 6 + column * (wide + GAP), top, wide, high), place, entry, face))
            area.planks.append(top + high + 4)
            top += high + PLANK + GAP
        area.extent = top - area.box.top
        area.scroll_to(self.scrolled)
        self.panel.build(Box(body.right - wide_panel, body.top, wide_panel, body.height))

    def shown(self) -> None:
        """Bring the chosen card into sight."""
        if self._area is not None and self.entry is not None:
            self._area.reveal(self.tree.find(self._name(self.entry)))

    def _name(self, entry: Entry) -> str:
        return f"scenario.{entry.path.name if entry.own or entry.opened else entry.info.id}"

    def _card(self, box: Box, place: int, entry: Entry, face: ShelfFace) -> Card:
        return Card(
            box,
            face.title,
            lambda painter, at: painter.cached(("shelf card", face), at, lambda inner, where: draw_shelf_card(inner, where, face)),
            lambda: self.choose(place),
            said=". ".join((face.line, *(words for words, _ in (*face.ribbons, *face.facts)))),
            chosen=place == self.chosen,
            radius="radius_large",
            name=self._name(entry),
        )

    def _face(self, entry: Entry) -> ShelfFace:
        session, info, code = self.session, entry.info, self.session.language.code
        ribbons: list[tuple[str, str]] = []
        if entry.own:
            ribbons.append((session.text("Your own"), "person"))
        elif entry.opened:
            ribbons.append((session.text("Opened from a file"), "folder"))
        if entry.faults:
            line = session.plural(
                "{n} thing to mend before it can be played", "{n} things to mend before it can be played", len(entry.faults)
            )
            return ShelfFace(info.title(code), line, info.picture, (), tuple(ribbons), faulty=True)
        if info.campaign is not None:
            ribbons.append((session.text("Game {n} of {games}", n=info.campaign.game, games=info.campaign.games), "map"))
        return ShelfFace(info.title(code), info.line(code), info.picture, tuple(self._facts(info)), tuple(ribbons))

    def _facts(self, info: PackInfo) -> list[tuple[str, str]]:
        session = self.session
        facts = [(session.text("Level {level} of {levels}", level=info.level, levels=LEVELS), "chart")]
        if info.ages:
            facts.append((session.text("Ages {ages}", ages=info.ages.replace("-", "–")), "people"))
        years = info.years_offered or (info.years,)
        facts.append((self.session.plural("{n} minute", "{n} minutes", info.minutes), "timer"))
        if len(years) == 1:
            facts.append((session.plural("{n} year", "{n} years", years[0]), "year"))
        elif len(years) == 2:
            facts.append((session.text("{first} or {last} years", first=years[0], last=years[1]), "year"))
        else:
            facts.append((session.text("{first} to {last} years", first=years[0], last=years[-1]), "year"))
        return facts

    # What is pressed

    def open_file(self) -> None:
        """Look for a pack on this computer."""
        self.session.show(ScreenId.CHOOSER)

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

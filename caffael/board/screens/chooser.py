"""Looking for a pack on this computer: places at the left, folders and packs at the right, or a path that is typed."""

from pathlib import Path

import pygame

from caffael.authoring.own.places import first_places, is_folder, own_folder
from caffael.board.game import Session
from caffael.board.opening import open_pack
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.title_bar import Page, panel
from caffael.board.widgets import Button, Item, Key, ListBox, TextLine, Words
from caffael.presentation.screens import ScreenId
from caffael.scenario.read.places import is_pack
from caffael.scenario.read.sources import ZIP

AIR = 26.0
LONGEST_PATH = 400
MOST = 500
"""Entries of a folder that are shown; a path can be typed for any other."""
UP = ".."


class ChooserScreen(Page):
    """Return or a touch goes into a folder or opens a pack; Backspace goes up."""

    id = ScreenId.CHOOSER

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.places = first_places()
        self.here = session.looked_in or next((place for place in self.places if self._holds_packs(place)), Path.home())
        self.typed = str(self.here)
        self.trouble = ""
        self.entries: list[Path] = []
        self.more = 0
        self._sheet = Box(0, 0, 0, 0)
        self._read()

    def title(self) -> str:
        """What is looked for."""
        return self.session.text("Open from a file")

    # The folder

    def _holds_packs(self, place: Path) -> bool:
        try:
            return any(is_pack(inner) for inner in place.iterdir())
        except OSError:
            return False

    def _read(self) -> None:
        self.trouble = ""
        try:
            found = [inner for inner in self.here.iterdir() if not inner.name.startswith(".") and (is_pack(inner) or is_folder(inner))]
        except OSError as error:
            found = []
            self.trouble = self.session.text("This folder can't be opened: {reason}", reason=error.strerror or type(error).__name__)
        found.sort(key=lambda path: (not is_pack(path), path.name.casefold()))
        self.entries, self.more = found[:MOST], max(0, len(found) - MOST)

    def go(self, place: Path) -> None:
        """Show another folder."""
        self.here = self.session.looked_in = place
        self.typed = str(place)
        self._read()
        self.rebuild()
        first = f"entries.{UP}" if self.here.parent == self.here or not self.entries else f"entries.{self.entries[0].name}"
        self.tree.focus(next((one for one in self.tree.reachable() if one.name == first), None), quiet=True)

    def open(self, path: Path) -> None:
        """Go into a folder, or open a pack."""
        if is_folder(path) and not is_pack(path):
            self.go(path)
        else:
            open_pack(self.session, path)

    # The page

    def fill(self) -> None:
        """Place the line for a path, the places and the list."""
        look, body, session = self.look, self.body, self.session
        self._sheet = Box(body)
        left, top, wide = body.left + AIR, body.top + AIR, body.width - 2 * AIR
        high = max(look.measure("target"), look.line_height("body") + 24)
        go = session.text("Open")
        button = Button.natural(look, go, "arrow-right", "body")[0]
        line = Box(left, top, wide - button - 16, high)
        label = session.text("Folder or file")
        self.into.add(
            TextLine(line, label, self.typed, self._type, hint=label, longest=LONGEST_PATH, on_done=self._done, size="body", name="path")
        )
        at = Box(line.right + 16, top, button, high)
        self.into.add(Button(at, go, lambda: self._done(self.typed), style="plain", picture="arrow-right", size="body", name="go"))
        top += high + 16
        hint = session.text("You can also drag a folder or a .zip file onto this window.")
        foot = look.words_height(hint, wide, "small")
        self.into.add(Words(Box(left, body.bottom - AIR - foot + 6, wide, foot + 2), hint, size="small", ink="ink_soft"))
        room = body.bottom - AIR - foot - 8 - top
        side = 300.0 + 150 * (look.text_scale - 1)
        self._places(Box(left, top, side, room), high)
        self._list(Box(left + side + 24, top, wide - side - 24, room), high)

    def _places(self, box: Box, high: float) -> None:
        items = [Item(str(place), self._name(place), picture=self._picture(place)) for place in self.places]
        chosen = str(self.here)
        self.into.add(ListBox(box, self.session.text("Places"), items, chosen, lambda key: self.go(Path(key)), row=high, name="places"))

    def _name(self, place: Path) -> str:
        session = self.session
        home = Path.home()
        known = {
            home: session.text("Home"),
            home / "Downloads": session.text("Downloads"),
            home / "Desktop": session.text("Desktop"),
            home / "Documents": session.text("Documents"),
            own_folder(): session.text("Your own games"),
        }
        return known.get(place) or place.name or str(place)

    def _picture(self, place: Path) -> str:
        return {Path.home(): "home", own_folder(): "person"}.get(place, "folder")

    def _list(self, box: Box, high: float) -> None:
        session = self.session
        items = []
        if self.here.parent != self.here:
            items.append(Item(UP, session.text("One folder up"), str(self.here.parent), "arrow-up"))
        for path in self.entries:
            words = session.text("a game, zipped") if path.suffix.lower() == ZIP else session.text("a game")
            items.append(Item(path.name, path.name, words if is_pack(path) else "", "box" if is_pack(path) else "folder"))
        said = self.trouble
        if not said and not self.entries:
            said = session.text("There is no folder and no game in here.")
        elif self.more:
            said = session.plural("{n} more is not shown; type its path above.", "{n} more are not shown; type a path above.", self.more)
        note = self.look.words_height(said, box.width - 16, "body") + 12 if said else 0.0
        if said:
            at = Box(box.left + 8, box.bottom - note + 6, box.width - 16, note)
            self.into.add(Words(at, said, ink="bad" if self.trouble else "ink_soft"))
        room = Box(box.left, box.top, box.width, box.height - note)
        self.into.add(ListBox(room, session.text("What is in this folder"), items, "", self._chosen, row=high, name="entries"))

    def draw(self, painter: Painter) -> None:
        """Draw the sheet."""
        panel(painter, self._sheet)

    # What is pressed

    def _chosen(self, key: str) -> None:
        self.open(self.here.parent if key == UP else self.here / key)

    def _type(self, typed: str) -> None:
        self.typed = typed

    def _done(self, typed: str) -> None:
        text = typed.strip().strip('"')
        path = Path(text).expanduser()
        if not text or not (is_folder(path) or is_pack(path) or path.is_file()):
            self.app.say(self.session.text("There is nothing at “{path}”.", path=text))
            return
        self.open(path.absolute())

    def key(self, key: Key) -> bool:
        """Backspace goes a folder up."""
        if key.code == pygame.K_BACKSPACE:
            self.go(self.here.parent)
            return True
        return super().key(key)

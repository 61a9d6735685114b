"""Looking for a pack on this computer: places at the left, folders and packs at the right, or a path that is typed."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pygame

from caffael.authoring.own.entries import first_places, is_folder
from caffael.board.incoming_packs import holds_notices, open_file
from caffael.board.scale import Box
from caffael.board.screens.rows import button, control
from caffael.board.screens.title_bar import Page
from caffael.board.session import Session
from caffael.board.widgets import Button, Key, ListBox, TextLine, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Text
from caffael.presentation.rows import Field, OneOf
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.chooser import UP, Found, chooser_page
from caffael.saves import SUFFIX, own_folder
from caffael.scenario.read.places import is_pack
from caffael.scenario.read.sources import ZIP
from caffael.words.sentence import Sentence
from caffael.words.system import system_reason

AIR = 26.0
MOST = 500
"""Entries of a folder that are shown; a path can be typed for any other."""


class ChooserScreen(Page):
    """Return or a touch goes into a folder or opens a pack; Backspace goes up."""

    id = ScreenId.CHOOSER

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.places = first_places()
        self.here = session.looked_in or next((place for place in self.places if self._holds_packs(place)), Path.home())
        self.typed = str(self.here)
        self.trouble: Sentence | None = None
        self.entries: list[Path] = []
        self.more = 0
        self._read()

    def tell(self) -> blocks.Page:
        """What is found here, and where else to look."""
        above = "" if self.here.parent == self.here else str(self.here.parent)
        places = [Found(str(place), place.name, place_kind(place)) for place in self.places]
        found = [Found(str(path), path.name, pack_kind(path)) for path in self.entries]
        language = self.session.language
        trouble = self.trouble.said(language) if self.trouble is not None else ""
        return chooser_page(language, str(self.here), above, places, found, self.typed, trouble, self.more)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Opening what is typed."""
        return {"go": lambda: self._done(self.typed)}

    # The folder

    def _holds_packs(self, place: Path) -> bool:
        try:
            return any(is_pack(inner) for inner in place.iterdir())
        except OSError:
            return False

    def _read(self) -> None:
        self.trouble = None
        try:
            found = [inner for inner in self.here.iterdir() if not inner.name.startswith(".") and (is_game(inner) or is_folder(inner))]
        except OSError as error:
            found = []
            self.trouble = system_reason(error)
        found.sort(key=lambda path: (not is_game(path), path.name.casefold()))
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
            open_file(self.session, path)

    # The page

    def fill(self) -> None:
        """Place the line for a path, the places and the list."""
        look, body = self.look, self.body
        self.paper = Box(body)
        left, top, wide = body.left + AIR, body.top + AIR, body.width - 2 * AIR
        high = max(look.measure("target"), look.line_height("body") + 24)
        path, go, places, entries, *notes, hint = self.told.blocks
        assert isinstance(path, Field) and isinstance(go, blocks.Button) and isinstance(places, OneOf) and isinstance(entries, OneOf)
        assert isinstance(hint, Text)
        room = Button.natural(look, go.words, go.picture, "body")[0]
        line = control(path, Box(left, top, wide - room - 16, high), self._type)
        assert isinstance(line, TextLine)
        line.on_done = self._done
        self.into.add(line)
        self.into.add(button(go, Box(line.box.right + 16, top, room, high), partial(self.do, go), size="body"))
        top += high + 16
        foot = look.words_height(hint.words, wide, "small")
        self.into.add(Words(Box(left, body.bottom - AIR - foot + 6, wide, foot + 2), hint.words, size="small", ink="ink_soft"))
        deep = body.bottom - AIR - foot - 8 - top
        side = 300.0 + 150 * (look.text_scale - 1)
        self._list(places, Box(left, top, side, deep), high)
        box = Box(left + side + 24, top, wide - side - 24, deep)
        for note in [one for one in notes if isinstance(one, Text)]:
            below = look.words_height(note.words, box.width - 16, "body") + 12
            at = Box(box.left + 8, box.bottom - below + 6, box.width - 16, below)
            self.into.add(Words(at, note.words, ink="bad" if note.tone == "bad" else "ink_soft"))
            box.height -= below
        self._list(entries, box, high)

    def _list(self, row: OneOf, box: Box, high: float) -> None:
        self.into.add(ListBox(box, row.words, row.options, row.chosen, partial(self._chosen, row.id), row=high, name=row.id))

    # What is pressed

    def _chosen(self, row: str, key: str) -> None:
        if row == "places":
            self.go(Path(key))
        else:
            self.open(self.here.parent if key == UP else self.here / key)

    def _type(self, row: str, typed: str) -> None:
        del row
        self.typed = typed

    def _done(self, typed: str) -> None:
        text = typed.strip().strip('"')
        path = Path(text).expanduser()
        if not text or not (is_folder(path) or is_pack(path) or path.is_file()):
            self.report("nothing there", path=text)
            return
        self.open(path.absolute())

    def key(self, key: Key) -> bool:
        """Backspace goes a folder up."""
        if key.code == pygame.K_BACKSPACE:
            self.go(self.here.parent)
            return True
        return super().key(key)


def is_saved(path: Path) -> bool:
    """Whether something is a saved game by its name."""
    return path.suffix.lower() == SUFFIX and path.is_file()


def is_game(path: Path) -> bool:
    """Whether something is a game to open, or notices to make one of: a pack, a saved game, or tender notices."""
    return is_pack(path) or is_saved(path) or holds_notices(path)


def place_kind(place: Path) -> str:
    """Which of the places that have a name this is."""
    home = Path.home()
    known = {home: "home", **{home / name.capitalize(): name for name in ("downloads", "desktop", "documents")}, own_folder(): "own"}
    return known.get(place, "")


def pack_kind(path: Path) -> str:
    """Whether something is a game, and of which kind."""
    if is_saved(path):
        return "saved"
    if holds_notices(path):
        return "notices"
    return ("zip" if path.suffix.lower() == ZIP else "pack") if is_pack(path) else ""

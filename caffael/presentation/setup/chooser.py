"""Looking for a pack on this computer: places to begin in, folders and packs, or a path that is typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from caffael.presentation.blocks import Button, Page, Text
from caffael.presentation.press import Do
from caffael.presentation.rows import Field, OneOf, Option
from caffael.words.language import Language, words

LONGEST_PATH = 400
UP = ".."
PLACES = {
    "home": words("Home"),
    "downloads": words("Downloads"),
    "desktop": words("Desktop"),
    "documents": words("Documents"),
    "own": words("Your own games"),
}
PICTURES = {"home": "home", "own": "person"}
KINDS = {"pack": words("a game"), "zip": words("a game, zipped"), "saved": words("a saved game"), "notices": words("tender notices")}


@dataclass(frozen=True, slots=True)
class Found:
    """A place or a thing in a folder: its path, its name, and its kind: of `PLACES` or `KINDS`, or none of them."""

    path: str
    name: str
    kind: str = ""


def chooser_page(
    language: Language, here: str, above: str, places: Sequence[Found], found: Sequence[Found], typed: str, trouble: str = "", more: int = 0
) -> Page:
    """A folder. `above` is the path of the one round it, if there is one; `trouble` says why it can't be opened, `more` is not shown."""
    label = language.text("Folder or file")
    beginnings = tuple(
        Option(
            place.path, language.text(PLACES[place.kind]) if place.kind else place.name or place.path, PICTURES.get(place.kind, "folder")
        )
        for place in places
    )
    up = (Option(UP, language.text("One folder up"), "arrow-up", detail=above),) if above else ()
    inside = tuple(
        Option(one.name, one.name, "box" if one.kind else "folder", detail=language.text(KINDS[one.kind]) if one.kind else "")
        for one in found
    )
    said = ""
    if trouble:
        said = language.text("This folder can't be opened: {reason}", reason=trouble)
    elif not found:
        said = language.text("There is no folder and no game in here.")
    elif more:
        said = language.plural("{n} more is not shown; type its path above.", "{n} more are not shown; type a path above.", more)
    blocks = (
        Field("path", label, typed, label, LONGEST_PATH),
        Button("go", language.text("Open"), Do("go"), "arrow-right", "plain"),
        OneOf("places", language.text("Places"), beginnings, here),
        OneOf("entries", language.text("What is in this folder"), (*up, *inside), ""),
        *((Text(said, "bad" if trouble else "soft", "note"),) if said else ()),
        Text(language.text("You can also drag a folder, a .zip file or a saved game onto this window."), "soft", "hint"),
    )
    return Page("chooser", language.text("Open from a file"), blocks=blocks)

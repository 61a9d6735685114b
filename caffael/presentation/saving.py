"""Whether all that is shown is saved: the game at the table, and the one beneath that is watched; and whether saved games will stay."""

from typing import TYPE_CHECKING, Literal

from caffael.words.language import Language, words
from caffael.words.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from caffael.match import Match
    from caffael.presentation.flow import Flow

Storage = Literal["kept", "may vanish", "denied", "other tab"]
"""What becomes of a game that was saved here: it stays, a browser may clear it away, the browser keeps nothing for this page, or another
tab keeps the games and this one does not.
"""
STANDING = {
    "denied": words("This browser keeps no games. Keep yours as a file."),
    "other tab": words("Caffael is open in another tab: nothing is kept here."),
}
"""What is said for as long as nothing is kept."""
WHY_UNKEPT = {
    "denied": words("This browser keeps nothing here. Before you close the tab, keep your game as a file."),
    "other tab": words("Caffael is open in another tab, so this one keeps nothing. Before you close it, keep your game as a file."),
}
"""What the menu says of that."""
UNPROMISED = words("Your games are kept in this browser, which may clear them away some day. To be sure, keep a game as a file.")
MAY_VANISH = Sentence(UNPROMISED)
"""What is said once where the browser does not promise to leave the games alone."""


def unsaved_games(flow: "Flow") -> "Iterator[Match]":
    """The games of which something is not saved."""
    live = None if flow.playback is None else flow.playback.live
    return (match for match in (flow.match, live) if match is not None and match.trouble is not None)


def why_unsaved(flow: "Flow") -> Sentence | None:
    """Why the first of them is not saved; None when all is."""
    return next((match.trouble for match in unsaved_games(flow)), None)


def save_again(flow: "Flow") -> bool:
    """Try to save each of them once more; whether all is saved now."""
    tried = [match.save_again() for match in unsaved_games(flow)]
    return all(tried)


def standing_words(language: Language, storage: Storage) -> str:
    """What is said for as long as nothing is kept; empty where games stay."""
    return language.text(STANDING[storage]) if storage in STANDING else ""


def why_unkept(language: Language, storage: Storage) -> str:
    """Why nothing is kept, and what to do; empty where games stay."""
    return language.text(WHY_UNKEPT[storage]) if storage in WHY_UNKEPT else ""

"""A game that can't be saved where it should be: trying again, saving it elsewhere, or leaving it all the same."""

from collections.abc import Callable, Mapping
from functools import partial

from caffael.board.given_file import give_match
from caffael.board.screens.told_page import ToldPage
from caffael.board.session import Session
from caffael.presentation import blocks
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.keeping import PLACES, unsaved_page
from caffael.saves.places import takes


class UnsavedScreen(ToldPage):
    """Asked before an unsaved game is left, and opened from the pause menu. `then` leaves."""

    id = ScreenId.UNSAVED

    def __init__(self, session: Session, then: Callable[[], None] | None = None) -> None:
        super().__init__(session)
        self.then = then
        self.match = session.game if session.playback is None else session.playback.live or session.game
        self.others = {
            name: place
            for name, place in self.app.machine.other_folders().items()
            if place != session.folder and takes(place, self.match.record_size)
        }

    def tell(self) -> blocks.Page:
        """What is wrong, and what can be done."""
        language, match = self.session.language, self.match
        trouble = match.trouble
        others = [(name, str(place)) for name, place in self.others.items()]
        saved = str(match.path) if trouble is None else ""
        words = "" if trouble is None else trouble.said(language)
        folder = "" if match.path is None else str(match.path.parent)
        return unsaved_page(language, words, folder, others, leaves=self.then is not None, saved=saved, file=self.app.machine.downloads)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Saving, and leaving."""
        return {
            "again": self.again,
            "file": lambda: give_match(self.session),
            "leave": self.leave,
            **{f"save {name}": partial(self.save_in, name) for name in PLACES},
        }

    def again(self) -> None:
        """Try once more where it should be saved."""
        self.match.save_again()
        self.rebuild()

    def save_in(self, name: str) -> None:
        """Save it in another folder."""
        self.match.save_in(self.others[name])
        self.rebuild()

    def leave(self) -> None:
        """Leave the game."""
        if self.then is not None:
            self.then()

"""Where a debrief was kept: its place for as long as the page is open, its folder, a PDF and a table beside it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from caffael.board.debrief_file import keeping_folder
from caffael.board.given_file import give_saved
from caffael.board.screens.file_page import FilePage
from caffael.board.session import Session
from caffael.export import can_make_paper, kept_as, paper_command
from caffael.presentation import blocks
from caffael.presentation.debrief.document import PlayedGame
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.keeping import kept_page


class KeptScreen(FilePage):
    """Writes the debrief of a game that `tell_game` gives, and says where it is. `record` is where the game is saved."""

    id = ScreenId.KEPT
    no_file = "no debrief"

    def __init__(self, session: Session, tell_game: Callable[[], PlayedGame], record: Path | None) -> None:
        super().__init__(session, keeping_folder(session.games))
        self.tell_game, self.record = tell_game, record
        self._keep(".html")

    def _keep(self, form: str) -> None:
        self.give(lambda: kept_as(self.tell_game(), form))

    def tell(self) -> blocks.Page:
        """Where it lies, and what can be done with it."""
        return kept_page(self.session.language, self.lying, paper=can_make_paper(), mend=paper_command())

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Showing, copying, other forms, and the game itself."""
        paper, figures = (partial(self.keep_also, form) for form in (".pdf", ".csv"))
        return {**super().verbs(), "paper": paper, "figures": figures, "file": self.give_game}

    def keep_also(self, form: str) -> None:
        """Keep it in another form too."""
        self._keep(form)
        self.rebuild()

    def give_game(self) -> None:
        """Give the saved game as a file."""
        if self.record is not None:
            give_saved(self.session, self.record)

"""Where a debrief was kept: its place for as long as the page is open, its folder, a PDF beside it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from caffael.board.debrief_file import keeping_folder
from caffael.board.screens.told_page import ToldPage
from caffael.board.session import Session
from caffael.export import can_make_paper, keep_in, paper_command
from caffael.presentation import blocks
from caffael.presentation.debrief.document import PlayedGame
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.keeping import kept_page
from caffael.presentation.setup.outcomes import outcome
from caffael.saves import RecordError
from caffael.words.system import system_reason


class KeptScreen(ToldPage):
    """Writes the debrief of a game that `tell_game` gives, and says where it is."""

    id = ScreenId.KEPT

    def __init__(self, session: Session, tell_game: Callable[[], PlayedGame]) -> None:
        super().__init__(session)
        self.tell_game = tell_game
        self.show_folder = self.app.machine.shower()
        self.paths: list[Path] = []
        self.trouble = self.noted = ""
        self._keep(".html")

    def _keep(self, form: str) -> None:
        language, folder = self.session.language, keeping_folder(self.session.games)
        self.trouble = self.noted = ""
        try:
            self.paths.append(keep_in(self.tell_game(), folder, form))
        except RecordError as fault:
            self.trouble = fault.sentence.said(language)
        except OSError as fault:
            self.trouble = outcome(language, "no debrief", folder=str(folder), why=system_reason(fault).said(language))

    def tell(self) -> blocks.Page:
        """Where it lies, and what can be done with it."""
        return kept_page(
            self.session.language,
            [str(path) for path in self.paths],
            trouble=self.trouble,
            shows=self.show_folder is not None,
            paper=can_make_paper(),
            mend=paper_command(),
            noted=self.noted,
        )

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Showing, copying, and a PDF."""
        return {"show": self.show, "copy": self.copy, "paper": self.keep_paper}

    def show(self) -> None:
        """Show the folder in the file manager of this computer."""
        done = self.show_folder is not None and self.show_folder(self.paths[-1])
        self._note("shown" if done else "not shown")

    def copy(self) -> None:
        """Put the place on the clipboard."""
        self._note("place copied" if self.app.machine.copy_text(str(self.paths[-1])) else "no clipboard")

    def keep_paper(self) -> None:
        """Keep it as a PDF too."""
        self._keep(".pdf")
        self.rebuild()

    def _note(self, what: str) -> None:
        self.noted = outcome(self.session.language, what)
        self.rebuild()

"""A page that gives people files and says where they lie for as long as it is open."""

from collections.abc import Callable, Mapping
from pathlib import Path

from caffael.board.screens.told_page import ToldPage
from caffael.board.session import Session
from caffael.presentation.setup.keeping import Lying
from caffael.presentation.setup.outcomes import outcome
from caffael.saves import RecordError
from caffael.words.system import system_reason


class FilePage(ToldPage):
    """Gives files into a folder, or to the browser, which has them among its downloads."""

    no_file = "no file"
    """What is said when one can't be written."""

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__(session)
        self.folder = folder
        self.show_folder = self.app.machine.shower()
        self.paths: list[Path] = []
        self.downloads = False
        self.trouble = self.noted = ""

    def give(self, make: Callable[[], tuple[str, bytes]]) -> None:
        """Give a file: `make` tells its name and what is in it."""
        self.trouble = self.noted = ""
        try:
            name, content = make()
            path = self.app.machine.give_file(self.folder, name, content)
            self.downloads = path is None
            self.paths.append(path or Path(name))
        except RecordError as fault:
            self.trouble = fault.sentence.said(self.session.language)
        except OSError as fault:
            why = system_reason(fault).said(self.session.language)
            self.trouble = outcome(self.session.language, self.no_file, folder=str(self.folder), why=why)

    @property
    def lying(self) -> Lying:
        """The files that were given."""
        paths = [str(path) for path in self.paths]
        return Lying(paths, self.downloads, self.trouble, self.show_folder is not None, self.noted)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Showing and copying."""
        return {"show": self.show, "copy": self.copy}

    def show(self) -> None:
        """Show the folder in the file manager of this computer."""
        done = self.show_folder is not None and self.show_folder(self.paths[-1])
        self._note("shown" if done else "not shown")

    def copy(self) -> None:
        """Put the place on the clipboard."""
        self._note("place copied" if self.app.machine.copy_text(str(self.paths[-1])) else "no clipboard")

    def _note(self, what: str) -> None:
        self.noted = outcome(self.session.language, what)
        self.rebuild()

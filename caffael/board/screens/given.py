"""Where a file lies that people were given: a saved game, a pack, or everything."""

from caffael.board.debrief_file import keeping_folder
from caffael.board.given_file import Make
from caffael.board.screens.file_page import FilePage
from caffael.board.session import Session
from caffael.presentation import blocks
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.keeping import given_page

FILES = "Files"
"""The folder beside kept debriefs in which such files lie, so that no game is listed twice."""


class GivenScreen(FilePage):
    """Gives a file and says where it is; `whole`: it holds everything."""

    id = ScreenId.GIVEN

    def __init__(self, session: Session, make: Make, whole: bool = False) -> None:
        super().__init__(session, keeping_folder(session.games) / FILES)
        self.whole = whole
        self.give(make)

    def tell(self) -> blocks.Page:
        """Where it lies, and what can be done with it."""
        return given_page(self.session.language, self.lying, self.whole)

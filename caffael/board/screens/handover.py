"""A sealed game on one screen: between two councils the board is covered, so that no envelope is read by another one."""

from caffael.board.screens.cover import CoverScreen
from caffael.presentation.blocks import Page
from caffael.presentation.menu import handover_page
from caffael.presentation.screens import ScreenId


class HandoverScreen(CoverScreen):
    """The laptop goes on to the next council that writes."""

    id = ScreenId.HANDOVER

    def tell(self) -> Page:
        """To whom it goes."""
        session = self.session
        return handover_page(session.language, session.viewer.council(session.game.state.decider))

    def back(self) -> None:
        """The next council sits there now."""
        self.session.handed = self.session.writer()
        self.session.pop()

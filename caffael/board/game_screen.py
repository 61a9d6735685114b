"""A screen of a session."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.widgets import Dialog
from caffael.board.window import Screen

if TYPE_CHECKING:
    from caffael.board.session import Session


class GameScreen(Screen):
    """A screen of a session. A dialog opened with `ask` is there again after the screen was laid out anew, as in another language."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session.app)
        self.session = session
        session.look_again()
        self._asking: Callable[[], Dialog] | None = None

    def ask(self, make: Callable[[], Dialog]) -> Dialog:
        """Open a dialog; `make` builds it, now and whenever the screen is laid out anew while it is open."""
        dialog = make()
        then = dialog.on_closed

        def closed() -> None:
            self._asking = None
            if then:
                then()

        dialog.on_closed = closed
        self._asking = make
        self.tree.open(dialog)
        return dialog

    def drop_dialogs(self) -> None:
        """Take every dialog away without a word, as when one has failed."""
        self._asking = None
        super().drop_dialogs()

    def rebuild(self) -> None:
        """Build again, from the table as it lies now, and open the dialog that was open."""
        self.session.look_again()
        super().rebuild()
        if self._asking is not None:
            self.ask(self._asking)

"""The sheets that lie over a screen and which of them are turned over."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from caffael.board.look import Look
from caffael.board.widgets import Dialog, Tree, Widget
from caffael.presentation.press import Press
from caffael.presentation.viewer import Viewer

TURN = "turn over"
"""The name of the button that turns a sheet over. A sheet without it has no other side."""


class SheetHost(Protocol):
    """A screen over which sheets can be laid."""

    @property
    def viewer(self) -> Viewer:
        """The game as the screen may show it."""

    @property
    def look(self) -> Look:
        """How the board looks."""

    @property
    def tree(self) -> Tree:
        """Its widgets."""

    @property
    def sheets(self) -> "SheetStack":
        """The sheets that lie over it."""

    def open(self, make: Callable[[], Dialog]) -> None:
        """Lay a sheet over all others."""

    def close(self) -> None:
        """Take the sheet on top away."""

    def press(self, press: Press | None) -> None:
        """Do what a press of a button, line or card means."""

    def sheets_gone(self) -> None:
        """Go on after the last sheet has been taken away."""

    def show_card(self, widget: Widget) -> None:
        """Lay the sheet of the card that has the focus, if it has one."""


@dataclass(slots=True)
class Laid:
    """How a sheet is made, and whether its back is up."""

    make: Callable[[], Dialog]
    turned: bool = False


class SheetStack:
    """The sheets of one screen. Each is made anew when language or letters change, with the side up that was up."""

    def __init__(self, host: SheetHost) -> None:
        self.host = host
        self._sheets: list[Laid] = []
        self._making: Laid | None = None

    @property
    def turned(self) -> bool:
        """Whether the sheet that is being made shows its back."""
        return self._making is not None and self._making.turned

    def lay(self, make: Callable[[], Dialog], turned: bool = False) -> None:
        """Lay a sheet over all others, with its back up if it is `turned`."""
        self._sheets.append(Laid(make, turned))
        self._raise(self._sheets[-1])

    def raise_all(self) -> None:
        """Make all sheets anew, after the screen was."""
        for sheet in list(self._sheets):
            self._raise(sheet)

    def clear(self) -> None:
        """Take all sheets away without a word."""
        self._sheets.clear()
        tree = self.host.tree
        for dialog in tree.dialogs:
            dialog.on_closed = None
        if tree.dialogs:
            tree.close(tree.dialogs[0])

    def turn_over(self) -> None:
        """Show the other side of the sheet on top."""
        tree, sheet = self.host.tree, self._sheets[-1]
        sheet.turned = not sheet.turned
        tree.dialogs[-1].on_closed = None
        tree.close(tree.dialogs[-1])
        self._raise(sheet)
        button = next((one for one in tree.reachable() if one.name == TURN), None)
        if button is not None:
            tree.focus(button, quiet=True)

    def turn_focused(self) -> bool:
        """Turn the sheet on top, or the card of the screen that has the focus; say whether there was one with another side."""
        tree = self.host.tree
        if not tree.dialogs and tree.focused is not None:
            self.host.show_card(tree.focused)
        if not self._sheets or not any(one.name == TURN for one in tree.reachable()):
            return False
        self.turn_over()
        return True

    def _raise(self, sheet: Laid) -> None:
        self._making = sheet
        try:
            dialog = sheet.make()
        finally:
            self._making = None
        dialog.on_closed = self._lowered
        self.host.tree.open(dialog)

    def _lowered(self) -> None:
        if self._sheets:
            self._sheets.pop()
        if not self._sheets:
            self.host.sheets_gone()

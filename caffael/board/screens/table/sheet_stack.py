"""The sheets that lie over the table, and which of them are turned over."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.board.screens.backs import TURN
from caffael.board.widgets import Card, Dialog

if TYPE_CHECKING:
    from caffael.board.screens.table.screen import TableScreen


@dataclass(slots=True)
class Sheet:
    """How a sheet is made, and whether its back is up."""

    make: Callable[[], Dialog]
    turned: bool = False


class SheetStack:
    """The sheets of one table. Each is made anew when language or letters change, with the side up that was up."""

    def __init__(self, table: "TableScreen") -> None:
        self.table = table
        self._sheets: list[Sheet] = []
        self._making: Sheet | None = None

    @property
    def turned(self) -> bool:
        """Whether the sheet that is being made shows its back."""
        return self._making is not None and self._making.turned

    def lay(self, make: Callable[[], Dialog]) -> None:
        """Lay a sheet over all others."""
        self._sheets.append(Sheet(make))
        self._raise(self._sheets[-1])

    def raise_all(self) -> None:
        """Make all sheets anew, after the table was."""
        for sheet in list(self._sheets):
            self._raise(sheet)

    def clear(self) -> None:
        """Take all sheets away without a word."""
        self._sheets.clear()
        tree = self.table.tree
        for dialog in tree.dialogs:
            dialog.on_closed = None
        if tree.dialogs:
            tree.close(tree.dialogs[0])

    def turn_over(self) -> None:
        """Show the other side of the sheet on top."""
        tree, sheet = self.table.tree, self._sheets[-1]
        sheet.turned = not sheet.turned
        tree.dialogs[-1].on_closed = None
        tree.close(tree.dialogs[-1])
        self._raise(sheet)
        button = next((one for one in tree.reachable() if one.name == TURN), None)
        if button is not None:
            tree.focus(button, quiet=True)

    def turn_focused(self) -> bool:
        """Turn the sheet on top, or the card of the table that has the focus; say whether there was one with another side."""
        tree = self.table.tree
        if not tree.dialogs and isinstance(tree.focused, Card) and tree.focused.enabled:
            tree.focused.press()
        if not self._sheets or not any(one.name == TURN for one in tree.reachable()):
            return False
        self.turn_over()
        return True

    def _raise(self, sheet: Sheet) -> None:
        self._making = sheet
        try:
            dialog = sheet.make()
        finally:
            self._making = None
        dialog.on_closed = self._lowered
        self.table.tree.open(dialog)

    def _lowered(self) -> None:
        if self._sheets:
            self._sheets.pop()
        if not self._sheets:
            self.table.turns.go_on()

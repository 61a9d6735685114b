"""Rows one below the other. They are read from the first to the last and drawn from the last to the first: the first lies on top."""

from caffael.board.painter import Painter
from caffael.board.widgets import ScrollArea


class Stack(ScrollArea):
    """A scroll area whose first row passes over the others while rows change places."""

    def paint(self, painter: Painter) -> None:
        """Draw the rows, the first one last."""
        self.children.reverse()
        super().paint(painter)
        self.children.reverse()

"""A box on a sheet of paper, in millimetres from its top left corner."""

from collections.abc import Sequence
from dataclasses import dataclass

A4 = (210.0, 297.0)
MARGIN = 10.0
"""What a usual printer leaves white, and some air."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box; all numbers are millimetres."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.left + self.width / 2, self.top + self.height / 2

    def inset(self, across: float, down: float | None = None) -> "Box":
        """The box without so much on its four sides."""
        rise = across if down is None else down
        return Box(self.left + across, self.top + rise, self.width - 2 * across, self.height - 2 * rise)

    def below(self, used: float) -> "Box":
        """What is left of the box below so much of its height."""
        return Box(self.left, self.top + used, self.width, self.height - used)

    def head(self, height: float) -> "Box":
        """The upper part of the box."""
        return Box(self.left, self.top, self.width, height)

    def foot(self, height: float) -> "Box":
        """The lower part of the box."""
        return Box(self.left, self.bottom - height, self.width, height)

    def moved(self, across: float, down: float) -> "Box":
        """The same box elsewhere."""
        return Box(self.left + across, self.top + down, self.width, self.height)

    def columns(self, shares: Sequence[float], gap: float = 0.0) -> list["Box"]:
        """The box cut from left to right, by the shares of its width."""
        room = self.width - gap * (len(shares) - 1)
        boxes, left = [], self.left
        for share in shares:
            width = room * share / sum(shares)
            boxes.append(Box(left, self.top, width, self.height))
            left += width + gap
        return boxes

    def rows(self, shares: Sequence[float], gap: float = 0.0) -> list["Box"]:
        """The box cut from top to bottom, by the shares of its height."""
        room = self.height - gap * (len(shares) - 1)
        boxes, top = [], self.top
        for share in shares:
            height = room * share / sum(shares)
            boxes.append(Box(self.left, top, self.width, height))
            top += height + gap
        return boxes


def sheet_box(landscape: bool = False) -> Box:
    """What may be printed on of a sheet of A4."""
    width, height = reversed(A4) if landscape else A4
    return Box(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)

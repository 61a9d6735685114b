"""Surfaces: pictures that lie on numbered canvases of the page."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol

from caffael.browser import wire
from caffael.browser.standin.constants import BLEND_RGB_SUB, BLEND_RGBA_MAX, BLEND_RGBA_MULT, SRCALPHA
from caffael.browser.standin.errors import error
from caffael.browser.standin.rects import Rect

OVER, SUBTRACT, CUT = 0, 1, 2
MODES = {0: OVER, BLEND_RGBA_MAX: OVER, BLEND_RGB_SUB: SUBTRACT, BLEND_RGBA_MULT: CUT}
"""How one surface is laid on another. `BLEND_RGBA_MAX` is for what does not overlap, `BLEND_RGBA_MULT` for white masks."""
OPAQUE = 255
NONE = -1
"""The number of a surface that has no canvas yet."""


@lru_cache(maxsize=4096)
def css(colour: tuple[int, ...]) -> str:
    """A colour of three or four numbers as the page writes it."""
    if len(colour) == 4 and colour[3] < OPAQUE:
        return f"rgba({colour[0]},{colour[1]},{colour[2]},{colour[3] / OPAQUE:.4f})"
    return f"rgb({colour[0]},{colour[1]},{colour[2]})"


class Recipe(Protocol):
    """How a picture is made that is only there once it is drawn on or looked at closely: laying it on another costs no canvas."""

    def lay(self, to: int, x: int, y: int, alpha: int) -> None:
        """Draw it on a canvas."""

    def make(self) -> int:
        """Draw it on a canvas of its own, and give its number."""


class Surface:
    """A picture of its own, a part of another one (`subsurface`), which can only be looked at, or one that is made by a recipe."""

    __slots__ = ("_alpha", "_clip", "_height", "_left", "_number", "_of", "_pending", "_recipe", "_top", "_width")

    def __init__(
        self, size: Sequence[float], flags: int = 0, depth: int = 0, *, number: int | None = None, recipe: Recipe | None = None
    ) -> None:
        del depth
        self._width, self._height = max(1, int(size[0])), max(1, int(size[1]))
        self._recipe = recipe
        if number is None:
            number = NONE if recipe is not None else wire.canvas.make(self._width, self._height, not flags & SRCALPHA)
        self._number: int = number
        self._alpha = OPAQUE
        self._clip: Rect | None = None
        self._of: Surface | None = None  # what it is a part of
        self._left = self._top = 0
        self._pending: tuple[list[str], list[int]] | None = None  # single points that are not drawn yet

    def __del__(self) -> None:
        if getattr(self, "_of", self) is None and self._number > 0 and wire.canvas is not None:
            wire.canvas.drop(self._number)

    @property
    def number(self) -> int:
        """Its number for the page, with all that was asked for drawn on it."""
        if self._pending is not None:
            colours, boxes = self._pending
            self._pending = None
            wire.canvas.fills(self._number, colours, boxes)
        if self._recipe is not None:
            recipe, self._recipe = self._recipe, None
            self._number = recipe.make()
        return self._of.number if self._of is not None else self._number

    # Size

    def get_size(self) -> tuple[int, int]:
        """Width and height."""
        return self._width, self._height

    def get_width(self) -> int:
        """How wide it is."""
        return self._width

    def get_height(self) -> int:
        """How high it is."""
        return self._height

    def get_rect(self, **places: Any) -> Rect:
        """As a rectangle, with a side or corner where it is wanted."""
        rect = Rect(0, 0, self._width, self._height)
        for name, place in places.items():
            setattr(rect, name, place)
        return rect

    # Drawing

    def blit(self, source: "Surface", dest: Any = (0, 0), area: Any = None, special_flags: int = 0) -> None:
        """Lay another surface, or an area of it, on this one."""
        if special_flags not in MODES:
            raise error(f"surfaces can't be laid over one another in the way {special_flags}")
        if source._recipe is not None and area is None and MODES[special_flags] == OVER:
            source._recipe.lay(self.number, int(dest[0]), int(dest[1]), source._alpha)
            return
        left, top, width, height = (0, 0, source._width, source._height) if area is None else area
        wire.canvas.blit(
            self.number,
            source.number,
            int(dest[0]),
            int(dest[1]),
            source._left + int(left),
            source._top + int(top),
            int(width),
            int(height),
            source._alpha,
            MODES[special_flags],
        )

    def fill(self, colour: Sequence[int], rect: Any = None) -> None:
        """Give it, or a rectangle of it, one colour; what was there is gone."""
        left, top, width, height = (0, 0, self._width, self._height) if rect is None else rect
        ink = tuple(colour)
        clear = len(ink) == 4 and ink[3] < OPAQUE
        if not clear and width * height <= 8 and self._clip is None:
            self._later(css(ink), int(left), int(top), int(width), int(height))
        else:
            wire.canvas.fill(self.number, css(ink), int(left), int(top), int(width), int(height), clear)

    def set_at(self, place: Sequence[int], colour: Sequence[int]) -> None:
        """Give one pixel a colour."""
        self._later(css(tuple(colour)), int(place[0]), int(place[1]), 1, 1)

    def _later(self, ink: str, *box: int) -> None:
        """Draw a tiny rectangle together with others: one call of the page instead of thousands."""
        if self._pending is None:
            self._pending = ([], [])
        self._pending[0].append(ink)
        self._pending[1].extend(box)

    def set_clip(self, rect: Any) -> None:
        """Let nothing be drawn outside a rectangle; None: everywhere."""
        number = self.number
        self._clip = None if rect is None else Rect(rect).clip(self.get_rect())
        if self._clip is None or self._clip == self.get_rect():
            self._clip = None
            wire.canvas.unclip(number)
        else:
            wire.canvas.clip(number, *self._clip)

    def get_clip(self) -> Rect:
        """Where it can be drawn on."""
        return self.get_rect() if self._clip is None else self._clip.copy()

    # Others

    def set_alpha(self, alpha: int | None) -> None:
        """How much of it is seen when it is laid on another, 0 to 255."""
        self._alpha = OPAQUE if alpha is None else max(0, min(OPAQUE, int(alpha)))

    def get_alpha(self) -> int:
        """How much of it is seen."""
        return self._alpha

    def copy(self) -> "Surface":
        """The same picture once more."""
        twin = Surface((self._width, self._height), SRCALPHA)
        twin.blit(self._plain(), (0, 0))
        twin._alpha = self._alpha
        return twin

    def _plain(self) -> "Surface":
        return self.subsurface((0, 0, self._width, self._height))

    def subsurface(self, rect: Any) -> "Surface":
        """A part of it."""
        left, top, width, height = (int(number) for number in rect)
        part = Surface((width, height), number=0)
        part._of = self
        part._left, part._top = self._left + left, self._top + top
        return part

    def convert(self) -> "Surface":
        """As the board has it: it already is."""
        return self

    convert_alpha = convert


def taken(number: int, size: tuple[int, int]) -> Surface:
    """A surface over a canvas that the page has just made."""
    return Surface(size, number=number)

"""Rectangles: `FRect` in any numbers, `Rect` in whole ones, as pygame-ce has them."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Self


class FRect:
    """A rectangle by its left, top, width and height."""

    __slots__ = ("h", "w", "x", "y")
    _number: ClassVar[type] = float

    def __init__(self, *numbers: Any) -> None:
        if len(numbers) == 1:
            numbers = tuple(numbers[0])
        if len(numbers) == 2:
            numbers = (*numbers[0], *numbers[1])
        left, top, width, height = numbers
        number = self._number
        self.x, self.y, self.w, self.h = number(left), number(top), number(width), number(height)

    # As a row of four numbers

    def __iter__(self) -> Iterator[Any]:
        return iter((self.x, self.y, self.w, self.h))

    def __getitem__(self, place: Any) -> Any:
        return (self.x, self.y, self.w, self.h)[place]

    def __len__(self) -> int:
        return 4

    def __eq__(self, other: object) -> bool:
        try:
            return bool((self.x, self.y, self.w, self.h) == tuple(other))  # type: ignore[arg-type]
        except TypeError:
            return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __bool__(self) -> bool:
        return bool(self.w != 0 and self.h != 0)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.x}, {self.y}, {self.w}, {self.h})"

    # Sides and corners

    @staticmethod
    def _half(length: Any) -> Any:
        return length / 2

    def _x(self) -> Any:
        return self.x

    def _set_x(self, to: Any) -> None:
        self.x = self._number(to)

    def _y(self) -> Any:
        return self.y

    def _set_y(self, to: Any) -> None:
        self.y = self._number(to)

    def _set_right(self, to: Any) -> None:
        self.x = self._number(to - self.w)

    def _set_bottom(self, to: Any) -> None:
        self.y = self._number(to - self.h)

    def _set_width(self, to: Any) -> None:
        self.w = self._number(to)

    def _set_height(self, to: Any) -> None:
        self.h = self._number(to)

    def _set_centerx(self, to: Any) -> None:
        self.x = self._number(to - self._half(self.w))

    def _set_centery(self, to: Any) -> None:
        self.y = self._number(to - self._half(self.h))

    left = property(_x, _set_x)
    top = property(_y, _set_y)
    width = property(lambda self: self.w, _set_width)
    height = property(lambda self: self.h, _set_height)
    right = property(lambda self: self.x + self.w, _set_right)
    bottom = property(lambda self: self.y + self.h, _set_bottom)
    centerx = property(lambda self: self.x + self._half(self.w), _set_centerx)
    centery = property(lambda self: self.y + self._half(self.h), _set_centery)

    def _set_size(self, to: tuple[Any, Any]) -> None:
        self.w, self.h = self._number(to[0]), self._number(to[1])

    size = property(lambda self: (self.w, self.h), _set_size)

    # Others like it

    def copy(self) -> Self:
        """The same once more."""
        return type(self)(self.x, self.y, self.w, self.h)

    def move(self, *by: Any) -> Self:
        """The same elsewhere."""
        right, down = by if len(by) == 2 else by[0]
        return type(self)(self.x + right, self.y + down, self.w, self.h)

    def move_ip(self, *by: Any) -> None:
        """Go elsewhere."""
        right, down = by if len(by) == 2 else by[0]
        self.x, self.y = self._number(self.x + right), self._number(self.y + down)

    def inflate(self, *by: Any) -> Self:
        """One that is larger, with the same middle."""
        wider, higher = by if len(by) == 2 else by[0]
        return type(self)(self.x - self._half(wider), self.y - self._half(higher), self.w + wider, self.h + higher)

    def update(self, *numbers: Any) -> None:
        """Be another one."""
        self.x, self.y, self.w, self.h = type(self)(*numbers)

    def clip(self, *other: Any) -> Self:
        """What of it lies within another one; where nothing does, nothing at its corner."""
        one = type(self)(*other)
        left, top = max(self.x, one.x), max(self.y, one.y)
        right, bottom = min(self.x + self.w, one.x + one.w), min(self.y + self.h, one.y + one.h)
        if right <= left or bottom <= top:
            return type(self)(self.x, self.y, 0, 0)
        return type(self)(left, top, right - left, bottom - top)

    def unionall(self, others: Iterable[Any]) -> Self:
        """The smallest one that holds all."""
        every = [self, *(type(self)(other) for other in others)]
        left, top = min(one.x for one in every), min(one.y for one in every)
        right, bottom = max(one.x + one.w for one in every), max(one.y + one.h for one in every)
        return type(self)(left, top, right - left, bottom - top)

    # What lies where

    def collidepoint(self, *point: Any) -> bool:
        """Whether a point lies in it; its right and lower sides do not."""
        x, y = point if len(point) == 2 else point[0]
        return bool(self.x <= x < self.x + self.w and self.y <= y < self.y + self.h)

    def colliderect(self, *other: Any) -> bool:
        """Whether another one overlaps it."""
        one = type(self)(*other)
        if 0 in (self.w, self.h, one.w, one.h):
            return False
        return bool(self.x < one.x + one.w and one.x < self.x + self.w and self.y < one.y + one.h and one.y < self.y + self.h)


def _corner(across: str, down: str) -> property:
    def get(rect: FRect) -> tuple[Any, Any]:
        return getattr(rect, across), getattr(rect, down)

    def put(rect: FRect, to: tuple[Any, Any]) -> None:
        setattr(rect, across, to[0])
        setattr(rect, down, to[1])

    return property(get, put)


for _up_and_down, _y in (("top", "top"), ("mid", "centery"), ("bottom", "bottom")):
    for _side in ("left", "right"):
        setattr(FRect, f"{_up_and_down}{_side}", _corner(_side, _y))
FRect.midtop, FRect.midbottom = _corner("centerx", "top"), _corner("centerx", "bottom")  # type: ignore[attr-defined]
FRect.center = _corner("centerx", "centery")  # type: ignore[attr-defined]


class Rect(FRect):
    """A rectangle in whole numbers; what is more than a whole is cut off."""

    __slots__ = ()
    _number = int

    @staticmethod
    def _half(length: Any) -> Any:
        return int(length / 2)

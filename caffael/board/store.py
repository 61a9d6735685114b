"""A store of drawn surfaces that forgets the ones unused for longest."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

import pygame


class Store:
    """Surfaces kept by what they show, up to a number of pixels in all."""

    def __init__(self, pixels: int = 12_000_000) -> None:
        self._limit = pixels
        self._held = 0
        self._surfaces: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def __len__(self) -> int:
        return len(self._surfaces)

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Give the surface kept under a key; make and keep it if there is none."""
        surface = self._surfaces.get(key)
        if surface is not None:
            self._surfaces.move_to_end(key)
            return surface
        surface = make()
        self._surfaces[key] = surface
        self._held += _pixels(surface)
        while self._held > self._limit and len(self._surfaces) > 1:
            _, forgotten = self._surfaces.popitem(last=False)
            self._held -= _pixels(forgotten)
        return surface

    def hold(self, pixels: int) -> None:
        """Keep up to another number of pixels from now on."""
        self._limit = pixels

    def clear(self) -> None:
        """Forget everything, as when the window changes its size."""
        self._surfaces.clear()
        self._held = 0


def _pixels(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height()

"""Pictures: the icons in assets/pictures, in any size and colour."""

import io
from functools import lru_cache
from pathlib import Path

import pygame

from caffael.board.store import Store
from caffael.board.theme import Scenes
from caffael.resources import folder
from caffael.words.colours import Colour, written
from caffael.words.looks import look_picture


class Pictures:
    """Renders the icons. A picture that is not there is a KeyError that names it."""

    def __init__(self, place: Path | None = None, pixels: int = 6_000_000) -> None:
        self._place = place or folder("assets") / "pictures"
        self._sources: dict[str, str] = {}
        self._store = Store(pixels)

    def names(self) -> list[str]:
        """List every picture there is."""
        return sorted(path.stem for path in self._place.glob("*.svg"))

    def has(self, name: str) -> bool:
        """Say whether there is a picture of this name."""
        name = look_picture(name)
        return name in self._sources or (self._place / f"{name}.svg").is_file()

    def get(self, name: str, size: tuple[int, int], colour: Colour) -> pygame.Surface:
        """Give a picture as large as fits into a size in pixels, its own shape kept. The surface is shared."""
        return self._store.get((name, size, colour), lambda: self._rendered(name, size, colour))

    def scene(self, name: str, size: tuple[int, int], scenes: Scenes) -> pygame.Surface:
        """Give a picture with colours of its own, as it looks in one look. The surface is shared."""
        key = (name, size, scenes.towards, scenes.share)
        return self._store.get(key, lambda: rendered(scenes.painted(self._source(name)), size))

    def _rendered(self, name: str, size: tuple[int, int], colour: Colour) -> pygame.Surface:
        return rendered(self._source(name).replace("currentColor", written(colour)), size)

    def _source(self, name: str) -> str:
        name = look_picture(name)
        source = self._sources.get(name)
        if source is None:
            path = self._place / f"{name}.svg"
            if not path.is_file():
                raise KeyError(f"there is no picture {name!r} in assets/pictures")
            source = self._sources[name] = path.read_text(encoding="utf-8")
        return source


def rendered(source: str, size: tuple[int, int]) -> pygame.Surface:
    """Draw the text of an SVG picture."""
    surface = pygame.image.load_sized_svg(io.BytesIO(source.encode()), (max(1, size[0]), max(1, size[1])))
    return surface.convert_alpha() if pygame.display.get_surface() else surface


@lru_cache(maxsize=1)
def pictures() -> Pictures:
    """Give the pictures of this project; they are shared by every window."""
    return Pictures()

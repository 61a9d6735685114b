"""Pictures: `pygame.image` and `pygame.transform`."""

from typing import IO, Any, NamedTuple

from caffael.browser import wire
from caffael.browser.standin.png import read_png, write_png
from caffael.browser.standin.surfaces import OPAQUE, Surface, taken


class Image:
    """`pygame.image`."""

    @staticmethod
    def load_sized_svg(file: IO[bytes], size: tuple[int, int]) -> Surface:
        """An SVG picture, as large as fits into a size."""
        source = file.read().decode("utf-8")
        width, height = fitted(source, size)
        return taken(wire.canvas.svg(source, width, height), (width, height))

    @staticmethod
    def load(path: str) -> Surface:
        """A PNG picture from a file."""
        width, height, pixels = read_png(path)
        return taken(wire.canvas.picture(width, height, pixels), (width, height))

    @staticmethod
    def save(surface: Surface, path: str) -> None:
        """Write a surface to a file as PNG."""
        whole = surface.copy()  # of a part of another surface too
        write_png(path, *whole.get_size(), wire.canvas.pixels(whole.number).to_bytes())


class Transform:
    """`pygame.transform`."""

    @staticmethod
    def scale(surface: Surface, size: tuple[float, float]) -> Surface:
        """The same picture at another size, its pixels as they are."""
        return resized(surface, size, False)

    @staticmethod
    def smoothscale(surface: Surface, size: tuple[float, float]) -> Surface:
        """The same picture at another size, softly."""
        return resized(surface, size, True)

    @staticmethod
    def gaussian_blur(surface: Surface, radius: int) -> Surface:
        """A picture out of focus. Pygame's bell curve is 0.9 of the radius wide, as measured."""
        return taken(wire.canvas.blurred(surface.number, 0.9 * radius), surface.get_size())


class Stretched(NamedTuple):
    """A part of a surface at another size."""

    source: Surface
    place: tuple[int, int, int, int]
    size: tuple[int, int]
    smooth: bool

    def lay(self, to: int, x: int, y: int, alpha: int) -> None:
        """Draw it on a canvas."""
        wire.canvas.stretch(to, self.source.number, *self.place, x, y, *self.size, self.smooth, alpha)

    def make(self) -> int:
        """Draw it on a canvas of its own."""
        number: int = wire.canvas.make(*self.size, False)
        self.lay(number, 0, 0, OPAQUE)
        return number


def resized(surface: Surface, size: tuple[float, float], smooth: bool) -> Surface:
    """A surface, or the part that it is, at another size. It is drawn when it is laid on another one; until then its source must stay."""
    width, height = max(1, int(size[0])), max(1, int(size[1]))
    place = (surface._left, surface._top, *surface.get_size())
    return Surface((width, height), recipe=Stretched(surface, place, (width, height), smooth))


def fitted(source: str, size: tuple[int, int]) -> tuple[int, int]:
    """How large an SVG picture is that goes into a size, its shape kept."""
    head = source[: source.index(">")]
    box = attribute(head, "viewBox").replace(",", " ").split()
    wide, high = (float(number) for number in box[2:] or (attribute(head, "width"), attribute(head, "height")))
    factor = min(size[0] / wide, size[1] / high)
    return max(1, round(wide * factor)), max(1, round(high * factor))


def attribute(head: str, name: str) -> str:
    """An attribute of the first element of a picture; empty when it has none of this name."""
    _, _, rest = head.partition(f' {name}="')
    return rest.partition('"')[0]


image: Any = Image
transform: Any = Transform

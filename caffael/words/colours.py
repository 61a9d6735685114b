"""Colours as numbers: reading and writing them, mixing them, how well two stand apart, and what a pack's own colour becomes in a look."""

from collections.abc import Iterable

Colour = tuple[int, int, int]
APART = 4.5
"""The least contrast of letters and pictures with what they stand on (WCAG 2.2, level AA)."""
PALE, BRIGHT = 0.16, 0.8
"""How much of a colour is in its pale ground and in its large fills."""
STEPS = 40


def parse(text: str) -> Colour:
    """Read a colour written `#rrggbb`. Raises ValueError for anything else."""
    if len(text) != 7 or not text.startswith("#"):
        raise ValueError(f"{text!r} is not a colour; write it as #rrggbb")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def written(colour: Colour) -> str:
    """Write a colour as `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Say what lies between two colours; a share of 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def contrast(first: Colour, second: Colour) -> float:
    """Say how well two colours stand apart, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def strengths(own: str, paper: Colour, ink: Colour, grounds: Iterable[Colour]) -> tuple[Colour, Colour, Colour]:
    """A colour of a pack's own as a look can use it: for text and icons, for large fills, for grounds.

    It goes as far towards the ink as it must to be read on its own ground and on all others; its tint stays.
    """
    chosen, all_grounds = parse(own), list(grounds)
    for step in range(STEPS + 1):
        colour = mix(chosen, ink, step / STEPS)
        pale = mix(paper, colour, PALE)
        if all(contrast(colour, ground) >= APART for ground in (pale, *all_grounds)):
            break
    return colour, mix(paper, colour, BRIGHT), pale


def _luminance(colour: Colour) -> float:
    channels = [value / 255 for value in colour]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

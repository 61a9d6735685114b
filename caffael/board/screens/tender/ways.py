"""Beside what counts: the routes, each a press away, and the need, which can be turned over."""

from typing import Protocol

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Button, Card, Tree
from caffael.presentation import blocks
from caffael.presentation.press import Press

GAP = 8.0
UNDER = 12.0
LARGE = 1.3
"""Above this text scale a wide board has no room for the routes beside what counts: they have a page of their own."""


class Desk(Protocol):
    """The sheet of the tender."""

    @property
    def look(self) -> Look:
        """How the board looks."""

    @property
    def tree(self) -> Tree:
        """Its widgets."""

    def press(self, press: Press) -> None:
        """Do what a press does."""


def has_room(look: Look) -> bool:
    """Whether the routes stand beside what counts."""
    return look.text_scale <= LARGE or look.board.height > look.board.width


def add_ways(desk: Desk, box: Box, ways: list[blocks.Button]) -> float:
    """Put the routes in a row and say how high it is, with the air under it.

    Where not all their words have room, the one that is taken has them first, then those that can be; the others are pictures alone.
    """
    look = desk.look
    if not ways or not has_room(look):
        return 0.0
    high = max(look.measure("target"), look.line_height("small") + 20)
    whole = {way.id: Button.natural(look, way.words, way.picture, "small")[0] for way in ways}
    spare = box.width - GAP * (len(ways) - 1) - high * 1.25 * len(ways)
    said = set()
    for way in sorted(ways, key=lambda way: (way.style != "primary", bool(way.why))):
        if whole[way.id] - high * 1.25 <= spare:
            said.add(way.id)
            spare -= whole[way.id] - high * 1.25
    if spare < 0:
        return 0.0
    left = box.left
    for way in ways:
        wide = whole[way.id] if way.id in said else high * 1.25
        desk.tree.root.add(
            Button(
                Box(left, box.top, wide, high),
                way.words,
                lambda press=way.press: desk.press(press),  # type: ignore[misc]
                style=way.style,
                ink=way.ink,
                size="small",
                picture=way.picture,
                icon_only=way.id not in said,
                name=way.id,
                why=way.why,
            )
        )
        left += wide + GAP
    return high + UNDER


def add_about(desk: Desk, box: Box, words: str, press: Press) -> None:
    """Let the picture of the need be pressed: it lays the need's own sheet over the tender."""
    desk.tree.root.add(Card(box, words, _nothing, lambda: desk.press(press), rises=False, name="about"))


def _nothing(painter: Painter, box: Box) -> None:
    """The picture is drawn with the heading."""

"""The sheet beside the shelf: what there is to know of the chosen game, and what can be done with it."""

from collections.abc import Callable
from functools import partial

from caffael.board.drawings.shelf_card import SHAPE, draw_front
from caffael.board.look import Look
from caffael.board.scale import Box
from caffael.board.screens.rows import Change, button, control
from caffael.board.widgets import Card, Heading, ScrollArea, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Group, Text
from caffael.presentation.rows import OneOf, Option

AIR = 28.0
GAP = 14.0
EDGE = 12.0
INKS = {"soft": "ink_soft", "accent": "accent", "bad": "bad"}


def panel_area(box: Box) -> ScrollArea:
    """The part of the sheet in which its widgets stand; it scrolls where letters are large."""
    area = ScrollArea(Box(box.left + AIR, box.top + EDGE + 14, box.width - 2 * AIR, box.height - EDGE - 28), name="panel")
    area.bleed = 10.0
    return area


def fill_panel(
    area: ScrollArea, look: Look, about: Group, offers: Group, picture: str, change: Change, press: Callable[[blocks.Button], None]
) -> None:
    """Put what there is to know of a game and its buttons into the sheet; `picture` is that of the game, empty for one with faults."""
    left, top, wide = area.box.left, area.box.top, area.box.width - 8
    if picture:
        front = lambda painter, at: draw_front(painter, at, picture)  # noqa: E731
        card = area.add(Card(Box(left, top, wide, wide * SHAPE), about.title, front, rises=False, name="front"))
        top = card.box.bottom + 16
    if about.title:
        high = look.words_height(about.title, wide, "heading", True)
        area.add(Heading(Box(left, top, wide, high + 2), about.title))
        top += high + 8
    for text in [block for block in about.blocks if isinstance(block, Text)]:
        bold = text.tone == "accent"
        high = look.words_height(text.words, wide, "body", bold)
        area.add(Words(Box(left, top, wide, high + 2), text.words, ink=INKS[text.tone], bold=bold))
        top += high + 8
    top += 8 if about.title else 0
    for row in [block for block in about.blocks if isinstance(block, OneOf)]:
        line = look.line_height("body")
        area.add(Words(Box(left, top, wide, line), row.words, bold=True))
        fits = max(look.words_width(option.label, "body", True) for option in row.options) + 24 <= (wide - 14) / len(row.options)
        short = row if fits else OneOf(row.id, row.words, tuple(Option(one.key, one.key) for one in row.options), row.chosen)
        at = Box(left + 2, top + line + 8, wide - 4, max(look.measure("target"), line + 22))
        area.add(control(short, at, change))
        top = at.bottom + 24
    least = max(look.measure("target"), look.line_height("body") + 24)
    for one in [block for block in offers.blocks if isinstance(block, blocks.Button)]:
        high = max(least, look.words_height(one.words, wide - 110, "body", True) + 26)
        area.add(button(one, Box(left + 2, top, wide - 4, high), partial(press, one), size="body", named=False))
        top += high + GAP
    area.extent = top - area.box.top + 4

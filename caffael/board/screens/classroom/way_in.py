"""The way in, large enough for the last row: the square, the code, the address in plain text, and the room's sign."""

from collections.abc import Sequence
from functools import lru_cache, partial

from caffael.board.drawings.dealt import draw_sign, draw_square
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Card, Heading, Widget, Words
from caffael.presentation.blocks import Group, Text
from caffael.presentation.classroom.front import FrontRoom

AIR = 34.0
GAP = 18.0
MOST_SQUARE = 520.0
SIGN = 92.0
CODE = 84.0
"""How large a code is written at most."""


@lru_cache(maxsize=4)
def square_of(link: str) -> tuple[tuple[int, ...], ...]:
    """The modules of the QR code of a link."""
    import segno  # noqa: PLC0415 - the extra `classroom`

    return tuple(tuple(row) for row in segno.make(link, error="m", micro=False).matrix)


def add_way_in(look: Look, into: Widget, box: Box, told: Group, room: FrontRoom) -> None:
    """Put it into a box, one below the other; what is said of it last is first to become small."""
    texts = {block.id: block for block in told.blocks if isinstance(block, Text)}
    left, width = box.left + AIR, box.width - 2 * AIR
    heights = {name: look.words_height(text.words, width, size_of(name), bold=name == "address") + 4 for name, text in texts.items()}
    code = min(CODE, width / max(1.0, look.words_width(told.title, 1.0 / look.text_scale * 100, True)) * 100)
    high = code * 1.25
    sign = SIGN * min(1.2, look.text_scale)
    rest = high + sign + sum(deep + 6 for name, deep in heights.items() if name != "picture") + GAP * 1.8
    side = max(160.0, min(width, MOST_SQUARE, box.height - 2 * AIR * 0.7 - rest))
    top = box.top + AIR * 0.7
    into.add(Card(Box(box.centerx - side / 2, top, side, side), room.link, partial(_draw_square, matrix=square_of(room.link)), rises=False))
    top += side + GAP * 0.6
    into.add(Heading(Box(left, top, width, high), told.title, size=code / look.text_scale, align="centre"))
    top += high + 2
    for name in ("address", "how"):
        text = texts.pop(name)
        bold, ink = name == "address", "ink" if name == "address" else "ink_soft"
        into.add(Words(Box(left, top, width, heights[name]), text.words, size=size_of(name), bold=bold, ink=ink, align="centre"))
        top += heights[name] + 4
    top += GAP * 0.5
    wide = sign * 2.1
    picture = texts.pop("picture")
    into.add(Card(Box(left, top, wide, sign), "", partial(_draw_sign, sign=room.picture), rises=False))
    beside = Box(left + wide + 16, top, width - wide - 16, sign)
    into.add(Words(beside, picture.words, size="small", ink="ink_soft", middle=True))
    top += sign + GAP * 0.6
    for name, text in texts.items():
        ink = "bad" if text.tone == "bad" else "ink_soft"
        into.add(Words(Box(left, top, width, max(heights[name], 10.0)), text.words, size="small", ink=ink, name=f"room {name}"))
        top += heights[name] + 6


def size_of(name: str) -> str:
    """How large a sentence of the way in is written."""
    return {"address": "heading", "how": "body"}.get(name, "small")


def _draw_square(painter: Painter, box: Box, matrix: Sequence[Sequence[int]]) -> None:
    draw_square(painter, box, matrix)


def _draw_sign(painter: Painter, box: Box, sign: tuple[str, str, str]) -> None:
    draw_sign(painter, box, sign)

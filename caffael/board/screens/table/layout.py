"""Where everything on the table lies: beside each other on a wide board, closer on one of 4 : 3, below each other on an upright one.

With large letters the council, its tray, the verbs and the map keep their room, and other things give way: the other councils become a
strip, the events and the log are opened by buttons in it, and the market stands at the right as a column.
"""

from dataclasses import dataclass

from caffael.board.look import Look
from caffael.board.scale import Box

TOP = 14.0
SIDE = 16.0
AIR = 16.0
FOOT = 14.0
"""Below the cards of the market."""
GAP = 10.0
NOTE = 640.0
"""The private note is at most so high."""
UPRIGHT = 1.1
"""A board whose width is less than this to its height is upright."""
WIDE = 1620.0
"""A board that is at least so wide has room for three full columns."""
LARGE = 1.3
"""From this text scale on other things give way."""
LOG_LEAST = 170.0
"""The log wants to be so high."""
SQUARE = 1.02
"""How high the map of an upright board is at most, in its widths."""
LEFT, NARROW_LEFT = 0.4, 0.37
"""How wide the council and its tray are on an upright board, and the tray alone, in widths of the board."""
PANEL = 1.35
"""Up to this text scale the letters of the council's panel grow."""
LONG = 1640.0
"""An upright board that is so high has room for two rows of suppliers, and for the whole panel beside large letters."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes of one table. What it has no room for is None: `right` (others, events, log), `strip` (the other councils in a row).

    `foot` is where the verbs lie at the foot of their box, `news` where the log has room below the map of an upright board.
    `panel` is set where the council lies across the board, its tray alone in `left`. `upright` has the head and the verbs across all of it.
    `down`: the market is a column; `rows`: in so many rows it lies, else.
    """

    left: Box
    middle: Box
    market: Box
    foot: Box
    right: Box | None = None
    panel: Box | None = None
    news: Box | None = None
    upright: bool = False
    strip: bool = False
    down: bool = False
    rows: int = 1


def is_upright(look: Look) -> bool:
    """Whether the board is laid out from above to below."""
    return look.board.width < UPRIGHT * look.board.height


def has_column(look: Look) -> bool:
    """Whether the market stands at the right as a column."""
    return look.text_scale >= LARGE and not is_upright(look)


def market_rows(look: Look) -> int:
    """In how many rows the market lies at the foot."""
    return 2 if is_upright(look) and look.board.height >= LONG and look.text_scale < LARGE else 1


def lay_out(look: Look, market: float, head: float, foot: float, panel: float, *, across: bool = True) -> Layout:
    """The boxes of a table. `market` is how high the market is in all, where it lies at the foot, `foot` what lies above it; on an upright
    board `head` is how high what lies above the map is, `panel` the council where it lies across. On a narrower board the verbs lie
    `across` below the map and the right column, where they need it.
    """
    wide, high = look.board.size
    if is_upright(look):
        return _upright(look, market, head, foot, panel)
    if has_column(look):
        left, column = (450.0, 420.0) if wide >= WIDE else (430.0, 344.0)
        begin, tall = SIDE + left + AIR, high - TOP - FOOT
        middle = Box(begin, TOP, wide - SIDE - column - AIR - begin, tall)
        return Layout(Box(SIDE, TOP, left, tall), middle, Box(wide - SIDE - column, TOP, column, tall), middle, strip=True, down=True)
    left, right = (430.0, 410.0) if wide >= WIDE else (400.0, 290.0)
    tall = high - market - 12 - TOP
    begin = SIDE + left + AIR
    middle = Box(begin, TOP, wide - SIDE - right - AIR - begin, tall)
    verbs = middle if wide >= WIDE or not across else Box(begin, TOP, wide - SIDE - begin, tall)
    return Layout(
        Box(SIDE, TOP, left, tall),
        middle,
        Box(0, high - market, wide, market - FOOT),
        verbs,
        Box(wide - SIDE - right, TOP, right, tall if verbs is middle else tall - foot - GAP),
    )


def _upright(look: Look, market: float, head: float, foot: float, panel: float) -> Layout:
    wide, high = look.board.size
    top = TOP + head + GAP
    across = None
    if look.text_scale >= LARGE and high < LONG:
        across = Box(SIDE, top, wide - 2 * SIDE, panel)
        top = across.bottom + GAP
    bottom = high - market - 8 - foot - GAP
    left = wide * (NARROW_LEFT if across else LEFT)
    begin = SIDE + left + AIR
    middle, news = Box(begin, top, wide - SIDE - begin, bottom - top), None
    spare = middle.height - middle.width * SQUARE
    if spare > LOG_LEAST * min(1.4, look.text_scale) + GAP:
        middle.height -= spare
        news = Box(middle.left, middle.bottom + GAP, middle.width, spare - GAP)
    return Layout(
        Box(SIDE, top, left, bottom - top),
        middle,
        Box(0, high - market, wide, market - FOOT),
        Box(SIDE, top, wide - 2 * SIDE, high - market - 8 - top),
        news=news,
        panel=across,
        upright=True,
        strip=True,
        rows=market_rows(look),
    )


def note_room(look: Look, layout: Layout) -> Box:
    """Where the private note lies: beside the council, not over the market, which shows what the team alone knows too."""
    if layout.upright:
        top = layout.left.top
        return Box(SIDE, top, look.board.width - 2 * SIDE, layout.market.top - top)
    right = layout.market.left if layout.down else look.board.width
    return Box(layout.middle.left, TOP + 80, right - SIDE - layout.middle.left, NOTE)

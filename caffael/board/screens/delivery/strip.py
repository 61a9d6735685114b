"""Every council's contracts, small, with a tick or a crack as they are checked."""

from collections.abc import Sequence

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.presentation.blocks import Checked, Line

GAP = 14.0


def draw_strip(painter: Painter, box: Box, councils: Sequence[Line], checks: Sequence[Checked], told: int, now: int) -> None:
    """Draw a card for each council; `told` checks have been told, `now` is the one on the stage (-1: none)."""
    width = (box.width - GAP * (len(councils) - 1)) / len(councils)
    for place, line in enumerate(councils):
        where = Box(box.left + place * (width + GAP), box.top, width, box.height)
        own = [(at, check) for at, check in enumerate(checks) if line.id == f"delivered.{check.seat}"]
        turn = any(at == now for at, _ in own)
        painter.card(where, "gold_pale" if turn else "paper", edge=line.ink, edge_side="top", edge_width=8, line="gold" if turn else "line")
        _draw_council(painter, where, line, own, told, now)


def _draw_council(painter: Painter, box: Box, line: Line, own: list[tuple[int, Checked]], told: int, now: int) -> None:
    look = painter.look
    high = look.line_height("small")
    taken = look.words_width(line.value, "small", bold=True) + 14 if line.value else 0.0
    painter.words(line.title, (box.left + 16, box.top + 16), "small", line.ink, bold=True, width=box.width - 32 - taken)
    painter.words(line.value, (box.right - 16, box.top + 16), "small", "ink", bold=True, anchor="topright")
    if not own:
        painter.words(line.words, (box.left + 16, box.top + 20 + high), "tiny", "ink_soft", width=box.width - 32)
        return
    room = Box(box.left + 16, box.top + 24 + high, box.width - 32, box.height - high - 36)
    rows = 1 if len(own) * 62 <= room.width or room.height < 90 else 2
    per_row = -(-len(own) // rows)
    size = min(60.0, room.width / per_row - 8, room.height / rows - 8)
    for place, (at, check) in enumerate(own):
        centre = (room.left + size / 2 + (place % per_row) * (size + 8), room.top + size / 2 + (place // per_row) * (size + 8))
        draw_checked(painter, centre, size / 2, check, at < told, at == now)


def draw_checked(painter: Painter, centre: tuple[float, float], radius: float, check: Checked, told: bool, now: bool) -> None:
    """Draw a contract as a disc; once it is told with a tick or a crack."""
    outcome = "good" if check.reached else "bad"
    line = outcome if told else ("gold" if now else "line")
    painter.circle(centre, radius, "paper" if told or now else "paper_warm", line, 4 if told or now else 2)
    painter.icon(check.picture, centre, radius * 1.1, f"category.{check.picture}" if told or now else "line_strong")
    if told:
        at = (centre[0] + radius * 0.72, centre[1] - radius * 0.68)
        painter.circle(at, radius * 0.42, outcome, "paper", 2)
        painter.icon("check" if check.reached else "miss", at, radius * 0.56, "ink_light")

"""Every council's contracts, small, with a tick or a crack as they are checked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.presentation.year.checks import Check
from caffael.words.looks import team_ink

if TYPE_CHECKING:
    from caffael.board.game import Session

GAP = 14.0


def strip_seats(session: "Session", checks: Sequence[Check]) -> list[int]:
    """The seats in the order in which they deliver; those without a contract last."""
    order = list(dict.fromkeys(check.seat for check in checks))
    return order + [seat for seat in range(session.game.state.seats) if seat not in order]


def draw_strip(painter: Painter, box: Box, session: "Session", checks: Sequence[Check], told: int, now: int) -> None:
    """Draw a card for each council; `told` checks have been told, `now` is the one on the stage (-1: none)."""
    seats = strip_seats(session, checks)
    width = (box.width - GAP * (len(seats) - 1)) / len(seats)
    for place, seat in enumerate(seats):
        where = Box(box.left + place * (width + GAP), box.top, width, box.height)
        own = [(at, check) for at, check in enumerate(checks) if check.seat == seat]
        turn = any(at == now for at, _ in own)
        painter.card(
            where, "gold_pale" if turn else "paper", edge=team_ink(seat), edge_side="top", edge_width=8, line="gold" if turn else "line"
        )
        _draw_council(painter, where, session, seat, own, told, now)


def _draw_council(painter: Painter, box: Box, session: "Session", seat: int, own: list[tuple[int, Check]], told: int, now: int) -> None:
    look = painter.look
    line = look.line_height("small")
    counted = [check for at, check in own if at < told]
    reached = sum(check.reached for check in counted)
    words = session.text("{n} of {most}", n=reached, most=len(own)) if own else ""
    taken = look.words_width(words, "small", bold=True) + 14 if words else 0.0
    painter.words(
        session.viewer.council(seat), (box.left + 16, box.top + 16), "small", team_ink(seat), bold=True, width=box.width - 32 - taken
    )
    painter.words(words, (box.right - 16, box.top + 16), "small", "ink", bold=True, anchor="topright")
    if not own:
        painter.words(session.text("no contract yet"), (box.left + 16, box.top + 20 + line), "tiny", "ink_soft", width=box.width - 32)
        return
    room = Box(box.left + 16, box.top + 24 + line, box.width - 32, box.height - line - 36)
    rows = 1 if len(own) * 62 <= room.width or room.height < 90 else 2
    per_row = -(-len(own) // rows)
    size = min(60.0, room.width / per_row - 8, room.height / rows - 8)
    for place, (at, check) in enumerate(own):
        centre = (room.left + size / 2 + (place % per_row) * (size + 8), room.top + size / 2 + (place // per_row) * (size + 8))
        draw_checked(painter, centre, size / 2, session, check, at < told, at == now)


def draw_checked(
    painter: Painter, centre: tuple[float, float], radius: float, session: "Session", check: Check, told: bool, now: bool
) -> None:
    """Draw a contract as a disc; once it is told with a tick or a crack."""
    category = session.viewer.need_look(check.need)
    line = ("good" if check.reached else "bad") if told else ("gold" if now else "line")
    painter.circle(centre, radius, "paper" if told or now else "paper_warm", line, 4 if told or now else 2)
    painter.icon(category, centre, radius * 1.1, f"category.{category}" if told or now else "line_strong")
    if told:
        at = (centre[0] + radius * 0.72, centre[1] - radius * 0.68)
        painter.circle(at, radius * 0.42, "good" if check.reached else "bad", "paper", 2)
        painter.icon("check" if check.reached else "miss", at, radius * 0.56, "ink_light")

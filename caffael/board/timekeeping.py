"""The team timer in a session: it counts for the team that decides, and says once when the time is over."""

from typing import TYPE_CHECKING

from caffael.presentation.screens import TIMED
from caffael.presentation.setup.outcomes import outcome

if TYPE_CHECKING:
    from caffael.board.game import Session


def keep_time(session: "Session") -> None:
    """Let the timer count on or rest, and have its ring drawn when a part of it has gone. Done in each frame."""
    match, timer, top = session.match, session.timer, session.app.screen
    if match is None or timer.minutes == 0 or top is None:
        return
    seat = session.deciding_seat()
    deciding = seat is not None and top.id in TIMED
    timer.watch((seat, len(match.history)), deciding)
    ring = (timer.step, timer.over)
    if ring != timer.shown:
        if deciding and timer.over and not timer.shown[1]:
            session.app.say(outcome(session.language, "time"))
        timer.shown = ring
        top.redraw()

"""The team timer on the screens on which a team decides."""

from typing import Protocol

from caffael.board.drawings.bars import draw_timer_ring
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.team_timer import STEPS, TeamTimer
from caffael.board.widgets import Widget
from caffael.presentation.settings import time_label, time_left
from caffael.words.language import Language

RING = 56.0
AIR = 10.0


class Timed(Protocol):
    """A session in which time is counted."""

    timer: TeamTimer
    language: Language

    def deciding_seat(self) -> int | None:
        """The seat of people that decides now, if one does."""


def timer_room(session: Timed, seat: int) -> float:
    """How much room the ring takes beside the name of a team: nothing where no time is counted."""
    return RING + AIR if session.timer.minutes > 0 and session.deciding_seat() == seat else 0.0


def add_timer(session: Timed, into: Widget, right: float, middle: float, seat: int) -> None:
    """Put the ring with its right end at a place, if time is counted for this seat."""
    if timer_room(session, seat):
        into.add(TimerRing(session, Box(right - RING, middle - RING / 2, RING, RING), seat))


class TimerRing(Widget):
    """The ring of the seat that decides. It asks the timer each time it is drawn or read."""

    role = "timer"

    def __init__(self, session: Timed, box: Box, seat: int) -> None:
        super().__init__(box, time_label(session.language), name="timer")
        self.session = session
        self.seat = seat

    @property
    def value(self) -> str:
        """The minutes that are left, or that it is time."""
        timer = self.session.timer
        return time_left(self.session.language, timer.minutes_left, timer.over)

    def draw(self, painter: Painter) -> None:
        """Draw it."""
        timer = self.session.timer
        draw_timer_ring(painter, self.box, timer.step / STEPS, timer.minutes_left, f"team.{self.seat}")

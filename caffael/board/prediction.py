"""Who the class thinks will win: said before a tender is published, kept until its bids have turned up. It is written down nowhere."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caffael.board.game import Session


@dataclass(frozen=True, slots=True)
class Prediction:
    """The supplier that was named, and for which tender."""

    seat: int
    need: int
    supplier: int


def asks_first(session: "Session") -> bool:
    """Whether the class is asked before bids are turned up: not on a board that plays by itself, nor in the guided game."""
    settings = session.settings
    return settings.predict and not settings.instant and session.guide is None


def take_prediction(session: "Session", seat: int, need: int) -> Prediction | None:
    """What was predicted for a tender whose bids are there now, once; None where nobody did."""
    said = session.prediction
    if said is None or (said.seat, said.need) != (seat, need):
        return None
    session.prediction = None
    return said

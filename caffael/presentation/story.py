"""One action as it was played: what the pages of bids, delivery, review and opening tell of."""

from dataclasses import dataclass

from caffael.rules.records import Happened, State, Table


@dataclass(frozen=True, slots=True)
class Story:
    """Who did what, what happened, the table of bids if a tender was assessed, and what the acting seat knew of the table before."""

    seat: int
    action: int
    happenings: tuple[Happened, ...]
    table: Table | None
    before: State

"""How a match stands, and why an action was refused."""

from typing import NamedTuple

from caffael.rules.actions import Reason
from caffael.rules.cards import Cards
from caffael.rules.records import Score, State
from caffael.rules.scoring import fill_ranking, mean_score, somebody_wins
from caffael.rules.terms import SEATS, Ending, Phase
from caffael.words.sentences.reasons import REASON_SENTENCES


class IllegalAction(Exception):  # noqa: N818 - it is named for what was tried
    """An action that is not legal now for a seat; `reason` says why. Nothing was recorded and nothing has changed."""

    def __init__(self, action: int, seat: int, reason: Reason) -> None:
        super().__init__(f"Action {action} is not legal for seat {seat} now. {REASON_SENTENCES[reason]}")
        self.action = action
        self.seat = seat
        self.reason = reason


class Standing(NamedTuple):
    """A seat in the ranking: 0 is first, and shared ranks are equal."""

    rank: int
    seat: int
    total: int


def ranking_of(cards: Cards, state: State) -> list[Standing]:
    """The seats as they stand, best first."""
    totals, ranks = [0] * SEATS, [0] * SEATS
    fill_ranking(cards, state, Score(), totals, ranks)
    return sorted(Standing(ranks[seat], seat, totals[seat]) for seat in range(state.seats))


def mean_of(cards: Cards, state: State) -> int:
    """The mean score of all seats, as a shared end asks for it."""
    totals, ranks = [0] * SEATS, [0] * SEATS
    fill_ranking(cards, state, Score(), totals, ranks)
    return mean_score(state, totals)


def winners_of(cards: Cards, state: State) -> list[int]:
    """The seats that have won; none before the end, nor when the region failed at a hard or shared end.

    At a shared end all win together or none.
    """
    standings = ranking_of(cards, state)
    totals = [0] * SEATS
    for standing in standings:
        totals[standing.seat] = standing.total
    if state.phase != Phase.END or not somebody_wins(cards, state, totals):
        return []
    if cards.settings.ending == Ending.SHARED:
        return list(range(state.seats))
    return [standing.seat for standing in standings if standing.rank == 0]

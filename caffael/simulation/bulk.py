"""Many games between bots, and what they add up to.

Seats are rotated so that no bot keeps a seat. Every game has a seed of its own, made from the run's seed and the game's number, so a run
is the same however it is cut. A place shared by two is half a win for each.
"""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from caffael.bots import BOTS
from caffael.bots.desk import Desk
from caffael.rules.actions import legal_actions
from caffael.rules.chance import seed_stream
from caffael.rules.copying import copy_into
from caffael.rules.deal import lay_table, shuffle_decks
from caffael.rules.records import Cards, Deal, Score, State, Stream, Told
from caffael.rules.scoring import fill_ranking
from caffael.rules.step import begin, step
from caffael.rules.terms import CHOICES, SEATS, Phase
from caffael.rules.year import region_failed

LONGEST = 20_000
"""Decisions after which a game counts as unfinished."""
GAMES_A_SEED = 1 << 24
SEED_SPACE = 1 << 52


@dataclass
class Tally:
    """What a run of games has added up to so far."""

    places: int
    seats: int
    games: int = 0
    unfinished: int = 0
    actions: int = 0
    failed: int = 0
    wins: list[float] = field(default_factory=list)
    scores: list[int] = field(default_factory=list)
    seat_wins: list[float] = field(default_factory=list)
    carbon: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.wins = [0.0] * self.places
        self.scores = [0] * self.places
        self.seat_wins = [0.0] * self.seats


class Player:
    """Plays whole games between bots on one table, laid anew for each."""

    def __init__(self, cards: Cards, bots: Sequence[str]) -> None:
        self.cards = cards
        self.policies = [BOTS[name] for name in bots]
        self.deal, self.state, self.blank, self.told = Deal(), State(), State(), Told()
        self.stream, self.desk, self.legal = Stream(), Desk(), [0] * CHOICES
        self.bot_streams = [Stream() for _ in bots]

    def play(self, seed: int, rotation: int) -> bool:
        """Play one game to its end; seat i is held by the bot at place (i + rotation). False when it did not end."""
        cards, deal, state, told = self.cards, self.deal, self.state, self.told
        seats = len(self.policies)
        copy_into(state, self.blank)
        told.count = 0
        shuffle_decks(cards, seed, self.stream, deal)
        lay_table(cards, deal, state, seats, [(seat + seed) % cards.council_count for seat in range(seats)], told)
        begin(cards, deal, state, told)
        for seat in range(seats):
            seed_stream(self.bot_streams[seat], seed, 1 + seat)
        for _ in range(LONGEST):
            if state.phase == Phase.END:
                return True
            seat = state.decider
            count = legal_actions(cards, state, self.legal)
            policy = self.policies[(seat + rotation) % seats]
            choice = policy(cards, state, self.legal, count, self.bot_streams[seat], self.desk)
            step(cards, deal, state, self.legal[choice], told)
        return False


def play_games(
    cards: Cards, bots: Sequence[str], games: int, seed: int, on_game: Callable[[Tally], None] | None = None
) -> tuple[Tally, float]:
    """Play games between bots (1 to 6 names) and return what they add up to, and the seconds they took."""
    player = Player(cards, bots)
    tally = Tally(len(bots), len(bots))
    score, totals, ranks = Score(), [0] * SEATS, [0] * SEATS
    started = time.perf_counter()
    for game in range(games):
        rotation = game % len(bots)
        finished = player.play((seed * GAMES_A_SEED + game) % SEED_SPACE, rotation)
        tally.games += 1
        tally.actions += player.state.table_actions
        if finished:
            fill_ranking(cards, player.state, score, totals, ranks)
            count_game(tally, cards, player.state, rotation, totals, ranks)
        else:
            tally.unfinished += 1
        if on_game is not None:
            on_game(tally)
    return tally, time.perf_counter() - started


def count_game(tally: Tally, cards: Cards, state: State, rotation: int, totals: list[int], ranks: list[int]) -> None:
    """Add a finished game to the tally."""
    first = ranks[: state.seats].count(0)
    for seat in range(state.seats):
        place = (seat + rotation) % state.seats
        won = 1 / first if ranks[seat] == 0 else 0.0
        tally.wins[place] += won
        tally.seat_wins[seat] += won
        tally.scores[place] += totals[seat]
    tally.failed += 1 if region_failed(cards, state) else 0
    tally.carbon.append(state.carbon)


def interval(share: float, games: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson's score interval)."""
    if games == 0:
        return 0.0, 1.0
    z = 1.959964
    middle = (share + z * z / (2 * games)) / (1 + z * z / games)
    half = z * math.sqrt(share * (1 - share) / games + z * z / (4 * games * games)) / (1 + z * z / games)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def percentile(numbers: Sequence[int], percent: int) -> float:
    """A percentile by the nearest rank; 0 when there are no numbers."""
    if not numbers:
        return 0.0
    ordered = sorted(numbers)
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]


def summary(tally: Tally, bots: Sequence[str], seconds: float) -> dict[str, Any]:
    """A run as plain data: shares, intervals, scores, carbon in tonnes."""
    done = tally.games - tally.unfinished
    entries = []
    for place, name in enumerate(bots):
        share = tally.wins[place] / done if done else 0.0
        low, high = interval(share, done)
        mean = tally.scores[place] / done if done else 0.0
        entries.append({"name": name, "win_share": share, "win_low": low, "win_high": high, "mean_score": mean})
    return {
        "games": tally.games,
        "unfinished": tally.unfinished,
        "seconds": seconds,
        "games_per_second": tally.games / seconds if seconds else 0.0,
        "actions": tally.actions,
        "actions_per_second": tally.actions / seconds if seconds else 0.0,
        "bots": entries,
        "seats": [{"win_share": wins / done if done else 0.0} for wins in tally.seat_wins],
        "region_failed_share": tally.failed / done if done else 0.0,
        "carbon_t": {f"p{p}": percentile(tally.carbon, p) / 1000 for p in (10, 50, 90)},
    }

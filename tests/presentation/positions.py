"""Games played to where there is something to see: the same decisions each time, so that golden texts stay."""

from collections.abc import Callable
from functools import lru_cache

from caffael.match import Match, Seat
from caffael.rules.terms import Phase
from caffael.scenario import load_pack

TEAMS = ("Derwen", "Bedwen", "Celyn", "Onnen")
SEED = 7


def game(
    scenario: str = "smarter-spending",
    years: int | None = 3,
    players: tuple[str, ...] = ("you", "cheapest", "greenest", "local"),
    seed: int = SEED,
) -> Match:
    """A new game of four teams: people, and three computer teams."""
    pack = load_pack(scenario, years)
    councils = pack.ids.councils
    seats = [Seat(team, councils[place], player) for place, (team, player) in enumerate(zip(TEAMS, players, strict=False))]
    return Match.start(pack, seats, seed)


def play_until(match: Match, reached: Callable[[Match], bool], advice: str = "balanced") -> Match:
    """Let computer teams decide, and a bot's advice for people, until something is reached or the game is over."""
    while not match.finished and not reached(match):
        match.play(match.bot_action(match.bot_to_move() or advice))
    return match


def at_year(year: int, seat: int = 0, scenario: str = "smarter-spending", years: int | None = 3) -> Match:
    """A game in which a seat is about to buy in a year."""
    there = lambda match: match.state.year == year and match.state.decider == seat and match.state.phase == Phase.BUY  # noqa: E731
    return play_until(game(scenario, years), there)


@lru_cache(maxsize=4)
def finished(scenario: str = "smarter-spending", years: int | None = 3) -> Match:
    """A game that is over. It is shared: look, don't play."""
    return play_until(game(scenario, years), lambda match: False)

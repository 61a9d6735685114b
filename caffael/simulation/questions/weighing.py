"""What it is worth to choose weights for each need: bots that always publish one row, or one preset, against bots that choose."""

from collections.abc import Iterable, Sequence

from caffael.bots.line_up import preset_names
from caffael.rules.presets import BALANCED, preset_row
from caffael.rules.terms import CRITERIA, NONE, Criterion
from caffael.scenario import Pack
from caffael.simulation.play.laboratory import Outcome
from caffael.simulation.play.shares import Figure, quotient
from caffael.simulation.questions.outcomes import mean_score

SEARCHED = 400
"""Games in which each row of weights is tried, at most; a quarter of those of a bar that has few, and no less than 100."""
FEWEST = 100
FINALISTS = 5
"""Rows that are then played as often as a bar says."""
THOUGHT = ("iterations=", "seconds=", "ahead=")
"""A planner's own parameters."""


def against(bots: Sequence[str], of: str, other: str) -> tuple[str, ...]:
    """A line-up in which another bot has the later half of a bot's places."""
    places = [place for place, bot in enumerate(bots) if bot == of]
    given = places[len(places) - len(places) // 2 :]
    return tuple(other if place in given else bot for place, bot in enumerate(bots))


def instead(bots: Sequence[str], of: str, other: str) -> tuple[str, ...]:
    """A line-up in which another bot has all places of a bot."""
    return tuple(other if bot == of else bot for bot in bots)


def quick(bot: str) -> str:
    """The bot of the same taste that does not plan: rows are searched at its speed."""
    name, *parameters = bot.split(":")
    if name != "planner":
        return bot
    return ":".join(["balanced", *(each for each in parameters if not each.startswith(THOUGHT))])


def searched(games: int) -> int:
    """In how many games each row is tried, by the games that a bar asks for."""
    return min(max(games // 4, FEWEST), SEARCHED)


def row_name(pack: Pack, row: int) -> str:
    """A row of weights as it is told: by its card, where weights are cards."""
    return pack.ids.weight_cards[row] if pack.ids.weight_cards else pack.ids.weights[row]


def share_of(outcome: Outcome, of: str, other: str) -> Figure:
    """The mean score of a bot as a share of another's in the same games."""
    return quotient(mean_score(outcome, other), mean_score(outcome, of))


def best_rows(shares: Iterable[float]) -> list[int]:
    """The few rows with the largest shares, the best first; of equals the first."""
    tried = list(shares)
    return sorted(range(len(tried)), key=lambda row: (-tried[row], row))[:FINALISTS]


def named_for(pack: Pack) -> dict[str, Criterion]:
    """The presets that are named for one criterion, with it: not the balanced one, nor those in which two weigh as much."""
    cards, names = pack.cards, preset_names(pack.ids)
    if not pack.ids.weight_cards:
        return {name: Criterion[name.upper()] for name in names[1:]}
    found = {}
    for row, name in enumerate(names):
        weights = cards.weights[row * CRITERIA : (row + 1) * CRITERIA]
        if row != preset_row(cards, BALANCED, NONE) and weights.count(max(weights)) == 1:
            found[name] = Criterion(weights.index(max(weights)))
    return found

"""What can be asked of a run, by name: one figure each, with its interval. Sweeps, sensitivity, tuning and the bars all ask here."""

from collections.abc import Callable
from difflib import get_close_matches
from math import sqrt

from caffael.rules.terms import Criterion, Route
from caffael.simulation.play.counts import WIN
from caffael.simulation.play.laboratory import Outcome
from caffael.simulation.play.shares import Figure, mean, percentile, share

COMPETITION = 3


class NoSuchOutcomeError(ValueError):
    """An outcome that can't be asked of a run; its text is one plain sentence."""


def win_share(outcome: Outcome, bot: str) -> Figure:
    """The share of games that a bot wins, over all its places."""
    places = places_of(outcome, bot)
    return share(sum(int(outcome.tally.won[place]) for place in places) / WIN, outcome.tally.finished)


def mean_score(outcome: Outcome, bot: str) -> Figure:
    """A bot's mean score, over all its places."""
    tally, places = outcome.tally, places_of(outcome, bot)
    total, squares = (sum(int(numbers[place]) for place in places) for numbers in (tally.score, tally.squares))
    return mean(total, squares, tally.finished * len(places))


def debt_share(outcome: Outcome, bot: str) -> Figure:
    """The share of a bot's council-years that end below zero."""
    tally, places = outcome.tally, places_of(outcome, bot)
    years = outcome.run.pack.cards.settings.years
    return share(sum(int(tally.debts[place]) for place in places), tally.finished * len(places) * years)


def bought_share(outcome: Outcome, bot: str) -> Figure:
    """The share of the needs in a bot's trays, when a year's Buy begins, that it buys in that year."""
    lying, bought = (sum(int(outcome.tally.needs[place, i]) for place in places_of(outcome, bot)) for i in (0, 1))
    return share(bought, lying)


def places_of(outcome: Outcome, bot: str) -> list[int]:
    """The places of a bot in the line-up. Raises NoSuchOutcomeError when it doesn't play."""
    places = [place for place, name in enumerate(outcome.run.bots) if name == bot]
    if not places:
        raise NoSuchOutcomeError(f"{bot!r} does not play in {','.join(outcome.run.bots)}.")
    return places


def seat_share(outcome: Outcome, seat: str) -> Figure:
    """The share of games won from a seat, counted from 1."""
    if not (seat.isdigit() and 1 <= int(seat) <= len(outcome.run.bots)):
        raise NoSuchOutcomeError(f"There is no seat {seat!r}: write 1 to {len(outcome.run.bots)}.")
    return share(int(outcome.tally.seat_won[int(seat) - 1]) / WIN, outcome.tally.finished)


def failed_share(outcome: Outcome, _: str = "") -> Figure:
    """The share of games in which the region is over its carbon budget."""
    return share(outcome.tally.failed, outcome.tally.finished)


def leader_wins(outcome: Outcome, _: str = "") -> Figure:
    """The share of games that the leader half-way wins."""
    return share(outcome.tally.leader_won / WIN, outcome.tally.finished)


def spread(outcome: Outcome, _: str = "") -> Figure:
    """How far apart the scores of one game's councils are, in points: the root of the mean sample variance within a game."""
    tally, councils = outcome.tally, len(outcome.run.bots)
    if councils < 2:
        return Figure(0.0, 0.0, 0.0)
    found = mean(tally.scatter, tally.scatter_squares, tally.finished)
    value, low, high = (sqrt(max(number, 0.0) / (councils * (councils - 1))) for number in (found.value, found.low, found.high))
    return Figure(value, low, high)


def joint_games(outcome: Outcome, _: str = "") -> Figure:
    """The share of games in which two councils buy together."""
    return share(outcome.tally.joint_games, outcome.tally.finished)


def over_cost(outcome: Outcome, _: str = "") -> Figure:
    """The points that carbon costs a council over its own share, in the mean, where the region fails."""
    councils, points, squares = (int(number) for number in outcome.tally.over)
    return mean(points, squares, councils)


def every_score(outcome: Outcome, _: str = "") -> Figure:
    """The mean score of all councils."""
    tally = outcome.tally
    return mean(int(tally.score.sum()), int(tally.squares.sum()), tally.finished * len(outcome.run.bots))


def swayed(outcome: Outcome, _: str = "") -> Figure:
    """The share of needs in trays when Buy begins whose likely winner another council's move changes in the year; in a close look."""
    lying, changed = (int(number) for number in outcome.tally.sway)
    return share(changed, lying)


def near_best(outcome: Outcome, criterion: Criterion) -> Figure:
    """The share of contests whose winner is best or second best of the bidders on a criterion. A close look counts it."""
    return share(int(outcome.tally.near_best[criterion]), int(outcome.tally.contests[0]))


def poor(outcome: Outcome, criterion: Criterion) -> Figure:
    """The share of contests whose winner has 0 or 1 of 5 on a criterion. A close look counts it."""
    return share(int(outcome.tally.poor[criterion]), int(outcome.tally.contests[0]))


def carbon_median(outcome: Outcome, _: str = "") -> Figure:
    """The median carbon of the region in tonnes; the interval is that of the median's rank."""
    carbon, games = outcome.tally.carbon, outcome.tally.finished
    half = 98 / max(games, 1) ** 0.5
    return Figure(percentile(carbon, 50), percentile(carbon, max(int(50 - half), 0)), percentile(carbon, min(int(50 + half) + 1, 100)))


def bidders_share(outcome: Outcome, bidders: str = str(COMPETITION)) -> Figure:
    """The share of open tenders for which so many or more bid."""
    counts = outcome.tally.open_bidders
    return share(int(counts[int(bidders or COMPETITION) :].sum()), int(counts.sum()))


def no_bid_share(outcome: Outcome, _: str = "") -> Figure:
    """The share of open tenders for which nobody bids."""
    return share(int(outcome.tally.open_bidders[0]), int(outcome.tally.open_bidders.sum()))


def asked_and_got(outcome: Outcome, criterion: str) -> Figure:
    """How often the best on a criterion wins an open tender with three bidders or more that asks for it most."""
    index = Criterion[criterion.upper()]
    return share(int(outcome.tally.got[index]), int(outcome.tally.asked[index]))


def route_share(outcome: Outcome, route: str) -> Figure:
    """The share of all tenders that go by a route."""
    return share(int(outcome.tally.tenders[:, Route[route.upper()]].sum()), int(outcome.tally.tenders.sum()))


def promises_kept(outcome: Outcome, _: str = "") -> Figure:
    """The share of promised social value that comes."""
    return share(int(outcome.tally.promises[:, 1].sum()), int(outcome.tally.promises[:, 0].sum()))


def local_share(outcome: Outcome, _: str = "") -> Figure:
    """The share of the money spent that stays in the region."""
    return share(int(outcome.tally.money[:, 1].sum()), int(outcome.tally.money[:, 0].sum()))


OUTCOMES: dict[str, tuple[Callable[[Outcome, str], Figure], str]] = {
    "win_share": (win_share, "a bot of the line-up"),
    "mean_score": (mean_score, "a bot of the line-up"),
    "debt_share": (debt_share, "a bot of the line-up"),
    "bought_share": (bought_share, "a bot of the line-up"),
    "seat_share": (seat_share, "a seat, from 1"),
    "failed_share": (failed_share, ""),
    "leader_wins": (leader_wins, ""),
    "spread": (spread, ""),
    "joint_games": (joint_games, ""),
    "over_cost": (over_cost, ""),
    "carbon_median_t": (carbon_median, ""),
    "bidders_share": (bidders_share, "how many bidders or more"),
    "no_bid_share": (no_bid_share, ""),
    "asked_and_got": (asked_and_got, "a criterion"),
    "route_share": (route_share, "a route"),
    "promises_kept": (promises_kept, ""),
    "local_share": (local_share, ""),
}
"""Every outcome by its name, and what stands behind its colon: `win_share:balanced`, `failed_share`."""


def check_outcome(name: str) -> None:
    """Raise NoSuchOutcomeError for a name that no outcome has, or one that lacks what stands behind its colon."""
    word, _, rest = name.partition(":")
    if word not in OUTCOMES:
        near = get_close_matches(word, OUTCOMES, 1)
        hint = f"; did you mean {near[0]}?" if near else "."
        raise NoSuchOutcomeError(f"There is no outcome {word!r}: write {', '.join(OUTCOMES)}{hint}")
    wanted = OUTCOMES[word][1]
    if wanted and not rest:
        raise NoSuchOutcomeError(f"{word} asks for {wanted} behind a colon, such as {word}:{EXAMPLES[word]}.")
    known = [member.name.lower() for member in (Criterion if word == "asked_and_got" else Route)]
    if word in {"asked_and_got", "route_share"} and rest not in known:
        raise NoSuchOutcomeError(f"{word}:{rest} is not known; behind the colon write {', '.join(known)}.")


EXAMPLES = {
    "win_share": "balanced",
    "mean_score": "balanced",
    "debt_share": "balanced",
    "bought_share": "balanced",
    "seat_share": "1",
    "bidders_share": "3",
    "asked_and_got": "price",
    "route_share": "open",
}


def figure_of(outcome: Outcome, name: str) -> Figure:
    """The figure of an outcome by its name. Raises NoSuchOutcomeError."""
    check_outcome(name)
    word, _, rest = name.partition(":")
    return OUTCOMES[word][0](outcome, rest)

"""A rehearsal: a pack played a few thousand times between bots, and what in it is then worth a second look.

Four tables of equal bots play, one style each: `balanced` as a good pupil, and `cheapest`, `greenest` and `local` as pupils who chase one
thing. Then all styles sit at one table, which shows what a class would mostly see (`one_sided`). What none of them ever buys, wins or
uses is told, and so is a region that always or never fails, a game in which play hardly matters, and a seat that wins too much. Seconds
are enough for this; what a scenario promises of its balance is for bars (`balance`).
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

from caffael.rules.terms import Ending, Route
from caffael.scenario import Fault, Pack
from caffael.scenario.faults import mended_above
from caffael.scenario.read.sheets import titled
from caffael.scenario.read.toml_text import spot_at
from caffael.simulation.play.laboratory import Laboratory, Outcome
from caffael.simulation.play.runs import Run
from caffael.simulation.play.shares import share
from caffael.simulation.questions.one_sided import one_sided
from caffael.simulation.questions.outcomes import seat_share
from caffael.words.sentence import Sentence

GOOD_PUPIL = "balanced"
STYLES = {GOOD_PUPIL: 1000, "cheapest": 400, "greenest": 400, "local": 400}
"""Games of each style: enough for shares within three or five points of a hundred."""
MIXED = 1000
"""Games in which all styles sit at one table."""
NEARLY_ALWAYS = 0.95
HARDLY_EVER = 0.01
LONELY = 0.25
"""From this share of open tenders with one bid or none on, bids are too rare."""
BIDS = 50
"""A supplier that never wins against others is told from so many bids on."""
LEAST_SPREAD = 5.0
"""Points: a smaller standard deviation of the scores of good pupils leaves nothing to win by."""
LEAST_GAP = 3.0
"""Points between the best and the worst style; a smaller gap says that it hardly matters how one plays."""
SEAT_LUCK = 1.3
"""A seat that certainly wins so many times its share is too lucky."""


@dataclass(frozen=True)
class Rehearsal:
    """What was played: one outcome for each style, one of all together, and whether Ctrl-C broke it off."""

    pack: Pack
    outcomes: dict[str, Outcome]
    stopped: bool
    mixed: Outcome | None = None

    @property
    def games(self) -> int:
        """Games that came to their end, of all styles."""
        return sum(outcome.tally.finished for outcome in self.outcomes.values())

    def total(self, part: str, kind: str = "") -> Any:
        """A table of the tallies, added up over all styles and, where it has them, places."""
        tables = [getattr(outcome.tally, part) for outcome in self.outcomes.values()]
        return sum(table[kind].sum(axis=0) if kind == "routes" else table[kind] for table in tables) if kind else sum(tables)


def rehearse(pack: Pack, laboratory: Laboratory, seed: int = 1) -> Rehearsal:
    """Play a pack with its usual teams and years."""
    teams = min(pack.teams, pack.cards.council_count)
    outcomes: dict[str, Outcome] = {}
    for style, games in STYLES.items():
        outcome = laboratory.play(Run(pack, (style,) * teams, games, seed, detail=True), f"{pack.id}: {style}")
        outcomes[style] = outcome
        if outcome.stopped:
            return Rehearsal(pack, outcomes, True)
    seats = min(max(teams, len(STYLES)), pack.teams_most, pack.cards.council_count)
    if seats < len(STYLES):
        return Rehearsal(pack, outcomes, False)  # too few places for unlike players
    table = tuple(islice(cycle(STYLES), seats))
    mixed = laboratory.play(Run(pack, table, MIXED, seed, detail=True), f"{pack.id}: {', '.join(STYLES)}")
    return Rehearsal(pack, outcomes, mixed.stopped, mixed)


def findings(rehearsal: Rehearsal) -> list[Fault]:
    """Everything worth a second look, as warnings of the pack's files."""
    if rehearsal.games == 0:
        message = Sentence("No game between bots came to its end; fewer years or needs may help.")
        return [fault(rehearsal.pack, ("years",), None, message)]
    found = [*region_findings(rehearsal), *score_findings(rehearsal), *seat_findings(rehearsal), *bid_findings(rehearsal)]
    found += [*route_findings(rehearsal), *need_findings(rehearsal), *supplier_findings(rehearsal)]
    if rehearsal.mixed is not None and rehearsal.mixed.tally.finished:
        known = {(finding.column, finding.value if finding.column == "id" else None) for finding in found}
        mixed = one_sided(rehearsal.pack, rehearsal.mixed)
        found += [one for one in mixed if (one.column, one.value if one.column == "id" else None) not in known]
    return found


def fault(pack: Pack, place: tuple[str, ...], value: str | None, message: Sentence) -> Fault:
    """A warning about a key of scenario.toml, or about a card by its deck and id; where it stands in a pack below, with the mend above."""
    card = None
    if place[0] == "needs":
        text = pack.need(pack.ids.needs.index(place[1]))
        card = titled(text.title.en, text.title.cy, text.id)
    elif place[0] == "suppliers":
        supplier = pack.supplier(pack.ids.suppliers.index(place[1]))
        card = titled(supplier.names.en, supplier.names.cy, supplier.id)
    column = ".".join(place) if card is None else "id"
    return mended_above(spot_at(pack.spots, place).fault(column, value, message), card)


def region_findings(rehearsal: Rehearsal) -> Iterator[Fault]:
    """A region that fails whatever one does, or never; a mean score that no table reaches."""
    pack, settings = rehearsal.pack, rehearsal.pack.cards.settings
    failed = {style: outcome.tally.failed / max(outcome.tally.finished, 1) for style, outcome in rehearsal.outcomes.items()}
    place = ("rules", "carbon_budget_kg_a_year")
    if min(failed.values()) >= NEARLY_ALWAYS:
        pattern = "The region fails in {share} of games whatever bots do, so nobody can win; raise the carbon budget."
        if settings.ending == Ending.GENTLE:
            pattern = (
                "The region fails in {share} of games whatever bots do, so councils lose points whatever they do; raise the carbon budget."
            )
        yield fault(pack, place, None, Sentence(pattern, share=percent(min(failed.values()))))
    elif settings.ending == Ending.SHARED and (best := best_means(rehearsal)) < settings.shared_target:
        message = Sentence("The mean score of all councils comes to {best} at best, so nobody can win; write less.", best=f"{best:.0f}")
        yield fault(pack, ("rules", "shared_target_points"), str(settings.shared_target), message)
    elif settings.carbon and max(failed.values()) <= HARDLY_EVER:
        pattern = "The region fails in {share} of games whatever bots do, so carbon never matters; lower the carbon budget."
        yield fault(pack, place, None, Sentence(pattern, share=percent(max(failed.values()))))


def best_means(rehearsal: Rehearsal) -> float:
    """What the mean score of a table comes to about once in forty games, with the best style."""
    spreads = [spread(outcome) for outcome in rehearsal.outcomes.values()]
    seats = len(rehearsal.outcomes[GOOD_PUPIL].run.bots)
    return max(middle + 2 * deviation / math.sqrt(seats) for middle, deviation in spreads)


def score_findings(rehearsal: Rehearsal) -> Iterator[Fault]:
    """Scores that hardly differ: between good pupils, or between ways to play."""
    means = {style: spread(outcome)[0] for style, outcome in rehearsal.outcomes.items()}
    deviation = spread(rehearsal.outcomes[GOOD_PUPIL])[1]
    gap = max(means.values()) - min(means.values())
    if deviation < LEAST_SPREAD:
        pattern = "Scores of good pupils differ by {points} points only (their standard deviation), so chance decides who wins."
        yield fault(rehearsal.pack, ("rules",), None, Sentence(pattern, points=f"{deviation:.1f}"))
    if gap < LEAST_GAP:
        pattern = "The best and the worst way to play are {points} points apart on the mean, so it hardly matters how one plays."
        yield fault(rehearsal.pack, ("rules",), None, Sentence(pattern, points=f"{gap:.1f}"))


def spread(outcome: Outcome) -> tuple[float, float]:
    """The mean and the standard deviation of all scores."""
    count = max(outcome.tally.finished * len(outcome.run.bots), 1)
    middle = float(outcome.tally.score.sum()) / count
    return middle, math.sqrt(max(float(outcome.tally.squares.sum()) / count - middle * middle, 0.0))


def seat_findings(rehearsal: Rehearsal) -> Iterator[Fault]:
    """Seats from which far more games are won than from others."""
    outcome = rehearsal.outcomes[GOOD_PUPIL]
    seats = len(outcome.run.bots)
    for seat in range(1, seats + 1):
        wins = seat_share(outcome, str(seat))
        if seats > 1 and wins.low > SEAT_LUCK / seats:
            pattern = "Seat {seat} wins {share} of games between equal players; {fair} would be fair."
            message = Sentence(pattern, seat=seat, share=percent(wins.value), fair=percent(1 / seats))
            yield fault(rehearsal.pack, ("teams",), str(seats), message)


def bid_findings(rehearsal: Rehearsal) -> Iterator[Fault]:
    """Tenders for which nobody bids, or one supplier alone. Bots see who can bid, so they publish few that nobody can."""
    bidders = rehearsal.outcomes[GOOD_PUPIL].tally.open_bidders
    lonely = share(int(bidders[:2].sum()), int(bidders.sum()))
    if lonely.low > LONELY:
        pattern = "Nobody, or one supplier alone, bids for {share} of open tenders; let more suppliers lie in the market."
        message = Sentence(pattern, share=percent(lonely.value))
        yield fault(rehearsal.pack, ("rules", "suppliers_in_market"), str(rehearsal.pack.cards.settings.market), message)


def route_findings(rehearsal: Rehearsal) -> Iterator[Fault]:
    """Routes that are on, but that nobody ever takes."""
    used = rehearsal.total("used", "routes")
    alone = len(rehearsal.outcomes[GOOD_PUPIL].run.bots) == 1
    for route in Route:
        name = route.name.lower()
        if rehearsal.pack.cards.routes[route].on and used[route] == 0 and not (alone and route == Route.JOINT):
            pattern = "This way to buy is on, but in {games} games no bot could or would take it; ask for less, or set on = false."
            yield fault(rehearsal.pack, ("routes", name), None, Sentence(pattern, games=rehearsal.games))


def need_findings(rehearsal: Rehearsal) -> Iterator[Fault]:
    """Needs that are never bought."""
    bought = rehearsal.total("cards_with_winner", "needs") + rehearsal.total("cards_with_others", "needs")
    for index, name in enumerate(rehearsal.pack.ids.needs):
        if bought[index] == 0:
            pattern = "No bot bought it in {games} games; it may be too dear, or too large for its suppliers."
            yield fault(rehearsal.pack, ("needs", name), name, Sentence(pattern, games=rehearsal.games))


def supplier_findings(rehearsal: Rehearsal) -> Iterator[Fault]:
    """Suppliers that never win, or never bid."""
    contracts = rehearsal.total("cards_with_winner", "suppliers") + rehearsal.total("cards_with_others", "suppliers")
    bids, won = rehearsal.total("bids"), rehearsal.total("bids_won")
    for index, name in enumerate(rehearsal.pack.ids.suppliers):
        if contracts[index] == bids[index] == 0:
            pattern = "It never bid in {games} games; let it carry more, or give it another category."
            yield fault(rehearsal.pack, ("suppliers", name), name, Sentence(pattern, games=rehearsal.games))
        elif bids[index] >= BIDS and won[index] == 0:
            pattern = "It bid {n} times against others and never won; make it cheaper, or better in something."
            yield fault(rehearsal.pack, ("suppliers", name), name, Sentence(pattern, n=int(bids[index])))


def percent(share: float) -> str:
    """A share in words."""
    return f"{share * 100:.0f} %"

"""The runs that a report of a scenario is made of: those of its bars, and the line-ups that every report looks at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caffael.rules.terms import SEATS
from caffael.scenario import Pack
from caffael.scenario.bars import Bar
from caffael.simulation.play.laboratory import Laboratory, Outcome
from caffael.simulation.play.runs import Run
from caffael.simulation.play.tally import THINGS
from caffael.simulation.questions.balance import Balance, Figures, Verdict
from caffael.simulation.questions.worth import things_of, worth_of_things

PLANNER = "planner:iterations=50"
EQUAL = ("balanced",) * 4
MIXED = ("balanced", "cheapest", "greenest", "local")
ALIKE = (("cheapest",) * 4, ("greenest",) * 4, ("local",) * 4)
THINKING = (PLANNER, PLANNER, "balanced", "balanced")
GAMES = 20_000
PLANNER_GAMES = 2_000
QUICK_GAMES = 1_000


@dataclass(frozen=True)
class Wanted:
    """What a report is asked for. `usual` is the scenario's usual length in years; `games` 0 leaves each bar its own number of games.

    `quick` plays 1,000 games for each bar unless `games` says otherwise, and none with a planner.
    """

    pack: Pack
    bars: Sequence[Bar]
    usual: int
    seed: int = 1
    games: int = 0
    quick: bool = False

    @property
    def each(self) -> int:
        """The games for each run that is the same for every bar; 0 where each has its own."""
        return self.games or (QUICK_GAMES if self.quick else 0)

    @property
    def looked_at(self) -> list[Bar]:
        """The bars that are measured."""
        return [bar for bar in self.bars if not (self.quick and has_planner(bar.bots))]

    def line_up(self, bots: Sequence[str]) -> tuple[str, ...]:
        """A line-up, cut to the councils that the pack has, in the order of a bar that has the same bots: seats are rotated anyway."""
        names = tuple(bots[: min(SEATS, self.pack.cards.council_count)])
        return next((tuple(bar.bots) for bar in self.looked_at if sorted(bar.bots) == sorted(names)), names)

    @property
    def line_ups(self) -> list[tuple[str, ...]]:
        """The line-ups that every report looks at."""
        asked = [EQUAL, MIXED, *ALIKE] + ([] if self.quick else [THINKING])
        return list(dict.fromkeys(self.line_up(bots) for bots in asked))


@dataclass(frozen=True)
class Worths:
    """What the things of a kind are worth to the first bot of a line-up, in share of wins, by id."""

    kind: str
    bots: tuple[str, ...]
    games: int
    figures: Figures


@dataclass(frozen=True)
class Findings:
    """All that was measured. `line_ups` holds a run of each line-up that played without a ban, in the order of the report."""

    wanted: Wanted
    verdicts: list[Verdict]
    line_ups: list[Outcome]
    worths: list[Worths]

    def run_of(self, bots: Sequence[str]) -> Outcome:
        """The run of one of the line-ups that every report looks at."""
        names = self.wanted.line_up(bots)
        return next(outcome for outcome in self.line_ups if outcome.run.bots == names)

    @property
    def thinking(self) -> Outcome | None:
        """A run with a planner; None in a quick report."""
        return next((outcome for outcome in self.line_ups if has_planner(outcome.run.bots)), None)


def has_planner(bots: Sequence[str]) -> bool:
    """Whether a planner plays."""
    return any(name.partition(":")[0] == "planner" for name in bots)


def gather(wanted: Wanted, laboratory: Laboratory) -> Findings | None:
    """Play all that a report needs, each run once; None when Ctrl-C broke it off."""
    balance = Balance(wanted.pack, laboratory, wanted.seed, wanted.usual, wanted.each)
    verdicts: list[Verdict] = []
    for bar in wanted.looked_at:
        verdicts += balance.verdicts(bar)
        if balance.stopped:
            return None
    for bots in wanted.line_ups:
        balance.play(line_up_run(wanted, bots), ", ".join(bots))
        if balance.stopped:
            return None
    played: dict[tuple[str, ...], Outcome] = {}
    for outcome in balance.played.values():
        played.setdefault(outcome.run.bots, outcome)
    order = dict.fromkeys([*wanted.line_ups, *played])
    worths = all_worths(wanted, verdicts, played[wanted.line_up(EQUAL)], laboratory)
    return None if worths is None else Findings(wanted, verdicts, [played[bots] for bots in order], worths)


def line_up_run(wanted: Wanted, bots: tuple[str, ...]) -> Run:
    """The run of a line-up that every report looks at."""
    games = wanted.each or (PLANNER_GAMES if has_planner(bots) else GAMES)
    return Run(wanted.pack, bots, games, wanted.seed, detail=True)


def all_worths(wanted: Wanted, verdicts: Sequence[Verdict], base: Outcome, laboratory: Laboratory) -> list[Worths] | None:
    """What the things of each kind are worth: as a bar measured it, else to a balanced council among its like. None when broken off."""
    found: list[Worths] = []
    for kind in THINGS:
        measured = [verdict for verdict in verdicts if verdict.bar.measure == "barred_gap" and verdict.bar.things == kind]
        if measured:
            bar = measured[0].bar
            figures = [(verdict.thing, verdict.figure) for verdict in measured if verdict.bar is bar]
            found.append(Worths(kind, tuple(bar.bots), measured[0].games, figures))
            continue
        worths, stopped = worth_of_things(replace(base.run, detail=True), things_of(wanted.pack, kind), laboratory, base)
        if stopped:
            return None
        found.append(Worths(kind, base.run.bots, base.tally.games, [(worth.thing, worth.gap) for worth in worths]))
    return found

"""The same games on a scenario as it is and with changed numbers: what a sweep and a sensitivity analysis measure at each setting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caffael.scenario import Pack, load_pack
from caffael.simulation.play.laboratory import Laboratory, Outcome
from caffael.simulation.play.runs import Run
from caffael.simulation.play.shares import Figure
from caffael.simulation.questions.outcomes import NoSuchOutcomeError, figure_of
from caffael.simulation.questions.ranges import Range, Setting, changes_of, present_setting, words_of

Figures = dict[str, Figure]
"""The figure of each outcome that is asked for, by its name."""


@dataclass(frozen=True)
class Experiment:
    """A line-up that plays so many games with the same deals at every setting, and the outcomes that are asked for.

    `years` None is the scenario's usual length.
    """

    scenario: str
    years: int | None
    ranges: tuple[Range, ...]
    bots: tuple[str, ...]
    games: int
    seed: int
    outcomes: tuple[str, ...]

    def pack(self, setting: Setting | None = None) -> Pack:
        """The scenario at a setting, or as it is. Raises PackError for a setting that makes no sound scenario."""
        return load_pack(self.scenario, self.years, changes_of(self.ranges, setting) if setting else None)

    def run(self, setting: Setting | None = None) -> Run:
        """The games at a setting, or on the scenario as it is."""
        return Run(self.pack(setting), self.bots, self.games, self.seed, detail=True)

    def figures(self, outcome: Outcome) -> Figures:
        """The figures of a run that was played. Raises NoSuchOutcomeError for an outcome that it can't have."""
        return {name: figure_of(outcome, name) for name in self.outcomes}

    def check_outcomes(self) -> None:
        """Raise NoSuchOutcomeError for an outcome that these bots can't have, before anything is played."""
        run = self.run()
        try:
            self.figures(Outcome(run, run.empty(), 0.0, stopped=False))
        except NoSuchOutcomeError:
            raise
        except ValueError as fault:
            raise NoSuchOutcomeError(f"What stands behind the colon of an outcome can't be read: {', '.join(self.outcomes)}.") from fault

    def words(self, setting: Setting | None) -> str:
        """A setting in words."""
        return words_of(self.ranges, setting) if setting else "as it is"


@dataclass(frozen=True)
class Measured:
    """The figures at every setting that was played to the end (None is the scenario as it is), and whether Ctrl-C broke it off."""

    figures: Mapping[Setting | None, Figures]
    stopped: bool


def measure(experiment: Experiment, settings: Iterable[Setting | None], laboratory: Laboratory) -> Measured:
    """Play each different setting once (None is the scenario as it is), in order. Ctrl-C ends it with what was played to the end."""
    present = present_setting(experiment.ranges)
    wanted = list(dict.fromkeys(None if setting == present else setting for setting in settings))
    found: dict[Setting | None, Figures] = {}
    stopped = False
    try:
        for number, setting in enumerate(wanted, 1):
            outcome = laboratory.play(experiment.run(setting), f"{number} of {len(wanted)}: {experiment.words(setting)}")
            if outcome.stopped:
                stopped = True
                break
            found[setting] = experiment.figures(outcome)
    except KeyboardInterrupt:
        stopped = True
    if present is not None and None in found:
        found[present] = found[None]
    return Measured(found, stopped)


def as_entry(figure: Figure) -> dict[str, float]:
    """A figure as plain data."""
    return {"value": figure.value, "low": figure.low, "high": figure.high}


def description(experiment: Experiment) -> dict[str, object]:
    """What was asked, as plain data."""
    return {
        "scenario": experiment.scenario,
        "years": experiment.pack().years,
        "bots": list(experiment.bots),
        "games": experiment.games,
        "seed": experiment.seed,
        "outcomes": list(experiment.outcomes),
        "parameters": [parameter(its) for its in experiment.ranges],
    }


def parameter(its: Range) -> dict[str, object]:
    """A range as plain data: its bounds as they are written, and the scenario's own value."""
    return {"name": its.name, "from": its.text(0), "to": its.text(len(its.values) - 1), "values": len(its.values), "present": its.present}

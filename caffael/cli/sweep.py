"""The commands that explore a scenario's numbers: sweep them, or ask which of them matter."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Protocol, TypeVar

from typer import Option

from caffael.cli import shared
from caffael.cli.exit_codes import NOT_HELD
from caffael.cli.output import Force, folder_to_fill

if TYPE_CHECKING:
    from caffael.simulation.play.laboratory import Laboratory
    from caffael.simulation.questions.experiment import Experiment
    from caffael.simulation.questions.ranges import Range, Setting

Outcomes = Annotated[
    list[str] | None,
    Option("--outcome", help="What to measure, such as win_share:balanced or failed_share; may be given again."),
]


class Answer(Protocol):
    """What an exploration came to."""

    @property
    def stopped(self) -> bool:
        """Whether it was broken off."""
        ...

    def as_data(self) -> dict[str, Any]:
        """It as plain data."""
        ...

    def rows(self) -> Iterable[dict[str, Any]]:
        """It as flat rows."""
        ...


A = TypeVar("A", bound=Answer)


class Asked(NamedTuple):
    """Who plays, and where the answer goes."""

    workers: int
    cluster: str
    out: str
    force: bool
    json: bool


def experiment_for(
    scenario: str, years: int, ranges: "tuple[Range, ...]", bots: str, games: int, seed: int, outcomes: list[str] | None
) -> "Experiment":
    """What is measured at every setting. Raises a refusal for bots and outcomes that make no sense."""
    names = shared.line_up(bots, shared.pack_for(scenario, years))
    from caffael.simulation.questions.experiment import Experiment

    wanted = outcomes or [f"win_share:{names[0]}", "failed_share", f"mean_score:{names[0]}"]
    experiment = Experiment(scenario, years or None, ranges, names, games, seed, tuple(dict.fromkeys(wanted)))
    experiment.check_outcomes()
    return experiment


def check_settings(experiment: "Experiment", settings: "Sequence[Setting]") -> None:
    """Raise RefusedError for the first setting that makes no sound scenario, before anything is played."""
    from caffael.scenario import PackError

    for setting in dict.fromkeys(settings):
        try:
            experiment.pack(setting)
        except PackError as error:
            more = f" (and {len(error.faults) - 1} more)" if len(error.faults) > 1 else ""
            raise shared.RefusedError(f"With {experiment.words(setting)}: {error.faults[0]}{more}") from error


def explore(
    name: str,
    experiment: "Experiment",
    settings: "Sequence[Setting]",
    asked: Asked,
    play: "Callable[[Laboratory], A]",
    tell: Callable[[A], None],
    draw: Callable[[A], bytes],
) -> int:
    """Play what an exploration asks, tell its answer and write its files. Returns the exit code."""
    from caffael.simulation.questions.writing import csv_file, json_file, write_files

    check_settings(experiment, settings)
    if asked.out:
        folder_to_fill(asked.out, [f"{name}.{kind}" for kind in ("csv", "json", "svg")], asked.force)
    with shared.open_laboratory(asked.workers, asked.cluster) as laboratory:
        result = play(laboratory)
    data, rows = result.as_data(), list(result.rows())
    shared.show(data, asked.json, lambda: tell(result))
    if asked.out and rows:
        files = {f"{name}.csv": csv_file(rows), f"{name}.json": json_file(data), f"{name}.svg": draw(result)}
        write_files(Path(asked.out), files)
        if not asked.json:
            print(f"Written to {asked.out}: {', '.join(files)}.")
    return NOT_HELD if result.stopped else 0


@shared.laboratory_command
def sweep(
    scenario: shared.Scenario,
    set_: shared.Set,
    sample: Annotated[int, Option(help="Sample so many settings over the ranges (a Latin hypercube) instead of playing all.")] = 0,
    bots: shared.Bots = "balanced,cheapest,greenest,local",
    games: shared.Games = 2_000,
    seed: shared.Seed = 1,
    years: shared.Years = 0,
    outcome: Outcomes = None,
    workers: shared.Workers = 0,
    cluster: shared.ClusterAt = "",
    out: shared.Out = "",
    force: Force = False,
    json: shared.Json = False,
) -> int:
    """Play the same games at many settings of a scenario's numbers, and say what difference each makes."""
    shared.check_numbers(games, seed, workers)
    ranges = shared.ranges_for(scenario, years, set_)
    experiment = experiment_for(scenario, years, ranges, bots, games, seed, outcome)
    from caffael.simulation.questions import sweeping
    from caffael.simulation.questions.figures import sweep_figure
    from caffael.simulation.questions.tables import print_sweep

    if sample < 0:
        raise shared.RefusedError(f"--sample {sample} samples nothing; write how many settings, or leave it out.")
    settings = sweeping.latin_hypercube(ranges, sample, seed) if sample else sweeping.grid(ranges)
    asked = Asked(workers, cluster, out, force, json)
    play = partial(sweeping.sweep, experiment, settings, bool(sample))
    return explore("sweep", experiment, settings, asked, play, print_sweep, sweep_figure)


@shared.laboratory_command
def sensitivity(
    scenario: shared.Scenario,
    set_: shared.Set,
    method: Annotated[str, Option(help="morris for a quick look with few games, or sobol for shares of the variance.")] = "morris",
    samples: Annotated[int, Option(help="How many walks (morris, 10 or more) or base samples (sobol, a power of 2, 64 or more).")] = 16,
    bots: shared.Bots = "balanced,cheapest,greenest,local",
    games: shared.Games = 1_000,
    seed: shared.Seed = 1,
    years: shared.Years = 0,
    outcome: Outcomes = None,
    workers: shared.Workers = 0,
    cluster: shared.ClusterAt = "",
    out: shared.Out = "",
    force: Force = False,
    json: shared.Json = False,
) -> int:
    """Say which of a scenario's numbers matter most for an outcome. Values between whole numbers are rounded."""
    shared.check_numbers(games, seed, workers)
    ranges = shared.ranges_for(scenario, years, set_)
    experiment = experiment_for(scenario, years, ranges, bots, games, seed, outcome)
    from caffael.simulation.questions.figures import sensitivity_figure
    from caffael.simulation.questions.sensitivity import MEASURES, analyse, design
    from caffael.simulation.questions.tables import print_sensitivity

    chosen = next((known for known in MEASURES if known == method), None)
    if chosen is None:
        raise shared.RefusedError(f"There is no method {method!r}; write {' or '.join(MEASURES)}.")
    plan = design(ranges, chosen, samples, seed)
    asked = Asked(workers, cluster, out, force, json)
    play = partial(analyse, experiment, plan)
    return explore("sensitivity", experiment, plan.settings, asked, play, print_sensitivity, sensitivity_figure)

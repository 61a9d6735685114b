"""The commands that explore a scenario's numbers: sweep them, ask which of them matter, and tune them to its balance bars."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from typer import Option

from caffael.cli.balance import bars_for
from caffael.cli.exit_codes import NOT_HELD
from caffael.cli.simulate import (
    Bots,
    ClusterAt,
    Games,
    Json,
    Out,
    RefusedError,
    Scenario,
    Seed,
    Workers,
    Years,
    check_numbers,
    laboratory_command,
    line_up,
    open_laboratory,
    pack_for,
    show,
)

if TYPE_CHECKING:
    from caffael.simulation.questions.experiment import Experiment
    from caffael.simulation.questions.ranges import Range, Setting
    from caffael.simulation.questions.tuning import Tuned, Tuning

Set = Annotated[
    list[str],
    Option("--set", help="A number and its values, such as rules.load_percent=3:7:2, routes.open.days=1,2,3 or rules.goal_start=3:7."),
]
Outcomes = Annotated[
    list[str] | None,
    Option("--outcome", help="What to measure, such as win_share:balanced or failed_share; may be given again."),
]


@contextmanager
def refusing() -> Iterator[None]:
    """Tell what makes no sense in the words of a refusal."""
    from caffael.scenario import PackError
    from caffael.simulation.questions.ranges import RangeError

    try:
        yield
    except PackError as error:
        raise RefusedError("\n".join(map(str, error.faults))) from error
    except RangeError as fault:
        raise RefusedError(str(fault)) from fault


def ranges_for(scenario: str, years: int, texts: Sequence[str]) -> "tuple[Range, ...]":
    """The ranges of `--set`. Raises RefusedError."""
    from caffael.scenario.parameters import parameters
    from caffael.simulation.questions.ranges import read_ranges

    with refusing():
        return read_ranges(texts, parameters(scenario, years or None))


def experiment_for(
    scenario: str, years: int, ranges: "tuple[Range, ...]", bots: str, games: int, seed: int, outcomes: list[str] | None
) -> "Experiment":
    """What is measured at every setting. Raises RefusedError for bots and outcomes that make no sense."""
    names = line_up(bots, pack_for(scenario, years))
    from caffael.simulation.questions.experiment import Experiment
    from caffael.simulation.questions.outcomes import NoSuchOutcomeError

    wanted = outcomes or [f"win_share:{names[0]}", "failed_share", f"mean_score:{names[0]}"]
    experiment = Experiment(scenario, years or None, ranges, names, games, seed, tuple(dict.fromkeys(wanted)))
    try:
        experiment.check_outcomes()
    except NoSuchOutcomeError as fault:
        raise RefusedError(str(fault)) from fault
    return experiment


def check_settings(experiment: "Experiment", settings: "Sequence[Setting]") -> None:
    """Raise RefusedError for the first setting that makes no sound scenario, before anything is played."""
    from caffael.scenario import PackError

    for setting in dict.fromkeys(settings):
        try:
            experiment.pack(setting)
        except PackError as error:
            more = f" (and {len(error.faults) - 1} more)" if len(error.faults) > 1 else ""
            raise RefusedError(f"With {experiment.words(setting)}: {error.faults[0]}{more}") from error


def write_result(out: str, files: dict[str, Callable[[], bytes]], as_json: bool) -> None:
    """Write the files of a result into a folder, and say where they are."""
    from caffael.simulation.questions.written_files import write_files

    write_files(Path(out), {name: content() for name, content in files.items()})
    if not as_json:
        print(f"Written to {out}: {', '.join(files)}.")


@laboratory_command
def sweep(
    scenario: Scenario,
    set_: Set,
    sample: Annotated[int, Option(help="Sample so many settings over the ranges (a Latin hypercube) instead of playing all.")] = 0,
    bots: Bots = "balanced,cheapest,greenest,local",
    games: Games = 2_000,
    seed: Seed = 1,
    years: Years = 0,
    outcome: Outcomes = None,
    workers: Workers = 0,
    cluster: ClusterAt = "",
    out: Out = "",
    json: Json = False,
) -> int:
    """Play the same games at many settings of a scenario's numbers, and say what difference each makes."""
    check_numbers(games, seed, workers)
    ranges = ranges_for(scenario, years, set_)
    experiment = experiment_for(scenario, years, ranges, bots, games, seed, outcome)
    from caffael.simulation.questions.sweep_figure import sweep_figure
    from caffael.simulation.questions.sweep_table import print_sweep
    from caffael.simulation.questions.sweeping import grid, latin_hypercube
    from caffael.simulation.questions.sweeping import sweep as play_sweep
    from caffael.simulation.questions.written_files import csv_file, json_file, make_folder

    if sample < 0:
        raise RefusedError(f"--sample {sample} samples nothing; write how many settings, or leave it out.")
    with refusing():
        settings = latin_hypercube(ranges, sample, seed) if sample else grid(ranges)
    check_settings(experiment, settings)
    make_folder(out)
    with open_laboratory(workers, cluster) as laboratory:
        result = play_sweep(experiment, settings, bool(sample), laboratory)
    data = result.as_data()
    show(data, json, lambda: print_sweep(result))
    if out and result.settings:
        files = {
            "sweep.csv": lambda: csv_file(result.rows()),
            "sweep.json": lambda: json_file(data),
            "sweep.svg": lambda: sweep_figure(result),
        }
        write_result(out, files, json)
    return NOT_HELD if result.stopped else 0


@laboratory_command
def sensitivity(
    scenario: Scenario,
    set_: Set,
    method: Annotated[str, Option(help="morris for a quick look with few games, or sobol for shares of the variance.")] = "morris",
    samples: Annotated[int, Option(help="How many walks (morris, 10 or more) or base samples (sobol, a power of 2, 64 or more).")] = 16,
    bots: Bots = "balanced,cheapest,greenest,local",
    games: Games = 1_000,
    seed: Seed = 1,
    years: Years = 0,
    outcome: Outcomes = None,
    workers: Workers = 0,
    cluster: ClusterAt = "",
    out: Out = "",
    json: Json = False,
) -> int:
    """Say which of a scenario's numbers matter most for an outcome. Values between whole numbers are rounded."""
    check_numbers(games, seed, workers)
    ranges = ranges_for(scenario, years, set_)
    experiment = experiment_for(scenario, years, ranges, bots, games, seed, outcome)
    from caffael.simulation.questions.sensitivity import MEASURES, analyse, design
    from caffael.simulation.questions.sensitivity_figure import sensitivity_figure
    from caffael.simulation.questions.sensitivity_table import print_sensitivity
    from caffael.simulation.questions.written_files import csv_file, json_file, make_folder

    chosen = next((known for known in MEASURES if known == method), None)
    if chosen is None:
        raise RefusedError(f"There is no method {method!r}; write {' or '.join(MEASURES)}.")
    with refusing():
        asked = design(ranges, chosen, samples, seed)
    check_settings(experiment, asked.settings)
    make_folder(out)
    with open_laboratory(workers, cluster) as laboratory:
        result = analyse(experiment, asked, laboratory)
    data = result.as_data()
    show(data, json, lambda: print_sensitivity(result))
    if out and result.indices:
        files = {
            "sensitivity.csv": lambda: csv_file(result.rows()),
            "sensitivity.json": lambda: json_file(data),
            "sensitivity.svg": lambda: sensitivity_figure(result),
        }
        write_result(out, files, json)
    return NOT_HELD if result.stopped else 0


@laboratory_command
def tune(
    scenario: Scenario,
    set_: Set,
    trials: Annotated[int, Option(help="How many settings to try in all.")] = 100,
    games: Annotated[int, Option(help="Games for each run of a trial.")] = 2_000,
    bars: Annotated[str, Option(help="Bars by id, with commas between; without it all but those with a planner.")] = "",
    seed: Seed = 1,
    years: Years = 0,
    workers: Workers = 0,
    cluster: ClusterAt = "",
    out: Annotated[str, Option(help="A new folder for the tuned scenario, beside this one unless it ships.")] = "",
    storage: Annotated[str, Option(help="A file that keeps what was tried, so that a tuning can be gone on with.")] = "",
    json: Json = False,
) -> int:
    """Search numbers of a scenario with which its balance bars hold, and write it with them. Exit 1 when nothing better was found."""
    check_numbers(games, seed, workers)
    if trials < 1:
        raise RefusedError(f"--trials {trials} tries nothing; write 1 or more.")
    tuning = tuning_for(scenario, years, ranges_for(scenario, years, set_), bars, games, seed)
    from caffael.simulation.questions.study import StudyError, open_study
    from caffael.simulation.questions.tuning import check_folder
    from caffael.simulation.questions.tuning import tune as search

    with refusing():
        if out:
            check_folder(tuning, Path(out))
    try:
        file = Path(storage) if storage else None
        with open_study(tuning.ranges, tuning.asked(), seed, file) as study, open_laboratory(workers, cluster) as laboratory:
            result = search(tuning, study, trials, laboratory)
    except StudyError as fault:
        raise RefusedError(str(fault)) from fault
    return tell_tuned(result, out, json)


def tuning_for(scenario: str, years: int, ranges: "tuple[Range, ...]", bars: str, games: int, seed: int) -> "Tuning":
    """What is to be tuned. Raises RefusedError for ranges and bars that make no sense."""
    from caffael.simulation.questions.tuning import Tuning, bars_to_tune

    named = [name.strip() for name in bars.split(",") if name.strip()]
    chosen = bars_to_tune(bars_for(scenario, named), bool(named))
    pack = pack_for(scenario, years)
    for bar in chosen:
        line_up(",".join(bar.bots), pack)
    if not chosen:
        raise RefusedError(f"All bars of {scenario} have a planner, which plays slowly; name those to tune for with --bars.")
    tuning = Tuning(scenario, years or None, pack_for(scenario, 0).years, ranges, chosen, games, seed)
    with refusing():
        tuning.check()
    return tuning


def tell_tuned(result: "Tuned", out: str, as_json: bool) -> int:
    """Print what a tuning came to and write the scenario where it is better. Returns the exit code."""
    from caffael.simulation.questions.tuning import write_tuned
    from caffael.simulation.questions.tuning_table import print_tuned

    data: dict[str, Any] = result.as_data() | {"written": None}
    fault: RefusedError | None = None
    if out and result.better:
        try:
            with refusing():
                data["written"] = str(write_tuned(result.tuning, result.changes, Path(out)))
        except RefusedError as refused:
            fault = refused
    show(data, as_json, lambda: print_tuned(result))
    if fault is not None:
        raise fault
    if data["written"] and not as_json:
        print(f"Written to {out}. Measure it: caffael balance {out}")
    return 0 if (result.better or result.held) and not result.stopped else NOT_HELD


COMMANDS = (sweep, sensitivity, tune)
"""What `commands.py` adds to the program."""

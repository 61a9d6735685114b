"""The command that tunes a scenario's numbers to its balance bars."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from typer import Option

from caffael.cli import shared
from caffael.cli.calling import program
from caffael.cli.exit_codes import NOT_HELD

if TYPE_CHECKING:
    from caffael.simulation.questions.ranges import Range
    from caffael.simulation.questions.tuning import Tuned, Tuning


@shared.laboratory_command
def tune(
    scenario: shared.Scenario,
    set_: shared.Set,
    trials: Annotated[int, Option(help="How many settings to try in all.")] = 100,
    games: Annotated[int, Option(help="Games for each run of a trial.")] = 2_000,
    bars: Annotated[str, Option(help="Bars by id, with commas between; without it all but those with a planner.")] = "",
    seed: shared.Seed = 1,
    years: shared.Years = 0,
    workers: shared.Workers = 0,
    cluster: shared.ClusterAt = "",
    out: Annotated[str, Option(help="A new folder for the tuned scenario, beside this one unless it ships.")] = "",
    storage: Annotated[str, Option(help="A file that keeps what was tried, so that a tuning can be gone on with.")] = "",
    json: shared.Json = False,
) -> int:
    """Search numbers of a scenario with which its balance bars hold, and write it with them. Exit 1 when nothing better was found."""
    shared.check_numbers(games, seed, workers)
    if trials < 1:
        raise shared.RefusedError(f"--trials {trials} tries nothing; write 1 or more.")
    tuning = tuning_for(scenario, years, shared.ranges_for(scenario, years, set_), bars, games, seed)
    from caffael.simulation.questions.study import open_study
    from caffael.simulation.questions.tuning import check_folder
    from caffael.simulation.questions.tuning import tune as search

    if out:
        check_folder(tuning, Path(out))
    file = Path(storage) if storage else None
    with open_study(tuning.ranges, tuning.asked(), seed, file) as study, shared.open_laboratory(workers, cluster) as laboratory:
        result = search(tuning, study, trials, laboratory)
    return tell_tuned(result, out, json)


def tuning_for(scenario: str, years: int, ranges: "tuple[Range, ...]", bars: str, games: int, seed: int) -> "Tuning":
    """What is to be tuned. Raises a refusal for ranges and bars that make no sense."""
    from caffael.simulation.questions.tuning import Tuning, bars_to_tune

    named = [name.strip() for name in bars.split(",") if name.strip()]
    chosen = bars_to_tune(shared.bars_for(scenario, named), bool(named))
    pack = shared.pack_for(scenario, years)
    for bar in chosen:
        shared.line_up(",".join(bar.bots), pack)
    if not chosen:
        raise shared.RefusedError(f"All bars of {scenario} have a planner, which plays slowly; name those to tune for with --bars.")
    tuning = Tuning(scenario, years or None, shared.pack_for(scenario, 0).years, ranges, chosen, games, seed)
    tuning.check()
    return tuning


def tell_tuned(result: "Tuned", out: str, as_json: bool) -> int:
    """Print what a tuning came to and write the scenario where it is better. Returns the exit code."""
    from caffael.scenario import PackError
    from caffael.simulation.questions.ranges import RangeError
    from caffael.simulation.questions.tables import print_tuned
    from caffael.simulation.questions.tuning import write_tuned

    data: dict[str, Any] = result.as_data() | {"written": None}
    fault: PackError | RangeError | None = None
    if out and result.better:
        try:
            data["written"] = str(write_tuned(result.tuning, result.changes, Path(out)))
        except (PackError, RangeError) as refused:
            fault = refused
    shared.show(data, as_json, lambda: print_tuned(result))
    if fault is not None:
        raise fault
    if data["written"] and not as_json:
        print(f"Written to {out}. Measure it: {program()} balance {shlex.quote(out)}")
    return 0 if (result.better or result.held) and not result.stopped else NOT_HELD

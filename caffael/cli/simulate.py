"""The commands of the laboratory, for designers: one function each, returning its exit code. What it needs is loaded where it is used."""

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec

from typer import Argument, Option

from caffael.cli.exit_codes import NOT_HELD, NOT_UNDERSTOOD, say

if TYPE_CHECKING:
    from caffael.scenario import Pack

P = ParamSpec("P")
LARGEST_SEED = 2**28 - 1

Scenario = Annotated[str, Argument(help="The id of a scenario that ships, or the path of a pack.")]
Games = Annotated[int, Option(help="How many games.")]
Bots = Annotated[str, Option(help="A bot for each seat, with commas between, such as balanced,balanced:carbon=2; seats are rotated.")]
Seed = Annotated[int, Option(help="The same seed gives the same games.")]
Years = Annotated[int, Option(help="How many years; 0 is what the scenario offers first.")]
Workers = Annotated[int, Option(help="How many processes play; 0 is one for each core.")]
ClusterAt = Annotated[str, Option(help="The address of a dask scheduler, or local.")]
Out = Annotated[str, Option(help="A folder for the results.")]
Json = Annotated[bool, Option("--json", help="Print JSON for a program to read.")]


REFUSALS = {
    "caffael.bots": "NoSuchBotError",
    "caffael.simulation.questions.outcomes": "NoSuchOutcomeError",
    "caffael.simulation.play.cluster": "ClusterError",
}
"""Other exceptions whose text is one plain sentence with the mend, by the module that defines them."""


class RefusedError(Exception):
    """What was asked can't be done; its text is one plain sentence with the mend."""


def refusals() -> tuple[type[Exception], ...]:
    """The exceptions that are refusals, of the modules that were loaded so far: no other can have been raised."""
    return (RefusedError, *(getattr(sys.modules[module], name) for module, name in REFUSALS.items() if module in sys.modules))


def polars_errors() -> tuple[type[Exception], ...]:
    """What polars raises where a table can't be written, if polars was loaded."""
    return (sys.modules["polars"].exceptions.PolarsError,) if "polars" in sys.modules else ()


def laboratory_command(work: Callable[P, int]) -> Callable[P, int]:
    """A command of the laboratory: a missing extra and a refusal are told in one sentence."""

    @functools.wraps(work)
    def guarded(*arguments: P.args, **options: P.kwargs) -> int:
        try:
            return work(*arguments, **options)
        except ModuleNotFoundError as missing:
            if missing.name is None or missing.name.startswith("caffael"):
                raise
            extra = "cluster" if missing.name in {"dask", "distributed"} else "simulation"
            return say(f"This needs the laboratory ({missing.name} is missing): pip install 'caffael[{extra}]'", NOT_UNDERSTOOD)
        except refusals() as refused:
            return say(str(refused), NOT_UNDERSTOOD)
        except OSError as fault:
            return say(f"{fault.strerror or fault}{f': {fault.filename}' if fault.filename else ''}. Nothing was changed.", NOT_UNDERSTOOD)
        except polars_errors() as fault:
            return say(f"A table can't be written ({str(fault).splitlines()[0]}). Nothing was changed.", NOT_UNDERSTOOD)

    return guarded


def pack_for(scenario: str, years: int, changes: dict[str, Any] | None = None) -> "Pack":
    """A pack by id or path. Raises RefusedError with every fault in it."""
    from caffael.scenario import PackError, load_pack

    try:
        return load_pack(scenario, years or None, changes)
    except PackError as error:
        raise RefusedError("\n".join(map(str, error.faults))) from error


def line_up(bots: str, pack: "Pack") -> tuple[str, ...]:
    """A line-up from text with commas, each bot checked. Raises RefusedError."""
    from caffael.bots import NoSuchBotError, make_bot
    from caffael.rules.terms import SEATS

    names = tuple(name.strip() for name in bots.split(","))
    if "you" in names:
        raise RefusedError("A simulation is played by bots alone; leave out 'you'.")
    if len(names) > min(SEATS, pack.cards.council_count):
        raise RefusedError(f"{len(names)} bots were asked for; {pack.id} has room for 1 to {min(SEATS, pack.cards.council_count)}.")
    for name in names:
        try:
            bot = make_bot(name, pack.ids)
        except NoSuchBotError as fault:
            raise RefusedError(str(fault)) from fault
        if bot.milliseconds:
            raise RefusedError(f"{name!r} goes by the clock, so its games can't be repeated; write planner:iterations=200 here.")
    return names


def check_numbers(games: int, seed: int, workers: int) -> None:
    """Raise RefusedError for numbers of games, seed or workers that make no run."""
    if games < 1:
        raise RefusedError(f"--games {games} plays nothing; write 1 or more.")
    if not 0 <= seed <= LARGEST_SEED:
        raise RefusedError(f"--seed {seed} is out of range; write a whole number from 0 to {LARGEST_SEED}.")
    if not 0 <= workers <= 512:
        raise RefusedError(f"--workers {workers} is out of range; write 0 for one on each core, or how many.")


def open_laboratory(workers: int, cluster: str) -> Any:
    """The laboratory, to be used in a `with`."""
    from caffael.simulation.play.laboratory import Laboratory

    return Laboratory(workers, cluster)


def show(data: Any, as_json: bool, printed: Callable[[], None]) -> None:
    """Print a result as JSON, or as tables."""
    if as_json:
        import json

        print(json.dumps(data, ensure_ascii=False))
    else:
        printed()


@laboratory_command
def simulate(
    scenario: Scenario,
    games: Games = 10_000,
    bots: Bots = "balanced,cheapest,greenest,local",
    seed: Seed = 1,
    years: Years = 0,
    workers: Workers = 0,
    cluster: ClusterAt = "",
    out: Out = "",
    json: Json = False,
) -> int:
    """Play many games between bots and say who wins, how the region fares, and how long games are."""
    check_numbers(games, seed, workers)
    pack = pack_for(scenario, years)
    names = line_up(bots, pack)
    from caffael.simulation.play.results import Results
    from caffael.simulation.play.runs import Run
    from caffael.simulation.play.summary_table import print_summary

    run = Run(pack, names, games, seed, detail=not json or bool(out), rows=bool(out))
    with open_laboratory(workers, cluster) as laboratory:
        if not out:
            outcome = laboratory.play(run)
        else:
            with Results(Path(out)) as results:
                outcome = laboratory.play(run, results=results)
                results.finish(outcome.summary())
    summary = outcome.summary()
    show(summary, json, lambda: print_summary(summary))
    return NOT_HELD if outcome.stopped else 0


COMMANDS = (simulate,)
"""What `commands.py` adds to the program."""

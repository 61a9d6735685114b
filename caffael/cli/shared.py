"""What the commands share: their options, how they refuse what can't be done, and the packs, bars and bots they are asked about.

What a command needs is loaded where it is used, so that each starts at once.
"""

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec

from typer import Argument, Option

from caffael.cli.calling import install
from caffael.cli.exit_codes import NOT_UNDERSTOOD, say
from caffael.cli.streams import is_unicode
from caffael.words.language import CODES, Code

if TYPE_CHECKING:
    from caffael.scenario import Pack
    from caffael.scenario.bars import Bar
    from caffael.simulation.questions.ranges import Range

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
Set = Annotated[
    list[str],
    Option("--set", help="A number and its values, such as rules.load_percent=3:7:2, routes.open.days=1,2,3 or rules.goal_start=3:7."),
]
Lang = Annotated[str, Option(help="en or cy.")]
Json = Annotated[bool, Option("--json", help="Print JSON for a program to read.")]

REFUSALS = {
    "caffael.bots": "NoSuchBotError",
    "caffael.saves.faults": "RecordError",
    "caffael.scenario.faults": "PackError",
    "caffael.simulation.play.cluster": "ClusterError",
    "caffael.simulation.questions.figures": "FigureError",
    "caffael.simulation.questions.outcomes": "NoSuchOutcomeError",
    "caffael.simulation.questions.ranges": "RangeError",
    "caffael.simulation.questions.study": "StudyError",
}
"""Other exceptions whose text is plain sentences with the mend, by the module that defines them."""


class RefusedError(Exception):
    """What was asked can't be done; its text is one plain sentence with the mend."""


def refusals() -> tuple[type[Exception], ...]:
    """The exceptions that are refusals, of the modules that were loaded so far: no other can have been raised."""
    return (RefusedError, *(getattr(sys.modules[module], name) for module, name in REFUSALS.items() if module in sys.modules))


def polars_errors() -> tuple[type[Exception], ...]:
    """What polars raises where a table can't be written, if polars was loaded."""
    return (sys.modules["polars"].exceptions.PolarsError,) if "polars" in sys.modules else ()


def command(work: Callable[P, int]) -> Callable[P, int]:
    """A command: a refusal is told in its sentence."""

    @functools.wraps(work)
    def guarded(*arguments: P.args, **options: P.kwargs) -> int:
        try:
            return work(*arguments, **options)
        except refusals() as refused:
            return say(str(refused), NOT_UNDERSTOOD)

    return guarded


def laboratory_command(work: Callable[P, int]) -> Callable[P, int]:
    """A command of the laboratory: a missing extra, and a result that can't be written, are told in one sentence too."""

    @functools.wraps(work)
    def guarded(*arguments: P.args, **options: P.kwargs) -> int:
        try:
            return command(work)(*arguments, **options)
        except ModuleNotFoundError as missing:
            if is_own(missing):
                raise
            extra = "cluster" if missing.name in {"dask", "distributed"} else "simulation"
            return say(f"This needs the laboratory ({missing.name} is missing): {install(extra)}", NOT_UNDERSTOOD)
        except ImportError as fault:
            if is_own(fault):
                raise
            return say(f"The laboratory can't be loaded ({fault}); install its parts again: {install('simulation')}", NOT_UNDERSTOOD)
        except OSError as fault:
            return say(f"{fault.strerror or fault}{f': {fault.filename}' if fault.filename else ''}. Nothing was changed.", NOT_UNDERSTOOD)
        except polars_errors() as fault:
            return say(f"A table can't be written ({str(fault).splitlines()[0]}). Nothing was changed.", NOT_UNDERSTOOD)

    return guarded


def is_own(missing: ImportError) -> bool:
    """Whether a module of Caffael's own is missing, which no extra brings."""
    return missing.name is None or missing.name.startswith("caffael")


def codes_of(lang: str, *more: str) -> tuple[Code, ...]:
    """The languages a word asks for: a code, or one of `more` for both. Raises RefusedError."""
    if lang in more:
        return CODES
    for code in CODES:
        if code == lang:
            return (code,)
    known = ["en (English)", "cy (Cymraeg)", *more]
    raise RefusedError(f"The language {lang!r} is not known: write {', '.join(known[:-1])} or {known[-1]}.")


def saved_game(file: str) -> Path:
    """A saved game that is there. Raises RefusedError."""
    if not Path(file).is_file():
        raise RefusedError(f"There is no saved game at {file}; `caffael` lists the saved games under Go on.")
    return Path(file)


def unwritable(path: str | Path, fault: OSError | ValueError) -> RefusedError:
    """The refusal of a file that no disk takes."""
    return RefusedError(f'"{path}" cannot be written ({getattr(fault, "strerror", None) or "unknown reason"}); name another file.')


def pack_for(scenario: str, years: int) -> "Pack":
    """A pack by id or path. Raises PackError with every fault in it."""
    from caffael.scenario import load_pack

    return load_pack(scenario, years or None)


def bars_for(scenario: str, only: list[str]) -> "list[Bar]":
    """The bars of a scenario, or those of these ids. Raises PackError for faults in them, and RefusedError where there are none."""
    from difflib import get_close_matches

    from caffael.scenario.bars import load_bars

    bars = load_bars(scenario)
    if not bars:
        raise RefusedError(
            f"{scenario} has no balance bars; write them into a balance.toml beside its scenario.toml (see docs/designers.md)."
        )
    known = [bar.id for bar in bars]
    for name in only:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"; did you mean {near[0]}?" if near else f". Its bars are {', '.join(known)}."
            raise RefusedError(f"{scenario} has no bar {name!r}{hint}")
    return [bar for bar in bars if not only or bar.id in only]


def ranges_for(scenario: str, years: int, texts: list[str]) -> "tuple[Range, ...]":
    """The ranges of `--set`. Raises PackError and RangeError."""
    from caffael.scenario.pack import parameters
    from caffael.simulation.questions.ranges import read_ranges

    return read_ranges(texts, parameters(scenario, years or None))


def line_up(bots: str, pack: "Pack") -> tuple[str, ...]:
    """A line-up from text with commas, each bot checked. Raises NoSuchBotError and RefusedError."""
    from caffael.bots import make_bot
    from caffael.rules.terms import SEATS

    names = tuple(name.strip() for name in bots.split(","))
    if "you" in names:
        raise RefusedError("A simulation is played by bots alone; leave out 'you'.")
    if len(names) > min(SEATS, pack.cards.council_count):
        raise RefusedError(f"{len(names)} bots were asked for; {pack.id} has room for 1 to {min(SEATS, pack.cards.council_count)}.")
    for name in names:
        if make_bot(name, pack.ids).milliseconds:
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

        print(json.dumps(data, ensure_ascii=not is_unicode(sys.stdout)))
    else:
        printed()

"""Tuning: numbers of a scenario searched so that its balance bars hold, or fall less short.

Every setting is judged by the same deals. The best of many looks better than it is, so the scenario as it is and the best setting
are measured once more with other deals and the bars' own numbers of games; only that says whether it is better.
"""

import json
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from caffael.rules import RULES_VERSION
from caffael.scenario import Pack, PackError, load_pack
from caffael.scenario.bars import Bar
from caffael.scenario.cells import ID, LONGEST_ID
from caffael.scenario.extension import planned_extension, write_extension
from caffael.simulation.play.laboratory import Laboratory
from caffael.simulation.questions.balance import Verdict, check_bars, shortfall
from caffael.simulation.questions.ranges import Range, RangeError, Setting, changes_of, present_setting
from caffael.simulation.questions.study import Study

PLANNER = "planner"
SEEDS = 2**28
SUFFIX = "-tuned"
LONGEST_TITLE = 70


@dataclass(frozen=True)
class Tuning:
    """What is to be tuned: the ranges of a scenario's numbers, the bars, games for each run of a trial, and the seed of the deals.

    `years` None is the scenario's usual length, which `usual` gives.
    """

    scenario: str
    years: int | None
    usual: int
    ranges: tuple[Range, ...]
    bars: tuple[Bar, ...]
    games: int
    seed: int

    def pack(self, setting: Setting | None = None) -> Pack:
        """The scenario at a setting, or as it is. Raises PackError for a setting that makes no sound scenario."""
        return load_pack(self.scenario, self.years, self.changes(setting) if setting else None)

    def changes(self, setting: Setting) -> dict[str, object]:
        """What a setting changes, as `load_pack` takes it; what it leaves as it is, is left out."""
        different = [(its, place) for its, place in zip(self.ranges, setting, strict=True) if place != its.present_place]
        return changes_of([its for its, _ in different], tuple(place for _, place in different))

    def asked(self) -> str:
        """All that the values of a study depend on, as text."""
        ranges = [[its.name, its.form, [its.text(0), its.text(len(its.values) - 1), len(its.values)]] for its in self.ranges]
        bars = [bar.model_dump() for bar in self.bars]
        pack = self.pack()
        return json.dumps([RULES_VERSION, pack.digest, pack.years, self.usual, ranges, bars, self.games, self.seed])

    def check(self) -> None:
        """Raise RangeError for a range of one value, which leaves nothing to search."""
        for its in self.ranges:
            if len(its.values) == 1:
                raise RangeError(f"{its.name} has one value only, so there is nothing to search; write from:to.")


@dataclass(frozen=True)
class Tuned:
    """What a search came to. `before` and `after` are the bars of the scenario as it is and of the best setting.

    `start` and `least` are how far they fall short with the deals of the search; `again` says whether `before` and `after` were measured
    with other deals. `after` is empty where that was not done.
    """

    tuning: Tuning
    start: float
    least: float
    best: Setting | None
    trials: int
    refused: int
    before: list[Verdict]
    after: list[Verdict]
    again: bool
    stopped: bool

    @property
    def better(self) -> bool:
        """Whether the best setting falls less short than the scenario as it is."""
        found = self.best is not None and self.least < self.start
        return found and (not self.again or shortfall(self.after) < shortfall(self.before))

    @property
    def held(self) -> bool:
        """Whether all bars held from the start, so that there was nothing to do."""
        return self.start == 0 and bool(self.before)

    @property
    def changes(self) -> dict[str, object]:
        """What the best setting changes; nothing where it is not better."""
        return self.tuning.changes(self.best) if self.best and self.better else {}

    def as_data(self) -> dict[str, Any]:
        """The search as plain data."""
        tuning = self.tuning
        return {
            "scenario": tuning.scenario,
            "years": tuning.years or tuning.usual,
            "seed": tuning.seed,
            "games": tuning.games,
            "bars": [bar.id for bar in tuning.bars],
            "trials": self.trials,
            "refused": self.refused,
            "search": {"before": self.start, "after": self.least},
            "measured_again": self.again,
            "before": {"short": shortfall(self.before), "bars": [plain(verdict) for verdict in self.before]},
            "after": {"short": shortfall(self.after), "bars": [plain(verdict) for verdict in self.after]},
            "better": self.better,
            "held": self.held,
            "changes": self.changes,
            "stopped": self.stopped,
        }


def plain(verdict: Verdict) -> dict[str, Any]:
    """A verdict as plain data that JSON can hold."""
    data = verdict.as_data()
    return {name: None if isinstance(value, float) and not math.isfinite(value) else value for name, value in data.items()}


def bars_to_tune(bars: Sequence[Bar], named: bool) -> tuple[Bar, ...]:
    """The bars that are tuned for: all that were named, otherwise those without a planner, which plays too slowly for many trials."""
    return tuple(bar for bar in bars if named or not any(bot.partition(":")[0] == PLANNER for bot in bar.bots))


def tune(tuning: Tuning, study: Study, trials: int, laboratory: Laboratory) -> Tuned:
    """Search until so many settings were tried in all, or all bars hold. Ctrl-C ends it with the best so far."""
    before, stopped = look(tuning, None, laboratory)
    start = shortfall(before)
    if stopped or start == 0:
        return Tuned(tuning, start, start, None, 0, 0, before, [], again=False, stopped=stopped)
    try:
        stopped = search(tuning, study, trials, start, laboratory)
    except KeyboardInterrupt:
        stopped = True
    best, least = study.best() or (None, start)
    counts = (len(study.trials()), study.refused())
    after: list[Verdict] = []
    if best is None or least >= start:
        return Tuned(tuning, start, least, None, *counts, before, after, again=False, stopped=stopped)
    if not stopped:
        fresh_before, stopped = look(tuning, None, laboratory, again=True)
        fresh_after, stopped = ([], True) if stopped else look(tuning, best, laboratory, again=True)
        if not stopped:
            return Tuned(tuning, start, least, best, *counts, fresh_before, fresh_after, again=True, stopped=False)
    return Tuned(tuning, start, least, best, *counts, before, after, again=False, stopped=True)


def look(tuning: Tuning, setting: Setting | None, laboratory: Laboratory, again: bool = False) -> tuple[list[Verdict], bool]:
    """The bars at a setting, and whether Ctrl-C broke it off; `again` is with other deals and the bars' own numbers of games."""
    seed, games = ((tuning.seed + 1) % SEEDS, 0) if again else (tuning.seed, tuning.games)
    try:
        return check_bars(tuning.pack(setting), tuning.bars, laboratory, seed, tuning.usual, games)
    except KeyboardInterrupt:
        return [], True


def search(tuning: Tuning, study: Study, trials: int, start: float, laboratory: Laboratory) -> bool:
    """Try settings until there are so many, or one where all bars hold; whether Ctrl-C broke it off. What was tried is in the study."""
    known = study.known()
    present = present_setting(tuning.ranges)
    if present is not None:
        known[present] = start
    with progress_of(trials, laboratory) as progress:
        shown = progress.add_task("tuning", total=trials, completed=len(study.trials()))
        while len(study.trials()) < trials and min(known.values(), default=start) > 0:
            trial, setting = study.next()
            try:
                if setting not in known:
                    verdicts, stopped = look(tuning, setting, laboratory)
                    if stopped:
                        study.drop(trial)
                        return True
                    known[setting] = shortfall(verdicts)
                study.tell(trial, known[setting])
            except PackError:
                study.refuse(trial)
            least = min(known.values(), default=start)
            progress.update(shown, completed=len(study.trials()), description=f"falls short by {start:.2f}, best so far {least:.2f}")
    return False


@contextmanager
def progress_of(trials: int, laboratory: Laboratory) -> Iterator[Progress]:
    """A bar of trials in the place of the laboratory's bars of games."""
    quiet = laboratory.quiet
    laboratory.quiet = True
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("trials"), TimeRemainingColumn())
    try:
        with Progress(*columns, console=laboratory.console, disable=quiet, transient=True) as progress:
            yield progress
    finally:
        laboratory.quiet = quiet


def check_folder(tuning: Tuning, folder: Path) -> None:
    """See that a tuned scenario can be written there. Raises RangeError where there is something, PackError where it can't be extended."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise RangeError(f"There is something in {folder} already; name a new folder for --out, or an empty one.")
    planned_extension(folder, *tuned_head(tuning, folder), {})


def write_tuned(tuning: Tuning, changes: dict[str, object], folder: Path) -> Path:
    """Write a scenario that extends the tuned one with changes. Raises PackError where that can't be done."""
    return write_extension(folder, *tuned_head(tuning, folder), changes)


def tuned_head(tuning: Tuning, folder: Path) -> tuple[str, str, str]:
    """What a tuned scenario extends, its id and its title."""
    pack, name = tuning.pack(), folder.resolve().name
    own_id = name if ID.fullmatch(name) and len(name) <= LONGEST_ID else f"{pack.id}{SUFFIX}"[:LONGEST_ID]
    return tuning.scenario, own_id, f"{pack.title.en[:LONGEST_TITLE]} (tuned)"

"""The study of a tuning: which settings were tried and what they came to, in memory or in a file that can be gone on with."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import optuna
from optuna.distributions import BaseDistribution, CategoricalDistribution, IntDistribution
from optuna.storages import InMemoryStorage, RDBStorage
from optuna.trial import FrozenTrial, Trial, TrialState
from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError

from caffael.simulation.questions.ranges import Range, Setting, present_setting

NAME = "caffael"
ASKED = "asked"
"""Where a study keeps what it was asked, so that it is not gone on with for another question."""
TRIED = (TrialState.COMPLETE, TrialState.PRUNED)


class StudyError(ValueError):
    """A file that a study can't be gone on with; its text is one plain sentence."""


class Study:
    """Settings to try, the next one chosen from what those before came to (optuna's TPE); lower values are better.

    The same seed and the same values give the same settings.
    """

    def __init__(self, study: optuna.Study, ranges: Sequence[Range]) -> None:
        self.study = study
        self.ranges = ranges

    def next(self) -> tuple[Trial, Setting]:
        """The next setting to try."""
        trial = self.study.ask({its.name: distribution(its) for its in self.ranges})
        return trial, self.setting(trial.params)

    def tell(self, trial: Trial, value: float) -> None:
        """Say what a setting came to."""
        self.study.tell(trial, value)

    def refuse(self, trial: Trial) -> None:
        """Say that a setting makes no sound scenario."""
        self.study.tell(trial, state=TrialState.PRUNED)

    def drop(self, trial: Trial) -> None:
        """Say that a setting was not played to the end."""
        self.study.tell(trial, state=TrialState.FAIL)

    def setting(self, params: dict[str, int]) -> Setting:
        """The setting of a trial."""
        return tuple(its.values.index(params[its.name]) for its in self.ranges)

    def trials(self, states: Sequence[TrialState] = TRIED) -> list[FrozenTrial]:
        """The trials so far."""
        return self.study.get_trials(deepcopy=False, states=tuple(states))

    def known(self) -> dict[Setting, float]:
        """What the settings that were played came to."""
        return {self.setting(trial.params): trial.value for trial in self.trials((TrialState.COMPLETE,)) if trial.value is not None}

    def refused(self) -> int:
        """How many settings made no sound scenario."""
        return len(self.trials((TrialState.PRUNED,)))

    def best(self) -> tuple[Setting, float] | None:
        """The best setting so far and its value; of several the first."""
        known = self.known()
        return min(known.items(), key=lambda row: row[1]) if known else None


def distribution(its: Range) -> BaseDistribution:
    """The values of a range, in units of their last decimal place."""
    if isinstance(its.values, range):
        return IntDistribution(its.values[0], its.values[-1], step=its.values.step)
    return CategoricalDistribution(its.values)


@contextmanager
def open_study(ranges: Sequence[Range], asked: str, seed: int, file: Path | None) -> Iterator[Study]:
    """A study, begun with the scenario as it is where the ranges have it. With a file it goes on with what stands there.

    Raises StudyError where the file holds something else, or a study that was asked something else.
    """
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    storage = InMemoryStorage() if file is None else open_file(file)
    try:
        study = optuna.create_study(storage=storage, study_name=NAME, load_if_exists=True)
        if study.user_attrs.setdefault(ASKED, asked) != asked:
            raise StudyError(f"{file} holds another tuning; name another file, or ask the same as before.")
        study.set_user_attr(ASKED, asked)
        for trial in study.get_trials(deepcopy=False, states=(TrialState.RUNNING,)):
            study.tell(trial.number, state=TrialState.FAIL)  # it was being played when the program ended
        study.sampler = optuna.samplers.TPESampler(seed=seed + len(study.trials))
        present = present_setting(ranges)
        if not study.trials and present is not None:
            study.enqueue_trial({its.name: its.values[place] for its, place in zip(ranges, present, strict=True)})
        yield Study(study, ranges)
    finally:
        if isinstance(storage, RDBStorage):
            storage.engine.dispose()


def is_study(file: Path) -> bool:
    """Whether a file holds studies: nobody else's tables are written into. An empty file is nobody's."""
    if not file.is_file():
        return False
    if file.stat().st_size == 0:
        return True
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as opened:
            return opened.execute("SELECT 1 FROM sqlite_master WHERE name = 'studies'").fetchone() is not None
    except sqlite3.Error:
        return False


def open_file(file: Path) -> RDBStorage:
    """A file of studies, made where there is none. Raises StudyError."""
    if not file.parent.is_dir():
        raise StudyError(f"There is no folder {file.parent} for the study; make it, or name another file.")
    if file.exists() and not is_study(file):
        raise StudyError(f"{file} can't be used for a study; name a new file, or one that an earlier tuning wrote.")
    try:
        return RDBStorage(URL.create("sqlite", database=str(file)).render_as_string())
    except (SQLAlchemyError, RuntimeError) as fault:
        raise StudyError(f"{file} can't be used for a study; name a new file, or one that an earlier tuning wrote.") from fault

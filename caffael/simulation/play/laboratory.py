"""The laboratory: whoever plays the games, made ready once, and every run with its progress on the terminal."""

import signal
import sys
import time
from _thread import interrupt_main
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from threading import Timer, current_thread, main_thread
from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from caffael.simulation.play.results import Results
from caffael.simulation.play.runs import Run, get_ready
from caffael.simulation.play.summary import summary
from caffael.simulation.play.tally import Tally
from caffael.simulation.play.workforce import Alone, Processes, Workforce, cores, play_run, play_runs

LOCAL = "local"
"""The address of a cluster on this machine."""
SOON = 0.05
"""Seconds."""


class Speed(ProgressColumn):
    """Games a second."""

    def render(self, task: Task) -> Text:
        """The speed so far, or nothing."""
        return Text(f"{task.speed:,.0f} games/s" if task.speed else "")


@dataclass(frozen=True)
class Outcome:
    """A run that was played: its tally, how long it took, and whether Ctrl-C broke it off."""

    run: Run
    tally: Tally
    seconds: float
    stopped: bool

    def summary(self) -> dict[str, Any]:
        """The run as plain data."""
        data = {"scenario": self.run.pack.id, "years": self.run.pack.years, "seed": self.run.seed}
        return data | summary(self.tally, self.run.bots, self.seconds) | ({"stopped": True} if self.stopped else {})


@contextmanager
def stopping() -> Iterator[None]:
    """For a while, being told to end or losing the terminal is as Ctrl-C: a run ends with what was played so far."""
    if current_thread() is not main_thread():
        yield  # only the main thread hears signals
        return
    ends = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
    before = [(end, signal.signal(end, signal.default_int_handler)) for end in ends if signal.getsignal(end) == signal.SIG_DFL]
    try:
        yield
    finally:
        for end, handler in before:
            signal.signal(end, handler)


@contextmanager
def hearing() -> Iterator[None]:
    """For a while, a Ctrl-C that falls into a call from the compiler, where Python drops it with a trace, is heard a moment later."""
    before = sys.unraisablehook

    def hook(dropped: "sys.UnraisableHookArgs") -> None:
        if dropped.exc_type is KeyboardInterrupt:
            Timer(SOON, interrupt_main).start()
        else:
            before(dropped)

    sys.unraisablehook = hook
    try:
        yield
    finally:
        sys.unraisablehook = before


class Laboratory:
    """Plays runs on so many workers (0: all cores), or on a cluster by its address ("local" starts one). To be used in a `with`.

    Progress goes to the terminal's error side; `quiet` shows none. Raises ClusterError where a cluster can't be used.
    """

    def __init__(self, workers: int = 0, cluster: str = "", quiet: bool = False) -> None:
        self.workers = workers or cores()
        self.cluster = cluster
        self.console = Console(stderr=True)
        self.quiet = quiet or not sys.stderr.isatty()
        self.stack = ExitStack()
        self.workforce: Workforce = Alone()

    def __enter__(self) -> Self:
        self.stack.enter_context(stopping())
        try:
            self.begin()
        except BaseException:
            self.stack.close()
            raise
        return self

    def begin(self) -> None:
        """Get ready whoever plays."""
        if self.cluster and self.cluster != LOCAL:
            self.join()  # a wrong address is told before anything is compiled
            return
        alone = not self.compile()
        if self.cluster:
            self.join()
        elif self.workers > 1 and not alone:
            self.workforce = self.stack.enter_context(Processes(self.workers))

    def join(self) -> None:
        """Let the cluster play. Raises ClusterError."""
        from caffael.simulation.play.cluster import Cluster

        self.workforce = self.stack.enter_context(Cluster(self.cluster, self.workers))

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.stack.__exit__(kind, fault, trace)

    def compile(self) -> bool:
        """Compile the rules and bots, or load what was compiled; the first time takes a minute or two and says so.

        Returns whether other processes of this machine find what was compiled; where it could be kept nowhere, they would compile it too.
        """
        from caffael.simulation.play.compiled import SHELF, is_compiled
        from caffael.simulation.play.quick_planner import get_planner_ready

        if is_compiled():
            get_ready()
        else:
            sentence = "Compiling the rules and bots. This takes a minute or two, the first time and after a change of them."
            with self.waiting(sentence), hearing():
                get_ready()
                get_planner_ready()
        if SHELF.troubles:
            print(" ".join(SHELF.troubles), file=sys.stderr, flush=True)
        return not SHELF.lost

    def waiting(self, sentence: str) -> AbstractContextManager[object]:
        """Say what is waited for: as long as it lasts, where somebody looks."""
        if not self.quiet:
            return self.console.status(sentence)
        print(sentence, file=sys.stderr, flush=True)
        return nullcontext()

    def play(self, run: Run, what: str = "playing", results: Results | None = None) -> Outcome:
        """Play a run and show how far it is. Ctrl-C ends it with what was played so far."""
        with self.progress() as progress:
            shown = progress.add_task(what, total=run.games)
            tally, seconds, stopped = play_run(run, self.workforce, lambda so_far: progress.update(shown, completed=so_far.games), results)
        return Outcome(run, tally, seconds, stopped)

    def play_all(self, runs: Sequence[Run], what: str) -> list[Outcome]:
        """Play many small runs at once, so that all workers are busy. Ctrl-C ends them with what was played so far."""
        with self.progress() as progress:
            shown = progress.add_task(what, total=sum(run.games for run in runs))
            started = time.perf_counter()
            tallies, stopped = play_runs(runs, self.workforce, lambda games: progress.advance(shown, games))
        seconds = time.perf_counter() - started
        return [Outcome(run, tally, seconds, stopped) for run, tally in zip(runs, tallies, strict=True)]

    def progress(self) -> Progress:
        """How far a run is, to be shown while it is played."""
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("games"),
            Speed(),
            TimeRemainingColumn(),
        )
        return Progress(*columns, console=self.console, disable=self.quiet, transient=True)

"""Who plays the chunks: this process alone, or processes on all cores. A cluster is in `cluster.py`.

The result of a run is the same whoever plays it: chunks are of a fixed size, and their tallies are added up in order.
"""

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from types import TracebackType
from typing import Protocol, Self

from caffael.simulation.play.results import Results
from caffael.simulation.play.runs import Part, Run, Task, get_ready, play
from caffael.simulation.play.tally import Tally

AHEAD = 4
"""Chunks that lie ready for each worker; the rest wait, so that memory stays the same however long the run."""
TRIES = 3
"""How often broken workers are replaced before a run is given up."""


class Workforce(Protocol):
    """Plays tasks and gives their parts back in order."""

    def parts(self, tasks: Iterable[Task]) -> Iterator[Part]:
        """The part of each task, in their order."""


class Alone:
    """This process plays."""

    def parts(self, tasks: Iterable[Task]) -> Iterator[Part]:
        """The part of each task, in their order."""
        for task in tasks:
            yield play(task)


class Processes:
    """Processes on this machine. Each loads what this one has compiled."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.pool = self.hire()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.pool.shutdown(wait=kind is None, cancel_futures=True)

    def hire(self) -> ProcessPoolExecutor:
        """A pool whose workers are all ready."""
        pool = ProcessPoolExecutor(self.workers, multiprocessing.get_context("spawn"), start_worker)
        try:
            for future in [pool.submit(be_ready) for _ in range(self.workers)]:
                future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        return pool

    def parts(self, tasks: Iterable[Task]) -> Iterator[Part]:
        """The part of each task, in their order. A worker that dies is replaced and its chunks are played again."""
        waiting: deque[Task] = deque()
        futures: deque[Future[Part]] = deque()
        coming = iter(tasks)
        tries = TRIES
        while True:
            while len(waiting) < AHEAD * self.workers and (task := next(coming, None)) is not None:
                waiting.append(task)
            if not waiting:
                return
            try:
                while len(futures) < len(waiting):
                    futures.append(self.pool.submit(play, waiting[len(futures)]))
                part = futures[0].result()
            except BrokenProcessPool:  # noticed while asking or while waiting
                tries -= 1
                if tries == 0:
                    raise
                self.pool.shutdown(wait=False, cancel_futures=True)
                self.pool = self.hire()
                futures.clear()
                continue
            waiting.popleft()
            futures.popleft()
            yield part


def start_worker() -> None:
    """A worker leaves Ctrl-C to its parent, goes when its parent has gone, and loads the laboratory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=leave_with_parent, daemon=True).start()
    get_ready()


def leave_with_parent() -> None:
    """Wait for the end of the process that started this one, and end too: a parent that was killed says no goodbye."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def be_ready() -> None:
    """Answer when the worker has begun, and long enough that each worker answers once."""
    time.sleep(0.05)


def cores() -> int:
    """Processors this program may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # where there is no such question
        return os.cpu_count() or 1


def play_runs(runs: Sequence[Run], workforce: Workforce, on_part: Callable[[int], None] | None = None) -> tuple[list[Tally], bool]:
    """Play many small runs at once: their tallies, and whether Ctrl-C broke them off. No rows of them are kept."""
    tallies = [run.empty() for run in runs]
    owners: deque[Tally] = deque()

    def tasks() -> Iterator[Task]:
        for run, tally in zip(runs, tallies, strict=True):
            for task in run.tasks():
                owners.append(tally)
                yield task

    try:
        for part in workforce.parts(tasks()):
            owners.popleft().add(part.tally)
            if on_part is not None:
                on_part(part.tally.games)
    except KeyboardInterrupt:
        return tallies, True
    return tallies, False


def play_run(
    run: Run, workforce: Workforce, on_part: Callable[[Tally], None] | None = None, results: Results | None = None
) -> tuple[Tally, float, bool]:
    """Play a run: its tally, the seconds it took, and whether Ctrl-C broke it off; then the tally is of the games up to there."""
    tally = run.empty()
    started = time.perf_counter()
    try:
        for part in workforce.parts(run.tasks()):
            if results is not None:
                results.add(part.game_rows, part.seat_rows)
            tally.add(part.tally)
            if on_part is not None:
                on_part(tally)
    except KeyboardInterrupt:
        return tally, time.perf_counter() - started, True
    return tally, time.perf_counter() - started, False

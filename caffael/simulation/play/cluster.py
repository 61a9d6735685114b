"""Bulk play on a dask cluster: one that is started on this machine, or a scheduler elsewhere by its address."""

import asyncio
import hashlib
import logging
import signal
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from threading import Lock
from types import TracebackType
from typing import Any, Self

import dask
from distributed import Client, KilledWorker, LocalCluster, WorkerPlugin
from distributed.comm.core import connect as dial
from distributed.versions import VersionMismatchWarning

from caffael.resources import PACKAGE
from caffael.simulation.play.runs import Part, Task, get_ready, play
from caffael.simulation.play.workforce import AHEAD

LOCAL = "local"
"""The address that starts a cluster on this machine."""
PATIENCE = 10
"""Seconds in which a scheduler must answer, and have a worker."""
WITHOUT = 3
"""So many times this patience may pass without a worker: one that died is usually replaced within seconds."""
DEATHS = 10
"""Workers that may die over the same chunk before a cluster on this machine gives it up."""
SETTINGS = {
    "distributed.scheduler.allowed-failures": DEATHS,
    "distributed.scheduler.worker-ttl": None,  # a worker that plays a long chunk is silent, not dead
    "distributed.comm.timeouts.connect": PATIENCE,
}
NOISY = ("distributed", "tornado", "asyncio")
SAME = ("rules", "bots", "simulation/play")
"""The parts of Caffael that must be alike on all machines."""

_turn = Lock()
"""A worker may have several threads; they take turns at its one table."""


class ClusterError(Exception):
    """A cluster can't be used; its text is one plain sentence with the mend."""


class Cluster:
    """Workers of a dask scheduler. Address `local` starts so many workers on this machine; elsewhere all that the scheduler has play.

    To be used in a `with`. Raises ClusterError where no scheduler or worker answers, or another Caffael is installed there.
    """

    def __init__(self, address: str, workers: int) -> None:
        self.address = address
        with ExitStack() as stack:
            stack.enter_context(quiet())
            self.client = stack.enter_context(start(workers) if address == LOCAL else connect(address))
            self.check()
            self.client.register_plugin(GetReady(address == LOCAL), name="caffael")
            self.stack = stack.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.stack.close()

    def check(self) -> None:
        """See that there is a worker, and that all have the Caffael of this machine."""
        try:
            self.client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise ClusterError(f"The scheduler at {self.address} has no workers; start some with: dask worker {self.address}") from None
        try:
            found = {"the scheduler": self.client.run_on_scheduler(laboratory_hash)} | self.client.run(laboratory_hash)
        except Exception as fault:  # whatever it is that a machine lacks
            raise ClusterError(
                f"The machines of the cluster at {self.address} can't load the laboratory ({fault}); "
                "install the same caffael[cluster] on all of them."
            ) from fault
        others = [place for place, its in found.items() if its != laboratory_hash()]
        if others:
            raise ClusterError(f"Another version of Caffael is installed on {others[0]}; install the same one on all machines.")

    def parts(self, tasks: Iterable[Task]) -> Iterator[Part]:
        """The part of each task, in their order. What a worker had when it died is played again by another.

        Raises ClusterError when the cluster is lost, or a chunk kills its workers again and again.
        """
        waiting: deque[Any] = deque()
        coming = iter(tasks)
        ahead = AHEAD * max(len(self.client.nthreads()), 1)
        while True:
            while len(waiting) < ahead and (task := next(coming, None)) is not None:
                waiting.append(self.client.submit(play_in_turn, task, pure=False))
            if not waiting:
                return
            try:
                part = self._part_of(waiting.popleft())
            except KilledWorker as fault:
                raise ClusterError("Workers of the cluster died over the same games again and again; see their logs.") from fault
            except (CancelledError, asyncio.CancelledError, OSError) as fault:
                raise ClusterError(f"The cluster at {self.address} was lost while it played; start it and the run again.") from fault
            yield part

    def _part_of(self, playing: Any) -> Part:
        """What a worker has played. Raises ClusterError when there has been no worker for a while: nobody else would ever play it."""
        alone = 0
        while True:
            try:
                part: Part = playing.result(timeout=PATIENCE)
            except TimeoutError:
                alone = 0 if self.client.nthreads() else alone + 1
                if alone == WITHOUT:
                    raise ClusterError(f"The cluster at {self.address} has no workers left; start some and the run again.") from None
            else:
                return part


class GetReady(WorkerPlugin):
    """Compiles bulk play, or loads it, when a worker starts; on this machine workers leave Ctrl-C to their parent."""

    def __init__(self, local: bool) -> None:
        self.local = local

    async def setup(self, worker: object) -> None:
        """Get a worker ready; it can be heard meanwhile."""
        if self.local:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        await asyncio.to_thread(get_ready_in_turn)


def get_ready_in_turn() -> None:
    """Get this worker ready, while none of its threads plays."""
    with _turn:
        get_ready()


def play_in_turn(task: Task) -> Part:
    """Play a task on this worker, when none of its other threads plays."""
    with _turn:
        return play(task)


@contextmanager
def start(workers: int) -> Iterator[Any]:
    """Start a cluster of processes on this machine, which listens to this machine alone, and a client of it."""
    nowhere = {"dashboard": False, "dashboard_address": "127.0.0.1:0"}
    with dask.config.set(SETTINGS):
        try:
            cluster = LocalCluster(  # type: ignore[no-untyped-call]
                n_workers=workers,
                threads_per_worker=1,
                memory_limit=0,
                host="127.0.0.1",
                dashboard_address=None,
                scheduler_kwargs=nowhere,
                silence_logs=logging.CRITICAL,
            )
        except RuntimeError as fault:
            raise ClusterError(f"A cluster can't be started on this machine ({fault}); leave --cluster out.") from fault
    with cluster, Client(cluster, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        yield client


@contextmanager
def connect(address: str) -> Iterator[Any]:
    """A client of the scheduler at an address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", VersionMismatchWarning)
        try:
            asyncio.run(asyncio.wait_for(be_answered(address), PATIENCE))
            client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, ValueError, AssertionError) as fault:
            raise ClusterError(f"No dask scheduler answers at {address}; start one with: dask scheduler") from fault
    with client:
        check_versions(client)
        yield client


async def be_answered(address: str) -> None:
    """Greet a scheduler and hear its answer. A client would wait for ever for one that takes calls and says nothing."""
    comm = await dial(address, timeout=PATIENCE)  # type: ignore[no-untyped-call]
    await comm.close()


def check_versions(client: Any) -> None:
    """Raise ClusterError where dask is of another version than here: its messages would not be understood."""
    versions = client.get_versions()
    here = versions["client"]["packages"]["distributed"]
    for place, its in {"the scheduler": versions["scheduler"], **versions["workers"]}.items():
        there = its["packages"]["distributed"]
        if there != here:
            raise ClusterError(f"dask distributed is {there} on {place} and {here} here; install the same version on all machines.")


def laboratory_hash() -> str:
    """A hash over the sources that results come from, to compare machines."""
    digest = hashlib.sha256()
    for part in SAME:
        for path in sorted((PACKAGE / part).glob("*.py")):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


@contextmanager
def quiet() -> Iterator[None]:
    """Keep dask's log off the terminal: what matters is told by exceptions."""
    named = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in NOISY]
    levels = {name: logging.getLogger(name).level for name in {*named, *NOISY}}
    for name in levels:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)

"""The trial of the mutants, in the scratch copy: a plugin of pytest that runs the tests against one mutant after another.

A mutant takes its function's place in every module that knows the function, so the rules run as fast as ever; the tests that reach the
function are tried until one fails, those first that told its other mutants apart. A process for each function, because a mutant may hang
it or eat its memory.
"""

import gc
import json
import os
import resource
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from inspect import isgeneratorfunction
from pathlib import Path
from time import process_time
from typing import Any

import pytest

KILLED, SURVIVED, DIED = "killed", "survived", "died"
"""What became of a mutant; one that hangs, or takes its process down, is noticed too."""
MEMORY = 4 << 30
PATIENCE = 3.0
"""Seconds of the processor for a test beyond ten times what it takes."""

Function = Callable[..., Any]


class Hung(BaseException):
    """A test runs far longer than it does without a mutant."""


@dataclass
class Mutated:
    """One function of the rules, its mutants by number, and the dictionaries in which modules know it."""

    name: str
    original: Function
    mutants: dict[str, Function]
    places: list[tuple[Any, str]]

    def put(self, function: Function) -> None:
        """Let every module call this function."""
        for place, name in self.places:
            if isinstance(place, type):
                setattr(place, name, function)
            else:
                place[name] = function


@dataclass
class Known:
    """What a test takes without a mutant, in seconds of the processor, and the functions it reaches."""

    seconds: float = 0.0
    reaches: set[str] = field(default_factory=set)


def find_mutated() -> Iterator[Mutated]:
    """Every function that mutmut has written mutants for, by what it leaves in the modules."""
    for path, module in list(sys.modules.items()):
        if not path.startswith("caffael.rules."):
            continue
        for name, mutants in list(vars(module).items()):
            if not (name.startswith("mutants_x") and name.endswith("__mutmut") and "_mutmut_orig" in mutants):
                continue
            original = mutants["_mutmut_orig"]
            short = name.removeprefix("mutants_x").removesuffix("__mutmut")
            if short.startswith("_"):
                short = short.removeprefix("_")
                switch = vars(module)[short]
                known = [place for place in gc.get_referrers(switch) if isinstance(place, dict)]
                places: list[tuple[Any, str]] = [(place, key) for place in known for key, value in list(place.items()) if value is switch]
            else:
                kind, method = short.strip("ǁ").split("ǁ")
                short = f"{kind}.{method}"
                places = [(vars(module)[kind], method)]
            numbered = {key.rpartition("_")[2]: value for key, value in mutants.items() if key != "_mutmut_orig"}
            yield Mutated(f"{module.__name__.removeprefix('caffael.rules.')}.{short}", original, numbered, places)


class Trial:
    """The plugin: collects as pytest does, then tries what has no fate yet in the file of results."""

    def __init__(self, results: Path, workers: int) -> None:
        self.results, self.workers = results, workers
        self.known: dict[str, Known] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every mutant instead of running the tests."""
        from hypothesis import HealthCheck, settings  # pytest wants to load it first

        settings.register_profile("trial", deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
        settings.load_profile("trial")  # a busy machine is no mutant
        self.items = {item.nodeid: item for item in session.items if isinstance(item, pytest.Function) and is_plain(item)}
        loaded = [module for name, module in sys.modules.items() if name.split(".")[0] in ("caffael", "tests")]
        self.caches = [value for module in loaded for value in list(vars(module).values()) if hasattr(value, "cache_clear")]
        functions = list(find_mutated())
        for function in functions:
            function.put(function.original)
        self.learn(functions)
        for function in functions:
            function.mutants = {number: function.mutants[number] for number in self.left_of(function)}
        self.try_all(functions)
        return True

    def fails(self, test: str) -> bool:
        """Whether a test fails when it is called."""
        for cache in self.caches:
            cache.cache_clear()
        copiers: dict[type, Function] = sys.modules["caffael.rules.copying"].__dict__["_copiers"]
        copiers.clear()
        item = self.items[test]
        try:
            item.obj(**given_to(item))
        except Hung:
            raise
        except BaseException:  # a mutant may raise anything; all of it is noticed
            return True
        return False

    def learn(self, functions: Sequence[Mutated]) -> None:
        """Run every test twice without a mutant: how long it takes and what it reaches. One that fails, or fails when it is called again,
        would say nothing.
        """
        reached: set[str] = set()
        for function in functions:
            function.put(noting(function, reached))
        for test in self.items:
            reached.clear()
            begun = process_time()
            if self.fails(test) or self.fails(test):
                raise SystemExit(f"{test} fails without any mutant.")
            self.known[test] = Known((process_time() - begun) / 2, set(reached))
        for function in functions:
            function.put(function.original)

    def try_all(self, functions: list[Mutated]) -> None:
        """Try the mutants of every function, some functions at a time."""
        running: dict[int, Mutated] = {}
        while functions or running:
            while functions and len(running) < self.workers:
                function = functions.pop(0)
                process = os.fork()
                if process == 0:
                    try:
                        self.try_function(function)
                    finally:
                        os._exit(1)
                running[process] = function
            process, _ = os.wait()
            function = running.pop(process)
            left = self.left_of(function)
            if left and len(left) == len(function.mutants):
                raise SystemExit(f"The mutants of {function.name} could not be tried.")
            if left:  # a mutant took the process down: that is noticed; go on with the next
                function.mutants = {number: function.mutants[number] for number in left}
                functions.insert(0, function)

    def left_of(self, function: Mutated) -> list[str]:
        """The numbers of a function's mutants without a fate."""
        done = {tuple(json.loads(line)[:2]) for line in self.results.read_text("utf-8").splitlines()}
        return [number for number in function.mutants if (function.name, number) not in done]

    def try_function(self, function: Mutated) -> None:
        """Try the mutants of a function in a process of its own, and end it."""
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        signal.signal(signal.SIGVTALRM, hang)
        tests = [test for test, known in self.known.items() if function.name in known.reaches]
        killed: Counter[str] = Counter()

        def turn(test: str) -> tuple[int, float]:
            known = self.known[test]
            return -killed[test], (known.seconds + 0.002) * (len(known.reaches) + 5)

        with self.results.open("a", buffering=1, encoding="utf-8") as results:
            for number, mutant in function.mutants.items():
                results.write(json.dumps((function.name, number, DIED)) + "\n")
                function.put(mutant)
                killer = next((test for test in sorted(tests, key=turn) if self.notices(test)), None)
                if killer is not None:
                    killed[killer] += 1
                results.write(json.dumps((function.name, number, SURVIVED if killer is None else KILLED)) + "\n")
        os._exit(0)

    def notices(self, test: str) -> bool:
        """Whether a test fails, or hangs, with the mutant that is in place."""
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE + 10 * self.known[test].seconds)
        try:
            return self.fails(test)
        except Hung:
            return True
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def given_to(item: pytest.Function) -> dict[str, Any]:
    """The values with which a test is called."""
    return dict(item.callspec.params) if hasattr(item, "callspec") else {}


def is_plain(item: pytest.Function) -> bool:
    """Whether a test asks for nothing but its values. Fixtures are made for one process: such tests are left out."""
    return not set(item.fixturenames) - set(given_to(item)) - {"request"}


def hang(*_: object) -> None:
    """Answer the timer."""
    raise Hung


def noting(function: Mutated, reached: set[str]) -> Function:
    """The function, writing down that it was reached."""
    original, name = function.original, function.name

    def plain(*args: Any, **named: Any) -> Any:
        reached.add(name)
        return original(*args, **named)

    def flowing(*args: Any, **named: Any) -> Iterator[Any]:
        reached.add(name)
        yield from original(*args, **named)

    return flowing if isgeneratorfunction(original) else plain

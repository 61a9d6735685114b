"""The rules compiled as they are: the very same functions, registered with numba, and few entries to call them by.

numba's own cache does not see changes in functions of other files, so what was compiled is kept in a folder that carries a hash of the
rules' and bots' sources (`kept.py`). Needs the extra `simulation`.
"""

import hashlib
from collections.abc import Callable
from importlib import import_module
from inspect import getmembers, isfunction
from types import ModuleType
from typing import Any

import llvmlite.binding
from llvmlite import ir
from numba import carray, types
from numba.core import cgutils
from numba.extending import intrinsic, overload, register_jitable
from numba.np import arrayobj

from caffael.bots import planner
from caffael.resources import PACKAGE
from caffael.rules import copying
from caffael.simulation.play import chunks, games, layout, learners
from caffael.simulation.play.kept import Shelf, kept, machine

RULES = (
    "chance",
    "happened",
    "drafts",
    "decks",
    "powers",
    "tender",
    "presets",
    "stars",
    "sway",
    "publication",
    "delivery",
    "forecast",
    "events",
    "year",
    "scoring",
    "outlook",
    "reasons",
    "actions",
    "deal",
    "buying",
    "sealing",
    "step",
    "view",
)
"""The modules of the rules whose functions are compiled, each before those that call it."""
POLICIES = ("worth", "money", "plain", "buying", "guided", "barring", "guess", "prospect", "candidates", "planner", "choosing")
"""The same of the bots."""
LOOPS = ("games", "counting", "close", "chunks", "learners")
"""The same of the laboratory."""
COPYING = ("view", "learners")
"""The modules that copy whole rows at once (`[:] =`): there numba counts references to arrays. Elsewhere nothing makes one."""
INLINE = 1_500
"""How large a function LLVM still copies into its callers. Rules are many small functions: this plays a third quicker than its own 225."""
SOURCES = {"rules": ("*.py",), "bots": ("*.py",), "simulation/play": ("compiled.py", "counts.py", *(f"{name}.py" for name in LOOPS))}


def sources_hash() -> str:
    """A hash over the sources that are compiled, and over what compiles them and for which processor."""
    digest = hashlib.sha256(machine())
    for name, patterns in SOURCES.items():
        for path in sorted(path for pattern in patterns for path in (PACKAGE / name).glob(pattern)):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@intrinsic
def _copy_block(_context: Any, target: Any, source: Any) -> tuple[Any, Callable[..., Any]]:
    """Copy a record as one block of bytes."""

    def build(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        size = context.get_constant(types.intp, source.size)
        cgutils.raw_memcpy(builder, arguments[0], arguments[1], size, 1)
        return context.get_dummy_value()

    return types.void(target, source), build


_any_index = getattr(arrayobj, "fix_integer_index", None)
"""How numba reckons the place of an index; None where it has no such function any more, and all goes its own way, somewhat slower."""
OWN = "_ZN7caffael"
"""How the compiled names of our own functions begin."""


def _own_index(context: Any, builder: Any, kind: Any, index: Any, size: Any) -> Any:
    """The place of an index in a row: in our own functions the index as it is. Elsewhere numba counts those below 0 from the end."""
    if builder.function.name.startswith(OWN):
        return context.cast(builder, index, kind, types.intp)
    assert _any_index is not None
    return _any_index(context, builder, kind, index, size)


if _any_index is not None:
    arrayobj.fix_integer_index = _own_index


@overload(copying.copy_into)
def _compiled_copy_into(target: Any, source: Any) -> Callable[..., None]:
    def copy(target: Any, source: Any) -> None:
        _copy_block(target, source)  # type: ignore[call-arg]

    return copy


@overload(copying.count_up)
def _compiled_count_up(row: Any, first: Any, count: Any) -> Callable[..., None]:
    def count_up(row: Any, first: Any, count: Any) -> None:
        for i in range(count):
            row[i] = first + i

    return count_up


@intrinsic
def _words_at(_context: Any, record: Any) -> tuple[Any, Callable[..., Any]]:
    """Where the words of a record lie."""

    def build(_context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.bitcast(arguments[0], ir.PointerType(ir.IntType(64)))

    return types.CPointer(types.int64)(record), build


@overload(layout.flat)
def _compiled_flat(record: Any) -> Callable[..., Any]:
    size = record.size // 8

    def flat(record: Any) -> Any:
        return carray(_words_at(record), size)  # type: ignore[call-arg]

    return flat


def functions_of(module: ModuleType) -> list[Callable[..., Any]]:
    """The functions that a module defines itself."""
    return [function for _, function in getmembers(module, isfunction) if function.__module__ == module.__name__]


def register(modules: tuple[str, ...], package: str) -> None:
    """Let numba compile every function of these modules where another compiled function calls it."""
    for name in modules:
        for function in functions_of(import_module(f"{package}.{name}")):
            register_jitable(_nrt=name in COPYING)(function)


llvmlite.binding.set_option("caffael", f"--inline-threshold={INLINE}")
register(RULES, "caffael.rules")
register(POLICIES, "caffael.bots")
register(LOOPS, "caffael.simulation.play")
SHELF = Shelf(sources_hash())
play_randomly = kept(games.play_randomly, SHELF)
"""`games.play_randomly`, compiled; takes the elements of arrays from `layout.to_array`."""
play_chunk = kept(chunks.play_chunk, SHELF)
"""`chunks.play_chunk`, compiled."""
lay_tables = kept(learners.lay_tables, SHELF)
step_tables = kept(learners.step_tables, SHELF)
"""The two calls of the vectorised environment, compiled."""
begin_plan = kept(planner.begin_plan, SHELF)
think = kept(planner.think, SHELF)
conclude = kept(planner.conclude, SHELF)
"""A planner's three steps, compiled: for the board and for benchmarks."""


BULK = ("chunks.play_chunk",)
PLANNING = ("planner.begin_plan", "planner.think", "planner.conclude")


def is_compiled(entries: tuple[str, ...] = BULK) -> bool:
    """Whether entries were compiled before for these sources and lie there whole, so that they are ready in a second."""
    return all(SHELF.holds(entry) for entry in entries)

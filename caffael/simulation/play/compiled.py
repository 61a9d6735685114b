"""The rules compiled as they are: the very same functions, registered with numba, and few entries to call them by.

numba's own cache does not see changes in functions of other files, so its folder carries a hash of the rules' and bots' sources; folders
of older sources are deleted. Needs the extra `simulation`.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from types import ModuleType
from typing import Any

os.environ.setdefault("NUMBA_OPT", "2")  # level 3 takes longer to compile and runs no faster; read when numba is first imported

import llvmlite.binding
import numba
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic, overload, register_jitable
from platformdirs import user_cache_path

from caffael.bots import planner
from caffael.resources import PACKAGE
from caffael.rules import copying
from caffael.simulation.play import chunks, games

RULES = (
    "chance",
    "happened",
    "decks",
    "powers",
    "tender",
    "delivery",
    "events",
    "year",
    "scoring",
    "reasons",
    "actions",
    "deal",
    "step",
    "view",
)
"""The modules of the rules whose functions are compiled, each before those that call it."""
POLICIES = ("worth", "money", "buying", "guided", "barring", "guess", "prospect", "candidates", "planner", "choosing")
"""The same of the bots."""
LOOPS = ("games", "counting", "chunks")
"""The same of the laboratory."""
INLINE = 1_500
"""How large a function LLVM still copies into its callers. Rules are many small functions: this plays a third quicker than its own 225."""
SOURCES = {"rules": ("*.py",), "bots": ("*.py",), "simulation/play": ("compiled.py", "counts.py", *(f"{name}.py" for name in LOOPS))}


def sources_hash() -> str:
    """A hash over the sources that are compiled, and over numba's version."""
    digest = hashlib.sha256(numba.__version__.encode())
    for name, patterns in SOURCES.items():
        for path in sorted(path for pattern in patterns for path in (PACKAGE / name).glob(pattern)):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def use_cache() -> Path:
    """Point numba's cache to the folder of these sources and delete the folders of older ones."""
    top = user_cache_path("caffael") / "compiled"
    folder = top / sources_hash()
    if top.is_dir():
        for old in top.iterdir():
            if old != folder:
                shutil.rmtree(old, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    numba.config.CACHE_DIR = str(folder)
    os.environ["NUMBA_CACHE_DIR"] = str(folder)  # numba reads its settings anew when one was changed after its import
    return folder


@intrinsic
def _copy_block(_context: Any, target: Any, source: Any) -> tuple[Any, Callable[..., Any]]:
    """Copy a record as one block of bytes."""

    def build(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        size = context.get_constant(types.intp, source.size)
        cgutils.raw_memcpy(builder, arguments[0], arguments[1], size, 1)
        return context.get_dummy_value()

    return types.void(target, source), build


@overload(copying.copy_into)
def _compiled_copy_into(target: Any, source: Any) -> Callable[..., None]:
    def copy(target: Any, source: Any) -> None:
        _copy_block(target, source)  # type: ignore[call-arg]

    return copy


def functions_of(module: ModuleType) -> list[Callable[..., Any]]:
    """The functions that a module defines itself."""
    return [function for _, function in getmembers(module, isfunction) if function.__module__ == module.__name__]


def register(modules: tuple[str, ...], package: str) -> None:
    """Let numba compile every function of these modules where another compiled function calls it."""
    for name in modules:
        for function in functions_of(import_module(f"{package}.{name}")):
            register_jitable(function)


llvmlite.binding.set_option("caffael", f"--inline-threshold={INLINE}")
register(RULES, "caffael.rules")
register(POLICIES, "caffael.bots")
register(LOOPS, "caffael.simulation.play")
use_cache()
play_randomly = numba.njit(cache=True, nogil=True)(games.play_randomly)
"""`games.play_randomly`, compiled; takes the elements of arrays from `layout.to_array`."""
play_chunk = numba.njit(cache=True, nogil=True)(chunks.play_chunk)
"""`chunks.play_chunk`, compiled."""
begin_plan = numba.njit(cache=True, nogil=True)(planner.begin_plan)
think = numba.njit(cache=True, nogil=True)(planner.think)
conclude = numba.njit(cache=True, nogil=True)(planner.conclude)
"""A planner's three steps, compiled: for the board and for benchmarks."""


def is_compiled(entry: str = "chunks.play_chunk") -> bool:
    """Whether an entry was compiled before on this machine for these sources, so that it is ready in a second."""
    return any(Path(numba.config.CACHE_DIR).rglob(f"{entry}-*.nbi"))

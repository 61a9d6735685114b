"""What the build takes from others, to the byte: `lock.toml` beside this file, which `python -m caffael_tools.browser_lock` renews.

Pyodide, the Python of the tab, comes from npm under its integrity; each package comes from the index that pip is set up with, under the
hash of its file.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LOCK = Path(__file__).parent / "lock.toml"
PLATFORM, PYTHON = "pyemscripten_2026_0_wasm32", "3.14"
"""The platform and the Python of Pyodide's wheels."""
PURE_FROM = "manylinux2014_x86_64"
"""A package without a wheel for the tab is taken from one for this platform, without what is compiled in it."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel: what is in it goes into an archive; of a pure one only what Python itself reads."""

    name: str
    version: str
    sha256: str
    archive: str
    pure: bool = False


@dataclass(frozen=True, slots=True)
class Lock:
    """Pyodide's version and the integrity of its npm package, and the wheels."""

    pyodide: str
    integrity: str
    wheels: tuple[Wheel, ...]


@lru_cache(maxsize=1)
def lock() -> Lock:
    """What is locked."""
    read = tomllib.loads(LOCK.read_text("utf-8"))
    return Lock(read["pyodide"]["version"], read["pyodide"]["integrity"], tuple(Wheel(**row) for row in read["wheel"]))


def written(locked: Lock) -> str:
    """What `lock` reads."""
    lines = [
        "# Made by `python -m caffael_tools.browser_lock`: what `caffael web build` takes from others, to the byte.",
        "",
        "[pyodide]",
        f'version = "{locked.pyodide}"',
        f'integrity = "{locked.integrity}"',
    ]
    for wheel in locked.wheels:
        lines += ["", "[[wheel]]", f'name = "{wheel.name}"', f'version = "{wheel.version}"', f'sha256 = "{wheel.sha256}"']
        lines += [f'archive = "{wheel.archive}"', *(["pure = true"] if wheel.pure else [])]
    return "\n".join(lines) + "\n"

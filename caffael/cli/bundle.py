"""The program to carry: Caffael as a folder that runs without Python installed, made by PyInstaller on the system that it is for."""

import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import caffael_tools
from typer import Option

from caffael.cli.calling import install
from caffael.cli.shared import RefusedError, command
from caffael.resources import PACKAGE, folder

NAME = "caffael"
CARRIED = "caffael-data"
"""A folder of this name beside the program takes saved games, own packs and settings, so that a stick holds everything."""
MEGABYTE = 1_000_000
LEFT_OUT = (
    # the laboratory and all it brings: bulk play is for designers, who have Python
    *("numba", "llvmlite", "numpy", "scipy", "polars", "pyarrow", "pandas", "duckdb", "matplotlib", "PIL", "SALib", "optuna", "sqlalchemy"),
    *("distributed", "dask", "pettingzoo", "gymnasium", "psutil", "tornado"),
    # what only the makers of Caffael use
    *("pytest", "_pytest", "hypothesis", "mypy", "ruff", "babel", "fontTools", "jsonschema", "setuptools", "pip", "IPython", "tkinter"),
    "caffael_tools.catalogues",
    *(f"caffael_tools.{name}" for name in ("sounds", "walk", "plain", "pack_tables", "bounds")),
)
SOUGHT = ("accesskit", "python_calamine", "starlette", "uvicorn", "websockets", "wakepy")
"""Taken along where they are installed."""
WITH_FILES = ("fontpkg_lexend", "fontpkg_noto_sans")
STARTER = f'''"""Starts the board, or the command that was asked for."""

import os
import sys
from pathlib import Path

beside = Path(sys.executable).resolve().parent / "{CARRIED}"
if beside.is_dir():
    os.environ.setdefault("CAFFAEL_GAMES", str(beside / "games"))
    os.environ.setdefault("CAFFAEL_SETTINGS", str(beside / "settings"))

from caffael.cli import main

main()
'''


@command
def bundle(out: Annotated[str, Option("--out", help="The folder in which the folder of the program is made.")] = "dist") -> int:
    """Make the program to carry: a folder that runs on this kind of system without Python installed."""
    if getattr(sys, "frozen", False):
        raise RefusedError("This is the program to carry already; copy its folder.")
    if find_spec("PyInstaller") is None:
        raise RefusedError(f"PyInstaller is missing: {install('bundle')}")
    place = Path(out).resolve()
    target = place / NAME
    check_target(target)
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="caffael-bundle-") as work:
            fault = build(Path(work))
            if fault:
                raise RefusedError(fault)
            made = Path(work) / "dist" / NAME
            if target.exists():
                shutil.rmtree(target)
            shutil.move(made, target)
    except OSError as fault:
        raise RefusedError(
            f"The program can't be written to {place}: {fault.strerror or fault}. Choose another folder with --out."
        ) from None
    print(f"{target}: {size_mb(target):.0f} MB. Start {NAME} in it. To carry games along too, make a folder {CARRIED} beside it.")
    return 0


def check_target(target: Path) -> None:
    """Raise RefusedError where something lies in the program's place that is no program of an earlier time."""
    if target.exists() and not (target / "_internal" / "caffael" / "_data").is_dir():
        raise RefusedError(f"{target} is there already and is no program that Caffael made. Choose another folder with --out.")


def build(work: Path) -> str:
    """Let PyInstaller build in a folder; say what went wrong, empty when nothing did."""
    starter = work / "start.py"
    starter.write_text(STARTER, encoding="utf-8")
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "PyInstaller", *arguments(starter, work)], cwd=work, capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return ""
    last = (done.stderr or done.stdout).strip().splitlines()
    return f"PyInstaller could not build the program: {last[-1] if last else 'it gave no reason'}."


def arguments(starter: Path, work: Path) -> list[str]:
    """What PyInstaller is asked for."""
    asked = ["--noconfirm", "--clean", "--log-level", "ERROR", "--onedir", "--name", NAME]
    asked += [
        "--paths",
        f"{PACKAGE.parent}{os.pathsep}{Path(caffael_tools.__file__).parent.parent}",
        "--distpath",
        str(work / "dist"),
        "--workpath",
        str(work / "build"),
        "--specpath",
        str(work),
        "--noupx",
    ]
    if sys.platform == "win32":
        asked += ["--hide-console", "hide-early"]
    for name in ("assets", "scenarios"):
        asked += ["--add-data", f"{folder(name)}{os.pathsep}caffael/_data/{name}"]
    for name in ("board/fonts", "classroom/pages", "classroom/device"):
        asked += ["--add-data", f"{PACKAGE / name}{os.pathsep}caffael/{name}"]
    asked += ["--add-data", f"{PACKAGE / 'classroom' / 'relay' / 'haproxy.cfg'}{os.pathsep}caffael/classroom/relay"]
    for name in WITH_FILES:
        asked += ["--collect-all", name]
    for name in modules():
        asked += ["--hidden-import", name]
    for name in SOUGHT:
        if find_spec(name) is not None:
            asked += ["--collect-all", name]
    for name in LEFT_OUT:
        asked += ["--exclude-module", name]
    return [*asked, str(starter)]


def modules() -> list[str]:
    """Every module of Caffael that comes along: screens are opened by their names, which nobody finds by reading imports."""
    found = []
    tools = Path(caffael_tools.__file__).parent
    for path in sorted([*PACKAGE.rglob("*.py"), *tools.rglob("*.py")]):
        parts = path.relative_to(tools.parent if tools in path.parents else PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if "_data" not in parts and parts[-1] != "__main__" and not any(name == left or name.startswith(f"{left}.") for left in LEFT_OUT):
            found.append(name)
    return found


def size_mb(place: Path) -> float:
    """How large a folder is with all in it, in megabytes."""
    return sum(path.stat().st_size for path in place.rglob("*") if path.is_file()) / MEGABYTE

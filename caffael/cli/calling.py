"""How this very program is called, and how a part that is missing is installed: commands in sentences work as they are written."""

import os
import shlex
import sys
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from caffael.resources import PACKAGE

NAME = "caffael"


def program() -> str:
    """The words that call Caffael from where the reader stands: `.venv/bin/caffael` in the folder of the project, say."""
    if getattr(sys, "frozen", False):
        return written(Path(sys.executable))
    for name in (NAME, f"{NAME}.exe"):
        script = Path(sys.executable).parent / name
        if script.is_file():
            return written(script)
    return f"{written(Path(sys.executable))} -m {NAME}"


def install(extra: str) -> str:
    """The command that installs an extra: from the folder of the project where Caffael runs in it, else what the extra needs by name."""
    pip = f"{written(Path(sys.executable))} -m pip install"
    project = PACKAGE.parent
    if (project / "pyproject.toml").is_file():
        there = "." if project == Path.cwd() else str(project)
        return f'{pip} -e "{there}[{extra}]"'
    return f"{pip} {' '.join(f'{chr(34)}{need}{chr(34)}' for need in needs(extra))}"


def needs(extra: str) -> list[str]:
    """What an extra installs, as pip is asked for it."""
    try:
        lines = requires(NAME) or []
    except PackageNotFoundError:
        return []
    mark = (f"extra == '{extra}'", f'extra == "{extra}"')
    found = [line.partition(";")[0].strip() for line in lines if line.partition(";")[2].strip() in mark]
    others = [need for word in found if word.startswith(f"{NAME}[") for need in needs(word.removeprefix(f"{NAME}[").rstrip("]"))]
    return [*others, *(word for word in found if not word.startswith(NAME))]


def written(path: Path) -> str:
    """A path as it is typed where the reader stands."""
    near = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    text = str(near)
    if os.name != "nt":
        return shlex.quote(text)
    return f'& "{text}"' if " " in text else text

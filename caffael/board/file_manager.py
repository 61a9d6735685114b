"""What the board asks of the desktop it stands on: show a file in its folder, and take a text onto the clipboard."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pygame


def shower() -> Callable[[Path], bool] | None:
    """What shows a file in its folder and says whether it could; None on a computer that has nothing for that."""
    if sys.platform == "win32":
        return start_file
    if sys.platform == "darwin":
        return lambda path: run("open", "-R", str(path))
    if shutil.which("xdg-open") and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return lambda path: run("xdg-open", str(path.parent))
    return None


def start_file(path: Path) -> bool:
    """Open the folder of a file as Windows does."""
    try:
        os.startfile(path.parent)  # type: ignore[attr-defined,unused-ignore]  # noqa: S606 - a folder of our own
    except OSError:
        return False
    return True


def run(*command: str) -> bool:
    """Start a program of the desktop beside the game; say whether it started."""
    quiet = subprocess.DEVNULL
    try:
        subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - no shell, our own words
    except OSError:
        return False
    return True


def copy_text(text: str) -> bool:
    """Put a text on the clipboard; say whether it is there."""
    with suppress(pygame.error):
        pygame.scrap.put_text(text)
        return bool(pygame.scrap.has_text())
    return False

"""What a command may write: a plain file that isn't there yet, or one that Caffael made before. All of it is asked before work begins.

A file of somebody else's, a device or a folder is refused; `--force` replaces another file, never a device or a folder. Files are written
whole or not at all (`write_whole`, `write_files`).
"""

import csv
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from typer import Option

from caffael.cli.shared import RefusedError

Force = Annotated[bool, Option("--force", help="Replace a file that is there already, also one that Caffael did not make.")]
DEVICES = ("CON", "PRN", "AUX", "NUL", *(f"{name}{number}" for name in ("COM", "LPT") for number in range(1, 10)))
"""Names that mean devices on Windows, whatever stands behind them."""
MARKS = {
    ".pdf": (b"%PDF-", b"/Creator (Caffael)"),
    ".html": (b'<meta name="generator" content="Caffael">',),
    ".htm": (b'<meta name="generator" content="Caffael">',),
    ".svg": (b"<svg", b"Caffael"),
    ".png": (b"\x89PNG", b"Caffael"),
    ".parquet": (b"PAR1", b"scenario_digest"),
}
"""What stands in a file that Caffael made, by the ending of its name."""
SCHEMA_TITLE = "scenario.toml of a pack for Caffael"
LARGEST = 2**31
"""A larger file is not looked into; it is somebody else's."""


def file_to_write(text: str, force: bool, option: str = "--out", make_folder: bool = False) -> Path:
    """A file that may be written. Its folder is there, or is made. Raises RefusedError that says what is wrong and how to mend it."""
    path = Path(text)
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        check_place(path, option)
        check_there(path, force, option)
    except (OSError, ValueError, RuntimeError) as fault:
        reason = getattr(fault, "strerror", None) or "that is no name of a file"
        raise RefusedError(f"{option} {text!r} can't be written ({reason}); name another file.") from None
    return path


def folder_to_fill(text: str, names: Iterable[str], force: bool) -> Path:
    """A folder, made where it isn't there, in which files of these names may be written. Raises RefusedError."""
    folder = Path(text)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        check_folder(folder)
        for name in names:
            check_there(folder / name, force, "--out")
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "that is no name of a folder"
        raise RefusedError(f"--out {text!r} can't be written to ({reason}); name another folder.") from None
    return folder


def check_place(path: Path, option: str) -> None:
    """Raise RefusedError or OSError where a file can't lie at a place."""
    if not path.name:
        raise RefusedError(f"{option} names no file; write the name of a file.")
    if os.name == "nt" and path.name.partition(".")[0].rstrip().upper() in DEVICES:
        raise RefusedError(f"{option} {str(path)!r} is a device, no file; name a file.")
    if path.is_dir():
        raise RefusedError(f"{option} {str(path)!r} is a folder; name a file in it, such as {path / 'caffael'}.")
    parent = path.resolve().parent
    if not parent.is_dir():
        raise RefusedError(f"{option} {str(path)!r} can't be written, because there is no folder {parent}; make it, or name another file.")
    check_folder(parent)


def check_folder(folder: Path) -> None:
    """Raise OSError where nothing can be written into a folder."""
    with tempfile.TemporaryFile(dir=folder):
        pass


def check_there(path: Path, force: bool, option: str) -> None:
    """Raise RefusedError when something lies at a place that must not be replaced."""
    if not path.exists():
        return
    if not path.is_file():
        kind = "a folder" if path.is_dir() else "a device, no file"
        raise RefusedError(f"{option} {str(path)!r} is {kind}; name a file.")
    if not force and not (os.access(path, os.W_OK) and is_ours(path)):
        raise RefusedError(
            f"{str(path)!r} is there already, and Caffael did not make it or may not change it: name another file, or add --force."
        )


def is_ours(path: Path) -> bool:
    """Whether Caffael made a file, by what stands in it. An empty file is nobody's."""
    ending = path.suffix.lower()
    size = path.stat().st_size
    if size > LARGEST or (size and ending not in {*MARKS, ".json", ".csv"}):
        return False
    content = path.read_bytes()
    if not content:
        return True
    if ending == ".json":
        return is_our_json(content)
    if ending == ".csv":
        return is_our_debrief(content) or is_ours_beside(path)
    marks = MARKS.get(ending)
    return marks is not None and all(mark in content for mark in marks)


def is_our_json(content: bytes) -> bool:
    """Whether JSON is the schema of a pack, or what the laboratory found."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and (found.get("title") == SCHEMA_TITLE or {"scenario", "seed"} <= found.keys())


def is_ours_beside(path: Path) -> bool:
    """Whether a table has what the laboratory found beside it, under the same name."""
    beside = path.with_suffix(".json")
    return beside.is_file() and is_our_json(beside.read_bytes())


def is_our_debrief(content: bytes) -> bool:
    """Whether a table begins as a debrief does, in any language."""
    from caffael.export.spreadsheet import COLUMNS
    from caffael.words.language import CODES, Language

    first = content.partition(b"\n")[0].decode("utf-8-sig", "replace").strip()
    cells = next(csv.reader([first]), [])
    return any(cells[:4] == [Language(code).text(column) for column in COLUMNS[:4]] for code in CODES)

"""The user's own packs on the disk: keep a copy, put one away, take that back. Each happens whole or not at all."""

import errno
import os
import re
import secrets
import shutil
from pathlib import Path

from caffael.disk import safe_names
from caffael.scenario import load_pack
from caffael.scenario.faults import SCENARIO_FILE

PACK_FILES = (".toml", ".csv", ".xlsx")
"""Kinds of file that a pack has; nothing else of a folder is copied."""
AWAY = ".deleted"
"""The folder of packs that were put away. Its name begins with a point, so no pack in it is listed."""
LONGEST_NAME = 40


def name_of(title: str) -> str:
    """A title as the id of a pack and the name of its folder."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:LONGEST_NAME].strip("-")
    return plain or "game"


def free_name(folder: Path, wanted: str, suffix: str = "") -> str:
    """The name, or the name with a number, that nothing in the folder has yet."""
    number, name = 1, wanted
    while (folder / name).exists() or (folder / f"{name}{suffix}").exists():
        number += 1
        name = f"{wanted}-{number}"
    return name


def keep_pack(path: Path, folder: Path) -> Path:
    """Copy a pack into the folder, a zip as a zip, and give the copy.

    Raises PackError when it is not sound there, as when it extends a pack that does not lie there, and OSError when it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    suffix = "" if path.is_dir() else path.suffix.lower()
    name = free_name(folder, name_of(path.stem if suffix else path.name), suffix)
    kept = folder / f"{name}{suffix}"
    beside = folder / f".{name}-{secrets.token_hex(4)}{suffix}"
    try:
        if suffix:
            shutil.copyfile(path, beside)
        else:
            copy_files(path, beside)
        load_pack(beside)
        beside.rename(kept)
        make_safe(kept)
    finally:
        remove(beside)
    return kept


def copy_files(path: Path, to: Path) -> None:
    """Copy the files of a pack."""
    to.mkdir()
    for file in path.iterdir():
        if file.is_file() and not file.is_symlink() and file.suffix.lower() in PACK_FILES:
            shutil.copyfile(file, to / copied_name(file))


def copied_name(file: Path) -> str:
    """What a file of a pack is called in a copy."""
    return SCENARIO_FILE if file.name.lower() == SCENARIO_FILE else file.name


def put_away(path: Path) -> Path:
    """Take a pack from the shelf and say where it lies now. Raises OSError when it cannot be moved."""
    away = path.parent / AWAY
    away.mkdir(exist_ok=True)
    to = away / f"{path.stem}-{secrets.token_hex(4)}{'' if path.is_dir() else path.suffix}"
    path.rename(to)
    safe_names(path, to)
    return to


def bring_back(lies: Path, path: Path) -> None:
    """Put a pack that was put away where it was. Raises OSError when something else is there now, or it cannot be moved."""
    if path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
    lies.rename(path)
    safe_names(lies, path)


def put_in_place(new: Path, place: Path) -> None:
    """Put a folder in the place of another; the older one is there again when that fails. Raises OSError then."""
    older = place.with_name(f".{place.name}-{secrets.token_hex(4)}")
    place.rename(older)
    try:
        new.rename(place)
    except OSError:
        older.rename(place)
        raise
    remove(older)
    safe_names(new, place)


def make_safe(path: Path) -> None:
    """Make a new file or folder safe; what can't be made safe is not there. Raises OSError."""
    try:
        safe_names(path)
    except OSError:
        remove(path)
        raise


def remove(path: Path) -> None:
    """Remove what may be left of a file or folder of ours."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)

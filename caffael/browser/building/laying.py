"""A built folder on the disk: what is new is laid down first and what nothing names goes last, so that a web space stays whole."""

import json
from collections.abc import Mapping
from pathlib import Path

from caffael.browser.building.site import FILES, MARK
from caffael.resources import write_whole

LAST = ("index.html", "sw.js", MARK)
"""Who reads these has all the others."""


def is_ours(folder: Path) -> bool:
    """Whether a folder was built here."""
    try:
        return bool(json.loads((folder / MARK).read_text("utf-8")).get("made by") == "Caffael")
    except (OSError, ValueError, AttributeError):
        return False


def lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    """Write a built folder; what lies there beside it, such as a file that names the site, stays. Raises OSError."""
    for name in sorted(files, key=lambda name: (name in LAST, LAST.index(name) if name in LAST else 0, name)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (path.is_file() and path.stat().st_size == len(files[name]) and path.read_bytes() == files[name]):
            write_whole(path, files[name])
    for path in (folder / FILES).iterdir():
        if path.is_file() and f"{FILES}/{path.name}" not in files:
            path.unlink()

"""Read the files of a pack from a zip, without unpacking it anywhere.

The files lie at the top of the zip or all in one folder, as zipping a folder makes it.
"""

from pathlib import Path

from caffael.scenario.read.folder_source import read_plain
from caffael.scenario.read.sources import LARGEST_FILE, FileRefusedError, Source
from caffael.scenario.read.zip_guard import Archive, ZipLimits, ZipRefusedError

LARGEST_ZIP = 8_000_000
"""Bytes of a zip as it lies on the disk: a pack with a few pictures beside it."""
LIMITS = ZipLimits(entries=200, entry=LARGEST_FILE, total=20_000_000)
"""A pack has at most seven files that are read; the rest is for a handout and pictures beside them."""
JUNK_FOLDER = "__MACOSX"
JUNK = (".ds_store", "thumbs.db", "desktop.ini")
"""What systems leave in every zip, in small letters."""
ANEW = "make it anew with nothing but the pack's own files."


class ZipSource(Source):
    """The files of a zip."""

    def __init__(self, place: Path) -> None:
        data = read_plain(place, LARGEST_ZIP)
        try:
            self._archive = Archive(data, LIMITS)
        except ZipRefusedError as error:
            raise FileRefusedError(f"The zip {error}; {ANEW}") from None
        self._folder = folder_in(list(self._archive.entries))
        names = [name.removeprefix(self._folder) for name in self._archive.entries if name.startswith(self._folder)]
        super().__init__(place, frozenset(name for name in names if name and "/" not in name))

    def _read(self, name: str) -> bytes:
        try:
            return self._archive.read(self._folder + name)
        except ZipRefusedError as error:
            raise FileRefusedError(f"The zip {error}; {ANEW}") from None


def folder_in(names: list[str]) -> str:
    """The folder within a zip that holds the pack, with a slash at its end; empty when the files lie at the top."""
    files = [name for name in names if not name.endswith("/") and not is_junk(name)]
    tops = {name.partition("/")[0] for name in files}
    if not files:
        raise FileRefusedError(f"The zip is empty; {ANEW}")
    if any("/" not in name for name in files):
        return ""
    if len(tops) > 1:
        raise FileRefusedError("The zip holds several folders; put the pack's files at its top, or all in one folder.")
    return f"{tops.pop()}/"


def is_junk(name: str) -> bool:
    """Whether a system left this in the zip by itself."""
    last = name.rpartition("/")[2]
    return name.startswith(f"{JUNK_FOLDER}/") or last.lower() in JUNK or last.startswith("._")

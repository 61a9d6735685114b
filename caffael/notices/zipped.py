"""A zip with one file of notices in it, as portals and mail programs pack them: which of its files are notices, and that one, opened."""

import zipfile
from pathlib import Path, PurePosixPath
from typing import IO

from caffael.notices.faults import NoticesError
from caffael.words.sentence import Sentence

ENDINGS = (".json", ".jsonl")
"""How files of notices in a zip end."""
BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError)
"""What a zip raises that is damaged, packed in a way that nobody knows, or locked by a password."""


def notices_in(archive: zipfile.ZipFile) -> list[str]:
    """The files of a zip that may hold notices; what macOS lays beside each file is none."""
    found = []
    for name in archive.namelist():
        path = PurePosixPath(name)
        if path.name.lower().endswith(ENDINGS) and not path.name.startswith(".") and "__MACOSX" not in path.parts:
            found.append(name)
    return found


def opened_in(path: Path, raw: IO[bytes]) -> IO[bytes]:
    """The only file of notices in a zip, to be read; nothing is written. Raises NoticesError where there is none, or more than one."""
    try:
        archive = zipfile.ZipFile(raw)
        names = notices_in(archive)
        if len(names) == 1:
            return archive.open(names[0])
    except BROKEN:
        raise NoticesError(Sentence('"{file}" is damaged, so it can\'t be unpacked; download it again.', file=path.name)) from None
    if not names:
        raise NoticesError(Sentence('There is no .json file in the zip "{file}"; download the notices as JSON (OCDS).', file=path.name))
    raise NoticesError(Sentence('"{file}" is a zip of several .json files; unpack it and take them out of it.', file=path.name))


def is_zip_of_notices(path: Path) -> bool:
    """Whether a file is a zip that holds .json files and no game."""
    try:
        with zipfile.ZipFile(path) as archive:
            games = any(PurePosixPath(name).name.lower() == "scenario.toml" for name in archive.namelist())
            return not games and bool(notices_in(archive))
    except (OSError, ValueError, *BROKEN):
        return False

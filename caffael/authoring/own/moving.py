"""To another computer: a pack as a zip, and everything as one file: saved games with their pictures, own packs, the settings.

What is taken in never takes the place of something that is here: what is here already is passed over, and what only has the same name
comes in under a name with a number.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from caffael.authoring.own.on_disk import PACK_FILES, copied_name, free_name, make_safe, remove
from caffael.resources import write_whole
from caffael.saves import SUFFIX
from caffael.saves.reading import MOST_FILE
from caffael.scenario.faults import shown
from caffael.scenario.read.places import is_pack
from caffael.scenario.read.sources import ZIP, FileRefusedError, read_plain
from caffael.scenario.read.zip_source import Archive, ZipLimits, ZipRefusedError
from caffael.words.sentence import Sentence

LIMITS = ZipLimits(entries=5_000, entry=MOST_FILE, total=300_000_000)
"""What a file with everything may hold."""
SHEET = "caffael.json"
"""The file by which one with everything is known."""
CONTENT = b'{"caffael": "everything"}\n'
SETTINGS = "settings.json"
PICTURE = ".png"
DATE = (2020, 1, 1, 0, 0, 0)
"""Every file in a zip has this date, so that the same content is the same zip."""
NAME = r"[^/\\:\0]{1,120}"
GAME = re.compile(rf"games/(?!\.)({NAME})({re.escape(SUFFIX)}|{re.escape(PICTURE)})", re.IGNORECASE)
ZIPPED = re.compile(rf"packs/(?!\.)({NAME}){re.escape(ZIP)}", re.IGNORECASE)
PACK = re.compile(rf"packs/(?!\.)({NAME})/(?!\.)({NAME})({'|'.join(re.escape(end) for end in PACK_FILES)})", re.IGNORECASE)
STRANGE = Sentence("This file can't be taken in: it holds {name}, which is none of Caffael's.")


class MovingRefusedError(Exception):
    """A file with everything that is not taken in; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(slots=True)
class Moved:
    """How much came in, and whether the settings did."""

    games: int = 0
    packs: int = 0
    settings: bool = False


# ----------------------------------------------------------------------------------------------------------------------------- out


def pack_as_file(path: Path) -> tuple[str, bytes]:
    """A pack as a zip, with its name. Raises OSError."""
    if path.is_file():
        return path.name, path.read_bytes()
    return f"{path.name}{ZIP}", zipped(dict(pack_files(path)))


def pack_files(path: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a pack in a folder, by their names. Raises OSError."""
    for file in sorted(path.iterdir()):
        if file.is_file() and not file.is_symlink() and file.suffix.lower() in PACK_FILES:
            yield copied_name(file), file.read_bytes()


def whole_file(places: Mapping[str, Path]) -> bytes:
    """Everything as one zip. `places` are the folders of `games`, `packs` and `settings`. Raises OSError."""
    files = {SHEET: CONTENT}
    for path in listed(places["games"]):
        if path.is_file() and path.suffix.lower() in (SUFFIX, PICTURE):
            files[f"games/{path.name}"] = path.read_bytes()
    for path in listed(places["packs"]):
        if path.is_dir():
            files |= {f"packs/{path.name}/{name}": content for name, content in pack_files(path)}
        elif is_pack(path):
            files[f"packs/{path.name}"] = path.read_bytes()
    settings = places["settings"] / SETTINGS
    if settings.is_file():
        files[f"settings/{SETTINGS}"] = settings.read_bytes()
    return zipped(files)


def listed(folder: Path) -> list[Path]:
    """What lies in a folder, without what is hidden; nothing where it is not there."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".")) if folder.is_dir() else []


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, DATE), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


# ------------------------------------------------------------------------------------------------------------------------------ in


def is_whole_file(path: Path) -> bool:
    """Whether a file is one with everything."""
    if path.suffix.lower() != ZIP or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            info = archive.getinfo(SHEET)
            return info.file_size == len(CONTENT) and archive.read(info) == CONTENT
    except Exception:
        return False


def take_in(path: Path, places: Mapping[str, Path]) -> Moved:
    """Take in all that is in a file with everything. Raises MovingRefusedError, with nothing taken in, or OSError."""
    files = read_files(path)
    moved, packs = Moved(), dict[str, dict[str, bytes]]()
    names = dict[str, str]()  # games that came in under another name
    for name, content in files.items():
        if (match := GAME.fullmatch(name)) and match[2].lower() == SUFFIX:
            came, new = lay_beside(places["games"], PurePosixPath(name).name, content)
            if new:
                names[match[1]] = came.stem
                moved.games += 1
        elif match := PACK.fullmatch(name):
            packs.setdefault(match[1], {})[f"{match[2]}{match[3]}"] = content
        elif ZIPPED.fullmatch(name):
            moved.packs += lay_beside(places["packs"], PurePosixPath(name).name, content)[1]
    for name, content in files.items():
        if (match := GAME.fullmatch(name)) and match[2].lower() == PICTURE and match[1] in names:
            write_whole(places["games"] / f"{names[match[1]]}{PICTURE}", content)
    for name, inside in packs.items():
        moved.packs += lay_pack(places["packs"], name, inside)
    settings = places["settings"] / SETTINGS
    if f"settings/{SETTINGS}" in files and not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        write_whole(settings, files[f"settings/{SETTINGS}"])
        moved.settings = True
    return moved


def read_files(path: Path) -> dict[str, bytes]:
    """The files of one with everything, all of them looked through before any is taken in. Raises MovingRefusedError."""
    try:
        archive = Archive(read_plain(path, LIMITS.total), LIMITS)
        for name in archive.entries:
            if not name.endswith("/") and not is_ours(name):
                raise MovingRefusedError(Sentence(STRANGE.pattern, name=shown(name)))
        return {name: archive.read(name) for name in archive.entries if not name.endswith("/")}
    except ZipRefusedError as fault:
        raise MovingRefusedError(Sentence("This file can't be taken in: the zip {why}.", why=fault.why)) from None
    except FileRefusedError as fault:
        raise MovingRefusedError(fault.sentence) from None


def is_ours(name: str) -> bool:
    """Whether a file with everything may hold a file of this name."""
    if name in (SHEET, f"settings/{SETTINGS}"):
        return True
    return any(pattern.fullmatch(name) for pattern in (GAME, ZIPPED, PACK))


def lay_beside(folder: Path, name: str, content: bytes) -> tuple[Path, bool]:
    """Lay a file into a folder beside what is there, under its name or with a number; give its place and whether it was not there yet.

    Raises OSError.
    """
    path = Path(name)
    for one in same_named(folder, path.stem, path.suffix):
        if one.is_file() and one.read_bytes() == content:
            return one, False
    folder.mkdir(parents=True, exist_ok=True)
    to = folder / f"{free_name(folder, path.stem, path.suffix)}{path.suffix}"
    write_whole(to, content)
    return to, True


def lay_pack(folder: Path, name: str, files: Mapping[str, bytes]) -> bool:
    """Lay a pack into a folder beside what is there; say whether it was not there already."""
    if any(dict(pack_files(one)) == files for one in same_named(folder, name, "") if one.is_dir()):
        return False
    to = folder / free_name(folder, name)
    beside = to.with_name(f".{to.name}.part")
    remove(beside)
    try:
        beside.mkdir(parents=True)
        for inside, content in files.items():
            (beside / inside).write_bytes(content)
        beside.rename(to)
        make_safe(to)
    finally:
        remove(beside)
    return True


def same_named(folder: Path, stem: str, suffix: str) -> list[Path]:
    """What lies in a folder under a name, or under it with a number."""
    numbered = re.compile(rf"{re.escape(stem)}(-\d+)?{re.escape(suffix)}")
    return [path for path in listed(folder) if numbered.fullmatch(path.name)]

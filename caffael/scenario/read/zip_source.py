"""Read the files of a pack from a zip, which is looked through before anything in it is unpacked, and unpacked within bounds.

The zip lies in memory as a whole. The directory is read by the standard library; everything it says is checked here: how many entries
there are, their names, kinds and sizes, and that each has bytes of its own. A zip within a zip is a file like any other and is not opened.
The files of the pack lie where its scenario.toml lies: at the top of the zip or in a folder, however deep; what lies elsewhere is let lie.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from caffael.scenario.faults import SCENARIO_FILE, listed, shown
from caffael.scenario.read.sources import LARGEST_FILE, FileRefusedError, Source, passed_over, read_plain
from caffael.words.sentence import Sentence

END = b"PK\x05\x06"
END_SIZE = 22
END_AT_MOST = END_SIZE + 0xFFFF  # a comment may follow
LOCATOR = b"PK\x06\x07"
LOCATOR_SIZE = 20
WIDE_END = b"PK\x06\x06"
WIDE_END_SIZE = 56
NO_COUNT = 0xFFFF
NO_SIZE = 0xFFFFFFFF
"""What stands in the end of a zip whose numbers stand in the wide end (zip64), also where they are small: streaming servers write that."""
LOCAL = b"PK\x03\x04"
LOCAL_SIZE = 30
DIRECTORY_BYTES = 1_000
"""Bytes of the directory for each entry, its name and notes included; real ones have about 100."""
UTF8_NAMES = 0x0800
ENCRYPTED = 0x0001 | 0x0040 | 0x2000
STORED, DEFLATED = 0, 8
DRIVE = re.compile(r"[A-Za-z]:")


class ZipRefusedError(Exception):
    """A zip that is not opened. `why` goes on from "The zip": `holds a link, "needs.csv"`."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why)
        self.why = why


DAMAGED = Sentence("is damaged, or no zip at all")


def damaged_at(name: str) -> ZipRefusedError:
    """The error about a file that is not what the directory says."""
    return ZipRefusedError(Sentence("is damaged at {name}, which does not unpack to what it should", name=shown(name)))


def too_many(limits: "ZipLimits") -> ZipRefusedError:
    """The error about entries beyond measure."""
    return ZipRefusedError(Sentence("holds more than {n} entries", n=limits.entries))


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """What a zip may hold: how many entries, bytes of each when unpacked, bytes of all together."""

    entries: int
    entry: int
    total: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip: where its packed bytes lie, and what they must unpack to."""

    name: str
    start: int
    end: int
    method: int
    size: int
    crc: int


class Archive:
    """A zip in memory whose directory was found sound. Raises ZipRefusedError where it is not."""

    def __init__(self, data: bytes, limits: ZipLimits) -> None:
        self._data = data
        directory = check_end(data, limits)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as opened:
                infos = opened.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, IndexError, OverflowError, EOFError, struct.error):
            raise ZipRefusedError(DAMAGED) from None
        check_entries(infos, limits)
        self.entries = {entry.name: entry for entry in placed(data, infos, directory)}

    def read(self, name: str) -> bytes:
        """The bytes of an entry, unpacked. Raises ZipRefusedError when they are not what the directory says."""
        entry = self.entries[name]
        packed = memoryview(self._data)[entry.start : entry.end]
        if entry.method == STORED:
            plain, whole = bytes(packed), True
        else:
            inflater = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                plain = inflater.decompress(packed, entry.size + 1)  # one byte more shows that there is too much
                whole = inflater.eof or len(plain) > entry.size
            except zlib.error:
                plain, whole = b"", False
        if not whole or len(plain) != entry.size or zlib.crc32(plain) != entry.crc:
            raise damaged_at(name)
        return plain


def check_end(data: bytes, limits: ZipLimits) -> int:
    """Check the end of the zip, where its directory is described; the place of the directory."""
    last = len(data) - END_SIZE
    at = last if data[max(last, 0) : max(last, 0) + 4] == END else data.rfind(END, max(0, len(data) - END_AT_MOST))
    if last < 0 or at < 0 or at > last:
        raise ZipRefusedError(DAMAGED)
    disk, first_disk, here, count, size, _, _ = struct.unpack("<4x4H2LH", data[at : at + END_SIZE])
    locator = at - LOCATOR_SIZE
    if locator >= 0 and data[locator : locator + 4] == LOCATOR:
        at, disk, first_disk, here, count, size = wide_end(data, locator)
    elif NO_COUNT in (here, count) or size == NO_SIZE:
        raise ZipRefusedError(DAMAGED)
    if disk or first_disk or here != count:
        raise ZipRefusedError(Sentence("has parts in other files"))
    if count > limits.entries or size > limits.entries * DIRECTORY_BYTES:
        raise too_many(limits)
    if size > at:
        raise ZipRefusedError(DAMAGED)
    return at - int(size)


def wide_end(data: bytes, locator: int) -> tuple[int, int, int, int, int, int]:
    """The end of a zip in the form for huge files (zip64), which lies right before its locator.

    Its place, the disk, the directory's disk, the entries here, those of all disks, and the bytes of the directory.
    """
    at = locator - WIDE_END_SIZE
    if at < 0 or data[at : at + 4] != WIDE_END:
        raise ZipRefusedError(DAMAGED)
    disk, first_disk, here, count, size = struct.unpack("<16x2L3Q", data[at : at + 48])
    return at, disk, first_disk, here, count, size


def check_entries(infos: list[zipfile.ZipInfo], limits: ZipLimits) -> None:
    """Check what the directory says of each entry, and of all of them together."""
    if len(infos) > limits.entries:
        raise too_many(limits)
    seen: set[str] = set()
    for info in infos:
        name = name_in(info)
        check_name(name)
        kind = stat.S_IFMT(info.external_attr >> 16)
        if name.casefold() in seen:
            raise ZipRefusedError(Sentence("holds {name} twice", name=shown(name)))
        if kind and not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            raise ZipRefusedError(Sentence("holds a link or a device, {name}", name=shown(name)))
        if info.flag_bits & ENCRYPTED:
            raise ZipRefusedError(Sentence("is encrypted"))
        if info.compress_type not in (STORED, DEFLATED):
            raise ZipRefusedError(Sentence("holds {name}, which is packed in an uncommon way", name=shown(name)))
        if info.file_size > limits.entry:
            size = f"{limits.entry // 1_000_000} MB"
            raise ZipRefusedError(Sentence("holds {name}, which unpacks to more than {size}", name=shown(name), size=size))
        seen.add(name.casefold())
    if sum(info.file_size for info in infos) > limits.total:
        raise ZipRefusedError(Sentence("unpacks to more than {size}", size=f"{limits.total // 1_000_000} MB"))


def name_in(info: zipfile.ZipInfo) -> str:
    """The name of an entry, its folders apart by slashes. Windows PowerShell 5.1 writes backslashes; some Macs and servers write UTF-8
    without saying so."""
    name = info.orig_filename
    if not info.flag_bits & UTF8_NAMES:
        with suppress(UnicodeError):  # a name in the letters of old zips
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def check_name(name: str) -> None:
    """Refuse a name that could lead out of the folder into which somebody unpacks the zip."""
    parts = name.removesuffix("/").split("/")
    if DRIVE.match(name) or any(part in ("", ".", "..") for part in parts) or "\0" in name:
        raise ZipRefusedError(Sentence("holds {name}, a name that leads out of it", name=shown(name)))


def placed(data: bytes, infos: list[zipfile.ZipInfo], directory: int) -> list[Entry]:
    """The entries with the places of their bytes, which must not overlap each other or the directory."""
    entries: list[Entry] = []
    spans: list[tuple[int, int]] = []
    for info in infos:
        at = info.header_offset
        head = data[at : at + LOCAL_SIZE] if at >= 0 else b""
        if len(head) < LOCAL_SIZE or head[:4] != LOCAL:
            raise ZipRefusedError(DAMAGED)
        name_size, extra_size = struct.unpack("<26x2H", head)
        start = at + LOCAL_SIZE + name_size + extra_size
        end = start + info.compress_size
        spans.append((at, end))
        entries.append(Entry(name_in(info), start, end, info.compress_type, info.file_size, info.CRC))
    spans.sort()
    if any(end > follows for (_, end), (follows, _) in pairwise([*spans, (directory, directory)])):
        raise ZipRefusedError(Sentence("has entries that overlap"))
    return entries


LARGEST_ZIP = 8_000_000
"""Bytes of a zip as it lies on the disk: a pack with a few pictures beside it."""
LIMITS = ZipLimits(entries=200, entry=LARGEST_FILE, total=20_000_000)
"""A pack has at most seven files that are read; the rest is for a handout and pictures beside them."""
MOST_NAMED = 3
ANEW = Sentence("make it anew with nothing but the pack's own files.")


class ZipSource(Source):
    """The files of a zip."""

    def __init__(self, place: Path) -> None:
        data = read_plain(place, LARGEST_ZIP)
        try:
            self._archive = Archive(data, LIMITS)
        except ZipRefusedError as error:
            raise refused(error.why) from None
        self._files = [name for name in self._archive.entries if not name.endswith("/") and not is_junk(name)]
        self._folder = folder_in(self._files)
        names = [name.removeprefix(self._folder) for name in self._files if name.startswith(self._folder)]
        super().__init__(place, frozenset(name for name in names if "/" not in name))

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """The files of the zip that do not lie beside its scenario.toml."""
        return frozenset(name for name in self._files if name.removeprefix(self._folder) not in self.names)

    def _read(self, name: str) -> bytes:
        try:
            return self._archive.read(self._folder + name)
        except ZipRefusedError as error:
            raise refused(error.why) from None


def refused(why: Sentence) -> FileRefusedError:
    """The error about a zip that is not read."""
    return FileRefusedError(Sentence("The zip {why}; {anew}", why=why, anew=ANEW))


def folder_in(files: list[str]) -> str:
    """The folder within a zip that holds the pack, with a slash at its end; empty when the files lie at the top.

    It is the one with a scenario.toml that lies least deep. Where there is none, it is the one in which the first files lie.
    """
    if not files:
        raise refused(Sentence("is empty"))
    folders = [folder_of(name) for name in files if name.lower().endswith(SCENARIO_FILE) and name_of(name).lower() == SCENARIO_FILE]
    least = min(folder.count("/") for folder in folders or map(folder_of, files))
    found = sorted({folder for folder in folders or map(folder_of, files) if folder.count("/") == least})
    if len(found) == 1:
        return found[0]
    if folders:
        names = listed([shown(folder.removesuffix("/")) for folder in found[:MOST_NAMED]], "and")
        raise FileRefusedError(Sentence("The zip holds several packs, in {folders}; make a zip of each.", folders=names))
    raise FileRefusedError(Sentence("The zip holds several folders; put the pack's files at its top, or all in one folder."))


def folder_of(name: str) -> str:
    """The folder of a file, with a slash at its end; empty at the top."""
    return name[: name.rfind("/") + 1]


def name_of(path: str) -> str:
    """The name of a file without its folders."""
    return path.rpartition("/")[2]


def is_junk(name: str) -> bool:
    """Whether a system or a program left this in the zip by itself."""
    return any(passed_over(part) for part in name.split("/"))

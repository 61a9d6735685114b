"""Read the files of a pack from a zip, which is looked through before anything in it is unpacked, and unpacked within bounds.

The zip lies in memory as a whole. The directory is read by the standard library; everything it says is checked here: how many entries
there are, their names, kinds and sizes, and that each has bytes of its own. A zip within a zip is a file like any other and is not opened.
The files of the pack lie at the top of the zip or all in one folder, as zipping a folder makes it.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from caffael.scenario.faults import shown
from caffael.scenario.read.sources import LARGEST_FILE, FileRefusedError, Source, read_plain

END = b"PK\x05\x06"
END_SIZE = 22
END_AT_MOST = END_SIZE + 0xFFFF  # a comment may follow
LOCATOR = b"PK\x06\x07"
LOCATOR_SIZE = 20
LOCAL = b"PK\x03\x04"
LOCAL_SIZE = 30
DIRECTORY_BYTES = 1_000
"""Bytes of the directory for each entry, its name and notes included; real ones have about 100."""
ENCRYPTED = 0x0001 | 0x0040 | 0x2000
STORED, DEFLATED = 0, 8
DRIVE = re.compile(r"[A-Za-z]:")


class ZipRefusedError(Exception):
    """A zip that is not opened. Its text goes on from "The zip": `holds a link, "needs.csv"`."""


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
            raise ZipRefusedError("is damaged, or no zip at all") from None
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
            raise ZipRefusedError(f"is damaged at {shown(name)}, which does not unpack to what it should")
        return plain


def check_end(data: bytes, limits: ZipLimits) -> int:
    """Check the end of the zip, where its directory is described; the place of the directory."""
    last = len(data) - END_SIZE
    at = last if data[max(last, 0) : max(last, 0) + 4] == END else data.rfind(END, max(0, len(data) - END_AT_MOST))
    if last < 0 or at < 0 or at > last:
        raise ZipRefusedError("is damaged, or no zip at all")
    disk, first_disk, here, count, size, _, _ = struct.unpack("<4x4H2LH", data[at : at + END_SIZE])
    if data[max(at - LOCATOR_SIZE, 0) :][:4] == LOCATOR or 0xFFFF in (here, count) or size == 0xFFFFFFFF:
        raise ZipRefusedError("is in the form for huge files (zip64)")
    if disk or first_disk or here != count:
        raise ZipRefusedError("has parts in other files")
    if count > limits.entries or size > limits.entries * DIRECTORY_BYTES:
        raise ZipRefusedError(f"holds more than {limits.entries} entries")
    if size > at:
        raise ZipRefusedError("is damaged, or no zip at all")
    return at - int(size)


def check_entries(infos: list[zipfile.ZipInfo], limits: ZipLimits) -> None:
    """Check what the directory says of each entry, and of all of them together."""
    if len(infos) > limits.entries:
        raise ZipRefusedError(f"holds more than {limits.entries} entries")
    seen: set[str] = set()
    for info in infos:
        name = info.orig_filename
        check_name(name)
        kind = stat.S_IFMT(info.external_attr >> 16)
        if name.casefold() in seen:
            raise ZipRefusedError(f"holds {shown(name)} twice")
        if kind and not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            raise ZipRefusedError(f"holds a link or a device, {shown(name)}")
        if info.flag_bits & ENCRYPTED:
            raise ZipRefusedError("is encrypted")
        if info.compress_type not in (STORED, DEFLATED):
            raise ZipRefusedError(f"holds {shown(name)}, which is packed in an uncommon way")
        if info.file_size > limits.entry:
            raise ZipRefusedError(f"holds {shown(name)}, which unpacks to more than {limits.entry // 1_000_000} MB")
        seen.add(name.casefold())
    if sum(info.file_size for info in infos) > limits.total:
        raise ZipRefusedError(f"unpacks to more than {limits.total // 1_000_000} MB")


def check_name(name: str) -> None:
    """Refuse a name that could lead out of the folder into which somebody unpacks the zip."""
    parts = name.removesuffix("/").split("/")
    if "\\" in name or DRIVE.match(name) or any(part in ("", ".", "..") for part in parts) or "\0" in name:
        raise ZipRefusedError(f"holds {shown(name)}, a name that leads out of it")


def placed(data: bytes, infos: list[zipfile.ZipInfo], directory: int) -> list[Entry]:
    """The entries with the places of their bytes, which must not overlap each other or the directory."""
    entries: list[Entry] = []
    spans: list[tuple[int, int]] = []
    for info in infos:
        at = info.header_offset
        head = data[at : at + LOCAL_SIZE] if at >= 0 else b""
        if len(head) < LOCAL_SIZE or head[:4] != LOCAL:
            raise ZipRefusedError("is damaged, or no zip at all")
        name_size, extra_size = struct.unpack("<26x2H", head)
        start = at + LOCAL_SIZE + name_size + extra_size
        end = start + info.compress_size
        spans.append((at, end))
        entries.append(Entry(info.orig_filename, start, end, info.compress_type, info.file_size, info.CRC))
    spans.sort()
    if any(end > follows for (_, end), (follows, _) in pairwise([*spans, (directory, directory)])):
        raise ZipRefusedError("has entries that overlap")
    return entries


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

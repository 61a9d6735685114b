"""A file of notices as UTF-8, whatever it was written in (UTF-8, 16, 32 or the letters of Windows): plain, packed by gzip, or in a zip."""

import codecs
import gzip
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from caffael.notices.faults import NoticesError
from caffael.notices.zipped import opened_in
from caffael.words.sentence import Sentence
from caffael.words.system import system_reason

MOST = 4_000_000_000
"""Bytes that are read of a file, unpacked. All notices of Wales of one year are some 60 MB."""
PIECE = 1 << 20
GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""What stands at the beginning of a file and names its letters."""
ZEROS = ((b"x000", "utf-32-le"), (b"000x", "utf-32-be"), (b"x0", "utf-16-le"), (b"0x", "utf-16-be"))
"""Where the zero bytes of a first ASCII sign stand in letters that nothing names."""
UNREADABLE = (OSError, EOFError, zlib.error, zipfile.BadZipFile)
"""What reading raises where the system does not give a file, or what is packed in it is damaged."""
WINDOWS = "cp1252"
"""The letters of Windows: those of ISO 8859-1, and a few more."""
LOST = "notices.lost"
"""The name under which Python finds `lost`."""


def lost(fault: UnicodeError) -> tuple[str, int]:
    """What stands for bytes that are no letter: in the letters of Windows themselves, as ISO 8859-1 has them; elsewhere a sign."""
    assert isinstance(fault, UnicodeDecodeError)
    run = fault.object[fault.start : fault.end]
    return (run.decode("latin-1") if fault.encoding == "charmap" else "\ufffd"), fault.end


codecs.register_error(LOST, lost)


class Utf8:
    """An open file that gives UTF-8. `read` raises NoticesError where the file can't be read or is too large."""

    def __init__(self, path: Path, told: Callable[[int], None] = lambda _: None) -> None:
        self.path = path
        self._told = told  # hears how many bytes of the file itself have been read
        self._given = 0
        self._raw, self._file = opened(path)
        try:
            self._decoder = decoder_of(path, self._file)
        except BaseException:
            self.close()
            raise

    def read(self, size: int = -1) -> bytes:
        """The next piece; b"" at the end."""
        if size == 0:
            return b""  # ijson asks so whether it is given bytes
        try:
            piece = self._file.read(size if size > 0 else PIECE)
            self._told(self._raw.tell())
        except UNREADABLE as error:
            raise unreadable(self.path, error) from None
        self._given += len(piece)
        if self._given > MOST:
            raise NoticesError(Sentence('"{file}" holds more than 4 GB; take the notices of a month or a year.', file=self.path.name))
        if self._decoder is None:
            return piece
        text = self._decoder.decode(piece, final=not piece)
        while piece and not text:  # part of one letter
            piece = self._file.read(PIECE)
            text = self._decoder.decode(piece, final=not piece)
        return text.encode("utf-8", "replace")

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        self._raw.close()


def opened(path: Path) -> tuple[BinaryIO, BinaryIO]:
    """The file, and what is read from it: itself, or what gzip or a zip packed in it. Raises NoticesError."""
    try:
        if path.is_dir():
            raise NoticesError(Sentence('"{file}" is a folder; name the files of notices in it.', file=path.name))
        if path.exists() and not path.is_file():
            raise NoticesError(Sentence('"{file}" is a device, no file; name a file of notices.', file=path.name))
        raw = path.open("rb")
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    beginning = raw.read(4)
    raw.seek(0)
    if not beginning:
        raw.close()
        raise NoticesError(Sentence('"{file}" is empty; download it again.', file=path.name))
    if beginning.startswith(ZIP):
        try:
            return raw, opened_in(path, raw)  # type: ignore[return-value]
        except BaseException:
            raw.close()
            raise
    return raw, gzip.GzipFile(fileobj=raw) if beginning.startswith(GZIP) else raw  # type: ignore[return-value]


def unreadable(path: Path, error: Exception) -> NoticesError:
    """The refusal of a file that the system, or gzip, does not give."""
    if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile)):
        return NoticesError(Sentence('"{file}" is damaged, so it can\'t be unpacked; download it again.', file=path.name))
    assert isinstance(error, (OSError, ValueError))
    return NoticesError(Sentence('"{file}" can\'t be read ({why}).', file=path.name, why=system_reason(error)))


def decoder_of(path: Path, file: BinaryIO) -> codecs.IncrementalDecoder | None:
    """What makes text of the file; None where it is UTF-8 already. The file stands behind its mark afterwards."""
    try:
        beginning = file.read(4)
        for mark, name in MARKS:
            if beginning.startswith(mark):
                file.seek(len(mark))
                return None if name == "utf-8" else codecs.getincrementaldecoder(name)(LOST)
        file.seek(0)
        shape = bytes(ord("0") if byte == 0 else ord("x") for byte in beginning)
        for zeros, name in ZEROS:
            if shape.startswith(zeros):
                return codecs.getincrementaldecoder(name)(LOST)
        plain = is_utf8(file)
        file.seek(0)
    except UNREADABLE as error:
        raise unreadable(path, error) from None
    return None if plain else codecs.getincrementaldecoder(WINDOWS)(LOST)


def is_utf8(file: BinaryIO) -> bool:
    """Whether all of a file is UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    seen = 0
    try:
        while piece := file.read(PIECE):
            decoder.decode(piece)
            seen += len(piece)
            if seen > MOST:
                return True  # reading it will say that it is too large
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True

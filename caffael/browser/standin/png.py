"""PNG files as bytes of pixels, for the pictures beside saved games."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from caffael.browser.standin.errors import error

HEAD = b"\x89PNG\r\n\x1a\n"
CHANNELS = {2: 3, 6: 4}
"""How many bytes a pixel has, by the kind of colours."""
LARGEST = 4_000_000


def write_png(path: str, width: int, height: int, pixels: bytes) -> None:
    """Write a picture of four bytes a pixel. Raises OSError."""
    row = 4 * width
    raw = b"".join(b"\0" + pixels[at : at + row] for at in range(0, row * height, row))
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    content = HEAD + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw, 6)) + chunk(b"IEND", b"")
    Path(path).write_bytes(content)


def chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG file."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def read_png(path: str) -> tuple[int, int, bytes]:
    """Width, height and four bytes a pixel. Raises OSError, or `error` for what is no PNG file of this kind."""
    content = Path(path).read_bytes()
    try:
        parts = dict[bytes, bytes]()
        for kind, part in chunks(content):
            parts[kind] = parts.get(kind, b"") + part
        width, height, depth, colours, _, _, laced = struct.unpack(">IIBBBBB", parts[b"IHDR"])
        if depth != 8 or laced or colours not in CHANNELS or not 0 < width * height <= LARGEST:
            raise error(f"{path} is a PNG file of a kind that is not read here")
        channels = CHANNELS[colours]
        packed = zlib.decompressobj()
        raw = packed.decompress(parts[b"IDAT"], (channels * width + 1) * height)
        rows = plain_rows(raw, channels * width, channels)
    except (KeyError, ValueError, IndexError, struct.error, zlib.error) as fault:
        raise error(f"{path} is no PNG file") from fault
    pixels = bytearray(4 * width * height)
    for channel in range(4):
        pixels[channel::4] = rows[channel::channels] if channel < channels else b"\xff" * (width * height)
    return width, height, bytes(pixels)


def chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG file by their kinds."""
    if not content.startswith(HEAD):
        raise ValueError(content[:8])
    at = len(HEAD)
    while at + 8 <= len(content):
        (long,) = struct.unpack(">I", content[at : at + 4])
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + long]
        at += 12 + long


def plain_rows(raw: bytes, long: int, step: int) -> bytes:
    """The rows of a picture without their filters (PNG specification, part 9)."""
    out = bytearray()
    above = bytearray(long)
    for start in range(0, len(raw), long + 1):
        kind, line = raw[start], bytearray(raw[start + 1 : start + 1 + long])
        if kind == 1:
            for place in range(step, long):
                line[place] = (line[place] + line[place - step]) & 255
        elif kind == 2:
            line = bytearray((one + other) & 255 for one, other in zip(line, above, strict=True))
        elif kind == 3:
            for place in range(long):
                before = line[place - step] if place >= step else 0
                line[place] = (line[place] + (before + above[place]) // 2) & 255
        elif kind == 4:
            for place in range(long):
                before, corner = (line[place - step], above[place - step]) if place >= step else (0, 0)
                line[place] = (line[place] + nearest(before, above[place], corner)) & 255
        elif kind:
            raise ValueError(kind)
        out += line
        above = line
    return bytes(out)


def nearest(left: int, above: int, corner: int) -> int:
    """Which of three neighbours a pixel is most like (Paeth)."""
    guess = left + above - corner
    away = (abs(guess - left), abs(guess - above), abs(guess - corner))
    return left if away[0] <= min(away[1:]) else above if away[1] <= away[2] else corner

"""Archives of the build: many files as one, packed whole, so that a tab unpacks them at once and lays them down without copying.

An archive is a number of four bytes, so many bytes of JSON that name the files and their sizes, and then the files one after the other
(`page/files.js` reads it). The same files give the same bytes.
"""

import gzip
import json
import struct
from collections.abc import Mapping

BEST = 9


def archived(files: Mapping[str, bytes]) -> bytes:
    """Files by their paths as one archive, in the order of their names."""
    rows = sorted(files.items())
    head = json.dumps([[name, len(content)] for name, content in rows], separators=(",", ":"), ensure_ascii=False).encode()
    return struct.pack("<I", len(head)) + head + b"".join(content for _, content in rows)


def unarchived(archive: bytes) -> dict[str, bytes]:
    """The files of an archive by their paths."""
    (length,) = struct.unpack_from("<I", archive)
    at = 4 + length
    found = {}
    for name, size in json.loads(archive[4:at]):
        found[name] = archive[at : at + size]
        at += size
    return found


def packed(content: bytes) -> bytes:
    """Content packed as small as gzip can, without a date or a name in it."""
    return gzip.compress(content, BEST, mtime=0)

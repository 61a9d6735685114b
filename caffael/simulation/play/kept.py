"""Where compiled functions are kept: a file for each, closed by a check sum, in a folder that carries a hash of all it was made from.

A file that was torn, changed or can't be read is as good as none: the function is compiled anew and the file written whole. The folder
lies in the user's own cache, or among the temporary files where that can't be written; where nothing can, compiled functions live as long
as their process does. `Shelf.troubles` says so. Needs the extra `simulation`.
"""

import errno
import hashlib
import os
import pickle
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

os.environ.setdefault("NUMBA_OPT", "2")  # level 3 takes longer to compile and runs no faster

import llvmlite.binding
import numba
from numba.core import compiler
from numba.core.config import reload_config
from numba.core.serialize import dumps
from platformdirs import user_cache_path

from caffael.resources import write_whole

reload_config()  # where something else imported numba first, at another level: what lies ready for this one would not be found

FOLDERS = 6
"""Folders of other sources that stay: two versions of Caffael, and trials of another rule, don't compile in turns for ever."""
ROOM = 64_000_000
"""Bytes that must be free where compiled functions are to be kept; they take some 20 MB."""
SUM = hashlib.sha256().digest_size
SUFFIX = ".compiled"
TEMPORARY = "caffael-compiled-"
"""How the folder begins that is used among temporary files."""


def machine() -> bytes:
    """What compiled code depends on beyond its sources: Python, numba, llvmlite and the processor."""
    cpu = numba.config.CPU_NAME or llvmlite.binding.get_host_cpu_name()
    features = numba.config.CPU_FEATURES or llvmlite.binding.get_host_cpu_features().flatten()
    parts = (sys.implementation.cache_tag, numba.__version__, llvmlite.__version__, numba.config.OPT, cpu, features)
    return repr(parts).encode()


class Shelf:
    """The folders in which functions made from the same sources, `digest`, are kept; looked through in their order."""

    def __init__(self, digest: str) -> None:
        self.digest = digest
        self.folders = [place / digest for place in places()]
        self.troubles: list[str] = []
        """What went wrong with keeping, as sentences."""
        self.lost = False
        """Whether something that was compiled could be kept nowhere."""
        for folder in self.folders:
            with suppress(OSError):
                os.utime(folder)  # its last use, by which old ones are known

    def find(self, name: str) -> bytes | None:
        """The content of a function's file, where a whole one is kept."""
        for folder in filter(is_safe, self.folders):
            with suppress(OSError):
                content = (folder / name).read_bytes()
                if hashlib.sha256(content[SUM:]).digest() == content[:SUM]:
                    return content[SUM:]
        return None

    def holds(self, entry: str) -> bool:
        """Whether a form of a function is kept whole."""
        names = {path.name for folder in self.folders for path in listed(folder) if path.match(f"{entry}-*{SUFFIX}")}
        return any(self.find(name) is not None for name in names)

    def keep(self, name: str, content: bytes) -> None:
        """Write a function's file in the first folder that takes it."""
        sealed = hashlib.sha256(content).digest() + content
        for folder in self.folders:
            try:
                make_room(folder, self.digest)
                if not is_safe(folder):
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
                write_whole(folder / name, sealed)
            except OSError as fault:
                self.tell(f"Compiled rules can't be kept in {folder.parent} ({fault.strerror or 'unknown reason'}).")
            else:
                return
        self.lost = True
        self.tell("So they are compiled again at each start.")

    def tell(self, sentence: str) -> None:
        """Remember a sentence, once."""
        if sentence not in self.troubles:
            self.troubles.append(sentence)


def places() -> list[Path]:
    """The folders under which compiled functions may be kept: the user's cache, and a folder of the user's own among temporary files."""
    found = [user_cache_path("caffael") / "compiled"]
    with suppress(OSError):
        own = Path(tempfile.gettempdir()) / f"{TEMPORARY}{os.getuid() if hasattr(os, 'getuid') else 'own'}"
        if is_own(own):
            found.append(own)
    return found


def is_own(folder: Path) -> bool:
    """Whether a folder is not there yet, or is this user's own and writable by nobody else: what lies in it will be run."""
    try:
        about = folder.lstat()
    except FileNotFoundError:
        return True
    if not stat.S_ISDIR(about.st_mode):
        return False
    return not hasattr(os, "getuid") or (about.st_uid == os.getuid() and not about.st_mode & 0o077)


def is_safe(folder: Path) -> bool:
    """Whether what lies in a folder of a shelf may be run. Asked each time: among temporary files others can make one that wasn't there."""
    try:
        return not folder.parent.name.startswith(TEMPORARY) or is_own(folder.parent)
    except OSError:
        return False


def make_room(folder: Path, digest: str) -> None:
    """Make a folder where it isn't there, and let go the folders beside it that were not used for longest. Raises OSError."""
    if not folder.is_dir():
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(exist_ok=True)
        others = sorted((path for path in listed(folder.parent) if path.name != digest), key=last_use)
        for old in others[: max(len(others) - FOLDERS, 0)]:
            shutil.rmtree(old, ignore_errors=True)
    if shutil.disk_usage(folder).free < ROOM:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # before a write that would fail half way


def last_use(folder: Path) -> float:
    """When a folder was last used; long ago where it can't be said."""
    try:
        return folder.stat().st_mtime
    except OSError:
        return 0.0


def listed(folder: Path) -> Iterator[Path]:
    """What lies in a folder; nothing where it can't be read."""
    with suppress(OSError):
        yield from list(folder.iterdir())


class Kept:
    """What numba asks for the compiled forms of a function, and gives them to."""

    def __init__(self, entry: str, shelf: Shelf) -> None:
        self.entry = entry
        self.shelf = shelf
        self.cache_path = str(shelf.folders[0])

    def name(self, signature: Any) -> str:
        """The name of the file of one form."""
        return f"{self.entry}-{hashlib.sha256(repr(signature).encode()).hexdigest()[:16]}{SUFFIX}"

    def load_overload(self, signature: Any, context: Any) -> Any:
        """The form for a signature, or None where there is none that is whole."""
        context.refresh()
        content = self.shelf.find(self.name(signature))
        if content is None:
            return None
        try:
            return compiler.CompileResult._rebuild(context, *pickle.loads(content))  # noqa: S301 - the user's own file, by its sum
        except Exception:  # whatever another program may have written there
            return None

    def save_overload(self, signature: Any, form: Any) -> None:
        """Keep a form that was just compiled."""
        self.shelf.keep(self.name(signature), dumps(form._reduce()))

    def enable(self) -> None:
        """It always is."""

    disable = flush = enable


def kept(function: Callable[..., Any], shelf: Shelf) -> Any:
    """A function as numba compiles it, kept on a shelf."""
    compiled = numba.njit(nogil=True)(function)
    compiled._cache = Kept(f"{function.__module__.rpartition('.')[2]}.{function.__qualname__}", shelf)
    return compiled

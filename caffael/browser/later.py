"""What a tab fetches only when it is asked for: the first import of something in an archive brings the whole archive.

Whether such a module is there is answered without fetching it. The worker gives `fetch` (`page/worker.js`); Python waits in the import, the
page stays alive.
"""

import importlib.util
import json
import struct
import sys
import zlib
from collections.abc import Callable, Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

GZIP = b"\x1f\x8b"
Fetch = Callable[[str], bytes]


class LaterError(ImportError):
    """An archive could not be fetched; `sentence` says what helps."""

    def __init__(self, archive: str, why: str) -> None:
        from caffael.words.sentence import Sentence

        super().__init__(f"{archive}: {why}")
        self.sentence = Sentence("A part of the game, {file}, could not be fetched. Look to the network, then try again.", file=archive)


class LaterFinder(MetaPathFinder):
    """Finds modules in archives that are not here yet; `archives` says which top module lies in which."""

    def __init__(self, archives: Mapping[str, str], fetch: Fetch, folder: Path) -> None:
        self.archives = dict(archives)
        self.fetch = fetch
        self.folder = folder

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where a module comes from, if it is in an archive that is still to come."""
        del path, target
        archive = self.archives.get(name)
        return ModuleSpec(name, LaterLoader(self, archive), origin=archive, is_package=True) if archive else None

    def bring(self, archive: str) -> None:
        """Fetch an archive and lay it where modules are found. Raises LaterError; then it is asked for again the next time."""
        try:
            content = self.fetch(archive)
        except Exception as fault:
            raise LaterError(archive, str(fault)) from fault
        if content.startswith(GZIP):
            content = zlib.decompress(content, wbits=31)
        lay(content, self.folder)
        self.archives = {name: other for name, other in self.archives.items() if other != archive}
        importlib.invalidate_caches()


class LaterLoader(Loader):
    """Loads a module from an archive that is fetched for it."""

    def __init__(self, finder: LaterFinder, archive: str) -> None:
        self.finder = finder
        self.archive = archive

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Fetch the archive, and make the module as its own loader does."""
        self.finder.bring(self.archive)
        found = importlib.util.find_spec(spec.name)
        if found is None or found.loader is None:
            raise LaterError(self.archive, f"there is no {spec.name} in it")
        spec.loader, spec.origin, spec.cached = found.loader, found.origin, found.cached
        spec.has_location = found.has_location
        spec.submodule_search_locations = found.submodule_search_locations
        return found.loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module by its own loader, which `create_module` has put in its spec."""
        assert module.__spec__ is not None
        assert module.__spec__.loader is not None
        module.__spec__.loader.exec_module(module)


def lay(archive: bytes, folder: Path) -> None:
    """Lay the files of an archive below a folder."""
    (length,) = struct.unpack_from("<I", archive)
    at = 4 + length
    for name, size in json.loads(archive[4:at]):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(archive[at : at + size])
        at += size


def install(archives: Mapping[str, str], fetch: Fetch, folder: str) -> None:
    """Let imports bring archives from now on."""
    sys.meta_path.insert(0, LaterFinder(archives, fetch, Path(folder)))

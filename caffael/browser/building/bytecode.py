"""Python files as bytecode of the tab's own Python, which opens several times as quickly. It is kept by the hash of the source."""

import hashlib
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from caffael.browser.building.fetching import kept, lay, run, tool
from caffael.browser.building.lock import Lock
from caffael.browser.building.refusal import BuildError

SCRIPT = Path(__file__).parent / "compile.mjs"


def compiled(sources: Mapping[str, bytes], locked: Lock, pyodide: Path) -> dict[str, bytes]:
    """The bytecode of Python files by their paths; each path ends in .pyc then. What is no Python file stays as it is."""
    folder = kept() / "bytecode"
    folder.mkdir(parents=True, exist_ok=True)
    places = {name: folder / key(name, source, locked) for name, source in sources.items() if name.endswith(".py")}
    missing = [name for name, place in places.items() if not place.is_file()]
    if missing:
        compile_all({name: sources[name] for name in missing}, {name: places[name] for name in missing}, pyodide)
    return {f"{name}c" if name in places else name: places[name].read_bytes() if name in places else sources[name] for name in sources}


def key(name: str, source: bytes, locked: Lock) -> str:
    """The name under which bytecode is kept: it depends on the source, on what Python calls it, on Pyodide, and on how it is compiled."""
    said = "\0".join((locked.integrity, name, hashlib.sha256(source).hexdigest(), hashlib.sha256(SCRIPT.read_bytes()).hexdigest()))
    return f"{hashlib.sha256(said.encode()).hexdigest()}.pyc"


def compile_all(sources: Mapping[str, bytes], places: Mapping[str, Path], pyodide: Path) -> None:
    """Compile files, each in the order of their names, and keep them."""
    names = sorted(sources)
    with tempfile.TemporaryDirectory(prefix="caffael-bytecode-") as work:
        for number, name in enumerate(names):
            (Path(work) / f"{number}.py").write_bytes(sources[name])
        (Path(work) / "names.json").write_text(json.dumps(names), "utf-8")
        run([tool("node"), str(SCRIPT), str(pyodide), work], Path(work), "The game could not be compiled for browsers")
        for number, name in enumerate(names):
            made = Path(work) / f"{number}.pyc"
            if not made.is_file():
                raise BuildError(f"The game could not be compiled for browsers: {name} is missing.")
            lay(places[name], made.read_bytes())

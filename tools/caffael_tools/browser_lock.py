"""Renews what `caffael web build` takes from others: `python -m caffael_tools.browser_lock [VERSION]` writes lock.toml anew.

It takes the newest wheels that fit together for the tab's Python, and Pyodide in the version that is named, else in the one that is locked:
a release of Pyodide is chosen by hand, after it was tried on the tablets that schools have.
"""

import hashlib
import json
import sys
import tempfile
from pathlib import Path

from caffael.browser.building.fetching import pip_words, run, tool
from caffael.browser.building.lock import LOCK, PLATFORM, PURE_FROM, Lock, Wheel, lock, written

ARCHIVES = {
    "main": ("pydantic", "pydantic-core", "annotated-types", "typing-extensions", "typing-inspection", "platformdirs", "fontpkg-lexend"),
    "sheets": ("python-calamine", "xlsxwriter"),
    "debrief": ("jinja2", "markupsafe"),
    "notices": ("ijson",),
    "paper": ("fpdf2", "uharfbuzz", "fonttools", "defusedxml", "fontpkg-noto-sans"),
}
"""Which packages go into which archive of the build."""
PURE = ("markupsafe", "ijson")
"""What has no wheel for the tab, but does without what is compiled in it."""


def resolved(names: list[str], platform: str, needs: bool) -> dict[str, tuple[str, str]]:
    """Version and hash of the newest wheels of packages, with or without what they need."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "there"
        run([*pip_words(platform, folder), *([] if needs else ["--no-deps"]), *names], Path(work), "pip could not find the packages")
        return {named(path)[0]: (named(path)[1], hashlib.sha256(path.read_bytes()).hexdigest()) for path in folder.glob("*.whl")}


def named(wheel: Path) -> tuple[str, str]:
    """The package and the version of a wheel, by its file's name."""
    package, version = wheel.name.split("-")[:2]
    return package.lower().replace("_", "-"), version


def renewed(pyodide: str) -> Lock:
    """What would be locked today."""
    everything = [name for names in ARCHIVES.values() for name in names]
    found = resolved(["pydantic"], PLATFORM, needs=True)
    found |= resolved([name for name in everything if name not in found and name not in PURE], PLATFORM, needs=False)
    found |= resolved(list(PURE), PURE_FROM, needs=False)
    wheels = [Wheel(name, *found[name], archive, name in PURE) for archive, names in ARCHIVES.items() for name in sorted(names)]
    told = run(
        [tool("npm"), "view", f"pyodide@{pyodide}", "dist.integrity", "--json"], Path.cwd(), "npm does not know that version of Pyodide"
    )
    return Lock(pyodide, json.loads(told), tuple(wheels))


def main() -> None:
    """Write the lock anew and say what changed."""
    before = lock() if LOCK.is_file() else None
    now = renewed(sys.argv[1] if len(sys.argv) > 1 else before.pyodide if before else "314.0.7")
    LOCK.write_text(written(now), "utf-8")
    known = {wheel.name: wheel.version for wheel in before.wheels} if before else {}
    for wheel in now.wheels:
        if known.get(wheel.name) != wheel.version:
            print(f"{wheel.name}: {known.get(wheel.name, 'new')} -> {wheel.version}")
    print(f"Pyodide {now.pyodide}; {LOCK}")


if __name__ == "__main__":
    main()

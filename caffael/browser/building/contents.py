"""What goes into the archives of the build: the standard library, packages and our own game, each without what no tab needs."""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from caffael.browser.building.lock import Wheel
from caffael.resources import PACKAGE, folder

LIBRARY, REST, MAIN, PAPER, NOTICES, CLASS = "library", "rest", "main", "paper", "notices", "class"
NO_TAB_NEEDS = (
    # tools of makers, servers, mail, terminals, processes, and the network
    *(
        "pdb",
        "bdb",
        "doctest",
        "pydoc",
        "pydoc_data",
        "ensurepip",
        "idlelib",
        "turtledemo",
        "lib2to3",
        "venv",
        "test",
        "profile",
    ),
    *("cProfile", "profiling", "pstats", "trace", "tracemalloc", "tabnanny", "pyclbr", "pickletools", "symtable", "py_compile"),
    *("compileall", "zipapp", "this", "antigravity", "__phello__", "modulefinder", "cmd", "code", "rlcompleter", "_pyrepl", "curses"),
    *(
        "mailbox",
        "imaplib",
        "poplib",
        "smtplib",
        "ftplib",
        "nntplib",
        "telnetlib",
        "netrc",
        "wsgiref",
        "xmlrpc",
        "socketserver",
        "webbrowser",
    ),
    *(
        "multiprocessing",
        "pty",
        "tty",
        "dbm",
        "sqlite3",
        "tkinter",
        "turtle",
        "_pyio",
        "_ios_support",
        "_android_support",
        "_apple_support",
    ),
    *(
        "_aix_support",
        "_osx_support",
        "_pydecimal",
        "plistlib",
        "optparse",
        "sched",
        "shelve",
        "graphlib",
        "fileinput",
        "filecmp",
        "cgi",
        "cgitb",
    ),
    *(
        "http.server",
        "http.cookiejar",
        "logging.handlers",
        "logging.config",
        "concurrent.futures.process",
        "ctypes",
        "xml.dom.expatbuilder",
    ),
    *("asyncio.windows_events", "asyncio.windows_utils", "asyncio.proactor_events"),
    *("asyncio.tools", "asyncio.__main__", "json.tool", "importlib.metadata.diagnose", "zoneinfo._zoneinfo"),
)
"""Parts of the standard library that nothing in the game asks for."""
SELDOM_NEEDED = (
    *("argparse", "configparser", "email", "getpass", "gzip", "html", "http", "mimetypes", "pprint", "runpy", "shlex"),
    *(
        "tarfile",
        "timeit",
        "unittest",
        "urllib.error",
        "urllib.request",
        "urllib.response",
        "urllib.robotparser",
        "wave",
        "xml.dom",
        "xml.etree",
        "xml.sax",
    ),
    *("_sysconfigdata__emscripten_wasm32-emscripten", "importlib.metadata", "importlib.resources.simple", "concurrent.interpreters"),
)
"""Parts of it that come when they are first imported."""
LETTERS = ("__init__", "aliases", "ascii", "cp1252", "cp437", "idna", "latin_1", "punycode", "raw_unicode_escape", "unicode_escape")
"""The codecs that are kept, beside those of Unicode."""
NOT_PLAYED = ("cli/", "simulation/", "browser/building/", "browser/page/", "classroom/net/", "classroom/device", "__main__.py")
"""What of our own package no tab runs."""
NOT_SHOWN = (".po", ".pot", "laboratory/")
"""What of the assets no tab shows."""
OURS_LATER = {
    "caffael/printing/": PAPER,
    "caffael/export/pdf.py": PAPER,
    "caffael/notices/": NOTICES,
    "caffael/_data/assets/notices/": NOTICES,
    "caffael/classroom/": CLASS,
}
"""What of our own comes only when it is asked for, and in which archive."""
LEFT_OF_PACKAGES = (
    "pydantic/v1/",
    "pydantic/mypy.py",
    "pydantic_core/_pydantic_core/",
    "NotoSans-Italic",
)
"""Parts of packages that the game never asks for."""
INSTEAD = {"pydantic/plugin/_loader.py": b'"""In a tab there are no plugins to look for."""\n\n\ndef get_plugins():\n    return ()\n'}
"""Files of packages that are another in a tab; this one would load all that reads what packages are installed, to find nothing."""
UNREAD = (".pyi", "py.typed", ".c", ".pyx", ".h")


def library(pyodide: Path) -> dict[str, bytes]:
    """The standard library as it lies in Pyodide, and Pyodide's own Python."""
    with zipfile.ZipFile(pyodide / "python_stdlib.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/") and is_needed(name)}


def is_needed(name: str) -> bool:
    """Whether a file of the standard library comes along."""
    module = name.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    if module.startswith("encodings."):
        return module.partition(".")[2] in LETTERS or module.startswith("encodings.utf_")
    return not any(module == left or module.startswith(f"{left}.") for left in NO_TAB_NEEDS)


def of_wheel(wheel: Wheel, path: Path) -> dict[str, bytes]:
    """The files of a package that the game asks for."""
    with zipfile.ZipFile(path) as archive:
        return {
            name: INSTEAD.get(name) or archive.read(name)
            for name in archive.namelist()
            if not (
                name.endswith(("/", *UNREAD)) or ".dist-info/" in name or ".data/" in name or any(part in name for part in LEFT_OF_PACKAGES)
            )
            and not (wheel.pure and name.endswith(".so"))
        }


def licences(wheels: Mapping[Wheel, Path]) -> bytes:
    """The licences of what was taken along, one after the other."""
    said = []
    for wheel, path in wheels.items():
        with zipfile.ZipFile(path) as archive:
            texts = [name for name in archive.namelist() if ".dist-info/" in name and "licen" in name.lower() and not name.endswith("/")]
            said += [f"{wheel.name} {wheel.version}\n\n{archive.read(name).decode('utf-8', 'replace').strip()}" for name in texts]
    return ("\n\n" + "-" * 100 + "\n\n").join(said).encode() + b"\n"


def ours() -> dict[str, bytes]:
    """The game itself: its package without what no tab runs, its assets and its scenarios."""
    found = {}
    for path in PACKAGE.rglob("*"):
        name = path.relative_to(PACKAGE).as_posix()
        if path.is_file() and "__pycache__" not in name and not name.startswith(("_data/", *NOT_PLAYED)):
            found[f"caffael/{name}"] = path.read_bytes()
    for kind in ("assets", "scenarios"):
        place = folder(kind)
        for path in place.rglob("*"):
            name = path.relative_to(place).as_posix()
            if path.is_file() and not name.endswith(NOT_SHOWN) and not name.startswith(NOT_SHOWN):
                found[f"caffael/_data/{kind}/{name}"] = path.read_bytes()
    return found


def modules(files: Iterable[str]) -> list[str]:
    """The modules by whose first import an archive is fetched: the top one of each package in it, and parts of our own."""
    found = set()
    for name in files:
        own = next((part for part in OURS_LATER if name.startswith(part)), "")
        top = own or seldom(name) or name.partition("/")[0]
        if name.endswith((".py", ".so")):
            found.add(top.removesuffix("/").removesuffix(".py").replace("/", "."))
    return sorted(found)


def seldom(name: str) -> str:
    """The part of the standard library to which a file belongs that comes only when it is asked for; empty for all others."""
    module = name.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    return next((part for part in SELDOM_NEEDED if module == part or module.startswith(f"{part}.")), "")


def archives(pyodide: Path, wheels: Mapping[Wheel, Path]) -> dict[str, dict[str, bytes]]:
    """The files of each archive by its name."""
    found: dict[str, dict[str, bytes]] = {LIBRARY: {}, REST: {}, MAIN: {}}
    for name, content in library(pyodide).items():
        found[REST if seldom(name) else LIBRARY][name] = content
    for wheel, path in wheels.items():
        for name, content in of_wheel(wheel, path).items():
            # where a typeface would lie is asked before it is there
            asked_early = wheel.name.startswith("fontpkg-") and not name.endswith(".ttf")
            found.setdefault(MAIN if asked_early else wheel.archive, {})[name] = content
    for name, content in ours().items():
        archive = next((archive for part, archive in OURS_LATER.items() if name.startswith(part)), MAIN)
        found.setdefault(archive, {})[name] = content
    return found

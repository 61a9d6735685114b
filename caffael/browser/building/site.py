"""The folder for a web space: `index.html`, `sw.js`, `manifest.webmanifest`, and all else in `files/` under names by content."""

import hashlib
import html
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template

from caffael.browser.building import contents, drawn, engine
from caffael.browser.building.archives import archived, packed
from caffael.browser.building.bytecode import compiled
from caffael.browser.building.fetching import pyodide, wheels
from caffael.browser.building.lock import lock
from caffael.browser.building.naming import called, renamed
from caffael.presentation.loading import loading_words, manifest_words
from caffael.words.language import CODES, Language

PAGE = Path(__file__).parents[1] / "page"
FILES = "files"
MARK = "caffael.json"
"""A file by which a folder is known for one that was made here."""
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
AT_THE_TOP = ("index.html", "sw.js")
WORKER = "worker.js"
NOW = (contents.LIBRARY, contents.MAIN)
"""The archives that are fetched before the board opens; the others come when something in them is first imported."""


def site(say: Callable[[str], object]) -> dict[str, bytes]:
    """All files of the folder by their paths; `say` tells who waits what is being done. Raises BuildError."""
    locked = lock()
    say("Fetching what the tab needs, each by its hash.")
    folder = pyodide(locked)
    found = wheels(locked)
    say("Compiling and packing; the first time it takes some minutes.")
    fetched = {"python": named_file("pyodide.asm.wasm.gz", packed((folder / "pyodide.asm.wasm").read_bytes()))}
    archives = contents.archives(folder, found)
    for name, files in archives.items():
        fetched[name] = named_file(f"{name}.gz", packed(archived(compiled(files, locked, folder))))
    fetched["engine"] = named_file("engine.js", engine.script(folder, "pyodide.asm.mjs"))
    plain = {**drawn.pictures(), "licences.txt": contents.licences(found)}
    plain |= {path.name: path.read_bytes() for path in sorted(PAGE.glob("*.css"))}
    named = {name: named_file(name, content) for name, content in plain.items()}
    scripts = {path.name: path.read_bytes() for path in sorted(PAGE.glob("*.js")) if path.name not in AT_THE_TOP}
    scripts["pyodide.js"] = engine.script(folder, "pyodide.mjs")
    scripts["words.js"] = script_of(WORDS={code: loading_words(Language(code)) for code in CODES})
    rows = {name: row(name, *file) for name, file in fetched.items()}
    for name, files in archives.items():
        if name not in NOW:
            rows[name] |= {"later": True, "modules": contents.modules(files)}
    scripts["map.js"] = script_of(FILES=rows, WORKER=f"./{WORKER}")
    named |= renamed(scripts, {})
    written = {f"{FILES}/{name}": content for name, content in (*fetched.values(), *named.values())}
    names = {name: f"{FILES}/{file}" for name, (file, _) in named.items()}
    written["index.html"] = index(names)
    written["manifest.webmanifest"] = manifest(names)
    written["sw.js"] = keeper(written)
    written[MARK] = as_json({"made by": "Caffael", "pyodide": locked.pyodide, "version": version(written)})
    return dict(sorted(written.items()))


def named_file(name: str, content: bytes) -> tuple[str, bytes]:
    """A file's name in the build, and its content."""
    return called(name, content), content


def row(name: str, file: str, content: bytes) -> dict[str, object]:
    """What the page knows of a file that it fetches."""
    said: dict[str, object] = {"at": f"./{file}", "size": len(content)}
    if name == "python":
        said["type"] = "application/wasm"
    if name == "engine":
        said["script"] = True
    return said


def script_of(**values: object) -> bytes:
    """A script that gives values by their names."""
    return "".join(f"export const {name} = {as_json(value).decode()};\n" for name, value in values.items()).encode()


def as_json(value: object) -> bytes:
    """A value as JSON, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def index(names: Mapping[str, str]) -> bytes:
    """The page itself, with the words of both languages in it: what reads pages reads these, and so does who has no scripts."""
    values = {f"{name}_{code}": said for code in CODES for name, said in loading_words(Language(code)).items()}
    values |= {"name": values["name_en"], "policy": POLICY, "picture_width": str(drawn.TITLE[0]), "picture_height": str(drawn.TITLE[1])}
    values |= {
        "page_css": names["page.css"],
        "access_css": names["access.css"],
        "page_js": names["page.js"],
        "licences": names["licences.txt"],
    }
    values |= {"picture": names["title.jpg"], "icon": names["icon-192.png"]}
    text = Template((PAGE / "index.html").read_text("utf-8")).substitute({name: html.escape(value) for name, value in values.items()})
    return text.replace("&#x27;", "'").encode()


def manifest(names: Mapping[str, str]) -> bytes:
    """What a device needs to install the game, in both languages."""
    english, welsh = (manifest_words(Language(code)) for code in CODES)
    icons = [{"src": names[f"icon-{size}.png"], "sizes": f"{size}x{size}", "type": "image/png"} for size in drawn.ICONS]
    largest = f"{drawn.ICONS[-1]}x{drawn.ICONS[-1]}"
    icons.append({"src": names[f"icon-{drawn.MASKABLE}.png"], "sizes": largest, "type": "image/png", "purpose": drawn.MASKABLE})
    said: dict[str, object] = {"id": "./", "start_url": "./", "scope": "./", "name": english["name"], "short_name": english["name"]}
    said |= {"description": english["description"], "lang": "en", "dir": "ltr"}
    said |= {"description_localized": {"cy": welsh["description"]}, "name_localized": {"cy": welsh["name"]}}
    said |= {"display": "fullscreen", "display_override": ["fullscreen", "standalone"], "orientation": "any"}
    said |= {"background_color": "#f4eee1", "theme_color": "#1c3f3a", "categories": ["education", "games"], "icons": icons}
    return as_json(said)


def keeper(written: Mapping[str, bytes]) -> bytes:
    """The service worker, which knows all other files."""
    files = sorted(name for name in written if name.startswith(f"{FILES}/"))
    text = (PAGE / "sw.js").read_text("utf-8")
    return Template(text).substitute(version=version(written), files=as_json(files).decode()).encode()


def version(written: Mapping[str, bytes]) -> str:
    """A version of the folder, by what is in it."""
    found = hashlib.sha256()
    for name, content in sorted(written.items()):
        found.update(f"{name}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()[:12]

"""The files that a device fetches: one shell, one style sheet, one script, idiomorph and the pictures; made once, the same for everybody.

Nothing in them is about a game or a class. They hold the words of the frame in both languages, and the colours of `assets/theme.toml`.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from caffael.classroom.pages import NAMES, as_json
from caffael.presentation.classroom.wording import frame_words
from caffael.resources import folder
from caffael.words.language import CODES, Language
from caffael.words.looks import DEALT_COLOURS, DEALT_INK

FOLDER = Path(__file__).parent / "device"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of all that a device fetches. Nothing is written inline, so nothing inline may run."""
PAGES = (("work", "tender"), ("council", "home"), ("market", "market"), ("story", "log"), ("team", "people"))
"""What a narrow screen shows one at a time, each with its picture."""
UNUSED = ("art-", "shelf-", "title-")
"""Scenes with colours of their own are no icons."""


@cache
def device_files() -> dict[str, tuple[str, bytes]]:
    """Each file by its path: its type, and what is in it. The shell is `/`; under a room's own path it is the same."""
    return {
        "/": ("text/html; charset=utf-8", shell().encode()),
        "/device.css": ("text/css; charset=utf-8", style_sheet().encode()),
        "/device.js": ("text/javascript; charset=utf-8", squeezed(read("device.js")).encode()),
        "/idiomorph.js": ("text/javascript; charset=utf-8", read("idiomorph.js").encode()),
        "/pictures.svg": ("image/svg+xml", pictures().encode()),
    }


def read(name: str) -> str:
    """A file of the folder."""
    return (FOLDER / name).read_text(encoding="utf-8")


def shell() -> str:
    """The frame of the page, with its words in both languages; it is there before a room has said anything."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - it is filled in once

    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["json"] = as_json
    words = {code: frame_words(Language(code)) for code in CODES}
    return made.from_string(read("shell.html")).render(words=words, parts=NAMES, pages=PAGES)


# ------------------------------------------------------------------------------------------------------------------------- colours


def style_sheet() -> str:
    """The style sheet, after the colours of the theme: light as usual, dark where the script says that device or reader ask for it."""
    with (folder("assets") / "theme.toml").open("rb") as file:
        theme: dict[str, Any] = tomllib.load(file)
    light, dark = inks(theme["light"]), inks(theme["dark"])
    names = [name for name in light if not name.endswith("-pale")]
    style = read("device.css")
    used = {name for name in light if f"var(--{name})" in style}
    classes = "".join(f".c-{name}{{color:var(--{name})}}" for name in names if is_ink(name))
    grounds = "".join(f".g-{name}{{background:var(--{name}-pale)}}" for name in names if f"{name}-pale" in light)
    dealt = "".join(f".d-{name}{{background:{colour};color:{DEALT_INK}}}" for name, colour in DEALT_COLOURS.items())
    kept = [name for name in light if name in used or is_ink(name.removesuffix("-pale"))]
    day, night = (";".join(f"--{name}:{colours[name]}" for name in kept) for colours in (light, dark))
    return (
        f":root{{color-scheme:light;{day}}}\n"
        f":root[data-look=dark]{{color-scheme:dark;{night}}}\n{classes}\n{grounds}\n{dealt}\n{tightened(squeezed(style))}"
    )


PLAIN = ("ink", "ink-soft", "accent", "good", "warn", "bad", "gold", "slate", "line-strong")
"""The inks of blocks that belong to no family."""
FAMILIES = ("goal-", "criterion-", "category-", "team-")


def is_ink(name: str) -> bool:
    """Whether a block may name this colour."""
    return name in PLAIN or name.startswith(FAMILIES)


def inks(look: dict[str, Any]) -> dict[str, str]:
    """The colours of a look by their names in the style sheet: `ink-soft`, `goal-equal`, `team-2-pale`."""
    found = {name.replace("_", "-"): colour for name, colour in look["colours"].items()}
    for family, table in (("goal", look["goals"]), ("criterion", look["criteria"]), ("category", look["categories"])):
        for name, swatch in table.items():
            found |= {f"{family}-{name}": swatch["colour"], f"{family}-{name}-pale": swatch["pale"]}
    for seat, swatch in enumerate(look["teams"]):
        found |= {f"team-{seat}": swatch["colour"], f"team-{seat}-pale": swatch["pale"]}
    return found


def squeezed(source: str) -> str:
    """A style sheet or script without its comments, and without the spaces at the beginnings of lines."""
    without = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    lines = (line.strip() for line in without.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def tightened(style: str) -> str:
    """A style sheet without the spaces round its braces, colons and semicolons that mean nothing; those of selectors stay."""
    return re.sub(r" ?([{}]) ?|(?<=[a-z]): |; ", lambda found: found[1] or found[0].strip(), style).replace("}\n", "}")


# ------------------------------------------------------------------------------------------------------------------------ pictures

_DRAWING = re.compile(r"<svg[^>]*?viewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", re.DOTALL)


def pictures() -> str:
    """All icons as the symbols of one picture: `#i-leaf` is assets/pictures/leaf.svg."""
    symbols = []
    for path in sorted((folder("assets") / "pictures").glob("*.svg")):
        if not path.stem.startswith(UNUSED):
            found = _DRAWING.search(path.read_text(encoding="utf-8"))
            if found is not None and found[1] == "0 0 48 48":
                symbols.append(f'<symbol id="i-{path.stem}" viewBox="{found[1]}">{found[2]}</symbol>')
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>'

"""The colours of bars: those of the board on its light ground, by the names of the theme."""

import tomllib
from functools import lru_cache

from caffael.resources import folder

OWN = {"years": "accent", "unmet": "line_strong", "estate": "slate"}
"""What is no category, and the board's colour for it."""


@lru_cache(maxsize=1)
def light() -> dict[str, str]:
    """Every colour that a bar can have."""
    with (folder("assets") / "theme.toml").open("rb") as file:
        look = tomllib.load(file)["light"]
    found = {name: look["colours"][colour] for name, colour in OWN.items()}
    found["local"] = look["criteria"]["local"]["colour"]
    return found | {name: swatch["colour"] for name, swatch in look["categories"].items()}


def colour_of(name: str) -> str:
    """A colour as `#rrggbb`; KeyError for a name that no bar has."""
    return light()[name]

"""The colours of bars: those of the board on its light ground, by the names of the theme."""

import tomllib
from functools import lru_cache

from caffael.resources import folder
from caffael.scenario import Pack

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


def category_colour(pack: Pack, category: int) -> str:
    """The name of a category's colour; categories that a pack made up take those of the board in turn."""
    own = [name for name in light() if name not in (*OWN, "local")]
    name = pack.category(category).id
    return name if name in own else own[category % len(own)]

"""The colours of the paper: those of the board, by the same names."""

import tomllib
from functools import lru_cache
from typing import Any

from caffael.resources import folder

Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
FAMILIES = {"goal": "goals", "criterion": "criteria", "category": "categories"}


@lru_cache(maxsize=1)
def board_colours() -> dict[str, Any]:
    """The tables of the board's light theme: it is made for light grounds, as paper is."""
    with (folder("assets") / "theme.toml").open("rb") as file:
        tables: dict[str, dict[str, Any]] = tomllib.load(file)
    return tables["light"]


def colour_of(name: str) -> Colour:
    """The colour of a name as the board writes them: `ink`, `goal.equal.pale`, `category.food`, `team.2.bright`. KeyError for any other."""
    parts = name.split(".")
    tables = board_colours()
    if len(parts) == 1:
        return parsed(tables["colours"][name])
    strength = parts[2] if len(parts) == 3 else "colour"
    swatch = tables["teams"][int(parts[1])] if parts[0] == "team" else tables[FAMILIES[parts[0]]][parts[1]]
    return parsed(swatch[strength])


def parsed(text: str) -> Colour:
    """A colour written `#rrggbb`."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def written(colour: Colour) -> str:
    """A colour as `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)

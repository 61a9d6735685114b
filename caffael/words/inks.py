"""The colours of paper and pages: those of the board, by the same names."""

import tomllib
from functools import lru_cache
from typing import Any

from caffael.resources import folder
from caffael.words.colours import Colour, parse, strengths
from caffael.words.looks import look_ink

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
    if parts[0] == "category" and parts[1] not in tables["categories"]:
        ink = look_ink(parts[1])
        if ink.startswith("#"):
            return own_colour(ink, parts[2] if len(parts) == 3 else "colour")
        return colour_of(".".join((ink, *parts[2:])))
    if len(parts) == 1:
        return parse(tables["colours"][name])
    strength = parts[2] if len(parts) == 3 else "colour"
    swatch = tables["teams"][int(parts[1])] if parts[0] == "team" else tables[FAMILIES[parts[0]]][parts[1]]
    return parse(swatch[strength])


def own_colour(ink: str, strength: str) -> Colour:
    """A colour of a pack's own as it can be read on paper, in one of its strengths."""
    colours = {name: parse(value) for name, value in board_colours()["colours"].items()}
    grounds = [colours[name] for name in ("paper", "paper_warm", "paper_sunk")]
    return strengths(ink, colours["paper"], colours["ink"], grounds)[("colour", "bright", "pale").index(strength)]

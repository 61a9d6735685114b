"""The look of the board: colours, sizes and radii, read from assets/theme.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from caffael.resources import folder
from caffael.words.colours import Colour, mix, parse, strengths, written
from caffael.words.looks import look_ink

_WRITTEN = re.compile(r"#[0-9a-f]{6}\b")
Ink = Colour | str
"""A colour, or the name of one: `ink`, `goal.healthier`, `goal.healthier.pale`, `team.2.bright`, `#1d2b36`."""


OWN_GROUNDS = ("paper", "paper_warm", "paper_sunk", "ground_top", "ground_bottom")
"""On these a pack's own colour can be read."""


@dataclass(frozen=True, slots=True)
class Swatch:
    """One meaning in three strengths: `colour` for text and icons, `bright` for large fills, `pale` for grounds."""

    colour: Colour
    bright: Colour
    pale: Colour


@dataclass(frozen=True, slots=True)
class Team(Swatch):
    """A team's colours and the pattern that tells it apart without colour."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Scenes:
    """How pictures with colours of their own look here: every colour goes a share towards one, but for those that are told."""

    towards: Colour = (0, 0, 0)
    share: float = 0.0
    told: Mapping[str, str] = field(default_factory=dict)

    def painted(self, source: str) -> str:
        """Give the text of an SVG picture in the colours of this look."""
        return source if self.share <= 0 else _WRITTEN.sub(self._one, source)

    def _one(self, found: "re.Match[str]") -> str:
        return self.told.get(found[0]) or written(mix(parse(found[0]), self.towards, self.share))


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour, text size and measure of one look."""

    name: str
    colours: Mapping[str, Colour]
    sizes: Mapping[str, float]
    measures: Mapping[str, float]
    teams: tuple[Team, ...]
    goals: Mapping[str, Swatch]
    criteria: Mapping[str, Swatch]
    categories: Mapping[str, Swatch]
    scenes: Scenes = field(default_factory=Scenes)
    _named: dict[str, Colour] = field(default_factory=dict, compare=False, repr=False)

    def colour(self, ink: Ink) -> Colour:
        """Say which colour a name stands for. A name that is not in the theme is a KeyError that says so."""
        if not isinstance(ink, str):
            return ink
        found = self._named.get(ink)
        if found is None:
            found = self._named[ink] = self._look_up(ink)
        return found

    def size(self, size: float | str) -> float:
        """Say how many units a text size has."""
        return self.sizes[size] if isinstance(size, str) else size

    def measure(self, measure: float | str) -> float:
        """Say how many units a named measure has."""
        return self.measures[measure] if isinstance(measure, str) else measure

    def swatch(self, name: str) -> Swatch:
        """Say which swatch a dotted name means: `team.0`, `goal.equal`, `criterion.price`, `category.food`, `category.book~#1f6f8b`."""
        family, _, key = name.partition(".")
        if family == "category" and key not in self.categories:
            ink = look_ink(key)
            return self._own(ink) if ink.startswith("#") else self.swatch(ink)
        try:
            if family == "team":
                return self.teams[int(key) % len(self.teams)]
            return {"goal": self.goals, "criterion": self.criteria, "category": self.categories}[family][key]
        except (KeyError, ValueError):
            raise KeyError(f"the theme {self.name!r} has no swatch {name!r}") from None

    def _own(self, colour: str) -> Swatch:
        grounds = (self.colours[name] for name in OWN_GROUNDS)
        return Swatch(*strengths(colour, self.colours["paper"], self.colours["ink"], grounds))

    def _look_up(self, name: str) -> Colour:
        if name.startswith("#"):
            return parse(name)
        if name in self.colours:
            return self.colours[name]
        parts = name.split(".")
        if len(parts) in (2, 3):
            swatch = self.swatch(".".join(parts[:2]))
            strength = parts[2] if len(parts) == 3 else "colour"
            if strength in ("colour", "bright", "pale"):
                found: Colour = getattr(swatch, strength)
                return found
        raise KeyError(f"the theme {self.name!r} has no colour {name!r}")


@cache
def load_theme(name: str = "light", path: Path | None = None) -> Theme:
    """Read one look from the theme file. The same look is read once."""
    with (path or folder("assets") / "theme.toml").open("rb") as file:
        tables = tomllib.load(file)
    looks = [key for key in tables if key not in ("sizes", "measures")]
    if name not in looks:
        raise KeyError(f"theme.toml has no theme {name!r}; it has {', '.join(looks)}")
    table: dict[str, Any] = tables[name]
    return Theme(
        name=name,
        colours={key: parse(value) for key, value in table["colours"].items()},
        sizes={key: float(value) for key, value in tables["sizes"].items()},
        measures={key: float(value) for key, value in tables["measures"].items()},
        teams=tuple(Team(*_strengths(team), team["pattern"]) for team in table["teams"]),
        goals=_swatches(table["goals"]),
        criteria=_swatches(table["criteria"]),
        categories=_swatches(table["categories"]),
        scenes=_scenes(table.get("scenes", {})),
    )


def _scenes(table: Mapping[str, Any]) -> Scenes:
    return Scenes(parse(table["towards"]), float(table["share"]), table["told"]) if table else Scenes()


def _strengths(table: Mapping[str, str]) -> tuple[Colour, Colour, Colour]:
    return parse(table["colour"]), parse(table["bright"]), parse(table["pale"])


def _swatches(tables: Mapping[str, Mapping[str, str]]) -> dict[str, Swatch]:
    return {key: Swatch(*_strengths(table)) for key, table in tables.items()}

"""The handbook: short explanations of what stands on the table, what it does in the game and what it is in the real world.

One source for the board's help, the backs of its cards and the documentation: a file of TOML under assets/handbook for each group, a
table for each entry, its words in English and Welsh, and the source of what it says about the world. A `school` table says some of it in
the words of the school edition; own.toml says what is said otherwise where a pack has a noun of its own. The names of entries are those
of the rules' enumerations and of the pictures: "social-enterprise".
"""

import tomllib
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from caffael.resources import folder
from caffael.rules.terms import Badge, Goal, Kind, Lab, Route, Theme
from caffael.words.language import OWN, Language

GROUPS = ("goal", "route", "lab", "badge", "criterion", "kind", "category", "theme", "phase", "term")
NUMBERED: dict[str, type[IntEnum]] = {"goal": Goal, "route": Route, "lab": Lab, "badge": Badge, "kind": Kind, "theme": Theme}
"""The groups whose entries the rules number."""
CRITERIA = ("price", "quality", "social", "carbon")
JOINED_CRITERIA = ("price", "people", "", "planet")
"""The criteria of a game with three: there is no social value of its own."""
LEVELS = 3
PARTS = ("title", "line", "game", "world")


@dataclass(frozen=True, slots=True)
class Entry:
    """One explanation in one language: a line for lists, what it does in the game, what it is in the world, and where that is from.

    `levels` are the lines of a lab's levels; other entries have none.
    """

    key: str
    title: str
    line: str
    game: str
    world: str
    source: str
    levels: tuple[str, ...] = ()

    @property
    def both(self) -> str:
        """The line, and the real world after it."""
        return f"{self.line} {self.world}".strip()


@cache
def group(name: str) -> dict[str, dict[str, object]]:
    """The tables of a group, as they stand in its file. Raises FileNotFoundError for a group that there is not."""
    return tomllib.loads((folder("assets") / "handbook" / f"{name}.toml").read_text(encoding="utf-8"))


def names(group_name: str) -> list[str]:
    """The names of a group's entries, in the order of its file."""
    return list(group(group_name))


def has(group_name: str, name: str) -> bool:
    """Whether there is such an entry: a scenario may have categories that the handbook does not know."""
    return name in group(group_name)


def entry(language: Language, group_name: str, name: str) -> Entry:
    """An entry in the words of a language and its edition. Raises KeyError for one that there is not."""
    table = group(group_name)[name]
    own = table.get(language.catalogue) if language.catalogue != OWN else group(OWN).get(group_name, {}).get(name)
    said = {**table, **own} if isinstance(own, dict) else table
    parts = {part: language.noun(str(said[f"{part}_{language.code}"])) for part in PARTS}
    levels = [f"level_{level}_{language.code}" for level in range(1, LEVELS + 1)]
    return Entry(
        key=f"{group_name}.{name}", source=str(said["source"]), levels=tuple(str(said[level]) for level in levels if level in said), **parts
    )


def numbered(language: Language, group_name: str, number: int) -> Entry:
    """The entry of what the rules number: goal 0, route 3."""
    member = NUMBERED[group_name](number)
    return entry(language, group_name, member.name.lower().replace("_", "-"))


def criterion(language: Language, number: int, joined: bool = False) -> Entry:
    """The entry of a criterion; joined: in a game with three, where people stands for quality and social value."""
    return entry(language, "criterion", (JOINED_CRITERIA if joined else CRITERIA)[number])


def quotes(language: Language, scope: int) -> Entry:
    """The entry of the quotes, by whom they are kept to."""
    return entry(language, "route", ("quotes", "quotes-local", "quotes-small")[scope])


def route(language: Language, number: int, scope: int = 0) -> Entry:
    """The entry of a way to buy."""
    return quotes(language, scope) if number == Route.QUOTES else numbered(language, "route", number)


def everything(language: Language) -> list[Entry]:
    """All entries, group by group."""
    return [entry(language, name, one) for name in GROUPS for one in names(name)]

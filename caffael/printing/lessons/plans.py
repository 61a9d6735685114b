"""The lesson plans as data: what they aim at, what they need, and who is helped how. Both languages stand in `assets/lessons`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from caffael.resources import folder
from caffael.scenario.wording import Words

CARDS_A_SHEET = 4
SLIPS = 3
HOLDERS = {"pupil": 30, "team": 6, "class": 1}
"""How many get a material in a class of 30 pupils in six teams."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statutory statement of the Curriculum for Wales, word for word; `official` says in which languages we have read it."""

    area: Words
    words: Words
    source: Words

    @property
    def official(self) -> tuple[str, ...]:
        """The languages whose official words we have read."""
        return tuple(code for code, words in (("en", self.words.en), ("cy", self.words.cy)) if words)

    def cited(self, code: str) -> str:
        """The official words in a language, or in English where we have not read them in it."""
        return self.words.cy if code == "cy" and self.words.cy else self.words.en

    def read_from(self, code: str) -> str:
        """Where the words that are cited in a language were read."""
        return self.source.cy if code == "cy" and self.source.cy else self.source.en


@dataclass(frozen=True, slots=True)
class Aim:
    """A sentence for pupils, what a teacher looks for, and four levels."""

    id: str
    words: Words
    look: Words
    levels: tuple[Words, ...]
    statement: Statement


@dataclass(frozen=True, slots=True)
class Material:
    """Something to print for a class: its kind says how it is laid out."""

    id: str
    kind: str  # "slips", "cards", "sheet", "drawing", "table", "ticks" or "answers"
    title: Words
    prompts: tuple[Words, ...]
    heads: tuple[Words, ...]
    holder: str  # "pupil", "team" or "class": who gets one

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return -(-len(self.prompts) // CARDS_A_SHEET) if self.kind == "cards" else 1

    @property
    def copies(self) -> int:
        """How many times its page is to be printed for a class of 30 in six teams."""
        return -(-HOLDERS[self.holder] // (SLIPS if self.kind == "slips" else 1))


@dataclass(frozen=True, slots=True)
class Step:
    """What happens from one minute to another, with the links of the pages."""

    first: int
    last: int
    told: Words

    def plain(self, code: str) -> str:
        """What happens, without links and marks."""
        return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", self.told(code)).replace("*", "").replace("`", "")


@dataclass(frozen=True, slots=True)
class Plan:
    """A lesson plan."""

    id: str
    game: str
    minutes: int
    aims: tuple[Aim, ...]
    materials: tuple[Material, ...]
    support: Words
    stretch: Words
    reading: Words
    eal: Words
    steps: tuple[Step, ...]
    serves: tuple[str, ...] = ()  # more games for which it is, by their ids

    def page_of(self, material: Material) -> int:
        """The page of the plan's PDF on which a material begins; the plan itself is page 1."""
        before = self.materials[: self.materials.index(material)]
        return 2 + sum(each.pages for each in before)

    @property
    def rubric_page(self) -> int:
        """The page with the rubric, the last one."""
        return 2 + sum(material.pages for material in self.materials)


@dataclass(frozen=True, slots=True)
class Lessons:
    """All plans, in their order, and the materials that they share."""

    plans: tuple[Plan, ...]
    materials: dict[str, Material]

    def plans_for(self, game: str) -> tuple[Plan, ...]:
        """The plans for a game, by its id."""
        return tuple(plan for plan in self.plans if game == plan.game or game in plan.serves)


def both(row: dict[str, Any], key: str) -> Words:
    """A text in both languages."""
    return Words(row[f"{key}_en"], row[f"{key}_cy"])


def each(row: dict[str, Any], key: str) -> tuple[Words, ...]:
    """A list in both languages; ValueError when one is longer."""
    pairs = zip(row.get(f"{key}_en", []), row.get(f"{key}_cy", []), strict=True)
    return tuple(Words(english, welsh) for english, welsh in pairs)


def read(name: str) -> dict[str, Any]:
    """One of the files."""
    return tomllib.loads((folder("assets") / "lessons" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def read_lessons() -> Lessons:
    """All lessons; KeyError and ValueError where a file names what is not there."""
    told = read("aims")
    statements = {row["id"]: Statement(both(row, "area"), both(row, "words"), both(row, "source")) for row in told["statement"]}
    aims = {
        row["id"]: Aim(row["id"], both(row, "words"), both(row, "look"), each(row, "levels"), statements[row["statement"]])
        for row in told["aim"]
    }
    materials = {
        row["id"]: Material(row["id"], row["kind"], both(row, "title"), each(row, "prompts"), each(row, "heads"), row["for"])
        for row in read("materials")["material"]
    }
    written = read("plans")
    games = {row["id"]: row for row in written["game"]}
    plans = tuple(
        Plan(
            row["id"],
            row["game"],
            row["minutes"],
            tuple(aims[name] for name in row["aims"]),
            tuple(materials[name] for name in row["materials"]),
            both(row, "support"),
            both(row, "stretch"),
            both(games[row["game"]], "reading"),
            both(games[row["game"]], "eal"),
            tuple(Step(step["first"], step["last"], both(step, "told")) for step in row["step"]),
            tuple(games[row["game"]].get("serves", [])),
        )
        for row in written["plan"]
    )
    return Lessons(plans, materials)

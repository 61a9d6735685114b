"""The rules that make a card of a notice, as data: kinds by CPV, subjects with their carbon factors, values, words, titles.

They ship in assets/notices; a copy of that folder can be edited and named instead.
"""

import tomllib
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from caffael.notices.faults import NoticesError
from caffael.resources import folder
from caffael.words.sentence import Sentence
from caffael.words.system import system_reason

KINDS, RULES = "kinds.toml", "rules.toml"
LARGEST = 2_000_000
"""Bytes of one of these files."""
GoalName = Literal["prosperous", "resilient", "healthier", "equal", "cohesive", "culture", "global"]
ThemeName = Literal["decarbonisation", "communities"]
Ident = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Words = list[Annotated[str, Field(min_length=2, max_length=60)]]
Title = Annotated[str, Field(min_length=1, max_length=80)]


class Strict(BaseModel):
    """A table in which nothing unknown stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Kind(Strict):
    """[[kind]]: what is bought. `sure` words in a title count before codes. The first of its goals with 2 is the one it is there for."""

    id: Ident
    cpv: list[Annotated[str, Field(pattern=r"^\d{2,8}$")]]
    words: Words = []
    sure: Words = []
    category: Ident
    subject: Ident
    theme: ThemeName
    goals: dict[GoalName, Annotated[int, Field(ge=1, le=2)]] = Field(min_length=1, max_length=4)
    urgency: int = Field(default=1, ge=1, le=3)
    public: bool = False

    @property
    def main_goal(self) -> GoalName:
        """The goal that it feeds most."""
        return max(self.goals, key=lambda goal: self.goals[goal])


class SubjectEntry(Strict):
    """[[subject]]: a subject that the game may lack, with its published factor in kg CO2e a pound and the industry's name in its table."""

    id: Ident
    title_en: Title
    title_cy: Title
    factor: float = Field(ge=0, le=100)
    sic: str
    name: str

    @property
    def source(self) -> str:
        """Where the factor stands."""
        return f"UK spend multipliers 2023, SIC {self.sic} {self.name} (Defra/University of Leeds, OGL v3)"


class KindsFile(Strict):
    """kinds.toml."""

    kind: list[Kind] = Field(min_length=1)
    subject: list[SubjectEntry] = []


class Value(Strict):
    """[value]: from the world's money to the game's, for a year."""

    middle_world_gbp_a_year: float = Field(gt=0)
    middle_game_gbp_a_year: float = Field(gt=0)
    tenfold: float = Field(ge=1, le=10)
    least_gbp_a_year: int = Field(ge=0)
    round_to_gbp: int = Field(ge=1)


class Guess(Strict):
    """[guess]: what counts where nothing is told."""

    world_gbp_a_year: float = Field(gt=0)
    years: int = Field(ge=1, le=4)


class TermBounds(Strict):
    """[term]: the bounds of the game's terms, in years."""

    least_years: int = Field(ge=1, le=4)
    most_years: int = Field(ge=1, le=4)


class WordRule(Strict):
    """[[word]]: words that change a card."""

    words: Words
    goal: GoalName | None = None
    theme: ThemeName | None = None
    urgency: int | None = Field(default=None, ge=1, le=3)


class TitleRules(Strict):
    """[title]: how titles are shortened."""

    most_letters: int = Field(ge=20, le=80)
    openings: list[str]
    endings: list[str]
    capitals: list[str]


class StoryRules(Strict):
    """[story]: how descriptions are shortened."""

    most_letters: int = Field(ge=40, le=240)
    about_bidding: list[str]


class RulesFile(Strict):
    """rules.toml."""

    value: Value
    guess: Guess
    term: TermBounds
    word: list[WordRule] = []
    title: TitleRules
    story: StoryRules


class Tables:
    """Both files."""

    def __init__(self, kinds: KindsFile, rules: RulesFile) -> None:
        self.rules = rules
        self.kinds = kinds.kind
        self.subjects = {entry.id: entry for entry in kinds.subject}

    @cached_property
    def by_code(self) -> dict[str, Kind]:
        """The kind of each beginning of a CPV code; of two kinds with the same the first."""
        found: dict[str, Kind] = {}
        for kind in self.kinds:
            for code in kind.cpv:
                found.setdefault(code, kind)
        return found


def read_tables(place: Path | None = None) -> Tables:
    """The rules of a folder, or those that ship. Raises NoticesError where something in them is wrong."""
    home = place if place is not None else folder("assets") / "notices"
    return Tables(read(home / KINDS, KindsFile), read(home / RULES, RulesFile))


T = TypeVar("T", bound=BaseModel)


def read(path: Path, model: type[T]) -> T:
    """One file of rules. Raises NoticesError that names the first thing that is wrong."""
    try:
        if path.stat().st_size > LARGEST:
            raise NoticesError(Sentence('"{file}" is too large for a file of rules.', file=path.name))
        return model.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError) as error:
        why = system_reason(error) if isinstance(error, OSError) else Sentence("it is not saved as UTF-8")
        raise NoticesError(Sentence('The rules in "{file}" can\'t be read ({why}).', file=path.name, why=why)) from None
    except tomllib.TOMLDecodeError as error:
        raise NoticesError(Sentence('There is a slip in "{file}": {why}', file=path.name, why=str(error)[:200])) from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part + 1) if isinstance(part, int) else str(part) for part in first["loc"])
        raise NoticesError(Sentence('"{file}", {where}: {why}', file=path.name, where=where, why=first["msg"][:200])) from None


__all__ = ["Kind", "RulesFile", "SubjectEntry", "Tables", "read_tables"]

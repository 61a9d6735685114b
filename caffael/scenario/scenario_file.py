"""scenario.toml as a whole: what the pack is called, its rules, its categories and subjects."""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from caffael.rules.terms import CATEGORIES, COUNCILS, EVENTS, MARKS, NEEDS, PROJECTS, SEATS, SUPPLIERS, YEARS
from caffael.scenario.cells import Expect, TomlId, TomlWords, said
from caffael.scenario.faults import shown, unknown_word
from caffael.scenario.keywords import GOAL_WORDS
from caffael.scenario.models import STORY, TITLE
from caffael.scenario.rule_tables import DecksTable, RoutesTable, RulesTable, TomlTable, WeightsTable
from caffael.words.language import Edition, Nouns
from caffael.words.looks import CATEGORY_COLOURS, CATEGORY_PICTURES
from caffael.words.sentence import Sentence


def check_goal(text: str) -> str:
    """One of the seven goals; capitals do not matter."""
    text = text.lower()
    if text not in GOAL_WORDS:
        raise said(unknown_word(text, GOAL_WORDS, "goal"))
    return text


def check_picture(text: str) -> str:
    """One of the pictures of categories; capitals do not matter."""
    text = text.lower()
    if text not in CATEGORY_PICTURES:
        raise said(unknown_word(text, CATEGORY_PICTURES, "picture", "the table of pictures in packs.md"))
    return text


def check_colour(text: str) -> str:
    """One of the named colours, or one written #rrggbb; capitals do not matter."""
    text = text.lower()
    if not text.startswith("#") and text not in CATEGORY_COLOURS:
        raise said(unknown_word(text, [*CATEGORY_COLOURS, "#rrggbb"], "colour"))
    if text.startswith("#") and not OWN_COLOUR.fullmatch(text):
        pattern = "{colour} is not a colour; write # and six figures or letters from a to f, for example #1f6f8b."
        raise said(Sentence(pattern, colour=shown(text)))
    return text


CategoryPicture = Annotated[str, AfterValidator(check_picture), WithJsonSchema({"type": "string", "enum": [*CATEGORY_PICTURES]})]
CategoryColour = Annotated[
    str,
    AfterValidator(check_colour),
    WithJsonSchema({"anyOf": [{"enum": [*CATEGORY_COLOURS]}, {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}]}),
]
OWN_COLOUR = re.compile("#[0-9a-fA-F]{6}")
TomlGoal = Annotated[str, AfterValidator(check_goal), WithJsonSchema({"type": "string", "enum": [*GOAL_WORDS]})]
Ids = Annotated[list[TomlId], Expect(Sentence("a list of ids in square brackets"))]
Year = Annotated[int, Field(ge=1, le=YEARS)]
Teams = Annotated[int, Field(ge=1, le=SEATS)]
SUBJECTS = 200
"""Subjects of a pack. Britain's whole table of carbon factors by industry has about 100."""
MOST_GAMES = 9
"""Games of a campaign."""
PICTURES = Literal["region", "town", "school", "future", "climate", "together", "journey"]
"""What a list of packs may show: a picture that ships, never a file of the pack."""


LONGEST_NAME = 20
"""Letters of a team's name."""
MOST_NAMES = 24
TeamName = Annotated[TomlWords, Field(max_length=LONGEST_NAME)]
Noun = Annotated[TomlWords, Field(min_length=1, max_length=30, pattern=r"^[^{}]*$")]


class CategoryTable(TomlTable):
    """[[category]]: a kind of need. Their order is that of the board."""

    id: TomlId = Field(description="Its name in the decks: small letters, figures and hyphens.")
    title_en: TomlWords = Field(min_length=1, max_length=TITLE, description="What it is called, in English.")
    title_cy: TomlWords = Field(default="", max_length=TITLE, description="The same in Welsh.")
    picture: CategoryPicture = Field(
        default="", description="Its picture, one that ships with the game. Left out: by its id where there is one, else a neutral one."
    )
    colour: CategoryColour = Field(
        default="", description="Its colour: a name or, in quotation marks, #rrggbb. Left out: the picture's own, else a neutral one."
    )


class SubjectTable(TomlTable):
    """[[subject]]: what is bought, with its published carbon factor."""

    id: TomlId = Field(description="Its name in the decks: small letters, figures and hyphens.")
    title_en: TomlWords = Field(min_length=1, max_length=TITLE, description="What it is called, in English.")
    title_cy: TomlWords = Field(default="", max_length=TITLE, description="The same in Welsh.")
    factor: float = Field(ge=0, le=100, description="Its published carbon factor, in kg CO2e for each pound spent.")
    sic: TomlWords = Field(default="", max_length=40, description="The industry in the table of factors, by its SIC code.")
    source: TomlWords = Field(default="", max_length=500, description="Where the factor was published.")


class FrameworkTable(TomlTable):
    """[framework]: the framework's own supplier, which is always there."""

    name_en: TomlWords = Field(default="National framework", min_length=1, max_length=TITLE, description="What it is called, in English.")
    name_cy: TomlWords = Field(default="Fframwaith cenedlaethol", max_length=TITLE, description="The same in Welsh.")
    line_en: TomlWords = Field(default="", max_length=STORY, description="One line about it for the card, in English.")
    line_cy: TomlWords = Field(default="", max_length=STORY, description="The same in Welsh.")
    price_percent: int = Field(default=100, ge=50, le=200, description="What it asks, in percent of a need's estimate.")
    quality: int = Field(default=3, ge=1, le=5, description="How good its work is: 1 is poor, 5 is excellent.")
    social_value: int = Field(default=0, ge=0, le=5, description="How much social value it offers, from none to 5.")
    social_goal: TomlGoal = Field(default=GOAL_WORDS[0], description="The goal that its social value feeds.")
    carbon_percent: int = Field(default=100, ge=1, le=200, description="What it emits, in percent of the old way.")
    reputation: int = Field(default=5, ge=1, le=6, description="How reliable it is said to be, out of 6.")
    local_percent: int = Field(default=25, ge=0, le=100, description="How much of the money stays in the region, in percent.")
    welsh: bool = Field(default=True, description="Whether it works in Welsh too.")

    @model_validator(mode="before")
    @classmethod
    def own_name(cls, data: Any) -> Any:
        """A name of its own in English is not beside the standard one in Welsh."""
        standard = cls.model_fields["name_en"].default
        return data if not isinstance(data, dict) or data.get("name_en", standard) == standard else {"name_cy": "", **data}


class LeaveOutTable(TomlTable):
    """[leave_out]: the cards of the extended pack that are left out, by their ids."""

    needs: Ids = Field(default=[], max_length=NEEDS, description="Needs that are left out, by their ids.")
    suppliers: Ids = Field(default=[], max_length=SUPPLIERS, description="Suppliers that are left out, by their ids.")
    events: Ids = Field(default=[], max_length=EVENTS + MARKS, description="Events that are left out, by their ids.")
    projects: Ids = Field(default=[], max_length=PROJECTS, description="Innovation projects that are left out, by their ids.")
    councils: Ids = Field(default=[], max_length=COUNCILS, description="Councils that are left out, by their ids.")


OwnDecks = Annotated[
    list[Literal["needs", "suppliers", "events", "projects", "councils"]], Expect('a list of decks, such as ["needs", "suppliers"]')
]
ONLY_OWN = "Decks of which this pack's own cards alone are kept; the extended pack's are left out."


class LeavingOut(TomlTable):
    """What a pack leaves out of the one that it extends."""

    leave_out: LeaveOutTable = Field(default=LeaveOutTable(), description="Cards of the extended pack that are left out.")
    only_own: OwnDecks = Field(default=[], description=ONLY_OWN)


class BoardTable(TomlTable):
    """[board]: how the board begins a game of this pack; whoever sits at it can change both."""

    timer_minutes: int = Field(default=0, ge=0, le=60, description="A team's time for a decision, in minutes; 0 is no timer.")
    language: Literal["", "en", "cy"] = Field(
        default="", description="The language in which the board begins: en or cy. Empty: as the board is set."
    )


class NounsTable(TomlTable):
    """[nouns]: what a team runs, if it is neither a council nor a school. Every sentence of the game says it so."""

    noun_en: Noun = Field(description="What a team runs, in English, such as hospital.")
    a_noun_en: Noun = Field(description="The same with a or an before it, such as a hospital.")
    nouns_en: Noun = Field(description="More than one of them, such as hospitals.")
    noun_cy: Noun = Field(description="What a team runs, in Welsh, not mutated, such as ysbyty.")


class TeamTable(TomlTable):
    """[[team]]: a name that a team can have."""

    name_en: TeamName = Field(min_length=1, description="The name in English.")
    name_cy: TeamName = Field(default="", description="The same in Welsh.")


class CampaignTable(TomlTable):
    """[campaign]: this pack is one game of several, in which labs and badges carry over from game to game."""

    id: TomlId = Field(description="The campaign's name for the files, the same in each of its games.")
    title_en: TomlWords = Field(min_length=1, max_length=TITLE, description="What the campaign is called, in English.")
    title_cy: TomlWords = Field(default="", max_length=TITLE, description="The same in Welsh.")
    game: int = Field(ge=1, le=MOST_GAMES, description="Which of its games this pack is, from 1.")
    games: int = Field(ge=2, le=MOST_GAMES, description="How many games it has.")
    next: TomlWords = Field(default="", description="The id of the pack of the next game; left out in the last one.")


class ScenarioFile(TomlTable):
    """The whole of scenario.toml, laid over those of the packs it extends."""

    extends: TomlWords = Field(
        default="", description="The pack that this one extends. Whatever this file leaves out is then taken from there."
    )
    only_own: OwnDecks = Field(default=[], description=ONLY_OWN)
    leave_out: LeaveOutTable = Field(default=LeaveOutTable(), description="Cards of the extended pack that are left out.")
    id: TomlId = Field(description="The pack's name for the files: small letters, figures and hyphens.")
    title_en: TomlWords = Field(min_length=1, max_length=TITLE, description="What the pack is called, in English.")
    title_cy: TomlWords = Field(default="", max_length=TITLE, description="The same in Welsh.")
    line_en: TomlWords = Field(default="", max_length=STORY, description="One line about it for the list of packs, in English.")
    line_cy: TomlWords = Field(default="", max_length=STORY, description="The same in Welsh.")
    level: int = Field(default=1, ge=1, le=5, description="How hard it is: 1 is for beginners.")
    ages: TomlWords = Field(default="", max_length=20, description="For what ages it is meant, such as 14-16.")
    minutes: int = Field(default=50, ge=1, le=600, description="How long a game takes, in minutes.")
    years: Year = Field(default=5, description="The usual length of a game, in years.")
    years_offered: list[Year] = Field(
        default=[], description="All lengths of a game to choose from, in years. Left out: the usual one alone."
    )
    teams: Teams = Field(default=4, description="How many teams usually play.")
    teams_least: Teams = Field(default=1, description="How many teams must play at least.")
    teams_most: Teams = Field(default=SEATS, description="How many teams can play at most.")
    picture: PICTURES = Field(default="region", description="The picture in the list of packs, one that ships with the game.")
    ground: Literal["south", "west", "north", "east", "none"] = Field(
        default="south", description="What lies under the map: land with the sea in the south, west, north or east, or none."
    )
    words: Literal["council", "school"] = Field(
        default="council", description="What a team runs, as the board calls it; [nouns] says anything else."
    )
    nouns: NounsTable | None = Field(default=None, description="What a team runs, if it is neither a council nor a school.")
    team: list[TeamTable] = Field(default=[], max_length=MOST_NAMES, description="Names for teams, in the order in which they are given.")
    board: BoardTable = Field(
        default=BoardTable(), description="How the board begins a game of this pack; whoever sits at it can change both."
    )
    campaign: CampaignTable | None = Field(
        default=None, description="The campaign that this pack is a game of, if it is: labs and badges carry over from game to game."
    )
    rules: RulesTable = Field(default=RulesTable(), description="Every number and every switch of the rules.")
    weights: WeightsTable = Field(default=WeightsTable(), description="How councils may share out the weights of a tender.")
    decks: DecksTable = Field(default=DecksTable(), description="The plain decks, each a table of value = copies.")
    routes: RoutesTable = Field(default=RoutesTable(), description="The ways to buy.")
    framework: FrameworkTable = Field(default=FrameworkTable(), description="The supplier of the framework, which is always there.")
    category: list[CategoryTable] = Field(min_length=1, max_length=CATEGORIES, description="The kinds of need, in the order of the board.")
    subject: list[SubjectTable] = Field(min_length=1, max_length=SUBJECTS, description="What money is spent on, with carbon factors.")

    @property
    def wording(self) -> Edition:
        """What a team runs, as the board calls it."""
        return Nouns(**self.nouns.model_dump()) if self.nouns else self.words

    @property
    def team_names(self) -> tuple[tuple[str, str], ...]:
        """Its own names for teams, in English and Welsh; English where there is no Welsh."""
        return tuple((row.name_en, row.name_cy or row.name_en) for row in self.team)

    @property
    def offered(self) -> list[int]:
        """The years it can be played for."""
        return sorted(set(self.years_offered)) or [self.years]

"""scenario.toml as a whole: what the pack is called, its rules, its categories and subjects."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from caffael.rules.terms import CATEGORIES, COUNCILS, EVENTS, MARKS, NEEDS, PROJECTS, SEATS, SUPPLIERS, YEARS
from caffael.scenario.cells import Expect, TomlId, TomlWords, said
from caffael.scenario.faults import unknown_word
from caffael.scenario.models import STORY, TITLE
from caffael.scenario.names import GOAL_WORDS
from caffael.scenario.rule_tables import DecksTable, RoutesTable, RulesTable, Table, WeightsTable


def check_goal(text: str) -> str:
    """One of the seven goals."""
    if text not in GOAL_WORDS:
        raise said(unknown_word(text, GOAL_WORDS, "goal"))
    return text


TomlGoal = Annotated[str, AfterValidator(check_goal)]
Ids = Annotated[list[TomlId], Expect("a list of ids in square brackets")]
Year = Annotated[int, Field(ge=1, le=YEARS)]
Teams = Annotated[int, Field(ge=1, le=SEATS)]
SUBJECTS = 200
"""Subjects of a pack. Britain's whole table of carbon factors by industry has about 100."""
MOST_GAMES = 9
"""Games of a campaign."""
PICTURES = Literal["region", "town", "school", "future", "climate", "together", "journey"]
"""What a list of packs may show: a picture that ships, never a file of the pack."""


class CategoryTable(Table):
    """[[category]]: a kind of need. Their order is that of the board."""

    id: TomlId
    title_en: TomlWords = Field(min_length=1, max_length=TITLE)
    title_cy: TomlWords = Field(default="", max_length=TITLE)


class SubjectTable(Table):
    """[[subject]]: what is bought, with its published carbon factor."""

    id: TomlId
    title_en: TomlWords = Field(min_length=1, max_length=TITLE)
    title_cy: TomlWords = Field(default="", max_length=TITLE)
    factor: float = Field(ge=0, le=100)  # kg CO2e for each pound
    sic: TomlWords = Field(default="", max_length=40)
    source: TomlWords = Field(default="", max_length=500)


class FrameworkTable(Table):
    """[framework]: the framework's own supplier, which is always there."""

    name_en: TomlWords = Field(default="National framework", min_length=1, max_length=TITLE)
    name_cy: TomlWords = Field(default="Fframwaith cenedlaethol", max_length=TITLE)
    line_en: TomlWords = Field(default="", max_length=STORY)
    line_cy: TomlWords = Field(default="", max_length=STORY)
    price_percent: int = Field(default=100, ge=50, le=200)
    quality: int = Field(default=3, ge=1, le=5)
    social_value: int = Field(default=0, ge=0, le=5)
    social_goal: TomlGoal = GOAL_WORDS[0]
    carbon_percent: int = Field(default=100, ge=1, le=200)
    reputation: int = Field(default=5, ge=1, le=6)
    local_percent: int = Field(default=25, ge=0, le=100)
    welsh: bool = True


class LeaveOutTable(Table):
    """[leave_out]: the cards of the extended pack that are left out, by their ids."""

    needs: Ids = Field(default=[], max_length=NEEDS)
    suppliers: Ids = Field(default=[], max_length=SUPPLIERS)
    events: Ids = Field(default=[], max_length=EVENTS + MARKS)
    projects: Ids = Field(default=[], max_length=PROJECTS)
    councils: Ids = Field(default=[], max_length=COUNCILS)


class BoardTable(Table):
    """[board]: how the board begins a game of this pack; whoever sits at it can change both."""

    timer_minutes: int = Field(default=0, ge=0, le=60)  # a team's time for a decision; 0: no timer
    language: Literal["", "en", "cy"] = ""  # empty: as the board is set


class CampaignTable(Table):
    """[campaign]: this pack is one game of several, in which labs and badges carry over from game to game."""

    id: TomlId
    title_en: TomlWords = Field(min_length=1, max_length=TITLE)
    title_cy: TomlWords = Field(default="", max_length=TITLE)
    game: int = Field(ge=1, le=MOST_GAMES)
    games: int = Field(ge=2, le=MOST_GAMES)
    next: TomlWords = ""  # the id of the pack of the next game; empty in the last one


class ScenarioFile(Table):
    """The whole of scenario.toml, laid over those of the packs it extends."""

    extends: TomlWords = ""
    leave_out: LeaveOutTable = LeaveOutTable()
    id: TomlId
    title_en: TomlWords = Field(min_length=1, max_length=TITLE)
    title_cy: TomlWords = Field(default="", max_length=TITLE)
    line_en: TomlWords = Field(default="", max_length=STORY)
    line_cy: TomlWords = Field(default="", max_length=STORY)
    level: int = Field(default=1, ge=1, le=5)
    ages: TomlWords = Field(default="", max_length=20)
    minutes: int = Field(default=50, ge=1, le=600)
    years: Year = 5
    years_offered: list[Year] = []
    teams: Teams = 4
    teams_least: Teams = 1
    teams_most: Teams = SEATS
    picture: PICTURES = "region"
    words: Literal["council", "school"] = "council"  # what a team runs, as the board calls it
    board: BoardTable = BoardTable()
    campaign: CampaignTable | None = None
    rules: RulesTable = RulesTable()
    weights: WeightsTable = WeightsTable()
    decks: DecksTable = DecksTable()
    routes: RoutesTable = RoutesTable()
    framework: FrameworkTable = FrameworkTable()
    category: list[CategoryTable] = Field(min_length=1, max_length=CATEGORIES)
    subject: list[SubjectTable] = Field(min_length=1, max_length=SUBJECTS)

    @property
    def offered(self) -> list[int]:
        """The years it can be played for."""
        return sorted(set(self.years_offered)) or [self.years]

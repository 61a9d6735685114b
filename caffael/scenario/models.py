"""The rows of the decks: one model each, its fields named as the columns. A column without a default is needed."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from caffael.rules.terms import COUNCILS, EVENTS, HOME_SUPPLIERS, MARKS, NEEDS, NONE, PROJECTS, SUPPLIERS
from caffael.scenario.cells import (
    CarbonClass,
    Categories,
    Category,
    GoalWord,
    Id,
    Kilograms,
    KindWord,
    Percent,
    Phrase,
    Pounds,
    PowerWord,
    Subject,
    Suppliers,
    ThemeWord,
    Whole,
    Words,
    YesNo,
)

TITLE = 80
STORY = 240
MOST_POUNDS = 50_000_000
MOST_KG = 50_000_000
SOURCE = "source"


class DeckRow(BaseModel):
    """A row of a deck."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)

    file: ClassVar[str]
    card: ClassVar[str]  # what one row is called
    most: ClassVar[int]  # rows that the card records have room for

    id: Id
    source: Words = Field(default="", max_length=500)


class NeedRow(DeckRow):
    """A row of needs.csv: what a public body must buy."""

    file: ClassVar[str] = "needs.csv"
    card: ClassVar[str] = "need"
    most: ClassVar[int] = NEEDS

    title_en: Words = Field(max_length=TITLE)
    title_cy: Words = Field(default="", max_length=TITLE)
    story_en: Words = Field(default="", max_length=STORY)
    story_cy: Words = Field(default="", max_length=STORY)
    category: Category
    subject: Subject
    theme: ThemeWord
    estimate_gbp: Pounds = Field(ge=1000, le=MOST_POUNDS)  # whole term
    term_years: Whole = Field(ge=1, le=4)
    carbon_kg: Kilograms = Field(default=NONE, ge=0, le=MOST_KG)  # a year; empty: from the factor of its subject
    prosperous: Whole = Field(default=0, ge=0, le=2)
    resilient: Whole = Field(default=0, ge=0, le=2)
    healthier: Whole = Field(default=0, ge=0, le=2)
    equal: Whole = Field(default=0, ge=0, le=2)
    cohesive: Whole = Field(default=0, ge=0, le=2)
    culture: Whole = Field(default=0, ge=0, le=2)
    global_: Whole = Field(default=0, ge=0, le=2, alias="global")
    main_goal: GoalWord
    urgency: Whole = Field(ge=1, le=3)
    urgency_goal: GoalWord
    public: YesNo
    saving_gbp: Pounds = Field(default=0, ge=0, le=MOST_POUNDS)  # a year, for good
    cut_kg: Kilograms = Field(default=0, ge=0, le=MOST_KG)  # a year, for good

    @property
    def goals(self) -> tuple[int, ...]:
        """The points it feeds each goal in a delivered year, in the order of the goals."""
        return (self.prosperous, self.resilient, self.healthier, self.equal, self.cohesive, self.culture, self.global_)


class SupplierRow(DeckRow):
    """A row of suppliers.csv: who may bid."""

    file: ClassVar[str] = "suppliers.csv"
    card: ClassVar[str] = "supplier"
    most: ClassVar[int] = SUPPLIERS

    name: Words = Field(max_length=TITLE)
    kind: KindWord
    supported: YesNo = False
    categories: Categories
    price_percent: Percent = Field(ge=50, le=200)
    quality: Whole = Field(ge=1, le=5)
    social: Whole = Field(ge=0, le=5)
    social_goal: GoalWord
    carbon_percent: CarbonClass
    reputation: Whole = Field(ge=1, le=6)
    capacity: Whole = Field(ge=1, le=20)
    largest_gbp: Pounds = Field(default=0, ge=1000, le=MOST_POUNDS)  # empty: any size
    local_percent: Percent = Field(ge=0, le=100)
    welsh: YesNo
    line_en: Words = Field(default="", max_length=STORY)
    line_cy: Words = Field(default="", max_length=STORY)


class EventRow(DeckRow):
    """A row of events.csv: an event of the year, or the climate event of a carbon mark."""

    file: ClassVar[str] = "events.csv"
    card: ClassVar[str] = "event"
    most: ClassVar[int] = EVENTS + MARKS

    title_en: Words = Field(max_length=TITLE)
    title_cy: Words = Field(default="", max_length=TITLE)
    story_en: Words = Field(default="", max_length=STORY)
    story_cy: Words = Field(default="", max_length=STORY)
    mark: Whole = Field(default=0, ge=0, le=MARKS)  # 0: the yearly deck
    effect_1: Phrase | None = None
    effect_2: Phrase | None = None
    effect_3: Phrase | None = None
    effect_4: Phrase | None = None


class ProjectRow(DeckRow):
    """A row of projects.csv: an innovation project."""

    file: ClassVar[str] = "projects.csv"
    card: ClassVar[str] = "project"
    most: ClassVar[int] = PROJECTS

    title_en: Words = Field(max_length=TITLE)
    title_cy: Words = Field(default="", max_length=TITLE)
    story_en: Words = Field(default="", max_length=STORY)
    story_cy: Words = Field(default="", max_length=STORY)
    days: Whole = Field(ge=0, le=20)
    cost_gbp: Pounds = Field(ge=0, le=MOST_POUNDS)
    prize_gbp: Pounds = Field(default=0, ge=0, le=MOST_POUNDS)
    lab_procurement: Whole = Field(default=0, ge=0, le=3)
    lab_adaption: Whole = Field(default=0, ge=0, le=3)
    lab_data: Whole = Field(default=0, ge=0, le=3)
    power: PowerWord
    target: Category = NONE
    amount: Whole
    power_en: Words = Field(max_length=STORY)
    power_cy: Words = Field(default="", max_length=STORY)


class CouncilRow(DeckRow):
    """A row of councils.csv: how one of the councils differs."""

    file: ClassVar[str] = "councils.csv"
    card: ClassVar[str] = "council"
    most: ClassVar[int] = COUNCILS

    name_en: Words = Field(max_length=TITLE)
    name_cy: Words = Field(default="", max_length=TITLE)
    population: Whole = Field(default=0, ge=0, le=100_000_000)
    budget_gbp: Pounds = Field(ge=0, le=MOST_POUNDS)
    grant_gbp: Pounds = Field(ge=0, le=MOST_POUNDS)  # a year
    estate_kg: Kilograms = Field(default=0, ge=0, le=MOST_KG)  # a year
    first_category: Category = NONE
    home: Suppliers = Field(default=(), max_length=HOME_SUPPLIERS)
    lab_procurement: Whole = Field(default=0, ge=0, le=3)  # levels it begins with
    lab_adaption: Whole = Field(default=0, ge=0, le=3)
    lab_data: Whole = Field(default=0, ge=0, le=3)
    map_column: Whole = Field(ge=0, le=20)
    map_row: Whole = Field(ge=0, le=20)
    line_en: Words = Field(default="", max_length=STORY)
    line_cy: Words = Field(default="", max_length=STORY)


DECKS: tuple[type[DeckRow], ...] = (NeedRow, SupplierRow, EventRow, ProjectRow, CouncilRow)


def deck_of(model: type[DeckRow]) -> str:
    """What a deck is called: its file without the ending."""
    return model.file.removesuffix(".csv")


def columns_of(model: type[DeckRow]) -> list[str]:
    """The columns a deck may have, the source of its facts last."""
    names = [info.alias or name for name, info in model.model_fields.items()]
    return [*(name for name in names if name != SOURCE), SOURCE]


def needed_columns(model: type[DeckRow]) -> list[str]:
    """The columns a deck must have."""
    return [info.alias or name for name, info in model.model_fields.items() if info.is_required()]

"""The rows of the decks: one model each, its fields named as the columns. A column without a default is needed."""

from collections.abc import Callable
from functools import cache
from typing import ClassVar, get_args

from pydantic import BaseModel, ConfigDict, Field

from caffael.rules.terms import COUNCILS, EVENTS, HOME_SUPPLIERS, MARKS, NEEDS, NONE, PROJECTS, SUPPLIERS
from caffael.scenario.cells import (
    CarbonClass,
    Categories,
    Category,
    Expect,
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
from caffael.scenario.read.letters import trimmed

TITLE = 80
STORY = 240
MOST_POUNDS = 50_000_000
MOST_KG = 50_000_000
MAP = 20
"""The last column and row of the map."""
SOURCE = "source"


class DeckRow(BaseModel):
    """A row of a deck."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)

    file: ClassVar[str]
    card: ClassVar[str]  # what one row is called
    most: ClassVar[int]  # rows that the card records have room for

    id: Id = Field(
        description="Its name for the files: small letters, figures and hyphens, unlike any other in the deck. Saved games go by it."
    )
    source: Words = Field(default="", max_length=500, description="Where the facts of the row come from, or that they are invented.")


class NeedRow(DeckRow):
    """A row of needs.csv: what a public body must buy."""

    file: ClassVar[str] = "needs.csv"
    card: ClassVar[str] = "need"
    most: ClassVar[int] = NEEDS

    title_en: Words = Field(max_length=TITLE, description="What is bought, in English, as it stands on the card.")
    title_cy: Words = Field(default="", max_length=TITLE, description="The same in Welsh.")
    story_en: Words = Field(default="", max_length=STORY, description="One or two plain sentences for the card, in English.")
    story_cy: Words = Field(default="", max_length=STORY, description="The same in Welsh.")
    category: Category = Field(
        description="The kind of need: the id of a category of scenario.toml. Only suppliers of this category may bid."
    )
    subject: Subject = Field(description="What the money is spent on: the id of a subject of scenario.toml, which gives the carbon factor.")
    theme: ThemeWord = Field(description="Which of the two themes of the game it belongs to.")
    estimate_gbp: Pounds = Field(ge=1000, le=MOST_POUNDS, description="What it is expected to cost over its whole term, in pounds.")
    term_years: Whole = Field(ge=1, le=4, description="For how many years the contract runs.")
    carbon_kg: Kilograms = Field(
        default=NONE,
        ge=0,
        le=MOST_KG,
        description="What the old way emits in a year, in kg CO2e. Left empty: the yearly spend times the factor of its subject.",
    )
    prosperous: Whole = Field(default=0, ge=0, le=2, description="Points for a prosperous Wales in each year it is delivered.")
    resilient: Whole = Field(default=0, ge=0, le=2, description="Points for a resilient Wales in each year it is delivered.")
    healthier: Whole = Field(default=0, ge=0, le=2, description="Points for a healthier Wales in each year it is delivered.")
    equal: Whole = Field(default=0, ge=0, le=2, description="Points for a more equal Wales in each year it is delivered.")
    cohesive: Whole = Field(default=0, ge=0, le=2, description="Points for cohesive communities in each year it is delivered.")
    culture: Whole = Field(default=0, ge=0, le=2, description="Points for culture and the Welsh language in each year it is delivered.")
    global_: Whole = Field(
        default=0, ge=0, le=2, alias="global", description="Points for a globally responsible Wales in each year it is delivered."
    )
    main_goal: GoalWord = Field(
        description="The goal it is there for: quality 5 adds a point to it in a year, quality 1 or 2 takes one off."
    )
    urgency: Whole = Field(ge=1, le=3, description="Points that its urgency goal loses in each year in which the need stays open.")
    urgency_goal: GoalWord = Field(description="The goal that suffers while the need stays open.")
    public: YesNo = Field(description="Whether the public meets the service, so that it must be given in Welsh too.")
    saving_gbp: Pounds = Field(
        default=0,
        ge=0,
        le=MOST_POUNDS,
        description="Invest to save: what the council saves every year, for good, once the contract has run its term, in pounds.",
    )
    cut_kg: Kilograms = Field(
        default=0,
        ge=0,
        le=MOST_KG,
        description="Invest to save: how much less the council's own estate emits every year, for good, after the term, in kg CO2e.",
    )
    buyer_en: Words = Field(default="", max_length=TITLE, description="Who really asked for bids for it, in English.")
    buyer_cy: Words = Field(default="", max_length=TITLE, description="The same in Welsh.")
    asked_price: Whole = Field(
        default=0,
        ge=0,
        le=100,
        description="The weight that the real buyer gave the price, in percent. The four make 100, or all are empty.",
    )
    asked_quality: Whole = Field(default=0, ge=0, le=100, description="The weight that the real buyer gave quality, in percent.")
    asked_social_value: Whole = Field(default=0, ge=0, le=100, description="The weight that the real buyer gave social value, in percent.")
    asked_environment: Whole = Field(
        default=0,
        ge=0,
        le=100,
        description="The weight that the real buyer gave the environment, in percent; here it counts as carbon.",
    )

    @property
    def asked(self) -> tuple[int, ...]:
        """The weights that the real buyer gave, in the order of the criteria; empty where they are not known."""
        weights = (self.asked_price, self.asked_quality, self.asked_social_value, self.asked_environment)
        return weights if any(weights) else ()

    @property
    def goals(self) -> tuple[int, ...]:
        """The points it feeds each goal in a delivered year, in the order of the goals."""
        return (self.prosperous, self.resilient, self.healthier, self.equal, self.cohesive, self.culture, self.global_)


class SupplierRow(DeckRow):
    """A row of suppliers.csv: who may bid."""

    file: ClassVar[str] = "suppliers.csv"
    card: ClassVar[str] = "supplier"
    most: ClassVar[int] = SUPPLIERS

    name: Words = Field(max_length=TITLE, description="Its name, the same in both languages.")
    kind: KindWord = Field(description="What kind of supplier it is. Micro, sme and social-enterprise are the small ones.")
    supported: YesNo = Field(
        default=False, description="Whether it is a supported employment provider, to which a contract may be reserved."
    )
    categories: Categories = Field(description="What it can supply: ids of categories of scenario.toml, separated by blanks.")
    price_percent: Percent = Field(ge=50, le=200, description="What it asks, in percent of a need's estimate.")
    quality: Whole = Field(ge=1, le=5, description="How good its work is: 1 is poor, 5 is excellent.")
    social: Whole = Field(
        ge=0,
        le=5,
        description="How much social value it offers, from none to 5. Managed, 2 or 3 bring its goal a point a year, and 4 or 5 two.",
    )
    social_goal: GoalWord = Field(description="The goal that its social value feeds.")
    carbon_percent: CarbonClass = Field(description="What it emits, in percent of the old way.")
    reputation: Whole = Field(ge=1, le=6, description="How reliable it is said to be, out of 6. Its track record moves this up or down.")
    capacity: Whole = Field(ge=1, le=20, description="How many contracts it can run at once.")
    largest_gbp: Pounds = Field(
        default=0, ge=1000, le=MOST_POUNDS, description="The largest estimate it can take on, in pounds. Left empty: any size."
    )
    local_percent: Percent = Field(ge=0, le=100, description="How much of the money stays in the region, in percent.")
    welsh: YesNo = Field(description="Whether it works in Welsh too.")
    line_en: Words = Field(default="", max_length=STORY, description="One line about it for the card, in English.")
    line_cy: Words = Field(default="", max_length=STORY, description="The same in Welsh.")


class EventRow(DeckRow):
    """A row of events.csv: an event of the year, or the climate event of a carbon mark."""

    file: ClassVar[str] = "events.csv"
    card: ClassVar[str] = "event"
    most: ClassVar[int] = EVENTS + MARKS

    title_en: Words = Field(max_length=TITLE, description="What happens, in English.")
    title_cy: Words = Field(default="", max_length=TITLE, description="The same in Welsh.")
    story_en: Words = Field(default="", max_length=STORY, description="One or two plain sentences for the card, in English.")
    story_cy: Words = Field(default="", max_length=STORY, description="The same in Welsh.")
    mark: Whole = Field(
        default=0, ge=0, le=MARKS, description="0 for an event of the yearly deck; 1 to 4 for the climate event of that carbon mark."
    )
    effect_1: Phrase | None = Field(
        default=None, description='What it does, such as "budget -20000", "price transport 8" or "goal culture 1 if budget below 200000".'
    )
    effect_2: Phrase | None = Field(default=None, description="A second thing that it does.")
    effect_3: Phrase | None = Field(default=None, description="A third thing that it does.")
    effect_4: Phrase | None = Field(default=None, description="A fourth thing that it does.")


class ProjectRow(DeckRow):
    """A row of projects.csv: an innovation project."""

    file: ClassVar[str] = "projects.csv"
    card: ClassVar[str] = "project"
    most: ClassVar[int] = PROJECTS

    title_en: Words = Field(max_length=TITLE, description="What the project is called, in English.")
    title_cy: Words = Field(default="", max_length=TITLE, description="The same in Welsh.")
    story_en: Words = Field(default="", max_length=STORY, description="One or two plain sentences for the card, in English.")
    story_cy: Words = Field(default="", max_length=STORY, description="The same in Welsh.")
    days: Whole = Field(ge=0, le=20, description="Officer days it takes.")
    cost_gbp: Pounds = Field(ge=0, le=MOST_POUNDS, description="What it costs the council, in pounds.")
    prize_gbp: Pounds = Field(
        default=0, ge=0, le=MOST_POUNDS, description="What the Challenge Fund pays the first council to finish it, in pounds."
    )
    lab_procurement: Whole = Field(default=0, ge=0, le=3, description="The level of the procurement lab that it needs.")
    lab_adaption: Whole = Field(default=0, ge=0, le=3, description="The level of the adaption lab that it needs.")
    lab_data: Whole = Field(default=0, ge=0, le=3, description="The level of the data lab that it needs.")
    power: PowerWord = Field(description="What it does for good.")
    target: Category = Field(
        default=NONE, description="The category that its power is about, for powers that have one: cleaner-category, income and feeds."
    )
    amount: Whole = Field(description="How much its power does: percent less carbon, pounds a year, suppliers more or points.")
    power_en: Words = Field(max_length=STORY, description="One sentence that says what the power does, in English.")
    power_cy: Words = Field(default="", max_length=STORY, description="The same in Welsh.")


class CouncilRow(DeckRow):
    """A row of councils.csv: how one of the councils differs."""

    file: ClassVar[str] = "councils.csv"
    card: ClassVar[str] = "council"
    most: ClassVar[int] = COUNCILS

    name_en: Words = Field(max_length=TITLE, description="Its name in English.")
    name_cy: Words = Field(default="", max_length=TITLE, description="Its name in Welsh.")
    population: Whole = Field(default=0, ge=0, le=100_000_000, description="How many people it serves, for the card. 0: not shown.")
    budget_gbp: Pounds = Field(ge=0, le=MOST_POUNDS, description="The money it begins with, in pounds.")
    grant_gbp: Pounds = Field(ge=0, le=MOST_POUNDS, description="The money it gets every year, in pounds.")
    estate_kg: Kilograms = Field(default=0, ge=0, le=MOST_KG, description="What its own buildings and vehicles emit in a year, in kg CO2e.")
    first_category: Category = Field(default=NONE, description="The category of the first need that it draws. Left empty: any.")
    home: Suppliers = Field(
        default=(),
        max_length=HOME_SUPPLIERS,
        description="Up to three suppliers whose track records it knows from the start: their ids, separated by blanks.",
    )
    lab_procurement: Whole = Field(default=0, ge=0, le=3, description="The level of the procurement lab that it begins with.")
    lab_adaption: Whole = Field(default=0, ge=0, le=3, description="The level of the adaption lab that it begins with.")
    lab_data: Whole = Field(default=0, ge=0, le=3, description="The level of the data lab that it begins with.")
    map_column: Whole = Field(ge=0, le=MAP, description="Where it lies on the map, from the left, in half-steps of hexagons.")
    map_row: Whole = Field(ge=0, le=MAP, description="Where it lies on the map, from the top.")
    line_en: Words = Field(default="", max_length=STORY, description="One line about it for the card, in English.")
    line_cy: Words = Field(default="", max_length=STORY, description="The same in Welsh.")


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


@cache
def plainly(model: type[DeckRow]) -> dict[str, Callable[[str], str]]:
    """What a cell of each column means, however it is written (see `Expect`)."""
    found: dict[str, Callable[[str], str]] = {}
    for name, info in model.model_fields.items():
        inner = [note for part in get_args(info.annotation) for note in getattr(part, "__metadata__", ())]  # of a cell that may be empty
        expect = next((note for note in (*info.metadata, *inner) if isinstance(note, Expect)), None)
        found[info.alias or name] = expect.plain if expect else trimmed
    return found

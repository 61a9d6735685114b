"""The tables of scenario.toml that hold the numbers of the rules: rules, weights, decks, routes.

Every field may be left out; then the default of the card records counts. Names carry their unit where there is one.
"""

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from caffael.rules.cards import Settings
from caffael.rules.terms import CRITERIA, LABS, REGISTER, ROW, TRAY, WEIGHTS, Criterion, Lab, Route
from caffael.scenario.cells import TomlId, TomlWords
from caffael.scenario.models import TITLE

STANDARD = Settings()
MOST_POUNDS = 1_000_000_000
MOST_KG = 1_000_000_000

Share = Annotated[int, Field(ge=0, le=100)]
Feeds = Annotated[int, Field(ge=-5, le=5)]
"""Points for a goal in one delivered year."""


class TomlTable(BaseModel):
    """A table of scenario.toml: nothing unknown in it, no value of another type, no infinity."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)

    @field_validator("*", mode="before")
    @classmethod
    def _in_small_letters(cls, value: object, info: ValidationInfo) -> object:
        """One of a few words, whatever its capitals."""
        words = get_args(cls.model_fields[info.field_name or ""].annotation)
        return value.lower() if isinstance(value, str) and value.lower() in words else value


def number(name: str, least: int, most: int, description: str, alias: str | None = None) -> Any:
    """A number of the settings, by its name there; left out it is the standard game's."""
    return Field(default=getattr(STANDARD, name), alias=alias, ge=least, le=most, description=description)


def switch(name: str, description: str, alias: str | None = None) -> Any:
    """A switch of the settings, likewise."""
    return Field(default=bool(getattr(STANDARD, name)), alias=alias, description=description)


def points_by(name: str, length: int, description: str, alias: str) -> Any:
    """A row of points of the settings, by quality or by social value."""
    return Field(default=getattr(STANDARD, name), alias=alias, min_length=length, max_length=length, description=description)


class RulesTable(TomlTable):
    """[rules]: every number of the rules and every switch. The fields have the names of the settings, the aliases those of the file."""

    tray: int = number("tray", 1, TRAY, "Open needs that a council can hold in its tray.", "open_needs_most")
    register_: int = number("register", 1, REGISTER, "Contracts that a council can run at once.", "contracts_most")
    draw: int = number("draw", 0, TRAY, "Needs that each council draws in a year, from the second on.", "needs_drawn_a_year")
    first_draw: int = number("first_draw", 1, TRAY, "Needs that each council draws in the first year.", "needs_drawn_in_first_year")
    market: int = number("market", 1, ROW, "Suppliers that lie face up in the market.", "suppliers_in_market")
    leave: int = number("leave", 0, ROW, "Idle suppliers that leave when a year opens, from the second on.", "suppliers_leave_a_year")
    days: int = number("days", 1, 30, "Officer days that each council has in a year.", "officer_days_a_year")
    goal_start: int = number("goal_start", 0, 100, "Where each of the seven goals starts on its track.")
    goal_most: int = number("goal_most", 1, 100, "The end of the goal tracks; what would pass it is lost.")
    carbon_budget: int = Field(
        default=STANDARD.carbon_budget // STANDARD.years,
        alias="carbon_budget_kg_a_year",
        ge=1,
        le=MOST_KG,
        description="What each council may emit in a year, in kg CO2e. The region's budget is this times its councils and the years.",
    )
    marks: list[int] = Field(
        default=[25, 50, 75, 100],
        alias="marks_percent",
        description="The four carbon marks, in percent of the region's carbon budget, from the lowest. Each brings its climate event.",
    )
    fund: int = number(
        "fund",
        0,
        MOST_POUNDS,
        "What lies in the Challenge Fund at first, in pounds. It pays the first council to finish an innovation project.",
        "fund_gbp",
    )
    framework_uses: int = number("framework_uses", 0, 100, "How often each council may buy through the framework in a game.")
    quotes_most: int = number("quotes_most", 1, ROW, "How many suppliers are asked for quotes.", "quotes_bidders_most")
    local_share: int = number(
        "local_share", 0, 100, "From this share of local money on a supplier counts as local, in percent.", "local_share_percent"
    )
    load: int = number(
        "load",
        0,
        100,
        "How much dearer a bid is for each contract that the supplier already runs, in percent of the estimate.",
        "load_percent",
    )
    price_slope: int = number(
        "price_slope", 1, 100, "Points lost on the price for each 1 % above the lowest bid.", "price_points_per_percent"
    )
    carbon_slope: int = number(
        "carbon_slope", 1, 100, "Points lost on carbon for each 1 % of the old way above the cleanest bid.", "carbon_points_per_percent"
    )
    price_ratio: bool = switch(
        "price_ratio",
        "true: the price scores lowest bid / bid times 100. false: it loses points for each percent above the lowest bid.",
        "price_by_ratio",
    )
    engage_days: int = number("engage_days", 0, 30, "Officer days for engaging the market before a tender.")
    engage_social: int = number(
        "engage_social", 0, 5, "How much more social value suppliers offer once the market was engaged.", "engage_social_value"
    )
    engage_bonus: int = number("engage_bonus", 0, 6, "What engaging adds to the check of the contract's first year.", "engage_check_bonus")
    partner_days: int = number("partner_days", 0, 30, "Officer days that the partner in a joint tender gives.", "joint_partner_days")
    joint_carbon: int = number(
        "joint_carbon", -100, 100, "What a joint contract emits more or less, in percent of the old way.", "joint_carbon_percent"
    )
    managed_bonus: int = number("managed_bonus", 0, 6, "What managing a contract adds to its check of the year.", "managed_check_bonus")
    emergency_cover: int = number(
        "emergency_cover",
        0,
        100,
        "How much dearer a missed year is, because of emergency cover, in percent of the payment.",
        "emergency_cover_percent",
    )
    misses_most: int = number("misses_most", 1, 10, "Missed checks that end a contract.", "misses_end_contract")
    flexible_reliability: int = number(
        "flexible_reliability", -6, 6, "What the competitive flexible procedure adds to a supplier's reliability; below 0 it takes away."
    )
    reserved_equal: int = number(
        "reserved_equal", 0, 5, "Points for more equal in each reached year of a reserved contract.", "reserved_feeds_equal"
    )
    badge_points: int = number("badge_points", 0, 100, "Points for each badge at the end.")
    money_step: int = number(
        "money_step", 1, MOST_POUNDS, "A point at the end for each full amount of money left, in pounds.", "money_point_gbp"
    )
    debt_step: int = number(
        "debt_step", 1, MOST_POUNDS, "A point lost at the end for each started amount of debt, in pounds.", "debt_point_gbp"
    )
    unmet_points: int = number("unmet_points", 0, 100, "Points lost at the end for each need left unmet.")
    notice_points: int = number("notice_points", 0, 100, "Points lost at the end for each Section 114 notice.")
    lowest_times: int = number("lowest_times", 0, 100, "How many times more the lowest goal counts at the end.", "lowest_goal_times")
    involvement: int = number(
        "involvement", 1, 100, "How often a council must engage the market to win the badge of involvement.", "involvement_engagements"
    )
    long_term: int = number("long_term", 1, 4, "How many years a contract must run to win the badge of the long term.", "long_term_years")
    over_step: int = number(
        "over_step",
        1,
        100,
        "Gentle end: a point lost for each full so many percent over one's own share of carbon.",
        "over_share_point_percent",
    )
    shared_target: int = number(
        "shared_target", 0, 1000, "Shared end: the mean score that all councils together need, in points.", "shared_target_points"
    )
    ending: Literal["gentle", "hard", "shared"] = Field(
        default="gentle",
        description="When the region is over its carbon budget: gentle, points are lost; hard, nobody wins; shared, all lose together.",
    )
    management: Literal["off", "choice", "automatic"] = Field(
        default="choice",
        description="How contracts are managed: choice, by the councils; off, promises are kept whole; automatic, all are.",
    )
    labs: bool = switch("labs", "Whether councils can train in the three labs. Off, routes and projects ask for no lab levels.")
    projects: bool = switch("projects", "Whether there are innovation projects.")
    events: bool = switch("events", "Whether each year brings an event.")
    climate_events: bool = switch("climate_events", "Whether carbon marks bring climate events.")
    track_records: bool = switch("track_records", "Whether suppliers have track records. Off, each is as reliable as its reputation.")
    bid_cards: bool = switch("bid_cards", "Whether bids differ a little from the printed price.")
    engagement: bool = switch("engagement", "Whether councils can engage the market before a tender.")
    own_carbon: bool = switch("own_carbon", "Whether each council's yearly carbon moves its own goals.")
    welsh_duty: bool = switch("welsh_duty", "Whether services that the public meets must be given in Welsh too.")
    badges: bool = switch("badges", "Whether the five ways of working bring badges.")
    section_114: bool = switch(
        "section_114", "Whether a budget below zero brings a Section 114 notice, which stops new spending for a year."
    )
    carbon: bool = switch("carbon", "Whether carbon is counted and weighed at all.")
    needs_leave: bool = switch(
        "needs_leave", "Whether needs that a council leaves unbought go under their deck when the next year opens. false: they stay."
    )
    quality_feeds: list[Feeds] = points_by(
        "quality_feeds", 5, "Points for the need's main goal in a reached year, by quality from 1 to 5.", "quality_points"
    )
    social_kept: list[Feeds] = points_by(
        "social_kept",
        6,
        "Points for the supplier's goal in a reached year that is managed, by social value from 0 to 5.",
        "social_value_points",
    )
    social_loose: list[Feeds] = points_by(
        "social_loose", 6, "The same in a reached year that nobody manages.", "social_value_points_not_managed"
    )
    check_sum: int = number(
        "check_sum", 2, 12, "What a delivery card, its bonuses and the supplier's reliability must come to, so that a year is reached."
    )
    adaption_later: int = number(
        "adaption_later",
        0,
        3,
        "What the adaption lab, at any level, adds to the checks of a contract after its first year.",
        "adaption_check_bonus_later",
    )
    over_points: int = number(
        "over_points", 0, 100, "Gentle end: points lost by who is over its own share of carbon, by however much.", "over_share_points"
    )
    sealed: bool = switch(
        "sealed",
        "Whether all councils write their tenders at the same time, in sealed envelopes that are opened together. false: in turns.",
        "sealed_tenders",
    )
    refresh: bool = switch("refresh", "Whether suppliers come and go each year. false: those of the first year stay.", "market_refresh")
    asymmetric: bool = Field(
        default=True,
        description="Whether councils differ. false: all have the money and estate of the first, any first need and no home suppliers.",
    )


class Limits(TomlTable):
    """How much of the weight one criterion may have, in percent."""

    low: int = Field(default=0, alias="min", ge=0, le=100, description="The least weight it may have, in percent.")
    high: int = Field(default=70, alias="max", ge=0, le=100, description="The most weight it may have, in percent.")


class PriceLimits(Limits):
    """How much of the weight the price may have, in percent."""

    low: int = Field(default=10, alias="min", ge=0, le=100, description="The least weight it may have, in percent.")


class WeightCardTable(TomlTable):
    """[[weights.card]]: one way to weigh that has a name, in percent. With cards a council chooses one of them and nothing else."""

    id: TomlId = Field(description="Its name for the files: small letters, figures and hyphens.")
    title_en: TomlWords = Field(min_length=1, max_length=TITLE, description="What it is called, in English.")
    title_cy: TomlWords = Field(default="", max_length=TITLE, description="The same in Welsh.")
    price: Share = Field(default=0, description="The weight of the price, in percent.")
    quality: Share = Field(default=0, description="The weight of quality, in percent.")
    social_value: Share = Field(default=0, description="The weight of social value, in percent.")
    carbon: Share = Field(default=0, description="The weight of carbon, in percent.")

    def weights(self) -> tuple[int, ...]:
        """The weights in the order of the criteria."""
        return (self.price, self.quality, self.social_value, self.carbon)


class WeightsTable(TomlTable):
    """[weights]: what a council may publish. With weight cards the step, the limits and the number of criteria don't count."""

    step_percent: Literal[5, 10, 20, 25, 50] = Field(default=10, description="The steps in which weights are shared out, in percent.")
    criteria_at_least: int | None = Field(
        default=None, ge=1, le=4, description="How many criteria must have a weight. Left out: three, or as many as there are."
    )
    people: bool = Field(
        default=bool(STANDARD.people),
        description="true: quality and social value are one criterion, people, and the limits of quality count for it.",
    )
    card: list[WeightCardTable] = Field(
        default=[],
        max_length=WEIGHTS,
        description="Ways to weigh that have names. With cards a council chooses one of them, and step and limits don't count.",
    )
    price: PriceLimits = Field(default=PriceLimits(), description="How much weight the price may have.")
    quality: Limits = Field(default=Limits(), description="How much weight quality may have.")
    social_value: Limits = Field(default=Limits(), description="How much weight social value may have.")
    carbon: Limits = Field(default=Limits(), description="How much weight carbon may have.")


class DecksTable(TomlTable):
    """[decks]: the plain decks, each a table of value = copies."""

    bid_cards: dict[str, int] = Field(
        default={"-8": 12, "-4": 12, "0": 12, "4": 12, "8": 12},
        description="The bid cards: percent of the estimate on top of a supplier's price = copies.",
    )
    delivery_cards: dict[str, int] = Field(
        default={str(value): 10 for value in range(1, 7)}, description="The delivery cards: value from 1 to 6 = copies."
    )
    track_records: dict[str, int] = Field(
        default={"-2": 10, "-1": 20, "0": 20, "1": 20, "2": 10},
        description="The track records: from -2 to 2 on a supplier's reputation = copies. There must be one for each supplier.",
    )


class LabLevels(TomlTable):
    """The lab levels that a route asks for."""

    procurement: int = Field(default=0, ge=0, le=3, description="The level of the procurement lab.")
    adaption: int = Field(default=0, ge=0, le=3, description="The level of the adaption lab.")
    data: int = Field(default=0, ge=0, le=3, description="The level of the data lab.")

    def levels(self) -> list[int]:
        """The levels in the order of the labs."""
        row = [0] * LABS
        row[Lab.PROCUREMENT] = self.procurement
        row[Lab.ADAPTION] = self.adaption
        row[Lab.DATA] = self.data
        return row


class RouteTable(TomlTable):
    """[routes.NAME]: what a route costs and asks. What is left out has its usual number, STANDARD_ROUTES."""

    on: bool | None = Field(default=None, description="Whether there is this way to buy.")
    days: int | None = Field(default=None, ge=0, le=30, description="Officer days that a tender takes.")
    price_points: int | None = Field(
        default=None, ge=-100, le=100, description="What every bid is dearer (below 0: cheaper), in percent of the estimate."
    )
    labs: LabLevels | None = Field(default=None, description="The lab levels that a council needs for it.")
    largest_gbp: int | None = Field(
        default=None, ge=0, le=MOST_POUNDS, description="The largest estimate that may be bought this way, in pounds; 0 is any."
    )


STANDARD_ROUTES = {
    Route.OPEN: (2, 0, LabLevels(), 0),
    Route.QUOTES: (1, 0, LabLevels(), 170_000),
    Route.FRAMEWORK: (1, 0, LabLevels(), 0),
    Route.LOTS: (3, 4, LabLevels(procurement=1), 0),
    Route.RESERVED: (2, 0, LabLevels(procurement=1), 0),
    Route.FLEXIBLE: (3, 3, LabLevels(procurement=2, adaption=1), 0),
    Route.DIRECT: (1, 5, LabLevels(), 0),
    Route.JOINT: (2, -10, LabLevels(procurement=2), 0),
}
"""Days, price points, labs and largest value of each route in the standard game."""


class RoutesTable(TomlTable):
    """[routes]: the ways to buy."""

    open: RouteTable = Field(default=RouteTable(), description="The open procedure: every supplier of the market that can may bid.")
    quotes: RouteTable = Field(default=RouteTable(), description="Quotes from the first few suppliers, for small needs.")
    framework: RouteTable = Field(default=RouteTable(), description="Buying through the national framework, without competition.")
    lots: RouteTable = Field(
        default=RouteTable(), description="The open procedure in lots, so that small suppliers can bid for large needs."
    )
    reserved: RouteTable = Field(default=RouteTable(), description="A contract reserved for supported employment providers.")
    flexible: RouteTable = Field(default=RouteTable(), description="The competitive flexible procedure.")
    direct: RouteTable = Field(
        default=RouteTable(), description="A direct award to one supplier, where an emergency or a failed tender allows it."
    )
    joint: RouteTable = Field(default=RouteTable(), description="A joint tender of two councils.")


STANDARD_CRITERIA = 3


def criteria_of(table: WeightsTable, rules: RulesTable) -> list[Limits | None]:
    """The limits of each criterion in their order; None for one that is not weighed in this scenario."""
    row: list[Limits | None] = [None] * CRITERIA
    row[Criterion.PRICE] = table.price
    row[Criterion.QUALITY] = table.quality
    row[Criterion.SOCIAL_VALUE] = None if table.people else table.social_value
    row[Criterion.CARBON] = table.carbon if rules.carbon else None
    return row


def criteria_needed(table: WeightsTable, rules: RulesTable) -> int:
    """How many criteria must have a weight: as the scenario says, else three, or as many as there are."""
    if table.criteria_at_least is not None:
        return table.criteria_at_least
    return min(STANDARD_CRITERIA, sum(limits is not None for limits in criteria_of(table, rules)))


def all_weights(table: WeightsTable, rules: RulesTable) -> list[tuple[int, ...]]:
    """Every row of four weights that steps, limits and the number of criteria allow, from the smallest price weight up.

    A scenario with weight cards allows these alone, in their own order.
    """
    if table.card:
        return [card.weights() for card in table.card]
    criteria = criteria_of(table, rules)
    needed = criteria_needed(table, rules)
    rows: list[tuple[int, ...]] = [()]
    for place, limits in enumerate(criteria):
        longer = []
        for row in rows:
            left = 100 - sum(row)
            choices = range(0, left + 1, table.step_percent) if place < CRITERIA - 1 else (left,)
            longer += [(*row, weight) for weight in choices if allowed(weight, limits)]
        rows = longer
    return [row for row in rows if sum(weight > 0 for weight in row) >= needed]


def allowed(weight: int, limits: Limits | None) -> bool:
    """Whether a criterion may have this weight."""
    return weight == 0 if limits is None else limits.low <= weight <= limits.high

"""The tables of scenario.toml that hold the numbers of the rules: rules, weights, decks, routes.

Every field may be left out; then the default of the card records counts. Names carry their unit where there is one.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from caffael.rules.records import Settings
from caffael.rules.terms import LABS, REGISTER, ROW, TRAY, WEIGHTS, Lab, Route
from caffael.scenario.cells import TomlId, TomlWords
from caffael.scenario.models import TITLE

STANDARD = Settings()
MOST_POUNDS = 1_000_000_000
MOST_KG = 1_000_000_000

Points = Annotated[int, Field(ge=0, le=100)]
Share = Annotated[int, Field(ge=0, le=100)]


class Table(BaseModel):
    """A table of scenario.toml: nothing unknown in it, no value of another type, no infinity."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)


class RulesTable(Table):
    """[rules]: every number of the rules and every switch. The fields have the names of the settings, the aliases those of the file."""

    tray: int = Field(default=STANDARD.tray, alias="open_needs_most", ge=1, le=TRAY)
    register_: int = Field(default=STANDARD.register, alias="contracts_most", ge=1, le=REGISTER)
    draw: int = Field(default=STANDARD.draw, alias="needs_drawn_a_year", ge=0, le=TRAY)
    first_draw: int = Field(default=STANDARD.first_draw, alias="needs_drawn_in_first_year", ge=1, le=TRAY)
    market: int = Field(default=STANDARD.market, alias="suppliers_in_market", ge=1, le=ROW)
    leave: int = Field(default=STANDARD.leave, alias="suppliers_leave_a_year", ge=0, le=ROW)
    days: int = Field(default=STANDARD.days, alias="officer_days_a_year", ge=1, le=30)
    goal_start: int = Field(default=STANDARD.goal_start, ge=0, le=100)
    goal_most: int = Field(default=STANDARD.goal_most, ge=1, le=100)
    carbon_budget: int = Field(default=STANDARD.carbon_budget // STANDARD.years, alias="carbon_budget_kg_a_year", ge=1, le=MOST_KG)
    marks: list[int] = Field(default=[25, 50, 75, 100], alias="marks_percent")
    fund: int = Field(default=STANDARD.fund, alias="fund_gbp", ge=0, le=MOST_POUNDS)
    framework_uses: int = Field(default=STANDARD.framework_uses, ge=0, le=100)
    quotes_most: int = Field(default=STANDARD.quotes_most, alias="quotes_bidders_most", ge=1, le=ROW)
    local_share: Share = Field(default=STANDARD.local_share, alias="local_share_percent")
    load: Points = Field(default=STANDARD.load, alias="load_percent")
    price_slope: int = Field(default=STANDARD.price_slope, alias="price_points_per_percent", ge=1, le=100)
    carbon_slope: int = Field(default=STANDARD.carbon_slope, alias="carbon_points_per_percent", ge=1, le=100)
    price_ratio: bool = Field(default=bool(STANDARD.price_ratio), alias="price_by_ratio")
    engage_days: int = Field(default=STANDARD.engage_days, ge=0, le=30)
    engage_social: int = Field(default=STANDARD.engage_social, alias="engage_social_value", ge=0, le=5)
    engage_bonus: int = Field(default=STANDARD.engage_bonus, alias="engage_check_bonus", ge=0, le=6)
    partner_days: int = Field(default=STANDARD.partner_days, alias="joint_partner_days", ge=0, le=30)
    joint_carbon: int = Field(default=STANDARD.joint_carbon, alias="joint_carbon_percent", ge=-100, le=100)
    managed_bonus: int = Field(default=STANDARD.managed_bonus, alias="managed_check_bonus", ge=0, le=6)
    emergency_cover: Share = Field(default=STANDARD.emergency_cover, alias="emergency_cover_percent")
    misses_most: int = Field(default=STANDARD.misses_most, alias="misses_end_contract", ge=1, le=10)
    flexible_reliability: int = Field(default=STANDARD.flexible_reliability, ge=-6, le=6)
    reserved_equal: int = Field(default=STANDARD.reserved_equal, alias="reserved_feeds_equal", ge=0, le=5)
    badge_points: Points = Field(default=STANDARD.badge_points)
    money_step: int = Field(default=STANDARD.money_step, alias="money_point_gbp", ge=1, le=MOST_POUNDS)
    debt_step: int = Field(default=STANDARD.debt_step, alias="debt_point_gbp", ge=1, le=MOST_POUNDS)
    unmet_points: Points = Field(default=STANDARD.unmet_points)
    notice_points: Points = Field(default=STANDARD.notice_points)
    lowest_times: Points = Field(default=STANDARD.lowest_times, alias="lowest_goal_times")
    involvement: int = Field(default=STANDARD.involvement, alias="involvement_engagements", ge=1, le=100)
    long_term: int = Field(default=STANDARD.long_term, alias="long_term_years", ge=1, le=4)
    over_step: int = Field(default=STANDARD.over_step, alias="over_share_point_percent", ge=1, le=100)
    shared_target: int = Field(default=STANDARD.shared_target, alias="shared_target_points", ge=0, le=1000)
    ending: Literal["gentle", "hard", "shared"] = "gentle"
    management: Literal["off", "choice", "automatic"] = "choice"
    labs: bool = Field(default=bool(STANDARD.labs))
    projects: bool = Field(default=bool(STANDARD.projects))
    events: bool = Field(default=bool(STANDARD.events))
    climate_events: bool = Field(default=bool(STANDARD.climate_events))
    track_records: bool = Field(default=bool(STANDARD.track_records))
    bid_cards: bool = Field(default=bool(STANDARD.bid_cards))
    engagement: bool = Field(default=bool(STANDARD.engagement))
    own_carbon: bool = Field(default=bool(STANDARD.own_carbon))
    welsh_duty: bool = Field(default=bool(STANDARD.welsh_duty))
    badges: bool = Field(default=bool(STANDARD.badges))
    section_114: bool = Field(default=bool(STANDARD.section_114))
    carbon: bool = Field(default=bool(STANDARD.carbon))
    refresh: bool = Field(default=bool(STANDARD.refresh), alias="market_refresh")
    asymmetric: bool = True  # False: every council has the numbers of the first one, no first category and no home suppliers


class Limits(Table):
    """How much of the weight one criterion may have, in percent."""

    low: int = Field(default=0, alias="min", ge=0, le=100)
    high: int = Field(default=70, alias="max", ge=0, le=100)


class PriceLimits(Limits):
    """How much of the weight the price may have, in percent."""

    low: int = Field(default=10, alias="min", ge=0, le=100)


class WeightCardTable(Table):
    """[[weights.card]]: one way to weigh that has a name, in percent. With cards a council chooses one of them and nothing else."""

    id: TomlId
    title_en: TomlWords = Field(min_length=1, max_length=TITLE)
    title_cy: TomlWords = Field(default="", max_length=TITLE)
    price: Share = 0
    quality: Share = 0
    social_value: Share = 0
    carbon: Share = 0

    def weights(self) -> tuple[int, ...]:
        """The weights in the order of the criteria."""
        return (self.price, self.quality, self.social_value, self.carbon)


class WeightsTable(Table):
    """[weights]: what a council may publish. With weight cards the step, the limits and the number of criteria don't count."""

    step_percent: Literal[5, 10, 20, 25, 50] = 10
    criteria_at_least: int | None = Field(default=None, ge=1, le=4)  # left out: three, or as many as there are
    people: bool = bool(STANDARD.people)
    card: list[WeightCardTable] = Field(default=[], max_length=WEIGHTS)
    price: PriceLimits = PriceLimits()
    quality: Limits = Limits()
    social_value: Limits = Limits()
    carbon: Limits = Limits()


class DecksTable(Table):
    """[decks]: the plain decks, each a table of value = copies."""

    bid_cards: dict[str, int] = {"-8": 12, "-4": 12, "0": 12, "4": 12, "8": 12}
    delivery_cards: dict[str, int] = {str(value): 10 for value in range(1, 7)}
    track_records: dict[str, int] = {"-2": 10, "-1": 20, "0": 20, "1": 20, "2": 10}


class LabLevels(Table):
    """The lab levels that a route asks for."""

    procurement: int = Field(default=0, ge=0, le=3)
    adaption: int = Field(default=0, ge=0, le=3)
    data: int = Field(default=0, ge=0, le=3)

    def levels(self) -> list[int]:
        """The levels in the order of the labs."""
        row = [0] * LABS
        row[Lab.PROCUREMENT] = self.procurement
        row[Lab.ADAPTION] = self.adaption
        row[Lab.DATA] = self.data
        return row


class RouteTable(Table):
    """[routes.NAME]: what a route costs and asks. What is left out is as in the standard game."""

    on: bool | None = None
    days: int | None = Field(default=None, ge=0, le=30)
    price_points: int | None = Field(default=None, ge=-100, le=100)
    labs: LabLevels | None = None
    largest_gbp: int | None = Field(default=None, ge=0, le=MOST_POUNDS)  # 0: any size


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


class RoutesTable(Table):
    """[routes]: the ways to buy."""

    open: RouteTable = RouteTable()
    quotes: RouteTable = RouteTable()
    framework: RouteTable = RouteTable()
    lots: RouteTable = RouteTable()
    reserved: RouteTable = RouteTable()
    flexible: RouteTable = RouteTable()
    direct: RouteTable = RouteTable()
    joint: RouteTable = RouteTable()

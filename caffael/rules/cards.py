"""The cards of the game as numbers, as a scenario gives them; nothing here changes during a game.

They are records as `records.py` says it, in the same units.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from caffael.rules.terms import (
    BADGES,
    BID_CARDS,
    CATEGORIES,
    COUNCILS,
    CRITERIA,
    DELIVERY_CARDS,
    EFFECTS,
    EVENTS,
    GOALS,
    HOME_SUPPLIERS,
    LABS,
    MARKS,
    NEEDS,
    NONE,
    PROJECTS,
    ROUTES,
    SUPPLIERS,
    TRACK_RECORDS,
    WEIGHTS,
)

T = TypeVar("T")


def row(make: Callable[[], T], length: int) -> list[T]:
    """A field that holds a list of fixed length, each place made anew."""
    return field(default_factory=lambda: [make() for _ in range(length)])


def none_row(length: int) -> list[int]:
    """A field that holds a row of "no card"."""
    return field(default_factory=lambda: [NONE] * length)


@dataclass(slots=True)
class Need:
    """What a public body must buy."""

    category: int = 0
    subject: int = 0
    theme: int = 0
    estimate: int = 0  # pounds, whole term
    term: int = 1  # years
    carbon: int = 0  # kg a year, the old way: yearly spend times the published factor of its subject
    goals: list[int] = row(int, GOALS)  # points fed in each delivered year
    main_goal: int = 0
    urgency: int = 0  # points lost in each unmet year
    urgency_goal: int = 0
    public: int = 0  # the public meets the service
    saving: int = 0  # pounds a year, for good, once it has run its term
    cut: int = 0  # kg a year off the council's own estate, for good


@dataclass(slots=True)
class Supplier:
    """Who may bid."""

    kind: int = 0
    supported: int = 0  # a supported employment provider: 30 % or more of its workers disabled or disadvantaged
    categories: list[int] = row(int, CATEGORIES)  # 0 or 1 each
    price: int = 100  # % of the estimate
    quality: int = 3  # 1 to 5
    social: int = 0  # offer, 0 to 5
    social_goal: int = 0
    carbon: int = 100  # % of the need's baseline
    reputation: int = 4  # 1 to 6
    capacity: int = 1  # contracts at once, over all councils
    largest: int = 0  # pounds it can carry in one contract; 0 = any size
    local: int = 0  # % of the spend that stays in the region
    welsh: int = 0  # gives its service in Welsh


@dataclass(slots=True)
class Effect:
    """One thing that an event does, to councils that meet its condition."""

    kind: int = 0
    target: int = NONE  # category or goal; NONE = every category
    amount: int = 0
    condition: int = 0
    condition_target: int = NONE
    condition_amount: int = 0


@dataclass(slots=True)
class Event:
    """An event of the year, or the climate event of a carbon mark."""

    effects: list[Effect] = row(Effect, EFFECTS)


@dataclass(slots=True)
class Project:
    """An innovation project."""

    days: int = 0
    cost: int = 0  # pounds
    prize: int = 0  # pounds from the Challenge Fund to the first council
    labs: list[int] = row(int, LABS)  # levels it needs
    power: int = 0
    target: int = NONE
    amount: int = 0


@dataclass(slots=True)
class CouncilCard:
    """How one of the councils differs."""

    budget: int = 0  # pounds at the start
    grant: int = 0  # pounds a year
    estate: int = 0  # kg a year of its own buildings and fleet
    first_category: int = NONE  # its first need is of this category
    home: list[int] = none_row(HOME_SUPPLIERS)  # suppliers whose track record it knows
    labs: list[int] = row(int, LABS)  # levels it begins with
    badges: list[int] = row(int, BADGES)  # 1: it begins with the badge, won in an earlier game of a campaign


@dataclass(slots=True)
class RouteCard:
    """What a route costs and asks."""

    on: int = 1
    days: int = 2
    price: int = 0  # percentage points on every bid
    labs: list[int] = row(int, LABS)  # levels it needs
    largest: int = 0  # pounds of the whole estimate; 0 = any size


@dataclass(slots=True)
class Settings:
    """Every number of the rules and every module, as the scenario sets them."""

    years: int = 5
    tray: int = 3
    register: int = 8
    draw: int = 2  # needs drawn a year
    first_draw: int = 2  # needs drawn in the first year
    market: int = 11  # suppliers in the row
    leave: int = 2  # idle suppliers that leave at Open
    days: int = 6
    goal_start: int = 5
    goal_most: int = 20
    carbon_budget: int = 2_000_000  # kg for each council, whole game
    marks: list[int] = row(int, MARKS)  # % of the region's budget
    fund: int = 100_000  # the Challenge Fund, pounds
    framework_uses: int = 2  # a game, for each council
    quotes_most: int = 3  # bidders
    local_share: int = 60  # % from which a supplier counts as local
    load: int = 5  # points on the price for each contract it runs
    price_slope: int = 4  # points lost for each 1 % above the lowest bid
    carbon_slope: int = 1  # points lost for each 1 % of the old way's carbon above the cleanest bid
    price_ratio: int = 0  # 1: price scores lowest / bid instead
    people: int = 0  # 1: quality and social value are joined into one criterion
    engage_days: int = 1
    engage_social: int = 1
    engage_bonus: int = 1
    partner_days: int = 1
    joint_carbon: int = -10
    managed_bonus: int = 2
    emergency_cover: int = 10  # % more to pay after a missed check
    misses_most: int = 2
    flexible_reliability: int = -1
    reserved_equal: int = 1
    badge_points: int = 2
    money_step: int = 100_000  # pounds left for one point
    debt_step: int = 25_000  # pounds of debt for each point lost
    unmet_points: int = 2
    notice_points: int = 3
    lowest_times: int = 3
    involvement: int = 3  # engagements for the badge
    long_term: int = 3  # years of a contract for the badge
    over_step: int = 5  # % over its own share for each point lost at a gentle end
    shared_target: int = 90  # mean score that all need at a shared end
    ending: int = 0
    labs: int = 1
    projects: int = 1
    events: int = 1
    climate_events: int = 1
    track_records: int = 1
    management: int = 1
    bid_cards: int = 1
    engagement: int = 1
    own_carbon: int = 1
    welsh_duty: int = 1
    badges: int = 1
    section_114: int = 1
    carbon: int = 1
    refresh: int = 1
    needs_leave: int = 0  # 1: needs that were left unbought go under their deck when the next year opens
    quality_feeds: list[int] = field(default_factory=lambda: [-1, -1, 0, 0, 1])  # by quality 1 to 5: points for the main goal
    social_kept: list[int] = field(default_factory=lambda: [0, 0, 1, 1, 2, 2])  # by the offer 0 to 5, where it is managed
    social_loose: list[int] = field(default_factory=lambda: [0, 0, 0, 0, 1, 1])  # likewise, where nobody manages it
    check_sum: int = 7  # what a delivery card, bonuses and reliability must come to
    adaption_later: int = 1  # what the adaption lab adds to checks after a contract's first year
    over_points: int = 0  # gentle end: points lost by who is over its own share, whatever by
    sealed: int = 0  # 1: tenders are written at the same time, sealed, and opened together


@dataclass(slots=True)
class Cards:
    """A whole scenario as numbers: what the rules, bots and simulation see of a pack."""

    settings: Settings = field(default_factory=Settings)
    routes: list[RouteCard] = row(RouteCard, ROUTES)
    categories: int = 0
    need_count: int = 0
    supplier_count: int = 0
    event_count: int = 0
    project_count: int = 0
    council_count: int = 0
    bid_card_count: int = 0
    delivery_card_count: int = 0
    track_record_count: int = 0
    weights_count: int = 0
    needs: list[Need] = row(Need, NEEDS)
    suppliers: list[Supplier] = row(Supplier, SUPPLIERS + 1)
    events: list[Event] = row(Event, EVENTS)
    climate: list[Event] = row(Event, MARKS)
    projects: list[Project] = row(Project, PROJECTS)
    councils: list[CouncilCard] = row(CouncilCard, COUNCILS)
    bid_cards: list[int] = row(int, BID_CARDS)  # points on the price
    delivery_cards: list[int] = row(int, DELIVERY_CARDS)  # 1 to 6
    track_records: list[int] = row(int, TRACK_RECORDS)  # -2 to +2
    weights: list[int] = row(int, WEIGHTS * CRITERIA)  # the weights that may be published, four numbers each

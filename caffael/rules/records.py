"""The records of the game: cards, state, deal, happenings.

Slotted dataclasses of whole numbers, records, and lists of fixed length of these, so that the same rules run interpreted and
compiled (see docs/architecture.md, "Rules that run twice"). Units: money in whole pounds, carbon in whole kilograms of CO2e,
percentages whole, scores of an assessment in thousandths of a point. A truth value is 0 or 1. NONE (-1) stands for "no card".

Never assign a record or a list to a place in another record: write element by element, or use `copy_into`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from caffael.rules.terms import (
    BADGES,
    BID_CARDS,
    BIDDERS,
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
    REGISTER,
    ROUTES,
    ROW,
    SEATS,
    SUPPLIERS,
    TOLD,
    TRACK_RECORDS,
    TRAY,
    UNKNOWN,
    WAITING,
    WEIGHTS,
)

T = TypeVar("T")


def row(make: Callable[[], T], length: int) -> list[T]:
    """A field that holds a list of fixed length, each place made anew."""
    return field(default_factory=lambda: [make() for _ in range(length)])


def none_row(length: int) -> list[int]:
    """A field that holds a row of "no card"."""
    return field(default_factory=lambda: [NONE] * length)


# ------------------------------------------------------------------------------------------------ the cards, as a scenario gives them


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


# ------------------------------------------------------------------------------------------------------------- the deal: all the luck


@dataclass(slots=True)
class Stream:
    """A stream of random numbers (sfc32), each word 32 bits."""

    a: int = 0
    b: int = 0
    c: int = 0
    counter: int = 0


@dataclass(slots=True)
class Deal:
    """Every deck in its shuffled order: what lies face down. Bots and search never see it."""

    needs: list[int] = none_row(NEEDS)
    suppliers: list[int] = none_row(SUPPLIERS)
    events: list[int] = none_row(EVENTS)
    records: list[int] = row(int, SUPPLIERS)  # by supplier: its track record
    bids: list[int] = row(int, BID_CARDS)
    deliveries: list[int] = row(int, DELIVERY_CARDS)


# ---------------------------------------------------------------------------------------------------- the state: what lies face up


@dataclass(slots=True)
class Contract:
    """A running contract in a council's register; need NONE = a free place."""

    need: int = NONE
    supplier: int = NONE
    route: int = 0
    weights: int = NONE  # which weights were published; NONE where none were
    signed: int = 0  # year
    term: int = 0
    age: int = 0  # years counted
    price: int = 0  # pounds, whole term
    carbon: int = 0  # kg a year
    quality: int = 0
    social: int = 0
    reliability_change: int = 0
    engaged: int = 0
    managed: int = 0  # this year
    misses: int = 0
    partner: int = NONE  # the other council's need, in a joint tender


@dataclass(slots=True)
class Council:
    """One council: a team's side of the table."""

    card: int = 0
    budget: int = 0
    days: int = 0
    goals: list[int] = row(int, GOALS)
    tray: list[int] = none_row(TRAY)
    tray_count: int = 0
    waiting: list[int] = none_row(WAITING)  # needs that came back to a full tray
    waiting_count: int = 0
    contracts: list[Contract] = row(Contract, REGISTER)
    order: list[int] = none_row(REGISTER)  # places of the running contracts, oldest first
    running: int = 0
    carbon: int = 0  # kg, whole game
    carbon_year: int = 0  # kg, this year
    estate: int = 0  # kg a year
    saving: int = 0  # pounds a year saved by what was invested
    labs: list[int] = row(int, LABS)
    projects: list[int] = row(int, PROJECTS)  # the year it was finished; 0 = not
    finished: int = 0  # projects finished
    badges: list[int] = row(int, BADGES)  # the year it was won; EARLIER = in an earlier game; 0 = not
    passed: int = 0
    frameworks: int = 0  # used
    engagements: int = 0
    engaged_year: int = 0  # engagements this year
    tenders_year: int = 0  # tenders published this year
    bonus_days: int = 0  # days more next year
    turned_again: int = 0  # the adaption lab's second card was used this year
    restricted: int = 0  # under a Section 114 notice this year
    notices: int = 0
    unmet: int = 0  # needs unmet, added up over the years
    fed: list[int] = row(int, GOALS)  # goals that delivered contracts' needs fed this year
    long_term: int = 0  # a long contract was delivered in its last year
    joint: int = 0  # joint tenders won
    price_change: list[int] = row(int, CATEGORIES)  # this year's events, points
    carbon_change: list[int] = row(int, CATEGORIES)  # this year's events, %


@dataclass(slots=True)
class Private:
    """What one council alone knows: home suppliers and the data lab."""

    records: list[int] = field(default_factory=lambda: [UNKNOWN] * SUPPLIERS)
    event: int = NONE  # next year's
    suppliers: list[int] = none_row(2)  # the next two of the deck


@dataclass(slots=True)
class State:
    """The table: what lies face up, and whose decision it is."""

    seats: int = 0
    year: int = 0
    phase: int = 0
    first: int = 0  # seat that begins this year
    buyer: int = 0  # seat whose turn it is in Buy or Manage
    decider: int = 0  # seat that decides now (the partner, while it answers)
    need: int = NONE  # of the tender that is being written
    route: int = NONE
    scope: int = 0
    partner: int = NONE  # the partner's need
    weights: int = NONE
    councils: list[Council] = row(Council, SEATS)
    private: list[Private] = row(Private, SEATS)
    market: list[int] = none_row(ROW)  # suppliers face up, oldest first
    market_count: int = 0
    supplier_place: list[int] = row(int, SUPPLIERS)
    supplier_running: list[int] = row(int, SUPPLIERS + 1)  # places of its capacity in use
    records: list[int] = field(default_factory=lambda: [UNKNOWN] * SUPPLIERS)  # track records turned up for all
    suppliers_under: list[int] = none_row(SUPPLIERS)  # cards put under the deck, in order
    suppliers_under_count: int = 0
    supplier_next: int = 0
    need_place: list[int] = row(int, NEEDS)
    need_seat: list[int] = none_row(NEEDS)  # whose tray holds it; NONE = no tray
    need_engaged: list[int] = row(int, NEEDS)
    need_failed: list[int] = row(int, NEEDS)  # year of its last tender, open to all, without a bid
    need_asked: list[int] = row(int, NEEDS)  # year in which it was last put to a partner
    needs_under: list[int] = none_row(NEEDS)
    needs_under_count: int = 0
    need_next: int = 0
    event: int = NONE
    event_next: int = 0
    bid_next: int = 0
    delivery_next: int = 0
    emergency: list[int] = row(int, CATEGORIES)
    marks: int = 0  # carbon marks reached
    climate_come: int = 0  # climate events that have come
    climate_now: int = 0  # climate events in force this year (the last ones that came)
    carbon: int = 0  # kg, the region
    fund: int = 0  # pounds left in the Challenge Fund
    project_first: list[int] = row(int, PROJECTS)  # year in which it was first finished; 0 = not
    table_actions: int = 0


# -------------------------------------------------------------------------------------------- tables the rules fill for who asks


@dataclass(slots=True)
class Bidder:
    """One row of the table of bids."""

    supplier: int = NONE
    card: int = 0  # its bid card, points
    percent: int = 0  # of the estimate, all added up
    bid: int = 0  # pounds, whole term (both needs of a joint tender)
    quality: int = 0
    social: int = 0
    carbon: int = 0  # % of the baseline
    scores: list[int] = row(int, CRITERIA)  # thousandths of a point, each 0 to 100,000
    total: int = 0  # sum of weight x score: 100,000 to the point
    rank: int = 0  # 0 = the most advantageous tender


@dataclass(slots=True)
class Table:
    """The table of bids: who can bid, what they bid, how the weights score them."""

    count: int = 0
    bidders: list[Bidder] = row(Bidder, BIDDERS)
    winner: int = NONE  # row


@dataclass(slots=True)
class Happened:
    """One thing that happened; what the numbers mean stands beside each kind in `happened.py`."""

    kind: int = 0
    seat: int = NONE
    a: int = 0
    b: int = 0
    c: int = 0
    d: int = 0
    e: int = 0


@dataclass(slots=True)
class Told:
    """What one step made happen, in order, and the table of bids of the last tender."""

    count: int = 0
    rows: list[Happened] = row(Happened, TOLD)
    table: Table = field(default_factory=Table)


@dataclass(slots=True)
class Score:
    """The parts of a council's score; `total` is their sum."""

    goals: int = 0
    lowest: int = 0
    badges: int = 0
    money: int = 0
    debt: int = 0
    unmet: int = 0
    notices: int = 0
    carbon: int = 0
    total: int = 0

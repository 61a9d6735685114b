"""The records of the game: deal, state, happenings; its cards stand in `cards.py`.

Slotted dataclasses of whole numbers, records, and lists of fixed length of these, so that the same rules run interpreted and
compiled (see docs/architecture.md, "Rules that run twice"). Units: money in whole pounds, carbon in whole kilograms of CO2e,
percentages whole, scores of an assessment in thousandths of a point. A truth value is 0 or 1. NONE (-1) stands for "no card".

Never assign a record or a list to a place in another record: write element by element, or use `copy_into`.
"""

from dataclasses import dataclass, field

from caffael.rules.cards import none_row, row
from caffael.rules.terms import (
    BADGES,
    BID_CARDS,
    BIDDERS,
    CATEGORIES,
    CRITERIA,
    DECISIONS,
    DELIVERY_CARDS,
    EVENTS,
    GOALS,
    LABS,
    NEEDS,
    NONE,
    PROJECTS,
    REGISTER,
    ROW,
    SEATS,
    SUPPLIERS,
    TOLD,
    TRAY,
    UNKNOWN,
    WAITING,
    YEARS,
)

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
class Draft:
    """On a council's desk: a tender that is being written. Its seat alone knows it until a partner is asked."""

    need: int = NONE  # NONE = nothing is being written
    route: int = NONE
    scope: int = 0
    partner: int = NONE  # the partner's need
    weights: int = NONE


@dataclass(slots=True)
class Envelope:
    """What a council has written down in a sealed game and nobody else knows: the decisions of its tender, in order."""

    written: list[int] = none_row(DECISIONS)  # actions; NONE = nothing more


@dataclass(slots=True)
class State:
    """The table: what lies face up, and whose decision it is."""

    seats: int = 0
    year: int = 0
    phase: int = 0
    first: int = 0  # seat that begins this year
    buyer: int = 0  # seat whose turn it is in Buy or Manage
    decider: int = 0  # seat that decides now (the partner, while it answers)
    drafts: list[Draft] = row(Draft, SEATS)
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
    round: int = 0  # of this year's Buy, in a sealed game
    opened: int = NONE  # 0 while envelopes are written; then how many places of the round have been gone past; NONE outside of a round
    tendered: int = 0  # envelopes of this round that held a tender, as they are opened
    sealed: list[int] = row(int, SEATS)  # 1: the council's envelope lies on the table
    envelopes: list[Envelope] = row(Envelope, SEATS)


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
    supplier_count: int = 0
    suppliers: list[int] = none_row(ROW)  # of the row, who can supply the need whatever the route


@dataclass(slots=True)
class Race:
    """One bid held against the others, for who tries many weights on it."""

    bid: int = NONE  # its row
    count: int = 0
    rivals: list[int] = none_row(BIDDERS)  # their rows, who stood in its way last first
    gaps: list[int] = row(int, BIDDERS * CRITERIA)  # how far its scores are above each rival's, by the rival's row


@dataclass(slots=True)
class MoneyYear:
    """One year of a forecast, in pounds: what is in hand when it is looked at, comes in, is due, and is left when the year ends."""

    year: int = 0
    begins: int = 0
    comes: int = 0
    due: int = 0
    left: int = 0
    least: int = 0  # left at least, if every check from now on were missed


@dataclass(slots=True)
class Forecast:
    """What a council can count on, from this year to the last; see `forecast.py`."""

    count: int = 0
    years: list[MoneyYear] = row(MoneyYear, YEARS)


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

"""Why an action is not legal, kind by kind. `actions.py` asks these same functions for the legal list and for `why_not`."""

from enum import IntEnum

from caffael.rules.cards import Cards
from caffael.rules.powers import DATA, LAB_TOP, labs_reach, train_days
from caffael.rules.records import Council, State
from caffael.rules.tender import BY_FRAMEWORK, DIRECT, JOINT, can_bid, has_free_place, tender_days, tender_size
from caffael.rules.terms import LABS, NONE, Management, Place, Route, Scope, plain_members

ROUTE_CHOICES = 9
ROUTE_OF = (
    int(Route.OPEN),
    int(Route.QUOTES),
    int(Route.QUOTES),
    int(Route.QUOTES),
    int(Route.FRAMEWORK),
    int(Route.LOTS),
    int(Route.RESERVED),
    int(Route.FLEXIBLE),
    int(Route.DIRECT),
)
"""The route of each route action; quotes come three times, once for each scope."""
SCOPE_OF = (
    int(Scope.ALL),
    int(Scope.ALL),
    int(Scope.LOCAL),
    int(Scope.SMALL),
    int(Scope.ALL),
    int(Scope.ALL),
    int(Scope.ALL),
    int(Scope.ALL),
    int(Scope.ALL),
)


@plain_members
class Reason(IntEnum):
    """Why an action is not legal. Each has a sentence in both languages (see `caffael.words.sentences`)."""

    LEGAL = 0
    NO_SUCH_ACTION = 1
    GAME_OVER = 2
    NOT_NOW = 3
    NOT_IN_TRAY = 4
    NO_FREE_PLACE = 5
    NOT_ENOUGH_DAYS = 6
    NO_ROUTE = 7
    ROUTE_OFF = 8
    LABS_TOO_LOW = 9
    TOO_LARGE_FOR_ROUTE = 10
    FRAMEWORKS_USED = 11
    NO_EMERGENCY = 12
    NO_CANDIDATE = 13
    SPENDING_STOPPED = 14
    ENGAGEMENT_OFF = 15
    ALREADY_ENGAGED = 16
    LABS_OFF = 17
    LAB_FULL = 18
    PROJECTS_OFF = 19
    PROJECT_FINISHED = 20
    NOT_ENOUGH_MONEY = 21
    ALREADY_ASKED = 22
    NO_PARTNER = 23
    OWN_NEED = 24
    OTHER_CATEGORY = 25
    PARTNER_STOPPED = 26
    PARTNER_NO_DAY = 27
    PARTNER_NO_PLACE = 28
    NOT_RUNNING = 29
    ALREADY_MANAGED = 30
    CANNOT_SUPPLY = 31
    ANOTHER_DECIDES = 32
    SEALED_OFF = 33
    ENVELOPE_LIES = 34
    NO_ENVELOPE = 35
    BEING_OPENED = 36


REASONS = 37
LEGAL = int(Reason.LEGAL)
# The reasons that are found most often, as plain numbers: Python looks up a member of an enumeration slowly.
NOT_ENOUGH_DAYS = int(Reason.NOT_ENOUGH_DAYS)
LABS_TOO_LOW = int(Reason.LABS_TOO_LOW)
ROUTE_OFF = int(Reason.ROUTE_OFF)
ALREADY_ENGAGED = int(Reason.ALREADY_ENGAGED)
PROJECT_FINISHED = int(Reason.PROJECT_FINISHED)
OTHER_CATEGORY = int(Reason.OTHER_CATEGORY)
LAB_FULL = int(Reason.LAB_FULL)
TOO_LARGE = int(Reason.TOO_LARGE_FOR_ROUTE)
NO_EMERGENCY = int(Reason.NO_EMERGENCY)
NO_CANDIDATE = int(Reason.NO_CANDIDATE)

FOR_NO_NEED = 0
FOR_SOME_NEEDS = 1
FOR_ANY_NEED = 2
"""What `open_routes` answers."""


def why_not_route(cards: Cards, state: State, seat: int, need: int, route: int) -> int:
    """Why a council can't take a route for a need of its tray, or LEGAL. A legal route may still find no bidder."""
    card = cards.routes[route]
    council = state.councils[seat]
    if card.on == 0:
        return ROUTE_OFF
    if council.restricted == 1 and route != BY_FRAMEWORK:
        return Reason.SPENDING_STOPPED
    if council.days < tender_days(cards, state, seat, route):
        return NOT_ENOUGH_DAYS
    if not labs_reach(cards, council, card.labs):
        return LABS_TOO_LOW
    if card.largest > 0 and cards.needs[need].estimate > card.largest:
        return TOO_LARGE
    if route == BY_FRAMEWORK and council.restricted == 0 and council.frameworks >= cards.settings.framework_uses:
        return Reason.FRAMEWORKS_USED
    if route == DIRECT:
        category = cards.needs[need].category
        if state.need_failed[need] != state.year and state.emergency[category] == 0:
            return NO_EMERGENCY
        for i in range(state.market_count):
            if can_bid(cards, state, state.market[i], category, cards.needs[need].estimate, DIRECT, 0):
                return LEGAL
        return NO_CANDIDATE
    return LEGAL


def why_not_tender(cards: Cards, state: State, seat: int, need: int) -> int:
    """Why a council can't begin a tender for a need, or LEGAL. It needs a free contract place and one route at least."""
    if state.need_seat[need] != seat:
        return Reason.NOT_IN_TRAY
    if not has_free_place(cards, state.councils[seat]):
        return Reason.NO_FREE_PLACE
    days_short = False
    for route in range(JOINT):
        reason = why_not_route(cards, state, seat, need, route)
        if reason == LEGAL:
            return LEGAL
        if reason == NOT_ENOUGH_DAYS:
            days_short = True
    return NOT_ENOUGH_DAYS if days_short else Reason.NO_ROUTE


def open_routes(cards: Cards, state: State, seat: int) -> int:
    """Whether a council can tender no need, some or any of its tray. Asked once, it spares asking need by need.

    A route that asks for no size, and is no direct award, takes any need when it takes one.
    """
    council = state.councils[seat]
    if council.tray_count == 0 or not has_free_place(cards, council):
        return FOR_NO_NEED
    routes = FOR_NO_NEED
    for route in range(JOINT):
        reason = why_not_route(cards, state, seat, council.tray[0], route)
        if reason == LEGAL and cards.routes[route].largest == 0 and route != DIRECT:
            return FOR_ANY_NEED
        if reason == LEGAL or reason == TOO_LARGE or reason == NO_EMERGENCY or reason == NO_CANDIDATE:
            routes = FOR_SOME_NEEDS
    return routes


def engage_days(cards: Cards, council: Council) -> int:
    """Officer days to engage the market: the first each year costs none with data lab 3."""
    if cards.settings.labs == 1 and council.labs[DATA] >= LAB_TOP and council.engaged_year == 0:
        return 0
    return cards.settings.engage_days


def why_not_engage(cards: Cards, state: State, seat: int, need: int) -> int:
    """Why a council can't engage the market for a need, or LEGAL. Once for each need."""
    if cards.settings.engagement == 0:
        return Reason.ENGAGEMENT_OFF
    if state.need_seat[need] != seat:
        return Reason.NOT_IN_TRAY
    if state.need_engaged[need] == 1:
        return ALREADY_ENGAGED
    if state.councils[seat].days < engage_days(cards, state.councils[seat]):
        return NOT_ENOUGH_DAYS
    return LEGAL


def why_not_train(cards: Cards, state: State, seat: int, lab: int) -> int:
    """Why a council can't raise a lab by one, or LEGAL."""
    if cards.settings.labs == 0:
        return Reason.LABS_OFF
    council = state.councils[seat]
    if council.labs[lab] >= LAB_TOP:
        return LAB_FULL
    if council.days < train_days(council, lab):
        return NOT_ENOUGH_DAYS
    return LEGAL


def why_not_project(cards: Cards, state: State, seat: int, project: int) -> int:
    """Why a council can't do an innovation project, or LEGAL. Never into debt, once for each council."""
    if cards.settings.projects == 0:
        return Reason.PROJECTS_OFF
    if project >= cards.project_count:
        return Reason.NO_SUCH_ACTION
    council = state.councils[seat]
    card = cards.projects[project]
    if council.projects[project] > 0:
        return PROJECT_FINISHED
    if council.restricted == 1:
        return Reason.SPENDING_STOPPED
    if not labs_reach(cards, council, card.labs):
        return LABS_TOO_LOW
    if council.days < card.days:
        return NOT_ENOUGH_DAYS
    if council.budget < card.cost:
        return Reason.NOT_ENOUGH_MONEY
    return LEGAL


def why_not_joint(cards: Cards, state: State, seat: int, need: int) -> int:
    """Why a council can't put a need to a partner for a joint tender, or LEGAL. Asked once for each need a year."""
    card = cards.routes[JOINT]
    council = state.councils[seat]
    if card.on == 0:
        return ROUTE_OFF
    if council.restricted == 1:
        return Reason.SPENDING_STOPPED
    if not labs_reach(cards, council, card.labs):
        return LABS_TOO_LOW
    if state.need_seat[need] != seat:
        return Reason.NOT_IN_TRAY
    if not has_free_place(cards, council):
        return Reason.NO_FREE_PLACE
    if council.days < tender_days(cards, state, seat, JOINT):
        return NOT_ENOUGH_DAYS
    if state.need_asked[need] == state.year:
        return Reason.ALREADY_ASKED
    for i in range(state.seats):
        if i != seat:
            other = state.councils[i]
            for partner in other.tray[: other.tray_count]:
                if why_not_partner(cards, state, seat, need, partner) == LEGAL:
                    return LEGAL
    return Reason.NO_PARTNER


def why_not_partner(cards: Cards, state: State, seat: int, need: int, partner: int) -> int:
    """Why another council's need can't join a joint tender for this one, or LEGAL."""
    other = state.need_seat[partner]
    if other == NONE:
        return Reason.NOT_IN_TRAY
    if other == seat:
        return Reason.OWN_NEED
    if cards.needs[partner].category != cards.needs[need].category:
        return OTHER_CATEGORY
    largest = cards.routes[JOINT].largest
    if largest > 0 and tender_size(cards, need, partner) > largest:
        return TOO_LARGE
    council = state.councils[other]
    if council.restricted == 1:
        return Reason.PARTNER_STOPPED
    if council.days < cards.settings.partner_days:
        return Reason.PARTNER_NO_DAY
    if not has_free_place(cards, council):
        return Reason.PARTNER_NO_PLACE
    return LEGAL


def why_not_supplier(cards: Cards, state: State, need: int, supplier: int) -> int:
    """Why a supplier can't be given a need by direct award, or LEGAL."""
    if supplier >= cards.supplier_count:
        return Reason.NO_SUCH_ACTION
    if state.supplier_place[supplier] != Place.MARKET:
        return Reason.CANNOT_SUPPLY
    card = cards.needs[need]
    if can_bid(cards, state, supplier, card.category, card.estimate, DIRECT, 0):
        return LEGAL
    return Reason.CANNOT_SUPPLY


def why_not_manage(cards: Cards, state: State, seat: int, need: int) -> int:
    """Why a council can't manage the contract for a need this year, or LEGAL. A day for each contract."""
    council = state.councils[seat]
    for i in range(council.running):
        contract = council.contracts[council.order[i]]
        if contract.need == need:
            if contract.managed == 1:
                return Reason.ALREADY_MANAGED
            return LEGAL if council.days >= 1 else NOT_ENOUGH_DAYS
    return Reason.NOT_RUNNING


def can_buy(cards: Cards, state: State, seat: int) -> bool:
    """Whether a council can do anything but pass in Buy: first what is quickly asked and mostly legal."""
    council = state.councils[seat]
    if council.days > 0:
        for lab in range(LABS):
            if why_not_train(cards, state, seat, lab) == LEGAL:
                return True
    tray = council.tray[: council.tray_count]
    for need in tray:
        if why_not_engage(cards, state, seat, need) == LEGAL:
            return True
    routes = open_routes(cards, state, seat)
    if routes == FOR_ANY_NEED:
        return True
    if routes == FOR_SOME_NEEDS:
        for need in tray:
            if why_not_tender(cards, state, seat, need) == LEGAL:
                return True
    if may_join(cards, council):
        for need in tray:
            if why_not_joint(cards, state, seat, need) == LEGAL:
                return True
    return may_innovate(cards, council) and has_project(cards, state, seat)


def may_join(cards: Cards, council: Council) -> bool:
    """Whether joint tenders are open to a council, whatever the need: `why_not_joint` says why when they are not."""
    card = cards.routes[JOINT]
    return card.on == 1 and council.restricted == 0 and labs_reach(cards, council, card.labs)


def may_innovate(cards: Cards, council: Council) -> bool:
    """Whether projects are open to a council, whatever the project: `why_not_project` says why when they are not."""
    return cards.settings.projects == 1 and council.restricted == 0


def has_project(cards: Cards, state: State, seat: int) -> bool:
    """Whether a council can do an innovation project."""
    for project in range(cards.project_count):
        if why_not_project(cards, state, seat, project) == LEGAL:
            return True
    return False


def can_manage(cards: Cards, state: State, seat: int) -> bool:
    """Whether a council has a day and a contract left to manage."""
    council = state.councils[seat]
    if cards.settings.management != Management.CHOICE or council.days < 1:
        return False
    for i in range(council.running):
        if council.contracts[council.order[i]].managed == 0:
            return True
    return False

"""The vocabulary of the game: the sizes of its records, and its goals, labs, routes, phases and other kinds by name."""

from enum import IntEnum
from typing import TypeVar

# Sizes: the same for every scenario, because they are part of the compiled type. A pack above one of them is refused by name.
SEATS = 6
YEARS = 8
GOALS = 7
CATEGORIES = 10
LABS = 3
BADGES = 5
CRITERIA = 4
MARKS = 4
NEEDS = 120
SUPPLIERS = 80
PROJECTS = 8
EVENTS = 48
EFFECTS = 4
COUNCILS = 12
HOME_SUPPLIERS = 3
ROW = 20
TRAY = 6
WAITING = 8
REGISTER = 8
BIDDERS = 20
BID_CARDS = 80
DELIVERY_CARDS = 80
TRACK_RECORDS = 80
WEIGHTS = 286
ROUTES = 8
KINDS = 6
CHOICES = 300
DECISIONS = 3
"""Decisions of a tender, at most."""
TOLD = 1200

NONE = -1
UNKNOWN = -9
"""A track record that has not been turned up."""

EARLIER = YEARS + 1
"""Stands for the year of a badge that was won in an earlier game of a campaign."""

FRAMEWORK = SUPPLIERS
"""The index of the framework's own supplier: always there, never in the row."""


E = TypeVar("E", bound=IntEnum)


def plain_members(enumeration: type[E]) -> type[E]:
    """The enumeration with its members as plain class attributes, as Python 3.12 keeps them: 3.11 finds each through a property,
    six times slower.
    """
    for name, member in enumeration.__members__.items():
        type.__setattr__(enumeration, name, member)
    return enumeration


@plain_members
class Goal(IntEnum):
    """The seven well-being goals, in the order of the Well-being of Future Generations (Wales) Act 2015, section 4."""

    PROSPEROUS = 0
    RESILIENT = 1
    HEALTHIER = 2
    EQUAL = 3
    COHESIVE = 4
    CULTURE = 5
    GLOBAL = 6


@plain_members
class Lab(IntEnum):
    """The three labs of the Infuse programme."""

    PROCUREMENT = 0
    ADAPTION = 1
    DATA = 2


@plain_members
class Badge(IntEnum):
    """The five ways of working, in the order of the Act, section 5."""

    LONG_TERM = 0
    PREVENTION = 1
    INTEGRATION = 2
    COLLABORATION = 3
    INVOLVEMENT = 4


@plain_members
class Criterion(IntEnum):
    """What a tender weighs. In a three-criteria game QUALITY stands for *people* and SOCIAL_VALUE is always 0."""

    PRICE = 0
    QUALITY = 1
    SOCIAL_VALUE = 2
    CARBON = 3


@plain_members
class Route(IntEnum):
    """The ways to buy. JOINT is the open procedure of two councils together."""

    OPEN = 0
    QUOTES = 1
    FRAMEWORK = 2
    LOTS = 3
    RESERVED = 4
    FLEXIBLE = 5
    DIRECT = 6
    JOINT = 7


@plain_members
class Scope(IntEnum):
    """Whom quotes may be kept to (below the threshold only)."""

    ALL = 0
    LOCAL = 1
    SMALL = 2


@plain_members
class Kind(IntEnum):
    """Kinds of supplier; the first three are the small ones."""

    MICRO = 0
    SME = 1
    SOCIAL_ENTERPRISE = 2
    REGIONAL = 3
    NATIONAL = 4
    MULTINATIONAL = 5


@plain_members
class Theme(IntEnum):
    """The two themes of the Infuse programme."""

    DECARBONISATION = 0
    COMMUNITIES = 1


@plain_members
class Phase(IntEnum):
    """What is being decided now."""

    BUY = 0
    ROUTE = 1
    WEIGHTS = 2
    SUPPLIER = 3
    PARTNER = 4
    ANSWER = 5
    MANAGE = 6
    END = 7
    OPEN = 8  # an envelope of a sealed game is opened next


WRITING = (Phase.ROUTE, Phase.WEIGHTS, Phase.SUPPLIER, Phase.PARTNER)
"""The phases in which a tender is being written."""


@plain_members
class Management(IntEnum):
    """How contracts are managed: not at all (promises are kept whole), by choice, or always."""

    OFF = 0
    CHOICE = 1
    AUTOMATIC = 2


@plain_members
class Ending(IntEnum):
    """What happens when the region is over its carbon budget."""

    GENTLE = 0
    HARD = 1
    SHARED = 2


@plain_members
class Place(IntEnum):
    """Where a need or supplier card lies."""

    DECK = 0
    UNDER = 1
    TRAY = 2
    CONTRACT = 3
    WAITING = 4
    MARKET = 5


@plain_members
class EffectKind(IntEnum):
    """The closed list of what an event can do. Effects add up, never multiply."""

    NOTHING = 0
    BUDGET = 1
    DAYS = 2
    PRICE = 3
    CARBON = 4
    GOAL = 5
    MARKET = 6
    FUND = 7
    EMERGENCY = 8


@plain_members
class Condition(IntEnum):
    """Which councils an effect meets."""

    ALWAYS = 0
    BUDGET_BELOW = 1
    BUDGET_AT_LEAST = 2
    GOAL_BELOW = 3
    GOAL_AT_LEAST = 4
    LAB_BELOW = 5
    LAB_AT_LEAST = 6
    UNMET_AT_LEAST = 7
    CONTRACTS_BELOW = 8
    CONTRACTS_AT_LEAST = 9
    RUNS = 10
    LACKS = 11
    CARBON_OVER_SHARE = 12
    CARBON_UNDER_SHARE = 13


@plain_members
class Power(IntEnum):
    """The lasting power of an innovation project."""

    CLEANER_CATEGORY = 0
    CLEANER_MANAGED = 1
    WIDER_MARKET = 2
    INCOME = 3
    FEEDS = 4
    INVOLVE = 5

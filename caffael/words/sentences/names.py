"""The names of what the rules number: goals, labs, routes, badges, criteria, kinds of supplier, themes, phases."""

from caffael.rules.terms import Criterion, Route, Scope
from caffael.words.language import Language, words

GOAL_NAMES = (
    words("Prosperous"),
    words("Resilient"),
    words("Healthier"),
    words("More equal"),
    words("Cohesive communities"),
    words("Culture and Welsh"),
    words("Globally responsible"),
)
# The titles of the Well-being of Future Generations (Wales) Act 2015, section 4, in both its languages.
GOAL_TITLES = (
    words("A prosperous Wales"),
    words("A resilient Wales"),
    words("A healthier Wales"),
    words("A more equal Wales"),
    words("A Wales of cohesive communities"),
    words("A Wales of vibrant culture and thriving Welsh language"),
    words("A globally responsible Wales"),
)
LAB_NAMES = (words("Procurement lab"), words("Adaption lab"), words("Data lab"))
ROUTE_NAMES = {
    int(Route.OPEN): words("Open procedure"),
    int(Route.QUOTES): words("Quotes"),
    int(Route.FRAMEWORK): words("Framework"),
    int(Route.LOTS): words("Lots"),
    int(Route.RESERVED): words("Reserved contract"),
    int(Route.FLEXIBLE): words("Competitive flexible procedure"),
    int(Route.DIRECT): words("Direct award"),
    int(Route.JOINT): words("Joint tender"),
}
QUOTES_NAMES = {
    int(Scope.ALL): words("Quotes"),
    int(Scope.LOCAL): words("Quotes from local firms"),
    int(Scope.SMALL): words("Quotes from small firms"),
}
# The five ways of working of the Act, section 5.
BADGE_NAMES = (words("Long term"), words("Prevention"), words("Integration"), words("Collaboration"), words("Involvement"))
CRITERION_NAMES = (words("Price"), words("Quality"), words("Social value"), words("Carbon"))
PEOPLE_NAMES = {int(Criterion.QUALITY): words("People"), int(Criterion.CARBON): words("Planet")}
KIND_NAMES = (
    words("Micro business"),
    words("Small or medium-sized enterprise"),
    words("Social enterprise"),
    words("Regional firm"),
    words("National firm"),
    words("Multinational firm"),
)
THEME_NAMES = (words("Accelerating decarbonisation"), words("Supportive communities"))
PHASE_NAMES = (
    words("Buy"),
    words("Choose the route"),
    words("Set the weights"),
    words("Choose the supplier"),
    words("Choose the partner"),
    words("Answer the partner"),
    words("Manage contracts"),
    words("End of the game"),
    words("Open the envelopes"),
)


def goal_name(language: Language, goal: int) -> str:
    """A goal in short: Prosperous."""
    return language.text(GOAL_NAMES[goal])


def goal_title(language: Language, goal: int) -> str:
    """A goal's title in the Act: A prosperous Wales."""
    return language.text(GOAL_TITLES[goal])


def lab_name(language: Language, lab: int) -> str:
    """A lab: Procurement lab."""
    return language.text(LAB_NAMES[lab])


def route_name(language: Language, route: int, scope: int = Scope.ALL) -> str:
    """A route; quotes also by whom they are kept to: Quotes from local firms."""
    return language.text(QUOTES_NAMES[scope] if route == Route.QUOTES else ROUTE_NAMES[route])


def badge_name(language: Language, badge: int) -> str:
    """A badge, named after its way of working."""
    return language.text(BADGE_NAMES[badge])


def criterion_name(language: Language, criterion: int, people: bool = False) -> str:
    """A criterion; in a three-criteria game (people) price, people and planet."""
    if people and criterion in PEOPLE_NAMES:
        return language.text(PEOPLE_NAMES[criterion])
    return language.text(CRITERION_NAMES[criterion])


def kind_name(language: Language, kind: int) -> str:
    """A kind of supplier."""
    return language.text(KIND_NAMES[kind])


def theme_name(language: Language, theme: int) -> str:
    """A theme of the Infuse programme."""
    return language.text(THEME_NAMES[theme])


def phase_name(language: Language, phase: int) -> str:
    """What is being decided now."""
    return language.text(PHASE_NAMES[phase])

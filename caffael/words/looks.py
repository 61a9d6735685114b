"""The picture and the ink of everything that the rules number: goals, labs, kinds, badges, criteria, routes, categories, teams.

A picture is the name of a file in assets/pictures, an ink the name of a colour in assets/theme.toml. Each is given here, once.
"""

from caffael.rules.terms import Badge, Criterion, Goal, Kind, Lab, Route

GOAL_IDS = tuple(goal.name.lower() for goal in Goal)
LAB_IDS = tuple(lab.name.lower() for lab in Lab)
KIND_IDS = tuple(kind.name.lower().replace("_", "-") for kind in Kind)
BADGE_IDS = tuple(badge.name.lower().replace("_", "-") for badge in Badge)
CRITERION_IDS = ("price", "quality", "social", "carbon")
CRITERION_PICTURES = ("pound", "star", "heart-hands", "carbon")
PEOPLE_PICTURES = {int(Criterion.QUALITY): "people", int(Criterion.CARBON): "leaf"}
"""The pictures of criteria that have another one in a game that joins quality and social value."""
ROUTE_PICTURES = {
    int(Route.OPEN): "open",
    int(Route.QUOTES): "bid",
    int(Route.FRAMEWORK): "contract",
    int(Route.LOTS): "integration",
    int(Route.RESERVED): "supported",
    int(Route.FLEXIBLE): "involvement",
    int(Route.DIRECT): "hand",
}
DRAWN_CATEGORIES = ("food", "transport", "energy", "green", "care", "communities")
"""The categories that have a picture, a vignette and colours."""


def category_look(name: str, number: int) -> str:
    """The picture and colour of a category by its name in the pack; one that has none of its own borrows in turn, by its number."""
    return name if name in DRAWN_CATEGORIES else DRAWN_CATEGORIES[number % len(DRAWN_CATEGORIES)]


def category_art(category: str) -> str:
    """The vignette of a category that has colours, such as `food`."""
    return f"art-{category}"


def kind_art(kind: str) -> str:
    """The vignette of a kind of supplier, such as `micro`."""
    return f"art-kind-{kind}"


def criterion_picture(criterion: int, people: bool) -> str:
    """The picture of a criterion; people: in a game that joins quality and social value."""
    return PEOPLE_PICTURES.get(criterion, CRITERION_PICTURES[criterion]) if people else CRITERION_PICTURES[criterion]


def criterion_ink(criterion: int) -> str:
    """The colour of a criterion, the same everywhere."""
    return f"criterion.{CRITERION_IDS[criterion]}"


def goal_ink(goal: int) -> str:
    """The colour of a goal."""
    return f"goal.{GOAL_IDS[goal]}"


def team_ink(seat: int) -> str:
    """The colour of a seat."""
    return f"team.{seat}"

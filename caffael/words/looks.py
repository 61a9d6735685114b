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
CATEGORY_PICTURES = {
    "food": "a fork and a knife",
    "transport": "a bus",
    "energy": "a flash of lightning",
    "green": "a plant in its pot",
    "care": "a cross",
    "communities": "an open book",
    "ball": "a ball",
    "box": "a box, for anything",
    "building": "a house of several floors",
    "computer": "a screen on its foot",
    "culture": "a harp",
    "drop": "a drop of water",
    "flask": "a flask, for science and medicine",
    "home": "a house",
    "language": "a bubble of speech",
    "leaf": "a leaf",
    "music": "a note of music",
    "people": "two people",
    "shirt": "a shirt",
    "shield": "a shield, for safety",
    "star": "a star",
    "tools": "a spanner",
}
"""The pictures that a pack's categories can choose from, and what each shows."""
CATEGORY_COLOURS = {
    "orange": "category.food",
    "blue": "category.transport",
    "gold": "category.energy",
    "green": "category.green",
    "red": "category.care",
    "purple": "category.communities",
    "pink": "goal.culture",
    "grey": "criterion.price",
}
"""The names of colours that they can choose from, each an ink of the theme. Any other is written #rrggbb."""
NEUTRAL, NEUTRAL_COLOUR = "box", "grey"
"""How a category looks that says nothing."""
MARK = "~"

DEALT_COLOURS = {
    "red": "#e8786d",
    "green": "#7fbf6d",
    "blue": "#7fb3e6",
    "yellow": "#f2dc52",
    "purple": "#b89be2",
    "orange": "#f2a04f",
    "silver": "#c8ced4",
    "golden": "#d0a637",
}
"""The colours of the animals that devices are dealt. Each is a ground on which the animal stands in `DEALT_INK`, in every look."""
DEALT_INK = "#1d2b36"


def animal_picture(animal: str) -> str:
    """The picture of an animal that a device was dealt."""
    return f"animal-{animal}"


def category_look(name: str, picture: str = "", colour: str = "") -> str:
    """The look of a category by its name in the pack and what it chose; one that chose nothing, and has none by its name, looks neutral.

    It is written as its picture, and after a ~ its colour if that is not the picture's own. Whatever draws it understands that.
    """
    chosen = picture or (name if name in DRAWN_CATEGORIES else NEUTRAL)
    if not colour and chosen in DRAWN_CATEGORIES:
        return chosen
    return f"{chosen}{MARK}{colour or NEUTRAL_COLOUR}"


def look_picture(look: str) -> str:
    """The picture of a look; a plain picture is its own."""
    return look.partition(MARK)[0]


def look_ink(look: str) -> str:
    """The colour of a look: an ink of the theme, such as `goal.culture`, or #rrggbb. KeyError for a look that has no colour."""
    colour = look.partition(MARK)[2]
    return colour if colour.startswith("#") else CATEGORY_COLOURS[colour]


def category_art(category: str) -> str:
    """The vignette of a category by its look; those that have none of their own share one."""
    picture = look_picture(category)
    return f"art-{picture}" if picture in DRAWN_CATEGORIES else "art-category"


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

"""How to play, page by page: in a minute, the year, the routes, the goals and the score, labs and badges, the keys.

In a game it says nothing of what is not part of that game.
"""

from collections.abc import Callable
from functools import cache

from caffael.presentation.blocks import Line, Page
from caffael.presentation.labs import lab_levels
from caffael.presentation.rows import OneOf, Option
from caffael.rules.cards import Cards
from caffael.rules.cards import Settings as RuleSettings
from caffael.rules.terms import BADGES, LABS, Management, Route
from caffael.scenario import STANDARD, load_pack
from caffael.words import handbook
from caffael.words.language import Language, words
from caffael.words.looks import GOAL_IDS, goal_ink
from caffael.words.looks import ROUTE_PICTURES as CARD_PICTURES
from caffael.words.sentences import lab_name, route_name

LAB_PICTURES = ("procurement", "adaption", "data")
BADGE_PICTURES = ("long-term", "prevention", "integration", "collaboration", "involvement")

MINUTE = (
    (
        "home",
        words("You run a council"),
        words("Your team spends public money for a few years. A pound can buy a service, and also jobs, fairness, culture and clean air."),
    ),
    (
        "tender",
        words("You ask"),
        words("You choose a need and publish a tender. You say how much price, quality, social value and carbon count: 100 % in all."),
    ),
    (
        "gavel",
        words("You get what you asked for"),
        words("The bids are turned up, and your weights choose the winner. After that you can't change your mind."),
    ),
    (
        "manage",
        words("You keep them to it"),
        words("A promise is not a delivery. Officer days spent on managing a contract bring what was promised."),
    ),
    (
        "carbon",
        words("You share one climate"),
        words("The carbon of all councils is counted together. Each mark that is passed brings harder weather for everyone."),
    ),
    (
        "trophy",
        words("You grow all seven goals"),
        words("The best council lets all seven well-being goals grow and leaves none behind: the lowest one counts again."),
    ),
)
YEAR_PICTURES = {"open": "open", "buy": "tender", "manage": "manage", "deliver": "check", "review": "chart"}
KEYS = (
    (words("Tab"), words("Go to the next button; with Shift to the one before.")),
    (words("Arrows"), words("Go to the button in this direction, or move a slider.")),
    (words("Enter"), words("Press the button, as the space bar does.")),
    (words("Esc"), words("Go back, or close what is open.")),
    (words("F1"), words("Open and close this help.")),
    (words("F2"), words("Change between English and Welsh.")),
    (words("F10"), words("Open the page for the teacher, or close it.")),
    (words("F11"), words("Fill the whole screen, or be a window again.")),
    (words("Ctrl Z"), words("Take back a choice that turned nothing up.")),
    (words("Ctrl Y"), words("Play again what was taken back.")),
)
ROUTE_PICTURES = {Route(route): picture for route, picture in CARD_PICTURES.items()} | {Route.JOINT: "joint"}


def rule_settings(cards: Cards | None) -> RuleSettings:
    """The numbers of the game that is being played, or of the standard game."""
    return standard_settings() if cards is None else cards.settings


@cache
def standard_settings() -> RuleSettings:
    """The numbers of the standard game, which are its pack's own and not those that a pack without any has."""
    return load_pack(STANDARD).cards.settings


def minute(language: Language, cards: Cards | None) -> list[Line]:
    """The game in a minute."""
    del cards
    return [step(place, language.text(title), language.text(said), picture) for place, (picture, title, said) in enumerate(MINUTE)]


def step(place: int, title: str, words: str, picture: str) -> Line:
    """A fact that has a number, because it comes after another."""
    return Line(title, str(place + 1), words, picture, "accent")


def year(language: Language, cards: Cards | None) -> list[Line]:
    """The parts of a year."""
    manages = rule_settings(cards).management == Management.CHOICE
    parts = [(handbook.entry(language, "phase", name), picture) for name, picture in YEAR_PICTURES.items() if name != "manage" or manages]
    return [step(place, part.title, part.line, picture) for place, (part, picture) in enumerate(parts)]


def routes(language: Language, cards: Cards | None) -> list[Line]:
    """The routes that this game has."""
    return [
        Line(
            route_name(language, route),
            up_to(language, cards, route),
            handbook.route(language, route).both,
            ROUTE_PICTURES[route],
            "accent",
        )
        for route in routes_on(cards)
    ]


def up_to(language: Language, cards: Cards | None, route: int) -> str:
    """Up to which estimate a route may be taken in this game; empty where there is no limit."""
    largest = 0 if cards is None else cards.routes[route].largest
    return language.text("Up to {money}", money=language.money(largest)) if largest > 0 else ""


def routes_on(cards: Cards | None) -> list[Route]:
    """The routes of the game that is being played, or all."""
    return [route for route in ROUTE_PICTURES if cards is None or cards.routes[route].on]


def goals(language: Language, cards: Cards | None) -> list[Line]:
    """The seven goals, and how the score counts."""
    settings = rule_settings(cards)
    entries = [handbook.numbered(language, "goal", place) for place in range(len(GOAL_IDS))]
    return [
        *(Line(entry.title, "", entry.line, GOAL_IDS[goal], goal_ink(goal)) for goal, entry in enumerate(entries)),
        Line(language.text("Points for the good"), "", good_words(language, settings), "trophy", "warn"),
        Line(language.text("Points lost"), "", lost_words(language, settings), "miss", "bad"),
    ]


def good_words(language: Language, settings: RuleSettings) -> str:
    """What brings points."""
    money = language.money(settings.money_step)
    if settings.badges == 0:
        return language.text(
            "All seven goals together, {times} × the lowest goal, and 1 for each full {money} that is left.",
            times=settings.lowest_times,
            money=money,
        )
    return language.text(
        "All seven goals together, {times} × the lowest goal, {badge} for each badge, and 1 for each full {money} that is left.",
        times=settings.lowest_times,
        badge=settings.badge_points,
        money=money,
    )


def lost_words(language: Language, settings: RuleSettings) -> str:
    """What takes points away."""
    debt = language.money(settings.debt_step)
    if settings.section_114 == 0:
        return language.text(
            "Minus {unmet} for each need still open, and 1 for each started {debt} of debt.", unmet=settings.unmet_points, debt=debt
        )
    return language.text(
        "Minus {unmet} for each need still open, 1 for each started {debt} of debt, and {notice} for each Section 114 notice.",
        unmet=settings.unmet_points,
        debt=debt,
        notice=settings.notice_points,
    )


def labs(language: Language, cards: Cards | None) -> list[Line]:
    """The three labs, with what each level brings on a line of its own, and the five badges."""
    settings = rule_settings(cards)
    facts = []
    for lab in range(LABS * settings.labs):
        entry = handbook.numbered(language, "lab", lab)
        facts.append(
            Line(lab_name(language, lab), "", "\n".join((entry.line, *lab_levels(language, cards, lab))), LAB_PICTURES[lab], "accent")
        )
    for badge in range(BADGES * settings.badges):
        entry = handbook.numbered(language, "badge", badge)
        facts.append(Line(entry.title, "", entry.line, BADGE_PICTURES[badge], "warn"))
    return facts


def keys(language: Language, cards: Cards | None) -> list[Line]:
    """What the keys of the keyboard do."""
    del cards
    return [Line(language.text(key), "", language.text(said)) for key, said in KEYS]


PAGES: dict[str, tuple[str, Callable[[Language, Cards | None], list[Line]]]] = {
    "minute": (words("In one minute"), minute),
    "year": (words("A year"), year),
    "routes": (words("Routes"), routes),
    "goals": (words("Goals"), goals),
    "labs": (words("Labs and badges"), labs),
    "keys": (words("Keys"), keys),
}


def pages_of(cards: Cards | None) -> list[str]:
    """The pages that have something to say of the game that is being played; all of them where there is none."""
    settings = rule_settings(cards)
    said = {"routes": len(routes_on(cards)) > 1, "labs": settings.labs == 1 or settings.badges == 1}
    return [key for key in PAGES if said.get(key, True)]


def help_page(language: Language, page: str, cards: Cards | None = None) -> Page:
    """A page of the help, with the others beside it. A line with a picture is a fact, numbered if it is a step; the others are keys."""
    pages = OneOf("pages", language.text("Pages"), tuple(Option(key, language.text(PAGES[key][0])) for key in pages_of(cards)), page)
    return Page("help", language.text("How to play"), blocks=(pages, *PAGES[page][1](language, cards)))

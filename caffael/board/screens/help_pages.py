"""What the help says, page by page: how to play in a minute, the year, the routes, the goals and the score, labs and badges, the keys.

In a game it says nothing of what is not part of that game.
"""

from collections.abc import Callable
from dataclasses import dataclass

from caffael.board.game import Session
from caffael.board.theme import Ink
from caffael.rules.records import Settings as RuleSettings
from caffael.rules.terms import BADGES, LABS, Management, Route
from caffael.words import handbook
from caffael.words.language import words
from caffael.words.looks import GOAL_IDS
from caffael.words.sentences import lab_name, route_name

LAB_PICTURES = ("procurement", "adaption", "data")
BADGE_PICTURES = ("long-term", "prevention", "integration", "collaboration", "involvement")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know: a picture, a few words, a sentence or two. `step` numbers it; `key` is a key of the keyboard instead."""

    title: str
    text: str
    picture: str = ""
    ink: Ink = "accent"
    step: int = 0
    key: str = ""


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
        words("The best council lets all seven well-being goals grow and leaves none behind: the lowest one counts three times more."),
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
ROUTE_PICTURES = {
    Route.OPEN: "open",
    Route.QUOTES: "bid",
    Route.FRAMEWORK: "contract",
    Route.LOTS: "market",
    Route.RESERVED: "supported",
    Route.FLEXIBLE: "swap",
    Route.DIRECT: "hand",
    Route.JOINT: "joint",
}


def rule_settings(session: Session) -> RuleSettings:
    """The numbers of the game that is being played, or of the standard game."""
    return session.match.cards.settings if session.match is not None else RuleSettings()


def minute(session: Session) -> list[Fact]:
    """The game in a minute."""
    return [Fact(session.text(title), session.text(said), picture, step=place + 1) for place, (picture, title, said) in enumerate(MINUTE)]


def year(session: Session) -> list[Fact]:
    """The parts of a year."""
    manages = rule_settings(session).management == Management.CHOICE
    parts = [handbook.entry(session.language, "phase", name) for name in YEAR_PICTURES if name != "manage" or manages]
    pictures = [picture for name, picture in YEAR_PICTURES.items() if name != "manage" or manages]
    return [Fact(part.title, part.line, picture, step=place + 1) for place, (part, picture) in enumerate(zip(parts, pictures, strict=True))]


def routes(session: Session) -> list[Fact]:
    """The routes that this game has."""
    return [
        Fact(route_name(session.language, route), handbook.route(session.language, route).both, ROUTE_PICTURES[route])
        for route in routes_on(session)
    ]


def routes_on(session: Session) -> list[Route]:
    """The routes of the game that is being played, or all."""
    return [route for route in ROUTE_PICTURES if session.match is None or session.match.cards.routes[route].on]


def goals(session: Session) -> list[Fact]:
    """The seven goals, and how the score counts."""
    language, settings = session.language, rule_settings(session)
    entries = [handbook.numbered(language, "goal", place) for place in range(len(GOAL_IDS))]
    facts = [Fact(entry.title, entry.line, goal, f"goal.{goal}") for entry, goal in zip(entries, GOAL_IDS, strict=True)]
    facts.append(
        Fact(
            session.text("Points for the good"),
            good_words(session, settings),
            "trophy",
            "warn",
        )
    )
    facts.append(
        Fact(
            session.text("Points lost"),
            lost_words(session, settings),
            "miss",
            "bad",
        )
    )
    return facts


def good_words(session: Session, settings: RuleSettings) -> str:
    """What brings points."""
    money = session.language.money(settings.money_step)
    if settings.badges == 0:
        return session.text(
            "All seven goals together, {times} × the lowest goal, and 1 for each full {money} that is left.",
            times=settings.lowest_times,
            money=money,
        )
    return session.text(
        "All seven goals together, {times} × the lowest goal, {badge} for each badge, and 1 for each full {money} that is left.",
        times=settings.lowest_times,
        badge=settings.badge_points,
        money=money,
    )


def lost_words(session: Session, settings: RuleSettings) -> str:
    """What takes points away."""
    debt = session.language.money(settings.debt_step)
    if settings.section_114 == 0:
        return session.text(
            "Minus {unmet} for each need still open, and 1 for each started {debt} of debt.", unmet=settings.unmet_points, debt=debt
        )
    return session.text(
        "Minus {unmet} for each need still open, 1 for each started {debt} of debt, and {notice} for each Section 114 notice.",
        unmet=settings.unmet_points,
        debt=debt,
        notice=settings.notice_points,
    )


def labs(session: Session) -> list[Fact]:
    """The three labs with their levels, and the five badges."""
    language, settings = session.language, rule_settings(session)
    facts = [Fact(lab_name(language, lab), lab_words(session, lab), LAB_PICTURES[lab]) for lab in range(LABS * settings.labs)]
    for badge in range(BADGES * settings.badges):
        entry = handbook.numbered(language, "badge", badge)
        facts.append(Fact(entry.title, entry.line, BADGE_PICTURES[badge], "warn"))
    return facts


def lab_words(session: Session, lab: int) -> str:
    """What a lab is for and what each level brings, a line each."""
    entry = handbook.numbered(session.language, "lab", lab)
    return "\n".join((entry.line, *entry.levels))


def keys(session: Session) -> list[Fact]:
    """What the keys do."""
    return [Fact("", session.text(said), key=session.text(key)) for key, said in KEYS]


PAGES: dict[str, tuple[str, Callable[[Session], list[Fact]]]] = {
    "minute": (words("In one minute"), minute),
    "year": (words("A year"), year),
    "routes": (words("Routes"), routes),
    "goals": (words("Goals"), goals),
    "labs": (words("Labs and badges"), labs),
    "keys": (words("Keys"), keys),
}


def pages_of(session: Session) -> dict[str, tuple[str, Callable[[Session], list[Fact]]]]:
    """The pages that have something to say of the game that is being played; all of them where there is none."""
    settings = rule_settings(session)
    said = {"routes": len(routes_on(session)) > 1, "labs": settings.labs == 1 or settings.badges == 1}
    return {key: page for key, page in PAGES.items() if said.get(key, True)}

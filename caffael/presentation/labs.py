"""What each level of a lab brings in this game: nothing that the game leaves out is promised."""

from caffael.rules.cards import Cards
from caffael.rules.terms import LABS, Lab, Route
from caffael.words import handbook
from caffael.words.language import Language
from caffael.words.sentences import lab_name, route_name


def lab_levels(language: Language, cards: Cards | None, lab: int) -> tuple[str, ...]:
    """A line for each level of a lab; outside a game those of the standard game."""
    usual = handbook.numbered(language, "lab", lab).levels
    if cards is None:
        return usual
    return tuple(_level(language, cards, lab, level, words) for level, words in enumerate(usual, start=1))


def _level(language: Language, cards: Cards, lab: int, level: int, usual: str) -> str:
    settings = cards.settings
    if lab == Lab.PROCUREMENT:
        return _routes(language, cards, level, usual)
    if lab == Lab.ADAPTION and settings.adaption_later > 0:
        return f"{usual} {language.text('In later years it adds {n}.', n=settings.adaption_later)}"
    if lab == Lab.DATA and level == 1 and settings.track_records == 0:
        return language.text("Level {level} brings nothing new in this game.", level=level)
    if lab == Lab.DATA and level == 2 and settings.events == 0:
        return language.text("Level {level} shows the next two suppliers.", level=level)
    if lab == Lab.DATA and level == 3 and settings.engagement == 0:
        return language.text("Level {level} brings nothing new in this game.", level=level)
    return usual


def _routes(language: Language, cards: Cards, level: int, usual: str) -> str:
    """The routes of the game that a level of the procurement lab opens, and what else it does: the third makes a tender cheaper."""
    opens = ", ".join(_opened(language, cards, route) for route in Route if cards.routes[route].on == 1 and needs(cards, route, level))
    if level == 3:
        return f"{usual} {language.text('It opens: {routes}.', routes=opens)}" if opens else usual
    if opens:
        return language.text("Level {level} opens: {routes}.", level=level, routes=opens)
    return language.text("Level {level} brings nothing new in this game.", level=level)


def needs(cards: Cards, route: int, level: int) -> bool:
    """Whether a route asks for just this level of the procurement lab."""
    return cards.routes[route].labs[Lab.PROCUREMENT] == level


def _opened(language: Language, cards: Cards, route: int) -> str:
    """A route, with the other labs that it asks for."""
    asked = [(lab, cards.routes[route].labs[lab]) for lab in range(LABS) if lab != Lab.PROCUREMENT and cards.routes[route].labs[lab] > 0]
    name = route_name(language, route)
    if not asked:
        return name
    others = ", ".join(language.text("{lab} {level}", lab=lab_name(language, lab), level=level) for lab, level in asked)
    return language.text("{route} (with {labs})", route=name, labs=others)

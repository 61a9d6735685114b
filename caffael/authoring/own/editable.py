"""What the simple editor can change of a pack, with a sentence for each. Everything else is changed in the pack's files."""

from dataclasses import dataclass
from typing import Literal

from caffael.rules.terms import YEARS, Route
from caffael.words.handbook import entry
from caffael.words.language import Language, words
from caffael.words.sentences.names import ROUTE_NAMES

Kind = Literal["switch", "choice", "number", "percent"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing to change. `key` is its name; `names` are the named values of the pack that it stands for, its key if none are given.
    A `route` says of itself what the handbook says, and needs no sentence. A `deck` is one of which a game's own cards alone may be kept.

    A percent multiplies the numbers of its names; a choice has options of value and word.
    """

    key: str
    kind: Kind
    title: str
    sentence: str
    low: int = 0
    high: int = 1
    step: int = 1
    options: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    route: str = ""
    deck: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """The names of the pack's values."""
        return self.names or (self.key,)

    def explained(self, language: Language) -> str:
        """What it is, in a sentence or two."""
        return entry(language, "route", self.route).both if self.route else language.text(self.sentence)


LOWEST_PERCENT, HIGHEST_PERCENT, PERCENT_STEP = 60, 150, 10
WHOLE = 100
MOST_MINUTES = 10
MONEY, CARBON, YEARS_KEY, STEP = "money", "rules.carbon_budget_kg_a_year", "years", "weights.step_percent"
TIMER, LANGUAGE = "board.timer_minutes", "board.language"


def switch(key: str, title: str, sentence: str = "", route: str = "") -> Setting:
    """Something of the rules that is there or not."""
    return Setting(key, "switch", title, sentence, route=route)


def percent(key: str, title: str, sentence: str, names: tuple[str, ...] = ()) -> Setting:
    """Something that is more or less than in the pack."""
    return Setting(key, "percent", title, sentence, LOWEST_PERCENT, HIGHEST_PERCENT, PERCENT_STEP, names=names)


def choice(key: str, title: str, sentence: str, options: tuple[tuple[str, str], ...]) -> Setting:
    """One of a few."""
    return Setting(key, "choice", title, sentence, options=options)


MINUTES = words("Minutes that a team has for a decision. Nobody loses anything when they are over.")
LESSON = (
    Setting(YEARS_KEY, "number", words("Years"), words("How many years a game usually has; a year takes about ten minutes."), 1, YEARS),
    Setting(TIMER, "number", words("Team timer"), MINUTES, 0, MOST_MINUTES),
    choice(
        LANGUAGE,
        words("Language at the start"),
        words("The language in which a game begins; it can be changed at any time."),
        (("", words("As it is")), ("en", "English"), ("cy", "Cymraeg")),
    ),
)
MONEY_AND_CARBON = (
    percent(
        MONEY,
        words("Money"),
        words("The budgets and grants of all councils. With less, every pound has to be thought about."),
        ("councils.*.budget_gbp", "councils.*.grant_gbp"),
    ),
    percent(CARBON, words("Carbon budget"), words("How much carbon the region may emit. A tight budget brings the climate events sooner.")),
    choice(
        "rules.ending",
        words("When the carbon budget is broken"),
        words("Gentle: councils over their share lose points. Hard: nobody wins. Shared: all win or lose together."),
        (("gentle", words("Gentle")), ("hard", words("Hard")), ("shared", words("Shared"))),
    ),
    switch("rules.own_carbon", words("Own carbon"), words("What a council emits in a year moves its own goals up or down.")),
    switch(
        "rules.section_114",
        words("Section 114 notice"),
        words("A council whose budget falls below zero may only use the framework for a year."),
    ),
)
TENDERS = (
    choice(
        STEP,
        words("Steps of the weights"),
        words("How finely a team can weigh price against the rest. Larger steps are easier."),
        tuple((str(step), f"{step}\u00a0%") for step in (5, 10, 20, 25, 50)),
    ),
    switch("rules.engagement", words("Engaging the market"), words("Teams can talk to suppliers before they publish a tender.")),
    switch("rules.bid_cards", words("Bid cards"), words("True bids differ a little from the printed prices, so the order may change.")),
)
DELIVERY = (
    choice(
        "rules.management",
        words("Managing contracts"),
        words("Teams choose what to manage; or all is managed for them; or promises are always kept."),
        (("choice", words("Choose")), ("automatic", words("Automatic")), ("off", words("Off"))),
    ),
    switch("rules.track_records", words("Track records"), words("A supplier may be better or worse than its reputation.")),
    switch("rules.welsh_duty", words("Welsh-language duty"), words("Services that the public meets must be given in Welsh too.")),
)
MORE = (
    switch("rules.labs", words("Labs"), words("Officers can train, which opens more routes and makes contracts safer.")),
    switch("rules.projects", words("Innovation projects"), words("Councils can carry out projects that change their game for good.")),
    switch("rules.events", words("Events"), words("A card is turned up every year, and something happens to everybody.")),
    switch("rules.climate_events", words("Climate events"), words("Each mark on the carbon track brings a climate event.")),
    switch("rules.badges", words("Badges"), words("The five ways of working bring points at the end.")),
    switch("rules.market_refresh", words("A changing market"), words("Each year some suppliers leave and others come.")),
)
ROUTES = tuple(
    switch(f"routes.{Route(route).name.lower()}.on", ROUTE_NAMES[route], route=Route(route).name.lower()) for route in sorted(ROUTE_NAMES)
)

OWN_SENTENCE = words("Cards of the game below are left out. Those that somebody wrote for the game that you change stay.")
OWN_CARDS = tuple(
    Setting(f"only_own.{deck}", "switch", title, OWN_SENTENCE, deck=deck)
    for deck, title in (
        ("needs", words("Only our own needs")),
        ("suppliers", words("Only our own suppliers")),
        ("events", words("Only our own events")),
        ("projects", words("Only our own innovation projects")),
        ("councils", words("Only our own councils")),
    )
)

GROUPS: tuple[tuple[str, tuple[Setting, ...]], ...] = (
    (words("The lesson"), LESSON),
    (words("Money and carbon"), MONEY_AND_CARBON),
    (words("Tenders"), TENDERS),
    (words("Delivery"), DELIVERY),
    (words("More to play with"), MORE),
    (words("Ways to buy"), ROUTES),
    (words("Own cards"), OWN_CARDS),
)
SETTINGS = {setting.key: setting for _, group in GROUPS for setting in group}

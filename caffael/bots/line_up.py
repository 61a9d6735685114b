"""Bots by name: `balanced`, or with parameters, `balanced:carbon=2:manage=0`, or without a thing, `balanced:without=framework`.

A bot may publish the same weights always, `balanced:weights=40/20/20/20`, or those of a preset, `balanced:preset=price`.
"""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from caffael.bots.bot import PLANNER, RANDOM, Bot
from caffael.rules.notation import Ids
from caffael.rules.presets import BALANCED
from caffael.rules.terms import YEARS, Criterion, Lab, Route

MUCH = 3_000
LITTLE = 10
MOST = 100
"""The largest factor of a taste."""
BALANCED_NAME = "balanced"
MOST_ITERATIONS = 1_000_000
MOST_SECONDS = 60

PRESETS: dict[str, Callable[[], Bot]] = {
    "random": lambda: Bot(kind=RANDOM),
    "cheapest": lambda: Bot(price=MUCH, goals=LITTLE, social=0, carbon=0, local=0),
    "greenest": lambda: Bot(price=LITTLE, goals=LITTLE, social=LITTLE, carbon=MUCH, local=0),
    "local": lambda: Bot(price=LITTLE, goals=LITTLE, social=LITTLE, carbon=0, local=MUCH),
    "balanced": Bot,
    "planner": lambda: Bot(kind=PLANNER),
    "skimper": lambda: Bot(price=MUCH, goals=LITTLE, social=0, carbon=0, local=0, manage=0, engage=0),
    "promiser": lambda: Bot(price=LITTLE, goals=LITTLE, social=MUCH, carbon=0, local=0, manage=0),
    "freerider": lambda: Bot(carbon=0),
    "naive": lambda: Bot(plain=1, heed=0, engage=0, train=0, innovate=0, join=0),
    "heedful": lambda: Bot(plain=1, engage=0, train=0, innovate=0, join=0),
}
"""Every bot by its name, in the order in which they are offered.

`random` takes any legal action. `cheapest`, `greenest` and `local` chase one thing; `balanced` weighs all as the score does; `planner`
looks ahead. The others are for contrast: `skimper` chases price and never engages or manages, `promiser` buys promises
that it never manages, `freerider` is balanced but blind to carbon. `naive` buys whatever
lies in its tray, as a beginner does who never asks what is due next year; `heedful` does the same, but buys nothing that the forecast of
the rules says would leave a year below zero.
"""
BOTS = tuple(PRESETS)
"""The names of all bots."""
TASTES = ("price", "goals", "social", "carbon", "local")
HABITS = ("engage", "train", "innovate", "join", "manage", "plain", "heed", "watch", "overspend", "in_order")
PARAMETERS = (*TASTES, *HABITS, "iterations", "seconds", "ahead", "without", "weights", "preset")
"""What may stand behind a bot's name: factors of its tastes, habits as 0 or 1, a planner's budget, what it plays without, and by which
weights it buys whatever it would choose."""


def bar_all(barred: list[int]) -> None:
    """Bar everything in a row."""
    barred[:] = [1] * len(barred)


GROUPS: dict[str, Callable[[Bot], None]] = {
    "labs": lambda bot: bar_all(bot.no_lab),
    "projects": lambda bot: bar_all(bot.no_project),
    "engagement": lambda bot: setattr(bot, "no_engage", 1),
}
"""Words that bar a bot from all of a kind at once. Joint tenders are a route, and barred by its name."""


class NoSuchBotError(ValueError):
    """A bot that can't be understood; its text is one plain sentence with the mend."""


def make_bot(text: str, ids: Ids | None = None) -> Bot:
    """The bot that a text names. `ids` are those of the scenario; they are asked where it plays without a card.

    Raises NoSuchBotError for an unknown name or parameter, or a value that doesn't fit.
    """
    name, *parameters = text.strip().split(":")
    if name not in PRESETS:
        raise NoSuchBotError(f"No bot is called {name!r}: write {', '.join(BOTS)}{near(name, BOTS)}")
    bot = PRESETS[name]()
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key not in PARAMETERS:
            raise NoSuchBotError(f"{key!r} is no parameter of a bot: write {', '.join(PARAMETERS)}{near(key, PARAMETERS)}")
        set_parameter(bot, text, key, value, ids)
    bot.barred = max(bot.barred, bot.in_order)
    return bot


def set_parameter(bot: Bot, text: str, key: str, value: str, ids: Ids | None) -> None:
    """Set one parameter of a bot from its text."""
    if key == "without":
        for word in value.split("+"):
            bar(bot, word, ids)
    elif key == "weights":
        publish_weights(bot, text, value, ids or Ids())
    elif key == "preset":
        publish_preset(bot, value, ids or Ids())
    elif key in TASTES:
        factor = number_in(text, key, value, MOST)
        before = getattr(bot, key)
        setattr(bot, key, int(factor * (before if before else 100)))
    elif key in HABITS:
        setattr(bot, key, whole(text, key, value, 0, 1))
    elif bot.kind != PLANNER:
        raise NoSuchBotError(f"In {text!r}, {key} is for the planner alone; leave it out or write planner.")
    else:
        set_budget(bot, text, key, value)


def publish_weights(bot: Bot, text: str, value: str, ids: Ids) -> None:
    """Let a bot publish the same row of weights always."""
    if value not in ids.weights:
        example = ids.weights[0] if ids.weights else "40/20/20/20"
        raise NoSuchBotError(f"In {text!r}, {value} are no weights that the scenario allows; write a row of them such as {example}.")
    bot.weights = list(ids.weights).index(value)
    bot.barred = 1


def publish_preset(bot: Bot, value: str, ids: Ids) -> None:
    """Let a bot publish the weights of a preset; where weights are cards, each card is one."""
    names = preset_names(ids)
    if value not in names:
        known = ", ".join(names) or "another bot: without a scenario there are none"
        raise NoSuchBotError(f"No preset is called {value!r}: write {known}{near(value, names)}")
    if ids.weight_cards:
        bot.weights = names.index(value)
    else:
        bot.preset = BALANCED if value == BALANCED_NAME else Criterion[value.upper()] + 1
    bot.barred = 1


def preset_names(ids: Ids) -> list[str]:
    """The presets of a scenario by name: its weight cards, or balanced and each criterion that may count anything."""
    if ids.weight_cards or not ids.weights:
        return list(ids.weight_cards)
    rows = [row.split("/") for row in ids.weights]
    used = [criterion.name.lower() for criterion in Criterion if any(row[criterion] != "0" for row in rows)]
    return [BALANCED_NAME, *used]


def set_budget(bot: Bot, text: str, key: str, value: str) -> None:
    """Set how long or how far a planner thinks."""
    if key == "seconds":
        bot.milliseconds = int(number_in(text, key, value, MOST_SECONDS) * 1000)
    elif key == "iterations":
        bot.iterations = whole(text, key, value, 1, MOST_ITERATIONS)
    else:
        bot.ahead = whole(text, key, value, 0, YEARS)


def number_in(text: str, key: str, value: str, most: int) -> Decimal:
    """A decimal number from 0 to a most."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal(-1)
    if not number.is_finite() or not 0 <= number <= most:
        raise NoSuchBotError(f"In {text!r}, {key}={value} is no number from 0 to {most}; write for example {key}=2 for twice as much.")
    return number


def whole(text: str, key: str, value: str, least: int, most: int) -> int:
    """A whole number within bounds."""
    if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
        raise NoSuchBotError(f"In {text!r}, {key}={value} is no whole number from {least} to {most}.")
    return int(value)


def bar(bot: Bot, word: str, ids: Ids | None) -> None:
    """Bar a bot from the route, lab, project, supplier or need of this name, or from all of a group."""
    if word in GROUPS:
        bot.barred = 1
        GROUPS[word](bot)
        return
    for names, barred in things(bot, ids):
        if word in names:
            barred[names.index(word)] = 1
            bot.barred = 1
            return
    known = [*GROUPS, *(name for names, _ in things(bot, ids) for name in names)]
    raise NoSuchBotError(f"There is no route, lab, project, supplier or need called {word!r} to play without{near(word, known)}")


def things(bot: Bot, ids: Ids | None) -> list[tuple[list[str], list[int]]]:
    """What a bot can be barred from: names, and the bot's row for them."""
    found = [([route.name.lower() for route in Route], bot.no_route), ([lab.name.lower() for lab in Lab], bot.no_lab)]
    if ids is not None:
        found += [(list(ids.projects), bot.no_project), (list(ids.suppliers), bot.no_supplier), (list(ids.needs), bot.no_need)]
    return found


def near(word: str, known: list[str] | tuple[str, ...]) -> str:
    """The end of a sentence: the nearest known word, or a full stop."""
    found = get_close_matches(word, known, 1)
    return f"; did you mean {found[0]}?" if found else "."

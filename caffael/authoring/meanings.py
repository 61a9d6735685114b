"""What powers of projects and effects of events do, what their amounts mean, which goal they feed, and whom their conditions mean."""

from dataclasses import dataclass

from caffael.rules.terms import Condition, EffectKind, Power
from caffael.scenario.checks import POWER_MOST, WITH_TARGET
from caffael.scenario.keywords import words_for
from caffael.scenario.phrases import FORMS, MOST


@dataclass(frozen=True, slots=True)
class Meaning:
    """One power, effect or condition: the word for it, how it is written, what it does, what its amount counts, between which bounds.

    `goal` is the goal that it feeds; empty for none. Without an amount both bounds are 0.
    """

    word: str
    written: str
    does: str
    amount: str = ""
    low: int = 0
    high: int = 0
    goal: str = ""


POWER_SENTENCES = {
    Power.CLEANER_CATEGORY: (
        "Contracts of the target's category that are signed from then on emit less.",
        "percent of the old way",
        "",
    ),
    Power.CLEANER_MANAGED: ("Contracts that the council manages emit less in that year.", "percent", ""),
    Power.WIDER_MARKET: (
        "More suppliers are found by engaging the market, and more are asked for quotes.",
        "suppliers",
        "",
    ),
    Power.INCOME: ("Each contract of the target's category brings the council money in each year in which it is delivered.", "pounds", ""),
    Power.FEEDS: ("Each contract of the target's category feeds a goal in each year in which it is delivered.", "points", "culture"),
    Power.INVOLVE: ("Each time that the council engages the market feeds a goal.", "points", "cohesive"),
}
"""What each power does from the day the project is finished to the end of the game, what its amount counts, and the goal."""
EFFECT_SENTENCES = {
    EffectKind.BUDGET: ("The council has more money at once; below 0 less.", "pounds", ""),
    EffectKind.DAYS: ("The council has more officer days this year; below 0 fewer.", "officer days", ""),
    EffectKind.PRICE: ("Bids for needs of this category are dearer for this year; below 0 cheaper.", "percent of the estimate", ""),
    EffectKind.CARBON: ("Contracts of this category emit more in this year; below 0 less.", "percent", ""),
    EffectKind.GOAL: ("The goal that is named moves up; below 0 down.", "points", "the one that is named"),
    EffectKind.MARKET: ("New suppliers come into the market; below 0 idle ones leave.", "suppliers", ""),
    EffectKind.FUND: ("More money lies in the Challenge Fund, which pays for projects; below 0 less.", "pounds", ""),
    EffectKind.EMERGENCY: ("For this year needs of this category may be bought by direct award.", "", ""),
}
"""What each effect does, what its amount counts, and the goal. The last three are for the region, the others for each council."""
CONDITION_SENTENCES = {
    Condition.BUDGET_BELOW: ("budget below 200000", "Councils with less money than so many pounds."),
    Condition.BUDGET_AT_LEAST: ("budget at least 200000", "Councils with so many pounds or more."),
    Condition.GOAL_BELOW: ("goal culture below 5", "Councils whose goal stands below so many points."),
    Condition.GOAL_AT_LEAST: ("goal culture at least 10", "Councils whose goal stands at so many points or more."),
    Condition.LAB_BELOW: ("lab data below 1", "Councils whose lab (procurement, adaption or data) is below this level."),
    Condition.LAB_AT_LEAST: ("lab data at least 2", "Councils whose lab has this level or a higher one."),
    Condition.UNMET_AT_LEAST: ("unmet at least 2", "Councils with so many unmet needs or more."),
    Condition.CONTRACTS_BELOW: ("contracts below 3", "Councils that run fewer contracts than this."),
    Condition.CONTRACTS_AT_LEAST: ("contracts at least 3", "Councils that run so many contracts or more."),
    Condition.RUNS: ("runs food", "Councils that run a contract of this category."),
    Condition.LACKS: ("lacks food", "Councils that run no contract of this category."),
    Condition.CARBON_OVER_SHARE: ("carbon over share", "Councils that emitted more than their yearly share in the year before."),
    Condition.CARBON_UNDER_SHARE: ("carbon under share", "Councils that emitted no more than their yearly share in the year before."),
}
"""How each condition is written, and which councils an effect then meets."""


def powers() -> list[Meaning]:
    """Every power of a project, in the order of the rules."""
    found: list[Meaning] = []
    for power, word in zip(Power, words_for(Power), strict=True):
        does, amount, goal = POWER_SENTENCES[power]
        written = f"{word}, target, amount" if power in WITH_TARGET else f"{word}, amount"
        found.append(Meaning(word, written, does, amount, 1, POWER_MOST[power], goal))
    return found


def effects() -> list[Meaning]:
    """Every effect of an event, in the order of the rules."""
    found: list[Meaning] = []
    for kind, (does, amount, goal) in EFFECT_SENTENCES.items():
        most = MOST.get(kind, 0)
        found.append(Meaning(words_for([kind])[0], FORMS[kind], does, amount, -most, most, goal))
    return found


def conditions() -> list[Meaning]:
    """Every condition of an effect, in the order of the rules."""
    found = CONDITION_SENTENCES.items()
    return [Meaning(words_for([condition])[0], written, does) for condition, (written, does) in found]

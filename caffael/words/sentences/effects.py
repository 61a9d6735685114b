"""What events do, and whom they meet."""

from caffael.rules.cards import Effect, Event
from caffael.rules.terms import NONE, Condition, EffectKind
from caffael.words.language import Language
from caffael.words.sentences.names import goal_name, lab_name
from caffael.words.sentences.teller import CardTitles


def effect_text(language: Language, pack: CardTitles, effect: Effect) -> str:
    """What one effect of an event does; where it has a condition, a second sentence says whom it meets. Empty for no effect."""
    change = change_text(language, pack, effect.kind, effect.target, effect.amount)
    if effect.condition == Condition.ALWAYS or not change:
        return change
    return f"{change} {condition_text(language, pack, effect)}"


def event_effects(language: Language, pack: CardTitles, event: Event) -> list[str]:
    """What an event does, a text for each of its effects."""
    return [effect_text(language, pack, effect) for effect in event.effects if effect.kind != EffectKind.NOTHING]


def change_text(language: Language, pack: CardTitles, kind: int, target: int, amount: int) -> str:
    """What an effect of this kind does to a council or the region."""
    if kind == EffectKind.BUDGET:
        if amount < 0:
            return language.text("The budget falls by {money}.", money=language.money(-amount))
        return language.text("The budget grows by {money}.", money=language.money(amount))
    if kind == EffectKind.DAYS:
        if amount < 0:
            return language.plural("The team loses {n} officer day this year.", "The team loses {n} officer days this year.", -amount)
        return language.plural("The team gains {n} officer day this year.", "The team gains {n} officer days this year.", amount)
    if kind == EffectKind.PRICE:
        return price_text(language, pack, target, amount)
    if kind == EffectKind.CARBON:
        return carbon_text(language, pack, target, amount)
    if kind == EffectKind.GOAL:
        goal = goal_name(language, target)
        if amount < 0:
            return language.plural("The goal “{goal}” falls by {n} point.", "The goal “{goal}” falls by {n} points.", -amount, goal=goal)
        return language.plural("The goal “{goal}” rises by {n} point.", "The goal “{goal}” rises by {n} points.", amount, goal=goal)
    if kind == EffectKind.MARKET:
        if amount < 0:
            return language.plural(
                "{n} supplier without a contract leaves the market.", "{n} suppliers without a contract leave the market.", -amount
            )
        return language.plural("{n} more supplier comes to the market.", "{n} more suppliers come to the market.", amount)
    if kind == EffectKind.FUND:
        if amount < 0:
            return language.text("The Challenge Fund falls by {money}.", money=language.money(-amount))
        return language.text("The Challenge Fund grows by {money}.", money=language.money(amount))
    if kind == EffectKind.EMERGENCY:
        return language.text(
            "There is an emergency in this category: “{category}”. Direct awards are allowed there this year.",
            category=pack.category(target).title(language.code),
        )
    return ""


def price_text(language: Language, pack: CardTitles, target: int, amount: int) -> str:
    """What an event does to this year's bids, in one category or in all."""
    percent = language.percent(abs(amount))
    if target == NONE:
        if amount < 0:
            return language.text("All bids fall by {percent} of the estimate this year.", percent=percent)
        return language.text("All bids rise by {percent} of the estimate this year.", percent=percent)
    category = pack.category(target).title(language.code)
    if amount < 0:
        return language.text(
            "Bids in the category “{category}” fall by {percent} of the estimate this year.", category=category, percent=percent
        )
    return language.text(
        "Bids in the category “{category}” rise by {percent} of the estimate this year.", category=category, percent=percent
    )


def carbon_text(language: Language, pack: CardTitles, target: int, amount: int) -> str:
    """What an event does to this year's carbon of contracts, in one category or in all."""
    percent = language.percent(abs(amount))
    if target == NONE:
        if amount < 0:
            return language.text("All contracts emit {percent} less carbon this year.", percent=percent)
        return language.text("All contracts emit {percent} more carbon this year.", percent=percent)
    category = pack.category(target).title(language.code)
    if amount < 0:
        return language.text(
            "Contracts in the category “{category}” emit {percent} less carbon this year.", category=category, percent=percent
        )
    return language.text("Contracts in the category “{category}” emit {percent} more carbon this year.", category=category, percent=percent)


def condition_text(language: Language, pack: CardTitles, effect: Effect) -> str:
    """Whom an effect meets. Empty when it meets every team."""
    condition = effect.condition
    amount = effect.condition_amount
    if condition == Condition.BUDGET_BELOW:
        return language.text("This meets only teams with a budget below {money}.", money=language.money(amount))
    if condition == Condition.BUDGET_AT_LEAST:
        return language.text("This meets only teams with a budget of {money} or more.", money=language.money(amount))
    if condition in (Condition.GOAL_BELOW, Condition.GOAL_AT_LEAST):
        goal = goal_name(language, effect.condition_target)
        if condition == Condition.GOAL_BELOW:
            return language.text("This meets only teams that are below {number} on the goal “{goal}”.", number=amount, goal=goal)
        return language.text("This meets only teams that are at {number} or more on the goal “{goal}”.", number=amount, goal=goal)
    if condition in (Condition.LAB_BELOW, Condition.LAB_AT_LEAST):
        lab = lab_name(language, effect.condition_target)
        if condition == Condition.LAB_BELOW:
            return language.text("This meets only teams that are below level {level} in one lab: {lab}.", level=amount, lab=lab)
        return language.text("This meets only teams that are at level {level} or more in one lab: {lab}.", level=amount, lab=lab)
    if condition in (Condition.RUNS, Condition.LACKS):
        category = pack.category(effect.condition_target).title(language.code)
        if condition == Condition.RUNS:
            return language.text("This meets only teams with a running contract in the category “{category}”.", category=category)
        return language.text("This meets only teams without a running contract in the category “{category}”.", category=category)
    if condition == Condition.UNMET_AT_LEAST:
        return language.plural(
            "This meets only teams with {n} open need or more.", "This meets only teams with {n} open needs or more.", amount
        )
    if condition == Condition.CONTRACTS_BELOW:
        return language.plural(
            "This meets only teams with fewer than {n} running contract.",
            "This meets only teams with fewer than {n} running contracts.",
            amount,
        )
    if condition == Condition.CONTRACTS_AT_LEAST:
        return language.plural(
            "This meets only teams with {n} running contract or more.", "This meets only teams with {n} running contracts or more.", amount
        )
    if condition == Condition.CARBON_OVER_SHARE:
        return language.text("This meets only teams that emitted more than their share of carbon last year.")
    if condition == Condition.CARBON_UNDER_SHARE:
        return language.text("This meets only teams that kept within their share of carbon last year.")
    return ""

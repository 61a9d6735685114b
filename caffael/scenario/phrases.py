"""The little language of effect cells: `price transport 10`, `goal culture 1 if budget below 200000`."""

import re
from collections.abc import Mapping

from caffael.rules.cards import Effect
from caffael.rules.terms import NONE, Condition, EffectKind
from caffael.scenario.faults import SCENARIO_FILE, SentenceError, cut, listed, near, shown, unknown_word
from caffael.scenario.keywords import EVERY_CATEGORY, GOAL_WORDS, LAB_WORDS, words_for
from caffael.words.sentence import Sentence

WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,12}")
EFFECT_WORDS = {word: EffectKind[word.upper()] for word in words_for(EffectKind) if word != "nothing"}
OF_THE_REGION = (EffectKind.MARKET, EffectKind.FUND, EffectKind.EMERGENCY)
MOST = {
    EffectKind.BUDGET: 10_000_000,
    EffectKind.DAYS: 10,
    EffectKind.PRICE: 100,
    EffectKind.CARBON: 100,
    EffectKind.GOAL: 20,
    EffectKind.MARKET: 20,
    EffectKind.FUND: 10_000_000,
}
"""The largest amount of each kind, up or down."""
FORMS = {
    EffectKind.BUDGET: "budget 20000",
    EffectKind.DAYS: "days -1",
    EffectKind.PRICE: "price food 10",
    EffectKind.CARBON: "carbon energy -15",
    EffectKind.GOAL: "goal culture 1",
    EffectKind.MARKET: "market 2",
    EffectKind.FUND: "fund 30000",
    EffectKind.EMERGENCY: "emergency food",
}
COMPARED = {
    "budget": (Condition.BUDGET_BELOW, Condition.BUDGET_AT_LEAST),
    "goal": (Condition.GOAL_BELOW, Condition.GOAL_AT_LEAST),
    "lab": (Condition.LAB_BELOW, Condition.LAB_AT_LEAST),
    "unmet": (None, Condition.UNMET_AT_LEAST),
    "contracts": (Condition.CONTRACTS_BELOW, Condition.CONTRACTS_AT_LEAST),
}
"""Conditions that compare a number: with `below`, with `at least`."""
CONDITION_WORDS = (*COMPARED, "runs", "lacks", "carbon")
CONDITION_FORMS = (
    "budget below 200000",
    "goal culture at least 10",
    "lab data below 1",
    "unmet at least 2",
    "contracts below 3",
    "runs food",
    "lacks food",
    "carbon over share",
)


class PhraseError(SentenceError):
    """A phrase that says nothing the rules know."""


def read_effect(text: str, categories: Mapping[str, int] | None) -> Effect:
    """Read one phrase. Without known categories (None) every category name is let through."""
    what, _, asked = " ".join(text.split()).partition(" if ")
    words = what.split()
    kind = EFFECT_WORDS.get(words[0]) if words else None
    if kind is None:
        raise PhraseError(unknown_word(words[0] if words else "", EFFECT_WORDS, "effect"))
    effect = Effect(kind=int(kind))
    targeted = kind in (EffectKind.PRICE, EffectKind.CARBON, EffectKind.GOAL, EffectKind.EMERGENCY)
    counted = kind != EffectKind.EMERGENCY
    if len(words) != 1 + targeted + counted or what.endswith(" if"):
        raise PhraseError(Sentence('{text} does not read as an effect; write it like "{form}".', text=shown(text), form=FORMS[kind]))
    if kind == EffectKind.GOAL:
        effect.target = find(words[1], GOAL_WORDS, "goal")
    elif targeted and not (words[1] == EVERY_CATEGORY and counted):
        effect.target = find_category(words[1], categories)
    if counted:
        effect.amount = read_amount(words[-1], kind)
    if asked:
        if kind in OF_THE_REGION:
            pattern = '{word} is for the whole region and takes no condition; take out "if {asked}".'
            raise PhraseError(Sentence(pattern, word=shown(words[0]), asked=cut(asked)))
        read_condition(effect, asked, categories)
    return effect


def read_amount(word: str, kind: EffectKind) -> int:
    """The amount of an effect, within what its kind allows."""
    number = read_number(word)
    if number == 0:
        pattern = '{word} would do nothing; write an amount above or below 0, like "{form}".'
        raise PhraseError(Sentence(pattern, word=shown(word), form=FORMS[kind]))
    if abs(number) > MOST[kind]:
        pattern = "{word} is too much for {effect}; write at most {most} up or down."
        raise PhraseError(Sentence(pattern, word=shown(word), effect=words_for([kind])[0], most=str(MOST[kind])))
    return number


def read_condition(effect: Effect, text: str, categories: Mapping[str, int] | None) -> None:
    """Read what stands after `if` into the effect."""
    words = text.split()
    first = words[0]
    if first not in CONDITION_WORDS:
        end = near(first, CONDITION_WORDS) or Sentence("; write {choices}.", choices=listed(CONDITION_FORMS))
        raise PhraseError(Sentence("{word} is not a known condition{end}", word=shown(first), end=end))
    if first in ("runs", "lacks") and len(words) == 2:
        effect.condition = int(Condition.RUNS if first == "runs" else Condition.LACKS)
        effect.condition_target = find_category(words[1], categories)
        return
    if first == "carbon" and words[1:] in (["over", "share"], ["under", "share"]):
        effect.condition = int(Condition.CARBON_OVER_SHARE if words[1] == "over" else Condition.CARBON_UNDER_SHARE)
        return
    if first in COMPARED:
        named = 2 if first in ("goal", "lab") else 1
        below, at_least = COMPARED[first]
        rest = words[named:]
        condition = None
        if rest[:1] == ["below"] and len(rest) == 2:
            condition = below
        elif rest[:2] == ["at", "least"] and len(rest) == 3:
            condition = at_least
        if condition is not None:
            if named == 2:
                effect.condition_target = find(words[1], GOAL_WORDS if first == "goal" else LAB_WORDS, first)
            effect.condition = int(condition)
            effect.condition_amount = read_number(rest[-1])
            return
    pattern = "{text} does not read as a condition; write one like {forms}."
    raise PhraseError(Sentence(pattern, text=shown(text), forms=listed(CONDITION_FORMS)))


def read_number(word: str) -> int:
    """A whole number as it stands in a phrase."""
    if not WHOLE_NUMBER.fullmatch(word):
        pattern = "{word} is not a whole number; write it without commas, points or signs of money, like 20000."
        raise PhraseError(Sentence(pattern, word=shown(word)))
    return int(word)


def find(word: str, words: tuple[str, ...], what: str) -> int:
    """The index of a word among those known."""
    if word not in words:
        raise PhraseError(unknown_word(word, words, what))
    return words.index(word)


def find_category(word: str, categories: Mapping[str, int] | None) -> int:
    """The index of a category of the pack."""
    if categories is None:
        return NONE
    if word not in categories:
        raise PhraseError(unknown_word(word, categories, "category", SCENARIO_FILE))
    return categories[word]

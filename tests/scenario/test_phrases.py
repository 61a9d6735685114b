"""The little language of effects: every form reads, everything else is told plainly."""

import pytest

from caffael.rules.cards import Effect
from caffael.rules.terms import NONE, Condition, EffectKind
from caffael.scenario.phrases import PhraseError, read_effect

CATEGORIES = {"food": 0, "transport": 1, "energy": 2}


def effect(kind: EffectKind, target: int = NONE, amount: int = 0, *condition: int) -> Effect:
    when, of, least = (*condition, NONE, 0)[:3] if len(condition) == 1 else condition or (Condition.ALWAYS, NONE, 0)
    return Effect(kind, target, amount, when, of, least)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("budget 20000", effect(EffectKind.BUDGET, NONE, 20000)),
        ("  budget   -20000 ", effect(EffectKind.BUDGET, NONE, -20000)),
        ("days -1", effect(EffectKind.DAYS, NONE, -1)),
        ("days +1", effect(EffectKind.DAYS, NONE, 1)),
        ("price transport 10", effect(EffectKind.PRICE, 1, 10)),
        ("price all -4", effect(EffectKind.PRICE, NONE, -4)),
        ("carbon energy 15", effect(EffectKind.CARBON, 2, 15)),
        ("carbon all -5", effect(EffectKind.CARBON, NONE, -5)),
        ("goal culture 1", effect(EffectKind.GOAL, 5, 1)),
        ("market 2", effect(EffectKind.MARKET, NONE, 2)),
        ("fund 30000", effect(EffectKind.FUND, NONE, 30000)),
        ("emergency food", effect(EffectKind.EMERGENCY, 0, 0)),
        ("days 1 if budget below 5", effect(EffectKind.DAYS, NONE, 1, Condition.BUDGET_BELOW, NONE, 5)),
        ("days 1 if budget at least -5", effect(EffectKind.DAYS, NONE, 1, Condition.BUDGET_AT_LEAST, NONE, -5)),
        ("days 1 if goal equal below 7", effect(EffectKind.DAYS, NONE, 1, Condition.GOAL_BELOW, 3, 7)),
        ("days 1 if goal global at least 7", effect(EffectKind.DAYS, NONE, 1, Condition.GOAL_AT_LEAST, 6, 7)),
        ("days 1 if lab data below 1", effect(EffectKind.DAYS, NONE, 1, Condition.LAB_BELOW, 2, 1)),
        ("days 1 if lab procurement at least 1", effect(EffectKind.DAYS, NONE, 1, Condition.LAB_AT_LEAST, 0, 1)),
        ("days 1 if unmet at least 2", effect(EffectKind.DAYS, NONE, 1, Condition.UNMET_AT_LEAST, NONE, 2)),
        ("days 1 if contracts below 3", effect(EffectKind.DAYS, NONE, 1, Condition.CONTRACTS_BELOW, NONE, 3)),
        ("days 1 if contracts at least 3", effect(EffectKind.DAYS, NONE, 1, Condition.CONTRACTS_AT_LEAST, NONE, 3)),
        ("days 1 if runs food", effect(EffectKind.DAYS, NONE, 1, Condition.RUNS, 0, 0)),
        ("days 1 if lacks energy", effect(EffectKind.DAYS, NONE, 1, Condition.LACKS, 2, 0)),
        ("days 1 if carbon over share", effect(EffectKind.DAYS, NONE, 1, Condition.CARBON_OVER_SHARE)),
        ("days 1 if carbon under share", effect(EffectKind.DAYS, NONE, 1, Condition.CARBON_UNDER_SHARE)),
    ],
)
def test_every_form_reads_as_its_effect(text: str, read: Effect) -> None:
    assert read_effect(text, CATEGORIES) == read


CONDITIONS = (
    "budget below 200000, goal culture at least 10, lab data below 1, unmet at least 2, contracts below 3, "
    "runs food, lacks food or carbon over share"
)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", '"" is not a known effect; write budget, days, price, carbon, goal, market, fund or emergency.'),
        ("if runs food", '"if" is not a known effect; write budget, days, price, carbon, goal, market, fund or emergency.'),
        ("Budget 5", '"Budget" is not a known effect; did you mean "budget"?'),
        ("budget", '"budget" does not read as an effect; write it like "budget 20000".'),
        ("budget 5 if", '"budget 5 if" does not read as an effect; write it like "budget 20000".'),
        ("emergency food 5", '"emergency food 5" does not read as an effect; write it like "emergency food".'),
        (
            "emergency all",
            '"all" is not a known category; write food, transport or energy.',
        ),
        ("price 10 food", '"10" is not a known category; write food, transport or energy.'),
        ("goal culture 21", '"21" is too much for goal; write at most 20 up or down.'),
        ("budget 1.5", '"1.5" is not a whole number; write it without commas, points or signs of money, like 20000.'),
        ("budget ٣", '"٣" is not a whole number; write it without commas, points or signs of money, like 20000.'),
        ("days 1 if zzz", f'"zzz" is not a known condition; write {CONDITIONS}.'),
        ("days 1 if runs", f'"runs" does not read as a condition; write one like {CONDITIONS}.'),
        ("days 1 if unmet below 2", f'"unmet below 2" does not read as a condition; write one like {CONDITIONS}.'),
        ("days 1 if goal below 2", f'"goal below 2" does not read as a condition; write one like {CONDITIONS}.'),
        ("days 1 if carbon over", f'"carbon over" does not read as a condition; write one like {CONDITIONS}.'),
        ("days 1 if lab date below 1", '"date" is not a known lab; did you mean "data"?'),
        ("days 1 if runs fod", '"fod" is not a known category; did you mean "food"?'),
        (
            "days 1 if budget below 5k",
            '"5k" is not a whole number; write it without commas, points or signs of money, like 20000.',
        ),
        ("fund 5 if runs food", '"fund" is for the whole region and takes no condition; take out "if runs food".'),
        (
            "emergency food if runs food",
            '"emergency" is for the whole region and takes no condition; take out "if runs food".',
        ),
    ],
)
def test_what_does_not_read_is_told_plainly(text: str, sentence: str) -> None:
    with pytest.raises(PhraseError) as caught:
        read_effect(text, CATEGORIES)
    assert str(caught.value) == sentence


def test_without_known_categories_any_is_let_through() -> None:
    assert read_effect("price zzz 5", None).amount == 5

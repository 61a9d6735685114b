"""What powers, effects and conditions do is said for every one that the rules know, in both languages, on the page and in the workbook."""

import io

import pytest
from python_calamine import CalamineWorkbook

from caffael.authoring.column_guide import GUIDES, WELSH, Guide, welsh_deed
from caffael.authoring.meanings import Meaning, conditions, effects, powers
from caffael.authoring.workbook import workbook
from caffael.rules.terms import Condition, EffectKind, Power
from caffael.scenario.keywords import GOAL_WORDS, words_for
from caffael.scenario.models import EventRow, NeedRow, ProjectRow
from caffael.scenario.phrases import PhraseError, read_effect

ALL = [*powers(), *effects(), *conditions()]


def test_everything_that_the_rules_know_is_explained() -> None:
    assert [one.word for one in powers()] == list(words_for(Power))
    assert [one.word for one in effects()] == [word for word in words_for(EffectKind) if word != "nothing"]
    assert [one.word for one in conditions()] == [word for word in words_for(Condition) if word != "always"]


@pytest.mark.parametrize("one", effects(), ids=lambda one: one.word)
def test_an_effect_is_written_as_it_reads_and_between_the_bounds_that_are_told(one: Meaning) -> None:
    categories = {"food": 0, "energy": 1}
    effect = read_effect(one.written, categories)
    assert words_for([EffectKind(effect.kind)]) == (one.word,)
    if one.amount:
        head = one.written.rpartition(" ")[0]
        assert [read_effect(f"{head} {bound}", categories).amount for bound in (one.low, one.high)] == [one.low, one.high]
        with pytest.raises(PhraseError):
            read_effect(f"{head} {one.high + 1}", categories)


@pytest.mark.parametrize("one", conditions(), ids=lambda one: one.word)
def test_a_condition_reads_as_it_is_written(one: Meaning) -> None:
    effect = read_effect(f"days -1 if {one.written}", {"food": 0})
    assert words_for([Condition(effect.condition)]) == (one.word,)


def test_goals_are_those_of_the_game() -> None:
    assert {one.goal for one in ALL} == {"", "culture", "cohesive", "the one that is named"}
    assert set(GOAL_WORDS) >= {"culture", "cohesive"}


def test_each_has_its_own_welsh_and_there_is_no_other() -> None:
    said = [welsh_deed(one) for one in ALL]
    assert all(does and does != one.does for (does, _, _), one in zip(said, ALL, strict=True))
    assert set(WELSH["deeds"]) == {one.word for one in ALL}
    assert set(WELSH["amounts"]) == {one.amount for one in ALL if one.amount}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.sheet)
def test_the_guide_of_a_workbook_explains_them_below_its_columns(guide: Guide) -> None:
    for model, expected in ((ProjectRow, powers()), (EventRow, effects()), (NeedRow, [])):
        book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(model, [], {})))
        rows = {str(row[0]): [str(cell) for cell in row] for row in book.get_sheet_by_name(guide.sheet).to_python()}
        for one in expected:
            assert rows[one.written][1:4] == list(guide.deed(one))
        assert ("if runs food" in rows) == (model is EventRow)

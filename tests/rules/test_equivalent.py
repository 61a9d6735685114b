"""Mutants that are judged to change nothing (`equivalent.toml`): each names a function and a line of it that stand in the rules."""

from collections import Counter
from pathlib import Path

import pytest
from caffael_tools.mutants.judged import Change, change_of, entries, functions_of

ROOT = Path(__file__).resolve().parents[2]
JUDGED = list(entries(ROOT))


@pytest.mark.parametrize("function", sorted({change.function for change, _ in JUDGED}))
def test_a_judgement_names_a_function_and_a_line_that_are_there(function: str) -> None:
    module, _, name = function.partition(".")
    text = functions_of((ROOT / "caffael" / "rules" / f"{module}.py").read_text("utf-8"))[name.rpartition(".")[2]]
    lines = " ".join(line.strip() for line in text.splitlines())
    for change, reason in JUDGED:
        if change.function == function:
            assert change.before in lines
            assert change.after != change.before
            assert len(reason.split()) >= 4


def test_no_change_is_judged_twice() -> None:
    assert [change for change, times in Counter(change for change, _ in JUDGED).items() if times > 1] == []


def test_what_a_mutant_changes_is_told_by_its_lines() -> None:
    before = "(a):\n    b = a\n    if b > 1:\n        return a\n    return b"
    after = "(a):\n    b = a\n    if b >= 1:\n        return a\n    return b"
    assert change_of("year.review", before, after) == Change("year.review", "if b > 1:", "if b >= 1:")

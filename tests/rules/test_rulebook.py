"""The rulebook holds every rule, and every numbered paragraph with a rule has a test named after it."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RULEBOOK = ROOT / "docs" / "rulebook.md"
SCENARIO = ROOT / "scenarios" / "smarter-spending" / "scenario.toml"
NO_RULE = {
    "1.1": "what the game is about",
    "1.2": "what is worth taking home",
    "1.3": "the names of goals and ways of working",
    "2.13": "what a need card says; each of its numbers has its rule elsewhere",
    "2.14": "what a supplier card says; each of its numbers has its rule elsewhere",
}


def paragraphs() -> list[str]:
    """The numbers of the rulebook's paragraphs, in their order."""
    return re.findall(r"^\*\*(\d+\.\d+)\b", RULEBOOK.read_text(encoding="utf-8"), re.MULTILINE)


def held() -> dict[str, list[str]]:
    """The tests of each paragraph, by the number in their names."""
    found: dict[str, list[str]] = {}
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE):
            match = re.match(r"test_(\d+)_(\d+)_", name)
            if match:
                found.setdefault(f"{match[1]}.{match[2]}", []).append(f"{file.name}::{name}")
    return found


def test_every_paragraph_with_a_rule_has_a_test() -> None:
    tests = held()
    assert [number for number in paragraphs() if number not in tests and number not in NO_RULE] == []


def test_every_test_holds_a_paragraph_that_is_there() -> None:
    numbers = paragraphs()
    assert {number: names for number, names in held().items() if number not in numbers} == {}


def test_the_paragraphs_without_a_rule_are_there_and_have_no_test() -> None:
    numbers, tests = paragraphs(), held()
    assert [number for number in NO_RULE if number not in numbers or number in tests] == []


def test_the_paragraphs_are_numbered_one_after_the_other() -> None:
    chapter, place = 0, 0
    for number in paragraphs():
        a, b = (int(part) for part in number.split("."))
        assert (a, b) in ((chapter, place + 1), (chapter + 1, 1)), number
        chapter, place = a, b


def test_every_paragraph_the_rulebook_points_to_is_there() -> None:
    text = RULEBOOK.read_text(encoding="utf-8")
    numbers, chapters = set(paragraphs()), range(1, 18)
    pointed = re.findall(r"\b(\d{1,2}\.\d{1,2})\b(?! kg)", text)
    assert [number for number in pointed if number not in numbers and int(number.split(".")[0]) in chapters] == []


def test_15_1_the_standard_numbers_are_those_of_the_standard_game() -> None:
    # A number that was tuned must be changed in the rulebook too: in this table, and wherever its paragraph names it.
    with SCENARIO.open("rb") as file:
        scenario = tomllib.load(file)
    rows = re.findall(r"^\| .+ \| (.+) \| `([\w.]+)` \|$", RULEBOOK.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) > 50
    wrong = []
    for value, path in rows:
        number = scenario
        for key in path.split("."):
            number = number.get(key, 0)
        shown = ", ".join(map(str, number)) if isinstance(number, list) else str(number)
        if value.replace(",", "") != shown.replace(",", ""):
            wrong.append(f"{path}: the rulebook says {value}, the scenario {shown}")
    assert wrong == []


def test_15_1_every_number_of_the_rules_is_in_the_table() -> None:
    with SCENARIO.open("rb") as file:
        rules = tomllib.load(file)["rules"]
    text = RULEBOOK.read_text(encoding="utf-8")
    left_out = {"carbon_budget_kg_a_year", "fund_gbp"}  # money and carbon of a scenario
    numbers = [key for key, value in rules.items() if not isinstance(value, bool) and key not in left_out]
    assert [key for key in numbers if f"`rules.{key}`" not in text] == []


@pytest.mark.parametrize("text", ["/work", "/home", "/tmp", "C:\\", "TODO", "agent", "session"])
def test_the_rulebook_speaks_of_the_game_alone(text: str) -> None:
    assert text not in RULEBOOK.read_text(encoding="utf-8")

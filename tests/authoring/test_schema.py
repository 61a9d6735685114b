"""The schema of scenario.toml takes what the reader takes, refuses what it refuses by itself, and explains every key."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from caffael_tools.pack_tables import PAGE, all_tables, with_tables
from jsonschema import Draft202012Validator

from caffael.authoring.schema import scenario_schema
from caffael.cli.packs import schema
from caffael.resources import folder
from caffael.scenario.scenario_file import ScenarioFile
from tests.scenario.workbench import SHIPPED

TOP = Path(__file__).parent.parent.parent
SHIPPED_FILES = sorted(folder("scenarios").glob("*/scenario.toml"))
FILE = (folder("scenarios") / SHIPPED / "scenario.toml").read_text(encoding="utf-8")
HEAD = 'id = "mine"\ntitle_en = "Mine"\n'


def faults(text: str) -> list[str]:
    found = Draft202012Validator(scenario_schema()).iter_errors(tomllib.loads(text))
    return [f"{fault.json_path}: {fault.message}" for fault in found]


def keys(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that the schema describes, by its path."""
    for name, inner in schema.get("properties", {}).items():
        yield f"{path}.{name}", inner
        yield from keys(inner, f"{path}.{name}")
    for name, inner in schema.get("$defs", {}).items():
        yield from keys(inner, f"{path}#{name}")


def test_it_is_a_schema_of_draft_2020_12() -> None:
    found = scenario_schema()
    Draft202012Validator.check_schema(found)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", SHIPPED_FILES, ids=lambda path: path.parent.name)
def test_every_scenario_that_ships_holds(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ("load_percent = 5", "load_percent = 900", "$.rules.load_percent: 900 is greater than the maximum of 100"),
        ("load_percent = 5", 'load_percent = "5"', "$.rules.load_percent: '5' is not of type 'integer'"),
        ("load_percent = 5", "load_percnt = 5", "$.rules: Additional properties are not allowed ('load_percnt' was unexpected)"),
        ('ending = "gentle"', 'ending = "soft"', "$.rules.ending: 'soft' is not one of"),
        ('id = "smarter-spending"', 'id = "Smarter Spending"', "$.id: 'Smarter Spending' does not match"),
        ('id = "smarter-spending"\n', "", "$: 'id' is a required property"),
        ('title_en = "Food"\n', "", "$.category[0]: 'title_en' is a required property"),
        ('social_goal = "prosperous"', 'social_goal = "happy"', "$.framework.social_goal: 'happy' is not one of"),
        ("labs = { procurement = 1 }", "labs = { procurement = 4 }", "$.routes.lots.labs.procurement: 4 is greater than the maximum of 3"),
        ("delivery_cards = { 1 = 10", "delivery_cards = { one = 10", "$.decks.delivery_cards: 'one' does not match"),
    ],
)
def test_a_wrong_one_fails(before: str, after: str, part: str) -> None:
    assert before in FILE
    (found,) = faults(FILE.replace(before, after, 1))
    assert found.startswith(part)


def test_a_pack_that_extends_may_leave_out_the_rest_and_another_may_not() -> None:
    partly = '[[category]]\nid = "food"\ntitle_cy = "Bwyd da"\n'
    assert faults(f'extends = "{SHIPPED}"\n{HEAD}[leave_out]\nneeds = ["school-milk"]\n{partly}') == []
    assert sorted(faults(HEAD + partly)) == ["$.category[0]: 'title_en' is a required property", "$: 'subject' is a required property"]
    assert "$: 'extends' is a dependency of 'leave_out'" in faults(f'{HEAD}[leave_out]\nneeds = ["school-milk"]\n')


def test_every_key_has_a_title_and_a_description() -> None:
    found = list(keys(scenario_schema()))
    assert len(found) > 150
    for path, inner in found:
        if path.startswith(("#", ".")) and "else" not in path:
            assert inner.get("description", "").endswith("."), path
            assert inner.get("title"), path


def test_defaults_are_those_of_the_reader() -> None:
    named = scenario_schema()["$defs"]
    rules = ScenarioFile.model_fields["rules"].default.model_dump(by_alias=True)
    assert {key: inner["default"] for key, inner in named["RulesTable"]["properties"].items()} == rules
    routes = {name: {key: inner["default"] for key, inner in route["properties"].items()} for name, route in named_routes(named).items()}
    assert routes["lots"] == {
        "on": True,
        "days": 3,
        "price_points": 4,
        "labs": {"procurement": 1, "adaption": 0, "data": 0},
        "largest_gbp": 0,
    }
    assert routes["quotes"]["largest_gbp"] == 170_000


def named_routes(named: dict[str, Any]) -> dict[str, Any]:
    routes: dict[str, Any] = named["RoutesTable"]["properties"]
    return routes


def test_it_is_printed_or_written_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert schema() == 0
    assert json.loads(capsys.readouterr().out) == scenario_schema()
    assert schema(str(tmp_path / "scenario.schema.json")) == 0
    assert json.loads((tmp_path / "scenario.schema.json").read_text(encoding="utf-8")) == scenario_schema()
    assert schema(str(tmp_path / "no" / "where.json")) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.endswith(f"there is no folder {tmp_path / 'no'}; make it, or name another file.\n")


def test_the_tables_of_the_page_are_those_of_the_models_and_none_is_missing() -> None:
    page = (TOP / PAGE).read_text(encoding="utf-8")
    assert with_tables(page) == page, "write them anew with python -m caffael_tools.pack_tables"
    for name, table in all_tables().items():
        assert f"<!-- table {name} -->\n\n{table}\n<!-- end -->" in page, name
        assert "| None |" not in table

"""The JSON Schema of scenario.toml (draft 2020-12), from the models, so that editors complete and check the file as it is typed.

A pack that extends another may leave out whatever that one has, so the schema asks for categories and subjects, and for titles within
them, only where nothing is extended. What hangs together between keys and decks only `caffael check` can see.
"""

from typing import Any

from pydantic.json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema

from caffael.scenario.keywords import words_for
from caffael.scenario.phrases import WHOLE_NUMBER
from caffael.scenario.rule_tables import STANDARD_ROUTES
from caffael.scenario.scenario_file import ScenarioFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"
EXTENDS = "extends"
LAID = ("CategoryTable", "SubjectTable", "CampaignTable")
"""Tables that an extending pack may write in part."""


def scenario_schema() -> dict[str, Any]:
    """The schema of scenario.toml."""
    made = ScenarioFile.model_json_schema(by_alias=True, ref_template=DEFAULT_REF_TEMPLATE, schema_generator=GenerateJsonSchema)
    tables: dict[str, Any] = made.pop("$defs")
    named = {name: tidied(table) for name, table in sorted(tables.items())}
    whole = tidied(made)
    named["DecksTable"] = named["DecksTable"] | {"properties": plain_decks(named["DecksTable"]["properties"])}
    named["RoutesTable"] = named["RoutesTable"] | {"properties": routes(named["RoutesTable"]["properties"], named.pop("RouteTable"))}
    partly = {name: named[name].pop("required") for name in LAID}
    needed = whole.pop("required")
    own = [key for key in needed if key not in ("category", "subject")]
    return {
        "$schema": DIALECT,
        "title": "scenario.toml of a pack for Caffael",
        "description": "The name of a pack and every number of its rules. Money is in pounds, carbon in kg CO2e, shares in percent.",
        **{key: value for key, value in whole.items() if key not in ("title", "description")},
        "required": own,
        "dependentRequired": {"leave_out": [EXTENDS]},
        "if": {"required": [EXTENDS]},
        "else": {
            "required": [key for key in needed if key not in own],
            "properties": {
                "category": {"items": {"required": partly["CategoryTable"]}},
                "subject": {"items": {"required": partly["SubjectTable"]}},
                "campaign": {"required": partly["CampaignTable"]},
            },
        },
        "$defs": named,
    }


def tidied(table: dict[str, Any]) -> dict[str, Any]:
    """A table of the schema: its keys with titles in words, without the null that TOML doesn't have, and without notes for developers."""
    kept = {key: value for key, value in table.items() if key not in ("title", "description", "properties")}
    return kept | {"properties": {key: tidied_key(key, value) for key, value in table["properties"].items()}}


def tidied_key(key: str, schema: dict[str, Any]) -> dict[str, Any]:
    """One key of a table. The default of a table is that of its keys, so it isn't written again."""
    found = {name: value for name, value in schema.items() if name not in ("title", "anyOf")}
    for choice in schema.get("anyOf", ()):
        if choice != {"type": "null"}:
            found |= choice
    if found.get("default", 0) is None or "$ref" in found:
        found.pop("default", None)
    return {"title": key.replace("_", " ").capitalize(), **found}


def plain_decks(decks: dict[str, Any]) -> dict[str, Any]:
    """The plain decks: values are whole numbers, copies are none or more."""
    copies = {"propertyNames": {"pattern": f"^{WHOLE_NUMBER.pattern}$"}, "additionalProperties": {"type": "integer", "minimum": 0}}
    return {name: deck | copies for name, deck in decks.items()}


def routes(keys: dict[str, Any], table: dict[str, Any]) -> dict[str, Any]:
    """The ways to buy, each with its own defaults: what a pack leaves out has its usual number."""
    found: dict[str, Any] = {}
    for route, (days, price, labs, largest) in STANDARD_ROUTES.items():
        name = words_for([route])[0]
        standard = {"on": True, "days": days, "price_points": price, "labs": labs.model_dump(), "largest_gbp": largest}
        properties = {key: value | {"default": standard[key]} for key, value in table["properties"].items()}
        found[name] = {key: value for key, value in keys[name].items() if key != "$ref"} | table | {"properties": properties}
    return found

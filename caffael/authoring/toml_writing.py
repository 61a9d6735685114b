"""Write a whole scenario.toml: every key with its value and, from the models, what it means."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from caffael.scenario.bars import Bar
from caffael.scenario.explain import is_model, plain
from caffael.scenario.keywords import words_for
from caffael.scenario.rule_tables import STANDARD_ROUTES, RouteTable
from caffael.scenario.scenario_file import ScenarioFile

HEAD = """\
# {title}
#
# This file holds the name of the pack and every number of its rules. The cards stand beside it, in a spreadsheet for each deck.
# Change what you like; `caffael check` names everything that does not fit together, and what is worth a second look.
#
# Money is in whole pounds, carbon in whole kilograms of CO2e, percentages in whole percent.
"""
COMMENT_AT = 44
"""Where the comments of short lines begin."""
WIDEST = 140
LEFT_OUT = ("extends", "leave_out")
"""Keys of packs that extend another."""


NOUNS_EXAMPLE = (
    "# What a team runs, if it is neither a council nor a school, for example:",
    "#",
    "# [nouns]",
    '# noun_en = "hospital"',
    '# a_noun_en = "a hospital"',
    '# nouns_en = "hospitals"',
    '# noun_cy = "ysbyty"',
    "#",
)
TEAM_EXAMPLE = ("# Names for teams, a table for each:", "#", "# [[team]]", '# name_en = "Snowdon"', '# name_cy = "Yr Wyddfa"')
CATEGORY_EXAMPLE = (
    "# Each can have a picture and a colour (packs.md lists them):",
    '# picture = "flask"',
    '# colour = "purple"',
)


def scenario_text(scenario: ScenarioFile) -> str:
    """The whole file of a pack that extends none."""
    lines = [HEAD.format(title=scenario.title_en)]
    lines += keys_of(scenario, LEFT_OUT)
    lines += ["", "", *(NOUNS_EXAMPLE if scenario.nouns is None else ()), *(() if scenario.team else TEAM_EXAMPLE)]
    for team in scenario.team:
        lines += ["", "[[team]]", *keys_of(team)]
    for name in ("nouns", "board", "campaign", "rules", "weights", "decks"):
        table = getattr(scenario, name)
        if table is not None:
            lines += ["", "", f"# {meaning(ScenarioFile, name)}", f"[{name}]", *keys_of(table)]
    for card in scenario.weights.card:
        lines += ["", "[[weights.card]]", *keys_of(card)]
    lines += ["", "", f"# {meaning(ScenarioFile, 'routes')}"]
    for route, (days, price, labs, largest) in STANDARD_ROUTES.items():
        name = words_for([route])[0]
        own: RouteTable = getattr(scenario.routes, name)
        standard = RouteTable(on=True, days=days, price_points=price, labs=labs, largest_gbp=largest)
        filled = standard.model_copy(update=own.model_dump(exclude_none=True) | ({"labs": own.labs} if own.labs else {}))
        lines += ["", f"# {meaning(type(scenario.routes), name)}", f"[routes.{name}]", *keys_of(filled)]
    lines += ["", "", f"# {meaning(ScenarioFile, 'framework')}", "[framework]", *keys_of(scenario.framework)]
    for name in ("category", "subject"):
        lines += ["", "", f"# {meaning(ScenarioFile, name)}", *(CATEGORY_EXAMPLE if name == "category" else ())]
        for place, table in enumerate(getattr(scenario, name)):
            lines += ["", f"[[{name}]]", *keys_of(table, explained=place == 0)]
    return "\n".join(lines) + "\n"


def extension_text(extends: str, id: str, title: str) -> str:  # noqa: A002 - the key of the file
    """The file of a pack that extends another and changes nothing yet."""
    keys = (("extends", extends), ("id", id), ("title_en", title), ("title_cy", title))
    head = HEAD.format(title=title).replace("every number of its rules", "whatever differs in its rules")
    lines = [head, *(line_of(key, text, meaning(ScenarioFile, key)) for key, text in keys)]
    lines += ["", "", "# A table changes the keys that stand in it and leaves the others, for example:", "#", "# [rules]"]
    lines += ["# officer_days_a_year = 5", "#", "# [leave_out]", '# needs = ["school-milk"]', "", *NOUNS_EXAMPLE, *TEAM_EXAMPLE]
    return "\n".join(lines) + "\n"


def meaning(model: type[BaseModel], name: str) -> str:
    """What a key means."""
    return model.model_fields[name].description or ""


def keys_of(table: BaseModel, left_out: tuple[str, ...] = (), explained: bool = True) -> Iterator[str]:
    """A line for each key of a table that has a value: not for tables in it that have a heading of their own."""
    for name, info in type(table).model_fields.items():
        value, kind = getattr(table, name), plain(info.annotation)
        has_heading = isinstance(table, ScenarioFile) and is_model(kind)
        if name in left_out or value is None or has_heading or (isinstance(value, list) and value and isinstance(value[0], BaseModel)):
            continue
        if value not in ("", []):
            yield line_of(info.alias or name, value, info.description or "" if explained else "")


def line_of(key: str, value: Any, comment: str) -> str:
    """A line with its comment; before the line where both are too long for one."""
    line = f"{key} = {toml_value(value)}"
    if not comment:
        return line
    whole = f"{line.ljust(COMMENT_AT - 1)} # {comment}"
    return whole if len(whole) <= WIDEST else f"# {comment}\n{line}"


def toml_value(value: Any) -> str:
    """A value as TOML writes it. Texts have no control characters, so JSON writes them the same way."""
    if isinstance(value, BaseModel):
        value = value.model_dump(by_alias=True)
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {toml_value(inner)}' for key, inner in value.items())} }}"
    return json.dumps(value, ensure_ascii=False)


BARS_HEAD = "# What this pack promises of its balance: `caffael balance` measures it (see docs/designers.md).\n"


def bars_text(bars: list[Bar]) -> str:
    """The whole file; empty for no bars."""
    tables = ["\n".join(["[[bar]]", *(f"{key} = {toml_value(value)}" for key, value in bar_keys(bar).items())]) for bar in bars]
    return "\n\n".join([BARS_HEAD.rstrip("\n"), *tables]) + "\n" if bars else ""


def bar_keys(bar: Bar) -> dict[str, object]:
    """The keys of a bar that say something."""
    return bar.model_dump(exclude_none=True, exclude_defaults=True, by_alias=True)

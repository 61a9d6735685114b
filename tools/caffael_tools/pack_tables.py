"""The tables of docs/packs.md, from the models: `python -m caffael_tools.pack_tables` writes them anew into the page.

A table stands between the lines <!-- table NAME --> and <!-- end -->, where NAME is a deck, a table of scenario.toml, or the powers of
projects, the effects of events and their conditions.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from caffael.authoring.column_guide import amount, empty, written
from caffael.authoring.columns import columns
from caffael.authoring.meanings import Meaning, conditions, effects, powers
from caffael.authoring.toml_writing import toml_value
from caffael.scenario.explain import expectation, is_model, plain, type_at
from caffael.scenario.models import DECKS, DeckRow, deck_of
from caffael.scenario.rule_tables import RouteTable, WeightCardTable
from caffael.scenario.scenario_file import ScenarioFile
from caffael.words.looks import CATEGORY_PICTURES

PAGE = Path("docs") / "packs.md"
TABLE = re.compile(r"(<!-- table (?P<name>[\w.]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def deck_table(model: type[DeckRow]) -> str:
    """The columns of a deck."""
    lines = ["| column | what it means | what to write | an empty cell |", "| --- | --- | --- | --- |"]
    lines += [f"| `{column.name}` | {column.meaning} | {written(column)} | {empty(column)} |" for column in columns(model)]
    return "\n".join(lines) + "\n"


def key_table(model: type[BaseModel]) -> str:
    """The keys of a table of scenario.toml, without the tables in it that have a heading of their own."""
    lines = ["| key | what it means | what to write | left out |", "| --- | --- | --- | --- |"]
    for field, info in model.model_fields.items():
        if not (model is ScenarioFile and (is_model(plain(info.annotation)) or is_list_of_tables(info))):
            name = info.alias or field
            lines.append(f"| `{name}` | {info.description} | {value_of(model, name)} | {left_out(info)} |")
    return "\n".join(lines) + "\n"


def value_of(model: type[BaseModel], name: str) -> str:
    """What is written for a key, in words."""
    return expectation(*type_at(model, (name,)), name).replace("|", "\\|")


def is_list_of_tables(info: FieldInfo) -> bool:
    """Whether a key is a list of tables."""
    kind = plain(info.annotation)
    return get_origin(kind) is list and is_model(plain(get_args(kind)[0]))


def left_out(info: FieldInfo) -> str:
    """What counts where a key is left out."""
    if info.is_required():
        return "must be there"
    if info.default is None or info.default in ("", []):
        return ""
    return f"`{toml_value(info.default)}`"


def meaning_table(meanings: list[Meaning]) -> str:
    """What powers or effects do, what their amounts mean, and which goal they feed."""
    lines = ["| written | what it does | the amount | the goal that it feeds |", "| --- | --- | --- | --- |"]
    lines += [f"| `{one.written}` | {one.does} | {amount(one)} | {one.goal or 'none'} |" for one in meanings]
    return "\n".join(lines) + "\n"


def condition_table() -> str:
    """Which councils a condition means."""
    lines = ["| written behind `if` | whom the effect meets |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| `{one.written}` | {one.does} |" for one in conditions())]) + "\n"


def all_tables() -> dict[str, str]:
    """Every table by its name."""
    found = {deck_of(model): deck_table(model) for model in DECKS}
    found["scenario"] = key_table(ScenarioFile)
    for name, info in ScenarioFile.model_fields.items():
        kind = plain(info.annotation)
        inner = plain(get_args(kind)[0]) if is_list_of_tables(info) else kind
        if is_model(inner):
            found[name if is_list_of_tables(info) else f"scenario.{name}"] = key_table(inner)
    found["pictures"] = picture_table(CATEGORY_PICTURES)
    found |= {"powers": meaning_table(powers()), "effects": meaning_table(effects()), "conditions": condition_table()}
    return found | {"weights.card": key_table(WeightCardTable), "routes.NAME": key_table(RouteTable)}


def picture_table(pictures: Mapping[str, str]) -> str:
    """The pictures of categories, and what each shows."""
    lines = ["| picture | what it shows |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| `{name}` | {shows} |" for name, shows in pictures.items())]) + "\n"


def with_tables(page: str) -> str:
    """A page with its tables as they should stand there."""
    tables = all_tables()
    return TABLE.sub(lambda found: f"{found[1]}\n{tables[found['name']]}\n{found[3]}", page)


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE
    path.write_text(with_tables(path.read_text(encoding="utf-8")), encoding="utf-8")

"""The values of a pack that have a name of their own, so that they can be changed or swept without touching a file.

A value of scenario.toml is named as the file nests it: `rules.load_percent`, `weights.price.max`, `routes.lots.labs.procurement`,
`framework.price_percent`; a plain deck is named as a whole, `decks.bid_cards`. A cell is named by its deck, its card and its column:
`needs.school-milk.estimate_gbp`. With * for the card, the cells of the whole column are meant: `suppliers.*.price_percent`.
How a game of the pack begins has names too: `years`, `years_offered`, `only_own`, `board.timer_minutes`, `board.language`.
Texts for the eye, ids and what else a list of packs shows have no such name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from caffael.scenario.cells import read_carbon_class, read_id, read_whole, read_words
from caffael.scenario.explain import is_model, plain
from caffael.scenario.keywords import words_for
from caffael.scenario.models import DECKS, DeckRow, deck_of
from caffael.scenario.rule_tables import STANDARD_ROUTES, DecksTable, RoutesTable, RulesTable, WeightsTable
from caffael.scenario.scenario_file import BoardTable, FrameworkTable, ScenarioFile

EVERY = "*"
"""Stands for every card of a deck."""
TABLES: dict[str, type[BaseModel]] = {
    "rules": RulesTable,
    "weights": WeightsTable,
    "decks": DecksTable,
    "routes": RoutesTable,
    "framework": FrameworkTable,
    "board": BoardTable,
}
BEGINNING = ("years", "years_offered", "only_own", "board")
"""Tables and keys at the top of the file that say how a game begins. No rule asks for them, so there is nothing in them to sweep."""
DECK_MODELS = {deck_of(model): model for model in DECKS}
FOR_THE_EYE = ("_en", "_cy")
LABS_AT = 2
"""How deep the lab levels of a route are nested."""


@dataclass(frozen=True, slots=True)
class Named:
    """A value that has a name: its kind (int, bool for a switch, str, list or dict), and what counts where a pack leaves it out."""

    kind: type
    standard: Any = None


@cache
def table_values() -> dict[tuple[str, ...], Named]:
    """The named values of scenario.toml, by their paths."""
    top = ScenarioFile.model_fields
    found: dict[tuple[str, ...], Named] = {
        (name,): Named(plain_kind(plain(top[name].annotation)), top[name].default) for name in BEGINNING if name not in TABLES
    }
    found |= {path: named for name, model in TABLES.items() for path, named in values_in(model, (name,))}
    for route, (days, price, labs, largest) in STANDARD_ROUTES.items():
        path = ("routes", words_for([route])[0])
        found[(*path, "on")] = Named(bool, True)
        found[(*path, "days")] = Named(int, days)
        found[(*path, "price_points")] = Named(int, price)
        found[(*path, "largest_gbp")] = Named(int, largest)
        for lab, level in labs.model_dump().items():
            found[(*path, "labs", lab)] = Named(int, level)
    return found


def values_in(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Named]]:
    """The named values of a table and of the tables in it."""
    for field, info in model.model_fields.items():
        inner, kind = (*path, info.alias or field), plain(info.annotation)
        if is_model(kind):
            yield from values_in(kind, inner)
        elif get_origin(kind) is list and is_model(plain(get_args(kind)[0])):
            continue  # a list of tables has no value of its own
        elif not inner[-1].endswith(FOR_THE_EYE):
            yield inner, Named(plain_kind(kind), info.default)


def plain_kind(kind: Any) -> type:
    """The kind of a value without what it holds: list for a list of numbers, str for a choice of words."""
    origin = get_origin(kind)
    if origin is Literal:
        return type(get_args(kind)[0])
    found: type = origin or kind
    return found


@cache
def columns(model: type[DeckRow]) -> dict[str, Named]:
    """The columns of a deck whose cells have names. A cell is a number, a switch or else a text."""
    found: dict[str, Named] = {}
    for field, info in model.model_fields.items():
        readers = [getattr(note, "func", None) for note in info.metadata]
        if read_words in readers or read_id in readers:
            continue
        if read_whole in readers or read_carbon_class in readers:
            found[info.alias or field] = Named(int, standard_number(info))
        elif info.annotation is bool:
            found[info.alias or field] = Named(bool, None if info.is_required() else info.default)
        else:
            found[info.alias or field] = Named(str)
    return found


def standard_number(info: FieldInfo) -> int | None:
    """What an empty cell counts as; None where it must not be empty, or means something else than a number."""
    low = next((note.ge for note in info.metadata if getattr(note, "ge", None) is not None), None)
    if info.is_required() or (low is not None and info.default < low):
        return None
    number: int = info.default
    return number


def table_value(data: dict[str, Any], path: tuple[str, ...]) -> Any:
    """What counts for a value of scenario.toml: what stands there, right or wrong, or else the standard."""
    table: Any = data
    for place, name in enumerate(path):
        if isinstance(table, dict) and name in table:
            table = table[name]
        elif is_lab(path) and place > LABS_AT:
            return 0  # a route that names its labs asks for no others
        else:
            return table_values()[path].standard
    return table


def is_lab(path: tuple[str, ...]) -> bool:
    """Whether a value is the lab level that a route asks for."""
    return path[LABS_AT : LABS_AT + 1] == ("labs",)


def cell_value(cell: str, named: Named) -> Any:
    """What counts for a cell that is right: a number, True or False, a text; None where it is empty and has no number."""
    if not cell:
        return named.standard
    if named.kind is bool:
        return cell == "yes"
    return int(cell) if named.kind is int else cell


def all_names() -> list[str]:
    """Every name, with * for the cards."""
    cells = [f"{deck}.{EVERY}.{column}" for deck, model in DECK_MODELS.items() for column in columns(model)]
    return [".".join(path) for path in table_values()] + cells

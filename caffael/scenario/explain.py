"""Say in one plain sentence what a model found wrong with a value."""

import re
from collections.abc import Callable, Sequence
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from caffael.scenario.cells import SAID, WRONG, Expect
from caffael.scenario.faults import listed, near, shown, text_of, unknown_word
from caffael.scenario.models import DeckRow

Place = tuple[str | int, ...]
QUOTED = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?|true|false")
"""A number or truth value that was put in quotation marks by mistake."""
MOST_TOLD = 300
"""Faults of one file that are told. More come only from a file that was made to have them."""
IN_TOML = {bool: "true or false", int: "a whole number", float: "a number", str: "a text in quotation marks"}


def explain(error: ValidationError, model: type[BaseModel], note: Callable[[Place, str | None, str], None]) -> None:
    """Tell `note` the place, the value and a sentence for everything that is wrong, or for as much as anybody reads."""
    for details in error.errors(include_url=False)[:MOST_TOLD]:
        place = details["loc"]
        value = None if details["type"] in ("missing", "extra_forbidden") or plural(details["input"]) else text_of(details["input"])
        note(place, value, sentence(details, model))


def plural(value: object) -> bool:
    """Whether a value is a table or list, too long to be shown."""
    return isinstance(value, (dict, list, tuple))


def sentence(details: ErrorDetails, model: type[BaseModel]) -> str:
    """The sentence about one error."""
    kind, place, value = details["type"], details["loc"], details["input"]
    context = details.get("ctx", {})
    annotation, notes = type_at(model, place)
    expected = expectation(annotation, notes, str(place[-1]) if place else "")
    if kind == SAID:
        return details["msg"]
    if kind == WRONG:
        return f"{details['msg']}; write {expected}."
    if kind == "missing" and issubclass(model, DeckRow):
        return f"The cell is empty; write {expected}."
    if kind == "missing":
        return f"{shown(place[-1])} is missing; write {expected}."
    if kind == "extra_forbidden":
        guess = near(str(place[-1]), names_at(model, place[:-1]))
        return f"{shown(place[-1])} is not known here{guess or '; take it out.'}"
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"{shown(value)} is too {'small' if kind.startswith('greater') else 'large'}; write {expected}."
    if kind == "string_too_long":
        return f"The text has {len(value)} characters; write at most {context['max_length']}."
    if kind == "string_too_short":
        return "The text is empty; write one."
    if kind == "too_long":
        return f"There are {context['actual_length']} of them; write at most {context['max_length']}."
    if kind == "too_short":
        return f"There is none; write {expected}."
    if kind == "literal_error" and isinstance(value, str):
        return unknown_word(value, map(str, get_args(plain(annotation))), "choice")
    if isinstance(value, str) and QUOTED.fullmatch(value) and plain(annotation) in (int, float, bool):
        return f"{shown(value)} stands in quotation marks; write {expected} without them."
    if plural(value):
        return f"What stands here is not {expected}."
    return f"{shown(value)} is not {expected}."


def expectation(annotation: Any, notes: Sequence[Any], name: str) -> str:
    """What is expected of a value, in words: of a cell what its type says, of a key of scenario.toml its type and bounds."""
    kind, origin = plain(annotation), get_origin(plain(annotation))
    words = next((found.words for found in notes if isinstance(found, Expect)), None)
    if words is None:
        if origin is Literal:
            words = listed(f'"{choice}"' if isinstance(choice, str) else str(choice) for choice in get_args(kind))
        elif origin is list:
            inner = plain(get_args(kind)[0])
            words = f"at least one table [[{name}]]" if is_model(inner) else "a list of whole numbers in square brackets"
        elif origin is dict or is_model(kind):
            words = "a table"
        else:
            words = IN_TOML.get(kind, "a value")
    low = next((found.ge for found in notes if getattr(found, "ge", None) is not None), None)
    high = next((found.le for found in notes if getattr(found, "le", None) is not None), None)
    if low is not None and high is not None:
        return f"{words} from {low} to {high}"
    return words if low is None else f"{words} of {low} or more"


def plain(annotation: Any) -> Any:
    """A type without its notes and without "or none"."""
    while hasattr(annotation, "__metadata__"):
        annotation = annotation.__origin__
    if get_origin(annotation) in (Union, UnionType):
        return plain(next(inner for inner in get_args(annotation) if inner is not type(None)))
    return annotation


def is_model(kind: Any) -> bool:
    """Whether a type is a model."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def type_at(model: type[BaseModel], place: Sequence[str | int]) -> tuple[Any, list[Any]]:
    """The type of the value at a place of a model, and the notes of the type."""
    annotation: Any = model
    notes: list[Any] = []
    for part in place:
        kind = plain(annotation)
        inner = get_args(kind)
        if is_model(kind):
            info = field_called(kind, str(part))
            if info is None:
                return None, []
            annotation, notes = info.annotation, list(info.metadata)
        elif inner:
            annotation = inner[-1]
            notes = [found for part_note in getattr(annotation, "__metadata__", ()) for found in unfolded(part_note)]
    return annotation, notes


def unfolded(note: Any) -> list[Any]:
    """The bounds within a note."""
    return list(note.metadata) if isinstance(note, FieldInfo) else [note]


def field_called(model: type[BaseModel], name: str) -> FieldInfo | None:
    """The field that a file calls by a name."""
    return next((info for field, info in model.model_fields.items() if (info.alias or field) == name), None)


def names_at(model: type[BaseModel], place: Sequence[str | int]) -> list[str]:
    """The names that are known in a table."""
    kind = plain(type_at(model, place)[0])
    return [info.alias or field for field, info in kind.model_fields.items()] if is_model(kind) else []

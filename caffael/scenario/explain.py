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
from caffael.words.sentence import Sentence

Place = tuple[str | int, ...]
QUOTED = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?|true|false")
"""A number or truth value that was put in quotation marks by mistake."""
MOST_TOLD = 300
"""Faults of one file that are told. More come only from a file that was made to have them."""
IN_TOML = {
    bool: Sentence("true or false"),
    int: Sentence("a whole number"),
    float: Sentence("a number"),
    str: Sentence("a text in quotation marks"),
}


def explain(error: ValidationError, model: type[BaseModel], note: Callable[[Place, str | None, Sentence], None]) -> None:
    """Tell `note` the place, the value and a sentence for everything that is wrong, or for as much as anybody reads."""
    for details in error.errors(include_url=False)[:MOST_TOLD]:
        place = details["loc"]
        value = None if details["type"] in ("missing", "extra_forbidden") or plural(details["input"]) else text_of(details["input"])
        note(place, value, sentence(details, model))


def plural(value: object) -> bool:
    """Whether a value is a table or list, too long to be shown."""
    return isinstance(value, (dict, list, tuple))


def sentence(details: ErrorDetails, model: type[BaseModel]) -> Sentence:
    """The sentence about one error."""
    kind, place, value = details["type"], details["loc"], details["input"]
    context = details.get("ctx", {})
    annotation, notes = type_at(model, place)
    expected = expectation(annotation, notes, str(place[-1]) if place else "")
    told: Sentence
    if kind == SAID:
        told = context["message"]
    elif kind == WRONG:
        told = Sentence("{what}; write {expected}.", what=context["message"], expected=expected)
    elif kind == "missing" and issubclass(model, DeckRow):
        told = Sentence("The cell is empty; write {expected}.", expected=expected)
    elif kind == "missing":
        told = Sentence("{name} is missing; write {expected}.", name=shown(place[-1]), expected=expected)
    elif kind == "extra_forbidden":
        above = len(place) > 1 and str(place[-1]) in names_at(model, ())
        upwards = Sentence("; put its line above the first heading in square brackets.")
        end = upwards if above else near(str(place[-1]), names_at(model, place[:-1])) or Sentence("; take it out.")
        told = Sentence("{name} is not known here{end}", name=shown(place[-1]), end=end)
    elif kind == "greater_than_equal":
        told = Sentence("{value} is too small; write {expected}.", value=shown(value), expected=expected)
    elif kind == "less_than_equal":
        told = Sentence("{value} is too large; write {expected}.", value=shown(value), expected=expected)
    elif kind == "string_too_long":
        told = Sentence("The text has {n} characters; write at most {most}.", n=len(value), most=context["max_length"])
    elif kind == "string_too_short":
        told = Sentence("The text is empty; write one.")
    elif kind == "too_long":
        told = Sentence("There are {n} of them; write at most {most}.", n=context["actual_length"], most=context["max_length"])
    elif kind == "too_short":
        told = Sentence("There is none; write {expected}.", expected=expected)
    elif kind == "literal_error" and isinstance(value, str):
        told = unknown_word(value, map(str, get_args(plain(annotation))), "choice")
    elif isinstance(value, str) and QUOTED.fullmatch(value) and plain(annotation) in (int, float, bool):
        pattern = "{value} stands in quotation marks; write {expected} without them."
        told = Sentence(pattern, value=shown(value), expected=expected)
    elif plural(value):
        told = Sentence("What stands here is not {expected}.", expected=expected)
    else:
        told = Sentence("{value} is not {expected}.", value=shown(value), expected=expected)
    return told


def expectation(annotation: Any, notes: Sequence[Any], name: str) -> str:
    """What is expected of a value, in words: of a cell what its type says, of a key of scenario.toml its type and bounds."""
    kind, origin = plain(annotation), get_origin(plain(annotation))
    words = next((found.words for found in notes if isinstance(found, Expect)), None)
    if words is None:
        if origin is Literal:
            words = listed(f'"{choice}"' if isinstance(choice, str) else str(choice) for choice in get_args(kind))
        elif origin is list:
            inner = plain(get_args(kind)[0])
            several = Sentence("at least one table [[{name}]]", name=name)
            words = several if is_model(inner) else Sentence("a list of whole numbers in square brackets")
        elif origin is dict or is_model(kind):
            words = Sentence("a table")
        else:
            words = IN_TOML.get(kind, Sentence("a value"))
    low = next((found.ge for found in notes if getattr(found, "ge", None) is not None), None)
    high = next((found.le for found in notes if getattr(found, "le", None) is not None), None)
    if low is not None and high is not None:
        return Sentence("{what} from {low} to {high}", what=words, low=str(low), high=str(high))
    return words if low is None else Sentence("{what} of {low} or more", what=words, low=str(low))


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

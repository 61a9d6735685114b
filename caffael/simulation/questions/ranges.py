"""The values that numbers of a scenario may take, from the text of `--set`.

| text | values |
| --- | --- |
| `rules.load_percent=3:7:2` | 3, 5 and 7: from, to, step |
| `routes.open.days=1,2,4` | these |
| `rules.goal_start=3:7` | any whole number from 3 to 7, where values are sampled or searched |
| `needs.*.estimate_gbp=x0.8:x1.2:0.1` | the estimates of all cards times 0.8, 0.9 … 1.2 |
| `suppliers.*.price_percent=-3:+3` | three less to three more than each card says |

With an x before a value all values of the text multiply, with a + before one all of them add. A switch takes 0 and 1, or false and true.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import Literal

from caffael.scenario.faults import near, shown
from caffael.scenario.layers.named_numbers import DECK_MODELS, EVERY

Form = Literal["", "x", "+"]
"""What a value does to the number that stands there: it replaces it, multiplies it, or is added to it."""
Setting = tuple[int, ...]
"""One value for each range, by its place in the range."""
VALUE = re.compile(r"(x?)([+-]?)([0-9]{1,12})(?:\.([0-9]{1,4}))?")
TRUTH = {"true": "1", "false": "0"}
FACTOR_PLACES = 2
"""Decimal places of a factor where a range names no step."""
LONGEST_LIST = 200
FORMS = "write it like rules.load_percent=3:7:2, =3,5,7 or =3:7"


class RangeError(ValueError):
    """A range that makes no sense; its text is one plain sentence with the mend."""


@dataclass(frozen=True)
class Range:
    """A number of a scenario and the values it may take.

    `values` are whole numbers of the last decimal place, of which there are `places`. `named` says whether the text named each of them,
    by a list or a step. `present` is what the scenario has, None where many cards are meant that differ.
    """

    name: str
    form: Form
    values: Sequence[int]
    places: int = 0
    named: bool = True
    switch: bool = False
    present: int | None = None

    def number(self, place: int) -> float:
        """A value as a number, for reckoning and drawing."""
        return float(self.exact(self.values[place]))

    def part(self, place: int) -> float:
        """How far a value is on the way from the first to the last, which is 1."""
        return (self.number(place) - self.number(0)) / (self.number(len(self.values) - 1) - self.number(0))

    def change(self, place: int) -> int | str:
        """A value as `load_pack` takes it."""
        return self.change_of(self.values[place])

    def text(self, place: int) -> str:
        """A value as a person writes it."""
        return self.text_of(self.values[place])

    def exact(self, value: int) -> Decimal:
        """A value in its unit."""
        return Decimal(value).scaleb(-self.places)

    def change_of(self, value: int) -> int | str:
        """What `load_pack` takes for one of the values."""
        return self.text_of(value) if self.form else value

    def text_of(self, value: int) -> str:
        """One of the values as a person writes it."""
        if self.form == "+":
            return f"{value:+d}"
        if self.switch:
            return str(bool(value)).lower() if value in (0, 1) else str(value)
        return f"{self.form}{self.exact(value)}"

    @property
    def present_text(self) -> str:
        """The scenario's own value as a person writes it."""
        if self.present is None:
            return "as each card says"
        return str(bool(self.present)).lower() if self.switch else str(self.present)

    @property
    def present_place(self) -> int | None:
        """The place of the value that leaves the scenario as it is, if it is one of them."""
        as_it_is = {"": self.present, "x": 10**self.places, "+": 0}[self.form]
        return self.values.index(as_it_is) if as_it_is in self.values else None


def changes_of(ranges: Sequence[Range], setting: Setting) -> dict[str, object]:
    """A setting as `load_pack` takes it."""
    return {its.name: its.change(place) for its, place in zip(ranges, setting, strict=True)}


def words_of(ranges: Sequence[Range], setting: Setting) -> str:
    """A setting in words."""
    return ", ".join(f"{its.name}={its.text(place)}" for its, place in zip(ranges, setting, strict=True))


def present_setting(ranges: Sequence[Range]) -> Setting | None:
    """The setting that leaves the scenario as it is, if the ranges have it."""
    found = tuple(its.present_place for its in ranges)
    return None if None in found else tuple(place for place in found if place is not None)


def setting_at(ranges: Sequence[Range], point: Sequence[float]) -> Setting:
    """The setting at a point of the unit cube: each value of a range has an equal part of its side."""
    return tuple(min(int(part * len(its.values)), len(its.values) - 1) for its, part in zip(ranges, point, strict=True))


def number_of_settings(ranges: Sequence[Range]) -> int:
    """How many settings there are."""
    return prod(len(its.values) for its in ranges)


def read_ranges(texts: Sequence[str], parameters: Mapping[str, int]) -> tuple[Range, ...]:
    """The ranges of several texts. `parameters` are the numbers of the scenario by name with their present values.

    Raises RangeError for the first text that makes no sense, and for a number that is named twice.
    """
    if not texts:
        raise RangeError(f"There is nothing to change: add --set, and {FORMS}.")
    found: list[Range] = []
    for text in texts:
        its = read_range(text, parameters)
        if its.name in [other.name for other in found]:
            raise RangeError(f"{its.name} is set twice; write all its values in one --set.")
        found.append(its)
    return tuple(found)


def read_range(text: str, parameters: Mapping[str, int]) -> Range:
    """The range of one text. Raises RangeError."""
    name, equals, values = (part.strip() for part in text.partition("="))
    if not equals or not values:
        raise RangeError(f"{shown(text)} names no values; {FORMS}.")
    present = present_of(name, parameters)
    parts = [TRUTH.get(part.strip().lower(), part.strip()) for part in re.split("[:,]", values)]
    is_list = ":" not in values
    if not is_list and ("," in values or len(parts) > 3):
        raise RangeError(f"{shown(text)} is neither a range nor a list; {FORMS}.")
    numbers = parts if is_list else parts[:2]
    form = form_of(text, numbers)
    places = max(decimal_places(part) for part in parts) if form == "x" else 0
    if not is_list and len(parts) == 2 and form == "x":
        places = max(places, FACTOR_PLACES)
    read = [value_of(text, part, form, places) for part in numbers]
    chosen = listed(text, read) if is_list else between(text, read[0], read[1], step_of(text, parts[2:], form, places))
    if form == "x" and min(read) < 0:
        raise RangeError(f"{shown(text)} multiplies by less than nothing; write factors like x0.9.")
    if isinstance(present, bool) and (form or not set(read) <= {0, 1}):
        raise RangeError(f"{name} is a switch; write {name}=false,true.")
    named = is_list or len(parts) == 3
    return Range(name, form, chosen, places, named, isinstance(present, bool), None if present is None else int(present))


def present_of(name: str, parameters: Mapping[str, int]) -> int | None:
    """The present value of a number; None for that of many cards. Raises RangeError for a name that no number has."""
    if name in parameters:
        return parameters[name]
    cells = [known.split(".") for known in parameters if known.partition(".")[0] in DECK_MODELS]
    whole_columns = {f"{deck}.{EVERY}.{column}" for deck, _, column in cells}
    if name in whole_columns:
        return None
    hint = near(name, [*parameters, *whole_columns]) or "; see docs/designers.md."
    raise RangeError(f"{shown(name)} is not a number of this scenario{hint}")


def form_of(text: str, parts: Sequence[str]) -> Form:
    """What the values of a text do, by the sign before one of them. Raises RangeError where some multiply and others do not."""
    if any(part.startswith("x") for part in parts):
        if not all(part.startswith("x") for part in parts):
            raise RangeError(f"In {shown(text)} some values multiply and others do not; write x before each of them.")
        return "x"
    return "+" if any(part.startswith("+") for part in parts) else ""


def decimal_places(part: str) -> int:
    """How many decimal places a value is written with."""
    return len(part.partition(".")[2])


def value_of(text: str, part: str, form: Form, places: int) -> int:
    """A value in units of the last decimal place. Raises RangeError for what is no number."""
    found = VALUE.fullmatch(part)
    if found is None:
        raise RangeError(f"In {shown(text)} {shown(part)} is not a number; {FORMS}.")
    if form != "x" and "." in part:
        raise RangeError(f"In {shown(text)} {shown(part)} is not a whole number; only factors such as x1.1 have decimals.")
    return int(Decimal(part.removeprefix("x")).scaleb(places))


def step_of(text: str, parts: Sequence[str], form: Form, places: int) -> int:
    """The step of a range, 1 of the last decimal place where it names none. Raises RangeError."""
    step = value_of(text, parts[0].removeprefix("x"), form, places) if parts else 1
    if step <= 0:
        raise RangeError(f"In {shown(text)} the step {shown(parts[0])} leads nowhere; write a step above 0.")
    return step


def between(text: str, first: int, last: int, step: int) -> Sequence[int]:
    """The values from one to another. Raises RangeError where they are upside down."""
    if last < first:
        begin, end, *rest = (part.strip() for part in text.partition("=")[2].split(":"))
        raise RangeError(f"The bounds of {shown(text)} are upside down; write {':'.join([end, begin, *rest])}.")
    return range(first, last + 1, step)


def listed(text: str, values: Sequence[int]) -> Sequence[int]:
    """The values of a list. Raises RangeError where one stands twice or they are too many."""
    if len(set(values)) < len(values):
        raise RangeError(f"A value of {shown(text)} stands there twice; leave one out.")
    if len(values) > LONGEST_LIST:
        raise RangeError(f"{shown(text)} lists more than {LONGEST_LIST} values; write from:to:step.")
    return tuple(values)

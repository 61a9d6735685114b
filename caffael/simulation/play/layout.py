"""NumPy record types of the same names and nesting as the rules' dataclasses, and conversion both ways.

Every word is a 64-bit whole number. Conversion is for tests and for handing over a position, never for inner loops.
"""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from caffael.rules.copying import words_of


def dtype_of(record: Any) -> np.dtype[Any]:
    """The record type of a record: lists become sub-arrays, records nested types, every number i8."""
    places: list[Any] = []
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, list):
            inner = dtype_of(value[0]) if is_dataclass(value[0]) else np.dtype("i8")
            places.append((field.name, inner, (len(value),)))
        elif is_dataclass(value):
            places.append((field.name, dtype_of(value)))
        else:
            places.append((field.name, np.dtype("i8")))
    return np.dtype(places)


def to_array(record: Any) -> np.ndarray[Any, Any]:
    """A record as an array of one; its only element is what compiled functions take."""
    array = np.zeros(1, dtype_of(record))
    _fill(array[0], record)
    return array


def to_rows(records: Sequence[Any]) -> np.ndarray[Any, Any]:
    """Records of one kind as an array of as many."""
    array = np.zeros(len(records), dtype_of(records[0]))
    for i, record in enumerate(records):
        _fill(array[i], record)
    return array


def _fill(target: Any, record: Any) -> None:
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, list) and is_dataclass(value[0]):
            for i, item in enumerate(value):
                _fill(target[field.name][i], item)
        elif is_dataclass(value):
            _fill(target[field.name], value)
        else:
            target[field.name] = value


def flat(record: Any) -> list[int]:
    """All words of a record as one row, in the order of its fields. Compiled (see `compiled.py`), the record itself as such a row."""
    return list(words_of(record))


def from_array(source: Any, record: Any) -> None:
    """Write an array's element back into a record of the same kind."""
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, list):
            for i, item in enumerate(value):
                if is_dataclass(item):
                    from_array(source[field.name][i], item)
                else:
                    value[i] = int(source[field.name][i])
        elif is_dataclass(value):
            from_array(source[field.name], value)
        else:
            setattr(record, field.name, int(source[field.name]))

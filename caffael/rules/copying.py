"""Copies of records: in place, word by word, by a function written once for each kind of record.

Compiled, the same call copies the record as one block (see `caffael.simulation.play.compiled`).
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

_copiers: dict[type, Callable[[Any, Any], None]] = {}


def copy_into(target: Any, source: Any) -> None:
    """Copy every word of a record into another record of the same kind; afterwards they share nothing."""
    copier = _copiers.get(type(source))
    if copier is None:
        copier = _copiers[type(source)] = _write_copier(source)
    copier(target, source)


def _write_copier(example: Any) -> Callable[[Any, Any], None]:
    """A function that copies records of the kind of the example."""
    lines: list[str] = ["def copier(target, source):"]
    inner: dict[str, Any] = {"copy_into": copy_into}
    for field in fields(example):
        value = getattr(example, field.name)
        if isinstance(value, list) and is_dataclass(value[0]):
            lines.append(f"    for t, s in zip(target.{field.name}, source.{field.name}):")
            lines.append("        copy_into(t, s)")
        elif isinstance(value, list):
            lines.append(f"    target.{field.name}[:] = source.{field.name}")
        elif is_dataclass(value):
            lines.append(f"    copy_into(target.{field.name}, source.{field.name})")
        else:
            lines.append(f"    target.{field.name} = source.{field.name}")
    exec("\n".join(lines), inner)  # noqa: S102 - the text is made here, from the fields of our own records
    made: Callable[[Any, Any], None] = inner["copier"]
    return made


def words_of(record: Any) -> Iterator[int]:
    """Every whole number of a record, depth first in the order of its fields: for digests, checks and comparisons."""
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, list):
            if is_dataclass(value[0]):
                for item in value:
                    yield from words_of(item)
            else:
                yield from map(int, value)
        elif is_dataclass(value):
            yield from words_of(value)
        else:
            yield int(value)

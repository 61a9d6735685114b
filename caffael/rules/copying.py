"""Copies of records: in place, word by word, by a function written once for each kind of record. And rows that count up.

Compiled, the same call copies the record as one block, and counts in a loop (see `caffael.simulation.play.compiled`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import Field, fields, is_dataclass
from typing import Any

Copier = Callable[[Any, Any], None]
"""Copies a record, or some of its fields, into (first) another one."""
_copiers: dict[type, Copier] = {}
NOTHING: Mapping[type, Sequence[str]] = {}


def copy_into(target: Any, source: Any) -> None:
    """Copy every word of a record into another record of the same kind; afterwards they share nothing."""
    copier = _copiers.get(type(source))
    if copier is None:
        copier = _copiers[type(source)] = _write_copier(source)
    copier(target, source)


def count_up(row: list[int], first: int, count: int) -> None:
    """Fill the beginning of a row with `count` numbers, each one more than the one before."""
    row[:count] = range(first, first + count)


def _write_copier(example: Any) -> Copier:
    """A function that copies records of the kind of the example."""
    return copier_of(example, [field.name for field in fields(example)], {})


def copier_of(example: Any, names: Sequence[str], within: Mapping[type, Copier], home: str = __name__) -> Copier:
    """A function that copies these fields, and no others, into a record of the kind of the example.

    `within` says by which function a record that stands in a field is copied; where it doesn't, all of it is. `home` is the module that
    the function belongs to. It is plain text of the rules' own kind, so that it compiles too.
    """
    lines: list[str] = ["def copier(target, source):"]
    inner: dict[str, Any] = {"__name__": home}

    def copy_of(record: Any) -> str:
        name = f"copy_{type(record).__name__}"
        inner[name] = within.get(type(record), copy_into)
        return name

    for name in names:
        value = getattr(example, name)
        if isinstance(value, list) and is_dataclass(value[0]):
            lines.append(f"    for i in range({len(value)}):")
            lines.append(f"        {copy_of(value[0])}(target.{name}[i], source.{name}[i])")
        elif isinstance(value, list):
            lines.append(f"    target.{name}[:] = source.{name}")
        elif is_dataclass(value):
            lines.append(f"    {copy_of(value)}(target.{name}, source.{name})")
        else:
            lines.append(f"    target.{name} = source.{name}")
    exec("\n".join(lines), inner)  # noqa: S102 - the text is made here, from the fields of our own records
    made: Copier = inner["copier"]
    return made


def fields_of(record: Any, without: Mapping[type, Sequence[str]]) -> Sequence[Field[Any]]:
    """The fields of a record but those that are passed over, in their order."""
    passed = without.get(type(record))
    return fields(record) if passed is None else [field for field in fields(record) if field.name not in passed]


def words_of(record: Any, without: Mapping[type, Sequence[str]] = NOTHING) -> Iterator[int]:
    """Every whole number of a record, depth first in the order of its fields: for saved games, digests, checks and comparisons.

    `without` names the fields that are passed over, by the kind of record they stand in.
    """
    for field in fields_of(record, without):
        value = getattr(record, field.name)
        if isinstance(value, list):
            if is_dataclass(value[0]):
                for item in value:
                    yield from words_of(item, without)
            else:
                yield from map(int, value)
        elif is_dataclass(value):
            yield from words_of(value, without)
        else:
            yield int(value)


def fill_words(record: Any, words: Iterator[int], without: Mapping[type, Sequence[str]] = NOTHING) -> None:
    """Write the numbers that `words_of` gave back into a record of the same kind; what is passed over stays as it is.

    Raises StopIteration when there are fewer than the record has places.
    """
    for field in fields_of(record, without):
        value = getattr(record, field.name)
        if isinstance(value, list):
            if is_dataclass(value[0]):
                for item in value:
                    fill_words(item, words, without)
            else:
                for i in range(len(value)):
                    value[i] = next(words)
        elif is_dataclass(value):
            fill_words(value, words, without)
        else:
            setattr(record, field.name, next(words))

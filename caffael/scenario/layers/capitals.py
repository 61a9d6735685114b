"""Capitals do not matter in the ids of scenario.toml, as they do not in those of the decks."""

from dataclasses import replace
from typing import Any

from caffael.scenario.cells import plain_id
from caffael.scenario.layers.laying import DEEPEST
from caffael.scenario.layers.leaving import LEAVE_OUT, ONLY_OWN
from caffael.scenario.read.toml_text import KeyPath, TomlFile

ID = "id"


def in_small_letters(file: TomlFile) -> TomlFile:
    """What a file says, its ids in small letters."""
    return file if file.data is None else replace(file, data=small_value(file.data, ()))


def small_value(value: Any, path: KeyPath) -> Any:
    """A value with its ids in small letters."""
    if len(path) > DEEPEST:
        return value
    if isinstance(value, dict):
        return {key: small_value(inner, (*path, key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [small_value(inner, path) for inner in value]
    if isinstance(value, str) and (path[-1:] == (ID,) or path[:1] in ((LEAVE_OUT,), (ONLY_OWN,))):
        return plain_id(value)
    return value

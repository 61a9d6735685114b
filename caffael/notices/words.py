"""Words by which notices are read, as data in assets/notices/words.toml."""

import tomllib
from functools import cache

from caffael.resources import folder


@cache
def table() -> dict[str, list[str]]:
    """All lists."""
    found: dict[str, list[str]] = tomllib.loads((folder("assets") / "notices" / "words.toml").read_text(encoding="utf-8"))
    return found


def words(name: str) -> list[str]:
    """The words of a list."""
    return table()[name]

"""Write balance bars down as a balance.toml."""

from caffael.authoring.toml_writing import toml_value
from caffael.scenario.bars import Bar

HEAD = "# What this pack promises of its balance: `caffael balance` measures it (see docs/designers.md).\n"


def bars_text(bars: list[Bar]) -> str:
    """The whole file; empty for no bars."""
    tables = ["\n".join(["[[bar]]", *(f"{key} = {toml_value(value)}" for key, value in bar_keys(bar).items())]) for bar in bars]
    return "\n\n".join([HEAD.rstrip("\n"), *tables]) + "\n" if bars else ""


def bar_keys(bar: Bar) -> dict[str, object]:
    """The keys of a bar that say something."""
    return bar.model_dump(exclude_none=True, exclude_defaults=True, by_alias=True)

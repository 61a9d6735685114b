"""The scratch records a bot works on: its own table of bids. Nothing here outlives a decision."""

from dataclasses import dataclass, field

from caffael.rules.records import Table


@dataclass(slots=True)
class Desk:
    """A bot's desk."""

    table: Table = field(default_factory=Table)

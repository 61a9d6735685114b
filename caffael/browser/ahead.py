"""What a game needs is loaded while people read the title, which needs none of it: so the first thing they press is answered at once."""

from collections.abc import Iterable
from importlib import import_module

AHEAD = (
    "pydantic.main",
    "caffael.rules.actions",
    "caffael.scenario",
    "caffael.match",
    "caffael.board.screens.scenarios",
    "caffael.board.screens.saves",
    "caffael.board.screens.seats",
    "caffael.board.screens.year",
    "caffael.board.screens.table.screen",
)
"""Modules in the order in which they are loaded, each between two frames."""
READING = 400.0
"""Milliseconds that the title stands still before the first."""


class Ahead:
    """Loads modules, one at a time."""

    def __init__(self, modules: Iterable[str] = AHEAD) -> None:
        self._waiting = list(modules)
        self._begun = False

    @property
    def busy(self) -> bool:
        """Whether something is still to load."""
        return bool(self._waiting)

    def go_on(self) -> float:
        """Load the next; say in how many milliseconds the one after it may come."""
        if not self._begun:
            self._begun = True
            return READING
        import_module(self._waiting.pop(0))
        return 0.0

"""The weights a scenario allows, as a pupil moves through them: four numbers that always add up to 100 %.

Only rows of the scenario can be reached. Moving one criterion takes from the others, or gives to them, in proportion to what they had
when the move began; a move there and back therefore ends where it began.
"""

from collections.abc import Sequence
from functools import cached_property

from caffael.rules.cards import Cards
from caffael.rules.terms import CRITERIA, Criterion

BALANCED = "balanced"
TWICE = 2
"""A criterion put first counts twice as much as each of the others."""


class WeightRows:
    """The rows of weights that may be published. A row is named by its index, as the rules name it."""

    def __init__(self, cards: Cards) -> None:
        numbers = cards.weights[: cards.weights_count * CRITERIA]
        self.rows = [tuple(numbers[at : at + CRITERIA]) for at in range(0, len(numbers), CRITERIA)]
        self.criteria = [criterion for criterion in range(CRITERIA) if any(row[criterion] for row in self.rows)]
        self._moves: dict[tuple[int, int, int], int] = {}
        self._values = [sorted({row[criterion] for row in self.rows}) for criterion in range(CRITERIA)]

    def values(self, criterion: int) -> list[int]:
        """The percentages that a criterion can have, smallest first."""
        return self._values[criterion]

    def low(self, criterion: int) -> int:
        """The least that a criterion must count."""
        return self._values[criterion][0]

    def high(self, criterion: int) -> int:
        """The most that a criterion may count."""
        return self._values[criterion][-1]

    @property
    def least_criteria(self) -> int:
        """How many criteria must have a weight."""
        return min((sum(weight > 0 for weight in row) for row in self.rows), default=0)

    def snapped(self, criterion: int, percent: float) -> int:
        """The percentage a criterion can have that is nearest to a number."""
        return min(self._values[criterion], key=lambda value: (abs(value - percent), value))

    def stepped(self, criterion: int, percent: int, steps: int) -> int:
        """The percentage so many steps above or below one; at the ends it stays."""
        values = self._values[criterion]
        place = values.index(self.snapped(criterion, percent)) + steps
        return values[max(0, min(len(values) - 1, place))]

    def nearest(self, wish: Sequence[float]) -> int:
        """The row that is nearest to four numbers; of equals the one with more on the first criteria."""
        return self._best(range(len(self.rows)), wish)

    def moved(self, anchor: int, criterion: int, percent: float) -> int:
        """The row in which one criterion has a percentage and the others share the rest as they did in the row `anchor`."""
        value = self.snapped(criterion, percent)
        key = (anchor, criterion, value)
        if key not in self._moves:
            self._moves[key] = self._shared(anchor, criterion, value)
        return self._moves[key]

    def _shared(self, anchor: int, criterion: int, value: int) -> int:
        before = self.rows[anchor]
        others = [other for other in self.criteria if other != criterion]
        had = sum(before[other] for other in others)
        wish = [0.0] * CRITERIA
        wish[criterion] = value
        for other in others:
            share = before[other] / had if had else 1 / len(others)
            wish[other] = (100 - value) * share
        return self._best([at for at, row in enumerate(self.rows) if row[criterion] == value], wish)

    @cached_property
    def presets(self) -> dict[str, int]:
        """Rows worth a button of their own: balanced, and each criterion first. None stands there twice."""
        count = len(self.criteria)
        found: dict[str, int] = {}
        for criterion in self.criteria:
            wish = [0.0] * CRITERIA
            for other in self.criteria:
                wish[other] = 100 * (TWICE if other == criterion else 1) / (count + TWICE - 1)
            row = self.nearest(wish)
            if row not in found.values():
                found[Criterion(criterion).name] = row
        balanced = self.balanced
        return found if balanced in found.values() else {BALANCED: balanced, **found}

    @cached_property
    def balanced(self) -> int:
        """The row in which all criteria count as equally as the scenario allows."""
        return self.nearest([100 / len(self.criteria) if place in self.criteria else 0.0 for place in range(CRITERIA)])

    def _best(self, places: Sequence[int], wish: Sequence[float]) -> int:
        def away(place: int) -> tuple[float, tuple[int, ...]]:
            row = self.rows[place]
            distance = sum((row[at] - wish[at]) ** 2 for at in range(CRITERIA))
            return round(distance, 6), tuple(-weight for weight in row)

        return min(places, key=away)

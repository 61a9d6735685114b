"""The weights that a council may publish: every way to share out 100 % that the scenario allows."""

from caffael.rules.terms import CRITERIA, Criterion
from caffael.scenario.rule_tables import Limits, RulesTable, WeightsTable

STANDARD_CRITERIA = 3


def criteria_of(table: WeightsTable, rules: RulesTable) -> list[Limits | None]:
    """The limits of each criterion in their order; None for one that is not weighed in this scenario."""
    row: list[Limits | None] = [None] * CRITERIA
    row[Criterion.PRICE] = table.price
    row[Criterion.QUALITY] = table.quality
    row[Criterion.SOCIAL_VALUE] = None if table.people else table.social_value
    row[Criterion.CARBON] = table.carbon if rules.carbon else None
    return row


def criteria_needed(table: WeightsTable, rules: RulesTable) -> int:
    """How many criteria must have a weight: as the scenario says, else three, or as many as there are."""
    if table.criteria_at_least is not None:
        return table.criteria_at_least
    return min(STANDARD_CRITERIA, sum(limits is not None for limits in criteria_of(table, rules)))


def all_weights(table: WeightsTable, rules: RulesTable) -> list[tuple[int, ...]]:
    """Every row of four weights that steps, limits and the number of criteria allow, from the smallest price weight up.

    A scenario with weight cards allows these alone, in their own order.
    """
    if table.card:
        return [card.weights() for card in table.card]
    criteria = criteria_of(table, rules)
    needed = criteria_needed(table, rules)
    rows: list[tuple[int, ...]] = [()]
    for place, limits in enumerate(criteria):
        longer = []
        for row in rows:
            left = 100 - sum(row)
            choices = range(0, left + 1, table.step_percent) if place < CRITERIA - 1 else (left,)
            longer += [(*row, weight) for weight in choices if allowed(weight, limits)]
        rows = longer
    return [row for row in rows if sum(weight > 0 for weight in row) >= needed]


def allowed(weight: int, limits: Limits | None) -> bool:
    """Whether a criterion may have this weight."""
    return weight == 0 if limits is None else limits.low <= weight <= limits.high

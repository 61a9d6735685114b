"""Running totals while happenings are told one by one: they begin with the table before, and end with the table after."""

from caffael.rules.happened import Happening
from caffael.rules.records import Happened, State
from caffael.rules.terms import NONE, EffectKind


class Tally:
    """Goals, money and carbon of every council, and the carbon of the region. It adds up what happened and decides nothing."""

    def __init__(self, state: State) -> None:
        seats = range(state.seats)
        self.goals = [list(state.councils[seat].goals) for seat in seats]
        self.budget = [state.councils[seat].budget for seat in seats]
        self.carbon = [state.councils[seat].carbon_year for seat in seats]
        self.region = state.carbon

    def take(self, happened: Happened) -> None:
        """Add one happening."""
        kind, seat = happened.kind, happened.seat
        if kind == Happening.GOAL:
            self.goals[seat][happened.a] += happened.b
        elif kind in (Happening.PAID, Happening.PROJECT):
            self.budget[seat] -= happened.b
        elif kind in (Happening.INCOME, Happening.PRIZE):
            self.budget[seat] += happened.b
        elif kind == Happening.GRANT:
            self.budget[seat] = happened.c
        elif kind == Happening.EFFECT and seat != NONE and happened.a == EffectKind.BUDGET:
            self.budget[seat] += happened.c
        elif kind == Happening.CARBON:
            self.carbon[seat] += happened.b
            self.region += happened.b
        elif kind == Happening.YEAR_OPENED:
            self.carbon = [0] * len(self.carbon)

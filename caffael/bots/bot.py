"""A bot as plain numbers: what it values, what habits it has, and what it is barred from. One policy plays them all (see `choosing.py`)."""

from dataclasses import dataclass

from caffael.rules.cards import row
from caffael.rules.terms import LABS, NEEDS, NONE, PROJECTS, ROUTES, SUPPLIERS

RANDOM = 0
GUIDED = 1
PLANNER = 2


@dataclass(slots=True)
class Bot:
    """A bot. Tastes are in per cent of what a thing is worth to the score; habits are 0 or 1."""

    kind: int = GUIDED
    price: int = 100
    goals: int = 100  # the need's goals, and quality
    social: int = 100
    carbon: int = 100
    local: int = 100  # local money
    engage: int = 1  # engages the market before it tenders
    train: int = 1
    innovate: int = 1  # does innovation projects
    join: int = 1  # puts joint tenders, and agrees to them
    manage: int = 1
    plain: int = 0  # buys in the order of its tray by the first route, with the balanced weights, and manages the oldest first
    heed: int = 1  # buys nothing that it could not pay for; who is plain asks the forecast of the rules and nothing else
    overspend: int = 0  # buys in the last year what it can't pay for
    watch: int = 0  # lets carbon count for more, and most when the region emits ahead of its years
    coarse: int = 1  # looks at one in so many of the weights
    iterations: int = 200  # of a planner, for each decision
    milliseconds: int = 0  # where people wait: a planner's time instead; 0: by iterations
    ahead: int = 2  # years that a planner plays on, this one included; 0: to the end
    in_order: int = 0  # first come, first bought: of its tray it buys the first need alone
    barred: int = 0  # 1 when `in_order` or what stands below bars something
    weights: int = NONE  # the row of weights that it publishes, whatever it buys
    preset: int = NONE  # or the preset that it publishes
    no_engage: int = 0
    no_route: list[int] = row(int, ROUTES)
    no_lab: list[int] = row(int, LABS)
    no_project: list[int] = row(int, PROJECTS)
    no_supplier: list[int] = row(int, SUPPLIERS)
    no_need: list[int] = row(int, NEEDS)

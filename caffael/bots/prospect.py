"""How well a council stands, to a planner: its score, and before the end what its running contracts will still bring and cost."""

from caffael.bots.worth import chance_reached, kilos_a_point, pounds_a_point
from caffael.rules.cards import Cards
from caffael.rules.delivery import quality_points, social_points
from caffael.rules.records import Contract, Council, Score, State
from caffael.rules.scoring import fill_score
from caffael.rules.terms import GOALS, Phase

LAB_WORTH = 150
"""What a lab level is worth for each year that is left, in hundredths of a point."""
PROJECT_WORTH = 150
"""What a finished project is worth for each year that is left, in hundredths of a point."""


def standing(cards: Cards, state: State, seat: int, score: Score) -> int:
    """How well a seat stands against the mean of the others, in hundredths of a point."""
    own = prospect(cards, state, seat, score)
    others = 0
    for other in range(state.seats):
        if other != seat:
            others += prospect(cards, state, other, score)
    return own if state.seats == 1 else own - others // (2 * (state.seats - 1))


def prospect(cards: Cards, state: State, seat: int, score: Score) -> int:
    """A council's score and what lies ahead of it, in hundredths of a point."""
    fill_score(cards, state, seat, score)
    points = 100 * score.total
    if state.phase == Phase.END:
        return points
    council = state.councils[seat]
    years = cards.settings.years - state.year + 1
    for i in range(council.running):
        points += contract_prospect(cards, state, seat, council.contracts[council.order[i]], years)
    points += years * (LAB_WORTH * sum(council.labs) + PROJECT_WORTH * council.finished)
    return points + money_prospect(cards, council, years)


def contract_prospect(cards: Cards, state: State, seat: int, contract: Contract, years: int) -> int:
    """What a running contract still brings and costs in the years that are left."""
    left = min(contract.term - contract.age, years)
    card = cards.needs[contract.need]
    fed = 0
    for goal in range(GOALS):
        fed += card.goals[goal]
    fed += quality_points(cards, contract.quality)
    if cards.suppliers[contract.supplier].local >= cards.settings.local_share:
        fed += 1
    fed += social_points(cards, contract.social, 0)
    chance = chance_reached(cards, state, seat, contract.supplier, contract.reliability_change)
    spent = 100 * (contract.price // contract.term) // pounds_a_point(cards)
    return left * (fed * chance - spent - 100 * contract.carbon // kilos_a_point(cards))


def money_prospect(cards: Cards, council: Council, years: int) -> int:
    """What money in hand will buy, while there are years to buy in."""
    return 100 * council.budget // pounds_a_point(cards) if years > 1 else 0

"""What the runner-up would have given, and which weights would have chosen somebody else: asked of the rules' own functions."""

from caffael.debrief.records import Bid, OtherWeights, RunnerUp
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.powers import power_of
from caffael.rules.records import Council, Table
from caffael.rules.tender import price_of, weigh
from caffael.rules.terms import CRITERIA, NONE, Power, Route


def bids_of(cards: Cards, table: Table, weights: int) -> list[Bid]:
    """The bids of a table, best first, with their weighted points."""
    row = cards.weights[weights * CRITERIA : (weights + 1) * CRITERIA] if weights != NONE else [0] * CRITERIA
    bids = [
        Bid(
            bidder.supplier,
            bidder.bid,
            bidder.card,
            bidder.quality,
            bidder.social,
            bidder.carbon,
            [weight * score for weight, score in zip(row, bidder.scores, strict=True)],
            bidder.total,
            bidder.rank,
        )
        for bidder in table.bidders[: table.count]
    ]
    return sorted(bids, key=lambda bid: bid.rank)


def runner_up_of(cards: Cards, council: Council, table: Table, need: int, route: int) -> RunnerUp | None:
    """What the second of a table would have given a council for a need; None for a sole bidder."""
    second = next((bidder for bidder in table.bidders[: table.count] if bidder.rank == 1), None)
    if second is None:
        return None
    return RunnerUp(second.supplier, price_of(cards, need, second.percent), carbon_of(cards, council, need, second.carbon, route))


def carbon_of(cards: Cards, council: Council, need: int, percent: int, route: int) -> int:
    """The carbon a year of a contract for a need at a percentage of its baseline, as the rules sign it."""
    percent -= power_of(cards, council, Power.CLEANER_CATEGORY, cards.needs[need].category)
    if route == Route.JOINT:
        percent += cards.settings.joint_carbon
    return cards.needs[need].carbon * max(percent, 0) // 100


def other_weights(cards: Cards, table: Table, weights: int, scratch: Table) -> OtherWeights | None:
    """The nearest weights of the scenario under which another bidder of the table would have won; None when there are none."""
    if weights == NONE or table.count < 2:
        return None
    copy_into(scratch, table)
    winner = table.bidders[table.winner].supplier
    asked = cards.weights[weights * CRITERIA : (weights + 1) * CRITERIA]
    best: OtherWeights | None = None
    for other in range(cards.weights_count):
        row = cards.weights[other * CRITERIA : (other + 1) * CRITERIA]
        moved = sum(abs(a - b) for a, b in zip(asked, row, strict=True)) // 2
        if moved == 0 or (best is not None and moved >= best.moved):
            continue
        weigh(cards, other, scratch)
        supplier = scratch.bidders[scratch.winner].supplier
        if supplier != winner:
            best = OtherWeights(other, supplier, moved)
    return best

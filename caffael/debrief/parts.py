"""What a bid and a delivery check are made of: a price part by part, offers against their card, and how far a bid is above the best.

The numbers are the rules' own; here they are only taken apart. What the parts add up to is what the rules reckoned.
"""

from dataclasses import dataclass
from enum import Enum, auto

from caffael.rules.cards import Cards
from caffael.rules.records import Bidder, Table
from caffael.rules.terms import FRAMEWORK, Criterion


class Source(Enum):
    """Where a part of a bid's price comes from."""

    PRINTED = auto()
    LOAD = auto()
    ROUTE = auto()
    EVENT = auto()
    BID_CARD = auto()


@dataclass(frozen=True, slots=True)
class PricePart:
    """A part of a price, in per cent of the estimate; `contracts`: how many running contracts it stands for."""

    source: Source
    percent: int
    contracts: int = 0


def price_parts(cards: Cards, route: int, price_change: int, bidder: Bidder) -> tuple[PricePart, ...]:
    """The parts of a bid; together they are its percentage of the estimate.

    `price_change` is what this year's events do to the council's prices in the need's category. The load is what remains: what
    the supplier asks for each contract that it ran when it bid.
    """
    printed, way = cards.suppliers[bidder.supplier].price, cards.routes[route].price
    load = 0 if bidder.supplier == FRAMEWORK else bidder.percent - printed - way - price_change - bidder.card
    contracts = load // cards.settings.load if cards.settings.load else 0
    return (
        PricePart(Source.PRINTED, printed),
        PricePart(Source.LOAD, load, contracts),
        PricePart(Source.ROUTE, way),
        PricePart(Source.EVENT, price_change),
        PricePart(Source.BID_CARD, bidder.card),
    )


@dataclass(frozen=True, slots=True)
class OfferChange:
    """What a criterion's offer is on the card, and in this bid."""

    printed: int
    offered: int

    @property
    def change(self) -> int:
        """What the route or the engaged market did to it."""
        return self.offered - self.printed


def offer_change(cards: Cards, bidder: Bidder, criterion: int) -> OfferChange:
    """Quality and social value in points out of 5, carbon in per cent of the old way's."""
    card = cards.suppliers[bidder.supplier]
    if criterion == Criterion.QUALITY:
        return OfferChange(card.quality, bidder.quality)
    if criterion == Criterion.SOCIAL_VALUE:
        return OfferChange(card.social, bidder.social)
    return OfferChange(card.carbon, bidder.carbon)


@dataclass(frozen=True, slots=True)
class Above:
    """How a bid compares with the best one of a criterion: the best one's row, and by how much it is above it."""

    best: int
    tenths: int  # of one per cent: of the lowest bid, or of the old way's carbon


def above_best(table: Table, bidder: Bidder, criterion: int) -> Above:
    """How far a bid is above the lowest price, or above the cleanest carbon. Only these two criteria are judged by the best bid."""
    rows = range(table.count)
    if criterion == Criterion.PRICE:
        best = min(rows, key=lambda row: table.bidders[row].bid)
        lowest = table.bidders[best].bid
        return Above(best, (bidder.bid - lowest) * 1000 // max(lowest, 1))
    best = min(rows, key=lambda row: table.bidders[row].carbon)
    return Above(best, (bidder.carbon - table.bidders[best].carbon) * 10)


@dataclass(frozen=True, slots=True)
class CheckParts:
    """The bonuses of a check, and the reliability behind what was needed: the reputation, and what was added to it."""

    managed: int
    engaged: int
    lab: int
    reliability: int
    reputation: int

    @property
    def beside(self) -> int:
        """What the track record and the way of buying did to the reputation."""
        return self.reliability - self.reputation


def check_parts(cards: Cards, supplier: int, managed: bool, engaged: bool, bonus: int, needed: int) -> CheckParts:
    """Take a check apart. `engaged`: the market was engaged and this is the first year; the lab's bonus is what remains."""
    by_managing = cards.settings.managed_bonus if managed else 0
    by_asking = cards.settings.engage_bonus if engaged else 0
    return CheckParts(
        by_managing, by_asking, bonus - by_managing - by_asking, cards.settings.check_sum - needed, cards.suppliers[supplier].reputation
    )

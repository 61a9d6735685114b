"""What the real buyer of a need asked, and who would have won by that: scored again by the rules."""

from collections.abc import Sequence

from caffael.debrief.records import RealAsked
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.records import Table
from caffael.rules.tender import weigh
from caffael.rules.terms import CRITERIA, Criterion


def really_asked(cards: Cards, asked: Sequence[int], table: Table) -> RealAsked | None:
    """What the real buyer asked, and the supplier that its weights put first at this table; None where they are not known or nobody bid.

    Where the game joins quality and social value, so do the weights.
    """
    if not asked or table.count == 0:
        return None
    own, scored = Cards(), Table()
    own.weights[:CRITERIA] = as_the_game(cards, asked)
    copy_into(scored, table)
    weigh(own, 0, scored)
    return RealAsked(tuple(asked), scored.bidders[scored.winner].supplier)


def as_the_game(cards: Cards, asked: Sequence[int]) -> list[int]:
    """Real weights as the game weighs: its social value is part of quality where it joins the two."""
    weights = list(asked)
    if cards.settings.people == 1:
        weights[Criterion.QUALITY] += weights[Criterion.SOCIAL_VALUE]
        weights[Criterion.SOCIAL_VALUE] = 0
    return weights

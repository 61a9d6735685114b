"""What a delivery check is made of: each bonus, and what of the supplier's reliability made the number that was needed."""

from dataclasses import dataclass

from caffael.rules.delivery import CARDS_AND_RELIABILITY
from caffael.rules.records import Cards


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
        by_managing,
        by_asking,
        bonus - by_managing - by_asking,
        CARDS_AND_RELIABILITY - needed,
        cards.suppliers[supplier].reputation,
    )

"""What a council can still afford: whether its grants carry its running contracts and one more, year by year."""

from caffael.bots.bot import Bot
from caffael.rules.cards import Cards
from caffael.rules.delivery import payment_of
from caffael.rules.records import State
from caffael.rules.terms import NONE

CAUTION = 106
"""Payments are reckoned with 6 % for missed checks."""
PLENTY = 105
"""A bid is reckoned at 105 % of the estimate until it is known."""


def can_afford(cards: Cards, state: State, seat: int, need: int, cost: int, bot: Bot) -> bool:
    """Whether no year would end in debt if the council bought a need at about its estimate (or NONE) and spent `cost` pounds now.

    Who heeds no money doesn't ask; who overspends doesn't in the last year.
    """
    if bot.heed == 0:
        return True
    if bot.overspend == 1 and state.year == cards.settings.years:
        return True
    council = state.councils[seat]
    grant = cards.councils[council.card].grant + council.saving
    money = council.budget - cost
    for ahead in range(cards.settings.years - state.year + 1):
        if ahead > 0:
            money += grant
        due = 0
        for i in range(council.running):
            contract = council.contracts[council.order[i]]
            if contract.age + ahead < contract.term:
                due += payment_of(contract) if ahead == 0 else contract.price // contract.term
        if need != NONE and ahead < cards.needs[need].term:
            due += cards.needs[need].estimate * PLENTY // 100 // cards.needs[need].term
        money -= due * CAUTION // 100
        if money < 0:
            return False
    return True

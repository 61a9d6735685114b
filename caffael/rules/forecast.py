"""What money a council can count on: in hand, coming in, due and left, for this year and each year to come.

Only what is certain or printed is counted: the grant; what is saved by needs that were invested in, also by those whose contracts run
their term on the way; this year's and later payments of the contracts that run (of a joint tender the council's own part), as they were
promised. One contract more can be reckoned in at a price.

Left out is what nobody knows yet: events, checks that are missed (`least` says what is left if all of them are: every year with emergency
cover, nothing saved), what projects earn and their prizes, contracts that end for misses, and needs that are bought later. An unmet need
costs goals and carbon, no money. A debt bears no interest: it is carried on into the next year.
"""

from caffael.rules.cards import Cards
from caffael.rules.delivery import cover_on, payment_in
from caffael.rules.records import Forecast, MoneyYear, State, Table
from caffael.rules.tender import has_bid_cards, price_of
from caffael.rules.terms import NONE, Phase

OVER = int(Phase.END)


def fill_forecast(cards: Cards, state: State, seat: int, need: int, price: int, forecast: Forecast) -> None:
    """Fill a council's forecast, as a seat may see the table; with a `need` as if it were bought at this price now.

    Without one more contract `need` is NONE.
    """
    council = state.councils[seat]
    forecast.count = 0
    if state.phase == OVER:
        return
    money = council.budget
    least = council.budget
    for ahead in range(cards.settings.years - state.year + 1):
        year = forecast.years[ahead]
        year.year = state.year + ahead
        year.begins = money
        year.comes = cards.councils[council.card].grant + council.saving if ahead > 0 else 0
        year.due = 0
        year.least = least + year.comes
        for i in range(council.running):
            contract = council.contracts[council.order[i]]
            if contract.age + ahead < contract.term:
                owe(cards, year, payment_in(contract.price, contract.term, contract.age + ahead))
            else:
                year.comes += cards.needs[contract.need].saving
        if need != NONE:
            if ahead < cards.needs[need].term:
                owe(cards, year, payment_in(price, cards.needs[need].term, ahead))
            else:
                year.comes += cards.needs[need].saving
        money += year.comes - year.due
        year.left = money
        least = year.least
        forecast.count += 1


def owe(cards: Cards, year: MoneyYear, payment: int) -> None:
    """Add a contract's payment to what is due in a year; at worst emergency cover comes on top."""
    year.due += payment
    year.least -= payment + cover_on(cards, payment)


def first_short(forecast: Forecast) -> int:
    """The place of the first year that would end below zero; NONE when none would."""
    for ahead in range(forecast.count):
        if forecast.years[ahead].left < 0:
            return ahead
    return NONE


def is_safe(forecast: Forecast) -> bool:
    """Whether no year would end below zero even if every check were missed."""
    for ahead in range(forecast.count):
        if forecast.years[ahead].least < 0:
            return False
    return True


def likely_price(cards: Cards, need: int, table: Table) -> int:
    """What a need's contract would cost by a table as printed: at the most advantageous bid, or the first where no weights decide.

    NONE when nobody bids.
    """
    if table.count == 0:
        return NONE
    return price_of(cards, need, table.bidders[max(table.winner, 0)].percent)


def highest_price(cards: Cards, need: int, route: int, engaged: int, table: Table) -> int:
    """What no bid of a table as printed can pass, whoever wins, and whichever bid card is turned up; NONE when nobody bids."""
    if table.count == 0:
        return NONE
    percent = table.bidders[0].percent
    for i in range(table.count):
        percent = max(percent, table.bidders[i].percent)
    return price_of(cards, need, percent + highest_bid_card(cards, route, engaged))


def highest_bid_card(cards: Cards, route: int, engaged: int) -> int:
    """The points of the dearest bid card that can count; none above 0 after engagement."""
    if not has_bid_cards(cards, route):
        return 0
    highest = cards.bid_cards[0]
    for i in range(cards.bid_card_count):
        highest = max(highest, cards.bid_cards[i])
    return min(highest, 0) if engaged == 1 else highest

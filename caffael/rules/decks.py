"""The decks on the table: what is drawn next, and what goes back under.

A card that leaves goes under its deck; a deck that runs out therefore goes round again in its own order.
"""

from caffael.rules.cards import Cards
from caffael.rules.happened import Happening, tell
from caffael.rules.records import Deal, State, Told
from caffael.rules.terms import NONE, ROW, TRAY, Place

IN_DECK = int(Place.DECK)
UNDER = int(Place.UNDER)
IN_MARKET = int(Place.MARKET)
IN_TRAY = int(Place.TRAY)
NEED_DRAWN = int(Happening.NEED_DRAWN)
SUPPLIER_CAME = int(Happening.SUPPLIER_CAME)


def next_supplier(cards: Cards, deal: Deal, state: State, skip: int, category: int) -> int:
    """The supplier that comes next from the deck, leaving out the first `skip`; of one category, or any with NONE.

    NONE if there is none.
    """
    for i in range(state.supplier_next, cards.supplier_count):
        supplier = deal.suppliers[i]
        if state.supplier_place[supplier] == IN_DECK and (category == NONE or cards.suppliers[supplier].categories[category] == 1):
            if skip == 0:
                return supplier
            skip -= 1
    for i in range(state.suppliers_under_count):
        supplier = state.suppliers_under[i]
        if category == NONE or cards.suppliers[supplier].categories[category] == 1:
            if skip == 0:
                return supplier
            skip -= 1
    return NONE


def draw_supplier(cards: Cards, deal: Deal, state: State, category: int, told: Told) -> int:
    """Lay the next supplier (of a category, or any with NONE) at the right end of the row. NONE when no card or no place is left."""
    if state.market_count >= ROW:
        return NONE
    supplier = next_supplier(cards, deal, state, 0, category)
    if supplier == NONE:
        return NONE
    if state.supplier_place[supplier] == UNDER:
        take_out(state.suppliers_under, state.suppliers_under_count, supplier)
        state.suppliers_under_count -= 1
    state.supplier_place[supplier] = IN_MARKET
    while state.supplier_next < cards.supplier_count and state.supplier_place[deal.suppliers[state.supplier_next]] != IN_DECK:
        state.supplier_next += 1
    state.market[state.market_count] = supplier
    state.market_count += 1
    tell(told, SUPPLIER_CAME, NONE, supplier)
    return supplier


def fill_market(cards: Cards, deal: Deal, state: State, size: int, told: Told) -> None:
    """Fill the row of suppliers up to a number of cards."""
    while state.market_count < size:
        if draw_supplier(cards, deal, state, NONE, told) == NONE:
            return


def clear_idle(state: State, count: int, told: Told) -> None:
    """Put the idle suppliers that are longest in the market under the deck, `count` of them (ties: left to right)."""
    place = 0
    while count > 0 and place < state.market_count:
        supplier = state.market[place]
        if state.supplier_running[supplier] > 0:
            place += 1
            continue
        take_out(state.market, state.market_count, supplier)
        state.market_count -= 1
        state.supplier_place[supplier] = UNDER
        state.suppliers_under[state.suppliers_under_count] = supplier
        state.suppliers_under_count += 1
        tell(told, Happening.SUPPLIER_LEFT, NONE, supplier)
        count -= 1


def next_need(cards: Cards, deal: Deal, state: State, category: int) -> int:
    """The need that comes next from the deck, of one category or any with NONE. NONE if there is none."""
    for i in range(state.need_next, cards.need_count):
        need = deal.needs[i]
        if state.need_place[need] == IN_DECK and (category == NONE or cards.needs[need].category == category):
            return need
    for i in range(state.needs_under_count):
        need = state.needs_under[i]
        if category == NONE or cards.needs[need].category == category:
            return need
    return NONE


def draw_need(cards: Cards, deal: Deal, state: State, seat: int, category: int, told: Told) -> int:
    """Deal the next need (of a category, or any with NONE) into a council's tray. NONE when no card or no place is left."""
    council = state.councils[seat]
    if council.tray_count >= cards.settings.tray or council.tray_count >= TRAY:
        return NONE
    need = next_need(cards, deal, state, category)
    if need == NONE:
        return NONE
    if state.need_place[need] == UNDER:
        take_out(state.needs_under, state.needs_under_count, need)
        state.needs_under_count -= 1
    put_in_tray(state, seat, need)
    while state.need_next < cards.need_count and state.need_place[deal.needs[state.need_next]] != IN_DECK:
        state.need_next += 1
    tell(told, NEED_DRAWN, seat, need)
    return need


def put_in_tray(state: State, seat: int, need: int) -> None:
    """Lay a need at the end of a council's tray, as a new one: not engaged, not asked."""
    council = state.councils[seat]
    council.tray[council.tray_count] = need
    council.tray_count += 1
    state.need_place[need] = IN_TRAY
    state.need_seat[need] = seat
    state.need_engaged[need] = 0
    state.need_failed[need] = 0
    state.need_asked[need] = 0


def put_under(state: State, need: int) -> None:
    """Put a need under its deck."""
    state.need_place[need] = UNDER
    state.needs_under[state.needs_under_count] = need
    state.needs_under_count += 1


def take_out(cards_in_row: list[int], count: int, card: int) -> None:
    """Take a card out of a row of `count`; the others close up. Does nothing when it is not there."""
    found = 0
    for i in range(count):
        if found == 1:
            cards_in_row[i - 1] = cards_in_row[i]
        elif cards_in_row[i] == card:
            found = 1
    if found == 1:
        cards_in_row[count - 1] = NONE

"""Delivery: each running contract is checked, paid and counted, oldest first."""

from caffael.rules.cards import Cards
from caffael.rules.decks import put_in_tray, put_under, take_out
from caffael.rules.happened import Cause, Happening, tell
from caffael.rules.powers import ADAPTION, move_goal, power_of, see_record
from caffael.rules.records import Contract, Council, Deal, State, Told
from caffael.rules.terms import FRAMEWORK, GOALS, NONE, UNKNOWN, WAITING, Goal, Management, Place, Power, Route

PROSPEROUS = int(Goal.PROSPEROUS)
EQUAL = int(Goal.EQUAL)
CULTURE = int(Goal.CULTURE)
RESERVED = int(Route.RESERVED)
INCOME = int(Power.INCOME)
FEEDS = int(Power.FEEDS)
CLEANER_MANAGED = int(Power.CLEANER_MANAGED)
CHECKED = int(Happening.CHECK)
PAID = int(Happening.PAID)
EMITTED = int(Happening.CARBON)
FROM_NEED = int(Cause.NEED)
FROM_MAIN_GOAL = int(Cause.MAIN_GOAL)
FROM_SOCIAL_VALUE = int(Cause.SOCIAL_VALUE)
FROM_LOCAL = int(Cause.LOCAL)
FROM_RESERVED = int(Cause.RESERVED)
FROM_POWER = int(Cause.POWER)
BY_QUALITY = GOALS
BY_SOCIAL_VALUE = GOALS + 1
BY_LOCAL = GOALS + 2
BY_ROUTE = GOALS + 3
STEPS = GOALS + 5
"""Steps in which a delivered year feeds goals: each goal of its need, and five more."""


def deliver(cards: Cards, deal: Deal, state: State, told: Told) -> None:
    """Deliver every council's contracts, from the year's first council."""
    for i in range(state.seats):
        deliver_council(cards, deal, state, (state.first + i) % state.seats, told)


def deliver_council(cards: Cards, deal: Deal, state: State, seat: int, told: Told) -> None:
    """Deliver one council's contracts by age, then judge its Welsh-language duty and clear away what has ended."""
    council = state.councils[seat]
    public = 0
    lacking = 0
    for i in range(council.running):
        contract = council.contracts[council.order[i]]
        deliver_contract(cards, deal, state, seat, contract, told)
        if cards.needs[contract.need].public == 1:
            public += 1
            if cards.suppliers[contract.supplier].welsh == 0:
                lacking += 1
    if cards.settings.welsh_duty == 1 and public > 0:
        move_goal(cards, state, seat, CULTURE, 1 if lacking == 0 else -1, Cause.WELSH, NONE, told)
    clear_contracts(cards, state, seat, told)


def deliver_contract(cards: Cards, deal: Deal, state: State, seat: int, contract: Contract, told: Told) -> None:
    """Check, pay and count one year of one contract."""
    council = state.councils[seat]
    reached = check(cards, deal, state, seat, contract, told)
    see_record(cards, deal, state, contract.supplier, told)
    pay(cards, council, seat, contract, reached, told)
    emit(cards, state, seat, contract, told)
    if reached == 1:
        feed(cards, state, seat, contract, told)
    else:
        contract.misses += 1
    contract.age += 1
    if reached == 1 and contract.age == contract.term and contract.term >= cards.settings.long_term:
        council.long_term = 1


def check_bonus(cards: Cards, council: Council, contract: Contract) -> int:
    """The bonuses of a delivery check: managed +2; engaged +1 in the first year; the adaption lab its level, then less."""
    settings = cards.settings
    bonus = 0
    if contract.managed == 1:
        bonus += settings.managed_bonus
    if contract.engaged == 1 and contract.age == 0:
        bonus += settings.engage_bonus
    if settings.labs == 1:
        level = council.labs[ADAPTION]
        if contract.age == 0:
            bonus += level
        elif level > 0:
            bonus += settings.adaption_later
    return bonus


def check(cards: Cards, deal: Deal, state: State, seat: int, contract: Contract, told: Told) -> int:
    """1 when this year's check is reached: a delivery card plus bonuses against what all must come to, less reliability.

    With adaption lab 2 one missed check a year is turned up again.
    """
    council = state.councils[seat]
    record = 0 if contract.supplier == FRAMEWORK else deal.records[contract.supplier]
    needed = cards.settings.check_sum - reliability_of(cards, contract, record)
    bonus = check_bonus(cards, council, contract)
    card = turn_up(cards, deal, state)
    if card + bonus < needed and council.turned_again == 0 and cards.settings.labs == 1 and council.labs[ADAPTION] >= 2:
        tell(told, Happening.TURNED_AGAIN, seat, contract.need, card)
        council.turned_again = 1
        card = turn_up(cards, deal, state)
    reached = 1 if card + bonus >= needed else 0
    tell(told, CHECKED, seat, contract.need, card, bonus, needed, reached)
    return reached


def turn_up(cards: Cards, deal: Deal, state: State) -> int:
    """The next delivery card, 1 to 6."""
    card = deal.deliveries[state.delivery_next]
    state.delivery_next = (state.delivery_next + 1) % cards.delivery_card_count
    return card


def payment_of(contract: Contract) -> int:
    """This year's payment in pounds: the price over the term, the remainder in the first year."""
    return payment_in(contract.price, contract.term, contract.age)


def payment_in(price: int, term: int, age: int) -> int:
    """The payment in pounds of a contract's year by its price and term; its first year is age 0."""
    payment = price // term
    if age == 0:
        payment += price % term
    return payment


def cover_of(cards: Cards, contract: Contract) -> int:
    """What emergency cover costs on top of this year's payment when the check is missed, in pounds."""
    return cover_on(cards, payment_of(contract))


def cover_on(cards: Cards, payment: int) -> int:
    """What emergency cover costs on top of a payment, in pounds, rounded up."""
    return (payment * cards.settings.emergency_cover + 99) // 100


def pay(cards: Cards, council: Council, seat: int, contract: Contract, reached: int, told: Told) -> None:
    """Pay this year's part; a missed check costs 10 % more for emergency cover, rounded up. A project's power may bring income."""
    payment = payment_of(contract)
    cover = 0 if reached == 1 else cover_of(cards, contract)
    council.budget -= payment + cover
    tell(told, PAID, seat, contract.need, payment + cover, cover)
    if reached == 1:
        income = power_of(cards, council, INCOME, cards.needs[contract.need].category)
        if income > 0:
            council.budget += income
            tell(told, Happening.INCOME, seat, contract.need, income)


def emit(cards: Cards, state: State, seat: int, contract: Contract, told: Told) -> None:
    """Add the contract's carbon of this year to the council and the region, reached or not."""
    add_carbon(state, seat, contract.need, carbon_of(cards, state.councils[seat], contract), told)


def carbon_of(cards: Cards, council: Council, contract: Contract) -> int:
    """What a contract emits this year, in kg: events count, and a project's power where it is managed."""
    return carbon_when(cards, council, contract, contract.managed, council.carbon_change[cards.needs[contract.need].category])


def carbon_when(cards: Cards, council: Council, contract: Contract, managed: int, change: int) -> int:
    """What a contract emits in a year in which it is managed or not, and events change its category by so many per cent."""
    percent = 100 + change
    if managed == 1:
        percent -= power_of(cards, council, CLEANER_MANAGED, NONE)
    return contract.carbon * max(percent, 0) // 100


def add_carbon(state: State, seat: int, need: int, carbon: int, told: Told) -> None:
    """Add kilograms to a council and the region."""
    council = state.councils[seat]
    council.carbon += carbon
    council.carbon_year += carbon
    state.carbon += carbon
    tell(told, EMITTED, seat, need, carbon)


def social_points(cards: Cards, offer: int, kept: int) -> int:
    """What an offer of social value (0 to 5) feeds its goal in a reached year: more when it is kept (managed) than when nobody looks."""
    return cards.settings.social_kept[offer] if kept == 1 else cards.settings.social_loose[offer]


def is_kept(cards: Cards, contract: Contract) -> int:
    """1 when what was promised comes whole: the contract is managed, or there is no managing in this game."""
    return 1 if contract.managed == 1 or cards.settings.management == Management.OFF else 0


def quality_points(cards: Cards, quality: int) -> int:
    """What the quality of the work (1 to 5) does to the need's main goal in a reached year: the best adds, poor work takes."""
    return cards.settings.quality_feeds[quality - 1]


def local_points(cards: Cards, supplier: int) -> int:
    """What a supplier feeds "prosperous" because so much of the money stays in the region."""
    return 1 if cards.suppliers[supplier].local >= cards.settings.local_share else 0


def feeding(cards: Cards, council: Council, contract: Contract, step: int) -> tuple[int, int, int]:
    """One step of what a delivered year feeds, in the order of the rules (0 to `STEPS` - 1): the goal, by how much, and the cause.

    The need's goals come first, then its main goal by quality, social value, local money, and what its route and projects add.
    """
    card = cards.needs[contract.need]
    if step < GOALS:
        return step, max(card.goals[step], 0), FROM_NEED
    if step == BY_QUALITY:
        return card.main_goal, quality_points(cards, contract.quality), FROM_MAIN_GOAL
    if step == BY_SOCIAL_VALUE:
        return (
            cards.suppliers[contract.supplier].social_goal,
            social_points(cards, contract.social, is_kept(cards, contract)),
            FROM_SOCIAL_VALUE,
        )
    if step == BY_LOCAL:
        return PROSPEROUS, local_points(cards, contract.supplier), FROM_LOCAL
    if step == BY_ROUTE:
        return EQUAL, cards.settings.reserved_equal if contract.route == RESERVED else 0, FROM_RESERVED
    return CULTURE, power_of(cards, council, FEEDS, card.category), FROM_POWER


def feed(cards: Cards, state: State, seat: int, contract: Contract, told: Told) -> None:
    """Feed the goals of a delivered year, step by step."""
    council = state.councils[seat]
    goals = cards.needs[contract.need].goals
    for step in range(STEPS):
        if step < GOALS and goals[step] <= 0:
            continue
        goal, points, cause = feeding(cards, council, contract, step)
        if step < GOALS:
            council.fed[goal] = 1
        if step == BY_SOCIAL_VALUE and contract.social > 0:
            tell(told, Happening.SOCIAL, seat, contract.need, social_points(cards, contract.social, 1), points)
        move_goal(cards, state, seat, goal, points, cause, contract.need, told)


def misses_to_end(cards: Cards, contract: Contract) -> int:
    """With so many missed checks a contract ends and its need comes back; never more than it has years."""
    return min(cards.settings.misses_most, contract.term)


def clear_contracts(cards: Cards, state: State, seat: int, told: Told) -> None:
    """Take away contracts that have run their term (their need is done) or missed too often (their need comes back whole)."""
    council = state.councils[seat]
    kept = 0
    for i in range(council.running):
        place = council.order[i]
        contract = council.contracts[place]
        if contract.misses >= misses_to_end(cards, contract):
            tell(told, Happening.ENDED, seat, contract.need, contract.supplier)
            free_supplier(state, contract)
            bring_back(cards, state, seat, contract.need)
            contract.need = NONE
        elif contract.age >= contract.term:
            tell(told, Happening.DELIVERED, seat, contract.need, contract.supplier)
            free_supplier(state, contract)
            finish_need(cards, state, seat, contract.need, told)
            contract.need = NONE
        else:
            council.order[kept] = place
            kept += 1
    for i in range(kept, council.running):
        council.order[i] = NONE
    council.running = kept


def free_supplier(state: State, contract: Contract) -> None:
    """Free the supplier's place, unless the other contract of a joint tender still runs."""
    if contract.partner != NONE:
        for seat in range(state.seats):
            other = state.councils[seat]
            for i in range(other.running):
                twin = other.contracts[other.order[i]]
                if twin.need == contract.partner and twin.partner == contract.need:
                    twin.partner = NONE
                    return
    state.supplier_running[contract.supplier] -= 1


def bring_back(cards: Cards, state: State, seat: int, need: int) -> None:
    """Bring a need back whole to its council's tray; when that is full, or is emptied at the next Open, it waits for that."""
    council = state.councils[seat]
    if council.tray_count < cards.settings.tray and cards.settings.needs_leave == 0:
        put_in_tray(state, seat, need)
        return
    if council.waiting_count >= WAITING:
        raise IndexError("more needs wait than a council can hold")
    council.waiting[council.waiting_count] = need
    council.waiting_count += 1
    state.need_place[need] = Place.WAITING


def take_back_waiting(cards: Cards, state: State, seat: int, told: Told) -> None:
    """At Open: needs that waited come first into free places of the tray."""
    council = state.councils[seat]
    while council.waiting_count > 0 and council.tray_count < cards.settings.tray:
        need = council.waiting[0]
        take_out(council.waiting, council.waiting_count, need)
        council.waiting_count -= 1
        put_in_tray(state, seat, need)
        tell(told, Happening.NEED_BACK, seat, need)


def finish_need(cards: Cards, state: State, seat: int, need: int, told: Told) -> None:
    """Put a need that is done under its deck; what was invested to save cuts running cost and the estate's carbon from now on."""
    council = state.councils[seat]
    card = cards.needs[need]
    put_under(state, need)
    if card.saving > 0 or card.cut > 0:
        cut = min(card.cut, council.estate)
        council.saving += card.saving
        council.estate -= cut
        tell(told, Happening.INVESTED, seat, need, card.saving, cut)


def known_record(state: State, seat: int, supplier: int) -> int:
    """The track record of a supplier as a seat knows it: turned up for all, or seen by its own data lab; UNKNOWN otherwise."""
    if supplier == FRAMEWORK:
        return 0
    if state.records[supplier] != UNKNOWN:
        return state.records[supplier]
    return state.private[seat].records[supplier]


def known_reliability(cards: Cards, supplier: int, record: int) -> int:
    """How reliable a supplier is, 1 to 6: reputation plus track record, as far as it is known (UNKNOWN counts nothing)."""
    reliability = cards.suppliers[supplier].reputation
    if cards.settings.track_records == 1 and supplier != FRAMEWORK and record != UNKNOWN:
        reliability += record
    return min(max(reliability, 1), 6)


def reliability_of(cards: Cards, contract: Contract, record: int) -> int:
    """How reliable a contract's supplier is; on the flexible procedure less, not below 1."""
    return max(known_reliability(cards, contract.supplier, record) + contract.reliability_change, 1)

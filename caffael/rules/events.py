"""Events: the event of the year and the climate events, from a closed list of effects that add up and never multiply."""

from caffael.rules.cards import Cards, Effect, Event
from caffael.rules.decks import clear_idle, draw_supplier
from caffael.rules.happened import Cause, Happening, tell
from caffael.rules.powers import move_goal
from caffael.rules.records import Deal, State, Told
from caffael.rules.terms import CATEGORIES, EFFECTS, NONE, Condition, EffectKind

NOTHING = int(EffectKind.NOTHING)
BUDGET = int(EffectKind.BUDGET)
DAYS = int(EffectKind.DAYS)
PRICE = int(EffectKind.PRICE)
GOAL = int(EffectKind.GOAL)
MARKET = int(EffectKind.MARKET)
FUND = int(EffectKind.FUND)
EMERGENCY = int(EffectKind.EMERGENCY)
ALWAYS = int(Condition.ALWAYS)
EFFECT = int(Happening.EFFECT)


def turn_up_event(cards: Cards, deal: Deal, state: State, told: Told) -> None:
    """Turn up the event of the year, then the climate events of marks passed last year, in order."""
    state.event = NONE
    state.climate_now = 0
    if cards.settings.events == 1 and cards.event_count > 0:
        event = deal.events[state.event_next % cards.event_count]
        state.event_next += 1
        state.event = event
        tell(told, Happening.EVENT, NONE, event)
        take_effect(cards, deal, state, cards.events[event], told)
    if cards.settings.climate_events == 1:
        while state.climate_come < state.marks:
            mark = state.climate_come
            tell(told, Happening.CLIMATE_EVENT, NONE, mark)
            take_effect(cards, deal, state, cards.climate[mark], told)
            state.climate_come += 1
            state.climate_now += 1


def take_effect(cards: Cards, deal: Deal, state: State, event: Event, told: Told) -> None:
    """Apply each effect of an event: to the region once, or to every council that meets its condition."""
    for i in range(EFFECTS):
        effect = event.effects[i]
        kind = effect.kind
        if kind == NOTHING:
            continue
        if kind == MARKET or kind == FUND or kind == EMERGENCY:
            affect_region(cards, deal, state, effect, told)
            continue
        for j in range(state.seats):
            seat = (state.first + j) % state.seats
            if meets(cards, state, seat, effect):
                affect_council(cards, state, seat, effect, told)


def affect_region(cards: Cards, deal: Deal, state: State, effect: Effect, told: Told) -> None:
    """Apply an effect of the whole region: suppliers more or fewer, the Challenge Fund, an emergency."""
    tell(told, EFFECT, NONE, effect.kind, effect.target, effect.amount)
    if effect.kind == MARKET:
        if effect.amount < 0:
            clear_idle(state, -effect.amount, told)
        for _ in range(effect.amount):
            draw_supplier(cards, deal, state, NONE, told)
    elif effect.kind == FUND:
        state.fund = max(state.fund + effect.amount, 0)
    else:
        state.emergency[effect.target] = 1


def affect_council(cards: Cards, state: State, seat: int, effect: Effect, told: Told) -> None:
    """Apply an effect to one council."""
    council = state.councils[seat]
    tell(told, EFFECT, seat, effect.kind, effect.target, effect.amount)
    if effect.kind == BUDGET:
        council.budget += effect.amount
    elif effect.kind == DAYS:
        council.days = max(council.days + effect.amount, 0)
    elif effect.kind == GOAL:
        move_goal(cards, state, seat, effect.target, effect.amount, Cause.EVENT, NONE, told)
    else:
        first = 0 if effect.target == NONE else effect.target
        last = CATEGORIES - 1 if effect.target == NONE else effect.target
        change = council.price_change if effect.kind == PRICE else council.carbon_change
        for category in range(first, last + 1):
            change[category] += effect.amount


def meets(cards: Cards, state: State, seat: int, effect: Effect) -> bool:
    """Whether a council meets an effect's condition. Carbon against its share looks at the year before."""
    council = state.councils[seat]
    condition = effect.condition
    if condition == ALWAYS:
        return True
    target = effect.condition_target
    amount = effect.condition_amount
    if condition == Condition.BUDGET_BELOW:
        return council.budget < amount
    if condition == Condition.BUDGET_AT_LEAST:
        return council.budget >= amount
    if condition == Condition.GOAL_BELOW:
        return council.goals[target] < amount
    if condition == Condition.GOAL_AT_LEAST:
        return council.goals[target] >= amount
    if condition == Condition.LAB_BELOW:
        return council.labs[target] < amount
    if condition == Condition.LAB_AT_LEAST:
        return council.labs[target] >= amount
    if condition == Condition.UNMET_AT_LEAST:
        return council.tray_count + council.waiting_count >= amount
    if condition == Condition.CONTRACTS_BELOW:
        return council.running < amount
    if condition == Condition.CONTRACTS_AT_LEAST:
        return council.running >= amount
    if condition == Condition.RUNS or condition == Condition.LACKS:
        runs = False
        for i in range(council.running):
            if cards.needs[council.contracts[council.order[i]].need].category == target:
                runs = True
        return runs == (condition == Condition.RUNS)
    over = council.carbon_year > yearly_share(cards)
    return over == (condition == Condition.CARBON_OVER_SHARE)


def yearly_share(cards: Cards) -> int:
    """A council's share of the carbon budget for one year, in kg."""
    return cards.settings.carbon_budget // cards.settings.years

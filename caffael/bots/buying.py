"""What a bot with a plan does in Buy: labs early, then the most pressing need it can afford, then projects; else it passes."""

from caffael.bots.bot import Bot
from caffael.bots.money import can_afford
from caffael.bots.worth import kilos_a_point
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.records import Council, State
from caffael.rules.tender import OPEN, tender_days
from caffael.rules.terms import NONE

LABS_IN_ORDER = (1, 0, 2, 0, 1)
"""Adaption, procurement, data, procurement, adaption: the order in which labs are raised, each by one."""

CARBON_PRESSURE = 625
"""How a point's worth of the old way's carbon presses, in tenths of a hundredth of a point."""


def choose_in_buy(cards: Cards, state: State, legal: list[int], count: int, bot: Bot) -> int:
    """In Buy: a joint tender for the first badge, then the most pressing affordable need (engaged first when days allow),
    then labs and projects; else pass.
    """
    seat = state.decider
    council = state.councils[seat]
    lab = early_lab(cards, state, council, bot)
    if lab != NONE:
        training = find(legal, count, actions.TRAIN + lab)
        if training >= 0:
            return training
    tender = pressing_tender(cards, state, legal, count, bot)
    if tender >= 0:
        need = legal[tender] - actions.TENDER
        joint = find(legal, count, actions.JOINT_TENDER + need)
        if joint >= 0 and council.joint == 0 and bot.join == 1:
            return joint
        engage = find(legal, count, actions.ENGAGE + need)
        if engage >= 0 and bot.engage == 1:
            if council.days >= tender_days(cards, state, seat, OPEN) + actions.engage_days(cards, council):
                return engage
        return tender
    spare = council.days - (days_to_manage(state, council) if bot.manage == 1 else 0)
    lab = next_lab(council, bot)
    if lab != NONE and state.year < cards.settings.years and council.labs[lab] < spare:
        training = find(legal, count, actions.TRAIN + lab)
        if training >= 0:
            return training
    if state.year + 1 < cards.settings.years and bot.innovate == 1:
        for i in range(count):
            project = legal[i] - actions.PROJECT
            if 0 <= project < cards.project_count and cards.projects[project].days <= spare:
                if can_afford(cards, state, seat, NONE, cards.projects[project].cost, bot):
                    return i
    return count - 1


def early_lab(cards: Cards, state: State, council: Council, bot: Bot) -> int:
    """The lab to raise before anything else: one level a year until the last but one, while days for a tender of each need are left."""
    if cards.settings.labs == 0 or state.year + 1 >= cards.settings.years or sum(council.labs) >= state.year:
        return NONE
    lab = next_lab(council, bot)
    if lab == NONE or council.days - council.labs[lab] - 1 < 2 * council.tray_count:
        return NONE
    return lab


def find(legal: list[int], count: int, action: int) -> int:
    """Where an action stands among the legal ones, or -1."""
    for i in range(count):
        if legal[i] == action:
            return i
    return -1


def pressing_tender(cards: Cards, state: State, legal: list[int], count: int, bot: Bot) -> int:
    """Where the tender stands for the affordable need whose neglect costs most a year; -1 when there is none, or no bidder is in sight."""
    best = -1
    most = -1
    for i in range(count):
        need = legal[i] - actions.TENDER
        if not 0 <= need < cards.need_count:
            continue
        if state.need_failed[need] == state.year and find(legal, count, actions.ENGAGE + need) < 0:
            continue
        if not can_afford(cards, state, state.decider, need, 0, bot):
            continue
        card = cards.needs[need]
        pressure = 100 * card.urgency + card.carbon * CARBON_PRESSURE // kilos_a_point(cards) // 10 + 20 * card.term
        if pressure > most:
            best = i
            most = pressure
    return best


def days_to_manage(state: State, council: Council) -> int:
    """Days a bot keeps for managing: more of them as the game goes on and contracts run."""
    return council.running if state.year > 1 else council.running // 2


def next_lab(council: Council, bot: Bot) -> int:
    """The lab to raise next by `LABS_IN_ORDER`, leaving out what is barred; NONE when the plan is done."""
    if bot.train == 0:
        return NONE
    left = sum(council.labs)
    for lab in LABS_IN_ORDER:
        if bot.no_lab[lab] == 0:
            if left == 0:
                return lab
            left -= 1
    return NONE

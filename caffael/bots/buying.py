"""What a bot with a plan does in Buy: labs early, then the most pressing need it can afford, then projects; else it passes."""

from caffael.bots.bot import Bot
from caffael.bots.money import can_afford
from caffael.bots.worth import carbon_taste, kilos_a_point, pounds_a_point
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.records import Council, State
from caffael.rules.scoring import lowest_goal
from caffael.rules.tender import OPEN, tender_days
from caffael.rules.terms import GOALS, NONE

LABS_IN_ORDER = (1, 0, 2, 0, 1)
"""Adaption, procurement, data, procurement, adaption: the order in which labs are raised, each by one."""

BOUGHT = 2
"""Tenders a year for which days are kept before anything is learned."""
LIKELY = 90
"""How many years of a contract, in per cent, are reckoned to be reached when a need is chosen."""
USUAL_CARBON = 80
"""What a contract emits, in per cent of the old way, when a need is chosen."""
LOWEST_MORE = 60
"""How much more a point for the lowest goal is worth than another, in hundredths."""


def choose_in_buy(cards: Cards, state: State, legal: list[int], count: int, bot: Bot) -> int:
    """In Buy: a joint tender for the first badge, then the affordable need that is worth most to buy (engaged first when days allow),
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
    """The lab to raise before anything else: one level a year until the last but one, while days for two tenders are left."""
    if cards.settings.labs == 0 or state.year + 1 >= cards.settings.years or sum(council.labs) >= state.year:
        return NONE
    lab = next_lab(council, bot)
    if lab == NONE or council.days - council.labs[lab] - 1 < 2 * min(council.tray_count, BOUGHT):
        return NONE
    return lab


def find(legal: list[int], count: int, action: int) -> int:
    """Where an action stands among the legal ones, or -1."""
    for i in range(count):
        if legal[i] == action:
            return i
    return -1


def pressing_tender(cards: Cards, state: State, legal: list[int], count: int, bot: Bot) -> int:
    """Where the tender stands for the affordable need that it is worth most to buy; -1 when there is none, or no bidder is in sight."""
    best = -1
    most = -1
    for i in range(count):
        need = legal[i] - actions.TENDER
        if not 0 <= need < cards.need_count:
            continue
        if state.need_failed[need] == state.year and find(legal, count, actions.ENGAGE + need) < 0:
            continue
        worth = worth_of_need(cards, state, need, bot)
        if (best < 0 or worth > most) and can_afford(cards, state, state.decider, need, 0, bot):
            best = i
            most = worth
    return best


def worth_of_need(cards: Cards, state: State, need: int, bot: Bot) -> int:
    """What it is worth to a bot to buy a need now instead of leaving it unmet this year, in hundredths of a point, each by its taste.

    Its goals in the years that are left, the lowest goal more, and its urgency; less its estimate for these years, and the carbon that it
    emits more than a year of the old way.
    """
    card = cards.needs[need]
    goals = state.councils[state.decider].goals
    lowest = lowest_goal(state, state.decider)
    years = min(card.term, cards.settings.years - state.year + 1)
    fed = 0
    for goal in range(GOALS):
        fed += card.goals[goal] * (100 + (LOWEST_MORE if goals[goal] == lowest else 0))
    kept = card.urgency * (100 + (LOWEST_MORE if goals[card.urgency_goal] == lowest else 0))
    worth = bot.goals * (fed * years * LIKELY // 100 + kept) // 100
    worth -= bot.price * (card.estimate * years // card.term) // pounds_a_point(cards)
    kilos = card.carbon * (USUAL_CARBON * years - 100) // 100
    return worth - carbon_taste(cards, state, bot) * kilos // kilos_a_point(cards)


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

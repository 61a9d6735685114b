"""Play without a thing, or with the same weights always, to learn what it is worth: other actions are left out before a bot decides."""

from caffael.bots.bot import Bot
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.presets import preset_row
from caffael.rules.records import State
from caffael.rules.terms import LABS, NONE, PROJECTS, SUPPLIERS, Phase, Route

JOINT = int(Route.JOINT)
WEIGHING = int(Phase.WEIGHTS)


def leave_out(cards: Cards, state: State, legal: list[int], count: int, allowed: list[int], places: list[int], bot: Bot) -> int:
    """Fill two rows with the actions a bot is not barred from and where each stood; return how many. None left: all stay."""
    kept = 0
    weights = weights_to_publish(cards, state, bot)
    for i in range(count):
        if not is_barred(state, legal[i], bot) and (weights == NONE or legal[i] == actions.PUBLISH + weights):
            allowed[kept] = legal[i]
            places[kept] = i
            kept += 1
    if kept == 0:
        for i in range(count):
            allowed[i] = legal[i]
            places[i] = i
        kept = count
    return kept


def weights_to_publish(cards: Cards, state: State, bot: Bot) -> int:
    """The row of weights that a bot publishes whatever else it would choose; NONE while none are to be chosen, or where it is free."""
    if state.phase != WEIGHING:
        return NONE
    if bot.preset != NONE:
        return preset_row(cards, bot.preset, state.drafts[state.decider].need)
    return bot.weights


def is_barred(state: State, action: int, bot: Bot) -> bool:
    """Whether an action uses a route, lab, project, supplier or need that the bot is barred from, engages, or buys out of order.

    A supplier that may win by its bid is worth nothing to the bot instead (see `worth.py`).
    """
    if action == actions.AGREE:
        return bot.no_route[JOINT] == 1 or is_out_of_order(state, state.drafts[state.buyer].partner, bot)
    if actions.TRAIN <= action < actions.TRAIN + LABS:
        return bot.no_lab[action - actions.TRAIN] == 1
    if actions.PROJECT <= action < actions.PROJECT + PROJECTS:
        return bot.no_project[action - actions.PROJECT] == 1
    if actions.ROUTE <= action < actions.ROUTE + actions.ROUTE_CHOICES:
        return bot.no_route[actions.ROUTE_OF[action - actions.ROUTE]] == 1
    if actions.SUPPLIER <= action < actions.SUPPLIER + SUPPLIERS:
        return bot.no_supplier[action - actions.SUPPLIER] == 1
    if actions.TENDER <= action < actions.ENGAGE:
        return is_need_barred(state, action - actions.TENDER, bot)
    if actions.ENGAGE <= action < actions.JOINT_TENDER:
        return bot.no_engage == 1 or is_need_barred(state, action - actions.ENGAGE, bot)
    if actions.JOINT_TENDER <= action < actions.PARTNER:
        return bot.no_route[JOINT] == 1 or is_need_barred(state, action - actions.JOINT_TENDER, bot)
    return False


def is_need_barred(state: State, need: int, bot: Bot) -> bool:
    """Whether the bot may not buy a need of its own, or not yet."""
    return bot.no_need[need] == 1 or is_out_of_order(state, need, bot)


def is_out_of_order(state: State, need: int, bot: Bot) -> bool:
    """Whether the bot buys in the order of its tray, and another need lies there before this one."""
    return bot.in_order == 1 and state.councils[state.decider].tray[0] != need

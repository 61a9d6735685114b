"""Play without a thing, to learn what it is worth: the actions a bot is barred from are left out before it decides."""

from caffael.bots.bot import Bot
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.terms import LABS, PROJECTS, SUPPLIERS, Route

JOINT = int(Route.JOINT)


def leave_out(cards: Cards, legal: list[int], count: int, allowed: list[int], places: list[int], bot: Bot) -> int:
    """Fill two rows with the actions a bot is not barred from and where each stood; return how many. None left: all stay."""
    kept = 0
    for i in range(count):
        if not is_barred(cards, legal[i], bot):
            allowed[kept] = legal[i]
            places[kept] = i
            kept += 1
    if kept == 0:
        for i in range(count):
            allowed[i] = legal[i]
            places[i] = i
        kept = count
    return kept


def is_barred(cards: Cards, action: int, bot: Bot) -> bool:
    """Whether an action uses a route, lab, project, supplier or need that the bot is barred from.

    A supplier that may win by its bid is worth nothing to the bot instead (see `worth.py`).
    """
    if action == actions.AGREE:
        return bot.no_route[JOINT] == 1
    if actions.TRAIN <= action < actions.TRAIN + LABS:
        return bot.no_lab[action - actions.TRAIN] == 1
    if actions.PROJECT <= action < actions.PROJECT + PROJECTS:
        return bot.no_project[action - actions.PROJECT] == 1
    if actions.ROUTE <= action < actions.ROUTE + actions.ROUTE_CHOICES:
        return bot.no_route[actions.ROUTE_OF[action - actions.ROUTE]] == 1
    if actions.SUPPLIER <= action < actions.SUPPLIER + SUPPLIERS:
        return bot.no_supplier[action - actions.SUPPLIER] == 1
    if actions.TENDER <= action < actions.ENGAGE:
        return bot.no_need[action - actions.TENDER] == 1
    if actions.ENGAGE <= action < actions.JOINT_TENDER:
        return bot.no_need[action - actions.ENGAGE] == 1
    if actions.JOINT_TENDER <= action < actions.PARTNER:
        return bot.no_route[JOINT] == 1 or bot.no_need[action - actions.JOINT_TENDER] == 1
    return False

"""The choices that a planner thinks about: all that are legal, but of the weights one row for each bid that they can make win."""

from caffael.bots.bot import Bot
from caffael.bots.desk import Desk
from caffael.bots.guided import choose_by_taste
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.records import State
from caffael.rules.tender import expected_table, find_lead
from caffael.rules.terms import NONE, Phase


def fill_candidates(cards: Cards, state: State, legal: list[int], count: int, desk: Desk, bot: Bot) -> int:
    """Fill the desk's row of candidates, what a bot of the same taste would do first, and return how many there are."""
    if state.phase == Phase.WEIGHTS:
        return fill_weights(cards, state, legal, count, desk)
    first = choose_by_taste(cards, state, legal, count, desk, bot)
    desk.candidates[0] = legal[first]
    kept = 1
    for i in range(count):
        if i != first:
            desk.candidates[kept] = legal[i]
            kept += 1
    return kept


def fill_weights(cards: Cards, state: State, legal: list[int], count: int, desk: Desk) -> int:
    """For each bid that some weights make win, as printed, the weights by which it leads most; the first legal row when nobody bids."""
    table = desk.table
    seat = state.decider
    draft = state.drafts[seat]
    expected_table(cards, state, seat, draft.need, draft.partner, draft.route, draft.scope, NONE, table)
    for i in range(table.count):
        desk.leads[i] = -1
        desk.worths[i] = NONE
    for i in range(count):
        winner, lead = find_lead(cards, legal[i] - actions.PUBLISH, table)
        if winner != NONE and lead > desk.leads[winner]:
            desk.leads[winner] = lead
            desk.worths[winner] = legal[i]
    kept = 0
    for i in range(table.count):
        if desk.worths[i] != NONE:
            desk.candidates[kept] = desk.worths[i]
            kept += 1
    if kept == 0:
        desk.candidates[0] = legal[0]
        kept = 1
    return kept

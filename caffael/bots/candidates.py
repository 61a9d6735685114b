"""The choices that a planner thinks about: all that are legal, but of the weights one row for each bid that they can make win.

In a sealed game it lays no empty envelope: who buys nothing any more passes.
"""

from caffael.bots.bot import Bot
from caffael.bots.desk import Desk
from caffael.bots.guided import choose_by_taste
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.records import State
from caffael.rules.tender import enter_race, expected_table, lead_of
from caffael.rules.terms import NONE, Phase


def fill_candidates(cards: Cards, state: State, legal: list[int], count: int, desk: Desk, bot: Bot) -> int:
    """Fill the desk's row of candidates, what a bot of the same taste would do first, and return how many there are."""
    if state.phase == Phase.WEIGHTS:
        return fill_weights(cards, state, legal, count, desk)
    first = choose_by_taste(cards, state, legal, count, desk, bot)
    desk.candidates[0] = legal[first]
    kept = 1
    for i in range(count):
        if i != first and legal[i] != actions.WAIT:
            desk.candidates[kept] = legal[i]
            kept += 1
    return kept


def fill_weights(cards: Cards, state: State, legal: list[int], count: int, desk: Desk) -> int:
    """For each bid that some weights make win, as printed, the weights by which it leads most; the first legal row when nobody bids."""
    table = desk.table
    seat = state.decider
    draft = state.drafts[seat]
    expected_table(cards, state, seat, draft.need, draft.partner, draft.route, draft.scope, NONE, table)
    kept = 0
    for row in range(table.count):
        widest = NONE
        enter_race(table, row, desk.race)
        for i in range(count):
            lead = lead_of(cards, legal[i] - actions.PUBLISH, table, desk.race, widest)
            if lead > widest:
                widest = lead
                desk.candidates[kept] = legal[i]
        if widest != NONE:
            kept += 1
    if kept == 0:
        desk.candidates[0] = legal[0]
        kept = 1
    return kept

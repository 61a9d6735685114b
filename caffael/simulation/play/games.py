"""Whole random games as one plain function: it runs interpreted, and compiled by `compiled.py`.

Used to hold both ways of running against each other, and to measure them. Everything it needs is handed in, so that nothing is made anew.
"""

from caffael.rules.actions import ACTIONS, PASS, legal_actions, why_not
from caffael.rules.cards import Cards
from caffael.rules.chance import draw_below, seed_stream
from caffael.rules.copying import copy_into
from caffael.rules.deal import lay_table, shuffle_decks
from caffael.rules.happened import Happening
from caffael.rules.records import Deal, State, Stream, Told
from caffael.rules.step import begin, step
from caffael.rules.terms import Phase

CHOICE_STREAM = 7
"""The purpose of the stream that chooses among legal actions."""
PRIME = 2_147_483_647
OVER = int(Phase.END)
EFFECT = int(Happening.EFFECT)


def play_randomly(
    cards: Cards,
    deal: Deal,
    state: State,
    blank: State,
    told: Told,
    stream: Stream,
    legal: list[int],
    seats: int,
    council_cards: list[int],
    seed: int,
    seen: list[int],
    every: int,
) -> int:
    """Play one game by random choices and return a check number over everything that happened, in order.

    `seen` (a row of 200) counts what came up: happenings by kind from 0, reasons from 50, actions by phase from 100, effects from 120,
    decisions at 190, table actions at 191. On one decision in `every` (0: never) every action's reason is asked and joins the check number.
    """
    copy_into(state, blank)
    told.count = 0
    shuffle_decks(cards, seed, stream, deal)
    lay_table(cards, deal, state, seats, council_cards, told)
    begin(cards, deal, state, told)
    seed_stream(stream, seed, CHOICE_STREAM)
    check = fold(told, seen, 1)
    decisions = 0
    while state.phase != OVER:
        count = legal_actions(cards, state, state.decider, legal)
        if every > 0 and decisions % every == 0:
            check = fold_reasons(cards, state, seen, check)
        action = legal[draw_below(stream, count)]
        seen[100 + state.phase] += 1
        step(cards, deal, state, action, told)
        check = (fold(told, seen, check) * 31 + action) % PRIME
        decisions += 1
    if every > 0:
        check = fold_reasons(cards, state, seen, check)
    seen[190] += decisions
    seen[191] += state.table_actions
    return check


def fold(told: Told, seen: list[int], check: int) -> int:
    """Fold what one step told into the check number."""
    for line in told.rows[: told.count]:
        kind = line.kind
        seen[kind] += 1
        if kind == EFFECT:
            seen[120 + line.a] += 1
        check = (check * 31 + kind * 7 + line.seat) * 31 + line.a + line.b * 3 + line.c * 5 + line.d * 7 + line.e * 11
        check %= PRIME
    return check


def fold_reasons(cards: Cards, state: State, seen: list[int], check: int) -> int:
    """Fold the reason of every action there is into the check number: for the seat that decides, and of one action for each other."""
    for action in range(ACTIONS):
        check = fold_reason(why_not(cards, state, state.decider, action), seen, check)
    for seat in range(state.seats):
        if seat != state.decider:
            check = fold_reason(why_not(cards, state, seat, PASS), seen, check)
    return check


def fold_reason(reason: int, seen: list[int], check: int) -> int:
    """Fold a reason into the check number."""
    seen[50 + reason] += 1
    return (check * 31 + reason) % PRIME

"""What holds of every position of every game: asked after each step by the property tests and the playthroughs."""

from dataclasses import fields, is_dataclass
from typing import Any

from caffael.rules.actions import ACTIONS, legal_actions, phase_for, why_not
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into, words_of
from caffael.rules.happened import Happening
from caffael.rules.reasons import LEGAL
from caffael.rules.records import Deal, State, Told
from caffael.rules.step import step
from caffael.rules.terms import CHOICES, FRAMEWORK, NONE, Phase, Place

LARGEST_WORD = 2**53


def cheap(cards: Cards, state: State) -> None:
    """Carbon adds up, no supplier is over its capacity, no card lies in two places, goals stay on their tracks, counts fit."""
    councils = state.councils[: state.seats]
    assert state.carbon == sum(council.carbon for council in councils)
    held: list[int] = []
    running = [0] * len(state.supplier_running)
    for seat, council in enumerate(councils):
        tray = council.tray[: council.tray_count]
        assert NONE not in tray
        assert all(card == NONE for card in council.tray[council.tray_count :])
        assert all(state.need_seat[need] == seat and state.need_place[need] == Place.TRAY for need in tray)
        waiting = council.waiting[: council.waiting_count]
        assert all(state.need_place[need] == Place.WAITING for need in waiting)
        order = council.order[: council.running]
        contracts = [council.contracts[place] for place in order]
        assert len(set(order)) == council.running <= cards.settings.register
        assert all(council.contracts[place].need == NONE for place in range(len(council.contracts)) if place not in order)
        for contract in contracts:
            assert state.need_place[contract.need] == Place.CONTRACT
            assert contract.age < contract.term
            twin = contract.partner
            running[contract.supplier] += 1 if twin == NONE or contract.need < twin else 0
        held += [*tray, *waiting, *(contract.need for contract in contracts)]
        assert council.tray_count <= cards.settings.tray
        assert all(0 <= goal <= cards.settings.goal_most for goal in council.goals)
        assert council.days >= 0
        assert state.sealed[seat] == 0 or council.passed == 0
        assert state.opened != 0 or state.phase != Phase.BUY or state.envelopes[seat].written[0] == NONE or state.sealed[seat] == 1
    assert len(held) == len(set(held))
    assert running == state.supplier_running
    market = state.market[: state.market_count]
    assert len(set(market)) == len(market)
    assert all(state.supplier_place[supplier] == Place.MARKET for supplier in market)
    for supplier in range(cards.supplier_count):
        assert running[supplier] <= cards.suppliers[supplier].capacity
        assert running[supplier] == 0 or supplier in market
    under = state.suppliers_under[: state.suppliers_under_count]
    assert all(state.supplier_place[supplier] == Place.UNDER for supplier in under)
    assert FRAMEWORK not in market


def money_is_accounted_for(before: list[int], state: State, told: Told) -> None:
    """Every pound that came or went in a step was told."""
    budgets = list(before)
    for line in told.rows[: told.count]:
        if line.kind == Happening.GRANT:
            budgets[line.seat] += line.a + line.b
            assert budgets[line.seat] == line.c
        elif line.kind == Happening.PAID:
            budgets[line.seat] -= line.b
        elif line.kind in {Happening.PRIZE, Happening.INCOME}:
            budgets[line.seat] += line.b
        elif line.kind == Happening.PROJECT:
            budgets[line.seat] -= line.b
        elif line.kind == Happening.EFFECT and line.a == 1:
            budgets[line.seat] += line.c
    assert budgets == [council.budget for council in state.councils[: state.seats]]


def words_are_small(state: State) -> None:
    """Every number stays where whole numbers are the same interpreted and compiled."""
    assert all(-LARGEST_WORD < word < LARGEST_WORD for word in words_of(state))


def nothing_stands_twice(record: Any, seen: set[int] | None = None) -> None:
    """No record and no list stands at two places of the tree: compiled, each place holds its own copy."""
    seen = set() if seen is None else seen
    assert id(record) not in seen
    seen.add(id(record))
    items = record if isinstance(record, list) else [getattr(record, field.name) for field in fields(record)]
    for item in items:
        if isinstance(item, list) or is_dataclass(item):
            nothing_stands_twice(item, seen)


def dear(cards: Cards, deal: Deal, state: State) -> None:
    """The legal list is exactly what has no reason against it, for every seat, and empty for who does not decide.

    Every action tried on a copy does what its reason says.
    """
    row = [0] * CHOICES
    for seat in range(state.seats):
        if seat != state.decider:
            legal = row[: legal_actions(cards, state, seat, row)]
            assert sorted(legal) == [action for action in range(ACTIONS) if why_not(cards, state, seat, action) == LEGAL]
            assert bool(legal) == (phase_for(state, seat) != NONE)
            assert not legal or (cards.settings.sealed == 1 and state.phase == Phase.BUY and state.opened == 0)
    legal = row[: legal_actions(cards, state, state.decider, row)]
    allowed = [action for action in range(ACTIONS) if why_not(cards, state, state.decider, action) == LEGAL]
    assert sorted(legal) == allowed
    assert (not legal) == (state.phase == Phase.END)
    copy, told = State(), Told()
    words = list(words_of(state))
    some = allowed[:: max(len(allowed) // 6, 1)]
    copy_into(copy, state)
    for action in range(len(allowed) % 7 - 7, ACTIONS + 7, 7):
        reason = why_not(cards, state, state.decider, action)
        if reason != LEGAL:
            assert step(cards, deal, copy, action, told) == reason
    assert list(words_of(copy)) == words, "a refused action changed the state"
    for action in some:
        copy_into(copy, state)
        assert step(cards, deal, copy, action, told) == LEGAL
        cheap(cards, copy)
    assert list(words_of(state)) == words, "asking changed the state"

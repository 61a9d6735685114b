"""Envelopes of sealed games: in which order they are laid leaves no trace, and nobody learns what is in another one's."""

import os
import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caffael.rules import actions
from caffael.rules.actions import LEGAL
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into, words_of
from caffael.rules.records import Envelope, State, Told
from caffael.rules.sealing import hand_over
from caffael.rules.step import step_for
from caffael.rules.terms import DECISIONS, NONE, Phase
from caffael.rules.view import view
from caffael.scenario import load_pack
from tests.small_table import Game, sealed_cards

EXAMPLES = int(os.environ.get("CAFFAEL_ENVELOPES", "60"))
"""Rounds that are laid in two orders; the long look takes 2,000."""
TABLES: tuple[Cards, ...] = (sealed_cards(), load_pack("sealed", years=3).cards)
IN_TURNS: tuple[Cards, ...] = (sealed_cards(), load_pack("sealed", years=3).cards)
"""The same cards without the switch."""
for cards in IN_TURNS:
    cards.settings.sealed = 0
seldom = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def in_mid_game(table: int, seats: int, seed: int, chance: random.Random) -> Game:
    """A sealed game somewhere in its middle, at the beginning of a round."""
    game = Game(TABLES[table], seats, seed)
    steps = chance.randrange(120)
    while game.state.phase != Phase.END:
        begins = game.state.phase == Phase.BUY and game.state.opened == 0 and sum(game.state.sealed) == 0
        if steps <= 0 and begins:
            return game
        seat = chance.choice(game.deciding())
        legal = game.legal(seat)
        assert game.step(chance.choice(legal[:-1] or legal), seat) == LEGAL
        steps -= 1
    return Game(TABLES[table], seats, seed)


def some_envelope(game: Game, seat: int, chance: random.Random) -> list[int]:
    """Decisions that a council may lay down now, tried on a copy of the table."""
    scratch = Game.__new__(Game)
    scratch.cards, scratch.deal, scratch.state, scratch.told = game.cards, game.deal, State(), Told()
    copy_into(scratch.state, game.state)
    hand_over(scratch.state, seat)
    written: list[int] = []
    while scratch.state.sealed[seat] == 0 and scratch.state.phase != Phase.OPEN:
        laid = [action for action in scratch.legal(seat) if not is_done_at_once(action)]
        written.append(chance.choice([action for action in laid if action != actions.WAIT] or laid))
        assert scratch.step(written[-1], seat) == LEGAL
    return written


def is_done_at_once(action: int) -> bool:
    """Whether an action is no part of an envelope: it prepares, or passes."""
    return action == actions.PASS or actions.TRAIN <= action < actions.ROUTE or actions.ENGAGE <= action < actions.JOINT_TENDER


def lay(game: Game, seat: int, written: list[int]) -> None:
    """Lay down an envelope."""
    for action in written:
        assert game.step(action, seat) == LEGAL
        assert game.told.count == 0 or game.state.phase != Phase.BUY


def laid_in_some_order(game: Game, wanted: dict[int, list[int]], others: dict[int, list[int]], chance: random.Random) -> list[int]:
    """The table after all have laid what they wanted, in any order, with other envelopes laid and taken back on the way."""
    table = Game.__new__(Game)
    table.cards, table.deal, table.state, table.told = game.cards, game.deal, State(), Told()
    copy_into(table.state, game.state)
    lies: set[int] = set()
    for _ in range(chance.randrange(3 * len(wanted))):
        seat = chance.choice(list(wanted))
        if seat in lies:
            assert table.step(actions.TAKE_BACK, seat) == LEGAL
            lies.discard(seat)
        elif len(lies) + 1 < len(wanted):
            lay(table, seat, others[seat])
            lies.add(seat)
    for seat in lies:
        assert table.step(actions.TAKE_BACK, seat) == LEGAL
    assert list(words_of(table.state)) == list(words_of(game.state)), "what was laid and taken back left a trace"
    for seat in chance.sample(list(wanted), len(wanted)):
        lay(table, seat, wanted[seat])
    return list(words_of(table.state))


@seldom
@given(st.integers(0, len(TABLES) - 1), st.integers(2, 6), st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_17_7_in_which_order_envelopes_are_laid_and_taken_back_leaves_no_trace(
    table: int, seats: int, seed: int, chance: random.Random
) -> None:
    game = in_mid_game(table, seats, seed, chance)
    writers = game.deciding()
    wanted, others = ({seat: some_envelope(game, seat, chance) for seat in writers} for _ in range(2))
    one, two = (laid_in_some_order(game, wanted, others, chance) for _ in range(2))
    assert one == two


@seldom
@given(st.integers(0, len(TABLES) - 1), st.integers(2, 6), st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_17_6_what_lies_in_an_envelope_changes_nothing_that_another_council_sees(
    table: int, seats: int, seed: int, chance: random.Random
) -> None:
    game = in_mid_game(table, seats, seed, chance)
    writers = game.deciding()
    for seat in writers[:-1]:
        lay(game, seat, some_envelope(game, seat, chance))
    other, seen, changed = State(), State(), State()
    copy_into(other, game.state)
    for seat in writers[:-1]:
        for i in range(DECISIONS):
            other.envelopes[seat].written[i] = chance.choice((NONE, actions.TENDER, actions.PUBLISH))
    for seat in range(seats):
        view(game.state, seat, seen)
        view(other, seat, changed)
        for one in range(seats):
            if one != seat:
                assert seen.envelopes[one] == Envelope()
        copy_into(changed.envelopes[seat], seen.envelopes[seat])
        assert list(words_of(seen)) == list(words_of(changed))


@seldom
@given(st.integers(0, len(TABLES) - 1), st.integers(2, 6), st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_17_10_opening_an_envelope_does_what_a_turn_would_do(table: int, seats: int, seed: int, chance: random.Random) -> None:
    game = in_mid_game(table, seats, seed, chance)
    for seat in game.deciding():
        lay(game, seat, some_envelope(game, seat, chance))
    turn, told = State(), Told()
    while game.state.phase == Phase.OPEN:
        seat = game.state.decider
        written = [action for action in game.state.envelopes[seat].written if action != NONE]
        copy_into(turn, game.state)
        turn.phase, turn.sealed[seat], turn.envelopes[seat] = Phase.BUY, 0, Envelope()
        turn.opened = NONE
        reasons = [step_for(IN_TURNS[table], game.deal, turn, seat, action, told) for action in written]
        before = game.state.councils[seat].days, game.state.councils[seat].running
        assert game.step(actions.OPEN) == LEGAL
        if written and turn.year == game.state.year:
            assert [r.kind for r in told.rows[: told.count]][:1] == [r.kind for r in game.told.rows[: game.told.count]][:1] or any(reasons)
            after = game.state.councils[seat].days, game.state.councils[seat].running
            assert after == (before if any(reasons) else (turn.councils[seat].days, turn.councils[seat].running))
        if game.state.phase == Phase.ANSWER:
            game.step(chance.choice((actions.AGREE, actions.REFUSE)))

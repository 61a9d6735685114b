"""Bots decide by what their seat may know, also where bulk play hands them the table as it is."""

import pytest

from caffael.bots import BOTS, Desk, choose, make_bot
from caffael.rules.chance import seed_stream
from caffael.rules.copying import copy_into
from caffael.rules.records import State, Stream
from caffael.rules.terms import SUPPLIERS, Phase
from caffael.rules.view import FACE_DOWN, view
from tests.small_table import Game, small_cards, small_ids

SEATS = 3
EVERY = 4
DESK = Desk()


def answer(game: Game, table: State, name: str, number: int) -> int:
    stream, legal = Stream(), game.legal()
    seed_stream(stream, number, 1)
    return choose(game.cards, table, legal, len(legal), stream, DESK, make_bot(name, small_ids()))


@pytest.mark.parametrize("name", [f"{bot}:iterations=2" if bot == "planner" else bot for bot in BOTS])
def test_a_bot_decides_the_same_whatever_its_seat_does_not_know(name: str) -> None:
    game, seen, other = Game(small_cards(), SEATS, 4), State(), State()
    number = 0
    while game.state.phase != Phase.END:
        choice = answer(game, game.state, name, number)
        if number % EVERY == 0:
            view(game.state, game.state.decider, seen)
            copy_into(other, game.state)
            for field in FACE_DOWN:
                setattr(other, field, 3)
            for seat in set(range(SEATS)) - {game.state.decider}:
                private = other.private[seat]
                private.event, private.suppliers[:], private.records[:] = 2, [1, 2], [2] * SUPPLIERS
            assert answer(game, seen, name, number) == choice == answer(game, other, name, number)
        assert game.step(game.legal()[choice]) == 0
        number += 1
    assert number > 30

"""The table without a move is the table that lay there before it."""

import pytest

from caffael.bots import Desk, choose, make_bot
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.records import Happened, State, Stream, Table
from caffael.rules.sway import has_part, is_move, likely_winner, take_back
from caffael.rules.tender import expected_table
from caffael.rules.terms import FRAMEWORK, NONE, Phase, Route
from tests.small_table import Game, small_ids


def market(state: State) -> tuple[list[int], list[int]]:
    """Who is in the row, and how many contracts each supplier has; a framework's own has as many as it likes."""
    return state.market[: state.market_count], state.supplier_running[:FRAMEWORK]


def named(kind: Happening, seat: int = NONE, a: int = NONE, b: int = NONE) -> Happened:
    line = Happened()
    line.kind, line.seat, line.a, line.b = int(kind), seat, a, b
    return line


@pytest.mark.parametrize("seed", range(6))
def test_taking_a_move_back_leaves_the_market_as_it_was_before_it(seed: int) -> None:
    game, stream, desk, without = Game(None, 3, seed), Stream(), Desk(), State()
    game.cards.settings.days = 9  # so many that a year rarely ends with the last tender
    bots = [make_bot(text, small_ids()) for text in ("balanced", "random", "balanced:join=1")]
    moves = 0
    while game.state.phase != Phase.END:
        before, legal = market(game.state), game.legal()
        year = game.state.year
        action = legal[choose(game.cards, game.state, legal, len(legal), stream, desk, bots[game.state.decider])]
        game.step(action)
        told = game.told
        copy_into(without, game.state)
        take_back(without, told.rows, told.count)
        if game.state.year == year and game.state.phase != Phase.END:
            assert market(without) == before
            moved = is_move(told.rows, told.count)
            assert moved or market(game.state) == before
            moves += moved
    assert moves > 10


def test_what_the_year_does_after_a_move_stays() -> None:
    game = Game()
    supplier = game.state.market[0]
    lines = [named(Happening.YEAR_OPENED), named(Happening.ENGAGED, 0, 1), named(Happening.SUPPLIER_CAME, NONE, supplier)]
    take_back(game.state, lines, 3)
    assert supplier in game.state.market[: game.state.market_count]
    assert not is_move(lines, 3)
    take_back(game.state, lines[1:], 2)
    assert supplier not in game.state.market[: game.state.market_count]


def test_a_contract_that_has_ended_has_set_its_place_free_already() -> None:
    game = Game()
    game.state.supplier_running[4] = 1  # of another contract
    take_back(game.state, [named(Happening.AWARDED, 0, 3, 4)], 1)
    assert game.state.supplier_running[4] == 1


def test_a_joint_tender_takes_one_place_and_both_have_part_in_it() -> None:
    game = Game()
    lines = [named(Happening.AWARDED, 0, 3, 4), named(Happening.AWARDED, 1, 6, 4)]
    for seat, need in ((0, 3), (1, 6)):
        council = game.state.councils[seat]
        council.contracts[0].need, council.contracts[0].supplier, council.order[0], council.running = need, 4, 0, 1
    game.state.supplier_running[4] = 1
    take_back(game.state, lines, 2)
    assert game.state.supplier_running[4] == 0
    assert [has_part(lines, 2, seat) for seat in range(3)] == [True, True, False]


def test_the_likely_winner_is_that_of_the_expected_table_and_nobody_where_none_can_bid() -> None:
    game, table = Game(), Table()
    need = game.state.councils[0].tray[0]
    expected_table(game.cards, game.state, 0, need, NONE, Route.OPEN, 0, 2, table)
    assert likely_winner(game.cards, game.state, 0, need, 2, Table()) == table.bidders[table.winner].supplier
    game.state.market_count = 0
    assert likely_winner(game.cards, game.state, 0, need, 2, Table()) == NONE

"""Whole games: what is told is enough to keep books of the whole table, and every number is a whole one; 2.8, 4.3 and 14.2."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest

from caffael.rules.actions import ACTIONS, PASS, legal_in_buy, why_not
from caffael.rules.chance import draw_below, seed_stream
from caffael.rules.reasons import LEGAL, can_buy, can_manage
from caffael.rules.records import Stream
from caffael.rules.terms import CHOICES, Management, Phase
from tests.rules.books import Books
from tests.rules.positions import BUSES, FOOD, Position, change
from tests.rules.test_happened import colourful_game
from tests.small_table import Game, small_cards


def varied_game(seed: int) -> Game:
    """A game of three categories with room to finish contracts, money to invest, and every lab within reach."""
    cards = small_cards()
    cards.settings.years, cards.settings.days, cards.settings.misses_most, cards.settings.first_draw = 6, 12, 1 + seed % 2, 3
    cards.settings.refresh = seed % 3 > 0
    for need in cards.needs[: cards.need_count]:
        need.estimate = 80_000 + 25_000 * (need.estimate // 1_000 % 10)
        need.saving, need.cut = 1_000 * (need.urgency - 1), 1_000 * (need.term - 1)
    for supplier in cards.suppliers[: cards.supplier_count]:
        supplier.largest = 0
    for council in cards.councils:
        council.budget = council.grant = 600_000
    return Game(cards, seats=1 + seed % 4, seed=seed)


def choose(game: Game, stream: Stream) -> int:
    """Mostly do something: pass and done stand last."""
    legal = game.legal()
    choices = legal[:-1] if len(legal) > 1 and draw_below(stream, 6) > 0 else legal
    return choices[draw_below(stream, len(choices))]


def play_with_books(game: Game, seed: int) -> None:
    """Play a game at random and ask after each step that the table stands as it was told."""
    stream = Stream()
    seed_stream(stream, seed, 3)
    books = Books(game.cards, game.state.seats)
    while True:
        for row in game.told.rows[: game.told.count]:
            books.read(row)
        books.agree_with(game.state)
        if game.state.phase == Phase.END:
            return
        game.step(choose(game, stream))


@pytest.mark.parametrize("seed", range(6))
def test_14_2_the_whole_table_can_be_reckoned_from_what_is_told_of_a_rough_game(seed: int) -> None:
    play_with_books(colourful_game(seed), seed)


@pytest.mark.parametrize("seed", range(8))
def test_14_2_the_whole_table_can_be_reckoned_from_what_is_told_of_a_calm_game(seed: int) -> None:
    play_with_books(varied_game(seed), seed)


def test_14_2_and_so_it_is_where_contracts_manage_themselves() -> None:
    game = varied_game(1)
    game.cards.settings.management = Management.AUTOMATIC
    play_with_books(game, 1)


def strange(record: Any, where: str = "") -> list[str]:
    """The places of a record that hold anything but whole numbers."""
    found: list[str] = []
    for field in fields(record):
        value = getattr(record, field.name)
        for i, item in enumerate(value if isinstance(value, list) else [value]):
            name = f"{where}{field.name}[{i}]"
            if hasattr(item, "__dataclass_fields__"):
                found += strange(item, f"{name}.")
            elif not isinstance(item, int):
                found.append(f"{name} = {item!r}")
    return found


@pytest.mark.parametrize(("lay", "seed"), [(colourful_game, 3), (varied_game, 5)])
def test_2_8_every_number_on_the_table_and_of_what_is_told_is_a_whole_one(lay: Callable[[int], Game], seed: int) -> None:
    game, stream, steps = lay(seed), Stream(), 0
    seed_stream(stream, 9, 4)
    while game.state.phase != Phase.END:
        game.step(choose(game, stream))
        steps += 1
        told = game.told
        assert [strange(row) for row in [*told.rows[: told.count], *told.table.bidders[: told.table.count]] if strange(row)] == []
        if steps % 20 == 0 or game.state.phase == Phase.END:
            assert strange(game.state) == []


def possible(game: Game, seat: int) -> list[int]:
    """Every action without a reason against it for a seat, asked one by one."""
    decider, game.state.decider = game.state.decider, seat
    found = [action for action in range(ACTIONS) if why_not(game.cards, game.state, seat, action) == LEGAL]
    game.state.decider = decider
    return found


@pytest.mark.parametrize(("lay", "seed"), [(colourful_game, 2), (varied_game, 3), (varied_game, 6)])
def test_4_3_who_can_do_nothing_else_is_exactly_who_has_nothing_but_passing(lay: Callable[[int], Game], seed: int) -> None:
    game, stream = lay(seed), Stream()
    seed_stream(stream, 11, 5)
    answers: Counter[tuple[int, bool]] = Counter()
    while game.state.phase != Phase.END:
        phase = game.state.phase
        for seat in range(game.state.seats if phase in (Phase.BUY, Phase.MANAGE) else 0):
            others = possible(game, seat)[1:]
            able = can_buy(game.cards, game.state, seat) if phase == Phase.BUY else can_manage(game.cards, game.state, seat)
            assert able == (others != [])
            answers[phase, able] += 1
            if phase == Phase.BUY:
                row = [0] * CHOICES
                listed = row[: legal_in_buy(game.cards, game.state, seat, row)]
                assert sorted(listed) == [PASS, *others]
        game.step(choose(game, stream))
    assert len(answers) == 4


@pytest.mark.parametrize("seed", range(12))
def test_4_3_and_so_it_is_in_positions_of_chance_with_little_left(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(15):
        game = Position(2, engage_days=chance.choice((0, 1, 2)), projects=chance.randint(0, 1), engagement=chance.choice((0, 0, 1)))
        cards, state = game.cards, game.state
        change(cards.settings, labs=chance.choice((0, 1, 1)), framework_uses=chance.choice((0, 2)))
        for route in cards.routes:
            change(route, on=chance.choice((0, 1, 1)), largest=chance.choice((0, 0, 100_000)), days=chance.choice((0, 1, 2)))
        for project in cards.projects[: cards.project_count]:
            change(project, days=chance.choice((0, 1, 3)), labs=[chance.choice((0, 0, 3)), 0, 0])
        for i in range(chance.randrange(5)):
            game.need(i, seat=i % 2, category=chance.choice((FOOD, BUSES)), estimate=chance.choice((50_000, 150_000)))
            state.need_failed[i] = chance.choice((0, state.year))
            state.need_engaged[i] = chance.randint(0, 1)
        for i in range(chance.randrange(3)):
            game.supplier(i, categories=[chance.randint(0, 1), 1, 0], capacity=1)
            state.supplier_running[i] = chance.choice((0, 0, 1))
        state.emergency[FOOD] = chance.randint(0, 1)
        if chance.random() < 0.2:
            cards.settings.register = 0
        for council in state.councils[:2]:
            top = chance.choice((0, 3))
            change(council, days=chance.choice((0, 0, 1, 2)), labs=[chance.randint(top, 3), chance.choice((0, 3)), top])
            change(council, restricted=int(chance.random() < 0.2), budget=chance.choice((0, 1_000_000)), engaged_year=chance.randint(0, 1))
        for seat in range(2):
            row = [0] * CHOICES
            others = possible(game, seat)[1:]
            assert sorted(row[: legal_in_buy(cards, state, seat, row)]) == [PASS, *others]
            assert can_buy(cards, state, seat) == (others != [])

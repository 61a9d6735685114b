"""What happened (`happened.py`); paragraph 14.2 of the rulebook."""

from collections import Counter

import pytest

from caffael.rules.chance import draw_below, seed_stream
from caffael.rules.happened import CAUSES, HAPPENINGS, Cause, Happening, forget, tell
from caffael.rules.records import Stream, Told
from caffael.rules.terms import NONE, TOLD, Kind, Phase, Route
from tests.small_table import Game, small_cards


def test_14_2_there_are_43_kinds_each_with_its_own_number() -> None:
    assert sorted(Happening) == list(range(HAPPENINGS)) == list(range(43))
    assert sorted(Cause) == list(range(CAUSES))


def test_14_2_what_is_told_stands_in_order_with_its_numbers() -> None:
    told = Told()
    tell(told, Happening.TRAINED, 2, 1, 3, 3)
    tell(told, Happening.MARK, NONE, 0, 99)
    rows = [(r.kind, r.seat, r.a, r.b, r.c, r.d, r.e) for r in told.rows[: told.count]]
    assert rows == [(Happening.TRAINED, 2, 1, 3, 3, 0, 0), (Happening.MARK, NONE, 0, 99, 0, 0, 0)]


def test_14_2_a_row_written_again_keeps_nothing_of_the_old_one() -> None:
    told = Told()
    tell(told, Happening.CHECK, 0, 1, 2, 3, 4, 5)
    told.table.count = 3
    forget(told)
    assert (told.count, told.table.count, told.table.winner) == (0, 0, NONE)
    tell(told, Happening.DAYS, 1, 6)
    row = told.rows[0]
    assert (row.kind, row.seat, row.a, row.b, row.c, row.d, row.e) == (Happening.DAYS, 1, 6, 0, 0, 0, 0)


def test_14_2_nothing_is_lost_in_silence_when_the_row_is_full() -> None:
    told = Told()
    for _ in range(TOLD):
        tell(told, Happening.DAYS, 0)
    with pytest.raises(OverflowError, match=r"^more happened in one step than its row holds$"):
        tell(told, Happening.DAYS, 0)


def colourful_game(seed: int) -> Game:
    """A game of two to six councils with short purses, tight carbon and suppliers that often fail, so that everything may happen."""
    cards = small_cards()
    settings = cards.settings
    settings.years, settings.days, settings.carbon_budget, settings.tray = 8, 8, 700_000, 1 + seed % 2
    settings.needs_leave = int(seed % 3 == 0)
    settings.sealed = int(seed % 3 == 1)
    for need in cards.needs[: cards.need_count]:
        need.category = 0
        need.term = 1 + need.term % 2
    cards.needs[5].term = 1
    for i, supplier in enumerate(cards.suppliers[: cards.supplier_count]):
        supplier.categories[0] = 1
        supplier.kind = int(Kind.NATIONAL)
        supplier.reputation = 1 + i % 2
    for council in cards.councils:
        council.grant, council.budget = 90_000, 150_000
    cards.routes[Route.JOINT].labs[0] = cards.routes[Route.LOTS].labs[0] = 0
    for project in cards.projects:
        project.labs[:] = [0, 0, 0]
        project.target = min(project.target, 0)
    return Game(cards, seats=2 + seed % 5, seed=seed)


def test_14_2_every_kind_of_thing_happens_in_some_game_and_every_cause_moves_a_goal() -> None:
    kinds: Counter[int] = Counter()
    causes: Counter[int] = Counter()
    for seed in range(30):
        game, stream = colourful_game(seed), Stream()
        seed_stream(stream, seed, 1)
        # What was told when the table was laid is still on it.
        while True:
            for row in game.told.rows[: game.told.count]:
                kinds[row.kind] += 1
                if row.kind == Happening.GOAL:
                    causes[row.c] += 1
            if game.state.phase == Phase.END:
                break
            legal = game.legal()
            choices = legal[:-1] if len(legal) > 1 and draw_below(stream, 4) > 0 else legal  # mostly do something
            game.step(choices[draw_below(stream, len(choices))])
    assert [Happening(kind).name for kind in range(HAPPENINGS) if kinds[kind] == 0] == []
    assert [Cause(cause).name for cause in range(CAUSES) if causes[cause] == 0] == []


def test_14_2_the_regions_carbon_and_every_pound_can_be_added_up_from_what_was_told() -> None:
    for seed in range(4):
        game, stream = colourful_game(seed), Stream()
        seed_stream(stream, seed, 2)
        carbon = 0
        money = [0] * 6
        for seat in range(game.state.seats):
            money[seat] = 150_000
        while True:
            for row in game.told.rows[: game.told.count]:
                if row.kind == Happening.CARBON:
                    carbon += row.b
                elif row.kind == Happening.GRANT:
                    money[row.seat] += row.a + row.b
                elif row.kind in (Happening.INCOME, Happening.PRIZE):
                    money[row.seat] += row.b
                elif row.kind in (Happening.PAID, Happening.PROJECT):
                    money[row.seat] -= row.b
                elif row.kind == Happening.EFFECT and row.a == 1:
                    money[row.seat] += row.c
            if game.state.phase == Phase.END:
                break
            legal = game.legal()
            game.step(legal[draw_below(stream, len(legal))])
        assert carbon == game.state.carbon == sum(council.carbon for council in game.state.councils)
        assert money == [council.budget for council in game.state.councils]


def test_14_2_what_is_told_without_numbers_has_noughts() -> None:
    told = Told()
    tell(told, Happening.PASSED, 3)
    row = told.rows[0]
    assert (row.kind, row.seat, row.a, row.b, row.c, row.d, row.e) == (Happening.PASSED, 3, 0, 0, 0, 0, 0)

"""The deal (`deal.py`): every deck shuffled, the table laid, chapter 2 of the rulebook."""

from collections import Counter

import pytest

from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into, words_of
from caffael.rules.deal import lay_table, shuffle_decks
from caffael.rules.happened import Happening
from caffael.rules.records import Deal, State, Stream, Told
from caffael.rules.terms import NONE, SUPPLIERS, UNKNOWN, Phase, Place
from caffael.rules.year import region_budget
from tests.rules.positions import Position
from tests.small_table import NEEDS_HERE, SUPPLIERS_HERE, Game, small_cards


def dealt(cards: Cards, seed: int) -> Deal:
    """The deal of a seed."""
    deal = Deal()
    shuffle_decks(cards, seed, Stream(), deal)
    return deal


@pytest.mark.parametrize("seats", [1, 2, 3, 4, 5, 6])
def test_2_1_one_to_six_councils_play_and_each_has_its_card(seats: int) -> None:
    game = Game(seats=seats)
    assert game.state.seats == seats
    assert [council.card for council in game.state.councils[:seats]] == list(range(seats))
    assert all(council.budget == 500_000 for council in game.state.councils[:seats])  # 300,000 + the first grant of 200,000
    assert all(council.budget == 0 for council in game.state.councils[seats:])


def test_2_1_a_team_may_hold_any_council_card() -> None:
    cards, state = small_cards(), State()
    cards.councils[4].budget = 777_000
    lay_table(cards, dealt(cards, 1), state, 2, [4, 1], Told())
    assert (state.councils[0].card, state.councils[0].budget) == (4, 977_000)


def test_2_2_the_region_has_a_market_a_fund_an_event_and_a_budget_for_each_council() -> None:
    game = Game(seats=4, seed=3)
    state = game.state
    assert state.market_count == 6
    assert state.fund == 100_000
    assert 0 <= state.event < 9
    assert region_budget(game.cards, state) == 4 * 300_000
    assert state.carbon == 0


def test_2_3_every_goal_begins_at_five() -> None:
    assert all(council.goals == [5] * 7 for council in Game(seats=3).state.councils[:3])


def test_2_5_councils_differ_in_money_estate_and_first_need() -> None:
    cards = small_cards()
    cards.councils[1].budget, cards.councils[1].grant, cards.councils[1].estate = 123_000, 45_000, 7_000
    game = Game(cards, seats=2)
    council = game.state.councils[1]
    assert council.budget == 123_000 + 45_000
    assert council.estate == 7_000
    assert cards.needs[council.tray[0]].category == cards.councils[1].first_category == 1


def test_2_6_a_council_knows_its_home_suppliers_and_the_others_do_not() -> None:
    game = Game(seats=2)
    records, deal = [private.records for private in game.state.private], game.deal
    assert records[0][0] == deal.records[0]
    assert records[1][1] == deal.records[1]
    assert records[1][0] == records[0][1] == UNKNOWN
    assert game.state.records[0] == game.state.records[1] == UNKNOWN


def test_13_5_without_track_records_nobody_knows_one_from_the_start() -> None:
    cards = small_cards()
    cards.settings.track_records = 0
    assert Game(cards, seats=2).state.private[0].records == [UNKNOWN] * SUPPLIERS


def test_2_7_the_same_deal_and_choices_give_the_same_game() -> None:
    words = []
    for _ in range(2):
        game = Game(seats=3, seed=11)
        turn = 0
        while game.state.phase != Phase.END:
            legal = game.legal()
            game.step(legal[turn * 7 % len(legal)])
            turn += 1
        words.append(list(words_of(game.state)))
    assert words[0] == words[1]


def test_2_7_no_choice_ever_changes_the_deal() -> None:
    game, before = Game(seats=2, seed=5), Deal()
    copy_into(before, game.deal)
    while game.state.phase != Phase.END:
        game.step(game.legal()[0])
    assert list(words_of(before)) == list(words_of(game.deal))


def test_2_8_a_deal_holds_every_card_once() -> None:
    cards = small_cards()
    deal = dealt(cards, 42)
    assert sorted(deal.needs[:NEEDS_HERE]) == list(range(NEEDS_HERE))
    assert sorted(deal.suppliers[:SUPPLIERS_HERE]) == list(range(SUPPLIERS_HERE))
    assert sorted(deal.events[:9]) == list(range(9))
    assert Counter(deal.bids[:20]) == {-8: 4, -4: 4, 0: 4, 4: 4, 8: 4}
    assert Counter(deal.deliveries[:24]) == dict.fromkeys(range(1, 7), 4)


def test_2_8_the_same_seed_gives_the_same_deal_and_another_seed_another() -> None:
    cards = small_cards()
    assert list(words_of(dealt(cards, 9))) == list(words_of(dealt(cards, 9)))
    assert list(words_of(dealt(cards, 9))) != list(words_of(dealt(cards, 10)))


def test_2_10_each_supplier_has_one_track_record_and_the_cards_left_over_are_not_used() -> None:
    cards = small_cards()
    for seed in range(5):
        records = dealt(cards, seed).records[:SUPPLIERS_HERE]
        # 18 cards for 12 suppliers: no more of a kind than there are cards of it.
        assert all(count <= {-2: 3, -1: 3, 0: 6, 1: 3, 2: 3}[record] for record, count in Counter(records).items())


def test_2_10_a_supplier_that_finds_no_card_has_a_track_record_of_nothing() -> None:
    cards = small_cards()
    cards.track_record_count = 5
    cards.track_records[:5] = [2, 2, 2, 2, 2]
    deal = dealt(cards, 1)
    assert deal.records == [2] * 5 + [0] * (SUPPLIERS - 5)


def test_2_10_no_track_record_lies_open_at_the_start() -> None:
    assert Game(seats=2).state.records == [UNKNOWN] * SUPPLIERS


def test_3_1_laying_the_table_opens_the_first_year() -> None:
    game = Game(seats=2, seed=1)
    first = game.told.rows[0]
    assert (first.kind, first.a, first.b) == (Happening.YEAR_OPENED, 1, 0)
    assert (game.state.year, game.state.phase, game.state.decider) == (1, Phase.BUY, 0)


def test_3_6_the_first_row_is_the_top_of_the_supplier_deck() -> None:
    game = Game(seats=1, seed=4)
    assert game.state.market[:7] == [*game.deal.suppliers[:6], NONE]
    assert [game.state.supplier_place[i] for i in game.deal.suppliers[:7]] == [Place.MARKET] * 6 + [Place.DECK]


def test_3_8_the_first_need_is_of_the_councils_own_category_and_the_second_from_the_top() -> None:
    for seed in range(6):
        game = Game(seats=1, seed=seed)
        deck = game.deal.needs[:NEEDS_HERE]
        own = next(need for need in deck if game.cards.needs[need].category == 0)
        rest = [need for need in deck if need != own]
        assert game.state.councils[0].tray[:3] == [own, rest[0], NONE]


def test_3_8_without_a_card_of_its_category_the_first_need_comes_from_the_top() -> None:
    cards = small_cards()
    cards.councils[0].first_category = 7
    game = Game(cards, seats=1, seed=2)
    assert game.state.councils[0].tray[:3] == [*game.deal.needs[:2], NONE]


def test_2_1_one_council_and_six_councils_play_to_the_end() -> None:
    for seats in (1, 6):
        game = Game(seats=seats, seed=8)
        while game.state.phase != Phase.END:
            legal = game.legal()
            game.step(legal[len(legal) // 2])
        assert game.state.year == 3


def test_a_bare_table_of_these_tests_is_bare() -> None:
    game = Position(2)
    assert (game.state.market_count, game.council().tray_count, game.council().running) == (0, 0, 0)


def test_2_1_a_table_that_was_laid_waits_for_buy() -> None:
    cards, deal, state, told = small_cards(), Deal(), State(), Told()
    shuffle_decks(cards, 1, Stream(), deal)
    state.phase = Phase.END
    lay_table(cards, deal, state, 2, [0, 1], told)
    assert (state.phase, state.year, state.seats) == (Phase.BUY, 1, 2)

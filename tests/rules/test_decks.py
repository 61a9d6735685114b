"""The decks (`decks.py`): what comes next, what goes under, chapters 2 to 4 of the rulebook."""

from caffael.rules.decks import clear_idle, draw_need, draw_supplier, fill_market, next_supplier, put_in_tray, take_out
from caffael.rules.happened import Happening
from caffael.rules.terms import NEEDS, NONE, ROW, SUPPLIERS, TRAY, Place
from tests.rules.positions import BUSES, CARE, FOOD, Position


def suppliers_in_order(game: Position, *order: int) -> None:
    """Put the supplier deck in this order; there are no others."""
    game.cards.supplier_count = len(order)
    for i, supplier in enumerate(order):
        game.deal.suppliers[i] = supplier
        game.plain_supplier(supplier)


def needs_in_order(game: Position, *order: int) -> None:
    """Put the need deck in this order; there are no others."""
    game.cards.need_count = len(order)
    for i, need in enumerate(order):
        game.deal.needs[i] = need
        game.plain_need(need)


def test_2_4_a_full_tray_takes_no_need() -> None:
    game = Position()
    needs_in_order(game, 0, 1, 2, 3)
    drawn = [draw_need(game.cards, game.deal, game.state, 0, NONE, game.told) for _ in range(4)]
    assert drawn == [0, 1, 2, NONE]
    assert game.council().tray[:4] == [0, 1, 2, NONE]
    assert game.state.need_place[3] == Place.DECK


def test_2_9_suppliers_that_left_come_again_in_the_order_in_which_they_left() -> None:
    game = Position()
    suppliers_in_order(game, 4, 2, 0)
    fill_market(game.cards, game.deal, game.state, 3, game.told)
    clear_idle(game.state, 2, game.told)  # 4, then 2, go under
    assert game.state.market[:2] == [0, NONE]
    fill_market(game.cards, game.deal, game.state, 3, game.told)
    assert game.state.market[:4] == [0, 4, 2, NONE]


def test_2_9_cards_that_went_under_come_after_all_cards_that_were_never_dealt() -> None:
    game = Position()
    suppliers_in_order(game, 0, 1, 2)
    fill_market(game.cards, game.deal, game.state, 1, game.told)
    clear_idle(game.state, 1, game.told)
    fill_market(game.cards, game.deal, game.state, 3, game.told)
    assert game.state.market[:3] == [1, 2, 0]


def test_2_9_needs_that_are_done_come_again_in_their_order() -> None:
    game = Position(years=8)
    needs_in_order(game, 0, 1)
    game.supplier(0)
    for need in (1, 0):
        game.contract(need, 0, age=1)
    game.finish_year()  # both have run their two years; 1 was the older contract
    assert [draw_need(game.cards, game.deal, game.state, 0, NONE, game.told) for _ in range(3)] == [1, 0, NONE]


def test_2_9_a_need_of_a_category_is_looked_for_under_the_deck_too() -> None:
    game = Position()
    needs_in_order(game, 0, 1)
    game.plain_need(1, category=BUSES)
    game.state.need_next = 2
    for place, need in enumerate((0, 1)):
        game.state.need_place[need] = Place.UNDER
        game.state.needs_under[place] = need
    game.state.needs_under_count = 2
    assert draw_need(game.cards, game.deal, game.state, 0, BUSES, game.told) == 1
    assert draw_need(game.cards, game.deal, game.state, 0, CARE, game.told) == NONE
    assert game.state.needs_under[:2] == [0, NONE]


def test_2_9_bid_cards_and_delivery_cards_begin_again_from_their_top() -> None:
    game = Position()
    game.supplier(0)
    game.need(0)
    game.cards.bid_card_count, game.cards.delivery_card_count = 2, 2
    game.state.bid_next = game.state.delivery_next = 1
    game.deal.bids[:2], game.deal.deliveries[:2] = [8, -8], [6, 5]
    game.supplier(1)
    game.play("tender need-0", "route open", "weights 40/20/20/20")
    assert {i: bidder.card for i, bidder in game.last_bids().items()} == {0: -8, 1: 8}
    game.contract(1, 1)
    game.finish_year()
    assert [row[2] for row in game.seen(Happening.CHECK)] == [5, 6]


def test_2_9_events_begin_again_from_their_top() -> None:
    game = Position(years=5)
    game.event(number=3)
    game.cards.event_count = 2
    game.deal.events[:2] = [3, 1]
    for _ in range(3):
        game.finish_year()
    assert [row[1] for row in game.seen(Happening.EVENT)] == [3, 1, 3]


def test_3_5_the_idle_suppliers_longest_in_the_market_leave_and_those_with_a_contract_stay() -> None:
    game = Position()
    for supplier in (3, 1, 4, 0):
        game.supplier(supplier)
    game.state.supplier_running[3] = 1
    clear_idle(game.state, 2, game.told)
    assert game.state.market[:3] == [3, 0, NONE]
    assert [game.state.supplier_place[i] for i in (3, 1, 4, 0)] == [Place.MARKET, Place.UNDER, Place.UNDER, Place.MARKET]


def test_3_5_if_fewer_are_idle_fewer_leave() -> None:
    game = Position()
    game.supplier(0)
    game.supplier(1)
    game.state.supplier_running[0] = game.state.supplier_running[1] = 1
    clear_idle(game.state, 2, game.told)
    assert game.state.market_count == 2


def test_3_6_new_cards_come_on_the_right_and_a_row_that_is_long_enough_is_not_filled() -> None:
    game = Position()
    suppliers_in_order(game, 0, 1, 2, 3)
    fill_market(game.cards, game.deal, game.state, 2, game.told)
    assert game.state.market[:3] == [0, 1, NONE]
    fill_market(game.cards, game.deal, game.state, 3, game.told)
    assert game.state.market[:4] == [0, 1, 2, NONE]
    fill_market(game.cards, game.deal, game.state, 2, game.told)
    assert game.state.market_count == 3


def test_4_7_a_search_takes_the_next_of_the_category_and_leaves_the_order_of_the_deck() -> None:
    game = Position()
    suppliers_in_order(game, 0, 1, 2, 3)
    game.plain_supplier(2, categories=[0, 1, 0])
    assert draw_supplier(game.cards, game.deal, game.state, BUSES, game.told) == 2
    assert [next_supplier(game.cards, game.deal, game.state, skip, NONE) for skip in range(4)] == [0, 1, 3, NONE]
    fill_market(game.cards, game.deal, game.state, 3, game.told)
    assert game.state.market[:3] == [2, 0, 1]


def test_4_7_a_search_looks_under_the_deck_too_and_finds_nobody_when_there_is_nobody() -> None:
    game = Position()
    suppliers_in_order(game, 0, 1)
    game.plain_supplier(0, categories=[0, 1, 0])
    fill_market(game.cards, game.deal, game.state, 1, game.told)
    clear_idle(game.state, 1, game.told)
    assert draw_supplier(game.cards, game.deal, game.state, BUSES, game.told) == 0
    assert draw_supplier(game.cards, game.deal, game.state, CARE, game.told) == NONE


def test_4_7_the_row_holds_twenty_at_most() -> None:
    game = Position()
    suppliers_in_order(game, *range(24))
    fill_market(game.cards, game.deal, game.state, 24, game.told)
    assert game.state.market_count == ROW == 20
    assert draw_supplier(game.cards, game.deal, game.state, FOOD, game.told) == NONE
    assert game.state.supplier_place[20] == Place.DECK


def test_8_11_a_need_that_lies_in_a_tray_again_is_as_new() -> None:
    game = Position()
    game.plain_need(0)
    game.state.need_engaged[0] = 1
    game.state.need_failed[0] = game.state.need_asked[0] = game.state.year
    put_in_tray(game.state, 0, 0)
    assert (game.state.need_engaged[0], game.state.need_failed[0], game.state.need_asked[0]) == (0, 0, 0)
    assert game.state.need_seat[0] == 0


def test_2_4_when_a_card_leaves_a_row_the_others_close_up() -> None:
    row = [7, 8, 9, NONE]
    take_out(row, 3, 8)
    assert row == [7, 9, NONE, NONE]
    take_out(row, 2, 5)  # not there
    assert row == [7, 9, NONE, NONE]


def test_2_9_whoever_comes_and_goes_is_told() -> None:
    game = Position()
    suppliers_in_order(game, 5)
    fill_market(game.cards, game.deal, game.state, 1, game.told)
    clear_idle(game.state, 1, game.told)
    told = [(row.kind, row.a) for row in game.told.rows[: game.told.count]]
    assert told == [(Happening.SUPPLIER_CAME, 5), (Happening.SUPPLIER_LEFT, 5)]


def test_2_4_no_tray_holds_more_than_six() -> None:
    game = Position(tray=TRAY + 2)
    needs_in_order(game, *range(TRAY + 1))
    drawn = [draw_need(game.cards, game.deal, game.state, 0, NONE, game.told) for _ in range(TRAY + 1)]
    assert drawn == [*range(TRAY), NONE]


def test_2_9_decks_as_large_as_a_game_may_have_are_dealt_to_their_last_card() -> None:
    game = Position()
    suppliers_in_order(game, *range(SUPPLIERS))
    needs_in_order(game, *range(NEEDS))
    state = game.state
    for supplier in range(SUPPLIERS - 1):
        state.supplier_place[supplier] = Place.UNDER
    for need in range(NEEDS - 1):
        state.need_place[need] = Place.UNDER
    state.supplier_next, state.need_next = SUPPLIERS - 1, NEEDS - 1
    assert draw_supplier(game.cards, game.deal, state, NONE, game.told) == SUPPLIERS - 1
    assert draw_need(game.cards, game.deal, state, 0, NONE, game.told) == NEEDS - 1
    assert (state.supplier_next, state.need_next) == (SUPPLIERS, NEEDS)


def test_11_5_the_suppliers_to_come_are_counted_on_under_the_deck() -> None:
    game = Position()
    suppliers_in_order(game, 4, 2, 0, 1)
    fill_market(game.cards, game.deal, game.state, 4, game.told)
    clear_idle(game.state, 3, game.told)
    assert [next_supplier(game.cards, game.deal, game.state, skip, NONE) for skip in range(4)] == [4, 2, 0, NONE]

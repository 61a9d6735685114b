"""The tender (`tender.py`): who can bid, bids, scores, award; chapters 5 to 7 of the rulebook."""

import random

import pytest

from caffael.rules.cards import Cards
from caffael.rules.delivery import reliability_of
from caffael.rules.happened import Happening
from caffael.rules.publication import sign
from caffael.rules.reasons import Reason
from caffael.rules.records import Contract, Race, Table
from caffael.rules.tender import enter_race, expected_table, fill_bidders, lead_of, rank, score_bids, weigh, winner_by
from caffael.rules.terms import CRITERIA, FRAMEWORK, NEEDS, NONE, Kind, Place, Power, Route, Scope
from tests.rules.positions import BUSES, FOOD, Position, change, table_of
from tests.small_table import small_cards

FAIR = "weights 40/20/20/20"


def who_can_bid(game: Position, route: int, scope: int = Scope.ALL, need: int = 0) -> list[int]:
    """The suppliers that can bid for a need of the first council, in their order."""
    table = Table()
    fill_bidders(game.cards, game.state, 0, need, NONE, route, scope, table)
    return [table.bidders[i].supplier for i in range(table.count)]


def with_labs(game: Position, procurement: int = 3, adaption: int = 1) -> Position:
    """The same game, its first council with these labs."""
    game.council().labs[0], game.council().labs[1] = procurement, adaption
    return game


def buy(game: Position, route: str, need: int = 0) -> Contract:
    """Publish a tender with fair weights; the new contract."""
    game.play(f"tender need-{need}", f"route {route}")
    if route != "framework":
        game.play(FAIR)
    council = game.council()
    return council.contracts[council.order[council.running - 1]]


def scores(cards: Cards, *bidders: dict[str, int]) -> list[list[float]]:
    """The four scores of each bidder, in points, for a need with an estimate of £100,000."""
    change(cards.needs[0], estimate=100_000)
    table = table_of(*bidders)
    for i in range(table.count):
        for name in ("quality", "social"):
            if name not in bidders[i]:
                setattr(table.bidders[i], name, 3)
        table.bidders[i].carbon = table.bidders[i].carbon or 100
    score_bids(cards, 0, NONE, table)
    return [[score / 1_000 for score in table.bidders[i].scores] for i in range(table.count)]


# ------------------------------------------------------------------------------------------------------------------- reliability


@pytest.mark.parametrize(
    ("reputation", "record", "reliability"), [(4, 0, 4), (4, -2, 2), (5, 2, 6), (6, 2, 6), (3, -2, 1), (1, -2, 1), (6, -1, 5)]
)
def test_2_12_reliability_is_reputation_plus_track_record_within_one_and_six(reputation: int, record: int, reliability: int) -> None:
    cards = small_cards()
    cards.suppliers[0].reputation = reputation
    assert reliability_of(cards, Contract(supplier=0), record) == reliability


def test_13_5_without_track_records_a_supplier_is_as_reliable_as_its_reputation() -> None:
    cards = small_cards()
    cards.settings.track_records = 0
    cards.suppliers[0].reputation = 5
    assert reliability_of(cards, Contract(supplier=0), -2) == 5


@pytest.mark.parametrize(("reputation", "reliability"), [(6, 5), (2, 1), (1, 1)])
def test_5_9_the_flexible_procedure_takes_one_off_reliability_but_not_below_one(reputation: int, reliability: int) -> None:
    cards = small_cards()
    cards.suppliers[0].reputation = reputation
    assert reliability_of(cards, Contract(supplier=0, reliability_change=-1), 0) == reliability


# ----------------------------------------------------------------------------------------------------------------- who can bid


def test_5_2_who_can_bid_serves_the_category_has_a_free_place_and_can_carry_the_size() -> None:
    game = Position()
    game.need(0, estimate=100_000)
    game.supplier(0)
    game.supplier(1, categories=[0, 1, 0])  # buses
    game.supplier(2, capacity=1)
    game.state.supplier_running[2] = 1
    game.supplier(3, largest=100_000)
    game.supplier(4, largest=99_999)
    game.supplier(5, capacity=2)
    game.state.supplier_running[5] = 1
    game.plain_supplier(6)  # lies in the deck
    assert who_can_bid(game, Route.OPEN) == [0, 3, 5]


def test_5_2_capacity_counts_the_contracts_of_all_councils() -> None:
    game = Position(2)
    game.need(0)
    game.supplier(0, capacity=1)
    game.contract(1, 0, seat=1)
    assert who_can_bid(game, Route.OPEN) == []


def test_5_3_in_the_open_procedure_all_of_them_bid() -> None:
    game = Position()
    game.need(0)
    for i in range(12):
        game.supplier(i)
    assert who_can_bid(game, Route.OPEN) == list(range(12))
    assert buy(game, "open").route == Route.OPEN
    assert len(game.seen(Happening.BID)) == 12


def test_5_4_quotes_ask_the_first_three_from_the_left_who_can_bid() -> None:
    game = Position()
    game.need(0)
    game.supplier(5, categories=[0, 1, 0])
    for i in (4, 2, 0, 1):
        game.supplier(i)
    assert who_can_bid(game, Route.QUOTES) == [4, 2, 0]


def test_5_5_quotes_may_be_kept_to_local_suppliers() -> None:
    game = Position()
    game.need(0)
    for i, share in enumerate((59, 60, 85, 10, 100, 75)):
        game.supplier(i, local=share)
    assert who_can_bid(game, Route.QUOTES, Scope.LOCAL) == [1, 2, 4]


def test_5_5_quotes_may_be_kept_to_small_suppliers() -> None:
    game = Position()
    game.need(0)
    kinds = (Kind.REGIONAL, Kind.MICRO, Kind.NATIONAL, Kind.SME, Kind.MULTINATIONAL, Kind.SOCIAL_ENTERPRISE)
    for i, kind in enumerate(kinds):
        game.supplier(i, kind=int(kind))
    assert who_can_bid(game, Route.QUOTES, Scope.SMALL) == [1, 3, 5]
    game.play("tender need-0", "route quotes-small", FAIR)
    assert game.seen(Happening.TENDER)[0][5] == Scope.SMALL


def test_5_6_the_framework_supplier_alone_takes_it_even_with_an_empty_row() -> None:
    game = Position()
    game.need(0, estimate=9_000_000)
    assert who_can_bid(game, Route.FRAMEWORK) == [FRAMEWORK]
    contract = buy(game, "framework")
    assert (contract.supplier, contract.quality, contract.social, contract.carbon) == (FRAMEWORK, 3, 0, 10_000)
    assert contract.weights == NONE


def test_5_6_the_framework_has_no_bid_card_and_no_load_but_the_years_event() -> None:
    game = Position()
    game.need(0, estimate=100_000)
    game.state.supplier_running[FRAMEWORK] = 9
    game.council().price_change[FOOD] = 7
    game.bids(8, 8)
    assert buy(game, "framework").price == 107_000
    assert game.state.bid_next == 0


def test_5_6_the_framework_is_what_its_card_says() -> None:
    game = Position()
    game.need(0)
    change(game.cards.suppliers[FRAMEWORK], price=96, quality=4, social=1, carbon=80)
    contract = buy(game, "framework")
    assert (contract.price, contract.quality, contract.social, contract.carbon) == (96_000, 4, 1, 8_000)


def test_5_7_in_lots_a_contract_counts_half_against_the_size() -> None:
    game = with_labs(Position())
    game.need(0, estimate=500_000)
    game.supplier(0, largest=250_000)
    assert who_can_bid(game, Route.OPEN) == []
    assert who_can_bid(game, Route.LOTS) == [0]
    game.cards.needs[0].estimate = 500_001
    assert who_can_bid(game, Route.LOTS) == []


def test_5_8_only_supported_employment_providers_bid_for_a_reserved_contract() -> None:
    game = with_labs(Position())
    game.need(0)
    for i, supported in enumerate((0, 1, 0, 1)):
        game.supplier(i, supported=supported)
    game.cards.suppliers[3].largest = 50_000  # too small for it
    assert who_can_bid(game, Route.RESERVED) == [1]
    assert buy(game, "reserved").supplier == 1


def test_5_9_the_flexible_procedure_makes_bidders_cleaner_and_better() -> None:
    game = with_labs(Position())
    game.need(0)
    for i, (quality, carbon) in enumerate(((1, 120), (4, 60), (5, 40), (3, 100))):
        game.supplier(i, quality=quality, carbon=carbon)
    table = Table()
    fill_bidders(game.cards, game.state, 0, 0, NONE, Route.FLEXIBLE, Scope.ALL, table)
    assert [(b.quality, b.carbon) for b in table.bidders[:4]] == [(2, 100), (5, 40), (5, 40), (4, 80)]


def test_5_9_the_better_numbers_and_the_lower_reliability_go_into_the_contract() -> None:
    game = with_labs(Position())
    game.need(0, estimate=100_000, carbon=10_000)
    game.supplier(0, quality=4, carbon=80, price=100)
    contract = buy(game, "flexible")
    assert (contract.quality, contract.carbon, contract.price, contract.reliability_change) == (5, 6_000, 103_000, -1)


def test_5_9_a_bidder_that_is_cleaner_than_the_cleanest_class_stays_as_it_is() -> None:
    game = with_labs(Position())
    game.need(0)
    game.supplier(0, carbon=30)
    game.supplier(1, carbon=50)
    table = Table()
    fill_bidders(game.cards, game.state, 0, 0, NONE, Route.FLEXIBLE, Scope.ALL, table)
    assert [table.bidders[i].carbon for i in range(2)] == [30, 40]


def failed_once(game: Position) -> Position:
    """The same game after a tender for need 0, in an empty market, that nobody could bid for."""
    row, game.state.market_count = game.state.market_count, 0
    game.play("tender need-0", "route quotes", FAIR)
    game.state.market_count = row
    return game


def test_5_11_a_direct_award_goes_to_the_supplier_of_choice_whatever_the_size() -> None:
    game = Position()
    game.need(0, estimate=100_000)
    game.supplier(0, quality=5)
    game.supplier(1, largest=20_000)
    failed_once(game).play("tender need-0", "route direct", "supplier supplier-1")
    contract = game.council().contracts[0]
    assert (contract.supplier, contract.route, contract.weights) == (1, Route.DIRECT, NONE)
    assert game.told.table.bidders[game.told.table.winner].supplier == 1
    assert {i: bidder.rank for i, bidder in game.last_bids().items()} == {0: 1, 1: 0}


def test_5_11_a_direct_award_costs_the_printed_price_the_order_book_the_route_and_the_event() -> None:
    game = Position()
    game.need(0, estimate=100_000)
    game.supplier(0, price=92, capacity=3)
    game.state.supplier_running[0] = 2
    game.council().price_change[FOOD] = 3
    game.bids(8, 8, 8)
    failed_once(game).play("tender need-0", "route direct", "supplier supplier-0")
    # 92 printed + 2 x 5 order book + 5 route + 3 event, no bid card.
    assert game.council().contracts[0].price == 110_000
    assert game.state.bid_next == 0
    assert game.seen(Happening.BID) == [(0, 0, 0, 110_000, 0, 0)]


def test_5_13_when_nobody_bids_the_days_are_gone_and_the_need_stays() -> None:
    game = Position()
    game.need(0)
    game.play("tender need-0", "route open", FAIR)
    assert game.council().days == 4
    assert game.council().tray[:2] == [0, NONE]
    assert game.council().running == 0
    assert game.seen(Happening.FAILED) == [(0, 0, Route.OPEN, 0, 0, 0)]


def test_5_14_a_sole_bidder_wins() -> None:
    game = Position()
    game.need(0)
    game.supplier(7, price=140, quality=1)
    contract = buy(game, "open")
    assert (contract.supplier, contract.price) == (7, 140_000)


@pytest.mark.parametrize(
    ("route", "days", "price"),
    [
        ("open", 2, 90_000),
        ("quotes", 1, 90_000),
        ("framework", 1, 100_000),
        ("lots", 3, 94_000),
        ("reserved", 2, 90_000),
        ("flexible", 3, 93_000),
    ],
)
def test_5_1_each_route_costs_its_days_and_adds_its_points(route: str, days: int, price: int) -> None:
    game = with_labs(Position(), procurement=2)
    game.need(0, estimate=100_000)
    game.supplier(0, price=90, supported=1)
    assert buy(game, route).price == price
    assert game.council().days == 6 - days


def test_4_13_the_days_are_paid_when_the_tender_is_published_and_not_before() -> None:
    game = Position()
    game.need(0)
    game.play("tender need-0", "route open")
    assert game.council().days == 6
    game.play(FAIR)
    assert game.council().days == 4


# ----------------------------------------------------------------------------------------------------------- bids and scores


def test_6_2_bid_cards_are_turned_up_from_left_to_right_after_publication() -> None:
    game = Position()
    game.need(0)
    for i in (2, 0, 1):
        game.supplier(i)
    game.bids(8, -4, 0)
    game.play("tender need-0", "route open")
    assert game.state.bid_next == 0
    game.play(FAIR)
    assert game.state.bid_next == 3
    assert [(row[1], row[2], row[3]) for row in game.seen(Happening.BID)] == [(2, 8, 108_000), (0, -4, 96_000), (1, 0, 100_000)]


def test_6_3_a_bid_is_one_sum_of_percentages_rounded_down_once() -> None:
    # The rulebook's example: 96 printed, +3 bid card, +5 order book, +4 lots = 108 % of £101,000.
    game = with_labs(Position())
    game.need(0, estimate=101_000)
    game.supplier(0, price=96)
    game.state.supplier_running[0] = 1
    game.bids(3)
    assert buy(game, "lots").price == 109_080


def test_6_3_the_odd_pence_are_dropped() -> None:
    game = Position()
    game.need(0, estimate=100_099)
    game.supplier(0, price=97)
    assert buy(game, "open").price == 97_096  # 97,096.03


def test_6_3_a_bid_is_never_below_nothing() -> None:
    game = Position()
    game.need(0)
    game.supplier(0, price=90)
    game.council().price_change[FOOD] = -200
    assert buy(game, "open").price == 0


def test_6_4_a_bid_is_five_points_dearer_for_each_contract_of_any_council() -> None:
    game = Position(3)
    game.need(0, estimate=100_000)
    game.supplier(0, price=90, capacity=5)
    game.contract(3, 0, seat=1)
    game.contract(4, 0, seat=2)
    assert buy(game, "open").price == 100_000


@pytest.mark.parametrize(("percent", "score"), [(100, 100.0), (104, 84.0), (110, 60.0), (124, 4.0), (125, 0.0), (140, 0.0)])
def test_6_5_price_loses_four_points_for_each_per_cent_above_the_lowest(percent: int, score: float) -> None:
    rows = scores(small_cards(), {"percent": 100}, {"percent": percent})
    assert rows[0][0] == 100.0
    assert rows[1][0] == score


def test_6_5_the_loss_is_in_exact_proportion() -> None:
    cards = small_cards()
    cards.needs[0].estimate = 50_000
    table = table_of({"percent": 200, "carbon": 100}, {"percent": 221, "carbon": 100})
    score_bids(cards, 0, NONE, table)
    assert [table.bidders[i].bid for i in range(2)] == [100_000, 110_500]
    assert table.bidders[1].scores[0] == 58_000
    cards.needs[0].estimate = 1_005
    table = table_of({"percent": 100, "carbon": 100}, {"percent": 110, "carbon": 100})
    score_bids(cards, 0, NONE, table)  # £1,105 is 9.9502... % above £1,005
    assert table.bidders[1].scores[0] == 100_000 - 39_800


def test_6_6_quality_and_social_value_count_out_of_five() -> None:
    rows = scores(small_cards(), {"percent": 100, "quality": 4, "social": 1}, {"percent": 100, "quality": 1, "social": 5})
    assert [row[1:3] for row in rows] == [[80.0, 20.0], [20.0, 100.0]]


def test_6_7_carbon_loses_a_point_for_each_per_cent_above_the_cleanest() -> None:
    rows = scores(small_cards(), {"percent": 100, "carbon": 60}, {"percent": 100, "carbon": 120}, {"percent": 100, "carbon": 80})
    assert [row[3] for row in rows] == [100.0, 40.0, 80.0]


def test_6_7_carbon_never_scores_below_nought() -> None:
    cards = small_cards()
    cards.settings.carbon_slope = 2
    rows = scores(cards, {"percent": 100, "carbon": 40}, {"percent": 100, "carbon": 120})
    assert [row[3] for row in rows] == [100.0, 0.0]


def test_6_7_a_bidder_without_carbon_scores_full() -> None:
    cards = small_cards()
    table = table_of({"percent": 100, "carbon": 0}, {"percent": 100, "carbon": 50})
    score_bids(cards, 0, NONE, table)
    assert [table.bidders[i].scores[3] for i in range(2)] == [100_000, 50_000]


ASH = {"percent": 100, "quality": 2, "social": 1, "carbon": 120}
BEECH = {"percent": 110, "quality": 4, "social": 3, "carbon": 60}


@pytest.mark.parametrize(("weights", "ash", "beech", "winner"), [((40, 20, 20, 20), 60, 72, 1), ((70, 10, 10, 10), 80, 66, 0)])
def test_6_8_the_highest_weighted_sum_wins(weights: tuple[int, ...], ash: int, beech: int, winner: int) -> None:
    cards = small_cards()
    cards.needs[0].estimate = 100_000
    cards.weights[:CRITERIA] = weights
    table = table_of(ASH, BEECH)
    score_bids(cards, 0, NONE, table)
    weigh(cards, 0, table)
    assert [table.bidders[i].total for i in range(2)] == [ash * 100_000, beech * 100_000]
    assert table.winner == winner
    assert table.bidders[winner].rank == 0


def test_6_9_ties_go_to_quality_then_the_lower_price_then_the_older_card() -> None:
    for rows, winner in (
        (({"total": 7, "quality": 3}, {"total": 8, "quality": 1}), 1),
        (({"total": 8, "quality": 3, "bid": 5}, {"total": 8, "quality": 4, "bid": 9}), 1),
        (({"total": 8, "quality": 4, "bid": 9}, {"total": 8, "quality": 4, "bid": 5}), 1),
        (({"total": 8, "quality": 4, "bid": 5}, {"total": 8, "quality": 4, "bid": 5}), 0),
    ):
        table = table_of(*rows)
        rank(table)
        assert table.winner == winner
        assert sorted(table.bidders[i].rank for i in range(2)) == [0, 1]


def test_6_9_every_bid_has_a_rank_of_its_own() -> None:
    table = table_of({"total": 5}, {"total": 9}, {"total": 5}, {"total": 7})
    rank(table)
    assert [table.bidders[i].rank for i in range(4)] == [2, 0, 3, 1]


def test_6_10_expected_is_the_table_as_printed_without_bid_cards() -> None:
    game = Position()
    game.need(0, estimate=100_000)
    game.supplier(0, price=90, quality=4)
    game.supplier(1, price=99, quality=5, carbon=40)
    game.bids(8, -8)
    table = Table()
    for i in range(CRITERIA):
        game.cards.weights[i] = (40, 20, 20, 20)[i]
    expected_table(game.cards, game.state, 0, 0, NONE, Route.OPEN, Scope.ALL, 0, table)
    assert [(b.bid, b.card) for b in table.bidders[:2]] == [(90_000, 0), (99_000, 0)]
    # 99,000 is 10 % above 90,000, and carbon 60 points above 40: 40 x 100 + 20 x 80 + 20 x 40 against 40 x 60 + 20 x 100 + 20 x 100.
    assert [b.total / 100_000 for b in table.bidders[:2]] == [40 + 16 + 8, 24 + 20 + 20]
    assert table.winner == 1
    assert game.state.bid_next == 0
    game.play("tender need-0", "route open", FAIR)
    # 98,000 and 91,000 after the cards; quality, social value and carbon are as expected.
    assert [(i, b.bid, b.scores[1:]) for i, b in game.last_bids().items()] == [
        (0, 98_000, table.bidders[0].scores[1:]),
        (1, 91_000, table.bidders[1].scores[1:]),
    ]


def test_6_10_without_weights_the_expected_table_shows_scores_and_no_winner() -> None:
    game = Position()
    game.need(0)
    game.supplier(0)
    table = Table()
    expected_table(game.cards, game.state, 0, 0, NONE, Route.OPEN, Scope.ALL, NONE, table)
    assert (table.count, table.winner, table.bidders[0].scores[0]) == (1, NONE, 100_000)


def test_6_11_the_contract_takes_down_what_was_won() -> None:
    game = Position()
    game.need(0, estimate=100_000, term=3, carbon=10_001)
    game.supplier(4, price=95, quality=4, social=3, carbon=80)
    contract = buy(game, "open")
    assert (contract.need, contract.supplier, contract.term, contract.age, contract.signed) == (0, 4, 3, 0, 1)
    assert (contract.price, contract.quality, contract.social, contract.carbon) == (95_000, 4, 3, 8_000)  # 8,000.8 kg
    assert (game.council().tray_count, game.council().running, game.state.supplier_running[4]) == (0, 1, 1)
    assert game.state.need_place[0] == Place.CONTRACT
    assert game.seen(Happening.AWARDED)[0][:5] == (0, 0, 4, 95_000, 8_000)


def test_6_11_the_first_free_place_of_the_register_is_taken_and_the_order_stays_that_of_signing() -> None:
    game = Position()
    game.supplier(0, capacity=9)
    for need in (1, 2):
        game.contract(need, 0)
    change(game.council().contracts[0], need=NONE)
    game.council().order[:2] = [1, NONE]
    game.council().running = 1
    game.need(0)
    buy(game, "open")
    assert game.council().order[:3] == [1, 0, NONE]


def test_6_12_the_assessment_summary_tells_every_bid_and_the_margin() -> None:
    game = Position()
    game.need(0, estimate=100_000)
    game.supplier(0, price=100, quality=2, social=1, carbon=120)
    game.supplier(1, price=110, quality=4, social=3, carbon=60)
    buy(game, "open")
    assert game.seen(Happening.BID) == [(0, 0, 0, 100_000, 6_000_000, 1), (0, 1, 0, 110_000, 7_200_000, 0)]
    assert game.seen(Happening.AWARDED)[0][5] == 1_200_000


def test_13_8_without_bid_cards_bids_are_as_printed() -> None:
    game = Position(bid_cards=0)
    game.need(0)
    game.supplier(0, price=90)
    game.bids(8)
    assert buy(game, "open").price == 90_000
    assert game.state.bid_next == 0


def test_13_16_by_ratio_the_price_scores_lowest_over_own() -> None:
    cards = small_cards()
    assert scores(cards, {"percent": 100}, {"percent": 125})[1][0] == 0.0
    cards.settings.price_ratio = 1
    assert [row[0] for row in scores(cards, {"percent": 100}, {"percent": 125})] == [100.0, 80.0]


@pytest.mark.parametrize(("quality", "social", "people"), [(4, 1, 60.0), (4, 2, 60.0), (5, 4, 100.0), (1, 0, 20.0), (3, 3, 60.0)])
def test_13_17_people_is_the_mean_of_quality_and_social_value_rounded_up(quality: int, social: int, people: float) -> None:
    cards = small_cards()
    cards.settings.people = 1
    assert scores(cards, {"percent": 100, "quality": quality, "social": social})[0][1:3] == [people, 0.0]


# ---------------------------------------------------------------------------------------------------------------- engagement


def test_4_9_after_engaging_offers_are_one_higher_and_no_bid_card_counts_above_nothing() -> None:
    game = Position()
    game.need(0, estimate=100_000)
    game.state.need_engaged[0] = 1
    for i, social in enumerate((3, 5, 0)):
        game.supplier(i, social=social)
    game.bids(8, -4, 4)
    buy(game, "open")
    bids = game.last_bids()
    assert [bids[i].social for i in range(3)] == [4, 5, 1]
    assert [(bids[i].card, bids[i].bid) for i in range(3)] == [(0, 100_000), (-4, 96_000), (0, 100_000)]


def test_4_9_after_engaging_the_smallest_bid_card_above_nothing_counts_nothing_either() -> None:
    game = Position()
    game.need(0, estimate=100_000)
    game.state.need_engaged[0] = 1
    for i in range(3):
        game.supplier(i)
    game.bids(1, 0, -1)
    buy(game, "open")
    assert [(game.last_bids()[i].card, game.last_bids()[i].bid) for i in range(3)] == [(0, 100_000), (0, 100_000), (-1, 99_000)]


def test_4_9_without_engaging_everything_is_as_printed() -> None:
    game = Position()
    game.need(0)
    game.supplier(0, social=3)
    game.bids(4)
    contract = buy(game, "open")
    assert (contract.social, contract.price, contract.engaged) == (3, 104_000, 0)


def test_4_10_engagement_holds_by_whichever_route() -> None:
    for route in ("open", "quotes", "lots", "reserved", "flexible"):
        game = with_labs(Position())
        game.need(0)
        game.state.need_engaged[0] = 1
        game.supplier(0, social=2, supported=1)
        contract = buy(game, route)
        assert (contract.social, contract.engaged) == (3, 1), route


def test_4_10_on_the_framework_only_the_check_is_better() -> None:
    game = Position()
    game.need(0)
    game.state.need_engaged[0] = 1
    contract = buy(game, "framework")
    assert (contract.social, contract.engaged) == (0, 1)


def test_4_10_in_a_direct_award_the_offer_is_higher_too() -> None:
    game = Position()
    game.need(0)
    game.supplier(0, social=2)
    failed_once(game)
    game.state.need_engaged[0] = 1
    game.play("tender need-0", "route direct", "supplier supplier-0")
    assert (game.council().contracts[0].social, game.council().contracts[0].engaged) == (3, 1)


# ------------------------------------------------------------------------------------------------------------- labs and projects


def test_11_2_with_procurement_lab_3_the_first_tender_of_the_year_is_a_day_cheaper() -> None:
    game = with_labs(Position(), procurement=3)
    game.supplier(0, capacity=9)
    game.need(0)
    game.need(1)
    buy(game, "open")
    assert game.council().days == 5
    buy(game, "open", need=1)
    assert game.council().days == 3
    assert [row[4] for row in game.seen(Happening.TENDER)] == [1, 2]


def test_11_2_a_tender_of_one_day_costs_none_when_it_is_the_first_of_the_year_with_procurement_lab_3() -> None:
    game = with_labs(Position(), procurement=3)
    game.cards.routes[Route.OPEN].days = 1
    game.supplier(0, capacity=9)
    game.need(0)
    game.need(1)
    days = game.council().days
    buy(game, "open")
    assert game.council().days == days
    buy(game, "open", need=1)
    assert game.council().days == days - 1


def test_11_2_a_tender_that_costs_no_day_cannot_cost_less() -> None:
    game = with_labs(Position(), procurement=3)
    game.cards.routes[Route.OPEN].days = 0
    game.need(0)
    game.supplier(0)
    buy(game, "open")
    assert game.council().days == 6


def test_11_8_a_cleaner_category_counts_in_new_contracts_of_that_category() -> None:
    game = Position()
    change(game.cards.projects[0], power=Power.CLEANER_CATEGORY, target=FOOD, amount=25)
    game.supplier(0, carbon=80, capacity=9, categories=[1, 1, 0])
    old = game.contract(3, 0, carbon=8_000)
    game.council().projects[0], game.council().finished = 1, 1
    game.need(0, carbon=10_000)
    game.need(1, carbon=10_000, category=BUSES)
    assert buy(game, "open").carbon == 5_500  # 80 less 25 points
    assert buy(game, "open", need=1).carbon == 8_000
    assert old.carbon == 8_000


def test_11_10_a_wider_market_asks_more_bidders_for_quotes() -> None:
    game = Position()
    change(game.cards.projects[2], power=Power.WIDER_MARKET, target=NONE, amount=2)
    game.council().projects[2], game.council().finished = 1, 1
    game.need(0)
    for i in range(7):
        game.supplier(i)
    assert who_can_bid(game, Route.QUOTES) == [0, 1, 2, 3, 4]


# -------------------------------------------------------------------------------------------------------------- buying together


def together(**partner: int) -> Position:
    """Two councils with a need of food each, the first with procurement lab 2, and one supplier of everything."""
    game = with_labs(Position(2), procurement=2, adaption=0)
    game.need(0, estimate=100_000, term=2, carbon=10_000)
    game.need(1, seat=1, estimate=140_001, term=3, carbon=20_000, **partner)
    return game


ASK = ("joint need-0", "partner need-1", FAIR)


def test_7_1_a_joint_tender_costs_two_days_and_the_partner_one() -> None:
    game = together()
    game.supplier(0)
    game.play(*ASK, "agree")
    assert (game.council(0).days, game.council(1).days) == (4, 5)
    assert game.council(1).labs == [0, 0, 0]
    assert game.seen(Happening.JOINT_AGREED) == [(1, 1, 0, 1, 0, 0)]


def test_7_5_suppliers_must_carry_both_needs_together() -> None:
    game = together()
    game.supplier(0, largest=240_000)
    game.supplier(1, largest=240_001)
    game.play(*ASK, "agree")
    assert list(game.last_bids()) == [1]


def test_7_6_one_winner_and_two_contracts_each_with_its_own_term_and_price() -> None:
    game = together()
    game.supplier(0, price=92)
    game.play(*ASK, "agree")
    mine, theirs = game.council(0).contracts[0], game.council(1).contracts[0]
    assert (mine.need, mine.term, mine.price, mine.partner) == (0, 2, 82_000, 1)
    assert (theirs.need, theirs.term, theirs.price, theirs.partner) == (1, 3, 114_800, 0)  # 114,800.82
    assert mine.supplier == theirs.supplier == 0
    assert game.last_bids()[0].bid == 196_800
    assert [row[:4] for row in game.seen(Happening.AWARDED)] == [(0, 0, 0, 82_000), (1, 1, 0, 114_800)]


def test_7_7_price_and_carbon_are_ten_points_down_for_both() -> None:
    game = together()
    game.supplier(0, price=100, carbon=60)
    game.play(*ASK, "agree")
    mine, theirs = game.council(0).contracts[0], game.council(1).contracts[0]
    assert (mine.price, theirs.price) == (90_000, 126_000)  # 126,000.9
    assert (mine.carbon, theirs.carbon) == (5_000, 10_000)


@pytest.mark.parametrize("engaged", [0, 1])
def test_7_8_engaged_by_one_is_engaged_for_both(engaged: int) -> None:
    game = together()
    game.state.need_engaged[engaged] = 1
    game.supplier(0, social=2)
    game.bids(8)
    game.play(*ASK, "agree")
    mine, theirs = game.council(0).contracts[0], game.council(1).contracts[0]
    assert (mine.engaged, theirs.engaged) == (1, 1)
    assert (mine.social, theirs.social) == (3, 3)
    assert mine.price == 90_000  # the card of +8 counts nothing


def test_7_9_a_joint_contract_takes_one_place_of_the_suppliers_capacity() -> None:
    game = together()
    game.supplier(0, capacity=1)
    game.play(*ASK, "agree")
    assert game.state.supplier_running[0] == 1


def test_7_10_when_nobody_bids_the_days_of_both_are_gone_and_it_failed_for_both() -> None:
    game = together()
    game.play(*ASK, "agree")
    assert (game.council(0).days, game.council(1).days) == (4, 5)
    assert (game.council(0).tray[0], game.council(1).tray[0]) == (0, 1)
    assert game.seen(Happening.FAILED) != []
    game.supplier(0)  # somebody comes after all
    assert game.state.decider == 1
    game.play("tender need-1")
    assert game.why("route direct") == Reason.LEGAL
    game.play("route direct", "supplier supplier-0", "tender need-0", "route direct", "supplier supplier-0")
    assert [row[:3] for row in game.seen(Happening.AWARDED)] == [(1, 1, 0), (0, 0, 0)]


def test_7_11_event_prices_are_those_of_the_asking_council() -> None:
    game = together()
    game.supplier(0, price=100)
    game.council(0).price_change[FOOD] = 4
    game.council(1).price_change[FOOD] = 50
    game.play(*ASK, "agree")
    assert (game.council(0).contracts[0].price, game.council(1).contracts[0].price) == (94_000, 131_600)  # 131,600.94


def test_7_11_the_asking_councils_tender_alone_counts_as_its_first_of_the_year() -> None:
    game = together()
    game.council(0).labs[0] = game.council(1).labs[0] = 3
    game.supplier(0)
    game.play(*ASK, "agree")
    assert (game.council(0).days, game.council(1).days) == (5, 5)  # 2 less 1; 1
    assert (game.council(0).tenders_year, game.council(1).tenders_year) == (1, 0)


def test_7_11_each_contract_is_cleaner_by_its_own_councils_projects() -> None:
    game = together()
    change(game.cards.projects[0], power=Power.CLEANER_CATEGORY, target=FOOD, amount=25)
    game.council(1).projects[0], game.council(1).finished = 1, 1
    game.supplier(0, carbon=100)
    game.play(*ASK, "agree")
    assert (game.council(0).contracts[0].carbon, game.council(1).contracts[0].carbon) == (9_000, 13_000)


def test_11_18_a_joint_tender_counts_as_collaboration_of_both_only_when_it_is_awarded() -> None:
    game = together()
    game.play(*ASK, "agree")  # nobody bids
    assert (game.council(0).joint, game.council(1).joint) == (0, 0)
    game = together()
    game.supplier(0)
    game.play(*ASK, "agree")
    assert (game.council(0).joint, game.council(1).joint) == (1, 1)


@pytest.mark.parametrize("seed", range(30))
def test_6_9_bids_rank_by_total_then_quality_then_the_lower_price_then_the_older_card(seed: int) -> None:
    chance = random.Random(seed)
    rows = [{"total": chance.choice((5, 6)), "quality": chance.choice((2, 3)), "bid": chance.choice((7, 8))} for _ in range(seed % 8)]
    table = table_of(*rows)
    table.winner = NONE
    rank(table)
    order = sorted(range(len(rows)), key=lambda i: (-rows[i]["total"], -rows[i]["quality"], rows[i]["bid"], i))
    assert [table.bidders[i].rank for i in range(len(rows))] == [order.index(i) for i in range(len(rows))]
    assert table.winner == (order[0] if rows else NONE)


@pytest.mark.parametrize("seed", range(60))
def test_6_9_the_winner_is_the_same_whether_the_others_are_ranked_or_not(seed: int) -> None:
    chance = random.Random(seed)
    cards = Position().cards
    rows = [{"quality": chance.choice((2, 3)), "bid": chance.choice((7, 8))} for _ in range(seed % 8)]
    table = table_of(*rows)
    for bidder in table.bidders[: table.count]:
        bidder.scores[:] = [chance.choice((0, 0, 20_000, 40_000)) for _ in range(CRITERIA)]
    for weights in range(cards.weights_count):
        winner = winner_by(cards, weights, table)
        table.winner = NONE
        weigh(cards, weights, table)
        assert winner == table.winner


@pytest.mark.parametrize("seed", range(60))
def test_6_9_a_bid_held_against_the_others_leads_by_what_it_wins_by(seed: int) -> None:
    chance = random.Random(seed)
    cards = Position().cards
    rows = [{"quality": chance.choice((2, 3)), "bid": chance.choice((7, 8))} for _ in range(1 + seed % 8)]
    table, race = table_of(*rows), Race()
    for bidder in table.bidders[: table.count]:
        bidder.scores[:] = [chance.choice((0, 0, 20_000, 40_000)) for _ in range(CRITERIA)]
    for row in range(table.count):
        enter_race(table, row, race)
        for weights in range(cards.weights_count):
            weigh(cards, weights, table)
            totals = [*sorted((bidder.total for bidder in table.bidders[: table.count]), reverse=True), 0]
            lead = totals[0] - totals[1]
            own = lead if table.winner == row else NONE
            for least in (NONE, 0, lead - 1, lead):
                assert lead_of(cards, weights, table, race, least) == (own if own > least else least)


def test_6_1_a_table_that_was_filled_anew_holds_nothing_of_an_old_tender() -> None:
    game = Position()
    game.need(0)
    game.supplier(0)
    game.supplier(1)
    table = Table()
    for bidder in table.bidders:
        change(bidder, card=7, bid=7, total=7, rank=7)
    fill_bidders(game.cards, game.state, 0, 0, NONE, Route.OPEN, Scope.ALL, table)
    assert [(b.card, b.bid, b.total, b.rank) for b in table.bidders[:2]] == [(0, 0, 0, 0), (0, 0, 0, 1)]


def test_4_12_the_expected_table_asks_whom_the_tender_would_ask() -> None:
    game = Position()
    game.need(0)
    game.supplier(0, local=10)
    game.supplier(1, local=100)
    table = Table()
    expected_table(game.cards, game.state, 0, 0, NONE, Route.QUOTES, Scope.LOCAL, NONE, table)
    assert (table.count, table.bidders[0].supplier) == (1, 1)


def test_7_5_a_joint_bid_is_the_sum_of_both_prices_each_rounded_down() -> None:
    cards = small_cards()
    cards.needs[0].estimate, cards.needs[1].estimate = 100_001, 50_003
    table = table_of({"percent": 97, "carbon": 100}, {"percent": 110, "carbon": 100})
    score_bids(cards, 0, 1, table)
    assert [table.bidders[i].bid for i in range(2)] == [97_000 + 48_502, 110_001 + 55_003]


def test_6_5_bids_of_a_pound_are_compared_like_any_others() -> None:
    cards = small_cards()
    cards.settings.price_slope = 1
    cards.needs[0].estimate = 1
    table = table_of({"percent": 100, "carbon": 100}, {"percent": 200, "carbon": 100})
    score_bids(cards, 0, NONE, table)
    assert [table.bidders[i].scores[0] for i in range(2)] == [100_000, 0]


def test_6_5_by_ratio_the_score_is_rounded_down_to_whole_thousandths() -> None:
    cards = small_cards()
    cards.settings.price_ratio = 1
    cards.needs[0].estimate = 100_000
    table = table_of({"percent": 100, "carbon": 100}, {"percent": 103, "carbon": 100})
    score_bids(cards, 0, NONE, table)
    assert table.bidders[1].scores[0] == 97_087


def test_6_2_a_bid_deck_of_one_card_is_turned_up_for_everybody() -> None:
    game = Position()
    game.need(0)
    game.supplier(0)
    game.supplier(1)
    game.cards.bid_card_count = 1
    game.bids(8)
    buy(game, "open")
    assert [row[2] for row in game.seen(Happening.BID)] == [8, 8]


@pytest.mark.parametrize("position", range(4))
def test_6_8_each_criterion_has_its_own_weight(position: int) -> None:
    cards = small_cards()
    weights = [0, 0, 0, 0]
    weights[position] = 100
    cards.weights[CRITERIA : 2 * CRITERIA] = weights
    cards.weights[:CRITERIA] = [1, 1, 1, 1]
    table = table_of({"percent": 100})
    table.bidders[0].scores[:] = [3, 5, 7, 11]
    weigh(cards, 1, table)
    assert table.bidders[0].total == 100 * (3, 5, 7, 11)[position]


def test_6_11_a_sole_bidders_margin_is_its_whole_score_and_others_count_from_the_second() -> None:
    game = Position()
    game.need(0)
    game.supplier(0)
    buy(game, "open")
    total = game.seen(Happening.BID)[0][4]
    assert total > 0 and game.seen(Happening.AWARDED)[0][5] == total
    other = Position()
    other.need(0)
    other.supplier(0, quality=5)
    other.supplier(1, quality=1)
    other.supplier(2, quality=4)
    buy(other, "open")
    totals = sorted((row[4] for row in other.seen(Happening.BID)), reverse=True)
    assert other.seen(Happening.AWARDED)[0][5] == totals[0] - totals[1] > 0


def test_6_11_a_contract_in_a_place_that_was_used_begins_anew() -> None:
    game = Position()
    change(game.council().contracts[0], need=NONE, managed=1, misses=1, age=3, reliability_change=-1, partner=5, engaged=1, weights=9)
    game.need(0)
    game.supplier(0)
    contract = buy(game, "open")
    assert contract is game.council().contracts[0]
    assert (contract.managed, contract.misses, contract.age, contract.reliability_change, contract.partner, contract.engaged) == (
        0,
        0,
        0,
        0,
        NONE,
        0,
    )


def test_6_11_a_contract_emits_never_less_than_nothing() -> None:
    game = Position()
    game.need(0, carbon=10_000)
    game.supplier(0, carbon=40)
    change(game.cards.projects[0], power=int(Power.CLEANER_CATEGORY), target=FOOD, amount=50)
    game.council().projects[0] = game.council().finished = 1
    assert buy(game, "open").carbon == 0


def test_6_11_a_contract_beyond_the_largest_register_is_an_error() -> None:
    game = Position()
    game.need(0)
    for contract in game.council().contracts:
        contract.need = 9
    game.told.table.winner, game.told.table.count = 0, 1
    with pytest.raises(IndexError, match=r"^no free place in the register$"):
        sign(game.cards, game.state, 0, 0, NONE, Route.OPEN, 0, 0, 0, game.told)


def test_6_11_a_tender_alone_signs_one_contract_whatever_lies_in_the_tray() -> None:
    game = Position()
    game.need(0)
    game.need(NEEDS - 1)
    game.cards.need_count = NEEDS
    game.supplier(0)
    buy(game, "open")
    assert (game.council().running, game.council().joint, game.council().tray_count) == (1, 0, 1)


def test_7_6_both_contracts_of_a_joint_tender_are_told_in_full() -> None:
    game = Position(2)
    game.council().labs[0] = 2
    game.need(3, estimate=100_000, carbon=10_000)
    game.need(6, seat=1, estimate=50_000, carbon=2_000)
    game.supplier(2, quality=5)
    game.supplier(4, quality=1)
    game.play("joint need-3", "partner need-6", FAIR, "agree")
    best, next_best = sorted((row[4] for row in game.seen(Happening.BID)), reverse=True)
    weights = game.seen(Happening.TENDER)[0][3]
    assert game.seen(Happening.TENDER) == [(0, 3, Route.JOINT, weights, 2, 0)]
    assert game.seen(Happening.AWARDED) == [(0, 3, 2, 90_000, 9_000, best - next_best), (1, 6, 2, 45_000, 1_800, best - next_best)]
    contracts = [game.council(seat).contracts[0] for seat in range(2)]
    assert [(c.need, c.partner, c.weights, c.route) for c in contracts] == [(3, 6, weights, Route.JOINT), (6, 3, weights, Route.JOINT)]
    assert [(c.engaged, c.social) for c in contracts] == [(0, 0), (0, 0)]
    assert [game.council(seat).joint for seat in range(2)] == [1, 1]
    for need, seat in ((9, 0), (12, 1)):
        game.need(need, seat=seat)
    game.play("pass", "joint need-9", "partner need-12", FAIR, "agree")
    assert [game.council(seat).joint for seat in range(2)] == [2, 2]


def test_14_2_a_direct_award_is_told_with_its_need_and_without_weights() -> None:
    game = Position()
    game.need(5)
    game.supplier(3)
    game.state.emergency[FOOD] = 1
    game.play("tender need-5", "route direct", "supplier supplier-3")
    assert game.seen(Happening.TENDER) == [(0, 5, Route.DIRECT, NONE, 1, 0)]


def test_5_6_every_use_of_the_framework_counts() -> None:
    game = Position()
    for need in range(3):
        game.need(need)
    for used in range(1, 3):
        buy(game, "framework", need=used)
        assert game.council().frameworks == used


def test_5_5_a_tender_kept_to_local_suppliers_goes_to_one_of_them() -> None:
    game = Position()
    game.need(0)
    game.supplier(0, local=10, price=90)
    game.supplier(1, local=100)
    assert buy(game, "quotes-local").supplier == 1


def test_13_17_joined_scores_are_whole_thousandths_too() -> None:
    cards = small_cards()
    cards.settings.people = 1
    cards.needs[0].estimate = 100_000
    table = table_of({"percent": 100, "quality": 4, "social": 1, "carbon": 100})
    score_bids(cards, 0, NONE, table)
    assert table.bidders[0].scores == [100_000, 60_000, 0, 100_000]
    assert all(isinstance(score, int) for score in table.bidders[0].scores)

"""Envelopes opened (`sealing.py`): in which order, what happens then, what comes back, and how Buy ends; chapter 17 of the rulebook."""

import random

from caffael.match import Match, Seat
from caffael.rules import actions
from caffael.rules.actions import legal_actions, phase_for
from caffael.rules.copying import words_of
from caffael.rules.happened import Happening
from caffael.rules.notation import from_text
from caffael.rules.reasons import Reason
from caffael.rules.records import Envelope, State, Table
from caffael.rules.tender import expected_table
from caffael.rules.terms import CHOICES, NONE, Phase, Route
from caffael.rules.view import view
from caffael.saves import History
from caffael.scenario import load_pack
from tests.rules.envelopes import contracts, joint, legal_for, needy, opened_in_order, sealed, tender, why_for
from tests.rules.positions import Position
from tests.small_table import small_cards


def test_17_9_opening_begins_with_the_first_of_the_round_and_goes_round_the_table() -> None:
    game = needy(4, capacity=8)
    game.need(4, seat=0)
    firsts = []
    for turn in range(3):
        for seat in (3, 1, 2, 0):
            game.play_for(seat, *(tender(0) if seat == 0 and turn == 0 else tender(4) if seat == 0 and turn == 1 else ("wait",)))
        order = opened_in_order(game)
        firsts.append(order[0])
        assert order == [(order[0] + i) % 4 for i in range(4)]
    assert firsts == [0, 1, 2]


def test_17_9_in_the_next_year_the_next_council_begins_its_first_round() -> None:
    game = needy(3)
    game.finish_year()
    assert (game.state.year, game.state.first, game.state.round) == (2, 1, 0)
    for seat in range(3):
        game.play_for(seat, "wait")
    assert opened_in_order(game) == [1, 2, 0]


def test_17_9_who_has_passed_is_not_waited_for_and_has_nothing_to_open() -> None:
    game = needy(3).play_for(0, "pass").play_for(1, *tender(1)).play_for(2, "wait")
    assert opened_in_order(game) == [1, 2]


def test_17_10_what_was_opened_before_has_happened() -> None:
    game = needy(2, capacity=3)
    for seat in (0, 1):
        game.play_for(seat, *tender(seat))
    game.play("open")
    assert game.last_bids()[0].percent == 100
    game.play("open")
    assert game.last_bids()[0].percent == 105
    assert [game.council(seat).days for seat in (0, 1)] == [4, 4]


def test_17_10_the_example_of_the_rulebook_is_deal_59_of_sealed_played_by_four_balanced_bots() -> None:
    pack = load_pack("sealed", years=3)
    match = Match.start(pack, [Seat(council, council, "balanced") for council in pack.ids.councils[:4]], 59)
    while (match.state.round, match.state.phase) != (1, Phase.OPEN):
        match.play(actions.OPEN if match.state.phase == Phase.OPEN else match.bot_action())
    gwent, bridgend, caerphilly, cardiff = range(4)
    wishes = [[match.text_of(action) for action in envelope.written] for envelope in match.state.envelopes[:4]]
    assert wishes[bridgend] == ["tender dragon-playground", "route quotes", "weights 0/10/20/70"]
    assert wishes[caerphilly] == ["tender recycling-centre", "route direct", "supplier gardd-wen"]
    assert wishes[cardiff] == ["tender school-milk", "route open", "weights 10/20/0/70"]
    gardd_wen, ail_wanwyn = (pack.ids.suppliers.index(name) for name in ("gardd-wen", "ail-wanwyn"))
    assert [points_of(match, seat)[gardd_wen] for seat in (bridgend, cardiff)] == [90, 90]
    assert list(points_of(match, cardiff).items())[:2] == [(gardd_wen, 90), (ail_wanwyn, 77)]
    likely = next(iter(points_of(match, gwent)))
    order, told = [], []
    while match.state.phase == Phase.OPEN:
        order.append(match.state.decider)
        told.append(match.play(actions.OPEN))
    assert order == [bridgend, caerphilly, cardiff, gwent]
    won = [[(row.b, row.c) for row in happened if row.kind == Happening.AWARDED] for happened in told]
    assert won[0] == [(gardd_wen, 143_640)] and won[1] == [] and won[2] == [(ail_wanwyn, 198_000)]
    assert [row.b for row in told[1]] == [Reason.CANNOT_SUPPLY]
    assert [row.d // 100_000 for row in told[2] if row.kind == Happening.BID and row.a == ail_wanwyn] == [90]
    assert won[3][0][0] == likely


def points_of(match: Match, seat: int) -> dict[int, int]:
    """By supplier the points that it would have as printed for the tender in a seat's envelope, the most first."""
    need, route, weights = match.state.envelopes[seat].written
    choice, table = route - actions.ROUTE, Table()
    asked = actions.ROUTE_OF[choice], actions.SCOPE_OF[choice], weights - actions.PUBLISH
    expected_table(match.cards, match.state, seat, need - actions.TENDER, NONE, *asked, table)
    rows = sorted(table.bidders[: table.count], key=lambda bidder: bidder.rank)
    return {bidder.supplier: bidder.total // 100_000 for bidder in rows}


def test_17_10_who_came_to_the_market_after_it_was_written_bids_too() -> None:
    game = needy(2, capacity=1)
    game.deal.suppliers[0] = 4
    game.plain_supplier(4, price=90)
    game.play_for(0, *tender(0)).play_for(1, "engage need-1", "wait")
    game.play("open")
    assert set(game.last_bids()) == {0, 4}
    assert contracts(game, 0) == [(0, 4)]


def test_17_11_whoever_has_no_free_place_any_more_does_not_bid() -> None:
    game = needy(2, capacity=1)
    game.supplier(1, price=120)
    for seat in (0, 1):
        game.play_for(seat, *tender(seat))
    game.play("open", "open")
    assert [contracts(game, seat) for seat in (0, 1)] == [[(0, 0)], [(1, 1)]]


def test_17_11_where_nobody_is_left_the_tender_fails_and_its_days_are_gone() -> None:
    game = needy(2, capacity=1)
    for seat in (0, 1):
        game.play_for(seat, *tender(seat))
    game.play("open", "open")
    assert game.seen(Happening.FAILED) == [(1, 1, Route.OPEN, 0, 0, 0)]
    assert (game.council(1).days, game.council(1).tray_count) == (4, 1)


def test_17_12_a_direct_award_to_a_supplier_that_is_taken_comes_back_and_costs_nothing() -> None:
    game = needy(2, capacity=1)
    game.supplier(1)
    for seat in (0, 1):
        game.state.need_failed[seat] = game.state.year
        game.play_for(seat, f"tender need-{seat}", "route direct", "supplier supplier-0")
    game.play("open", "open")
    last = from_text("supplier supplier-0", game.cards, game.ids)
    assert game.seen(Happening.CAME_BACK) == [(1, last, Reason.CANNOT_SUPPLY, 0, 0, 0)]
    assert (game.council(1).days, game.council(1).tenders_year) == (6, 0)
    assert game.state.drafts == State().drafts
    assert (game.state.round, phase_for(game.state, 1)) == (1, Phase.BUY)
    game.play_for(1, "tender need-1", "route direct", "supplier supplier-1")


def test_17_12_a_tender_for_a_need_that_was_bought_together_meanwhile_comes_back() -> None:
    game = needy(2, capacity=3)
    game.play_for(0, *joint(0, 1)).play_for(1, *tender(1))
    game.play("open", "agree", "open")
    assert game.seen(Happening.CAME_BACK) == [(1, actions.TENDER + 1, Reason.NOT_IN_TRAY, 0, 0, 0)]
    assert game.council(1).days == 5


def test_17_13_a_joint_tender_is_answered_before_the_next_envelope_is_opened() -> None:
    game = needy(3, capacity=3)
    game.play_for(0, *joint(0, 2)).play_for(1, *tender(1)).play_for(2, "wait")
    game.play("open")
    assert (game.state.phase, game.state.decider) == (Phase.ANSWER, 2)
    assert game.state.sealed[:3] == [0, 1, 1]
    assert why_for(game, 1, "open") == Reason.ANOTHER_DECIDES
    game.play("agree")
    assert (game.state.phase, game.state.decider) == (Phase.OPEN, 1)
    assert contracts(game, 0) == [(0, 0)] and contracts(game, 2) == [(2, 0)]


def test_17_13_what_a_partner_still_has_on_the_table_is_seen_by_itself_alone_while_it_answers() -> None:
    game, seen = needy(2), State()
    game.play_for(0, *joint(0, 1)).play_for(1, *tender(1))
    game.play("open")
    view(game.state, 1, seen)
    assert seen.drafts[0] == game.state.drafts[0]
    assert seen.envelopes[1] == game.state.envelopes[1]
    view(game.state, 0, seen)
    assert seen.envelopes[1] == Envelope()


def test_17_13_a_refused_one_comes_back_without_a_day_and_is_not_asked_again() -> None:
    game = needy(2)
    game.play_for(0, *joint(0, 1)).play_for(1, "wait")
    game.play("open", "refuse", "open")
    assert [game.council(seat).days for seat in (0, 1)] == [6, 6]
    assert game.state.round == 1
    assert why_for(game, 0, "joint need-0") == Reason.ALREADY_ASKED
    assert why_for(game, 0, "tender need-0") == Reason.LEGAL


def test_17_14_of_two_who_ask_each_other_the_first_is_answered_and_the_other_comes_back() -> None:
    game = needy(2, capacity=3)
    game.play_for(0, *joint(0, 1)).play_for(1, *joint(1, 0))
    game.play("open", "agree", "open")
    assert game.seen(Happening.CAME_BACK) == [(1, actions.JOINT_TENDER + 1, Reason.NOT_IN_TRAY, 0, 0, 0)]


def test_17_14_or_is_answered_where_it_is_still_allowed() -> None:
    game = needy(2, capacity=3)
    game.play_for(0, *joint(0, 1)).play_for(1, *joint(1, 0))
    game.play("open", "refuse", "open")
    assert (game.state.phase, game.state.decider) == (Phase.ANSWER, 0)
    game.play("agree")
    assert contracts(game, 0) == [(0, 0)] and contracts(game, 1) == [(1, 0)]


def test_17_15_preparing_the_same_hinders_nobody() -> None:
    game = needy(2)
    game.deal.suppliers[:2] = [4, 5]
    for supplier in (4, 5):
        game.plain_supplier(supplier)
    game.state.fund = 100_000
    for seat in (0, 1):
        game.council(seat).labs[0] = 1
        game.play_for(seat, "train data", f"engage need-{seat}", "project project-0")
    assert {4, 5} < set(game.state.market[: game.state.market_count])
    game.finish_year()
    assert [row[:4] for row in game.seen(Happening.PRIZE)] == [(0, 0, 7_500, 2), (1, 0, 7_500, 2)]


def test_17_16_buy_ends_when_all_have_passed() -> None:
    game = needy(2).play_for(1, "pass").play_for(0, "pass")
    assert (game.state.year, game.state.round, game.state.opened) == (2, 0, 0)


def test_17_16_buy_ends_with_a_round_in_which_nobody_laid_down_a_tender() -> None:
    game = needy(2).play_for(1, "wait").play_for(0, "wait").play("open", "open")
    assert game.seen(Happening.LAID_NOTHING) == [(0, 0, 0, 0, 0, 0), (1, 0, 0, 0, 0, 0)]
    assert game.seen(Happening.PASSED) == [(0, 1, 0, 0, 0, 0), (1, 1, 0, 0, 0, 0)]
    assert game.state.year == 2


def test_17_16_a_round_in_which_all_that_was_laid_came_back_is_not_the_last() -> None:
    game = needy(2)
    game.play_for(0, *joint(0, 1)).play_for(1, "wait")
    game.play("open", "refuse", "open")
    assert (game.state.year, game.state.round) == (1, 1)


def test_17_17_manage_is_as_ever() -> None:
    game = sealed(2)
    game.supplier(0)
    for seat in (0, 1):
        game.contract(seat, 0, seat=seat)
    game.play_for(1, "pass").play_for(0, "pass")
    assert (game.state.phase, game.state.decider) == (Phase.MANAGE, 0)
    assert legal_for(game, 1) == []
    game.play("manage need-0")
    assert (game.state.phase, game.state.decider) == (Phase.MANAGE, 1)


def test_17_18_who_has_written_nothing_when_the_round_is_opened_lays_an_empty_envelope_and_has_not_passed() -> None:
    # The rules know no clock; whoever opens the round for the others lays down for them what they may lay down themselves.
    game = needy(3, capacity=3).play_for(2, *tender(2))
    for seat in (0, 1):
        game.play_for(seat, "wait")
    assert opened_in_order(game) == [0, 1, 2]
    assert [game.council(seat).passed for seat in range(3)] == [0, 0, 0]
    assert game.state.round == 1


def test_17_19_stepped_back_envelopes_that_were_opened_lie_sealed_again() -> None:
    cards = small_cards()
    cards.settings.sealed = 1
    game = Position(2, sealed=1)
    history = History(cards, game.deal, [0, 1], snapshot_every=3)
    needs = [history.state.councils[seat].tray[0] for seat in (0, 1)]
    wish = ("route open", "weights 40/20/20/20")
    for seat in (1, 0):
        for text in (f"tender need-{needs[seat]}", *wish):
            history.play(from_text(text, cards, game.ids), seat)
    before = list(words_of(history.state))
    for _ in (0, 1):
        history.play(actions.OPEN)
    after = list(words_of(history.state))
    taken = history.back(2)
    assert history.state.sealed[:2] == [1, 1]
    assert list(words_of(history.state)) == before
    for turn in taken:
        history.play(turn.action, turn.seat)
    assert list(words_of(history.state)) == after


def test_17_19_a_sealed_game_is_played_again_to_the_same_table_from_any_of_its_turns() -> None:
    chance = random.Random(3)
    cards = small_cards()
    cards.settings.sealed = 1
    history = History(cards, Position(3).deal, [0, 1, 2], snapshot_every=5)
    row = [0] * CHOICES
    while history.state.phase != Phase.END:
        seats = [seat for seat in range(3) if phase_for(history.state, seat) != NONE]
        seat = chance.choice(seats)
        count = legal_actions(cards, history.state, seat, row)
        history.play(chance.choice(row[:count]), seat)
    end = list(words_of(history.state))
    for count in (1, 7, 31, len(history.turns)):
        for turn in history.back(count):
            history.play(turn.action, turn.seat)
        assert list(words_of(history.state)) == end

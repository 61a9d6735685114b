"""Sealed tenders (`sealing.py`): rounds, preparing, writing, laying down and taking back; chapter 17 of the rulebook."""

import random

from caffael.rules import actions
from caffael.rules.actions import phase_for
from caffael.rules.copying import copy_into, words_of
from caffael.rules.happened import Happening
from caffael.rules.reasons import Reason
from caffael.rules.records import Envelope, State
from caffael.rules.step import step_for
from caffael.rules.terms import NONE, Phase, Place, Route
from caffael.rules.view import view
from tests.rules.envelopes import DEAR, FAIR, contracts, joint, legal_for, needy, sealed, tender, why_for, written


def test_17_1_all_write_and_then_all_are_opened_in_rounds() -> None:
    game = needy(3, capacity=3)
    for seat in (2, 0, 1):
        assert game.state.phase == Phase.BUY
        game.play_for(seat, *tender(seat))
    assert (game.state.phase, game.state.round) == (Phase.OPEN, 0)
    game.play("open", "open", "open")
    assert (game.state.phase, game.state.round) == (Phase.BUY, 1)
    assert [contracts(game, seat) for seat in range(3)] == [[(0, 0)], [(1, 0)], [(2, 0)]]


def test_17_2_who_prepares_does_so_at_once_in_no_order_for_all_to_see() -> None:
    game = needy(3)
    game.supplier(1, categories=[0, 1, 0])
    game.deal.suppliers[0] = 4
    game.plain_supplier(4)
    game.play_for(2, "train data").play_for(2, "engage need-2").play_for(0, "train adaption").play_for(2, "train procurement")
    assert [game.council(seat).days for seat in range(3)] == [5, 6, 3]
    assert game.seen(Happening.ENGAGED) == [(2, 2, 1, 0, 0, 0)]
    assert game.state.supplier_place[4] == Place.MARKET
    game.council(1).labs[0] = 1
    game.play_for(1, "project project-0")
    assert game.council(1).finished == 1


def test_17_2_whose_envelope_lies_prepares_no_more() -> None:
    game = needy().play_for(1, *tender(1))
    assert why_for(game, 1, "train data") == Reason.ENVELOPE_LIES
    game.play_for(1, "take-back", "train data")
    assert game.council(1).labs[2] == 1


def test_17_3_an_envelope_holds_a_tender_a_joint_tender_or_nothing() -> None:
    game = sealed(5)
    for seat in range(4):
        game.need(seat, seat=seat)
    game.supplier(0)
    game.state.need_failed[2] = game.state.year
    game.play_for(0, *tender(0)).play_for(1, "tender need-1", "route framework").play_for(
        2, "tender need-2", "route direct", "supplier supplier-0"
    )
    game.play_for(3, *joint(3, 0))
    assert [written(game, seat) for seat in range(4)] == [
        list(tender(0)),
        ["tender need-1", "route framework"],
        ["tender need-2", "route direct", "supplier supplier-0"],
        list(joint(3, 0)),
    ]
    assert game.state.sealed[:5] == [1, 1, 1, 1, 0]
    game.play_for(4, "wait")
    assert written(game, 4) == [] and game.state.phase == Phase.OPEN


def test_17_3_one_envelope_a_round() -> None:
    game = needy().play_for(1, *tender(1))
    assert why_for(game, 1, "wait") == Reason.ENVELOPE_LIES
    assert legal_for(game, 1) == ["take-back"]


def test_17_4_what_lies_in_other_envelopes_does_not_count() -> None:
    game = needy(2, capacity=1)
    for need in (0, 1):
        game.state.need_failed[need] = game.state.year
    for seat in (0, 1):
        game.play_for(seat, f"tender need-{seat}", "route direct", "supplier supplier-0")
    assert game.state.phase == Phase.OPEN


def test_17_4_what_is_not_allowed_now_is_not_written() -> None:
    game = needy()
    game.council(1).days = 1
    game.play_for(1, "tender need-1")
    assert why_for(game, 1, "route open") == Reason.NOT_ENOUGH_DAYS
    assert why_for(game, 1, "route direct") == Reason.NO_EMERGENCY


def test_17_5_nothing_has_happened_while_an_envelope_lies() -> None:
    game = needy()
    before, after = State(), State()
    copy_into(before, game.state)
    game.play_for(1, *joint(1, 0))
    assert game.log == []
    copy_into(after, game.state)
    assert after.sealed[1] == 1
    after.sealed[1] = 0
    copy_into(after.envelopes[1], Envelope())
    assert list(words_of(after)) == list(words_of(before))


def test_17_6_all_see_who_has_laid_an_envelope_and_only_its_council_what_is_in_it() -> None:
    game, seen = needy(3).play_for(1, *tender(1)).play_for(2, "wait"), State()
    for seat in range(3):
        view(game.state, seat, seen)
        assert seen.sealed[:3] == [0, 1, 1]
        assert seen.envelopes[1] == (game.state.envelopes[1] if seat == 1 else Envelope())
    other = needy(3).play_for(1, "wait").play_for(2, *tender(2))
    view(game.state, 0, seen)
    of_the_other = State()
    view(other.state, 0, of_the_other)
    assert seen == of_the_other, "who laid nothing and who laid a tender can be told apart"


def test_17_6_what_is_half_written_is_its_councils_own() -> None:
    game, seen = needy().play_for(1, "tender need-1", "route open"), State()
    view(game.state, 0, seen)
    assert (seen.envelopes[1], seen.drafts[1]) == (Envelope(), State().drafts[1])
    view(game.state, 1, seen)
    assert (seen.envelopes[1], seen.drafts[1]) == (game.state.envelopes[1], game.state.drafts[1])


def test_17_7_taking_back_costs_nothing_and_leaves_no_trace() -> None:
    game = needy()
    before = list(words_of(game.state))
    game.play_for(1, *tender(1), "take-back")
    assert list(words_of(game.state)) == before
    assert game.log == []


def test_17_7_once_the_last_envelope_lies_none_is_taken_back() -> None:
    game = needy().play_for(1, *tender(1)).play_for(0, "wait")
    for seat in (0, 1):
        assert why_for(game, seat, "take-back") == Reason.BEING_OPENED


def test_17_7_in_which_order_councils_laid_and_took_back_leaves_no_trace() -> None:
    chance = random.Random(17)
    ends = set()
    for _ in range(40):
        game = needy(4)
        lies = [False] * 4
        for _ in range(chance.randrange(12)):
            seat = chance.randrange(4)
            if sum(lies) < 3 or lies[seat]:
                game.play_for(seat, *(("take-back",) if lies[seat] else tender(seat, weights=chance.choice((FAIR, DEAR)))))
                lies[seat] = not lies[seat]
        for seat in chance.sample(range(4), 4):
            if lies[seat]:
                game.play_for(seat, "take-back")
        for seat in chance.sample(range(4), 4):
            game.play_for(seat, *(("wait",) if seat == 2 else tender(seat)))
        ends.add(tuple(words_of(game.state)))
    assert len(ends) == 1


def test_17_8_passing_is_done_at_once_and_final() -> None:
    game = needy().play_for(1, "pass")
    assert (game.council(1).passed, game.seen(Happening.PASSED)) == (1, [(1, 0, 0, 0, 0, 0)])
    assert legal_for(game, 1) == []
    assert why_for(game, 1, "wait") == Reason.ANOTHER_DECIDES
    game.play("wait", "open")
    assert game.state.phase != Phase.BUY or game.state.year == 2


def test_17_8_who_can_do_nothing_else_passes_by_itself_when_a_round_begins() -> None:
    game = needy(2, capacity=3)
    game.council(0).days = 2
    game.play_for(0, *tender(0)).play_for(1, *tender(1))
    assert game.seen(Happening.PASSED) == []
    game.play("open", "open")
    assert game.seen(Happening.PASSED) == [(0, 1, 0, 0, 0, 0)]
    assert (game.state.round, game.state.decider) == (1, 1)


def test_17_8_who_has_spent_its_last_day_on_preparing_passes_by_itself() -> None:
    game = needy()
    game.council(1).days = 1
    game.cards.routes[Route.FRAMEWORK].on = game.cards.routes[Route.QUOTES].on = 0
    game.play_for(1, "train data")
    assert game.seen(Happening.PASSED) == [(1, 1, 0, 0, 0, 0)]


def test_17_4_a_seat_that_is_not_at_the_table_decides_nothing() -> None:
    game = needy(2)
    for seat in (-1, 2, 5):
        assert phase_for(game.state, seat) == NONE
        assert why_for(game, seat, "wait") == Reason.ANOTHER_DECIDES


def test_17_3_no_tender_is_half_written_while_another_council_writes() -> None:
    game = needy(2).play_for(1, "tender need-1")
    assert legal_for(game, 0) == []
    assert why_for(game, 0, "tender need-0") == Reason.ANOTHER_DECIDES
    assert step_for(game.cards, game.deal, game.state, 0, actions.PASS, game.told) == Reason.ANOTHER_DECIDES
    game.play_for(1, "route open", FAIR)
    assert phase_for(game.state, 0) == Phase.BUY

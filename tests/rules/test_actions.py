"""What may be decided (`actions.py`, `reasons.py`): every reason at least once, each with a position that yields it."""

import random
from collections.abc import Callable

import pytest

from caffael.rules import actions
from caffael.rules.actions import legal_actions, why_not
from caffael.rules.copying import copy_into, words_of
from caffael.rules.notation import to_text
from caffael.rules.reasons import REASONS, Reason
from caffael.rules.records import State
from caffael.rules.tender import can_bid
from caffael.rules.terms import CHOICES, CRITERIA, PROJECTS, Management, Phase, Route
from tests.rules.positions import BUSES, FOOD, Position, change
from tests.small_table import Game

FAIR = "weights 40/20/20/20"


def texts(game: Position) -> list[str]:
    """The legal actions of whoever decides now, by their written form."""
    return [to_text(action, game.cards, game.ids) for action in game.legal()]


def food_and_supplier(seats: int = 1, **settings: int) -> Position:
    """A council with a need of food, and a supplier for it."""
    game = Position(seats, **settings)
    game.need(0)
    game.supplier(0)
    return game


def full_register() -> Position:
    """A council with eight running contracts and a need."""
    game = food_and_supplier()
    for need in range(1, 9):
        game.contract(need, 0)
    return game


def poor(days: int) -> Position:
    """A council with a need, and few days."""
    game = food_and_supplier()
    game.council().days = days
    return game


def under_notice() -> Position:
    """A council under a Section 114 notice, with a need, labs and money."""
    game = food_and_supplier()
    game.council().restricted = 1
    game.council().labs[:] = [3, 3, 3]
    return game


def at_route(game: Position) -> Position:
    """The same game, its council choosing a route."""
    return game.play("tender need-0")


def changed(game: Position, record: object, **fields: object) -> Position:
    """The same game with a record changed."""
    change(record, **fields)
    return game


def opening() -> Position:
    """A sealed game of two councils, whose envelopes lie and are opened."""
    return Position(2, sealed=1).play("wait", "wait")


def neighbours() -> Position:
    """Two councils with a need of food each; the first has procurement lab 2."""
    game = Position(2)
    game.council().labs[0] = 2
    game.need(0)
    game.need(1, seat=1)
    game.supplier(0)
    return game


def refused() -> Position:
    """The two councils after the second refused a joint tender."""
    return neighbours().play("joint need-0", "partner need-1", FAIR, "refuse")


def asking(needs: Callable[[Position], object]) -> Position:
    """A council that chooses a partner, after something has changed at the partner's; a third council keeps the choice open."""
    game = Position(3)
    game.council().labs[0] = 2
    game.need(0)
    game.need(1, seat=1)
    game.need(2, seat=2)
    game.need(3)
    game.need(4, seat=1, category=BUSES)
    needs(game)
    return game.play("joint need-0")


def over() -> Position:
    """A game that is over."""
    return Position(years=1).finish_year()


def managing() -> Position:
    """A council that manages two contracts; the first is ticked already."""
    game = Position()
    game.supplier(0)
    game.contract(0, 0)
    game.contract(1, 0)
    return game.play("pass", "manage need-0")


def choosing_a_supplier() -> Position:
    """A council that makes a direct award of food in an emergency; supplier 1 sells no food, 2 is full, 3 is in the deck."""
    game = food_and_supplier()
    game.supplier(1, categories=[0, 1, 0])
    game.supplier(2, capacity=1)
    game.state.supplier_running[2] = 1
    game.state.emergency[FOOD] = 1
    return game.play("tender need-0", "route direct")


def all_routes_closed() -> Position:
    """A council under a notice in a scenario without a framework."""
    game = under_notice()
    game.cards.routes[Route.FRAMEWORK].on = 0
    return game


def no_day_at_partner(game: Position) -> None:
    """The partner has no day left."""
    game.council(1).days = 0


def register_full_at_partner(game: Position) -> None:
    """The partner's register is full."""
    for need in range(10, 18):
        game.contract(need, 0, seat=1)


def notice_at_partner(game: Position) -> None:
    """The partner is under a notice."""
    game.council(1).restricted = 1


def nothing(_: Position) -> None:
    """Nothing has changed."""


# paragraph, position, action, reason
CASES: list[tuple[str, Callable[[], Position], str, Reason]] = [
    ("12.1", over, "pass", Reason.GAME_OVER),
    ("4.11", food_and_supplier, "route open", Reason.NOT_NOW),
    ("4.11", lambda: at_route(food_and_supplier()), "pass", Reason.NOT_NOW),
    ("4.11", lambda: at_route(food_and_supplier()), "tender need-0", Reason.NOT_NOW),
    ("4.4", food_and_supplier, "tender need-5", Reason.NOT_IN_TRAY),
    ("4.4", neighbours, "tender need-1", Reason.NOT_IN_TRAY),
    ("4.5", full_register, "tender need-0", Reason.NO_FREE_PLACE),
    ("4.5", lambda: poor(0), "tender need-0", Reason.NOT_ENOUGH_DAYS),
    ("4.5", all_routes_closed, "tender need-0", Reason.NO_ROUTE),
    ("4.6", food_and_supplier, "engage need-0", Reason.LEGAL),
    ("4.6", food_and_supplier, "engage need-7", Reason.NOT_IN_TRAY),
    ("4.6", lambda: food_and_supplier().play("engage need-0"), "engage need-0", Reason.ALREADY_ENGAGED),
    ("4.6", lambda: poor(0), "engage need-0", Reason.NOT_ENOUGH_DAYS),
    ("13.9", lambda: food_and_supplier(engagement=0), "engage need-0", Reason.ENGAGEMENT_OFF),
    ("5.1", lambda: at_route(poor(1)), "route open", Reason.NOT_ENOUGH_DAYS),
    ("5.1", lambda: at_route(poor(1)), "route quotes", Reason.LEGAL),
    (
        "5.4",
        lambda: at_route(changed(g := food_and_supplier(), g.cards.needs[0], estimate=170_001)),
        "route quotes",
        Reason.TOO_LARGE_FOR_ROUTE,
    ),
    ("5.4", lambda: at_route(changed(g := food_and_supplier(), g.cards.needs[0], estimate=170_000)), "route quotes", Reason.LEGAL),
    ("5.6", lambda: at_route(changed(g := food_and_supplier(), g.council(), frameworks=2)), "route framework", Reason.FRAMEWORKS_USED),
    ("5.6", lambda: at_route(changed(g := food_and_supplier(), g.council(), frameworks=1)), "route framework", Reason.LEGAL),
    ("5.10", lambda: at_route(food_and_supplier()), "route direct", Reason.NO_EMERGENCY),
    ("5.10", lambda: at_route(changed(g := food_and_supplier(), g.state, emergency=[1])), "route direct", Reason.LEGAL),
    ("5.10", lambda: at_route(changed(g := food_and_supplier(), g.state, emergency=[0, 1])), "route direct", Reason.NO_EMERGENCY),
    (
        "5.10",
        lambda: at_route(changed(g := food_and_supplier(), g.state, emergency=[1], market_count=0)),
        "route direct",
        Reason.NO_CANDIDATE,
    ),
    ("5.11", choosing_a_supplier, "supplier supplier-0", Reason.LEGAL),
    ("5.11", choosing_a_supplier, "supplier supplier-1", Reason.CANNOT_SUPPLY),
    ("5.11", choosing_a_supplier, "supplier supplier-2", Reason.CANNOT_SUPPLY),
    ("5.11", choosing_a_supplier, "supplier supplier-3", Reason.CANNOT_SUPPLY),
    ("5.12", lambda: at_route(food_and_supplier()), "route lots", Reason.LABS_TOO_LOW),
    ("5.12", lambda: at_route(food_and_supplier()), "route reserved", Reason.LABS_TOO_LOW),
    ("5.12", lambda: at_route(changed(g := food_and_supplier(), g.council(), labs=[3, 0, 3])), "route flexible", Reason.LABS_TOO_LOW),
    ("5.12", lambda: at_route(changed(g := food_and_supplier(), g.council(), labs=[2, 1, 0])), "route flexible", Reason.LEGAL),
    ("13.1", lambda: at_route(food_and_supplier(labs=0)), "route flexible", Reason.LEGAL),
    ("5.15", lambda: at_route(changed(g := food_and_supplier(), g.cards.routes[Route.OPEN], on=0)), "route open", Reason.ROUTE_OFF),
    ("7.1", lambda: changed(g := neighbours(), g.cards.routes[Route.JOINT], on=0), "joint need-0", Reason.ROUTE_OFF),
    ("7.1", lambda: changed(g := neighbours(), g.council(), labs=[1, 3, 3]), "joint need-0", Reason.LABS_TOO_LOW),
    ("7.1", neighbours, "joint need-5", Reason.NOT_IN_TRAY),
    ("7.1", lambda: changed(g := neighbours(), g.cards.settings, register=0), "joint need-0", Reason.NO_FREE_PLACE),
    ("7.1", lambda: changed(g := neighbours(), g.council(), days=1), "joint need-0", Reason.NOT_ENOUGH_DAYS),
    ("7.1", lambda: changed(g := neighbours(), g.council(), days=2), "joint need-0", Reason.LEGAL),
    ("7.2", lambda: changed(g := neighbours(), g.cards.needs[1], category=BUSES), "joint need-0", Reason.NO_PARTNER),
    ("7.2", lambda: changed(g := neighbours(), g.cards.routes[Route.JOINT], largest=199_999), "joint need-0", Reason.NO_PARTNER),
    ("7.2", lambda: changed(g := neighbours(), g.cards.routes[Route.JOINT], largest=200_000), "joint need-0", Reason.LEGAL),
    ("7.2", lambda: food_and_supplier(labs=0), "joint need-0", Reason.NO_PARTNER),
    ("7.2", lambda: asking(nothing), "partner need-1", Reason.LEGAL),
    ("7.2", lambda: asking(nothing), "partner need-2", Reason.LEGAL),
    ("7.2", lambda: asking(nothing), "partner need-3", Reason.OWN_NEED),
    ("7.2", lambda: asking(nothing), "partner need-4", Reason.OTHER_CATEGORY),
    ("7.2", lambda: asking(nothing), "partner need-9", Reason.NOT_IN_TRAY),
    ("7.2", lambda: changed(g := asking(nothing), g.council(1), days=1), "partner need-1", Reason.LEGAL),
    ("7.2", lambda: asking(notice_at_partner), "partner need-1", Reason.PARTNER_STOPPED),
    ("7.2", lambda: asking(no_day_at_partner), "partner need-1", Reason.PARTNER_NO_DAY),
    ("7.2", lambda: asking(register_full_at_partner), "partner need-1", Reason.PARTNER_NO_PLACE),
    ("7.2", lambda: changed(g := asking(nothing), g.cards.routes[Route.JOINT], largest=1), "partner need-1", Reason.TOO_LARGE_FOR_ROUTE),
    ("7.3", refused, "joint need-0", Reason.ALREADY_ASKED),
    ("8.1", managing, "manage need-1", Reason.LEGAL),
    ("8.1", managing, "manage need-0", Reason.ALREADY_MANAGED),
    ("8.1", managing, "manage need-7", Reason.NOT_RUNNING),
    ("8.1", lambda: changed(g := managing(), g.council(), days=1), "manage need-1", Reason.LEGAL),
    ("8.1", lambda: changed(g := managing(), g.council(), days=0), "manage need-1", Reason.NOT_ENOUGH_DAYS),
    ("9.7", lambda: at_route(under_notice()), "route open", Reason.SPENDING_STOPPED),
    ("9.7", lambda: at_route(under_notice()), "route framework", Reason.LEGAL),
    ("9.7", lambda: at_route(changed(g := under_notice(), g.council(), frameworks=2)), "route framework", Reason.LEGAL),
    ("9.7", under_notice, "joint need-0", Reason.SPENDING_STOPPED),
    ("9.7", under_notice, "project project-0", Reason.SPENDING_STOPPED),
    ("9.7", under_notice, "engage need-0", Reason.LEGAL),
    ("9.7", lambda: changed(g := under_notice(), g.council(), labs=[0]), "train procurement", Reason.LEGAL),
    ("11.1", lambda: changed(g := Position(), g.council(), labs=[3]), "train procurement", Reason.LAB_FULL),
    ("11.1", lambda: changed(g := Position(), g.council(), labs=[2], days=2), "train procurement", Reason.NOT_ENOUGH_DAYS),
    ("11.1", lambda: changed(g := Position(), g.council(), labs=[2], days=3), "train procurement", Reason.LEGAL),
    ("13.1", lambda: Position(labs=0), "train data", Reason.LABS_OFF),
    ("11.7", Position, "project project-0", Reason.LABS_TOO_LOW),
    ("11.7", lambda: changed(g := Position(), g.council(), labs=[1], days=0), "project project-0", Reason.NOT_ENOUGH_DAYS),
    ("11.7", lambda: changed(g := Position(), g.council(), labs=[1], budget=9_999), "project project-0", Reason.NOT_ENOUGH_MONEY),
    ("11.7", lambda: changed(g := Position(), g.council(), labs=[1], budget=10_000), "project project-0", Reason.LEGAL),
    ("11.7", lambda: changed(g := Position(), g.council(), labs=[1], projects=[1]), "project project-0", Reason.PROJECT_FINISHED),
    ("13.1", lambda: Position(labs=0), "project project-0", Reason.LEGAL),
    ("13.2", lambda: Position(projects=0), "project project-0", Reason.PROJECTS_OFF),
    ("13.19", Position, "wait", Reason.SEALED_OFF),
    ("13.19", Position, "take-back", Reason.SEALED_OFF),
    ("13.19", Position, "open", Reason.SEALED_OFF),
    ("13.19", lambda: Position(sealed=1), "wait", Reason.LEGAL),
    ("17.7", lambda: Position(sealed=1), "take-back", Reason.NO_ENVELOPE),
    ("17.7", opening, "take-back", Reason.BEING_OPENED),
    ("17.9", lambda: Position(sealed=1), "open", Reason.NOT_NOW),
    ("17.9", opening, "open", Reason.LEGAL),
    ("17.9", opening, "pass", Reason.BEING_OPENED),
    ("17.9", opening, "wait", Reason.BEING_OPENED),
]


def hold(paragraph: str) -> None:
    """Every position of a paragraph gives its reason."""
    cases = [case for case in CASES if case[0] == paragraph]
    assert cases
    for _, position, action, reason in cases:
        assert position().why(action) == reason, action


def test_4_4_only_what_lies_in_your_own_tray_can_be_bought() -> None:
    hold("4.4")


def test_4_5_a_tender_needs_a_free_place_days_and_an_open_route() -> None:
    hold("4.5")


def test_4_6_engaging_once_for_each_need_in_your_tray_with_a_day() -> None:
    hold("4.6")


def test_4_11_a_tender_that_is_begun_can_only_go_on() -> None:
    hold("4.11")


def test_5_1_a_route_needs_its_days() -> None:
    hold("5.1")


def test_5_4_quotes_need_an_estimate_below_the_threshold() -> None:
    hold("5.4")


def test_5_6_the_framework_may_be_used_twice_a_game() -> None:
    hold("5.6")


def test_5_10_a_direct_award_needs_an_emergency_or_a_failed_tender_and_a_taker() -> None:
    hold("5.10")


def test_5_11_a_direct_award_goes_to_a_supplier_of_the_row_with_the_category_and_a_free_place() -> None:
    hold("5.11")


def test_5_12_a_route_needs_its_lab_levels() -> None:
    hold("5.12")


def test_5_15_a_route_that_is_left_out_is_left_out() -> None:
    hold("5.15")


def test_7_1_a_joint_tender_needs_lab_days_and_a_place() -> None:
    hold("7.1")


def test_7_2_what_a_partner_needs() -> None:
    hold("7.2")


def test_7_3_a_need_that_was_refused_is_asked_no_more_this_year() -> None:
    hold("7.3")


def test_8_1_what_can_be_managed() -> None:
    hold("8.1")


def test_9_7_under_a_notice_new_spending_stops_but_for_the_framework_engaging_and_training() -> None:
    hold("9.7")


def test_11_1_training_needs_its_days_and_ends_at_three() -> None:
    hold("11.1")


def test_11_7_a_project_needs_labs_days_and_money_once() -> None:
    hold("11.7")


def test_12_1_when_the_game_is_over_nothing_is_legal() -> None:
    hold("12.1")
    assert over().legal() == []


def test_13_1_without_labs_nobody_trains_and_nothing_needs_a_level() -> None:
    hold("13.1")


def test_13_2_without_projects_there_are_none() -> None:
    hold("13.2")


def test_13_9_without_engagement_nobody_engages() -> None:
    hold("13.9")


def test_13_19_where_tenders_are_not_sealed_no_envelope_is_laid_taken_back_or_opened() -> None:
    hold("13.19")


def test_17_7_only_an_envelope_that_lies_is_taken_back_and_not_once_they_are_opened() -> None:
    hold("17.7")


def test_17_9_while_envelopes_are_opened_nothing_else_is_done() -> None:
    hold("17.9")


def test_17_7_whose_envelope_lies_may_do_nothing_but_take_it_back() -> None:
    game = Position(2, sealed=1).play("wait")
    for action in (actions.PASS, actions.WAIT, actions.TRAIN):
        assert why_not(game.cards, game.state, 0, action) == Reason.ENVELOPE_LIES
    row = [0] * CHOICES
    assert row[: legal_actions(game.cards, game.state, 0, row)] == [actions.TAKE_BACK]


def test_14_3_every_reason_has_a_position_that_yields_it() -> None:
    shown = {reason for *_, reason in CASES}
    assert sorted(set(Reason) - shown) == [Reason.NO_SUCH_ACTION, Reason.ANOTHER_DECIDES, Reason.ENVELOPE_LIES]  # in other tests
    assert len(Reason) == REASONS


def test_14_3_numbers_that_name_nothing_are_no_actions() -> None:
    game = food_and_supplier()
    for action in (-1, actions.ACTIONS, 10**12, actions.TENDER + game.cards.need_count, actions.PROJECT + PROJECTS - 1):
        assert why_not(game.cards, game.state, game.state.decider, action) == Reason.NO_SUCH_ACTION
    at_route(game).play("route open")
    assert why_not(game.cards, game.state, game.state.decider, actions.PUBLISH + game.cards.weights_count) == Reason.NO_SUCH_ACTION
    game = choosing_a_supplier()
    assert why_not(game.cards, game.state, game.state.decider, actions.SUPPLIER + game.cards.supplier_count) == Reason.NO_SUCH_ACTION


@pytest.mark.parametrize("seats", [1, 2, 4])
def test_14_3_legal_is_exactly_what_has_no_reason_against_it(seats: int) -> None:
    game = Game(seats=seats, seed=seats)
    turn, seen = 0, set()
    row = [0] * CHOICES
    while game.state.phase != Phase.END:
        legal = row[: legal_actions(game.cards, game.state, game.state.decider, row)]
        assert len(set(legal)) == len(legal) > 0
        if game.state.phase not in seen or turn % 25 == 0:
            seen.add(game.state.phase)
            assert sorted(legal) == allowed(game, game.state.decider)
        game.step(legal[turn * 11 % len(legal)])
        turn += 1


@pytest.mark.parametrize(
    "position",
    [lambda: asking(nothing), lambda: neighbours().play("joint need-0", "partner need-1", FAIR), choosing_a_supplier, managing, over],
)
def test_14_3_and_so_it_is_in_the_rarer_phases(position: Callable[[], Position]) -> None:
    game = position()
    assert sorted(game.legal()) == allowed(game, game.state.decider)


@pytest.mark.parametrize("seats", [2, 3, 6])
def test_14_3_at_any_moment_of_a_game_only_the_seat_that_decides_has_anything_to_choose(seats: int) -> None:
    game, row = Game(seats=seats, seed=seats), [0] * CHOICES
    for council in game.state.councils[:seats]:
        council.labs[:] = [2, 2, 2]  # so that partners are asked too
    chance, phases, turn = random.Random(seats), set(), 0
    while game.state.phase != Phase.END:
        decider = game.state.decider
        for seat in range(seats):
            if seat != decider:
                assert legal_actions(game.cards, game.state, seat, row) == 0
                assert {why_not(game.cards, game.state, seat, action) for action in (*game.legal(), actions.PASS, actions.DONE)} == {
                    Reason.ANOTHER_DECIDES
                }
        if turn % 25 == 0 or game.state.phase not in phases:
            assert [seat for seat in range(seats) if allowed(game, seat)] == [decider]
        phases.add(game.state.phase)
        game.step(chance.choice(game.legal()))
        turn += 1
    assert {Phase.BUY, Phase.ROUTE, Phase.WEIGHTS, Phase.PARTNER, Phase.ANSWER, Phase.MANAGE} <= phases
    assert all(legal_actions(game.cards, game.state, seat, row) == 0 for seat in range(seats))
    assert {why_not(game.cards, game.state, seat, actions.PASS) for seat in range(seats)} == {Reason.GAME_OVER}


def allowed(game: Game, seat: int) -> list[int]:
    """Every action that has no reason against it for a seat."""
    return [action for action in range(actions.ACTIONS) if why_not(game.cards, game.state, seat, action) == Reason.LEGAL]


def test_4_4_what_can_be_done_is_listed_in_a_fixed_order() -> None:
    game = Position(2)
    game.council().labs[:] = [2, 0, 0]
    for need in (4, 0):
        game.need(need)
    game.need(1, seat=1)
    assert texts(game) == [
        "tender need-4",
        "tender need-0",
        "engage need-4",
        "engage need-0",
        "joint need-4",
        "joint need-0",
        "train procurement",
        "train adaption",
        "train data",
        "project project-0",
        "project project-3",
        "pass",
    ]


def test_4_11_the_routes_that_are_open_are_listed_in_a_fixed_order() -> None:
    game = at_route(changed(g := food_and_supplier(), g.council(), labs=[2, 1, 0]))
    assert texts(game) == [
        "route open",
        "route quotes",
        "route quotes-local",
        "route quotes-small",
        "route framework",
        "route lots",
        "route reserved",
        "route flexible",
    ]


def test_5_10_only_a_tender_that_was_open_to_all_opens_the_way_to_a_direct_award() -> None:
    for route, open_to_all in (
        ("open", True),
        ("quotes", True),
        ("lots", True),
        ("flexible", True),
        ("quotes-local", False),
        ("quotes-small", False),
        ("reserved", False),
    ):
        game = Position()
        game.council().labs[:] = [2, 1, 0]
        game.need(0)
        game.play("tender need-0", f"route {route}", FAIR)
        game.supplier(0)
        at_route(game)
        assert game.why("route direct") == (Reason.LEGAL if open_to_all else Reason.NO_EMERGENCY), route


def test_5_10_a_need_that_nobody_can_take_directly_does_not_hide_another_one_that_somebody_can() -> None:
    game = Position()
    for route in game.cards.routes:
        route.on = 0
    game.cards.routes[Route.DIRECT].on = 1
    change(game.cards.settings, engagement=0, labs=0, projects=0)
    change(game.state, emergency=[1, 1])
    game.need(0, category=FOOD)
    game.need(1, category=BUSES)
    game.supplier(0, categories=[0, 1, 0])
    assert game.why("tender need-0") == Reason.NO_ROUTE
    assert texts(game) == ["tender need-1", "pass"]
    game.play("tender need-1", "route direct", "supplier supplier-0")
    assert game.council().running == 1


def test_5_10_a_tender_that_failed_last_year_opens_nothing_this_year() -> None:
    game = Position()
    game.need(0)
    game.play("tender need-0", "route open", FAIR)
    game.finish_year()
    game.supplier(0)
    assert at_route(game).why("route direct") == Reason.NO_EMERGENCY


def test_5_6_uses_under_a_notice_do_not_count_towards_the_two() -> None:
    game = under_notice()
    at_route(game).play("route framework")
    assert game.council().frameworks == 0
    game = at_route(food_and_supplier()).play("route framework")
    assert game.council().frameworks == 1


def test_6_1_only_the_weights_of_the_scenario_can_be_published() -> None:
    game = at_route(food_and_supplier()).play("route open")
    legal = game.legal()
    assert len(legal) == game.cards.weights_count
    for i in range(game.cards.weights_count):
        weights = game.cards.weights[i * CRITERIA : (i + 1) * CRITERIA]
        assert sum(weights) == 100
    assert texts(game)[0].startswith("weights ")


def test_13_6_without_management_nothing_can_be_managed() -> None:
    for management in (Management.OFF, Management.AUTOMATIC):
        game = Position(management=int(management))
        game.supplier(0)
        game.contract(0, 0)
        game.play("pass")
        assert (game.state.year, game.state.phase) == (2, Phase.BUY)


def test_7_2_a_council_alone_has_no_partner() -> None:
    game = food_and_supplier()
    game.council().labs[:] = [3, 3, 3]
    assert game.why("joint need-0") == Reason.NO_PARTNER
    assert "joint need-0" not in texts(game)


def test_14_3_asking_why_changes_nothing() -> None:
    game = neighbours()
    before = State()
    copy_into(before, game.state)
    for action in range(0, actions.ACTIONS, 3):
        why_not(game.cards, game.state, game.state.decider, action)
    game.legal()
    assert list(words_of(before)) == list(words_of(game.state))


def test_14_3_every_phase_lists_all_that_can_be_decided_in_it() -> None:
    game = Position()
    game.supplier(0, capacity=9)
    for need in (4, 1, 3):
        game.contract(need, 0)
    game.play("pass")
    assert texts(game) == ["manage need-4", "manage need-1", "manage need-3", "done"]
    game.council().days = 1
    assert texts(game) == ["manage need-4", "manage need-1", "manage need-3", "done"]
    direct = Position()
    direct.need(0)
    direct.state.emergency[FOOD] = 1
    for supplier in (7, 2, 5):
        direct.supplier(supplier)
    assert texts(direct.play("tender need-0", "route direct")) == ["supplier supplier-7", "supplier supplier-2", "supplier supplier-5"]
    asker = Position(3)
    asker.council().labs[0] = 2
    for need, seat in ((0, 0), (5, 1), (1, 1), (3, 2)):
        asker.need(need, seat=seat)
    assert texts(asker.play("joint need-0")) == ["partner need-5", "partner need-1", "partner need-3"]


def test_5_10_the_size_of_a_supplier_closes_no_direct_award() -> None:
    game = Position()
    game.need(0)
    game.supplier(0, largest=1)
    game.state.emergency[FOOD] = 1
    assert game.play("tender need-0").why("route direct") == Reason.LEGAL


def test_5_4_the_smallest_threshold_is_one() -> None:
    game = Position()
    game.need(0, estimate=2)
    game.supplier(0, largest=1)
    game.state.emergency[FOOD] = 1
    game.play("tender need-0")
    for route in (Route.QUOTES, Route.OPEN):
        game.cards.routes[route].largest = 1
    assert (game.why("route quotes"), game.why("route open")) == (Reason.TOO_LARGE_FOR_ROUTE, Reason.TOO_LARGE_FOR_ROUTE)
    assert not can_bid(game.cards, game.state, 0, FOOD, 2, Route.OPEN, 0)
    assert can_bid(game.cards, game.state, 0, FOOD, 1, Route.OPEN, 0)


def test_7_2_a_joint_tender_may_be_as_large_as_its_threshold_and_the_partner_needs_just_its_day() -> None:
    game = Position(2)
    game.council().labs[0] = 2
    game.need(0, estimate=60)
    game.need(1, seat=1, estimate=40)
    game.council(1).days = 1
    game.play("joint need-0")
    for largest, reason in ((100, Reason.LEGAL), (99, Reason.TOO_LARGE_FOR_ROUTE), (1, Reason.TOO_LARGE_FOR_ROUTE), (0, Reason.LEGAL)):
        game.cards.routes[Route.JOINT].largest = largest
        assert game.why("partner need-1") == reason


def test_4_6_and_11_7_days_that_are_just_enough_are_enough() -> None:
    game = Position()
    game.need(0)
    game.council().days = 1
    assert (game.why("engage need-0"), game.why("project project-0")) == (Reason.LEGAL, Reason.LABS_TOO_LOW)
    game.council().labs[0] = 1
    assert game.why("project project-0") == Reason.LEGAL
    game.council().days = 0
    assert (game.why("engage need-0"), game.why("project project-0")) == (Reason.NOT_ENOUGH_DAYS, Reason.NOT_ENOUGH_DAYS)

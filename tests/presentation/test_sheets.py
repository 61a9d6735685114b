"""What the cards of the table say when they are touched, and what stands on their backs."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from caffael.match import Match
from caffael.presentation.blocks import Sheet
from caffael.presentation.decisions.confirm import turns_back
from caffael.presentation.sheets.bid import Tendered, bidder_sheet, criterion_sheet
from caffael.presentation.sheets.check import check_sheet, checks_sheet
from caffael.presentation.sheets.origins import JUDGED, figure_sheet
from caffael.presentation.sheets.registry import SHEETS
from caffael.presentation.story import Story
from caffael.presentation.viewer import Viewer, look
from caffael.presentation.year.chapters import Kind, chapters_of, told_before
from caffael.presentation.year.checks import Check, gather
from caffael.rules import actions
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.records import Contract, Council, Happened, State, Table
from caffael.rules.tender import expected_table
from caffael.rules.terms import CRITERIA, EARLIER, FRAMEWORK, GOALS, MARKS, NONE, UNKNOWN, Criterion, EffectKind, Route, Scope
from caffael.words.language import EDITIONS, Language
from tests.presentation.golden import check
from tests.presentation.positions import at_year, finished, game, play_until

# ------------------------------------------------------------------------------------------------------------------------ positions


def late(scenario: str = "smarter-spending") -> Match:
    """A game in its third year of five."""
    return at_year(3, scenario=scenario, years=5)


def own(match: Match) -> Council:
    """The council that decides."""
    return match.state.councils[match.state.decider]


def running(match: Match, seat: int = 0) -> list[Contract]:
    """A council's contracts, oldest first."""
    council = match.state.councils[seat]
    return [council.contracts[council.order[place]] for place in range(council.running)]


def fronts(made: Iterable[Sheet]) -> list[Sheet]:
    """Sheets, of which a back that was shown already is left out."""
    told: list[Sheet] = []
    for one in made:
        told.append(replace(one, back=None) if any(one.back == before.back for before in told) else one)
    return told


def sheets(*asked: tuple[str, tuple[int, ...]]) -> Callable[[Viewer], list[Sheet]]:
    """What makes several sheets, each by its name and what it is about."""
    return lambda viewer: fronts(SHEETS[name](viewer, *about) for name, about in asked)  # type: ignore[misc]


def of(name: str, *about: tuple[int, ...]) -> Callable[[Viewer], list[Sheet]]:
    """What makes several sheets of one name."""
    return sheets(*((name, one) for one in about))


# ---------------------------------------------------------------------------------------------------------------------------- tables


def test_a_need_says_what_it_brings_what_waiting_costs_and_what_can_be_done_about_it() -> None:
    match = late()
    first, second = own(match).tray[:2]
    theirs = match.state.councils[1].tray[0]
    cards = match.cards.needs
    cards[first].public, cards[first].saving, cards[first].cut = 1, 12_000, 9_000
    cards[second].saving = cards[second].cut = cards[second].public = 0
    match.state.need_engaged[:] = [int(need == second) for need in range(len(match.state.need_engaged))]
    check("sheets/need", match, of("need", (0, first), (0, second), (1, theirs)), marked=True)


def test_a_need_of_a_small_game_says_less_and_a_team_without_days_is_told_why() -> None:
    match = at_year(2, scenario="first-steps", years=None)
    match.cards.settings.carbon = 0
    match.cards.needs[own(match).tray[0]].public = 1
    own(match).days = 0
    check("sheets/need-small", match, of("need", (0, own(match).tray[0])), marked=True)


def test_a_need_offers_nothing_while_nobody_decides() -> None:
    match = late()
    check("sheets/need-waiting", match, of("need", (0, own(match).tray[0])), deciding=None)


def test_a_supplier_says_what_each_number_on_its_card_means() -> None:
    match = late()
    state, cards = match.state, match.cards
    market = state.market[: state.market_count]
    busy = next(supplier for supplier in market if state.supplier_running[supplier])
    supported = next(supplier for supplier in market if cards.suppliers[supplier].supported)
    large = next(supplier for supplier in market if cards.suppliers[supplier].largest == 0)
    state.records[large], state.supplier_running[busy] = UNKNOWN, 3
    check("sheets/supplier", match, of("supplier", (busy,), (supported,), (large,), (FRAMEWORK,)), marked=True)


def test_a_supplier_of_a_game_without_lots_bids_for_nothing_larger() -> None:
    match = late()
    match.cards.routes[Route.LOTS].on = match.cards.routes[Route.RESERVED].on = 0
    supported = next(at for at in match.state.market if match.cards.suppliers[at].supported)
    check("sheets/supplier-no-lots", match, of("supplier", (supported,)), marked=True)


def test_a_supplier_of_a_small_game_has_fewer_numbers() -> None:
    match = at_year(2, scenario="first-steps", years=None)
    match.cards.settings.carbon = 0
    check("sheets/supplier-small", match, of("supplier", (match.state.market[0],)), marked=True)


def test_a_contract_says_what_was_bought_and_promised_and_what_was_missed() -> None:
    match = late()
    first, second, third = running(match)
    first.misses, first.partner, first.weights = 1, second.need, 4
    third.social = third.age = 0
    match.cards.needs[third.need].term = third.term = 1
    match.cards.routes[Route.LOTS].on = 0
    gone = running(match, 1)[0].need
    about = [(0, contract.need) for contract in (first, second, third)]
    check("sheets/contract", match, of("contract", *about, (0, gone)), marked=True)
    check("sheets/contracts", match, of("contracts", (0,), (3,)), marked=True)


def test_a_contract_of_two_years_ends_at_its_second_miss_where_the_game_allows_more() -> None:
    match = late()
    contract = running(match)[0]
    match.cards.settings.misses_most = 3
    contract.term, contract.age, contract.misses = 2, 1, 1
    check("sheets/contract-misses", match, of("contract", (0, contract.need)), marked=True)


def test_a_contract_of_a_game_that_manages_all_by_itself_feeds_its_goal_whole() -> None:
    match = at_year(2, scenario="first-steps", years=None)
    match.cards.settings.carbon = 0
    check("sheets/contract-small", match, of("contract", (0, running(match)[0].need)), marked=True)


def test_a_council_says_all_that_it_has() -> None:
    match = late()
    other = match.state.councils[1]
    other.budget, other.projects[2] = -12_300, 2
    match.state.councils[3].budget = 0
    other.badges[0] = EARLIER
    check("sheets/council", match, of("council", (0,), (1,), (3,)), marked=True)


def test_a_council_of_another_team_hides_what_it_has_when_scores_are_hidden() -> None:
    check("sheets/council-hidden", late(), of("council", (0,), (2,)), marked=True, scores_hidden=True)


def test_a_council_of_a_small_game_has_neither_labs_nor_carbon() -> None:
    match = at_year(2, scenario="first-steps", years=None)
    match.cards.settings.carbon = 0
    check("sheets/council-small", match, of("council", (1,)), marked=True)


def test_a_neighbour_says_that_nobody_plays_it_and_how_many_live_there() -> None:
    match = late()
    empty = replace(match.pack.council(9), population=0)
    make = of("neighbour", (4,), (9,))
    check("sheets/neighbour", match, make, marked=True)
    match.pack = replace(match.pack, texts=replace(match.pack.texts, councils=(empty,) * 10))
    check("sheets/neighbour-empty", match, of("neighbour", (9,)), marked=True)


def test_every_event_says_what_it_does() -> None:
    match = late()
    check("sheets/events", match, of("event", *((event,) for event in range(match.cards.event_count))), marked=True)
    check("sheets/climate", match, of("climate", *((mark,) for mark in range(MARKS))), marked=True)


def test_labs_projects_and_badges_say_how_far_a_council_has_come() -> None:
    match = late()
    council = own(match)
    council.labs[0], council.labs[1], council.labs[2] = 3, 1, 0
    council.projects[1], council.badges[4] = 2, EARLIER
    match.state.fund = 123_000
    check("sheets/learning", match, sheets(*((name, (0,)) for name in ("labs", "projects", "badges"))), marked=True)


def test_money_days_goals_and_carbon_say_where_they_come_from() -> None:
    match = late("future-generations")
    check("sheets/money", match, of("money", (0,), (2,)), marked=True)
    check("sheets/goals", match, of("goals", (1,)), marked=True)
    check("sheets/goal", match, of("goal", *((0, goal) for goal in range(GOALS))), marked=True)
    check("sheets/carbon", match, of("carbon", ()), marked=True)
    check("sheets/log", match, of("log", ()), marked=True)


def test_days_are_told_from_the_beginning_of_the_year() -> None:
    match = late()
    match.play(next(action for action in match.legal() if actions.ENGAGE <= action < actions.JOINT_TENDER))
    match.play(next(action for action in match.legal() if actions.TRAIN <= action < actions.PROJECT))
    check("sheets/days", match, of("days", (0,), (1,)), marked=True)
    check("sheets/days-small", at_year(2, scenario="first-steps", years=None), of("days", (0,)), marked=True)


def test_marks_of_a_game_without_climate_events_are_passed_and_no_more() -> None:
    match = late()
    match.cards.settings.climate_events = 0
    match.state.marks = 2
    check("sheets/carbon-quiet", match, of("carbon", ()), marked=True)


def test_stepping_back_says_what_is_taken_back() -> None:
    check("sheets/step-back-begin", game(), of("step back", (0,)), marked=True)
    match = late()
    assert match.history[-turns_back(look(match, Language("en"), 0))].seat == 0
    check("sheets/step-back", match, of("step back", (0,), (1,)), marked=True)


# ------------------------------------------------------------------------------------------------------------------------------ bids


def tendered(match: Match, route: Route, weights: tuple[int, ...], supplier: int, *, change: int = 0, engaged: bool = False) -> Tendered:
    """A bid of a supplier for the first need of the tray, as printed, with what events do to its price."""
    need, council = own(match).tray[0], own(match)
    cards, state, table = match.cards, match.state, Table()
    council.price_change[cards.needs[need].category] = change
    state.need_engaged[need] = int(engaged)
    rows = [tuple(cards.weights[row * CRITERIA : (row + 1) * CRITERIA]) for row in range(cards.weights_count)]
    row = rows.index(weights) if any(weights) else NONE
    expected_table(cards, state, state.decider, need, NONE, route, Scope.ALL, max(row, 0), table)
    return Tendered(need, NONE, route, change, table, supplier, weights, state.decider)


def whole(bid: Tendered, criteria: tuple[int, ...]) -> Callable[[Viewer], list[Sheet]]:
    """A bid's sheet, and one for each criterion."""
    return lambda viewer: fronts([bidder_sheet(viewer, bid), *(criterion_sheet(viewer, bid, criterion) for criterion in criteria)])


def bidders(match: Match) -> list[int]:
    """Who could bid for the first need, cheapest first."""
    table = tendered(match, Route.OPEN, (0,) * CRITERIA, NONE).table
    return [one.supplier for one in sorted(table.bidders[: table.count], key=lambda one: one.bid)]


WEIGHTS = (40, 30, 20, 10)
ALL = tuple(Criterion)


def test_a_bid_says_where_its_points_come_from() -> None:
    match = late("future-generations")
    lowest, *_, highest = bidders(match)
    for change, supplier in ((7, lowest), (-6, highest)):
        bid = tendered(match, Route.FLEXIBLE, WEIGHTS, supplier, change=change, engaged=True)
        bid.bidder.card = 4 if change < 0 else 0
        bid.bidder.percent += bid.bidder.card + match.cards.settings.load * (2 if change < 0 else 1)
        check(f"sheets/bid-{'lowest' if supplier == lowest else 'highest'}", match, whole(bid, ALL), marked=True)


def test_a_bid_on_the_open_route_is_not_changed_by_it() -> None:
    match = late()
    supplier = bidders(match)[1]
    check("sheets/bid-open", match, whole(tendered(match, Route.OPEN, WEIGHTS, supplier), ALL), marked=True)


def test_a_joint_bid_is_for_both_needs() -> None:
    match = late()
    bid = replace(tendered(match, Route.OPEN, WEIGHTS, bidders(match)[1]), partner=match.state.councils[1].tray[0])
    check("sheets/bid-joint", match, whole(bid, (Criterion.PRICE,)), marked=True)


def test_money_that_an_event_takes_is_bad_news() -> None:
    match = late()
    takes, gives = ([Happened(kind=int(Happening.EFFECT), seat=0, a=int(EffectKind.BUDGET), c=c)] for c in (-9_000, 7_000))
    match.history[-1].happenings.extend([*takes, *gives])
    check("sheets/money-taken", match, of("money", (0,)), marked=True)
    made = lambda viewer: figure_sheet(viewer, "money", "A title", "pound", 0, 3, 0)  # noqa: E731
    check("sheets/figure-money-taken", match, made, marked=True)


def test_a_price_judged_by_its_ratio_says_so() -> None:
    match = late()
    match.cards.settings.price_ratio = 1
    bid = tendered(match, Route.OPEN, WEIGHTS, bidders(match)[1])
    check("sheets/bid-ratio", match, whole(bid, (Criterion.PRICE,)), marked=True)


def test_without_weights_a_bid_says_what_it_offers() -> None:
    match = late()
    framework = tendered(match, Route.FRAMEWORK, (0,) * CRITERIA, FRAMEWORK)
    check("sheets/bid-framework", match, whole(framework, ALL), marked=True)
    match.cards.settings.carbon = 0
    check("sheets/bid-direct", match, whole(tendered(match, Route.DIRECT, (0,) * CRITERIA, bidders(match)[0]), ALL), marked=True)


def test_a_game_that_joins_quality_and_social_value_tells_them_together() -> None:
    match = at_year(2, scenario="first-steps", years=None)
    cards = match.cards
    rows = [tuple(cards.weights[row * CRITERIA : (row + 1) * CRITERIA]) for row in range(cards.weights_count)]
    weights = next(row for row in rows if row[Criterion.QUALITY] and row[Criterion.CARBON])
    bid = tendered(match, Route.OPEN, weights, bidders(match)[1])
    criteria = (Criterion.PRICE, Criterion.QUALITY, Criterion.CARBON)
    check("sheets/bid-people", match, whole(bid, criteria), marked=True)


# ---------------------------------------------------------------------------------------------------------------------- the year told


def delivered(scenario: str = "future-generations") -> tuple[Match, list[Check]]:
    """A game whose last action ended its third year, and the checks of that year."""
    match = game(scenario, 5, seed=4)
    before = State()

    def ended(at: Match) -> bool:
        told = at.history[-1].happenings if at.history else []
        if any(happened.kind == Happening.TURNED_AGAIN for happened in told):
            return True
        copy_into(before, at.state)
        return False

    play_until(match, ended)
    turn = match.history[-1]
    chapters = chapters_of(Story(turn.seat, turn.action, tuple(turn.happenings), None, before))
    place = next(at for at, chapter in enumerate(chapters) if chapter.kind is Kind.DELIVERY)
    return match, gather(chapters[place].happenings, told_before(chapters, place), before).checks


def test_checks_say_what_they_were_made_of_and_what_came_of_them() -> None:
    match, checks = delivered()
    assert any(one.turned_down for one in checks) and any(not one.reached for one in checks) and any(one.managed for one in checks)
    checks[0].engaged = checks[0].first_year = True
    checks[0].bonus += match.cards.settings.engage_bonus
    make = lambda viewer: fronts([checks_sheet(viewer, checks), *(check_sheet(viewer, one) for one in checks)])  # noqa: E731
    check("sheets/checks", match, make, marked=True)


@pytest.mark.parametrize("key", JUDGED)
def test_a_figure_of_the_review_says_what_made_it(key: str) -> None:
    match = late("future-generations")
    goals = 84
    make = lambda viewer: fronts(figure_sheet(viewer, key, "A title", "star", seat, 2, goals) for seat in viewer.seats)  # noqa: E731
    check(f"sheets/figure-{key}", match, make, marked=True)


# ----------------------------------------------------------------------------------------------------------------------------- backs


def test_backs_say_what_a_thing_is() -> None:
    match = late()
    asked = [
        ("need back", (own(match).tray[0],)),
        *(("route back", (route, Scope.ALL)) for route in Route if route != Route.JOINT),
        ("weights back", tuple(Criterion)),
        *(("criterion back", (criterion,)) for criterion in Criterion),
    ]
    check("sheets/backs", match, sheets(*asked), marked=True)
    joined = [("weights back", (0, 1, 3)), *(("criterion back", (criterion,)) for criterion in (0, 1, 3))]
    check("sheets/backs-joined", at_year(2, scenario="first-steps", years=None), sheets(*joined), marked=True)


def test_the_two_halves_of_a_back_have_their_pictures() -> None:
    told = SHEETS["criterion back"](look(late(), Language("en"), 0), 0)
    assert isinstance(told, Sheet) and told.back is not None
    assert [(one.picture, one.ink) for one in told.back.panels[0].passages] == [("play", "accent"), ("map", "good"), ("", "ink_soft")]


def test_children_are_spared_the_sources() -> None:
    match = late()
    viewer = look(match, Language("en", EDITIONS[1]), 0)
    told = SHEETS["goal"](viewer, 0, 0)
    assert isinstance(told, Sheet) and told.back is not None
    assert all(passage.title for panel in told.back.panels for passage in panel.passages)


def test_sheets_of_a_game_that_is_over_can_be_read() -> None:
    match = finished()
    check("sheets/over", match, sheets(("council", (0,)), ("badges", (0,)), ("need", (0, own(match).tray[0]))), seat=0, marked=True)

"""What the pages of a tender say, offer and explain: whom one can choose, what it costs, and why something can't be."""

from collections.abc import Callable

import pytest

from caffael.match import Match
from caffael.presentation.blocks import Bid, Button, Offer, Page, Sheet, Slider, Text
from caffael.presentation.sheets.bid import bidder_sheet, criterion_sheet
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.expected import Hindrance, advice_text, find_card, find_flip, shut_out, tendered
from caffael.presentation.tender.pages import (
    AWARD,
    NEED,
    ROUTE,
    award_page,
    confirm_sheet,
    need_page,
    predict_choice,
    route_page,
    tender_page,
    weigh_page,
)
from caffael.presentation.viewer import Viewer, look
from caffael.rules import actions
from caffael.rules.records import Table
from caffael.rules.tender import expected_table
from caffael.rules.terms import NONE, UNKNOWN, Criterion, Phase, Place, Route, Scope
from caffael.words.language import Language
from tests.presentation.golden import check
from tests.presentation.positions import at_year, game

# ------------------------------------------------------------------------------------------------------------------------ positions


def seen(match: Match) -> Viewer:
    """The game as the seat that decides sees it."""
    return look(match, Language("en", match.pack.wording), match.state.decider, deciding=match.state.decider)


def first_need(match: Match) -> int:
    return match.state.councils[match.state.decider].tray[0]


def choice_of(route: Route, scope: Scope = Scope.ALL) -> int:
    return next(at for at in range(actions.ROUTE_CHOICES) if (actions.ROUTE_OF[at], actions.SCOPE_OF[at]) == (route, scope))


def drafted(viewer: Viewer, route: Route | None = None, scope: Scope = Scope.ALL, weights: tuple[int, ...] | None = None) -> Draft:
    """A draft for the first need of the tray, by a route, with weights."""
    draft = Draft(viewer, viewer.own.tray[0])
    if route is not None:
        draft.choose(actions.ROUTE + choice_of(route, scope))
    if weights is not None:
        draft.choose(actions.PUBLISH + draft.rows.rows.index(weights))
    return draft


def emergency(match: Match) -> Match:
    """Something has happened in the category of the first need, so that it may be awarded at once."""
    match.state.emergency[match.cards.needs[first_need(match)].category] = 1
    return match


def with_labs(match: Match, level: int = 3) -> Match:
    """The council that decides has all its labs."""
    for lab in range(3):
        match.state.councils[match.state.decider].labs[lab] = level
    return match


def small_need(match: Match) -> Match:
    """The first need is so small that quotes will do."""
    card = match.cards.needs[first_need(match)]
    card.estimate = match.cards.routes[Route.QUOTES].largest
    return match


def able(match: Match) -> list[int]:
    """The suppliers of the row that serve the first need's category."""
    state, category = match.state, match.cards.needs[first_need(match)].category
    row = [state.market[at] for at in range(state.market_count)]
    return [supplier for supplier in row if match.cards.suppliers[supplier].categories[category]]


def busy(match: Match, but: int = 0) -> Match:
    """All who could do the work have as much as they can carry, but the first few."""
    for supplier in able(match)[but:]:
        match.state.supplier_running[supplier] = 99
    return match


def joint(match: Match) -> tuple[Match, int]:
    """A game in which two councils need the same, and the partner's need."""
    state, cards = with_labs(match).state, match.cards
    partner = state.councils[(state.decider + 1) % state.seats].tray[0]
    cards.needs[partner].category = cards.needs[first_need(match)].category
    return match, partner


def school() -> Match:
    """A game for schools: one route, weight cards, quality and social value joined."""
    return at_year(2, scenario="first-steps", years=None)


def everybody_can(match: Match, count: int) -> Match:
    """So many suppliers, all able to do the work."""
    category = match.cards.needs[first_need(match)].category
    match.state.market_count = count
    for supplier in range(count):
        card = match.cards.suppliers[supplier]
        card.categories[category], card.largest = 1, 0
        match.state.market[supplier] = supplier
        match.state.supplier_place[supplier] = Place.MARKET
    return match


# ----------------------------------------------------------------------------------------------------------------------- golden texts


def test_the_needs_of_the_tray() -> None:
    check("tender-need", game(), lambda viewer: need_page(viewer, Draft(viewer)))


def test_the_need_that_was_chosen_is_marked_and_its_figures_stand_above() -> None:
    check("tender-need-again", game(), lambda viewer: need_page(viewer, drafted(viewer, Route.OPEN)))


def test_needs_that_cannot_be_bought_say_why() -> None:
    def poor(match: Match) -> Match:
        match.state.councils[match.state.decider].days = 0
        return match

    def full(match: Match) -> Match:
        match.cards.settings.register = 0
        return match

    def spoken(match: Match) -> Match:
        match.cards.routes[Route.OPEN].largest = 1
        for route in (Route.LOTS, Route.RESERVED, Route.FRAMEWORK):
            match.cards.routes[route].on = 0
        return match

    for name, change in (("days", poor), ("place", full), ("route", spoken)):
        check(f"tender-need-no-{name}", change(game()), lambda viewer: need_page(viewer, Draft(viewer)))


def test_an_empty_tray() -> None:
    match = game()
    match.state.councils[match.state.decider].tray_count = 0
    check("tender-need-none", match, lambda viewer: need_page(viewer, Draft(viewer)))


def test_the_routes_and_why_some_cannot_be_taken() -> None:
    check("tender-route", game(), lambda viewer: route_page(viewer, drafted(viewer)))


def test_every_route_is_offered_where_it_may_be_taken() -> None:
    match = with_labs(emergency(small_need(game("future-generations", 5))))
    check("tender-route-all", match, lambda viewer: route_page(viewer, drafted(viewer, Route.QUOTES, Scope.SMALL)))


def refused_days(match: Match) -> None:
    match.state.councils[match.state.decider].days = 1


def refused_spending(match: Match) -> None:
    match.state.councils[match.state.decider].restricted = 1


def refused_frameworks(match: Match) -> None:
    match.state.councils[match.state.decider].frameworks = 9


def refused_candidate(match: Match) -> None:
    busy(emergency(match))


@pytest.mark.parametrize("change", [refused_days, refused_spending, refused_frameworks, refused_candidate])
def test_each_reason_against_a_route_is_said(change: Callable[[Match], None]) -> None:
    match = with_labs(game("future-generations", 5))
    change(match)
    check(f"tender-route-{change.__name__.replace('_', '-')}", match, lambda viewer: route_page(viewer, drafted(viewer)))


ROUTES = {
    "open": (Route.OPEN, Scope.ALL),
    "lots": (Route.LOTS, Scope.ALL),
    "reserved": (Route.RESERVED, Scope.ALL),
    "flexible": (Route.FLEXIBLE, Scope.ALL),
    "quotes": (Route.QUOTES, Scope.ALL),
    "quotes-local": (Route.QUOTES, Scope.LOCAL),
    "quotes-small": (Route.QUOTES, Scope.SMALL),
}


@pytest.mark.parametrize("name", ROUTES)
def test_what_would_come_of_each_route(name: str) -> None:
    match = with_labs(small_need(game("future-generations", 5)))
    check(f"tender-weigh-{name}", match, lambda viewer: weigh_page(viewer, drafted(viewer, *ROUTES[name])))


WEIGHTS = {"price": (70, 10, 10, 10), "quality": (10, 70, 10, 10), "social": (10, 10, 70, 10), "carbon": (10, 10, 10, 70)}


@pytest.mark.parametrize("name", WEIGHTS)
def test_weights_on_each_criterion(name: str) -> None:
    check(f"tender-weigh-{name}", at_year(2), lambda viewer: weigh_page(viewer, drafted(viewer, Route.OPEN, weights=WEIGHTS[name])))


def test_a_market_that_was_engaged() -> None:
    match = game()
    match.play(actions.ENGAGE + first_need(match))
    check("tender-weigh-engaged", match, lambda viewer: weigh_page(viewer, drafted(viewer, Route.OPEN)), seat=0)


def test_what_cannot_be_published_says_why() -> None:
    match = game()
    match.state.councils[match.state.decider].days = 0
    check("tender-weigh-no-days", match, lambda viewer: weigh_page(viewer, drafted(viewer, Route.OPEN)))


def test_nobody_can_bid() -> None:
    check("tender-weigh-nobody", busy(game()), lambda viewer: weigh_page(viewer, drafted(viewer, Route.OPEN)))


def test_nobody_can_bid_by_a_narrow_route() -> None:
    match = small_need(game())
    for supplier in range(match.cards.supplier_count):
        match.cards.suppliers[supplier].supported = match.cards.suppliers[supplier].local = 0
    for name in ("reserved", "quotes-local"):
        check(f"tender-weigh-nobody-{name}", match, lambda viewer: weigh_page(viewer, drafted(viewer, *ROUTES[name])))  # noqa: B023


def test_no_supplier_serves_the_category() -> None:
    match = game()
    for supplier in able(match):
        match.cards.suppliers[supplier].categories[match.cards.needs[first_need(match)].category] = 0
    check("tender-weigh-no-supplier", match, lambda viewer: weigh_page(viewer, drafted(viewer, Route.OPEN)))


def test_a_sole_bidder() -> None:
    check("tender-weigh-sole", busy(game(), but=1), lambda viewer: weigh_page(viewer, drafted(viewer, Route.OPEN)))


def test_a_tie_a_very_close_lead_and_one_on_no_criterion_are_called_so() -> None:
    """The first of a table is made to lead the second by so much; what would make another win is found out from the real one."""

    def leads(viewer: Viewer, margin: int, level: bool) -> Text:
        draft = drafted(viewer, Route.OPEN)
        table = draft.table()
        first, second = sorted(table.bidders[: table.count], key=lambda bidder: bidder.rank)[:2]
        first.total = second.total + margin
        if level:
            first.scores[:] = second.scores
        return Text(advice_text(viewer, draft, table))

    def page(viewer: Viewer) -> Page:
        made = (leads(viewer, 0, False), leads(viewer, 9_999, False), leads(viewer, 10_000, True), leads(viewer, 350_000, False))
        return Page("advice", "", blocks=made)

    check("tender-advice", at_year(2), page)


def test_the_framework_has_one_supplier() -> None:
    check("tender-award-framework", game(), lambda viewer: award_page(viewer, drafted(viewer, Route.FRAMEWORK)))


def test_a_direct_award_asks_who_shall_get_it() -> None:
    def pages(viewer: Viewer) -> list[Page]:
        draft = drafted(viewer, Route.DIRECT)
        before = award_page(viewer, draft)
        draft.choose(actions.SUPPLIER + draft.candidates()[-1])
        return [before, award_page(viewer, draft)]

    check("tender-award-direct", emergency(game()), pages)


def test_where_the_points_of_a_bid_come_from() -> None:
    def sheets(viewer: Viewer) -> list[Sheet]:
        weighed, called_off = drafted(viewer, Route.OPEN), drafted(viewer, Route.FRAMEWORK)
        bid, offer = (tendered(draft, draft.table().bidders[0].supplier) for draft in (weighed, called_off))
        return [bidder_sheet(viewer, bid), criterion_sheet(viewer, bid, Criterion.PRICE), bidder_sheet(viewer, offer)]

    check("tender-bid", game(), sheets)


def test_a_joint_tender() -> None:
    match, partner = joint(game())

    def pages(viewer: Viewer) -> list[Page]:
        draft = Draft(viewer, viewer.own.tray[0], partner)
        return [tender_page(viewer, draft, at) for at in (NEED, AWARD)]

    check("tender-joint", match, pages)


def test_a_school_has_one_route_and_weight_cards() -> None:
    def pages(viewer: Viewer) -> list[Page]:
        draft = drafted(viewer, Route.OPEN)
        made = [tender_page(viewer, draft, NEED)]
        for row in range(len(draft.rows.rows)):
            draft.choose(actions.PUBLISH + row)
            made.append(tender_page(viewer, draft, AWARD))
        return made

    check("tender-school", school(), pages)


def test_people_and_planet_with_sliders() -> None:
    match = at_year(2)
    match.cards.settings.people = 1
    rows = [row for row in Draft(seen(match)).rows.rows if row[Criterion.SOCIAL_VALUE] == 0]
    match.cards.weights_count = len(rows)
    for at, row in enumerate(rows):
        match.cards.weights[at * 4 : at * 4 + 4] = row

    def pages(viewer: Viewer) -> list[Page]:
        return [weigh_page(viewer, drafted(viewer, Route.OPEN, weights=row)) for row in (rows[0], rows[len(rows) // 2], rows[-1])]

    check("tender-weigh-people", match, pages)


def test_a_tender_that_a_resumed_game_had_begun() -> None:
    match = game()
    match.play(actions.TENDER + first_need(match))
    check("tender-begun", match, lambda viewer: [tender_page(viewer, Draft(viewer), at) for at in (NEED, ROUTE)])


def test_the_question_before_it_is_published() -> None:
    match = with_labs(emergency(small_need(game("future-generations", 5))))
    other, partner = joint(game())
    weights = (60, 0, 20, 20)
    check("tender-confirm", match, lambda viewer: confirm_sheet(viewer, drafted(viewer, Route.OPEN, weights=weights)))
    check("tender-confirm-framework", match, lambda viewer: confirm_sheet(viewer, drafted(viewer, Route.FRAMEWORK)))
    check("tender-confirm-direct", match, lambda viewer: confirm_sheet(viewer, drafted(viewer, Route.DIRECT)))
    check("tender-confirm-joint", other, lambda viewer: confirm_sheet(viewer, Draft(viewer, viewer.own.tray[0], partner)))


def test_the_question_before_it_is_published_by_a_council_in_debt() -> None:
    match = game()
    council = match.state.councils[match.state.decider]
    council.budget, council.restricted = -50_000, 1
    check("tender-confirm-debt", match, lambda viewer: confirm_sheet(viewer, drafted(viewer, Route.FRAMEWORK)))


def test_the_question_who_will_win() -> None:
    check("tender-predict", everybody_can(game(), 11), lambda viewer: predict_choice(viewer, drafted(viewer, Route.OPEN)))


# --------------------------------------------------------------------------------------------------------------------- what must hold


def offers(page: Page) -> list[Offer]:
    return [block for block in page.every() if isinstance(block, Offer)]


def bids(page: Page) -> list[Bid]:
    return [block for block in page.every() if isinstance(block, Bid)]


def button(page: Page, name: str) -> Button:
    return next(one for one in page.buttons if one.id == name)


@pytest.mark.parametrize("route", [Route.OPEN, Route.LOTS, Route.RESERVED])
@pytest.mark.parametrize("weights", WEIGHTS.values())
def test_the_bids_shown_are_the_rules_expected_table(route: Route, weights: tuple[int, ...]) -> None:
    match = game()
    viewer, table = seen(match), Table()
    draft = drafted(viewer, route, weights=weights)
    expected_table(match.cards, match.state, match.state.decider, draft.need, NONE, route, 0, draft.weights, table)
    shown, rows = bids(weigh_page(viewer, draft)), sorted(table.bidders[: table.count], key=lambda bidder: bidder.rank)
    assert [(bid.face.supplier, bid.rank) for bid in shown] == [(one.supplier, one.rank) for one in rows]
    for bid, bidder in zip(shown, rows, strict=True):
        assert sum(bid.points) == pytest.approx(bidder.total / 100_000)


def test_the_expected_table_is_made_of_what_the_seat_knows() -> None:
    match = game()
    viewer = seen(match)
    others = [seat for seat in viewer.seats if seat != viewer.seat]
    assert all(record == UNKNOWN for seat in others for record in drafted(viewer).state.private[seat].records)


def test_each_offer_is_an_action_that_the_rules_allow_or_says_why_not() -> None:
    match = game()
    viewer = seen(match)
    for offer in offers(need_page(viewer, Draft(viewer))):
        assert offer.why == viewer.why_not(offer.action)
    match.play(actions.TENDER + first_need(match))
    viewer = seen(match)
    shown = offers(route_page(viewer, Draft(viewer)))
    assert shown
    for offer in shown:
        assert offer.why == viewer.why_not(offer.action)


def test_the_change_that_is_advised_makes_that_supplier_win() -> None:
    draft = drafted(seen(at_year(2)), Route.OPEN)
    flips = 0
    for row in range(0, len(draft.rows.rows), 7):
        draft.set_weights(row)
        flip = find_flip(draft.cards, draft.rows, draft.weights, draft.table(), draft.reached)
        if flip is not None:
            flips += 1
            assert abs(flip.percent - draft.percentages[flip.criterion]) <= 20
            draft.move(flip.criterion, flip.percent)
            table = draft.table()
            assert table.bidders[table.winner].supplier == flip.supplier
    assert flips


def test_the_card_that_is_advised_makes_that_supplier_win() -> None:
    draft = drafted(seen(school()), Route.OPEN)
    for row in range(len(draft.rows.rows)):
        draft.set_weights(row)
        found, table = find_card(draft.cards, row, draft.table()), draft.table()
        if found is not None:
            draft.set_weights(found[0])
            other = draft.table()
            assert found[1] == other.bidders[other.winner].supplier != table.bidders[table.winner].supplier


def test_who_is_shut_out_and_why() -> None:
    match = small_need(game())
    state, cards, need = match.state, match.cards, first_need(match)

    def reasons(route: Route, scope: Scope) -> set[Hindrance]:
        return {one.hindrance for one in shut_out(cards, state, need, NONE, route, scope, [])}

    assert Hindrance.NOT_SUPPORTED in reasons(Route.RESERVED, Scope.ALL)
    assert Hindrance.NOT_LOCAL in reasons(Route.QUOTES, Scope.LOCAL)
    assert Hindrance.NOT_SMALL in reasons(Route.QUOTES, Scope.SMALL)
    assert Hindrance.NOT_ASKED in reasons(Route.QUOTES, Scope.ALL)
    assert reasons(Route.OPEN, Scope.ALL) == {Hindrance.NOT_ASKED}
    cards.needs[need].estimate = 10**9
    for supplier in able(match):
        cards.suppliers[supplier].largest = cards.suppliers[supplier].largest or 1
    assert reasons(Route.OPEN, Scope.ALL) == {Hindrance.TOO_LARGE}
    busy(match)
    assert reasons(Route.OPEN, Scope.ALL) == {Hindrance.BUSY}


def test_a_slider_stands_at_one_of_its_values_and_a_preset_that_holds_is_marked() -> None:
    viewer = seen(game())
    draft = drafted(viewer, Route.OPEN)
    for row in draft.rows.presets(draft.need).values():
        draft.choose(actions.PUBLISH + row)
        page = weigh_page(viewer, draft)
        sliders = [block for block in page.every() if isinstance(block, Slider)]
        assert all(slider.number in slider.values for slider in sliders)
        assert tuple(slider.number for slider in sliders) == draft.percentages
        marked = [block for block in page.every() if isinstance(block, Button) and block.style == "primary"]
        assert [one.press.about for one in marked] == [(row,)]  # type: ignore[union-attr]


def test_nothing_can_be_published_before_the_supplier_of_a_direct_award_is_chosen() -> None:
    viewer = seen(emergency(game()))
    draft = drafted(viewer, Route.DIRECT)
    assert button(award_page(viewer, draft), "publish").why
    draft.choose(actions.SUPPLIER + draft.candidates()[0])
    assert not button(award_page(viewer, draft), "publish").why


def test_pages_that_come_later_or_are_settled_cannot_be_turned_to() -> None:
    viewer = seen(game())
    page = need_page(viewer, Draft(viewer))
    assert [bool(button(page, f"step.{at}").why) for at in (NEED, ROUTE, AWARD)] == [False, True, True]
    page = need_page(viewer, drafted(viewer, Route.OPEN))
    assert [bool(button(page, f"step.{at}").why) for at in (NEED, ROUTE, AWARD)] == [False, False, False]


def test_the_actions_of_a_draft_publish_what_it_says() -> None:
    match = with_labs(game())
    draft = drafted(seen(match), Route.LOTS, weights=(40, 20, 20, 20))
    for action in draft.actions():
        assert match.why_not(action) == 0
        match.play(action)
    told = match.history[-1]
    assert told.seat == draft.seat and match.state.phase == Phase.BUY
    assert draft.actions()[0] == actions.TENDER + draft.need


def test_another_need_takes_the_route_away() -> None:
    viewer = seen(game())
    draft = drafted(viewer, Route.OPEN)
    draft.choose(actions.TENDER + viewer.own.tray[1])
    assert draft.route == NONE and not draft.ready

"""Rows of bidders: how sure each is, as far as a team knows, and what a year of it would bring, as the rules then do it."""

from copy import deepcopy
from dataclasses import replace

import pytest

from caffael.match import Match
from caffael.presentation.bidders import Bought, bidder_face, brings_of, carbon_words, contract_with, reliability_fact, reliability_said
from caffael.presentation.blocks import Bid, Offer
from caffael.presentation.money import need_chip
from caffael.presentation.sheets.bid import beside_lines, bidder_sheet
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.expected import expected_group, tendered
from caffael.presentation.tender.pages import predict_choice, weigh_page
from caffael.presentation.tender.weighing import weights_group
from caffael.presentation.viewer import Viewer, look
from caffael.rules import actions
from caffael.rules.delivery import payment_of
from caffael.rules.terms import GOALS, NONE, UNKNOWN, Management, Phase, Power, Route
from caffael.words.language import Language
from tests.presentation.positions import at_year, game


def seen(match: Match, seat: int | None = None) -> Viewer:
    return look(match, Language("en", match.pack.wording), match.state.decider if seat is None else seat, deciding=match.state.decider)


def drafted(match: Match, route: Route = Route.OPEN) -> Draft:
    viewer = seen(match)
    draft = Draft(viewer, viewer.own.tray[0])
    draft.choose(actions.ROUTE + next(at for at in range(actions.ROUTE_CHOICES) if actions.ROUTE_OF[at] == route))
    return draft


@pytest.mark.parametrize("scenario", ["first-steps", "our-town", "smarter-spending"])
def test_a_row_reckons_with_the_contract_that_is_then_signed(scenario: str) -> None:
    match = game(scenario, None)
    match.cards.settings.bid_cards = 0
    draft, viewer = drafted(match), seen(match)
    table = draft.table()
    bidder = table.bidders[table.winner]
    said = contract_with(viewer, draft.bought, bidder)
    brings = brings_of(viewer, draft.bought, bidder)
    seat = match.state.decider
    for action in draft.actions():
        match.play(action)
    council = match.state.councils[seat]
    signed = council.contracts[council.order[council.running - 1]]
    assert (signed.need, signed.supplier) == (draft.need, bidder.supplier)
    assert (said.price, said.carbon, said.quality, said.social, said.engaged) == (
        signed.price,
        signed.carbon,
        signed.quality,
        signed.social,
        signed.engaged,
    )
    assert brings.local == payment_of(signed) * match.cards.suppliers[signed.supplier].local // 100
    assert brings.saved == match.cards.needs[signed.need].carbon - signed.carbon
    assert len(brings.gains) == GOALS and sum(brings.gains) > 0


def test_a_joint_tender_is_cleaner_and_its_row_says_so() -> None:
    match = game()
    draft, viewer = drafted(match), seen(match)
    bidder = draft.table().bidders[0]
    alone = brings_of(viewer, draft.bought, bidder).saved
    joint = brings_of(viewer, Bought(draft.seat, draft.need, NONE, Route.JOINT), bidder).saved
    assert joint - alone == match.cards.needs[draft.need].carbon * 30 // 100
    printed = bidder_face(viewer, bidder, draft.bought).facts[3].words
    shared = bidder_face(viewer, bidder, Bought(draft.seat, draft.need, NONE, Route.JOINT)).facts[3].words
    assert (printed, shared) == (f"{bidder.carbon}\N{NO-BREAK SPACE}%", f"{max(bidder.carbon - 30, 0)}\N{NO-BREAK SPACE}%")


def test_where_teams_choose_what_to_manage_a_row_counts_the_promise_whole_and_says_so() -> None:
    match = game()
    match.cards.suppliers[seen(match).market[0]].social = 5
    draft = drafted(match)
    bidder = deepcopy(draft.table().bidders[0])
    bidder.social = 5
    goal = match.cards.suppliers[bidder.supplier].social_goal
    kept = {}
    for management in Management:
        match.cards.settings.management = management
        kept[management] = brings_of(seen(match), draft.bought, bidder).gains[goal]
    assert len(set(kept.values())) == 1
    match.cards.settings.management = Management.CHOICE
    assert rows(match, draft)[0].face.brings_title == "A managed year brings:"
    match.cards.settings.management = Management.AUTOMATIC
    assert rows(match, draft)[0].face.brings_title == "A year brings:"


def rows(match: Match, draft: Draft) -> list[Bid]:
    return [block for block in expected_group(seen(match), draft).blocks if isinstance(block, Bid)]


def test_a_row_shows_how_reliable_a_bidder_is_as_everybody_knows() -> None:
    match = game()
    draft = drafted(match)
    supplier = draft.table().bidders[0].supplier
    card, seat = match.cards.suppliers[supplier], match.state.decider
    card.reputation = 4

    def of(viewer: Viewer) -> tuple[str, bool]:
        return reliability_fact(viewer, draft.bought, draft.table().bidders[0])

    match.state.records[supplier] = UNKNOWN
    match.state.private[seat].records[supplier] = UNKNOWN
    assert of(seen(match)) == ("4?", False)
    match.state.private[seat].records[supplier] = -2
    assert of(seen(match)) == ("4?", False), "what its own data lab has seen is not for the whole class"
    match.state.records[supplier] = -2
    assert of(seen(match, seat + 1)) == ("2", True)
    match.cards.settings.track_records = 0
    assert of(seen(match)) == ("4", True)


def test_on_the_flexible_procedure_a_bidder_is_less_reliable() -> None:
    match = game()
    draft = drafted(match)
    bought = Bought(draft.seat, draft.need, NONE, Route.FLEXIBLE)
    bidder = draft.table().bidders[0]
    match.cards.suppliers[bidder.supplier].reputation = 4
    match.state.records[bidder.supplier] = UNKNOWN
    match.state.private[draft.seat].records[bidder.supplier] = UNKNOWN
    assert reliability_fact(seen(match), bought, bidder) == ("3?", False)
    match.state.records[bidder.supplier] = 1
    assert reliability_fact(seen(match), bought, bidder) == ("4", True)
    match.state.records[bidder.supplier] = UNKNOWN
    match.cards.settings.track_records = 0
    assert reliability_fact(seen(match), bought, bidder) == ("3", True)


def test_reliability_is_told_with_what_is_known_of_it() -> None:
    viewer = seen(game())
    assert reliability_said(viewer, "5", True) == "Reliability: 5 of 6."
    assert reliability_said(viewer, "3?", False) == "Reliability: 3 of 6 by its reputation; its track record is face down."


def test_carbon_is_saved_or_more_or_neither() -> None:
    viewer = seen(game())
    assert [carbon_words(viewer, kg) for kg in (12_000, 0, -300)] == [
        "12\N{NO-BREAK SPACE}t saved",
        "none saved",
        "0.3\N{NO-BREAK SPACE}t more",
    ]


def test_rows_of_a_game_without_carbon_do_not_speak_of_it() -> None:
    match = game()
    draft = drafted(match)
    assert any(fact.picture == "carbon" for fact in rows(match, draft)[0].face.brings)
    match.cards.settings.carbon = 0
    assert not any(fact.picture == "carbon" for fact in rows(match, draft)[0].face.brings)
    assert "carbon" not in rows(match, draft)[0].face.said


def test_what_one_teams_data_lab_has_seen_stands_on_no_page_of_a_tender() -> None:
    match = game()
    draft, seat = drafted(match), match.state.decider
    suppliers = [bidder.supplier for bidder in draft.table().bidders[: draft.table().count]]

    def told() -> list[object]:
        viewer, own = seen(match), drafted(match)
        sheets = [bidder_sheet(viewer, tendered(own, supplier)) for supplier in suppliers]
        return [weigh_page(viewer, own), predict_choice(viewer, own), *sheets]

    pages = {}
    for record in (UNKNOWN, -2, 1):
        for supplier in suppliers:
            match.state.records[supplier] = UNKNOWN
            match.state.private[seat].records[supplier] = record
        pages[record] = told()
    assert pages[UNKNOWN] == pages[-2] == pages[1]
    for supplier in suppliers:
        match.state.records[supplier] = 1
    assert told() != pages[UNKNOWN]


def test_a_managed_year_is_cleaner_where_a_project_makes_it_so() -> None:
    match = game()
    draft = drafted(match)
    bidder, council = draft.table().bidders[0], match.state.councils[match.state.decider]
    contract = contract_with(seen(match), draft.bought, bidder)
    before = brings_of(seen(match), draft.bought, bidder).saved
    project = match.cards.projects[0]
    project.power, project.target, project.amount = Power.CLEANER_MANAGED, NONE, 20
    council.projects[0], council.finished = 1, 1
    council.carbon_change[match.cards.needs[draft.need].category] = 50
    assert brings_of(seen(match), draft.bought, bidder).saved == match.cards.needs[draft.need].carbon - contract.carbon * 80 // 100
    match.cards.settings.management = Management.OFF
    assert brings_of(seen(match), draft.bought, bidder).saved == before


def test_a_row_that_is_looked_up_later_leaves_out_what_a_year_would_bring() -> None:
    match = game()
    draft = drafted(match)
    bidder, viewer = draft.table().bidders[0], seen(match)
    now, past = bidder_face(viewer, bidder, draft.bought), bidder_face(viewer, bidder, replace(draft.bought, past=True))
    assert now.brings and now.brings_title and now.said.startswith(past.said) and now.said != past.said
    assert replace(now, brings=(), brings_title="", said=past.said) == past
    sheet = tendered(draft, bidder.supplier)
    assert beside_lines(viewer, sheet)[:1] == beside_lines(viewer, replace(sheet, past=True))


def test_the_chip_of_a_need_says_what_is_left_when_the_game_is_over() -> None:
    match = game()
    need = seen(match).own.tray[0]
    match.state.phase = Phase.END
    match.state.councils[match.state.decider].budget = 40_000
    assert need_chip(seen(match), need).words == "Leaves you £40k or more"


def test_a_route_beside_what_counts_says_its_threshold() -> None:
    match = game()
    match.cards.needs[seen(match).own.tray[0]].estimate = 2_000_000
    draft = Draft(seen(match), seen(match).own.tray[0])
    draft.choose_usual_route()
    said = [button.why for button in weigh_page(seen(match), draft).buttons if button.id.startswith("way") and "threshold" in button.why]
    assert said and all("£" in why for why in said)


@pytest.mark.parametrize("year", [1, 2])
def test_a_weight_card_says_who_would_win_with_it_and_what_that_would_bring(year: int) -> None:

    match = at_year(year, scenario="first-steps")
    draft, viewer = drafted(match), seen(match)
    for offer in weights_group(viewer, draft).blocks:
        assert isinstance(offer, Offer)
        draft.set_weights(offer.action - actions.PUBLISH)
        first = rows(match, draft)[0]
        assert offer.note == f"{first.face.name} would win"
        assert [chip.words for chip in offer.chips] == [fact.words for fact in first.face.brings]
        assert first.face.said in offer.said

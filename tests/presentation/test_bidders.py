"""Rows of bidders: how sure each is, as far as a team knows, and what a year of it would bring, as the rules then do it."""

from copy import deepcopy

import pytest

from caffael.match import Match
from caffael.presentation.bidders import Bought, brings_of, carbon_words, contract_with, reliability_fact, reliability_said
from caffael.presentation.blocks import Bid, Offer
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.expected import expected_group
from caffael.presentation.tender.weighing import weights_group
from caffael.presentation.viewer import Viewer, look
from caffael.rules import actions
from caffael.rules.delivery import payment_of
from caffael.rules.terms import GOALS, NONE, UNKNOWN, Management, Route
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
    assert joint - alone == match.cards.needs[draft.need].carbon // 10


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


def test_a_row_shows_how_reliable_a_bidder_is_as_its_team_knows() -> None:
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
    assert of(seen(match)) == ("2", True), "its own data lab has seen it"
    assert of(seen(match, seat + 1)) == ("4?", False), "the others have not"
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
    assert reliability_said(viewer, "3?", False) == "Reliability: 3 of 6 by its reputation; nobody here has seen its track record."


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

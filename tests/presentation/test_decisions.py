"""What a team can choose on a sheet over the table: each choice with what it costs and brings, and why some can't be made."""

from dataclasses import replace

from caffael.match import Match
from caffael.presentation.decisions.confirm import pass_sheet
from caffael.presentation.decisions.learning import project_choice, train_choice
from caffael.presentation.decisions.manage import manage_page, manageable
from caffael.presentation.decisions.needs import engage_choice, engaged_sheet, joint_choice, partner_choice
from caffael.presentation.sheets.registry import SHEETS
from caffael.presentation.viewer import Viewer, look
from caffael.rules import actions
from caffael.rules.happened import Happening
from caffael.rules.records import Contract, Council, Happened
from caffael.rules.terms import CRITERIA, FRAMEWORK, UNKNOWN, Lab, Phase, Route
from caffael.saves.history import Turn
from caffael.words.language import Language
from tests.presentation.golden import check
from tests.presentation.positions import at_year, game, play_until


def late(seat: int = 0) -> Match:
    """A game in its third year of five."""
    return at_year(3, seat=seat, years=5)


def own(match: Match) -> Council:
    """The council that decides."""
    return match.state.councils[match.state.decider]


def seen(match: Match) -> Viewer:
    """The game as the seat that decides sees it."""
    return look(match, Language("en", match.pack.wording), match.state.decider, deciding=match.state.decider)


def small() -> Match:
    """A small game, in which nobody engages, trains or manages."""
    return at_year(2, scenario="first-steps", years=None)


# ------------------------------------------------------------------------------------------------------------------- engage the market


def test_engaging_says_what_it_costs_and_for_which_needs_it_can_be_done() -> None:
    match = late()
    match.state.need_engaged[own(match).tray[1]] = 1
    check("decisions/engage", match, engage_choice, marked=True)
    own(match).days, match.cards.settings.engage_days = 1, 2
    match.cards.settings.engage_social, match.cards.settings.engage_bonus = 2, 3
    check("decisions/engage-no-days", match, engage_choice, marked=True)
    free = late()
    own(free).labs[Lab.DATA] = 3
    check("decisions/engage-free", free, engage_choice, marked=True)


def test_what_came_of_engaging_is_told() -> None:
    match = late()
    match.play(actions.ENGAGE + own(match).tray[0])
    came = match.history[-1].happenings
    assert {Happening.SUPPLIER_CAME, Happening.RECORD_SEEN} <= {happened.kind for happened in came}
    check("decisions/engaged", match, lambda viewer: engaged_sheet(viewer, len(viewer.history) - 1), marked=True)
    earlier = next(
        at
        for at, turn in enumerate(match.history)
        if {-1, 1} <= {one.b // abs(one.b) for one in turn.happenings if one.kind == Happening.RECORD_SEEN and one.b}
    )
    check("decisions/engaged-earlier", match, lambda viewer: engaged_sheet(viewer, earlier), marked=True)


def test_engaging_that_ends_a_year_is_told_like_any_other() -> None:
    beyond = [Happened(kind=int(Happening.ENGAGED), seat=0, a=3), Happened(kind=int(Happening.GRANT), a=900_000)]
    turn = Turn(0, actions.ENGAGE + 3, beyond, 1)
    check("decisions/engaged-known", late(), lambda viewer: engaged_sheet(replace(viewer, history=(turn,)), 0), marked=True)


# ------------------------------------------------------------------------------------------------------------------- labs and projects


def test_training_says_what_each_lab_has_costs_and_opens() -> None:
    match = late()
    council = own(match)
    council.labs[0], council.labs[1], council.labs[2] = 3, 1, 0
    check("decisions/train", match, train_choice, marked=True)
    council.days, council.labs[1] = 1, 2
    check("decisions/train-few-days", match, train_choice, marked=True)


def test_projects_say_what_they_cost_and_why_one_cannot_be_started() -> None:
    match = late()
    council = own(match)
    council.labs[0], council.labs[1], council.labs[2] = 1, 2, 1
    council.projects[0], match.state.project_first[0] = 2, 2
    check("decisions/project", match, project_choice, marked=True)
    council.budget = 22_000
    check("decisions/project-no-money", match, project_choice, marked=True)
    council.restricted = 1
    match.cards.settings.labs = 0
    check("decisions/project-stopped", match, project_choice, marked=True)


# -------------------------------------------------------------------------------------------------------------------------- jointly


def joint(match: Match) -> tuple[Match, int]:
    """All labs for all; three councils need the same as the first need of the one that decides. Price and carbon change differently."""
    state, cards = match.state, match.cards
    cards.settings.joint_carbon = -7
    for council in state.councils[: state.seats]:
        council.labs[:] = [3, 3, 3]
    need = own(match).tray[0]
    for seat in range(1, state.seats):
        cards.needs[state.councils[seat].tray[0]].category = cards.needs[need].category
    return match, need


def test_a_joint_tender_begins_with_an_own_need() -> None:
    match, _ = joint(late())
    second = own(match).tray[1]
    match.state.need_asked[second] = match.state.year
    check("decisions/joint", match, joint_choice, marked=True)
    match.cards.routes[Route.JOINT].days += 2
    own(match).labs[:] = [0, 0, 0]
    check("decisions/joint-no-lab", match, joint_choice, marked=True)


def test_and_goes_on_with_a_partners() -> None:
    match, need = joint(late())
    match.state.councils[2].days = 0
    match.state.councils[3].restricted = 1
    check("decisions/partner", match, lambda viewer: partner_choice(viewer, need), marked=True)


def asked(route_price: int = -6) -> Match:
    """A partner of people is asked to buy jointly."""
    match, need = joint(game(years=5, players=("you", "you", "greenest", "local")))
    match.cards.routes[Route.JOINT].price = route_price
    partner = match.state.councils[1].tray[0]
    match.play(actions.JOINT_TENDER + need)
    match.play(actions.PARTNER + partner)
    rows = [match.cards.weights[row * CRITERIA : (row + 1) * CRITERIA] for row in range(match.cards.weights_count)]
    match.play(actions.PUBLISH + next(at for at, row in enumerate(rows) if list(row) == [40, 30, 0, 30]))
    assert match.state.phase == Phase.ANSWER and match.state.decider == 1
    return match


def test_the_partner_is_told_what_is_proposed_and_who_would_win() -> None:
    match = asked()
    for seat in range(match.state.seats):
        match.state.councils[seat].days = seat + 1
    check("decisions/answer", match, SHEETS["answer"], marked=True)
    match.state.market_count, match.cards.settings.partner_days = 0, 3
    check("decisions/answer-nobody", match, SHEETS["answer"], marked=True)


# ------------------------------------------------------------------------------------------------------------------ pass and manage


def test_passing_says_what_stays_unmet_and_what_days_are_good_for() -> None:
    check("decisions/pass", late(), pass_sheet, marked=True)
    check("decisions/pass-small", small(), pass_sheet, marked=True)


def contracts_of(match: Match) -> list[Contract]:
    """The contracts of the council that decides, oldest first."""
    council = own(match)
    return [council.contracts[council.order[place]] for place in range(council.running)]


def managing() -> Match:
    """A team decides which contracts to manage: one with a miss, one by the framework, one whose supplier's record is unseen."""
    match = game("future-generations", 5, seed=1)
    there = lambda at: at.state.phase == Phase.MANAGE and at.state.decider == 0 and at.state.year == 3  # noqa: E731
    play_until(match, there)
    council = own(match)
    first, second, third = contracts_of(match)[:3]
    first.misses = 1
    second.supplier, second.social = FRAMEWORK, 0
    match.state.records[third.supplier] = UNKNOWN
    council.days = 2
    return match


def test_managing_says_what_each_contract_needs_alone_and_managed() -> None:
    match = managing()
    needs = [contract.need for contract in manageable(seen(match))]
    check("decisions/manage", match, lambda viewer: manage_page(viewer, []), marked=True)
    check("decisions/manage-ticked", match, lambda viewer: manage_page(viewer, needs[:1]), marked=True)
    check("decisions/manage-full", match, lambda viewer: manage_page(viewer, needs[:2]), marked=True)
    match.cards.settings.track_records = 0
    own(match).labs[Lab.ADAPTION] = 0
    for contract, change in zip(contracts_of(match), (-9, 9, 0), strict=False):
        contract.reliability_change = change
    check("decisions/manage-sure", match, lambda viewer: manage_page(viewer, []), marked=True)

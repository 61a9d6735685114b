"""What a year still brings when it is reviewed: said beforehand as the rules then do it."""

from caffael.match import Match
from caffael.presentation.ahead import carbon_ahead, carbon_ahead_said, is_judged, prizes_ahead
from caffael.presentation.blocks import Text
from caffael.presentation.decisions.confirm import pass_sheet
from caffael.presentation.decisions.manage import manage_page, stake_words, together_words
from caffael.presentation.money import ahead_story
from caffael.presentation.viewer import Viewer, look
from caffael.rules.actions import DONE
from caffael.rules.delivery import cover_of, payment_of
from caffael.rules.happened import Happening
from caffael.rules.records import Contract
from caffael.rules.terms import Phase
from caffael.words.language import Language
from tests.presentation.positions import at_year, game, play_until

SOON = 8
"""So many years are looked at until one is found in which no check ends a contract."""


def seen(match: Match, seat: int = 0) -> Viewer:
    return look(match, Language("en", match.pack.wording), seat, deciding=match.state.decider)


def managing() -> Match:
    """The first team has bought and manages now, one contract after the other."""
    match = game("smarter-spending", 5)
    return play_until(match, lambda at: at.state.phase == Phase.MANAGE and at.state.decider == 0 and at.state.councils[0].running >= 2)


def contracts(match: Match) -> list[Contract]:
    council = match.state.councils[0]
    return [council.contracts[council.order[place]] for place in range(council.running)]


def test_own_carbon_of_the_year_is_told_as_it_is_then_judged() -> None:
    match = managing()
    compared = 0
    while not match.finished and compared < SOON:
        if match.state.phase == Phase.MANAGE and match.state.decider == 0:
            ahead, year = carbon_ahead(seen(match), 0), match.state.year
            while not match.finished and match.state.year == year and match.state.phase == Phase.MANAGE:
                match.play(DONE if match.state.decider == 0 else match.bot_action(match.bot_to_move() or "balanced"))
            told = match.history[-1].happenings
            if not any(one.kind == Happening.ENDED and one.seat == 0 for one in told):
                judged = next(one.a for one in told if one.kind == Happening.OWN_CARBON and one.seat == 0)
                assert ahead.total == judged
                compared += 1
        else:
            match.play(match.bot_action(match.bot_to_move() or "balanced"))
    assert compared


def test_passing_says_what_own_carbon_comes_to_and_in_the_last_year_speaks_of_no_next() -> None:
    match = at_year(2)
    viewer = seen(match, match.state.decider)
    figure, words, _ = carbon_ahead_said(viewer, viewer.seat)
    line = next(line for line in pass_sheet(viewer).lines if line.id == "own carbon")
    assert (line.value, line.words) == (figure, words) and figure.startswith("247")
    match.state.year = match.cards.settings.years
    last = pass_sheet(seen(match, match.state.decider))
    said = " ".join((last.story, *(line.words for line in last.lines)))
    assert "next" not in said and "the last year" in said


def test_own_carbon_is_told_only_where_it_is_judged() -> None:
    match = at_year(2)
    assert is_judged(seen(match))
    match.state.phase = int(Phase.END)
    assert not is_judged(seen(match))
    match = at_year(2)
    match.cards.settings.own_carbon = 0
    assert not is_judged(seen(match))


def test_a_prize_of_this_year_is_counted_whole_or_shared_and_an_older_one_not() -> None:
    match = at_year(2)
    state, card = match.state, match.cards.projects[0]
    assert prizes_ahead(seen(match), 0) == 0
    state.councils[0].projects[0] = state.project_first[0] = state.year
    before = state.councils[0].budget
    assert prizes_ahead(seen(match), 0) == min(card.prize, state.fund) > 0
    assert "A prize of" in ahead_story(seen(match), 0)
    state.councils[1].projects[0] = state.year
    assert prizes_ahead(seen(match), 0) == min(card.prize, state.fund) // 2
    state.project_first[0] = state.year - 1
    assert prizes_ahead(seen(match), 0) == 0 and state.councils[0].budget == before
    assert "A prize of" not in ahead_story(seen(match), 0)


def test_several_missed_checks_that_bring_a_notice_together_are_told() -> None:
    match = managing()
    council, rows = match.state.councils[0], contracts(match)
    for contract in rows:
        contract.reliability_change = -9
    paid, covers = sum(map(payment_of, rows)), sorted((cover_of(match.cards, one) for one in rows), reverse=True)
    council.budget = paid + covers[0]
    lead = manage_page(seen(match), []).blocks[0]
    assert isinstance(lead, Text) and "2 missed checks together can cost more than that" in lead.words
    council.budget = paid + covers[0] - 1
    assert together_words(seen(match), []) == ""
    council.budget = paid + sum(covers)
    assert together_words(seen(match), []) == ""
    council.budget = paid + covers[0]
    for contract in rows:
        contract.reliability_change, contract.managed = 9, 1
    match.cards.settings.track_records = 0
    assert together_words(seen(match), []) == ""


def test_a_prize_that_is_won_keeps_a_missed_check_from_bringing_a_notice() -> None:
    match = managing()
    council, rows = match.state.councils[0], contracts(match)
    council.budget = sum(map(payment_of, rows))
    assert "below zero" in stake_words(seen(match), rows[0])
    match.cards.projects[0].prize = match.state.fund = cover_of(match.cards, rows[0])
    council.projects[0] = match.state.project_first[0] = match.state.year
    assert "below zero" not in stake_words(seen(match), rows[0])


def test_in_the_last_year_no_need_comes_back_to_the_tray() -> None:
    match = managing()
    contract = contracts(match)[0]
    contract.misses = match.cards.settings.misses_most
    match.state.councils[0].budget = 10**9
    assert stake_words(seen(match), contract).endswith("the need comes back to your tray.")
    match.state.year = match.cards.settings.years
    assert stake_words(seen(match), contract).endswith("the need is unmet again.")

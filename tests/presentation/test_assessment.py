"""What the page of bids says: word for word, and in the rules' own numbers."""

from collections.abc import Callable

import pytest

from caffael.match import Match, Seat
from caffael.presentation.assessment.page import bid_sheet, bids_page, reason_won
from caffael.presentation.assessment.summary import Summary, summary_of_need, summary_of_story
from caffael.presentation.blocks import Assessed, Page, Sheet
from caffael.presentation.press import Open
from caffael.presentation.story import Story
from caffael.presentation.tender.pages import Prediction
from caffael.presentation.viewer import Viewer, look
from caffael.rules import actions
from caffael.rules.copying import words_of
from caffael.rules.happened import Happening
from caffael.rules.records import State, Table
from caffael.rules.terms import NONE, Phase, Route
from caffael.rules.view import view
from caffael.saves import Turn
from caffael.scenario import load_pack
from caffael.words.language import Language
from tests.presentation import positions
from tests.presentation.golden import check


def begin(players: tuple[str, ...] = ("you", "you"), scenario: str = "smarter-spending") -> Match:
    """A game of councils that deal the same cards each time."""
    pack = load_pack(scenario)
    councils = ("caerphilly", "cardiff", "torfaen", "newport")
    return Match.start(pack, [Seat(name, name, player) for name, player in zip(councils, players, strict=False)], seed=5)


def seen(match: Match, seat: int = 0) -> Viewer:
    return look(match, Language("en", match.pack.wording), seat)


def play(match: Match, action: int) -> Story:
    """Play an action, and give it as a story."""
    before, seat = State(), match.state.decider
    view(match.state, seat, before)
    match.play(action)
    turn = match.history[-1]
    return Story(seat, action, tuple(turn.happenings), turn.table, before)


def publish(match: Match, choice: int = 0, weights: int = 20, place: int = 0) -> Story:
    """Write a tender for a need of the tray and publish it; `choice` is the place of its route among those that can be chosen."""
    state = match.state
    for action in (actions.TENDER + state.councils[state.decider].tray[place], actions.ROUTE + choice):
        story = play(match, action)
    return play(match, actions.PUBLISH + weights) if state.phase == Phase.WEIGHTS else story


def same(one: Table, other: Table | None) -> bool:
    """Whether two tables hold the same bids, scores and order."""
    assert other is not None
    ours = [list(words_of(bidder)) for bidder in one.bidders[: one.count]]
    return one.winner == other.winner and ours == [list(words_of(bidder)) for bidder in other.bidders[: other.count]]


def told(story: Story, guess: Prediction | None = None) -> Callable[[Viewer], Page]:
    """What makes the page of a story."""
    return lambda viewer: bids_page(viewer, summary_of_story(viewer, story), guess)


def test_an_open_tender() -> None:
    match = begin()
    check("bids-open", match, told(publish(match)), seat=0)


def test_whom_the_class_had_named() -> None:
    match = begin()
    story = publish(match)
    table = story.table
    assert table is not None and table.count >= 3
    guesses = [Prediction(0, story.happenings[0].a, next(one.supplier for one in table.bidders if one.rank == place)) for place in range(3)]
    pages = lambda viewer: [bids_page(viewer, summary_of_story(viewer, story), guess) for guess in guesses]  # noqa: E731
    check("bids-guessed", match, pages, seat=0, marked=True)


@pytest.mark.parametrize("choice", [at for at in range(1, actions.ROUTE_CHOICES) if actions.ROUTE_OF[at] != Route.DIRECT])
def test_the_other_routes(choice: int) -> None:
    """Each can be chosen by a council with all its labs, in a game that has them all."""
    match = begin()
    match.state.councils[0].labs[:] = [3] * len(match.state.councils[0].labs)
    match.cards.routes[Route.FLEXIBLE].on = 1
    check(f"bids-route-{choice}", match, told(publish(match, choice)), seat=0)


def test_nobody_bid() -> None:
    match = begin()
    state = match.state
    for place in range(state.market_count):
        state.supplier_running[state.market[place]] = 99
    story = publish(match)
    assert summary_of_story(seen(match), story).failed
    check("bids-nobody", match, told(story), seat=0)


def joint() -> tuple[Match, Story]:
    match = begin()
    state, cards = match.state, match.cards
    for lab in range(3):
        state.councils[0].labs[lab] = 3
    need, partner = state.councils[0].tray[0], state.councils[1].tray[0]
    cards.needs[partner].category = cards.needs[need].category
    for action in (actions.JOINT_TENDER + need, actions.PARTNER + partner, actions.PUBLISH + 20, actions.AGREE):
        story = play(match, action)
    return match, story


def test_a_joint_tender_has_both_contracts() -> None:
    match, story = joint()
    check("bids-joint", match, told(story), seat=1)
    viewer = seen(match)
    summary = summary_of_story(viewer, story)
    assert [award.seat for award in summary.awards] == [0, 1]
    found = summary_of_need(viewer, summary.partner)
    assert found is not None and same(found.table, summary.table)


def test_an_old_summary_closes() -> None:
    match = begin()
    need = publish(match).happenings[0].a

    def page(viewer: Viewer) -> Page:
        summary = summary_of_need(viewer, need)
        assert summary is not None
        return bids_page(viewer, summary, looked_up=True)

    check("bids-looked-up", match, page, seat=1)
    assert summary_of_need(seen(match), next(one for one in range(match.cards.need_count) if one != need)) is None


def test_a_game_that_joins_quality_and_social_value() -> None:
    match = positions.game("first-steps")
    stories = [turn for turn in positions.play_until(match, lambda one: one.state.year > 1).history if turn.table is not None]

    def pages(viewer: Viewer) -> list[Page]:
        summaries = [summary_of_need(viewer, turn.happenings[0].a) for turn in stories]
        return [bids_page(viewer, one, looked_up=True) for one in summaries if one is not None]

    check("bids-first-steps", match, pages, marked=True)


def test_what_decides_is_said() -> None:
    match = begin()
    story, viewer = publish(match), seen(match)
    summary = summary_of_story(viewer, story)
    table = summary.table
    first, second = (next(one for one in table.bidders if one.rank == place) for place in range(2))
    assert table.count >= 2
    second.total = first.total - 100_000
    assert reason_won(viewer, summary).startswith("Won by 1.0 points")
    kept, first.total, second.total = first.total, 7_314_000, 7_225_000
    assert reason_won(viewer, summary).startswith("Won by 0.8 points"), "as it follows from 73.1 and 72.3"
    first.total = kept
    second.total, second.quality, second.bid = first.total - 1, first.quality, first.bid
    assert reason_won(viewer, summary) == "Won by less than 0.1 points."
    second.total = first.total
    assert "longer in the market" in reason_won(viewer, summary)
    second.bid = first.bid + 1
    assert "the lower price decided" in reason_won(viewer, summary)
    second.quality = first.quality - 1
    assert "the better quality decided" in reason_won(viewer, summary)
    table.count = 1
    assert "only one bid" in reason_won(viewer, summary)


def test_why_it_won_is_said_in_the_rules_own_numbers() -> None:
    match = begin()
    story, viewer = publish(match), seen(match)
    summary = summary_of_story(viewer, story)
    assert summary.awards[0].margin >= 10_000
    assert viewer.language.score(summary.awards[0].margin) in reason_won(viewer, summary)
    assert summary.tender.c != NONE


def test_as_printed_means_without_the_bid_cards() -> None:
    match = begin()
    summary = summary_of_story(seen(match), publish(match))
    for true, printed in zip(summary.table.bidders, summary.printed.bidders[: summary.printed.count], strict=False):
        assert true.percent - true.card == printed.percent
        assert printed.card == 0


def test_an_engagement_before_is_part_of_the_summary() -> None:
    match = begin()
    need = match.state.councils[0].tray[0]
    match.play(actions.ENGAGE + need)
    while match.state.decider != 0:
        match.play(actions.PASS)
    story = publish(match)
    live, old = summary_of_story(seen(match), story), summary_of_need(seen(match), need)
    assert old is not None and same(old.table, live.table)
    card = match.cards.suppliers
    assert all(bidder.social == min(5, card[bidder.supplier].social + 1) for bidder in live.table.bidders[: live.table.count])


def test_whole_games_of_bots_give_the_same_tables_as_the_rules() -> None:
    match = begin(("balanced",) * 4)
    while not match.finished:
        match.play(match.bot_action())
    won: dict[int, Turn] = {}
    for turn in match.history:
        if turn.table is not None and turn.table.count:
            won.update({row.a: turn for row in turn.happenings if row.kind == Happening.AWARDED})
    assert len(won) > 12
    viewer, routes = seen(match), set()
    for need, turn in won.items():
        summary = summary_of_need(viewer, need)
        assert isinstance(summary, Summary) and same(summary.table, turn.table), "an old summary is as it was"
        routes.add(summary.route)
    assert len(routes) > 1


def test_every_bid_opens_to_where_its_points_come_from() -> None:
    match = begin()
    story = publish(match)

    def sheets(viewer: Viewer) -> list[Sheet]:
        summary = summary_of_story(viewer, story)
        bids = [one.bid for one in bids_page(viewer, summary).every() if isinstance(one, Assessed)]
        return [bid_sheet(viewer, summary, one.turns.sheet, *one.turns.about) for one in bids if isinstance(one.turns, Open)]

    check("bids-sheets", match, sheets, seat=0)


def test_a_direct_award_shows_the_chosen_supplier_alone() -> None:
    match = begin()
    state = match.state
    need = state.councils[0].tray[0]
    state.emergency[match.cards.needs[need].category] = 1
    for action in (actions.TENDER + need, actions.ROUTE + actions.ROUTE_OF.index(Route.DIRECT)):
        match.play(action)
    story = play(match, max(match.legal()))
    summary = summary_of_story(seen(match), story)
    award = summary.awards[0]
    assert story.table is not None and story.table.count > 1
    assert [(one.supplier, one.bid) for one in summary.table.bidders[: summary.table.count]] == [(award.supplier, award.price)]
    check("bids-direct", match, told(story), seat=0)


def test_true_bids_that_change_the_order() -> None:
    for weights in range(begin().cards.weights_count):
        match = begin()
        story = publish(match, weights=weights)
        summary = summary_of_story(seen(match), story)
        first = summary.table.bidders[summary.table.winner].supplier
        if summary.printed.bidders[summary.printed.winner].supplier != first:
            check("bids-order-changed", match, told(story), seat=0)
            return
    pytest.fail("the order is always as printed")

"""The assessment summary: its numbers are the rules' own, it can be skipped, and it can be looked up again."""

from collections.abc import Iterator

import pygame
import pytest

from caffael.board.board import Board
from caffael.board.game import GameScreen, Session
from caffael.board.screens.bids import BidsScreen, summary_of_need
from caffael.board.screens.bids.sentences import reason_won
from caffael.board.screens.bids.timeline import Timeline
from caffael.board.settings import Settings
from caffael.match import Match
from caffael.presentation.screens import STORIES, ScreenId, stories_of
from caffael.rules import actions
from caffael.rules.copying import copy_into, words_of
from caffael.rules.happened import Happening
from caffael.rules.records import Table
from caffael.rules.terms import NONE, Phase, Route
from caffael.saves import Seat
from caffael.scenario import load_pack


class Hand:
    """Time that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def begin(monkeypatch: pytest.MonkeyPatch, clock: Hand | None = None, bots: str = "you", seats: int = 2) -> Session:
    monkeypatch.delitem(STORIES, ScreenId.DELIVERY)
    monkeypatch.delitem(STORIES, ScreenId.REVIEW)
    app = Board("test", (1280, 720), movement="off" if clock is None else "full", clock=clock or Hand())
    session = Session(app, Settings())
    councils = ("caerphilly", "cardiff", "torfaen", "newport")
    session.match = Match.start(load_pack("smarter-spending"), [Seat(name, name, bots) for name in councils[:seats]], seed=5)
    app.push(GameScreen(session))
    return session


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    yield begin(monkeypatch)
    pygame.event.clear()


def publish(session: Session, route: int = 0) -> int:
    state = session.game.state
    need = state.councils[state.decider].tray[0]
    session.play(actions.TENDER + need)
    session.play(actions.ROUTE + route)
    if state.phase == Phase.WEIGHTS:
        session.play(actions.PUBLISH + 20)
    return need


def screen_of(session: Session) -> BidsScreen:
    assert isinstance(session.app.screen, BidsScreen)
    return session.app.screen


def same(one: Table, other: Table) -> bool:
    """Whether two tables hold the same bids, scores and order."""
    ours = [list(words_of(bidder)) for bidder in one.bidders[: one.count]]
    return one.winner == other.winner and ours == [list(words_of(bidder)) for bidder in other.bidders[: other.count]]


def test_whole_games_of_bots_give_the_same_tables_as_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    session = begin(monkeypatch, bots="balanced", seats=4)
    match = session.game
    tables: list[tuple[int, Table]] = []

    class Listener:
        def after(self, match: Match, action: int, happenings: list) -> None:  # type: ignore[type-arg]
            if any(row.kind == Happening.AWARDED for row in happenings):
                table = Table()
                copy_into(table, match.told.table)
                need = next(row.a for row in happenings if row.kind == Happening.AWARDED)
                tables.append((need, table))
                summary = summary_of_need(match, need)
                assert summary is not None
                assert same(summary.table, table)

    match.listeners.append(Listener())
    while not match.finished:
        match.play(match.bot_action())
    assert len(tables) > 12
    routes = set()
    for need, table in dict(tables).items():
        summary = summary_of_need(match, need)
        assert summary is not None
        assert same(summary.table, table), "an old summary is as it was"
        routes.add(summary.route)
    assert len(routes) > 1


def test_as_printed_means_without_the_bid_cards(session: Session) -> None:
    publish(session)
    summary = screen_of(session).summary
    for true, printed in zip(summary.table.bidders, summary.printed.bidders[: summary.printed.count], strict=False):
        assert true.percent - true.card == printed.percent
        assert printed.card == 0


def test_cards_turn_up_in_the_order_of_the_row_then_bars_then_places_then_the_seal(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Hand()
    session = begin(monkeypatch, clock)
    publish(session)
    screen = screen_of(session)
    session.app.frame()
    assert not screen.done
    turned: list[int] = []
    while not screen.done:
        clock.now += 1 / 60
        session.app.frame()
        open_now = [row.line.place for row in screen.rows if row.turned >= 1]
        turned += sorted(place for place in open_now if place not in turned)
        if screen.now < screen.timeline.run:
            assert [row.box.top for row in sorted(screen.rows, key=lambda row: row.line.expected)] == sorted(
                row.box.top for row in screen.rows
            )
    assert turned == sorted(turned)
    assert clock.now < 8
    tops = [row.box.top for row in sorted(screen.rows, key=lambda row: row.line.rank)]
    assert tops == sorted(tops)


@pytest.mark.parametrize(
    "event",
    [
        pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0),
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(640, 300), button=1),
        pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0),
    ],
)
def test_any_key_or_click_skips_first_and_goes_on_then(monkeypatch: pytest.MonkeyPatch, event: pygame.event.Event) -> None:
    clock = Hand()
    session = begin(monkeypatch, clock)
    publish(session)
    screen = screen_of(session)
    session.app.frame()
    pygame.event.post(event)
    session.app.frame()
    assert screen.done
    assert session.app.screen is screen
    clock.now += 20
    session.app.frame()
    assert screen.done
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0))
    session.app.frame()
    assert not isinstance(session.app.screen, BidsScreen)


def test_a_change_of_language_does_not_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Hand()
    session = begin(monkeypatch, clock)
    publish(session)
    screen = screen_of(session)
    clock.now += 1
    session.app.frame()
    session.switch_language()
    session.app.frame()
    assert 0 < screen.now < screen.timeline.total
    session.switch_language()


def test_why_it_won_is_said_in_the_rules_own_numbers(session: Session) -> None:
    publish(session)
    summary = screen_of(session).summary
    margin = session.language.score(summary.awards[0].margin)
    assert margin in reason_won(session, summary) or summary.awards[0].margin < 10_000


def test_the_framework_is_shown_simply(session: Session) -> None:
    publish(session, route=4)
    screen = screen_of(session)
    assert screen.summary.route == Route.FRAMEWORK
    assert not screen.timeline.cards
    assert len(screen.rows) == 1
    assert "no competition" in reason_won(session, screen.summary)


def test_a_failed_tender_says_who_could_not_bid(session: Session) -> None:
    state = session.game.state
    for place in range(state.market_count):
        state.supplier_running[state.market[place]] = 99
    publish(session)
    screen = screen_of(session)
    assert screen.summary.failed
    assert screen.summary.shut_out
    assert "days are gone" in screen.tree.find("nobody").label
    screen.leave()
    assert not isinstance(session.app.screen, BidsScreen)


def test_a_joint_tender_shows_both_contracts(session: Session) -> None:
    state, cards = session.game.state, session.game.cards
    seat = state.decider
    for lab in range(3):
        state.councils[seat].labs[lab] = 3
    need, partner = state.councils[seat].tray[0], state.councils[1 - seat].tray[0]
    cards.needs[partner].category = cards.needs[need].category
    for action in (actions.JOINT_TENDER + need, actions.PARTNER + partner, actions.PUBLISH + 20, actions.AGREE):
        session.play(action)
    summary = screen_of(session).summary
    assert summary.partner == partner
    assert [award.seat for award in summary.awards] == [seat, 1 - seat]
    found = summary_of_need(session.game, partner)
    assert found is not None
    assert same(found.table, summary.table)


def test_an_old_summary_is_there_at_once_and_closes(session: Session) -> None:
    need = publish(session)
    screen_of(session).leave()
    summary = summary_of_need(session.game, need)
    assert summary is not None
    session.push(BidsScreen(session, summary))
    screen = screen_of(session)
    assert screen.done
    screen.leave()
    assert not isinstance(session.app.screen, BidsScreen)
    untouched = next(i for i in range(session.game.cards.need_count) if i != need)
    assert summary_of_need(session.game, untouched) is None or untouched != need


def test_an_engagement_before_is_part_of_the_summary(session: Session) -> None:
    state = session.game.state
    need, seat = state.councils[state.decider].tray[0], state.decider
    session.play(actions.ENGAGE + need)
    while state.decider != seat:
        session.play(actions.PASS)
    session.play(actions.TENDER + need)
    session.play(actions.ROUTE)
    session.play(actions.PUBLISH + 20)
    live = screen_of(session).summary
    old = summary_of_need(session.game, need)
    assert old is not None
    assert same(old.table, live.table)
    card = session.game.cards.suppliers
    assert all(bidder.social == min(5, card[bidder.supplier].social + 1) for bidder in live.table.bidders[: live.table.count])


@pytest.mark.parametrize("bids", [1, 3, 12, 20])
def test_a_story_of_bids_is_never_long(bids: int) -> None:
    timeline = Timeline(bids, cards=True, weighed=True)
    assert timeline.total < 9
    assert timeline.flipped(0, timeline.run) == timeline.flipped(bids - 1, timeline.run) == 1
    assert timeline.sealed(timeline.total) == timeline.moved(timeline.total) == timeline.run_in(timeline.total) == 1


def test_only_a_published_tender_is_told(session: Session) -> None:
    publish(session)
    screen = screen_of(session)
    assert screen.story is not None
    assert stories_of(screen.story.happenings)[0] is ScreenId.BIDS
    assert screen.summary.tender.c != NONE


def test_a_tie_names_what_decided_it_and_a_sole_bidder_that_nothing_was_compared(session: Session) -> None:
    publish(session)
    summary = screen_of(session).summary
    table = summary.table
    assert table.count >= 2
    first, second = (next(one for one in table.bidders if one.rank == place) for place in range(2))
    second.total, second.quality, second.bid = first.total, first.quality, first.bid
    assert "longer in the market" in reason_won(session, summary)
    second.bid = first.bid + 1
    assert "the lower price decided" in reason_won(session, summary)
    second.quality = first.quality - 1
    assert "the better quality decided" in reason_won(session, summary)
    table.count = 1
    assert "only one bid" in reason_won(session, summary)

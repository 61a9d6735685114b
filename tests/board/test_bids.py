"""The assessment summary on the board: bids turn up in their order, it can be skipped, and it can be looked up again."""

from collections.abc import Iterator

import pygame
import pytest

from caffael.board.board import Board
from caffael.board.game_screen import GameScreen
from caffael.board.screens.bids.schedule import Timeline
from caffael.board.screens.bids.screen import BidsScreen
from caffael.board.session import Session
from caffael.match import Match
from caffael.presentation.assessment.summary import summary_of_need
from caffael.presentation.screens import STORIES, ScreenId, stories_of
from caffael.presentation.settings import Settings
from caffael.rules import actions
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
    monkeypatch.setitem(STORIES, ScreenId.DELIVERY, frozenset())
    monkeypatch.setitem(STORIES, ScreenId.REVIEW, frozenset())
    app = Board("test", (1280, 720), movement="off" if clock is None else "full", clock=clock or Hand())
    session = app.serve(Session(app, Settings()))
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
            assert [row.box.top for row in sorted(screen.rows, key=lambda row: row.line.printed.rank)] == sorted(
                row.box.top for row in screen.rows
            )
    assert turned == sorted(turned)
    assert clock.now < 8
    tops = [row.box.top for row in sorted(screen.rows, key=lambda row: row.line.bid.rank)]
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


def test_the_framework_is_shown_simply(session: Session) -> None:
    publish(session, route=4)
    screen = screen_of(session)
    assert screen.summary.route == Route.FRAMEWORK
    assert not screen.timeline.cards
    assert len(screen.rows) == 1


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


def test_an_old_summary_is_there_at_once_and_closes(session: Session) -> None:
    need = publish(session)
    screen_of(session).leave()
    summary = summary_of_need(session.viewer, need)
    assert summary is not None
    session.push(BidsScreen(session, summary))
    screen = screen_of(session)
    assert screen.done
    screen.leave()
    assert not isinstance(session.app.screen, BidsScreen)
    untouched = next(i for i in range(session.game.cards.need_count) if i != need)
    assert summary_of_need(session.viewer, untouched) is None or untouched != need


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

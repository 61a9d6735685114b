"""Devices in Chromium in a real room: a team writes, speaks and publishes, all manage at once; on the board's own server too, and with
WebSockets cut.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from caffael.classroom.net.limits import Limits
from caffael.rules import actions
from caffael.rules.happened import Happening
from caffael.rules.terms import Phase
from tests.classroom.class_of import a_tender, new_game, pass_until, play_words
from tests.classroom.live_class import LanClass, LiveClass, RoomDevice
from tests.classroom.pages_kit import sealed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

OPEN_ROUTE = "#work [data-draft*='route open']"


@pytest.fixture
def lesson(chromium: "Browser") -> Iterator[LiveClass]:
    made = LiveClass(chromium)
    yield made
    made.close()


def write_a_tender(lesson: LiveClass, captain: RoomDevice) -> None:
    """Choose the first need and the open procedure; weights lie there by themselves."""
    captain.press("#work [data-draft^='[\"tender ']:not([aria-disabled])")
    captain.press(OPEN_ROUTE)
    lesson.until(lambda: captain.page.locator("#act:not([aria-disabled])").count() == 1)


def test_a_team_speaks_and_its_captain_publishes(lesson: LiveClass) -> None:
    captain, member, other = lesson.team(0), lesson.team(0), lesson.team(1, locale="cy-GB")
    write_a_tender(lesson, captain)
    lesson.until(lambda: member.page.locator("#bids > li").count() > 1)
    member.page.locator("#weight-0").press("ArrowRight")
    member.press("#bids [data-winner] >> nth=1")
    captain.shows("Voices so far: 1 of 2")
    captain.press("[data-take]")
    median = captain.page.get_attribute("[data-take]", "data-take")
    lesson.until(lambda: lesson.room.desk(0).words[-1] == f"weights {median}")
    lesson.until(lambda: captain.page.locator("#act:not([aria-disabled])").count() == 1)
    captain.press("#act")
    captain.shows("Saved.")
    assert [turn.seat for turn in lesson.match.history] == [0, 0, 0]
    other.shows("Eich tro chi yw hi.")
    captain.shows("Prepare your next turn.")
    assert sum(guesses.of for guesses in lesson.room.guesses) == 1


def test_what_was_prepared_waits_for_the_turn_and_says_what_has_changed(lesson: LiveClass) -> None:
    first, second = lesson.team(0), lesson.team(1)
    write_a_tender(lesson, second)
    second.press("#act")
    second.shows("It lies ready for your turn.")
    first.press("[data-go=team]")
    first.shows("· ready")
    assert not lesson.match.history
    first.press("[data-go=work]")
    write_a_tender(lesson, first)
    first.press("#act")
    second.shows("It is your turn.")
    assert second.page.inner_text("#act") == "Publish the tender"
    assert all(turn.seat == 0 for turn in lesson.match.history)


def test_all_tick_at_once_and_the_year_goes_on_when_all_are_done(chromium: "Browser") -> None:
    match = new_game(2)
    for seat in (0, 1):
        play_words(match, a_tender(match, seat))
    lesson = LiveClass(chromium, match)
    captains = [lesson.team(seat) for seat in (0, 1)]
    pass_until(match, Phase.MANAGE)
    for captain in captains:
        assert match.state.year == 1
        captain.press("[data-tick]:not([aria-disabled])")
        captain.press("[data-done]")
    lesson.until(lambda: match.state.year == 2)
    ticked = [turn.seat for turn in match.history if actions.MANAGE <= turn.action < actions.SUPPLIER]
    assert ticked == [0, 1]
    lesson.close()


def test_in_a_sealed_game_a_team_seals_takes_back_and_the_front_opens(chromium: "Browser") -> None:
    match = sealed()
    lesson = LiveClass(chromium, match)
    captain, other = lesson.team(0), lesson.team(1)
    captain.shows("All teams write at the same time.")
    write_a_tender(lesson, captain)
    assert captain.page.inner_text("#act") == "Seal the envelope"
    captain.press("#act")
    captain.shows("Your envelope lies on the table.")
    assert match.state.sealed[:2] == [1, 0]
    captain.press("[data-do*='take-back']")
    captain.shows("All teams write at the same time.")
    lesson.until(lambda: captain.page.locator("#act:not([aria-disabled])").count() == 1)
    captain.press("#act")
    captain.shows("Your envelope lies on the table.")
    for seat in (2, 3):
        match.play(actions.WAIT, seat)
    other.press("[data-way=wait]")
    other.press("[data-draft='[\"wait\"]']")
    other.press("#act:not([aria-disabled])")
    other.shows("The envelopes are opened")
    while match.state.phase == Phase.OPEN:
        match.play(actions.OPEN, match.state.decider)
    captain.shows("All teams write at the same time.")
    assert any(row.kind == Happening.AWARDED for turn in match.history for row in turn.happenings)
    lesson.close()


def test_the_boards_own_server_serves_the_page(chromium: "Browser") -> None:
    lesson = LanClass(chromium)
    captain = lesson.team(0)
    write_a_tender(lesson, captain)
    captain.press("#act")
    captain.shows("Saved.")
    captain.page.reload()
    lesson.until(lambda: captain.page.locator("body.joined").count() == 1)
    captain.shows("Prepare your next turn.")
    lesson.close()


def test_where_websockets_are_cut_the_same_is_done_by_plain_requests(chromium: "Browser") -> None:
    lesson = LanClass(chromium, limits=replace(Limits(wait_when_busy=10.0), held=1.0))
    captain = lesson.team(0, cut=True)
    write_a_tender(lesson, captain)
    captain.press("#act")
    captain.shows("Saved.")
    assert len(lesson.match.history) == 3
    captain.page.reload()
    lesson.until(lambda: captain.page.locator("body.joined").count() == 1)
    captain.faults = [fault for fault in captain.faults if "WebSocket" not in fault and "Failed to load resource" not in fault]
    lesson.close()

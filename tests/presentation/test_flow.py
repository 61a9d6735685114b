"""A game being shown, without a window: which page comes next, what is told, watched and taken back."""

from pathlib import Path

import pytest

from caffael.match import Seat
from caffael.presentation.flow import Flow
from caffael.presentation.screens import ScreenId
from caffael.presentation.telling import Telling, opening_story, tells_more_than_the_table, told_page
from caffael.presentation.year.opening import NEWS
from caffael.rules import actions
from caffael.scenario import load_pack
from caffael.words.language import Language

MOST_STEPS = 2_000


class Clock(Flow):
    """A flow whose clock is moved by hand, and that counts how often what is watched has moved."""

    time = 100.0
    steps = 0

    def now(self) -> float:
        return self.time

    def stepped(self) -> None:
        self.steps += 1


@pytest.fixture
def flow(tmp_path: Path) -> Clock:
    flow = Clock(Language("en"), games=tmp_path, seed=5)
    assert flow.page is ScreenId.TITLE
    pack = load_pack("first-steps")
    players = ["you", *["balanced"] * (pack.teams - 1)]
    flow.new_game(
        pack, [Seat(f"Team {at}", council, player) for at, (council, player) in enumerate(zip(pack.ids.councils, players, strict=False))]
    )
    return flow


def step(flow: Flow) -> ScreenId:
    """Do what the page asks for in the shortest way, and say which page it was."""
    page = flow.page
    if flow.telling is not None:
        assert told_page(flow.viewer, flow.telling).title
        flow.go_on()
    elif flow.bot_now() is not None:
        flow.play(flow.bot_action())
    else:
        flow.play(flow.game.bot_action("balanced"))
    return page


def play(flow: Flow, until: ScreenId) -> list[ScreenId]:
    """Go on until a page comes, and say which pages were seen before."""
    seen: list[ScreenId] = []
    while flow.page is not until and len(seen) < MOST_STEPS:
        seen.append(step(flow))
    return seen


def test_a_whole_game_is_shown_page_by_page(flow: Clock) -> None:
    seen = play(flow, ScreenId.DEBRIEF)
    assert seen[0] is ScreenId.YEAR
    assert {ScreenId.TABLE, ScreenId.TENDER, ScreenId.BIDS, ScreenId.REVIEW} <= set(seen)
    reviews = [at for at, page in enumerate(seen) if page is ScreenId.REVIEW]
    assert len(reviews) == flow.pack.cards.settings.years
    after = [seen[at + 1] for at in reviews[:-1]]
    assert set(after) <= {ScreenId.YEAR, ScreenId.TABLE} and seen[reviews[-1] + 1 :] == [ScreenId.FINALE]
    assert flow.deciding_seat() is None


def test_only_tenders_of_people_are_told(flow: Clock) -> None:
    while not flow.game.finished:
        telling = flow.telling
        if telling is not None and telling.page is ScreenId.BIDS:
            assert telling.story.seat == 0
        step(flow)


def test_people_see_their_own_council_while_computer_teams_play(flow: Clock) -> None:
    for _ in range(60):
        assert flow.shown_seat == 0
        step(flow)


def test_a_skipped_year_tells_its_end_alone(flow: Clock) -> None:
    play(flow, ScreenId.TABLE)
    flow.skip_year()
    assert flow.deciding_seat() is None
    while flow.skipping:
        assert flow.telling is None
        flow.play(flow.bot_action())
    assert flow.telling is not None and flow.game.state.year == 2


def test_a_slip_is_taken_back_and_played_again(flow: Clock) -> None:
    play(flow, ScreenId.TABLE)
    begun = next(action for action in flow.game.legal() if actions.TENDER <= action < actions.ENGAGE)
    flow.play(begun)
    seen = [flow.page]
    for change in (flow.undo, flow.redo, flow.drop_draft):
        assert change()
        seen.append(flow.page)
    assert seen == [ScreenId.TENDER, ScreenId.TABLE, ScreenId.TENDER, ScreenId.TABLE]
    assert not flow.undo() and flow.redo(whole=True) and not flow.redo()


def test_a_game_is_looked_back_at_and_played_on_from_there(flow: Clock) -> None:
    for _ in range(40):
        step(flow)
    live, played = flow.game, len(flow.game.history)
    flow.look_back()
    watched = flow.playback
    assert watched is not None and flow.game is not live and flow.page is ScreenId.TABLE and flow.deciding_seat() is None
    watched.go_to(1)
    assert flow.steps == 1 and len(live.history) == played and list(flow.viewer.history) == live.history[: watched.turn]
    flow.play_on()
    assert flow.playback is None and flow.game is live and len(live.history) < played


def test_a_game_that_is_watched_goes_on_by_the_clock_and_its_pages_are_turned_over(flow: Clock) -> None:
    play(flow, ScreenId.DEBRIEF)
    path = flow.game.path
    assert path is not None
    flow.leave()
    assert flow.page is ScreenId.TITLE
    flow.watch(path)
    watched, turned = flow.playback, 0
    assert watched is not None and watched.playing
    while not watched.at_end or flow.telling is not None:
        flow.time += 5.0
        telling = flow.telling
        watched.tick(telling, flow.go_on, waits=False)
        turned += telling is not None and flow.telling is not telling
    assert turned > 0 and not watched.playing and flow.game.finished
    flow.stop_watching()
    assert flow.match is None and flow.page is ScreenId.TITLE


def test_another_game_begins_at_the_point_that_is_seen(flow: Clock) -> None:
    for _ in range(40):
        step(flow)
    path = flow.game.path
    flow.look_back()
    assert flow.playback is not None
    flow.playback.go_to(2)
    turn = flow.playback.turn
    assert flow.branch() and flow.playback is None
    assert len(flow.game.history) == turn and flow.game.path != path


def test_the_guided_game_is_gone_on_with(flow: Clock) -> None:
    flow.learn()
    play(flow, ScreenId.TENDER)
    path, played = flow.game.path, len(flow.game.history)
    flow.leave()
    flow.learn()
    assert flow.game.path == path and len(flow.game.history) == played


def test_a_year_is_opened_on_a_page_of_its_own_only_where_it_brings_what_the_table_does_not_show(flow: Clock) -> None:
    whole = flow.game.opening
    assert tells_more_than_the_table(Telling(ScreenId.YEAR, opening_story(whole)))
    grants = [happened for happened in whole if happened.kind not in NEWS]
    assert not tells_more_than_the_table(Telling(ScreenId.YEAR, opening_story(grants)))
    while flow.page is not ScreenId.DEBRIEF:
        assert flow.telling is None or tells_more_than_the_table(flow.telling)
        step(flow)

"""A saved game is watched on the real table, read-only, and another game goes another way from any point of it."""

from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from caffael.board.incoming_packs import open_dropped
from caffael.board.options import BoardOptions, begin
from caffael.board.session import Session
from caffael.match import Match
from caffael.presentation.screens import ScreenId
from caffael.presentation.table.watching import moments_of
from caffael.saves import Branched, read
from tests.board.frame_kit import board, click, pack, press, said, seats, top
from tests.earlier_games import lay
from tests.test_record import rewrite

TURNS = 40


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved game of two teams that came into its second year."""
    match = Match.start(pack(), seats("balanced", "you"), 7, tmp_path_factory.mktemp("games"))
    for _ in range(TURNS):
        match.play(match.bot_action("balanced"))
    match.close()
    assert match.path is not None and match.state.year >= 2
    return match.path


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def watching(tmp_path: Path, record: Path) -> tuple[Session, Clock]:
    session, clock = board(tmp_path), Clock()
    session.app.now = clock
    session.watch(record)
    session.app.frame()
    return session, clock


def seconds(session: Session, clock: Clock, count: float) -> None:
    """Let time go by, drawing ten times a second."""
    for _ in range(round(count * 10)):
        clock.now += 0.1
        session.app.frame()


def test_decisions_cover_the_whole_game_without_a_gap(record: Path) -> None:
    match = Match.resume(record)
    match.close()
    moments = moments_of(match.history)
    assert moments[0].turn == 0 and moments[-1].after == TURNS
    assert all(one.after == other.turn for one, other in pairwise(moments))
    assert moments[-1].year == match.state.year or moments[-1].year == match.state.year - 1
    assert [one.year for one in moments] == sorted(one.year for one in moments)
    assert any(one.count >= 3 for one in moments)  # a tender is one decision


def test_a_saved_game_plays_by_itself_with_its_pages_and_nothing_is_written(tmp_path: Path, record: Path) -> None:
    before = record.read_bytes()
    session, clock = watching(tmp_path, record)
    watched = session.playback
    assert watched is not None and watched.playing and watched.place == 0 and session.deciding_seat() is None
    watched.go_to(next(place for place, one in enumerate(watched.moments) if one.year == 2) - 6)
    watched.play()
    kinds = set()
    for _ in range(400):
        clock.now += 1.0
        session.app.frame()
        kinds.add(top(session))
        if watched.year == 2 and not session.page_tells:
            break
    assert {ScreenId.TABLE, ScreenId.BIDS, ScreenId.DELIVERY, ScreenId.REVIEW} <= kinds
    assert record.read_bytes() == before
    while session.page_tells:
        session.go_on()
    assert top(session) == ScreenId.TABLE


def test_fast_shows_no_pages_and_a_pause_stands_still(tmp_path: Path, record: Path) -> None:
    session, clock = watching(tmp_path, record)
    watched = session.playback
    assert watched is not None
    watched.set_way("fast")
    for _ in range(8):
        clock.now += 0.4
        session.app.frame()
        assert top(session) == ScreenId.TABLE
    assert watched.place >= 5
    press(session, pygame.K_SPACE)
    place = watched.place
    seconds(session, clock, 1)
    assert watched.place == place and not watched.playing


def test_years_are_leapt_over_both_ways(tmp_path: Path, record: Path) -> None:
    session, _ = watching(tmp_path, record)
    watched = session.playback
    assert watched is not None
    press(session, pygame.K_PAGEDOWN)
    assert watched.year == 2 and not watched.playing
    press(session, pygame.K_PERIOD)
    while session.page_tells:
        session.go_on()
    press(session, pygame.K_PAGEUP)
    assert watched.year == 2
    press(session, pygame.K_PAGEUP)
    assert watched.place == 0


def test_nothing_can_be_played_in_a_game_that_is_watched(tmp_path: Path, record: Path) -> None:
    session, _ = watching(tmp_path, record)
    watched = session.playback
    assert watched is not None
    for place in (0, 9, len(watched.moments)):
        watched.go_to(place)
        session.app.frame()
        screen = session.app.screen
        assert screen is not None and not [one for one in screen.tree.reachable() if one.name.startswith("do ")]
        undo = screen.tree.find("corner undo")
        assert not undo.enabled and "only watched" in undo.why


def test_what_if_begins_a_new_game_that_people_play_on(tmp_path: Path, record: Path) -> None:
    session, _ = watching(tmp_path, record)
    watched = session.playback
    assert watched is not None
    place = next(place for place, one in enumerate(watched.moments) if one.seat == 1 and place > 6)
    watched.go_to(place)
    turn = watched.turn
    click(session, "watch branch")
    match = session.game
    assert session.playback is None and "new game" in said(session)
    assert len(match.history) == turn and session.deciding_seat() == 1
    match.play(match.legal()[-1])
    assert match.path is not None and match.path != record
    assert read(match.path).header.branched == Branched(record.name, turn)
    session.show_title()
    session.show(ScreenId.SAVES)
    assert top(session) == ScreenId.SAVES


def test_leaving_goes_to_the_saved_games(tmp_path: Path, record: Path) -> None:
    session, _ = watching(tmp_path, record)
    click(session, "watch leave")
    assert top(session) == ScreenId.SAVES and session.match is None


def test_the_command_line_can_ask_for_a_game_to_be_watched(tmp_path: Path, record: Path) -> None:
    session = board(tmp_path)
    assert begin(session, BoardOptions(watch=record)) == ""
    assert session.playback is not None
    damaged = tmp_path / "damaged.caffael"
    damaged.write_bytes(record.read_bytes()[:-40] + b"}\n")
    assert "damaged" in begin(session, BoardOptions(watch=damaged))


def test_a_game_of_earlier_rules_that_is_opened_is_watched_and_says_why_it_is_not_played_on(tmp_path: Path) -> None:
    record = lay("our-town", tmp_path / "games")
    before = record.read_bytes()
    session = board(tmp_path)
    session.show_title()
    open_dropped(session, record)
    watched = session.playback
    assert watched is not None and top(session) == ScreenId.TABLE
    assert "rules 2" in said(session) and "can be watched but not played on" in said(session)
    watched.go_to(len(watched.moments))
    session.app.frame()
    assert session.game.finished
    assert tuple(score.total for score in session.game.scores()) == read(record).totals
    watched.go_to(5)
    session.app.say("", 0)
    click(session, "watch branch")
    assert session.playback is watched and "can be watched but not played on" in said(session)
    assert record.read_bytes() == before and list(record.parent.glob("*.caffael")) == [record]


def test_a_game_of_earlier_rules_that_the_command_line_names_is_watched(tmp_path: Path) -> None:
    session = board(tmp_path)
    assert begin(session, BoardOptions(resume=lay("first-steps", tmp_path))) == ""
    assert session.playback is not None and "can be watched but not played on" in said(session)
    rewrite(tmp_path / "first-steps.caffael", lambda rows: rows[0].update({"rules": 1}))
    assert "rules 1" in begin(board(tmp_path), BoardOptions(resume=tmp_path / "first-steps.caffael"))


def test_in_the_list_a_game_of_earlier_rules_is_watched_and_its_debrief_kept(tmp_path: Path) -> None:
    lay("first-steps", tmp_path / "games")
    session = board(tmp_path, code="cy")
    session.show_title()
    session.show(ScreenId.SAVES)
    assert session.app.screen is not None
    assert "gellir ei gwylio ond nid parhau i'w chwarae" in session.app.screen.tree.find("save.0").why
    click(session, "keep.0")
    assert top(session) == ScreenId.KEPT and list(tmp_path.rglob("first-steps-cy.html"))
    session.pop()
    click(session, "watch.0")
    assert session.playback is not None and top(session) == ScreenId.TABLE

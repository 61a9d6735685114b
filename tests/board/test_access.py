"""What a screen reader is told, and what it may do. AccessKit itself is asked only where it is installed."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from caffael.board.access.adapter import ACTIVATED, asked_for
from caffael.board.access.reader import Reader, offered, open_reader
from caffael.board.access.requests import FOCUS, LESS, MORE, PRESS, SET, Request, answer
from caffael.board.access.spoken import PLACE, ROOT, SAID, Key, Spoken, Thing, sentences, speak
from caffael.board.board import Board
from caffael.board.options import BoardOptions, begin
from caffael.board.session import Session
from caffael.presentation.screens import ScreenId
from caffael.words.language import Code
from tests.board.frame_kit import board, top


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


def told(session: Session) -> Spoken:
    screen = session.app.screen
    assert screen is not None
    session.app.frame()
    return speak("Caffael", screen.tree, screen.look, screen.drawn_words())


def key_of(spoken: Spoken, role: str, words: str) -> Key:
    return next(key for key, thing in spoken.things.items() if thing.role == role and words in (thing.label, thing.value))


def ask(session: Session, what: str, role: str, words: str, to: float | str | None = None) -> None:
    spoken = told(session)
    assert session.app.screen is not None
    answer(Request(what, key_of(spoken, role, words), to), spoken, session.app.screen.tree)


def weighing(tmp_path: Path, code: Code = "en") -> Session:
    """A tender at its last page, reached by what a screen reader asks for and nothing else: another route, and the open procedure again."""
    session = board(tmp_path, code=code)
    session.set_language(code)
    assert not begin(session, BoardOptions(scenario="our-town", seats=["you"], years=3, seed=7))
    ask(session, PRESS, "button", session.text("Publish a tender"))
    spoken = told(session)
    key = next(key for key, thing in spoken.things.items() if key[1].startswith("need.") and thing.enabled)
    answer(Request(PRESS, key), spoken, session.app.screen.tree)  # type: ignore[union-attr]
    for route in ("Framework", "Open procedure"):
        ask(session, PRESS, "button", session.text(route))
        assert any(f"· {session.text(route)}, " in thing.label + thing.value for thing in told(session).things.values())
    return session


def test_a_tender_is_written_and_published_by_what_a_screen_reader_asks_for(tmp_path: Path) -> None:
    session = weighing(tmp_path)
    ask(session, MORE, "slider", "Quality")
    assert told(session).things[key_of(told(session), "slider", "Quality")].value == session.language.percent(40)
    ask(session, LESS, "slider", "Quality")
    ask(session, SET, "slider", "Social value", 43.0)
    assert told(session).things[key_of(told(session), "slider", "Social value")].number.number == 40  # type: ignore[union-attr]
    ask(session, PRESS, "button", "Publish the tender")
    spoken = told(session)
    assert spoken.things[PLACE].value == "Publish this tender?"
    assert [thing.label for thing in spoken.things.values() if thing.role == "button"] == ["Not yet", "Publish"]
    ask(session, PRESS, "button", "Publish")
    assert top(session) == ScreenId.BIDS


def test_all_is_told_in_the_language_of_the_board(tmp_path: Path) -> None:
    session = weighing(tmp_path, "cy")
    labels = {thing.label for thing in told(session).things.values() if thing.role == "slider"}
    assert labels == {session.text(words) for words in ("Price", "Quality", "Social value", "Carbon")}
    assert not labels & {"Price", "Quality", "Social value"}


def test_what_is_disabled_says_why_and_does_nothing(tmp_path: Path) -> None:
    session = board(tmp_path)
    assert not begin(session, BoardOptions(scenario="our-town", seats=["you"], years=3, seed=7))
    ask(session, PRESS, "button", "Publish a tender")
    spoken = told(session)
    key = key_of(spoken, "button", "2 Route")
    assert not spoken.things[key].enabled
    assert spoken.things[key].more == "First choose what comes before this."
    ask(session, PRESS, "button", "2 Route")
    assert told(session).things[SAID].value == "First choose what comes before this."
    assert spoken.things[SAID].live


def test_options_switches_and_lines_of_text_can_be_set(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.show_title()
    session.show(ScreenId.SETTINGS)
    ask(session, PRESS, "radio button", "Cymraeg")
    assert session.language.code == "cy"
    session.set_language("en")
    switch = next(thing for thing in told(session).things.values() if thing.role == "switch")
    ask(session, PRESS, "switch", switch.label)
    assert next(thing for thing in told(session).things.values() if thing.label == switch.label).on is not switch.on
    session.show(ScreenId.SCENARIOS)
    ask(session, PRESS, "button", "Choose the teams")
    ask(session, FOCUS, "text box", "Name of the team")
    assert told(session).focus[0] == "text box"
    ask(session, SET, "text box", "Name of the team", "Y Ddraig")
    assert told(session).things[key_of(told(session), "text box", "Name of the team")].value == "Y Ddraig"


def test_things_keep_their_keys_when_a_screen_is_laid_out_anew(tmp_path: Path) -> None:
    session = weighing(tmp_path)
    before = set(told(session).things)
    session.app.rebuild()
    assert set(told(session).things) == before


def test_every_child_is_told_once_and_from_the_window_down(tmp_path: Path) -> None:
    session = board(tmp_path)
    assert not begin(session, BoardOptions(scenario="our-town", seats=["you"], years=3, seed=7))
    things = told(session).things
    children = [child for thing in things.values() for child in thing.children]
    assert len(children) == len(set(children))
    assert {ROOT, *children} == set(things)


def test_what_a_bot_did_is_said_by_itself(tmp_path: Path) -> None:
    session = board(tmp_path)
    assert not begin(session, BoardOptions(scenario="our-town", seats=["balanced", "you"], years=3, seed=7))
    screen = session.app.screen
    assert screen is not None
    things = speak("Caffael", screen.tree, screen.look, screen.drawn_words()).things
    news = [thing for thing in things.values() if thing.live and thing.role == "card"]
    assert [thing.label for thing in news] == [session.text("{team} is thinking.", team=session.viewer.council(0))]


def test_sentences_are_joined_with_full_stops() -> None:
    assert sentences("Which need?", "It takes a day.") == "Which need? It takes a day."
    assert sentences("Price", "40 %") == "Price. 40 %."
    assert sentences("Price", "") == "Price"


def test_without_a_window_or_the_extra_there_is_no_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    session = board(tmp_path)
    assert isinstance(session.app, Board) and session.app.reader is None
    assert not offered()
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "x11")
    monkeypatch.setattr("caffael.board.access.reader.find_spec", lambda name: None)
    assert open_reader("Caffael") is None


class Recorder:
    """An adapter that keeps what it is sent."""

    def __init__(self, accesskit: Any, post: Any) -> None:
        self.post = post
        self.sent: list[Any] = []
        self.windows: list[bool] = []

    def update(self, make: Any) -> None:
        self.sent.append(make())

    def focused(self, focused: bool) -> None:
        self.windows.append(focused)

    def placed(self, accesskit: Any, at: tuple[int, int], size: tuple[int, int]) -> None:
        pass


def listened(session: Session) -> tuple[Reader, Recorder]:
    accesskit = pytest.importorskip("accesskit", reason="the extra `access` is not installed")
    reader = Reader("Caffael", accesskit, Recorder)
    assert isinstance(session.app, Board)
    session.app.reader = reader
    return reader, reader._adapter


def test_only_what_has_changed_is_sent_and_only_if_somebody_listens(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.show_title()
    reader, adapter = listened(session)
    session.app.frame()
    assert not adapter.sent
    adapter.post(ACTIVATED, 0, None)
    session.app.frame()
    assert len(adapter.sent) == 1
    assert adapter.sent[0].tree is not None
    whole = len(adapter.sent[0].nodes)
    session.app.redraw()
    session.app.frame()
    assert len(adapter.sent) == 1
    session.app.say("Hello.")
    session.app.frame()
    assert [number for number, _ in adapter.sent[1].nodes] == [reader.telling.number_of(SAID)]
    session.switch_language()
    session.app.frame()
    assert len(adapter.sent[2].nodes) == whole
    assert adapter.sent[2].nodes[0][1].language == "cy"


def test_what_is_asked_for_on_another_thread_is_done_at_the_next_frame(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.show_title()
    reader, adapter = listened(session)
    adapter.post(ACTIVATED, 0, None)
    session.app.frame()
    adapter.post(PRESS, reader.telling.number_of(("button", "Begin a new game", 0)), None)
    assert top(session) == ScreenId.TITLE
    session.app.frame()
    assert top(session) == ScreenId.SCENARIOS
    adapter.post(PRESS, 9_999, None)
    session.app.frame()
    assert top(session) == ScreenId.SCENARIOS


def test_roles_and_requests_are_those_of_accesskit() -> None:
    accesskit = pytest.importorskip("accesskit", reason="the extra `access` is not installed")
    from caffael.board.access.adapter import ROLES, node_of

    for role, name in ROLES.items():
        node = node_of(accesskit, Thing(role, "Label", live=True), "cy", lambda key: 0)
        assert node.role == getattr(accesskit.Role, name)
        assert "Label" in (node.label, node.value)
    for action, what in ((accesskit.Action.CLICK, PRESS), (accesskit.Action.INCREMENT, MORE), (accesskit.Action.DECREMENT, LESS)):
        assert asked_for(accesskit, SimpleNamespace(action=action, data=None)) == (what, None)
    assert asked_for(accesskit, SimpleNamespace(action=accesskit.Action.BLUR, data=None)) is None

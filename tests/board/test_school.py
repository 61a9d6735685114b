"""A game with a school's words and few modules: what children read on every screen, and that nothing empty is left lying about."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from caffael_tools.autoplay import AutoPlayer, play_by_itself

from caffael.board import BoardOptions
from caffael.board.screens.tender.screen import TenderScreen
from caffael.board.screens.year import YearScreen
from caffael.board.session import Session
from caffael.board.text import Letters
from caffael.board.widgets import Card
from caffael.match import Match
from caffael.presentation.help import pages_of
from caffael.presentation.press import Open
from caffael.presentation.telling import opening_story
from caffael.resources import folder
from caffael.rules.actions import Reason
from caffael.scenario import Pack, load_pack
from caffael.words.language import Language
from caffael.words.sentences import reason_text
from tests.board.frame_kit import board, pack, seats
from tests.little_school import little_school

COUNCIL_WORDS = {
    "en": r"council|officer|supplier|bidder|\bbids?\b|\bregion|estimate|emit|unmet|\bweights\b|procedure|standstill|assessment",
    "cy": r"[cg]h?yng(or|h)|swyddog|[cg]h?yflenw|rhanbarth|amcangyf|ollwng|diwallu|pwysoliad|gweithdrefn|cyfnod segur|asesu",
}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return load_pack(little_school(tmp_path_factory.mktemp("scenarios")), 3)


@pytest.fixture
def session(tmp_path: Path, school: Pack) -> Iterator[Session]:
    session = board(tmp_path)
    session.new_game(school, seats("you", "balanced"))
    session.app.frame()
    yield session
    if session.match is not None:
        session.match.close()


def sheets_of(player: AutoPlayer) -> None:
    """Open what a thing of the table tells when it is touched."""
    table, match = player._table(), player.session.game
    seat = match.state.decider
    council = match.state.councils[seat]
    contract = council.contracts[council.order[0]].need if council.running else -1
    neighbour = match.state.seats
    for name, make in {
        "goals": Open("goals", (seat,)),
        "goal": Open("goal", (seat, 0)),
        "money": Open("money", (seat,)),
        "days": Open("days", (seat,)),
        "carbon": Open("carbon"),
        "log": Open("log"),
        "back": Open("step back", (0,)),
        "another school": Open("council", (1 - min(seat, 1),)),
        "a neighbour": Open("neighbour", (neighbour,)),
        "contracts": Open("contracts", (seat,)),
        "contract": Open("contract", (seat, contract)),
        "supplier": Open("supplier", (match.state.market[0],)),
        "need": Open("need", (seat, council.tray[0])),
    }.items():
        table.press(make)
        player.picture(name)
        table.close_all()
    for page in pages_of(player.session.game.cards):
        player.session.show_help(page)
        player.picture(f"help of the game, {page}")
        player.session.show_help()


@pytest.fixture(scope="module")
def drawn(school: Pack) -> dict[str, set[str]]:
    """Every line of words that a whole game draws, by language: the board plays by itself and says each screen in both."""
    lines: dict[str, set[str]] = {"en": set(), "cy": set()}
    playing: list[Session] = []
    render, picture, look_round, begin, title = (
        Letters.render,
        AutoPlayer.picture,
        AutoPlayer._look_round,
        Session.begin,
        Session.show_title,
    )

    def rendered(self, words, *rest):  # type: ignore[no-untyped-def]
        if playing:
            lines[playing[0].language.code].add(words)
        return render(self, words, *rest)

    def twice(self, name):  # type: ignore[no-untyped-def]
        new = name not in self.taken
        picture(self, name)
        if new and playing:
            for _ in range(2):
                self.session.switch_language()
                self.settle()

    def closer(self):  # type: ignore[no-untyped-def]
        look_round(self)
        if self.session.game.state.year == 2 and "goals" not in self.taken:
            sheets_of(self)

    def begun(self, match):  # type: ignore[no-untyped-def]
        playing.append(self)
        begin(self, match)

    def ended(self):  # type: ignore[no-untyped-def]
        playing.clear()
        title(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Letters, "render", rendered)
        patch.setattr(AutoPlayer, "picture", twice)
        patch.setattr(AutoPlayer, "_look_round", closer)
        patch.setattr(Session, "begin", begun)
        patch.setattr(Session, "show_title", ended)
        assert play_by_itself(BoardOptions(scenario=str(school.place), size=(1280, 720))) == 0
    return lines


def of_the_cards(line: str) -> bool:
    """Whether a line stands on the cards, which have the words of their own scenario."""
    cards = " ".join(path.read_text(encoding="utf-8") for path in folder("scenarios").glob("smarter-spending/*"))
    named = [part for part in re.split("[“”]", line.rstrip("…")) if re.search("|".join(COUNCIL_WORDS.values()), part, re.IGNORECASE)]
    return all(part in cards for part in named)


@pytest.mark.parametrize("code", ["en", "cy"])
def test_no_word_of_councils_is_left_on_any_screen(drawn: dict[str, set[str]], code: str) -> None:
    assert len(drawn[code]) > 400
    found = [line for line in drawn[code] if re.search(COUNCIL_WORDS[code], line, re.IGNORECASE)]
    assert [line for line in found if not of_the_cards(line)] == []


@pytest.mark.parametrize("code", ["en", "cy"])
def test_no_word_is_cut_off_on_any_screen(drawn: dict[str, set[str]], code: str) -> None:
    assert [line for line in drawn[code] if line.endswith("…") and len(line) > 1] == []


@pytest.mark.parametrize(("code", "said"), [("en", "You run a school"), ("cy", "Chi sy'n rhedeg ysgol")])
def test_the_words_of_a_school_are_on_the_screens(drawn: dict[str, set[str]], code: str, said: str) -> None:
    assert said in drawn[code]


def test_the_edition_is_that_of_the_game_and_stays_when_the_language_changes(session: Session) -> None:
    assert session.text("Publish a tender") == "Ask for offers"
    session.switch_language()
    assert session.text("Publish a tender") == "Gofyn am gynigion"
    session.new_game(pack(), seats("you"))
    assert session.text("Publish a tender") == "Cyhoeddi tendr"


def test_without_a_game_the_usual_words_are_said(session: Session) -> None:
    session.show_title()
    assert session.language == Language("en")


def test_a_game_that_is_resumed_has_its_edition(tmp_path: Path, school: Pack) -> None:
    match = Match.start(school, seats("you", "balanced"), 7, save=tmp_path / "saved")
    match.play(match.legal()[0])
    match.close()
    session = board(tmp_path)
    session.opened.append(school.place)  # it lies in no folder that is known
    session.resume(next((tmp_path / "saved").iterdir()))
    assert session.language == Language("en", "school")
    session.show_title()


def test_why_not_is_said_in_the_edition(session: Session) -> None:
    assert reason_text(session.language, Reason.NOT_ENOUGH_DAYS) == "You do not have enough staff days left."


def test_a_card_that_was_drawn_in_another_game_is_drawn_anew(session: Session) -> None:
    kept = len(session.app.look.store)
    session.new_game(pack(), seats("you"))
    assert 0 == len(session.app.look.store) < kept


def names_on(session: Session) -> set[str]:
    top = session.app.screen
    assert top is not None
    return {widget.name for widget in top.tree.reachable()} | {widget.label for widget in top.tree.reachable()}


def test_the_table_has_no_buttons_for_what_the_game_has_not(session: Session) -> None:
    names = names_on(session)
    assert {"do tender", "do pass", "contracts"} <= names
    assert not {"do engage", "do train", "do joint", "do project", "private"} & names


def test_the_standard_table_has_them(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "balanced"))
    session.app.frame()
    assert {"do engage", "do train", "do joint", "do project", "private"} <= names_on(session)
    session.show_title()


def test_a_tender_has_two_steps_where_there_is_one_route(session: Session) -> None:
    session.push(TenderScreen(session))
    session.app.frame()
    assert [name for name in ("step.0", "step.1", "step.2") if name in names_on(session)] == ["step.0", "step.2"]


def test_the_opening_of_a_year_keeps_no_room_for_events_that_there_are_not(session: Session) -> None:
    opening = YearScreen(session, opening_story(session.game.opening))
    session.push(opening)
    session.app.frame()
    areas = [widget for widget in opening.tree.root.children if not isinstance(widget, Card)]
    assert "councils" in {widget.name for widget in areas}
    assert not [widget for widget in opening.tree.root.children if isinstance(widget, Card)]

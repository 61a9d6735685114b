"""Who will win? The class says so before a tender is published, and hears afterwards whether it was right."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from caffael.board.screens.bids.screen import BidsScreen
from caffael.board.screens.table.actions import hint_height
from caffael.board.screens.table.screen import TableScreen
from caffael.board.screens.tender.questions import PredictDialog
from caffael.board.screens.tender.screen import TenderScreen, asks_first
from caffael.board.session import Session
from caffael.board.settings_file import load_settings
from caffael.presentation.screens import ScreenId
from caffael.rules.terms import Phase
from tests.board.frame_kit import board, click, pack, press, seats, tab_to, top


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """The weights of a tender for which three can bid stand on the board."""
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "you"))
    write(session)
    session.settings.instant = False
    yield session
    session.game.close()
    pygame.event.clear()


def write(session: Session) -> None:
    """Write the weights of an open tender for a need with two bidders or more."""
    session.show_table()
    state = session.game.state
    tray = state.councils[state.decider].tray
    for need in tray[: state.councils[state.decider].tray_count]:
        session.push(TenderScreen(session, need))
        weigh(session).choose_route(0)
        if weigh(session).draft.table().count > 1:
            session.app.frame()
            return
        session.pop()
    raise AssertionError("nobody competes for a need of this game")


def weigh(session: Session) -> TenderScreen:
    assert isinstance(session.app.screen, TenderScreen)
    return session.app.screen


def asked(session: Session) -> PredictDialog:
    """The question who will win."""
    click(session, "publish")
    dialog = weigh(session).tree.top
    assert isinstance(dialog, PredictDialog)
    assert session.game.state.phase == Phase.BUY, "nothing is published yet"
    return dialog


def bids(session: Session) -> BidsScreen:
    assert isinstance(session.app.screen, BidsScreen)
    session.app.frame()
    return session.app.screen


def named(session: Session) -> list[int]:
    """The bidders whose rows say that the class named them."""
    return [row.line.bid.face.supplier for row in bids(session).rows if row.line.guess and row.line.guess in row.value]


def test_one_touch_of_a_card_publishes_and_the_bids_say_whether_the_class_was_right(session: Session) -> None:
    supplier = asked(session).bidders[0]
    click(session, f"predict.{supplier}")
    assert named(session) == [supplier]
    place = next(row.line.bid.rank for row in bids(session).rows if row.line.bid.face.supplier == supplier)
    words = bids(session).drawn_words()[-1]
    assert ("You said so" if place == 0 else "Nearly!" if place == 1 else "A surprise!") in words
    assert session.prediction is None


@pytest.mark.parametrize(("place", "said"), [(0, "You said so"), (1, "Nearly!"), (2, "A surprise!")])
def test_the_line_fits_the_place_in_which_the_named_bidder_came(session: Session, place: int, said: str) -> None:
    bidders = asked(session).bidders
    match = session.game
    rehearsal = weigh(session).draft.actions()
    for action in rehearsal:
        match.play(action)
    order = sorted(match.told.table.bidders[: len(bidders)], key=lambda bidder: bidder.rank)
    supplier = order[place].supplier
    for _ in rehearsal:
        match.undo()
    press(session, pygame.K_1 + bidders.index(supplier))
    assert said in bids(session).drawn_words()[-1]


def test_a_second_return_and_escape_publish_nothing_and_nobody_has_to_guess(session: Session) -> None:
    for key in (pygame.K_ESCAPE, pygame.K_RETURN):
        asked(session)
        press(session, key)
        assert top(session) == ScreenId.TENDER and not session.game.history and not weigh(session).tree.dialogs
    asked(session)
    click(session, "predict nobody")
    assert named(session) == [] and bids(session).drawn_words()[-1] == ""


def test_keys_alone_name_a_card_and_the_question_outlives_a_change_of_language(session: Session) -> None:
    asked(session)
    press(session, pygame.K_F2)
    dialog = weigh(session).tree.top
    assert isinstance(dialog, PredictDialog) and "Pwy fydd yn ennill?" in [widget.label for widget in dialog.everything()]
    tab_to(session, f"predict.{dialog.bidders[-1]}")
    press(session, pygame.K_SPACE)
    assert named(session) == [dialog.bidders[-1]]


def test_the_question_can_be_switched_off_by_the_teacher_and_stays_off(session: Session) -> None:
    press(session, pygame.K_F10)
    click(session, "predict")
    assert not session.settings.predict and not load_settings().predict
    press(session, pygame.K_F10)
    click(session, "publish")
    click(session, "publish now")
    assert top(session) == ScreenId.BIDS


def test_nobody_is_asked_where_one_bids_or_the_board_plays_by_itself(session: Session) -> None:
    session.settings.instant = True
    click(session, "publish")
    click(session, "publish now")
    assert top(session) == ScreenId.BIDS
    session.go_on()
    write(session)
    session.settings.instant = False
    rest = weigh(session).draft.table().bidders[0].supplier
    state = session.game.state
    state.market[0], state.market_count = rest, 1
    weigh(session).rebuild()
    click(session, "publish")
    click(session, "publish now")
    assert top(session) == ScreenId.BIDS


def test_the_guided_game_has_its_own_question_and_no_hints(session: Session) -> None:
    session.learn()
    assert session.guide is not None and session.settings.predict and session.settings.hints
    assert not asks_first(session)
    table = session.app.screens[0]
    assert isinstance(table, TableScreen) and hint_height(table, 1000) == 0


def test_no_hint_stands_beside_the_guide_when_the_guided_game_is_gone_on_with(session: Session) -> None:
    session.settings.instant = True  # no year is told before
    for _ in ("begun", "gone on with"):
        session.learn()
        session.app.frame()
        assert top(session) == ScreenId.TABLE and session.app.screen is not None
        assert not any(one.name == "hint" for one in session.app.screen.tree.root.everything())


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (768, 1024)])
@pytest.mark.parametrize("text", [1.0, 1.75])
def test_cards_of_bidders_are_written_in_letters_as_large_as_the_reader_asked_for(
    session: Session, size: tuple[int, int], text: float
) -> None:
    pygame.display.set_mode(size)
    session.app.set_text_scale(text)
    session.app.frame()
    dialog = asked(session)
    cards, area = dialog.cards, dialog.area
    assert cards.scale >= text
    found = [weigh(session).tree.find(f"predict.{supplier}") for supplier in dialog.bidders]
    assert all(card.box.left >= area.box.left - 1 and card.box.right <= area.box.right + 1 for card in found)
    assert all(card.box.bottom <= area.box.top + max(area.extent, area.box.height) for card in found)
    session.app.set_text_scale(1.0)

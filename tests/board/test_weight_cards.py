"""A tender whose weights are chosen as one of a few cards."""

from pathlib import Path

import pygame
import pytest
from caffael_tools.autoplay import play_by_itself

from caffael.board import BoardOptions
from caffael.board.screens.tender.screen import TenderScreen
from caffael.board.screens.tender.weigh_step import WeighStep
from caffael.board.session import Session
from caffael.match import Seat
from caffael.presentation.screens import ScreenId
from caffael.rules.records import Table
from caffael.rules.tender import expected_table
from caffael.rules.terms import NONE, Route
from caffael.scenario import load_pack
from caffael.scenario.extension import write_extension
from caffael.words.language import CODES, Code
from tests.board.frame_kit import board, click, press, tab_to, top

CARDS = (("balance", "A fair balance", 40, 30, 30), ("price", "Price first", 60, 20, 20), ("planet", "Planet first", 20, 20, 60))


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


def card_pack(folder: Path, more: dict[str, object] | None = None) -> Path:
    """A pack with three weight cards and three criteria."""
    path = write_extension(folder / "cards", "smarter-spending", "cards", "Cards", {"weights.people": True, **(more or {})})
    lines = [
        f'[[weights.card]]\nid = "{name}"\ntitle_en = "{title}"\nprice = {price}\nquality = {people}\ncarbon = {planet}\n'
        for name, title, price, people, planet in CARDS
    ]
    file = path / "scenario.toml"
    file.write_text("\n".join([file.read_text(encoding="utf-8"), *lines]), encoding="utf-8")
    return path


def weighing(session: Session, folder: Path) -> WeighStep:
    pack = load_pack(card_pack(folder), 3)
    session.new_game(pack, [Seat("Derwen", pack.ids.councils[0]), Seat("Oak", pack.ids.councils[1])], 7)
    state = session.game.state
    session.push(TenderScreen(session, state.councils[state.decider].tray[0]))
    screen = session.app.screen
    assert isinstance(screen, TenderScreen)
    screen.choose_route(0)
    session.app.frame()
    assert isinstance(screen.page, WeighStep)
    return screen.page


def winner(step: WeighStep) -> tuple[int, int]:
    """The expected winner and its total by the rules."""
    draft, table = step.draft, Table()
    expected_table(draft.cards, draft.state, draft.seat, draft.need, NONE, Route.OPEN, 0, draft.weights, table)
    first = table.bidders[table.winner]
    return first.supplier, first.total


def shown(step: WeighStep) -> tuple[int, str]:
    assert step.table is not None
    line = step.table.lines[0]
    return line.face.supplier, line.total


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("text_scale", [1.0, 1.75])
def test_a_card_that_is_touched_scores_the_table_at_once(tmp_path: Path, code: Code, text_scale: float) -> None:
    session = board(tmp_path, code=code, text_scale=text_scale)
    step = weighing(session, tmp_path)
    assert not step.sliders and not step.chips and len(step.cards) == 3
    for index, (_, _, price, people, planet) in enumerate(CARDS):
        click(session, f"weights.{index}")
        assert step.draft.percentages == (price, people, 0, planet)
        supplier, total = winner(step)
        assert shown(step) == (supplier, session.language.score(total))
        assert [card.chosen for card in step.cards] == [at == index for at in range(3)]
    session.show_title()


def test_arrows_go_from_card_to_card_and_return_publishes(tmp_path: Path) -> None:
    session = board(tmp_path)
    step = weighing(session, tmp_path)
    tab_to(session, "weights.0")
    press(session, pygame.K_RETURN)
    press(session, pygame.K_DOWN)
    press(session, pygame.K_DOWN)
    assert step.draft.weights == 2
    press(session, pygame.K_UP)
    assert step.draft.weights == 1
    tab_to(session, "publish")
    press(session, pygame.K_RETURN)
    screen = session.app.screen
    assert isinstance(screen, TenderScreen) and screen.tree.dialogs
    screen.publish()
    assert top(session) != ScreenId.TENDER
    session.show_title()


def test_a_board_that_plays_by_itself_plays_with_cards(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    path = card_pack(tmp_path, {"years": 1, "years_offered": [1]})
    asked = BoardOptions(scenario=str(path), seats=["you", "balanced"], screenshots=pictures, size=(640, 360))
    assert play_by_itself(asked) == 0
    assert any(picture.stem.endswith("weight-cards") for picture in pictures.iterdir())

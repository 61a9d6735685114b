"""The simple editor: what it shows of a pack, what it writes, and how it says what does not fit."""

from pathlib import Path

import pygame
import pytest

from caffael.authoring.own.editable import MONEY, STEP
from caffael.authoring.own.own_game import begin
from caffael.board.screens.editor import EditorScreen
from caffael.board.screens.scenarios import ScenariosScreen
from caffael.board.session import Session
from caffael.presentation.screens import ScreenId
from caffael.scenario import Words, load_pack
from caffael.words.language import CODES, Code
from tests.board.frame_kit import board, click, press, tab_to, top, type_in
from tests.board.test_frame_screens import check

STANDARD = "smarter-spending"
CARBON = "rules.carbon_budget_kg_a_year"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "user" / "games"))


def open_editor(tmp_path: Path, name: str = STANDARD, code: Code = "en", text_scale: float = 1.0) -> Session:
    session = board(tmp_path, code=code, text_scale=text_scale)
    session.show_title()
    session.show(ScreenId.SCENARIOS)
    click(session, f"scenario.{name}")
    click(session, session.text("Change this game"))
    assert top(session) == ScreenId.EDITOR
    return session


def editor(session: Session) -> EditorScreen:
    screen = session.app.screen
    assert isinstance(screen, EditorScreen)
    return screen


def chosen(session: Session) -> Path:
    screen = session.app.screen
    assert isinstance(screen, ScenariosScreen) and screen.entry is not None
    return screen.entry.path


@pytest.mark.parametrize("text_scale", [1.0, 1.75])
@pytest.mark.parametrize("code", CODES)
def test_the_editor_is_whole(tmp_path: Path, code: Code, text_scale: float) -> None:
    session = open_editor(tmp_path, code=code, text_scale=text_scale)
    editor(session).rebuild()
    check(session)
    editor(session).set(STEP, "50")
    check(session)
    area = editor(session).area
    assert area is not None
    for card in [child for child in area.children if child.name.startswith("card.")]:
        inside = [child for child in area.children if child is not card and child.box.colliderect(card.box)]
        assert inside and all(card.box.contains(child.box) for child in inside), card.name


def test_by_clicks_a_game_of_ones_own_comes_onto_the_shelf(tmp_path: Path) -> None:
    session = open_editor(tmp_path)
    click(session, "title")
    type_in(session, "Our valley")
    click(session, "setting.rules.labs")
    editor(session).set(MONEY, 120)
    editor(session).set(CARBON, 80)
    editor(session).set("years", 4)
    editor(session).set("board.timer_minutes", 2)
    editor(session).set("board.language", "cy")
    click(session, "Save")
    path = chosen(session)
    pack, standard = load_pack(path), load_pack(STANDARD, 3)
    assert path == tmp_path / "user" / "scenarios" / "our-valley"
    assert (pack.title("en"), pack.title("cy")) == ("Our valley", "Our valley")
    assert (pack.years, pack.years_offered, pack.timer_minutes, pack.language) == (4, (3, 4, 5), 2, "cy")
    assert pack.cards.settings.labs == 0
    assert pack.cards.councils[0].budget == standard.cards.councils[0].budget * 120 // 100
    assert pack.cards.settings.carbon_budget * 3 * 10 == standard.cards.settings.carbon_budget * 4 * 8


def test_by_keys_alone_a_switch_is_turned_and_the_pack_saved(tmp_path: Path) -> None:
    session = open_editor(tmp_path)
    tab_to(session, "setting.rules.events")
    press(session, pygame.K_SPACE)
    tab_to(session, "setting.rules.ending")
    press(session, pygame.K_RIGHT)
    tab_to(session, "setting.years")
    press(session, pygame.K_LEFT)
    press(session, pygame.K_s, pygame.KMOD_CTRL)
    pack = load_pack(chosen(session))
    assert (pack.cards.settings.events, pack.years) == (0, 4)
    assert pack.cards.settings.ending == load_pack(STANDARD, changes={"rules.ending": "hard"}).cards.settings.ending
    assert pack.title("en") == "Smarter Spending – our own" and pack.title("cy") == "Gwario Doethach – ein fersiwn ni"


def test_a_fault_stands_beside_the_setting_that_caused_it_and_nothing_is_saved(tmp_path: Path) -> None:
    session = open_editor(tmp_path)
    screen = editor(session)
    screen.set(STEP, "50")
    screen.set("rules.labs", False)
    assert list(screen.game.blamed) == [STEP]
    save = screen.tree.find("Save")
    assert not save.enabled and save.why
    press(session, pygame.K_s, pygame.KMOD_CTRL)
    assert top(session) == ScreenId.EDITOR and not (tmp_path / "user" / "scenarios").exists()
    click(session, f"reset.{STEP}")
    assert not screen.game.faults and screen.tree.find("Save").enabled


def test_undo_goes_back_step_by_step_and_everything_can_be_set_back(tmp_path: Path) -> None:
    session = open_editor(tmp_path)
    screen = editor(session)
    click(session, "setting.rules.labs")
    click(session, "setting.rules.badges")
    press(session, pygame.K_z, pygame.KMOD_CTRL)
    assert screen.game.value("rules.badges") and not screen.game.value("rules.labs")
    click(session, "Set everything back")
    assert not any(screen.game.changed(key) for key in screen.game.settings())
    assert screen.game.changes() == {}
    click(session, "Undo")
    assert not screen.game.value("rules.labs")


def test_changes_are_not_left_without_a_question(tmp_path: Path) -> None:
    session = open_editor(tmp_path)
    click(session, "setting.rules.labs")
    press(session, pygame.K_ESCAPE)
    click(session, "answer.leave")
    assert top(session) == ScreenId.EDITOR and not editor(session).game.value("rules.labs")
    press(session, pygame.K_ESCAPE)
    click(session, "answer.do")
    assert top(session) == ScreenId.SCENARIOS
    click(session, session.text("Change this game"))
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.SCENARIOS


def test_an_own_pack_is_changed_again_in_its_place(tmp_path: Path) -> None:
    session = open_editor(tmp_path)
    editor(session).set(MONEY, 80)
    editor(session).set("rules.labs", False)
    click(session, "Save")
    path = chosen(session)
    click(session, "Change this game")
    screen = editor(session)
    assert screen.game.value(MONEY) == 80 and not screen.game.value("rules.labs")
    assert screen.game.below.values["rules.labs"] is not False
    screen.reset("rules.labs")
    screen.set("rules.projects", False)
    click(session, "Save")
    assert chosen(session) == path
    pack = load_pack(path)
    assert (pack.cards.settings.labs, pack.cards.settings.projects) == (1, 0)
    poorer = load_pack(STANDARD, changes={"councils.*.budget_gbp": "x0.8", "councils.*.grant_gbp": "x0.8"})
    assert pack.cards.councils == poorer.cards.councils
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]


def test_a_pack_with_weight_cards_has_no_steps(tmp_path: Path) -> None:
    from tests.board.test_weight_cards import card_pack

    game = begin(card_pack(tmp_path), False, Words("A", "B"))
    assert STEP not in game.settings() and MONEY in game.settings()

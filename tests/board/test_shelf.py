"""The shelf of games: what stands on it, how packs come onto it and go, and the list of what is wrong with one."""

import shutil
import zipfile
from pathlib import Path

import pygame
import pytest

from caffael.authoring.own.entries import pack_at
from caffael.authoring.own.on_disk import keep_pack
from caffael.authoring.starting import start_pack
from caffael.board.incoming_packs import open_file
from caffael.board.screens.chooser import ChooserScreen
from caffael.board.screens.faults import FaultsScreen
from caffael.board.screens.scenarios import ScenariosScreen
from caffael.board.screens.seats import SeatsScreen
from caffael.board.session import Session
from caffael.presentation.blocks import Group, Text
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.seating import PEOPLE
from caffael.scenario import PackError, load_pack
from caffael.scenario.extension import write_extension
from caffael.scenario.finding import shipped
from caffael.words.language import CODES, Code
from tests.board.frame_kit import board, click, press, said, tab_to, top, type_in
from tests.board.test_frame_screens import check

STANDARD = "smarter-spending"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "user" / "games"))
    monkeypatch.setenv("HOME", str(tmp_path))


def pack_in(folder: Path, name: str, more: str = "", title: str = "") -> Path:
    """A small pack that extends the standard game; `more` stands above its tables."""
    path = write_extension(folder / name, STANDARD, name, title or name.capitalize(), {"rules.load_percent": 6})
    file = path / "scenario.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("\n[rules]", f"{more}\n[rules]", 1), encoding="utf-8")
    return path


def spoil(path: Path, number: str = '"many"') -> None:
    file = path / "scenario.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("load_percent = 6", f"load_percent = {number}"), encoding="utf-8")


def shelf(session: Session) -> ScenariosScreen:
    screen = session.app.screen
    assert isinstance(screen, ScenariosScreen)
    return screen


def drop(session: Session, path: Path) -> None:
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=str(path)))
    session.app.frame()


def open_shelf(tmp_path: Path, code: Code = "en", text_scale: float = 1.0, size: tuple[int, int] = (1280, 720)) -> Session:
    session = board(tmp_path, size, code, text_scale)
    session.show_title()
    session.show(ScreenId.SCENARIOS)
    return session


# ------------------------------------------------------------------------------------------------------------------ what stands there


def test_the_easiest_stands_first_and_what_has_faults_last(tmp_path: Path) -> None:
    own = tmp_path / "user" / "scenarios"
    pack_in(own, "hard", "level = 5")
    pack_in(own, "easy", "level = 1")
    spoil(pack_in(own, "broken", "level = 1"))
    names = [entry.path.name for entry in shelf(open_shelf(tmp_path)).entries if entry.own]
    assert names == ["easy", "hard", "broken"]
    levels = [entry.info.level for entry in shelf(open_shelf(tmp_path)).entries if not entry.faults]
    assert levels == sorted(levels)


@pytest.mark.parametrize("text_scale", [1.0, 1.75])
@pytest.mark.parametrize("code", CODES)
def test_shelf_chooser_and_faults_are_whole(tmp_path: Path, code: Code, text_scale: float) -> None:
    own = tmp_path / "user" / "scenarios"
    for place in range(3):
        pack_in(own, f"pack-{place}", f"level = {place + 1}", "A title that is as long as a title of a game may well be")
    broken = pack_in(own, "broken")
    spoil(broken)
    session = open_shelf(tmp_path, code, text_scale)
    for place in range(len(shelf(session).entries)):
        shelf(session).choose(place)
        check(session)
    shelf(session).ask_delete()
    check(session)
    session.only(ScreenId.CHOOSER)
    check(session)
    session.show_title()
    open_file(session, broken)
    assert top(session) == ScreenId.FAULTS
    check(session)


def test_a_game_is_chosen_by_keys_alone_and_leads_to_its_teams(tmp_path: Path) -> None:
    pack_in(tmp_path / "user" / "scenarios", "mine", "teams = 3\nteams_least = 2\nteams_most = 3\n")
    session = open_shelf(tmp_path)
    tab_to(session, "scenario.mine")
    press(session, pygame.K_RETURN)
    assert shelf(session).entry is not None and shelf(session).entry.path.name == "mine"  # type: ignore[union-attr]
    tab_to(session, "years")
    press(session, pygame.K_LEFT)
    assert shelf(session).years == 3
    tab_to(session, session.text("Choose the teams"))
    press(session, pygame.K_RETURN)
    screen = session.app.screen
    assert isinstance(screen, SeatsScreen) and screen.pack.id == "mine" and screen.pack.years == 3
    assert len(screen.plan.places) == 3
    count = screen.tree.find("count")
    screen.tree.focus(count)
    press(session, pygame.K_RIGHT)
    assert len(screen.plan.places) == 3 and said(session) == "This game has at most 3 teams."
    press(session, pygame.K_LEFT)
    press(session, pygame.K_LEFT)
    assert len(screen.plan.places) == 2 and said(session) == "This game has at least 2 teams."


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (768, 1024)])
def test_the_shelf_opens_at_its_first_game_and_shows_one_that_was_asked_for(tmp_path: Path, size: tuple[int, int]) -> None:
    session = board(tmp_path, size)
    session.show(ScreenId.SCENARIOS)
    session.app.frame()
    area, first = shelf(session).area, shelf(session).tree.find("scenario.first-steps")
    assert area is not None and area.scrolled == 0
    assert area.box.top <= first.box.top and first.box.bottom <= area.box.bottom
    last = shelf(session).entries[-1].info.id
    assert shelf(session).choose_named(last) == ""
    shelf(session).shown()
    area, card = shelf(session).area, shelf(session).tree.find(f"scenario.{last}")
    assert area is not None and area.box.top <= card.box.top and card.box.top < area.box.bottom


def test_the_wheel_moves_the_shelf(tmp_path: Path) -> None:
    for place in range(5):
        pack_in(tmp_path / "user" / "scenarios", f"pack-{place}")
    session = open_shelf(tmp_path)
    area = shelf(session).area
    assert area is not None and area.furthest > 0
    area.scroll_to(0)
    at = session.app.look.scale.to_pixels(area.box.center)
    pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-2, precise_y=-2.0, pos=at))
    session.app.frame()
    assert area.scrolled > 0


def test_a_finger_on_a_card_moves_the_shelf_and_chooses_nothing(tmp_path: Path) -> None:
    for place in range(5):
        pack_in(tmp_path / "user" / "scenarios", f"pack-{place}")
    session = open_shelf(tmp_path)
    area, before = shelf(session).area, shelf(session).chosen
    assert area is not None
    card = next(child for child in area.children if not getattr(child, "chosen", True) and area.box.contains(child.box))
    start, scrolled = card.box.center, area.scrolled
    for kind, dy in ((pygame.FINGERDOWN, 0.0), (pygame.FINGERMOTION, -60.0), (pygame.FINGERMOTION, -120.0), (pygame.FINGERUP, -120.0)):
        pygame.event.clear()
        pygame.event.post(pygame.event.Event(kind, finger_id=1, x=start[0] / 1920, y=(start[1] + dy) / 1080))
        session.app.frame()
    assert abs(area.scrolled - min(area.furthest, scrolled + 120)) < 3 and shelf(session).chosen == before


# -------------------------------------------------------------------------------------------------------------------- from elsewhere


def test_a_folder_dragged_onto_the_window_stands_on_the_shelf_and_can_be_kept(tmp_path: Path) -> None:
    path = pack_in(tmp_path / "stick", "visitor")
    session = board(tmp_path)
    session.show_title()
    drop(session, path)
    entry = shelf(session).entry
    assert entry is not None and entry.opened and entry.path == path
    click(session, "Keep it on the shelf")
    kept = shelf(session).entry
    assert kept is not None and kept.own and kept.path == tmp_path / "user" / "scenarios" / "visitor"
    assert load_pack(kept.path).id == "visitor"
    assert path.is_dir() and session.opened == []


def test_a_new_pack_that_says_no_line_about_itself_stands_on_the_shelf(tmp_path: Path) -> None:
    path = start_pack(tmp_path / "stick" / "hospital", "", extend=False, as_csv=True)
    assert load_pack(path).line.en == ""
    session = board(tmp_path)
    session.show_title()
    drop(session, path)
    entry = shelf(session).entry
    assert entry is not None and entry.path == path


def test_a_file_of_a_pack_means_the_pack(tmp_path: Path) -> None:
    path = pack_in(tmp_path / "stick", "visitor")
    (path / "needs.csv").write_text("id\n", encoding="utf-8")
    (path / "inner").mkdir()
    assert pack_at(path / "scenario.toml") == pack_at(path / "needs.csv") == pack_at(path) == path
    assert pack_at(tmp_path / "stick") == path
    assert pack_at(path / "inner") is None and pack_at(tmp_path / "nowhere") is None
    zipped = tmp_path / "visitor.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.write(path / "scenario.toml", "scenario.toml")
    assert pack_at(zipped) == zipped


def test_what_is_no_pack_is_told_in_a_sentence(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.show_title()
    (tmp_path / "holiday.jpg").write_bytes(b"no pack")
    drop(session, tmp_path / "holiday.jpg")
    assert top(session) == ScreenId.TITLE and "holiday.jpg" in said(session)


def test_nothing_is_opened_over_a_game(tmp_path: Path) -> None:
    from tests.board.frame_kit import pack, seats

    path = pack_in(tmp_path / "stick", "visitor")
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "you"))
    drop(session, path)
    assert top(session) == ScreenId.TABLE and "title page" in said(session)
    session.show_title()


def test_a_pack_that_needs_another_one_beside_it_is_not_kept_alone(tmp_path: Path) -> None:
    base = tmp_path / "stick" / "base"
    shutil.copytree(shipped()[0] / STANDARD, base)
    visitor = write_extension(tmp_path / "stick" / "visitor", str(base), "visitor", "Visitor", {"rules.load_percent": 6})
    own = tmp_path / "user" / "scenarios"
    with pytest.raises(PackError):
        keep_pack(visitor, own)
    assert list(own.iterdir()) == []


def test_a_pack_is_found_by_keys_in_the_chooser(tmp_path: Path) -> None:
    pack_in(tmp_path / "stick", "visitor")
    (tmp_path / "stick" / "empty").mkdir()
    session = open_shelf(tmp_path)
    click(session, "Open from a file")
    chooser = session.app.screen
    assert isinstance(chooser, ChooserScreen)
    tab_to(session, "path")
    press(session, pygame.K_HOME)
    for _ in range(len(chooser.typed)):
        press(session, pygame.K_DELETE)
    type_in(session, str(tmp_path / "stick"))
    press(session, pygame.K_RETURN)
    assert chooser.here == tmp_path / "stick"
    assert [path.name for path in chooser.entries] == ["visitor", "empty"]
    press(session, pygame.K_DOWN)
    press(session, pygame.K_RETURN)
    assert chooser.here.name == "empty"
    press(session, pygame.K_BACKSPACE)
    assert chooser.here == tmp_path / "stick"
    tab_to(session, "entries.visitor")
    press(session, pygame.K_RETURN)
    assert top(session) == ScreenId.SCENARIOS and shelf(session).entry is not None
    assert shelf(session).entry.path.name == "visitor"  # type: ignore[union-attr]


def test_a_path_that_leads_nowhere_and_a_folder_that_cannot_be_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = open_shelf(tmp_path)
    session.show(ScreenId.CHOOSER)
    chooser = session.app.screen
    assert isinstance(chooser, ChooserScreen)
    chooser._done(str(tmp_path / "nowhere"))
    assert "nowhere" in said(session)

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    chooser.go(tmp_path)
    assert chooser.trouble == "it is not allowed"
    session.app.frame()


# ------------------------------------------------------------------------------------------------------------------- faults and ends


def test_every_fault_is_listed_and_mending_them_leads_to_the_shelf(tmp_path: Path) -> None:
    path = pack_in(tmp_path / "user" / "scenarios", "mine")
    spoil(path)
    (path / "needs.csv").write_text("id,estimate_gbp,term_years\nschool-milk,lots,2\nno-such-need,1000,\n", encoding="utf-8")
    session = open_shelf(tmp_path)
    click(session, "scenario.mine")
    button = shelf(session).tree.find("Choose the teams")
    assert not button.enabled and button.why
    click(session, "See what is wrong")
    screen = session.app.screen
    assert isinstance(screen, FaultsScreen)
    nodes = [node.label + " " + node.value for node in screen.tree.describe(screen.look)]
    assert any("row 2" in words and "estimate_gbp" in words and "lots" in words for words in nodes)
    assert "needs.csv" in screen.text() and "scenario.toml" in screen.text()
    before = len(screen.faults)
    (path / "needs.csv").unlink()
    click(session, "Read again")
    assert 0 < len(screen.faults) < before and top(session) == ScreenId.FAULTS
    spoil(path, "6")
    file = path / "scenario.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"many"', "6"), encoding="utf-8")
    tab_to(session, "Read again")
    press(session, pygame.K_RETURN)
    assert top(session) == ScreenId.SCENARIOS
    assert shelf(session).entry is not None and shelf(session).entry.path == path  # type: ignore[union-attr]


def test_the_list_is_written_to_a_file_where_there_is_no_clipboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(words: str) -> None:
        raise pygame.error("no clipboard")

    monkeypatch.setattr(pygame.scrap, "put_text", refuse)
    path = pack_in(tmp_path / "stick", "mine")
    spoil(path)
    session = board(tmp_path)
    session.show_title()
    open_file(session, path)
    click(session, "Copy the list")
    file = tmp_path / "user" / "scenarios" / "faults.txt"
    assert "load_percent" in file.read_text(encoding="utf-8") and str(file) in said(session)


def test_on_a_welsh_board_the_list_of_faults_and_its_copy_are_welsh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", copied.append)
    monkeypatch.setattr(pygame.scrap, "has_text", lambda: True)
    path = pack_in(tmp_path / "stick", "mine")
    spoil(path)
    session = board(tmp_path, code="cy")
    session.show_title()
    open_file(session, path)
    screen = session.app.screen
    assert isinstance(screen, FaultsScreen)
    (group,) = [block for block in screen.told.blocks if isinstance(block, Group)]
    (text,) = [block for block in group.blocks if isinstance(block, Text)]
    fault = screen.faults[0]
    assert text.words == fault.message.said(session.language) != str(fault.message)
    assert text.chips[0].words == f"llinell {fault.row}"
    click(session, "Copïo'r rhestr")
    assert copied == [f"{path}\n\n{fault.said(session.language)}\n"] and ", llinell " in copied[0]


def test_an_own_pack_is_deleted_after_a_question_and_brought_back(tmp_path: Path) -> None:
    path = pack_in(tmp_path / "user" / "scenarios", "mine")
    session = open_shelf(tmp_path)
    click(session, "scenario.mine")
    click(session, "Delete it")
    press(session, pygame.K_ESCAPE)
    assert path.is_dir()
    click(session, "Delete it")
    click(session, "answer.do")
    assert not path.exists() and all(entry.path != path for entry in shelf(session).entries)
    click(session, "Bring back what was deleted")
    assert load_pack(path).id == "mine"
    assert shelf(session).entry is not None and shelf(session).entry.path == path  # type: ignore[union-attr]
    click(session, f"scenario.{STANDARD}")
    assert not any(widget.name == "Delete it" for widget in shelf(session).tree.reachable())


def test_a_pack_that_is_opened_again_with_other_faults_has_one_list(tmp_path: Path) -> None:
    path = pack_in(tmp_path / "elsewhere", "mine")
    spoil(path)
    session = open_shelf(tmp_path)
    open_file(session, path)
    open_file(session, path)
    assert [screen.id for screen in session.app.screens].count(ScreenId.FAULTS) == 1


def test_where_files_are_copies_the_list_of_faults_offers_to_open_the_mended_pack(tmp_path: Path) -> None:
    path = pack_in(tmp_path / "elsewhere", "mine")
    spoil(path)
    session = open_shelf(tmp_path)
    session.app.machine.opens_copies = True
    open_file(session, path)
    click(session, "Open from a file")
    assert top(session) == ScreenId.CHOOSER


def test_one_press_hands_every_team_to_people(tmp_path: Path) -> None:
    session = board(tmp_path)
    screen = SeatsScreen(session, load_pack(STANDARD))
    session.push(screen)
    assert any(place.player != PEOPLE for place in screen.plan.places)
    click(session, "All are people")
    assert [place.player for place in screen.plan.places] == [PEOPLE] * len(screen.plan.places)
    click(session, "All are people")
    assert said(session) == "All are people already."

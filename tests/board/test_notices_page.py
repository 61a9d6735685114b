"""A file of tender notices that is dropped on the board becomes a game on the shelf; what can't is told in a sentence."""

import zipfile
from pathlib import Path

import pytest

from caffael.board.screens.debrief import DebriefScreen
from caffael.board.screens.debrief.real import RealPage
from caffael.board.screens.notices import NoticesScreen
from caffael.board.session import Session
from caffael.match import Match
from caffael.presentation.screens import ScreenId
from caffael.scenario import load_pack
from tests.board.frame_kit import board, click, drop, said, seats, top
from tests.notices.invented import month, package, written

FRAMES = 400


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "user" / "games"))


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = board(tmp_path)
    session.show_title()
    return session


def read_through(session: Session) -> NoticesScreen:
    """Go on until the file is read."""
    screen = session.app.screen
    assert isinstance(screen, NoticesScreen)
    for _ in range(FRAMES):
        session.app.frame()
        if screen.read is not None or screen.trouble is not None:
            return screen
    raise AssertionError("the file is never read through")


def shown(session: Session) -> list[str]:
    assert session.app.screen is not None
    return [widget.label for widget in session.app.screen.tree.root.everything()]


def test_dropped_notices_become_a_game_on_the_shelf_that_can_be_played(session: Session, tmp_path: Path) -> None:
    drop(session, written(tmp_path, package(month()), "january.json"))
    screen = read_through(session)
    assert "Tender notices in january.json: 20. With all their weights: 10." in shown(session)
    click(session, "make")
    assert top(session) is ScreenId.SCENARIOS
    (made,) = (tmp_path / "user").rglob("scenario.toml")
    pack = load_pack(made.parent)
    assert sum(bool(need.asked) for need in pack.texts.needs) == 10
    match = Match.start(pack, seats("balanced", "random"), 3)
    while not match.finished:
        match.play(match.bot_action())
    assert screen.path.is_file()


@pytest.mark.parametrize("name", ["notices.json.txt", "notices.txt", "download", "notices.zip"])
def test_notices_under_another_name_or_in_a_zip_are_read(session: Session, tmp_path: Path, name: str) -> None:
    path = written(tmp_path, package(month()))
    if name.endswith(".zip"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.write(path, "Sell2Wales/notices.json")
    else:
        path.rename(tmp_path / name)
    drop(session, tmp_path / name)
    read_through(session)
    assert f"Tender notices in {name}: 20. With all their weights: 10." in shown(session)


def test_a_letter_that_begins_with_a_bracket_is_still_a_text(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("[Draft] {sic} Dear Ms Evans")
    drop(session, path)
    assert top(session) is ScreenId.TITLE and "tender notices (.json)" in said(session)


def test_what_is_taken_can_be_chosen_and_nothing_is_refused_with_its_reason(session: Session, tmp_path: Path) -> None:
    drop(session, written(tmp_path, package(month())))
    screen = read_through(session)
    click(session, "weighed")
    assert any(words.startswith("Notices that fit: 10.") for words in shown(session))
    screen.set("buyer", screen.buyers[0])
    screen.set("size", "12")
    assert screen.taking.size == 12 and screen.wish.buyer == (screen.buyers[0],)
    screen.set("buyer", "Nobody of this name")
    assert "No notice is left; take more of them." in [why for one in screen.told.blocks if (why := getattr(one, "why", ""))]


def test_a_file_without_notices_is_told_and_nothing_is_written(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"no": "notices"}')
    drop(session, path)
    read_through(session)
    assert any("There is no tender notice in" in words for words in shown(session))
    assert not list((tmp_path / "user").rglob("scenario.toml"))


def test_text_that_is_no_json_stays_what_it_was(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "letter.json"
    path.write_text("Dear Ms Evans")
    drop(session, path)
    assert top(session) is ScreenId.TITLE and "is no game" in said(session)


@pytest.mark.parametrize(("code", "scale"), [("en", 1.0), ("cy", 1.75)])
def test_the_debrief_of_a_game_of_real_tenders_has_a_page_of_them(tmp_path: Path, code: str, scale: float) -> None:
    session = board(tmp_path, code=code, text_scale=scale)  # type: ignore[arg-type]
    session.match = Match.start(load_pack("real-tenders"), seats("balanced", "cheapest", "local"), 7)
    while not session.match.finished:
        session.match.play(session.match.bot_action())
    session.show_debrief()
    screen = session.app.screen
    assert isinstance(screen, DebriefScreen) and len(screen.pages) == 8
    screen.open(3)
    assert isinstance(screen.page, RealPage) and session.app.frame()
    cards = [
        one for one in screen.tree.root.everything() if one.label in {session.viewer.need(story.need) for story in screen.debrief.contracts}
    ]
    assert len(cards) == sum(story.real is not None for story in screen.debrief.contracts) > 0

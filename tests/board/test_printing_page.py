"""A game is printed from the shelf: a sheet at a time, with its page told, and the file is where the page says."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from caffael.board.screens.paper import PaperScreen, lessons_for
from caffael.board.session import Session
from caffael.notices.packing import Plan, plan_pack, write_pack
from caffael.notices.reading import read_notices
from caffael.notices.tables import read_tables
from caffael.presentation.screens import ScreenId
from caffael.printing.lessons import read_lessons
from caffael.scenario import STANDARD, load_pack
from tests.board.frame_kit import board, click, press, top
from tests.notices.invented import month, package, written

SMALL = "first-steps"
MOST_FRAMES = 2_000


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


@pytest.fixture
def page(tmp_path: Path) -> PaperScreen:
    """The page from which the smallest game is printed."""
    session = board(tmp_path)
    session.show_title()
    session.show(ScreenId.SCENARIOS)
    assert session.app.screen.choose_named(SMALL) == ""  # type: ignore[union-attr]
    click(session, "Print it, to play on paper")
    screen = session.app.screen
    assert isinstance(screen, PaperScreen)
    return screen


def shown(session: Session) -> list[str]:
    assert session.app.screen is not None
    return [widget.label for widget in session.app.screen.tree.root.everything()]


def test_the_pdf_is_made_between_frames_and_lies_where_the_page_says(page: PaperScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caffael.board.screens.paper.SLICE", 0.002)  # a quick machine draws it all in a few frames otherwise
    session = page.session
    click(session, "thrifty")
    click(session, "make")
    told: set[str] = set()
    for _ in range(MOST_FRAMES):
        session.app.frame()
        told.update(words for words in shown(session) if words.startswith("Page "))
        if page.lying.paths:
            break
    assert len(told) > 3
    assert top(session) is ScreenId.PAPER
    path = Path(page.lying.paths[0])
    assert (path.name, str(path) in shown(session)) == (f"{SMALL}.pdf", True)
    assert len(pypdfium2.PdfDocument(path)) == int(max(told, key=len).split()[3])


def test_the_materials_of_its_lessons_are_printed_from_the_same_page(page: PaperScreen) -> None:
    session = page.session
    click(session, "lessons")
    for _ in range(MOST_FRAMES):
        session.app.frame()
        if page.lying.paths:
            break
    path = Path(page.lying.paths[0])
    assert path.name == f"{SMALL}-lessons.pdf"
    pdf = pypdfium2.PdfDocument(path)
    assert "First Steps: a lesson of 50 minutes" in pdf[0].get_textpage().get_text_range()
    assert len(pdf) == sum(plan.rubric_page for plan in read_lessons().plans_for(SMALL))


def test_a_pack_of_real_tenders_that_somebody_made_prints_the_lessons_of_the_one_that_ships(tmp_path: Path) -> None:
    notices = read_notices([written(tmp_path, package(month()))]).notices
    plan = Plan(tmp_path / "mine", STANDARD, 40)
    write_pack(plan, plan_pack(notices, plan, read_tables()))
    mine = load_pack(tmp_path / "mine")
    assert [lesson.id for lesson in lessons_for(mine)] == ["real-tenders-50", "real-tenders-100"]


def test_a_pack_of_ones_own_has_no_lessons_to_print(page: PaperScreen) -> None:
    page.has_lessons = False
    page.rebuild()
    assert "Print the lessons" not in shown(page.session)
    assert "Make the PDF" in shown(page.session)


def test_making_can_be_stopped_and_leaving_drops_it(page: PaperScreen, tmp_path: Path) -> None:
    session = page.session
    for way in ("stop", "leave"):
        click(session, "make")
        session.app.frame()
        assert page.making.pages > 0
        if way == "stop":
            click(session, "stop")
            assert "Make the PDF" in shown(session)
        else:
            press(session, 27)
            assert top(session) is ScreenId.SCENARIOS
        session.app.frame()
    assert list(tmp_path.rglob("*.pdf")) == []


def test_a_sheet_that_fails_is_told_and_the_pdf_can_be_begun_again(page: PaperScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*asked: object) -> Iterator[tuple[int, int]]:
        yield 1, 9
        raise RuntimeError(asked)

    session = page.session
    monkeypatch.setattr("caffael.printing.printing", failing)
    session.settings.instant = False
    click(session, "make")
    for _ in range(3):
        session.app.frame()
    assert "Make the PDF" in shown(session)
    assert session.app.screen is page
    assert page.tree.toast is not None
    assert page.tree.toast.words.startswith("Something went wrong")


def test_where_no_pdf_can_be_made_the_page_says_what_is_needed(page: PaperScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caffael.board.screens.paper.can_make_paper", lambda: False)
    page.rebuild()
    assert any("pip install" in words for words in shown(page.session))
    assert "Make the PDF" not in shown(page.session)
    monkeypatch.setattr("caffael.board.screens.paper.paper_command", lambda: "")
    page.rebuild()
    assert "This program can't make a PDF; Caffael in a browser can." in shown(page.session)

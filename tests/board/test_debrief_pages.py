"""The debrief on the board: each number opens to where it came from, a saver to its contract, and all pages fit."""

from pathlib import Path

from caffael.board.screens.debrief import DebriefScreen
from caffael.board.screens.debrief.asked import AskedPage
from caffael.board.screens.debrief.bars import CarbonPage
from caffael.board.screens.debrief.fate import FatePage
from caffael.board.session import Session
from caffael.words.language import Code
from tests.board.frame_kit import board, played


def debrief_of(folder: Path, *players: str, code: Code = "en", text_scale: float = 1.0) -> tuple[Session, DebriefScreen]:
    """The debrief of a game whose region has failed, at its first page."""
    session = board(folder, code=code, text_scale=text_scale)
    session.match = played(*players)
    session.match.cards.settings.carbon_budget = 100_000
    for seat in session.match.seats:
        seat.team = "Castell y Grysmwnt a'r Cylch"
    session.show_debrief()
    screen = session.app.screen
    assert isinstance(screen, DebriefScreen) and isinstance(screen.page, FatePage)
    return session, screen


def test_each_number_of_a_score_opens_to_where_it_came_from(tmp_path: Path) -> None:
    _, screen = debrief_of(tmp_path, "balanced", "greenest", "local")
    screen.open(1)
    for team in screen.debrief.teams:
        for part in team.parts:
            cell = next((one for one in screen.tree.root.everything() if one.name == f"part.{team.seat}.{part.kind}"), None)
            if cell is None:
                assert all(other.points == 0 for row in screen.debrief.teams for other in row.parts if other.kind == part.kind)
                continue
            cell.press()
            lines = [widget.label for widget in screen.tree.dialogs[-1].everything() if widget.role == "text"]
            assert len(lines) >= (8 if part.kind == "goals" else 1)
            screen.tree.close()


def test_a_saver_opens_to_its_contract_and_a_council_to_all_carbon(tmp_path: Path) -> None:
    _, screen = debrief_of(tmp_path, "balanced", "greenest", "local")
    for saver in screen.debrief.region.savers:
        screen.open(0)
        screen.tree.find(f"saver.{saver.contract}").press()
        assert isinstance(screen.page, AskedPage) and screen.page.chosen == saver.contract
    screen.open(0)
    screen.tree.find("emitted.1").press()
    assert isinstance(screen.page, CarbonPage)


def test_all_pages_are_told_in_welsh_with_long_names_and_large_letters(tmp_path: Path) -> None:
    session, screen = debrief_of(tmp_path, *["cheapest"] * 6, code="cy", text_scale=1.75)
    for place in range(len(screen.pages)):
        screen.open(place)
        assert session.app.frame()

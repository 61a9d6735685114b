import itertools
from pathlib import Path

import pytest

from caffael.board.scale import USUAL, Box
from caffael.board.screens.debrief import DebriefScreen
from caffael.board.screens.seats import SeatsScreen
from caffael.board.session import Session
from caffael.board.widgets.base import Widget
from caffael.match import Match
from caffael.presentation.help import PAGES
from caffael.presentation.screens import ScreenId
from caffael.rules.seeds import SMALL, seed_of
from caffael.words.language import CODES, Code
from tests.board.frame_kit import board, pack, played, seats

SIZES = ((1280, 720), (1920, 1080), (2560, 1600))
SCALES = (1.0, 1.25, 1.75)
WHOLE = Box(-1, -1, USUAL[0] + 2, USUAL[1] + 2)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


@pytest.fixture(scope="module")
def finished() -> Match:
    return played("balanced", "cheapest", "greenest", "local", "cheapest", "cheapest")


def scrolls(widget: Widget) -> bool:
    parent = widget.parent
    while parent is not None:
        if parent.role == "scroll area":
            return True
        parent = parent.parent
    return False


def check(session: Session) -> None:
    """What can be pressed lies on the board and apart from everything else that can; no word is left unfilled."""
    assert session.app.frame()
    screen = session.app.screen
    assert screen is not None
    pressed = [widget for widget in screen.tree.reachable() if not scrolls(widget) and widget.role != "spin button"]
    for widget in pressed:
        assert WHOLE.contains(widget.box), (type(screen).__name__, widget.label, widget.box)
    hexes = {"council"}
    plain = [widget for widget in pressed if widget.name.split(".")[0] not in hexes]
    for first, second in itertools.combinations(plain, 2):
        assert not first.box.inflate(-2, -2).colliderect(second.box.inflate(-2, -2)), (type(screen).__name__, first.name, second.name)
    for node in screen.tree.describe(screen.look):
        assert "{" not in node.label + node.value + node.why


@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("size", SIZES)
def test_the_pages_before_a_game_are_whole(tmp_path: Path, size: tuple[int, int], code: Code, text_scale: float) -> None:
    match = Match.start(pack(), seats("you", "balanced"), 1, save=tmp_path / "games")
    match.close()
    (tmp_path / "games" / "broken.caffael").write_bytes(b"nothing of ours\n{}\n")
    session = board(tmp_path, size, code, text_scale)
    session.show_title()
    check(session)
    for name in (ScreenId.SCENARIOS, ScreenId.SAVES, ScreenId.SETTINGS, ScreenId.MENU):
        session.only(name)
        check(session)
    for page in PAGES:
        session.show_title()
        session.show_help(page)
        check(session)


@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("count", [1, 4, 6])
def test_the_teams_are_whole(tmp_path: Path, code: Code, text_scale: float, count: int) -> None:
    session = board(tmp_path, code=code, text_scale=text_scale)
    session.show_title()
    screen = SeatsScreen(session, pack())
    session.push(screen)
    screen.take(["you", "balanced", "cheapest", "greenest", "local", "random"][:count])
    for seat in range(count):
        screen.choose(seat)
        check(session)


@pytest.mark.parametrize("typed", ["2015", "014d 2pf2 dbsq qg28 t5cy 4tqk ff", "seven"])
def test_a_deal_that_is_known_is_dealt_by_its_number_small_or_wide(tmp_path: Path, typed: str) -> None:
    session = board(tmp_path)
    session.seed = None
    session.show_title()
    screen = SeatsScreen(session, pack())
    session.push(screen)
    screen._change("deal", True)
    screen._change("seed", typed)
    screen.begin()
    if typed == "seven":
        assert session.match is None and session.app.screen is screen
    else:
        assert session.game.seed == seed_of(typed)


def test_a_game_for_which_nobody_chose_a_deal_is_dealt_from_128_bits(tmp_path: Path) -> None:
    session, seeds = board(tmp_path), []
    session.seed = None
    for _ in range(4):
        session.new_game(pack(), seats("you", "balanced"))
        seeds.append(session.game.seed)
        session.leave()
    assert len({seed >> 64 for seed in seeds}) == len({seed % 2**64 for seed in seeds}) == 4
    assert max(seeds) > SMALL


@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("size", SIZES)
def test_the_debrief_is_whole(tmp_path: Path, finished: Match, size: tuple[int, int], code: Code, text_scale: float) -> None:
    session = board(tmp_path, size, code, text_scale)
    session.match = finished
    session.show_debrief()
    screen = session.app.screen
    assert isinstance(screen, DebriefScreen)
    for place in range(len(screen.pages)):
        screen.open(place)
        check(session)


def test_every_part_of_a_score_opens_to_where_it_came_from(tmp_path: Path, finished: Match) -> None:
    session = board(tmp_path)
    session.match = finished
    session.show_debrief()
    screen = session.app.screen
    assert isinstance(screen, DebriefScreen)
    screen.open(1)
    cells = [widget.name for widget in screen.tree.reachable() if widget.name.startswith("part.")]
    assert len(cells) >= 6 * 4
    for name in cells:
        screen.tree.find(name).press()
        assert len(screen.tree.dialogs) == 1
        check(session)
        session.switch_language()
        assert len(screen.tree.dialogs) == 1
        screen.tree.close()


def test_the_first_page_names_no_team(tmp_path: Path, finished: Match) -> None:
    session = board(tmp_path)
    for match in (finished, played("greenest", "greenest")):
        session.match = match
        session.show_debrief()
        screen = session.app.screen
        assert isinstance(screen, DebriefScreen)
        said = " ".join(node.label + node.value for node in screen.tree.describe(screen.look))
        assert "wins with" not in said and "Place 1" not in said

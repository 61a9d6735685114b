"""A campaign on the board: the way on to the next game by a real click, and how the campaign stands."""

from pathlib import Path

import pygame
import pytest

from caffael.board import BoardOptions, open_board
from caffael.board.options import begin
from caffael.board.scale import Box
from caffael.board.screens.debrief import DebriefScreen
from caffael.board.screens.table.screen import TableScreen
from caffael.board.session import Session
from caffael.match import Match
from caffael.presentation.press import Open
from caffael.presentation.screens import ScreenId
from caffael.rules.terms import EARLIER
from caffael.saves.packs import note_place
from caffael.scenario import load_pack
from caffael.words.language import CODES, Code
from tests.board.frame_kit import board, press, top
from tests.board.test_frame_screens import SCALES, check
from tests.campaign_packs import first_game, following, lay_campaign, lay_game, play_out, teams

LAST = 6
RANKING = 1


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


@pytest.fixture(scope="module")
def games(tmp_path_factory: pytest.TempPathFactory) -> list[Match]:
    """Three games of a campaign, played by bots."""
    place = tmp_path_factory.mktemp("campaign")
    folders = lay_campaign(place / "scenarios")
    matches = [first_game(folders[0], "balanced", "greenest", "local", "balanced", save=place / "games")]
    for seed in (5, 6):
        matches.append(play_out(following(matches[-1], place / "games", seed)))
    return matches


def debrief_of(session: Session, match: Match, page: int) -> DebriefScreen:
    session.match = match
    session.show_debrief()
    screen = session.app.screen
    assert isinstance(screen, DebriefScreen)
    screen.open(page)
    session.app.frame()
    return screen


def click(session: Session, name: str) -> None:
    """Press and let go with the mouse in the middle of a widget."""
    screen = session.app.screen
    assert screen is not None
    at = session.app.look.scale.to_pixels(screen.tree.find(name).box.center)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=at, button=1, touch=False))
        session.app.frame()


def names(session: Session) -> list[str]:
    """What stands on the page, for a reader of the screen."""
    assert session.app.screen is not None
    return [node.label for node in session.app.screen.tree.describe(session.app.look)]


def test_a_click_on_the_last_page_goes_on_with_the_same_teams(tmp_path: Path, games: list[Match]) -> None:
    session = board(tmp_path)
    debrief_of(session, games[0], LAST)
    click(session, "Go on with game 2: Second wind")
    assert isinstance(session.app.screen, TableScreen)
    match = session.game
    assert (match.pack.id, match.seats) == ("second-wind", games[0].seats)
    assert match.carried is not None and match.carried.file == games[0].path.name  # type: ignore[union-attr]
    assert list((tmp_path / "games").glob("*second-wind.caffael"))
    assert [council.labs for council in match.state.councils[:4]] == [council.labs for council in games[0].state.councils[:4]]


def test_the_way_on_is_on_the_last_page_alone_and_not_after_the_last_game(tmp_path: Path, games: list[Match]) -> None:
    session = board(tmp_path)
    for match, page, there in ((games[0], 0, False), (games[1], LAST, True), (games[2], LAST, False)):
        debrief_of(session, match, page)
        assert any(name.startswith("Go on with game") for name in names(session)) == there
        assert ("Leave the game for the title page" in names(session)) == (page == LAST)


def test_a_next_game_that_is_not_here_says_so_on_its_button(tmp_path: Path) -> None:
    session = board(tmp_path)
    folder = lay_game(tmp_path / "scenarios", 1)
    screen = debrief_of(session, first_game(folder, "random"), LAST)
    button = screen.tree.find("Go on with game 2: second-wind")
    assert not button.enabled
    assert "second-wind" in button.why
    session.switch_language()
    assert "second-wind" in screen.tree.find("Ymlaen i gêm 2: second-wind").why


def test_the_ranking_shows_the_standing_from_the_second_game_on_and_names_the_winner_after_the_last(
    tmp_path: Path, games: list[Match]
) -> None:
    session = board(tmp_path)
    debrief_of(session, games[0], RANKING)
    assert "So far in the campaign" not in names(session)
    debrief_of(session, games[1], RANKING)
    assert "So far in the campaign" in names(session)
    assert not any("wins the campaign" in name or "in the campaign:" in name for name in names(session))
    screen = debrief_of(session, games[2], RANKING)
    sums = [sum(match.scores()[seat].total for match in games) for seat in range(4)]
    best = [screen.session.viewer.council(seat) for seat in range(4) if sums[seat] == max(sums)]
    assert len(best) == 1
    assert any(f"{best[0]} wins the campaign with {max(sums)} points." in name for name in names(session))
    for seat in range(4):
        assert getattr(screen.tree.find(f"campaign.{seat}"), "said", "") == str(sums[seat])


def test_a_touch_of_the_sum_opens_to_the_score_of_each_game(tmp_path: Path, games: list[Match]) -> None:
    session = board(tmp_path)
    screen = debrief_of(session, games[2], RANKING)
    click(session, "campaign.1")
    assert len(screen.tree.dialogs) == 1
    for number, match in enumerate(games, 1):
        assert f"Game {number}: {match.scores()[1].total} points" in names(session)


def test_saved_games_lead_to_the_next_game_by_a_click(tmp_path: Path, games: list[Match]) -> None:
    session = board(tmp_path)
    assert games[0].path is not None
    session.games = games[0].path.parent
    session.only(ScreenId.SAVES)
    session.app.frame()
    assert session.app.screen is not None
    found = [widget for widget in session.app.screen.tree.reachable() if widget.name.startswith("next.")]
    assert sorted(widget.label for widget in found) == ["Go on with game 2", "Go on with game 3"]
    session.games = tmp_path / "games"
    click(session, next(widget.name for widget in found if widget.label == "Go on with game 3"))
    assert top(session) == ScreenId.TABLE
    assert session.pack.id == "last-word"
    assert session.game.carried is not None and len(session.game.carried.totals) == 2


def test_a_saved_game_that_is_gone_meanwhile_is_told(tmp_path: Path, games: list[Match]) -> None:
    session = board(tmp_path)
    assert games[0].path is not None and session.games is not None
    session.games.mkdir()
    session.opened.append(games[0].pack.place)  # the copy lies away from its scenario
    copy = session.games / "copy.caffael"
    copy.write_bytes(games[0].path.read_bytes())
    session.only(ScreenId.SAVES)
    session.app.frame()
    copy.unlink()
    click(session, "next.0")
    assert top(session) == ScreenId.SAVES
    assert session.app.screen is not None and session.app.screen.tree.toast is not None


def test_a_badge_of_an_earlier_game_is_called_so(tmp_path: Path, games: list[Match]) -> None:
    session = board(tmp_path)
    session.match = following(games[0])
    table = TableScreen(session)
    session.app.push(table)
    seat = next(seat for seat in range(4) if EARLIER in session.game.state.councils[seat].badges)
    table.press(Open("badges", (seat,)))
    session.app.frame()
    told = [node.label + node.value for node in table.tree.describe(table.look)]
    assert any("won in an earlier game" in words for words in told)
    assert not any(str(EARLIER) in words for words in told if "won in" in words)


def test_the_game_is_named_where_a_scenario_is_chosen_set_up_and_paused(tmp_path: Path, games: list[Match]) -> None:
    session = board(tmp_path)
    session.only(ScreenId.SEATS, load_pack(games[1].pack.place))
    session.app.frame()
    assert "Choose the teams – Game 2 of 3" in names(session)
    session.match = following(games[0])
    session.show_table()
    press(session, pygame.K_ESCAPE)
    session.show_menu()
    session.app.frame()
    assert any("Game 2 of 3" in name for name in names(session))


@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize("code", CODES)
def test_pages_of_a_campaign_are_whole(tmp_path: Path, games: list[Match], code: Code, text_scale: float) -> None:
    session = board(tmp_path, code=code, text_scale=text_scale)
    for match, page in ((games[0], LAST), (games[1], RANKING), (games[2], RANKING)):
        debrief_of(session, match, page)
        session.app.redraw()
        check(session)
    assert games[0].path is not None
    session.games = games[0].path.parent
    session.only(ScreenId.SAVES)
    check(session)


def test_the_board_opens_with_the_game_after_a_recorded_one(tmp_path: Path, games: list[Match]) -> None:
    session = board(tmp_path)
    session.show_title()
    for scenario in (None, str(games[1].pack.place)):
        assert begin(session, BoardOptions(after=games[0].path, scenario=scenario)) == ""
        assert (session.pack.id, session.game.seats) == ("second-wind", games[0].seats)


def test_what_does_not_go_on_from_a_game_is_said_in_a_sentence(
    tmp_path: Path, games: list[Match], capsys: pytest.CaptureFixture[str]
) -> None:
    note_place(games[0].pack.place)  # as when its game was begun on the board
    begun = Match.start(games[0].pack, teams("you"), 1, tmp_path / "begun.caffael")
    begun.close()
    plain = first_game(lay_game(tmp_path / "scenarios", 3), "random", save=tmp_path / "over.caffael")
    plain.close()
    for after, scenario, part in (
        (begun.path, None, "not finished"),
        (plain.path, None, "last game"),
        (games[0].path, "smarter-spending", "second-wind"),
        (tmp_path / "nothing.caffael", None, "nothing.caffael"),
    ):
        assert open_board(BoardOptions(after=after, scenario=scenario, size=(1280, 720))) == 2
        said = capsys.readouterr().err
        assert part in said and len(said.strip().splitlines()) == 1


@pytest.mark.parametrize("code", CODES)
def test_where_the_foot_has_too_little_room_the_way_back_is_an_arrow_and_the_others_keep_whole_words(
    tmp_path: Path, games: list[Match], code: Code
) -> None:
    session = board(tmp_path, code=code, size=(1024, 768))
    session.app.machine.storage = "may vanish"
    screen = debrief_of(session, games[0], LAST)
    before, file, keep, leave, onward = screen.foot()
    assert (before.icon_only, before.more) == (True, before.label)
    look = session.app.look
    for button in (file, keep, leave, onward):
        room = button.box.width - 38 - look.line_height("lead") * 1.1
        assert look.fit(button.label, room, button.box.height - 9, "lead", "tiny", bold=True).whole, button.label
    placed = [screen.tree.find(f"page.{place}") for place in range(len(screen.pages))]
    placed += [one for one in screen.tree.reachable() if one.label in {button.label for button in (before, file, keep, leave, onward)}]
    assert len(placed) == len(screen.pages) + 5
    assert all(Box(0, 0, *look.board.size).contains(one.box) for one in placed)
    area = screen.tree.find("page").box
    assert not any(one.box.colliderect(other) for at, one in enumerate(placed) for other in (area, *(two.box for two in placed[:at])))

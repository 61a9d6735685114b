"""Delivery, review and opening: told in chapters, with the numbers of the rules, and nothing told is lost."""

from pathlib import Path

import pytest

from caffael.board.game import Session
from caffael.board.screens.delivery import DeliveryScreen
from caffael.board.screens.manage import ManageScreen
from caffael.board.screens.review import ReviewScreen
from caffael.board.screens.table.screen import TableScreen
from caffael.board.screens.year import YearScreen
from caffael.match import Match
from caffael.presentation.screens import ScreenId
from caffael.presentation.story import Story
from caffael.presentation.year.chapters import Kind, Tally, chapters_of
from caffael.presentation.year.checks import gather
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.records import State
from caffael.rules.terms import Phase
from tests.board.frame_kit import board, pack, seats, top


def stories(*bots: str, seed: int = 5, years: int = 5) -> list[tuple[Story, State]]:
    """Every action of a whole game between bots as a story, with the table after it."""
    match = Match.start(pack(years), seats(*bots), seed)
    found = []
    while not match.finished:
        before, after = State(), State()
        copy_into(before, match.state)
        action = match.bot_action()
        happenings = match.play(action)
        copy_into(after, match.state)
        found.append((Story(before.decider, action, tuple(happenings), None, before), after))
    return found


GAME = stories("balanced", "cheapest", "local", "greenest")


def test_the_chapters_hold_everything_in_its_order() -> None:
    kinds = set()
    for story, _ in GAME:
        chapters = chapters_of(story.happenings, story.before.year)
        assert [happened for chapter in chapters for happened in chapter.happenings] == list(story.happenings)
        kinds |= {chapter.kind for chapter in chapters}
        order = [chapter.kind.value for chapter in chapters if chapter.kind is not Kind.ACTION]
        assert order == sorted(order) or Kind.OPENING.value in order
    assert kinds == set(Kind)


def test_a_tally_ends_where_the_table_ends() -> None:
    for story, after in GAME:
        tally = Tally(story.before)
        for happened in story.happenings:
            tally.take(happened)
        for seat in range(after.seats):
            assert tally.goals[seat] == list(after.councils[seat].goals)
            assert tally.budget[seat] == after.councils[seat].budget
            assert tally.carbon[seat] == after.councils[seat].carbon_year
        assert tally.region == after.carbon


def test_a_delivery_has_a_card_for_each_running_contract_with_the_rules_numbers() -> None:
    seen = 0
    for story, _ in GAME:
        chapters = chapters_of(story.happenings, story.before.year)
        for place, chapter in enumerate(chapters):
            if chapter.kind is not Kind.DELIVERY:
                continue
            earlier = [happened for one in chapters[:place] for happened in one.happenings]
            delivery = gather(chapter.happenings, earlier, story.before)
            checks = [happened for happened in chapter.happenings if happened.kind == Happening.CHECK]
            assert [(check.seat, check.need) for check in delivery.checks] == [(happened.seat, happened.a) for happened in checks]
            for check in delivery.checks:
                seen += 1
                assert check.reached == (check.total >= check.needed)
                assert check.supplier >= 0
                assert check.paid > 0
                assert check.reached or (check.cover > 0 and not check.goals)
            told = [happened for check in delivery.checks for happened in check.happenings] + delivery.besides
            assert sorted(map(id, told)) == sorted(map(id, chapter.happenings))
    assert seen > 20


def at_managing(session: Session, players: int = 2, year: int = 2) -> ManageScreen:
    """A table at which people are about to manage their contracts."""
    match = Match.start(pack(3), seats(*["balanced"] * players), 4)
    while match.state.year < year or match.state.phase != Phase.MANAGE:
        match.play(match.bot_action())
    for seat in range(players):
        match.set_player(seat, "you")
    session.match = match
    session.app.push(TableScreen(session))
    session.app.frame()
    screen = session.app.screen
    assert isinstance(screen, ManageScreen)
    return screen


def test_ticks_move_freely_and_only_done_plays_them(tmp_path: Path) -> None:
    session = board(tmp_path)
    screen = at_managing(session)
    match = session.game
    played = len(match.history)
    need = screen.contracts[0].need
    screen.tick(need)
    screen.tick(need)
    assert screen.ticked == []
    for contract in screen.contracts:
        screen.tick(contract.need)
    assert len(screen.ticked) == min(screen.days, len(screen.contracts))
    assert len(match.history) == played, "nothing is played before Done"
    ticked = list(screen.ticked)
    screen.done()
    managed = [row.a for turn in match.history[played:] for row in turn.happenings if row.kind == Happening.MANAGED]
    assert managed == ticked
    assert screen not in session.app.screens


def told_to_delivery(session: Session) -> DeliveryScreen:
    """The delivery that follows when all teams are done with managing."""
    at_managing(session)
    while isinstance(session.app.screen, ManageScreen):
        session.app.screen.done()
    screen = session.app.screen
    assert isinstance(screen, DeliveryScreen)
    return screen


def test_delivery_review_and_opening_follow_each_other_and_lead_back_to_the_table(tmp_path: Path) -> None:
    session = board(tmp_path)
    screen = told_to_delivery(session)
    year = screen.chapter.year
    session.app.frame()
    screen.go()
    review = session.app.screen
    assert isinstance(review, ReviewScreen)
    session.app.frame()
    review.go()
    opening = session.app.screen
    assert isinstance(opening, YearScreen)
    assert opening.chapter.year == year + 1
    session.app.frame()
    opening.go()
    assert top(session) == ScreenId.TABLE


def test_a_missed_check_of_people_waits_and_skipping_tells_the_rest(tmp_path: Path) -> None:
    session = board(tmp_path, instant=False)
    now = [0.0]
    session.app.now = lambda: now[0]
    screen = told_to_delivery(session)
    assert session.game.seats[screen.checks[-1].seat].player == "you"
    screen.checks[-1].reached = False
    missed = [place for place, check in enumerate(screen.checks) if check.went_wrong]
    for _ in range(400):
        if screen.told or screen.paused:
            break
        now[0] += 0.3
        session.app.frame()
    if missed:
        assert screen.paused and screen.at == missed[0]
        now[0] += 60
        session.app.frame()
        assert screen.paused, "it waits until somebody goes on"
        screen.tree.find("why").press()
        assert any(widget.label == "Needed" for widget in screen.tree.top.everything()), "and says what the check was made of"
        screen.close()
    screen.finish()
    assert screen.told
    for seat in range(session.game.state.seats):
        assert all(0 <= level <= session.game.cards.settings.goal_most for level in screen.tally.goals[seat])


@pytest.mark.parametrize("code", ["en", "cy"])
def test_the_end_of_the_game_leads_to_the_debrief(tmp_path: Path, code: str) -> None:
    session = board(tmp_path, code="cy" if code == "cy" else "en")
    match = Match.start(pack(3), seats("balanced", "greenest"), 4)
    while match.state.year < 3 or match.state.phase != Phase.MANAGE:
        match.play(match.bot_action())
    session.match = match
    session.app.push(TableScreen(session))
    for _ in range(200):
        session.app.frame()
        screen = session.app.screen
        if isinstance(screen, DeliveryScreen | ReviewScreen | YearScreen):
            screen.go()
        if top(session) == ScreenId.DEBRIEF:
            break
    assert top(session) == ScreenId.DEBRIEF

"""Where numbers come from: the parts that a sheet shows are those of the rules, and cards of the tender turn over."""

from pathlib import Path

import pygame
import pytest

from caffael.board.screens.delivery.screen import DeliveryScreen
from caffael.board.screens.review import ReviewScreen
from caffael.board.screens.tender.screen import TenderScreen
from caffael.debrief.parts import Source, above_best, check_parts, price_parts
from caffael.match import Match, Seat
from caffael.presentation.assessment.summary import summary_of_need
from caffael.presentation.press import Open
from caffael.presentation.screens import ScreenId
from caffael.presentation.story import Story
from caffael.presentation.viewer import look
from caffael.presentation.year.checks import gather
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.records import State, Table
from caffael.rules.terms import FRAMEWORK, Criterion, Management, Phase
from caffael.scenario import load_pack
from caffael.words import handbook
from caffael.words.language import Language
from tests.board.frame_kit import board, click, pack, press, seats, tab_to


class Watcher:
    """Takes every tender and every check of a game apart as it happens."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self.earlier = State()
        self.bids = self.loaded = self.moved = self.checks = 0
        self.needs: dict[int, list[tuple[int, ...]]] = {}
        match.listeners.append(self)

    def before(self, match: Match, action: int) -> None:
        copy_into(self.earlier, match.state)

    def after(self, match: Match, action: int, happenings: list) -> None:  # type: ignore[type-arg]
        if any(row.kind == Happening.CHECK for row in happenings):
            self.take_checks(happenings)
        awards = [row for row in happenings if row.kind == Happening.AWARDED]
        if awards:
            tender = next(row for row in happenings if row.kind == Happening.TENDER)
            change = self.earlier.councils[tender.seat].price_change[match.cards.needs[tender.a].category]
            table = Table()
            copy_into(table, match.told.table)
            self.needs[tender.a] = [self.apart(table, tender.b, change, row) for row in range(table.count)]

    def take_checks(self, happenings: list) -> None:  # type: ignore[type-arg]
        cards = self.match.cards
        for check in gather(happenings, happenings, self.earlier, cards.settings.management == Management.AUTOMATIC).checks:
            parts = check_parts(cards, check.supplier, check.managed, check.engaged and check.first_year, check.bonus, check.needed)
            assert parts.managed + parts.engaged + parts.lab == check.bonus
            helps = check.first_year or cards.settings.adaption_later > 0
            assert (parts.lab > 0) == (check.lab and cards.settings.labs == 1 and helps)
            assert parts.reputation + parts.beside == cards.settings.check_sum - check.needed
            self.checks += 1

    def apart(self, table: Table, route: int, change: int, row: int) -> tuple[int, ...]:
        cards, bidder = self.match.cards, table.bidders[row]
        parts = price_parts(cards, route, change, bidder)
        assert sum(part.percent for part in parts) == bidder.percent
        if bidder.supplier != FRAMEWORK:
            load = next(part for part in parts if part.source is Source.LOAD)
            assert load.contracts == self.earlier.supplier_running[bidder.supplier]
            assert load.percent == load.contracts * cards.settings.load
            self.loaded += load.contracts > 0
        above = above_best(table, bidder, Criterion.PRICE)
        points = 100_000 - cards.settings.price_slope * above.tenths * 100
        assert max(points, 0) == pytest.approx(bidder.scores[Criterion.PRICE], abs=100 * cards.settings.price_slope)
        clean = above_best(table, bidder, Criterion.CARBON)
        assert max(100_000 - cards.settings.carbon_slope * clean.tenths * 100, 0) == bidder.scores[Criterion.CARBON]
        self.bids += 1
        self.moved += change != 0
        return tuple(part.percent for part in parts)


@pytest.fixture(scope="module")
def watched() -> Watcher:
    match = Match.start(pack(), seats("balanced", "cheapest", "local"), 11)
    watcher = Watcher(match)
    while not match.finished:
        match.play(match.bot_action())
    return watcher


def test_the_parts_of_every_bid_add_up_to_the_rules_own_number(watched: Watcher) -> None:
    assert watched.bids > 20
    assert watched.loaded
    assert watched.moved


def test_an_assessment_summary_that_is_looked_up_later_has_the_same_parts(watched: Watcher) -> None:
    last = {}
    for turn in watched.match.history:
        for row in turn.happenings:
            if row.kind == Happening.TENDER:
                last[row.a] = row
    for need, parts in watched.needs.items():
        summary = summary_of_need(look(watched.match, Language("en"), 0), need)
        assert summary is not None
        found = [price_parts(watched.match.cards, summary.route, summary.price_change, one) for one in summary.table.bidders[: len(parts)]]
        assert [tuple(part.percent for part in row) for row in found] == parts


def test_the_parts_of_every_check_add_up_and_the_labs_is_there_only_where_there_is_a_lab(watched: Watcher) -> None:
    assert watched.checks > 5


def test_where_every_contract_counts_as_managed_that_is_the_whole_bonus() -> None:
    school = load_pack("first-steps")
    match = Match.start(school, [Seat("Oak", school.ids.councils[0], "balanced")], 3)
    watcher = Watcher(match)
    while match.state.year < 3:
        match.play(match.bot_action())
    assert watcher.checks


def test_on_the_tender_needs_routes_weights_and_bidders_turn_over_by_touch_and_by_key(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "balanced"))
    session.push(TenderScreen(session))
    session.app.frame()
    screen = session.app.screen
    assert isinstance(screen, TenderScreen)
    need = screen.draft.needs()[0][0]
    click(session, f"turn.need.{need}")
    assert handbook.entry(session.language, "term", "need").world in screen.tree.find("entry term.need").value
    press(session, pygame.K_ESCAPE)
    click(session, f"need.{need}")
    tab_to(session, "way.0")
    press(session, pygame.K_t)
    assert screen.tree.find("entry route.open").visible
    press(session, pygame.K_ESCAPE)
    click(session, "step.1")
    click(session, "turn.route.0")
    assert screen.tree.find("entry route.open").visible
    press(session, pygame.K_ESCAPE)
    tab_to(session, "route.0")
    press(session, pygame.K_t)
    assert screen.tree.find("entry route.open").visible
    press(session, pygame.K_ESCAPE)
    click(session, "route.0")
    tab_to(session, "weight.3")
    press(session, pygame.K_t)
    assert screen.tree.find("entry criterion.carbon").visible
    session.switch_language()
    session.app.frame()
    assert screen.tree.find("entry criterion.carbon").label == "Carbon"
    press(session, pygame.K_ESCAPE)
    bidder = screen.draft.table().bidders[0]
    click(session, f"bidder.{bidder.supplier}")
    press(session, pygame.K_t)
    assert screen.tree.find("entry term.supplier").visible
    press(session, pygame.K_t)
    assert screen.tree.find("turn over").focused, "its front is up again"
    assert session.game.state.phase == Phase.BUY
    session.show_title()


def test_a_delivery_and_the_figures_of_a_review_open_to_what_made_them(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "balanced"), seed=7)
    match = session.game
    match.set_player(0, "balanced")
    while match.state.year == 1:
        match.play(match.bot_action())
    turn = match.history[-1]
    story = Story(turn.seat, turn.action, tuple(turn.happenings), None, _opening(match))
    session.push(DeliveryScreen(session, story))
    screen = session.app.screen
    assert isinstance(screen, DeliveryScreen)
    screen.finish()
    check = screen.checks[0]
    screen.press(Open("check", (0,)))
    shown = {widget.label: widget.value for widget in screen.tree.dialogs[-1].everything()}
    assert shown["Delivery card"] == str(check.card)
    assert shown["Needed"].startswith(str(check.needed))
    assert shown["Together"].startswith(str(check.card + check.bonus))
    press(session, pygame.K_ESCAPE)
    session.push(ReviewScreen(session, story))
    review = session.app.screen
    assert isinstance(review, ReviewScreen)
    judged = {row.seat: row.a for row in turn.happenings if row.kind == Happening.OWN_CARBON}
    for seat, carbon in judged.items():
        emitted = [row.b for row in session.viewer.happened_in(1) if row.seat == seat and row.kind == Happening.CARBON]
        assert sum(emitted) == carbon
    click(session, "cell.carbon.0")
    assert {widget.label: widget.value for widget in review.tree.top.everything()}["Together"].startswith(
        session.language.carbon(judged[0])
    )
    press(session, pygame.K_ESCAPE)
    click(session, "cell.goals.0")
    began = {widget.label: widget.value for widget in review.tree.top.everything()}["At the beginning of the year"]
    assert began == str(7 * match.cards.settings.goal_start)
    session.show_title()


def _opening(match: Match) -> State:
    """The table as it was before the last action, as far as a story of a delivery asks for it."""
    before = State()
    match.undo()
    copy_into(before, match.state)
    match.redo()
    return before


def test_the_teams_of_a_school_game_are_chosen_in_the_words_of_schools(tmp_path: Path) -> None:
    from caffael.board import screens

    session = board(tmp_path)
    session.show_title()
    session.push(screens.screen_class(ScreenId.SEATS)(session, load_pack("first-steps")))
    session.app.frame()
    assert session.app.screen is not None
    said = " ".join(widget.label for widget in session.app.screen.tree.root.everything())
    assert "choose a school" in said
    assert "council" not in said
    session.app.screen.back()
    assert session.language.edition == "council"

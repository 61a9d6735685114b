"""The tender on the screen: what mouse and keys do, what the table shows, what is played."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from caffael.board.board import Board
from caffael.board.game_screen import GameScreen
from caffael.board.screens.bids.screen import BidsScreen
from caffael.board.screens.tender.screen import TenderScreen
from caffael.board.screens.tender.sheet import inside
from caffael.board.screens.tender.weigh_step import WeighStep
from caffael.board.session import Session
from caffael.match import Match
from caffael.presentation.screens import STORIES, ScreenId
from caffael.presentation.settings import Settings
from caffael.presentation.tender.draft import Draft
from caffael.rules import actions
from caffael.rules.notation import to_text
from caffael.rules.presets import BALANCED, preset_row
from caffael.rules.records import Table
from caffael.rules.tender import expected_table
from caffael.rules.terms import CRITERIA, NONE, Criterion, Phase, Place, Route
from caffael.saves import Seat
from caffael.scenario import load_pack


class Desk(SimpleNamespace):
    """A window, a session and what a pair of hands does."""

    app: Board
    session: Session
    played: list[int]

    @property
    def screen(self) -> TenderScreen:
        screen = self.app.screen
        assert isinstance(screen, TenderScreen)
        return screen

    @property
    def weighing(self) -> WeighStep:
        assert isinstance(self.screen.page, WeighStep)
        return self.screen.page

    def post(self, kind: int, **fields: Any) -> None:
        pygame.event.post(pygame.event.Event(kind, **fields))
        self.app.frame()

    def key(self, *codes: int) -> None:
        for code in codes:
            self.post(pygame.KEYDOWN, key=code, mod=0, unicode="")

    def click(self, name: str) -> None:
        assert self.app.screen is not None
        at = self.app.look.scale.to_pixels(self.app.screen.tree.find(name).box.center)
        self.post(pygame.MOUSEBUTTONDOWN, pos=at, button=1, touch=False)
        self.post(pygame.MOUSEBUTTONUP, pos=at, button=1, touch=False)

    def tab_to(self, name: str) -> None:
        for _ in range(60):
            self.key(pygame.K_TAB)
            assert self.app.screen is not None
            focused = self.app.screen.tree.focused
            if focused is not None and focused.name == name:
                return
        raise AssertionError(f"Tab never came to {name}")


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setitem(STORIES, ScreenId.DELIVERY, frozenset())
    monkeypatch.setitem(STORIES, ScreenId.REVIEW, frozenset())
    pack = load_pack("smarter-spending")
    app = Board("test", (1280, 720), movement="off")
    session = app.serve(Session(app, Settings(instant=True, movement="off")))
    session.match = Match.start(pack, [Seat("Derwen", "caerphilly"), Seat("Eryr", "cardiff")], seed=5)
    app.push(GameScreen(session))
    played: list[int] = []
    session.match.listeners.append(SimpleNamespace(before=lambda match, action: played.append(action)))
    yield Desk(app=app, session=session, played=played)
    pygame.event.clear()


def first_need(desk: Desk) -> int:
    state = desk.session.game.state
    return state.councils[state.decider].tray[0]


def weigh(desk: Desk, choice: int = 0) -> int:
    """Open the sliders for the first need by a route; the first is the open procedure."""
    need = first_need(desk)
    desk.session.push(TenderScreen(desk.session, need))
    desk.screen.choose_route(choice)
    desk.app.frame()
    return need


def texts(desk: Desk) -> list[str]:
    match = desk.session.game
    return [to_text(action, match.cards, match.pack.ids) for action in desk.played]


# -------------------------------------------------------------------------------------------------------------------------- sliders


def legal_rows(desk: Desk) -> set[tuple[int, ...]]:
    cards = desk.session.game.cards
    return {tuple(cards.weights[at * CRITERIA : (at + 1) * CRITERIA]) for at in range(cards.weights_count)}


@pytest.mark.parametrize("criterion", range(4))
def test_a_drag_keeps_the_sum_and_reaches_only_legal_rows(desk: Desk, criterion: int) -> None:
    weigh(desk)
    slider = desk.weighing.sliders[criterion]
    scale, rows = desk.app.look.scale, legal_rows(desk)
    seen = set()
    desk.post(pygame.MOUSEBUTTONDOWN, pos=scale.to_pixels(slider.rail.midleft), button=1, touch=False)
    for percent in [*range(0, 121, 7), *range(120, -21, -9)]:
        at = scale.to_pixels((slider.place_of(percent), slider.rail.centery + 30))
        desk.post(pygame.MOUSEMOTION, pos=at, rel=(1, 0), buttons=(1, 0, 0), touch=False)
        weights = desk.screen.draft.percentages
        assert weights in rows
        assert [other.number for other in desk.weighing.sliders.values()] == list(weights)
        seen.add(weights[criterion])
    desk.post(pygame.MOUSEBUTTONUP, pos=at, button=1, touch=False)
    assert seen == set(desk.screen.draft.rows.values(criterion))


def test_arrow_keys_page_keys_and_wheel_move_by_steps(desk: Desk) -> None:
    weigh(desk)
    desk.tab_to("weight.0")
    before = desk.screen.draft.percentages[0]
    desk.key(pygame.K_RIGHT)
    assert desk.screen.draft.percentages[0] == before + 10
    desk.key(pygame.K_LEFT, pygame.K_LEFT)
    assert desk.screen.draft.percentages[0] == before - 10
    desk.key(pygame.K_END)
    assert desk.screen.draft.percentages[0] == 70
    desk.key(pygame.K_PAGEDOWN)
    assert desk.screen.draft.percentages[0] == 40
    at = desk.app.look.scale.to_pixels(desk.weighing.sliders[3].box.center)
    carbon = desk.screen.draft.percentages[3]
    desk.post(pygame.MOUSEWHEEL, x=0, y=1, precise_x=0.0, precise_y=1.0, flipped=False, pos=at)
    assert desk.screen.draft.percentages[3] == carbon + 10
    assert desk.screen.draft.percentages in legal_rows(desk)


def test_a_drag_there_and_back_changes_nothing(desk: Desk) -> None:
    weigh(desk)
    before, start = desk.screen.draft.weights, desk.screen.draft.percentages[2]
    for percent in (70, 0, 40, start):
        desk.weighing.move(2, percent)
    assert desk.screen.draft.weights == before


def test_presets_are_one_touch(desk: Desk) -> None:
    need, cards = weigh(desk), desk.session.game.cards
    desk.click("preset.carbon")
    assert desk.screen.draft.weights == preset_row(cards, 1 + Criterion.CARBON, need) != preset_row(cards, BALANCED, need)


# -------------------------------------------------------------------------------------------------------------------- expected table


def test_the_table_shown_is_the_rules_expected_table(desk: Desk) -> None:
    need = weigh(desk)
    match, draft = desk.session.game, desk.screen.draft
    for criterion, percent in ((0, 70), (1, 50), (2, 60), (3, 10)):
        desk.weighing.move(criterion, percent)
        table = Table()
        expected_table(match.cards, match.state, match.state.decider, need, NONE, draft.route, draft.scope, draft.weights, table)
        assert desk.weighing.table is not None
        shown = [(line.face.supplier, line.rank, line.total) for line in desk.weighing.table.lines]
        bidders = sorted(table.bidders[: table.count], key=lambda bidder: bidder.rank)
        assert shown == [(bidder.supplier, bidder.rank, desk.session.language.score(bidder.total)) for bidder in bidders]
        for line, bidder in zip(desk.weighing.table.lines, bidders, strict=True):
            assert sum(line.points) == pytest.approx(bidder.total / 100_000)


# ------------------------------------------------------------------------------------------------------------- publishing and leaving


def test_publishing_by_mouse_alone_plays_need_route_and_weights(desk: Desk) -> None:
    need = first_need(desk)
    desk.session.push(TenderScreen(desk.session))
    desk.click(f"need.{need}")
    desk.click("way.0")
    desk.click("preset.price")
    desk.click("publish")
    assert desk.played == []
    desk.click("publish now")
    name = desk.session.pack.ids.needs[need]
    assert texts(desk) == [f"tender {name}", "route open", "weights 20/10/20/50"]
    assert isinstance(desk.app.screen, BidsScreen)
    assert not any(isinstance(screen, TenderScreen) for screen in desk.app.screens)


def test_publishing_by_keys_alone(desk: Desk) -> None:
    need = first_need(desk)
    desk.session.push(TenderScreen(desk.session))
    desk.tab_to(f"need.{need}")
    desk.key(pygame.K_RETURN)
    desk.click("step.1")
    desk.tab_to("route.0")
    desk.key(pygame.K_SPACE)
    desk.tab_to("weight.3")
    desk.key(pygame.K_END)
    desk.tab_to("publish")
    desk.key(pygame.K_RETURN)
    focused = desk.screen.tree.focused
    assert focused is not None
    assert focused.name == "not yet", "a second Return must not publish"
    desk.tab_to("publish now")
    desk.key(pygame.K_RETURN)
    assert texts(desk)[:2] == [f"tender {desk.session.pack.ids.needs[need]}", "route open"]
    assert texts(desk)[2].startswith("weights ")
    assert texts(desk)[2].endswith("/70")
    assert len(desk.played) == 3


def test_not_yet_and_back_and_escape_play_nothing(desk: Desk) -> None:
    weigh(desk)
    desk.click("publish")
    desk.click("not yet")
    desk.click("publish")
    desk.key(pygame.K_ESCAPE)
    assert isinstance(desk.app.screen, TenderScreen)
    desk.click("back")
    assert not isinstance(desk.app.screen, TenderScreen)
    weigh(desk)
    desk.key(pygame.K_ESCAPE)
    assert not isinstance(desk.app.screen, TenderScreen)
    assert desk.played == []
    assert desk.session.game.state.phase == Phase.BUY


def test_the_framework_asks_for_no_weights(desk: Desk) -> None:
    need = first_need(desk)
    desk.session.push(TenderScreen(desk.session, need))
    desk.click("way.4")
    assert not isinstance(desk.screen.page, WeighStep)
    desk.click("publish")
    desk.click("publish now")
    assert texts(desk) == [f"tender {desk.session.pack.ids.needs[need]}", "route framework"]


def test_quotes_can_be_kept_to_small_firms(desk: Desk) -> None:
    need = first_need(desk)
    desk.session.game.cards.routes[Route.QUOTES].largest = 0
    desk.session.push(TenderScreen(desk.session, need))
    desk.click("way.3")
    desk.click("publish")
    desk.click("publish now")
    assert texts(desk)[1] == "route quotes-small"


def test_a_direct_award_asks_for_the_supplier(desk: Desk) -> None:
    need, match = first_need(desk), desk.session.game
    match.state.emergency[match.cards.needs[need].category] = 1
    desk.session.push(TenderScreen(desk.session, need))
    desk.click("way.8")
    publish = desk.screen.tree.find("publish")
    assert not publish.enabled
    assert publish.why
    supplier = desk.screen.draft.candidates()[0]
    desk.click(f"bidder.{supplier}")
    desk.click("publish")
    desk.click("publish now")
    assert texts(desk)[1:] == ["route direct", f"supplier {desk.session.pack.ids.suppliers[supplier]}"]


def test_a_route_that_cannot_be_taken_says_why(desk: Desk) -> None:
    desk.session.push(TenderScreen(desk.session, first_need(desk)))
    desk.click("way.5")
    toast = desk.screen.tree.toast
    assert toast is not None
    assert "lab" in toast.words
    assert desk.screen.draft.route == Route.OPEN


def test_a_tender_begins_with_the_route_and_weights_that_the_team_chose_last(desk: Desk) -> None:
    need = first_need(desk)
    desk.session.push(TenderScreen(desk.session, need))
    assert (desk.screen.draft.choice, desk.screen.draft.weights) == (0, desk.screen.draft.rows.balanced(desk.screen.draft.need))
    desk.click("way.1")
    desk.click("preset.carbon")
    wanted = desk.screen.draft.weights
    desk.click("publish")
    desk.click("publish now")
    while isinstance(desk.app.screen, BidsScreen):
        desk.session.go_on()
    seat = desk.session.game.state.decider
    assert Draft(desk.session.viewer_at(seat)).usual_choice == NONE, "another team's choice is none of its own"
    viewer = desk.session.viewer_at(1 - seat)
    for other in viewer.tray(1 - seat):
        draft = Draft(viewer, other)
        draft.choose_usual_route()
        assert draft.weights == wanted
        legal = [offer.choice for offer in draft.routes() if offer.reason == 0 and offer.bidders]
        assert draft.choice == (1 if 1 in legal else legal[0] if legal else draft.choice)


def test_the_market_can_be_engaged_from_the_tender_and_the_need_turned_over(desk: Desk) -> None:
    need = first_need(desk)
    desk.session.show_table()
    desk.session.push(TenderScreen(desk.session, need))
    desk.click("about")
    assert desk.screen.tree.dialogs[-1].label == desk.session.viewer.need(need)
    desk.key(pygame.K_ESCAPE)
    desk.click("engage")
    assert texts(desk) == [f"engage {desk.session.pack.ids.needs[need]}"]
    assert desk.app.screen is not None and desk.app.screen.id == ScreenId.TABLE


def test_a_joint_tender_is_put_to_the_partner(desk: Desk) -> None:
    match = desk.session.game
    state, cards = match.state, match.cards
    seat = state.decider
    for lab in range(3):
        state.councils[seat].labs[lab] = 3
    need, partner = state.councils[seat].tray[0], state.councils[1 - seat].tray[0]
    cards.needs[partner].category = cards.needs[need].category
    desk.session.push(TenderScreen(desk.session, need, partner))
    assert desk.screen.draft.route == Route.JOINT
    desk.click("publish")
    desk.click("publish now")
    ids = desk.session.pack.ids
    assert texts(desk)[:2] == [f"joint {ids.needs[need]}", f"partner {ids.needs[partner]}"]
    assert state.phase == Phase.ANSWER
    assert not isinstance(desk.app.screen, TenderScreen)


def test_a_tender_that_a_resumed_game_had_begun_is_gone_on_with_or_taken_back(desk: Desk) -> None:
    need = first_need(desk)
    desk.session.play(actions.TENDER + need)
    desk.session.push(TenderScreen(desk.session))
    assert desk.screen.draft.need == need
    desk.key(pygame.K_ESCAPE)
    assert desk.session.game.state.phase == Phase.BUY
    desk.session.play(actions.TENDER + need)
    desk.played.clear()
    desk.session.push(TenderScreen(desk.session))
    desk.click("route.0")
    desk.click("publish")
    desk.click("publish now")
    assert [text.split()[0] for text in texts(desk)] == ["route", "weights"]


# ------------------------------------------------------------------------------------------------------------------- language and size


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 1.75])
def test_it_can_be_laid_out_anew_in_the_other_language_with_its_question_open(desk: Desk, size: tuple[int, int], text: float) -> None:
    pygame.display.set_mode(size)
    desk.app.set_text_scale(text)
    weigh(desk)
    desk.weighing.move(0, 70)
    desk.screen.confirm()
    desk.session.switch_language()
    desk.app.frame()
    assert desk.screen.tree.dialogs
    assert desk.screen.draft.percentages[0] == 70
    desk.session.switch_language()


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 1.75])
def test_what_turns_the_weights_over_leaves_the_line_of_the_heading_free(desk: Desk, size: tuple[int, int], text: float) -> None:
    pygame.display.set_mode(size)
    desk.app.set_text_scale(text)
    weigh(desk)
    line = max(desk.screen.head_bottom, inside(desk.app.look).top - 4 + desk.app.look.line_height("title") * 0.98)
    assert desk.screen.tree.find("turn.weights").box.top >= line + desk.app.look.line_height("body") - 4


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (768, 1024)])
@pytest.mark.parametrize("text", [1.0, 1.75])
def test_who_would_win_and_what_that_leaves_is_in_sight_while_weights_move(desk: Desk, size: tuple[int, int], text: float) -> None:
    pygame.display.set_mode(size)
    desk.app.set_text_scale(text)
    weigh(desk)
    step, root = desk.weighing, desk.screen.tree.root
    foot = desk.screen.tree.find("publish").box.top
    for said in (step.sentence, step.money):
        assert said is not None and said in root.children, "nothing that scrolls holds it"
        assert 0 < said.box.top < said.box.bottom <= foot
    assert step.sentence is not None and step.table is not None
    before = step.sentence.label
    for percent in (10, 70):
        step.move(0, percent)
    assert step.sentence.label != before
    assert step.table.box.height > 0 or step.area is not None


def test_a_row_says_where_its_points_come_from(desk: Desk) -> None:
    weigh(desk)
    assert desk.weighing.table is not None
    winner = desk.weighing.table.lines[0].face
    desk.click(f"bidder.{winner.supplier}")
    assert desk.screen.tree.dialogs[0].label == winner.name


@pytest.mark.parametrize("count", [0, 1, 3, 7, 8, 12, 20])
def test_any_number_of_bidders_fits_or_scrolls(desk: Desk, count: int) -> None:
    match = desk.session.game
    category = match.cards.needs[first_need(desk)].category
    match.state.market_count = count
    for supplier in range(count):
        card = match.cards.suppliers[supplier]
        card.categories[category], card.largest = 1, 0
        match.state.market[supplier] = supplier
        match.state.supplier_place[supplier] = Place.MARKET
    weigh(desk)
    if count == 0:
        assert desk.weighing.table is None
        return
    table = desk.weighing.table
    assert table is not None
    assert len(table.rows) == count
    last = max(row.box.bottom for row in table.rows)
    assert last <= table.box.top + max(table.box.height, table.extent)
    assert (count <= 6) == (table.furthest <= 0)


def test_rows_glide_to_their_new_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STORIES, ScreenId.DELIVERY, frozenset())
    monkeypatch.setitem(STORIES, ScreenId.REVIEW, frozenset())
    now = [0.0]
    app = Board("test", (1280, 720), clock=lambda: now[0])
    session = app.serve(Session(app, Settings()))
    session.match = Match.start(load_pack("smarter-spending"), [Seat("Derwen", "caerphilly"), Seat("Eryr", "cardiff")], seed=5)
    desk = Desk(app=app, session=session, played=[])
    app.push(GameScreen(session))
    weigh(desk)
    table = desk.weighing.table
    assert table is not None
    before = {row.line.face.supplier: row.box.top for row in table.rows}
    ranks = {line.face.supplier: line.rank for line in table.lines}
    for preset in ("price", "quality", "social_value", "carbon"):
        desk.click(f"preset.{preset}")
        if any(line.rank != ranks[line.face.supplier] for line in table.lines):
            break
    now[0] += 0.05
    app.frame()
    moving = [row for row in table.rows if row.line.rank != ranks[row.line.face.supplier]]
    assert moving
    assert any(row.box.top != before[row.line.face.supplier] for row in moving)
    now[0] += 1
    app.frame()
    assert [row.box.top for row in table.rows] == sorted(row.box.top for row in table.rows)
    assert all(row.shown == row.line.points for row in table.rows)

"""The table: what it shows is what lies there, what can't be done says why, and the turns keep going."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from caffael.board.screens.table.actions import HoldButton
from caffael.board.screens.table.market import shown_face
from caffael.board.screens.table.screen import TableScreen
from caffael.board.screens.tender.screen import TenderScreen
from caffael.board.session import Session
from caffael.board.widgets import Button, Widget
from caffael.match import Match
from caffael.presentation.cards import supplier_face
from caffael.presentation.press import Open, Play
from caffael.presentation.screens import ScreenId
from caffael.presentation.table.council import secret_records
from caffael.presentation.table.verbs import verbs
from caffael.rules import actions
from caffael.rules.actions import PASS
from caffael.rules.copying import words_of
from caffael.rules.terms import NONE, UNKNOWN, Phase
from tests.board.frame_kit import TEAMS, board, pack, seats, top


@pytest.fixture
def people(tmp_path: Path) -> Iterator[TableScreen]:
    yield table_of(board(tmp_path), "you", "you", "you")


def table_of(session: Session, *players: str, until: int = 1, more: int = 0) -> TableScreen:
    """A table on which bots have played up to a year, and some actions more; then the players take over."""
    bots = ["balanced" for _ in players]
    match = Match.start(pack(), seats(*bots), 11)
    while match.state.year < until or more > 0:
        more -= match.state.year >= until
        match.play(match.bot_action())
    for seat, player in enumerate(players):
        match.set_player(seat, player)
    session.match = match
    table = TableScreen(session)
    session.app.push(table)
    session.app.frame()
    return table


def button(table: TableScreen, name: str) -> Button:
    widget = table.tree.find(name)
    assert isinstance(widget, Button)
    return widget


def test_each_verb_that_cannot_be_pressed_says_why(people: TableScreen) -> None:
    state = people.session.game.state
    for verb in verbs(people.viewer):
        shown = button(people, verb.id)
        assert shown.enabled == (verb.why == "")
        assert shown.enabled or shown.why.endswith(".")
    assert not button(people, "do project").enabled, "no lab has a level in the first year"
    assert state.phase == Phase.BUY


def test_passing_asks_first_and_then_the_next_team_has_its_turn(people: TableScreen) -> None:
    first = people.session.game.state.decider
    button(people, "do pass").press()
    assert people.tree.dialogs, "passing is final, so it asks"
    assert people.session.game.state.councils[first].passed == 0
    people.press(Play(PASS))
    assert people.session.game.state.councils[first].passed == 1
    assert people.session.game.state.decider != first
    assert people.shown_seat == people.session.game.state.decider
    assert not people.tree.dialogs


def test_a_picker_plays_only_what_was_chosen(people: TableScreen) -> None:
    match = people.session.game
    seat = match.state.decider
    people.press(Open("train"))
    go = next(one for one in people.tree.top.everything() if isinstance(one, Button) and one.label == "Train in this lab")
    assert not go.enabled and go.why
    people.tree.find("offer 2").press()
    assert go.enabled
    assert match.state.councils[seat].labs[2] == 0, "choosing alone plays nothing"
    go.press()
    assert match.state.councils[seat].labs[2] == 1


def go(table: TableScreen, words: str) -> None:
    """Press a button of the sheet on top."""
    next(one for one in table.tree.top.everything() if isinstance(one, Button) and one.label == words).press()


def test_a_joint_tender_goes_from_an_own_need_to_a_partners_and_to_its_page(people: TableScreen) -> None:
    match = people.session.game
    state, cards = match.state, match.cards
    own = state.councils[state.decider].tray[0]
    theirs = state.councils[(state.decider + 1) % state.seats].tray[0]
    cards.needs[theirs].category = cards.needs[own].category
    for council in state.councils[: state.seats]:
        council.labs[:] = [3, 3, 3]
    people.press(Open("joint"))
    people.tree.find("offer 0").press()
    go(people, "Choose the partner")
    assert len(people.tree.dialogs) == 1, "the partner's sheet stands in the place of the first"
    people.tree.find("offer 0").press()
    go(people, "Write the tender")
    tender = people.session.app.screen
    assert isinstance(tender, TenderScreen) and (tender.draft.need, tender.draft.partner) == (own, theirs)


def test_a_need_and_a_contract_lead_to_their_pages(tmp_path: Path) -> None:
    table = table_of(board(tmp_path), "you", "you", "you", until=2)
    session = table.session
    seat = session.game.state.decider
    need = session.game.state.councils[seat].tray[0]
    contract = next(one for one in session.viewer.contracts(seat) if one.weights != NONE)
    table.press(Open("contract", (seat, contract.need)))
    go(table, "Read the assessment summary")
    assert top(session) == ScreenId.BIDS
    session.pop()
    table.close_all()
    table.press(Open("need", (seat, need)))
    go(table, "Publish a tender")
    tender = session.app.screen
    assert isinstance(tender, TenderScreen) and tender.draft.need == need
    session.pop()
    table.press(Open("need", (seat, need)))
    go(table, "Engage the market")
    assert session.game.state.need_engaged[need] == 1


def test_the_note_of_an_engaged_market_goes_with_the_next_turn_and_a_need_of_another_lights_nobody(people: TableScreen) -> None:
    session = people.session
    session.settings.instant = False
    state = session.game.state
    seat, need = state.decider, session.viewer.tray(state.decider)[0]
    people.pointed_need = need
    assert any(shown_face(people, supplier).faint for supplier in people.viewer.market)
    people.play(actions.ENGAGE + need)
    assert people.tree.find("engaged") is not None
    people.pointed_need = need
    assert people.shown_seat != seat
    assert not any(shown_face(people, supplier).faint for supplier in people.viewer.market)
    session.game.play(PASS)
    people.rebuild()
    assert people.engaged is None and not [one for one in people.tree.root.everything() if one.name == "engaged"]


def test_private_knowledge_is_seen_only_while_the_button_is_held(people: TableScreen) -> None:
    state = people.session.game.state
    seat = state.decider
    people.play(actions.TRAIN + 2)
    while state.decider != seat:
        people.press(Play(PASS))
    secrets = secret_records(people.session.viewer_at(seat))
    assert secrets, "data lab 1 shows the track records in the market to its own team"
    assert not supplier_face(people.session.viewer, secrets[0]).record_known
    hold = people.tree.find("private")
    assert isinstance(hold, HoldButton) and hold.enabled
    hold.pointer_down(hold.box.center)
    assert people.looking == seat
    assert supplier_face(people.session.viewer, secrets[0], people.looking).record_known
    people.session.app.frame()
    hold.pointer_up(hold.box.center)
    hold.press()
    assert people.looking is None
    other = (seat + 1) % state.seats
    assert state.private[other].records[secrets[0]] == UNKNOWN or secrets[0] in secret_records(people.session.viewer_at(other))


def test_private_knowledge_goes_on_and_off_by_keyboard(people: TableScreen) -> None:
    seat = people.session.game.state.decider
    hold = people.tree.find("private")
    hold.press()
    assert people.looking == seat
    hold.focus_changed(False)
    assert people.looking is None


def every_sheet(table: TableScreen) -> list[Open]:
    match = table.session.game
    state = match.state
    seat = state.decider
    rows: list[Open] = [
        Open("council", ((seat + 1) % state.seats,)),
        Open("neighbour", (match.pack.ids.councils.index("caerphilly"),)),
        Open("event", (state.event,)),
        Open("climate", (3,)),
        Open("labs", (seat,)),
        Open("projects", (seat,)),
        Open("badges", (seat,)),
        Open("goals", (seat,)),
        Open("goal", (seat, 4)),
        Open("money", (seat,)),
        Open("days", (seat,)),
        Open("carbon"),
        Open("log"),
        Open("step back", (0,)),
        Open("contracts", (seat,)),
        Open("engage"),
        Open("train"),
        Open("project"),
        Open("pass"),
        Open("joint"),
    ]
    for supplier in state.market[: state.market_count]:
        rows.append(Open("supplier", (supplier,)))
    for other in range(state.seats):
        for need in state.councils[other].tray[: state.councils[other].tray_count]:
            rows.append(Open("need", (other, need)))
        for contract in table.session.viewer.contracts(other):
            rows.append(Open("contract", (other, contract.need)))
    return rows


@pytest.mark.parametrize("text_scale", [1.0, 1.75])
@pytest.mark.parametrize("code", ["en", "cy"])
def test_every_sheet_stays_on_the_screen_in_both_languages_and_with_large_letters(tmp_path: Path, code: str, text_scale: float) -> None:
    session = board(tmp_path, code="cy" if code == "cy" else "en", text_scale=text_scale)
    table = table_of(session, "you", "you", "you", until=3, more=2)
    for make in every_sheet(table):
        table.press(make)
        session.app.frame()
        sheet = table.tree.dialogs[-1]
        assert sheet.label
        assert sheet.box.top >= 0 and sheet.box.bottom <= 1080
        for one in sheet.everything():
            if isinstance(one, Button):
                assert one.box.left >= sheet.box.left and one.box.right <= sheet.box.right and one.box.bottom <= sheet.box.bottom
        table.close_all()
        assert not table.tree.dialogs


@pytest.mark.parametrize("players", [1, 3, 6])
@pytest.mark.parametrize("text_scale", [1.0, 1.25])
def test_what_can_be_pressed_on_the_table_does_not_overlap(tmp_path: Path, players: int, text_scale: float) -> None:
    session = board(tmp_path, text_scale=text_scale)
    table = table_of(session, *["you"] * players, until=3, more=1)
    pressed = [one for one in table.tree.reachable() if not one.name.startswith(("tile", "supplier")) and one.role != "scroll area"]
    shown = [one for one in pressed if not scrolled_away(one)]
    for place, one in enumerate(shown):
        assert one.box.left >= 0 and one.box.right <= 1920 and one.box.top >= 0 and one.box.bottom <= 1080, one.label
        for other in shown[place + 1 :]:
            if {one.name, other.name} & {"carbon"}:
                continue
            assert not one.box.inflate(-2, -2).colliderect(other.box.inflate(-2, -2)), (one.label, other.label)


def scrolled_away(widget: Widget) -> bool:
    parent = widget.parent
    while parent is not None:
        if parent.role == "scroll area" and not parent.box.contains(widget.box):
            return True
        parent = parent.parent
    return False


def test_computer_teams_play_at_a_pace_and_wait_while_somebody_reads(tmp_path: Path) -> None:
    now = [0.0]
    session = board(tmp_path, instant=False)
    session.app.now = lambda: now[0]
    table = table_of(session, "you", "balanced", "greenest", more=1)
    match = session.game
    while top(session) != ScreenId.TABLE:
        session.go_on()
    while match.bot_to_move() is None and match.state.year == 1:
        table.press(Play(PASS))
    played = len(match.history)
    session.app.frame()
    assert len(match.history) == played, "there is time to read what the last one did"
    table.press(Open("labs", (0,)))
    now[0] += 30
    session.app.frame()
    assert len(match.history) == played, "nobody plays on while somebody reads"
    table.close()
    now[0] += 1
    session.app.frame()
    assert len(match.history) == played + 1
    table.hurry()
    session.app.frame()
    assert len(match.history) >= played + 2 or match.bot_to_move() is None


def test_stepping_back_lays_the_table_as_it_was(people: TableScreen) -> None:
    match = people.session.game
    before = list(words_of(match.state))
    people.play(actions.TRAIN + 0)
    assert list(words_of(match.state)) != before
    people.step_back()
    go(people, "Take it back")
    assert list(words_of(match.state)) == before
    people.turns.step_forward()
    assert list(words_of(match.state)) != before


def test_the_names_of_the_teams_and_all_suppliers_are_on_the_table(people: TableScreen) -> None:
    match = people.session.game
    labels = {one.label for one in people.tree.top.everything()} | {one.value for one in people.tree.top.everything()}
    assert TEAMS[people.shown_seat] in labels
    for supplier in match.state.market[: match.state.market_count]:
        assert match.pack.supplier(supplier).name in labels


def test_a_still_table_is_copied_and_not_drawn_again(people: TableScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    app = people.session.app
    app.paint()
    drawn: list[Widget] = []
    monkeypatch.setattr(Widget, "paint", lambda widget, painter: drawn.append(widget))
    picture = pygame.image.tobytes(app.surface, "RGB")
    app.paint()
    assert not drawn
    assert pygame.image.tobytes(app.surface, "RGB") == picture
    people.redraw()
    app.paint()
    assert drawn


def test_the_language_changes_with_a_sheet_open(people: TableScreen) -> None:
    people.press(Open("labs", (0,)))
    english = people.tree.dialogs[-1].label
    people.session.set_language("cy")
    assert len(people.tree.dialogs) == 1
    assert people.tree.dialogs[-1].label != english

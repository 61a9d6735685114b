"""The class joins: the room on the big screen, by real clicks, with devices that say what real ones say."""

from pathlib import Path

import pygame
import pytest

from caffael.board.classroom.kept import KeptWay, read_way, way_path
from caffael.board.screens.bids.screen import BidsScreen
from caffael.board.screens.classroom.screen import ClassroomScreen
from caffael.board.screens.tender.screen import asks_first
from caffael.board.session import Session
from caffael.classroom.journal import has_room
from caffael.classroom.roles import Role
from caffael.match import Match
from caffael.presentation.screens import ScreenId
from caffael.presentation.tender.draft import WeightRows
from caffael.rules.terms import Phase
from caffael.saves.guesses import read_guesses
from caffael.saves.room import room_path
from tests.board.class_kit import CODE, Device, class_board, join, lesson
from tests.board.frame_kit import board, click, pack, press, said, seats, top, type_in


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def seen(session: Session) -> str:
    """All that stands on the page and can be read aloud."""
    screen = session.app.screen
    assert screen is not None
    return " | ".join(f"{node.label} {node.value}" for node in screen.tree.describe(session.app.look))


def page(session: Session) -> ClassroomScreen:
    """The page of the room."""
    session.show(ScreenId.CLASSROOM)
    session.app.frame()
    screen = session.app.screen
    assert isinstance(screen, ClassroomScreen)
    return screen


# ------------------------------------------------------------------------------------------------------------------------ opening it


def test_the_menu_and_the_teachers_page_lead_to_the_room(tmp_path: Path) -> None:
    session = class_board(tmp_path)
    session.new_game(pack(), seats("you", "you"))
    session.show_table()
    session.show_menu()
    click(session, "The class joins")
    assert top(session) == ScreenId.CLASSROOM
    press(session, pygame.K_ESCAPE)
    press(session, pygame.K_ESCAPE)
    press(session, pygame.K_F10)
    click(session, "class")
    assert top(session) == ScreenId.CLASSROOM
    click(session, "Open the room")
    assert session.host is not None and "K7M-2QX" in seen(session) and "192.168.1.23:4747" in seen(session)
    click(session, "Go back to the game")
    assert top(session) == ScreenId.TABLE


def test_a_relay_wants_an_address_first_and_it_is_kept_for_the_next_time(tmp_path: Path) -> None:
    session = class_board(tmp_path, instant=False)
    session.new_game(pack(), seats("you", "you"))
    session.show_table()
    page(session)
    press(session, pygame.K_ESCAPE)
    session.settings.way = "relay"
    session.room_changed()
    page(session)
    click(session, "Open the room")
    assert session.host is None and "First type the address" in said(session)
    click(session, "relay")
    type_in(session, "https://relay.example")
    click(session, "Open the room")
    assert session.host is not None and session.host.room is not None
    assert "relay.example/r/K7M2QX" in seen(session)
    from caffael.board.settings_file import load_settings

    assert load_settings().relay == "https://relay.example"


def test_without_the_extra_one_sentence_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caffael.board.classroom.needs.find_spec", lambda name: None)
    session = class_board(tmp_path)
    session.new_game(pack(), seats("you", "you"))
    session.show_table()
    page(session)
    assert "-m pip install" in seen(session)
    click(session, "Open the room")
    assert session.host is None and "-m pip install" in said(session)


def test_a_game_that_is_only_watched_takes_no_class(tmp_path: Path) -> None:
    session = class_board(tmp_path)
    session.new_game(pack(), seats("balanced", "balanced"))
    session.show_table()
    session.game.play(session.game.bot_action())
    session.look_back()
    session.show_menu()
    click(session, "The class joins")
    assert top(session) == ScreenId.MENU and "only watched" in said(session)


# ------------------------------------------------------------------------------------------------------------------- who is in, the door


def test_a_device_stands_in_its_team_by_its_dealt_name_and_wakes_and_sleeps(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    page(session)
    assert seen(session).count("no device yet") >= 2
    otter = join(session, 0, 1)
    join(session, 1, 2, "cy")
    session.app.frame()
    assert session.host is not None and session.host.room is not None
    names = [one.name.said("en") for one in session.host.room.members]
    assert all(name in seen(session) for name in names)
    otter.leave()
    session.app.frame()
    assert "asleep" in seen(session)


def test_a_closed_door_lets_nobody_in_until_the_teacher_does(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    page(session)
    click(session, "Close the door")
    late = Device(session, 1)
    late.ask(join={"team": 0})
    assert session.room_shown.knocks and "knocks at the door" in seen(session)
    click(session, f"turn away {session.room_shown.knocks[0]}")
    assert not session.room_shown.knocks and session.room_shown.team(0).devices == ()
    late.ask(join={"team": 0})
    click(session, f"admit {session.room_shown.knocks[0]}")
    assert len(session.room_shown.team(0).devices) == 1
    click(session, "Open the door")
    assert not session.room_shown.locked


def test_a_device_is_moved_muted_made_captain_sent_away_and_let_back(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    first, second = join(session, 0, 1), join(session, 0, 2)
    page(session)
    one, two = (device.number for device in session.room_shown.team(0).devices)
    click(session, f"device {two}")
    click(session, "captain")
    assert [device.number for device in session.room_shown.team(0).devices if device.captain] == [two]
    click(session, f"device {one}")
    click(session, "mute")
    muted = session.room_shown.device(one)
    assert muted is not None and muted.muted
    click(session, f"device {one}")
    page_now = session.app.screen
    assert isinstance(page_now, ClassroomScreen)
    page_now._set("team", "1")
    assert [device.number for device in session.room_shown.team(1).devices] == [one]
    click(session, f"device {one}")
    click(session, "send away")
    assert [device.number for device in session.room_shown.away] == [one]
    assert session.host is not None and first.door.ended[first.line] == "sent"
    click(session, f"device {one}")
    click(session, "let back")
    assert not session.room_shown.away
    assert second.door.ended.get(second.line) is None


def test_a_seat_card_lets_one_device_back_into_its_seat(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    join(session, 0, 1)
    screen = page(session)
    click(session, "team 0")
    click(session, "card")
    card = screen.cards[0]
    assert card in seen(session) and len(card) == 4
    back = Device(session, 2)
    assert "yes" in back.ask(join={"card": card})
    assert Device(session, 3).ask(join={"card": card}).get("no")


def test_new_keys_for_a_team_put_every_device_of_it_before_the_door(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    copied = join(session, 0, 1).token
    screen = page(session)
    click(session, "team 0")
    click(session, "keys")
    thief = Device(session, 2, token=copied)
    assert not session.room_shown.team(0).awake and thief.heard
    assert "yes" in Device(session, 3).ask(join={"card": screen.cards[0]})


def test_a_clock_counts_on_the_board_and_nothing_happens_when_it_is_over(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    device = join(session, 0, 1)
    page(session)
    click(session, "A clock")
    click(session, "clock 2")
    assert session.room_shown.clock_left in (119, 120)
    assert any(frame.get("clock") in (119, 120) for frame in device.heard)
    played = len(session.game.history)
    click(session, next(button.words for button in session.app.screen.told.buttons if button.id == "clock"))  # type: ignore[union-attr]
    click(session, "clock 0")
    assert session.room_shown.clock_left is None and len(session.game.history) == played


def test_a_team_without_a_device_is_offered_a_bot_and_gets_its_people_back(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    join(session, 1, 1)
    session.app.frame()
    assert "has no device" in seen(session)
    click(session, "class note")
    click(session, "bot")
    assert session.game.seats[0].player == "balanced"
    page(session)
    session.app.screen.show_team(0)  # type: ignore[union-attr]
    session.app.frame()
    click(session, "people")
    assert session.game.people(0)


def test_a_room_that_is_closed_leaves_nothing_behind_and_every_device_is_told(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    device, record = join(session, 0, 1), session.game.path
    assert record is not None and has_room(record) and way_path(record).exists()
    door = device.door
    page(session)
    click(session, "Close the room")
    click(session, "answer.leave")
    assert session.host is not None
    click(session, "Close the room")
    click(session, "answer.do")
    assert session.host is None and door.ended[1] == "closed" and not door.open
    assert not room_path(record).exists() and not way_path(record).exists()
    assert "Nothing of it is kept" in said(session)


# --------------------------------------------------------------------------------------------------------------- what a device decides


def first_tender(session: Session) -> tuple[str, str, str]:
    """An open tender that the seat that decides may publish, in the record's words."""
    match = session.game
    scratch = Match.start(match.pack, match.seats, match.seed)
    for turn in match.history:
        scratch.play(turn.action, turn.seat)
    words = []
    for begin in ("tender", "route open", "weights"):
        action = next(one for one in scratch.legal() if scratch.text_of(one).startswith(begin))
        words.append(scratch.text_of(action))
        scratch.play(action)
    return words[0], words[1], words[2]


def test_a_tender_from_a_device_opens_on_the_big_screen_and_devices_wait_until_it_is_left(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    device, other = join(session, 0, 1), join(session, 1, 2)
    assert "yes" in device.do(*first_tender(session))
    assert top(session) == ScreenId.BIDS and session.host is not None
    assert not session.host.table.answerable()
    assert "no" in other.do("pass")
    while session.page_tells:
        press(session, pygame.K_SPACE)
        session.app.frame()
    assert top(session) == ScreenId.TABLE and session.host.table.answerable()
    assert "yes" in other.do("pass")
    assert session.game.path is not None


def test_a_device_can_act_for_its_own_seat_alone_and_all_of_it_or_nothing(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    device = join(session, 1, 1)
    assert "no" in device.do("pass")
    assert session.game.history == []
    own = join(session, 0, 2)
    tender = first_tender(session)
    assert "no" in own.do(tender[0], tender[1], "weights 1/2/3/94")
    assert session.game.history == [] and session.game.state.phase == Phase.BUY


def test_the_fronts_tender_goes_when_the_device_of_the_same_seat_has_decided(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    device = join(session, 0, 1)
    click(session, "do tender")
    assert top(session) == ScreenId.TENDER
    assert "yes" in device.do("pass")
    assert top(session) == ScreenId.TABLE and "decided on a device" in said(session)
    assert session.deciding_seat() == 1


def test_under_the_menu_a_device_plays_and_is_told_once_the_menu_is_left(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    device = join(session, 0, 1)
    session.show_menu()
    assert "yes" in device.do(*first_tender(session))
    assert top(session) == ScreenId.MENU
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.BIDS


def test_eyes_to_the_front_and_looking_back_hold_the_devices(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    join(session, 0, 1)
    assert session.host is not None
    table = session.host.table
    session.show(ScreenId.COVER)
    assert not table.answerable()
    session.pop()
    assert table.answerable()
    session.game.play(session.game.bot_action("balanced"), 0)
    session.look_back()
    assert table.match is not session.match and not table.answerable()
    session.stop_watching()
    assert table.match is session.match


def test_managing_is_left_to_the_devices_and_the_front_may_decide_instead(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "balanced")
    device = join(session, 0, 1)
    while session.game.state.phase != Phase.MANAGE or session.bot_now() is not None:
        assert not session.game.finished
        session.game.play(session.game.bot_action("balanced"))
    session.forget_stories()
    session.show_table()
    session.app.frame()
    session.app.frame()
    assert top(session) == ScreenId.TABLE and "manage on their devices" in seen(session)
    click(session, "class note")
    assert top(session) == ScreenId.MANAGE
    assert "yes" in device.do("done")
    session.app.frame()
    assert top(session) != ScreenId.MANAGE and session.game.state.phase != Phase.MANAGE


def test_a_team_that_is_ready_has_its_mark_on_the_table_and_on_the_rooms_page(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    join(session, 0, 1)
    waiting = join(session, 1, 2)
    waiting.ask(draft=["pass"], at=waiting.at, ready=1)
    session.app.frame()
    assert session.room_shown.team(1).ready and "ready" in seen(session)
    page(session)
    assert "ready" in seen(session)


def test_a_step_back_by_the_teacher_is_told_to_every_device(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    device = join(session, 0, 1)
    assert "yes" in device.do("pass")
    heard = len(device.heard)
    session.game.undo(1)
    session.app.frame()
    session.app.frame()
    assert any("gone back" in str(frame) for frame in device.heard[heard:])


# ------------------------------------------------------------------------------------------------------------------------ going on


def test_a_saved_game_whose_class_waits_offers_it_and_a_key_leads_back_to_its_seat(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    device, record = join(session, 0, 1), session.game.path
    token, code = device.token, CODE
    assert record is not None
    door = device.door
    session.close()
    assert not door.open and not door.closed, "devices wait for the board"
    assert read_way(record) == KeptWay("lan", "", f"ticket of {code}")
    again = class_board(tmp_path)
    again.resume(record)
    assert again.class_waits
    page(again)
    assert "still waiting" in seen(again)
    click(again, "Go on with the class")
    assert again.host is not None and again.host.room is not None and again.host.room.code == code
    back = Device(again, 1, token=token)
    assert back.heard[0].get("you") or any("you" in frame for frame in back.heard)
    captain = again.host.room.captain(0)
    assert captain is not None and captain.awake and captain.role is Role.CAPTAIN


def test_a_window_that_is_closed_over_a_finished_game_or_before_one_closes_the_room(tmp_path: Path) -> None:
    finished = lesson(tmp_path, "you", "you")
    device = join(finished, 0, 1)
    finished.settings.instant = True
    while not finished.game.finished:
        finished.game.play(finished.game.bot_action("balanced"))
    door, record = device.door, finished.game.path
    finished.close()
    assert door.closed and door.ended[device.line] == "closed"
    assert record is not None and not has_room(record)


def test_a_finished_game_and_one_without_a_class_offer_nothing(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "you"))
    assert not session.class_waits
    record = session.game.path
    assert record is not None
    session.close()
    again = class_board(tmp_path)
    again.resume(record)
    assert not again.class_waits


@pytest.mark.parametrize("content", [b"", b"[]", b'{"way": "pigeon", "relay": "", "ticket": ""}', b'{"way": "lan"}', b"\xff"])
def test_a_way_that_makes_no_sense_is_none(tmp_path: Path, content: bytes) -> None:
    record = tmp_path / "GAME.caffael"
    way_path(record).write_bytes(content)
    assert read_way(record) is None


def test_the_big_screen_shows_a_teams_voices_as_a_spread_and_nobody_by_name(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    captain, member = join(session, 0, 1), join(session, 0, 2)
    captain.ask(draft=list(first_tender(session)), at=captain.at)
    rows = ["/".join(map(str, row)) for row in WeightRows(session.game.cards).rows]
    for device, row in ((captain, rows[0]), (member, rows[-1])):
        assert "yes" in device.ask(voice={"weights": row}, at=device.at)
    page(session)
    click(session, "team 0")
    spread = seen(session).partition("Voices so far: 2 of 2")[2]
    assert "Price 40 % (from " in spread.replace("\xa0", " ")
    assert session.host is not None and session.host.room is not None
    assert not any(one.name.said("en") in spread.partition("Seat card")[0] for one in session.host.room.members)


def test_what_the_class_named_is_kept_beside_the_record(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you")
    device, watcher = join(session, 0, 1), join(session, None, 2)
    device.do(*first_tender(session))
    assert session.host is not None and session.host.room is not None
    opening = session.host.room.opening
    assert opening is not None
    winner = session.game.ids.suppliers[opening.suppliers[0]]
    assert "yes" in watcher.ask(voice={"winner": winner}, at=watcher.at)
    while session.page_tells:
        press(session, pygame.K_SPACE)
        session.app.frame()
    session.app.frame()
    assert session.game.path is not None
    kept = read_guesses(session.game.path)
    assert [(guess.turn, guess.of) for guess in kept] == [(2, 1)]


def test_bids_lie_face_down_until_they_are_turned_up_and_nobody_guesses_after_that(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you", instant=False)
    while session.page_tells:
        press(session, pygame.K_SPACE)
    device, watcher = join(session, 0, 1), join(session, None, 2)
    device.do(*first_tender(session))
    screen = session.app.screen
    assert isinstance(screen, BidsScreen) and screen.held
    assert session.host is not None and session.host.room is not None
    opening = session.host.room.opening
    assert opening is not None
    winner = screen.summary.table.bidders[screen.summary.table.winner].supplier
    session.app.frame()
    assert session.room_shown.predicting == (0, 2)
    watcher.ask(voice={"winner": session.game.ids.suppliers[winner]}, at=watcher.at)
    device.ask(voice={"winner": session.game.ids.suppliers[next(one for one in opening.suppliers if one != winner)]}, at=device.at)
    session.app.frame()
    assert session.room_shown.predicting == (2, 2) and not screen.done
    click(session, "turn up")
    assert screen.done and "1 of 2" in screen.named
    assert "no" in watcher.ask(voice={"winner": session.game.ids.suppliers[winner]}, at=watcher.at)
    click(session, "continue")
    assert top(session) == ScreenId.TABLE


def test_the_board_asks_the_class_no_second_time_when_it_has_devices(tmp_path: Path) -> None:
    session = lesson(tmp_path, "you", "you", instant=False)
    assert asks_first(session)
    join(session, 0, 1)
    session.app.frame()
    assert not asks_first(session)

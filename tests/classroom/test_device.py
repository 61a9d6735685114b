"""A pupil's page in Chromium, on a line that the test holds: what it shows, keeps, says and says again."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from caffael.classroom.changes import Change, Kind
from caffael.classroom.device_files import device_files
from caffael.classroom.roles import Role
from caffael.presentation.classroom.desk import Written, as_if_deciding, draft_of
from caffael.presentation.tender.draft import WeightRows
from caffael.presentation.tender.expected import advice_text
from caffael.rules.tender import weigh
from caffael.words.language import Code
from tests.classroom.device_kit import Device, frames_of, you
from tests.classroom.pages_kit import buying, first_tender, managing, room_at
from tests.presentation.positions import at_year, game

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WEIGHTS = "weights 40/20/20/20"


@pytest.fixture
def device(chromium: "Browser") -> Iterator[Device]:
    made = Device(chromium, locale="en-GB")
    yield made
    made.close()


def joined(device: Device, room: Any, role: Role = Role.CAPTAIN) -> Device:
    """A device that has its place."""
    device.greet(room, role)
    device.open()
    device.page.wait_for_selector("main[aria-busy=false]")
    device.page.wait_for_selector("#status:not([hidden])", state="attached")
    return device


def weights_room(code: Code = "en", *more: str) -> Any:
    match = buying()
    return room_at(match, 0, code, first_tender(match, "route open", *more))


# --------------------------------------------------------------------------------------------------------------------- arithmetic


@pytest.mark.parametrize("scenario", ["smarter-spending", "first-steps", "our-town"])
def test_the_script_reckons_as_the_rules_do_for_every_row_of_weights(device: Device, scenario: str) -> None:
    match = game(scenario, None)
    room = room_at(match, 0, "en", first_tender(match, "route open"))
    joined(device, room)
    told = device.page.evaluate(
        """() => {
          const data = JSON.parse(document.getElementById("weighing").dataset.weighing);
          const made = new Caffael.Weights(data);
          return data.rows.map((_, row) => {
            made.set(row);
            return {ranked: made.ranked().map((one) => [one.bid.word, one.total]), advice: made.advice()};
          });
        }"""
    )
    assert room.viewer is not None
    viewer = as_if_deciding(room.viewer)
    draft = draft_of(viewer, Written(room.desk.actions))
    table = draft.table()
    assert table.count > 1
    for row in range(match.cards.weights_count):
        weigh(match.cards, row, table)
        rows = sorted(table.bidders[: table.count], key=lambda bidder: bidder.rank)
        assert told[row]["ranked"] == [[match.ids.suppliers[one.supplier], one.total] for one in rows]
        draft.set_weights(row)
        assert told[row]["advice"] == advice_text(viewer, draft, table)


def test_sliders_move_as_those_of_the_board_do(device: Device) -> None:
    match = buying()
    rows = WeightRows(match.cards)
    joined(device, room_at(match, 0, "en", first_tender(match, "route open")))
    told = device.page.evaluate(
        """() => {
          const {rows, criteria} = JSON.parse(document.getElementById("weighing").dataset.weighing);
          const made = new Caffael.Rows(rows, criteria);
          const reached = (row, criterion) => made.values(criterion).map((value) => made.moved(row, criterion, value));
          return rows.map((_, row) => criteria.map((criterion) => reached(row, criterion)));
        }"""
    )
    for row in range(len(rows.rows)):
        wanted = [[rows.moved(row, criterion, value) for value in rows.values(criterion)] for criterion in rows.criteria]
        assert told[row] == wanted, rows.rows[row]


def test_equals_stand_in_the_order_in_which_ties_are_settled(device: Device) -> None:
    match = at_year(2)
    market = match.state.market[: match.state.market_count]
    for supplier in market:
        card = match.cards.suppliers[supplier]
        card.price, card.quality, card.social, card.carbon = 100, 3, 3, 100
        match.state.supplier_running[supplier] = 0
    room = room_at(match, 0, "en", first_tender(match, "route open"))
    joined(device, room)
    shown = device.page.eval_on_selector_all("#bids > li", "items => items.map(item => item.id.slice(4))")
    assert room.viewer is not None
    table = draft_of(as_if_deciding(room.viewer), Written(room.desk.actions)).table()
    assert shown == [match.ids.suppliers[one.supplier] for one in table.bidders[: table.count]]
    assert "would win a tie with" in device.page.inner_text("#advice")


# ---------------------------------------------------------------------------------------------------------------------- what is kept


def test_a_push_leaves_sliders_and_focus_as_they_are(device: Device) -> None:
    joined(device, weights_room())
    slider = device.page.locator("#weight-0")
    slider.focus()
    for _ in range(3):
        slider.press("ArrowRight")
    said = device.page.inner_text("#weight-0-said")
    changes = (Change(Kind.WINNER, -1, 1, 2),)
    room = weights_room()
    device.shown(replace(room, desk=replace(room.desk, changes=changes), at=room.at + 1))
    device.page.wait_for_selector(".changes")
    assert device.page.inner_text("#weight-0-said") == said
    assert device.page.evaluate("document.activeElement.id") == "weight-0"


def test_weights_are_sent_once_the_slider_rests_and_stay_after_a_reload(device: Device) -> None:
    joined(device, weights_room("en", WEIGHTS))
    device.page.locator("#weight-0").press("ArrowRight")
    draft = device.until_said("draft")
    assert draft[:2] == list(first_tender(buying(), "route open"))
    voice = device.until_said("voice")
    assert draft[2] == f"weights {voice['weights']}"
    device.page.reload()
    device.page.wait_for_selector("#weight-0")
    assert device.page.inner_text("#weight-0-said") == f"{voice['weights'].split('/')[0]}\u00a0%"


def test_another_route_brings_another_table_and_the_weights_of_before_where_they_can_be(device: Device) -> None:
    joined(device, weights_room("en", WEIGHTS))
    device.page.locator("#weight-3").press("ArrowRight")
    device.until_said("draft")
    before = device.page.inner_text("#weight-3-said")
    match = buying()
    device.shown(room_at(match, 0, "en", first_tender(match, "route quotes")))
    device.until_said("draft", 2)
    assert device.page.inner_text("#weight-3-said") == before
    assert device.said("draft")[-1][1] == "route quotes"


# ------------------------------------------------------------------------------------------------------------------------- acts


def test_an_act_is_sent_until_it_is_answered_and_its_id_stays(device: Device) -> None:
    joined(device, weights_room("en", WEIGHTS))
    device.page.click("#act")
    words = device.until_said("do")
    assert words == list(first_tender(buying(), "route open", WEIGHTS))
    device.lines[-1].close()
    device.until_said("hello", 2)
    assert device.until_said("do", 2) == words
    ids = {frame["id"] for frame in device.heard if "do" in frame}
    assert len(ids) == 1
    device.page.reload()
    device.until_said("do", 3)
    assert {frame["id"] for frame in device.heard if "do" in frame} == ids
    device.send({"yes": ids.pop(), "v": 9})
    device.page.wait_for_selector("#told.good")
    device.page.reload()
    device.until_said("hello", 4)
    device.page.wait_for_selector("#weight-0")
    assert len(device.said("do")) == 3


def test_an_act_is_pressed_once(device: Device) -> None:
    joined(device, weights_room("en", WEIGHTS))
    device.page.dblclick("#act")
    device.page.click("#act")
    device.until_said("do")
    device.page.wait_for_timeout(200)
    assert len(device.said("do")) == 1


def test_what_has_changed_is_told_and_the_next_press_takes_the_new_table(device: Device) -> None:
    room = weights_room("en", WEIGHTS)
    joined(device, room)
    device.page.click("#act")
    device.until_said("do")
    first = next(frame for frame in device.heard if "do" in frame)
    device.shown(replace(room, at=room.at + 5))
    device.send({"no": first["id"], "look": "Gardd Wen can't bid any more.", "v": room.at + 5})
    device.page.wait_for_selector("#told:has-text('Gardd Wen')")
    device.page.click("#act")
    device.until_said("do", 2)
    assert [frame["at"] for frame in device.heard if "do" in frame] == [room.at, room.at + 5]


def test_a_no_says_why(device: Device) -> None:
    joined(device, weights_room("en", WEIGHTS))
    device.page.click("#act")
    device.until_said("do")
    device.send({"no": next(frame["id"] for frame in device.heard if "do" in frame), "why": "Not enough officer days are left."})
    device.page.wait_for_selector("[role=alert]:has-text('Not enough officer days')")


def test_a_card_that_is_closed_sends_nothing(device: Device) -> None:
    match = buying()
    joined(device, room_at(match, 0, "en", first_tender(match)))
    device.page.click("#work [data-step-of='1'] [aria-disabled=true] >> nth=0", force=True)
    device.page.wait_for_timeout(100)
    assert not device.said("draft")


def test_ticks_are_no_more_than_days_and_done_plays_them(device: Device) -> None:
    room = room_at(managing(), 0, "en", together=True)
    joined(device, room)
    days = int(device.page.get_attribute("#days-left", "data-days") or 0)
    ticks = device.page.locator("[data-tick]")
    assert ticks.count() > days == 1
    ticks.nth(0).click()
    assert device.page.inner_text("#days-left") == "Days left: 0"
    assert ticks.nth(1).get_attribute("aria-disabled") == "true"
    assert device.until_said("draft") == [ticks.nth(0).get_attribute("data-tick")]
    device.page.click("[data-done]")
    assert device.until_said("do") == [ticks.nth(0).get_attribute("data-tick"), "done"]


def test_a_member_speaks_and_never_decides(device: Device) -> None:
    joined(device, weights_room("en", WEIGHTS), Role.MEMBER)
    device.page.locator("#weight-1").press("ArrowRight")
    assert "weights" in device.until_said("voice")
    device.page.click("[data-winner] >> nth=0")
    winner = device.page.get_attribute("[data-winner]", "data-winner")
    assert device.until_said("voice", 2)["winner"] == winner
    assert device.page.get_attribute(f"[data-winner='{winner}']", "aria-pressed") == "true"
    assert not device.said("draft")


# ----------------------------------------------------------------------------------------------------------------- coming and going


def test_a_guest_joins_by_a_press_and_keeps_its_token(device: Device) -> None:
    match = buying()
    guest = room_at(match, None, "en")
    device.greeting = [you(Role.GUEST), *frames_of(guest, Role.GUEST)]
    device.open()
    device.page.click("[data-join='2']")
    assert device.until_said("join") == {"team": 2}
    number = next(frame["id"] for frame in device.heard if "join" in frame)
    device.greet(weights_room())
    for frame in [*device.greeting, {"yes": number, "v": 1}]:
        device.send(frame)
    device.page.wait_for_selector("body.joined")
    assert "token" not in device.said("hello")[0]
    device.page.reload()
    assert device.until_said("hello", 2)["token"] == "t" * 43
    assert len(device.said("join")) == 1


def test_this_is_not_me_forgets_the_team(device: Device) -> None:
    joined(device, weights_room())
    device.page.click("#menu")
    device.page.click("#forget")
    device.page.click("#sure-yes")
    assert "token" not in device.until_said("hello", 2)


def test_the_token_of_another_room_is_dropped(device: Device) -> None:
    joined(device, weights_room())
    device.page.goto("http://board.test/r/AAAAAA")
    hello = device.until_said("hello", 2)
    assert hello["room"] == "AAAAAA" and "token" not in hello
    device.page.wait_for_selector("body.joined")
    assert device.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('caffael-room'))") == ["caffael-room-AAAAAA"]


def test_a_second_window_takes_the_place_and_the_first_one_can_take_it_back(device: Device) -> None:
    joined(device, weights_room())
    device.send({"end": "elsewhere"})
    device.page.click("#line button:has-text('Use it here')")
    device.until_said("hello", 2)


@pytest.mark.parametrize(("why", "words"), [("sent", "sent this device away"), ("closed", "room is closed"), ("full", "room is full")])
def test_why_a_line_was_ended_is_said(device: Device, why: str, words: str) -> None:
    joined(device, weights_room())
    device.send({"end": why})
    device.page.wait_for_selector(f"#line:has-text('{words}')")
    device.page.wait_for_timeout(300)
    assert len(device.said("hello")) == 1


def test_a_code_that_no_room_has_can_be_typed_again(device: Device) -> None:
    device.greeting = [{"end": "unknown"}]
    device.open()
    device.page.wait_for_selector("#ask:has-text('No room has this code')")
    device.page.fill("#code", "abc-2")
    device.page.click("#ask button")
    device.page.wait_for_selector("#code-wrong:has-text('six letters')")
    device.greet(weights_room())
    device.page.fill("#code", "b7m-2qx")
    device.page.press("#code", "Enter")
    device.page.wait_for_selector("body.joined")
    assert device.page.url.endswith("/r/B7M2QX")


def test_without_a_code_in_the_address_it_is_asked(device: Device) -> None:
    device.place = "/"
    device.open()
    device.page.wait_for_selector("#ask:not([hidden])")
    assert not device.heard


def test_a_lost_line_comes_back_by_itself_and_what_was_written_is_kept(device: Device) -> None:
    joined(device, weights_room("en", WEIGHTS))
    device.refusing = True
    device.lines[-1].close()
    device.page.locator("#weight-0").press("ArrowRight")
    device.page.wait_for_selector("#line:has-text('Waiting for the teacher')")
    device.refusing = False
    device.until_said("hello", 2)
    assert device.until_said("draft")[2].startswith("weights ")
    device.page.wait_for_selector("#line:empty", state="attached")


def test_beats_are_answered(device: Device) -> None:
    joined(device, weights_room())
    device.send({"beat": 7})
    assert device.until_said("beat", 2) == 7


# --------------------------------------------------------------------------------------------------------------------- the frame


def test_language_letters_and_look_are_the_devices_own(device: Device) -> None:
    joined(device, weights_room())
    device.page.click("#menu")
    device.page.click("#other")
    assert device.until_said("hello", 2)["language"] == "cy"
    assert device.page.get_attribute("html", "lang") == "cy"
    assert device.page.inner_text("[data-go=market] span") == "Marchnad"
    device.page.click("#large")
    assert device.until_said("hello", 3)["large"] == 1
    device.page.click("#dark")
    assert device.page.get_attribute("html", "data-look") == "dark"
    device.page.reload()
    device.page.wait_for_selector("body.joined")
    root = device.page.evaluate(
        "[document.documentElement.lang, document.documentElement.dataset.look, document.documentElement.hasAttribute('data-large')]"
    )
    assert root == ["cy", "dark", True]


def test_what_is_new_is_said_to_who_cannot_see_it(device: Device) -> None:
    waiting = room_at(buying(), 0, "en", can_act=False, waiting_for=(1,))
    joined(device, waiting)
    device.shown(replace(room_at(buying(), 0, "en"), at=waiting.at + 1))
    device.page.wait_for_selector("#said:has-text('It is your turn.')", state="attached")
    device.send({"say": "Cardiff has published a tender."})
    device.page.wait_for_selector("#said:has-text('Cardiff has published')", state="attached")


def test_all_is_reached_by_keys_alone(device: Device) -> None:
    match = buying()
    joined(device, room_at(match, 0, "en"))
    device.page.keyboard.press("Tab")
    seen = []
    for _ in range(60):
        seen.append(device.page.evaluate("document.activeElement.id || Object.keys(document.activeElement.dataset).join()"))
        device.page.keyboard.press("Tab")
    assert {"menu", "way", "go"} <= set(seen)
    device.page.locator("#work button.card >> nth=0").focus()
    device.page.keyboard.press("Enter")
    draft = device.until_said("draft")
    device.shown(room_at(match, 0, "en", draft))
    device.page.wait_for_selector("[data-step-of='1']:not([hidden])")
    assert device.page.evaluate("document.activeElement.textContent") == "How do you want to buy it?"


def test_the_shell_is_small(device: Device) -> None:
    sent = {path: len(gzip.compress(body)) for path, (_, body) in device_files().items()}
    assert sent["/"] + sent["/device.css"] + sent["/device.js"] < 20_000
    assert sum(len(device_files()[path][1]) for path in ("/", "/device.css", "/device.js")) < 60_000

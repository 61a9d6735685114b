"""A board in a tab owns a class's room, through the relay that served it: a device joins, the relay is started anew, and both are back."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caffael.browser.building.site import POLICY
from caffael.classroom.device_files import POLICY as DEVICE_POLICY
from caffael.classroom.device_files import device_files
from caffael.classroom.net.limits import Limits
from tests.browser.board_kit import Board
from tests.classroom.relay_kit import free_port, relay_here

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BEGIN = """
from caffael.match import Seat
from caffael.scenario import load_pack
pack = load_pack("smarter-spending", 3)
session.settings.relay = ""
session.new_game(pack, [Seat(f"Team {number}", pack.ids.councils[number], "you") for number in range(4)], 7)
session.show_table()
session.open_class()
"""
SEATED = "[member.seat for member in session.host.room.members]"


def test_a_board_in_a_tab_owns_a_room_through_the_relay_it_came_from(site: Path, chromium: "Browser") -> None:
    port = free_port()
    served: dict[str, Any] = {"files": device_files(), "policy": DEVICE_POLICY, "web": site, "web_policy": POLICY}
    limits = Limits(connections=0, wait_when_busy=0.0)
    with ExitStack() as first, ExitStack() as second:
        first.enter_context(relay_here(limits, port, **served))
        context = second.enter_context(chromium.new_context(viewport={"width": 1024, "height": 768}))
        board = Board(context.new_page(), f"http://127.0.0.1:{port}/board/")
        board.python(f"exec({BEGIN!r})")
        board.wait("session.host is not None and session.host.room is not None")
        code = board.python("session.host.room.code")
        pupils = second.enter_context(chromium.new_context(viewport={"width": 390, "height": 800}))
        page = pupils.new_page()
        page.goto(f"http://127.0.0.1:{port}/r/{code}")
        page.click("[data-join='2']")
        page.wait_for_selector("body.joined")
        assert board.python(SEATED) == [2]
        first.close()
        board.wait("not session.host.door.open")
        second.enter_context(relay_here(limits, port, **served))
        board.wait("session.host.door.open and any(member.line is not None for member in session.host.room._hall.members)")
        assert board.python("session.host.room.code") == code
        page.wait_for_selector("body.joined")
        assert board.python(SEATED) == [2]

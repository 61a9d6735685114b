"""The pupils' page in Chromium over real servers: on this network and through a relay, by WebSocket and where sockets are cut."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from caffael.browser.building.site import PAGE, POLICY
from caffael.classroom.device_files import POLICY as DEVICE_POLICY
from caffael.classroom.device_files import device_files
from caffael.classroom.doorway import Doorway
from caffael.classroom.net.lan import LanDoorway
from caffael.classroom.net.limits import Limits
from caffael.classroom.net.lines import Refused
from caffael.classroom.room import Room
from caffael.classroom.table import PlainTable
from tests.classroom.class_of import new_game
from tests.classroom.net_kit import wait_until
from tests.classroom.relay_kit import free_port, reached, relay_here

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CUT = "window.WebSocket = class { constructor() { throw new Error('cut') } }"
ROOMY = Limits(connections=0, wait_when_busy=0.0)


@contextmanager
def owned(doorway: Doorway, code: str = "") -> Iterator[Room]:
    """A room whose owner is a thread, as the board's is its own."""
    made: list[Room] = []
    woken, over, ready = threading.Event(), threading.Event(), threading.Event()
    doorway.wake = woken.set

    def own() -> None:
        room = Room(PlainTable(new_game()), doorway, code=code)
        made.append(room)
        ready.set()
        while not over.is_set():
            woken.wait(min(room.tick(), 0.05))
            woken.clear()
            doorway.drain(room)
        room.close()

    owner = threading.Thread(target=own)
    owner.start()
    ready.wait()
    try:
        yield made[0]
    finally:
        over.set()
        owner.join()


@contextmanager
def page_at(browser: "Browser", address: str, cut: bool = False) -> Iterator[tuple["Page", list[str]]]:
    """A device's page, and what its console says is wrong."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page, faults = context.new_page(), []
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    if cut:
        page.add_init_script(CUT)
    page.goto(address)
    yield page, faults
    context.close()


def sits_down(page: "Page", seat: int) -> None:
    """Join a team and be shown its council."""
    page.click(f"[data-join='{seat}']")
    page.wait_for_selector("body.joined")


@pytest.mark.parametrize("cut", [False, True], ids=["by socket", "sockets cut"])
def test_a_device_joins_on_this_network_and_reloads_into_its_seat(chromium: "Browser", cut: bool) -> None:
    doorway = LanDoorway(limits=ROOMY, host="127.0.0.1", ports=(0,))
    doorway.start()
    with owned(doorway) as room:
        try:
            with page_at(chromium, f"http://127.0.0.1:{doorway.port}/r/{room.code}", cut) as (page, faults):
                sits_down(page, 2)
                page.reload()
                page.wait_for_selector("body.joined")
                assert len(room.members) == 1
                assert faults == []
        finally:
            doorway.stop()


@pytest.mark.parametrize("cut", [False, True], ids=["by socket", "sockets cut"])
def test_a_device_joins_through_a_relay_and_is_back_when_the_relay_was_started_anew(chromium: "Browser", cut: bool) -> None:
    port = free_port()
    with ExitStack() as first:
        first.enter_context(relay_here(ROOMY, port, files=device_files(), policy=DEVICE_POLICY))
        with reached(port) as uplink, owned(uplink, uplink.code) as room, page_at(chromium, uplink.link, cut) as (page, _):
            sits_down(page, 1)
            first.close()
            wait_until(lambda: not uplink.open)
            with relay_here(ROOMY, port, files=device_files(), policy=DEVICE_POLICY):
                wait_until(lambda: uplink.open and any(member.line is not None for member in room._hall.members))
                page.wait_for_selector("body.joined")
                assert len(room.members) == 1


@pytest.mark.parametrize("plain", ["", "?plain"], ids=["by socket", "by plain requests"])
def test_a_worker_reaches_a_relay_by_the_tabs_own_requests(chromium: "Browser", tmp_path: Path, plain: str) -> None:
    """page/net.js as the board's worker uses it: it asks for a code, opens the board's line, and hears a device come."""
    (tmp_path / "index.html").write_text('<!doctype html><script type="module" src="page.js"></script>', "utf-8")
    (tmp_path / "page.js").write_text(
        f'new Worker("worker.js{plain}", {{type: "module"}}).onmessage = ({{data}}) => {{\n'
        '  const said = document.createElement("p");\n'
        "  said.className = data.what;\n"
        "  said.textContent = data.text;\n"
        "  document.body.append(said);\n"
        "};\n",
        "utf-8",
    )
    (tmp_path / "net.js").write_bytes((PAGE / "net.js").read_bytes())
    (tmp_path / "worker.js").write_text(
        'import { net } from "./net.js";\n'
        "let kept;\n"
        "net.use((message) => {\n"
        "  self.postMessage(message);\n"
        '  if (message.what === "answer") {\n'
        "    kept = JSON.parse(message.text);\n"
        "    const base = `${net.origin}/r/${kept.code}/board`;\n"
        '    if (location.search) net.knock(`${base}/up`, `${base}/down`, "a-line-of-a-board-in-a-tab");\n'
        '    else net.dial(base.replace("http", "ws"));\n'
        "  }\n"
        '  if (message.what === "began") net.send(`={"ticket":"${kept.ticket}"}`);\n'
        '  if (message.what === "heard" && message.text.startsWith("+")) net.send(`1:v {"v":7}`);\n'
        "});\n"
        "net.ask(`${net.origin}/room`);\n",
        "utf-8",
    )
    with relay_here(ROOMY, web=tmp_path, web_policy=POLICY) as (relay, port), page_at(chromium, f"http://127.0.0.1:{port}/board/") as told:
        page, faults = told
        page.wait_for_selector("p.heard")
        (code,) = relay.rooms
        line = relay.open_device(code, lambda: None, "10.0.0.1")
        assert not isinstance(line, Refused)
        page.wait_for_selector("p.heard:has-text('+1')")
        wait_until(lambda: line.take() == ['{"v":7}'])
        assert [text for text in faults if "404" not in text] == []  # this page has no icon

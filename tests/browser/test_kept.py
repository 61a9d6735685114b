"""What was played in a tab is there again: after a reload, a closed tab, a crash at any moment; and what is said where nothing is kept."""

import os
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from caffael.presentation.loading import loading_words
from caffael.words.language import Language
from tests.browser.keeping_kit import PLAY, Acknowledged, ask, board_at, crash, keeping_browser, prepare, storage
from tests.browser.opening import OPEN, opened
from tests.browser.serving import PlainServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Route

CRASHES = int(os.environ.get("CAFFAEL_CRASHES", "2"))
"""At so many moments a tab is made to crash."""
HIDE = """() => {
  Object.defineProperty(document, "visibilityState", { value: "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
FILL = """
import os
from pathlib import Path
junk = Path("/home/caffael/junk")
for size in (400_000, 40_000, 4_000, 400, 40, 4):
    for _ in range(40):
        junk.write_bytes(os.urandom(size))
        try:
            js.board.tab.machine.home.mirror.keep(junk)
        except OSError:
            break
junk.unlink()
"""
"""Fills what the browser has already given beyond its quota."""
WORDS = loading_words(Language("en"))


@pytest.fixture
def context(chromium: "Browser", tmp_path: Path) -> "Iterator[BrowserContext]":
    """A browser that keeps what pages store."""
    with keeping_browser(chromium, tmp_path / "profile") as context:
        yield context


def test_every_action_that_counted_is_there_after_a_crash_at_any_moment(context: "BrowserContext", server: PlainServer) -> None:
    chance, kept = Random(13), Acknowledged()
    for number in range(CRASHES):
        page = board_at(context, server.address)
        assert storage(page) != "denied"
        saved = ask(page, "saved()")
        for name, actions in kept.actions.items():
            assert actions <= saved.get(name, 0), (number, name)
        kept.listen(page)
        page.workers[0].evaluate(PLAY)
        enough = kept.heard + chance.randrange(1, 90)
        while kept.heard < enough:
            page.wait_for_event("console")
        page.wait_for_timeout(chance.randrange(40))
        crash(page)
    page = board_at(context, server.address)
    saved = ask(page, "saved()")
    assert len(kept.actions) >= CRASHES
    for name, actions in kept.actions.items():
        assert actions <= saved.get(name, 0), name
    assert ask(page, "js.board.tab.machine.home.mirror.journal.spoilt") == 0


def test_a_game_is_there_after_a_reload_a_closed_tab_and_a_closed_browser(chromium: "Browser", server: PlainServer, tmp_path: Path) -> None:
    with keeping_browser(chromium, tmp_path / "profile") as context:
        page = board_at(context, server.address)
        ask(page, "begin(); step(); step()")
        said = ask(page, "told()")
        name = said.split(" ")[0]
        page.reload()
        page.wait_for_selector(OPEN, state="attached")
        prepare(page)
        assert ask(page, "saved()") == {name: 2}
        ask(page, "session().resume(list_saves()[0].path); step()")
        page.close()
    with keeping_browser(chromium, tmp_path / "profile") as context:
        page = board_at(context, server.address)
        assert ask(page, "saved()") == {name: 3}
        assert ask(page, "session().settings.language") == "en"


def test_a_second_tab_says_so_and_plays_without_keeping_or_goes_on_when_the_first_is_closed(
    context: "BrowserContext", server: PlainServer
) -> None:
    first = board_at(context, server.address)
    ask(first, "begin(); step()")
    waiting, alone = context.new_page(), context.new_page()
    waiting.goto(server.address)
    waiting.get_by_text(WORDS["waits"]).wait_for()
    assert waiting.get_by_role("button", name=WORDS["alone"]).is_visible()
    assert waiting.locator(OPEN).count() == 0
    alone.goto(server.address)
    alone.get_by_role("button", name=WORDS["alone"]).click()
    alone.wait_for_selector(OPEN, state="attached")
    prepare(alone)
    assert storage(alone) == "other tab" and ask(alone, "saved()") == {}
    ask(alone, "begin(); step()")
    assert "another tab" in ask(alone, "session().app.paint(); session().app.screen.tree.standing")
    ask(first, "step()")
    first.close()
    waiting.wait_for_selector(OPEN, state="attached")
    prepare(waiting)
    assert storage(waiting) == "kept" and list(ask(waiting, "saved()").values()) == [2]


def test_a_full_quota_is_told_as_a_full_disk_and_tried_again_and_what_nobody_told_is_kept_when_the_page_is_hidden(
    context: "BrowserContext", server: PlainServer
) -> None:
    page = board_at(context, server.address)
    ask(page, "begin(); step()")
    session, origin = context.new_cdp_session(page), {"origin": server.address.rstrip("/")}
    session.send("Storage.overrideQuotaForOrigin", {**origin, "quotaSize": 1})
    ask(page, FILL)
    assert "The disk is full" in ask(page, "step()")
    session.send("Storage.overrideQuotaForOrigin", origin)
    said = ask(page, "step()").split(" ", 2)
    assert said[2] == ""
    ask(page, "__import__('pathlib').Path('/home/caffael/untold').write_text('here')")
    page.evaluate(HIDE)
    while "untold" not in ask(page, "list(js.board.tab.machine.home.mirror._known)"):
        page.wait_for_timeout(20)
    crash(page)
    page = board_at(context, server.address)
    assert ask(page, "saved()") == {said[0]: int(said[1])}
    assert ask(page, "__import__('pathlib').Path('/home/caffael/untold').read_text()") == "here"


def test_without_the_private_file_system_the_board_plays_and_says_that_nothing_is_kept(chromium: "Browser", server: PlainServer) -> None:
    context = chromium.new_context(service_workers="block")
    context.route("**/*-worker.js", without_files)
    page = context.new_page()
    opened(page, server.address)
    plays_unkept(page)
    context.close()


def test_over_plain_http_by_address_the_board_plays_copies_and_says_that_nothing_is_kept(
    chromium: "Browser", server: PlainServer, tmp_path: Path
) -> None:
    port = server.address.rstrip("/").rpartition(":")[2]
    with keeping_browser(chromium, tmp_path / "profile", "--host-resolver-rules=MAP school.test 127.0.0.1") as context:
        page = context.new_page()
        opened(page, f"http://school.test:{port}/")
        assert page.evaluate("isSecureContext") is False
        plays_unkept(page)
        page.mouse.click(5, 5)  # a page may copy once somebody has pressed something
        ask(page, "from caffael.browser import standin, wire; wire.post('copy', text='a list of faults')")
        while ask(page, "standin.scrap.text") != "a list of faults":
            page.keyboard.press("Control+V")
            page.wait_for_timeout(20)


def without_files(route: "Route") -> None:
    """The board's worker in a browser without the private file system."""
    answer = route.fetch()
    route.fulfill(response=answer, body=f"delete StorageManager.prototype.getDirectory;\n{answer.text()}")


def plays_unkept(page: "Page") -> None:
    """The board plays, and says all the time that nothing is kept."""
    prepare(page)
    assert storage(page) == "denied"
    assert ask(page, "begin(); step()").endswith(" 1 ")
    assert "This browser keeps no games." in ask(page, "session().app.paint(); session().app.screen.tree.standing")

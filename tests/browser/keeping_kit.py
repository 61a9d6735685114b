"""A browser that keeps what pages store, and a board in it that plays by itself and tells of every action that counts."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.axe import CHROMIUM
from tests.browser.opening import opened
from tests.conftest import FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

PYTHON = """
import js
from caffael.match import Seat
from caffael.saves import list_saves, read
from caffael.scenario import load_pack

def session():
    return js.board.tab.session

def begin(seed=7, years=3):
    session().settings.instant = True
    pack = load_pack("smarter-spending", years)
    councils = pack.ids.councils
    session().new_game(pack, [Seat(f"Team {place}", councils[place]) for place in range(4)], seed)

def step():
    if session().match is None or session().game.finished:
        begin(int(session().now() * 1000))
    game = session().game
    game.play(game.bot_action("balanced"))
    if len(game.history) % 50 == 0:
        js.board.tab.machine.home.mirror.journal.shorten()
    if len(game.history) % 20 == 0:
        session().settings.text_scale = 1.25 if session().settings.text_scale == 1.0 else 1.0
        js.board.tab.machine.home.sweep()
    return told()

def told():
    game = session().game
    return f"{game.path.name} {len(game.history)} {'' if game.trouble is None else game.trouble.pattern}"

def saved():
    return {save.path.name: len(read(save.path).moves) for save in list_saves()}
"""
"""What is run in the board's Python."""
ASK = """(code) => {
  const found = board.python.runPython(code);
  return found?.toJs ? found.toJs({ dict_converter: Object.fromEntries }) : found;
}"""
PLAY = """() => {
  const go = () => {
    console.log("kept " + board.python.runPython("step()"));
    setTimeout(go);
  };
  go();
}"""


@contextmanager
def keeping_browser(chromium: "Browser", profile: Path, *flags: str) -> "Iterator[BrowserContext]":
    """A browser whose pages store on the disk."""
    size: Any = {"width": 1366, "height": 768}
    start = chromium.browser_type.launch_persistent_context
    context = start(profile, executable_path=CHROMIUM, args=[*FLAGS, *flags], viewport=size, locale="en-GB")
    try:
        yield context
    finally:
        context.close()


def board_at(context: "BrowserContext", address: str) -> "Page":
    """A page with the board open, and what is run in its Python."""
    page = context.new_page()
    opened(page, address)
    prepare(page)
    return page


def prepare(page: "Page") -> None:
    """Run what the tests need in the board's Python."""
    page.workers[0].evaluate("(code) => board.python.runPython(code)", PYTHON)


def ask(page: "Page", code: str) -> Any:
    """What an expression of the board's Python is."""
    return page.workers[0].evaluate(ASK, code)


def storage(page: "Page") -> str:
    """What becomes of games in a page."""
    return str(ask(page, "js.board.tab.machine.storage"))


def crash(page: "Page") -> None:
    """Let the process of a page crash, as `Page.crash` of the protocol does (which never answers), and wait until it has."""
    from playwright.sync_api import Error

    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")
    page.close()


class Acknowledged:
    """What a page told that counts: how many actions of each game."""

    def __init__(self) -> None:
        self.actions: dict[str, int] = {}
        self.heard = 0

    def listen(self, page: "Page") -> None:
        """Hear what a page tells from now on."""
        page.on("console", lambda message: self.hear(message.text))

    def hear(self, text: str) -> None:
        """Take note of an action."""
        if text.startswith("kept "):
            _, name, count, *trouble = text.split(" ", 3)
            assert trouble in ([], [""]), text
            self.actions[name] = int(count)
            self.heard += 1

"""A real board beside a real page: the board runs here, its elements and its typing in Chromium; messages go to and fro between them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pygame

from caffael.board.board import Board
from caffael.board.session import Session
from caffael.browser.hands import events_of
from caffael.browser.reader import PageReader

PAGE = Path(__file__).parents[2] / "caffael" / "browser" / "page"
ORIGIN = "http://caffael.test/"
HTML = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Caffael</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="page.css">
<link rel="stylesheet" href="access.css">
<div id="stage"><canvas aria-hidden="true"></canvas></div>
<script type="module">
import { Access } from "./access.js";
import { connect } from "./input.js";
import { Typing } from "./typing.js";
window.posts = [];
const post = (kind, message) => posts.push([kind, message]);
const stage = document.getElementById("stage");
window.access = new Access(stage, post);
window.typing = new Typing(stage, access, post);
stage.querySelector("canvas").dataset.pixels = innerWidth * devicePixelRatio;
connect({ postMessage: ({ kind, ...message }) => post(kind, message) }, stage.querySelector("canvas"), (event) => access.leaves(event));
window.ready = true;
</script></html>"""
KINDS = {".js": "text/javascript", ".css": "text/css"}


class NowErrands:
    """Does everything at once."""

    def run(self, work: Callable[[], None]) -> None:
        work()

    def wait(self) -> None:
        """Nothing is left."""


class Both:
    """The board and the page that shows its elements."""

    def __init__(self, session: Session, page: Any) -> None:
        self.session, self.page = session, page
        self.sent: list[dict[str, Any]] = []
        assert isinstance(session.app, Board)
        self.reader = PageReader("Caffael", self.sent.append, NowErrands())
        session.app.reader = self.reader

    def step(self) -> None:
        """Let the board hear the page, draw, and tell the page."""
        for kind, message in self.page.evaluate("posts.splice(0)"):
            if kind == "access":
                self.reader.take(message)
            else:
                for event in events_of(kind, message, self.session.app.surface.get_size()):
                    pygame.event.post(pygame.event.Event(event.type, {name: of for name, of in event.__dict__.items() if name != "type"}))
        self.session.app.frame()
        self.reader.tell()
        for message in self.sent:
            self.page.evaluate("message => access.take(message)", message)
        self.sent.clear()

    def key(self, key: str) -> None:
        """Press a key in the page."""
        self.page.keyboard.press(key)
        self.step()

    def element(self, role: str, name: str) -> Any:
        """The element of a role and a name."""
        return self.page.get_by_role(role, name=name, exact=True)

    def focused(self) -> str:
        """The name of what has the page's focus."""
        found: str = self.page.evaluate("(e => e.getAttribute('aria-label') || e.textContent)(document.activeElement)")
        return found


@contextmanager
def beside(browser: Any, session: Session, script: str = "", **context: Any) -> Iterator[Both]:
    """A page beside a board. `script` runs in the page before anything else."""
    opened = browser.new_context(**context)
    page = opened.new_page()
    if script:
        page.add_init_script(script)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.route(f"{ORIGIN}**", lambda route: route.fulfill(**answered(route.request.url)))
    page.goto(ORIGIN)
    page.wait_for_function("window.ready")
    try:
        both = Both(session, page)
        session.app.redraw()
        both.step()
        yield both
        assert not faults
    finally:
        opened.close()


def answered(url: str) -> dict[str, Any]:
    """The answer of the page's server."""
    name = url.removeprefix(ORIGIN)
    if not name:
        return {"body": HTML, "content_type": "text/html"}
    path = PAGE / name
    if not path.is_file():
        return {"status": 404, "body": ""}
    return {"body": path.read_text(), "content_type": KINDS[path.suffix]}

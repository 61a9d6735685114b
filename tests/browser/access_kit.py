"""A real board beside a real page: the board runs here, its elements and its typing in Chromium; messages go to and fro between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pygame

from caffael.board.board import Board
from caffael.board.session import Session
from caffael.browser.reader import PageReader

PAGE = Path(__file__).parents[2] / "caffael" / "browser" / "page"
ORIGIN = "http://caffael.test/"
HTML = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Caffael</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="access.css">
<style>html, body { margin: 0; height: 100%; overflow: hidden }
#stage { position: absolute; inset: 0 } canvas { width: 100%; height: 100% }</style>
<div id="stage"><canvas aria-hidden="true"></canvas></div>
<script type="module">
import { Access } from "./access.js";
import { Typing } from "./typing.js";
window.posts = [];
const post = (kind, message) => posts.push([kind, message]);
const stage = document.getElementById("stage");
window.access = new Access(stage, post);
window.typing = new Typing(stage, access, post);
window.addEventListener("keydown", (event) => { posts.push(["key", { key: event.key, ctrl: event.ctrlKey }]); event.preventDefault(); });
window.ready = true;
</script></html>"""
KINDS = {".js": "text/javascript", ".css": "text/css"}
CODES = {"Tab": pygame.K_TAB, "Enter": pygame.K_RETURN, " ": pygame.K_SPACE, "Escape": pygame.K_ESCAPE, "Backspace": pygame.K_BACKSPACE}
CODES |= {
    "ArrowLeft": pygame.K_LEFT,
    "ArrowRight": pygame.K_RIGHT,
    "ArrowUp": pygame.K_UP,
    "ArrowDown": pygame.K_DOWN,
    "Delete": pygame.K_DELETE,
}
CODES |= {"Home": pygame.K_HOME, "End": pygame.K_END}


class Both:
    """The board and the page that shows its elements."""

    def __init__(self, session: Session, page: Any) -> None:
        self.session, self.page = session, page
        self.sent: list[dict[str, Any]] = []
        assert isinstance(session.app, Board)
        self.reader = PageReader("Caffael", lambda kind, message: self.sent.append(message), lambda seconds, call: call())
        session.app.reader = self.reader

    def step(self) -> None:
        """Let the board hear the page, draw, and tell the page."""
        for kind, message in self.page.evaluate("posts.splice(0)"):
            if kind == "access":
                self.reader.take(message)
            elif kind == "text" and "text" in message:
                pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=message["text"]))
            elif kind == "text":
                pygame.event.post(pygame.event.Event(pygame.TEXTEDITING, text=message["composing"], start=0, length=0))
            elif kind == "key" and (code := CODES.get(message["key"]) or ord(message["key"][0])):
                mod = pygame.KMOD_CTRL if message["ctrl"] else 0
                pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=0))
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
def beside(browser: Any, session: Session, **context: Any) -> Iterator[Both]:
    """A page beside a board."""
    opened = browser.new_context(**context)
    page = opened.new_page()
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

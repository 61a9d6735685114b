"""The board in a tab as tests meet it: what a screen reader finds is pressed by a real mouse, and the board's Python can be asked."""

import math
from pathlib import Path
from typing import Any

from caffael.board.double import NEAR
from tests.browser.opening import opened

SEATS = ("balanced", "cheapest", "greenest", "local")
DOUBLE = 450  # milliseconds after which a press on the same spot is no second press of a double one
PATIENCE = 120_000  # milliseconds until something that is waited for counts as never coming


class Board:
    """The board in a page of Playwright. `faults` are errors that the page or its worker wrote."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.faults: list[str] = []
        self._pressed: tuple[float, float] | None = None
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("console", lambda line: self.faults.append(line.text) if line.type == "error" else None)
        opened(page, address)

    # Python

    def python(self, code: str) -> Any:
        """What a piece of Python in the board's worker gives; `tab` and `session` are there."""
        return self.page.workers[0].evaluate(
            """code => {
              const python = board.python;
              python.globals.set("tab", board.tab);
              python.runPython("session = tab.session");
              const found = python.runPython(code);
              self.onmessage({ data: { kind: "focus", on: true } });  // whatever it did is drawn
              return found?.toJs ? found.toJs({ dict_converter: Object.fromEntries }) : found;
            }""",
            code,
        )

    @property
    def screen(self) -> str:
        """The page of the board that is seen."""
        return str(self.python("str(session.app.screen.id)"))

    def wait(self, condition: str) -> None:
        """Wait until a condition in Python holds."""
        for _ in range(PATIENCE // 50):
            if self.python(f"bool({condition})"):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never came: {condition}; the board shows {self.screen}")

    def wait_for(self, screen: str) -> None:
        """Wait until a page of the board is seen and nothing moves on it."""
        self.wait(f"str(session.app.screen.id) == {screen!r} and not session.app.animator.busy")

    # Hands

    def place(self, role: str, name: str, exact: bool = True) -> tuple[float, float]:
        """Where the middle of a thing is that a screen reader finds by its role and name."""
        box = self.page.get_by_role(role, name=name, exact=exact).first.bounding_box()
        assert box is not None, f"{role} {name!r} is not on the page"
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def click(self, name: str, role: str = "button", exact: bool = True) -> None:
        """Press a thing with the mouse."""
        self.page.mouse.click(*self.unhurried(*self.place(role, name, exact)))

    def tap(self, name: str, role: str = "button", exact: bool = True) -> None:
        """Press a thing with a finger."""
        self.page.touchscreen.tap(*self.unhurried(*self.place(role, name, exact)))

    def unhurried(self, x: float, y: float) -> tuple[float, float]:
        """Give a place back once a press there is no second press of a double one."""
        if self._pressed is not None and math.dist(self._pressed, (x, y)) < 2 * NEAR:
            self.page.wait_for_timeout(DOUBLE)
        self._pressed = (x, y)
        return x, y

    @property
    def things(self) -> list[dict[str, Any]]:
        """What can be reached on the board now: name, label, role, whether it is enabled, and its middle in pixels of the page."""
        return list(self.python(THINGS))

    def thing(self, name: str) -> dict[str, Any]:
        """One thing that is enabled, by the beginning of its name or its whole label; waits until it is there."""
        seen: list[dict[str, Any]] = []
        for _ in range(PATIENCE // 50):
            seen = self.things
            found = [one for one in seen if one["enabled"] and (name == one["label"] or one["name"].startswith(name))]
            if found:
                return found[0]
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{name!r} never came onto the board, which shows {self.screen}: {[one['name'] for one in seen]}")


class Mouse:
    """Plays with the mouse."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def press(self, name: str) -> None:
        """Press a thing of the board."""
        thing = self.board.thing(name)
        self.board.page.mouse.click(*self.board.unhurried(thing["x"], thing["y"]))


class Finger(Mouse):
    """Plays with a finger."""

    def press(self, name: str) -> None:
        """Press a thing of the board."""
        thing = self.board.thing(name)
        self.board.page.touchscreen.tap(*self.board.unhurried(thing["x"], thing["y"]))


class Keys(Mouse):
    """Plays with the keyboard alone."""

    def press(self, name: str) -> None:
        """Go to a thing of the board with Tab, and press it with Return."""
        board, wanted = self.board, self.board.thing(name)["name"]
        for _ in range(200):
            here = board.python(FOCUSED)
            if here == wanted:
                board.page.keyboard.press("Enter")
                return
            board.page.keyboard.press("Tab")
            board.wait(f"({FOCUSED}) != {here!r}")
        raise AssertionError(f"Tab does not come to {wanted!r}")


FOCUSED = "session.app.screen.tree.focused.name if session.app.screen.tree.focused else ''"
THINGS = """
[{"name": one.name, "label": one.label, "role": one.role, "enabled": one.enabled,
  "x": session.app.look.scale.rect(one.box).centerx / tab.machine.density,
  "y": session.app.look.scale.rect(one.box).centery / tab.machine.density} for one in session.app.screen.tree.reachable()]
"""


def play_to_the_bids(hand: Mouse) -> None:
    """From the title to a published tender and its bids, by one kind of hand; nothing is named in a language."""
    board = hand.board
    board.python("session.seed = 7")
    hand.press(board.things[0]["name"])
    board.wait_for("scenarios")
    hand.press(board.things[-1]["name"])
    board.wait_for("seats")
    hand.press(board.things[-1]["name"])
    board.wait_for("year")
    hand.press("go on")
    board.wait_for("table")
    board.wait("session.deciding_seat() is not None and not session.app.animator.busy")  # a computer team may be first to buy
    hand.press("do tender")
    board.wait_for("tender")
    hand.press("need.")
    board.wait("not session.app.animator.busy and session.app.screen.draft.ready")
    hand.press("publish")
    board.wait("session.app.screen.tree.dialogs")
    hand.press("predict nobody")
    board.wait_for("bids")


def load_tools(board: Board, *names: str) -> None:
    """Give the tab modules of `tools/`, which it does not bring along."""
    for name in names:
        place = Path(__file__).parents[2] / "tools" / name.replace(".", "/")
        source = place.with_suffix(".py") if name.count(".") else place / "__init__.py"
        board.python(f"import sys, types; made = types.ModuleType({name!r}); made.__path__ = []; sys.modules[{name!r}] = made")
        board.python(f"exec({source.read_text('utf-8')!r}, sys.modules[{name!r}].__dict__)")


def autoplay(board: Board, scenario: str, *, language: str = "en", seats: tuple[str, ...] = SEATS, pictures: bool = False) -> list[str]:
    """A whole game to its debrief by the player that opens every kind of screen; the names of its pictures, which lie in /shots."""
    load_tools(board, "caffael_tools", "caffael_tools.autoplay")
    board.python(f"asked = dict(scenario={scenario!r}, seats={list(seats)!r}, language={language!r}, pictures={pictures})")
    return list(board.python(AUTOPLAY))


AUTOPLAY = """
import tempfile
import math
from pathlib import Path
from caffael_tools.autoplay import AutoPlayer
from caffael.board.options import BoardOptions
before = session.games
session.settings.instant, session.settings.movement = True, "off"
session.app.set_movement("off")
session.set_language(asked["language"])
session.games, session.seed = Path(tempfile.mkdtemp()), 7
shots = Path("/shots") if asked["pictures"] else None
player = AutoPlayer(session, BoardOptions(scenario=asked["scenario"], seats=asked["seats"], screenshots=shots))
why = player.before_the_game()
assert not why, why
assert player.the_game(), "the game did not come to its end"
player.after_the_game()
if session.match is not None:
    session.match.close()
session.settings.instant = False
session.games = before
list(player.taken)
"""

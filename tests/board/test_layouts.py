"""Everything has room, is announced and can be reached: a sample. `python -m tests.layouts` looks at every screen in every way."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from caffael.board.access.spoken import heading_of
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.session import Session
from caffael.board.widgets import Button, ScrollArea, Widget, Words
from caffael.board.window import App, Screen
from tests.board.tour import tour
from tests.layouts.looking import look_at
from tests.layouts.stops import Rounds


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


def tabs_round(session: Session) -> list[str]:
    """The names Tab comes to until it is where it began; as many as can be reached if it does."""
    screen = session.app.screen
    assert screen is not None
    tree, names = screen.tree, list[str]()
    before = tree.focused
    for _ in range(len(tree.reachable()) + 1):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="", scancode=0))
        session.app.frame()
        assert tree.focused is not None
        if tree.focused.name in names and len(names) >= len({one.name for one in tree.reachable()}):
            break
        names.append(tree.focused.name)
    tree.focus(before, quiet=True)
    tree.toast = None
    return names


def test_a_game_in_welsh_with_the_largest_letters_has_room_is_announced_and_lets_tab_through() -> None:
    rounds = Rounds(texts=(1.75,), codes=("cy",))
    tables = Rounds(sizes=((1024, 768), (768, 1024)), texts=(1.0, 1.75), codes=("cy",), sheets=False, only="^table$")
    silent, trapped = [], []

    def look(name: str, session: Session) -> None:
        rounds.look(name, session)
        tables.look(name, session)
        screen = session.app.screen
        assert screen is not None
        if not heading_of(screen.tree, screen.drawn_words()):
            silent.append(name)
        if set(tabs_round(session)) != {one.name for one in screen.tree.reachable()}:
            trapped.append(name)

    tour(look, "first-steps", years=3, seats=["balanced"], code="cy", text_scale=1.75)
    assert rounds.looked > 40
    assert not rounds.faults
    assert tables.looked == 4 and not tables.faults
    assert not silent
    assert not trapped


def test_a_game_has_room_on_boards_of_4_to_3_and_on_upright_ones() -> None:
    rounds = Rounds(sizes=((1024, 768), (768, 1024)), texts=(1.0,), codes=("en",), sheets=False)
    tour(rounds.look, "smarter-spending", years=3, size=(768, 1024))
    assert rounds.looked > 80
    assert not rounds.faults


# What the looking itself notices


class Page(Screen):
    """A page that is made by one function."""

    def __init__(self, app: App, make: Callable[[Screen], None], drawn: Callable[[Painter], None] | None = None) -> None:
        super().__init__(app)
        self.make, self.drawn = make, drawn

    def build(self) -> None:
        self.make(self)

    def draw(self, painter: Painter) -> None:
        if self.drawn:
            self.drawn(painter)


def faults(make: Callable[[Screen], None], drawn: Callable[[Painter], None] | None = None) -> list[str]:
    app = App("Caffael", (1280, 720))
    app.push(Page(app, make, drawn))
    app.frame()
    return [fault.split(":")[0] for fault in look_at(app)]


def nothing(screen: Screen) -> None:
    """An empty page."""


def button(box: Box, name: str = "one") -> Button:
    return Button(box, "Go", lambda: None, name=name)


LONG = "A sentence that is much too long for the little room that it was given here"


class Loud(Button):
    """A button that writes beyond itself."""

    def draw(self, painter: Painter) -> None:
        painter.words("Much more than a button holds", self.box.topleft)


def holding(*widgets: Callable[[], Widget]) -> tuple[Callable[[Screen], None], None]:
    def make(screen: Screen) -> None:
        for widget in widgets:
            screen.tree.root.add(widget())

    return make, None


def writing(*words: tuple[str, float, float]) -> tuple[Callable[[Screen], None], Callable[[Painter], None]]:
    def draw(painter: Painter) -> None:
        for said, left, top in words:
            painter.words(said, (left, top))

    return nothing, draw


WRONG: dict[str, tuple[Callable[[Screen], None], Callable[[Painter], None] | None]] = {
    "shortened": holding(lambda: Words(Box(100, 100, 120, 30), LONG)),
    "overlap": writing(("Price", 100, 100), ("Quality", 110, 104)),
    "leaves the window": writing((LONG, 1700, 100)),
    "leaves its widget": holding(lambda: Loud(Box(100, 100, 90, 66), "x", print)),
    "widget leaves the window": holding(lambda: button(Box(1850, 100, 200, 66))),
    "widgets cover each other": holding(lambda: button(Box(100, 100, 200, 66)), lambda: button(Box(200, 120, 200, 66), "two")),
    "too small for a finger": holding(lambda: button(Box(100, 100, 80, 30)), lambda: button(Box(100, 132, 80, 30), "two")),
}


@pytest.mark.parametrize("fault", WRONG)
def test_each_kind_of_fault_would_be_noticed(fault: str) -> None:
    assert fault in faults(*WRONG[fault])


def test_what_has_room_has_no_fault_and_what_can_be_scrolled_to_has_room() -> None:
    def make(screen: Screen) -> None:
        screen.tree.root.add(button(Box(100, 100, 200, 66)))
        area = screen.tree.root.add(ScrollArea(Box(100, 300, 400, 100), 300))
        area.add(Words(Box(100, 300, 400, 60), "One line"))
        area.add(Words(Box(100, 480, 400, 60), "Another line"))

    assert not faults(make)

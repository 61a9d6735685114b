"""The window: it draws when something has changed and only then."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pygame
import pytest

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Button
from caffael.board.window import App, Screen


class Table(Screen):
    pressed = 0

    def build(self) -> None:
        self.tree.root.add(Button(Box(100, 100, 200, 66), "Pass", self.count))

    def count(self) -> None:
        self.pressed += 1

    def draw(self, painter: Painter) -> None:
        painter.card(Box(400, 100, 300, 200))


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(clock: Clock) -> Iterator[App]:
    app = App("Caffael", (1280, 720), clock=clock)
    app.push(Table(app))
    app.frame()
    app.frame()
    yield app
    pygame.display.quit()


def test_an_idle_board_is_not_drawn(app: App) -> None:
    assert not app.frame()
    app.redraw()
    assert app.frame()
    assert not app.frame()


def test_a_board_that_nobody_touches_looks_for_events_a_few_times_a_second(app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    app.frame()
    looks = Mock(return_value=[])
    monkeypatch.setattr(pygame.event, "get", looks)
    monkeypatch.setattr(app, "next_wake", lambda: clock() + 0.5)
    assert not app.frame(wait=True)
    assert looks.call_count <= 12


def test_events_reach_the_widgets(app: App) -> None:
    for key in (pygame.K_TAB, pygame.K_RETURN):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))
    assert app.frame()
    assert isinstance(app.screen, Table)
    assert app.screen.pressed == 1


def test_a_movement_is_drawn_until_it_ends(app: App, clock: Clock) -> None:
    seen: list[float] = []
    app.move(1.0, seen.append)
    assert app.frame()
    clock.now += 2
    assert app.frame()
    assert not app.frame()
    assert (seen[0], seen[-1]) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("movement", "travels", "at_once"), [("full", True, 0), ("reduced", True, 1), ("reduced", False, 0), ("off", False, 1)]
)
def test_what_may_not_move_is_at_its_end_at_once(app: App, movement: str, travels: bool, at_once: int) -> None:
    app.set_movement(movement)
    seen: list[float] = []
    app.move(1.0, seen.append, lambda: seen.append(9), travels=travels)
    assert seen == ([1.0, 9] if at_once else [0.0])


def test_a_screen_keeps_its_focus_when_letters_grow(app: App) -> None:
    assert app.screen is not None
    tree = app.screen.tree
    tree.focus(tree.find("Pass"))
    assert app.larger_text() == 1.25
    assert tree.focused is tree.find("Pass")


def test_escape_goes_back_and_the_last_screen_ends_it(app: App) -> None:
    app.push(Table(app))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0))
    app.frame()
    assert len(app.screens) == 1


def test_a_screenshot_is_a_whole_picture(app: App, tmp_path: Path) -> None:
    app.screenshot(tmp_path / "table.png")
    assert pygame.image.load(tmp_path / "table.png").get_size() == (1280, 720)
    assert [path.name for path in tmp_path.iterdir()] == ["table.png"]

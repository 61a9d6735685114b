"""A double press goes one page further: its second press does not reach what came up under the finger."""

from pathlib import Path

import pygame
import pytest

from caffael.board import double
from caffael.board.game_screen import GameScreen
from caffael.board.scale import Box
from caffael.board.session import Session
from caffael.board.widgets import Button, Dialog
from tests.board.frame_kit import board, touch

SPOT, ELSE = Box(400, 300, 200, 80), Box(400, 600, 200, 80)


class Leaf(GameScreen):
    """A page with one button, which shows the next such page or opens a question over it."""

    def __init__(self, session: Session, asks: bool = False) -> None:
        super().__init__(session)
        self.asks = asks
        self.pressed = 0

    def build(self) -> None:
        self.tree.root.add(Button(SPOT, "Go on", self.go, name="go"))
        self.tree.root.add(Button(ELSE, "Else", self.count, name="else"))

    def count(self) -> None:
        self.pressed += 1

    def go(self) -> None:
        self.pressed += 1
        if self.asks:
            dialog = self.tree.open(Dialog(self.look.board, 600, 400, "Shall it be?"))
            dialog.add(Button(SPOT, "Yes", self.count, name="yes"))
        else:
            self.app.replace(Leaf(self.session))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    monkeypatch.setattr(double, "SECONDS", 0.4)
    return [100.0]


def leaf(tmp_path: Path, clock: list[float], asks: bool = False) -> tuple[Session, Leaf]:
    session = board(tmp_path)
    session.app.now = lambda: clock[0]
    screen = Leaf(session, asks)
    session.app.push(screen)
    session.app.frame()
    return session, screen


def seen(session: Session) -> Leaf:
    screen = session.app.screen
    assert isinstance(screen, Leaf)
    return screen


def test_the_second_press_of_a_double_one_does_not_reach_the_next_page(tmp_path: Path, clock: list[float]) -> None:
    session, first = leaf(tmp_path, clock)
    touch(session, SPOT.center)
    second = seen(session)
    assert (first.pressed, second is first) == (1, False)
    clock[0] += 0.3
    touch(session, (SPOT.centerx + 20, SPOT.centery))
    assert seen(session) is second and second.pressed == 0
    clock[0] += 0.2
    touch(session, SPOT.center)
    assert second.pressed == 1 and seen(session) is not second


def test_a_press_elsewhere_counts_at_once(tmp_path: Path, clock: list[float]) -> None:
    session, _ = leaf(tmp_path, clock)
    touch(session, SPOT.center)
    second = seen(session)
    touch(session, ELSE.center)
    assert second.pressed == 1


def test_nor_does_it_answer_a_question_that_came_up(tmp_path: Path, clock: list[float]) -> None:
    session, screen = leaf(tmp_path, clock, asks=True)
    touch(session, SPOT.center)
    touch(session, SPOT.center)
    assert screen.pressed == 1 and screen.tree.dialogs
    clock[0] += 0.5
    touch(session, SPOT.center)
    assert screen.pressed == 2


def test_quick_presses_on_one_page_all_count(tmp_path: Path, clock: list[float]) -> None:
    session, screen = leaf(tmp_path, clock)
    clock[0] += 1
    for _ in range(3):
        touch(session, ELSE.center)
    assert screen.pressed == 3


def test_a_finger_is_guarded_as_a_mouse_is(tmp_path: Path, clock: list[float]) -> None:
    session, _ = leaf(tmp_path, clock)
    scale = session.app.look.scale
    x, y = scale.to_pixels(SPOT.center)
    for _ in range(2):
        for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
            pygame.event.post(pygame.event.Event(kind, finger_id=1, x=x / scale.width, y=y / scale.height))
            session.app.frame()
    assert seen(session).pressed == 0

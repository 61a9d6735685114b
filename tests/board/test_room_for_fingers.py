"""Fingers: how much room they need on every screen, and which of two things near each other they mean."""

from pathlib import Path

import pygame
import pytest

from caffael.board.look import Look
from caffael.board.scale import Box, Scale
from caffael.board.widgets import Button, Card, Tree
from caffael.board.widgets.reaching import touched_at
from tests.board.tour import tour
from tests.layouts.stops import Rounds

IPAD = Look(scale=Scale(1024, 768))


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


def test_every_control_of_a_game_has_room_for_a_finger_on_an_ipad() -> None:
    rounds = Rounds(sizes=((1024, 768),), texts=(1.0,), codes=("en",))
    tour(rounds.look, "smarter-spending", years=3)
    assert rounds.looked > 60
    small = {name: [fault for fault in faults if "finger" in fault] for name, faults in rounds.faults.items()}
    assert not {name: faults for name, faults in small.items() if faults}


@pytest.mark.parametrize("size", [(1024, 768), (1180, 820), (1366, 1024), (1920, 1080)])
@pytest.mark.parametrize("density", [1, 2])
def test_a_finger_is_measured_in_pixels_of_the_system(size: tuple[int, int], density: int) -> None:
    look = Look(scale=Scale(size[0] * density, size[1] * density, density=density))
    target = look.measure("target")
    assert target * look.scale.factor / density >= 43.99
    assert target >= 66
    assert (look.row(8) + 8) * look.scale.factor / density == pytest.approx(44)


def tree_of(*boxes: Box) -> Tree:
    """Cards in a tree, each named after its place; the last lies on top."""
    tree = Tree()
    for place, box in enumerate(boxes):
        tree.root.add(Card(box, str(place), on_press=lambda: None))
    return tree


def meant(tree: Tree, at: tuple[float, float], finger: bool) -> str | None:
    """The name of what is meant at a point."""
    found = tree.at(at, IPAD, finger)
    return None if found is None else found.name


def test_two_small_ones_share_what_lies_between_them() -> None:
    tree = tree_of(Box(100, 100, 40, 40), Box(160, 100, 40, 40))
    assert [meant(tree, (x, 120), finger=True) for x in (90, 120, 149, 151, 180, 209)] == ["0", "0", "0", "1", "1", "1"]
    assert meant(tree, (60, 120), finger=True) is None


def test_a_small_one_takes_what_it_needs_from_a_large_one_for_a_finger_and_not_for_a_mouse() -> None:
    tree = tree_of(Box(100, 100, 400, 300), Box(300, 200, 40, 40))
    beside = (290, 220)
    assert meant(tree, beside, finger=True) == "1"
    assert meant(tree, beside, finger=False) == "0"
    assert meant(tree, (250, 220), finger=True) == "0"


def test_a_small_one_on_which_a_finger_lies_is_meant_before_one_that_is_near() -> None:
    tree = tree_of(Box(100, 100, 40, 40), Box(145, 100, 40, 40))
    assert meant(tree, (139, 120), finger=True) == "0"


def test_a_finger_presses_what_it_means() -> None:
    tree, pressed = Tree(), list[str]()
    tree.root.add(Button(Box(100, 100, 40, 40), "Go", lambda: pressed.append("Go")))
    x, y = IPAD.scale.to_pixels((150, 120))
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        tree.handle(pygame.event.Event(kind, finger_id=1, x=x / 1024, y=y / 768), IPAD)
    assert pressed == ["Go"]


def test_a_touch_is_told_once_where_the_system_makes_a_mouse_of_it() -> None:
    x, y = IPAD.scale.to_pixels((960, 540))
    finger = pygame.event.Event(pygame.FINGERDOWN, finger_id=1, x=x / 1024, y=y / 768)
    mouse = pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(x, y), touch=False)
    made = pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(x, y), touch=True)
    assert touched_at(finger, IPAD) == pytest.approx((960, 540), abs=2)
    assert touched_at(mouse, IPAD) == pytest.approx((960, 540), abs=2)
    assert touched_at(made, IPAD) is None

"""The widgets: keys, mouse and touch do the same, and what is disabled says why."""

from functools import partial
from typing import Any

import pygame
import pytest

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box, Scale
from caffael.board.widgets import Button, Card, Choice, Dialog, ListBox, ScrollArea, Slider, Stepper, TextLine, Toggle, Tree
from caffael.presentation import rows
from caffael.presentation.rows import Field, OneOf, Option


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tree(clock: Clock) -> Tree:
    return Tree(clock)


@pytest.fixture
def told() -> list[object]:
    return []


def mouse(tree: Tree, look: Look, kind: int, at: tuple[float, float], **more: Any) -> None:
    tree.handle(pygame.event.Event(kind, pos=look.scale.to_pixels(at), **more), look)


def click(tree: Tree, look: Look, at: tuple[float, float]) -> None:
    mouse(tree, look, pygame.MOUSEBUTTONDOWN, at, button=1)
    mouse(tree, look, pygame.MOUSEBUTTONUP, at, button=1)


def tap(tree: Tree, look: Look, at: tuple[float, float]) -> None:
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        tree.handle(pygame.event.Event(kind, x=at[0] / 1920, y=at[1] / 1080, finger_id=1, touch_id=1), look)


def press(tree: Tree, look: Look, *keys: int, mod: int = 0) -> None:
    for key in keys:
        tree.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod), look)


def buttons(tree: Tree, told: list[object], count: int = 3) -> list[Button]:
    return [tree.root.add(Button(Box(100 + place * 220, 100, 200, 66), f"b{place}", partial(told.append, place))) for place in range(count)]


def test_a_button_is_pressed_by_mouse_touch_and_key(tree: Tree, look: Look, told: list[object]) -> None:
    buttons(tree, told)
    click(tree, look, (150, 130))
    tap(tree, look, (400, 130))
    press(tree, look, pygame.K_TAB, pygame.K_RETURN)
    press(tree, look, pygame.K_SPACE)
    assert told == [0, 1, 2, 2]


def test_a_press_that_ends_elsewhere_is_none(tree: Tree, look: Look, told: list[object]) -> None:
    buttons(tree, told)
    mouse(tree, look, pygame.MOUSEBUTTONDOWN, (150, 130), button=1)
    mouse(tree, look, pygame.MOUSEBUTTONUP, (900, 700), button=1)
    assert told == []


def test_a_mouse_event_made_from_a_touch_does_not_count_twice(tree: Tree, look: Look, told: list[object]) -> None:
    buttons(tree, told)
    tap(tree, look, (150, 130))
    mouse(tree, look, pygame.MOUSEBUTTONDOWN, (150, 130), button=1, touch=True)
    mouse(tree, look, pygame.MOUSEBUTTONUP, (150, 130), button=1, touch=True)
    assert told == [0]


def test_a_small_button_is_hit_by_a_finger_beside_it(tree: Tree, look: Look, told: list[object]) -> None:
    tree.root.add(Button(Box(100, 100, 30, 30), "small", lambda: told.append("small")))
    tap(tree, look, (85, 115))
    assert told == ["small"]


def test_tab_goes_round_and_shift_tab_goes_back(tree: Tree, look: Look, told: list[object]) -> None:
    first, second, last = buttons(tree, told)
    press(tree, look, pygame.K_TAB)
    assert tree.focused is first
    press(tree, look, pygame.K_TAB)
    assert tree.focused is second
    press(tree, look, pygame.K_TAB, pygame.K_TAB)
    assert tree.focused is first
    press(tree, look, pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert tree.focused is last


def test_arrows_go_to_the_nearest_widget_that_way(tree: Tree, look: Look, told: list[object]) -> None:
    row = buttons(tree, told)
    below = tree.root.add(Button(Box(320, 300, 200, 66), "below", lambda: None))
    press(tree, look, pygame.K_TAB, pygame.K_RIGHT)
    assert tree.focused is row[1]
    press(tree, look, pygame.K_DOWN)
    assert tree.focused is below
    press(tree, look, pygame.K_UP)
    assert tree.focused is row[1]


def test_a_disabled_button_says_why_when_touched_pressed_or_focused(tree: Tree, look: Look, told: list[object]) -> None:
    why = "You have no officer days left this year."
    tree.root.add(Button(Box(100, 100, 200, 66), "Publish", lambda: told.append(1), why=why))
    for attempt in (partial(click, tree, look, (150, 130)), partial(press, tree, look, pygame.K_RETURN)):
        tree.toast = None
        attempt()
        assert tree.toast is not None
        assert tree.toast.words == why
    tree.toast = tree.focused = None
    press(tree, look, pygame.K_TAB)
    assert tree.toast is not None
    assert told == []


def test_what_was_said_goes_after_a_while(tree: Tree, clock: Clock) -> None:
    tree.say("Gwnaed.", 4)
    assert tree.next_wake() == 4
    clock.now = 4.1
    tree.tick()
    assert tree.toast is None
    assert tree.dirty


def test_a_slider_moves_by_keys_wheel_and_drag_in_its_steps(tree: Tree, look: Look, told: list[object]) -> None:
    slider = tree.root.add(Slider(Box(100, 100, 500, 100), "Price", 40, told.append, step=10, words=lambda n: f"{n} %"))
    press(tree, look, pygame.K_TAB, pygame.K_RIGHT, pygame.K_LEFT, pygame.K_END, pygame.K_HOME)
    assert told == [50, 40, 100, 0]
    mouse(tree, look, pygame.MOUSEWHEEL, (300, 150), x=0, y=1)
    assert slider.number == 10
    mouse(tree, look, pygame.MOUSEBUTTONDOWN, (350, 170), button=1)
    assert slider.number == 50
    mouse(tree, look, pygame.MOUSEMOTION, (2000, 900))
    assert slider.number == 100
    mouse(tree, look, pygame.MOUSEBUTTONUP, (2000, 900), button=1)
    assert slider.value == "100 %"


def test_a_drag_goes_on_when_the_screen_is_laid_out_anew(tree: Tree, look: Look, told: list[object]) -> None:
    def build() -> None:
        tree.root.add(Slider(Box(100, 100, 500, 100), "Price", 40, told.append))

    build()
    mouse(tree, look, pygame.MOUSEBUTTONDOWN, (350, 170), button=1)
    tree.clear()
    build()
    tree.restore()
    mouse(tree, look, pygame.MOUSEMOTION, (590, 170))
    assert told == [50, 100]


def test_a_choice_skips_what_cannot_be_chosen_and_says_why(tree: Tree, look: Look, told: list[object]) -> None:
    options = (Option("open", "Open"), Option("lots", "Lots", why="Too small for lots."), Option("quotes", "Quotes"))
    choice = tree.root.add(Choice(Box(100, 100, 600, 66), OneOf("route", "Route", options, "open"), told.append))
    press(tree, look, pygame.K_TAB, pygame.K_RIGHT)
    assert (choice.chosen, told) == ("quotes", ["quotes"])
    assert tree.toast is not None
    assert tree.toast.words == "Too small for lots."
    click(tree, look, (150, 130))
    assert choice.value == "Open"


def test_a_stepper_says_why_at_its_ends(tree: Tree, look: Look, told: list[object]) -> None:
    stepper = tree.root.add(Stepper(Box(100, 100, 300, 66), rows.Stepper("count", "Teams", 5, 2, 6, "", "Six at most."), told.append))
    click(tree, look, (380, 130))
    click(tree, look, (380, 130))
    assert (stepper.number, told) == (6, [6])
    assert tree.toast is not None
    assert tree.toast.words == "Six at most."


def test_a_text_line_takes_welsh_letters_and_moves_its_caret(tree: Tree, look: Look, told: list[object]) -> None:
    line = tree.root.add(TextLine(Box(100, 100, 400, 66), Field("name", "Name", "", "", 8), told.append))
    press(tree, look, pygame.K_TAB)
    for words in ("d", "w\u0302", "r", " "):
        tree.handle(pygame.event.Event(pygame.TEXTINPUT, text=words), look)
    assert line.value == "dŵr "
    press(tree, look, pygame.K_BACKSPACE, pygame.K_HOME, pygame.K_RIGHT, pygame.K_DELETE)
    assert line.value == "dr"
    tree.handle(pygame.event.Event(pygame.TEXTINPUT, text="abcdefghij"), look)
    assert line.value == "dr"


def test_a_toggle_turns_over(tree: Tree, look: Look, told: list[object]) -> None:
    toggle = tree.root.add(Toggle(Box(100, 100, 400, 66), rows.Toggle("sound", "Sound", False, ("off", "on")), told.append))
    click(tree, look, (300, 130))
    assert (toggle.value, told) == ("on", [True])


def test_a_dialog_keeps_the_focus_and_gives_it_back(tree: Tree, look: Look, told: list[object]) -> None:
    first, *_ = buttons(tree, told)
    press(tree, look, pygame.K_TAB)
    dialog = Dialog(Scale().board, 800, 500, "Publish?")
    yes = dialog.add(Button(Box(700, 600, 200, 66), "Yes", lambda: told.append("yes")))
    tree.open(dialog)
    press(tree, look, pygame.K_TAB, pygame.K_TAB)
    assert tree.focused is yes
    click(tree, look, (150, 130))
    assert told == []
    press(tree, look, pygame.K_ESCAPE)
    assert tree.dialogs == []
    assert tree.focused is first


def test_a_dialog_that_must_be_answered_stays(tree: Tree, look: Look) -> None:
    tree.open(Dialog(Scale().board, 800, 500, "Agree?", must_answer=True))
    press(tree, look, pygame.K_ESCAPE)
    assert len(tree.dialogs) == 1


def test_a_list_scrolls_to_the_line_that_has_the_focus(tree: Tree, look: Look, told: list[object]) -> None:
    box = tree.root.add(ListBox(Box(100, 100, 400, 200), "Games", [Option(str(n), f"Game {n}") for n in range(9)], "0", told.append))
    press(tree, look, *[pygame.K_TAB] * 6, pygame.K_RETURN)
    assert box.chosen == "5"
    assert box.scrolled > 0
    assert tree.focused is not None
    assert box.box.contains(tree.focused.box)


def test_what_is_scrolled_out_of_sight_cannot_be_touched(tree: Tree, look: Look, told: list[object]) -> None:
    area = tree.root.add(ScrollArea(Box(100, 100, 400, 200), 800))
    area.add(Card(Box(100, 350, 400, 100), "hidden", None, lambda: told.append("hidden")))
    click(tree, look, (200, 400))
    assert told == []
    mouse(tree, look, pygame.MOUSEWHEEL, (200, 150), x=0, y=-3)
    click(tree, look, (200, 200))
    assert told == ["hidden"]


def test_a_screen_reader_finds_label_role_value_and_bounds(tree: Tree, look: Look) -> None:
    tree.root.add(Slider(Box(96, 96, 480, 96), "Price", 40, lambda number: None, words=lambda number: f"{number} %"))
    node = next(node for node in tree.describe(look) if node.label == "Price")
    assert (node.role, node.value, node.enabled, tuple(node.bounds)) == ("slider", "40 %", True, (64, 64, 320, 64))


def test_every_widget_can_be_drawn(tree: Tree, look: Look, told: list[object]) -> None:
    box = Box(10, 10, 400, 90)
    tree.root.add(Button(box, "a", lambda: None, style="plain", picture="help"))
    tree.root.add(Slider(box, "b", 20, told.append))
    tree.root.add(Choice(box, OneOf("c", "c", (Option("x", "X", "leaf"),), "x"), told.append))
    tree.root.add(Stepper(box, rows.Stepper("d", "d", 3, 0, 10, "", ""), told.append))
    tree.root.add(TextLine(box, Field("e", "e", "ŵ", "", 24), told.append))
    tree.root.add(Toggle(box, rows.Toggle("f", "f", True, ("", "")), told.append))
    tree.root.add(ListBox(box, "g", [Option("1", "h", "save", detail="i")], "1", told.append))
    tree.root.add(Card(box, "j", chosen=True))
    tree.open(Dialog(Scale().board, 600, 300, "k", line="l", picture="lock"))
    tree.say("m")
    press(tree, look, pygame.K_TAB)
    surface = pygame.Surface((1280, 720))
    tree.paint(Painter(surface, look))
    assert surface.get_at((640, 360))[:3] == look.theme.colour("paper")

"""What a page tells of keys, mouse and fingers is what pygame would have told."""

import pygame
import pytest

from caffael.board.widgets import Key
from caffael.browser.hands import events_of, key_of

SIZE = (1000, 500)


@pytest.mark.parametrize(
    ("key", "code", "number"),
    [
        ("a", "KeyA", pygame.K_a),
        ("A", "KeyA", pygame.K_a),
        ("ŵ", "KeyW", ord("ŵ")),
        ("!", "Digit1", pygame.K_1),
        ("5", "Numpad5", pygame.K_KP_5),
        ("Home", "Numpad7", pygame.K_HOME),
        ("Enter", "NumpadEnter", pygame.K_KP_ENTER),
        ("Enter", "Enter", pygame.K_RETURN),
        (" ", "Space", pygame.K_SPACE),
        ("+", "Equal", pygame.K_PLUS),
        ("F11", "F11", pygame.K_F11),
        ("Shift", "ShiftRight", pygame.K_RSHIFT),
        ("Unidentified", "", pygame.K_UNKNOWN),
        ("MediaPlay", "", pygame.K_UNKNOWN),
    ],
)
def test_a_key_has_the_number_that_pygame_gives_it(key: str, code: str, number: int) -> None:
    assert key_of(key, code) == number


@pytest.mark.parametrize(
    ("held", "shift", "ctrl", "alt"),
    [
        ({}, False, False, False),
        ({"shift": True}, True, False, False),
        ({"ctrl": True}, False, True, False),
        ({"meta": True}, False, True, False),
        ({"alt": True}, False, False, True),
        ({"ctrl": True, "alt": True, "altgr": True}, False, False, False),
    ],
)
def test_what_is_held_beside_a_key_means_to_the_board_what_it_does_on_a_desktop(
    held: dict[str, bool], shift: bool, ctrl: bool, alt: bool
) -> None:
    (event,) = events_of("key", {"key": "z", "code": "KeyZ", **held}, SIZE)
    assert Key.of(event) == Key(pygame.K_z, shift, ctrl, alt)  # type: ignore[arg-type]


def test_a_mouse_is_told_in_pixels_with_its_buttons() -> None:
    told = {"x": 30, "y": 40, "touch": False, "id": 1, "button": 0, "buttons": 1}
    (down,) = events_of("pointer", {**told, "what": "down"}, SIZE)
    assert (down.type, down.pos, down.button, down.touch) == (pygame.MOUSEBUTTONDOWN, (30, 40), 1, False)
    (move,) = events_of("pointer", {**told, "what": "move"}, SIZE)
    assert (move.type, move.pos, move.buttons) == (pygame.MOUSEMOTION, (30, 40), (1, 0, 0))
    (up,) = events_of("pointer", {**told, "what": "up", "button": 2}, SIZE)
    assert (up.type, up.button) == (pygame.MOUSEBUTTONUP, 3)


def test_a_finger_is_told_as_a_share_of_the_board_and_is_no_mouse() -> None:
    told = {"x": 250, "y": 125, "touch": True, "id": 9, "button": 0, "buttons": 1}
    kinds = {"down": pygame.FINGERDOWN, "move": pygame.FINGERMOTION, "up": pygame.FINGERUP}
    for what, kind in kinds.items():
        (event,) = events_of("pointer", {**told, "what": what}, SIZE)
        assert (event.type, event.finger_id, event.x, event.y) == (kind, 9, 0.25, 0.25)


@pytest.mark.parametrize("touch", [True, False])
def test_a_pointer_that_the_browser_takes_away_lets_go(touch: bool) -> None:
    (event,) = events_of("pointer", {"x": 1, "y": 1, "touch": touch, "id": 1, "button": 0, "buttons": 0, "what": "lost"}, SIZE)
    assert event.type == pygame.WINDOWFOCUSLOST


def test_a_wheel_turns_the_same_whether_it_is_told_in_lines_or_in_pixels() -> None:
    (lines,) = events_of("wheel", {"x": 1, "y": 2, "by": -3, "lines": True}, SIZE)
    (pixels,) = events_of("wheel", {"x": 1, "y": 2, "by": -100, "lines": False}, SIZE)
    assert (lines.precise_y, lines.y, lines.pos) == (pixels.precise_y, pixels.y, pixels.pos) == (1.0, 1, (1, 2))


def test_what_is_typed_and_what_is_being_composed_are_told_apart() -> None:
    (typed,) = events_of("text", {"text": "ŵy"}, SIZE)
    (composed,) = events_of("composed", {"text": "ŵ"}, SIZE)
    assert (typed.type, typed.text, composed.type, composed.text) == (pygame.TEXTINPUT, "ŵy", pygame.TEXTEDITING, "ŵ")


def test_a_window_that_is_left_and_comes_back_is_told() -> None:
    assert [next(events_of("focus", {"on": on}, SIZE)).type for on in (True, False)] == [pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST]

"""Typing and touching: a line keeps its caret, AltGr writes letters, a lost finger makes nobody deaf, a thin window loses nothing."""

from functools import partial

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box, Scale
from caffael.board.widgets import Button, Dialog, TextLine, Tree
from caffael.board.widgets.textline import sign_after, sign_before
from caffael.presentation.rows import Field

FAMILY = "👩‍👩‍👧"


@pytest.fixture
def tree() -> Tree:
    return Tree()


@pytest.fixture
def line(tree: Tree) -> TextLine:
    """A line with the focus, whose screen is laid out anew at every change, as most are."""

    def build(words: str) -> None:
        tree.clear()
        tree.root.add(TextLine(Box(100, 100, 600, 66), Field("team", "Team", words, "", 24), build))
        tree.restore()

    build("")
    tree.focus(now(tree))
    return now(tree)


def now(tree: Tree) -> TextLine:
    found = tree.find("team")
    assert isinstance(found, TextLine)
    return found


def write(tree: Tree, look: Look, letters: str) -> None:
    for letter in letters:
        tree.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter), look)


def press(tree: Tree, look: Look, *keys: int, mod: int = 0) -> None:
    for key in keys:
        tree.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod), look)


def finger(tree: Tree, look: Look, kind: int, at: tuple[float, float], which: int) -> None:
    tree.handle(pygame.event.Event(kind, x=at[0] / 1920, y=at[1] / 1080, finger_id=which, touch_id=1), look)


def test_the_caret_stays_where_it_is_when_the_page_is_laid_out_anew(tree: Tree, look: Look, line: TextLine) -> None:
    write(tree, look, "Teem Taff")
    press(tree, look, *[pygame.K_LEFT] * 6)
    press(tree, look, pygame.K_BACKSPACE)
    write(tree, look, "a")
    assert (now(tree).words, now(tree).caret) == ("Team Taff", 3)
    press(tree, look, pygame.K_HOME)
    write(tree, look, "Y ")
    assert now(tree).words == "Y Team Taff"


@pytest.mark.parametrize("mod", [pygame.KMOD_LCTRL | pygame.KMOD_RALT, pygame.KMOD_RALT, pygame.KMOD_MODE])
def test_altgr_writes_its_letter_and_nothing_else(tree: Tree, look: Look, line: TextLine, mod: int) -> None:
    pygame.scrap.put_text("PASTED")
    press(tree, look, pygame.K_v, mod=mod)
    write(tree, look, "ŵ")
    assert now(tree).words == "ŵ"


def test_what_is_pasted_becomes_one_line(tree: Tree, look: Look, line: TextLine) -> None:
    pygame.scrap.put_text("Team Ŵyn\r\nline\ttwo\u200b\n")
    press(tree, look, pygame.K_v, mod=pygame.KMOD_LCTRL)
    assert now(tree).words == "Team Ŵyn line two"


def test_what_is_pasted_is_cut_where_there_is_no_room_but_no_picture_is_torn(tree: Tree, look: Look, line: TextLine) -> None:
    line.paste("x" * 500)
    assert now(tree).words == "x" * 24
    now(tree).set("")
    now(tree).paste("y" * 21 + FAMILY)
    assert now(tree).words == "y" * 21


def test_ctrl_a_marks_all_and_what_is_typed_takes_its_place(tree: Tree, look: Look, line: TextLine) -> None:
    write(tree, look, "Team 1")
    press(tree, look, pygame.K_a, mod=pygame.KMOD_LCTRL)
    assert now(tree).marked == (0, 6)
    write(tree, look, "Dyfrgwn")
    assert now(tree).words == "Dyfrgwn"


def test_shift_and_arrows_mark_ctrl_x_cuts_and_ctrl_z_takes_back(tree: Tree, look: Look, line: TextLine) -> None:
    write(tree, look, "Tîm Wysg")
    press(tree, look, *[pygame.K_LEFT] * 4, mod=pygame.KMOD_LSHIFT)
    press(tree, look, pygame.K_x, mod=pygame.KMOD_LCTRL)
    assert (now(tree).words, pygame.scrap.get_text()) == ("Tîm ", "Wysg")
    press(tree, look, pygame.K_z, mod=pygame.KMOD_LCTRL)
    assert now(tree).words == "Tîm Wysg"


def test_ctrl_and_backspace_take_a_word(tree: Tree, look: Look, line: TextLine) -> None:
    write(tree, look, "Tîm Afon Wysg")
    press(tree, look, pygame.K_BACKSPACE, mod=pygame.KMOD_LCTRL)
    assert now(tree).words == "Tîm Afon "
    press(tree, look, pygame.K_LEFT, mod=pygame.KMOD_LCTRL)
    assert now(tree).caret == 4


def test_a_picture_of_many_parts_is_one_sign(tree: Tree, look: Look, line: TextLine) -> None:
    line.set(f"Ni {FAMILY}")
    press(tree, look, pygame.K_BACKSPACE)
    assert now(tree).words == "Ni "


@given(st.text("aŵ \u0302\u200d👩👧\U0001f3fd\ufe0f", max_size=12))
def test_stepping_by_signs_comes_to_the_same_places_forth_and_back(words: str) -> None:
    forth = [0]
    while forth[-1] < len(words):
        forth.append(sign_after(words, forth[-1]))
    back = [len(words)]
    while back[-1] > 0:
        back.append(sign_before(words, back[-1]))
    assert forth == back[::-1]


def test_a_letter_is_no_shortcut_and_a_space_no_press_while_one_types(tree: Tree, look: Look, line: TextLine) -> None:
    for code in (pygame.K_u, pygame.K_SPACE, pygame.K_5):
        assert tree.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0), look)
    assert not tree.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F1, mod=0), look)


def test_return_ends_what_an_input_method_composes_and_not_the_line(tree: Tree, look: Look, line: TextLine) -> None:
    done: list[str] = []
    line.on_done = done.append
    tree.handle(pygame.event.Event(pygame.TEXTEDITING, text="ni", start=0, length=2), look)
    press(tree, look, pygame.K_RETURN)
    assert (done, now(tree).composed, now(tree).words) == ([], "ni", "")
    write(tree, look, "你")
    now(tree).on_done = done.append
    press(tree, look, pygame.K_RETURN)
    assert (done, now(tree).composed) == (["你"], "")


def test_a_finger_whose_end_never_comes_makes_nobody_deaf(tree: Tree, look: Look) -> None:
    told: list[int] = []
    for place in range(2):
        tree.root.add(Button(Box(100 + place * 400, 100, 300, 66), f"b{place}", partial(told.append, place)))
    finger(tree, look, pygame.FINGERDOWN, (150, 130), 5)  # and is never lifted
    for which in (6, 7):
        finger(tree, look, pygame.FINGERDOWN, (550, 130), which)
        finger(tree, look, pygame.FINGERUP, (550, 130), which)
    assert told == [1, 1]
    finger(tree, look, pygame.FINGERUP, (150, 130), 5)
    assert told == [1, 1]


def test_what_is_held_is_let_go_without_a_press_when_the_window_is_left(tree: Tree, look: Look) -> None:
    told: list[int] = []
    button = tree.root.add(Button(Box(100, 100, 300, 66), "b", partial(told.append, 0)))
    finger(tree, look, pygame.FINGERDOWN, (150, 130), 5)
    assert button.held
    tree.let_go()
    finger(tree, look, pygame.FINGERUP, (150, 130), 5)
    assert (told, button.held) == ([], False)


def test_what_return_presses_in_a_dialog_has_a_ring_even_when_a_mouse_opened_it(tree: Tree, look: Look) -> None:
    told: list[str] = []
    dialog = Dialog(Scale().board, 800, 400, "Publish?")
    stay = dialog.add(Button(Box(600, 600, 200, 66), "stay", partial(told.append, "stay"), style="plain"))
    dialog.add(Button(Box(900, 600, 200, 66), "go", partial(told.append, "go")))
    tree.open(dialog)
    assert not tree.keys_in_use
    surface = pygame.Surface((1280, 720))
    tree.paint(Painter(surface, look, look.scale.offset))
    ring = look.theme.colour("focus")
    around = look.scale.rect(stay.box).inflate(24, 24)
    seen = {tuple(surface.get_at((x, around.centery))[:3]) for x in range(around.left, around.right)}
    assert tuple(ring) in seen
    press(tree, look, pygame.K_RETURN)
    assert told == ["stay"]


@pytest.mark.parametrize("size", [(6, 6), (2000, 6), (6, 1000), (639, 359)])
def test_no_window_is_too_thin_for_letters_of_a_readable_size(size: tuple[int, int]) -> None:
    scale = Scale(*size)
    assert scale.factor == pytest.approx(1 / 3)
    assert scale.to_units(scale.to_pixels((960, 540))) == pytest.approx((960, 540), abs=3)

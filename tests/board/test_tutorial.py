"""The guided game, played with the mouse and with the keys, left, and gone on with."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from caffael.board.bubble import Bubble, letters
from caffael.board.session import Session
from caffael.board.widgets import ScrollArea
from caffael.board.window import Screen
from caffael.match.guided import FOLDER
from caffael.presentation.guide_steps import STEPS
from caffael.presentation.screens import ScreenId
from caffael.resources import folder
from caffael.saves import list_saves
from caffael.scenario import find_packs, load_pack
from caffael.words.language import Code
from tests.board.frame_kit import board, click, press, said, tab_to, top

ONWARD = ("guide.next", "go on", "continue", "do tender", "need.", "weight.2", "publish", "done", "contract ")
"""What a pupil would press, the first that may be pressed. Only what the guide means can be reached."""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = board(tmp_path, instant=False)
    session.show_title()
    session.app.frame()
    return session


def with_mouse(session: Session, name: str) -> None:
    click(session, name)
    if name == "weight.2":
        press(session, pygame.K_RIGHT)


def with_keys(session: Session, name: str) -> None:
    tab_to(session, name)
    press(session, pygame.K_RIGHT if name == "weight.2" else pygame.K_RETURN)


def live(session: Session) -> list[str]:
    """The names of what can be reached."""
    session.app.frame()
    session.app.frame()
    assert session.app.screen is not None
    return [widget.name for widget in session.app.screen.tree.reachable()]


def follow(session: Session, use: Callable[[Session, str], None], until: str = ScreenId.DEBRIEF) -> list[int]:
    """Do what the guide says until a kind of screen comes, and say which steps were seen."""
    seen: list[int] = []
    for _ in range(60):
        names = live(session)
        assert session.guide is not None
        seen.append(session.guide.at)
        if top(session) == until:
            return seen
        tree = session.app.screen.tree if session.app.screen else None
        wanted = STEPS[session.guide.at].points
        if tree is not None and tree.dialogs:
            use(session, next(name for name in reversed(names) if not name.startswith("guide.")))
        elif wanted == ("publish",):
            use(session, "publish")
        else:
            use(session, next(name for start in ONWARD for name in names if name.startswith(start)))
    raise AssertionError(f"the guided game never came to {until}")


@pytest.mark.parametrize("use", [with_mouse, with_keys])
def test_who_does_what_the_guide_says_comes_to_the_debrief_and_hears_every_step(
    session: Session, use: Callable[[Session, str], None]
) -> None:
    use(session, "Learn by playing")
    seen = follow(session, use)
    assert sorted(set(seen)) == list(range(len(STEPS)))
    assert session.game.finished
    use(session, "guide.next")
    assert session.guide is None


SIZES = ((1920, 1080, 1.0), (1366, 768, 1.0), (1024, 768, 1.0), (768, 1024, 1.0), (1366, 768, 1.75), (768, 1024, 1.75))


@pytest.mark.parametrize("code", ["en", "cy"])
@pytest.mark.parametrize(("wide", "high", "text"), SIZES)
def test_no_bubble_lies_over_anything_it_tells_of_and_all_its_words_are_seen(
    tmp_path: Path, wide: int, high: int, text: float, code: Code
) -> None:
    session = board(tmp_path, (wide, high), code, text, instant=False)
    session.learn()
    seen = set()

    def check(bubble: Bubble, screen: Screen) -> None:
        look, own = screen.look, set(bubble.everything())
        assert pygame.Rect(0, 0, wide, high).contains(look.scale.rect(bubble.paper)), "it is seen as a whole"
        assert bubble.paper.top >= look.board.bottom, "and lies under the board"
        for widget in screen.tree.top.everything():
            if widget not in own and widget.parent is not None and not isinstance(widget.parent, ScrollArea):
                assert not widget.box.colliderect(bubble.paper), f"{widget.name} lies under the bubble"
        assert bubble.target is None or look.board.contains(bubble.target)
        words = screen.tree.find("guide.words")
        assert look.words_height(words.label, words.box.width, letters(look)) <= words.box.height + 1
        assert all(bubble.paper.contains(one.box) for one in own if one is not bubble)

    def look_and_use(session: Session, name: str) -> None:
        screen, guide = session.app.screen, session.guide
        assert screen is not None and guide is not None
        for bubble in screen.tree.top.everything():
            if isinstance(bubble, Bubble):
                check(bubble, screen)
                seen.add(guide.at)
        with_keys(session, name)

    follow(session, look_and_use)
    assert len(seen) == len(STEPS) - 1
    session.app.frame()
    with_keys(session, "guide.next")
    session.app.frame()
    assert session.app.look.scale.foot == 0, "the board has the whole window again"
    assert session.app.screen is not None and session.app.screen.tree.focused in (None, *session.app.screen.tree.top.everything())


def test_what_cannot_be_pressed_yet_says_why_when_it_is_touched(session: Session) -> None:
    click(session, "Learn by playing")
    follow(session, with_mouse, ScreenId.TABLE)
    click(session, "do tender")
    assert top(session) == ScreenId.TABLE
    assert said(session) == session.text("Do first what is said below.")


def test_how_to_win_is_said_at_the_start_and_at_the_end() -> None:
    assert "most points" in STEPS[0].says and "most points" in STEPS[-1].says


def test_only_what_is_meant_can_be_pressed(session: Session) -> None:
    click(session, "Learn by playing")
    follow(session, with_mouse, ScreenId.TABLE)
    assert set(live(session)) == {"corner language", "guide.leave", "guide.next"}
    press(session, pygame.K_t)
    assert top(session) == ScreenId.TABLE


def test_it_is_gone_on_with_where_it_was_left_and_stands_not_among_the_games(session: Session) -> None:
    click(session, "Learn by playing")
    follow(session, with_mouse, ScreenId.MANAGE)
    assert session.games is not None
    assert list_saves(session.games) == []
    click(session, "guide.leave")
    assert top(session) == ScreenId.TITLE
    click(session, "Learn by playing")
    live(session)
    assert top(session) == ScreenId.MANAGE
    assert session.guide is not None
    assert STEPS[session.guide.at].page == ScreenId.MANAGE


def test_it_is_gone_on_with_at_the_same_step_though_nothing_has_been_played_yet(session: Session) -> None:
    click(session, "Learn by playing")
    follow(session, with_mouse, ScreenId.TABLE)
    with_mouse(session, "guide.next")
    live(session)
    assert session.guide is not None
    left = session.guide.at
    assert STEPS[left].page == ScreenId.TABLE
    with_mouse(session, "guide.leave")
    click(session, "Learn by playing")
    live(session)
    assert top(session) == ScreenId.TABLE
    assert session.guide.at == left


def test_the_way_out_never_stands_where_a_way_on_was(session: Session) -> None:
    click(session, "Learn by playing")
    follow(session, with_mouse, ScreenId.TABLE)
    places = set()
    for _ in range(4):
        live(session)
        assert session.app.screen is not None
        tree = session.app.screen.tree
        places.add((tree.find("guide.leave").box.left, tree.find("guide.leave").box.top))
        if "guide.next" in live(session):
            assert not tree.find("guide.next").box.colliderect(tree.find("guide.leave").box)
            with_mouse(session, "guide.next")
    assert len(places) == 1


def test_a_guided_game_that_is_over_is_thrown_away_and_begun_anew(session: Session) -> None:
    click(session, "Learn by playing")
    follow(session, with_mouse)
    session.show_title()
    click(session, "Learn by playing")
    assert len(list_saves(session.folder / FOLDER)) == 1
    assert session.game.history == []


def test_a_sheet_of_help_is_not_talked_into_and_the_guide_goes_on_after_it(session: Session) -> None:
    click(session, "Learn by playing")
    follow(session, with_mouse, ScreenId.TABLE)
    press(session, pygame.K_F1)
    assert not [name for name in live(session) if name.startswith("guide.")]
    press(session, pygame.K_F1)
    assert "guide.next" in live(session)


def test_its_pack_is_sound_and_on_no_shelf() -> None:
    pack = load_pack(str(folder("assets") / "tutorial"))
    assert list(pack.warnings) == []
    assert pack.id not in [info.id for info in find_packs()]


def test_another_language_is_spoken_at_once(session: Session) -> None:
    click(session, "Learn by playing")
    live(session)
    press(session, pygame.K_F2)
    live(session)
    assert session.app.screen is not None
    assert session.app.screen.tree.find("guide").label == session.text(STEPS[0].says) != STEPS[0].says

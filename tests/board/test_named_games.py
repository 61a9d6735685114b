"""Saved games that people gave a name."""

import errno
import os
from pathlib import Path

import pygame
import pytest

from caffael import rules
from caffael.board.screens.saves import SavesScreen
from caffael.board.session import Session
from caffael.match import Match
from caffael.presentation.blocks import Group
from caffael.presentation.screens import ScreenId
from caffael.saves import list_saves, name_game, verify
from tests.board.frame_kit import board, click, press, said, tab_to, type_in
from tests.board.test_saved_games import some_games


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def page_of(session: Session) -> SavesScreen:
    page = session.app.screen
    assert isinstance(page, SavesScreen)
    return page


def name_it(session: Session, place: int, words: str, key: int | None = None) -> None:
    """Give a game a name by typing it; Return or another key ends that, else the button does."""
    click(session, f"name.{place}")
    tab_to(session, "typed")
    press(session, pygame.K_a, pygame.KMOD_CTRL)
    press(session, pygame.K_BACKSPACE)
    for at in range(0, len(words), 10):
        type_in(session, words[at : at + 10])
    if key is None:
        click(session, "give")
    else:
        press(session, key)


def press_labelled(session: Session, label: str) -> None:
    next(widget for widget in page_of(session).tree.root.everything() if widget.label == label).press()


def test_a_saved_game_is_given_a_name_and_goes_on_under_it(tmp_path: Path) -> None:
    session = board(tmp_path)
    (path,) = some_games(tmp_path / "games", 1)
    before = path.read_bytes()
    session.show(ScreenId.SAVES)
    name_it(session, 0, "Dosbarth 5, dydd Mawrth")
    page = page_of(session)
    assert page.saves[0].name == "Dosbarth 5, dydd Mawrth" and not page.tree.dialogs
    assert [block.title for block in page.told.blocks if isinstance(block, Group)] == ["Dosbarth 5, dydd Mawrth"]
    assert path.read_bytes().startswith(before) and verify(path).holds
    match = Match.resume(path)
    match.play(match.legal()[-1])
    match.close()
    assert list_saves(tmp_path / "games")[0].name == "Dosbarth 5, dydd Mawrth" and verify(path).actions == 2
    press_labelled(session, "Take the name back")
    assert page.saves[0].name == "" and verify(path).holds
    assert not any(widget.label == "Take the name back" for widget in page.tree.root.everything())


def test_a_name_can_be_left_as_it_is_emptied_long_or_that_of_another_game(tmp_path: Path) -> None:
    session = board(tmp_path)
    some_games(tmp_path / "games", 2)
    session.show(ScreenId.SAVES)
    page = page_of(session)
    before = {save.path: save.path.read_bytes() for save in page.saves}
    name_it(session, 0, "Another", pygame.K_ESCAPE)
    name_it(session, 0, "")
    name_it(session, 0, "   ")
    assert {save.path: save.path.read_bytes() for save in page.saves} == before and page.named is None
    name_it(session, 0, "Ours", pygame.K_RETURN)
    name_it(session, 1, "Ours", pygame.K_RETURN)
    assert [save.name for save in page.saves] == ["Ours", "Ours"]
    once = page.saves[0].path.read_bytes()
    name_it(session, 0, " Ours ", pygame.K_RETURN)
    assert page.saves[0].path.read_bytes() == once
    name_it(session, 0, "n" * 200)
    assert page.saves[0].name == "n" * 60
    session.app.frame()
    name_it(session, 0, "")
    assert [save.name for save in page.saves] == ["", "Ours"]


def test_a_finished_game_and_one_of_other_rules_keep_what_they_are_under_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = board(tmp_path)
    (path,) = some_games(tmp_path / "games", 1)
    match = Match.resume(path)
    while not match.finished:
        match.play(match.bot_action("cheapest"))
    match.close()
    name_game(path, "Finished")
    save = list_saves(tmp_path / "games")[0]
    assert save.finished and save.totals is not None and save.name == "Finished" and verify(path).holds
    monkeypatch.setattr(rules, "RULES_VERSION", rules.RULES_VERSION + 1)
    name_game(path, "Older")
    assert list_saves(tmp_path / "games")[0].name == "Older"
    path.write_bytes(path.read_bytes().replace(b'"seat"', b'"sead"', 1))
    session.show(ScreenId.SAVES)
    click(session, "name.0")
    assert "can't be read" in said(session) and not page_of(session).tree.dialogs


def test_a_name_that_cannot_be_written_is_told_and_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = board(tmp_path)
    (path,) = some_games(tmp_path / "games", 1)
    before = path.read_bytes()
    session.show(ScreenId.SAVES)

    def full(file: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        name_it(session, 0, "Ours")
    assert "disk is full" in said(session) and path.read_bytes() == before and page_of(session).saves[0].name == ""

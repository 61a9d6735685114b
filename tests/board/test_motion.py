"""What moves on the table: it begins at what was seen, ends at what the rules say, and any key or touch brings it there."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from caffael.board.pictures import pictures
from caffael.board.scale import Box
from caffael.board.screens.table.screen import TableScreen
from caffael.board.window import TURN, Screen
from caffael.words.looks import DRAWN_CATEGORIES, KIND_IDS, category_art, kind_art
from tests.board.frame_kit import board, pack, press, seats


class Clock:
    """A clock that stands until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def table(tmp_path: Path, clock: Clock) -> Iterator[TableScreen]:
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "you"), 7)
    session.app.now = clock
    session.app.set_movement("full")
    found = session.app.screen
    assert isinstance(found, TableScreen)
    session.app.frame()
    yield found
    session.game.close()


def poorer(table: TableScreen) -> int:
    """Take money and goals from the first council behind the board's back, and let the table see it; the money there was."""
    council = table.session.game.state.councils[0]
    before = council.budget
    council.budget -= 240_000
    council.goals[0] += 4
    table.rebuild()
    return before


def test_money_and_petals_go_from_what_was_seen_to_what_is_there(table: TableScreen, clock: Clock) -> None:
    before = poorer(table)
    goal = table.session.game.state.councils[0].goals[0]
    assert table.motion.budget(0) == before
    assert table.motion.goals(0)[0] == goal - 4
    clock.now += 0.3
    table.app.frame()
    assert before - 240_000 < table.motion.budget(0) < before
    assert goal - 4 < table.motion.goals(0)[0] < goal
    assert len(table.tree.lively) == 2, "only the flower and the money are drawn anew meanwhile"
    clock.now += 1
    table.app.frame()
    assert table.motion.budget(0) == before - 240_000
    assert not table.motion.moving
    assert len(table.tree.lively) == 0


def test_a_key_brings_what_moves_to_its_end(table: TableScreen) -> None:
    before = poorer(table)
    press(table.session, pygame.K_TAB)
    assert table.motion.budget(0) == before - 240_000
    assert not table.app.animator.busy


@pytest.mark.parametrize(("movement", "counts", "slides"), [("full", True, True), ("reduced", True, False), ("off", False, False)])
def test_reduced_movement_keeps_everything_in_its_place(table: TableScreen, movement: str, counts: bool, slides: bool) -> None:
    table.app.set_movement(movement)
    state = table.session.game.state
    state.market[0], state.market[1] = state.market[1], state.market[0]
    before = poorer(table)
    assert (table.motion.budget(0) == before) is counts
    assert (table.motion.shift(0) != (0.0, 0.0)) is slides


def test_a_won_contract_lies_on_its_council_once_it_has_flown_there(table: TableScreen, clock: Clock) -> None:
    council = table.session.game.state.councils[0]
    council.order[0], council.running = 0, 1
    contract = council.contracts[0]
    contract.need, contract.supplier, contract.term = council.tray[0], table.session.game.state.market[0], 3
    table.session.flies_from = Box(900, 400, 1000, 80)
    table.rebuild()
    assert table.map is not None
    tile = next(one for one in table.map.tiles if one.team == 0)
    assert (len(tile.contracts), len(table.motion.tile(tile).contracts)) == (1, 0)
    clock.now += 0.4
    assert table.app.frame()
    clock.now += 0.6
    table.app.frame()
    assert len(table.motion.tile(tile).contracts) == 1
    assert table.session.flies_from is None


def test_a_page_fades_into_the_next_and_not_into_itself(table: TableScreen, clock: Clock) -> None:
    app = table.app
    app.push(Screen(app))
    assert app.animator.busy
    app.pop()
    app.frame()
    assert app._page is None, "the same page was seen all the time"
    app.animator.finish()
    app.push(Screen(app))
    app.frame()
    clock.now += TURN / 2
    app.frame()
    assert app._page is not None
    clock.now += TURN
    app.frame()
    assert app._page is None


def test_every_category_and_kind_has_its_vignette() -> None:
    names = [*(category_art(name) for name in DRAWN_CATEGORIES), *(kind_art(name) for name in KIND_IDS)]
    assert [name for name in names if not pictures().has(name)] == []

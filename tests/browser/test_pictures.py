"""The same screens drawn by pygame and on the canvas of a tab look the same."""

import base64
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame
import pytest

from tests.browser.board_kit import Board, load_tools
from tests.browser.serving import PlainServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZE = (1366, 768)
SCREENS = ("title", "help-minute", "settings", "shelf", "teams", "table", "tender-weights", "bids", "editor", "year")
BLOCK = 16
"""Pixels: letters that stand half a pixel elsewhere, or have another soft edge, are the same in the mean of so large a square."""
SEEN, MOST = 48, 0.02
"""A square differs when its mean differs by more than so much of 255 in a colour; so many of a picture's squares may: a line of words
that is broken before another word.
"""
MEAN = 4.0
"""The mean difference of all squares, of 255."""
PLAY = """
from pathlib import Path
from caffael_tools.autoplay import AutoPlayer
from caffael.board.options import BoardOptions

class Pictures(AutoPlayer):
    def picture(self, name):
        new = name not in self.taken
        super().picture(name)
        if new and name in wanted:
            self.session.app.screenshot(folder / f"{name}.png")

session.settings.instant, session.settings.movement = True, "off"
session.app.set_movement("off")
session.games, session.seed = folder / "games", 7
session.games.mkdir()
player = Pictures(session, BoardOptions("smarter-spending", ["balanced", "cheapest", "greenest", "local"]))
assert not player.before_the_game()
while not set(wanted) <= set(player.taken):
    player.step()
session.match.close()
"""


def on_a_desktop(folder: Path) -> None:
    """The screens as pygame draws them."""
    from caffael.board.options import BoardOptions, make_session
    from caffael.presentation.settings import Settings

    session = make_session(BoardOptions(size=SIZE), Settings())
    exec(PLAY, {"session": session, "wanted": SCREENS, "folder": folder})


def in_a_tab(board: Board, folder: Path) -> None:
    """The screens as the tab draws them."""
    load_tools(board, "caffael_tools", "caffael_tools.autoplay")
    board.python(f"import tempfile, pathlib\nwanted = {SCREENS!r}\nfolder = pathlib.Path(tempfile.mkdtemp())")
    board.python(PLAY)
    for name in SCREENS:
        packed = board.python(f"import base64\nbase64.b64encode((folder / '{name}.png').read_bytes()).decode()")
        (folder / f"{name}.png").write_bytes(base64.b64decode(packed))


def squares(path: Path) -> Any:
    """The mean colour of each square of a picture."""
    pixels = pygame.surfarray.array3d(pygame.image.load(str(path))).astype(float)
    across, down = (length // BLOCK for length in pixels.shape[:2])
    return pixels[: across * BLOCK, : down * BLOCK].reshape(across, BLOCK, down, BLOCK, 3).mean(axis=(1, 3))


@pytest.fixture(scope="module")
def drawn(chromium: "Browser", server: PlainServer) -> tuple[Path, Path]:
    """The folders of both kinds of pictures."""
    base = Path(os.environ.get("CAFFAEL_PICTURES") or tempfile.mkdtemp(prefix="caffael-pictures-"))
    here, there = base / "pygame", base / "canvas"
    for folder in (here, there):
        folder.mkdir(parents=True, exist_ok=True)
    on_a_desktop(here)
    context = chromium.new_context(viewport={"width": SIZE[0], "height": SIZE[1]})
    in_a_tab(Board(context.new_page(), server.address), there)
    context.close()
    return here, there


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_in_a_tab_differs_from_pygames_by_soft_edges_alone(screen: str, drawn: tuple[Path, Path]) -> None:
    here, there = (squares(folder / f"{screen}.png") for folder in drawn)
    assert here.shape == there.shape
    apart = np.abs(here - there).max(axis=2)
    assert apart.mean() < MEAN
    assert (apart > SEEN).mean() < MOST


def test_the_measure_notices_a_thing_that_is_missing_or_of_another_colour(drawn: tuple[Path, Path]) -> None:
    here, table = squares(drawn[0] / "table.png"), squares(drawn[1] / "table.png")
    table[10:30, 10:20] = here.mean(axis=(0, 1)) - 60
    assert (np.abs(here - table).max(axis=2) > SEEN).mean() > MOST

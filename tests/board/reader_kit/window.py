"""A board in a window, with one game begun: `python -m tests.board.reader_kit.window cy our-town`. It stays until it is ended."""

import sys
import tempfile
from pathlib import Path

from caffael.board.board import Board
from caffael.board.options import BoardOptions, begin, make_session
from caffael.presentation.screens import ScreenId
from caffael.presentation.settings import Settings


def main(code: str, scenario: str) -> None:
    """Open it at the table, past the page that opens the year."""
    asked = BoardOptions(size=(1280, 720), seed=7, scenario=scenario, seats=["you"], years=3)
    session = make_session(asked, Settings(language="cy" if code == "cy" else "en", instant=True, movement="off"))
    with tempfile.TemporaryDirectory(prefix="caffael-") as folder:
        session.games = Path(folder)
        session.show(ScreenId.TITLE)
        session.set_language("cy" if code == "cy" else "en")
        assert not begin(session, asked)
        print("open" if isinstance(session.app, Board) and session.app.reader is not None else "no reader", flush=True)
        session.app.stay()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Begins the guided game, or goes on with the one that was left."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from caffael.board.tutorial.guide import Guide
from caffael.resources import folder

if TYPE_CHECKING:
    from caffael.board.game import Session

SEED = 3
"""A deal in which asking for social value changes who wins."""
FOLDER = "tutorial"


def tutorial_folder(session: "Session") -> Path:
    """Where the guided game is saved: beside the other games and not among them."""
    from caffael.saves import games_folder

    return (session.games or games_folder()) / FOLDER


def begin_tutorial(session: "Session") -> None:
    """Show the guided game: the one that was left before its end, else a new one. Those that are over are thrown away."""
    from caffael.match import Match, Seat
    from caffael.saves import RecordError, list_saves
    from caffael.scenario import load_pack

    place = tutorial_folder(session)
    for save in list_saves(place):
        if not save.finished and save.can_continue:
            with suppress(RecordError):
                session.resume(save.path)
                lead(session)
                return
        with suppress(OSError):
            save.path.unlink()
    pack = load_pack(str(folder("assets") / FOLDER))
    council = pack.ids.councils[0]
    team = session.text("Your team")
    session.begin(Match.start(pack, [Seat(team, council)], SEED, save=place))
    lead(session)


def lead(session: "Session") -> None:
    """Let the guide speak; what would speak beside it, such as hints on the table, goes."""
    session.guide = Guide(session)
    session.app.rebuild()

"""The game that the guide leads through."""

from contextlib import suppress
from pathlib import Path

from caffael.disk import safe_names
from caffael.match.game import Match
from caffael.resources import folder
from caffael.saves import RecordError, Seat, list_saves
from caffael.scenario import load_pack

SEED = 4
"""A deal in which asking for social value changes who wins, and what is bought then comes."""
FOLDER = "tutorial"


def guided_game(games: Path, team: str) -> Match:
    """The guided game that was left before its end, else a new one. It is saved in a folder of its own, in that of the other games; those
    that are over are thrown away.
    """
    place = games / FOLDER
    lies = folder("assets") / FOLDER
    for save in list_saves(place, (lies,)):
        if not save.finished and save.can_continue:
            with suppress(RecordError):
                return Match.resume(save.path, opened=(lies,))
        with suppress(OSError):
            save.path.unlink()
            safe_names(save.path)
    pack = load_pack(lies)
    return Match.start(pack, [Seat(team, pack.ids.councils[0])], SEED, save=place)

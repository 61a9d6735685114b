"""A played game on disk: one game, one file, one line for each action, on the disk before the action counts.

A game of earlier rules that `rules.layouts` knows is played again to the same end, watched and told, and not played on.

Where to read what:

- `header.py`    the first line: everything a game begins from.
- `entries.py`   the lines after it: actions, taking back, playing again, notes.
- `seal.py`      the check sum that closes each line and chains it to the one before.
- `packed_rows.py`  card numbers and the deal as packed rows of whole numbers.
- `writing.py`   written while it is played; what happens when the disk is full or gone.
- `reading.py`   read and checked, line by line.
- `history.py`    a game on the table, with all its turns, and taking back.
- `replaying.py` played again: rebuild, replay, verify.
- `places.py`    where games are saved; `folder.py` the folder of saved games at a glance.
- `packs.py`     the scenario of a record, wherever it lies by now; `recorded_pack.py` as it was for the game.
- `faults.py`    what can go wrong, in a plain sentence.
"""

from caffael.saves.faults import EarlierRulesError, EmptyRecordError, RecordError
from caffael.saves.folder import Save, list_saves, name_game
from caffael.saves.header import YOU, Branched, Carried, Header, Seat
from caffael.saves.history import History, Turn
from caffael.saves.packs import Finder, own_folder
from caffael.saves.places import games_folder
from caffael.saves.reading import SUFFIX, Record, read
from caffael.saves.replaying import Verdict, rebuild, replay, verify
from caffael.saves.writing import Writer

__all__ = [
    "SUFFIX",
    "YOU",
    "Branched",
    "Carried",
    "EarlierRulesError",
    "EmptyRecordError",
    "Finder",
    "Header",
    "History",
    "Record",
    "RecordError",
    "Save",
    "Seat",
    "Turn",
    "Verdict",
    "Writer",
    "games_folder",
    "list_saves",
    "name_game",
    "own_folder",
    "read",
    "rebuild",
    "replay",
    "verify",
]

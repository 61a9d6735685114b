"""The board as a screen reader hears it. It comes with the extra `access`; without it nothing here is used and nothing changes.

    spoken.py     what stands on the screen as plain records: roles, words, places, what can be done
    requests.py   what a screen reader asks for, done as a finger or key would do it
    telling.py    what has been told so far, and what has changed since
    adapter.py    AccessKit: the records as its nodes, and the way to the system on Linux, Windows and macOS
    reader.py     keeps the screen reader of a desktop up to date, and hears what it asks

Whatever is called by AccessKit comes on another thread, so it only posts an event.
"""

from caffael.board.access.reader import Reader, offered, open_reader

__all__ = ["Reader", "offered", "open_reader"]

"""A board that owns a room on the network, to be killed: `python -m tests.classroom.lesson.killed_board FOLDER PORT SEED`.

It takes up the game in the folder where there is one, and says in lines of JSON what its teams could do.
"""

import json
import sys
import threading
from pathlib import Path

from caffael.classroom.journal import has_room
from caffael.classroom.net.lan import LanDoorway
from caffael.classroom.room import Room
from caffael.classroom.table import PlainTable
from caffael.match import Match
from caffael.rules.terms import Phase
from caffael.saves.room import room_path
from tests.classroom.class_of import new_game
from tests.classroom.lesson.decisions import Adviser


def own(folder: Path, port: int, seed: int) -> None:
    """Own the room until killed."""
    record = folder / "lesson.caffael"
    match = Match.resume(record) if record.exists() else new_game(seed=seed, save=record)
    woken = threading.Event()
    doorway = LanDoorway("", woken.set, host="127.0.0.1", ports=(port,))
    journal, table = room_path(record), PlainTable(match)
    room = Room.resume(table, doorway, journal) if has_room(record) else Room(table, doorway, journal=journal)
    doorway.code = room.code
    doorway.start()
    assert doorway.open, doorway.state
    say(port=doorway.port, code=room.code, desks=ready_drafts(room), passed=passed(match))
    advisers = [Adviser(seat) for seat in range(4)]
    told: object = None
    while True:
        woken.wait(min(room.tick(), 0.05))
        woken.clear()
        doorway.drain(room)
        room.changed()
        now = match.moves, tuple(room.waits_for()), tuple(room.ready(seat) for seat in range(4))
        if now != told:
            told = now
            say(**offer(match, room, advisers), passed=passed(match))


def passed(match: Match) -> list[int]:
    """Which councils have passed: whatever lay on their desks is gone."""
    return [seat for seat in range(4) if match.state.councils[seat].passed]


def ready_drafts(room: Room) -> list[list[str]]:
    """What lies ready on each desk."""
    return [list(room.desk(seat).words) if room.ready(seat) else [] for seat in range(4)]


def offer(match: Match, room: Room, advisers: list[Adviser]) -> dict[str, object]:
    """What could be done now."""
    state, turns = match.state, len(match.history)
    if match.finished:
        return {"finished": 1, "turns": turns}
    if state.phase == Phase.MANAGE:
        return {"manage": {seat: [*advisers[seat].manages(match), "done"] for seat in room.waits_for()}, "turns": turns}
    seat = state.decider
    if state.phase == Phase.ANSWER:
        return {"seat": seat, "words": advisers[seat].answers(match), "turns": turns}
    other = (seat + 2) % 4
    prepared = advisers[other].buys(match) if not state.councils[other].passed else []
    return {"seat": seat, "words": advisers[seat].buys(match), "turns": turns, "other": other, "prepared": prepared}


def say(**what: object) -> None:
    """Say something to who began this board."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    own(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

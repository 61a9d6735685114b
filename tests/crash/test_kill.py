"""Games that are killed at a random moment: every action that was acknowledged must lie in the file, and the file must open."""

import json
import os
import random
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from caffael.match import Match
from caffael.rules.copying import words_of
from caffael.saves import EmptyRecordError, Record, read, rebuild
from caffael.scenario import Pack, load_pack
from tests.test_match import SCENARIO, some_seats, start

KILLS = int(os.environ.get("CAFFAEL_KILLS", "80"))
LONGEST = 0.080

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked and killed")


class Herald:
    """Says on the standard output what counts: the file, how many lines it has, how many actions, the sum of the state's words."""

    def after(self, match: Match, action: int, happenings: object) -> None:
        self.say(match)

    def say(self, match: Match) -> None:
        assert match.path is not None
        row = [match.path.name, match._writer.lines, len(match.history), hash(tuple(words_of(match.state)))]  # type: ignore[union-attr]
        os.write(1, json.dumps(row).encode() + b"\n")


def play_for_ever(pack: Pack, folder: Path, unfinished: Path | None, seed: int) -> None:
    """Play games, one after the other, with slips taken back and played again."""
    chance = random.Random(seed)
    herald = Herald()
    while True:
        match = Match.resume(unfinished, pack) if unfinished else Match.start(pack, some_seats(pack), chance.randrange(2**50), folder)
        unfinished = None
        match.listeners.append(herald)
        herald.say(match)
        while not match.finished:
            match.play(chance.choice(match.legal()))
            if chance.random() < 0.1:
                match.undo(chance.randint(1, min(3, len(match.history))))
                herald.say(match)
                if chance.random() < 0.5:
                    match.redo()
            if chance.random() < 0.05:
                match.set_team(chance.randrange(3), f"Tîm {chance.randrange(1000)}")
                herald.say(match)
        match.close()


def write_slowly() -> None:
    """From now on this process writes in pieces, with a pause after each, so that it is killed in the middle of lines too."""
    real = os.write

    def write(file: int, data: Any) -> int:
        if file == 1:
            return real(file, data)
        whole = bytes(data)
        done = real(file, whole[: max(24, len(whole) // 4)])
        time.sleep(0.001)
        return done

    os.write = write


def play_and_be_killed(pack: Pack, folder: Path, unfinished: Path | None, seed: int, moment: float, at_once: bool) -> list[list[object]]:
    """What a playing process acknowledged until it was killed, a moment after it was made or after its game stood."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(out)
            os.dup2(into, 1)
            if seed % 3 == 0:
                write_slowly()
            play_for_ever(pack, folder, unfinished, seed)
        finally:
            os._exit(7)
    os.close(into)
    with os.fdopen(out, "rb") as said:
        data = b"" if at_once else said.readline()
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
        data += said.read()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the playing process came to grief by itself"
    return [json.loads(line) for line in data.split(b"\n")[:-1]]


def stands_after(record: Record) -> dict[int, tuple[int, int]]:
    """For each number of lines of a record: how many actions count then, and the sum of the state's words."""
    stands = {}
    for lines in range(1, len(record.lines) + 1):
        part = read_part(record, lines)
        stands[lines] = (len(part.moves), hash(tuple(words_of(rebuild(part).state))))
    return stands


def read_part(record: Record, lines: int) -> Record:
    """The record as it was when it had only so many lines."""
    path = record.path.with_suffix(".part")
    path.write_bytes(b"".join(record.lines[:lines]))
    return read(path)


def test_every_acknowledged_action_outlives_every_kill(tmp_path: Path) -> None:
    pack = load_pack(SCENARIO, years=3)
    chance = random.Random(200)
    unfinished: Path | None = None
    acknowledged = torn = resumed = empty = 0
    checked: dict[str, int] = {}
    for kill in range(KILLS):
        said = play_and_be_killed(pack, tmp_path, unfinished, kill, chance.uniform(0.001, LONGEST), at_once=kill % 8 == 0)
        resumed += unfinished is not None and bool(said)
        acknowledged += len(said)
        if said:
            last = {str(name): (lines, count, words) for name, lines, count, words in said}
            for name, (lines, count, words) in last.items():
                record = read(tmp_path / name)
                assert len(record.lines) >= int(str(lines))
                part = read_part(record, int(str(lines)))
                assert len(part.moves) == count
                assert hash(tuple(words_of(rebuild(part).state))) == words
                checked[name] = checked.get(name, 0) + 1
        files = sorted(tmp_path.glob("*.caffael"), key=lambda path: path.stat().st_mtime_ns)
        unfinished = None
        for path in files[-2:]:
            try:
                record = read(path)
            except EmptyRecordError:
                empty += 1
                path.unlink()
                continue
            torn += record.torn > 0
            unfinished = None if record.finished or chance.random() < 0.2 else path
            if unfinished is None:
                rebuild(record)
    print(f"{KILLS} kills, {acknowledged} acknowledged, {len(checked)} games, {resumed} resumed, {torn} torn tails, {empty} empty files")
    assert acknowledged > KILLS
    assert resumed > 0
    assert torn > 0


def test_every_line_of_a_killed_game_stands_where_it_was_acknowledged(tmp_path: Path) -> None:
    pack = load_pack(SCENARIO, years=3)
    said = play_and_be_killed(pack, tmp_path, None, 1, 0.3, at_once=False)
    name = said[0][0]
    rows = {int(str(lines)): (count, words) for file, lines, count, words in said if file == name}
    stands = stands_after(read(tmp_path / str(name)))
    assert len(rows) > 20
    for lines, stand in rows.items():
        assert stands[lines] == stand


def test_a_torn_tail_is_cut_before_a_resumed_game_writes_on(tmp_path: Path) -> None:
    pack = load_pack(SCENARIO, years=3)
    match = start(pack, tmp_path)
    for _ in range(5):
        match.play(match.legal()[-1])
    match.close()
    assert match.path is not None
    whole = match.path.read_bytes()
    for tail in (b"{", b'{"n":7,"seat":0,"do":"pa', b"\0" * 4096, os.urandom(300).replace(b"\n", b"")):
        match.path.write_bytes(whole + tail)
        resumed = Match.resume(match.path, pack)
        assert match.path.read_bytes() == whole
        assert resumed.trouble is None
        resumed.close()

"""A recorded game looked at again, and another game that goes another way from one of its turns."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from caffael.match.game import Match
from caffael.saves import SUFFIX, Branched, History, Writer, read
from caffael.saves.entries import stand_fields
from caffael.saves.folder import name_of, pack_to_play_on
from caffael.saves.replaying import Reader, lay_out, play_move, stand_of


def watch(path: Path, opened: Sequence[Path] = ()) -> Match:
    """A recorded game at its beginning, with all that was played still ahead. Nothing that is done with it is written anywhere.

    Raises RecordError when it can't be read or played again, or when its scenario is gone or has too little in common with it by now.
    """
    match = Match.look_back(path, opened=opened)
    match.go_to(0)
    return match


def branch(path: Path, turns: int, save: Path | None = None, opened: Sequence[Path] = ()) -> Match:
    """Another game that begins with the first turns of a recorded one: the same deal, the same teams, a record of its own.

    `save` is as for `Match.start`. Raises RecordError when the game can't be continued, and ValueError when it has fewer turns.
    """
    record = read(path)
    if not 0 <= turns <= len(record.moves):
        raise ValueError("more than was played")
    pack = pack_to_play_on(record, opened)
    now = datetime.now().astimezone()
    header = replace(
        record.header,
        seats=tuple(replace(seat) for seat in record.seats),
        created=now.isoformat(timespec="seconds"),
        branched=Branched(path.name, turns),
    )
    history = lay_out(record)
    reader = Reader(history.cards, header.ids)
    lines = []
    for move in record.moves[:turns]:
        play_move(record, history, reader, move)
        lines.append({"seat": move.seat, "do": move.text, **stand_fields(stand_of(history.cards, history.state))})
    writer = None
    if save is not None:
        writer = Writer.begin(save if save.suffix == SUFFIX else save / name_of(pack.id, now), header, lines)
    match = Match(pack, history, record.seats, header.seed, header.ids, writer)
    match.carried, match.branched = header.carried, header.branched
    return match


def look_again(match: Match) -> Match:
    """The game that is being played, to be looked at from any of its turns. Nothing that is done with it changes the game itself."""
    history = History(match.cards, match.deal, match.council_cards)
    for turn in [*match.history, *match.ahead]:
        history.play(turn.action, turn.seat)
    seats = [replace(seat) for seat in match.seats]
    copy = Match(match.pack, history, seats, match.seed, match.ids, None)
    copy.carried, copy.branched = match.carried, match.branched
    copy.go_to(len(match.history))
    return copy

"""What a match begins from: seats that make a game, and the first line of its record."""

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from caffael import rules
from caffael.bots import make_bot
from caffael.rules.copying import words_of
from caffael.rules.records import Deal
from caffael.rules.seeds import SEED_BITS, SEEDS
from caffael.rules.terms import SEATS
from caffael.saves import YOU, Carried, Header, Seat
from caffael.saves.header import header_of
from caffael.saves.packed_rows import pack_words
from caffael.scenario import Pack
from caffael.scenario.finding import shipped


def header_for(pack: Pack, row: list[Seat], seed: int, deal: Deal, now: datetime, carried: Carried | None) -> Header:
    """The first line of a game's record. Raises ValueError when the pack's names are too long for one."""
    header = Header(
        rules=rules.RULES_VERSION,
        scenario=pack.id,
        path=path_of(pack),
        digest=pack.digest,
        years=pack.cards.settings.years,
        seats=tuple(replace(seat) for seat in row),
        seed=seed,
        created=now.isoformat(timespec="seconds"),
        needs=tuple(pack.ids.needs),
        suppliers=tuple(pack.ids.suppliers),
        projects=tuple(pack.ids.projects),
        councils=tuple(pack.ids.councils),
        cards=pack_words(words_of(pack.cards)),
        deal=pack_words(words_of(deal)),
        carried=carried,
    )
    header_of(header.to_fields())
    return header


def path_of(pack: Pack) -> str | None:
    """The name of the folder or zip that a pack is, when it is not one that ships; never whose home it lies in."""
    place = pack.place.resolve()
    if (place.name == pack.id and place.parent in shipped()) or place == Path.home().resolve():
        return None
    return os.fsencode(place.name).decode("utf-8", "replace")


def check_seats(seats: list[Seat], councils: Iterable[str], seed: int) -> None:
    """Raise ValueError when no game can begin with these seats."""
    known = set(councils)
    if not 1 <= len(seats) <= SEATS:
        raise ValueError(f"A game has 1 to {SEATS} teams, not {len(seats)}.")
    for seat in seats:
        if seat.council not in known:
            raise ValueError(f"This scenario has no council {seat.council!r}.")
        check_player(seat.player)
    if len({seat.council for seat in seats}) < len(seats):
        raise ValueError("Two teams can't have the same council.")
    if not 0 <= seed < SEEDS:
        raise ValueError(f"A seed is a whole number of at most {SEED_BITS} bits.")


def check_teams(seats: list[Seat], pack: Pack) -> None:
    """Raise ValueError when a scenario is not made for so many teams."""
    least, most = pack.teams_least, pack.teams_most
    if not least <= len(seats) <= most:
        many = f"{least} to {most} teams" if least < most else f"{most} teams"
        raise ValueError(f"This scenario is for {many}, not {len(seats)}.")


def check_player(player: str) -> None:
    """Raise ValueError for a player that is neither people nor a known bot."""
    if player != YOU:
        make_bot(player)

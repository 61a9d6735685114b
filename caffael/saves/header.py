"""The first line of a record: everything a game begins from, so that it can be read when its pack has changed or is gone."""

import re
from dataclasses import dataclass, fields
from typing import Any

from caffael.rules.cards import Cards
from caffael.rules.layouts import LAYOUTS
from caffael.rules.notation import Ids
from caffael.rules.powers import LAB_TOP
from caffael.rules.records import Deal
from caffael.rules.seeds import SMALL, seed_of, seed_text
from caffael.rules.terms import (
    BID_CARDS,
    CATEGORIES,
    COUNCILS,
    DELIVERY_CARDS,
    EVENTS,
    NEEDS,
    PROJECTS,
    REGISTER,
    ROW,
    SEATS,
    SUPPLIERS,
    TRACK_RECORDS,
    TRAY,
    WEIGHTS,
    YEARS,
    EffectKind,
)
from caffael.saves.packed_rows import LARGEST, Packed, check_packed, fill_record, is_whole
from caffael.scenario.scenario_file import MOST_GAMES


def check_counts(cards: Cards) -> None:
    """Raise ValueError when a count is larger than its row, or a number of turns longer than any game takes."""
    settings = cards.settings
    most = (
        (cards.categories, CATEGORIES),
        (cards.need_count, NEEDS),
        (cards.supplier_count, SUPPLIERS),
        (cards.event_count, EVENTS),
        (cards.project_count, PROJECTS),
        (cards.council_count, COUNCILS),
        (cards.bid_card_count, BID_CARDS),
        (cards.delivery_card_count, DELIVERY_CARDS),
        (cards.track_record_count, TRACK_RECORDS),
        (cards.weights_count, WEIGHTS),
        (settings.years, YEARS),
        (settings.tray, TRAY),
        (settings.register, REGISTER),
        (settings.draw, NEEDS),
        (settings.first_draw, NEEDS),
        (settings.leave, ROW),
        (settings.market, ROW),
    )
    if any(not 0 <= count <= limit for count, limit in most):
        raise ValueError("a count is beyond its row")
    for council in cards.councils:
        if any(not 0 <= level <= LAB_TOP for level in council.labs) or any(badge not in (0, 1) for badge in council.badges):
            raise ValueError("a council begins with what there is not")
    for event in [*cards.events, *cards.climate]:
        for effect in event.effects:
            if effect.kind == EffectKind.MARKET and abs(effect.amount) > SUPPLIERS:
                raise ValueError("an event moves more suppliers than there are")


FORMAT = 1
"""The form of the file itself; the rules have a version of their own."""
YOU = "you"
"""The player of a seat at which people sit; any other player is a bot's name."""

MOST_NAME = 200
MOST_PATH = 4_000


@dataclass(slots=True)
class Seat:
    """A side of the table: the team's name, the id of its council, and who plays it."""

    team: str
    council: str
    player: str = YOU


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a game of a campaign came from: the game before, and the scores so far."""

    file: str  # the name of its record; empty when it kept none
    totals: tuple[tuple[int, ...], ...]  # each seat's score in each game so far, the first game first


@dataclass(frozen=True, slots=True)
class Branched:
    """The game that another one goes another way from, and after how many of its actions."""

    file: str  # the name of its record
    turns: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the first line holds."""

    rules: int
    scenario: str
    path: str | None  # the name of the folder or zip that the pack was; None for one that ships
    digest: str  # of the pack's numbers
    years: int
    seats: tuple[Seat, ...]  # as the game began; later notes may rename a team or hand a seat over
    seed: int  # of the shuffle; see `rules.seeds`
    created: str  # date and time with its zone, ISO 8601
    needs: tuple[str, ...]
    suppliers: tuple[str, ...]
    projects: tuple[str, ...]
    councils: tuple[str, ...]
    cards: Packed
    deal: Packed
    carried: Carried | None = None  # a game that goes on from an earlier one; its labs and badges stand in the cards
    branched: Branched | None = None  # a game that asks "what if" of another

    @property
    def ids(self) -> Ids:
        """The names by which the actions call the cards."""
        return Ids(self.needs, self.suppliers, self.projects)

    @property
    def council_cards(self) -> list[int]:
        """The council card of each seat."""
        return [self.councils.index(seat.council) for seat in self.seats]

    @property
    def can_be_played_again(self) -> bool:
        """Whether these rules play it to the same end: it was played under them, or under earlier ones that they know."""
        return self.rules in LAYOUTS

    def make_cards(self) -> Cards:
        """The card numbers as the rules take them. Raises ValueError if its rules have other places or the counts make no game.

        What its rules did not know yet is as they did it.
        """
        cards = Cards()
        fill_record(cards, self.cards, self.rules)
        check_counts(cards)
        if cards.settings.years != self.years:
            raise ValueError("other years than its cards")
        return cards

    def make_deal(self) -> Deal:
        """The deal as the rules take it. Raises ValueError if its rules have other places."""
        deal = Deal()
        fill_record(deal, self.deal, self.rules)
        return deal

    def to_fields(self) -> dict[str, Any]:
        """The line as JSON takes it."""
        line = {
            "n": 1,
            "caffael": FORMAT,
            "rules": self.rules,
            "scenario": self.scenario,
            "path": self.path,
            "digest": self.digest,
            "years": self.years,
            "seats": [{"team": seat.team, "council": seat.council, "player": seat.player} for seat in self.seats],
            "seed": self.seed if self.seed <= SMALL else seed_text(self.seed),
            "created": self.created,
            "needs": list(self.needs),
            "suppliers": list(self.suppliers),
            "projects": list(self.projects),
            "councils": list(self.councils),
            "cards": self.cards,
            "deal": self.deal,
        }
        if self.carried is not None:
            line[CARRIED] = {"file": self.carried.file, "totals": [list(row) for row in self.carried.totals]}
        if self.branched is not None:
            line[BRANCHED] = {"file": self.branched.file, "turns": self.branched.turns}
        return line


CARRIED = "carried"
BRANCHED = "branched"
SOME_HAVE = {CARRIED, BRANCHED}
"""The fields that only some headers have."""
KEYS = {"n", "caffael", *(field.name for field in fields(Header))} - SOME_HAVE


def header_of(line: dict[str, Any]) -> Header:
    """The header that a first line holds. Raises ValueError for any other shape."""
    if set(line) - SOME_HAVE != KEYS:
        raise ValueError("other fields than a header has")
    seats = line["seats"]
    if not isinstance(seats, list) or not 1 <= len(seats) <= SEATS:
        raise ValueError("no row of seats")
    header = Header(
        rules=whole(line["rules"], 0, LARGEST),
        scenario=text(line["scenario"]),
        path=None if line["path"] is None else place_name(text(line["path"], MOST_PATH)),
        digest=text(line["digest"]),
        years=whole(line["years"], 1, YEARS),
        seats=tuple(seat_of(seat) for seat in seats),
        seed=seed_in(line["seed"]),
        created=text(line["created"]),
        needs=names(line["needs"], NEEDS),
        suppliers=names(line["suppliers"], SUPPLIERS),
        projects=names(line["projects"], PROJECTS),
        councils=names(line["councils"], COUNCILS),
        cards=check_packed(line["cards"]),
        deal=check_packed(line["deal"]),
        carried=carried_of(line[CARRIED], len(seats)) if CARRIED in line else None,
        branched=branched_of(line[BRANCHED]) if BRANCHED in line else None,
    )
    if any(seat.council not in header.councils for seat in header.seats):
        raise ValueError("a seat of an unknown council")
    return header


def carried_of(value: object, seats: int) -> Carried:
    """Where a game came from, out of a file."""
    if not isinstance(value, dict) or set(value) != {"file", "totals"}:
        raise ValueError("no game before")
    rows = value["totals"]
    if not isinstance(rows, list) or not 1 <= len(rows) < MOST_GAMES:
        raise ValueError("no scores of games before")
    if any(not isinstance(row, list) or len(row) != seats for row in rows):
        raise ValueError("no row of scores")
    return Carried(text(value["file"]), tuple(tuple(whole(total, -LARGEST, LARGEST) for total in row) for row in rows))


def branched_of(value: object) -> Branched:
    """The game that another one went another way from, out of a file."""
    if not isinstance(value, dict) or set(value) != {"file", "turns"}:
        raise ValueError("no game that it went another way from")
    return Branched(text(value["file"]), whole(value["turns"], 0, LARGEST))


def seed_in(value: object) -> int:
    """A seed out of a file: a small one is a number, a wide one a text, so that no reader of JSON spoils it."""
    if isinstance(value, str):
        seed = seed_of(value)
        if seed_text(seed) == value and seed > SMALL:
            return seed
    return whole(value, 0, SMALL)


def seat_of(value: object) -> Seat:
    """A seat out of a file."""
    if not isinstance(value, dict) or set(value) != {"team", "council", "player"}:
        raise ValueError("no seat")
    return Seat(text(value["team"]), text(value["council"]), text(value["player"]))


def names(value: object, most: int) -> tuple[str, ...]:
    """A row of names out of a file."""
    if not isinstance(value, list) or len(value) > most:
        raise ValueError("no row of names")
    return tuple(text(name) for name in value)


def place_name(text: str) -> str:
    """The last part of a path of any system: all that is kept, and all that is used, of where a pack lay."""
    return re.split(r"[\\/]", text.rstrip("\\/"))[-1]


def text(value: object, most: int = MOST_NAME) -> str:
    """A text out of a file."""
    if not isinstance(value, str) or len(value) > most:
        raise ValueError("no text")
    value.encode()  # refuses half a sign
    return value


def whole(value: object, low: int, high: int) -> int:
    """A whole number out of a file."""
    if not isinstance(value, int) or not is_whole(value, low, high):
        raise ValueError("no whole number")
    return value


def tidy(name: str) -> str:
    """A name as the record takes it: one line, no sign that can't be written, not overlong."""
    plain = name.encode("utf-8", "replace").decode()
    return " ".join("".join(sign for sign in plain if sign.isprintable() or sign.isspace()).split())[:MOST_NAME]

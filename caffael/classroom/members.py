"""Who is in the room: devices with a dealt name, their teams, and the captain's office."""

import secrets
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from caffael.classroom.guard import DEVICES, TEAM, Flood
from caffael.classroom.names import NAMES, Name
from caffael.classroom.roles import Role
from caffael.classroom.tokens import hash_of, new_token
from caffael.words.language import Code

ANSWERS = 32
"""How many answers of a token are kept, so that what is asked again is answered the same and not done again."""
ASLEEP_AFTER = 25.0
OFFERED_AFTER = 45.0
"""Seconds without a sign of a captain until the others of the team may take the office; tablets sleep for shorter ones."""


@dataclass(eq=False, slots=True)
class Member:
    """A device that has joined. `seat` is None for a watcher. `order`: who was in the team first."""

    name: Name
    hash: str  # of its token
    seat: int | None
    role: Role
    order: int = 0
    line: int | None = None
    sign: float = 0.0  # when it last gave one
    muted: bool = False
    away: bool = False  # sent away
    confirmed: bool = False  # it has said something since it was given its token
    highest: int = 0  # the highest id that was answered
    answers: OrderedDict[int, dict[str, object]] = field(default_factory=OrderedDict)
    cut_until: float = 0.0

    @property
    def number(self) -> int:
        """By which the front and other devices call it."""
        return self.name.number

    def awake(self, now: float) -> bool:
        """Whether it is on a line and gave a sign lately."""
        return self.line is not None and now - self.sign < ASLEEP_AFTER

    def keep(self, number: int, answer: dict[str, object]) -> None:
        """Keep the answer to an id."""
        self.highest = max(self.highest, number)
        self.answers[number] = answer
        while len(self.answers) > ANSWERS:
            self.answers.popitem(last=False)


@dataclass(eq=False, slots=True)
class Line:
    """A device's line as it is now, and how it wants to be shown."""

    number: int
    address: str
    since: float
    member: Member | None = None
    greeted: bool = False  # it has said hello
    ended: bool = False  # the room has ended it, and listens no more
    language: Code = "en"
    large: bool = False
    have: dict[str, str] = field(default_factory=dict)
    shown: int = 0  # the number of the table that it was shown last
    flood: Flood = field(default_factory=Flood)
    known: int = 0  # the highest id that was answered before it had a token
    answers: OrderedDict[int, dict[str, object]] = field(default_factory=OrderedDict)


class Members:
    """Every device that has joined, whether it is awake or not: nobody is taken out before the room closes."""

    def __init__(self) -> None:
        self._by_number: dict[int, Member] = {}
        self._by_hash: dict[str, Member] = {}
        self._joined = 0

    def __iter__(self) -> Iterator[Member]:
        return iter(self._by_number.values())

    def __len__(self) -> int:
        return len(self._by_number)

    @property
    def full(self) -> bool:
        """Whether the room holds no more devices."""
        return len(self) >= DEVICES

    def of_token(self, token: str) -> Member | None:
        """Who a token belongs to."""
        return self._by_hash.get(hash_of(token)) if token else None

    def of_number(self, number: int) -> Member | None:
        """Who has a name of this number."""
        return self._by_number.get(number)

    def of_seat(self, seat: int | None) -> list[Member]:
        """A team, the captain first and then by who was in it first; those that were sent away are not of it."""
        found = [member for member in self if member.seat == seat and not member.away]
        return sorted(found, key=lambda member: (member.role is not Role.CAPTAIN, member.order))

    def team_full(self, seat: int) -> bool:
        """Whether a team has as many devices as it may."""
        return len(self.of_seat(seat)) >= TEAM

    def captain(self, seat: int) -> Member | None:
        """Who decides for a team."""
        return next((member for member in self.of_seat(seat) if member.role is Role.CAPTAIN), None)

    def join(self, seat: int | None) -> tuple[Member, str]:
        """Deal a name and a token to a device that joins a team, or watches. The first in a team is its captain."""
        token = new_token()
        free = [number for number in range(NAMES) if number not in self._by_number]
        member = Member(Name(secrets.choice(free)), hash_of(token), None, Role.WATCHER)
        self.add(member)
        self.place(member, seat)
        return member, token

    def add(self, member: Member) -> None:
        """Take in a member as it is."""
        self._by_number[member.number] = member
        self._by_hash[member.hash] = member
        self._joined = max(self._joined, member.order)

    def forget(self, member: Member) -> None:
        """Take a member out, whatever that does to its team."""
        self._by_number.pop(member.number, None)
        self._by_hash.pop(member.hash, None)

    def remove(self, member: Member) -> None:
        """Forget a member, as if it had never joined."""
        self.forget(member)
        self._promote(member.seat)

    def place(self, member: Member, seat: int | None) -> None:
        """Put a member into a team, behind all who are there; or among those who watch."""
        before = member.seat
        self._joined += 1
        member.order, member.seat = self._joined, seat
        member.role = Role.WATCHER if seat is None else Role.MEMBER
        self._promote(before)
        self._promote(seat)

    def renew(self, member: Member) -> str:
        """Another token for a member; the one before is void. Returns it."""
        token = new_token()
        self._by_hash.pop(member.hash, None)
        member.hash = hash_of(token)
        self._by_hash[member.hash] = member
        member.answers.clear()
        member.highest = 0
        return token

    def send_away(self, member: Member, away: bool = True) -> None:
        """Send a member away, or let it back into its team as it was, though no captain."""
        member.away = away
        if away and member.role is Role.CAPTAIN:
            member.role = Role.MEMBER
        self._promote(member.seat)

    def make_captain(self, member: Member) -> None:
        """Give a member the office; who had it is a member from now on. Raises ValueError for one who is of no team or was sent away."""
        if member.seat is None or member.away:
            raise ValueError("no captain without a team")
        for other in self.of_seat(member.seat):
            if other.role is Role.CAPTAIN:
                other.role = Role.MEMBER
        member.role = Role.CAPTAIN

    def _promote(self, seat: int | None) -> None:
        """Where a team has lost its captain the one who was there first has the office."""
        if seat is not None and self.captain(seat) is None:
            team = self.of_seat(seat)
            if team:
                team[0].role = Role.CAPTAIN

    def offered(self, seat: int, now: float) -> bool:
        """Whether the office may be taken: the captain has given no sign for so long, and somebody else of the team is awake."""
        captain = self.captain(seat)
        if captain is None or now - captain.sign < OFFERED_AFTER:
            return False
        return any(member.awake(now) for member in self.of_seat(seat) if member is not captain)

"""What the teacher sees and does at the big screen. It is the board itself, in the same process: no device can ask for any of it."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from caffael.classroom.deciding import Deciding
from caffael.classroom.entry import Entry
from caffael.classroom.hall import Hall, Knock
from caffael.classroom.members import OFFERED_AFTER, Member
from caffael.classroom.names import Name, Picture
from caffael.classroom.roles import Role
from caffael.classroom.room_view import DeskView, Opening, Spread
from caffael.classroom.voices import Guesses
from caffael.rules.terms import SEATS
from caffael.words.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Shown:
    """A device as the front shows it."""

    id: int
    name: Name
    seat: int | None
    role: Role
    awake: bool
    muted: bool

    @property
    def leads(self) -> bool:
        """Whether it is its team's captain."""
        return self.role is Role.CAPTAIN


class Front(ABC):
    """The front's side of a room. Devices are named by the numbers of their names."""

    _hall: Hall
    _entry: Entry
    _deciding: Deciding

    @abstractmethod
    def changed(self) -> None:
        """The game has changed."""

    # ------------------------------------------------------------------------------------------------------------- what the front shows

    @property
    def code(self) -> str:
        """The room's code, such as K7M2QX."""
        return self._hall.code

    @property
    def picture(self) -> Picture:
        """The room's picture: a colour and two animals."""
        return self._hall.picture

    @property
    def members(self) -> tuple[Shown, ...]:
        """Every device that has joined and was not sent away, team by team, the captain first."""
        members = self._hall.members
        seats: list[int | None] = [*range(SEATS), None]
        return tuple(self._shown(member) for seat in seats for member in members.of_seat(seat))

    @property
    def sent_away(self) -> tuple[Shown, ...]:
        """Those who were sent away and can be let back."""
        return tuple(self._shown(member) for member in self._hall.members if member.away)

    def _shown(self, member: Member) -> Shown:
        return Shown(member.number, member.name, member.seat, member.role, member.awake(self._hall.now()), member.muted)

    @property
    def guests(self) -> int:
        """How many devices are on a line and have not joined."""
        return sum(line.greeted and line.member is None for line in self._hall.lines.values())

    @property
    def knocks(self) -> tuple[Knock, ...]:
        """Devices that want in while the door is closed, longest first."""
        return tuple(self._hall.knocks.values())

    @property
    def locked(self) -> bool:
        """Whether the door is closed."""
        return self._hall.locked

    @property
    def clock_left(self) -> int | None:
        """Seconds that the clock has left; None when none runs. At 0 nothing happens by itself."""
        return self._hall.clock_left

    @property
    def trouble(self) -> Sentence | None:
        """Why the game or the room is not saved now."""
        return self._hall.trouble

    @property
    def opening(self) -> Opening | None:
        """The tender that the big screen opens, for which devices may still say who will win."""
        return self._hall.stand.opening

    @property
    def guesses(self) -> tuple[Guesses, ...]:
        """For each tender so far: how many of how many named who won."""
        return tuple(self._hall.guesses)

    def predictions(self) -> tuple[int, int]:
        """How many devices have said who will win the tender that is being opened, and how many could."""
        hall = self._hall
        heard = [member for member in hall.members if not member.muted and not member.away and member.awake(hall.now())]
        return len(hall.guessed), max(len(heard), len(hall.guessed))

    def named(self, supplier: int) -> tuple[int, int]:
        """How many devices have named a supplier as the winner of the tender that is being opened, of how many that have said anything."""
        said = list(self._hall.guessed.values())
        return said.count(supplier), len(said)

    def ready(self, seat: int) -> bool:
        """Whether a seat has said that what it prepares is what it wants."""
        return self._hall.ready(seat)

    def desk(self, seat: int) -> DeskView:
        """A seat's draft as it stands against the table."""
        return self._hall.desk_view(seat)

    def voices(self, seat: int) -> Spread:
        """The voices of a team."""
        return self._hall.spread(seat)

    def captain(self, seat: int) -> Shown | None:
        """Who decides for a team."""
        captain = self._hall.members.captain(seat)
        return None if captain is None else self._shown(captain)

    def captain_gone(self, seat: int) -> bool:
        """Whether a team's captain has given no sign for so long that its office may be taken."""
        captain = self._hall.members.captain(seat)
        return captain is not None and self._hall.now() - captain.sign >= OFFERED_AFTER

    def asleep(self, member: int) -> bool:
        """Whether a device has given no sign for a while."""
        found = self._hall.members.of_number(member)
        return found is not None and not found.awake(self._hall.now())

    def has_device(self, seat: int) -> bool:
        """Whether a team has a device at all."""
        return self._hall.has_device(seat)

    def waits_for(self) -> list[int]:
        """The seats with devices that the round waits for: in Manage, those that have not said that they are done."""
        return self._deciding.waits_for()

    # ------------------------------------------------------------------------------------------------------------- what the front does

    def lock(self) -> None:
        """Close the door: who was in comes back, nobody new comes in without a knock."""
        self._lock(True)

    def unlock(self) -> None:
        """Open the door; who has knocked may come in by joining again."""
        self._lock(False)

    def _lock(self, locked: bool) -> None:
        hall = self._hall
        hall.locked = locked
        if not locked:
            hall.knocks.clear()
        hall.journal.add({"lock": int(locked)})
        hall.mark(None, ("team", "top"))

    def admit(self, knock: int) -> None:
        """Let in who knocked. Where the team is full by now, nothing happens."""
        hall = self._hall
        found = hall.knocks.pop(knock, None)
        line = None if found is None else hall.lines.get(found.line)
        if found is None or line is None or line.member is not None or hall.members.full:
            return
        if found.seat is None or (found.seat in hall.seats_of_people() and not hall.members.team_full(found.seat)):
            self._entry.let_in(line, found.seat)

    def turn_away(self, knock: int) -> None:
        """Leave who knocked outside."""
        found = self._hall.knocks.pop(knock, None)
        line = None if found is None else self._hall.lines.get(found.line)
        if line is not None:
            self._hall.put(line, {"say": self._hall.language(line).text("The teacher has not let this device in.")}, "say")

    def move(self, member: int, seat: int | None) -> None:
        """Put a device into another team, or among those who watch. Raises ValueError when that team is full or not of this game."""
        hall, found = self._hall, self._member(member)
        if seat is not None and (seat not in hall.seats_of_people() or (hall.members.team_full(seat) and found.seat != seat)):
            raise ValueError("no place in this team")
        before = found.seat
        hall.members.place(found, seat)
        others = [one for one in (hall.members.captain(at) for at in (before, seat) if at is not None) if one is not None]
        self._entry.changed_places(found, *(one for one in others if one is not found))

    def mute(self, member: int, muted: bool = True) -> None:
        """Let a device's voice not count, or let it count again."""
        found = self._member(member)
        found.muted = muted
        self._entry.changed_places(found)

    def send_away(self, member: int) -> None:
        """Send a device away; its page says so, also after it is opened anew."""
        hall, found = self._hall, self._member(member)
        hall.members.send_away(found)
        line = hall.line_of(found)
        if line is not None:
            line.member, found.line = None, None
            hall.end(line, "sent")
        self._after_place(found)

    def let_back(self, member: int) -> None:
        """Let a device come back that was sent away."""
        found = self._member(member)
        self._hall.members.send_away(found, away=False)
        self._after_place(found)

    def _after_place(self, found: Member) -> None:
        captain = None if found.seat is None else self._hall.members.captain(found.seat)
        self._entry.changed_places(found, *([] if captain is None or captain is found else [captain]))

    def make_captain(self, member: int) -> None:
        """Give a member of a team its captain's office. Raises ValueError for one who watches or was sent away."""
        self._entry.make_captain(self._member(member))

    def seat_card(self, seat: int) -> str:
        """Four digits that let one device back into a seat, once, for two minutes."""
        return self._hall.cards.new(seat, self._hall.now())

    def card_left(self, seat: int) -> int | None:
        """Seconds for which a seat's card still counts; None when it has none."""
        return self._hall.cards.left(seat, self._hall.now())

    def new_token(self, seat: int) -> str:
        """Void all tokens of a team, as when one was copied, and give a seat card: its devices join again with such cards, one by one."""
        hall = self._hall
        for member in hall.members.of_seat(seat):
            line = hall.line_of(member)
            hall.members.renew(member)
            member.line = None
            hall.keep_member(member)
            if line is not None:
                line.member = None
                self._entry.introduce(line)
        hall.mark()
        return self.seat_card(seat)

    def set_clock(self, seconds: int | None) -> None:
        """Let a clock run that all devices show, or take it away. Nothing happens by itself when it is over."""
        hall = self._hall
        ran = hall.clock_ends is not None
        hall.clock_ends = None if seconds is None else hall.now() + seconds
        frame = hall.clock_frame()
        for line in hall.lines.values():
            if line.greeted:
                hall.put(line, frame, "clock")
        if ran != (seconds is not None):
            hall.mark(None, ("top", "status"))

    def turn_up(self) -> None:
        """The bids lie open on the big screen now: from here on nobody can say who will win."""
        self._hall.stand.turn_up()
        self._hall.mark(None, ("voices", "status", "top", "work"))

    def open_now(self) -> None:
        """Wait for no device any longer: what lies ready counts."""
        self._deciding.open_now()
        self.changed()

    def _member(self, number: int) -> Member:
        found = self._hall.members.of_number(number)
        if found is None:
            raise ValueError("nobody of this name")
        return found

"""How devices come in, come back and change places: hello, join, knocks, seat cards, and the captain's office."""

from caffael.classroom.frames import Hello, Join, Office
from caffael.classroom.guard import JOINS_AT_ONCE, Bucket, ByAddress
from caffael.classroom.hall import Hall, Knock
from caffael.classroom.members import ASLEEP_AFTER, Line, Member
from caffael.classroom.roles import Role
from caffael.words.language import words

TEAM_PARTS = ("team", "top", "status", "voices")
MOST_KNOCKS = 64


class Entry:
    """The door of the room."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self._wrong_codes = ByAddress(10, 60.0, 30.0)
        self._joins = ByAddress(3, 10.0)
        self._joins_behind_relay = Bucket(JOINS_AT_ONCE, 3.0)
        self._knocks = 0

    # ---------------------------------------------------------------------------------------------------------------------------- hello

    def hello(self, line: Line, said: Hello) -> None:
        """Let a device back into its seat by its token, at once; any other is a guest who may join."""
        hall, now = self.hall, self.hall.now()
        if said.room != hall.code:
            hall.end(line, "unknown" if self._wrong_codes.lets(line.address, now) else "busy")
            return
        line.language, line.large, line.have = said.language, said.large, dict(said.have)
        member = hall.members.of_token(said.token)
        if member is None and line.member is not None and not said.token:
            member = line.member  # a hello on the same line, for another language
        if member is not None and member.away:
            hall.end(line, "sent")
            return
        if member is not None and now < member.cut_until:
            hall.end(line, "busy")
            return
        line.greeted = True
        if member is None:
            if hall.members.full:
                hall.end(line, "full")
                return
            if line.member is not None:
                line.member.line = None
            line.member = None
        else:
            self._seat_on(line, member)
        self.introduce(line)

    def _seat_on(self, line: Line, member: Member) -> None:
        """A member is on this line from now on; the newest wins."""
        hall = self.hall
        if line.member is not None and line.member is not member:
            line.member.line = None
        if member.line is not None and member.line != line.number and member.line in hall.lines:
            older = hall.lines[member.line]
            older.member = None
            hall.end(older, "elsewhere")
        member.line, line.member = line.number, member
        member.sign, member.confirmed = hall.now(), True
        hall.mark(None, ("team", "top"), soft=True)

    def introduce(self, line: Line, token: str = "") -> None:
        """Tell a device who it is, and show it the room."""
        hall, member = self.hall, line.member
        you: dict[str, object] = {"role": Role.GUEST.value, "team": None}
        if member is not None:
            name = member.name
            you = {
                **({"token": token} if token else {}),
                "name": name.said(line.language),
                "animal": name.animal.id,
                "colour": name.colour.id,
                "number": member.number,
                "team": member.seat,
                "role": member.role.value,
                "id": member.highest,
                "muted": int(member.muted),
            }
            voice = hall.own_voice(member)
            if voice:
                you["voice"] = voice
        colour, first, second = hall.picture.said(line.language)
        shown = hall.picture
        ids = [shown.colour.id, shown.first.id, shown.second.id]
        room = {"v": hall.stand.at, "words": line.language, "code": hall.code, "picture": ids, "called": [colour, first, second]}
        hall.put(line, {"you": you, "room": room})
        if hall.clock_ends is not None:
            hall.put(line, hall.clock_frame(), "clock")
        hall.need(hall.looker(line), ())

    # ----------------------------------------------------------------------------------------------------------------------------- join

    def join(self, line: Line, ask: Join) -> dict[str, object]:
        """Let a guest into a team, or among those who watch. The answer is `you`; here it is what else there is to say."""
        hall, now = self.hall, self.hall.now()
        joins = self._joins.lets(line.address, now) if line.address else self._joins_behind_relay.lets(now)
        if not joins:
            return hall.no(line, ask.id, words("Too many are coming in at once. Try again in a moment."))
        if line.member is not None:
            return hall.no(line, ask.id, words("This device has joined already."))
        if ask.card:
            return self._by_card(line, ask)
        refused = self._why_not_in(line, ask)
        if refused is not None:
            return refused
        if hall.locked:
            return self._knock(line, ask)
        self.let_in(line, ask.team)
        return hall.yes(ask.id)

    def _why_not_in(self, line: Line, ask: Join) -> dict[str, object] | None:
        hall = self.hall
        if hall.members.full:
            return hall.no(line, ask.id, words("The room is full."))
        if ask.team is None:
            return None
        if hall.stand.match is None:
            return hall.no(line, ask.id, words("Waiting for the game to begin."))
        if ask.team not in hall.seats_of_people():
            return hall.no(line, ask.id, words("There is no such team in this game."))
        if hall.members.team_full(ask.team):
            return hall.no(line, ask.id, words("This team is full. Choose another one, or watch."))
        return None

    def let_in(self, line: Line, seat: int | None) -> None:
        """Deal a name and a token to a device."""
        hall = self.hall
        member, token = hall.members.join(seat)
        self._settle(line, member, token)

    def _settle(self, line: Line, member: Member, token: str) -> None:
        hall = self.hall
        hall.knocks = {number: knock for number, knock in hall.knocks.items() if knock.line != line.number}
        member.line, line.member, member.sign = line.number, member, hall.now()
        hall.keep_member(member)
        self.introduce(line, token)
        hall.mark(None, TEAM_PARTS, soft=True)

    def _knock(self, line: Line, ask: Join) -> dict[str, object]:
        hall = self.hall
        if all(knock.line != line.number for knock in hall.knocks.values()) and len(hall.knocks) < MOST_KNOCKS:
            self._knocks += 1
            hall.knocks[self._knocks] = Knock(self._knocks, line.number, ask.team)
        return hall.no(line, ask.id, words("The teacher has closed the door. Your knock is seen on the big screen."))

    def _by_card(self, line: Line, ask: Join) -> dict[str, object]:
        """Back into a seat by its card, also while the door is closed: in the place of the device that has been away longest."""
        hall, now = self.hall, self.hall.now()
        seat = hall.cards.take(ask.card, now)
        if seat is None:
            return hall.no(line, ask.id, words("This seat card is not known. The teacher can show a new one."))
        asleep = [member for member in hall.members.of_seat(seat) if not member.awake(now)]
        if asleep:
            member = min(asleep, key=lambda one: one.sign)
            before = hall.line_of(member)
            token, member.confirmed = hall.members.renew(member), True
            if before is not None:
                before.member = None
                hall.end(before, "elsewhere")
            self._settle(line, member, token)
            return hall.yes(ask.id)
        if hall.members.full or hall.members.team_full(seat):
            return hall.no(line, ask.id, words("This team is full. Choose another one, or watch."))
        self.let_in(line, seat)
        return hall.yes(ask.id)

    def left(self, line: Line) -> None:
        """A line is gone. Who never said a word after joining may never have got its token, and is forgotten if it doesn't come back."""
        hall, member = self.hall, line.member
        hall.knocks = {number: knock for number, knock in hall.knocks.items() if knock.line != line.number}
        if member is None or member.line != line.number:
            return
        member.line, member.sign = None, hall.now()
        hall.mark(None, TEAM_PARTS, soft=True)

    def forget_ghosts(self) -> None:
        """Forget those who joined, never said a word, and have been gone for a while."""
        hall, now = self.hall, self.hall.now()
        for member in [one for one in hall.members if not one.confirmed and one.line is None and now - one.sign >= ASLEEP_AFTER]:
            seat = member.seat
            hall.members.remove(member)
            hall.journal.add({"gone": member.number})
            captain = None if seat is None else hall.members.captain(seat)
            self.changed_places(*([] if captain is None else [captain]))

    # --------------------------------------------------------------------------------------------------------------------------- office

    def office(self, line: Line, member: Member, ask: Office) -> dict[str, object]:
        """Take the captain's office once it is offered, or hand it on."""
        hall, seat = self.hall, member.seat
        if seat is None:
            return hall.no(line, ask.id, words("Only a member of a team can be its captain."))
        if ask.to is None:
            if member.role is Role.CAPTAIN:
                return hall.yes(ask.id)
            if not hall.members.offered(seat, hall.now()):
                return hall.no(line, ask.id, words("The captain is there."))
            self.make_captain(member)
            return hall.yes(ask.id)
        other = hall.members.of_number(ask.to)
        if member.role is not Role.CAPTAIN:
            return hall.no(line, ask.id, words("Only the captain of a team decides for it."))
        if other is None or other.seat != seat or other.away or not other.awake(hall.now()):
            return hall.no(line, ask.id, words("Only somebody of the team whose device is awake can be its captain."))
        self.make_captain(other)
        return hall.yes(ask.id)

    def make_captain(self, member: Member) -> None:
        """Give a member the office, and tell the team."""
        hall, seat = self.hall, member.seat
        before = None if seat is None else hall.members.captain(seat)
        hall.members.make_captain(member)
        self.changed_places(member, *([before] if before is not None and before is not member else []))
        for other in hall.members.of_seat(seat):
            line = hall.line_of(other)
            if line is not None:
                hall.put(line, {"say": hall.language(line).text("Captain now: {name}.", name=member.name.said(line.language))}, "say")

    def changed_places(self, *members: Member) -> None:
        """Write down and tell members who are somebody else now: of another team, or with another role."""
        hall = self.hall
        for member in members:
            hall.keep_member(member)
            line = hall.line_of(member)
            if line is not None:
                self.introduce(line)
        hall.mark(None, TEAM_PARTS, soft=True)

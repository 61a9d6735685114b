"""All that the room holds together: its members and lines, desks and voices, the table they see, and what has to be drawn anew."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from caffael.classroom.changes import Printed
from caffael.classroom.desk import Desk, Draft, Scratch, changes_since, is_complete, new_desks, tender_of
from caffael.classroom.journal import Journal
from caffael.classroom.members import Line, Member, Members
from caffael.classroom.names import picture_of
from caffael.classroom.outlet import Outlet
from caffael.classroom.pages import NAMES
from caffael.classroom.roles import Role
from caffael.classroom.room_view import DeskView, Looker, RoomView, Spread
from caffael.classroom.stand import Stand
from caffael.classroom.table import Table
from caffael.classroom.tokens import SeatCards
from caffael.classroom.voices import Guesses, Voice, spread_of
from caffael.debrief import Debrief, make_debrief
from caffael.match import Match
from caffael.presentation.tender.draft import WeightRows
from caffael.rules.actions import phase_for
from caffael.rules.reasons import can_manage
from caffael.rules.terms import NONE, SEATS, Phase
from caffael.words.language import Language, Value
from caffael.words.sentence import Sentence

GATHERED_FOR = 0.1
"""Seconds for which voices and what is prepared are gathered before they are shown."""


@dataclass(frozen=True, slots=True)
class Knock:
    """A device that wants in while the door is closed."""

    id: int
    line: int
    seat: int | None


@dataclass(slots=True)
class Made:
    """The parts of one kind of looker, each with its hash and the frame that carries it; `at` is the table that they are of."""

    hashes: dict[str, str] = field(default_factory=dict)
    frames: dict[str, dict[str, object]] = field(default_factory=dict)
    at: int = 0


class Hall:
    """What the parts of the room share. It decides nothing."""

    def __init__(
        self, table: Table, outlet: Outlet, journal: Journal, code: str, picture: int, clock: Callable[[], float], first: int = 1
    ) -> None:
        self.table = table
        self.outlet = outlet
        self.journal = journal
        self.code = code
        self.picture = picture_of(picture)
        self.clock = clock
        self.stand = Stand(table, first)
        self.members = Members()
        self.lines: dict[int, Line] = {}
        self.desks: list[Desk] = new_desks()
        self.voices: list[dict[int, dict[int, Voice]]] = [{} for _ in range(SEATS)]  # by seat, need and member
        self.guessed: dict[int, int] = {}  # while a tender is opened: supplier by member
        self.guesses: list[Guesses] = []
        self.cards = SeatCards()
        self.knocks: dict[int, Knock] = {}
        self.locked = False
        self.clock_ends: float | None = None
        self.own: set[int] = set()  # turns that devices decided, as long as the others have not seen them
        self.by_front: set[int] = set()  # seats whose last decision was made at the big screen though they have a captain
        self.stepped_back = False
        self.scratch = Scratch()
        self.unsaved_desks: dict[int, float] = {}  # seats whose draft is not in the journal yet, and since when
        self.made: dict[Looker, Made] = {}  # what was drawn, for those who are looking
        self.shared: dict[tuple[int | None, bool, str, str], tuple[str, dict[str, object]]] = {}  # parts that are the same for all roles
        self.views: dict[Looker, RoomView] = {}
        self.due: dict[Looker, set[str]] = {}  # which parts must be drawn anew
        self.soft: dict[Looker, set[str]] = {}  # what is gathered for a moment
        self.soft_at: float | None = None
        self._views: dict[int, DeskView] = {}
        self._spreads: dict[int, Spread] = {}
        self._debrief: tuple[int, Debrief] | None = None
        self._rows: tuple[Match, WeightRows] | None = None
        self._kept_drafts: dict[tuple[int, str], dict[str, Any]] = {}  # as the journal has them

    # ------------------------------------------------------------------------------------------------------------------ words and frames

    def now(self) -> float:
        """The room's clock, in seconds."""
        return self.clock()

    def language(self, line: Line) -> Language:
        """The words of a device."""
        return self.table.language_for(line.language)

    def put(self, line: Line, frame: dict[str, object], kind: str = "") -> None:
        """Send a frame to a device."""
        self.outlet.put(line.number, frame, kind)

    def end(self, line: Line, why: str) -> None:
        """End a line, and listen to it no more; who was on it is on none."""
        if not line.ended:
            if line.member is not None and line.member.line == line.number:
                line.member.line = None
            line.ended, line.greeted, line.member = True, False, None
            self.outlet.end(line.number, why)

    def no(self, line: Line, number: int, msgid: str, **values: Value) -> dict[str, object]:
        """The answer that something was not done, and why."""
        return {"no": number, "why": self.language(line).text(msgid, **values), "v": self.stand.at}

    def yes(self, number: int) -> dict[str, object]:
        """The answer that something is done, and safe; `unsaved` when the disk does not take it."""
        match = self.stand.match
        unsaved = self.journal.trouble is not None or (match is not None and match.trouble is not None)
        return {"yes": number, "v": self.stand.at, **({"unsaved": 1} if unsaved else {})}

    def tell(self, msgid: str, **values: Value) -> None:
        """Say something to everybody who is on a line, each in its language."""
        frames: dict[str, dict[str, object]] = {}
        for line in self.lines.values():
            if line.greeted:
                if line.language not in frames:
                    frames[line.language] = {"say": self.language(line).text(msgid, **values)}
                self.put(line, frames[line.language], "say")

    def tell_of(self, seat: int, msgid: str) -> None:
        """Say something of a council to everybody who is on a line, each in its language."""
        for code in {line.language for line in self.lines.values() if line.greeted}:
            viewer = self.stand.viewer(None, code)
            frame: dict[str, object] = {"say": viewer.text(msgid, council=viewer.council(seat)) if viewer is not None else ""}
            for line in self.lines.values():
                if line.greeted and line.language == code:
                    self.put(line, frame, "say")

    def clock_frame(self) -> dict[str, object]:
        """How many seconds the clock has left; null when none runs."""
        return {"clock": self.clock_left}

    @property
    def clock_left(self) -> int | None:
        """Seconds that the clock has left; it stops at 0, and nothing happens by itself."""
        return None if self.clock_ends is None else max(round(self.clock_ends - self.now()), 0)

    @property
    def trouble(self) -> Sentence | None:
        """Why the game, or the room, is not saved now."""
        match = self.table.match
        if match is not None and match.trouble is not None:
            return match.trouble
        if self.journal.trouble is not None:
            pattern = "The room can't be saved beside the game, so devices would have to join again if this computer were switched off."
            return Sentence(pattern)
        return None

    # ----------------------------------------------------------------------------------------------------------------------- who is here

    def looker(self, line: Line) -> Looker:
        """As who a device is shown the room."""
        member = line.member
        if member is None:
            return Looker(None, Role.GUEST, line.language, line.large)
        return Looker(member.seat, member.role, line.language, line.large)

    def line_of(self, member: Member) -> Line | None:
        """The line on which a member is."""
        return None if member.line is None else self.lines.get(member.line)

    def has_device(self, seat: int) -> bool:
        """Whether anybody of a team has a device that was not sent away, asleep or not."""
        return bool(self.members.of_seat(seat))

    def seats_of_people(self) -> list[int]:
        """The seats that devices may join."""
        match = self.stand.match
        return [] if match is None else [seat for seat in range(match.state.seats) if match.people(seat)]

    def keep_member(self, member: Member) -> None:
        """Write down who a member is, and wait until it is safe."""
        self.journal.add({"member": member.number, "is": member_fields(member)})
        self.journal.flush()

    # -------------------------------------------------------------------------------------------------------------------------- the game

    def game(self) -> Match:
        """The game; there must be one."""
        assert self.stand.match is not None
        return self.stand.match

    @property
    def phase(self) -> Phase | None:
        """The phase that the devices see; None without a game."""
        return None if self.stand.match is None else Phase(self.stand.state.phase)

    @property
    def together(self) -> bool:
        """Whether all councils manage now, at once."""
        return self.phase == Phase.MANAGE

    @property
    def managed_year(self) -> int:
        """The year in which all manage now; 0 where they don't."""
        return self.stand.state.year if self.together else 0

    @property
    def sealed(self) -> frozenset[int]:
        """The seats whose envelopes lie on the table."""
        return frozenset(seat for seat, lies in enumerate(self.stand.state.sealed) if lies)

    def managing(self, seat: int) -> bool:
        """Whether a seat of people still has to manage this year, counted from the one that decides now in the rules' order."""
        state = self.stand.state
        if not self.together or seat >= state.seats or not self.game().people(seat):
            return False
        place, current = ((other - state.first) % state.seats for other in (seat, state.decider))
        return place >= current and can_manage(self.game().cards, state, seat)

    def may_decide(self, seat: int) -> bool:
        """Whether a seat of people may decide something now."""
        match = self.stand.match
        if match is None or match.finished or not match.people(seat):
            return False
        if self.together:
            return self.managing(seat) and not self.desks[seat].ticks.ready
        return phase_for(self.stand.state, seat) not in (NONE, Phase.OPEN)

    @property
    def writing(self) -> bool:
        """Whether envelopes are being written, by all councils at the same time."""
        return self.stand.match is not None and self.stand.state.opened == 0 and self.phase != Phase.END

    def awaited(self, seat: int) -> bool:
        """Whether a seat of people is waited for: it may decide, and its envelope does not lie on the table yet."""
        return self.may_decide(seat) and self.stand.state.sealed[seat] == 0

    def debrief(self) -> Debrief | None:
        """The story of a game that is over; gathered once."""
        match = self.stand.match
        if match is None or self.phase != Phase.END:
            return None
        if self._debrief is None or self._debrief[0] != self.stand.at:
            self._debrief = (self.stand.at, make_debrief(match))
        return self._debrief[1]

    # ----------------------------------------------------------------------------------------------------------------- desks and voices

    def desk_now(self, seat: int) -> Draft:
        """What counts on a desk now: ticks while all manage, else what is prepared to buy."""
        return self.desks[seat].ticks if self.together else self.desks[seat].buy

    def desk_view(self, seat: int) -> DeskView:
        """A seat's draft as it stands against the table that the devices see."""
        if self.stand.match is None:
            return DeskView()
        if seat not in self._views:
            draft, cards, state = self.desk_now(seat), self.game().cards, self.stand.state
            if self.together:
                reason = self.scratch.why_not_ticks(cards, state, seat, draft.decisions)
            else:
                reason = self.scratch.why_not_buy(cards, state, seat, draft.decisions)
            complete = self.together or is_complete(draft.decisions)
            changes = changes_since(cards, state, seat, draft)
            self._views[seat] = DeskView(draft.words, draft.decisions, complete, draft.ready, reason, changes)
        return self._views[seat]

    def spread(self, seat: int) -> Spread:
        """The voices of a team on the tender on its desk."""
        if self.stand.match is None:
            return Spread()
        if seat not in self._spreads:
            team = self.members.of_seat(seat)
            heard = {member.number for member in team if not member.muted}
            said = self.voices[seat].get(tender_of(self.desks[seat].buy.decisions).need, {})
            voices = {number: voice for number, voice in said.items() if number in heard}
            self._spreads[seat] = spread_of(self.weight_rows(), voices, len(heard))
        return self._spreads[seat]

    def ready(self, seat: int) -> bool:
        """Whether a seat has said that what it prepares is what it wants; its envelope lying on the table says so too."""
        lies = self.stand.match is not None and self.stand.state.sealed[seat] == 1
        return lies or self.desk_now(seat).ready

    def own_voice(self, member: Member) -> dict[str, str]:
        """What a member has said of the tender on its team's desk, in the record's words."""
        match = self.stand.match
        if member.seat is None or match is None:
            return {}
        need = tender_of(self.desks[member.seat].buy.decisions).need
        said = self.voices[member.seat].get(need, {}).get(member.number)
        if said is None:
            return {}
        words = {}
        if said.weights != NONE:
            words["weights"] = "/".join(map(str, self.weight_rows().rows[said.weights]))
        if said.winner != NONE:
            words["winner"] = match.ids.suppliers[said.winner]
        return words

    def weight_rows(self) -> WeightRows:
        """The rows of weights that the game allows; made once for a game."""
        if self._rows is None or self._rows[0] is not self.stand.match:
            self._rows = (self.game(), WeightRows(self.game().cards))
        return self._rows[1]

    def play(self, seat: int, decisions: Sequence[int]) -> None:
        """Play a seat's decisions, all of them or none. Raises IllegalAction."""
        match = self.game()
        before = len(match.history)
        turns = set(range(before, before + len(decisions))) - self.own
        self.own |= turns
        try:
            self.table.play(seat, decisions)
        except Exception:
            self.own -= turns
            raise

    def clear_desk(self, seat: int) -> None:
        """Take everything off a desk, with what was said of it."""
        self.desks[seat] = Desk()
        self.voices[seat].clear()
        self.desk_changed(seat)

    def stop_managing(self, clear: bool = False) -> None:
        """Nobody has said any longer that it is done managing; `clear`: what was ticked is of another year, too."""
        for seat, desk in enumerate(self.desks):
            if desk.ticks.words or desk.ticks.ready:
                desk.ticks = Draft() if clear else Draft(desk.ticks.words, desk.ticks.decisions)
                self.desk_changed(seat)

    def desk_changed(self, seat: int) -> None:
        """A desk lies otherwise than before; it goes into the journal a second after its last change."""
        self.unsaved_desks[seat] = self.now()

    def write_in(self, journal: Journal) -> None:
        """Go on in another file, which knows nothing of the room yet."""
        self.journal = journal
        self._kept_drafts.clear()

    def keep_desk(self, seat: int) -> None:
        """Write down what lies on a desk."""
        self.unsaved_desks.pop(seat, None)
        desk = self.desks[seat]
        for kind, draft in (("buy", desk.buy), ("ticks", desk.ticks), ("sealed", desk.sealed)):
            fields: dict[str, Any] = {"desk": seat, "of": kind, "words": list(draft.words), "ready": int(draft.ready)}
            if draft.printed is not None:
                fields["printed"] = printed_fields(draft.printed)
            if self._kept_drafts.get((seat, kind)) != fields:
                self._kept_drafts[seat, kind] = fields
                self.journal.add(fields)

    # ------------------------------------------------------------------------------------------------------------------ to be drawn anew

    def mark(self, seats: Collection[int] | None = None, parts: Collection[str] | None = None, soft: bool = False) -> None:
        """These parts (None: all) of what these seats (None: everybody) are shown must be drawn anew; what is soft is gathered first."""
        self._views.clear()
        self._spreads.clear()
        self.views.clear()
        self.shared = {} if parts is None else {key: part for key, part in self.shared.items() if key[-1] not in parts}
        lookers = {self.looker(line) for line in self.lines.values() if line.greeted}
        self.made = {looker: made for looker, made in self.made.items() if looker in lookers}
        for looker in lookers:
            if seats is None or looker.seat in seats:
                if soft and parts is not None:
                    self.soft.setdefault(looker, set()).update(parts)
                    if self.soft_at is None:
                        self.soft_at = self.now() + GATHERED_FOR
                else:
                    self.need(looker, parts)

    def need(self, looker: Looker, parts: Collection[str] | None) -> None:
        """These parts (None: all) of what a looker is shown must be drawn anew."""
        self.due.setdefault(looker, set()).update(NAMES if parts is None else parts)


def member_fields(member: Member) -> list[Any]:
    """Who a member is, as the journal has it."""
    return [member.hash, member.seat, member.role.value, member.order, int(member.muted), int(member.away)]


def printed_fields(printed: Printed) -> list[Any]:
    """What a draft stood on, as the journal has it."""
    return [printed.days, printed.need, [list(bid) for bid in printed.bids], printed.winner]


def printed_from(row: Any) -> Printed:
    """What a draft stood on, from the journal. Raises ValueError."""
    if not isinstance(row, list) or len(row) != 4 or not isinstance(row[2], list):
        raise ValueError("no printed table")
    numbers = [row[0], row[1], row[3], *(number for bid in row[2] if isinstance(bid, list) and len(bid) == 2 for number in bid)]
    if len(numbers) != 3 + 2 * len(row[2]) or not all(type(number) is int for number in numbers):
        raise ValueError("no printed table")
    return Printed(row[0], row[1], tuple((bid[0], bid[1]) for bid in row[2]), row[3])

"""The room: open, locked or closed. It takes a frame from a line, gives answers, and shows every device what is new to it.

It lives on the thread that owns the game, knows no socket, and waits for nothing: `received` and `changed` do at once what counts, and
`tick` draws what has to be drawn anew, a little at a time.
"""

import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from caffael.classroom.deciding import Deciding
from caffael.classroom.entry import Entry
from caffael.classroom.frames import Act, Ask, Beat, Draft, Hello, Join, Office, Refused, read_frame
from caffael.classroom.front import Front
from caffael.classroom.guard import CUT_FOR, MOST_LINES
from caffael.classroom.hall import Hall
from caffael.classroom.journal import Journal, JournalError, read_story, sweep
from caffael.classroom.members import ANSWERS, Line, Member
from caffael.classroom.outlet import Outlet
from caffael.classroom.pages import parts
from caffael.classroom.resuming import keep_all, take_up
from caffael.classroom.room_view import Opening
from caffael.classroom.showing import Pages, Showing
from caffael.classroom.speaking import Speaking
from caffael.classroom.table import Table
from caffael.classroom.tokens import new_code
from caffael.match import Turn
from caffael.rules.terms import SEATS
from caffael.words.language import words

BEAT_EVERY = 10.0
KEPT_AFTER = 1.0
"""Seconds after which what need not wait for the disk is laid on it."""
A_RUN = 1_000_000
"""Tables are numbered from a multiple of this, another one each time a board takes the room up, so that no number means two."""
HELD_PARTS = ("status", "voices")
SLEEP_PARTS = ("team", "top", "status")


class Room(Front):
    """One room, over whoever owns the game."""

    def __init__(
        self,
        table: Table,
        outlet: Outlet,
        *,
        code: str = "",
        journal: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        pages: Pages = parts,
    ) -> None:
        code, picture = code or new_code(), secrets.randbelow(1 << 30)
        if journal is not None and journal.parent.is_dir():
            sweep(journal.parent, wall())
        self._pages, self._clock, self._wall = pages, clock, wall
        self._begin(table, outlet, Journal.begin(journal, code, picture, wall), code, picture)

    def _begin(self, table: Table, outlet: Outlet, journal: Journal, code: str, picture: int, first: int = 1) -> None:
        self._picture = picture
        self._hall = Hall(table, outlet, journal, code, picture, self._clock, first)
        self._showing = Showing(self._hall, self._pages)
        self._entry = Entry(self._hall)
        self._deciding = Deciding(self._hall)
        self._speaking = Speaking(self._hall)
        self._next_beat = self._clock() + BEAT_EVERY
        self._beat = 0
        self._dirty_since: float | None = None
        self._signs: tuple[set[int], set[int]] = (set(), set())  # who was awake, and where the office was offered
        self._managed_year = self._hall.managed_year
        self._sealed = self._hall.sealed
        self._held: tuple[bool, Opening | None] = (False, None)  # whether the big screen comes first, and what it opens
        self.is_closed = False

    @classmethod
    def resume(
        cls,
        table: Table,
        outlet: Outlet,
        journal: Path,
        *,
        code: str = "",
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        pages: Pages = parts,
    ) -> Self:
        """Take a room up again after its board was closed or killed. A file that is bad costs the tokens; one that is gone or too old
        costs the code too. `code`: another one, where the relay gave another.
        """
        try:
            story = read_story(journal, wall())
        except JournalError:
            return cls(table, outlet, code=code, journal=journal, clock=clock, wall=wall, pages=pages)
        room = cls.__new__(cls)
        room._pages, room._clock, room._wall = pages, clock, wall
        code, first = code or story.code, (1 + sum("run" in line for line in story.lines)) * A_RUN + 1
        room._begin(table, outlet, Journal.carry_on(journal, story, wall), code, story.picture, first)
        try:
            take_up(room._hall, story)
        except ValueError:
            room._begin(table, outlet, Journal.begin(journal, story.code, story.picture, wall), code, story.picture, first)
        for member in room._hall.members:
            member.sign = clock()
        room._hall.journal.add({"run": 1})
        room._hall.journal.flush()
        return room

    # --------------------------------------------------------------------------------------------------------------------------- lines

    def opened(self, line: int, address: str = "") -> None:
        """A line is open. Nothing is said on it before it says hello."""
        self._hall.lines[line] = Line(line, address, self._hall.now())
        if len(self._hall.lines) > MOST_LINES or self.is_closed:
            self._hall.end(self._hall.lines[line], "closed" if self.is_closed else "full")

    def closed(self, line: int) -> None:
        """A line is gone."""
        gone = self._hall.lines.pop(line, None)
        if gone is not None:
            self._entry.left(gone)

    def received(self, line: int, text: str) -> None:
        """A frame came on a line. Whatever it is, it raises nothing."""
        hall = self._hall
        device = hall.lines.get(line)
        if device is None or device.ended or self.is_closed:
            return
        now = hall.now()
        if not device.flood.lets(now):
            if device.flood.cut:
                if device.member is not None:
                    device.member.cut_until = now + CUT_FOR
                hall.end(device, "busy")
            return
        try:
            frame = read_frame(text)
        except Refused as fault:
            hall.put(device, {"refused": fault.args[0]}, "refused")
            return
        member = device.member
        if member is not None:
            member.sign, member.confirmed = now, True
        if isinstance(frame, Hello):
            self._entry.hello(device, frame)
        elif not isinstance(frame, Beat) and device.greeted:
            self._asked(device, frame)

    def _asked(self, line: Line, ask: Ask) -> None:
        """Answer what is asked once: an id that was answered gets the same answer, and one below those that are kept none."""
        hall, member = self._hall, line.member
        answers, highest = (line.answers, line.known) if member is None else (member.answers, member.highest)
        if ask.id in answers:
            hall.put(line, answers[ask.id])
            return
        if ask.id <= highest:
            hall.put(line, hall.no(line, ask.id, words("This was decided long ago. Look at the page again.")))
            return
        self.changed()
        answer = self._answer(line, member, ask)
        self.changed()
        answer["v"] = hall.stand.at
        member = line.member
        if member is None:
            line.known = max(line.known, ask.id)
            line.answers[ask.id] = answer
            while len(line.answers) > ANSWERS:
                line.answers.popitem(last=False)
        else:
            member.keep(ask.id, answer)
            if isinstance(ask, Act) or (isinstance(ask, Draft) and ask.ready):
                hall.journal.add({"did": member.number, "id": ask.id, "answer": answer})
        hall.put(line, answer)

    def _answer(self, line: Line, member: Member | None, ask: Ask) -> dict[str, object]:
        hall = self._hall
        if isinstance(ask, Join):
            return self._entry.join(line, ask)
        if member is None:
            return hall.no(line, ask.id, words("Join a team first."))
        if isinstance(ask, Office):
            return self._entry.office(line, member, ask)
        if isinstance(ask, Draft):
            return self._deciding.draft(line, member, ask)
        if isinstance(ask, Act):
            return self._deciding.act(line, member, ask)
        return self._speaking.voice(line, member, ask)

    # ------------------------------------------------------------------------------------------------------------------------- the game

    def changed(self) -> None:
        """The game has changed, another one lies on the table, or the big screen is done with telling."""
        self._look()
        while self._deciding.manage_next():
            self._look()

    def _look(self) -> None:
        """Look at the table, and note what has become of it."""
        stand = self._hall.stand
        before, known, kept, unseen = stand.match, len(stand.turns), stand.kept_turns, stand.unseen
        seen = stand.catch_up()
        held = (stand.held, stand.opening)
        if held != self._held:
            self._held = held
            self._hall.mark(None, HELD_PARTS)
        if not seen:
            return
        if stand.match is not before:
            self._another_game()
        elif unseen or kept < known:
            self._moved(kept, unseen, kept < known)
        self._hall.mark()

    def _another_game(self) -> None:
        hall = self._hall
        for seat in range(SEATS):
            hall.clear_desk(seat)
        hall.guessed.clear()
        hall.guesses.clear()
        hall.own.clear()
        hall.by_front.clear()
        hall.stepped_back = False
        self._managed_year, self._sealed = hall.managed_year, hall.sealed
        seats = hall.seats_of_people()
        if hall.stand.match is not None:
            for member in [member for member in hall.members if member.seat is not None and member.seat not in seats]:
                hall.members.place(member, None)
                self._entry.changed_places(member)

    def _moved(self, kept: int, unseen: list[Turn], back: bool) -> None:
        """Note turns that were taken back, and those that were played."""
        hall = self._hall
        if back:
            self._speaking.forget_after(kept)
            hall.stop_managing()
        hall.stepped_back = back and not unseen
        if hall.stepped_back:
            hall.tell(words("The teacher has gone back to an earlier moment of the game."))
        self._speaking.count(unseen, kept)
        self._deciding.after_opening(unseen)
        for place, turn in enumerate(unseen, kept):
            if place in hall.own:
                hall.by_front.discard(turn.seat)
            elif hall.game().people(turn.seat) and hall.members.captain(turn.seat) is not None:
                hall.by_front.add(turn.seat)
        hall.own.clear()
        if hall.managed_year != self._managed_year:
            self._managed_year = hall.managed_year
            hall.stop_managing(clear=True)
        for seat in sorted(hall.sealed - self._sealed):
            hall.tell_of(seat, words("An envelope lies on the table now: {council}."))
        self._sealed = hall.sealed

    # ------------------------------------------------------------------------------------------------------------------------- the clock

    def tick(self) -> float:
        """Do what is due; returns the seconds until the next thing is due, 0 while some is left to be drawn."""
        if self.is_closed:
            return BEAT_EVERY
        hall, now = self._hall, self._hall.now()
        self._entry.forget_ghosts()
        self._notice_sleepers(now)
        if now >= self._next_beat:
            self._beat += 1
            self._next_beat = now + BEAT_EVERY
            frame: dict[str, object] = {"beat": self._beat}
            for line in hall.lines.values():
                if line.greeted:
                    hall.put(line, frame, "beat")
        waits = [self._next_beat - now, 1.0 if hall.lines else BEAT_EVERY]
        waits.extend(self._keep(now))
        shown = self._showing.tick(now)
        return max(min([*waits, *([] if shown is None else [shown])]), 0.0)

    def _notice_sleepers(self, now: float) -> None:
        """Show who has fallen asleep or woken up, and where the captain's office is offered."""
        hall = self._hall
        awake = {member.number for member in hall.members if member.awake(now)}
        offered = {seat for seat in range(SEATS) if hall.members.offered(seat, now)}
        if (awake, offered) != self._signs:
            self._signs = (awake, offered)
            hall.mark(None, SLEEP_PARTS, soft=True)

    def _keep(self, now: float) -> list[float]:
        """Write down drafts a second after their last change, and lay on the disk what has waited for a second."""
        hall = self._hall
        waits = []
        for seat, since in list(hall.unsaved_desks.items()):
            if now - since >= KEPT_AFTER:
                hall.keep_desk(seat)
            else:
                waits.append(since + KEPT_AFTER - now)
        if not hall.journal.dirty and not hall.journal.trouble:
            self._dirty_since = None
        elif self._dirty_since is None:
            self._dirty_since = now
            waits.append(KEPT_AFTER)
        elif now - self._dirty_since >= KEPT_AFTER:
            hall.journal.flush()
            self._dirty_since = None
        else:
            waits.append(self._dirty_since + KEPT_AFTER - now)
        return waits

    # ------------------------------------------------------------------------------------------------------------------- where it is kept

    def move_journal(self, journal: Path | None) -> None:
        """Go on in another file, as when another game begins; the one before is thrown away."""
        before = self._hall.journal
        if before.path == journal:
            return
        keep_all(self._hall, Journal.begin(journal, self.code, self._picture, self._wall))
        before.close()

    def leave(self) -> None:
        """The board is closed, the room is not: its file stays, and whoever resumes the game may take the room up again."""
        hall = self._hall
        for seat in list(hall.unsaved_desks):
            hall.keep_desk(seat)
        hall.journal.leave()

    def close(self) -> None:
        """Close the room for good."""
        if not self.is_closed:
            self.is_closed = True
            for line in list(self._hall.lines.values()):
                self._hall.end(line, "closed")
            self._hall.journal.close()

"""What devices are shown: parts of a page, made once for all who look alike, and sent to those who don't have them yet."""

import hashlib
import time
from collections.abc import Callable, Collection

from caffael.classroom.hall import Hall, Made
from caffael.classroom.members import Line
from caffael.classroom.pages import NAMES
from caffael.classroom.roles import Role
from caffael.classroom.room_view import Face, Looker, RoomView, Tile

Pages = Callable[[Looker, RoomView, Collection[str] | None], dict[str, str]]
"""Makes the parts of a page, by name; the names that are wanted, or all."""
BUDGET = 0.008
"""Seconds of the board's thread for which parts are made at one time; what is left is made the next time."""
ORDER = ("status", "work", "voices", "top", "team", "council", "story", "end", "others", "market")
"""The parts in the order in which they are wanted."""
MATTERS = frozenset(ORDER[:6])
"""The parts that have to be those of a table before a device may decide by its number."""
SHARED = frozenset(("council", "market", "others", "story"))
"""Parts that are the same for all roles of a seat."""


class Showing:
    """Makes parts anew where that is due, one at a time, and sends them."""

    def __init__(self, hall: Hall, pages: Pages, budget: float = BUDGET) -> None:
        self.hall = hall
        self.pages = pages
        self.budget = budget
        self.made = 0
        """How many parts were made."""

    # ------------------------------------------------------------------------------------------------------------------------- what is due

    def tick(self, now: float) -> float | None:
        """Make what is due while the budget lasts. Returns the seconds until more is due: 0 where some is left, None for never."""
        hall = self.hall
        if hall.soft_at is not None and now >= hall.soft_at:
            for looker, parts in hall.soft.items():
                hall.need(looker, parts)
            hall.soft.clear()
            hall.soft_at = None
        until = time.perf_counter() + self.budget
        while hall.due:
            self._next()
            if hall.due and time.perf_counter() >= until:
                return 0.0
        return None if hall.soft_at is None else max(hall.soft_at - now, 0.0)

    def _next(self) -> None:
        """Make the part that is wanted most, for one kind of looker; drop what nobody looks at any more."""
        due = self.hall.due
        lines = self._lines()
        for looker in [looker for looker in due if looker not in lines]:
            del due[looker]
            self.hall.made.pop(looker, None)
        for looker in due:
            if looker not in self.hall.made:
                due[looker].update(NAMES)
        for name in ORDER:
            for looker, names in due.items():
                if name in names:
                    names.discard(name)
                    self._make(looker, name)
                    self._send(looker, name, lines[looker])
                    return
        for looker in [looker for looker, names in due.items() if not names]:
            del due[looker]
            for line in lines[looker]:
                self._all(looker, line)

    def _lines(self) -> dict[Looker, list[Line]]:
        found: dict[Looker, list[Line]] = {}
        for line in self.hall.lines.values():
            if line.greeted:
                found.setdefault(self.hall.looker(line), []).append(line)
        return found

    def _make(self, looker: Looker, name: str) -> None:
        """Make a part for a looker, or take it from one who is shown the same."""
        hall = self.hall
        made = hall.made.setdefault(looker, Made())
        key = (looker.seat, looker.role is Role.GUEST, looker.language, name)
        found = hall.shared.get(key) if name in SHARED else None
        if found is None:
            html = self.pages(looker, self.view(looker), (name,)).get(name)
            self.made += 1
            if html is None:
                return
            own = hashlib.blake2b(html.encode(), digest_size=4).hexdigest()
            same = made.hashes.get(name) == own
            found = own, made.frames[name] if same else {"v": hall.stand.at, "parts": {name: [own, html]}}
            if name in SHARED:
                hall.shared[key] = found
        made.hashes[name], made.frames[name] = found

    def _send(self, looker: Looker, name: str, lines: list[Line]) -> None:
        """Send a part to who doesn't have it, and the number of the table to whom all that matters now is shown."""
        made, left = self.hall.made[looker], self.hall.due[looker]
        if name in made.hashes:
            for line in lines:
                self._part(line, made, name)
        if not left & MATTERS:
            made.at = self.hall.stand.at
            for line in lines:
                self._number(line, made)

    def _part(self, line: Line, made: Made, name: str) -> None:
        if line.have.get(name) != made.hashes[name]:
            line.have[name] = made.hashes[name]
            self.hall.put(line, made.frames[name], f"part:{name}")

    def _number(self, line: Line, made: Made) -> None:
        if made.at and line.shown != made.at:
            line.shown = made.at
            self.hall.put(line, {"v": made.at}, "v")

    def _all(self, looker: Looker, line: Line) -> None:
        """Send a device all that it does not have."""
        made = self.hall.made[looker]
        for name in made.hashes:
            self._part(line, made, name)
        self._number(line, made)

    # ------------------------------------------------------------------------------------------------------------------------ what is seen

    def view(self, looker: Looker) -> RoomView:
        """The room as a looker may know it."""
        views = self.hall.views
        if looker not in views:
            views[looker] = self._view(looker)
        return views[looker]

    def _view(self, looker: Looker) -> RoomView:
        hall, seat = self.hall, looker.seat
        own = {}
        if seat is not None:
            own = {
                "team": tuple(self._faces(seat)),
                "desk": hall.desk_view(seat),
                "spread": hall.spread(seat),
                "can_act": hall.may_decide(seat),
                "captain_offered": looker.role is Role.MEMBER and hall.members.offered(seat, hall.now()),
                "front_decided": seat in hall.by_front,
            }
        return RoomView(
            code=hall.code,
            picture=hall.picture,
            language=hall.table.language_for(looker.language),
            viewer=hall.stand.viewer(seat, looker.language),
            at=hall.stand.at,
            tiles=tuple(self._tiles()),
            opening=hall.stand.opening,
            debrief=hall.debrief(),
            waiting_for=tuple(seat for seat in hall.seats_of_people() if hall.awaited(seat)),
            together=hall.together,
            answerable=not hall.stand.held,
            stepped_back=hall.stepped_back,
            clock_runs=hall.clock_ends is not None,
            locked=hall.locked,
            trouble=hall.trouble,
            **own,  # type: ignore[arg-type]
        )

    def _faces(self, seat: int) -> list[Face]:
        now = self.hall.now()
        return [Face(one.name, one is self.hall.members.captain(seat), one.awake(now)) for one in self.hall.members.of_seat(seat)]

    def _tiles(self) -> list[Tile]:
        hall, now = self.hall, self.hall.now()
        tiles = []
        for seat in hall.seats_of_people():
            team = hall.members.of_seat(seat)
            awake = sum(one.awake(now) for one in team)
            tiles.append(Tile(seat, len(team), awake, hall.members.team_full(seat), hall.ready(seat)))
        return tiles

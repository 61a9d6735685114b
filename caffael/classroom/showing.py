"""What devices are shown: parts of a page, made once for all who look alike, and sent to those who don't have them yet."""

import hashlib
import time
from collections.abc import Callable, Collection

from caffael.classroom.hall import Hall, Made
from caffael.classroom.members import Line
from caffael.classroom.roles import Role
from caffael.classroom.room_view import Face, Looker, RoomView, Tile

Pages = Callable[[Looker, RoomView, Collection[str] | None], dict[str, str]]
"""Makes the parts of a page, by name; the names that are wanted, or all."""
BUDGET = 0.008
"""Seconds of the board's thread for which parts are made at one time; what is left is made the next time."""


class Showing:
    """Makes parts anew where that is due, and sends them."""

    def __init__(self, hall: Hall, pages: Pages, budget: float = BUDGET) -> None:
        self.hall = hall
        self.pages = pages
        self.budget = budget
        self.made = 0
        """How often pages were made, whole or in part."""

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
            looker = next(iter(hall.due))
            self._show(looker, hall.due.pop(looker))
            if hall.due and time.perf_counter() >= until:
                return 0.0
        return None if hall.soft_at is None else max(hall.soft_at - now, 0.0)

    def _show(self, looker: Looker, names: Collection[str] | None) -> None:
        """Make these parts for a looker, and send to each device what it does not have."""
        lines = [line for line in self.hall.lines.values() if line.greeted and self.hall.looker(line) == looker]
        if not lines:
            self.hall.made.pop(looker, None)
            return
        made = self.hall.made.get(looker)
        if made is None:
            made, names = self.hall.made.setdefault(looker, Made()), None
        at = self.hall.stand.at
        if made.at != at:
            names = None
        if names is None or names:
            self._make(looker, made, names)
        for line in lines:
            self._send(line, made)

    def _make(self, looker: Looker, made: Made, names: Collection[str] | None) -> None:
        view = self.view(looker)
        parts = self.pages(looker, view, names)
        self.made += 1
        for name, html in parts.items():
            own = hashlib.blake2b(html.encode(), digest_size=4).hexdigest()
            if made.hashes.get(name) != own:
                made.hashes[name] = own
                made.frames[name] = {"v": view.at, "parts": {name: [own, html]}}
        made.at = view.at

    def _send(self, line: Line, made: Made) -> None:
        for name, own in made.hashes.items():
            if line.have.get(name) != own:
                line.have[name] = own
                self.hall.put(line, made.frames[name], f"part:{name}")
        if line.shown != made.at:
            line.shown = made.at
            self.hall.put(line, {"v": made.at}, "v")

    # ------------------------------------------------------------------------------------------------------------------------ what is seen

    def view(self, looker: Looker) -> RoomView:
        """The room as a looker may know it."""
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
            waiting_for=tuple(seat for seat in hall.seats_of_people() if hall.may_decide(seat)),
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

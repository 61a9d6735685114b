"""The class of a session: its room from opening to closing, what the front sees of it, and what its devices play."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from caffael.board.window import App
from caffael.presentation.flow import Flow
from caffael.presentation.screens import TELLERS, ScreenId
from caffael.presentation.settings import Settings
from caffael.rules.terms import Phase
from caffael.words.language import Language

if TYPE_CHECKING:
    from caffael.board.classroom.doors import MakeDoor
    from caffael.board.classroom.host import ClassHost
    from caffael.bots import Policy
    from caffael.match import Match
    from caffael.presentation.classroom.front import FrontRoom

SHOWING = (ScreenId.TABLE, ScreenId.CLASSROOM, ScreenId.BIDS)
"""Pages that show something of the room."""


class ClassSession(Flow):
    """A game that is shown in a window, and the class round it."""

    def __init__(self, app: App, settings: Settings, *, games: Path | None, seed: int | None, policy: "Policy | None") -> None:
        super().__init__(Language(settings.language), games=games, seed=seed, policy=policy)
        self.app = app
        self.settings = settings
        self.host: ClassHost | None = None  # while the class's room is open
        self.class_waits = False  # the class of the saved game at the table waits for it
        self._room_shown: FrontRoom | None = None
        self.handed: tuple[object, ...] = ()  # the writer of an envelope to whom the laptop was passed last

    @property
    def page_tells(self) -> bool:
        """Whether a story screen is on top, so that bots wait."""
        return self.app.screen is not None and self.app.screen.id in TELLERS

    @property
    def tells_something(self) -> bool:
        """Whether a story screen is seen, lies beneath another, or is still to come."""
        return self.telling is not None or any(screen.id in TELLERS for screen in self.app.screens)

    def look_for_class(self, match: "Match", keeping: "Match | None") -> None:
        """Another game lies on the table: look whether its class still waits for it. `keeping`: it is only looked at again."""
        self._room_shown = None
        path = None if self.host is not None or keeping is not None or match.finished else match.path
        self.class_waits = path is not None and _has_room(path)

    @property
    def room_shown(self) -> "FrontRoom":
        """The class's room as the front sees it."""
        if self._room_shown is None:
            from caffael.board.classroom.shown import shown_room

            self._room_shown = shown_room(self, self.host)
        return self._room_shown

    def open_class(self) -> None:
        """Open a room by the way that is set. Where that can't be done the page of the room says why."""
        from caffael.board.classroom.host import ClassHost

        machine, settings = self.app.machine, self.settings
        way = settings.way if machine.listens else "relay"
        self.host = ClassHost(self, way, machine.relay or settings.relay, self._doors())
        self.class_waits = False
        self.serve_class()
        self.room_changed()
        self.app.rebuild()

    def resume_class(self) -> None:
        """Go on with the class of the saved game at the table."""
        from caffael.board.classroom.host import ClassHost

        path = self.game.path
        if path is not None:
            self.host = ClassHost.resume(self, path, self._doors())
        self.class_waits = False
        self.serve_class()
        self.room_changed()
        self.app.rebuild()

    def _doors(self) -> "MakeDoor":
        return self.app.machine.doors(self.app.wake)

    def close_class(self) -> None:
        """Close the room for good."""
        host, self.host = self.host, None
        if host is not None:
            host.close(self.app.machine.errands().run)
        self.room_changed()

    def leave_class(self) -> None:
        """Let the room be without closing it: the class can be gone on with."""
        host, self.host = self.host, None
        if host is not None:
            host.leave()
            self.class_waits = host.room is not None and not host.room.is_closed
        self.room_changed()

    def serve_class(self) -> None:
        """Hear the devices of the class and do what is due. Done in each frame."""
        if self.host is not None:
            self.host.serve()

    def room_changed(self) -> None:
        """Lay anew what shows the room, if it is another one than was shown. A cover goes once its council writes on a device."""
        before, self._room_shown = self._room_shown, None
        top = self.app.screen
        if top is not None and top.id == ScreenId.HANDOVER and self.match is not None and not self.writer():
            top.back()
            return
        if top is None or before is None or self.match is None or top.id not in SHOWING:
            return
        now = self.room_shown
        if replace(before, clock_left=now.clock_left) != now:
            top.rebuild()
            self.app.redraw()
            top.shown()
        elif before != now:
            top.redraw()

    def look_at_room(self) -> None:
        """See the room as it is at this moment."""
        self._room_shown = None

    def left_to_device(self) -> bool:
        """Whether what is decided now is left to a device of the class, so that the board asks nothing by itself."""
        return self.host is not None and self.host.left_to_device()

    def writer(self) -> tuple[object, ...]:
        """Who writes an envelope of a sealed game at the board itself, in which round; empty where nobody passes a laptop round."""
        seat, match = self.deciding_seat(), self.match
        if seat is None or match is None or match.cards.settings.sealed != 1 or match.state.phase != Phase.BUY:
            return ()
        state = match.state
        here = [other for other in range(state.seats) if match.people(other) and not self._has_device(other)]
        return (match, state.year, state.round, seat) if seat in here and len(here) > 1 else ()

    def _has_device(self, seat: int) -> bool:
        return self.host is not None and self.room_shown.team(seat).awake > 0

    def decide_here(self) -> None:
        """Decide at the front what was left to a device."""
        if self.host is not None:
            self.host.take_over()
        top = self.app.screen
        if top is not None:
            top.shown()

    def play_for_device(self, seat: int, actions: Sequence[int]) -> None:
        """Play one table action of a seat, decided on a device: all of it or nothing. Pages on which the front was deciding go.

        Raises IllegalAction.
        """
        from caffael.match import IllegalAction

        reason = self.game.why_not_together(actions, seat)
        if reason:
            raise IllegalAction(actions[-1], seat, reason)
        deciding = [screen for screen in self.app.screens if screen.decides_for(seat)]
        for screen in deciding:
            self.app.screens.remove(screen)
        happenings = self.play_together(actions, seat)
        for screen in self.app.screens:
            screen.follow(seat, happenings)
        if deciding:
            self.app.say(self.text("It was decided on a device."))


def _has_room(record: Path) -> bool:
    """Whether the room beside a saved game still waits. In a tab the part that knows has to be fetched; where it can't be, none waits."""
    from caffael.saves.room import room_path

    if not room_path(record).exists():
        return False
    try:
        from caffael.classroom.journal import has_room
    except ImportError:
        return False
    return has_room(record)

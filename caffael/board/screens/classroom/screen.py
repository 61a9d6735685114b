"""The class joins: how a room is opened; once it is open, the way in for all to see, who is there, and what can be done at the door."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from caffael.board.scale import Box
from caffael.board.screens.classroom.company import add_company
from caffael.board.screens.classroom.sheets import class_sheet
from caffael.board.screens.classroom.way_in import add_way_in
from caffael.board.screens.panels import split
from caffael.board.screens.rows import control
from caffael.board.screens.title_bar import Page, question
from caffael.board.session import Session
from caffael.board.widgets import Dialog, ScrollArea, Words
from caffael.board.widgets.choice import lines_of
from caffael.presentation import blocks
from caffael.presentation.blocks import Group, Text
from caffael.presentation.classroom.front import front_page
from caffael.presentation.classroom.front_sheets import (
    WATCHING,
    clock_sheet,
    close_question,
    device_sheet,
    line_sheet,
    team_sheet,
)
from caffael.presentation.press import Open, Press
from caffael.presentation.rows import Field, OneOf
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.seating import PEOPLE, USUAL_BOT

AIR = 40.0
GAP = 16.0
INKS = {"bad": "bad", "soft": "ink_soft", "accent": "accent"}


class ClassroomScreen(Page):
    """The page of the room. It is laid anew whenever somebody comes, goes, or is ready."""

    id = ScreenId.CLASSROOM
    help_page = "keys"

    def __init__(self, session: Session, seat: int | None = None) -> None:
        super().__init__(session)
        self.cards: dict[int, str] = {}  # seat cards that were shown
        self.first = seat  # whose sheet is opened at first
        self.area_top = 0.0

    def tell(self) -> blocks.Page:
        """How a room is opened, or the room."""
        return front_page(self.session.viewer, self.session.room_shown)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """What is done at the door."""
        session = self.session
        return {
            "open": self.open_room,
            "go on": session.resume_class,
            "game": self.go_to_game,
            "stop": self.close_room,
            "door": lambda: self._do(lambda room: room.unlock() if room.locked else room.lock()),
            "admit": lambda number: self._do(lambda room: room.admit(number)),
            "turn away": lambda number: self._do(lambda room: room.turn_away(number)),
            "captain": lambda number: self._do(lambda room: room.make_captain(number)),
            "mute": lambda number: self._do(lambda room: room.mute(number, not self._is_muted(number))),
            "keys": self.new_keys,
            "send away": lambda number: self._do(lambda room: room.send_away(number)),
            "let back": lambda number: self._do(lambda room: room.let_back(number)),
            "card": self.show_card,
            "bot": partial(self._player, USUAL_BOT),
            "people": lambda seat: self._player(PEOPLE, seat),
            "open now": lambda: self._do(lambda room: room.open_now()),
            "clock": self.show_clock,
            "class team": self.show_team,
            "device": self.show_device,
            "line": self.show_line,
            "close room": self.ask_close,
        }

    # Building

    def fill(self) -> None:
        """Place what the page says."""
        if self.session.host is None or not self.session.room_shown.code:
            self._fill_closed()
        else:
            self._fill_open()
        if self.first is not None:
            seat, self.first = self.first, None
            self.show_team(seat)

    def _fill_closed(self) -> None:
        """Sentences and rows, one below the other."""
        look, body = self.look, self.body
        wide = min(body.width, 1400.0 * max(1.0, look.text_scale**0.4))
        self.paper = Box(body.centerx - wide / 2, body.top, wide, body.height)
        area = self.area = self.into.add(ScrollArea(self.paper.inflate(0, -16), label=self.told.title, name="room"))
        area.bleed = 0.0
        left, width, top = area.box.left + AIR, area.box.width - 2 * AIR - 16, area.box.top + AIR * 0.7
        high = max(look.measure("target"), look.line_height("body") + 24)
        for block in self.told.blocks:
            if isinstance(block, Text):
                size = "lead" if block.tone in ("lead", "bad", "accent") else "body"
                deep = look.words_height(block.words, width, size)
                area.add(Words(Box(left, top, width, deep + 2), block.words, size=size, ink=INKS.get(block.tone, "ink"), name=block.id))
                top += deep + GAP
            elif isinstance(block, OneOf | Field):
                deep = look.words_height(block.words, width, "body", True)
                area.add(Words(Box(left, top, width, deep + 2), block.words, bold=True))
                top += deep + 6
                lines = lines_of(look, block, min(width, 900.0)) if isinstance(block, OneOf) else 1
                at = Box(left, top, min(width, 900.0), high * lines)
                area.add(control(block, at, self._change, size="lead" if isinstance(block, Field) else "body", lines=lines))
                top += high * lines + 10
        area.extent = top - area.box.top
        self.paper.height = min(self.paper.height, top - self.paper.top + AIR * 0.6)

    def _fill_open(self) -> None:
        look, body, room = self.look, self.body, self.session.room_shown
        way, *groups = (block for block in self.told.blocks if isinstance(block, Group))
        self.paper, right = split(look, body, body.width * 0.36, min(body.height * 0.55, 900.0), 24)
        add_way_in(look, self.into, self.paper, way, room)
        area = self.area = self.into.add(ScrollArea(right, label=self.told.title, name="company"))
        area.bleed = 12.0
        add_company(look, area, groups, room, self.press, self.do)

    # What is pressed

    def press(self, press: Press) -> None:
        """Open the sheet of a team or a device."""
        assert isinstance(press, Open)
        self.verbs()[press.sheet](*press.about)

    def _change(self, name: str, value: Any) -> None:
        """Choose the way, type the relay's address."""
        settings = self.session.settings
        if name == "way":
            settings.way = value
            self.session.keep()
            self.session.room_changed()
            self.rebuild()
        else:
            settings.relay = str(value).strip()
            self.session.room_changed()
            self._renew_foot()

    def _renew_foot(self) -> None:
        """Let the button that opens the room say why it can't be pressed, or be pressed."""
        told = {one.id: one for one in self.tell().buttons}
        for widget in self.tree.root.everything():
            if widget.name in told or widget.label in [one.words for one in told.values()]:
                one = next(one for one in told.values() if widget.label == one.words)
                widget.why, widget.enabled = one.why, not one.why
        self.redraw()

    def open_room(self) -> None:
        """Open a room by the way that is set."""
        self.session.keep()
        self.session.open_class()

    def go_to_game(self) -> None:
        """Leave this page, and those from which it was opened."""
        super().back()
        while (screen := self.app.screen) is not None and screen.id in (ScreenId.TEACHER, ScreenId.MENU):
            screen.back()

    def close_room(self) -> None:
        """Close the room for good."""
        if self.tree.dialogs:
            self.tree.close()
        self.session.close_class()
        self.report("class closed")
        self.rebuild()

    def _do(self, what: Callable[[Any], object]) -> None:
        """Do something with the room, close the sheet from which it was asked, and lay the page anew."""
        host = self.session.host
        if self.tree.dialogs:
            self.tree.close()
        if host is not None and host.room is not None:
            what(host.room)
        self.session.room_changed()
        self.rebuild()

    # Sheets

    def _sheet(self, sheet: blocks.Sheet) -> Dialog:
        return class_sheet(self.session, sheet, self._set, self.do)

    def _set(self, name: str, value: Any) -> None:
        """Another team for a device, another address for all."""
        host = self.session.host
        if name == "address" and host is not None:
            host.door.choose(value)
            self._do(lambda room: None)
        elif name == "team" and self.moving is not None:
            number = self.moving
            self._move(number, None if value == WATCHING else int(value))

    def _move(self, number: int, seat: int | None) -> None:
        try:
            self._do(lambda room: room.move(number, seat))
        except ValueError:
            self.report("team full")
            self.rebuild()

    moving: int | None = None
    """The device whose sheet is open."""

    def show_device(self, number: int) -> None:
        """Lay the sheet of a device."""
        self.moving = number
        self.ask(lambda: self._device(number))

    def _device(self, number: int) -> Dialog:
        room = self.session.room_shown
        device = room.device(number)
        assert device is not None
        return self._sheet(device_sheet(self.session.viewer, device, device in room.away))

    def show_team(self, seat: int) -> None:
        """Lay the sheet of a team."""
        self.ask(lambda: self._sheet(team_sheet(self.session.viewer, self.session.room_shown, seat, self.cards.get(seat, ""))))

    def show_card(self, seat: int) -> None:
        """Show a seat card, valid for a short while and once."""
        host = self.session.host
        if host is not None and host.room is not None:
            self.cards[seat] = host.room.seat_card(seat)
        self.tree.close()
        self.show_team(seat)

    def new_keys(self, seat: int) -> None:
        """Void the keys of a team, and show the card with which its devices come back."""
        host = self.session.host
        if host is not None and host.room is not None:
            self.cards[seat] = host.room.new_token(seat)
        self.tree.close()
        self.session.room_changed()
        self.show_team(seat)

    def _is_muted(self, number: int) -> bool:
        device = self.session.room_shown.device(number)
        return device is not None and device.muted

    def _player(self, player: str, seat: int) -> None:
        self.session.game.set_player(seat, player)
        self._do(lambda room: room.changed())

    def show_clock(self, minutes: int | None = None) -> None:
        """Lay the sheet of the clock; with minutes start one, with none at all stop it."""
        if minutes is None:
            self.ask(lambda: self._sheet(clock_sheet(self.session.viewer, self.session.room_shown)))
        else:
            self._do(lambda room: room.set_clock(60 * minutes if minutes else None))

    def show_line(self) -> None:
        """Lay the sheet of the line."""
        self.ask(lambda: self._sheet(line_sheet(self.session.viewer, self.session.room_shown)))

    def ask_close(self) -> None:
        """Ask before the room is closed."""
        self.ask(lambda: question(self.session, close_question(self.session.viewer), self.close_room))

    def back(self) -> None:
        """Go back to where the page was opened, and begin the turn anew."""
        self.session.keep()
        super().back()

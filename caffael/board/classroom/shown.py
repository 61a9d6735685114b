"""The room as the front sees it, made from the room itself: no token and no address of a device is in it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from caffael.board.classroom.lesson import Lesson
from caffael.board.classroom.needs import why_not_host
from caffael.presentation.classroom.front import FrontDevice, FrontRoom, FrontTeam
from caffael.words.language import Language

if TYPE_CHECKING:
    from caffael.board.classroom.host import ClassHost
    from caffael.classroom.front import Shown
    from caffael.classroom.room import Room


def shown_room(session: Lesson, host: "ClassHost | None") -> FrontRoom:
    """The room of a session, or how one could be opened."""
    settings, tab = session.settings, not session.app.machine.listens
    if host is None:
        why = why_not_host(session.language, tab)
        relay = session.app.machine.relay or settings.relay
        if tab and not session.app.machine.relay:
            why = session.language.text("This page did not come from a relay, so no class can join here.")
        return FrontRoom("relay" if tab else settings.way, relay, why=why, waiting=session.class_waits, tab=tab)
    return shown_host(host, session.language)


def shown_host(host: "ClassHost", language: Language) -> FrontRoom:
    """A room that is open, or about to be."""
    door, room, match = host.door, host.room, host.table.match
    state = door.state.said(language)
    if room is None:
        return FrontRoom(host.way, host.relay, opened=True, state=state)
    people = [] if match is None else [seat for seat in range(match.state.seats) if match.people(seat)]
    picture, members = room.picture, room.members
    return FrontRoom(
        way=host.way,
        relay=host.relay,
        opened=True,
        code=room.code,
        address=plain_address(door.address),
        link=door.link,
        others=tuple(door.others),
        state=state,
        line_open=door.open,
        trouble="" if room.trouble is None else room.trouble.said(language),
        picture=(picture.colour.id, picture.first.id, picture.second.id),
        pictured=picture.said(language.code),
        teams=tuple(_team(room, members, seat, language) for seat in people),
        watchers=_devices((one for one in members if one.seat is None), language),
        knocks=tuple(knock.id for knock in room.knocks),
        away=_devices(room.sent_away, language),
        locked=room.locked,
        clock_left=room.clock_left,
        can_open=host.can_open,
        predicting=None if room.opening is None else room.predictions(),
    )


def plain_address(address: str) -> str:
    """An address as it is typed: browsers put what stands before it there by themselves."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _team(room: "Room", members: "Sequence[Shown]", seat: int, language: Language) -> FrontTeam:
    devices = _devices((one for one in members if one.seat == seat), language)
    heard = room.voices(seat)
    return FrontTeam(seat, devices, room.ready(seat), room.captain_gone(seat), heard.voices, heard.median, heard.low, heard.high)


def _devices(members: "Iterable[Shown]", language: Language) -> tuple[FrontDevice, ...]:
    return tuple(
        FrontDevice(
            one.id,
            one.name.said(language.code),
            one.name.animal.id,
            one.name.colour.id,
            one.seat,
            one.leads,
            one.awake,
            one.muted,
        )
        for one in members
    )

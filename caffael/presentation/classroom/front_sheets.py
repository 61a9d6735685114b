"""What the front can do with a device, a team, the clock, the line and the room: sheets over the page of the room."""

from caffael.presentation.blocks import Button, Line, Sheet, question
from caffael.presentation.classroom.company import heard_words, spread_lines
from caffael.presentation.classroom.front import WAY_PICTURES, FrontDevice, FrontRoom, FrontTeam, device_words, team_words
from caffael.presentation.press import Do
from caffael.presentation.rows import OneOf, Option
from caffael.presentation.viewer import Viewer
from caffael.words.looks import animal_picture, team_ink

WATCHING = "watch"
"""The key of no team."""
MINUTES = (1, 2, 3, 5, 10)
"""The clocks that can be started."""


def device_sheet(viewer: Viewer, device: FrontDevice, away: bool) -> Sheet:
    """A device: its team, the captain's office, its voice, and whether it is in."""
    about = (device.number,)
    if away:
        back = Button(
            "let back", viewer.text("Let it back"), Do("let back", about), "check", line=viewer.text("It comes back to its team.")
        )
        return Sheet("device", device.name, viewer.text("sent away"), picture=animal_picture(device.animal), buttons=(back,))
    seats = tuple(Option(str(seat), viewer.council(seat)) for seat in viewer.seats)
    teams = (*seats, Option(WATCHING, viewer.text("only watches")))
    chosen = WATCHING if device.seat is None else str(device.seat)
    row = OneOf("team", viewer.text("Team"), teams, chosen)
    is_captain = viewer.text("It is the captain already.") if device.captain else ""
    no_team = viewer.text("It has no team: it only watches.") if device.seat is None else ""
    captain = Button(
        "captain",
        viewer.text("Make it the captain"),
        Do("captain", about),
        "star",
        "plain",
        is_captain or no_team,
        line=viewer.text("The captain publishes and decides for the team."),
    )
    voice = Button(
        "mute",
        viewer.text("Give it its voice back") if device.muted else viewer.text("Mute it"),
        Do("mute", about),
        "sound" if device.muted else "sound-off",
        "plain",
        line=viewer.text("Its voice and prediction do not count while it is muted."),
    )
    send = Button(
        "send away", viewer.text("Send it away"), Do("send away", about), "quit", "plain", line=viewer.text("You can let it back.")
    )
    ink = "accent" if device.seat is None else team_ink(device.seat)
    words = device_words(viewer, device)
    return Sheet("device", device.name, words, picture=animal_picture(device.animal), ink=ink, rows=(row,), buttons=(captain, voice, send))


def team_sheet(viewer: Viewer, room: FrontRoom, seat: int, card: str = "") -> Sheet:
    """A team: its voices as a spread, but never while envelopes keep them (17.6); a card for a device that has lost its place; without a
    device, decide here or let a bot stand in.
    """
    team, about = room.team(seat), (seat,)
    bot = Button(
        "bot",
        viewer.text("A bot stands in"),
        Do("bot", about),
        "bot",
        "plain",
        "" if viewer.people(seat) else viewer.text("A bot plays this team."),
        line=viewer.text("It plays until you give the team back to people."),
    )
    people = Button(
        "people", viewer.text("People decide again"), Do("people", about), "people", "plain", line=viewer.text("The bot leaves the seat.")
    )
    seat_card = Button(
        "card",
        viewer.text("Show a seat card"),
        Do("card", about),
        "contract",
        "plain",
        line=viewer.text("For a device that was here and is not known any more: four digits, valid for two minutes and one device."),
    )
    keys = Button(
        "keys",
        viewer.text("New keys for this team"),
        Do("keys", about),
        "swap",
        "plain",
        line=viewer.text("If somebody uses a name that is not theirs: every device of this team joins again with a seat card."),
    )
    story = (
        viewer.text("On the device: “I was here already”.")
        if card
        else no_device_words(viewer, seat)
        if not team.awake
        else voices_words(viewer, team)
    )
    players = bot if viewer.people(seat) else people
    return Sheet(
        "team",
        viewer.council(seat),
        team_words(viewer, team),
        story,
        "people",
        team_ink(seat),
        lines=(Line(viewer.text("Seat card"), card),) if card else (),
        buttons=(seat_card, *((keys,) if team.devices else ()), players),
    )


def voices_words(viewer: Viewer, team: FrontTeam) -> str:
    """What a team's voices say of the weights on its desk, nobody by name; empty before one has spoken, and in a sealed game."""
    if team.median is None or viewer.cards.settings.sealed == 1:
        return ""
    lines = spread_lines(viewer, team.median, team.low, team.high)
    parts = [f"{line.title} {line.value} ({line.words})" if line.words else f"{line.title} {line.value}" for line in lines]
    return f"{heard_words(viewer, team.voices, len(team.devices))} {', '.join(parts)}."


def no_device_words(viewer: Viewer, seat: int) -> str:
    """What to do for a team without a device."""
    return viewer.text("{council} has no device: decide here, or a bot stands in.", council=viewer.council(seat))


def clock_sheet(viewer: Viewer, room: FrontRoom) -> Sheet:
    """Start a clock, or stop it."""
    story = viewer.text("The clock only says how much time is left: on every device and here. Nothing happens by itself.")
    buttons = tuple(
        Button(f"clock {n}", viewer.plural("{n} minute", "{n} minutes", n), Do("clock", (n,)), "timer", "plain") for n in MINUTES
    )
    stop = (Button("clock 0", viewer.text("No clock"), Do("clock", (0,)), "close", "plain"),) if room.clock_left is not None else ()
    return Sheet("clock", viewer.text("A clock"), story=story, picture="timer", buttons=(*buttons, *stop))


def line_sheet(viewer: Viewer, room: FrontRoom) -> Sheet:
    """How devices reach the board here, and which other addresses there are."""
    addresses = tuple(Option(one, one) for one in (room.address, *room.others))
    rows = (OneOf("address", viewer.text("Address"), addresses, room.address),) if room.others else ()
    again = viewer.text("If nobody gets in: close the room and open it the other way.")
    return Sheet("line", viewer.text("The line"), story=f"{room.state} {again}", picture=WAY_PICTURES[room.way], rows=rows)


def close_question(viewer: Viewer) -> Sheet:
    """What is asked before the room is closed."""
    said = viewer.text("Every device leaves, and nothing of the room is kept: no keys, no drafts. The game stays as it is.")
    return question("close", viewer.text("Close the room?"), said, viewer.text("Close the room"), viewer.text("Leave it open"), "quit")

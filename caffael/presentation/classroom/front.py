"""The class's room on the big screen: how the class gets in, who is there, and what can be done at the door.

`FrontRoom` is the room as the front may know it: it is made by whoever owns the room, and holds no token and no address of a device.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from caffael.presentation.blocks import Block, Button, Group, Line, Page, Text
from caffael.presentation.press import Do, Open
from caffael.presentation.rows import Field, OneOf, Option, no_letter
from caffael.presentation.settings import LONGEST_ADDRESS, WAYS, Way
from caffael.presentation.viewer import Viewer
from caffael.words.language import words
from caffael.words.looks import animal_picture, team_ink

WAY_PICTURES = {"relay": "global", "lan": "home"}
WAY_LINES = {
    "relay": words("Works in nearly every school: devices and board meet at an address on the internet, which passes their lines on."),
    "lan": words("Needs no internet, but the school's Wi-Fi has to let devices reach this computer. Many do not."),
}
CODE_PARTS = 3
"""A code is written in parts of so many letters."""


@dataclass(frozen=True, slots=True)
class FrontDevice:
    """A device in the room, by its number. `animal` and `colour` are ids; `seat` is None for one that watches."""

    number: int
    name: str
    animal: str
    colour: str
    seat: int | None = None
    captain: bool = False
    awake: bool = True
    muted: bool = False


@dataclass(frozen=True, slots=True)
class FrontTeam:
    """The devices of a seat, the captain first; whether what it prepares is ready, and whether its captain has been gone for long.

    `voices` of its devices have said what they would weigh: `median` is the row in the middle (None: nobody has), `low` and `high` are by
    criterion, in per cent.
    """

    seat: int
    devices: tuple[FrontDevice, ...] = ()
    ready: bool = False
    captain_gone: bool = False
    voices: int = 0
    median: int | None = None
    low: tuple[int, ...] = ()
    high: tuple[int, ...] = ()

    @property
    def awake(self) -> int:
        """How many are awake."""
        return sum(device.awake for device in self.devices)


@dataclass(frozen=True, slots=True)
class FrontRoom:
    """The room. `code` is empty until there is one; `knocks` are the numbers of knocks at a closed door.

    `state` says how the line stands, `line_open` whether devices can come. `why` says why no room can be opened here; `waiting`: the class
    of this saved game is still waiting. `picture` are the ids of a colour and two animals, `pictured` the same in words. `can_open`: the
    front may wait for no device any longer.
    """

    way: Way = "relay"
    relay: str = ""
    opened: bool = False
    code: str = ""
    address: str = ""
    link: str = ""
    others: tuple[str, ...] = ()
    state: str = ""
    line_open: bool = False
    trouble: str = ""
    picture: tuple[str, str, str] = ("", "", "")
    pictured: tuple[str, str, str] = ("", "", "")
    teams: tuple[FrontTeam, ...] = ()
    watchers: tuple[FrontDevice, ...] = ()
    knocks: tuple[int, ...] = ()
    away: tuple[FrontDevice, ...] = ()
    locked: bool = False
    clock_left: int | None = None
    why: str = ""
    waiting: bool = False
    can_open: bool = False
    predicting: tuple[int, int] | None = None
    """How many devices have said who will win the tender that is being opened, and how many could; None while none is."""
    tab: bool = False
    """A browser's tab, which only a relay can reach."""

    @property
    def devices(self) -> Iterator[FrontDevice]:
        """Everybody who is in."""
        for team in self.teams:
            yield from team.devices
        yield from self.watchers

    @property
    def awake(self) -> int:
        """How many are awake."""
        return sum(device.awake for device in self.devices)

    def team(self, seat: int) -> FrontTeam:
        """The team of a seat."""
        return next((team for team in self.teams if team.seat == seat), FrontTeam(seat))

    def device(self, number: int) -> FrontDevice | None:
        """A device by its number, also one that was sent away."""
        return next((device for device in (*self.devices, *self.away) if device.number == number), None)


def written_code(code: str) -> str:
    """A code as it is shown: K7M-2QX."""
    return "-".join(code[at : at + CODE_PARTS] for at in range(0, len(code), CODE_PARTS))


def front_page(viewer: Viewer, room: FrontRoom) -> Page:
    """The page: how to open a room; once it is open, the way in, who is there, and the door."""
    title = viewer.text("The class joins")
    if room.opened and not room.code:
        stop = Button("stop", viewer.text("Stop"), Do("stop"), "close", "plain")
        return Page("class", title, picture="people", blocks=(Text(room.state, "lead", "state"),), buttons=(stop,))
    if not room.opened:
        return Page("class", title, picture="people", blocks=closed_blocks(viewer, room), buttons=opening_buttons(viewer, room))
    return Page("class", title, picture="people", blocks=open_blocks(viewer, room), buttons=door_buttons(viewer, room))


# --------------------------------------------------------------------------------------------------------------- before it is open


def closed_blocks(viewer: Viewer, room: FrontRoom) -> tuple[Block, ...]:
    """What it is, by which way, and why it can't be opened here."""
    lead = viewer.text(
        "Each team, or each pupil, opens a page in the browser of any device. Nobody signs in, types a name or installs anything."
    )
    blocks: list[Block] = [Text(lead, "lead", "lead")]
    if room.waiting:
        blocks.append(
            Text(viewer.text("The class of this game is still waiting: its devices come back to their teams."), "accent", "waiting")
        )
    tab = viewer.text("A browser's tab can only be reached through a relay.") if room.tab else ""
    options = tuple(Option(key, viewer.text(name), WAY_PICTURES[key], tab if key == "lan" else "") for key, name in WAYS.items())
    blocks.append(OneOf("way", viewer.text("How devices reach this board"), options, room.way))
    blocks.append(Text(viewer.text(WAY_LINES[room.way]), "soft", "way"))
    if room.way == "relay":
        label, hint = viewer.text("Address of the relay"), "https://"
        blocks.append(Field("relay", label, room.relay, hint, LONGEST_ADDRESS, no_letter(viewer.language)))
        said = viewer.text("Your school or local authority can tell it, or run one of its own.")
        blocks.append(Text(said, "soft", "relay"))
    if room.why:
        blocks.append(Text(room.why, "bad", "why"))
    elif room.state:
        blocks.append(Text(room.state, "accent", "state"))
    return tuple(blocks)


def opening_buttons(viewer: Viewer, room: FrontRoom) -> tuple[Button, ...]:
    """Open it, or go on with the class that is still waiting."""
    why = room.why
    if not why and room.way == "relay" and not room.relay.strip():
        why = viewer.text("First type the address of the relay.")
    if room.waiting:
        anew = Button("open", viewer.text("Open another room"), Do("open"), "people", "plain", why)
        return anew, Button("go on", viewer.text("Go on with the class"), Do("go on"), "people", why=room.why)
    return (Button("open", viewer.text("Open the room"), Do("open"), "people", why=why),)


# ------------------------------------------------------------------------------------------------------------------ while it is open


def open_blocks(viewer: Viewer, room: FrontRoom) -> tuple[Block, ...]:
    """The way in; knocks; a group for each team; who watches and who was sent away."""
    groups = [
        Group(f"team {team.seat}", viewer.council(team.seat), team_blocks(viewer, team), "people", team_ink(team.seat))
        for team in room.teams
    ]
    if room.watchers:
        groups.append(Group("watchers", viewer.text("Watching"), tuple(device_line(viewer, one) for one in room.watchers), "eye"))
    if room.away:
        groups.append(Group("away", viewer.text("Sent away"), tuple(device_line(viewer, one) for one in room.away), "lock"))
    knocks = tuple(block for number in room.knocks for block in knock_blocks(viewer, number))
    knocking = (Group("knocks", viewer.text("At the door"), knocks, "hand"),) if knocks else ()
    return (way_in(viewer, room), *knocking, *groups)


def way_in(viewer: Viewer, room: FrontRoom) -> Group:
    """Code, address and picture of the room."""
    said = viewer.text("Type this address and then the code, or scan the square with the camera.")
    colour, first, second = room.pictured
    picture = viewer.text("Every device shows this room's sign: {colour}, {first}, {second}.", colour=colour, first=first, second=second)
    blocks: list[Block] = [Text(said, "soft", "how"), Text(room.address, "lead", "address"), Text(picture, "soft", "picture")]
    if room.locked:
        blocks.append(Text(viewer.text("The door is closed: a new device knocks first."), "soft", "locked"))
    blocks.append(Text(room.state, "soft" if room.line_open else "bad", "state"))
    if room.trouble:
        blocks.append(Text(room.trouble, "bad", "trouble"))
    return Group("join", written_code(room.code), tuple(blocks), "people")


def team_blocks(viewer: Viewer, team: FrontTeam) -> tuple[Block, ...]:
    """What a team has, in a sentence, and its devices."""
    return Text(team_words(viewer, team), "soft", "state"), *(device_line(viewer, device) for device in team.devices)


def team_words(viewer: Viewer, team: FrontTeam) -> str:
    """How a team stands: without a device, ready, its captain gone, or how many are awake."""
    if not team.devices:
        return viewer.text("no device yet")
    if not team.awake:
        return viewer.text("every device is asleep")
    if team.captain_gone:
        return viewer.text("the captain is gone")
    if team.ready:
        return viewer.text("ready")
    return viewer.plural("{n} device is awake", "{n} devices are awake", team.awake)


def device_line(viewer: Viewer, device: FrontDevice) -> Line:
    """A device: its animal and name, and what there is to say of it."""
    return Line(
        device.name,
        words=device_words(viewer, device),
        picture=animal_picture(device.animal),
        ink=device.colour,
        press=Open("device", (device.number,)),
        id=f"device {device.number}",
    )


def device_words(viewer: Viewer, device: FrontDevice) -> str:
    """What there is to say of a device."""
    said = [
        viewer.text("captain") if device.captain else "",
        "" if device.awake else viewer.text("asleep"),
        viewer.text("muted") if device.muted else "",
    ]
    return ", ".join(one for one in said if one)


def knock_blocks(viewer: Viewer, number: int) -> tuple[Block, ...]:
    """A knock at a closed door, to be let in or turned away."""
    said = viewer.text("A device knocks at the door.")
    return (
        Button(f"admit {number}", viewer.text("Let in"), Do("admit", (number,)), "check", line=said),
        Button(f"turn away {number}", viewer.text("Turn away"), Do("turn away", (number,)), "close", "plain"),
    )


def door_buttons(viewer: Viewer, room: FrontRoom) -> tuple[Button, ...]:
    """Close the room, its door, its clock, open the envelopes, and back to the game."""
    door = viewer.text("Open the door") if room.locked else viewer.text("Close the door")
    opens = Button("open now", viewer.text("Open now"), Do("open now"), "gavel", "plain")
    return (
        Button("close room", viewer.text("Close the room"), Open("close room"), "quit", "plain"),
        Button("way", viewer.text("The line"), Open("line"), WAY_PICTURES[room.way], "plain"),
        Button("door", door, Do("door"), "lock" if not room.locked else "open", "plain"),
        Button("clock", clock_words(viewer, room.clock_left), Open("clock"), "timer", "plain"),
        *((opens,) if room.can_open else ()),
        Button("game", viewer.text("Go back to the game"), Do("game"), "play"),
    )


def clock_words(viewer: Viewer, left: int | None) -> str:
    """What stands on the clock's button."""
    if left is None:
        return viewer.text("A clock")
    return viewer.text("Time is over") if left <= 0 else clock_text(left)


def clock_text(left: int) -> str:
    """Minutes and seconds."""
    return f"{left // 60}:{left % 60:02}"

"""What a page may know of the room: no token, no address, nothing of another team that does not lie face up."""

from dataclasses import dataclass, field

from caffael.classroom.changes import Change
from caffael.classroom.names import Name, Picture
from caffael.classroom.roles import Role
from caffael.debrief import Debrief
from caffael.presentation.viewer import Viewer
from caffael.words.language import Code, Language
from caffael.words.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Looker:
    """A kind of viewer. Devices that share one are shown the same parts, which are made once."""

    seat: int | None  # None: of no team
    role: Role
    language: Code
    large: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """A device as it is shown."""

    name: Name
    captain: bool
    awake: bool


@dataclass(frozen=True, slots=True)
class Tile:
    """A team as everybody may see it: how many devices it has, and whether what it prepares is ready."""

    seat: int
    devices: int
    awake: int
    full: bool
    ready: bool


@dataclass(frozen=True, slots=True)
class DeskView:
    """The draft on a seat's desk, as it stands against the table of now.

    `words` and `actions` are its decisions, in the record's words and as numbers. `complete`: nothing is left to choose. `reason`: why
    it could not be played if it were the seat's turn now (Reason.LEGAL: it could). `changes`: what has changed since it was written.
    """

    words: tuple[str, ...] = ()
    actions: tuple[int, ...] = ()
    complete: bool = False
    ready: bool = False
    reason: int = 0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """The voices of a team on the weights of the tender on its desk: four of each, by criterion, in per cent.

    `median` is a row that the scenario allows, by its number; None while no voice is in. `counts`: how many voices for each row of
    weights, most first. `winners`: how many named each supplier, most first.
    """

    voices: int = 0
    of: int = 0  # devices of the team that could speak
    median: int | None = None
    low: tuple[int, ...] = ()
    high: tuple[int, ...] = ()
    middle: tuple[int, ...] = ()
    counts: tuple[tuple[int, int], ...] = ()
    winners: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """A tender that is being opened on the big screen: who will win may still be said."""

    seat: int
    need: int
    suppliers: tuple[int, ...]  # who bids, in the order of the row


@dataclass(frozen=True, slots=True)
class RoomView:
    """The room as one looker may know it. Without a game there is no viewer. That of a watcher or guest has the seat NONE, and knows of
    nobody's private matters. While the big screen tells of what was decided, the table is still that of before.

    `at`: the number of the table; it goes back to the room with each draft and act. `waiting_for`: seats whose decision is awaited.
    `can_act`: this seat may decide now, so that a captain's page has its button. `together`: all manage at once.
    """

    code: str
    picture: Picture
    language: Language
    viewer: Viewer | None
    at: int
    team: tuple[Face, ...] = ()
    tiles: tuple[Tile, ...] = ()
    desk: DeskView = field(default_factory=DeskView)
    spread: Spread = field(default_factory=Spread)
    opening: Opening | None = None
    debrief: Debrief | None = None  # once the game is over
    waiting_for: tuple[int, ...] = ()
    can_act: bool = False
    together: bool = False
    answerable: bool = True  # False: something on the big screen comes first
    captain_offered: bool = False  # the captain has been gone so long that a member may take the office
    front_decided: bool = False  # what this seat decided last was decided at the big screen
    stepped_back: bool = False  # the teacher has gone back
    clock_runs: bool = False  # its seconds come in a frame of their own
    locked: bool = False
    trouble: Sentence | None = None  # why nothing is saved now

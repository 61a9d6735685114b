"""What the table says of the class: a small sign beside the years, who is ready, and whose decision is awaited from where."""

from dataclasses import dataclass

from caffael.presentation.blocks import Line
from caffael.presentation.classroom.front import FrontRoom, FrontTeam, clock_words, written_code
from caffael.presentation.classroom.front_sheets import no_device_words
from caffael.presentation.press import Do, Press
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import Phase


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence over the verbs, and what a press of it does."""

    words: str
    press: Press
    picture: str = "people"


def sign(viewer: Viewer, room: FrontRoom) -> Line:
    """The small sign: the code, how many are in and how many teams are ready; the clock while one runs. It opens the room's page."""
    ready, teams = sum(team.ready for team in room.teams), len(room.teams)
    value = clock_words(viewer, room.clock_left) if room.clock_left is not None else str(room.awake)
    said = [viewer.plural("{n} device is awake", "{n} devices are awake", room.awake), viewer.text("Ready: {n} of {of}", n=ready, of=teams)]
    if room.knocks:
        said.insert(0, viewer.text("A device knocks at the door."))
    if not room.line_open:
        said.insert(0, room.state)
    ink = "bad" if not room.line_open or room.trouble else "gold_ink" if room.knocks else "ink"
    return Line(written_code(room.code), value, " ".join(said), "hand" if room.knocks else "people", ink, Do("class"), id="class")


def ready_words(viewer: Viewer, team: FrontTeam) -> str:
    """What the small card of a council says of its devices, for who can't see its signs."""
    if not team.devices:
        return viewer.text("no device yet")
    return viewer.text("ready") if team.ready else viewer.plural("{n} device is awake", "{n} devices are awake", team.awake)


def note(viewer: Viewer, room: FrontRoom, seat: int, left_to_device: bool) -> Note | None:
    """What to say of the seat that decides now; None where there is nothing to say.

    `left_to_device`: its device answers or manages, and the board asks nothing by itself.
    """
    council, phase = viewer.council(seat), viewer.state.phase
    if left_to_device and phase == Phase.MANAGE:
        people = [team for team in room.teams if viewer.people(team.seat) and viewer.state.councils[team.seat].running]
        ready = sum(team.ready for team in people)
        said = viewer.text(
            "All councils manage on their devices. Ready: {n} of {of}. Press here to decide at the front for {council}.",
            n=ready,
            of=len(people),
            council=council,
        )
        return Note(said, Do("decide here"), "manage")
    if left_to_device:
        return Note(
            viewer.text("{council} answers on its device. Press here to answer at the front.", council=council), Do("decide here"), "joint"
        )
    if phase == Phase.BUY and viewer.cards.settings.sealed == 1 and room.team(seat).awake:
        writing = [team.seat for team in room.teams if not viewer.state.councils[team.seat].passed]
        said = viewer.text(
            "Everybody writes on a device. Envelopes on the table: {n} of {of}. Press here to see the room.",
            n=sum(viewer.state.sealed[other] for other in writing),
            of=len(writing),
        )
        return Note(said, Do("class"), "envelope")
    if room.awake and not room.team(seat).awake:
        return Note(no_device_words(viewer, seat), Do("class team", (seat,)))
    if room.team(seat).captain_gone:
        return Note(viewer.text("The captain of {council} is gone. Press here to choose another one.", council=council), Do("class"))
    return None


def predicting_words(viewer: Viewer, said: int, of: int) -> str:
    """While the bids still lie face down: how many have said who will win."""
    return viewer.text("Who will win? Say it on your devices. So far: {n} of {all}", n=said, all=of)


def turn_up(viewer: Viewer) -> str:
    """What the button says that turns the bids up."""
    return viewer.text("Turn the bids up")


def named_words(viewer: Viewer, right: int, of: int) -> str:
    """Once the winner is known: how many had named it. Nobody is told by name."""
    return viewer.text("Pupils who had named the winner: {n} of {all}", n=right, all=of) if of else ""


def line_trouble(room: FrontRoom) -> str:
    """What stands at the foot while the line is not open, or nothing of the room is saved; empty when all is well."""
    if not room.opened or (room.line_open and not room.trouble):
        return ""
    return room.trouble or room.state

"""How the board is asked to open. Importing this costs nothing: the window and its library come when the board opens."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caffael.board.machine import Machine
    from caffael.board.session import Session
    from caffael.bots import Policy
    from caffael.presentation.settings import Settings


@dataclass(slots=True)
class BoardOptions:
    """What may be asked of the board; without anything it opens at its title.

    `seats` are players by seat: "you" or the name of a bot. With a `scenario` the game begins at once; `resume` goes on with a record, or
    shows one of earlier rules; `watch` shows one from its beginning; `after` begins the game after a recorded one in its campaign, which
    must be that of `scenario` if one is given. `screenshots` is the folder for a picture of each kind of screen, where the board plays by
    itself.
    """

    scenario: str | None = None
    seats: list[str] | None = None
    years: int | None = None
    seed: int | None = None
    language: str | None = None
    resume: Path | None = None
    watch: Path | None = None
    after: Path | None = None
    screenshots: Path | None = None
    size: tuple[int, int] | None = None
    theme: str | None = None  # a look for this time; None: as it is set
    relay: str | None = None  # the address of the relay through which a class joins; None: as it is set
    policy: "Policy | None" = None  # how bots decide; None: by the rules as they are
    machine: "Machine | None" = None  # what the board stands on; None: a desktop


def open_board(options: BoardOptions | None = None) -> int:
    """Open the window and stay until it is closed. Returns 0, or 2 when what was asked for can't be done; then one sentence says why."""
    asked = options or BoardOptions()
    from caffael.board.settings_file import load_settings
    from caffael.presentation.screens import ScreenId

    settings = load_settings()
    why = put_into(settings, asked)
    if why:
        return refuse(why)

    try:
        session = make_session(asked, settings)
        session.show(ScreenId.TITLE)
    except Exception as fault:
        return refuse(why_not_open(fault))
    why = begin(session, asked)
    if why:
        return refuse(why)
    session.app.stay()
    return 0


def put_into(settings: "Settings", asked: BoardOptions) -> str:
    """Set the language and look that were asked for; say why not in a sentence, empty when all is well."""
    from caffael.words.language import CODES

    if asked.language is not None:
        code = next((code for code in CODES if code == asked.language), None)
        if code is None:
            return f"Caffael speaks English (en) and Welsh (cy), not {asked.language}."
        settings.language = code
    if asked.theme is not None:
        settings.look = asked.theme
    if asked.relay is not None:
        settings.relay, settings.way = asked.relay, "relay"
    return ""


def why_not_open(fault: Exception) -> str:
    """Why the window could not be opened, in a sentence; what happened is written down."""
    import pygame

    from caffael.board.fault_log import write_fault

    where = write_fault(fault)
    if isinstance(fault, pygame.error):
        return f"Caffael can't open a window here ({fault}). It needs a screen, and a desktop that is running."
    if isinstance(fault, OSError) and fault.filename:
        return f"A file of Caffael's own can't be read: {fault.filename}. Install Caffael again to mend it."
    return f"Caffael can't open its board ({type(fault).__name__})." + ("" if where is None else f" What happened is written in {where}.")


def make_session(asked: BoardOptions, settings: "Settings") -> "Session":
    """A session with its window."""
    from caffael.board.board import NAME, Board
    from caffael.board.session import Session

    app = Board(
        NAME,
        asked.size,
        full_screen=settings.full_screen,
        text_scale=settings.text_scale,
        movement="off" if settings.instant else settings.movement,
        theme=settings.look,
        machine=asked.machine,
    )
    return app.serve(Session(app, settings, seed=asked.seed, policy=asked.policy))


def begin(session: "Session", asked: BoardOptions) -> str:
    """Begin or go on with the game that was asked for, if any; say why not in a sentence, empty when all is well."""
    if asked.resume is not None:
        from caffael.saves import RecordError

        try:
            session.open_record(asked.resume)
        except RecordError as fault:
            return str(fault.sentence)
    elif asked.watch is not None:
        from caffael.saves import RecordError

        try:
            session.watch(asked.watch)
        except RecordError as fault:
            return str(fault.sentence)
    elif asked.after is not None:
        return begin_after(session, asked.after, asked)
    elif asked.scenario is not None:
        from caffael.presentation.setup.seating import plan_of
        from caffael.scenario import PackError, load_pack

        try:
            pack = load_pack(asked.scenario, asked.years)
            session.new_game(pack, plan_of(pack, session.language.code, asked.seats).seats())
        except PackError as fault:
            return str(fault)
        except ValueError as fault:
            return str(fault)
    return ""


def begin_after(session: "Session", path: Path, asked: BoardOptions) -> str:
    """Begin the game after a recorded one in its campaign; say why not in a sentence, empty when all is well."""
    from caffael.match import EndedGame
    from caffael.saves import RecordError
    from caffael.scenario import PackError, load_pack

    try:
        ended = EndedGame.read(path)
        session.next_game(ended, None if asked.scenario is None else load_pack(asked.scenario, asked.years), asked.years)
    except RecordError as fault:
        return str(fault.sentence)
    except PackError as fault:
        return str(fault)
    except ValueError as fault:
        return str(fault)
    return ""


def refuse(why: str) -> int:
    """Say why the board does not open."""
    sys.stderr.write(f"{why}\n")
    return 2

"""A stretch of a real game, played on the board by itself with everything moving, and how long its frames took to draw.

The first team's tenders are told as people see them; computer teams play at their pace. Used to measure, never in a game.
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from caffael.board.options import BoardOptions, make_session
from caffael.board.screens.bids.screen import BidsScreen
from caffael.board.screens.table.screen import TableScreen
from caffael.board.session import Session
from caffael.board.story.page import TellingScreen
from caffael.match import Seat
from caffael.presentation.settings import Settings
from caffael.rules.terms import Phase
from caffael.scenario import load_pack

BOT = "balanced"
PEOPLE = "you"
SIZE = (1920, 1080)
SEED = 7
DRAFTING = (Phase.ROUTE, Phase.WEIGHTS, Phase.SUPPLIER)


def moving_frames(seconds: float, size: tuple[int, int] = SIZE) -> list[float]:
    """Milliseconds of processor for each frame that was drawn while something moved, in so many seconds of play."""
    pack = load_pack("smarter-spending")
    with TemporaryDirectory(prefix="caffael-") as folder:
        session = make_session(BoardOptions(size=size, seed=SEED), Settings())
        session.games = Path(folder)
        session.new_game(pack, [Seat(f"Team {i + 1}", pack.ids.councils[i], BOT if i else PEOPLE) for i in range(4)], SEED)
        times: list[float] = []
        for _ in range(2):  # the first picture of all is the cold start's
            session.app.frame()
        end = time.monotonic() + seconds
        while time.monotonic() < end and not session.game.finished:
            spent = _frame(session)
            if session.app.animator.busy and spent is not None:
                times.append(spent)
            elif not session.app.animator.busy:
                _go_on(session)
        session.game.close()
    return times


def _frame(session: Session) -> float | None:
    """Do a frame; the milliseconds of its drawing, or None when nothing was drawn."""
    app, drawn = session.app, []
    plain = app.paint

    def timed() -> None:
        started = time.thread_time()
        plain()
        pygame.display.flip()
        drawn.append((time.thread_time() - started) * 1000)

    app.paint = timed  # type: ignore[method-assign]
    try:
        app.frame()
    finally:
        app.paint = plain  # type: ignore[method-assign]
    return drawn[0] if drawn else None


def _go_on(session: Session) -> None:
    """Do what people would do on the screen that is seen, once nothing moves on it any more."""
    screen, match = session.app.screen, session.game
    if isinstance(screen, BidsScreen):
        screen.leave()
    elif isinstance(screen, TellingScreen):
        screen.go()
    elif not isinstance(screen, TableScreen):
        match.set_player(match.state.decider, BOT)  # contracts are managed on a page of their own
        session.pop()
    elif session.deciding_seat() is not None:
        _decide(session, screen)
    else:
        time.sleep(0.005)


def _decide(session: Session, table: TableScreen) -> None:
    """Play a turn of people by a bot's advice, a tender whole."""
    match = session.game
    seat = match.state.decider
    while True:
        match.seats[seat].player = BOT
        action = match.bot_action()
        match.seats[seat].player = PEOPLE
        session.play(action)
        if match.finished or match.state.phase not in DRAFTING or match.state.decider != seat:
            break
    if session.app.screen is table:
        table.rebuild()
        table.turns.go_on()

"""A board without a window for the tests of the frame."""

from pathlib import Path

import pygame

from caffael.board import double
from caffael.board.options import BoardOptions, make_session
from caffael.board.session import Session
from caffael.match import Match, Seat
from caffael.presentation.screens import ScreenId
from caffael.presentation.settings import Settings
from caffael.scenario import Pack, load_pack
from caffael.words.language import Code

double.SECONDS = 0.0  # these hands press faster than people do
TEAMS = ("Derwen", "Afon Sirhywi", "Castell y Grysmwnt", "Oak", "River Usk", "Coity Castle")
COUNCILS = ("cardiff", "rhondda-cynon-taf", "monmouthshire", "bridgend", "newport", "torfaen")


def board(folder: Path, size: tuple[int, int] = (1280, 720), code: Code = "en", text_scale: float = 1.0, instant: bool = True) -> Session:
    """A session with its window; games and settings lie in a folder of the test."""
    settings = Settings(language=code, text_scale=text_scale, instant=instant, movement="off")
    session = make_session(BoardOptions(size=size, seed=7), settings)
    session.games = folder / "games"
    return session


def pack(years: int = 3) -> Pack:
    """The standard game."""
    return load_pack("smarter-spending", years)


def seats(*players: str) -> list[Seat]:
    """A seat for each player."""
    return [Seat(team, council, player) for team, council, player in zip(TEAMS, COUNCILS, players, strict=False)]


def played(*players: str, seed: int = 7, years: int = 3) -> Match:
    """A game that bots have played to its end."""
    match = Match.start(pack(years), seats(*players), seed)
    while not match.finished:
        match.play(match.bot_action())
    return match


def drop(session: Session, path: Path) -> None:
    """Drag a file onto the window."""
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=str(path)))
    session.app.frame()


def press(session: Session, code: int, mod: int = 0) -> None:
    """Press a key and draw."""
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=0))
    session.app.frame()


def top(session: Session) -> ScreenId | None:
    """The kind of screen that is seen."""
    screen = session.app.screen
    assert screen is not None
    return screen.id


def click(session: Session, name: str) -> None:
    """Touch the middle of what can be pressed under a name with the mouse; in a list it is brought into sight first."""
    screen = session.app.screen
    assert screen is not None
    session.app.frame()
    widget = screen.tree.find(name)
    parent = widget.parent
    while parent is not None:
        parent.reveal(widget)
        parent = parent.parent
    touch(session, widget.box.center)


def touch(session: Session, at: tuple[float, float]) -> None:
    """Click at a point of the board."""
    pixel = session.app.look.scale.to_pixels(at)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.clear()
        pygame.event.post(pygame.event.Event(kind, pos=pixel, button=1, touch=False))
        session.app.frame()


def tab_to(session: Session, name: str) -> None:
    """Press Tab until a widget has the focus."""
    for _ in range(120):
        screen = session.app.screen
        assert screen is not None
        if screen.tree.focused is not None and screen.tree.focused.name == name:
            return
        press(session, pygame.K_TAB)
    raise AssertionError(f"Tab never came to {name}")


def type_in(session: Session, words: str) -> None:
    """Type letters."""
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=words))
    session.app.frame()


def said(session: Session) -> str:
    """The sentence at the foot of the screen."""
    screen = session.app.screen
    assert screen is not None
    return screen.tree.toast.words if screen.tree.toast else ""

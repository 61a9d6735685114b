"""A room as a page may know it, at every point of a game that pages tell apart: for their tests, without a room."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from caffael.classroom.names import Name, picture_of
from caffael.classroom.roles import Role
from caffael.classroom.room_view import DeskView, Face, Looker, RoomView, Tile
from caffael.debrief import make_debrief
from caffael.match import Match
from caffael.presentation.viewer import look
from caffael.rules import actions
from caffael.rules.notation import from_text
from caffael.rules.records import State
from caffael.rules.terms import NONE, Phase
from caffael.rules.view import view
from caffael.words.language import Code, Language
from tests.presentation.positions import at_year, finished, game, play_until


def room_at(match: Match, seat: int | None, code: Code, words: Sequence[str] = (), **more: object) -> RoomView:
    """A room in which a game is played, as a seat (None: a watcher) may know it, with words on its desk."""
    language = Language(code, match.pack.wording)
    viewer = look(match, language, 0 if seat is None else seat, deciding=None if match.finished else match.state.decider)
    if seat is None:
        seen = State()
        view(match.state, NONE, seen)
        viewer = replace(viewer, seat=NONE, state=seen)
    cards, ids = match.pack.cards, match.pack.ids
    actions = tuple(from_text(one, cards, ids) for one in words)
    complete = bool(words) and (words[-1].split()[0] in ("weights", "train", "engage", "pass", "supplier"))
    waiting = () if match.finished else (match.state.decider,)
    made = RoomView(
        code="K7M2QX",
        picture=picture_of(77),
        language=language,
        viewer=viewer,
        at=len(match.history),
        team=(Face(Name(3), True, True), Face(Name(18), False, True), Face(Name(40), False, False)),
        tiles=tuple(Tile(one, 3 - one % 2, 3, False, one == 2) for one in range(match.state.seats)),
        desk=DeskView(tuple(words), actions, complete),
        waiting_for=waiting,
        can_act=seat in waiting,
        debrief=make_debrief(match) if match.finished else None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def looker(room: RoomView, role: Role = Role.CAPTAIN) -> Looker:
    """A device of the seat that the room is seen from."""
    seat = None if room.viewer is None or room.viewer.seat == NONE else room.viewer.seat
    return Looker(seat, role, room.language.code)


def before_a_game(code: Code) -> RoomView:
    """A room that waits for a game."""
    tiles = tuple(Tile(seat, seat, seat, False, False) for seat in range(4))
    return RoomView("K7M2QX", picture_of(77), Language(code), None, 0, tiles=tiles)


@lru_cache(maxsize=1)
def buying() -> Match:
    """A game in its second year, in which the first seat is about to buy. It is shared: look, don't play."""
    return at_year(2)


@lru_cache(maxsize=1)
def managing() -> Match:
    """A game in which the first seat manages its contracts. It is shared: look, don't play."""
    return play_until(game(), lambda match: match.state.phase == Phase.MANAGE and match.state.decider == 0)


def first_tender(match: Match, *more: str) -> tuple[str, ...]:
    """The words of a tender for the first need of the first seat's tray."""
    need = match.pack.ids.needs[match.state.councils[0].tray[0]]
    return (f"tender {need}", *more)


def sealed() -> Match:
    """A game of sealed tenders in its first round, in which nobody has laid an envelope yet."""
    return game("sealed", None, players=("you", "you", "you", "you"))


def jointly(match: Match) -> Match:
    """All labs for all, and every council's first need of one category, so that councils can buy together."""
    state, cards = match.state, match.cards
    need = state.councils[0].tray[0]
    for council in state.councils[: state.seats]:
        council.labs[:] = [3, 3, 3]
        cards.needs[council.tray[0]].category = cards.needs[need].category
    return match


@lru_cache(maxsize=1)
def asked() -> Match:
    """A game in which the second seat is asked by the first to buy jointly. It is shared: look, don't play."""
    match = jointly(game(players=("you", "you", "greenest", "local"), years=5))
    match.play(actions.JOINT_TENDER + match.state.councils[0].tray[0])
    match.play(actions.PARTNER + match.state.councils[1].tray[0])
    match.play(actions.PUBLISH)
    return match


__all__ = ["asked", "before_a_game", "buying", "finished", "first_tender", "jointly", "looker", "managing", "room_at", "sealed"]

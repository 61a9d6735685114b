"""The class on the table: a small sign beside the years, the note over the verbs, and the marks of who is ready."""

from functools import partial
from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Card, Widget
from caffael.presentation.blocks import Line
from caffael.presentation.classroom.front import FrontTeam
from caffael.presentation.classroom.front_notes import Note, note, ready_words, sign

if TYPE_CHECKING:
    from caffael.board.screens.table.host import TableHost
    from caffael.board.session import Session

AIR = 12.0
LETTERS = 1.25
"""Up to this text scale the letters of the sign grow: it stands beside the years."""
NOTE_LETTERS = 1.3


def add_sign(table: "TableHost", into: Widget, box: Box) -> float:
    """Put the sign into a row, from a place on; give how wide it is."""
    look, told = table.look.dense(LETTERS), sign(table.viewer, table.session.room_shown)
    wide = max(look.words_width(told.title, "small", True), look.words_width("00:00", "small", True) + 34) + 2 * AIR
    where = Box(box.left, box.top, wide, box.height)
    into.add(
        Card(
            where,
            told.title,
            partial(_draw_sign, session=table.session, table=table),
            partial(table.press, told.press),
            said=told.words,
            name=told.id,
        )
    )
    return wide


def _draw_sign(whole: Painter, box: Box, session: "Session", table: "TableHost") -> None:
    painter = whole.dense(LETTERS)
    told = sign(table.viewer, session.room_shown)  # the clock goes on without the table being laid anew
    look, small = painter.look, painter.look.line_height("small")
    painter.card(box, "gold_pale" if told.picture == "hand" else "paper", line="bad" if told.ink == "bad" else "line")
    top = box.centery - small
    painter.words(told.title or "·", (box.centerx, top), "small", told.ink, True, "midtop", box.width - 10)
    wide = look.words_width(told.value, "small", True) + 26
    left = box.centerx - wide / 2
    painter.icon(told.picture, (left + 10, top + small * 1.5), 20, told.ink)
    painter.words(told.value, (left + 26, top + small), "small", told.ink, True, width=box.right - left - 28)


def note_now(table: "TableHost") -> Note | None:
    """What is to be said of the seat that decides now; None where no room is open, or there is nothing to say."""
    session = table.session
    seat = session.deciding_seat()
    if session.host is None or seat is None or session.playback is not None:
        return None
    return note(session.viewer_at(seat), session.room_shown, seat, session.left_to_device())


def add_note(table: "TableHost", into: Widget, box: Box) -> bool:
    """Put the note into a box; say whether there is one."""
    told = note_now(table)
    if told is None or box.height <= 0:
        return False
    look = table.look.dense(NOTE_LETTERS)
    wide = min(box.width, look.words_width(told.words, "body") + 90)
    where = Box(box.centerx - wide / 2, box.top, wide, box.height)
    into.add(Card(where, told.words, partial(_draw_note, told=told), partial(table.press, told.press), name="class note"))
    return True


def _draw_note(whole: Painter, box: Box, told: Note) -> None:
    painter = whole.dense(NOTE_LETTERS)
    painter.card(box, "gold_pale", line="gold")
    painter.icon(told.picture, (box.left + 32, box.centery), 36, "gold_ink")
    painter.icon("arrow-right", (box.right - 22, box.centery), 24, "ink_soft")
    painter.paragraph(told.words, Box(box.left + 60, box.top + 3, box.width - 100, box.height - 6), "body", middle=True, least=13)


def team_of(session: "Session", seat: int) -> FrontTeam | None:
    """The devices of a seat; None while no room is open, or a bot plays it."""
    if session.host is None:
        return None
    return next((team for team in session.room_shown.teams if team.seat == seat), None)


def mark_of(session: "Session", seat: int) -> tuple[str, str]:
    """The mark beside a council's name: its envelope lies there; its devices are ready, there, or none is awake; else empty."""
    team = team_of(session, seat)
    if session.game.state.sealed[seat] == 1:
        return "envelope", "accent"
    if team is None or not session.room_shown.awake:
        return "", ""
    return ("check", "good") if team.ready else ("people", "ink_soft") if team.awake else ("miss", "bad")


def said_of(session: "Session", seat: int, line: Line) -> str:
    """What the small card of a council says, with what its devices do."""
    team, envelope = team_of(session, seat), session.game.state.sealed[seat] == 1
    said = [line.words, session.text("Its envelope lies on the table.") if envelope else ""]
    if team is not None:
        said.append(ready_words(session.viewer, team))
    return " ".join(one for one in said if one)

"""The teams, for the teacher: another name, a bot for a team that is away, and people again."""

from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.seats import BOT_LINES, bot_name
from caffael.board.screens.seats_plan import LONGEST_NAME, PEOPLE, USUAL_BOT
from caffael.board.screens.seats_tile import draw_team_tile
from caffael.board.screens.teacher.rows import GAP, Rows
from caffael.board.widgets import Button, Card, Choice, Dialog, Item, ListBox, Option, TextLine, Words
from caffael.bots import BOTS

if TYPE_CHECKING:
    from caffael.board.screens.teacher.screen import TeacherScreen


def add_teams(page: "TeacherScreen", rows: Rows) -> None:
    """Put a row in for each team."""
    session, look = page.session, page.look
    if session.lesson.playback is not None:
        words = session.text("A game is only watched now; leave it first.")
        rows.add(Words(Box(rows.left, rows.top, rows.width, look.words_height(words, rows.width, "lead")), words, size="lead"))
        rows.top += look.line_height("lead") + GAP
        return
    words = session.text("Somebody is away? A bot takes the seat, and gives it back whenever you like.")
    note = look.words_height(words, rows.width, "body")
    rows.add(Words(Box(rows.left, rows.top, rows.width, note + 2), words, ink="ink_soft"))
    rows.top += note + GAP
    for seat in range(len(session.game.seats)):
        add_team(page, rows, seat)


def add_team(page: "TeacherScreen", rows: Rows, seat: int) -> None:
    """Tile, name, who plays, and which bot."""
    session, look = page.session, page.look
    row = session.game.seats[seat]
    people = row.player == PEOPLE
    high = rows.high
    tile = Box(rows.left, rows.top, high, high)
    picture = "people" if people else "bot"
    rows.add(Card(tile, session.viewer.council(seat), lambda painter, box: _tile(painter, box, seat, picture), rises=False))
    left, room = tile.right + 18, rows.width - high - 18
    options = [Option(PEOPLE, session.text("People"), "people"), Option("bot", session.text("A bot"), "bot")]
    who = 2 * (max(look.words_width(option.label, "body", True) for option in options) + look.line_height("body") + 60)
    which = max(Button.natural(look, bot_name(session, name), "swap", "body")[0] for name in BOTS)
    wide = room - who - which - 36
    stacked = wide < 360
    if stacked:
        wide = room
    name = TextLine(
        Box(left, rows.top, wide, high),
        session.text("Name of the team"),
        page.typed.get(seat, row.team),
        lambda typed: page.typed.__setitem__(seat, typed),
        longest=max(LONGEST_NAME, len(row.team)),
        on_done=lambda typed: page.keep_names(),
        hint=session.viewer.council(seat),
        name=f"team {seat}",
    )
    rows.add(name)
    if stacked:
        rows.top += high + 8
        at = left
    else:
        at = left + wide + 18
    rows.add(
        Choice(
            Box(at, rows.top, who, high),
            session.text("Who plays this team?"),
            options,
            PEOPLE if people else "bot",
            lambda key: hand_over(page, seat, PEOPLE if key == PEOPLE else USUAL_BOT),
            name=f"player {seat}",
        )
    )
    rows.add(
        Button(
            Box(at + who + 18, rows.top, which, high),
            session.text("Which bot?") if people else bot_name(session, row.player),
            lambda: page.put(lambda: bots_sheet(page, seat)),
            style="plain",
            picture="swap",
            size="body",
            name=f"bot {seat}",
            enabled=not people,
            why=session.text("People play this team."),
        )
    )
    rows.top += high + GAP


def rename(page: "TeacherScreen", seat: int, typed: str) -> None:
    """Give a team another name. An empty one and one that another team has are not taken."""
    match, name = page.session.game, " ".join(typed.split())
    if not name or name == match.seats[seat].team:
        return
    if name.casefold() in [other.team.casefold() for at, other in enumerate(match.seats) if at != seat]:
        page.app.say(page.session.text("Two teams have the same name."))
        return
    match.set_team(seat, name)


def hand_over(page: "TeacherScreen", seat: int, player: str) -> None:
    """Hand a seat to a bot, or back to people."""
    page.keep_names()
    page.session.game.set_player(seat, player)
    page.changed = True
    page.rebuild()


def bots_sheet(page: "TeacherScreen", seat: int) -> Dialog:
    """Choose which bot takes the seat."""
    session, look = page.session, page.look
    chosen = session.game.seats[seat].player
    names = [USUAL_BOT, *(name for name in BOTS if name != USUAL_BOT)]
    scale = look.text_scale
    row = max(look.measure("target"), look.line_height("body") + 22)
    wide, line = 900.0 * min(1.6, scale), 2 * look.line_height("body") + 8
    head = Dialog(wide, 400, session.text("Which bot?"), text_scale=scale)
    spare = head.box.height - head.inside.height
    high = min(1020.0, len(names) * (row + 8) + line + row + 40 + spare)
    dialog = Dialog(wide, high, session.text("Which bot?"), line="", picture="bot", ink=f"team.{seat}", text_scale=scale)
    box = dialog.inside
    said = Words(Box(box.left, box.top, box.width, line), session.text(BOT_LINES.get(chosen, BOT_LINES[USUAL_BOT])), ink="ink_soft")
    dialog.add(said)
    items = [Item(name, bot_name(session, name), picture="bot") for name in names]
    foot = Button.natural(look, session.text("Close"), "close", "body")
    room = Box(box.left, box.top + line + 8, box.width, box.height - line - foot[1] - 24)
    dialog.add(ListBox(room, session.text("Which bot?"), items, chosen, lambda name: hand_over(page, seat, name), row=row, name="bots"))
    close = Box(box.right - foot[0], box.bottom - foot[1], *foot)
    dialog.add(Button(close, session.text("Close"), dialog.dismiss, picture="close", size="body", name="bots close"))
    return dialog


def _tile(painter: Painter, box: Box, seat: int, picture: str) -> None:
    draw_team_tile(painter, box, seat, picture)

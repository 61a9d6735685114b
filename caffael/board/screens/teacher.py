"""The teacher's page over the game: F10, or "For the teacher" in the pause menu."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.scale import Box
from caffael.board.screens.rows import GAP, Rows, button, control
from caffael.board.screens.settings import change_setting
from caffael.board.screens.title_bar import Page, question
from caffael.board.session import Session
from caffael.board.widgets import Button, Card, Dialog, ListBox, ScrollArea, TextLine, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Group, Text
from caffael.presentation.rows import Field, OneOf
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.seating import PEOPLE, USUAL_BOT
from caffael.presentation.setup.seats import bot_options
from caffael.presentation.teaching import Lesson, bots_sheet, skip_question, teacher_page


class TeacherScreen(Page):
    """Everything here counts at once. `changed` is set when somebody else plays a team now, so that the table begins the turn anew."""

    id = ScreenId.TEACHER
    help_page = "keys"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.part = "game"
        self.changed = False
        self.typed: dict[int, str] = {}  # names of teams that are being written

    def tell(self) -> blocks.Page:
        """The part that is open."""
        session, app, machine = self.session, self.app, self.app.machine
        lesson = Lesson(
            session.settings,
            session.timer.minutes,
            session.playback is not None,
            session.skipping,
            app.surface.get_size() if machine.sizes_window else None,
            app.full_screen,
            self.typed,
            machine.can_be_left,
            machine.storage,
        )
        return teacher_page(session.viewer, lesson, self.part)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Stepping and skipping, and which bot takes a seat."""
        return {"step": self._step, "skip": self._ask_skip, "stop": self._stop, "bots": self._ask_bot}

    def fill(self) -> None:
        """Place the three parts and the one that is open."""
        look, body = self.look, self.body
        high = max(look.measure("target"), look.line_height("lead") + 22)
        parts, *shown = self.told.blocks
        assert isinstance(parts, OneOf)
        wide = min(body.width, 1180.0 * max(1.0, look.text_scale**0.6))
        self.into.add(control(parts, Box(body.centerx - wide / 2, body.top, wide, high), self._open, size="lead"))
        top = body.top + high + 18
        wide = min(body.width, 1560.0 * max(1.0, look.text_scale**0.4))
        self.paper = Box(body.centerx - wide / 2, top, wide, body.bottom - top)
        label = next(option.label for option in parts.options if option.key == self.part)
        area = self.area = ScrollArea(self.paper.inflate(0, -16), label=label, name="part rows")
        area.bleed = 0.0
        self.into.add(area)
        rows = Rows(look, area, self._change, self.do)
        for place, block in enumerate(shown):
            if isinstance(block, Text):
                self._note(rows, block)
            elif isinstance(block, Group) and self.part == "teams":
                self._team(rows, place - 1, block)
            elif isinstance(block, Group):
                if place:
                    rows.space()
                rows.put(block.blocks)
        rows.done()

    def _note(self, rows: Rows, note: Text) -> None:
        """What is said above the teams."""
        size = "lead" if note.tone == "lead" else "body"
        high = self.look.words_height(note.words, rows.width, size)
        ink = "ink_soft" if note.tone == "soft" else "ink"
        rows.area.add(Words(Box(rows.left, rows.top, rows.width, high + (2 if size == "body" else 0)), note.words, size=size, ink=ink))
        rows.top += high + GAP

    def _team(self, rows: Rows, seat: int, shown: Group) -> None:
        """Tile, name, who plays, and which bot."""
        look, area, high = self.look, rows.area, rows.high
        name, who, which = shown.blocks
        assert isinstance(name, Field) and isinstance(who, OneOf) and isinstance(which, blocks.Button)
        picture = "people" if who.chosen == PEOPLE else "bot"
        tile = Box(rows.left, rows.top, high, high)
        area.add(Card(tile, shown.title, lambda painter, box: draw_team_tile(painter, box, seat, picture), rises=False))
        left, room = tile.right + 18, rows.width - high - 18
        halves = 2 * (max(look.words_width(option.label, "body", True) for option in who.options) + look.line_height("body") + 60)
        bots = max(Button.natural(look, option.label, which.picture, "body")[0] for option in bot_options(self.session.language))
        wide = room - halves - bots - 36
        stacked = wide < 360
        line = control(name, Box(left, rows.top, room if stacked else wide, high), self._change, size="lead")
        assert isinstance(line, TextLine)
        line.on_done = lambda typed: self.keep_names()
        area.add(line)
        if stacked:
            rows.top += high + 8
            at = left
        else:
            at = left + wide + 18
        area.add(control(who, Box(at, rows.top, halves, high), self._change))
        area.add(button(which, Box(at + halves + 18, rows.top, bots, high), partial(self.do, which), size="body"))
        rows.top += high + GAP

    # What is pressed

    def _change(self, name: str, value: Any) -> None:
        """Set what a row sets: something of a team by its seat, or a setting of the board."""
        kind, _, seat = name.partition(" ")
        if kind == "team":
            self.typed[int(seat)] = value
        elif kind == "player":
            self.hand_over(int(seat), PEOPLE if value == PEOPLE else USUAL_BOT)
        else:
            change_setting(self.session, name, value)

    def keep_names(self) -> None:
        """Give the teams the names that were written. An empty one and one that another team has are not taken."""
        match = self.session.game
        typed, self.typed = self.typed, {}
        for seat, written in typed.items():
            name = " ".join(written.split())
            if not name or name == match.seats[seat].team:
                continue
            if name.casefold() in [other.team.casefold() for at, other in enumerate(match.seats) if at != seat]:
                self.report("same names")
            else:
                match.set_team(seat, name)

    def hand_over(self, seat: int, player: str) -> None:
        """Hand a seat to a bot, or back to people."""
        self.keep_names()
        self.session.game.set_player(seat, player)
        self.changed = True
        self.rebuild()

    def _step(self) -> None:
        """Look at any point of the game: the list of its decisions over its table."""
        self.session.look_back()
        self.session.show(ScreenId.TIMELINE)

    def _ask_skip(self) -> None:
        session = self.session
        self.ask(lambda: question(session, skip_question(session.viewer), session.skip_year))

    def _stop(self) -> None:
        """Let people decide again."""
        self.session.skipping = False
        self.changed = True
        self.back()

    def _ask_bot(self, seat: int) -> None:
        self.ask(lambda: self._bots(seat))

    def _bots(self, seat: int) -> Dialog:
        """Choose which bot takes the seat."""
        session, look = self.session, self.look
        sheet = bots_sheet(session.viewer, seat)
        (bots,), (close,) = sheet.rows, sheet.buttons
        assert isinstance(bots, OneOf)
        scale = look.text_scale
        row = max(look.measure("target"), look.line_height("body") + 22)
        wide, line = look.room_for(900.0 * min(1.6, scale)), 2 * look.line_height("body") + 8
        head = Dialog(look.board, wide, 400, sheet.title, text_scale=scale)
        spare = head.box.height - head.inside.height
        high = min(look.highest, len(bots.options) * (row + 8) + line + row + 40 + spare)
        dialog = Dialog(look.board, wide, high, sheet.title, picture=sheet.picture, ink=sheet.ink, text_scale=scale)
        box = dialog.inside
        dialog.add(Words(Box(box.left, box.top, box.width, line), sheet.story, ink="ink_soft"))
        foot = Button.natural(look, close.words, close.picture, "body")
        room = Box(box.left, box.top + line + 8, box.width, box.height - line - foot[1] - 24)
        dialog.add(ListBox(room, bots.words, bots.options, bots.chosen, partial(self.hand_over, seat), row=row, name=bots.id))
        dialog.add(button(close, Box(box.right - foot[0], box.bottom - foot[1], *foot), dialog.dismiss, size="body"))
        return dialog

    def _open(self, row: str, part: str) -> None:
        del row
        self.keep_names()
        self.part = part
        self.area = None
        self.rebuild()

    def back(self) -> None:
        """Go back to the game, and begin the turn anew if somebody else plays it now."""
        self.keep_names()
        if self.changed and self.session.playback is None and not self.session.tells_something:
            self.session.go_to_game()
        else:
            self.session.pop()

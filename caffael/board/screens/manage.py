"""Which contracts a team manages this year. Ticks are moved freely; only Done plays them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from caffael.board.drawings import draw_token
from caffael.board.game import GameScreen, Session
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, WIDTH, Box
from caffael.board.screens.manage_card import ManageFace, card_height, draw_manage_card, manage_face
from caffael.board.widgets import Button, Card, Key, ScrollArea
from caffael.presentation.screens import ScreenId
from caffael.rules.actions import DONE, MANAGE
from caffael.rules.terms import Phase
from caffael.words.looks import team_ink

if TYPE_CHECKING:
    from caffael.rules.records import Contract

SIDE = 32.0
TOP = 24.0
GAP = 16.0


class ManageScreen(GameScreen):
    """The running contracts of the team that decides, as cards to tick."""

    id = ScreenId.MANAGE
    help_page = "year"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.seat = session.game.state.decider
        self.ticked: list[int] = []

    @property
    def contracts(self) -> "list[Contract]":
        """The contracts that can be managed."""
        return [contract for contract in self.session.viewer.contracts(self.seat) if contract.managed == 0]

    @property
    def days(self) -> int:
        """Officer days left before anything is ticked."""
        return self.session.game.state.councils[self.seat].days

    def build(self) -> None:
        """Put the cards in rows, and Done at the top right."""
        session, look, root = self.session, self.look, self.tree.root
        settings = session.game.cards.settings
        words = session.text("Done")
        width, high = Button.natural(look, words, "check")
        width += 40
        root.add(
            Button(Box(WIDTH - SIDE - width, TOP + 6, width, high), words, self.done, picture="check", ink=team_ink(self.seat), name="done")
        )
        self._head_right = WIDTH - SIDE - width - 24
        self._story = session.text(
            "Each tick costs a day. A managed contract gets {bonus} on its check this year, and what was promised comes whole.",
            bonus=session.language.signed(settings.managed_bonus),
        )
        self._story_high = look.words_height(self._story, WIDTH - 2 * SIDE, "lead")
        top = TOP + self._head_height() + self._story_high + 22
        contracts = self.contracts
        faces = [manage_face(session, self.seat, contract) for contract in contracts]
        columns = self._columns(len(faces))
        wide = (WIDTH - 2 * SIDE - GAP * (columns - 1)) / columns
        tall = max((card_height(look, wide, face) for face in faces), default=200.0)
        rows = -(-len(faces) // columns)
        room = Box(SIDE, top, WIDTH - 2 * SIDE, HEIGHT - top - 20)
        area = root.add(ScrollArea(room, rows * (tall + GAP), name="contracts"))
        area.bleed = 14.0
        first = room.top + 6 + max(0.0, room.height - rows * (tall + GAP)) * 0.35
        for place, (contract, face) in enumerate(zip(contracts, faces, strict=True)):
            box = Box(SIDE + (place % columns) * (wide + GAP), first + (place // columns) * (tall + GAP), wide, tall)
            why = self._why(contract.need)
            area.add(
                Card(
                    box,
                    face.title,
                    self._drawn(contract.need, face),
                    self._presses(contract.need),
                    said=session.text("ticked") if contract.need in self.ticked else session.text("not ticked"),
                    chosen=contract.need in self.ticked,
                    name=f"contract {contract.need}",
                    enabled=not why,
                    why=why,
                )
            )

    def _columns(self, count: int) -> int:
        scale = self.look.text_scale
        most = 4 if scale < 1.2 else (3 if scale < 1.4 else 2)
        return max(2, min(most, count))

    def _head_height(self) -> float:
        return max(90.0, self.look.line_height("title") + self.look.line_height("body") + 6)

    def _why(self, need: int) -> str:
        if need in self.ticked or len(self.ticked) < self.days:
            return ""
        return self.session.text("No officer day is left. Take away another tick first.")

    def _drawn(self, need: int, face: ManageFace) -> Callable[[Painter, Box], None]:
        return lambda painter, where: draw_manage_card(painter, where, face, need in self.ticked, bool(self._why(need)))

    def _presses(self, need: int) -> Callable[[], None]:
        return lambda: self.tick(need)

    def drawn_words(self) -> tuple[str, ...]:
        """Whose contracts these are, what managing does, and how many days are left for it."""
        session, days = self.session, self.days - len(self.ticked)
        title = session.text("{council}: which contracts do you manage?", council=session.viewer.council(self.seat))
        return title, self._story, session.plural("{n} officer day left", "{n} officer days left", days)

    def draw(self, painter: Painter) -> None:
        """Draw the heading, the days and what managing does."""
        session, look = self.session, painter.look
        ink = team_ink(self.seat)
        painter.circle((SIDE + 40, TOP + 44), 40, "paper", ink, 4)
        painter.icon("manage", (SIDE + 40, TOP + 44), 50, ink)
        left = SIDE + 104
        council, team = session.viewer.council(self.seat), session.game.seats[self.seat].team
        title = session.text("{council}: which contracts do you manage?", council=council)
        days = self.days
        tokens = days * 52.0
        room = self._head_right - left - tokens - 20
        painter.words(title, (left, TOP - 4), "title", ink, bold=True, width=room)
        under = session.text("{team} · year {year}", team=team, year=session.game.state.year)
        painter.words(under, (left, TOP - 6 + look.line_height("title")), "body", "ink_soft", width=room)
        for place in range(days):
            centre = (self._head_right - tokens + 24 + place * 52, TOP + 44)
            draw_token(painter, centre, 22, ink, "person", spent=place >= days - len(self.ticked))
        top = TOP + self._head_height() + 4
        painter.paragraph(self._story, Box(SIDE, top, WIDTH - 2 * SIDE, self._story_high + 2), "lead")

    def tick(self, need: int) -> None:
        """Tick a contract, or take its tick away."""
        if need in self.ticked:
            self.ticked.remove(need)
        elif len(self.ticked) < self.days:
            self.ticked.append(need)
        self.rebuild()

    def done(self) -> None:
        """Play the ticks and be done. The year goes on when every team is."""
        session = self.session
        year = session.game.state.year
        for need in self.ticked:
            if self._still(year):
                session.play(MANAGE + need)
        if self._still(year):
            session.play(DONE)
        if self not in self.app.screens:
            return
        on_top = self.app.screen is self
        self.app.screens.remove(self)
        below = self.app.screen
        if on_top and below is not None:
            below.rebuild()
            below.shown()

    def _still(self, year: int) -> bool:
        """Whether it is still this team that manages, this year."""
        match = self.session.game
        state = match.state
        return not match.finished and state.year == year and state.phase == Phase.MANAGE and state.decider == self.seat

    def key(self, key: Key) -> bool:
        """Take the keys of every screen; Ctrl+Return is Done."""
        if key.ctrl and key.code == pygame.K_RETURN:
            self.done()
            return True
        return super().key(key)

    def back(self) -> None:
        """Escape opens the menu."""
        self.session.show_menu()

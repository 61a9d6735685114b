"""Which contracts a team manages this year. Ticks are moved freely; only Done plays them.

Each card says which delivery cards would do with and without managing, and what its promise would come to.
"""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from caffael.board.drawings.brings import draw_flow, flow_high
from caffael.board.drawings.tokens import draw_token
from caffael.board.game_screen import GameScreen
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.session import Session
from caffael.board.theme import Ink
from caffael.board.widgets import Button, Card, Key, ScrollArea
from caffael.presentation.blocks import Offer, Text
from caffael.presentation.decisions.manage import FACES, manage_page, manageable
from caffael.presentation.faces import ManageFace, Outlook
from caffael.presentation.guide_steps import Until
from caffael.presentation.screens import ScreenId
from caffael.rules.actions import DONE, MANAGE
from caffael.rules.terms import Phase

if TYPE_CHECKING:
    from caffael.rules.records import Contract

SIDE = 32.0
TOP = 24.0
GAP = 16.0
SHRUNK = 1.4
"""A title that would need so much more width than there is beside the button stands under it."""
CARD = 420.0
"""How wide a contract's card wants to be."""


class ManageScreen(GameScreen):
    """The running contracts of the team that decides, as cards to tick."""

    id = ScreenId.MANAGE
    help_page = "year"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.seat = session.game.state.decider
        self.ticked = self._usual()

    def decides_for(self, seat: int) -> bool:
        """These are the contracts of one seat."""
        return self.seat == seat

    @property
    def contracts(self) -> "list[Contract]":
        """The contracts that can be managed."""
        return manageable(self.session.viewer_at(self.seat))

    @property
    def days(self) -> int:
        """Officer days left before anything is ticked."""
        return self.session.viewer_at(self.seat).own.days

    def _usual(self) -> list[int]:
        """What is ticked at first: every contract, where there are days for all of them, as days can't be kept. Else the team chooses."""
        contracts = self.contracts
        if self.session.guide is not None or len(contracts) > self.days:
            return []
        return [contract.need for contract in contracts]

    def reached(self, what: Until) -> bool:
        """Whether a contract is to be managed, for the guide."""
        return bool(self.ticked) if what == "ticked" else super().reached(what)

    def build(self) -> None:
        """Put the cards in rows, and Done at the top right."""
        self.page = manage_page(self.session.viewer_at(self.seat), self.ticked)
        look, root, across = self.look, self.tree.root, self.look.board.width
        offers = [block for block in self.page.blocks if isinstance(block, Offer)]
        self._story, self._left = (block.words for block in self.page.blocks if isinstance(block, Text))
        done = self.page.buttons[0]
        width, high = Button.natural(look, done.words, done.picture)
        width += 40
        where = Box(across - SIDE - width, TOP + 6, width, high)
        root.add(Button(where, done.words, self.done, picture=done.picture, ink=done.ink, name=done.id))
        self._head_right = across - SIDE - width - 24
        self._story_high = look.words_height(self._story, across - 2 * SIDE, "lead")
        self._head_top = TOP
        self._under = (
            look.tall or look.words_width(self.page.title, "title", True) > (self._head_right - SIDE - 124 - self.days * 52) * SHRUNK
        )
        if self._under:  # the heading stands under the button
            self._head_top, self._head_right = TOP + high + 20, across - SIDE
        self._tokens_right = across - SIDE - width - 24
        top = self._head_top + self._head_height() + self._story_high + 22
        columns = self._columns(len(offers), across - 2 * SIDE)
        wide = (across - 2 * SIDE - GAP * (columns - 1)) / columns
        cards = [(offer, offer.face) for offer in offers if isinstance(offer.face, ManageFace)]
        tall = max((card_height(look, wide, offer.title, face) for offer, face in cards), default=200.0)
        rows = -(-len(cards) // columns)
        room = Box(SIDE, top, across - 2 * SIDE, look.board.height - top - 20)
        area = root.add(ScrollArea(room, rows * (tall + GAP), name="contracts"))
        area.bleed = 14.0
        first = room.top + 6 + max(0.0, room.height - rows * (tall + GAP)) * 0.35
        for place, (offer, face) in enumerate(cards):
            area.add(
                Card(
                    Box(SIDE + (place % columns) * (wide + GAP), first + (place // columns) * (tall + GAP), wide, tall),
                    offer.title,
                    partial(draw_manage_card, offer=offer, face=face),
                    partial(self.tick, offer.action - MANAGE),
                    said=offer.said,
                    chosen=offer.chosen,
                    name=offer.id,
                    why=offer.why,
                )
            )

    def _columns(self, count: int, width: float) -> int:
        most = self.look.columns(width, CARD, 4, GAP)
        return max(1, min(most, count))

    def _title_height(self) -> float:
        """How high the title is; under the button it may take two lines."""
        look = self.look
        room = self._head_right - SIDE - 104
        lines = 2 if self._under and look.words_width(self.page.title, "title", True) > room else 1
        return lines * look.line_height("title")

    def _head_height(self) -> float:
        return max(90.0, self._title_height() + self.look.line_height("body") + 6)

    def drawn_words(self) -> tuple[str, ...]:
        """Whose contracts these are, what managing does, and how many days are left for it."""
        return self.page.title, self._story, self._left

    def draw(self, painter: Painter) -> None:
        """Draw the heading, the days and what managing does."""
        page, look, days = self.page, painter.look, self.days
        above = self._head_top
        painter.circle((SIDE + 40, above + 44), 40, "paper", page.ink, 4)
        painter.icon(page.picture, (SIDE + 40, above + 44), 50, page.ink)
        left, tokens = SIDE + 104, days * 52.0
        room = self._head_right - left - (0 if self._under else tokens + 20)
        high = self._title_height()
        painter.paragraph(
            page.title, Box(left, above - 4, room, high + 2), "title", page.ink, bold=True, most_lines=2 if self._under else 1
        )
        painter.words(page.line, (left, above - 6 + high), "body", "ink_soft", width=room)
        for place in range(days):
            centre = (self._tokens_right - tokens + 24 + place * 52, TOP + 44)
            draw_token(painter, centre, 22, page.ink, "person", spent=place >= days - len(self.ticked))
        top = above + self._head_height() + 4
        painter.paragraph(self._story, Box(SIDE, top, look.board.width - 2 * SIDE, self._story_high + 2), "lead")

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
                session.play(MANAGE + need, self.seat)
        if self._still(year):
            session.play(DONE, self.seat)
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


AIR = 22.0
OUTLOOK = 330.0
"""How wide an outlook wants to be at least to stand beside the other."""
TICK = 27.0
"""Half as wide as a tick."""


def card_height(look: Look, width: float, title: str, face: ManageFace) -> float:
    """How high the card wants to be."""
    inside = width - 2 * AIR
    high = (
        20
        + max(2 * TICK, look.words_height(title, _title_width(look, face, inside), "body", bold=True))
        + look.line_height("small") * 2
        + 14
    )
    beside = _beside(look, inside)
    high += block_height(look, face, (inside - AIR) / 2) if beside else 2 * block_height(look, face, inside)
    for words in (face.stake, face.sure, face.unsure, face.missed):
        if words:
            high += look.words_height(words, inside - 30, "small") + 6
    return high + 18


def _beside(look: Look, inside: float) -> bool:
    """Whether both outlooks stand side by side on a card."""
    return look.columns(inside, OUTLOOK, 2, AIR) == 2


def _title_width(look: Look, face: ManageFace, inside: float) -> float:
    """The width of a title between its category and its tick."""
    return inside - 64 - 2 * TICK - 30 - look.words_width(face.tick, "small", bold=True)


def block_height(look: Look, face: ManageFace, inside: float) -> float:
    """How high what would happen is, without or with managing."""
    grows = max(flow_high(look, one.gains, inside - 20) for one in (face.alone, face.managed))
    return 2 * look.line_height("small") + 8 + 40 + 8 + look.line_height("body") + grows + 34


def draw_manage_card(painter: Painter, box: Box, offer: Offer, face: ManageFace) -> None:
    """Draw the card, with its tick."""
    look, title, ticked, faint = painter.look, offer.title, offer.chosen, bool(offer.why)
    fill = "gold_pale" if ticked else ("paper_warm" if faint else "paper")
    painter.card(box, fill, edge=f"category.{face.category}", edge_side="top", edge_width=10)
    left, inside = box.left + AIR, box.width - 2 * AIR
    top = box.top + 22
    room = _title_width(look, face, inside)
    head = max(2 * TICK, look.words_height(title, room, "body", bold=True))
    painter.rect(Box(left, top, 52, 52), f"category.{face.category}.pale", "radius_small")
    painter.icon(face.category, (left + 26, top + 26), 38, f"category.{face.category}")
    painter.paragraph(title, Box(left + 64, top, room, head + 1), "body", bold=True, middle=True)
    _draw_tick(painter, (box.right - AIR - TICK, top + TICK), ticked, faint)
    word = (box.right - AIR - 2 * TICK - 10, top + TICK)
    painter.words(face.tick, word, "small", "ink_soft" if faint else "ink", ticked, "midright")
    top += head + 6
    painter.words(face.supplier, (left, top), "small", "ink", width=inside)
    top += look.line_height("small")
    painter.words(face.left, (left, top), "small", "ink_soft", width=inside)
    top += look.line_height("small") + 6
    beside = _beside(look, inside)
    wide = (inside - AIR) / 2 if beside else inside
    high = block_height(look, face, wide)
    _draw_outlook(painter, Box(left, top, wide, high - 8), face, face.alone, ticked)
    second = Box(left + wide + AIR, top, wide, high - 8) if beside else Box(left, top + high, wide, high - 8)
    _draw_outlook(painter, second, face, face.managed, ticked)
    top += high if beside else 2 * high
    for words, picture, ink in (
        (face.stake, "warning", "warn"),
        (face.sure, "check", "good"),
        (face.unsure, "seal", "ink_soft"),
        (face.missed, "miss", "bad"),
    ):
        if words:
            painter.icon(picture, (left + 10, top + look.line_height("small") / 2), 20, ink)
            top += painter.paragraph(words, Box(left + 28, top, inside - 28, 200), "small", ink) + 6


def _draw_outlook(painter: Painter, box: Box, face: ManageFace, outlook: Outlook, ticked: bool) -> None:
    look, managed = painter.look, outlook is face.managed
    now = ticked == managed
    tone: Ink = "ink" if now else "ink_soft"
    painter.rect(box, "ink_light" if now else None, "radius_small", "gold" if now else "line", 2.5 if now else 1.5)
    left, top = box.left + 10, box.top + 8
    if managed:
        painter.icon("manage", (box.right - 24, box.top + 22), 30, "accent")
    painter.words(outlook.title, (left, top), "small", "ink_soft", width=box.width - 60)
    top += look.line_height("small") + 6
    size = min(42.0, (box.width - 20) / FACES - 6)
    for number in range(1, FACES + 1):
        where = Box(left + (number - 1) * (size + 6), top, size, size)
        does = number >= outlook.least
        painter.rect(where, "good_pale" if does else "bad_pale", 5, "good" if does else "bad", 1.5)
        painter.words(str(number), where.center, size * 0.56 / look.text_scale, "good" if does else "bad", bold=True, anchor="center")
    top += size + 6
    painter.words(outlook.check, (left, top), "body", tone, bold=True, width=box.width - 20)
    top += look.line_height("body") + 4
    draw_flow(painter, Box(left, top, box.width - 20, 0), outlook.gains)
    top += flow_high(look, outlook.gains, box.width - 20) + 2
    painter.words(outlook.points, (left, top), "small", tone, width=box.width - 20)


def _draw_tick(painter: Painter, centre: tuple[float, float], ticked: bool, faint: bool) -> None:
    box = Box(centre[0] - TICK, centre[1] - TICK, 2 * TICK, 2 * TICK)
    if ticked:
        painter.rect(box, "accent", TICK)
        painter.icon("check", centre, 36, "ink_light")
    else:
        painter.rect(box, "disabled" if faint else "ink_light", TICK, "line_strong", 3)

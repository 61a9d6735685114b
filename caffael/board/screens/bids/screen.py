"""The assessment summary on its sheet: bid cards turn up, true bars run in, the most advantageous tender rises to the top."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from caffael.board.animation import between, ease_in_out, even
from caffael.board.drawings.brings import brings_high
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.bids.row import HIGH, BidRow, draw_tiles, draw_verdict, lines_of, tiles_height, verdict_height
from caffael.board.screens.bids.schedule import Timeline
from caffael.board.screens.sheeted import SheetedScreen
from caffael.board.screens.tender.rows import TALL_FROM, Stack, add_nobody
from caffael.board.screens.tender.sheet import Backdrop, Head, draw_sheet, inside
from caffael.board.widgets import Button, Card, Key, ScrollArea, Widget
from caffael.presentation.assessment.page import bid_sheet, bids_page, turns_cards
from caffael.presentation.assessment.summary import Summary, summary_of_story
from caffael.presentation.blocks import Assessed, Choice, Group, Line, Sheet, Text, block
from caffael.presentation.classroom.front_notes import named_words, predicting_words, turn_up
from caffael.presentation.press import Open
from caffael.presentation.screens import ScreenId
from caffael.presentation.sheets.bid import BID_SHEETS
from caffael.presentation.story import Story
from caffael.presentation.tender.pages import Prediction

if TYPE_CHECKING:
    from caffael.board.session import Session

GAP = 4.0
LEAST_SEEN = 1.5
"""So many rows are to be seen over the verdict."""
MOST = 1.3
"""Rows of several lines grow so much where the board is higher than wide."""
AGAIN = (pygame.K_F1, pygame.K_F2, pygame.K_F11, pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT)
"""Keys that do not skip: they mean the same on every screen, or nothing by themselves."""
ONWARD = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
SKIPPING = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN)


class BidsScreen(SheetedScreen):
    """Tells how one tender was assessed. After a publication it is told as a story; a summary that is looked up again is there at once."""

    id = ScreenId.BIDS
    help_page = "year"

    def __init__(self, session: "Session", told: Story | Summary) -> None:
        super().__init__(session)
        self.story = None if isinstance(told, Summary) else told
        self.summary = told if isinstance(told, Summary) else summary_of_story(session.viewer, told)
        self.prediction = None if self.story is None else self._take_prediction()
        turned = turns_cards(session.viewer, self.summary)
        self.timeline = Timeline(self.summary.table.count, turned, self.summary.weighed)
        instant = session.settings.instant
        self.held = self.story is not None and not self.summary.failed and not instant and asks_devices(session)
        """Whether the bids lie face down until somebody turns them up, because pupils say on their devices who will win."""
        self.now = self.timeline.total if not self.held and (self.story is None or self.summary.failed or instant or self._still) else 0.0
        self.begun = self.now > 0
        self.backdrop = Backdrop(session.app, self)
        self.named = ""  # how many pupils had named the winner
        self.rows: list[BidRow] = []
        self.page_area: ScrollArea | None = None
        """What scrolls where not even two rows would be seen over the verdict."""

    def _take_prediction(self) -> Prediction | None:
        """What was predicted for the tender whose bids are here now, once; None where nobody did."""
        said = self.session.prediction
        if said is None or (said.seat, said.need) != (self.summary.seat, self.summary.need):
            return None
        self.session.prediction = None
        return said

    @property
    def _still(self) -> bool:
        """Whether nothing moves."""
        return self.session.app.animator.still

    @property
    def done(self) -> bool:
        """Whether everything lies open."""
        return self.now >= self.timeline.total

    # Time

    def shown(self) -> None:
        """Begin the story when it is first seen."""
        if not self.begun and not self.held:
            self.begun = True
            total = self.timeline.total
            self.app.move(total, lambda share: self.reach(max(self.now, share * total)), ease=even)

    def turn_up(self) -> None:
        """Begin the story: everybody who wanted to has said who will win."""
        self.held = False
        host = self.session.host
        if host is not None and host.room is not None:
            host.room.turn_up()
            self.named = self._named()
        if self._still:
            self.now, self.begun = self.timeline.total, True
        self.rebuild()
        self.shown()

    def reach(self, now: float) -> None:
        """Show everything as it is at a time of the story."""
        self._hear(self.now, now)
        if self.now < self.timeline.seal <= now and self.page_area is not None:
            self.page_area.reveal(self.tree.find("verdict"))
        self.now = now
        moved = ease_in_out(self.timeline.moved(now))
        for row in self.rows:
            row.now = now
            row.box.top = between(self._top(row.line.printed.rank), self._top(row.line.bid.rank), moved) - self.area.scrolled
        self.redraw()

    def _named(self) -> str:
        """How many pupils had named the winner, in a sentence; empty where nobody had said anything."""
        room = None if self.session.host is None else self.session.host.room
        if room is None or self.summary.failed:
            return ""
        table = self.summary.table
        return named_words(self.session.viewer, *room.named(table.bidders[table.winner].supplier))

    def _hear(self, before: float, now: float) -> None:
        """Let a card that is turned up be heard, and the award."""
        line = self.timeline
        places = range(line.bids if line.cards else 0)
        if before < line.seal <= now:
            self.session.hear("award")
        elif any(line.flipped(place, before) <= 0 < line.flipped(place, now) for place in places):
            self.session.hear("turn")

    def skip(self) -> None:
        """Go to the end of the story."""
        self.reach(self.timeline.total)

    def event(self, event: pygame.event.Event) -> bool:
        """Any key or touch skips to the end while cards are still turning."""
        if self.held or self.done or event.type not in SKIPPING or getattr(event, "key", None) in AGAIN:
            return False
        self.skip()
        return True

    # Building

    def build(self) -> None:
        """Lay out heading, rows, verdict and the button."""
        self.backdrop.renew(self.session.language.code, lambda painter: draw_sheet(painter, self.summary.seat))
        box, look, summary = inside(self.look), self.look, self.summary
        self.page = bids_page(self.session.viewer, summary, self.prediction, looked_up=self.story is None)
        (onward,) = self.page.buttons
        wide, high = Button.natural(look, onward.words, onward.picture)
        button = Box(box.right - wide, box.bottom - high, wide, high)
        go = Button(button, onward.words, self.leave, picture=onward.picture, ink=onward.ink, name=onward.id)
        if self.held:
            said = turn_up(self.session.viewer)
            wide = max(wide, Button.natural(look, said, "bid")[0])
            button = Box(box.right - wide, button.top, wide, high)
            go = Button(button, said, self.turn_up, picture="bid", ink=onward.ink, name="turn up")
        self._make_head(box)
        top = self.head.bottom
        facts = [] if summary.failed else [one for one in block(self.page, Group, "contract").blocks if isinstance(one, Line)]
        self.tiles = Box(box.left, 0, box.width - (0 if look.tall else wide + 24), 0)
        self.tiles.height = tiles_height(look, self.tiles.width, len(facts)) if facts else 0.0
        foot = high + 14 + self.tiles.height if look.tall and facts else max(high, self.tiles.height)
        self.tiles.top = box.bottom - foot if look.tall else box.bottom - self.tiles.height
        self.rows = []
        if summary.failed:
            add_nobody(self.tree.root, look, Box(box.left, top, box.width, box.bottom - foot - 16 - top), self.page.blocks)
        else:
            self._told(Box(box.left, top, box.width, box.bottom - top), foot, high)
        self.tree.root.add(go)
        if self.tree.focused is None:
            self.tree.focus(go, quiet=True)

    def _told(self, box: Box, foot: float, button: float) -> None:
        """Rows, verdict and contract one below the other; where hardly a row would be seen beside them, all of it scrolls."""
        root: Widget = self.tree.root
        tall = verdict_height(self.look, self.said_verdict(), box.width)
        verdict = Box(box.left, box.bottom - foot - 14 - tall, box.width, tall)
        room, count = Box(box.left, box.top, box.width, verdict.top - 12 - box.top), self.summary.table.count
        self.page_area = None
        if room.height < min(count, LEAST_SEEN) * (self._row_least(box.width) + GAP):
            area = root.add(ScrollArea(Box(box.left, box.top, box.width, box.height - button - 16), name="told"))
            self.page_area = root = area
            room.height = count * (self._row_least(box.width) + GAP)
            verdict.top, self.tiles.left, self.tiles.width = room.bottom + 12, box.left, box.width
            self.tiles.top = verdict.bottom + 14
            facts = [one for one in block(self.page, Group, "contract").blocks if isinstance(one, Line)]
            self.tiles.height = tiles_height(self.look, box.width, len(facts))
            area.extent = self.tiles.bottom - box.top
        self._rows(root, room)
        root.add(Card(verdict, "", self._draw_verdict, rises=False, name="verdict"))
        root.add(Card(self.tiles, "", self._draw_tiles, rises=False, name="contract"))
        if self.now >= self.timeline.seal and self.page_area is not None:
            self.page_area.scroll_to(verdict.top - box.top)

    def _draw_verdict(self, painter: Painter, box: Box) -> None:
        draw_verdict(painter, box, self.said_verdict(), self.timeline.sealed(self.now))

    def _draw_tiles(self, painter: Painter, box: Box) -> None:
        predicting = self.session.room_shown.predicting if self.held else None
        if predicting is not None:
            draw_predicting(painter, box, predicting_words(self.session.viewer, *predicting))
        if self.done:
            draw_tiles(painter, box, [one for one in block(self.page, Group, "contract").blocks if isinstance(one, Line)])

    def said_verdict(self) -> Group:
        """What is said of the winner; where letters are large and more is said of it, there is no room for what happens next."""
        verdict = block(self.page, Group, "verdict")
        if self.named:
            verdict = replace(verdict, blocks=(*verdict.blocks, Text(self.named, id="guess")))
        ids = {one.id for one in verdict.blocks if isinstance(one, Text)}
        if not ids & {"guess", "real"} or self.look.tall or self.look.text_scale < TALL_FROM:
            return verdict
        return replace(verdict, blocks=tuple(one for one in verdict.blocks if isinstance(one, Text) and one.id != "standstill"))

    # Where numbers come from

    def sheet(self, name: str, *about: int) -> Sheet | Choice:
        """What a sheet says; those of a bid are about the tender that is told."""
        if name not in BID_SHEETS:
            return super().sheet(name, *about)
        return bid_sheet(self.viewer, self.summary, name, *about)

    def explain(self, supplier: int) -> None:
        """Say where a bid's price and points come from, once everything lies open."""
        if self.done:
            self.press(Open("bidder", (supplier,)))

    def show_card(self, widget: Widget) -> None:
        """Open the bid that has the focus."""
        if isinstance(widget, BidRow):
            widget.press()

    def _row_least(self, width: float) -> float:
        """How high a row is at least."""
        look = self.look
        lines = lines_of(look, width)
        return max(HIGH[lines] * (look.text_scale if lines > 1 else 1.0) + brings_high(look), look.row(GAP))

    def _rows(self, into: Widget, room: Box) -> None:
        look, count, least = self.look, self.summary.table.count, self._row_least(room.width)
        most = 104.0 + brings_high(look) if lines_of(look, room.width) == 1 else least * (MOST if look.tall else 1)
        self.row_high = max(least, min(most, room.height / max(1, count) - GAP))
        self.area = into.add(Stack(room, count * (self.row_high + GAP), name="bids"))
        for line in block(self.page, Group, "bids").blocks:
            assert isinstance(line, Assessed)
            box = Box(room.left, self._top(line.printed.rank), room.width, self.row_high)
            self.rows.append(self.area.add(BidRow(box, line, self.timeline, self.summary.seat, self.summary.weighed, self.explain)))
        titled = all(row.has_title(look) for row in self.rows)  # all rows, or none
        for row in self.rows:
            row.titled = titled
        self.reach(self.now)

    def _top(self, place: int) -> float:
        return self.area.box.top + place * (self.row_high + GAP)

    # Drawing

    def draw(self, painter: Painter) -> None:
        """Draw table, sheet, heading; at the end verdict and contract."""
        self.backdrop.draw(painter)
        self._head(painter)

    def drawn_words(self) -> tuple[str, ...]:
        """What was bought and how; at the end the verdict."""
        head = self.page.title, self.page.line
        if not self.done or self.summary.failed:
            return head
        verdict = self.said_verdict()
        said = {one.id: one.words for one in verdict.blocks if isinstance(one, Text)}
        return (*head, verdict.title, said["why"], said.get("real", ""), said.get("standstill", ""), said.get("guess", ""))

    def _head(self, painter: Painter) -> None:
        self.head.draw(painter)
        self._draw_weights(painter)

    def _make_head(self, box: Box) -> None:
        """Place the heading beside the published weights, or under them where the board is higher than wide."""
        look = self.look
        weighed = self.summary.weighed and not self.summary.failed
        lines = [one for one in block(self.page, Group, "weights").blocks if isinstance(one, Line)] if weighed else []
        high, icon, right = look.line_height("lead") + 16, look.line_height("lead"), box.right
        self.weights: list[tuple[Box, Line]] = []
        for line in reversed(lines):
            wide = icon + look.words_width(line.value, "body", True) + 34
            self.weights.insert(0, (Box(right - wide, box.top - 8, wide, high), line))
            right -= wide + 8
        below = box.top + 52
        if look.tall:
            top = box.top - 8 + (high + 12 if lines else 8)
            box, right, below = Box(box.left, top, box.width, box.bottom - top), box.right + 16, top
        self.head = Head(look, box, self.page.picture, self.page.title, self.page.line, [], right - 16, below)

    def _draw_weights(self, painter: Painter) -> None:
        """Draw the published weights at the top right, as a key to the colours of the bars."""
        icon = painter.look.line_height("lead")
        for box, line in self.weights:
            painter.rect(box, line.ink, "radius_small")
            painter.icon(line.picture, (box.left + 12 + icon / 2, box.centery), icon, "ink_light")
            painter.words(line.value, (box.right - 12, box.centery), "body", "ink_light", True, "midright")

    # Leaving

    def key(self, key: Key) -> bool:
        """Return and space go on, once everything lies open."""
        if key.code in ONWARD and self.held:
            self.turn_up()
            return True
        if key.code in ONWARD and self.done:
            self.leave()
            return True
        return super().key(key)

    def leave(self) -> None:
        """Go on with the story of the action, or back to where the summary was looked up."""
        if self.story is not None:
            winner = next((row for row in self.rows if row.line.bid.rank == 0), None)
            self.session.flies_from = Box(winner.box) if winner is not None and not self.summary.failed else None
            self.session.go_on()
        else:
            self.session.pop()

    def leaving(self) -> Callable[[], None] | None:
        """Once everything lies open it can be left."""
        return self.leave if self.done else None

    def back(self) -> None:
        """Escape goes on, once everything lies open; before it turns the bids up."""
        if self.held:
            self.turn_up()
        else:
            self.leave()


def asks_devices(session: "Session") -> bool:
    """Whether devices are there that may say who will win the tender whose bids are here."""
    if session.host is None or not session.settings.predict:
        return False
    session.look_at_room()
    return session.room_shown.predicting is not None and session.room_shown.awake > 0


def draw_predicting(painter: Painter, box: Box, words: str) -> None:
    """Draw how many have said who will win."""
    painter.rect(box, "gold_pale", "radius", "gold", 1.5)
    painter.icon("people", (box.left + 44, box.centery), 44, "gold_ink")
    painter.paragraph(words, Box(box.left + 84, box.top + 4, box.width - 100, box.height - 8), "lead", bold=True, middle=True)

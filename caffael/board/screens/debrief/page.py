"""What every page of the debrief has: it draws the blocks that it is told."""

from collections.abc import Callable

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.title_bar import Page
from caffael.board.theme import Ink
from caffael.board.widgets import Card, Words
from caffael.board.widgets.base import Widget
from caffael.board.widgets.card import Drawer
from caffael.debrief import Debrief
from caffael.presentation import blocks
from caffael.presentation.blocks import Text, block
from caffael.presentation.press import Press
from caffael.presentation.viewer import Viewer


class DebriefPage:
    """One page. `build` puts widgets into a box, `draw` draws what lies under them; `told` is what it says, `go` does what a press says."""

    told: blocks.Page

    def __init__(self, screen: Page, debrief: Debrief, go: Callable[[Press | None], None]) -> None:
        self.screen = screen
        self.debrief = debrief
        self.go = go

    @property
    def viewer(self) -> Viewer:
        """Who looks."""
        return self.screen.session.viewer

    @property
    def look(self) -> Look:
        """How the board looks."""
        return self.screen.look

    def words(self, id: str) -> str:  # noqa: A002
        """The words of a text of the page."""
        return block(self.told, Text, id).words

    def build(self, box: Box) -> float:
        """Put the widgets into the box, or beyond its foot where letters are large; give where they end."""
        return box.bottom

    def paper(self, box: Box, edge: str = "") -> None:
        """Put a sheet of paper under what comes next."""
        drawn = lambda painter, at: painter.card(at, "paper", "radius_large", edge or None, "top", 12)  # noqa: E731
        self.sheet(box, "", drawn)

    def put(self, widget: Widget) -> Widget:
        """Put a widget on the page."""
        return self.screen.into.add(widget)

    def say(
        self, box: Box, words: str, size: str = "body", ink: Ink = "ink", bold: bool = False, middle: bool = False, centred: bool = False
    ) -> None:
        """Put words on the page."""
        self.put(Words(box, words, size=size, ink=ink, bold=bold, middle=middle, align="centre" if centred else "left"))

    def sheet(self, box: Box, label: str, draw: Drawer, said: str = "", press: Callable[[], None] | None = None, name: str = "") -> Card:
        """Put a drawing with a label for the reader on the page."""
        return self.screen.into.add(Card(box, label, draw, press, said=said, rises=press is not None, name=name))

    def draw_names(self, painter: Painter, box: Box, seat: int) -> None:
        """Draw a council's name and its team under it; a long name takes two lines, and all the room where there is not enough for both."""
        look, name, team = painter.look, self.viewer.council(seat), self.viewer.team(seat)
        lead, small = look.line_height("lead"), look.line_height("small")
        if box.height >= lead + small and look.words_width(name, "lead", True) <= box.width:
            top = box.centery - (lead + small) / 2
            painter.paragraph(name, Box(box.left, top, box.width, lead + 1), "lead", bold=True, most_lines=1)
            painter.words(team, (box.left, top + lead), "small", "ink_soft", width=box.width)
            return
        body = look.line_height("body")
        if box.height >= 2 * body + small:
            top = box.centery - body - small / 2
            high = painter.paragraph(name, Box(box.left, top, box.width, 2 * body + 1), "body", bold=True, least="small", most_lines=2)
            painter.words(team, (box.left, top + high), "small", "ink_soft", width=box.width)
            return
        painter.paragraph(name, box, "body", bold=True, middle=True, least="tiny", most_lines=2)

    def rows(self, box: Box, count: int, most: float, gap: float = 12.0, least: float = 0.0) -> list[Box]:
        """Cut a box into rows for so many teams, each not higher than `most`; with a `least` they may reach beyond its foot."""
        high = max(least, min(most, (box.height - gap * (count - 1)) / max(1, count)))
        return [Box(box.left, box.top + place * (high + gap), box.width, high) for place in range(count)]

"""What every page of the debrief has."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.drawings import chip_size, draw_chip
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets import Card, Words
from caffael.board.widgets.base import Widget
from caffael.words.language import Language

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.debrief.screen import DebriefScreen
    from caffael.debrief import Debrief
    from caffael.scenario import Pack

CATEGORY_PICTURES = ("food", "transport", "energy", "green", "care", "communities")
Drawer = Callable[[Painter, Box], None]


class DebriefPage:
    """One page. `build` puts widgets into a box, `draw` draws what lies under them."""

    def __init__(self, screen: "DebriefScreen") -> None:
        self.screen = screen

    @property
    def session(self) -> "Session":
        """The session."""
        return self.screen.session

    @property
    def debrief(self) -> "Debrief":
        """The story of this game."""
        return self.screen.debrief

    @property
    def pack(self) -> "Pack":
        """The scenario."""
        return self.screen.match.pack

    @property
    def teams(self) -> list[str]:
        """The teams' names by seat."""
        return [seat.team for seat in self.screen.match.seats]

    @property
    def look(self) -> Look:
        """How the board looks."""
        return self.screen.look

    @property
    def language(self) -> Language:
        """The language of the board."""
        return self.session.language

    def title(self) -> str:
        """The question that the page answers."""
        return ""

    def build(self, box: Box) -> None:
        """Put the widgets into the box."""

    def draw(self, painter: Painter) -> None:
        """Draw what lies under the widgets."""

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

    def category_picture(self, category: int) -> str:
        """The icon and colour name of a category."""
        name = self.pack.category(category).id
        return name if name in CATEGORY_PICTURES else CATEGORY_PICTURES[category % len(CATEGORY_PICTURES)]

    def council_name(self, seat: int) -> str:
        """The council of a seat."""
        return self.pack.council(self.screen.match.state.councils[seat].card).name(self.language.code)

    def draw_names(self, painter: Painter, box: Box, seat: int) -> None:
        """Draw a team's name and its council under it; a long name takes two lines, and all the room where there is not enough for both."""
        look, name = painter.look, self.teams[seat]
        lead, small = look.line_height("lead"), look.line_height("small")
        council = self.council_name(seat)
        if box.height >= lead + small and look.words_width(name, "lead", True) <= box.width:
            top = box.centery - (lead + small) / 2
            painter.paragraph(name, Box(box.left, top, box.width, lead + 1), "lead", bold=True, most_lines=1)
            painter.words(council, (box.left, top + lead), "small", "ink_soft", width=box.width)
            return
        body = look.line_height("body")
        if box.height >= 2 * body + small:
            top = box.centery - body - small / 2
            high = painter.paragraph(name, Box(box.left, top, box.width, 2 * body + 1), "body", bold=True, least="small", most_lines=2)
            painter.words(council, (box.left, top + high), "small", "ink_soft", width=box.width)
            return
        painter.paragraph(name, box, "body", bold=True, middle=True, least="tiny", most_lines=2)

    def rows(self, box: Box, count: int, most: float, gap: float = 12.0) -> list[Box]:
        """Cut a box into rows for so many teams, each not higher than `most`."""
        high = min(most, (box.height - gap * (count - 1)) / max(1, count))
        return [Box(box.left, box.top + place * (high + gap), box.width, high) for place in range(count)]


def flow_chips(painter: Painter, box: Box, chips: list[tuple[str, str, Ink, Ink]], size: str = "small") -> float:
    """Draw chips (words, picture, ink, fill) from the upper left of a box, line by line; give the height they took."""
    look = painter.look
    left, top = box.left, box.top
    high = chip_size(look, "1", "", size)[1]
    for words, picture, ink, fill in chips:
        wide = chip_size(look, words, picture, size)[0]
        if left > box.left and left + wide > box.right:
            left, top = box.left, top + high + 8
        draw_chip(painter, (left, top), words, picture, ink=ink, fill=fill, size=size)
        left += wide + 10
    return top + high - box.top


def chips_height(look: Look, width: float, chips: list[tuple[str, str, Ink, Ink]], size: str = "small") -> float:
    """How high `flow_chips` will be."""
    left, rows = 0.0, 1
    for words, picture, _, _ in chips:
        wide = chip_size(look, words, picture, size)[0]
        if left > 0 and left + wide > width:
            left, rows = 0.0, rows + 1
        left += wide + 10
    return rows * (chip_size(look, "1", "", size)[1] + 8) - 8

"""Points so far: a star with a number and the place at the head of a council's panel, a medal with a number on the cards of the others."""

from dataclasses import replace
from functools import partial

from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.screens.table.host import TableHost
from caffael.board.screens.table.layout import PANEL
from caffael.board.widgets import Card, Widget
from caffael.presentation.blocks import Line
from caffael.presentation.table.council import CouncilPanel

AIR = 6.0
STAR = 0.78
"""The star at the head, in lines."""
LETTERS = 1.3
"""Up to this text scale the letters of a medal grow: the flower above it needs room too."""
SHRUNK = 0.8
"""A council's name is written smaller than this only where nothing else helps."""
LEAST, DOTS = 14.0, 46.0
"""The smallest letters of the place, and the room that is left for the dots of a team that thinks."""
PLACE = 150.0
"""So wide the words of the place may be; longer ones are made smaller."""


def points_width(look: Look, points: Line | None) -> float:
    """How much room the points take at the head of the panel."""
    if points is None:
        return 0.0
    star = look.line_height("heading") * STAR
    number = star + AIR + look.words_width(points.value, "heading", bold=True)
    return max(number, min(PLACE, look.words_width(points.words, "tiny")), look.measure("target")) + 2 * AIR


def head_points(look: Look, points: Line | None, panel: CouncilPanel, width: float) -> Line | None:
    """The points as they stand at the head: without the words of the place, where name and team leave them too little room."""
    if points is None:
        return None
    room = points_width(look, points)
    left = width - room
    named = look.words_width(panel.name, "heading", bold=True) * SHRUNK <= left and look.words_width(panel.team, "tiny") + DOTS <= left
    return points if named and look.words_width(points.words, LEAST) <= room - 2 * AIR else replace(points, words="")


def add_points(table: TableHost, into: Widget, box: Box, points: Line, words: str) -> None:
    """Put the points into a box at the head of the panel; the words of the place are read out in any case."""
    said = f"{points.value}. {words}" if words else points.value
    drawn = partial(_draw_head, points=points)
    into.add(Card(box, points.title, drawn, partial(table.press, points.press), rises=False, said=said, name=points.id))


def add_small_points(table: TableHost, into: Widget, box: Box, points: Line) -> None:
    """Put the points into a small box, without the words of the place: a star with the number."""
    drawn = partial(draw_medal, points=points, place="")
    said = f"{points.value}. {points.words}" if points.words else points.value
    into.add(Card(box, points.title, drawn, partial(table.press, points.press), rises=False, said=said, name=points.id))


def _draw_head(whole: Painter, box: Box, points: Line) -> None:
    painter = whole.dense(PANEL)
    look = painter.look
    high, below = look.line_height("heading"), look.line_height("tiny") if points.words else 0.0
    top = box.centery - (high + below) / 2
    star = high * STAR
    width = star + AIR + look.words_width(points.value, "heading", bold=True)
    left = box.centerx - width / 2
    painter.icon(points.picture, (left + star / 2, top + high / 2), star, "gold")
    painter.words(points.value, (left + star + AIR, top), "heading", bold=True)
    place = Box(box.left, top + high - 2, box.width, below + 1)
    painter.paragraph(points.words, place, "tiny", "ink_soft", align="centre", least=LEAST, most_lines=1)


def medal_height(look: Look) -> float:
    """How high a medal with its number is on a small card."""
    return look.dense(LETTERS).line_height("small") + 4


def medal_width(look: Look, points: Line) -> float:
    """How wide a medal with its number is at that height."""
    return medal_height(look) + 5 + look.dense(LETTERS).words_width(points.value, "small", bold=True)


def draw_medal(painter: Painter, box: Box, points: Line, place: str) -> None:
    """Draw a council's place on a medal, gold for the first, and its points beside it; without a place a star."""
    painter = painter.dense(LETTERS)
    radius = box.height / 2
    number = painter.look.words_width(points.value, "small", bold=True)
    left = box.centerx - (2 * radius + 5 + number) / 2
    at: Point = (left + radius, box.centery)
    if place:
        first = place == "1"
        painter.circle(at, radius, "gold" if first else "paper_sunk", "gold" if first else "line_strong", 1.5)
        painter.words(place, at, "tiny", "gold_ink" if first else "ink", True, "center", width=2 * radius - 4)
    else:
        painter.icon(points.picture, at, 2 * radius, "gold")
    painter.words(points.value, (left + 2 * radius + 5, box.centery), "small", bold=True, anchor="midleft")

"""The year track: how many years the game has and which one this is."""

from collections.abc import Sequence

from caffael.board.painter import Painter
from caffael.board.scale import Box


def draw_year_track(painter: Painter, box: Box, years: Sequence[str], now: int) -> None:
    """Draw one disc for each year on a plank of wood; years before `now` (counted from 0) are ticked, the rest are to come."""
    painter.wood(box, box.height / 2)
    step = (box.width - box.height * 0.4) / max(1, len(years))
    radius = min(box.height * 0.36, step * 0.42)
    first = box.left + box.height * 0.2 + step / 2
    painter.rect(Box(first, box.centery - 2, step * (len(years) - 1), 4), "wood_dark", 2)
    for place, year in enumerate(years):
        centre = (first + place * step, box.centery)
        around = Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
        if place == now:
            grown = around.inflate(radius * 0.34, radius * 0.34)
            painter.shadow(grown, radius * 1.2, 10, 120)
            painter.rect(grown, "ink", radius * 1.2, "ink_light", 3)
            painter.words(year, centre, "lead", "ink_light", bold=True, anchor="center", width=radius * 1.7)
        elif place < now:
            painter.rect(around, "wood_dark", radius)
            painter.icon("check", centre, radius * 1.15, "wood_mark")
        else:
            painter.rect(around, "paper", radius, "wood_dark", 2)
            painter.words(year, centre, "body", "ink_soft", bold=True, anchor="center", width=radius * 1.7)

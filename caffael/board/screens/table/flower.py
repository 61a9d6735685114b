"""The flower of the seven goals, large: icons on the petals, numbers at their tips."""

import math
from collections.abc import Sequence

from caffael.board.drawings import draw_flower
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.presentation.faces import Petal


def draw_goal_flower(painter: Painter, box: Box, petals: Sequence[Petal], size: float | str = "body") -> None:
    """Draw the flower as large as fits in a box with the numbers round it."""
    look = painter.look
    line = look.line_height(size)
    wide = look.words_width("20", size, bold=True)
    inner = box.inflate(-2 * (wide + 6), -2 * (line * 0.8 + 2))
    draw_flower(painter, inner, petals, labels=False)
    reach = min(inner.width / 2 / 0.975, inner.height / (1 + 0.901)) - 2
    centre = (inner.centerx, inner.centery + reach * (1 - 0.901) / 2)
    away = reach + line * 0.52
    for place, petal in enumerate(petals):
        angle = math.tau * place / len(petals)
        x, y = math.sin(angle), -math.cos(angle)
        at = (centre[0] + x * (away + wide * 0.2 * abs(x)), centre[1] + y * away)
        painter.words(petal.words, at, size, "ink", bold=True, anchor="center")

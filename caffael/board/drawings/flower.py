"""The flower of the seven goals: a petal for each, that grows with it."""

import math
from collections.abc import Sequence

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.presentation.faces import Petal
from caffael.words.colours import mix, written

MOST = 20
AIR = 8.0
GROWN = 14
"""From here on a petal lies under the icon at its tip."""


def draw_flower(painter: Painter, box: Box, petals: Sequence[Petal], *, labels: bool = True, size: float | str = "body") -> None:
    """Draw the flower as large as fits in a box; the first petal points up, the others follow clockwise.

    With `labels` each petal has its icon and number at its tip; without, the icon stands in the petal (a small flower, whose numbers
    are told elsewhere).
    """
    look = painter.look
    line = look.line_height(size)
    icon = line * 1.15
    half = (icon + 4 + look.words_width("20", size, bold=True)) / 2
    if labels:
        reach = min((box.width / 2 - half) / 0.975 - AIR - 0.975 * half - 0.11 * icon, (box.height - 2 * AIR - 1.95 * icon) / 1.901)
        over = reach + AIR + icon
    else:
        reach = min(box.width / 1.95, box.height / 1.901) - 2
        over = reach
    centre = (box.centerx, box.centery + (over - (over * 0.901 if labels else reach * 0.901)) / 2)
    side = 2 * reach + 8
    field = Box(centre[0] - side / 2, centre[1] - side / 2, side, side)
    levels = tuple(round(max(0.0, min(float(MOST), petal.level)), 1) for petal in petals)
    names = tuple(petal.goal for petal in petals)
    painter.svg(lambda: _flower(painter, side / 2, reach, names, levels), field, ("flower", names, levels))
    for place, petal in enumerate(petals):
        angle = math.tau * place / len(petals)
        x, y = math.sin(angle), -math.cos(angle)
        if labels:
            away = reach + AIR + half * abs(x) + icon * 0.5 * abs(y)
            _label(painter, (centre[0] + x * away, centre[1] + y * away), petal, size, icon)
        else:
            tip = reach * 0.76
            ink = "ink_light" if levels[place] > GROWN else f"goal.{petal.goal}"
            painter.icon(petal.picture or petal.goal, (centre[0] + x * tip, centre[1] + y * tip), reach * 0.28, ink)


def _label(painter: Painter, at: tuple[float, float], petal: Petal, size: float | str, icon: float) -> None:
    width = icon + 4 + painter.look.words_width(petal.words, size, bold=True)
    left = at[0] - width / 2
    painter.icon(petal.picture or petal.goal, (left + icon / 2, at[1]), icon, f"goal.{petal.goal}")
    painter.words(petal.words, (left + icon + 4, at[1]), size, "ink", bold=True, anchor="midleft")


def _flower(painter: Painter, middle: float, reach: float, goals: tuple[str, ...], levels: tuple[float, ...]) -> str:
    theme = painter.look.theme
    body: list[str] = []
    for place, goal in enumerate(goals):
        swatch = theme.swatch(f"goal.{goal}")
        turn = f'transform="translate({middle} {middle}) rotate({360 * place / len(goals):.2f})"'
        body.append(
            f'<path d="{_petal(reach, 1.0)}" {turn} fill="{written(swatch.pale)}" fill-opacity="0.85" '
            f'stroke="{written(mix(swatch.pale, swatch.bright, 0.5))}" stroke-width="{max(1.2, reach / 90):.2f}"/>'
        )
    body.extend(_rings(middle, reach, written(theme.colour("line_strong"))))
    for place, (goal, level) in enumerate(zip(goals, levels, strict=True)):
        swatch = theme.swatch(f"goal.{goal}")
        turn = f'transform="translate({middle} {middle}) rotate({360 * place / len(goals):.2f})"'
        grown = 0.17 + 0.83 * level / MOST
        body.append(
            f'<path d="{_petal(reach, grown)}" {turn} fill="{written(swatch.bright)}" stroke="{written(swatch.colour)}" '
            f'stroke-width="{max(1.0, reach / 75):.2f}" stroke-linejoin="round"/>'
            f'<path d="M0 {-reach * 0.16:.1f}V{-reach * grown * 0.8:.1f}" {turn} fill="none" stroke="{written(swatch.pale)}" '
            f'stroke-opacity="0.75" stroke-width="{max(1.0, reach / 60):.2f}" stroke-linecap="round"/>'
        )
    gold, dark, light = (written(theme.colour(name)) for name in ("gold", "wood_dark", "paper"))
    heart = reach * 0.115
    body.append(f'<circle cx="{middle}" cy="{middle}" r="{heart:.1f}" fill="{gold}" stroke="{light}" stroke-width="{reach / 36:.2f}"/>')
    for seed in range(6):
        angle = math.tau * seed / 6
        x, y = middle + math.cos(angle) * heart * 0.5, middle + math.sin(angle) * heart * 0.5
        body.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{heart * 0.14:.1f}" fill="{dark}"/>')
    return "".join(body)


def _petal(reach: float, grown: float) -> str:
    """Write a petal that points up from (0, 0); it is slimmer while it is short."""
    length = reach * grown
    wide = reach * 0.285 * (0.5 + 0.5 * grown)
    return (
        f"M0 0C{wide * 0.55:.1f} {-length * 0.16:.1f} {wide * 1.28:.1f} {-length * 0.52:.1f} {wide * 0.86:.1f} {-length * 0.76:.1f}"
        f"C{wide * 0.62:.1f} {-length * 0.9:.1f} {wide * 0.2:.1f} {-length * 0.96:.1f} 0 {-length:.1f}"
        f"C{-wide * 0.2:.1f} {-length * 0.96:.1f} {-wide * 0.62:.1f} {-length * 0.9:.1f} {-wide * 0.86:.1f} {-length * 0.76:.1f}"
        f"C{-wide * 1.28:.1f} {-length * 0.52:.1f} {-wide * 0.55:.1f} {-length * 0.16:.1f} 0 0Z"
    )


def _rings(middle: float, reach: float, ink: str) -> list[str]:
    dash = f'stroke-dasharray="{reach / 70:.2f} {reach / 22:.2f}" stroke-linecap="round"'
    return [
        f'<circle cx="{middle}" cy="{middle}" r="{reach * (0.17 + 0.83 * level / MOST):.1f}" fill="none" stroke="{ink}" '
        f'stroke-opacity="0.55" stroke-width="{max(1.0, reach / 110):.2f}" {dash}/>'
        for level in (5, 10, 15)
    ]


def draw_goal_flower(painter: Painter, box: Box, petals: Sequence[Petal], size: float | str = "body") -> None:
    """Draw the flower large, as it fits in a box: icons on the petals, numbers at their tips."""
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

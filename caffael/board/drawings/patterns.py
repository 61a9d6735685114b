"""Patterns: what tells the teams apart without colour, and the tile that shows a team's."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.words.colours import mix, written

PATTERNS = ("stripes", "dots", "checks", "waves", "bars", "rings")


def pattern_svg(pattern: str, width: float, height: float, ink: str, step: float = 22.0) -> str:
    """Write the SVG of a pattern that fills a box. A pattern nobody knows is a KeyError that says so."""
    if pattern not in PATTERNS:
        raise KeyError(f"there is no pattern {pattern!r}; there are {', '.join(PATTERNS)}")
    if pattern == "dots":
        return _dots(width, height, step, f'r="{step * 0.2:.1f}" fill="{ink}"')
    if pattern == "rings":
        return _dots(width, height, step * 1.35, f'r="{step * 0.36:.1f}" fill="none" stroke="{ink}" stroke-width="{step * 0.15:.1f}"')
    path = {"stripes": _stripes, "checks": _checks, "waves": _waves, "bars": _bars}[pattern](width, height, step)
    broad = {"stripes": 0.32, "checks": 0.15, "waves": 0.2, "bars": 0.24}[pattern]
    return f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="{step * broad:.1f}"/>'


def draw_team_tile(painter: Painter, tile: Box, seat: int, picture: str) -> None:
    """Draw the tile of a seat with a picture in its middle."""
    theme = painter.look.theme
    colours = theme.teams[seat % len(theme.teams)]
    painter.rect(tile, f"team.{seat}", "radius_small")
    ink = written(mix(colours.colour, theme.colour("paper"), 0.28))
    inner = tile.inflate(-8, -8)
    painter.svg(pattern_svg(colours.pattern, inner.width, inner.height, ink), inner)
    painter.circle(tile.center, min(tile.width, tile.height) * 0.34, "paper")
    painter.icon(picture, tile.center, min(tile.width, tile.height) * 0.48, f"team.{seat}")


def _steps(length: float, step: float) -> list[float]:
    return [place * step for place in range(int(length / step) + 2)]


def _stripes(width: float, height: float, step: float) -> str:
    return "".join(f"M{x - height:.1f} {height}L{x:.1f} 0" for x in _steps(width + height, step))


def _checks(width: float, height: float, step: float) -> str:
    falling = "".join(f"M{x - height:.1f} 0L{x:.1f} {height}" for x in _steps(width + height, step))
    return _stripes(width, height, step) + falling


def _bars(width: float, height: float, step: float) -> str:
    return "".join(f"M0 {y:.1f}H{width}" for y in _steps(height, step * 0.8))


def _waves(width: float, height: float, step: float) -> str:
    rows = []
    for y in _steps(height, step * 0.9):
        curve = "".join(f"q{step / 2:.1f} {-step * 0.45:.1f} {step:.1f} 0t{step:.1f} 0" for _ in _steps(width, 2 * step))
        rows.append(f"M0 {y:.1f}{curve}")
    return "".join(rows)


def _dots(width: float, height: float, step: float, look: str) -> str:
    return "".join(
        f'<circle cx="{x + (step / 2 if row % 2 else 0):.1f}" cy="{y:.1f}" {look}/>'
        for row, y in enumerate(_steps(height, step * 0.8))
        for x in _steps(width, step)
    )

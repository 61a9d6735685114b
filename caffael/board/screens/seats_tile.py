"""A team's tile: its colour, its pattern, and who plays it."""

from caffael.board.drawings.patterns import pattern_svg
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import mix, written


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

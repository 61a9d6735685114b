"""The map: the councils of the region as hexes in their true neighbourhood."""

import math
from collections.abc import Callable, Sequence

from caffael.board.drawings.bars import ring_svg
from caffael.board.drawings.fitting import STEP, Oval, filling, within
from caffael.board.drawings.hexnames import draw_name, largest_name
from caffael.board.drawings.patterns import pattern_svg
from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.shapes import WHITE, masked, svg
from caffael.presentation.faces import Tile, Token
from caffael.words.colours import mix, written


class HexMap:
    """The tiles laid out in a box or within an oval, as large as they fit."""

    def __init__(self, room: Box | Oval, tiles: Sequence[Tile]) -> None:
        self.tiles = tuple(tiles)
        self._names: dict[tuple[int, float], int] = {}
        places = {tile.key: ((tile.column - tiles[0].column) * STEP / 2, (tile.row - tiles[0].row) * 1.5) for tile in tiles}
        at = tuple(places.values())
        self.side, (left, top) = within(room, at) if isinstance(room, Oval) else filling(room, at)
        self.centres: dict[str, Point] = {key: (left + self.side * x, top + self.side * y) for key, (x, y) in places.items()}

    def box_of(self, key: str) -> Box:
        """Say which box a tile fills."""
        x, y = self.centres[key]
        half = self.side * math.sqrt(3) / 2
        return Box(x - half, y - self.side, 2 * half, 2 * self.side)

    def within(self, key: str) -> Callable[[Point], bool]:
        """Give the question whether a point is on a tile, as a Card asks it."""
        return lambda at: self.at(at) == key

    def at(self, at: Point) -> str | None:
        """Say which tile a point is on."""
        half = self.side * math.sqrt(3) / 2
        for key, (x, y) in self.centres.items():
            dx, dy = abs(at[0] - x), abs(at[1] - y)
            if dx <= half and dy <= self.side - dx / math.sqrt(3):
                return key
        return None

    def token_at(self, key: str, place: int, count: int) -> Point:
        """Say where a tile's contract lies, as where a won card flies to."""
        x, y = self.centres[key]
        return _token_places((x, y), self.side, max(count, place + 1))[place]

    def draw(self, painter: Painter) -> None:
        """Draw every tile; the one whose turn it is last, so that its frame is on top."""
        for tile in sorted(self.tiles, key=lambda one: (one.turn, one.team is not None)):
            self.draw_tile(painter, tile)

    def draw_tile(self, painter: Painter, tile: Tile) -> None:
        """Draw one council with its contracts."""
        box = self.box_of(tile.key)
        largest = self._largest(painter.look)
        key = ("tile", tile, largest, painter.look.text_scale)
        painter.cached(key, box, lambda inner, where: _draw_tile(inner, where, tile, self.side, largest), bleed=20)

    def _largest(self, look: Look) -> int:
        """How large the letters of the names may be; found once for each size of letters."""
        key = look.font("small"), look.scale.factor
        if key not in self._names:
            self._names[key] = largest_name(look, self.tiles, self.side)
        return self._names[key]


def hex_path(centre: Point, side: float) -> str:
    """Write the path of a hex that stands on a corner."""
    points = [(centre[0] + side * math.sin(math.tau * k / 6), centre[1] - side * math.cos(math.tau * k / 6)) for k in range(6)]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def draw_contract(painter: Painter, centre: Point, radius: float, contract: Token, team: str) -> None:
    """Draw a contract's token: the icon of its category in a ring that shows the years left; a crack if a promise was missed."""
    box = Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
    painter.cached(("contract", contract, team), box, lambda inner, where: _draw_contract(inner, where, contract, team), bleed=8)


def _draw_contract(painter: Painter, box: Box, contract: Token, team: str) -> None:
    radius = box.width / 2
    painter.shadow(box, radius, 6, 90)
    painter.rect(box, "paper", radius)
    width = radius * 0.22
    painter.svg(ring_svg(box.width, contract.left / max(1, contract.term), painter.hex_code(team), painter.hex_code("line"), width), box)
    if contract.term > 1:
        painter.svg(_notches(radius, contract.term, painter.hex_code("paper"), width), box)
    painter.icon(contract.picture or contract.category, box.center, radius * 1.12, f"category.{contract.category}")
    if contract.missed:
        badge = Box(box.right - radius * 0.78, box.top - radius * 0.22, radius, radius)
        painter.rect(badge, "bad", radius, "paper", max(2.0, radius * 0.1))
        crack = f"M{radius * 0.58:.1f} {radius * 0.17:.1f}L{radius * 0.4:.1f} {radius * 0.46:.1f}L{radius * 0.62:.1f} {radius * 0.55:.1f}"
        crack += f"L{radius * 0.44:.1f} {radius * 0.84:.1f}"
        look = f'fill="none" stroke="{painter.hex_code("ink_light")}" stroke-width="{radius * 0.13:.1f}" stroke-linejoin="round"'
        painter.svg(f'<path d="{crack}" {look} stroke-linecap="round"/>', badge)


def _notches(radius: float, term: int, ink: str, width: float) -> str:
    body = ""
    for year in range(term):
        x, y = math.sin(math.tau * year / term), -math.cos(math.tau * year / term)
        first, last = radius - width - 1, radius
        body += f"M{radius + x * first:.1f} {radius + y * first:.1f}L{radius + x * last:.1f} {radius + y * last:.1f}"
    return f'<path d="{body}" stroke="{ink}" stroke-width="{max(1.5, radius * 0.09):.1f}"/>'


def token_radius(side: float, count: int) -> float:
    """Say how large the tokens of a tile are."""
    return side * (0.25 if count <= 3 else 0.205)


def _token_places(centre: Point, side: float, count: int) -> list[Point]:
    first = count if count <= 3 else min(4, max(3, count - 2))
    rows = [first] if count <= 3 else [first, count - first]
    radius = token_radius(side, count)
    step = radius * (2.14 if count <= 3 else 2.02)
    top = centre[1] + side * (0.24 if len(rows) == 1 else 0.1)
    return [
        (centre[0] + (place - (length - 1) / 2) * step, top + row * radius * 2.1)
        for row, length in enumerate(rows)
        for place in range(length)
    ]


def _draw_tile(painter: Painter, box: Box, tile: Tile, side: float, largest: int) -> None:
    theme = painter.look.theme
    middle = box.center
    team = None if tile.team is None else f"team.{tile.team}"
    inner = side - 4.5
    path = hex_path(middle, inner)
    shade = written(theme.colour("shadow"))
    for spread, strength in ((3.5, 0.07), (1.5, 0.1), (-1.0, 0.14)):
        drop = hex_path((middle[0], middle[1] + 3.5), inner + spread)
        painter.svg(
            f'<path d="{drop}" fill="{shade}" fill-opacity="{strength}" stroke="{shade}" stroke-opacity="{strength}" stroke-width="6" '
            'stroke-linejoin="round"/>',
            Box(0, 0, box.width, box.height + 8),
        )
    if team is None:
        fill, line = written(theme.colour("land")), written(theme.colour("land_line"))
        painter.svg(f'<path d="{path}" fill="{fill}" stroke="{line}" stroke-width="3" stroke-linejoin="round"/>', box)
    else:
        swatch = theme.teams[(tile.team or 0) % len(theme.teams)]
        pale, strong = written(swatch.pale), written(swatch.colour)
        painter.svg(f'<path d="{path}" fill="{pale}" stroke="{pale}" stroke-width="4" stroke-linejoin="round"/>', box)
        pixels = painter.pixels(box)
        tint = written(mix(swatch.pale, swatch.bright, 0.34))
        pattern = svg(pattern_svg(swatch.pattern, box.width, box.height, tint), pixels.size, painter.factor)
        mask = svg(f'<path d="{hex_path(middle, inner - 2)}" fill="{written(WHITE)}"/>', pixels.size, painter.factor)
        painter.surface.blit(masked(pattern, mask), pixels)
        body = f'<path d="{hex_path(middle, inner - 1)}" fill="none" stroke="{strong}" stroke-width="6.5" stroke-linejoin="round"/>'
        if tile.turn:
            gold = written(theme.colour("gold"))
            body += f'<path d="{hex_path(middle, inner - 6.5)}" fill="none" stroke="{gold}" stroke-width="4.5" stroke-linejoin="round"/>'
        painter.svg(body, box)
    draw_name(painter, box, tile, side, largest)
    for place, contract in zip(_token_places(middle, side, len(tile.contracts)), tile.contracts, strict=True):
        draw_contract(painter, place, token_radius(side, len(tile.contracts)), contract, team or "ink_soft")

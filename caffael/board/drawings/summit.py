"""The hills of the finale: a hill for each council, the higher the better its place, its flag on top, and the sky of the region's fate."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pygame

from caffael.board import shapes
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.words.colours import mix, written

Sky = Literal["waiting", "kept", "failed", "plain"]
LOW, TOP = 0.16, 0.62
"""How high the hills are in shares of the picture: of a council that is not told yet, and of the first."""
LAST = 0.34
STEPS = 24
"""A hill rises in so many pictures, so that each is drawn once."""
BITS = 90
"""So many bits of paper come down for who wins."""
BROAD = 1.5
"""How broad a hill's foot is, in its share of the width: neighbours overlap."""


@dataclass(frozen=True, slots=True)
class Peak:
    """A council's hill: its place (0 is first) of so many, what stands on it, and how far it has risen (0 to 1).

    `wins` puts a trophy on it; a `grey` one is of a game that nobody wins; `picture`: who played, on its flag.
    """

    seat: int
    rank: int
    of: int
    name: str
    place: str
    points: str
    risen: float = 0.0
    wins: bool = False
    grey: bool = False
    picture: str = "people"

    @property
    def high(self) -> float:
        """How high it is now, in a share of the picture."""
        full = TOP if self.of == 1 else TOP - (TOP - LAST) * self.rank / (self.of - 1)
        return LOW + (full - LOW) * round(self.risen * STEPS) / STEPS


def slots(count: int) -> list[int]:
    """In which place from the left each of so many stands, the first in the middle and the others round it."""
    return sorted(range(count), key=lambda place: (abs(place - (count - 1) / 2), place))


def draw_summit(painter: Painter, box: Box, peaks: Sequence[Peak], sky: Sky, party: bool = False) -> None:
    """Draw the picture in a box; `peaks` stand best first. At a `party` paper comes down for who wins, not over a failed region."""
    painter.shadow(box, "radius")
    _draw_sky(painter, box, sky)
    if not peaks:
        return
    wide = box.width / len(peaks)
    winners = tuple(peak.seat for peak in peaks if peak.wins)
    if party and winners and sky != "failed":
        painter.svg(lambda: _paper_svg(painter, box, winners), box, ("summit paper", winners))
    placed = sorted(zip(slots(len(peaks)), peaks, strict=True), key=lambda one: -one[1].rank)
    with painter.clipped(box):
        for slot, peak in reversed(placed):
            _draw_hill(painter, box, box.left + (slot + 0.5) * wide, wide, peak)
        for slot, peak in placed:
            if peak.risen > 0:
                _draw_top(painter, box, box.left + (slot + 0.5) * wide, wide, peak)
    painter.rect(box, None, "radius", "line_strong", 2)


def _draw_sky(painter: Painter, box: Box, sky: Sky) -> None:
    pixels, theme = painter.pixels(box), painter.look.theme
    turn = painter.px(painter.look.measure("radius"))

    def make() -> pygame.Surface:
        colour = theme.colour("water")
        ground = {"kept": mix(theme.colour("paper"), colour, 0.55), "failed": mix(colour, theme.colour("slate"), 0.55)}
        base = ground.get(sky, mix(theme.colour("paper_sunk"), colour, 0.3))
        drawn = shapes.clear(pixels.size)
        drawn.blit(shapes.rounded(pixels.size, turn, base), (0, 0))
        above = shapes.svg(_sky_svg(painter, box, sky), pixels.size, painter.factor)
        above.blit(shapes.rounded(pixels.size, turn, shapes.WHITE), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        drawn.blit(above, (0, 0))
        return drawn

    painter.surface.blit(painter.look.store.get(("summit sky", sky, pixels.size), make), pixels)


def _sky_svg(painter: Painter, box: Box, sky: Sky) -> str:
    wide, high, ink = box.width, box.height, painter.hex_code
    far = (
        f"M0 {high * 0.72}Q{wide * 0.16} {high * 0.44} {wide * 0.34} {high * 0.66}T{wide * 0.7} {high * 0.6}T{wide} {high * 0.62}V{high}H0Z"
    )
    near = f"M0 {high * 0.84}Q{wide * 0.24} {high * 0.7} {wide * 0.5} {high * 0.82}T{wide} {high * 0.78}V{high}H0Z"
    land = f'<path d="{far}" fill="{ink("hill_far")}"/><path d="{near}" fill="{ink("hill")}"/>'
    if sky == "kept":
        return _sun(wide, high, ink("gold"), ink("gold_pale")) + land
    if sky == "failed":
        return _storm(wide, high, ink("slate"), ink("water_line")) + land
    return land


def _sun(wide: float, high: float, gold: str, pale: str) -> str:
    x, y, size = wide * 0.86, high * 0.17, min(wide, high) * 0.085
    bows = "".join(
        f'<circle cx="{wide * 0.5:.1f}" cy="{high * 1.02:.1f}" r="{min(wide * 0.47, high * 0.84) - place * size * 0.3:.1f}" fill="none" '
        f'stroke="{colour}" stroke-opacity="0.55" stroke-width="{size * 0.3:.1f}"/>'
        for place, colour in enumerate(("#c8443a", "#e0a33a", "#e8d35a", "#5fa45a", "#4a86b8", "#7d5ba6"))
    )
    rays = "".join(
        f'<path d="M0 {-size * 1.35:.1f}V{-size * 1.8:.1f}" transform="translate({x:.1f} {y:.1f}) rotate({turn})" stroke="{gold}" '
        f'stroke-width="{size * 0.16:.1f}" stroke-linecap="round"/>'
        for turn in range(0, 360, 30)
    )
    disc = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{pale}" stroke="{gold}" stroke-width="{size * 0.16:.1f}"/>'
    return bows + rays + disc


def _storm(wide: float, high: float, slate: str, water: str) -> str:
    rain = "".join(
        f'<path d="M{wide * (0.03 + 0.047 * place):.1f} {high * (0.2 + 0.11 * (place % 4)):.1f}l{-high * 0.018:.1f} {high * 0.06:.1f}" '
        f'stroke="{water}" stroke-width="{high * 0.007:.1f}" stroke-linecap="round"/>'
        for place in range(21)
    )
    return rain + "".join(
        _cloud(wide * x, high * y, high * size, slate) for x, y, size in ((0.2, 0.13, 0.1), (0.52, 0.1, 0.12), (0.84, 0.14, 0.1))
    )


def _cloud(x: float, y: float, size: float, fill: str) -> str:
    puffs = ((-1.1, 0.2, 0.6), (-0.4, -0.2, 0.8), (0.5, -0.1, 0.75), (1.2, 0.25, 0.55))
    body = "".join(f'<circle cx="{x + dx * size:.1f}" cy="{y + dy * size:.1f}" r="{r * size:.1f}"/>' for dx, dy, r in puffs)
    flat = f'<rect x="{x - 1.3 * size:.1f}" y="{y:.1f}" width="{2.7 * size:.1f}" height="{0.8 * size:.1f}" rx="{0.4 * size:.1f}"/>'
    return f'<g fill="{fill}" fill-opacity="0.9">{body}{flat}</g>'


def _paper_svg(painter: Painter, box: Box, winners: Sequence[int]) -> str:
    """Bits of paper all over the sky, always in the same places."""
    inks, size = [painter.hex_code("gold"), *(painter.hex_code(f"team.{seat}") for seat in winners)], box.height * 0.014
    bits = []
    for place in range(BITS):
        x, y = (place * 0.6180339887) % 1.0 * box.width, ((place * 0.7548776662) % 1.0) ** 1.4 * box.height * 0.75
        turn, ink = place * 47 % 180, inks[place % len(inks)]
        at = f'transform="translate({x:.1f} {y:.1f}) rotate({turn})"'
        bits.append(f'<rect x="{-size:.1f}" y="{-size / 2:.1f}" width="{2 * size:.1f}" height="{size:.1f}" rx="2" fill="{ink}" {at}/>')
    return "".join(bits)


def _draw_hill(painter: Painter, box: Box, middle: float, wide: float, peak: Peak) -> None:
    theme, high = painter.look.theme, peak.high * box.height
    foot = wide * BROAD
    where = Box(middle - foot / 2, box.bottom - high, foot, high)
    team = theme.teams[peak.seat % len(theme.teams)]
    shown = peak.risen > 0
    fill = mix(theme.colour("hill"), theme.colour("paper_sunk") if peak.grey else team.pale, 0.72 if shown else 0.0)
    edge = mix(theme.colour("hill"), theme.colour("slate") if peak.grey or not shown else team.colour, 0.75 if shown else 0.3)
    path = (
        f"M0 {high:.1f}C{foot * 0.12:.1f} {high:.1f} {foot * 0.16:.1f} 2 {foot * 0.5:.1f} 2"
        f"S{foot * 0.88:.1f} {high:.1f} {foot:.1f} {high:.1f}Z"
    )
    painter.svg(f'<path d="{path}" fill="{written(fill)}" stroke="{written(edge)}" stroke-width="4"/>', where)


def _draw_top(painter: Painter, box: Box, middle: float, wide: float, peak: Peak) -> None:
    """The flag on the hill, a trophy over it, and on its side the place, the name and the points."""
    look = painter.look
    summit = box.bottom - peak.high * box.height
    side = min(wide * 0.42, box.height * 0.12, 92.0)
    pole = Box(middle - 3, summit - side * 1.5, 6, side * 1.5 + 8)
    painter.rect(pole, "wood_dark", 3)
    painter.circle((middle, pole.top), 7, "gold" if peak.wins else "wood_dark")
    left = pole.left - side * 1.2 if pole.right + side * 1.2 > box.right else pole.right
    draw_team_tile(painter, Box(left, pole.top + 4, side * 1.2, side), peak.seat, peak.picture)
    if peak.wins:
        at = (middle, pole.top - side * 0.52)
        painter.circle(at, side * 0.42, "gold_pale", "gold", 4)
        painter.icon("trophy", at, side * 0.52, "gold_ink")
    inner, under = wide * 0.82, Box(middle - wide * 0.41, summit + 12, wide * 0.82, box.bottom - summit - 20)
    radius = min(30.0, side * 0.36)
    first = peak.place == "1" and not peak.grey
    if peak.place:
        painter.circle((middle, under.top + radius), radius, "gold" if first else "paper", "gold" if first else "line_strong", 2)
        ink = "gold_ink" if first else "ink"
        painter.words(peak.place, (middle, under.top + radius), radius * 1.1 / look.text_scale, ink, True, "center")
    top = under.top + (2 * radius + 4 if peak.place else 0)
    letters = painter.dense(1.2)
    named = Box(middle - inner / 2, top, inner, letters.look.line_height("small") * 2)
    if named.bottom + letters.look.line_height("lead") <= box.bottom:
        high = letters.paragraph(peak.name, named, "small", bold=True, align="centre", least="tiny", most_lines=2)
        letters.words(peak.points, (middle, top + high), "lead", bold=True, anchor="midtop", width=inner)

"""The map of any region: no council lies on another, on the carbon track, on its words, or outside its oval."""

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caffael.board.drawings.carbon_track import BLOCK, BLOCKS, mark_place, track_middles, track_oval, track_places
from caffael.board.drawings.fitting import CORNERS
from caffael.board.drawings.hexmap import HexMap
from caffael.board.drawings.scenery import ground_oval
from caffael.board.look import Look
from caffael.board.scale import Box, Scale
from caffael.board.screens.table.region import lay_map
from caffael.presentation.blocks import Line
from caffael.presentation.faces import Mark, Tile
from caffael.scenario.checks import free_place, lie_over

LINE = Line("12,888 t o 14,888 t CO₂e", words="carbon y rhanbarth, a rennir gan bawb")
MARKS = [Mark(share / 100, f"{share} %", passed) for share, passed in ((25, True), (50, True), (75, False), (100, True))]
Point = tuple[float, float]

WIDEST = 1080
"""No board gives a map with its ring more units than these across."""


@st.composite
def regions(draw: st.DrawFn) -> list[Tile]:
    """From 1 to 16 councils at places that `check` lets stand."""
    taken: list[tuple[int, int]] = []
    wide, high = draw(st.integers(0, 20)), draw(st.integers(0, 20))
    for _ in range(draw(st.integers(1, 16))):
        place = free_place(draw(st.integers(0, wide)), draw(st.integers(0, high)), taken)
        if place not in taken:
            taken.append(place)
    return [Tile(f"council-{n}", f"Council {n}", *place) for n, place in enumerate(taken)]


def corners(land: HexMap, key: str) -> list[Point]:
    x, y = land.centres[key]
    return [(x + land.side * dx, y + land.side * dy) for dx, dy in CORNERS]


def apart(one: list[Point], other: list[Point], least: float = 0.0) -> bool:
    """Whether two convex shapes lie apart: some line stands between them."""
    for shape in (one, other):
        for (x0, y0), (x1, y1) in zip(shape, shape[1:] + shape[:1], strict=True):
            length = math.hypot(x1 - x0, y1 - y0)
            across = ((y1 - y0) / length, (x0 - x1) / length)
            first, second = ([x * across[0] + y * across[1] for x, y in points] for points in (one, other))
            if min(first) - max(second) >= least or min(second) - max(first) >= least:
                return True
    return False


def four(box: Box) -> list[Point]:
    return [box.topleft, box.topright, box.bottomright, box.bottomleft]


def block(place: tuple[float, float, float]) -> list[Point]:
    """The corners of a block of the track."""
    x, y, turn = place
    along, up = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    sides = ((-0.5, -0.58), (0.5, -0.58), (0.5, 0.58), (-0.5, 0.58))
    return [(x + BLOCK * (right * along - down * up), y + BLOCK * (right * up + down * along)) for right, down in sides]


def hold_apart(land: HexMap, box: Box, look: Look) -> None:
    """No council on another, on a block of the track, or on the words of a mark; all in the oval."""
    assert land.side > 5
    hexes = {key: corners(land, key) for key in land.centres}
    for one, other in combinations(hexes, 2):
        assert apart(hexes[one], hexes[other], -0.05)
    places = track_places(track_middles(look, box), BLOCKS)
    taken = [*map(block, places), *(four(mark_place(look, places, mark).words) for mark in MARKS)]
    oval = track_oval(look, box)
    for points in hexes.values():
        assert all(apart(points, shape) for shape in taken)
        assert all(abs(x - oval.centre[0]) <= oval.half(y) + 0.6 and y <= oval.foot + 0.1 for x, y in points)


@pytest.mark.parametrize("scale", [Scale(1280, 720), Scale(1920, 1080, 1.75), Scale(1024, 768, 1.25)])
@settings(deadline=None, max_examples=40)
@given(tiles=regions(), wide=st.integers(560, WIDEST), high=st.integers(380, 900))
def test_the_map_of_any_region_leaves_the_carbon_track_and_its_words_free(scale: Scale, tiles: list[Tile], wide: int, high: int) -> None:
    look = Look(scale=scale).dense(1.2)
    box = Box(300, 60, wide, high)
    land, foot = lay_map(look, box, tiles, LINE)
    hold_apart(land, box, look)
    assert box.left <= foot.left and foot.right <= box.right
    assert all(apart(corners(land, key), four(foot)) for key in land.centres)


@settings(deadline=None, max_examples=40)
@given(tiles=regions(), wide=st.integers(400, 1600), high=st.integers(380, 900))
def test_without_a_carbon_track_it_stays_on_its_ground(tiles: list[Tile], wide: int, high: int) -> None:
    box = Box(300, 60, wide, high)
    land = HexMap(ground_oval(box), tiles)
    points = [point for key in land.centres for point in corners(land, key)]
    assert all(((x - box.centerx) / (box.width / 2)) ** 2 + ((y - box.centery) / (box.height / 2)) ** 2 <= 1.001 for x, y in points)


@settings(deadline=None)
@given(tiles=regions())
def test_places_that_fit_each_other_never_lie_over_each_other(tiles: list[Tile]) -> None:
    land = HexMap(Box(0, 0, 1000, 700), tiles)
    for one, other in combinations(tiles, 2):
        assert not lie_over(one.column - other.column, one.row - other.row)
        assert apart(corners(land, one.key), corners(land, other.key), -0.01)


@given(columns=st.integers(-3, 3), rows=st.integers(-3, 3))
def test_what_is_said_to_lie_over_each_other_does(columns: int, rows: int) -> None:
    land = HexMap(Box(0, 0, 1000, 700), [Tile("one", "One", 5, 5), Tile("other", "Other", 5 + columns, 5 + rows)])
    assert lie_over(columns, rows) != apart(corners(land, "one"), corners(land, "other"), -0.01 * land.side)

"""The names on the map stand in their hexes, whole, grow with the letters, and are all nearly as large as each other."""

import pytest

from caffael.board.drawings.hexnames import RANGE, half_width, largest_name, name_on, plates
from caffael.board.look import Look
from caffael.board.scale import Box, Scale
from caffael.presentation.faces import Tile, Token

NAMES = ("Monmouthshire", "Merthyr Tydfil", "Rhondda Cynon Taf", "Torfaen", "Vale of Glamorgan", "Bro Morgannwg", "Blaenau Gwent")
SCALES = (Scale(1920, 1080), Scale(1366, 768, 1.75), Scale(768, 1024, 1.75))
SIDES = (50.0, 76.0, 130.0)


def tiles(contracts: int) -> list[Tile]:
    won = tuple(Token("food", 2, 3) for _ in range(contracts))
    return [Tile(name, name, place, 0, team=place % 4, contracts=won) for place, name in enumerate(NAMES)]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("contracts", [0, 2, 5])
def test_every_name_and_its_plates_lie_in_their_hex_and_break_only_between_words(scale: Scale, side: float, contracts: int) -> None:
    look, shown = Look(scale=scale), tiles(contracts)
    largest = largest_name(look, shown, side)
    sizes = []
    for tile in shown:
        name = name_on(look, tile, Box(-side, -side, 2 * side, 2 * side), side, largest)
        assert name.whole
        assert " ".join(name.lines) == tile.name
        for plate in plates(look, name):
            assert plate.width / 2 <= min(half_width(side, plate.top), half_width(side, plate.bottom))
        sizes.append(name.size)
    assert max(sizes) <= min(sizes) * RANGE


def test_names_grow_with_the_letters_where_their_hexes_have_room() -> None:
    small, large = (largest_name(Look(scale=Scale(1920, 1080, scale)), tiles(0), 130.0) for scale in (1.0, 1.75))
    assert large > small * 1.4


def test_a_word_that_is_too_long_for_any_letters_is_shortened_rather_than_broken() -> None:
    look = Look(scale=Scale(1366, 768))
    name = name_on(look, Tile("long", "Llanfairpwllgwyngyllgogerychwyrndrobwll", 0, 0), Box(0, 0, 60, 60), 30.0, 20)
    assert not name.whole
    assert len(name.lines) == 1
    assert name.lines[0].endswith("…")

"""The drawings: they can be drawn at any size, and points of the map belong to the right council."""

from collections.abc import Iterator
from itertools import pairwise

import pygame
import pytest

from caffael.board.drawings.bars import draw_score_bar, draw_share_ring
from caffael.board.drawings.carbon_track import draw_carbon_track, track_colour, track_inside, track_places
from caffael.board.drawings.cards import draw_need, draw_supplier, need_height, supplier_size
from caffael.board.drawings.chips import draw_chip
from caffael.board.drawings.flower import draw_flower
from caffael.board.drawings.hexmap import HexMap
from caffael.board.drawings.tokens import draw_tokens, draw_year_track
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box, Scale
from caffael.board.text import Fitted
from caffael.match import Match, Seat
from caffael.presentation import faces
from caffael.presentation.cards import supplier_face
from caffael.presentation.viewer import look as look_at_table
from caffael.scenario import load_pack
from caffael.words.language import CODES, Code, Language

TILES = [
    faces.Tile("cardiff", "Caerdydd", 3, 2, 0, tuple(faces.Token("food", 1 + n % 3, 3, n == 2) for n in range(6)), turn=True),
    faces.Tile("newport", "Casnewydd", 5, 2, 4),
    faces.Tile("vale-of-glamorgan", "Bro Morgannwg", 2, 3),
]


@pytest.fixture(params=[(1280, 720, 1.0), (1920, 1080, 1.75), (1600, 1200, 1.25)])
def painter(request: pytest.FixtureRequest) -> Iterator[Painter]:
    width, height, text = request.param
    pygame.display.init()
    surface = pygame.display.set_mode((width, height))
    look = Look(scale=Scale(width, height, text))
    yield Painter(surface, look, look.scale.offset)
    pygame.display.quit()


def test_every_drawing_can_be_drawn(painter: Painter) -> None:
    look, goals = painter.look, list(painter.look.theme.goals)
    box = Box(20, 20, 400, 300)
    for labels in (True, False):
        draw_flower(painter, box, [faces.Petal(goal, 3.5 * n, str(n)) for n, goal in enumerate(goals)], labels=labels)
    draw_carbon_track(painter, Box(0, 0, 1000, 600), 1.3, [faces.Mark(0.25, "25 %", True), faces.Mark(1.0, "100 %")])
    HexMap(track_inside(painter.look, Box(0, 0, 1000, 600)), TILES).draw(painter)
    draw_year_track(painter, Box(500, 10, 600, 60), ["1", "2", "3"], 1)
    width, height = supplier_size(look, 12)
    face = faces.SupplierFace(
        "Ysgwydd Care Co-op", "social-enterprise", "menter gymdeithasol", ("care", "food"), welsh=True, supported=True
    )
    draw_supplier(painter, Box(100, 700, width, height), face)
    need = faces.NeedFace("energy", "Cartrefi cynnes yn y cwm i bawb", "£240k · 18 t", [("healthier", "+2")], "−2", "healthier", "£12k")
    draw_need(painter, Box(900, 300, 396, need_height(look, 396, need)), need)
    draw_score_bar(painter, Box(900, 600, 400, 40), [faces.Part("price", 38, "38"), faces.Part("carbon", 2, "2")])
    draw_tokens(painter, (900, 700), 3, 6, "team.1")
    draw_share_ring(painter, Box(900, 800, 60, 60), 0.4, "accent")
    assert draw_chip(painter, (1000, 800), "+1", "equal").width > 40


def test_fourteen_suppliers_stand_in_one_row() -> None:
    width, _ = supplier_size(Look(), 14)
    assert 14 * width + 13 * 8 <= 1896


def test_a_point_of_the_map_belongs_to_the_council_it_lies_in() -> None:
    tiles = HexMap(Box(0, 0, 800, 600), TILES)
    for tile in TILES:
        assert tiles.at(tiles.box_of(tile.key).center) == tile.key
        assert tiles.within(tile.key)(tiles.box_of(tile.key).center)
    corner = tiles.box_of("cardiff").topleft
    assert tiles.at((corner[0] + 2, corner[1] + 2)) is None


def test_contracts_lie_inside_their_council() -> None:
    tiles = HexMap(Box(0, 0, 800, 600), TILES)
    for count in range(1, 7):
        for place in range(count):
            assert tiles.at(tiles.token_at("cardiff", place, count)) == "cardiff"


def test_the_carbon_track_goes_from_lower_left_over_the_top_to_lower_right() -> None:
    places = track_places(Box(0, 0, 1000, 600), 52)
    assert len(places) == 52
    assert places[0][0] < 500 < places[-1][0]
    assert places[0][1] == pytest.approx(places[-1][1], abs=2)
    assert min(y for _, y, _ in places) < 20
    steps = [((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 for (x0, y0, _), (x1, y1, _) in pairwise(places)]
    assert max(steps) - min(steps) < 3


def test_the_carbon_track_turns_from_green_to_red() -> None:
    theme = Look().theme
    assert track_colour(theme, 0.0) == theme.colour("track_low")
    assert track_colour(theme, 1.0) == theme.colour("track_high")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("count", [11, 12, 14])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 768)])
def test_no_word_of_a_market_card_is_cut_or_broken(size: tuple[int, int], count: int, code: Code, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.init()
    surface = pygame.display.set_mode(size)
    look = Look(scale=Scale(*size))
    wide, high = supplier_size(look, count)
    painter = Painter(surface, look)
    drawn: list[tuple[str, Fitted]] = []
    real = look.fit

    def fit(words: str, *how: object) -> Fitted:
        found = real(words, *how)  # type: ignore[arg-type]
        drawn.append((words, found))
        return found

    monkeypatch.setattr(Look, "fit", lambda _, words, *how: fit(words, *how))
    for scenario in ("first-steps", "our-town", "smarter-spending", "future-generations"):
        pack = load_pack(scenario, None)
        match = Match.start(pack, [Seat("A", pack.ids.councils[0], "you")], 1)
        viewer = look_at_table(match, Language(code, pack.wording), 0)
        for supplier in range(pack.cards.supplier_count):
            draw_supplier(painter, Box(0, 0, wide, high), supplier_face(viewer, supplier))
    assert len(drawn) > 150
    for words, found in drawn:
        assert found.whole, words
        assert " ".join(found.lines).split() == words.split(), (words, found.lines)

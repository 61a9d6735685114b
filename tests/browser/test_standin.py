"""What stands in pygame's place in a tab does what pygame does, as far as the board can tell."""

import gc
import io
import re
from pathlib import Path
from typing import Any

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caffael import resources
from caffael.browser import standin
from caffael.browser.standin import constants, letters
from caffael.browser.standin.png import read_png, write_png
from caffael.browser.standin.surfaces import css
from tests.browser.paper import Paper, paper

NUMBERS = st.integers(-300, 300)
LENGTHS = st.integers(0, 300)
WHOLE = st.tuples(NUMBERS, NUMBERS, LENGTHS, LENGTHS)
PARTS = 64  # of a pixel; pygame's numbers are shorter than ours, and a billionth of a pixel is nothing to it
BROKEN = WHOLE.map(lambda numbers: tuple(number / PARTS for number in numbers))
SIDES = ("left", "top", "right", "bottom", "width", "height", "centerx", "centery")
CORNERS = ("topleft", "midtop", "topright", "midleft", "center", "midright", "bottomleft", "midbottom", "bottomright", "size")


def names_of_the_board() -> set[str]:
    """Every name of pygame that our own package writes, with the part it belongs to."""
    texts = [path.read_text(encoding="utf-8") for path in resources.PACKAGE.rglob("*.py") if "simulation" not in path.parts]
    return {name for text in texts for name in re.findall(r"\bpygame((?:\.[A-Za-z_]\w*)+)", text)}


DESKTOP = {".display.get_wm_info", ".display.get_window_position", ".version", ".init", ".quit"}
"""What only the way to a desktop's screen reader and its tests ask."""


def test_a_tab_draws_every_svg_element_that_the_board_writes() -> None:
    drawn = set(re.findall(r'name === "(\w+)"', (resources.PACKAGE / "browser" / "page" / "svg.js").read_text(encoding="utf-8")))
    texts = [path.read_text(encoding="utf-8") for path in (resources.PACKAGE / "board").rglob("*.py")]
    written = {name for text in texts for name in re.findall(r"<([a-z][a-zA-Z]*)[ >]", text)}
    assert {"polygon", "path", "circle"} <= written
    assert written <= drawn, "what is missing would be drawn as nothing"


def test_the_stand_in_has_every_name_that_the_board_uses() -> None:
    lacking = []
    for name in sorted(names_of_the_board() - DESKTOP):
        place: Any = standin
        for part in name.removeprefix(".").split("."):
            place = getattr(place, part, None)
            if place is None:
                lacking.append(name)
                break
            if isinstance(place, type) and part in ("Event", "Font", "Surface", "Rect", "FRect"):
                break
    assert lacking == []


def test_numbers_of_keys_events_and_ways_to_draw_are_those_of_pygame() -> None:
    ours = {name: number for name, number in vars(constants).items() if name.isupper() or name.startswith("K_")}
    assert len(ours) > 100
    assert {name: getattr(pygame, name) for name in ours} == ours


def both(kind: str, numbers: tuple[Any, ...]) -> tuple[Any, Any]:
    return getattr(pygame, kind)(numbers), getattr(standin, kind)(numbers)


def same(one: Any, other: Any) -> bool:
    if isinstance(one, bool):
        return one is other
    row, second = (tuple(one), tuple(other)) if hasattr(one, "__len__") else ((one,), (other,))
    return row == pytest.approx(second, abs=1e-3)


@pytest.mark.parametrize("kind", ["Rect", "FRect"])
@settings(deadline=None)
@given(numbers=st.data())
def test_rectangles_have_the_sides_and_corners_of_pygame(kind: str, numbers: st.DataObject) -> None:
    shape = WHOLE if kind == "Rect" else BROKEN
    theirs, ours = both(kind, numbers.draw(shape))
    for name in (*SIDES, *CORNERS):
        assert same(getattr(theirs, name), getattr(ours, name)), name
    to = numbers.draw(shape)
    for name in (*SIDES, *CORNERS):
        one, other = theirs.copy(), ours.copy()
        value: Any = to[2:] if name in CORNERS else to[2]
        setattr(one, name, value)
        setattr(other, name, value)
        assert same(one, other), name


@pytest.mark.parametrize("kind", ["Rect", "FRect"])
@settings(deadline=None)
@given(numbers=st.data())
def test_rectangles_move_grow_meet_and_part_as_those_of_pygame(kind: str, numbers: st.DataObject) -> None:
    shape = WHOLE if kind == "Rect" else BROKEN
    theirs, ours = both(kind, numbers.draw(shape))
    other_theirs, other_ours = both(kind, numbers.draw(shape))
    point = numbers.draw(shape)[:2]
    for name in ("move", "inflate"):
        assert same(getattr(theirs, name)(*point), getattr(ours, name)(*point)), name
    assert same(theirs.clip(other_theirs), ours.clip(other_ours))
    assert bool(theirs.colliderect(other_theirs)) is ours.colliderect(other_ours)
    assert bool(theirs.collidepoint(point)) is ours.collidepoint(point)
    assert same(theirs.unionall([other_theirs]), ours.unionall([other_ours]))
    assert bool(theirs) is bool(ours)


def test_a_surface_says_its_size_and_lies_where_it_is_wanted() -> None:
    with paper():
        surface = standin.Surface((40.7, 20))
        assert (surface.get_size(), surface.get_width(), surface.get_height()) == ((40, 20), 40, 20)
        assert surface.get_rect(center=(100, 50)) == (80, 40, 40, 20)


def test_a_surface_that_nobody_has_any_more_gives_its_canvas_back() -> None:
    with paper() as page:
        surface = standin.Surface((10, 10))
        part = surface.subsurface((2, 2, 4, 4))
        number = surface.number
        del surface
        gc.collect()
        assert page.dropped == []  # its part still needs it
        del part
        gc.collect()
        assert page.dropped == [number]


def drawings(page: Paper, name: str) -> list[tuple[Any, ...]]:
    return [row for row in page.drawn if row[0] == name]


def test_a_part_of_a_surface_is_laid_from_where_it_lies_in_it() -> None:
    with paper() as page:
        source, target = standin.Surface((50, 50), standin.SRCALPHA), standin.Surface((80, 80))
        source.set_alpha(100)
        target.blit(source.subsurface((10, 20, 5, 6)).subsurface((1, 2, 3, 4)), (7.9, 8))
        assert drawings(page, "blit") == [("blit", target.number, source.number, 7, 8, 11, 22, 3, 4, 255, 0)]


def test_words_cost_no_canvas_until_somebody_draws_on_them() -> None:
    with paper() as page:
        letters.FACES["lexend.ttf"] = "lexend"
        font = standin.font.Font("lexend.ttf", 20)
        assert (font.size("four"), font.get_ascent(), font.get_height()) == ((40, 25), 20, 25)
        target = standin.Surface((80, 80))
        line = font.render("four", True, (1, 2, 3))
        target.blit(line, (5, 6))
        assert drawings(page, "text") == [("text", target.number, "four", "lexend", 20, "rgb(1,2,3)", 5, 26, False, 255)]
        line.fill((0, 0, 0), (0, 0, 40, 25))
        assert drawings(page, "text")[-1][1] == line.number != target.number


def test_a_typeface_that_the_page_has_not_loaded_is_named() -> None:
    with paper(), pytest.raises(KeyError, match="elsewhere"):
        standin.font.Font("elsewhere.ttf", 20)


def test_a_stretched_picture_is_drawn_once_it_is_laid_on_another() -> None:
    with paper() as page:
        source, target = standin.Surface((50, 40)), standin.Surface((80, 80))
        target.blit(standin.transform.smoothscale(source, (25, 20)), (3, 4))
        target.blit(standin.transform.scale(source.subsurface((1, 2, 3, 4)), (30, 40)), (0, 0))
        number = source.number
        assert drawings(page, "stretch") == [
            ("stretch", target.number, number, 0, 0, 50, 40, 3, 4, 25, 20, True, 255),
            ("stretch", target.number, number, 1, 2, 3, 4, 0, 0, 30, 40, False, 255),
        ]


def test_single_points_are_drawn_together_before_anything_else_is() -> None:
    with paper() as page:
        surface = standin.Surface((64, 36))
        for place in range(5):
            surface.set_at((place, 1), (place, 0, 0))
        assert page.drawn == []
        surface.fill((9, 9, 9), (0, 0, 30, 30))
        assert [row[0] for row in page.drawn] == ["fills", "fill"]
        assert page.drawn[0][3] == [number for place in range(5) for number in (place, 1, 1, 1)]


def test_a_fill_that_lets_light_through_takes_away_what_was_there() -> None:
    with paper() as page:
        surface = standin.Surface((10, 10), standin.SRCALPHA)
        surface.fill((1, 2, 3, 0))
        surface.fill((1, 2, 3))
        assert [row[2:] for row in page.drawn] == [("rgba(1,2,3,0.0000)", 0, 0, 10, 10, True), ("rgb(1,2,3)", 0, 0, 10, 10, False)]


def test_a_clip_lies_within_its_surface_and_can_be_taken_away() -> None:
    with paper() as page:
        surface = standin.Surface((50, 50))
        assert surface.get_clip() == (0, 0, 50, 50)
        surface.set_clip((40, 40, 30, 30))
        assert surface.get_clip() == (40, 40, 10, 10)
        surface.set_clip(None)
        assert [row[0] for row in page.drawn] == ["clip", "unclip"]


def test_a_way_to_lay_surfaces_that_the_board_does_not_use_is_refused() -> None:
    with paper(), pytest.raises(standin.error, match="in the way 7"):
        standin.Surface((5, 5)).blit(standin.Surface((5, 5)), special_flags=7)


def test_colours_are_written_as_a_page_knows_them() -> None:
    assert [css((1, 2, 3)), css((1, 2, 3, 255)), css((1, 2, 3, 51))] == ["rgb(1,2,3)", "rgb(1,2,3)", "rgba(1,2,3,0.2000)"]


@pytest.mark.parametrize("size", [(37, 21), (1, 1)])
def test_pictures_that_pygame_wrote_are_read_and_the_other_way_round(tmp_path: Path, size: tuple[int, int]) -> None:
    for flags, channels in ((0, "RGB"), (pygame.SRCALPHA, "RGBA")):
        surface = pygame.Surface(size, flags)
        for x in range(size[0]):
            for y in range(size[1]):
                surface.set_at((x, y), ((x * 7) % 256, (y * 11) % 256, (x * y) % 256, 255 if channels == "RGB" else (x * 5 + y) % 256))
        pygame.image.save(surface, str(tmp_path / "theirs.png"))
        pixels = pygame.image.tobytes(surface, "RGBA")
        assert read_png(str(tmp_path / "theirs.png")) == (*size, pixels)
        write_png(str(tmp_path / "ours.png"), *size, pixels)
        again = pygame.image.load(str(tmp_path / "ours.png"))
        assert pygame.image.tobytes(again, "RGBA") == pixels


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n" + bytes(range(60))], ids=["empty", "gif", "head", "nonsense"]
)
def test_what_is_no_picture_is_an_error_of_pygame(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(content)
    with pytest.raises(standin.error):
        standin.image.load(str(path))


def test_a_picture_keeps_its_shape_in_the_size_that_is_asked_for() -> None:
    with paper() as page:
        for source, asked, size in (
            ('<svg xmlns="x" viewBox="0 0 24 24"></svg>', (50, 30), (30, 30)),
            ('<svg xmlns="x" width="40" height="20" viewBox="0 0 40 20"></svg>', (80, 80), (80, 40)),
        ):
            drawn = standin.image.load_sized_svg(io.BytesIO(source.encode()), asked)
            assert drawn.get_size() == size
            assert page.drawn[-1] == ("svg", source, *size)


def test_events_come_in_their_order_and_once() -> None:
    first, second = standin.event.Event(standin.KEYDOWN, key=1), standin.event.Event(standin.event.custom_type(), {"what": 2})
    standin.event.post(first)
    standin.event.post(second)
    assert standin.event.wait() is first
    assert standin.event.get() == [second]
    assert standin.event.get() == []
    assert standin.event.wait(5).type == standin.NOEVENT


def test_sounds_are_sent_to_the_page_once_and_played_by_name(tmp_path: Path) -> None:
    with paper() as page:
        path = tmp_path / "coin.wav"
        path.write_bytes(b"RIFF")
        sound = standin.mixer.Sound(str(path))
        sound.set_volume(0.25)
        sound.play()
        assert page.told == [("sound", {"name": "coin", "content": b"RIFF"}), ("sound", {"name": "coin", "volume": 0.25})]
        with pytest.raises(standin.error):
            standin.mixer.Sound(str(tmp_path / "none.wav"))

"""The board takes the shape of the window, and units are pixels of it wherever it stands."""

from hypothesis import given
from hypothesis import strategies as st

from caffael.board.scale import SHORT, USUAL, Scale, board_size

sides = st.integers(720, 4000)


def test_the_usual_window_has_a_pixel_to_a_unit() -> None:
    scale = Scale(*USUAL)
    assert scale.factor == 1 and tuple(scale.board) == (0, 0, *USUAL) and scale.offset == (0, 0)


def test_a_tablet_has_no_empty_ground_and_larger_letters_than_a_wide_board_would_have() -> None:
    for size in ((1024, 768), (768, 1024)):
        scale = Scale(*size)
        assert scale.offset == (0, 0)
        assert scale.board.size == ((1440, 1080) if size[0] > size[1] else (1080, 1440))
        assert scale.factor > 1.3 * min(size[0] / USUAL[0], size[1] / USUAL[1]) or size[0] < size[1]


@given(sides, sides)
def test_the_board_fills_every_window_but_those_longer_than_16_to_9(width: int, height: int) -> None:
    scale = Scale(width, height)
    long, short = max(width, height), min(width, height)
    empty = (width - scale.board.width * scale.factor, height - scale.board.height * scale.factor)
    assert min(empty) < 1 and min(empty) > -1
    assert max(empty) < 1 or long / short > 16 / 9


@given(st.floats(0.3, 4.0))
def test_no_side_of_the_board_is_shorter_than_its_least(shape: float) -> None:
    wide, high = board_size(shape)
    assert min(wide, high) + 1e-6 >= SHORT and max(wide, high) <= USUAL[0] + 1e-6

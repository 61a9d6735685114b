"""The figures of the board that can be taken quickly."""

from caffael_tools.bench import idle_percent, resident_mb


def test_a_board_on_which_nothing_happens_hardly_costs_anything() -> None:
    assert 0 <= idle_percent(0.5, least=0.5) < 25


def test_the_memory_of_this_process_is_known() -> None:
    assert 20 < resident_mb() < 20_000

"""A lesson timed by a virtual clock, through the real room: what devices spare a class."""

from tests.classroom.lesson_times import minutes


def test_devices_spare_a_class_a_good_part_of_what_one_screen_takes() -> None:
    at_one_screen, turns, sealed = (minutes(mode, 1)[0] for mode in ("one screen", "turns", "sealed"))
    assert turns < 0.8 * at_one_screen
    assert sealed < 0.8 * at_one_screen
    assert minutes("turns", 1) == [turns], "the same lesson takes the same time"

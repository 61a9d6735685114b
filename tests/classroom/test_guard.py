"""How much one device or address may ask."""

from caffael.classroom.guard import Bucket, ByAddress, Flood, Window
from caffael.classroom.tokens import SIGNS, SeatCards, hash_of, new_code, new_token, spelled


def test_a_bucket_lets_ten_through_at_once_and_then_four_a_second() -> None:
    bucket = Bucket()
    assert [bucket.lets(5.0) for _ in range(12)] == [True] * 10 + [False] * 2
    assert [bucket.lets(6.0) for _ in range(6)] == [True] * 4 + [False] * 2
    assert sum(bucket.lets(60.0) for _ in range(30)) == 10


def test_a_clock_that_goes_back_fills_no_bucket() -> None:
    bucket = Bucket()
    for _ in range(10):
        bucket.lets(100.0)
    assert not bucket.lets(50.0)


def test_a_device_that_runs_over_three_times_is_cut() -> None:
    flood = Flood()
    let = sum(flood.lets(10 + number / 100) for number in range(100))
    assert flood.cut
    assert let <= 10 + 4 + 1


def test_a_device_that_runs_over_now_and_then_is_not_cut() -> None:
    flood = Flood()
    for second in range(0, 400, 10):
        for _ in range(12):
            flood.lets(float(second))
    assert not flood.cut


def test_a_window_lets_so_many_in_and_then_rests() -> None:
    window = Window(10, 60.0, rest=30.0)
    assert sum(window.lets(float(second)) for second in range(20)) == 10
    assert not window.lets(39.0)
    assert window.lets(41.0)


def test_addresses_are_counted_apart_and_not_without_end() -> None:
    limits = ByAddress(3, 10.0, addresses=4)
    assert [limits.lets("10.0.0.1", 1.0) for _ in range(4)] == [True, True, True, False]
    assert limits.lets("10.0.0.2", 1.0)
    for number in range(50):
        limits.lets(f"10.1.0.{number}", 1.0)
    assert len(limits._windows) == 4


def test_a_code_is_six_of_31_signs_that_are_not_mistaken_for_one_another() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(SIGNS) == 31
    assert not set(SIGNS) & set("01OIL")
    assert all(len(code) == 6 and set(code) <= set(SIGNS) for code in codes)
    assert len(codes) == 500
    assert spelled("K7M2QX") == "K7M-2QX"


def test_a_token_has_256_bits_and_only_its_hash_is_kept() -> None:
    tokens = {new_token() for _ in range(200)}
    assert len(tokens) == 200
    assert {len(token) for token in tokens} == {43}
    assert {len(hash_of(token)) for token in tokens} == {64}


def test_a_seat_card_is_good_for_one_seat_once_and_two_minutes() -> None:
    cards = SeatCards()
    digits = cards.new(2, 100.0)
    assert len(digits) == 4
    assert digits.isdecimal()
    assert cards.left(2, 130.0) == 90
    assert cards.take(digits, 110.0) == 2
    assert cards.take(digits, 110.0) is None
    late = cards.new(2, 100.0)
    assert cards.take(late, 220.0) is None


def test_a_new_seat_card_voids_the_one_before() -> None:
    cards = SeatCards()
    first = cards.new(1, 0.0)
    second = cards.new(1, 1.0)
    if first != second:
        assert cards.take(first, 2.0) is None
    assert cards.take(second, 2.0) == 1


def test_after_three_wrong_tries_no_card_is_good_any_more() -> None:
    cards = SeatCards()
    digits = cards.new(0, 0.0)
    wrong = [f"{number:04}" for number in range(5) if f"{number:04}" != digits]
    for tried in wrong[:3]:
        assert cards.take(tried, 1.0) is None
    assert cards.take(digits, 1.0) is None

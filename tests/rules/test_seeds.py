"""Seeds (`seeds.py`): small ones that people type and wide ones that are drawn; paragraph 2.8 of the rulebook."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caffael.rules.chance import draw_word, seed_stream
from caffael.rules.deal import DEAL_STREAM, shuffle_decks, shuffle_from
from caffael.rules.records import Deal, Stream
from caffael.rules.seeds import LONGEST_TEXT, SEEDS, SIGNS, SMALL, begin_bot_stream, begin_stream, seed_of, seed_text
from tests.small_table import small_cards

WIDE = 0x0123_4567_89AB_CDEF_0123_4567_89AB_CDEF


def begun(seed: int, purpose: int = DEAL_STREAM) -> Stream:
    stream = Stream()
    begin_stream(stream, seed, purpose)
    return stream


def words(stream: Stream) -> list[int]:
    return [draw_word(stream) for _ in range(4)]


def before(stream: Stream) -> list[int]:
    """The words that a stream was begun with: its warming up, backwards. Whoever holds a stream can reckon this."""
    a, b, c, counter = stream.a, stream.b, stream.c, stream.counter
    for _ in range(15):
        older_b = a
        for _ in range(4):
            older_b = a ^ (older_b >> 9)
        older_c = b * pow(9, -1, 2**32) % 2**32  # b is the older c and eight times it
        counter = (counter - 1) % 2**32
        result = (c - ((older_c << 21 | older_c >> 11) % 2**32)) % 2**32
        a, b, c = (result - older_b - counter) % 2**32, older_b, older_c
    return [a, b, c, counter]


@given(st.integers(0, SMALL), st.integers(0, 9))
def test_2_8_a_small_seed_deals_as_it_always_did(seed: int, purpose: int) -> None:
    stream = Stream()
    seed_stream(stream, seed, purpose)
    assert begun(seed, purpose) == stream


def test_2_8_a_wide_seed_fills_the_whole_generator_and_another_one_differs_in_all_its_words() -> None:
    starts = [before(begun(WIDE ^ (1 << bit))) for bit in range(128)]
    for word in range(4):
        assert len({start[word] for start in starts}) == 128
    assert before(begun(5)) == [DEAL_STREAM, 5, 0, 1]  # what a small seed leaves plain


def test_2_8_a_wide_seed_deals_the_same_on_every_machine() -> None:
    # printf 'caffael:0:0123456789abcdef0123456789abcdef' | sha256sum
    assert before(begun(WIDE)) == [0x831B54DA, 0x8037AFBB, 0xB27318A8, 0x38EFB556]
    assert words(begun(WIDE)) == [0x9EA9B15B, 0x7565F17F, 0xF57A6899, 0xBACE3429]


def test_2_8_a_wide_seed_deals_every_card_once_and_another_deal_for_another_purpose_or_seed() -> None:
    cards, deals = small_cards(), []
    for seed, purpose in ((WIDE, 0), (WIDE, 0), (WIDE + 1, 0), (WIDE, 1), (WIDE % SMALL, 0)):
        deals.append(Deal())
        shuffle_from(cards, begun(seed, purpose), deals[-1])
        assert sorted(deals[-1].needs[: cards.need_count]) == list(range(cards.need_count))
    assert deals[0] == deals[1]
    assert all(other != deals[0] for other in deals[2:])


def test_2_8_shuffling_from_a_stream_is_shuffling_from_its_seed() -> None:
    cards, one, other = small_cards(), Deal(), Deal()
    shuffle_decks(cards, 2015, Stream(), one)
    shuffle_from(cards, begun(2015), other)
    assert one == other


@pytest.mark.parametrize("seed", [7, 2**40, WIDE])
def test_what_a_bot_is_given_leads_back_to_no_seed(seed: int) -> None:
    stream = Stream()
    begin_bot_stream(stream, seed, 12, 2)
    told = before(stream)
    assert not {seed & 0xFFFFFFFF, seed >> 32 & 0xFFFFFFFF} & set(told)
    begin_bot_stream(stream, seed, 12, 2)
    assert before(stream) == told
    others = set()
    for moment, seat in ((12, 1), (13, 2), (1, 22)):
        begin_bot_stream(stream, seed, moment, seat)
        others.add(tuple(before(stream)))
    assert len(others | {tuple(told)}) == 4


@given(st.integers(0, SEEDS - 1) | st.integers(0, SMALL))
def test_a_seed_is_read_as_it_is_written(seed: int) -> None:
    text = seed_text(seed)
    assert len(text) <= LONGEST_TEXT
    assert seed_of(text) == seed
    assert seed_of(f" {text.lower()} ") == seed_of(text.replace("-", "")) == seed


def test_a_small_seed_is_written_in_digits_and_a_wide_one_by_fours() -> None:
    assert seed_text(2015) == "2015"
    assert seed_text(WIDE) == "014D-2PF2-DBSQ-QG28-T5CY-4TQK-FF"
    assert seed_of(seed_text(WIDE).replace("0", "o").replace("1", "l")) == WIDE


@pytest.mark.parametrize("text", ["", "-1", "7.0", "1e6", str(2**53 + 1), "seven", "Z" * 26, "0" * 26, "A" * 25, "²", "१२"])
def test_what_writes_no_seed_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no number of a deal"):
        seed_of(text)


def test_texts_of_chance_are_refused_or_written_back() -> None:
    chance = random.Random(1)
    for _ in range(2_000):
        text = "".join(chance.choice("0123456789ABCXYZ- ol") for _ in range(chance.randrange(34)))
        try:
            seed = seed_of(text)
        except ValueError:
            continue
        assert seed_of(seed_text(seed)) == seed


def test_2_8_the_largest_small_seed_is_small_and_the_next_one_wide() -> None:
    small = Stream()
    seed_stream(small, SMALL, DEAL_STREAM)
    assert begun(SMALL) == small
    wide = Stream()
    seed_stream(wide, SMALL + 1, DEAL_STREAM)
    assert begun(SMALL + 1) != wide
    assert seed_text(SMALL) == str(2**53) and seed_of(str(2**53)) == SMALL
    assert len(seed_text(SMALL + 1)) == LONGEST_TEXT


def test_a_wide_seed_may_use_every_sign() -> None:
    text = SIGNS[1:6] + SIGNS[:5] + SIGNS[6:22]
    assert len(text) == 26
    every = 0
    for part in (text, "0" + SIGNS[7:32]):
        assert seed_text(seed_of(part)).replace("-", "") == part
        every += 1
    assert every == 2


def wide_text(seed: int) -> str:
    return "".join(SIGNS[seed >> 5 * place & 31] for place in range(25, -1, -1))


def test_26_signs_write_wide_seeds_only() -> None:
    assert seed_of(wide_text(SMALL + 1)) == SMALL + 1
    assert seed_of(wide_text(SEEDS - 1)) == SEEDS - 1
    for seed in (SMALL, SEEDS):
        with pytest.raises(ValueError, match=r"^no number of a deal$"):
            seed_of(wide_text(seed))

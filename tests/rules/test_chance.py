"""Chance (`chance.py`): the generator and the shuffle, chapter 2 of the rulebook."""

import subprocess
import sys
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest

from caffael.rules.chance import draw_below, draw_word, seed_stream, shuffle
from caffael.rules.records import Stream

ROOT = Path(__file__).parents[2]


def test_2_8_the_generator_gives_its_published_numbers() -> None:
    # PractRand's sfc32 after its 15 rounds of warming up.
    stream = Stream(a=0, b=2, c=1, counter=1)
    for _ in range(15):
        draw_word(stream)
    assert [f"{draw_word(stream):08X}" for _ in range(4)] == ["03B80BB8", "A87DBC7E", "1787178C", "4C7B7234"]


def test_2_8_a_seed_fills_two_words_and_the_purpose_the_third() -> None:
    # seed 2^32 + 2 has the low word 2 and the high word 1: with purpose 0 that is the published start.
    stream = Stream()
    seed_stream(stream, 2**32 + 2, 0)
    assert draw_word(stream) == 0x03B80BB8


def test_2_8_the_same_seed_gives_the_same_shuffle() -> None:
    decks = []
    for _ in range(2):
        stream, deck = Stream(), list(range(40))
        seed_stream(stream, 2026, 0)
        shuffle(stream, deck, 40)
        decks.append(deck)
    assert decks[0] == decks[1]
    assert sorted(decks[0]) == list(range(40))
    assert decks[0] != list(range(40))


def test_2_8_another_seed_or_another_purpose_gives_other_numbers() -> None:
    rows = []
    for seed, purpose in ((1, 0), (2, 0), (1, 1), (2**32, 0)):
        stream = Stream()
        seed_stream(stream, seed, purpose)
        rows.append(tuple(draw_word(stream) for _ in range(4)))
    assert len(set(rows)) == 4


def test_2_8_every_order_of_a_deck_is_as_likely_as_any_other() -> None:
    stream = Stream()
    seed_stream(stream, 7, 0)
    counts: Counter[tuple[int, ...]] = Counter()
    for _ in range(6_000):
        deck = [0, 1, 2]
        shuffle(stream, deck, 3)
        counts[tuple(deck)] += 1
    assert set(counts) == set(permutations(range(3)))
    # 1,000 each expected; 5 standard deviations of the binomial are 144.
    assert all(856 < count < 1_144 for count in counts.values())


def test_2_8_only_the_counted_cards_of_a_deck_are_shuffled() -> None:
    stream, deck = Stream(), [*range(10), 77, 78]
    seed_stream(stream, 3, 0)
    shuffle(stream, deck, 10)
    assert deck[10:] == [77, 78]
    assert sorted(deck[:10]) == list(range(10))


@pytest.mark.parametrize("bound", [1, 2, 3, 60, 2**20])
def test_2_8_a_number_below_a_bound_stays_below_it(bound: int) -> None:
    stream = Stream()
    seed_stream(stream, 5, 0)
    drawn = [draw_below(stream, bound) for _ in range(1_000)]
    assert all(0 <= number < bound for number in drawn)
    if bound <= 60:
        assert set(drawn) == set(range(bound))


def test_2_8_every_word_of_a_stream_keeps_within_32_bits() -> None:
    stream = Stream()
    seed_stream(stream, 2**53 - 1, 255)
    for _ in range(2_000):
        draw_word(stream)
        assert min(stream.a, stream.b, stream.c, stream.counter) >= 0
        assert max(stream.a, stream.b, stream.c, stream.counter) < 2**32


def test_2_8_the_rules_need_nothing_but_the_standard_library() -> None:
    # -S leaves site-packages out: nothing that was installed can be imported, so the same shuffle comes out everywhere.
    program = """
import sys, pkgutil, importlib
sys.path.insert(0, sys.argv[1])
before = set(sys.modules)
import caffael.rules
for module in pkgutil.iter_modules(caffael.rules.__path__):
    importlib.import_module("caffael.rules." + module.name)
brought = {name.partition(".")[0] for name in set(sys.modules) - before}
foreign = sorted(brought - set(sys.stdlib_module_names) - {"caffael"})
own = sorted(name for name in sys.modules if name.startswith("caffael.") and not name.startswith("caffael.rules"))
print(foreign, own, len([n for n in sys.modules if n.startswith("caffael.rules.")]))
"""
    run = subprocess.run([sys.executable, "-S", "-c", program, str(ROOT)], capture_output=True, text=True, check=False)
    files = [path for path in (ROOT / "caffael" / "rules").glob("*.py") if path.name != "__init__.py"]
    assert run.stderr == ""
    assert run.stdout.strip() == f"[] [] {len(files)}"


@pytest.mark.parametrize(("word", "again"), [(2**32 - 1, 1), (2**32 - 2, 0)])
def test_2_8_words_that_would_make_some_numbers_likelier_are_drawn_again(word: int, again: int) -> None:
    # 2^32 is 3 x 1,431,655,765 + 1: of the words from 0 on, the last one alone is too many.
    stream, other = Stream(a=word), Stream(a=word)
    drawn = [draw_word(other) for _ in range(2)]
    assert drawn[0] == word
    assert draw_below(stream, 3) == drawn[again] % 3
    assert stream.counter == 1 + again

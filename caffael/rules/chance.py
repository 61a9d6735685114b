"""Chance: the sfc32 generator in whole numbers, and the shuffle.

sfc32 is Chris Doty-Humphrey's "Small Fast Counting" generator (PractRand). It stays within 2^53, so that it gives the same
numbers interpreted and compiled. All luck of a game is in `deal.py`; bots have a stream of their own. Seeds beyond 2^53: `seeds.py`.
"""

from caffael.rules.records import Stream

WORD = 0xFFFFFFFF
WORDS = WORD + 1
WARM_UP = 15


def draw_word(stream: Stream) -> int:
    """The next 32 random bits of the stream."""
    b = stream.b
    c = stream.c
    counter = stream.counter
    result = (stream.a + b + counter) & WORD
    stream.counter = (counter + 1) & WORD
    stream.a = b ^ (b >> 9)
    stream.b = (c + (c << 3)) & WORD
    stream.c = ((((c << 21) & WORD) | (c >> 11)) + result) & WORD
    return result


def seed_stream(stream: Stream, seed: int, purpose: int) -> None:
    """Start a stream from a seed (0 to 2^53) and a small number for its purpose; two purposes share no numbers."""
    stream.a = purpose & WORD
    stream.b = seed & WORD
    stream.c = (seed >> 32) & WORD
    stream.counter = 1
    for _ in range(WARM_UP):
        draw_word(stream)


def draw_below(stream: Stream, bound: int) -> int:
    """A number from 0 to bound - 1, each as likely as the others (bound up to 2^20): words beyond its last whole round are passed over."""
    word = draw_word(stream)
    place = word % bound
    while word - place > WORDS - bound:
        word = draw_word(stream)
        place = word % bound
    return place


def shuffle(stream: Stream, cards: list[int], count: int) -> None:
    """Put the first `count` cards of a deck in random order (Fisher and Yates)."""
    for i in range(count - 1, 0, -1):
        j = draw_below(stream, i + 1)
        card = cards[i]
        cards[i] = cards[j]
        cards[j] = card

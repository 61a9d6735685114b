"""The number of a shuffle (its seed): small ones that people type, wide ones that are drawn, and the streams that begin from them.

A small seed (0 to 2^53) fills two words of the generator and is what bulk play takes (`chance.seed_stream`). So few can be tried one by
one: whoever sees a table opened could find the seed, and with it every card that lies face down. A game for people therefore draws a
seed of 128 bits, and SHA-256 makes all four words of the generator of it. Not compiled.
"""

from hashlib import sha256

from caffael.rules.chance import WARM_UP, draw_word, seed_stream
from caffael.rules.records import Stream

SMALL = 2**53
"""The largest small seed."""
SEED_BITS = 128
SEEDS = 1 << SEED_BITS
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, which are read as 1, 1 and 0."""
ALIKE = str.maketrans("ILO", "110", " -")
TEXT_SIGNS = 26
GROUP = 4
LONGEST_TEXT = TEXT_SIGNS + (TEXT_SIGNS - 1) // GROUP


def begin_stream(stream: Stream, seed: int, purpose: int) -> None:
    """Start a stream from any seed and a small number for its purpose."""
    if seed <= SMALL:
        seed_stream(stream, seed, purpose)
    else:
        begin_by_hash(stream, f"{purpose}:{seed:032x}")


def begin_bot_stream(stream: Stream, seed: int, moment: int, seat: int) -> None:
    """Start the stream of one decision of a bot. What deals the cards can't be reckoned from it: a hash stands between them."""
    begin_by_hash(stream, f"bot:{seed:032x}:{moment}:{seat}")


def begin_by_hash(stream: Stream, text: str) -> None:
    """Start a stream from the first 128 bits of the SHA-256 of a text: a, b, c and the counter, each 32 bits, big end first."""
    words = sha256(f"caffael:{text}".encode("ascii")).digest()
    stream.a, stream.b, stream.c, stream.counter = (int.from_bytes(words[i : i + 4], "big") for i in range(0, 16, 4))
    for _ in range(WARM_UP):
        draw_word(stream)


def seed_text(seed: int) -> str:
    """How a seed is written: a small one in digits, a wide one in 26 signs by fours, such as 2Q7K-…"""
    if seed <= SMALL:
        return str(seed)
    signs = "".join(SIGNS[(seed >> 5 * place) & 31] for place in range(TEXT_SIGNS - 1, -1, -1))
    return "-".join(signs[i : i + GROUP] for i in range(0, TEXT_SIGNS, GROUP))


def seed_of(text: str) -> int:
    """The seed that a text writes; letters may be small, and hyphens left out. Raises ValueError where it writes none."""
    signs = text.upper().translate(ALIKE)
    plain = text.strip()
    if plain.isascii() and plain.isdecimal() and len(plain) < TEXT_SIGNS:
        seed = int(plain)
        if seed <= SMALL:
            return seed
    elif len(signs) == TEXT_SIGNS and set(signs) <= set(SIGNS):
        seed = 0
        for sign in signs:
            seed = seed << 5 | SIGNS.index(sign)
        if SMALL < seed < SEEDS:
            return seed
    raise ValueError("no number of a deal")

"""Card numbers without what councils begin with: as they all were before a council could begin with labs and badges.

The digest of such cards is the one they always had, and games recorded with them can be played on.
"""

from dataclasses import fields

from caffael.rules.copying import words_of
from caffael.rules.records import Cards, CouncilCard
from caffael.rules.terms import BADGES, COUNCILS, LABS

BEGINNING = LABS + BADGES
"""The numbers of what a council begins with; they are the last ones of its card."""
COUNCIL_WORDS = len(list(words_of(CouncilCard())))


def words_before_councils() -> int:
    """How many numbers of the cards stand before those of the first council."""
    cards, count = Cards(), 0
    for field in fields(cards):
        if field.name == "councils":
            break
        value = getattr(cards, field.name)
        items = value if isinstance(value, list) else [value]
        count += sum(1 if isinstance(item, int) else len(list(words_of(item))) for item in items)
    return count


COUNCILS_AT = words_before_councils()
PLAIN_WORDS = len(list(words_of(Cards()))) - COUNCILS * BEGINNING


def plain_words(cards: Cards) -> list[int]:
    """Every number of the cards but what councils begin with."""
    words = list(words_of(cards))
    for council in reversed(range(COUNCILS)):
        end = COUNCILS_AT + (council + 1) * COUNCIL_WORDS
        del words[end - BEGINNING : end]
    return words


def whole_words(words: list[int]) -> list[int]:
    """Every number of the cards; where what councils begin with is left out, they begin with nothing."""
    if len(words) != PLAIN_WORDS:
        return words
    whole = list(words)
    for council in range(COUNCILS):
        at = COUNCILS_AT + (council + 1) * COUNCIL_WORDS - BEGINNING
        whole[at:at] = [0] * BEGINNING
    return whole

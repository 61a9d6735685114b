"""Weights that stand in sentences: "60 % price and 40 % quality", "Ansawdd/Pris 70:30", "the award criterion is price only".

The rule: words for criteria and numbers that stand close together are paired, each number with one word. They are weights when they make
exactly 100 (or 1,000 points) and name the price and something else; a single one only where it is said to be all. A number without a sign
of per cent counts only near a word that speaks of weights. So a discount, an uptime or a share of local spending is never a weight.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from caffael.notices.criteria import PRICE, Part, heads_left_out, number_in, shares_of
from caffael.notices.notice import Weights
from caffael.notices.terms import context, terms_in

CLOSE = 90
"""Letters that may lie between a word or number and the next one of the same list."""
NUMBER = re.compile(
    r"(?<![\w£$€.,/-])(\d{1,3}(?:[.,]\d{1,2})?|1[.,]?000)\s*(%|per ?cent\b|y cant\b|points?\b|marks?\b|pwynt\w*|marc\w*|/\s*1?00\b)?"
    r"(?![\d]|[.,]\d|\s*(?:discount|increase|reduction|uplift|uptime|availability|above|below|less|more|off|vat|gostyngiad|cynnydd|"
    r"days?|weeks?|months?|years?|hours?|mis|blynedd|mlynedd|diwrnod|awr|million|miles?|km|sites?|schools?)\b)",
    re.IGNORECASE,
)
RATIO = re.compile(
    r"(?<![\d.,/:£-])(\d{1,3}(?:[.,]\d)?)\s*%?\s*[/:]\s*(\d{1,3}(?:[.,]\d)?)\s*%?(?:\s*[/:]\s*(\d{1,3}(?:[.,]\d)?)\s*%?)?"
    r"(?![\d/:.,]\d|\d)"
)
NO_WEIGHT = re.compile(
    r"\b(?:up to|at least|minimum of|maximum of|more than|less than|discount of|increase of|increase by|rise by|reduction of|hyd at|"
    r"o leiaf|mwy na|llai na)\s+$",
    re.IGNORECASE,
)
"""What stands before a number that is a limit or a change, no weight."""
INNER = re.compile(r"\(([^()]{0,300})\)|\[([^\[\]]{0,300})\]")
PART_OF = re.compile(
    r"^\W*(?:of which|which includes?|including|incl\.?|comprising|gan gynnwys|yn cynnwys|o'r rhain|sy'n cynnwys)\b", re.IGNORECASE
)
PRICE_ONLY = re.compile(
    r"(?:award\w*|evaluat\w*|assess\w*|criteri\w*|select\w*)\b[^.;\n]{0,80}?\b(?:(?:lowest )?(?:price|cost) (?:only|alone)|"
    r"(?:solely|only|purely) (?:on|by) (?:the )?(?:basis of )?(?:lowest )?(?:price|cost)|100\s*(?:%|per ?cent) (?:on )?(?:price|cost)|"
    r"(?:price|cost)\W{1,4}100\s*(?:%|per ?cent))\b|"
    r"(?:dyfarn\w*|ddyfarn\w*|gwerthus\w*|werthus\w*|maen prawf|meini prawf)\b[^.;\n]{0,80}?\b(?:(?:y )?(?:pris|bris)(?: isaf)? yn unig)\b",
    re.IGNORECASE,
)
WHOLES = (100.0, 1000.0)
MOST_TOKENS = 400
"""Words and numbers that are looked at of one text."""
AROUND = 160
"""Letters round a list in which a word may speak of weights."""


class Token(NamedTuple):
    """A word for a criterion (`criterion` is 0 or more) or a number in a text."""

    start: int
    end: int
    criterion: int = -1
    number: float = 0.0
    percent: bool = False
    points: bool = False
    nested: bool = False  # within brackets that say what a number before them is made of


def weights_in(texts: Iterable[str]) -> Weights | None:
    """The weights that the first of these texts tells that tells any; None where none does."""
    for text in texts:
        found = weights_of_text(text)
        if found is not None:
            return found
    return None


@lru_cache(512)
def weights_of_text(text: str) -> Weights | None:
    """The weights that a text tells; None where it tells none."""
    for group in groups(tokens_of(text)):
        found = weights_of_group(group, text)
        if found is not None:
            return found
    if alone := PRICE_ONLY.search(text):
        return Weights((100.0, 0.0, 0.0, 0.0), "read", told(alone[0]))
    return None


def told(text: str) -> str:
    """A passage as it is quoted."""
    return " ".join(text.split())[:500]


def tokens_of(text: str) -> list[Token]:
    """The words for criteria and the numbers of a text, in their order."""
    inner = [(found.start(), found.end()) for found in INNER.finditer(text) if PART_OF.match(found[1] or found[2] or "")]

    def is_nested(at: int) -> bool:
        return any(start < at < end for start, end in inner)

    found = [Token(term.start, term.end, term.criterion, nested=is_nested(term.start)) for term in terms_in(text)]
    for ratio in RATIO.finditer(text):
        numbers = [number_in(one) for one in ratio.groups() if one]
        if sum(numbers) in WHOLES:
            for place in range(len(numbers)):
                found.append(Token(ratio.start(place + 1), ratio.end(place + 1), number=numbers[place], percent=True))
    taken = [(token.start, token.end) for token in found if token.criterion < 0]
    for number in NUMBER.finditer(text):
        overlaps = any(start < number.end() and number.start() < end for start, end in taken)
        if overlaps or NO_WEIGHT.search(text, max(0, number.start() - 30), number.start()):
            continue
        unit = (number[2] or "").lower()
        percent = unit in ("%",) or unit.startswith(("per", "y c", "/"))
        value = 1000.0 if number[1] in ("1000", "1,000", "1.000") else number_in(number[1])
        found.append(
            Token(
                number.start(),
                number.end(),
                number=value,
                percent=percent,
                points=bool(unit) and not percent,
                nested=is_nested(number.start()),
            )
        )
    return sorted(found)[:MOST_TOKENS]


def groups(tokens: list[Token]) -> Iterator[list[Token]]:
    """Runs of tokens that stand close together."""
    run: list[Token] = []
    for token in tokens:
        if run and token.start - run[-1].end > CLOSE:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def weights_of_group(group: list[Token], text: str) -> Weights | None:
    """The weights that a run of words and numbers tells: of all ways to pair them, the first part of the run that makes a whole."""
    numbers = [token for token in group if token.criterion < 0]
    if len(numbers) < 2:
        return None
    for pairs in pairings(group):
        for first in range(len(pairs)):
            total = 0.0
            for last in range(first, min(len(pairs), first + 14)):
                outer = [pair for pair in pairs[first : last + 1] if not pair[1].nested]
                total = sum(pair[1].number for pair in outer)
                if total > WHOLES[-1]:
                    break
                if is_whole(pairs[first : last + 1], total, text) and not more_of_it(pairs, last, total):
                    return made(pairs[first : last + 1], total, text)
    return None


Pair = tuple[int, Token, int, int]
"""A criterion, its number, and where both begin and end."""


def pairings(group: list[Token]) -> Iterator[list[Pair]]:
    """The ways to pair words with numbers: word then number, number then word, and all words then all numbers or the other way round."""
    yield list(side_by_side(group, word_first=True))
    yield list(side_by_side(group, word_first=False))
    yield from block_wise(group)


def side_by_side(group: list[Token], word_first: bool) -> Iterator[Pair]:
    """Each number with the word right before it, or right after it. Of several words in a row the nearest counts, or the one they mean."""
    for one, other in pairwise(group):
        word, number = (one, other) if word_first else (other, one)
        if word.criterion >= 0 and number.criterion < 0 and (word_first or word.start - number.end < 40):
            yield (
                first_of_name(group, word) if word_first else word.criterion,
                number,
                min(one.start, other.start),
                max(one.end, other.end),
            )


def first_of_name(group: list[Token], word: Token) -> int:
    """What several words before a number mean together: "technical quality" is quality; "quality including social value" is quality."""
    at = group.index(word)
    names = [word.criterion]
    while at and group[at - 1].criterion >= 0 and group[at].start - group[at - 1].end < 25:
        at -= 1
        names.append(group[at].criterion)
    return names[-1]


def block_wise(group: list[Token]) -> Iterator[list[Pair]]:
    """As many words as numbers, one block after the other: "quality/price 70/30", "70:30 quality to price"."""
    kinds = [token.criterion >= 0 for token in group]
    for at in range(1, len(group)):
        if kinds[at] == kinds[at - 1]:
            continue
        for size in (2, 3, 4):
            before, after = group[max(0, at - size) : at], group[at : at + size]
            if len(before) == len(after) == size and len({*kinds[at - size : at]}) == len({*kinds[at : at + size]}) == 1:
                words, numbers = (before, after) if kinds[at - 1] else (after, before)
                if len({word.criterion for word in words}) == size and close_words(words):
                    yield [(word.criterion, number, before[0].start, after[-1].end) for word, number in zip(words, numbers, strict=True)]


def close_words(words: list[Token]) -> bool:
    """Whether words for criteria stand together as in quality/price or quality and price."""
    return all(other.start - one.end < 12 for one, other in pairwise(words))


def is_whole(pairs: list[Pair], total: float, text: str) -> bool:
    """Whether paired numbers are weights: they make a whole, name the price and something else, and are spoken of as weights."""
    if len(pairs) < 2 or total not in WHOLES or len({pair[0] for pair in pairs}) < 2 or all(pair[0] != PRICE for pair in pairs):
        return False
    numbers = [pair[1] for pair in pairs]
    if total == WHOLES[1] and any(number.percent for number in numbers):
        return False
    if any(number.number <= 0 for number in numbers) and len(pairs) < 3:
        return False
    if all(number.percent for number in numbers):
        return True
    start, end = pairs[0][2], pairs[-1][3]
    return context().search(text, max(0, start - AROUND), min(len(text), end + AROUND)) is not None


def more_of_it(pairs: list[Pair], last: int, total: float) -> bool:
    """Whether brackets go on to say what the last number is made of."""
    return last + 1 < len(pairs) and pairs[last + 1][1].nested and total in WHOLES


def made(pairs: list[Pair], total: float, text: str) -> Weights:
    """The weights of paired numbers; what brackets say a number is made of is taken out of it."""
    parts: list[Part] = []
    for criterion, number, _, _ in pairs:
        if number.nested and parts:
            whole = parts[-1] if not parts[-1].kind else next(part for part in reversed(parts) if not part.kind)
            at = parts.index(whole)
            parts[at] = Part(whole.criterion, max(0.0, whole.number - number.number))
            parts.append(Part(criterion, number.number, "nested"))
        else:
            parts.append(Part(criterion, number.number))
    plain = heads_left_out([Part(part.criterion, part.number) for part in parts])
    return Weights(shares_of(plain, total), "read", told(text[pairs[0][2] : pairs[-1][3]]))

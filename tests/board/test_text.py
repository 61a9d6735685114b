"""Words: they stay inside their boxes, and every letter of both languages is there."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from caffael.board.text import Letters, font_path, nfc, plain

WELSH = "âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ"
SIGNS = "£€%&§°·…–—−‘’“”×÷½¼¾²₂→"
LACKING = "→"
"""Lexend has no arrows: use a picture."""

LETTERS = Letters()
PROSE = st.text(alphabet="abcdefghijklmnopqrstuvwxyzŵŷâ -’WM0123456789", max_size=120)


@settings(max_examples=60, deadline=None)
@given(words=PROSE, width=st.integers(40, 500), size=st.integers(8, 40), bold=st.booleans())
def test_wrapped_lines_are_never_wider_than_their_width(words: str, width: int, size: int, bold: bool) -> None:
    for line in LETTERS.wrap(words, width, size, bold):
        assert LETTERS.width(line, size, bold) <= width or len(line) == 1


@settings(max_examples=40, deadline=None)
@given(words=PROSE, width=st.integers(60, 400))
def test_wrapping_loses_no_letter(words: str, width: int) -> None:
    assert "".join(LETTERS.wrap(words, width, 20)).replace(" ", "").replace("-", "") == words.replace(" ", "").replace("-", "")


def test_a_word_that_is_longer_than_its_line_is_broken_with_a_hyphen() -> None:
    wide = LETTERS.width("Cymdeithasol", 20)
    first, *others = LETTERS.wrap("Cymdeithasol", wide - 1, 20)
    assert first.endswith("-") and first[:-1] + "".join(others) == "Cymdeithasol"
    assert LETTERS.wrap("Cymdeithasol", wide, 20) == ["Cymdeithasol"]
    assert not any(line.endswith("-") for line in LETTERS.wrap("/home/cymdeithasol/caffael", wide, 20))


@settings(max_examples=40, deadline=None)
@given(words=PROSE, width=st.integers(60, 400))
def test_rich_lines_are_never_wider_than_their_width(words: str, width: int) -> None:
    for line in LETTERS.wrap_runs(f"**{words}** {words}", width, 18):
        assert sum(LETTERS.width(run.words, 18, run.bold) for run in line) <= width


@settings(max_examples=40, deadline=None)
@given(words=PROSE, width=st.integers(60, 300), height=st.integers(30, 120))
def test_fitted_words_stand_in_their_box(words: str, width: int, height: int) -> None:
    fitted = LETTERS.fit(words, width, height, 26, 12)
    assert len(fitted.lines) * LETTERS.height(fitted.size) <= height
    assert all(LETTERS.width(line, fitted.size) <= width for line in fitted.lines)


def test_an_ellipsis_is_the_last_resort() -> None:
    assert LETTERS.fit("Trydan", 200, 40, 26, 12).whole
    short = LETTERS.fit("Prydau ysgol i wyth ysgol gynradd y cwm", 80, 16, 26, 12)
    assert not short.whole
    assert short.lines[-1].endswith("…")


@pytest.mark.parametrize("bold", [False, True])
def test_all_welsh_letters_and_signs_have_glyphs(bold: bool) -> None:
    known = TTFont(font_path(bold)).getBestCmap()
    alphabet = "abcdefghijklmnopqrstuvwxyz" + WELSH
    wanted = alphabet + alphabet.upper() + "0123456789" + SIGNS
    assert [letter for letter in wanted if ord(letter) not in known and letter not in LACKING] == []


def test_an_accent_typed_as_a_separate_mark_finds_its_letter() -> None:
    split = unicodedata.normalize("NFD", "dŵr a thŷ")
    assert len(split) > len("dŵr a thŷ")
    assert nfc(split) == "dŵr a thŷ"
    assert LETTERS.width(split, 20) == LETTERS.width("dŵr a thŷ", 20)


def test_marks_for_bold_are_not_read() -> None:
    assert plain("**Caerdydd** awarded") == "Caerdydd awarded"

"""What a reader reads out of the file, and what stands in the rules in short."""

import io
import re

import pypdf
import pytest

from caffael.printing.letters import needs_shaping
from caffael.printing.rules_pages import pieces_of
from caffael.scenario import load_pack
from caffael.words.language import Language
from tests.printing.conftest import Reader


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_welsh_is_read_out_of_the_file_letter_by_letter(school: Reader) -> None:
    reader = pypdf.PdfReader(io.BytesIO(school.printed.pdf))
    entry = school.printed.entries[-2]
    text = squeezed("".join(reader.pages[page - 1].extract_text() for page in range(entry.first, entry.last + 1, 2)))
    titles = [need.title("cy") for need in school.pack.texts.needs] + [need.title("en") for need in school.pack.texts.needs]
    assert [title for title in titles if squeezed(title) not in text] == []
    assert "ŵ" in text
    assert "ô" in text


def test_the_file_names_its_language_and_its_title(school: Reader) -> None:
    reader = pypdf.PdfReader(io.BytesIO(school.printed.pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "First Steps / Camau Cyntaf"
    assert str(reader.root_object["/Lang"]) == "en"


def test_the_first_page_counts_the_sheets_and_says_which_pages_have_backs(standard: Reader) -> None:
    text = standard.text(1)
    cards = standard.printed.entries[-2:]
    assert f"What is in this file: {sum(entry.sheets for entry in standard.printed.entries)} sheets" in text
    for entry in cards:
        assert entry.both_sides
        assert f"{entry.first}–{entry.last}" in text
    assert standard.printed.entries[-1].last == len(standard.pdf)


def test_the_rules_in_short_take_their_numbers_from_the_pack() -> None:
    def rules(**changes: object) -> str:
        pack = load_pack("smarter-spending", changes=changes)
        return "\n".join(piece.words for piece in pieces_of(pack, Language("en")))

    usual = rules()
    other = rules(**{"rules.officer_days_a_year": 9, "rules.emergency_cover_percent": 35, "rules.goal_start": 4})
    assert "and 6 officer days" in usual
    assert "and 9 officer days" in other
    assert "40\u00a0% more to pay" in usual
    assert "35\u00a0% more to pay" in other
    assert "Goal tokens lie on 4." in other


def test_what_a_game_has_not_is_not_in_its_rules() -> None:
    words = "\n".join(piece.words for piece in pieces_of(load_pack("first-steps"), Language("en", "school"))).lower()
    assert [word for word in ("section 114", "badge", "engage", "climate event", "joint", "track record", "lab") if word in words] == []


@pytest.mark.parametrize(("words", "shaped"), [("Tŷ Ŵyl, £1", False), ("x̂", True), ("नमस्ते", True), ("−8 %", False)])
def test_letters_that_latin_type_has_are_set_as_they_are(words: str, shaped: bool) -> None:
    assert needs_shaping(words) is shaped

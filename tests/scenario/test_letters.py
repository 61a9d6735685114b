"""Texts that hide, turn round or pile up are refused, and name the sign; letters of every kind are welcome."""

import pytest

from caffael.scenario import Fault
from caffael.scenario.cells import read_words, why_not_text
from tests.scenario.workbench import Workbench


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\x07", "U+0007"),
        ("\x00", "U+0000"),
        ("\x7f", "U+007F"),
        ("\x9b", "U+009B"),
        ("\u00ad", "U+00AD, soft hyphen"),
        ("\u061c", "U+061C, arabic letter mark"),
        ("\u200b", "U+200B, zero width space"),
        ("\u200d", "U+200D, zero width joiner"),
        ("\u200e", "U+200E, left-to-right mark"),
        ("\u200f", "U+200F, right-to-left mark"),
        ("\u202a", "U+202A, left-to-right embedding"),
        ("\u202e", "U+202E, right-to-left override"),
        ("\u2066", "U+2066, left-to-right isolate"),
        ("\u2069", "U+2069, pop directional isolate"),
        ("\u2060", "U+2060, word joiner"),
        ("\ufeff", "U+FEFF, zero width no-break space"),
        ("\u034f", "U+034F, combining grapheme joiner"),
        ("\u115f", "U+115F, hangul choseong filler"),
        ("\u3164", "U+3164, hangul filler"),
        ("\ufe0f", "U+FE0F, variation selector-16"),
        ("\U000e0041", "U+E0041, tag latin capital letter a"),
        ("\U000e0100", "U+E0100, variation selector-17"),
        ("\ue000", "U+E000"),
        ("\U0010ffff", "U+10FFFF"),
        ("\u0378", "U+0378"),
    ],
)
def test_a_sign_that_cannot_be_seen_is_named(sign: str, name: str) -> None:
    assert why_not_text(f"a{sign}b") == f"The text contains a character that cannot be shown ({name}); type the text again without it."


@pytest.mark.parametrize("sign", ["\x00", "\u202e", "\u3164"])
def test_a_cell_with_such_a_sign_is_a_fault_that_can_be_shown(bench: Workbench, sign: str) -> None:
    bench.cell("needs.csv", 2, "title_cy", f"a{sign}b")
    fault = bench.only_fault()
    assert (fault.file, fault.row, fault.column) == ("needs.csv", 2, "title_cy")
    assert fault.message.startswith("The text contains a character that cannot be shown (U+")
    assert str(fault).isprintable()


@pytest.mark.parametrize("sign", ["\\u202E", "\\u0007"])
def test_texts_of_the_scenario_file_are_looked_at_as_well(bench: Workbench, sign: str) -> None:
    line = bench.toml('title_en = "Smarter Spending"', f'title_en = "Smarter{sign} Spending"')
    fault = bench.only_fault()
    assert (fault.row, fault.column) == (line, "title_en")
    assert f"(U+{sign[2:]}" in fault.message


def test_a_lone_half_of_a_sign_is_no_text(bench: Workbench) -> None:
    bench.toml('title_en = "Smarter Spending"', 'title_en = "Smarter\\uD800"')
    assert bench.only_fault().message.startswith("A backslash within quotation marks has a meaning of its own")
    bench.toml('title_en = "Smarter\\uD800"', 'title_en = "Smarter"')
    path = bench.folder / "needs.csv"
    path.write_bytes(path.read_bytes().replace(b"School", b"\xed\xa0\x80", 1))
    assert bench.only_fault().message.startswith("The file is not saved as UTF-8")


def test_marks_that_pile_up_are_refused(bench: Workbench) -> None:
    bench.cell("needs.csv", 2, "title_cy", "Z" + "\u0335\u0322\u0348" + "algo")
    message = "The text has more than 2 marks on one letter (U+0348, combining double vertical line below); type it again."
    assert bench.only_fault() == Fault("needs.csv", 2, "title_cy", "Z\u0335\u0322\u0348algo", message)


@pytest.mark.parametrize(
    "text",
    ["Dŵr i’r tŷ – £5 yr un", "Ἀθῆναι", "Việt Nam", "Тарас", "القاهرة", "नमस्ते", "学校の牛乳", "½ • ✓ ☀ 🌱", "“Llan” fair…"],
)
def test_letters_of_every_kind_are_read(text: str) -> None:
    assert read_words(text) == text


def test_letters_made_of_two_signs_become_one_in_the_scenario_file_too(bench: Workbench) -> None:
    bench.toml('title_cy = "Gwario Doethach"', 'title_cy = "Dw\u0302r a\\u0302"')
    assert bench.load().title("cy") == "D\u0175r \u00e2"

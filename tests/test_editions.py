"""The editions of the language: small catalogues of their own, over the usual words, in both languages."""

import gettext
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from caffael_tools import catalogues
from caffael_tools.catalogues import Sentence, as_po, edition_faults, edition_path, empty, forms, key_of, read, read_edition, sentences_of
from caffael_tools.catalogues import catalogue as catalogue_module
from caffael_tools.catalogues import editions as editions_module
from caffael_tools.catalogues.editions import Edition

from caffael.resources import folder
from caffael.words.language import CODES, EDITIONS, Code, Language
from tests.reading_age import grade, sentences, syllables, words

ENGLISH = Language("en", "school")
WELSH = Language("cy", "school")
COUNCIL_WORDS = {"en": r"council|officer|supplier|region|\bbid", "cy": r"[cg]h?yng(or|h)|swyddog|[cg]h?yflenw|rhanbarth"}
GRADE = 2.5
"""Flesch-Kincaid; the usual words of the same sentences are near 4, an eight-year-old reads 3."""
LONGEST = 14
Rows = Mapping[Any, Any]
"""What a catalogue says for each sentence; both are one text or several forms."""


@pytest.fixture(scope="module")
def school() -> Edition:
    return read_edition("school")


@pytest.fixture(scope="module")
def code() -> list[Sentence]:
    """The sentences of the code, read once."""
    return sentences_of()


@pytest.fixture(scope="module")
def usual() -> Catalog:
    return read(folder("assets") / catalogues.PLACE / "caffael.po")


def every(edition: Edition, code: Code) -> list[str]:
    """All that an edition says, a word in the place of each value."""
    return [re.sub(r"\{\w+\}", "garden", form) for message in edition[code] if message.id for form in forms(message)]


def said(edition: Edition, code: Code) -> list[str]:
    """What it says in whole sentences, without the labels, which would make it seem easier than it is."""
    return [text for text in every(edition, code) if text[-1] in ".!?"]


# The language


def test_a_school_says_it_in_its_own_words() -> None:
    assert ENGLISH.text("Publish a tender") == "Ask for offers"
    assert WELSH.text("Publish a tender") == "Gofyn am gynigion"


def test_what_an_edition_lacks_is_said_in_the_usual_words() -> None:
    assert ENGLISH.text("Go back") == "Go back"
    assert WELSH.text("Go back") == Language("cy").text("Go back") == "Mynd yn ôl"
    assert ENGLISH.plural("{n} year left", "{n} years left", 2) == "2 years left"
    assert WELSH.plural("{n} year left", "{n} years left", 2) == "2 flynedd ar ôl"


def test_both_languages_count_in_an_edition() -> None:
    one, many = "{n} officer day left", "{n} officer days left"
    assert [ENGLISH.plural(one, many, n) for n in (0, 1, 2)] == ["0 staff days left", "1 staff day left", "2 staff days left"]
    assert [WELSH.plural(one, many, n) for n in (1, 2, 3)] == ["1 diwrnod staff ar ôl", "2 ddiwrnod staff ar ôl", "3 diwrnod staff ar ôl"]


def test_an_edition_leaves_the_usual_words_as_they_were() -> None:
    assert Language("en").text("Publish a tender") == "Publish a tender"
    assert Language("cy").text("Publish a tender") == "Cyhoeddi tendr"


def test_languages_are_the_same_by_code_and_edition() -> None:
    assert Language("en", "school") == ENGLISH != Language("en")
    assert len({Language("cy"), Language("cy", "council"), WELSH}) == 2
    assert repr(WELSH) == "Language('cy', 'school')"


def test_there_is_no_other_edition() -> None:
    with pytest.raises(ValueError, match="council or a school"):
        Language("en", "hospital")


# What ships


def test_the_editions_that_ship_have_no_faults(school: Edition, code: list[Sentence], usual: Catalog) -> None:
    assert edition_faults(school, code, usual) == []


def test_every_edition_has_both_languages() -> None:
    for edition in EDITIONS[1:]:
        for code in CODES:
            assert edition_path(edition, code).is_file()


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_edition_says_what_the_text_says(school: Edition, code: Code) -> None:
    with edition_path("school", code).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in school[code]:
        if isinstance(message.id, str) and message.id:
            assert (compiled.gettext(message.id),) == forms(message)
        elif message.id:
            numbers = (1, 2) if code == "en" else (0, 1, 2, 3, 6, 4, 8)
            assert tuple(compiled.ngettext(message.id[0], message.id[1], n) for n in numbers) == forms(message)


@pytest.mark.parametrize("code", CODES)
def test_a_school_never_speaks_of_councils(school: Edition, code: Code) -> None:
    assert [text for text in every(school, code) if re.search(COUNCIL_WORDS[code], text, re.IGNORECASE)] == []


def test_the_english_of_a_school_is_for_eight_year_olds(school: Edition) -> None:
    texts = said(school, "en")
    assert len(texts) > 100
    assert grade(texts) <= GRADE


def test_the_usual_english_would_be_too_hard(school: Edition) -> None:
    texts = [message.id if isinstance(message.id, str) else message.id[1] for message in school["en"] if message.id]
    assert grade([re.sub(r"\{\w+\}", "garden", text) for text in texts if text[-1] in ".!?"]) > GRADE


@pytest.mark.parametrize("code", CODES)
def test_sentences_of_a_school_are_short(school: Edition, code: Code) -> None:
    long = [one for text in said(school, code) for one in sentences(text) if len(words(one)) > LONGEST]
    assert long == []


@pytest.mark.parametrize(
    ("word", "count"), [("tender", 2), ("made", 1), ("planet", 2), ("needed", 2), ("used", 1), ("places", 2), ("apple", 2), ("£84k", 1)]
)
def test_syllables_are_counted_well_enough(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_hard_text_has_a_higher_grade() -> None:
    assert grade(["The cat sat on the mat."]) < 1
    assert grade(["Municipal organisations systematically prioritise sustainability."]) > 12


# The tool

CAT = Sentence(None, "{n} cat", "{n} cats", "some.py")
MAT = Sentence(None, "The mat of {team}.", None, "some.py")


def edition(english: Rows, welsh: Rows) -> Edition:
    """An edition with these sentences."""
    made: Edition = {"en": empty(None, "en"), "cy": empty(None, "cy")}
    for catalogue, rows in zip(made.values(), (english, welsh), strict=True):
        for key, text in rows.items():
            catalogue.add(key, text)
    return made


def faults(english: Rows, welsh: Rows) -> list[str]:
    ours = empty()
    ours.add(MAT.english, "Mat {team}.")
    return edition_faults(edition(english, welsh), [CAT, MAT], ours)


SOUND = {MAT.english: "Here is {team}."}, {MAT.english: "Dyma {team}."}


def test_a_sound_edition_has_no_faults() -> None:
    assert faults(*SOUND) == []


def test_a_sentence_that_the_code_lost_is_named() -> None:
    (fault,) = faults({**SOUND[0], "The dog.": "A dog."}, {**SOUND[1], "The dog.": "Ci."})[:1]
    assert fault == "English: the code no longer says “The dog.”. Put the new English in its place, or take the sentence out."


def test_a_sentence_that_one_language_lacks_is_named() -> None:
    assert faults(SOUND[0], {}) == ["Cymraeg lacks a sentence that the other language has: “The mat of {team}.”."]


def test_a_value_that_is_lost_or_invented_is_named() -> None:
    assert faults(SOUND[0], {MAT.english: "Dyma {tim}."}) == ["Cymraeg, “The mat of {team}.”: “Dyma {tim}.” has other values in braces."]


def test_a_sentence_with_nothing_said_is_named() -> None:
    assert faults(SOUND[0], {MAT.english: ""}) == ["Cymraeg, “The mat of {team}.”: nothing is said for it."]


def test_plural_forms_have_to_agree() -> None:
    key = (CAT.english, CAT.plural)
    welsh = {key: ("{n} cath",) * 7}
    assert faults({key: ("{n} kitten", "{n} kittens")}, welsh) == []
    assert faults({key: ("{n} kitten", "")}, welsh) == ["English, “{n} cat”: it needs 2 forms, none of them empty."]
    assert faults({CAT.english: "{n} kitten"}, welsh) == ["English, “{n} cat”: its plural is “{n} cats” in the code."]


def test_what_is_said_as_usual_has_to_be_left_out() -> None:
    usual = {MAT.english: MAT.english}, {MAT.english: "Mat {team}."}
    assert faults(*usual) == ["“The mat of {team}.” is said in the usual words in both languages; leave it out."]
    assert faults(usual[0], SOUND[1]) == []


@pytest.fixture
def assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: list[Sentence]) -> Path:
    """The catalogues in a folder of the test."""
    shutil.copytree(folder("assets") / "locale", tmp_path / "locale")
    for module in (editions_module, catalogues.tool):
        monkeypatch.setattr(module, "folder", lambda _: tmp_path)
    monkeypatch.setattr(catalogues.tool, "sentences_of", lambda: code)
    return tmp_path / "locale"


def test_the_tool_changes_nothing_once_all_is_in_step(assets: Path) -> None:
    before = {path: path.read_bytes() for path in assets.rglob("*.?o")}
    assert catalogues.main([]) == 0
    assert catalogues.main(["--check"]) == 0
    assert {path: path.read_bytes() for path in assets.rglob("*.?o")} == before


def test_the_tool_compiles_an_edition_that_was_changed(assets: Path, capsys: pytest.CaptureFixture[str]) -> None:
    po = assets / "en" / "LC_MESSAGES" / "school.po"
    po.write_text(po.read_text(encoding="utf-8").replace('"Ask for offers"', '"Get offers"'), encoding="utf-8")
    assert catalogues.main(["--check"]) == 1
    assert "en/school.mo is out of date; run python -m caffael_tools.catalogues." in capsys.readouterr().err
    assert catalogues.main([]) == 0
    assert catalogues.main(["--check"]) == 0
    with po.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Publish a tender") == "Get offers"


def test_the_tool_writes_nothing_of_an_edition_with_a_fault(assets: Path, capsys: pytest.CaptureFixture[str]) -> None:
    po = assets / "cy" / "LC_MESSAGES" / "school.po"
    compiled = po.with_suffix(".mo").read_bytes()
    po.write_text(po.read_text(encoding="utf-8").replace('msgid "Publish a tender"', 'msgid "Publish tenders"'), encoding="utf-8")
    changed = po.read_bytes()
    assert catalogues.main([]) == 1
    assert "The school edition. Cymraeg: the code no longer says “Publish tenders”." in capsys.readouterr().err
    assert (po.read_bytes(), po.with_suffix(".mo").read_bytes()) == (changed, compiled)


def test_a_new_edition_is_in_order_at_once(assets: Path) -> None:
    for language in CODES:
        path = assets / language / "LC_MESSAGES" / "school.po"
        path.with_suffix(".mo").unlink()
        lines = read(path, language)
        turned = empty(None, language)
        for message in reversed([one for one in lines if one.id]):
            turned.add(message.id, message.string, user_comments=message.user_comments)
        path.write_bytes(as_po(turned))
    assert catalogues.main([]) == 0
    assert catalogues.main(["--check"]) == 0
    usual = [key_of(message) for message in read(assets / "cy" / "LC_MESSAGES" / "caffael.po") if message.id]
    school = [key_of(message) for message in read(assets / "cy" / "LC_MESSAGES" / "school.po") if message.id]
    assert school == [key for key in usual if key in school]
    assert catalogue_module.PLURALS["en"] in (assets / "en" / "LC_MESSAGES" / "school.po").read_text(encoding="utf-8")

import gettext
import io
import re
import string
from pathlib import Path
from typing import Any, cast

import pytest
from babel.messages.catalog import Catalog, Message
from caffael_tools.catalogues import (
    FORMS,
    PLACE,
    Sentence,
    as_mo,
    as_po,
    empty,
    forms,
    key_of,
    read,
    sentences_in,
    sentences_of,
    to_fill_in,
    untranslated,
    updated,
)

from caffael.resources import folder
from caffael.words.language import Language

ENGLISH = Language("en")
WELSH = Language("cy")
PO = folder("assets") / PLACE / "caffael.po"
MO = PO.with_suffix(".mo")


def english_of(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def names_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return read(PO)


@pytest.fixture(scope="module")
def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id and forms(message)]


def test_every_sentence_of_the_code_has_its_welsh(messages: list[Message]) -> None:
    welsh = {key_of(message) for message in messages if forms(message)}
    missing = [f"{sentence.file}: {sentence.english}" for sentence in sentences_of() if sentence.key not in welsh]
    assert not missing, "Run python -m caffael_tools.catalogues and fill in:\n" + "\n".join(missing)


def test_no_sentence_of_the_catalogue_lacks_welsh(catalogue: Catalog) -> None:
    assert not [message.id for message in untranslated(catalogue)]


def test_the_compiled_catalogue_says_what_the_text_says(messages: list[Message]) -> None:
    with MO.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in messages:
        english = english_of(message)
        if len(english) == 1:
            said = compiled.pgettext(message.context, english[0]) if message.context else compiled.gettext(english[0])
            assert (said,) == forms(message)
        else:
            assert tuple(compiled.ngettext(english[0], english[1], n) for n in (0, 1, 2, 3, 6, 4, 8)) == forms(message)


def test_the_compiled_catalogue_holds_nothing_else(messages: list[Message]) -> None:
    with MO.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    ids = {key if isinstance(key, str) else key[0] for key in vars(compiled)["_catalog"] if key}
    assert ids == {f"{message.context}\x04{english_of(message)[0]}" if message.context else english_of(message)[0] for message in messages}


def test_no_value_is_lost_or_invented_in_welsh(messages: list[Message]) -> None:
    for message in messages:
        names = set().union(*map(names_in, english_of(message)))
        for welsh in forms(message):
            assert names_in(welsh) == names, (message.id, welsh)


def test_a_plural_has_seven_welsh_forms(catalogue: Catalog, messages: list[Message]) -> None:
    assert catalogue.num_plurals == FORMS
    for message in messages:
        assert len(forms(message)) == (1 if isinstance(message.id, str) else FORMS), message.id


def test_a_sentence_ends_alike_in_both_languages(messages: list[Message]) -> None:
    for message in messages:
        for form in forms(message):
            for sign in ".:?!…":
                assert form.endswith(sign) == english_of(message)[0].endswith(sign), (message.id, form)


def test_welsh_opens_and_closes_quotation_marks_as_english_does(messages: list[Message]) -> None:
    for message in messages:
        for form in forms(message):
            for sign in "“”":
                assert form.count(sign) == english_of(message)[0].count(sign), (message.id, form)


def test_the_tool_keeps_what_falls_out_of_use_and_brings_it_back(tmp_path: Path) -> None:
    sentence = Sentence(None, "{n} cat", "{n} cats", "some.py")
    welsh = tuple(f"{{n}} cath{form}" for form in range(FORMS))
    first = empty()
    first.add(("{n} cat", "{n} cats"), welsh, user_comments=["check: cath"])
    path = tmp_path / "caffael.po"
    path.write_bytes(as_po(updated(first, [], [first])))
    gone = read(path)
    assert gone.get(sentence.english) is None
    path.write_bytes(as_po(updated(gone, [sentence], [gone])))
    back = read(path).get(sentence.english)
    assert forms(back) == welsh
    assert back is not None and back.user_comments == ["check: cath"]


def test_a_plural_that_lacks_welsh_is_not_compiled() -> None:
    lacking = updated(empty(), [Sentence(None, "{n} cat", "{n} cats", "some.py")], [])
    compiled = gettext.GNUTranslations(io.BytesIO(as_mo(lacking)))
    assert compiled.ngettext("{n} cat", "{n} cats", 2) == "{n} cats"


def test_the_tool_lists_what_lacks_welsh_in_a_form_it_can_read(tmp_path: Path) -> None:
    path = tmp_path / "missing.po"
    path.write_text(to_fill_in(untranslated(updated(empty(), [Sentence(None, "A cat.", None, "some.py")], []))), encoding="utf-8")
    assert 'msgid "A cat."\nmsgstr ""' in path.read_text(encoding="utf-8")
    assert read(path).num_plurals == FORMS


def test_the_tool_finds_sentences_and_marked_words() -> None:
    code = (
        "from caffael.words.sentence import Sentence\n"
        "from caffael.words.language import words\n"
        "A = words('One.')\n"
        "B = Sentence('{n} is no game.', n=1)\n"
        "pattern = 'It is {n}.'\n"
        "def f(language, painter, n):\n"
        "    painter.words('Not this.')\n"
        "    language.text(A)\n"
        "    language.text('Two '\n        '{x}.', x=n)\n"
        "    language.plural('{n} card', '{n} cards', n)\n"
        "    language.text_in('deck', 'Draw')\n"
    )
    assert [(s.context, s.english, s.plural) for s in sentences_in(code, "some.py")] == [
        (None, "One.", None),
        (None, "{n} is no game.", None),
        (None, "It is {n}.", None),
        (None, "Two {x}.", None),
        (None, "{n} card", "{n} cards"),
        ("deck", "Draw", None),
    ]


@pytest.mark.parametrize(
    ("pounds", "short", "exact"),
    [
        (0, "£0", "£0"),
        (950, "£950", "£950"),
        (1_500, "£1.5k", "£1,500"),
        (2_000, "£2k", "£2,000"),
        (9_960, "£10k", "£9,960"),
        (84_000, "£84k", "£84,000"),
        (412_350, "£412k", "£412,350"),
        (999_499, "£999k", "£999,499"),
        (999_500, "£1m", "£999,500"),
        (1_240_000, "£1.2m", "£1,240,000"),
        (-25_000, "−£25k", "−£25,000"),
        (-7, "−£7", "−£7"),
    ],
)
def test_money_is_short_or_exact(pounds: int, short: str, exact: str) -> None:
    for language in (ENGLISH, WELSH):
        assert language.money(pounds) == short
        assert language.money_exact(pounds) == exact


@pytest.mark.parametrize(
    ("kilograms", "said"),
    [
        (0, "0 t"),
        (40, "40 kg"),
        (400, "0.4 t"),
        (4_000, "4 t"),
        (9_960, "10 t"),
        (84_400, "84 t"),
        (2_180_000, "2,180 t"),
        (-400, "−0.4 t"),
    ],
)
def test_carbon_is_in_tonnes(kilograms: int, said: str) -> None:
    assert WELSH.carbon(kilograms) == said.replace(" ", "\u00a0")


def test_numbers_keep_their_signs_and_units() -> None:
    assert ENGLISH.number(-2_180) == "−2,180"
    assert [ENGLISH.signed(n) for n in (2, 0, -1)] == ["+2", "0", "−1"]
    assert ENGLISH.percent(40) == "40\u00a0%"
    assert ENGLISH.signed_percent(-8) == "−8\u00a0%"
    assert ENGLISH.score(7_344_999) == "73.4"
    assert ENGLISH.score(10_000_000) == "100.0"
    assert [ENGLISH.signed_money(n) for n in (50_000, 0, -50_000)] == ["+£50k", "£0", "−£50k"]


def test_welsh_counts_days_with_their_mutation() -> None:
    said = [WELSH.plural("The tender took {n} officer day.", "The tender took {n} officer days.", n) for n in (0, 1, 2, 3, 4, 6, 7)]
    assert said == [f"Cymerodd y tendr {n} {'ddiwrnod' if n == 2 else 'diwrnod'} swyddog." for n in (0, 1, 2, 3, 4, 6, 7)]


YEARS = {1: "1 flwyddyn", 2: "2 flynedd", 3: "3 blynedd", 4: "4 blynedd", 5: "5 mlynedd", 6: "6 blynedd", 7: "7 mlynedd", 8: "8 mlynedd"}
"""Years as Welsh counts them: 4 goes with 3 and 6, 5 with 7 and 8, which is why a plural has seven forms."""


def test_welsh_counts_years() -> None:
    assert {n: WELSH.plural("{n} year", "{n} years", n) for n in YEARS} == YEARS


def test_every_sentence_that_counts_years_counts_them_so(messages: list[Message]) -> None:
    counted = [message for message in messages if not isinstance(message.id, str) and re.search(r"\{n\} years?\b", message.id[1])]
    assert len(counted) > 5
    for message in counted:
        one, many = english_of(message)
        values = dict.fromkeys(names_in(many) - {"n"}, "…")
        for n, years in YEARS.items():
            assert years in WELSH.plural(one, many, n, **values), many


def test_a_number_of_years_in_a_sentence_without_plural_forms_stands_before_o_or_in_brackets(messages: list[Message]) -> None:
    for message in messages:
        if isinstance(message.id, str):
            said = forms(message)[0]
            assert not re.search(r"\{\w+\} (?:[bfm]lynedd|f?lwyddyn|blwyddyn)\b", said), f"write {{n}} o flynyddoedd: {said}"


def test_english_counts_days() -> None:
    said = [ENGLISH.plural("The tender took {n} officer day.", "The tender took {n} officer days.", n) for n in (0, 1, 2)]
    assert said == ["The tender took 0 officer days.", "The tender took 1 officer day.", "The tender took 2 officer days."]


def test_a_sentence_that_the_catalogue_lacks_is_said_in_english() -> None:
    assert WELSH.text("No such sentence: {n}.", n=1_200) == "No such sentence: 1,200."
    assert WELSH.text_in("nowhere", "No such sentence.") == "No such sentence."


def test_there_is_no_third_language() -> None:
    with pytest.raises(ValueError, match="English"):
        Language(cast(Any, "fr"))


def test_each_language_names_itself() -> None:
    assert (ENGLISH.name, WELSH.name) == ("English", "Cymraeg")

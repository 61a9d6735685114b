"""The handbook explains all that the rules number and the board shows, in both languages, and says where its facts come from."""

import pytest

from caffael.rules.terms import Badge, Criterion, Goal, Kind, Lab, Route, Scope, Theme
from caffael.words import handbook, sentences
from caffael.words.language import Language

LANGUAGES = (Language("en"), Language("cy"), Language("en", "school"), Language("cy", "school"))
NAMED = {
    "goal": (Goal, sentences.goal_title),
    "lab": (Lab, sentences.lab_name),
    "badge": (Badge, sentences.badge_name),
    "kind": (Kind, sentences.kind_name),
    "theme": (Theme, sentences.theme_name),
    "route": (Route, sentences.route_name),
}


@pytest.mark.parametrize("language", LANGUAGES[:2], ids=["en", "cy"])
@pytest.mark.parametrize("group", NAMED)
def test_whatever_the_rules_number_is_explained_under_its_name_on_the_board(group: str, language: Language) -> None:
    members, name = NAMED[group]
    for member in members:
        assert handbook.numbered(language, group, member).title == name(language, member)


@pytest.mark.parametrize("language", LANGUAGES[:2], ids=["en", "cy"])
def test_each_scope_of_quotes_and_each_criterion_is_explained_under_its_name(language: Language) -> None:
    for scope in Scope:
        assert handbook.route(language, Route.QUOTES, scope).title == sentences.route_name(language, Route.QUOTES, scope)
    for criterion in Criterion:
        assert handbook.criterion(language, criterion).title == sentences.criterion_name(language, criterion)
    for criterion in (Criterion.QUALITY, Criterion.CARBON):
        assert handbook.criterion(language, criterion, True).title == sentences.criterion_name(language, criterion, people=True)


@pytest.mark.parametrize("language", LANGUAGES, ids=str)
def test_every_entry_is_whole_short_sentences(language: Language) -> None:
    for entry in handbook.everything(language):
        assert entry.title and entry.source, entry.key
        for said in (entry.line, entry.game, entry.world, *entry.levels):
            assert said[-1] == "." or said[-1] == "?", (entry.key, said)
            assert len(said) <= 220 and said == said.strip() and "  " not in said, (entry.key, said)


def test_welsh_is_never_the_english() -> None:
    for english, welsh in zip(*(handbook.everything(language) for language in LANGUAGES[:2]), strict=True):
        assert english.line != welsh.line and english.game != welsh.game and english.world != welsh.world, english.key


def test_the_school_edition_keeps_its_own_words() -> None:
    usual, school = (handbook.entry(language, "phase", "review") for language in (LANGUAGES[0], LANGUAGES[2]))
    assert (usual.title, school.title) == ("Review", "Look back")
    assert handbook.entry(LANGUAGES[2], "lab", "data") == handbook.entry(LANGUAGES[0], "lab", "data")


def test_the_terms_of_the_glossary_stand_where_their_english_stands() -> None:
    stems = {"supplier": "yflenw", "contract": "ontract", "carbon": "arbon", "officer day": "swyddog", "tender": "endr"}
    for english, welsh in zip(*(handbook.everything(language) for language in LANGUAGES[:2]), strict=True):
        for term, stem in stems.items():
            if term in english.line.lower():
                assert stem in welsh.line.lower(), (english.key, term)

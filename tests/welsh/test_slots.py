"""No value stands in a Welsh sentence where Welsh would change it, or be changed by it."""

import pytest

from tests.welsh.corpus import Piece, corpus
from tests.welsh.slots import slips

HARMLESS = {("{total} of {needed} needed", "'r {needed} yr"): "yr begins a clause here, it is no noun that the number counts"}
"""What looks like a slip and is none: the English, what is found, and why it is harmless."""


def piece(welsh: str, counted: bool = False) -> Piece:
    return Piece("a.po", "A sentence.", welsh, "formal", "A sentence.", counted)


def test_no_value_of_a_welsh_sentence_mutates_or_is_left_without_its_form() -> None:
    said = [
        f"{one.where}: “{slip.what}” in “{one.welsh}”: {slip.instead}."
        for one in corpus()
        for slip in slips(one)
        if (one.english, slip.what) not in HARMLESS
    ]
    assert not said, "\n".join(said)


def test_every_harmless_slot_is_still_there() -> None:
    there = {(one.english, slip.what) for one in corpus() for slip in slips(one)}
    assert HARMLESS.keys() <= there, HARMLESS.keys() - there
    assert all(HARMLESS.values())


@pytest.mark.parametrize(
    ("welsh", "found"),
    [
        ("Contract i {team}.", "i {team}"),
        ("Gan {other_team} y daeth.", "Gan {other_team}"),
        ("Mae cyflenwyr yn {council} hefyd.", "yn {council}"),
        ("{team} sy'n ennill, gyda {n} o bwyntiau.", "gyda {n}"),
        ("Prynu fel “{title}” a “{need}”.", "a “{need}"),
        ("Mae'n fwy na {most}.", "na {most}"),
        ("Cewch {n} pwynt.", "{n} pwynt"),
        ("Llenwch y rhes hyd at {market} cyflenwr.", "{market} cyflenwr"),
        ("Dewisodd {team} {supplier}.", "odd {team} {supplier}"),
    ],
)
def test_a_value_that_would_mutate_is_found(welsh: str, found: str) -> None:
    assert [slip.what for slip in slips(piece(welsh))] == [found]


def test_a_noun_after_the_article_and_a_number_is_found() -> None:
    assert "'r {n} cyflenwr" in [slip.what for slip in slips(piece("Mae'r {n} cyflenwr yn mynd.", counted=True))]


@pytest.mark.parametrize(
    "welsh",
    [
        "Contract i dîm {team}.",
        "Mae {team} yn ennill. Pwyntiau: {n}.",
        "{n} o bwyntiau, a hefyd {money}.",
        "Tyfodd “{goal}” o {n} i {most}.",
        "Siomwyd {team}: {supplier}.",
    ],
)
def test_a_value_that_stands_well_is_left_alone(welsh: str) -> None:
    assert list(slips(piece(welsh))) == []


def test_forms_of_a_plural_may_count_a_noun() -> None:
    assert list(slips(piece("{n} bwynt", counted=True))) == []
    assert list(slips(piece("{n} bwynt"))) != []

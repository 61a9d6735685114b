"""Warnings about letters that no typeface has: the board and the paper leave them out."""

from collections.abc import Iterator

from caffael.scenario.advice.words import pairs_of_tables
from caffael.scenario.draft import Draft
from caffael.scenario.faults import Fault
from caffael.scenario.layers.both_languages import ENGLISH_END, WELSH_END
from caffael.scenario.scenario_file import ScenarioFile
from caffael.words.sentence import Sentence
from caffael.words.typefaces import lacking, readable

NAME = "name"
MOST = 12
"""So many signs are named; who writes a whole deck in another script needs no list of its letters."""


def typeface_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Every text with letters that can't be shown."""
    for sheet in draft.sheets():
        for row in sheet.rows:
            for column, text in row.cells.items():
                if (column == NAME or column.endswith((ENGLISH_END, WELSH_END))) and lacking(text):
                    yield row.fault(column, text, sentence(text, row.id))
    for spot, welsh, *texts in pairs_of_tables(draft, scenario):
        for key, text in zip((welsh.removesuffix(WELSH_END) + ENGLISH_END, welsh), texts, strict=True):
            if lacking(text):
                yield spot.fault(key, text, sentence(text, key))


def sentence(text: str, ident: str) -> Sentence:
    """What is left out of a text, and what will be read in its place."""
    letters, left = lacking(text), readable(text, ident)
    pattern = "No typeface here has these signs: {letters}. The board and the paper will show: {left}. Write it in letters that they have."
    return Sentence(pattern, letters=" ".join(letters[:MOST]) + (" …" if len(letters) > MOST else ""), left=left)

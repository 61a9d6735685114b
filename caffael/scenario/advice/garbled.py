"""Warnings about letters that another program garbled when it opened or saved a file, and about odd things of a spreadsheet."""

import re
from collections.abc import Iterator

from caffael.scenario.draft import Draft
from caffael.scenario.faults import Fault, Spot, shown
from caffael.scenario.models import SOURCE
from caffael.scenario.read.letters import healed
from caffael.scenario.read.toml_text import KeyPath, dotted, spot_at
from caffael.words.sentence import Sentence

ASKED = re.compile(r"\S*\?[^\W\d_]\S*")
"""A word with a question mark before a letter, as a program writes it that has no letter of its own for ŵ or ŷ."""
ADDRESS = "://"
Text = tuple[Spot, str, str]
"""A text with its place and the name of its column or key."""


def garbled_warnings(draft: Draft) -> Iterator[Fault]:
    """Texts whose letters are not those that were written, and what was odd about the spreadsheets."""
    for sheet in draft.sheets():
        yield from sheet.odd
    for spot, column, text in [*texts_of_decks(draft), *texts_in(draft, draft.tables.data, ())]:
        better = healed(text)
        if better != text:
            pattern = "The letters are garbled; this should probably be {text}. Type it again, or open the file as UTF-8 first."
            yield spot.fault(column, text, Sentence(pattern, text=shown(better)))
        elif not column.endswith(SOURCE) and ADDRESS not in text and (asked := ASKED.search(text)):
            pattern = "A letter seems to be lost in {word}, where a question mark stands; write the word again."
            yield spot.fault(column, text, Sentence(pattern, word=shown(asked[0])))


def texts_of_decks(draft: Draft) -> Iterator[Text]:
    """The cells of all decks."""
    for sheet in draft.sheets():
        for row in sheet.rows:
            for column, text in row.cells.items():
                yield row.spot(column), column, text


def texts_in(draft: Draft, value: object, path: KeyPath) -> Iterator[Text]:
    """The texts of scenario.toml."""
    if isinstance(value, str):
        yield spot_at(draft.tables.spots, path), dotted(path), value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_in(draft, inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from texts_in(draft, inner, (*path, place))

"""A developer's tool for the catalogues: find the sentences in the code, keep their translations, compile them.

    python -m caffael_tools.catalogues                  update and compile; print what still lacks Welsh, ready to be filled in
    python -m caffael_tools.catalogues --fill FILE.po   take translations from a file of that form first
    python -m caffael_tools.catalogues --check          change nothing; say what is out of date

Where things are:

- `sentences.py`  the sentences of the code
- `catalogue.py`  the catalogue of the usual Welsh, as .po and .mo
- `editions.py`   the small catalogues of the editions, in both languages, and what may be wrong with them
- `tool.py`       the command

Needs Babel (the `test` extra). The game itself reads the compiled catalogues with the standard library.
"""

from caffael_tools.catalogues.catalogue import FORMS, PLACE, as_mo, as_po, empty, forms, key_of, read, untranslated, updated
from caffael_tools.catalogues.editions import edition_faults, edition_path, in_order, read_edition
from caffael_tools.catalogues.sentences import Sentence, sentences_in, sentences_of
from caffael_tools.catalogues.tool import main, to_fill_in

__all__ = [
    "FORMS",
    "PLACE",
    "Sentence",
    "as_mo",
    "as_po",
    "edition_faults",
    "edition_path",
    "empty",
    "forms",
    "in_order",
    "key_of",
    "main",
    "read",
    "read_edition",
    "sentences_in",
    "sentences_of",
    "to_fill_in",
    "untranslated",
    "updated",
]

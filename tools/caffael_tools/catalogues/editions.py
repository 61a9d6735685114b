"""The editions: small catalogues of the sentences that a school says in other words than a council, in English and in Welsh.

Each is written by hand, under the usual English as its key. It goes wrong quietly: when the code's sentence changes, the key finds
nothing any more and children read the usual words. So an edition that has a fault is not compiled, and the fault is named.
"""

import string
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog

from caffael.resources import folder
from caffael.words.language import CODES, EDITIONS, NAMES, NOUN_VALUES, USUAL, Code
from caffael_tools.catalogues.catalogue import FORMS, LOCALES, add, as_mo, as_po, empty, forms, key_of, read, replace
from caffael_tools.catalogues.sentences import Key, Sentence

HEADER = """\
{name}: the sentences that the {edition} edition says in other words. Those that it lacks are said in the usual ones.
Write a sentence under its usual English, in both languages; `python -m caffael_tools.catalogues` checks, orders and compiles them.
A sentence under the comment "check:" is still to be read by a Welsh speaker."""
SAID_FORMS = {"en": 2, "cy": FORMS}

Edition = dict[Code, Catalog]


def editions() -> list[str]:
    """The editions that have catalogues of their own."""
    return [edition for edition in EDITIONS if edition != USUAL]


def edition_path(edition: str, code: Code) -> Path:
    """Where the catalogue of an edition in a language lies."""
    return folder("assets") / LOCALES / code / "LC_MESSAGES" / f"{edition}.po"


def read_edition(edition: str) -> Edition:
    """An edition's catalogues as they stand on disk; an empty one where there is no file."""
    paths = {code: edition_path(edition, code) for code in CODES}
    return {code: read(path, code) if path.exists() else empty(None, code) for code, path in paths.items()}


def edition_faults(edition: Edition, sentences: Iterable[Sentence], usual: Catalog, own: bool = False) -> list[str]:
    """What is wrong with an edition, a sentence each; `usual` is the catalogue of the usual Welsh.

    `own`: its sentences may also hold what a team runs (`NOUN_VALUES`).
    """
    more = NOUN_VALUES if own else frozenset[str]()
    known = {sentence.key: sentence for sentence in sentences}
    keys: dict[Code, list[Key]] = {code: [key_of(one) for one in catalogue if one.id] for code, catalogue in edition.items()}
    faults = []
    for code, catalogue in edition.items():
        name = NAMES[code]
        others = {key for other, rest in keys.items() if other != code for key in rest}
        faults += [f"{name} lacks a sentence that the other language has: “{key[1]}”." for key in sorted(others - set(keys[code]), key=str)]
        for key in keys[code]:
            sentence = known.get(key)
            if sentence is None:
                faults.append(f"{name}: the code no longer says “{key[1]}”. Put the new English in its place, or take the sentence out.")
                continue
            message = catalogue.get(key[1], key[0])
            assert message is not None
            faults += [f"{name}, “{key[1]}”: {why}" for why in message_faults(sentence, message.id, forms(message), code, more)]
    shared = [key for key in keys["en"] if key in known and all(key in rest for rest in keys.values())]
    faults += [f"“{key[1]}” is said in the usual words in both languages; leave it out." for key in shared if is_usual(edition, key, usual)]
    return faults


def is_usual(edition: Edition, key: Key, usual: Catalog) -> bool:
    """Whether a sentence of the edition is the usual one, in English and in Welsh."""
    english, welsh = (edition[code].get(key[1], key[0]) for code in CODES)
    assert english is not None
    written = (english.id,) if isinstance(english.id, str) else tuple(english.id)
    return forms(english) == written and forms(welsh) == forms(usual.get(key[1], key[0]))


def message_faults(sentence: Sentence, written: object, said: tuple[str, ...], code: Code, more: frozenset[str] = frozenset()) -> list[str]:
    """What is wrong with one sentence of an edition."""
    english = [sentence.english] if sentence.plural is None else [sentence.english, sentence.plural]
    if written != (english[0] if len(english) == 1 else tuple(english)):
        return [f"its plural is “{sentence.plural}” in the code." if sentence.plural else "it has no plural in the code."]
    wanted = SAID_FORMS[code] if sentence.plural else 1
    if len(said) != wanted:
        return ["nothing is said for it." if wanted == 1 else f"it needs {wanted} forms, none of them empty."]
    values = set().union(*map(values_in, english))
    faults = []
    for one in said:
        if values_in(one) - more != values:
            faults.append(f"“{one}” has other values in braces.")
    return faults


def values_in(sentence: str) -> set[str]:
    """The names of the values that stand in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def in_order(edition: str, code: Code, old: Catalog, sentences: Iterable[Sentence]) -> Catalog:
    """The same catalogue in the order of the code, under the header of its edition."""
    new = empty(old, code, HEADER.format(name=NAMES[code], edition=edition))
    for sentence in sentences:
        message = old.get(sentence.english, sentence.context)
        if message is not None:
            add(new, sentence, forms(message), message.user_comments)
    return new


def late_files(edition: str, catalogues: Edition, sentences: list[Sentence], change: bool) -> list[str]:
    """Which files of a sound edition are out of date; with `change` they are written."""
    late = []
    for code, old in catalogues.items():
        new = in_order(edition, code, old, sentences)
        po = edition_path(edition, code)
        mo = po.with_suffix(".mo")
        if not po.exists() or po.read_bytes() != as_po(new):
            late.append(f"{code}/{po.name}")
            new.revision_date = datetime.now(tz=UTC)
        elif not mo.exists() or mo.read_bytes() != as_mo(new, code):
            late.append(f"{code}/{mo.name}")
        if change:
            replace(po, as_po(new))
            replace(mo, as_mo(new, code))
    return late

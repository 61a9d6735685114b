"""The catalogue of the usual Welsh: kept in step with the code as a .po file, and compiled."""

import io
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from caffael.words.language import Code
from caffael_tools.catalogues.sentences import Key, Sentence

LOCALES = Path("locale")
PLACE = LOCALES / "cy" / "LC_MESSAGES"
FORMS = 7
"""Forms of a Welsh plural, for 0, 1, 2, 3, 6, 4 and any other number. CLDR has six; 4 has one of its own for 4 blynedd beside 5 mlynedd."""
PLURALS = {
    "cy": "nplurals=7; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : n==4 ? 5 : 6);",
    "en": "nplurals=2; plural=(n != 1);",
}
TEAMS = {"cy": "Cymraeg", "en": "English"}
HEADER = """\
The Welsh of Caffael.
`python -m caffael_tools.catalogues` keeps this file in step with the code and compiles it.
A sentence under the comment "check:" is still to be read by a Welsh speaker."""


def read(path: Path, code: Code = "cy") -> Catalog:
    """A catalogue as it stands on disk; obsolete sentences are kept aside."""
    with path.open("rb") as file:
        return read_po(file, locale=code, domain=path.stem, ignore_obsolete=False)


def forms(message: Message | None) -> tuple[str, ...]:
    """What a message says: one sentence or one for each plural form; empty when one is missing."""
    if message is None or message.string is None:
        return ()
    said = (message.string,) if isinstance(message.string, str) else tuple(message.string)
    return said if all(said) else ()


def kept(sources: Iterable[Catalog], sentence: Sentence) -> Message | None:
    """The first translated message for a sentence, in use or obsolete, in catalogues in order of trust."""
    wanted = FORMS if sentence.plural else 1
    for source in sources:
        for message in (source.get(sentence.english, sentence.context), obsolete_of(source, sentence.key)):
            if message is not None and len(forms(message)) == wanted:
                return message
    return None


def obsolete_of(source: Catalog, key: Key) -> Message | None:
    """A message that the code no longer holds."""
    return next((message for message in source.obsolete.values() if key_of(message) == key), None)


def key_of(message: Message) -> Key:
    """What a catalogue finds a message by."""
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def empty(old: Catalog | None = None, code: Code = "cy", header: str = HEADER) -> Catalog:
    """A catalogue without sentences, with the header of this project and the dates of an older one."""
    catalogue = Catalog(
        locale=code,
        domain="caffael",
        project="Caffael",
        version="1",
        header_comment="\n".join(f"# {line}" for line in header.splitlines()),
        charset="utf-8",
        fuzzy=False,
        creation_date=old.creation_date if old else None,
        revision_date=old.revision_date if old else None,
        last_translator="Caffael",
        language_team=TEAMS[code],
        msgid_bugs_address="https://github.com/caffael/caffael/issues",
    )
    # Babel counts five forms of Welsh, without one for 0.
    catalogue.mime_headers = [("Plural-Forms", PLURALS[code])]
    return catalogue


def add(catalogue: Catalog, sentence: Sentence, said: tuple[str, ...], comments: Iterable[str]) -> None:
    """Put a sentence and what is said for it at the end of a catalogue."""
    added = catalogue.add(
        (sentence.english, sentence.plural) if sentence.plural else sentence.english,
        said if sentence.plural else said[0],
        locations=[(sentence.file, 0)],
        user_comments=tuple(comments),
        context=sentence.context,
    )
    added.flags.discard("python-format")


def updated(old: Catalog, sentences: list[Sentence], sources: list[Catalog]) -> Catalog:
    """A new catalogue of the code's sentences with the translations that are there; what fell out of use stays as obsolete."""
    new = empty(old)
    for sentence in sentences:
        message = kept(sources, sentence)
        lacking = ("",) * (FORMS if sentence.plural else 1)
        add(new, sentence, lacking if message is None else forms(message), () if message is None else message.user_comments)
    wanted = {sentence.key for sentence in sentences}
    for message in [*old, *old.obsolete.values()]:
        if message.id and key_of(message) not in wanted and forms(message):
            new.obsolete[str(key_of(message))] = message
    return new


def untranslated(catalogue: Catalog) -> list[Message]:
    """The messages without a Welsh sentence."""
    return [message for message in catalogue if message.id and not forms(message)]


def as_po(catalogue: Catalog) -> bytes:
    """A catalogue as the text of its file."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, include_lineno=False, sort_by_file=True)
    return buffer.getvalue()


def as_mo(catalogue: Catalog, code: Code = "cy") -> bytes:
    """A catalogue compiled, without the sentences that lack a translation, so that they are said in English."""
    whole = empty(catalogue, code)
    for message in catalogue:
        if message.id and forms(message):
            whole.add(message.id, message.string, context=message.context)
    buffer = io.BytesIO()
    write_mo(buffer, whole)
    return buffer.getvalue()


def replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and only when it changes."""
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(path.suffix + ".part")
    part.write_bytes(content)
    part.replace(path)

"""A developer's tool for the catalogue: find the sentences in the code, keep their translations, compile them.

    python -m caffael.catalogues                  update and compile; print what still lacks Welsh, ready to be filled in
    python -m caffael.catalogues --fill FILE.po   take translations from a file of that form first
    python -m caffael.catalogues --check          change nothing; say what is out of date

Needs Babel (the `test` extra). The game itself reads the compiled catalogue with the standard library.
"""

import argparse
import ast
import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from caffael.resources import PACKAGE, folder

PLACE = Path("locale") / "cy" / "LC_MESSAGES"
FORMS = 6
PLURALS = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"
MARKER = "words"
HEADER = """\
The Welsh of Caffael.
`python -m caffael.catalogues` keeps this file in step with the code and compiles it.
A sentence under the comment "check:" is still to be read by a Welsh speaker."""

Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the code: its context, its English, its plural where it has one, and the file it stands in."""

    context: str | None
    english: str
    plural: str | None
    file: str

    @property
    def key(self) -> Key:
        """What a catalogue finds it by."""
        return self.context, self.english


def sentences_of(root: Path = PACKAGE) -> list[Sentence]:
    """Every sentence in the code of the package, in the order of its files. A file that is not Python just now is named and left out."""
    found: dict[Key, Sentence] = {}
    for path in sorted(root.rglob("*.py")):
        file = path.relative_to(root.parent).as_posix()
        try:
            said = list(sentences_in(path.read_text(encoding="utf-8"), file))
        except SyntaxError as fault:
            sys.stderr.write(f"{file}, line {fault.lineno}: not read, because it is not Python now ({fault.msg}).\n")
            continue
        for sentence in said:
            first = found.setdefault(sentence.key, sentence)
            if first.plural is None and sentence.plural is not None:
                found[sentence.key] = sentence
    return list(found.values())


def sentences_in(code: str, file: str) -> Iterator[Sentence]:
    """The sentences of one file: what stands in .text(...), .text_in(...), .plural(...), and in words(...) of this package's language."""
    tree = ast.parse(code, filename=file)
    marked = any(
        isinstance(node, ast.ImportFrom) and node.module == "caffael.language" and any(name.name == MARKER for name in node.names)
        for node in ast.walk(tree)
    )
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for node in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if node.args:
            texts = [argument.value for argument in node.args if isinstance(argument, ast.Constant) and isinstance(argument.value, str)]
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if texts and (called == "text" or (marked and isinstance(node.func, ast.Name) and node.func.id == MARKER)):
                yield Sentence(None, texts[0], None, file)
            elif len(texts) >= 2 and called == "text_in":
                yield Sentence(texts[0], texts[1], None, file)
            elif len(texts) >= 2 and called == "plural":
                yield Sentence(None, texts[0], texts[1], file)


def read(path: Path) -> Catalog:
    """A catalogue as it stands on disk; obsolete sentences are kept aside."""
    with path.open("rb") as file:
        return read_po(file, locale="cy", domain="caffael", ignore_obsolete=False)


def forms(message: Message | None) -> tuple[str, ...]:
    """The Welsh of a message: one sentence or six; empty when none is there."""
    if message is None or message.string is None:
        return ()
    welsh = (message.string,) if isinstance(message.string, str) else tuple(message.string)
    return welsh if all(welsh) else ()


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


def empty(old: Catalog | None = None) -> Catalog:
    """A catalogue without sentences, with the header of this project and the dates of an older one."""
    catalogue = Catalog(
        locale="cy",
        domain="caffael",
        project="Caffael",
        version="1",
        header_comment="\n".join(f"# {line}" for line in HEADER.splitlines()),
        charset="utf-8",
        fuzzy=False,
        creation_date=old.creation_date if old else None,
        revision_date=old.revision_date if old else None,
        last_translator="Caffael",
        language_team="Cymraeg",
        msgid_bugs_address="https://github.com/caffael/caffael/issues",
    )
    # Babel counts five forms, without one for 0; CLDR has six.
    catalogue.mime_headers = [("Plural-Forms", PLURALS)]
    return catalogue


def updated(old: Catalog, sentences: list[Sentence], sources: list[Catalog]) -> Catalog:
    """A new catalogue of the code's sentences with the translations that are there; what fell out of use stays as obsolete."""
    new = empty(old)
    for sentence in sentences:
        message = kept(sources, sentence)
        welsh: str | tuple[str, ...] = ("",) * FORMS if sentence.plural else ""
        if message is not None:
            welsh = forms(message) if sentence.plural else forms(message)[0]
        added = new.add(
            (sentence.english, sentence.plural) if sentence.plural else sentence.english,
            welsh,
            locations=[(sentence.file, 0)],
            user_comments=message.user_comments if message is not None else (),
            context=sentence.context,
        )
        added.flags.discard("python-format")
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


def as_mo(catalogue: Catalog) -> bytes:
    """A catalogue compiled, without the sentences that lack Welsh, so that they are said in English."""
    whole = empty(catalogue)
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
    part = path.with_suffix(path.suffix + ".part")
    part.write_bytes(content)
    part.replace(path)


def main(arguments: list[str] | None = None) -> int:
    """Run the tool; 0 when every sentence of the code has its Welsh (and, with --check, the files are up to date)."""
    parser = argparse.ArgumentParser(prog="python -m caffael.catalogues", description="Keep the Welsh catalogue in step with the code.")
    parser.add_argument("--fill", type=Path, metavar="FILE.po", help="take translations from this file first")
    parser.add_argument("--check", action="store_true", help="change nothing; say what is out of date")
    chosen = parser.parse_args(arguments)
    place = folder("assets") / PLACE
    place.mkdir(parents=True, exist_ok=True)
    po = place / "caffael.po"
    mo = place / "caffael.mo"
    old = read(po) if po.exists() else empty()
    new = updated(old, sentences_of(), [*([read(chosen.fill)] if chosen.fill else []), old])
    if not po.exists() or po.read_bytes() != as_po(new):
        late = "caffael.po"
        new.revision_date = datetime.now(tz=UTC)
    else:
        late = "" if mo.exists() and mo.read_bytes() == as_mo(new) else "caffael.mo"
    if not chosen.check:
        replace(po, as_po(new))
        replace(mo, as_mo(new))
    missing = untranslated(new)
    if missing:
        sys.stdout.write(to_fill_in(missing))
    if chosen.check and late:
        sys.stderr.write(f"{late} is out of date; run python -m caffael.catalogues.\n")
    sys.stderr.write(f"{len(new)} sentences, {len(missing)} without Welsh, {len(new.obsolete)} no longer used.\n")
    return 1 if missing or (chosen.check and late) else 0


def to_fill_in(missing: list[Message]) -> str:
    """The messages without Welsh as a file for --fill."""
    alone = empty()
    for message in missing:
        alone.add(message.id, message.string, locations=message.locations, context=message.context).flags.discard("python-format")
    return as_po(alone).decode("utf-8")


if __name__ == "__main__":
    sys.exit(main())

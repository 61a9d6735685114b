"""The command: bring the catalogues in step with the code and compile them, or say what is out of date."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from caffael.resources import folder
from caffael.words.language import OWN
from caffael_tools.catalogues.catalogue import PLACE, as_mo, as_po, empty, read, replace, untranslated, updated
from caffael_tools.catalogues.editions import edition_faults, editions, late_files, read_edition
from caffael_tools.catalogues.sentences import Sentence, sentences_of


def main(arguments: list[str] | None = None) -> int:
    """Run the tool; 0 when every sentence of the code has its Welsh and the editions are sound (with --check: and all is up to date)."""
    parser = argparse.ArgumentParser(prog="python -m caffael_tools.catalogues", description="Keep the catalogues in step with the code.")
    parser.add_argument("--fill", type=Path, metavar="FILE.po", help="take translations from this file first")
    parser.add_argument("--check", action="store_true", help="change nothing; say what is out of date")
    chosen = parser.parse_args(arguments)
    sentences = sentences_of()
    place = folder("assets") / PLACE
    po = place / "caffael.po"
    mo = place / "caffael.mo"
    old = read(po) if po.exists() else empty()
    new = updated(old, sentences, [*([read(chosen.fill)] if chosen.fill else []), old])
    if not po.exists() or po.read_bytes() != as_po(new):
        late = ["caffael.po"]
        new.revision_date = datetime.now(tz=UTC)
    else:
        late = [] if mo.exists() and mo.read_bytes() == as_mo(new) else ["caffael.mo"]
    if not chosen.check:
        replace(po, as_po(new))
        replace(mo, as_mo(new))
    missing = untranslated(new)
    if missing:
        sys.stdout.write(to_fill_in(missing))
    faulty = False
    for edition in editions():
        faults, behind = do_edition(edition, sentences, new, change=not chosen.check)
        faulty = faulty or bool(faults)
        late += behind
        sys.stderr.writelines(f"The {edition} edition. {fault}\n" for fault in faults)
    if chosen.check:
        sys.stderr.writelines(f"{file} is out of date; run python -m caffael_tools.catalogues.\n" for file in late)
    sys.stderr.write(f"{len(new)} sentences, {len(missing)} without Welsh, {len(new.obsolete)} no longer used.\n")
    return 1 if missing or faulty or (chosen.check and late) else 0


def do_edition(edition: str, sentences: list[Sentence], usual: Catalog, change: bool) -> tuple[list[str], list[str]]:
    """Its faults and its files that are out of date. One with faults is left as it is."""
    catalogues = read_edition(edition)
    faults = edition_faults(catalogues, sentences, usual, own=edition == OWN)
    return faults, [] if faults else late_files(edition, catalogues, sentences, change)


def to_fill_in(missing: list[Message]) -> str:
    """The messages without Welsh as a file for --fill."""
    alone = empty()
    for message in missing:
        alone.add(message.id, message.string, locations=message.locations, context=message.context).flags.discard("python-format")
    return as_po(alone).decode("utf-8")

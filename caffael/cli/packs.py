"""The commands for those who make packs: check one, start one, and the schema of its scenario.toml. One function each."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from caffael.cli.calling import install, program
from caffael.cli.exit_codes import NOT_HELD, NOT_UNDERSTOOD, say
from caffael.cli.output import Force, file_to_write
from caffael.cli.shared import Json, Lang, codes_of, command, is_own, show, unwritable
from caffael.cli.streams import is_unicode
from caffael.resources import write_whole
from caffael.words.language import Language
from caffael.words.sentence import Sentence

if TYPE_CHECKING:
    from caffael.authoring.judging import Verdict

STOPPED = Sentence("Stopped, so nothing that play would have shown is told.")


def not_installed() -> Sentence:
    """Why the packs were not played, and what to install."""
    return Sentence("The packs were not played, because the laboratory is not installed: {command}", command=install("simulation"))


def not_compiled(packs: list[str]) -> Sentence:
    """Why the packs were not played, and what compiles bulk play."""
    pattern = "The packs were not played, because bulk play is not compiled yet; {command} does so once, in about two minutes."
    return Sentence(pattern, command=f"{program()} check --play {shlex.join(packs)}")


@command
def check(
    packs: Annotated[list[str], Argument(help="Ids of scenarios, or paths of packs.")],
    json: Json = False,
    play: Annotated[
        bool | None,
        Option("--play/--no-play", help="Let bots play each sound pack, a few seconds, to find what no one can see in it."),
    ] = None,
    lang: Lang = "en",
) -> int:
    """Say everything that is wrong with packs, by file, row and column, and what is worth a second look. Exit 1 for faults."""
    from caffael.authoring.judging import as_data, print_verdicts, verdict_of

    language = Language(codes_of(lang)[0])
    verdicts = [verdict_of(name) for name in packs]
    for missing in [verdict.missing for verdict in verdicts if verdict.missing is not None]:
        say(missing.said(language), NOT_UNDERSTOOD)
    found = [verdict for verdict in verdicts if verdict.missing is None]
    note = None if play is False else rehearse_all(found, play is True)
    show(as_data(found, language), json, lambda: print_verdicts(found, language))
    if note is not None:
        print(note.said(language), file=sys.stderr)
    if len(found) < len(verdicts):
        return NOT_UNDERSTOOD
    return NOT_HELD if any(verdict.faults for verdict in found) else 0


def rehearse_all(verdicts: "list[Verdict]", asked: bool) -> Sentence | None:
    """Let bots play every sound pack and add what is worth a second look; a note where they were not played.

    Unless it was asked for, nothing is compiled where nobody sees it.
    """
    playable = [(verdict, verdict.pack) for verdict in verdicts if verdict.pack is not None]
    if not playable:
        return None
    try:
        from caffael.simulation.play.compiled import is_compiled
        from caffael.simulation.play.laboratory import Laboratory
        from caffael.simulation.questions.rehearsal import findings, rehearse
    except ImportError as missing:
        if is_own(missing):
            raise
        return not_installed()
    if not (asked or is_compiled() or sys.stderr.isatty()):
        return not_compiled([verdict.name for verdict, _ in playable])
    with Laboratory(1) as laboratory:
        for verdict, pack in playable:
            rehearsal = rehearse(pack, laboratory)
            if rehearsal.stopped:
                return STOPPED
            verdict.add(findings(rehearsal))
    return None


@command
def new(
    folder: Annotated[str, Argument(help="The folder to make; its name becomes the id of the pack.")],
    source: Annotated[str, Option("--from", help="Take the whole of a scenario, by id or path, to be edited.")] = "",
    extend: Annotated[bool, Option("--extend", help="Extend the scenario instead: empty decks, for what differs.")] = False,
    as_csv: Annotated[bool, Option("--csv", help="Write decks as CSV, not as Excel workbooks.")] = False,
) -> int:
    """Make a sound pack to start from: scenario.toml, and a spreadsheet with guide and lists for each deck."""
    from caffael.authoring.starting import start_pack

    written = start_pack(Path(folder), source, extend, as_csv)
    files = ", ".join(sorted(path.name for path in written.iterdir()))
    print(f"{folder}: {files}. Now edit, then: {program()} check {shlex.quote(folder)}")
    return 0


@command
def schema(out: Annotated[str, Option(help="A file to write it into; otherwise it is printed.")] = "", force: Force = False) -> int:
    """The JSON Schema of scenario.toml, with which editors complete and check it."""
    import json

    from caffael.authoring.schema import scenario_schema

    text = json.dumps(scenario_schema(), ensure_ascii=bool(not out and not is_unicode(sys.stdout)), indent=2)
    if not out:
        print(text)
        return 0
    path = file_to_write(out, force)
    try:
        write_whole(path, f"{text}\n".encode())
    except (OSError, ValueError) as fault:
        raise unwritable(out, fault) from None
    return 0

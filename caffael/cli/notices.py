"""The command that makes real tender notices into a pack, and into a table for who studies them."""

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from caffael.cli.calling import install, program
from caffael.cli.exit_codes import NOT_UNDERSTOOD, say
from caffael.cli.output import Force, file_to_write
from caffael.cli.shared import Lang, RefusedError, codes_of, command, unwritable
from caffael.resources import write_whole
from caffael.words.language import Language
from caffael.words.sentence import Sentence

if TYPE_CHECKING:
    from caffael.notices.choosing import Wish
    from caffael.notices.packing import Planned
    from caffael.notices.reading import Progress, Read
    from caffael.notices.tables import Tables

CSV, PARQUET = ".csv", ".parquet"
FORMS = (CSV, PARQUET)
MOST_NEEDS = 120


@command
def import_notices(
    notices: Annotated[list[str], Argument(metavar="NOTICES...", help="Files of notices (OCDS, .json), or folders of them.")],
    out: Annotated[str, Option(help="The folder of the pack to make.")] = "",
    table: Annotated[str, Option(help="Write all fitting notices as a table too, a row for each lot: .csv or .parquet.")] = "",
    needs: Annotated[int, Option(help="How many needs at most.")] = 40,
    buyer: Annotated[
        list[str] | None, Option(help="Only notices whose buyer's name holds this; like the next three it can be given several times.")
    ] = None,
    region: Annotated[list[str] | None, Option(help="Only notices for this region: a NUTS code or its beginning, such as UKL22.")] = None,
    cpv: Annotated[list[str] | None, Option(help="Only notices with a CPV code that begins so, such as 15.")] = None,
    words: Annotated[list[str] | None, Option(help="Only notices whose title or description holds these words.")] = None,
    least: Annotated[float, Option(help="Only notices of at least so many pounds; 0 is any.")] = 0,
    most: Annotated[float, Option(help="Only notices of at most so many pounds; 0 is any.")] = 0,
    weighed: Annotated[bool, Option("--weighed", help="Only notices that tell all their weights.")] = False,
    extends: Annotated[str, Option(help="The scenario whose market, events and rules the pack takes.")] = "smarter-spending",
    title_en: Annotated[str, Option(help="What the pack is called in English.")] = "",
    title_cy: Annotated[str, Option(help="What the pack is called in Welsh.")] = "",
    rules: Annotated[str, Option(help="A folder with kinds.toml and rules.toml of your own, copied from assets/notices.")] = "",
    lang: Lang = "en",
    force: Force = False,
) -> int:
    """Make real tender notices of Sell2Wales, Find a Tender and Contracts Finder into a pack, to be played and checked as any other."""
    from caffael.notices import NoticesError
    from caffael.notices.choosing import Wish
    from caffael.notices.reading import read_notices
    from caffael.notices.tables import read_tables
    from caffael.scenario import PackError

    language = Language(codes_of(lang)[0])
    if not out and not table:
        raise RefusedError(language.text("Write --out and the folder of the pack to make, or --table and a file for the table."))
    if not 1 <= needs <= MOST_NEEDS:
        raise RefusedError(language.text("So many needs ({n}) fit no pack; write a number from 1 to {most}.", n=needs, most=MOST_NEEDS))
    check_table(table, force, language)
    wish = Wish(tuple(buyer or ()), tuple(region or ()), tuple(cpv or ()), tuple(words or ()), least or None, most or None, weighed)
    try:
        tables = read_tables(Path(rules) if rules else None)
        with progress(language) as told:
            read = read_notices([Path(name) for name in notices], told)
        if out:
            make_pack(read, tables, wish, (out, extends, needs, title_en, title_cy), language)
        if table:
            make_table(read, tables, wish, table, language)
    except NoticesError as fault:
        return say("\n".join(one.said(language) for one in fault.sentences), NOT_UNDERSTOOD)
    except PackError as fault:
        return say("\n".join(one.said(language) for one in fault.faults), NOT_UNDERSTOOD)
    return 0


def check_table(table: str, force: bool, language: Language) -> None:
    """Raise RefusedError where the table can't be written."""
    if not table:
        return
    ending = Path(table).suffix.lower()
    if ending not in FORMS:
        raise RefusedError(language.text("--table {file} has no form that is known; let it end in .csv or .parquet.", file=table))
    if ending == PARQUET:
        try:
            import polars  # noqa: F401
        except ImportError:
            pattern = "Parquet needs the laboratory; write .csv, or install it: {command}"
            raise RefusedError(language.text(pattern, command=install("simulation"))) from None
    file_to_write(table, force, "--table")


@contextmanager
def progress(language: Language) -> "Iterator[Progress]":
    """What tells on a terminal how far the files have been read; elsewhere nothing is told."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    with Progress(TextColumn("{task.description}"), BarColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(language.text("Notices are read"), total=None)

        def told(path: Path, done: int, count: int) -> None:
            said = language.text("{file}, notices: {n}", file=path.name, n=count)
            bar.update(task, description=said, completed=done, total=path.stat().st_size)

        yield told


def make_pack(read: "Read", tables: "Tables", wish: "Wish", asked: tuple[str, str, int, str, str], language: Language) -> None:
    """Write the pack and say what is in it."""
    from caffael.notices.packing import TITLE, Plan, plan_pack, write_pack

    out, extends, needs, title_en, title_cy = asked
    titles = (title_en, title_cy or title_en) if title_en else TITLE
    plan = Plan(Path(out), extends, needs, wish, *titles)
    planned = plan_pack(read.notices, plan, tables)
    write_pack(plan, planned)
    for sentence in told(out, extends, planned, read):
        print(sentence.said(language))
    print(language.text("Now look at it: {command}", command=f"{program()} check {shlex.quote(out)}"))


def told(out: str, extends: str, planned: "Planned", read: "Read") -> Iterator[Sentence]:
    """What came of the notices, a sentence each."""
    pattern = "Needs in {pack}: {n}, out of {read} notices. With the real weights: {weighed}. The column source names what is guessed."
    yield Sentence(pattern, pack=out, n=len(planned.cards), read=planned.read, weighed=planned.weighed)
    if planned.fitting < planned.read:
        yield Sentence("Notices that are not what was asked for: {n}.", n=planned.read - planned.fitting)
    if planned.without:
        yield Sentence("Notices that say nothing of what they buy, or nothing that {game} has: {n}.", n=planned.without, game=extends)
    if planned.again:
        pattern = "Notices with the buyer and the title of another, of which the newest was taken, or the newest that tells weights: {n}."
        yield Sentence(pattern, n=planned.again)
    if read.too_large:
        yield Sentence("Parts of the files that are too large to be notices, and were passed over: {n}.", n=read.too_large)
    if planned.staying:
        pattern = "The real needs are too few for a whole game, so some of {game} stay beside them: {n}."
        yield Sentence(pattern, game=extends, n=planned.staying)


def make_table(read: "Read", tables: "Tables", wish: "Wish", table: str, language: Language) -> None:
    """Write the table and say how long it is. Raises RefusedError."""
    from caffael.notices.study import as_csv, as_parquet, study_rows

    rows = list(study_rows((notice for notice in read.notices if wish.fits(notice)), tables))
    path = Path(table)
    try:
        write_whole(path, as_parquet(rows) if path.suffix.lower() == PARQUET else as_csv(rows))
    except (OSError, ValueError) as fault:
        raise unwritable(table, fault) from None
    print(language.text("Lots in {file}, a row each: {n}.", file=table, n=len(rows)))

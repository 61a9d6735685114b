"""The command that puts a pack on paper, to print and play."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from caffael.cli.calling import install
from caffael.cli.exit_codes import say
from caffael.cli.output import Force, file_to_write
from caffael.cli.shared import RefusedError, Years, codes_of, command, pack_for, unwritable
from caffael.resources import write_whole

if TYPE_CHECKING:
    from caffael.words.language import Code

Printed = Annotated[str, Argument(help="The id of a scenario that ships, or the path of a pack.")]
NOT_INSTALLED = "Printing needs two more libraries; install them with: "


@command
def print_scenario(
    scenario: Printed = "",
    out: Annotated[str, Option(help="The PDF to write; otherwise the scenario's id with .pdf, in this folder.")] = "",
    lang: Annotated[str, Option(help="en, cy, or both for cards in both languages.")] = "en",
    years: Years = 0,
    ink_saving: Annotated[bool, Option("--ink-saving", help="No coloured grounds, thin black lines.")] = False,
    backs: Annotated[bool, Option("--backs/--no-backs", help="Backs behind the cards, or fronts alone.")] = True,
    lesson: Annotated[str, Option(help="A lesson plan, such as first-steps-50, or all: its slips, cards, sheets and rubric.")] = "",
    force: Force = False,
) -> int:
    """Write a PDF with everything a class needs to play on paper: cards, boards, sheets, tokens, and the rules in short.

    With --lesson, the materials of a lesson plan instead.
    """
    codes = codes_of(lang, "both")
    if find_spec("fpdf") is None or find_spec("uharfbuzz") is None:
        raise RefusedError(NOT_INSTALLED + install("print"))
    if bool(scenario) == bool(lesson):
        raise RefusedError("Name what is to be printed: a scenario, such as first-steps, or a lesson with --lesson first-steps-50.")
    if lesson:
        return print_lesson(lesson, codes, out, ink_saving, force)
    pack = pack_for(scenario, years)
    path = pdf_to_write(out, pack.id, force)
    from caffael.printing import print_pack

    printed = print_pack(pack, codes, thrifty=ink_saving, backs=backs)
    write_pdf(path, printed.pdf)
    for words in printed.misfits:
        say(f"Printed smaller than is easy to read, because its place is small: “{words}” Shorten it in the pack.", 0)
    sheets = sum(entry.sheets for entry in printed.entries) + len(codes)
    print(f"{path}: {printed.entries[-1].last} pages on {sheets} sheets of A4. Page 1 says how to print and cut them.")
    return 0


def pdf_to_write(out: str, name: str, force: bool) -> Path:
    """The PDF to write: the one that is named, or one of a name in this folder."""
    path = file_to_write(out or f"{name}.pdf", force)
    if path.suffix.lower() != ".pdf":
        raise RefusedError(f"--out {out!r} is no PDF: write a file that ends in .pdf, such as {name}.pdf.")
    return path


def write_pdf(path: Path, content: bytes) -> None:
    """Write a PDF whole, or refuse in a sentence."""
    try:
        write_whole(path, content)
    except (OSError, ValueError) as fault:
        raise unwritable(path, fault) from None


def print_lesson(lesson: str, codes: "tuple[Code, ...]", out: str, thrifty: bool, force: bool) -> int:
    """Write the materials of a lesson plan, or of all."""
    from caffael.printing.lessons import print_lessons, read_lessons

    lessons = read_lessons()
    plans = [plan for plan in lessons.plans if lesson in (plan.id, "all")]
    if not plans:
        raise RefusedError(f"There is no lesson {lesson!r}: write all, or one of {', '.join(plan.id for plan in lessons.plans)}.")
    path = pdf_to_write(out, "lessons" if lesson == "all" else lesson, force)
    printed = print_lessons(plans, codes, thrifty)
    write_pdf(path, printed.pdf)
    for words in printed.misfits:
        say(f"Printed smaller than is easy to read, because its place is small: “{words}” Shorten it in assets/lessons.", 0)
    print(f"{path}: {printed.pages} pages. The first page of each lesson lists its materials.")
    return 0

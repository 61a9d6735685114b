"""The command that puts a pack on paper, to print and play."""

from importlib.util import find_spec
from typing import Annotated

from typer import Option

from caffael.cli.calling import install
from caffael.cli.exit_codes import say
from caffael.cli.output import Force, file_to_write
from caffael.cli.shared import RefusedError, Scenario, Years, codes_of, command, pack_for, unwritable
from caffael.resources import write_whole

NOT_INSTALLED = "Printing needs two more libraries; install them with: "


@command
def print_scenario(
    scenario: Scenario,
    out: Annotated[str, Option(help="The PDF to write; otherwise the scenario's id with .pdf, in this folder.")] = "",
    lang: Annotated[str, Option(help="en, cy, or both for cards in both languages.")] = "en",
    years: Years = 0,
    ink_saving: Annotated[bool, Option("--ink-saving", help="No coloured grounds, thin black lines.")] = False,
    backs: Annotated[bool, Option("--backs/--no-backs", help="Backs behind the cards, or fronts alone.")] = True,
    force: Force = False,
) -> int:
    """Write a PDF with everything a class needs to play on paper: cards, boards, sheets, tokens, and the rules in short."""
    codes = codes_of(lang, "both")
    if find_spec("fpdf") is None or find_spec("uharfbuzz") is None:
        raise RefusedError(NOT_INSTALLED + install("print"))
    pack = pack_for(scenario, years)
    path = file_to_write(out or f"{pack.id}.pdf", force)
    if path.suffix.lower() != ".pdf":
        raise RefusedError(f"--out {out!r} is no PDF: write a file that ends in .pdf, such as {pack.id}.pdf.")
    from caffael.printing import print_pack

    printed = print_pack(pack, codes, thrifty=ink_saving, backs=backs)
    try:
        write_whole(path, printed.pdf)
    except (OSError, ValueError) as fault:
        raise unwritable(path, fault) from None
    for words in printed.misfits:
        say(f"Printed smaller than is easy to read, because its place is small: “{words}” Shorten it in the pack.", 0)
    sheets = sum(entry.sheets for entry in printed.entries) + len(codes)
    print(f"{path}: {printed.entries[-1].last} pages on {sheets} sheets of A4. Page 1 says how to print and cut them.")
    return 0

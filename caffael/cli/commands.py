"""All commands of `caffael` together, in the order in which its help lists them."""

from typing import Annotated

from typer import Argument, Option, Typer

from caffael.cli.balance import balance, worth
from caffael.cli.bundle import bundle
from caffael.cli.debrief import debrief
from caffael.cli.exit_codes import NOT_UNDERSTOOD, say
from caffael.cli.notices import import_notices
from caffael.cli.packs import check, new, schema
from caffael.cli.play import play, replay, scenarios
from caffael.cli.print import print_scenario
from caffael.cli.relay import relay
from caffael.cli.report import report
from caffael.cli.shared import Json
from caffael.cli.simulate import simulate
from caffael.cli.sweep import sensitivity, sweep
from caffael.cli.tune import tune
from caffael.cli.web import app as web

LONGEST = 3600
"""Seconds for each figure of `bench`."""

app = Typer(
    help="Caffael, a board game of smarter public spending. Without a command the board opens.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
LABORATORY = (simulate, balance, worth, sweep, sensitivity, tune, report)
for work in (play, scenarios, replay, debrief, check, new, schema, *LABORATORY, relay, bundle):
    app.command()(work)
app.command("import")(import_notices)
app.command("print")(print_scenario)
app.add_typer(web, name="web")


@app.command()
def bench(
    part: Annotated[str, Argument(help="play, board, browser or classroom; without one all are measured.")] = "",
    seconds: Annotated[float, Option(help="How long each figure is measured.")] = 2.0,
    json: Json = False,
) -> int:
    """Measure rules, bots, the board, the board in a browser and a class of devices; figures to compare, nothing passes or fails."""
    from caffael_tools.bench import PARTS, run_and_print

    if part and part not in PARTS:
        return say(f"{part!r} can't be measured; name play, board, browser or classroom, or nothing for all four.", NOT_UNDERSTOOD)
    if not 0 < seconds <= LONGEST:
        return say(f"--seconds {seconds} measures nothing; write a number above 0, up to {LONGEST}.", NOT_UNDERSTOOD)
    return run_and_print(seconds, json, part)

"""The command that writes the report of a scenario: all that the laboratory answers on it, as one page."""

from pathlib import Path
from typing import Annotated

from typer import Option

from caffael.cli import shared
from caffael.cli.exit_codes import NOT_HELD, say
from caffael.cli.output import Force, file_to_write
from caffael.resources import write_whole

PAGES = (".html", ".htm")


def page_path(out: str, force: bool) -> Path:
    """Where the page goes; what can't be written there is told at once. Raises RefusedError."""
    if Path(out).suffix.lower() not in PAGES:
        raise shared.RefusedError(f"--out {out!r} is no page: write a file that ends in .html, such as report.html.")
    return file_to_write(out, force, make_folder=True)


@shared.laboratory_command
def report(
    scenario: shared.Scenario,
    out: Annotated[str, Option(help="The page to write.")] = "report.html",
    games: Annotated[int, Option(help="Games for each bar and line-up; 0 is what the bars say.")] = 0,
    seed: shared.Seed = 1,
    years: shared.Years = 0,
    workers: shared.Workers = 0,
    cluster: shared.ClusterAt = "",
    quick: Annotated[bool, Option("--quick", help="1,000 games for each bar, and no bars with a planner.")] = False,
    force: Force = False,
    json: shared.Json = False,
) -> int:
    """Write a page of all that can be measured on a scenario: bars, wins, climate, competition, what things are worth, dead cards."""
    from caffael.scenario.bars import load_bars

    shared.check_numbers(games or 1, seed, workers)
    pack = shared.pack_for(scenario, years)
    bars = load_bars(scenario)
    for bar in bars:
        shared.line_up(",".join(bar.bots), pack)
    path = page_path(out, force)
    from caffael.simulation.report.page import data_of, page_of
    from caffael.simulation.report.runs import Wanted, gather

    wanted = Wanted(pack, bars, shared.pack_for(scenario, 0).years, seed, games, quick)
    with shared.open_laboratory(workers, cluster) as laboratory:
        findings = gather(wanted, laboratory)
    if findings is None:
        return say(f"Stopped before all games were played, so no report was written. What was in {path} is as it was.", NOT_HELD)
    write_whole(path, page_of(findings))
    data = data_of(findings) | {"out": str(path)}
    short = sum(not verdict.holds for verdict in findings.verdicts)
    told = f"{short} of {len(findings.verdicts)} figures fall short." if short else f"All {len(findings.verdicts)} figures hold."
    shared.show(data, json, lambda: print(f"{path} is written. {told if findings.verdicts else 'The scenario has no bars to hold.'}"))
    return 0

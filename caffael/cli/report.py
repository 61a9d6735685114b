"""The command that writes the report of a scenario: all that the laboratory answers on it, as one page."""

from pathlib import Path
from typing import Annotated

from typer import Option

from caffael.cli import shared
from caffael.cli.exit_codes import NOT_HELD, say

PAGES = (".html", ".htm")


def page_path(out: str) -> Path:
    """Where the page goes; its folder is made now, so that one that can't be made is told at once. Raises RefusedError and OSError."""
    path = Path(out)
    if path.suffix.lower() not in PAGES:
        raise shared.RefusedError(f"--out {out!r} is no page: write a file that ends in .html, such as report.html.")
    if path.is_dir():
        raise shared.RefusedError(f"--out {out!r} is a folder: write another file, such as {path.name.removesuffix(path.suffix)}-2.html.")
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


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
    json: shared.Json = False,
) -> int:
    """Write a page of all that can be measured on a scenario: bars, wins, climate, competition, what things are worth, dead cards."""
    from caffael.scenario.bars import load_bars

    shared.check_numbers(games or 1, seed, workers)
    pack = shared.pack_for(scenario, years)
    bars = load_bars(scenario)
    for bar in bars:
        shared.line_up(",".join(bar.bots), pack)
    path = page_path(out)
    from caffael.simulation.questions.writing import write_files
    from caffael.simulation.report.page import data_of, page_of
    from caffael.simulation.report.runs import Wanted, gather

    wanted = Wanted(pack, bars, shared.pack_for(scenario, 0).years, seed, games, quick)
    with shared.open_laboratory(workers, cluster) as laboratory:
        findings = gather(wanted, laboratory)
    if findings is None:
        return say(f"Stopped before all games were played, so no report was written. What was in {path} is as it was.", NOT_HELD)
    write_files(path.parent, {path.name: page_of(findings)})
    data = data_of(findings) | {"out": str(path)}
    short = sum(not verdict.holds for verdict in findings.verdicts)
    told = f"{short} of {len(findings.verdicts)} figures fall short." if short else f"All {len(findings.verdicts)} figures hold."
    shared.show(data, json, lambda: print(f"{path} is written. {told if findings.verdicts else 'The scenario has no bars to hold.'}"))
    return 0

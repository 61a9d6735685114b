"""The commands that judge a scenario: its balance bars, and what a thing is worth."""

from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option

from caffael.cli import shared
from caffael.cli.exit_codes import NOT_HELD
from caffael.cli.output import Force, file_to_write


@shared.laboratory_command
def balance(
    scenario: shared.Scenario,
    seed: shared.Seed = 1,
    years: shared.Years = 0,
    games: Annotated[int, Option(help="Games for each bar, for a quick look; 0 is what the bars say.")] = 0,
    only: Annotated[list[str] | None, Option(help="A bar by its id; may be given again.")] = None,
    workers: shared.Workers = 0,
    cluster: shared.ClusterAt = "",
    json: shared.Json = False,
) -> int:
    """Measure the balance bars of a scenario: each with its figure and interval. Exit 1 when one falls short."""
    shared.check_numbers(games or 1, seed, workers)
    pack = shared.pack_for(scenario, years)
    bars = shared.bars_for(scenario, only or [])
    for bar in bars:
        shared.line_up(",".join(bar.bots), pack)
    from caffael.simulation.questions.balance import as_data, check_bars
    from caffael.simulation.questions.tables import print_verdicts

    with shared.open_laboratory(workers, cluster) as laboratory:
        verdicts, stopped = check_bars(pack, bars, laboratory, seed, shared.pack_for(scenario, 0).years, games)
    data: dict[str, Any] = {"scenario": pack.id, "years": pack.years, "seed": seed, "stopped": stopped} | as_data(verdicts)
    shared.show(data, json, lambda: print_verdicts(verdicts, stopped))
    return 0 if data["holds"] and not stopped else NOT_HELD


@shared.laboratory_command
def worth(
    scenario: shared.Scenario,
    things: Annotated[list[str], Argument(help="Routes, labs, projects, badges, suppliers or needs by id, such as framework or data.")],
    games: shared.Games = 20_000,
    bots: shared.Bots = "balanced,balanced,balanced,balanced",
    seed: shared.Seed = 1,
    years: shared.Years = 0,
    workers: shared.Workers = 0,
    cluster: shared.ClusterAt = "",
    figure: Annotated[str, Option(help="A file for a figure: .svg or .png.")] = "",
    force: Force = False,
    json: shared.Json = False,
) -> int:
    """What things are worth: the first bot of the line-up plays with each and without it, on the same seeds; the gap in its wins."""
    shared.check_numbers(games, seed, workers)
    pack = shared.pack_for(scenario, years)
    names = shared.line_up(bots, pack)
    from caffael.simulation.play.runs import Run
    from caffael.simulation.questions.tables import print_worths
    from caffael.simulation.questions.worth import BADGES, worth_of_things

    for thing in things:
        if thing not in BADGES:
            shared.line_up(f"{names[0]}:without={thing}", pack)
    if figure:
        from caffael.simulation.questions.figures import check_figure_name

        check_figure_name(file_to_write(figure, force, "--figure", make_folder=True))
    with shared.open_laboratory(workers, cluster) as laboratory:
        worths, stopped = worth_of_things(Run(pack, names, games, seed), tuple(things), laboratory)
    things_found = [its.as_data() for its in worths]
    data = {"scenario": pack.id, "bots": list(names), "games": games, "seed": seed, "things": things_found, "stopped": stopped}
    shared.show(data, json, lambda: print_worths(worths, names[0]))
    if figure:
        from caffael.simulation.questions.figures import worth_figure

        worth_figure(worths, names[0], Path(figure))
    return NOT_HELD if stopped else 0

"""The command that plays games in bulk, for designers."""

from pathlib import Path

from caffael.cli import shared
from caffael.cli.exit_codes import NOT_HELD
from caffael.cli.output import Force, folder_to_fill


@shared.laboratory_command
def simulate(
    scenario: shared.Scenario,
    games: shared.Games = 10_000,
    bots: shared.Bots = "balanced,cheapest,greenest,local",
    seed: shared.Seed = 1,
    years: shared.Years = 0,
    workers: shared.Workers = 0,
    cluster: shared.ClusterAt = "",
    out: shared.Out = "",
    force: Force = False,
    json: shared.Json = False,
) -> int:
    """Play many games between bots and say who wins, how the region fares, and how long games are."""
    shared.check_numbers(games, seed, workers)
    pack = shared.pack_for(scenario, years)
    names = shared.line_up(bots, pack)
    from caffael.simulation.play.results import FILES, Results
    from caffael.simulation.play.runs import Run
    from caffael.simulation.questions.tables import print_summary

    if out:
        folder_to_fill(out, FILES, force)
    run = Run(pack, names, games, seed, detail=not json or bool(out), rows=bool(out))
    with shared.open_laboratory(workers, cluster) as laboratory:
        if not out:
            outcome = laboratory.play(run)
        else:
            with Results(Path(out)) as results:
                outcome = laboratory.play(run, results=results)
                results.finish(outcome.summary())
    summary = outcome.summary()
    shared.show(summary, json, lambda: print_summary(summary))
    return NOT_HELD if outcome.stopped else 0

"""The command that plays games in bulk, for designers."""

from pathlib import Path

from caffael.cli.exit_codes import NOT_HELD
from caffael.cli.shared import (
    Bots,
    ClusterAt,
    Games,
    Json,
    Out,
    Scenario,
    Seed,
    Workers,
    Years,
    check_numbers,
    laboratory_command,
    line_up,
    open_laboratory,
    pack_for,
    show,
)


@laboratory_command
def simulate(
    scenario: Scenario,
    games: Games = 10_000,
    bots: Bots = "balanced,cheapest,greenest,local",
    seed: Seed = 1,
    years: Years = 0,
    workers: Workers = 0,
    cluster: ClusterAt = "",
    out: Out = "",
    json: Json = False,
) -> int:
    """Play many games between bots and say who wins, how the region fares, and how long games are."""
    check_numbers(games, seed, workers)
    pack = pack_for(scenario, years)
    names = line_up(bots, pack)
    from caffael.simulation.play.results import Results
    from caffael.simulation.play.runs import Run
    from caffael.simulation.questions.tables import print_summary

    run = Run(pack, names, games, seed, detail=not json or bool(out), rows=bool(out))
    with open_laboratory(workers, cluster) as laboratory:
        if not out:
            outcome = laboratory.play(run)
        else:
            with Results(Path(out)) as results:
                outcome = laboratory.play(run, results=results)
                results.finish(outcome.summary())
    summary = outcome.summary()
    show(summary, json, lambda: print_summary(summary))
    return NOT_HELD if outcome.stopped else 0

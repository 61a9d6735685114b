"""A run of games shown: a progress bar while it plays, a table or JSON at its end."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from caffael.rules.records import Cards
from caffael.simulation.bulk import Tally, play_games, summary


def run_and_print(cards: Cards, bots: Sequence[str], games: int, seed: int, as_json: bool) -> int:
    """Play, show how far it is, and print what it adds up to."""
    console = Console(stderr=True)
    columns = (TextColumn("playing"), BarColumn(), MofNCompleteColumn(), TextColumn("games"), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not sys.stderr.isatty(), transient=True) as progress:
        task = progress.add_task("games", total=games)

        def on_game(tally: Tally) -> None:
            progress.update(task, completed=tally.games)

        tally, seconds = play_games(cards, bots, games, seed, on_game)
    result = summary(tally, bots, seconds)
    if as_json:
        print(json.dumps(result))
    else:
        print_tables(result)
    return 0


def print_tables(result: dict[str, Any]) -> None:
    """The summary of a run on the terminal."""
    console = Console()
    table = Table("Bot", "Wins", "95 % interval", "Mean score")
    for bot in result["bots"]:
        share, low, high = (f"{bot[key] * 100:.1f} %" for key in ("win_share", "win_low", "win_high"))
        table.add_row(bot["name"], share, f"{low} to {high}", f"{bot['mean_score']:.1f}")
    console.print(table)
    seats = ", ".join(f"{seat['win_share'] * 100:.1f} %" for seat in result["seats"])
    carbon = result["carbon_t"]
    console.print(f"Wins by seat: {seats}")
    console.print(f"The region failed in {result['region_failed_share'] * 100:.1f} % of games.")
    console.print(f"Carbon: {carbon['p10']:,.0f} t (p10), {carbon['p50']:,.0f} t (median), {carbon['p90']:,.0f} t (p90)")
    speed = f"{result['games_per_second']:,.0f} games/s, {result['actions_per_second']:,.0f} table actions/s"
    console.print(f"{result['games']} games, {result['unfinished']} unfinished, {result['seconds']:.1f} s: {speed}")

"""The summary of a run on the terminal."""

from typing import Any

from rich.console import Console
from rich.table import Table


def percent(value: float) -> str:
    """A share as per cent."""
    return f"{value * 100:.1f} %"


def print_summary(result: dict[str, Any]) -> None:
    """The summary of a run as tables and sentences."""
    console = Console()
    table = Table("Bot", "Wins", "95 % interval", "Mean score")
    for bot in result["bots"]:
        table.add_row(
            bot["name"], percent(bot["win_share"]), f"{percent(bot['win_low'])} to {percent(bot['win_high'])}", f"{bot['mean_score']:.1f}"
        )
    console.print(table)
    if "score_parts" in result["bots"][0]:
        names = list(result["bots"][0]["score_parts"])
        parts = Table("Bot", *names, title="Mean parts of the score")
        for bot in result["bots"]:
            parts.add_row(bot["name"], *(f"{bot['score_parts'][name]:.1f}" for name in names))
        console.print(parts)
    console.print("Wins by seat: " + ", ".join(percent(seat["win_share"]) for seat in result["seats"]))
    console.print(f"The region failed in {percent(result['region_failed_share'])} of games.")
    carbon = result["carbon_t"]
    console.print(f"Carbon: {carbon['p10']:,.0f} t (p10), {carbon['p50']:,.0f} t (median), {carbon['p90']:,.0f} t (p90)")
    console.print(
        f"A game has {result['decisions_per_game']:.0f} decisions, {result['actions_per_game']:.0f} table actions and "
        f"{result['leader_changes_per_game']:.1f} changes of the leader; who leads half-way wins {percent(result['leader_half_way_wins'])}."
    )
    speed = f"{result['games_per_second']:,.0f} games/s, {result['actions_per_second']:,.0f} table actions/s"
    console.print(f"{result['games']:,} games, {result['unfinished']} unfinished, {result['seconds']:.1f} s: {speed}")
    if result.get("stopped"):
        console.print("Stopped before all games were played; these are the figures of those that were.")

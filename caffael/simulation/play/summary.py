"""A run as plain data: what `simulate --json` prints and `summary.json` holds."""

from collections.abc import Sequence
from typing import Any

from caffael.rules.terms import Criterion, Goal
from caffael.simulation.play.counts import WIN
from caffael.simulation.play.shares import Figure, mean, percentile, share
from caffael.simulation.play.tally import PARTS, Tally


def summary(tally: Tally, bots: Sequence[str], seconds: float) -> dict[str, Any]:
    """Shares with intervals, scores and their parts, carbon in tonnes, lengths. Shares are of the finished games."""
    done = tally.finished
    return {
        "games": tally.games,
        "unfinished": tally.unfinished,
        "seconds": seconds,
        "games_per_second": tally.games / seconds if seconds else 0.0,
        "actions": tally.actions,
        "actions_per_second": tally.actions / seconds if seconds else 0.0,
        "decisions_per_game": tally.decisions / tally.games if tally.games else 0.0,
        "actions_per_game": tally.actions / tally.games if tally.games else 0.0,
        "bots": [bot_entry(tally, place, name) for place, name in enumerate(bots)],
        "seats": [as_entry("win_share", share(won / WIN, done)) for won in tally.seat_won],
        "region_failed_share": share(tally.failed, done).value,
        "carbon_t": {f"p{percent}": percentile(tally.carbon, percent) for percent in (10, 50, 90)},
        "leader_changes_per_game": tally.leader_changes / done if done else 0.0,
        "leader_half_way_wins": share(tally.leader_won / WIN, done).value,
        **(detail(tally) if tally.detail else {}),
    }


def bot_entry(tally: Tally, place: int, name: str) -> dict[str, Any]:
    """What one place of the line-up came to."""
    done = tally.finished
    wins = share(tally.won[place] / WIN, done)
    points = mean(int(tally.score[place]), int(tally.squares[place]), done)
    entry: dict[str, Any] = {"name": name, "win_share": wins.value, "win_low": wins.low, "win_high": wins.high}
    entry |= {"mean_score": points.value, "mean_score_low": points.low, "mean_score_high": points.high}
    if tally.detail and done:
        entry["score_parts"] = {part: float(tally.parts[place, i]) / done for i, part in enumerate(PARTS) if part != "total"}
        entry["years_in_debt"] = float(tally.debts[place]) / done
        entry["goals"] = {goal.name.lower(): float(tally.goals[place, goal]) / done for goal in Goal}
    return entry


def as_entry(name: str, figure: Figure) -> dict[str, float]:
    """A figure under a name."""
    return {name: figure.value, "low": figure.low, "high": figure.high}


def detail(tally: Tally) -> dict[str, Any]:
    """What only a detailed run knows: competition, and whether one gets what one asks for."""
    tenders = int(tally.open_bidders.sum())
    return {
        "open_tenders": tenders,
        "open_tenders_by_bidders": [int(number) for number in tally.open_bidders],
        "asked_and_got": {c.name.lower(): share(int(tally.got[c]), int(tally.asked[c])).value for c in Criterion},
        "promises_kept_share": share(int(tally.promises[:, 1].sum()), int(tally.promises[:, 0].sum())).value,
        "local_share": share(int(tally.money[:, 1].sum()), int(tally.money[:, 0].sum())).value,
        "checks_reached_share": share(int(tally.checks[:, 0].sum()), int(tally.checks.sum())).value,
        **(sealed(tally) if tally.sealed.any() else {}),
    }


def sealed(tally: Tally) -> dict[str, float]:
    """What only a game with sealed tenders knows: rounds, envelopes with a tender, and how many of these came back."""
    rounds, envelopes, came_back = (int(number) for number in tally.sealed)
    done = max(tally.finished, 1)
    return {
        "rounds_per_game": rounds / done,
        "envelopes_per_game": envelopes / done,
        "came_back_share": share(came_back, envelopes).value,
    }

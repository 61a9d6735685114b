"""How long Buy and Manage take a class, by a model: computer teams' own actions, and people's times to think.

    python -m caffael_tools.lesson_clock
    python -m caffael_tools.lesson_clock --games 60 --quick 0.6

Three ways to play three years: on one screen, where all wait for who decides; in turns with devices, where a team prepares its next action
while others have theirs; and sealed, where all prepare and write at the same time. Opening, delivery, review and the debrief are left
out: they take the same time whichever way is played. It is a model and no measurement: nobody's class was timed.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from caffael.match import Match, Seat
from caffael.rules import actions
from caffael.rules.happened import Happening
from caffael.rules.terms import Phase
from caffael.saves import Turn
from caffael.scenario import load_pack

THINKING = {"tender": 90.0, "engage": 20.0, "learn": 25.0, "answer": 20.0, "tick": 10.0, "little": 5.0}
"""Seconds that half of all teams need, by what they decide; a whole tender is one."""
SHOWING = {"tender": 25.0, "engage": 10.0, "learn": 5.0, "answer": 5.0, "tick": 0.0, "little": 5.0}
"""Seconds that the big screen takes to show what came of it."""
SPREAD = 0.5
"""Of the logarithm of one decision's time."""
TEAM_SPREAD = 0.3
"""Of the logarithm of how quick a team is."""
PRESS = 3.0
"""Seconds to look once more at what is prepared, and press."""
WAYS = ("one screen", "turns with devices", "sealed")
SCENARIOS = {"one screen": "smarter-spending", "turns with devices": "smarter-spending", "sealed": "sealed"}
YEARS = 3
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Deed:
    """What one team decides at a stretch: its kind, the seconds it thinks, and those in which all look at the big screen."""

    seat: int
    kind: str
    phase: Phase
    think: float
    show: float
    opens: bool = False


def kind_of(turn: Turn) -> str | None:
    """What kind of decision an action begins; None for the later decisions of a tender."""
    action = turn.action
    if actions.TENDER <= action < actions.ENGAGE or actions.JOINT_TENDER <= action < actions.PARTNER:
        return "tender"
    if actions.ENGAGE <= action < actions.JOINT_TENDER:
        return "engage"
    if actions.TRAIN <= action < actions.ROUTE:
        return "learn"
    if actions.MANAGE <= action < actions.SUPPLIER:
        return "tick"
    if action in (actions.AGREE, actions.REFUSE):
        return "answer"
    return "little" if action in (actions.PASS, actions.DONE, actions.WAIT, actions.OPEN) else None


def deeds_of(turns: Sequence[Turn], teams: int, quick: float, chance: random.Random) -> list[Deed]:
    """A game's decisions in their order, with people's times: some teams are quicker than others, and no decision is like another."""
    speed = [quick * chance.lognormvariate(0, TEAM_SPREAD) for _ in range(teams)]
    deeds = []
    for turn in turns:
        kind = kind_of(turn)
        if kind is None:
            continue
        opens = turn.action == actions.OPEN
        think = 0.0 if opens else THINKING[kind] * speed[turn.seat] * chance.lognormvariate(0, SPREAD)
        bids = any(happened.kind in (Happening.TENDER, Happening.JOINT_ASKED) for happened in turn.happenings)
        show = SHOWING["tender"] if opens and bids else SHOWING[kind]
        deeds.append(Deed(turn.seat, kind, Phase(actions.phase_of(turn.action)), think, show, opens))
    return deeds


def on_one_screen(deeds: Sequence[Deed]) -> tuple[float, int]:
    """Seconds in which one after the other thinks and shows, and how often all wait for the slowest."""
    return sum(deed.think + deed.show for deed in deeds), 0


def in_turns(deeds: Sequence[Deed], teams: int) -> tuple[float, int]:
    """Seconds of turns that are prepared meanwhile; contracts to manage are ticked by all teams at the same time."""
    now, waits = 0.0, 0
    free = [0.0] * teams  # since when each team can think about its next action
    for phase, part in runs(deeds):
        if phase == Phase.MANAGE:
            now, waits = now + slowest(part, teams), waits + 1
            free = [now] * teams
            continue
        for deed in part:
            if deed.kind == "answer":
                now += deed.think + deed.show
                continue
            now = max(now + PRESS, free[deed.seat] + deed.think) + deed.show
            free[deed.seat] = now
    return now, waits


def in_envelopes(deeds: Sequence[Deed], teams: int) -> tuple[float, int]:
    """Seconds of rounds in which all write at the same time, and of their envelopes opened one by one."""
    now, waits = 0.0, 0
    for phase, part in runs(deeds):
        if phase == Phase.OPEN:
            now += sum(deed.think + deed.show for deed in part)
        else:
            now, waits = now + slowest(part, teams), waits + 1
    return now, waits


def runs(deeds: Sequence[Deed]) -> Iterator[tuple[Phase, list[Deed]]]:
    """The deeds in stretches: of Buy, of opening (with what partners answer), of Manage."""
    part: list[Deed] = []
    stretch = Phase.BUY
    for deed in deeds:
        phase = stretch if deed.phase == Phase.ANSWER else deed.phase
        if part and phase != stretch:
            yield stretch, part
            part = []
        stretch = phase
        part.append(deed)
    if part:
        yield stretch, part


def slowest(part: Sequence[Deed], teams: int) -> float:
    """Seconds until the slowest team has done its part of what all do at the same time."""
    return max(sum(deed.think for deed in part if deed.seat == seat) for seat in range(teams))


def games(scenario: str, teams: int, count: int, seed: int) -> Iterator[Sequence[Turn]]:
    """Games of balanced computer teams."""
    pack = load_pack(scenario, YEARS)
    for number in range(count):
        match = Match.start(pack, [Seat(council, council, "balanced") for council in pack.ids.councils[:teams]], seed + number)
        while not match.finished:
            match.play(actions.OPEN if match.state.phase == Phase.OPEN else match.bot_action())
        yield match.history


def timed(way: str, teams: int, count: int, seed: int, quick: float) -> tuple[list[float], float]:
    """The minutes of each game played in a way, shortest first, and how often all wait for the slowest in the mean."""
    chance = random.Random(seed)
    minutes, waits = [], 0
    for turns in games(SCENARIOS[way], teams, count, seed):
        deeds = deeds_of(turns, teams, quick, chance)
        seconds, waited = (
            on_one_screen(deeds) if way == "one screen" else in_envelopes(deeds, teams) if way == "sealed" else in_turns(deeds, teams)
        )
        minutes.append(seconds / SECONDS)
        waits += waited
    return sorted(minutes), waits / count


def main(given: Sequence[str] | None = None) -> int:
    """Print the minutes of each way to play, for four teams and for six."""
    parser = argparse.ArgumentParser(prog="lesson_clock", description="How long Buy and Manage take a class, by a model.")
    parser.add_argument("--games", type=int, default=20, help="games for each way and number of teams")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", type=float, default=1.0, help="0.6: teams that need three fifths of the time")
    asked = parser.parse_args(given)
    if asked.games < 1 or asked.quick <= 0:
        parser.error("--games and --quick are above 0")
    print("three years: minutes (nine in ten under), times that all wait for the slowest")
    for way in WAYS:
        parts = []
        for teams in (4, 6):
            minutes, waits = timed(way, teams, asked.games, asked.seed, asked.quick)
            under = minutes[max(0, -(-9 * len(minutes) // 10) - 1)]
            parts.append(f"{teams} teams {median(minutes):.0f} ({under:.0f}), {waits:.1f}")
        print(f"{way}: {'; '.join(parts)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

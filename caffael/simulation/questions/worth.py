"""Restricted play: what a thing is worth to the first bot of a line-up, by playing with it and without it, on the same seeds."""

from dataclasses import dataclass, replace
from typing import Any

from caffael.rules.terms import Badge, Lab, Route
from caffael.scenario import Pack
from caffael.simulation.play.counts import WIN
from caffael.simulation.play.laboratory import Laboratory, Outcome
from caffael.simulation.play.runs import Run
from caffael.simulation.play.shares import Figure, difference, share

BADGES = tuple(badge.name.lower() for badge in Badge)


@dataclass(frozen=True)
class Worth:
    """What a thing is worth: the win share of the first bot with it, without it, and the gap."""

    thing: str
    with_it: Figure
    without: Figure

    @property
    def gap(self) -> Figure:
        """The win share that the thing brings."""
        return difference(self.with_it, self.without)

    def as_data(self) -> dict[str, Any]:
        """It as plain data."""
        gap = self.gap
        return {
            "thing": self.thing,
            "with": self.with_it.value,
            "without": self.without.value,
            "gap": gap.value,
            "low": gap.low,
            "high": gap.high,
        }


def things_of(pack: Pack, kind: str) -> tuple[str, ...]:
    """The names of the routes, labs, projects or badges that are on in a pack, or of all its suppliers or needs."""
    settings = pack.cards.settings
    if kind == "routes":
        return tuple(route.name.lower() for route in Route if pack.cards.routes[route].on == 1)
    if kind == "labs":
        return tuple(lab.name.lower() for lab in Lab) if settings.labs == 1 else ()
    if kind == "projects":
        return tuple(pack.ids.projects) if settings.projects == 1 else ()
    if kind == "badges":
        return BADGES if settings.badges == 1 else ()
    return tuple(pack.ids.suppliers if kind == "suppliers" else pack.ids.needs)


def first_place(outcome: Outcome) -> Figure:
    """The win share of the first place of the line-up."""
    return share(int(outcome.tally.won[0]) / WIN, outcome.tally.finished)


def worth_of_badge(outcome: Outcome, badge: str) -> Worth:
    """What a badge is worth to the first bot: the same games, the badge's points not counted (places shared by equal scores)."""
    tally = outcome.tally
    without = share(int(tally.without_badge[0, BADGES.index(badge)]) / WIN, tally.finished)
    return Worth(badge, share(int(tally.with_all[0]) / WIN, tally.finished), without)


def worth_of_things(run: Run, things: tuple[str, ...], laboratory: Laboratory, base: Outcome | None = None) -> tuple[list[Worth], bool]:
    """What each thing is worth to the first bot of a run, and whether Ctrl-C broke it off.

    `base` is the run with everything, if it was played. Raises NoSuchBotError for a thing that isn't there.
    """
    if base is None:
        base = laboratory.play(replace(run, detail=True, rows=False), "with everything")
    found: list[Worth] = []
    for thing in things:
        if base.stopped:
            return found, True
        if thing in BADGES:
            found.append(worth_of_badge(base, thing))
            continue
        bots = (f"{run.bots[0]}:without={thing}", *run.bots[1:])
        without = laboratory.play(replace(run, bots=bots, detail=False, rows=False), f"without {thing}")
        if without.stopped:
            return found, True
        found.append(Worth(thing, first_place(base), first_place(without)))
    return found, False

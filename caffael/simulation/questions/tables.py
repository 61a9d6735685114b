"""Runs, verdicts, worths, sweeps, sensitivities and tunings as tables on the terminal."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table
from rich.text import Text

from caffael.simulation.questions.balance import Verdict, shortfall
from caffael.simulation.questions.writing import MEASURES, change_with_interval, measured, percent, points, with_interval

if TYPE_CHECKING:  # what a sweep, an analysis and a search are made with takes long to load
    from caffael.simulation.questions.sensitivity import Sensitivity
    from caffael.simulation.questions.sweeping import Sweep
    from caffael.simulation.questions.tuning import Tuned
    from caffael.simulation.questions.worth import Worth

MEANING = {
    "morris": "mu* is by how much the outcome changes, on average, as a number goes through its whole range; mu is the same with its sign; "
    "sigma is large where that depends on the other numbers. For shares they are percentage points.",
    "sobol": "S1 is the part of the outcome's variance that a number explains by itself, ST the part in which it has any hand; "
    "where ± is as large as the number, take more samples.",
}


def print_table(headings: Iterable[str], rows: Iterable[Iterable[str | Text]], title: str | None = None, folded: int = 0) -> None:
    """A table; the words of its first `folded` columns go on in the next line where they are long."""
    columns = [Column(escape(heading), overflow="fold" if place < folded else "ellipsis") for place, heading in enumerate(headings)]
    table = Table(*columns, title=title and escape(title))
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else escape(cell) for cell in row))
    Console().print(table)


def say(*sentences: str) -> None:
    """Sentences, each on a line of its own."""
    for sentence in sentences:
        Console().print(escape(sentence))


def print_summary(result: dict[str, Any]) -> None:
    """The summary of a run as tables and sentences."""
    bots = result["bots"]
    rows = (
        (bot["name"], percent(bot["win_share"]), f"{percent(bot['win_low'])} to {percent(bot['win_high'])}", f"{bot['mean_score']:.1f}")
        for bot in bots
    )
    print_table(("Bot", "Wins", "95 % interval", "Mean score"), rows)
    if "score_parts" in bots[0]:
        names = list(bots[0]["score_parts"])
        parts = ((bot["name"], *(f"{bot['score_parts'][name]:.1f}" for name in names), f"{bot['years_in_debt']:.2f}") for bot in bots)
        print_table(("Bot", *names, "years in debt"), parts, "Mean parts of the score")
    carbon = result["carbon_t"]
    speed = f"{result['games_per_second']:,.0f} games/s, {result['actions_per_second']:,.0f} table actions/s"
    say(
        "Wins by seat: " + ", ".join(percent(seat["win_share"]) for seat in result["seats"]),
        f"The region failed in {percent(result['region_failed_share'])} of games.",
        f"Carbon: {carbon['p10']:,.0f} t (p10), {carbon['p50']:,.0f} t (median), {carbon['p90']:,.0f} t (p90)",
        f"A game has {result['decisions_per_game']:.0f} decisions, {result['actions_per_game']:.0f} table actions and "
        f"{result['leader_changes_per_game']:.1f} changes of the leader; "
        f"who leads half-way wins {percent(result['leader_half_way_wins'])}.",
        f"{result['games']:,} games, {result['unfinished']} unfinished, {result['seconds']:.1f} s: {speed}",
    )
    if result.get("stopped"):
        say("Stopped before all games were played; these are the figures of those that were.")


def holds(verdict: Verdict) -> Text:
    """Whether a bar holds, in words."""
    return Text("holds", "green") if verdict.holds else Text("falls short", "bold red")


def print_verdicts(verdicts: Sequence[Verdict], stopped: bool) -> None:
    """Every bar with its figure, interval and verdict, and a sentence at the end."""
    rows = []
    for its in verdicts:
        interval = f"{its.written(its.figure.low)} to {its.written(its.figure.high)}"
        rows.append((its.bar.title_en, its.thing, its.written(its.figure.value), interval, its.bounds(), f"{its.games:,}", holds(its)))
    print_table(("Bar", "Of", "Figure", "95 % interval", "Wanted", "Games", ""), rows)
    short = sum(not verdict.holds for verdict in verdicts)
    if stopped:
        say("Stopped before all bars were measured.")
    else:
        say(f"{short} of {len(verdicts)} figures fall short." if short else f"All {len(verdicts)} figures hold.")


def print_worths(worths: "Sequence[Worth]", bot: str) -> None:
    """What each thing is worth to a bot."""
    rows = []
    for its in worths:
        gap = its.gap
        interval = f"{points(gap.low)} to {points(gap.high)}"
        rows.append((its.thing, percent(its.with_it.value), percent(its.without.value), points(gap.value), interval))
    headings = ("Without", "Wins with it", "Wins without it", "What it is worth", "95 % interval")
    print_table(headings, rows, f"Restricted play of {bot}")


def print_sweep(result: "Sweep") -> None:
    """One table for each outcome: every setting with its figure and its difference to the scenario as it is. Then the linear effects."""
    if result.as_it_is is None:
        return say("Stopped before the first setting was played to the end.")
    ranges = result.experiment.ranges
    headings = (*(its.name for its in ranges), "Figure and 95 % interval", "Effect and 95 % interval")
    for name in result.experiment.outcomes:
        rows = [(*("as it is" for _ in ranges), with_interval(name, result.as_it_is[name]), "")]
        for setting in result.settings:
            words = (its.text(place) for its, place in zip(ranges, setting, strict=True))
            figures = result.figures(setting)
            as_it_is = figures is result.as_it_is
            effect = "none: as it is" if as_it_is else change_with_interval(name, result.effects(setting)[name])
            rows.append((*words, with_interval(name, figures[name]), effect))
        print_table(headings, rows, name, len(headings))
    if linear := result.linear_effects():
        effects = [
            (
                f"{its.name} {its.text(0)} to {its.text(len(its.values) - 1)}",
                *(change_with_interval(name, row[i]) for name, row in linear.items()),
            )
            for i, its in enumerate(ranges)
        ]
        print_table(("From the first to the last value", *linear), effects, "Linear effects and 95 % intervals", 1 + len(linear))
    say(
        f"{result.experiment.games:,} games of {', '.join(result.experiment.bots)} at each setting, with the same deals. "
        "Effects are differences to the scenario as it is, in percentage points where the outcome is a share; "
        "their intervals take both runs as independent, so the true ones are narrower."
    )
    if result.stopped:
        say("Stopped before all settings were played; these are those that were.")
    return None


def print_sensitivity(result: "Sensitivity") -> None:
    """One table for each outcome, the number that matters most first, and what the measures mean."""
    if not result.indices:
        return say("Stopped before enough was played to tell anything.")
    experiment = result.experiment
    columns, first = result.measures, result.drawn[-1][0]
    for outcome, indices in result.indices.items():
        pairs = zip((its.name for its in experiment.ranges), indices, strict=True)
        ordered = sorted(pairs, key=lambda row: -(row[1][first] or 0.0))
        rows = ((name, *(measured(outcome, column, its[column]) for column in columns)) for name, its in ordered)
        print_table(("Number", *(MEASURES[column] for column in columns)), rows, outcome, 1)
    noise = ", ".join(f"{outcome} ±{measured(outcome, 'mu', half)}" for outcome, half in result.noise.items())
    say(
        MEANING[result.method],
        f"{result.settings:,} different settings, {experiment.games:,} games of {', '.join(experiment.bots)} at each, with the same deals. "
        "Values between whole numbers are rounded to one of them.",
        f"Chance alone moves one setting's outcome by this much (half its 95 % interval): {noise}.",
    )
    if result.stopped:
        say(f"Stopped early: only the first {result.blocks} samples are in it.")
    return None


def print_tuned(result: "Tuned") -> None:
    """What changed, and every bar before and after."""
    if not result.before:
        return say("Stopped before the scenario as it is was measured.")
    if result.held:
        return say(f"All {len(result.before)} figures hold as it is; there is nothing to tune.")
    if result.changes:
        changed = zip(result.tuning.ranges, result.best or (), strict=True)
        rows = ((its.name, its.present_text, its.text(place)) for its, place in changed if its.name in result.changes)
        print_table(("Number", "As it is", "Tuned"), rows)
    bars: list[list[str | Text]] = []
    for before, after in pairs(result):
        one = before or after
        if one is not None:
            things = dict.fromkeys(verdict.thing for verdict in (before, after) if verdict is not None)
            row: list[str | Text] = [one.bar.title_en, ", then ".join(things), one.bounds()]
            for verdict in (before, after) if result.after else (before,):
                row += ["", "not there"] if verdict is None else [verdict.written(verdict.figure.value), holds(verdict)]
            bars.append(row)
    print_table(("Bar", "Of", "Wanted", "Before", "", *(("After", "") if result.after else ())), bars)
    return say(*sentences(result))


def pairs(result: "Tuned") -> list[tuple[Verdict | None, Verdict | None]]:
    """Each figure before and after. What a bar with one figure is about may change; others are matched by it."""
    found: list[tuple[Verdict | None, Verdict | None]] = []
    for bar in result.tuning.bars:
        before, after = ({verdict.thing: verdict for verdict in side if verdict.bar.id == bar.id} for side in (result.before, result.after))
        if len(before) == len(after) == 1:
            found += zip(before.values(), after.values(), strict=True)
        else:
            found += [(before.get(thing), after.get(thing)) for thing in before | after]
    return found


def sentences(result: "Tuned") -> list[str]:
    """What the search came to."""
    refused = f"; {result.refused} of them made no sound scenario" if result.refused else ""
    found = [f"{result.trials} settings were tried{refused}."]
    if result.stopped:
        found.append("Stopped early; this is the best so far.")
    if result.again:
        found.append(
            f"Measured again with other deals than those of the search, the bars fall short by {shortfall(result.before):.3f} as it is "
            f"and by {shortfall(result.after):.3f} tuned (each figure's distance from its bounds, over their width)."
        )
    else:
        found.append(f"With the deals of the search the bars fall short by {result.start:.3f} as it is, and by {result.least:.3f} at best.")
    if not result.better:
        found.append("Nothing better was found; try wider ranges, other numbers or more --trials.")
    return found

"""The verdict of a report: every bar of the scenario with its figure, its interval and its bounds, as a table and as figures by unit."""

from collections.abc import Callable, Sequence

from caffael.rules.terms import Lab
from caffael.scenario import Pack
from caffael.scenario.bars import SIZES
from caffael.simulation.play.shares import Figure
from caffael.simulation.questions.balance import Verdict
from caffael.simulation.report.drawing import Interval, Written, intervals
from caffael.simulation.report.parts import (
    BAD,
    GOOD,
    Picture,
    Row,
    Section,
    Sentences,
    Table,
    name_of,
    percent_and_interval,
    points,
    points_and_interval,
    scores_and_interval,
    times_and_interval,
    whole_percent,
)
from caffael.simulation.report.runs import Findings

NO_NUMBER = ("inf x", "no bound")


def plain_points(figure: Figure) -> str:
    """A number of points with its interval."""
    return f"{figure.value:.2f} ({figure.low:.2f} to {figure.high:.2f})"


GROUPS: dict[str, tuple[str, tuple[str, ...], Written, Callable[[Figure], str]]] = {
    "used": ("Games in which things are used", ("used_share",), whole_percent, percent_and_interval),
    "worth": ("Share of wins that things bring, in percentage points", ("barred_gap",), points, points_and_interval),
    "score": ("Gaps of mean scores, in points", ("score_gap",), "{:g}".format, scores_and_interval),
    "points": ("Scores, in points", (*SIZES, "climate_event_cost"), "{:g}".format, plain_points),
    "times": ("How many times as often with the winner", ("with_winner",), "{:g}".format, times_and_interval),
}
"""Measures that have an axis of their own: title, measures, how its axis is written, how a figure is."""


def verdict_section(findings: Findings) -> Section:
    """Which bars hold."""
    verdicts = findings.verdicts
    if not verdicts:
        return Section("verdict", "The verdict", [Sentences([no_verdict(findings)])])
    short = [verdict for verdict in verdicts if not verdict.holds]
    told = f"{len(short)} of {len(verdicts)} figures fall short." if short else f"All {len(verdicts)} figures hold."
    parts: list[Sentences | Table | Picture] = [Sentences([told], tone=BAD if short else GOOD)]
    if short:
        parts.append(Sentences([short_sentence(findings.wanted.pack, verdict) for verdict in short], listed=True, tone=BAD))
    left_out = [bar.title_en for bar in findings.wanted.bars if bar not in findings.wanted.looked_at]
    if left_out:
        parts.append(Sentences([f"A quick report has no bars with a planner. Not measured: {'; '.join(left_out)}."]))
    parts += [verdict_table(findings.wanted.pack, verdicts), *verdict_pictures(findings.wanted.pack, verdicts)]
    return Section("verdict", "The verdict", parts)


def no_verdict(findings: Findings) -> str:
    """Why there is no verdict."""
    if findings.wanted.bars:
        return "All bars of this scenario have a planner, and a quick report has no bars with one."
    return "This scenario has no balance bars. Write them into a balance.toml beside its scenario.toml to be told here which hold."


def short_sentence(pack: Pack, verdict: Verdict) -> str:
    """That a figure falls short, and of what."""
    about = f" ({name})" if (name := thing_name(pack, verdict)) else ""
    figure = verdict.written(verdict.figure.value).replace(*NO_NUMBER)
    return f"{verdict.bar.title_en}{about}: {figure}, wanted {verdict.bounds()}."


def thing_name(pack: Pack, verdict: Verdict) -> str:
    """What a verdict is about, as players read it."""
    if verdict.bar.measure == "bidders_share":
        return f"{verdict.thing} bidders or more"
    if verdict.bar.measure == "first_actions":
        return opening_name(pack, verdict.thing)
    if verdict.thing in pack.ids.weight_cards:
        return pack.texts.weight_cards[pack.ids.weight_cards.index(verdict.thing)].title("en")
    kind = verdict.bar.things or ("suppliers" if verdict.bar.measure == "supplier_wins" else "")
    return name_of(pack, kind, verdict.thing) if kind and verdict.thing else verdict.thing.replace("_", " ")


def opening_name(pack: Pack, kind: str) -> str:
    """A kind of first action, as players read it."""
    if kind in pack.ids.projects:
        return name_of(pack, "projects", kind)
    return name_of(pack, "labs", kind) if kind.upper() in Lab.__members__ else kind


def verdict_table(pack: Pack, verdicts: Sequence[Verdict]) -> Table:
    """Every figure of every bar."""
    rows = []
    for verdict in verdicts:
        low, high = (verdict.written(end).replace(*NO_NUMBER) for end in (verdict.figure.low, verdict.figure.high))
        figure = verdict.written(verdict.figure.value).replace(*NO_NUMBER)
        said = "✓ holds" if verdict.holds else "✗ falls short"
        cells = (figure, f"{low} to {high}", verdict.bounds(), f"{verdict.games:,}", said)
        name = thing_name(pack, verdict) or "all games"
        rows.append(Row(name, cells, GOOD if verdict.holds else BAD, group=verdict.bar.title_en, group_code=verdict.bar.id))
    return Table("Every bar", ("Bar and what it is about", "Figure", "95 % interval", "Wanted", "Games", "Verdict"), rows)


def verdict_pictures(pack: Pack, verdicts: Sequence[Verdict]) -> list[Picture]:
    """A figure for each unit that the bars are measured in."""
    special = [measure for _, measures, _, _ in GROUPS.values() for measure in measures]
    shares = tuple(dict.fromkeys(verdict.bar.measure for verdict in verdicts if verdict.bar.measure not in special))
    groups = {"shares": ("Shares", shares, whole_percent, percent_and_interval)} | GROUPS
    pictures = []
    for key, (title, measures, axis, written) in groups.items():
        rows = [
            Interval(
                ": ".join(filter(None, (verdict.bar.id, thing_name(pack, verdict)))),
                verdict.figure,
                verdict.least,
                verdict.most,
                verdict.holds,
            )
            for verdict in verdicts
            if verdict.bar.measure in measures
        ]
        if rows:
            drawing = intervals(f"bars-{key}", f"Bars: {title}", rows, axis, written)
            pictures.append(Picture(drawing, f"{title}. The pale band is what is wanted; a diamond falls short."))
    return pictures

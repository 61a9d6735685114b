"""How many points each council has so far, its place, and what its points are made of: by the rules' own scoring.

While the teacher hides scores nothing of it is said, to nobody and nowhere.
"""

from caffael.debrief.records import Part
from caffael.debrief.scores import parts_of
from caffael.match import Standing
from caffael.presentation.blocks import Line, Sheet
from caffael.presentation.press import Open
from caffael.presentation.sheets.backs import term_back
from caffael.presentation.viewer import Viewer
from caffael.rules.scoring import lowest_goal
from caffael.rules.terms import Ending
from caffael.words.language import words
from caffael.words.looks import team_ink

PART_NAMES = {
    "goals": words("Seven goals"),
    "lowest": words("Lowest goal"),
    "badges": words("Badges"),
    "money": words("Money left"),
    "debt": words("Debt"),
    "unmet": words("Unmet needs"),
    "notices": words("Section 114 notices"),
    "carbon": words("Carbon over the share"),
}
PART_PICTURES = {
    "goals": "culture",
    "lowest": "prosperous",
    "badges": "seal",
    "money": "pound",
    "debt": "minus",
    "unmet": "timer",
    "notices": "warning",
    "carbon": "carbon",
}
ALWAYS = ("goals", "lowest")
"""Parts that are told even where they are nothing."""


def part_name(viewer: Viewer, part: Part) -> str:
    """What a part of the score is called."""
    return viewer.text(PART_NAMES[part.kind])


def part_detail(viewer: Viewer, part: Part) -> str:
    """Where the points of a part come from, in a sentence."""
    language, settings, n = viewer.language, viewer.cards.settings, part.source
    if part.kind == "goals":
        return language.text("The seven goals added up: {n}.", n=n)
    if part.kind == "lowest":
        if settings.lowest_times == 1:
            return language.text("The lowest goal stands at {n}. It counts once more, so that none is left behind.", n=n)
        return language.text(
            "The lowest goal stands at {n}. It counts {times} times more, so that none is left behind.", n=n, times=settings.lowest_times
        )
    if part.kind == "badges":
        return language.text("Badges won: {n}. Points for each: {points}.", n=n, points=settings.badge_points)
    if part.kind == "money":
        return language.text(
            "{money} is left. Each full {step} brings a point.", money=language.money(n), step=language.money(settings.money_step)
        )
    if part.kind == "debt":
        return language.text(
            "The debt is {money}. Each started {step} costs a point.", money=language.money(n), step=language.money(settings.debt_step)
        )
    if part.kind == "unmet":
        return language.text("Needs still open at the end: {n}. Points lost for each: {points}.", n=n, points=settings.unmet_points)
    if part.kind == "notices":
        return language.text("Section 114 notices: {n}. Points lost for each: {points}.", n=n, points=settings.notice_points)
    share = language.carbon(settings.carbon_budget)
    if settings.over_points > 0:
        return language.text(
            "Emitted: {carbon}; its share: {share}. If the region fails, being over the share costs points: {points}, and 1 more for each "
            "full {percent}.",
            carbon=language.carbon(n),
            share=share,
            points=settings.over_points,
            percent=language.percent(settings.over_step),
        )
    return language.text(
        "Emitted: {carbon}; its share: {share}. If the region fails, each full {percent} over the share costs a point.",
        carbon=language.carbon(n),
        share=share,
        percent=language.percent(settings.over_step),
    )


def standing_of(viewer: Viewer, seat: int) -> Standing:
    """How a council stands now."""
    return next(standing for standing in viewer.ranking() if standing.seat == seat)


def place_number(viewer: Viewer, seat: int) -> str:
    """A council's place as a number alone; empty where it is alone, and while scores are hidden."""
    if viewer.scores_hidden or viewer.state.seats == 1:
        return ""
    return viewer.language.number(standing_of(viewer, seat).rank + 1)


def place_said(viewer: Viewer, seat: int) -> str:
    """A council's place among all; empty where it is alone."""
    standings = viewer.ranking()
    if len(standings) == 1:
        return ""
    rank, count = standing_of(viewer, seat).rank, len(standings)
    if sum(standing.rank == rank for standing in standings) > 1:
        return viewer.text("Place {place} of {count}, shared", place=rank + 1, count=count)
    return viewer.text("Place {place} of {count}", place=rank + 1, count=count)


def tie_rule(viewer: Viewer, seat: int) -> str:
    """What put a council before or behind another of as many points; empty where no other has as many and another place."""
    own = standing_of(viewer, seat)
    rivals = [one for one in viewer.ranking() if one.total == own.total and one.rank != own.rank]
    if not rivals:
        return ""
    if any(lowest_goal(viewer.state, one.seat) != lowest_goal(viewer.state, seat) for one in rivals):
        return viewer.text("As many points: the lowest goals decide.")
    return viewer.text("As many points, the same lowest goal: less carbon decides.")


def points_line(viewer: Viewer, seat: int) -> Line | None:
    """A council's points so far and its place; a press opens what they are made of. None while scores are hidden."""
    if viewer.scores_hidden:
        return None
    number = viewer.language.number(standing_of(viewer, seat).total)
    title = viewer.text("Points") if viewer.finished else viewer.text("Points so far")
    return Line(title, number, place_said(viewer, seat), "star", press=Open("points", (seat,)), id=f"points {seat}")


def points_sheet(viewer: Viewer, seat: int) -> Sheet:
    """A council's points so far in their parts, then how the others stand."""
    if viewer.scores_hidden:
        hidden = viewer.text("hidden until the end")
        return Sheet("points", viewer.text("Points so far"), viewer.council(seat), picture="lock", ink=team_ink(seat), story=hidden)
    lines = [part_line(viewer, seat, part) for part in parts_of(viewer.state, seat, viewer.scores()[seat])]
    others = [standing for standing in viewer.ranking() if standing.seat != seat]
    story = "" if viewer.finished else viewer.text("If the game ended now, these would be the points.")
    if viewer.cards.settings.ending == Ending.SHARED and not viewer.finished:
        mean = viewer.mean_score()
        asked = viewer.text("All win together if the mean score reaches {target}. It is {mean}.", target=target(viewer), mean=mean)
        story = f"{story} {asked}"
    line, total = viewer.council(seat), standing_of(viewer, seat).total
    title = viewer.text("Points: {n}", n=total) if viewer.finished else viewer.text("Points so far: {n}", n=total)
    if place := place_said(viewer, seat):
        line = f"{line} · {place}"
    if tie := tie_rule(viewer, seat):
        story = f"{story} {tie}".strip()
    return Sheet(
        "points",
        title,
        line,
        story,
        "star",
        team_ink(seat),
        lines=(*(one for one in lines if one is not None), *(other_line(viewer, standing.seat) for standing in others)),
        back=term_back(viewer, "score"),
    )


def target(viewer: Viewer) -> int:
    """The mean score that all need at a shared end."""
    return viewer.cards.settings.shared_target


def part_line(viewer: Viewer, seat: int, part: Part) -> Line | None:
    """A part of a score and where it comes from; None for one that is nothing."""
    if part.points == 0 and part.kind not in ALWAYS:
        return None
    value, bad = viewer.language.signed(part.points), part.points < 0
    press = Open("goals", (seat,)) if part.kind in ALWAYS else None
    ink = "bad" if bad else "ink"
    return Line(part_name(viewer, part), value, part_detail(viewer, part), PART_PICTURES[part.kind], ink, press, ink)


def other_line(viewer: Viewer, seat: int) -> Line:
    """How another council stands."""
    points = viewer.language.number(standing_of(viewer, seat).total)
    return Line(viewer.council(seat), points, place_said(viewer, seat), "star", team_ink(seat), Open("points", (seat,)))

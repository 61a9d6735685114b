"""The parts of a score in words: what each is called, where its points come from, and each point's source."""

from caffael.debrief.records import CarbonRow, Debrief, Part, TeamStory
from caffael.presentation.viewer import Viewer
from caffael.rules.happened import Cause
from caffael.rules.terms import EARLIER
from caffael.words.language import words
from caffael.words.sentences import badge_name, goal_name

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
CAUSE_NAMES = {
    Cause.NEED: words("needs met"),
    Cause.MAIN_GOAL: words("quality"),
    Cause.SOCIAL_VALUE: words("social value"),
    Cause.LOCAL: words("local money"),
    Cause.WELSH: words("services in Welsh"),
    Cause.RESERVED: words("reserved contracts"),
    Cause.POWER: words("projects"),
    Cause.EVENT: words("events"),
    Cause.UNMET: words("unmet needs"),
    Cause.OWN_CARBON: words("own carbon"),
    Cause.NOTICE: words("Section 114 notices"),
}
"""What moved a goal, in a word or two that stand behind a number."""


def part_name(viewer: Viewer, part: Part) -> str:
    """What a part of the score is called."""
    return viewer.text(PART_NAMES[part.kind])


def part_detail(viewer: Viewer, part: Part) -> str:
    """Where the points of a part come from, in a sentence."""
    language, settings, n = viewer.language, viewer.cards.settings, part.source
    if part.kind == "goals":
        return language.text("The seven goals added up: {n}.", n=n)
    if part.kind == "lowest":
        return language.text(
            "The lowest goal stands at {n}. It counts {times} times more, so that none is left behind.", n=n, times=settings.lowest_times
        )
    if part.kind == "badges":
        return language.text("Badges won: {n}. Each brings {points} points.", n=n, points=settings.badge_points)
    if part.kind == "money":
        return language.text(
            "{money} is left. Each full {step} brings a point.", money=language.money(n), step=language.money(settings.money_step)
        )
    if part.kind == "debt":
        return language.text(
            "The debt is {money}. Each started {step} costs a point.", money=language.money(n), step=language.money(settings.debt_step)
        )
    if part.kind == "unmet":
        return language.text("Needs still open at the end: {n}. Each costs {points} points.", n=n, points=settings.unmet_points)
    if part.kind == "notices":
        return language.text("Section 114 notices: {n}. Each costs {points} points.", n=n, points=settings.notice_points)
    share = language.carbon(settings.carbon_budget)
    return language.text(
        "Emitted: {carbon}; its share: {share}. If the region fails, each full {percent} over the share costs a point.",
        carbon=language.carbon(n),
        share=share,
        percent=language.percent(settings.over_step),
    )


def goal_detail(viewer: Viewer, team: TeamStory, goal: int) -> str:
    """Where a goal of a team stands, where it began, and what moved it by how much in all."""
    language, moves = viewer.language, team.moves[goal]
    parts = [language.text("{n} at the start", n=team.goals[goal] - sum(moves))]
    for cause in sorted(Cause, key=lambda one: -abs(moves[one])):
        if moves[cause]:
            name = language.text(CAUSE_NAMES[cause])
            parts.append(language.text("{points} {cause}", points=language.signed(moves[cause]), cause=name))
    return language.text("{goal}: {n} ({parts}).", goal=goal_name(language, goal), n=team.goals[goal], parts=", ".join(parts))


def part_sources(viewer: Viewer, debrief: Debrief, team: TeamStory, part: Part) -> list[str]:
    """What a part is made of, a line each; none where the part says it all by itself."""
    if part.kind == "goals":
        return [goal_detail(viewer, team, goal) for goal in range(len(team.goals))]
    if part.kind == "lowest":
        return [goal_detail(viewer, team, goal) for goal, level in enumerate(team.goals) if level == part.source]
    if part.kind == "unmet":
        return [viewer.need(need) for need in team.open_needs]
    if part.kind == "carbon":
        return carbon_sources(viewer, debrief.carbon[team.seat])
    if part.kind == "badges":
        return [badge_won(viewer, badge, year) for badge, year in enumerate(team.badges) if year > 0]
    return []


def carbon_sources(viewer: Viewer, carbon: CarbonRow) -> list[str]:
    """What a council's carbon came from, the most first."""
    named = [(carbon.contracts[at], viewer.category(at)) for at in range(viewer.cards.categories)]
    named += [(carbon.unmet, viewer.text("Needs that waited")), (carbon.estate, viewer.text("Own buildings and vehicles"))]
    ordered = sorted((row for row in named if row[0]), key=lambda row: -row[0])
    return [viewer.text("{name}: {carbon}", name=name, carbon=viewer.language.carbon(amount)) for amount, name in ordered]


def badge_won(viewer: Viewer, badge: int, year: int) -> str:
    """A badge and when it was won."""
    name = badge_name(viewer.language, badge)
    if year == EARLIER:
        return viewer.text("{badge}, in an earlier game", badge=name)
    return viewer.text("{badge}, in year {year}", badge=name, year=year)

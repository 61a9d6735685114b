"""The page of who came where and why: scores and their parts in words, who has won, how the campaign stands, and sheets that explain."""

from caffael.debrief.records import CampaignStory, CarbonRow, Debrief, Part, TeamStory
from caffael.presentation.blocks import Block, Line, Page, Sheet, Table, Text
from caffael.presentation.points import PART_PICTURES, part_detail, part_name
from caffael.presentation.viewer import Viewer
from caffael.rules.happened import Cause
from caffael.rules.terms import EARLIER, Ending
from caffael.words.language import words
from caffael.words.sentences import badge_name, goal_name

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
    named += [(carbon.unmet, viewer.text("Unmet needs")), (carbon.estate, viewer.text("Own buildings and vehicles"))]
    ordered = sorted((row for row in named if row[0]), key=lambda row: -row[0])
    return [viewer.text("{name}: {carbon}", name=name, carbon=viewer.language.carbon(amount)) for amount, name in ordered]


def badge_won(viewer: Viewer, badge: int, year: int) -> str:
    """A badge and when it was won."""
    name = badge_name(viewer.language, badge)
    if year == EARLIER:
        return viewer.text("{badge}, in an earlier game", badge=name)
    return viewer.text("{badge}, in year {year}", badge=name, year=year)


def verdict(viewer: Viewer, debrief: Debrief) -> str:
    """Who has won. Nobody is named as a winner where the rules name none; before the end it says how the points stand."""
    region, teams = debrief.region, debrief.teams
    first, leader = teams[0], viewer.council(teams[0].seat)
    best = [viewer.council(team.seat) for team in teams if team.rank == 0]
    if not debrief.finished:
        return viewer.text("The game is not over, so nobody has won. Points so far: {points}.", points=points_so_far(viewer, debrief))
    if region.ending == Ending.SHARED:
        return shared_verdict(viewer, debrief)
    if not debrief.winners:
        if len(teams) == 1:
            return viewer.text("{team} reached {n} points, but does not win, because the region failed.", team=leader, n=first.total)
        if len(best) > 1:
            return viewer.text(
                "Nobody wins, because the region failed. The first place would be shared by: {teams}.", teams=", ".join(best)
            )
        said = viewer.text(
            "Nobody wins, because the region failed. First would have been {team} with {n} points.", team=leader, n=first.total
        )
        return f"{said} {tie_words(viewer, debrief)}".strip()
    if len(teams) == 1:
        return viewer.text("{team} reached {n} points.", team=leader, n=first.total)
    if len(best) > 1:
        return viewer.text("The first place is shared by: {teams}.", teams=", ".join(best))
    return f"{viewer.text('{team} wins with {n} points.', team=leader, n=first.total)} {tie_words(viewer, debrief)}".strip()


def points_so_far(viewer: Viewer, debrief: Debrief) -> str:
    """Each team with its points, best first."""
    return ", ".join(f"{viewer.council(team.seat)} {viewer.language.number(team.total)}" for team in debrief.teams)


def shared_verdict(viewer: Viewer, debrief: Debrief) -> str:
    """All win together or none, and what decided it."""
    region = debrief.region
    if debrief.winners:
        return viewer.text(
            "All councils win together: the mean score is {mean}, and {target} was asked for.", mean=region.mean, target=region.target
        )
    if region.failed:
        return viewer.text("All councils lose together, because the region failed.")
    return viewer.text(
        "All councils lose together: the mean score is {mean}, and {target} was asked for.", mean=region.mean, target=region.target
    )


def tie_words(viewer: Viewer, debrief: Debrief) -> str:
    """What decided between councils of equal points for the first place; empty where the points did."""
    return tie_between(viewer, debrief.teams[0], debrief.teams[1])


def tie_between(viewer: Viewer, first: TeamStory, second: TeamStory) -> str:
    """What put one council before another of as many points; empty where the points did."""
    if second.total != first.total:
        return ""
    if min(first.goals) != min(second.goals):
        return viewer.text("{team} has as many points; the higher lowest goal decided.", team=viewer.council(second.seat))
    return viewer.text("{team} has as many points and the same lowest goal; less carbon decided.", team=viewer.council(second.seat))


def lead_words(viewer: Viewer, debrief: Debrief) -> str:
    """By how much the first is before the second, and which part did most for it; empty where the points don't say who is first."""
    if len(debrief.teams) < 2 or debrief.teams[0].total == debrief.teams[1].total or debrief.region.ending == Ending.SHARED:
        return ""
    first, second = debrief.teams[:2]
    changes = {place: first.parts[place].points - second.parts[place].points for place in counted(debrief)}
    most = max(changes, key=lambda place: changes[place])
    return viewer.text(
        "{other} came next. Points between them: {n}. What helped most: {part} ({points}).",
        other=viewer.council(second.seat),
        n=first.total - second.total,
        part=part_name(viewer, first.parts[most]),
        points=viewer.language.signed(changes[most]),
    )


def campaign_heading(viewer: Viewer, story: CampaignStory) -> str:
    """What stands over the sums."""
    return viewer.text("The whole campaign") if story.over else viewer.text("So far in the campaign")


def campaign_verdict(viewer: Viewer, story: CampaignStory | None) -> str:
    """Who has won the campaign, in a sentence; empty before its last game is over."""
    if story is None or not story.over:
        return ""
    best = [viewer.council(seat) for seat in story.winners]
    total = story.places[0].total
    if len(story.places) == 1:
        return viewer.text("{team} reached {n} points in the whole campaign.", team=best[0], n=total)
    if len(best) > 1:
        return viewer.text("The first place in the campaign is shared by: {teams}.", teams=", ".join(best))
    return viewer.text("{team} wins the campaign with {n} points.", team=best[0], n=total)


def ranking_page(viewer: Viewer, debrief: Debrief) -> Page:
    """Who came where, with every part of the score that counts in this game."""
    number = viewer.language.number
    kinds = counted(debrief)
    rows = tuple(
        (
            viewer.council(team.seat),
            team.team,
            number(team.rank + 1),
            *(number(team.parts[place].points) for place in kinds),
            number(team.total),
        )
        for team in debrief.teams
    )
    names = [part_name(viewer, debrief.teams[0].parts[place]) for place in kinds]
    heads = (viewer.text("Council"), viewer.text("Team"), viewer.text("Place"), *names, viewer.text("Points"))
    caption = viewer.text("Every score in its parts")
    told = (verdict(viewer, debrief), campaign_verdict(viewer, debrief.campaign))
    blocks: list[Block] = [
        Text(" ".join(sentence for sentence in told if sentence), "lead", "verdict"),
        *((Text(lead, id="why"),) if (lead := lead_words(viewer, debrief) if debrief.finished else "") else ()),
        Table(caption, heads, rows, frozenset(range(2, len(heads))), (24, 22, 8, *(11 for _ in kinds), 9), "scores"),
    ]
    if debrief.campaign is not None:
        blocks.append(campaign_table(viewer, debrief))
    blocks.append(Text(viewer.text("Where each point came from stands on the team's own page."), "soft", "own-page"))
    return Page("ranking", viewer.text("Who came where, and why?"), blocks=tuple(blocks))


def counted(debrief: Debrief) -> list[int]:
    """The places of the parts that brought or cost somebody points; the first one where none did."""
    places = range(len(debrief.teams[0].parts))
    return [place for place in places if any(team.parts[place].points for team in debrief.teams)] or [0]


def campaign_table(viewer: Viewer, debrief: Debrief) -> Table:
    """Each team's place in the campaign, and its score in each game."""
    story, number = debrief.campaign, viewer.language.number
    assert story is not None
    games = [viewer.text("Game {game}", game=story.first + place) for place in range(len(story.places[0].games))]
    heads = (viewer.text("Council"), viewer.text("Place"), *games, viewer.text("Points"))
    rows = tuple(
        (viewer.council(place.seat), number(place.rank + 1), *map(number, place.games), number(place.total)) for place in story.places
    )
    return Table(campaign_heading(viewer, story), heads, rows, frozenset(range(1, len(heads))), id="campaign")


def place_words(viewer: Viewer, rank: int, total: int) -> str:
    """A place and the points that brought it."""
    return viewer.text("Place {place}: {n} points", place=rank + 1, n=total)


def part_sheet(viewer: Viewer, debrief: Debrief, team: TeamStory, part: Part) -> Sheet:
    """Where the points of one part of a score came from."""
    lines = part_sources(viewer, debrief, team, part)
    return explained(viewer, part_name(viewer, part), team, PART_PICTURES[part.kind], part_detail(viewer, part), lines)


def total_sheet(viewer: Viewer, debrief: Debrief, team: TeamStory) -> Sheet:
    """A score from its parts."""
    lines = []
    for part in (team.parts[place] for place in counted(debrief)):
        lines.append(f"{part_name(viewer, part)} {viewer.language.signed(part.points)}. {part_detail(viewer, part)}")
    first = f"{viewer.text('All points together')}: {viewer.language.number(team.total)}"
    return explained(viewer, viewer.text("Points"), team, "trophy", first, lines)


def campaign_sheet(viewer: Viewer, debrief: Debrief, team: TeamStory) -> Sheet:
    """A team's place in the campaign, and its score in each game."""
    story = debrief.campaign
    assert story is not None
    place = story.place_of(team.seat)
    games = [viewer.text("Game {game}: {n} points", game=number, n=points) for number, points in enumerate(place.games, story.first)]
    return explained(viewer, campaign_heading(viewer, story), team, "trophy", place_words(viewer, place.rank, place.total), games)


def explained(viewer: Viewer, title: str, team: TeamStory, picture: str, first: str, lines: list[str]) -> Sheet:
    """A sheet of a council: the first line stands out."""
    return Sheet("explained", title, viewer.who(team.seat), first, picture, lines=tuple(Line(line) for line in lines))

"""The page of who came where and why, how the campaign stands, and the sheets that say where points came from."""

from caffael.debrief.records import Debrief, Part, TeamStory
from caffael.presentation.blocks import Block, Line, Page, Sheet, Table, Text
from caffael.presentation.debrief.points import part_detail, part_name, part_sources
from caffael.presentation.debrief.verdict import campaign_heading, campaign_verdict, verdict
from caffael.presentation.viewer import Viewer

PICTURES = {
    "goals": "culture",
    "lowest": "prosperous",
    "badges": "seal",
    "money": "pound",
    "debt": "minus",
    "unmet": "timer",
    "notices": "warning",
    "carbon": "carbon",
}


def ranking_page(viewer: Viewer, debrief: Debrief) -> Page:
    """Who came where, with every part of the score that counts in this game."""
    number = viewer.language.number
    kinds = counted(debrief)
    rows = tuple(
        (
            team.team,
            viewer.council(team.seat),
            number(team.rank + 1),
            *(number(team.parts[place].points) for place in kinds),
            number(team.total),
        )
        for team in debrief.teams
    )
    names = [part_name(viewer, debrief.teams[0].parts[place]) for place in kinds]
    heads = (viewer.text("Team"), viewer.text("Council"), viewer.text("Place"), *names, viewer.text("Points"))
    caption = viewer.text("Every score in its parts")
    told = (verdict(viewer, debrief), campaign_verdict(viewer, debrief.campaign))
    blocks: list[Block] = [
        Text(" ".join(sentence for sentence in told if sentence), "lead", "verdict"),
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
    heads = (viewer.text("Team"), viewer.text("Place"), *games, viewer.text("Points"))
    rows = tuple(
        (viewer.team(place.seat), number(place.rank + 1), *map(number, place.games), number(place.total)) for place in story.places
    )
    return Table(campaign_heading(viewer, story), heads, rows, frozenset(range(1, len(heads))), id="campaign")


def place_words(viewer: Viewer, rank: int, total: int) -> str:
    """A place and the points that brought it."""
    return viewer.text("Place {place}: {n} points", place=rank + 1, n=total)


def part_sheet(viewer: Viewer, debrief: Debrief, team: TeamStory, part: Part) -> Sheet:
    """Where the points of one part of a score came from."""
    lines = part_sources(viewer, debrief, team, part)
    return explained(part_name(viewer, part), team, PICTURES[part.kind], part_detail(viewer, part), lines)


def total_sheet(viewer: Viewer, debrief: Debrief, team: TeamStory) -> Sheet:
    """A score from its parts."""
    lines = []
    for part in (team.parts[place] for place in counted(debrief)):
        lines.append(f"{part_name(viewer, part)} {viewer.language.signed(part.points)}. {part_detail(viewer, part)}")
    first = f"{viewer.text('All points together')}: {viewer.language.number(team.total)}"
    return explained(viewer.text("Points"), team, "trophy", first, lines)


def campaign_sheet(viewer: Viewer, debrief: Debrief, team: TeamStory) -> Sheet:
    """A team's place in the campaign, and its score in each game."""
    story = debrief.campaign
    assert story is not None
    place = story.place_of(team.seat)
    games = [viewer.text("Game {game}: {n} points", game=number, n=points) for number, points in enumerate(place.games, story.first)]
    return explained(campaign_heading(viewer, story), team, "trophy", place_words(viewer, place.rank, place.total), games)


def explained(title: str, team: TeamStory, picture: str, first: str, lines: list[str]) -> Sheet:
    """A sheet of a team: the first line stands out."""
    return Sheet("explained", title, team.team, first, picture, lines=tuple(Line(line) for line in lines))

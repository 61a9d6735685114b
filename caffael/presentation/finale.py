"""How a game ended, told step by step: the region's fate, the places from last to first, then why the first is first.

Nobody is named before the region's fate. Councils that share a place are told in one step. Where nobody wins, or all win together, no
council is called the winner.
"""

from itertools import groupby

from caffael.debrief.records import Debrief, Region, TeamStory
from caffael.debrief.scores import parts_of
from caffael.presentation.blocks import Chip, Group, Line, Page, Text
from caffael.presentation.debrief.fate import fate_words
from caffael.presentation.debrief.ranking import counted, lead_words, tie_between, verdict
from caffael.presentation.marks import carbon_marks
from caffael.presentation.points import PART_PICTURES, part_name, place_said
from caffael.presentation.press import Open
from caffael.presentation.table.region import carbon_share, carbon_words
from caffael.presentation.viewer import Viewer
from caffael.presentation.year.chapters import ways_on
from caffael.rules.terms import Ending
from caffael.rules.year import region_budget, region_failed
from caffael.words.looks import team_ink


def finale_page(viewer: Viewer) -> Page:
    """The end of a game. Its groups are the steps in which it is told: `fate`, a `place` for each rank from the last on, and `why`."""
    result = result_of(viewer)
    ranks = [list(teams) for _, teams in groupby(result.teams, key=lambda team: team.rank)]
    places = [place_step(viewer, result, ranks, at) for at in reversed(range(len(ranks)))]
    steps, title = (fate_step(viewer, result), *places, why_step(viewer, result)), viewer.text("How did it end?")
    return Page("finale", title, picture="trophy", blocks=steps, buttons=ways_on(viewer))


def result_of(viewer: Viewer) -> Debrief:
    """What the finale tells of a game that is over, from the rules' own scoring: the region, the councils best first, who has won."""
    scores, settings, state = viewer.scores(), viewer.cards.settings, viewer.state
    teams = [
        TeamStory(
            seat=standing.seat,
            team=viewer.team(standing.seat),
            player=viewer.players[standing.seat],
            rank=standing.rank,
            total=standing.total,
            parts=parts_of(state, standing.seat, scores[standing.seat]),
            goals=list(state.councils[standing.seat].goals),
            badges=list(state.councils[standing.seat].badges),
            moves=[],
            open_needs=[],
        )
        for standing in viewer.ranking()
    ]
    region = Region(
        carbon=state.carbon,
        budget=region_budget(viewer.cards, state),
        counted=settings.carbon == 1,
        failed=region_failed(viewer.cards, state),
        ending=settings.ending,
        target=settings.shared_target,
        mean=viewer.mean_score(),
        marks=state.marks,
        storms=state.climate_come,
    )
    return Debrief(region=region, teams=teams, winners=viewer.winners(), finished=viewer.finished)


def fate_step(viewer: Viewer, result: Debrief) -> Group:
    """How the region came through, and what it means for all."""
    region = result.region
    head, line = fate_words(viewer, region, result.finished)
    picture, ink = ("climate", "bad") if region.failed else ("leaf", "good")
    told = (Text(line, id="line"),)
    if not region.counted:
        return Group("fate", head, told, "map", "ink")
    total = Line(
        carbon_words(viewer, region.carbon),
        picture="carbon",
        share=carbon_share(viewer, region.carbon),
        marks=tuple(carbon_marks(viewer, region.carbon)),
        id="total",
    )
    return Group("fate", head, (*told, total), picture, ink)


def place_step(viewer: Viewer, result: Debrief, ranks: list[list[TeamStory]], at: int) -> Group:
    """The councils of one place; and where the next one has as many points, what decided between them."""
    teams = ranks[at]
    rows = tuple(
        Line(
            viewer.council(team.seat),
            viewer.language.number(team.total),
            viewer.team(team.seat),
            "trophy" if team.seat in result.winners else "star",
            team_ink(team.seat),
            Open("points", (team.seat,)),
            id=f"council {team.seat}",
        )
        for team in teams
    )
    decided = tie_between(viewer, teams[0], ranks[at + 1][0]) if at + 1 < len(ranks) else ""
    title = place_said(viewer, teams[0].seat) or viewer.text("Points")
    return Group(f"place {teams[0].rank + 1}", title, (*rows, *((Text(decided),) if decided else ())))


def why_step(viewer: Viewer, result: Debrief) -> Group:
    """Who has won, if anybody has, and which parts of the score made the first the first."""
    first = [team for team in result.teams if team.rank == 0]
    rest = [team for team in result.teams if team.rank > 0]
    said = verdict(viewer, result)
    loser = "climate" if result.region.failed else "hand"
    alone = len(first) == 1 and (len(result.winners) == 1 or not rest)
    if not alone:
        same = len(first) > 1 and result.region.ending != Ending.SHARED
        told = (Text(viewer.text("They have the same points, the same lowest goal and the same carbon.")),) if same else ()
        return Group("why", said, told, loser if not result.winners else "people", "gold" if result.winners else "slate")
    lines = tuple(part_line(viewer, result, first[0], rest[0] if rest else None, place) for place in counted(result))
    said_lead = lead_words(viewer, result)
    lead = (Text(said_lead, "lead"),) if said_lead else ()
    return Group("why", said, (*lead, *lines), "trophy" if result.winners else loser, "gold" if result.winners else "slate")


def part_line(viewer: Viewer, result: Debrief, first: TeamStory, second: TeamStory | None, place: int) -> Line:
    """A part of the first one's score, and how far it is before the second's."""
    part, language = first.parts[place], viewer.language
    chips: tuple[Chip, ...] = ()
    if second is not None:
        other, change = second.parts[place].points, language.signed(part.points - second.parts[place].points)
        said = viewer.text("{change} ({other}: {points})", change=change, other=viewer.council(second.seat), points=language.number(other))
        chips = (Chip(said, short=change),)
    ink = "bad" if part.points < 0 else "ink"
    value = language.number(part.points)
    return Line(part_name(viewer, part), value, "", PART_PICTURES[part.kind], value_ink=ink, id=f"part {part.kind}", chips=chips)

"""Who has won and why, in a sentence or two, for every kind of end; of a game, and of a campaign."""

from caffael.debrief.records import CampaignStory, Debrief
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import Ending


def verdict(viewer: Viewer, debrief: Debrief) -> str:
    """Who has won. Nobody is named as a winner where the rules name none; before the end it says how the points stand."""
    region, teams = debrief.region, debrief.teams
    first = teams[0]
    best = [team.team for team in teams if team.rank == 0]
    if not debrief.finished:
        return viewer.text("The game is not over, so nobody has won. Points so far: {points}.", points=points_so_far(viewer, debrief))
    if region.ending == Ending.SHARED:
        return shared_verdict(viewer, debrief)
    if not debrief.winners:
        if len(teams) == 1:
            return viewer.text("{team} reached {n} points, but does not win, because the region failed.", team=first.team, n=first.total)
        if len(best) > 1:
            return viewer.text(
                "Nobody wins, because the region failed. The first place would be shared by: {teams}.", teams=", ".join(best)
            )
        said = viewer.text(
            "Nobody wins, because the region failed. First would have been {team} with {n} points.", team=first.team, n=first.total
        )
        return f"{said} {tie_words(viewer, debrief)}".strip()
    if len(teams) == 1:
        return viewer.text("{team} reached {n} points.", team=first.team, n=first.total)
    if len(best) > 1:
        return viewer.text("These teams share the first place: {teams}.", teams=", ".join(best))
    return f"{viewer.text('{team} wins with {n} points.', team=first.team, n=first.total)} {tie_words(viewer, debrief)}".strip()


def points_so_far(viewer: Viewer, debrief: Debrief) -> str:
    """Each team with its points, best first."""
    return ", ".join(f"{team.team} {viewer.language.number(team.total)}" for team in debrief.teams)


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
    """What decided between teams of equal points for the first place; empty where the points did."""
    first, second = debrief.teams[0], debrief.teams[1]
    if second.total != first.total:
        return ""
    if min(first.goals) != min(second.goals):
        return viewer.text("{team} has as many points; the higher lowest goal decided.", team=second.team)
    return viewer.text("{team} has as many points and the same lowest goal; less carbon decided.", team=second.team)


def campaign_heading(viewer: Viewer, story: CampaignStory) -> str:
    """What stands over the sums."""
    return viewer.text("The whole campaign") if story.over else viewer.text("So far in the campaign")


def campaign_verdict(viewer: Viewer, story: CampaignStory | None) -> str:
    """Who has won the campaign, in a sentence; empty before its last game is over."""
    if story is None or not story.over:
        return ""
    best = [viewer.team(seat) for seat in story.winners]
    total = story.places[0].total
    if len(story.places) == 1:
        return viewer.text("{team} reached {n} points in the whole campaign.", team=best[0], n=total)
    if len(best) > 1:
        return viewer.text("These teams share the first place in the campaign: {teams}.", teams=", ".join(best))
    return viewer.text("{team} wins the campaign with {n} points.", team=best[0], n=total)

"""Who has won and why, in a sentence or two, for every kind of end."""

from caffael.board.screens.debrief.page import DebriefPage
from caffael.rules.terms import Ending


def verdict(page: DebriefPage) -> str:
    """Who has won. Nobody is named as a winner where the rules name none."""
    session, debrief = page.session, page.debrief
    region, teams = debrief.region, debrief.teams
    if region.ending == Ending.SHARED:
        return shared_verdict(page)
    first = teams[0]
    best = [team.team for team in teams if team.rank == 0]
    if not debrief.winners:
        if len(teams) == 1:
            return session.text("{team} reached {n} points, but does not win, because the region failed.", team=first.team, n=first.total)
        if len(best) > 1:
            return session.text(
                "Nobody wins, because the region failed. The first place would be shared by: {teams}.", teams=", ".join(best)
            )
        said = session.text(
            "Nobody wins, because the region failed. First would have been {team} with {n} points.", team=first.team, n=first.total
        )
        return f"{said} {tie_words(page)}".strip()
    if len(teams) == 1:
        return session.text("{team} reached {n} points.", team=first.team, n=first.total)
    if len(best) > 1:
        return session.text("These teams share the first place: {teams}.", teams=", ".join(best))
    return f"{session.text('{team} wins with {n} points.', team=first.team, n=first.total)} {tie_words(page)}".strip()


def shared_verdict(page: DebriefPage) -> str:
    """All win together or none, and what decided it."""
    session, debrief = page.session, page.debrief
    region = debrief.region
    if debrief.winners:
        return session.text(
            "All councils win together: the mean score is {mean}, and {target} was asked for.", mean=region.mean, target=region.target
        )
    if region.failed:
        return session.text("All councils lose together, because the region failed.")
    return session.text(
        "All councils lose together: the mean score is {mean}, and {target} was asked for.", mean=region.mean, target=region.target
    )


def tie_words(page: DebriefPage) -> str:
    """What decided between teams of equal points for the first place; empty where the points did."""
    session, teams = page.session, page.debrief.teams
    first, second = teams[0], teams[1]
    if second.total != first.total:
        return ""
    if min(first.goals) != min(second.goals):
        return session.text("{team} has as many points; the higher lowest goal decided.", team=second.team)
    return session.text("{team} has as many points and the same lowest goal; less carbon decided.", team=second.team)

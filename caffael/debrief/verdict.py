"""Who has won and why, in a sentence or two, for every kind of end; of a game, and of a campaign."""

from collections.abc import Sequence

from caffael.debrief.records import CampaignStory, Debrief
from caffael.match import CampaignPlace
from caffael.rules.terms import Ending
from caffael.words.language import Language


def verdict(language: Language, debrief: Debrief) -> str:
    """Who has won. Nobody is named as a winner where the rules name none; before the end it says how the points stand."""
    region, teams = debrief.region, debrief.teams
    first = teams[0]
    best = [team.team for team in teams if team.rank == 0]
    if not debrief.finished:
        return language.text("The game is not over, so nobody has won. Points so far: {points}.", points=points_so_far(language, debrief))
    if region.ending == Ending.SHARED:
        return shared_verdict(language, debrief)
    if not debrief.winners:
        if len(teams) == 1:
            return language.text("{team} reached {n} points, but does not win, because the region failed.", team=first.team, n=first.total)
        if len(best) > 1:
            return language.text(
                "Nobody wins, because the region failed. The first place would be shared by: {teams}.", teams=", ".join(best)
            )
        said = language.text(
            "Nobody wins, because the region failed. First would have been {team} with {n} points.", team=first.team, n=first.total
        )
        return f"{said} {tie_words(language, debrief)}".strip()
    if len(teams) == 1:
        return language.text("{team} reached {n} points.", team=first.team, n=first.total)
    if len(best) > 1:
        return language.text("These teams share the first place: {teams}.", teams=", ".join(best))
    return f"{language.text('{team} wins with {n} points.', team=first.team, n=first.total)} {tie_words(language, debrief)}".strip()


def points_so_far(language: Language, debrief: Debrief) -> str:
    """Each team with its points, best first."""
    return ", ".join(f"{team.team} {language.number(team.total)}" for team in debrief.teams)


def shared_verdict(language: Language, debrief: Debrief) -> str:
    """All win together or none, and what decided it."""
    region = debrief.region
    if debrief.winners:
        return language.text(
            "All councils win together: the mean score is {mean}, and {target} was asked for.", mean=region.mean, target=region.target
        )
    if region.failed:
        return language.text("All councils lose together, because the region failed.")
    return language.text(
        "All councils lose together: the mean score is {mean}, and {target} was asked for.", mean=region.mean, target=region.target
    )


def tie_words(language: Language, debrief: Debrief) -> str:
    """What decided between teams of equal points for the first place; empty where the points did."""
    first, second = debrief.teams[0], debrief.teams[1]
    if second.total != first.total:
        return ""
    if min(first.goals) != min(second.goals):
        return language.text("{team} has as many points; the higher lowest goal decided.", team=second.team)
    return language.text("{team} has as many points and the same lowest goal; less carbon decided.", team=second.team)


def campaign_heading(language: Language, story: CampaignStory) -> str:
    """What stands over the sums."""
    return language.text("The whole campaign") if story.over else language.text("So far in the campaign")


def campaign_verdict(language: Language, teams: Sequence[str], story: CampaignStory | None) -> str:
    """Who has won the campaign, in a sentence; empty before its last game is over. `teams` are the names by seat."""
    if story is None or not story.over:
        return ""
    best = [teams[seat] for seat in story.winners]
    total = story.places[0].total
    if len(story.places) == 1:
        return language.text("{team} reached {n} points in the whole campaign.", team=best[0], n=total)
    if len(best) > 1:
        return language.text("These teams share the first place in the campaign: {teams}.", teams=", ".join(best))
    return language.text("{team} wins the campaign with {n} points.", team=best[0], n=total)


def campaign_sums(language: Language, story: CampaignStory, place: CampaignPlace) -> list[str]:
    """A team's place in the campaign, and its score in each game."""
    first = language.text("Place {place}: {n} points", place=place.rank + 1, n=place.total)
    return [
        first,
        *(language.text("Game {game}: {n} points", game=number, n=points) for number, points in enumerate(place.games, story.first)),
    ]

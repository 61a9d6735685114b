"""How the campaign stands, on the page of the ranking: a number for each team, and who has won after the last game."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.explaining import explaining_sheet
from caffael.board.screens.debrief.page import DebriefPage
from caffael.debrief import CampaignStory, TeamStory
from caffael.match import CampaignPlace

PICTURE = "trophy"


def campaign_heading(page: DebriefPage, story: CampaignStory) -> str:
    """What stands over the sums."""
    return page.session.text("The whole campaign") if story.over else page.session.text("So far in the campaign")


def campaign_verdict(page: DebriefPage) -> str:
    """Who has won the campaign, in a sentence; empty before its last game is over."""
    story, session = page.debrief.campaign, page.session
    if story is None or not story.over:
        return ""
    best = [page.teams[seat] for seat in story.winners]
    total = story.places[0].total
    if len(story.places) == 1:
        return session.text("{team} reached {n} points in the whole campaign.", team=best[0], n=total)
    if len(best) > 1:
        return session.text("These teams share the first place in the campaign: {teams}.", teams=", ".join(best))
    return session.text("{team} wins the campaign with {n} points.", team=best[0], n=total)


def add_campaign_cell(page: DebriefPage, box: Box, story: CampaignStory, team: TeamStory) -> None:
    """Put a team's sum into its row; a touch opens to its score in each game."""
    place = story.place_of(team.seat)
    label = page.language.number(place.total)
    wins = team.seat in story.winners
    heading = campaign_heading(page, story)

    def explain() -> None:
        page.screen.ask(lambda: explaining_sheet(page, campaign_heading(page, story), team.team, PICTURE, sums(page, story, place)))

    drawn = lambda painter, at: _cell(painter, at, label, wins)  # noqa: E731
    page.sheet(box, heading, drawn, label, explain, name=f"campaign.{team.seat}").radius = "radius_small"


def sums(page: DebriefPage, story: CampaignStory, place: CampaignPlace) -> list[str]:
    """A team's place in the campaign, and its score in each game."""
    session = page.session
    first = session.text("Place {place}: {n} points", place=place.rank + 1, n=place.total)
    return [
        first,
        *(session.text("Game {game}: {n} points", game=number, n=points) for number, points in enumerate(place.games, story.first)),
    ]


def _cell(painter: Painter, box: Box, words: str, wins: bool) -> None:
    painter.rect(box, "gold_pale" if wins else "paper_warm", "radius_small", "gold" if wins else "line_strong", 3 if wins else 1.5)
    painter.words(words, box.center, "title", "ink", True, "center", box.width - 10)

"""How the campaign stands, on the page of the ranking: a number for each team, which opens to its games."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.explaining import explaining_sheet
from caffael.board.screens.debrief.page import DebriefPage
from caffael.debrief import CampaignStory, TeamStory, campaign_heading, campaign_sums

PICTURE = "trophy"


def add_campaign_cell(page: DebriefPage, box: Box, story: CampaignStory, team: TeamStory) -> None:
    """Put a team's sum into its row; a touch opens to its score in each game."""
    place = story.place_of(team.seat)
    label = page.language.number(place.total)
    wins = team.seat in story.winners
    heading = campaign_heading(page.language, story)

    def explain() -> None:
        page.screen.ask(lambda: explaining_sheet(page, heading, team.team, PICTURE, campaign_sums(page.language, story, place)))

    drawn = lambda painter, at: _cell(painter, at, label, wins)  # noqa: E731
    page.sheet(box, heading, drawn, label, explain, name=f"campaign.{team.seat}").radius = "radius_small"


def _cell(painter: Painter, box: Box, words: str, wins: bool) -> None:
    painter.rect(box, "gold_pale" if wins else "paper_warm", "radius_small", "gold" if wins else "line_strong", 3 if wins else 1.5)
    painter.words(words, box.center, "title", "ink", True, "center", box.width - 10)

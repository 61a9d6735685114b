"""People, bots and listeners round one table: what the board and the command line drive.

- `game.py`       the match: legal actions, playing, taking back, who sits where; what a bot has to decide, to be answered anywhere.
- `beginning.py`  what it begins from.
- `guided.py`     the small game that the guide leads through.
- `standing.py`   scores, ranking, winners; a refused action.
- `branching.py`  a recorded game watched, and another one that goes another way from it.
- `carrying.py`   the next game of a campaign: what it takes over, and how the campaign stands.
"""

from caffael.match.branching import branch, look_again, watch
from caffael.match.carrying import CampaignPlace, EndedGame, begin_next, campaign_places, carry_over, next_pack
from caffael.match.game import Match
from caffael.match.question import Question
from caffael.match.standing import IllegalAction, Standing
from caffael.saves import Seat, Turn

__all__ = [
    "CampaignPlace",
    "EndedGame",
    "IllegalAction",
    "Match",
    "Question",
    "Seat",
    "Standing",
    "Turn",
    "begin_next",
    "branch",
    "campaign_places",
    "carry_over",
    "look_again",
    "next_pack",
    "watch",
]

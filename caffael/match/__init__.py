"""People, bots and listeners round one table: what the board and the command line drive.

- `game.py`       the match: legal actions, playing, taking back, who sits where.
- `beginning.py`  what it begins from.
- `standing.py`   scores, ranking, winners; a refused action.
"""

from caffael.match.game import Match
from caffael.match.standing import IllegalAction, Standing
from caffael.record import Seat, Turn

__all__ = ["IllegalAction", "Match", "Seat", "Standing", "Turn"]

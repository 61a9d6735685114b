"""The page for whoever stands at the front: the game, the teams, the screen.

- `screen.py`    the page and its three parts.
- `rows.py`      rows of a part: what is set at the left, how it is set at the right.
- `the_game.py`  cover, stepping, skipping a year, pace, what is hidden, leaving.
- `the_teams.py` names, and who plays.
- `the_view.py`  language, letters, window.
"""

from caffael.board.screens.teacher.screen import TeacherScreen

__all__ = ["TeacherScreen"]

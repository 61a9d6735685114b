"""The debrief, page by page: the region's fate first, then who came where and why, and at the end three questions.

- `screen.py`    the pages and the way from one to the next.
- `page.py`      what a page has: it draws the blocks of `presentation.debrief`.
- `fate.py`, `ranking.py`, `asked.py`, `bars.py`   the seven pages; `bars` has the last four.
"""

from caffael.board.screens.debrief.screen import DebriefScreen

__all__ = ["DebriefScreen"]

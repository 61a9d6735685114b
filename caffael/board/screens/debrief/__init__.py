"""The debrief, page by page: the region's fate first, then who came where and why, and at the end three questions.

- `screen.py`    the pages and the way from one to the next.
- `page.py`      what a page has.
- `explaining.py` the sheet that says where points came from; `campaign.py` how the campaign stands.
- `fate.py`, `ranking.py`, `asked.py`, `carbon.py`, `money.py`, `promises.py`, `talk.py`   the seven pages.
"""

from caffael.board.screens.debrief.screen import DebriefScreen

__all__ = ["DebriefScreen"]

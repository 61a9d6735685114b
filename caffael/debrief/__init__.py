"""The debrief: the story of a game as data, for pages, for a class to talk about. It knows no words and no screen.

- `records.py`    what a debrief holds.
- `gathering.py`  from the history of a match to these records: every happening is read once; what would have saved the region, what the
                  runner-up would have given, and which weights would have chosen somebody else.
- `real.py`       what the real buyer of a need asked, and who would have won by that.
- `questions.py`  three questions to talk about, chosen by what happened.
- `parts.py`      a bid and a delivery check, taken apart.
"""

from caffael.debrief.gathering import make_debrief
from caffael.debrief.records import Debrief

__all__ = ["Debrief", "make_debrief"]

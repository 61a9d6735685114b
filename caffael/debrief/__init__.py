"""The debrief: the story of a game as data, for pages, for a class to talk about. It knows no words and no screen.

- `records.py`    what a debrief holds.
- `gathering.py`  from the history of a match to these records: every happening is read once.
- `runner_up.py`  what the runner-up would have given, and which weights would have chosen somebody else; asked of the rules.
- `region.py`     how the region came through, and which tenders would have saved it.
- `questions.py`  three questions to talk about, chosen by what happened.
- `bid_parts.py`, `check_parts.py`   a bid and a delivery check, taken apart.
"""

from caffael.debrief.bid_parts import Source, above_best, offer_change, price_parts
from caffael.debrief.check_parts import check_parts
from caffael.debrief.gathering import make_debrief
from caffael.debrief.records import (
    Bid,
    CampaignStory,
    CarbonRow,
    ContractStory,
    Debrief,
    FailedTender,
    MarkPassed,
    MoneyRow,
    OtherWeights,
    Part,
    PromiseRow,
    Question,
    Region,
    RunnerUp,
    Saver,
    TeamStory,
)

__all__ = [
    "Bid",
    "CampaignStory",
    "CarbonRow",
    "ContractStory",
    "Debrief",
    "FailedTender",
    "MarkPassed",
    "MoneyRow",
    "OtherWeights",
    "Part",
    "PromiseRow",
    "Question",
    "Region",
    "RunnerUp",
    "Saver",
    "Source",
    "TeamStory",
    "above_best",
    "check_parts",
    "make_debrief",
    "offer_change",
    "price_parts",
]

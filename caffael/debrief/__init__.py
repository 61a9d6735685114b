"""The debrief: the story of a game as data, for the board, for printing, for a class to talk about. It knows no screen.

- `records.py`    what a debrief holds.
- `gathering.py`  from the history of a match to these records: every happening is read once.
- `runner_up.py`  what the runner-up would have given, and which weights would have chosen somebody else; asked of the rules.
- `region.py`     how the region came through, and which tenders would have saved it.
- `questions.py`  three questions to talk about, chosen by what happened.
- `wording.py`    score parts and questions in words.
"""

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
from caffael.debrief.wording import goal_detail, part_detail, part_name, question_text

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
    "TeamStory",
    "goal_detail",
    "make_debrief",
    "part_detail",
    "part_name",
    "question_text",
]

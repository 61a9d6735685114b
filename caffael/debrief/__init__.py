"""The debrief: the story of a game as data, for the board, for printing, for a class to talk about. It knows no screen.

- `records.py`    what a debrief holds.
- `gathering.py`  from the history of a match to these records: every happening is read once.
- `runner_up.py`  what the runner-up would have given, and which weights would have chosen somebody else; asked of the rules.
- `region.py`     how the region came through, and which tenders would have saved it.
- `questions.py`  three questions to talk about, chosen by what happened.
- `wording.py`    score parts and questions in words.
- `multiplier.py` what a study found on money that goes round, with its source.
- `bid_parts.py`, `check_parts.py`   a bid and a delivery check, taken apart.
- `fate.py`, `verdict.py`, `promises.py`, `tracing.py`   the region's fate, who has won, what came, and each point's source, in words.
"""

from caffael.debrief.bid_parts import Source, above_best, offer_change, price_parts
from caffael.debrief.check_parts import check_parts
from caffael.debrief.fate import fate_words, saver_text, savers_conclusion
from caffael.debrief.gathering import make_debrief
from caffael.debrief.multiplier import multiplier_source, multiplier_text
from caffael.debrief.promises import broken_promises, broken_text, came_texts
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
from caffael.debrief.tracing import badge_won, carbon_sources, part_sources
from caffael.debrief.verdict import campaign_heading, campaign_sums, campaign_verdict, verdict
from caffael.debrief.wording import CAUSE_NAMES, goal_detail, part_detail, part_name, question_text

__all__ = [
    "CAUSE_NAMES",
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
    "badge_won",
    "broken_promises",
    "broken_text",
    "came_texts",
    "campaign_heading",
    "campaign_sums",
    "campaign_verdict",
    "carbon_sources",
    "check_parts",
    "fate_words",
    "goal_detail",
    "make_debrief",
    "multiplier_source",
    "multiplier_text",
    "offer_change",
    "part_detail",
    "part_name",
    "part_sources",
    "price_parts",
    "question_text",
    "saver_text",
    "savers_conclusion",
    "verdict",
]

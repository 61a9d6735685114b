"""What the rules' numbers say, in whole plain sentences of either language: names, reasons, the log, the details.

`effects` says what events do, and `teller` who tells what happened.
"""

from caffael.words.sentences.effects import condition_text, effect_text
from caffael.words.sentences.log import detail_text, happened_text
from caffael.words.sentences.names import (
    badge_name,
    criterion_name,
    goal_name,
    goal_title,
    kind_name,
    lab_name,
    phase_name,
    route_name,
    theme_name,
)
from caffael.words.sentences.reasons import cause_text, reason_text
from caffael.words.sentences.teller import CardTitles, weights_text

__all__ = [
    "CardTitles",
    "badge_name",
    "cause_text",
    "condition_text",
    "criterion_name",
    "detail_text",
    "effect_text",
    "goal_name",
    "goal_title",
    "happened_text",
    "kind_name",
    "lab_name",
    "phase_name",
    "reason_text",
    "route_name",
    "theme_name",
    "weights_text",
]

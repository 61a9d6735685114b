"""Warnings: what makes a pack poor, but not unplayable.

`market` looks at suppliers, categories and needs, `carbon` at budget and marks, `play` at what can never happen in a game (events,
projects, first needs, weights), `words` at texts and names, `typefaces` at signs that can't be shown, `garbled` at letters that were lost
on the way and at what a spreadsheet hides. Each warning says what is odd and how to mend it. Where nothing needs mending a warning may be
left as it is: the pack loads all the same.
"""

from pathlib import Path

from caffael.scenario.advice.carbon import carbon_warnings
from caffael.scenario.advice.garbled import garbled_warnings
from caffael.scenario.advice.market import market_warnings, need_warnings
from caffael.scenario.advice.play import play_warnings
from caffael.scenario.advice.typefaces import typeface_warnings
from caffael.scenario.advice.words import word_warnings
from caffael.scenario.draft import Draft
from caffael.scenario.faults import Fault, in_order
from caffael.scenario.scenario_file import ScenarioFile


def warnings_of(draft: Draft, scenario: ScenarioFile, years: int, place: Path) -> list[Fault]:
    """Everything worth a second look in a game of so many years, sorted by file and row. `place`: where the pack lies."""
    warnings = draft.mended_above(
        [
            *carbon_warnings(draft, scenario, years),
            *market_warnings(draft, scenario),
            *need_warnings(draft, scenario, years),
            *play_warnings(draft, scenario, years),
            *word_warnings(draft, scenario, place),
            *typeface_warnings(draft, scenario),
            *garbled_warnings(draft),
        ],
        keys=True,
    )
    return in_order(warnings)

"""What can be set, and how it is called."""

from typing import get_type_hints

from caffael_tools.plain import as_text

from caffael.presentation.rows import OneOf, Stepper, Toggle
from caffael.presentation.settings import (
    LOOKS,
    MOVEMENTS,
    PACES,
    TEXT_SCALES,
    VOLUMES,
    Settings,
    settings_page,
    time_label,
    time_left,
    timer_row,
)
from caffael.words.language import CODES, Language
from tests.presentation.golden import hold


def test_the_page_of_the_settings() -> None:
    other = Settings("cy", True, 1.75, "off", "bright", True, False, False, "at once", "full")
    for code in CODES:
        language = Language(code)
        hold("settings", code, as_text(settings_page(language, Settings(), False)) + "\n" + as_text(settings_page(language, other, True)))


def test_every_row_is_set_to_something_that_it_offers() -> None:
    rows = settings_page(Language("en"), Settings(), False).blocks
    for row in rows:
        assert isinstance(row, Toggle) or (isinstance(row, OneOf) and row.chosen in [option.key for option in row.options])
    assert [row.id for row in rows if isinstance(row, OneOf | Toggle)] == [
        "language", "letters", "look", "sounds", "motion", "pace", "predict", "hints", "full",
    ]  # fmt: skip


def test_what_is_set_at_first_is_offered() -> None:
    first = Settings()
    assert first.look in LOOKS and first.movement in MOVEMENTS and first.bot_pace in PACES and first.sounds in VOLUMES
    assert first.text_scale in TEXT_SCALES and set(get_type_hints(Settings)) >= {"language", "instant"}


def test_the_minutes_of_the_team_timer_in_words() -> None:
    row = timer_row(Language("en"), 45)
    assert isinstance(row, Stepper) and [row.say(n) for n in (0, 1, 10, 45)] == ["off", "1 minute", "10 minutes", "45 minutes"]
    assert (row.why_low, row.why_high, row.high) == ("The timer is off.", "This is the most.", 10)


def test_the_time_of_a_team_in_words() -> None:
    for code in CODES:
        language = Language(code)
        hold("timer", code, "\n".join([time_label(language), *(time_left(language, n, n == 0) for n in (0, 1, 2, 6))]) + "\n")

"""The marks of carbon: what each pays or costs is what the rules do there."""

import pytest

from caffael.debrief import make_debrief
from caffael.presentation.blocks import Group, Line, Listing, block
from caffael.presentation.debrief.fate import fate_page
from caffael.presentation.marks import WHOLE, carbon_marks, own_marks, own_steps
from caffael.presentation.sheets.origins import carbon_sheet
from caffael.presentation.table.page import table_page
from caffael.presentation.viewer import Viewer, look
from caffael.presentation.year.review import review_of, review_page
from caffael.rules.terms import Ending, Phase
from caffael.rules.year import own_carbon_points, region_budget
from caffael.words.language import CODES, Language
from tests.presentation.golden import hold
from tests.presentation.positions import at_year, finished
from tests.presentation.test_year import ends, seen

SHARE = 10_000


def viewer(scenario: str = "smarter-spending") -> Viewer:
    """A game in its second year."""
    match = at_year(2, scenario=scenario, years=None)
    return look(match, Language("en", match.pack.wording), 0)


def test_every_step_of_own_carbon_is_marked_and_nothing_else() -> None:
    """Between two marks the rules give the same points everywhere."""
    assert [(step.percent, step.above, step.points) for step in own_steps()] == [
        (50, False, 2),
        (75, False, 1),
        (100, True, -1),
        (150, True, -2),
    ]
    edges = {step.percent * SHARE // 100 + (1 if step.above else 0) for step in own_steps()}
    for carbon in range(1, 3 * SHARE):
        changes = own_carbon_points(carbon, SHARE) != own_carbon_points(carbon - 1, SHARE)
        assert changes == (carbon in edges), carbon


@pytest.mark.parametrize(("carbon", "passed"), [(4_999, 0), (5_000, 1), (7_500, 2), (10_000, 2), (10_001, 3), (15_000, 3), (15_001, 4)])
def test_a_mark_is_passed_where_the_points_change(carbon: int, passed: int) -> None:
    assert sum(mark.passed for mark in own_marks(viewer(), carbon, SHARE)) == passed


def test_the_marks_of_the_region_say_what_they_bring_and_what_over_the_budget_costs() -> None:
    for code in CODES:
        said = []
        for scenario in ("smarter-spending", "first-steps"):
            match = at_year(2, scenario=scenario, years=None)
            before = match.cards.settings.ending
            try:
                for ending in Ending:
                    match.cards.settings.ending = int(ending)
                    eyes = look(match, Language(code, match.pack.wording), 0)
                    half = region_budget(eyes.cards, eyes.state) // 2
                    said += [f"{scenario} {ending.name} {mark.words} {mark.passed}: {mark.told}" for mark in carbon_marks(eyes, half)]
            finally:
                match.cards.settings.ending = before
        hold("carbon-marks", code, "\n".join(said) + "\n")


def test_a_pack_that_marks_less_than_the_whole_budget_still_shows_where_the_region_fails() -> None:
    match = at_year(2)
    before = list(match.cards.settings.marks)
    match.cards.settings.marks[:] = [10, 20, 30, 90]
    try:
        marks = carbon_marks(look(match, Language("en"), 0), 0)
        assert [mark.share for mark in marks] == [0.1, 0.2, 0.3, 0.9, WHOLE / 100]
        assert "lose points" in marks[-1].told and "climate event" not in marks[-1].told
    finally:
        match.cards.settings.marks[:] = before


def test_table_sheet_review_and_debrief_say_the_same_of_every_mark() -> None:
    eyes = viewer()
    told = [mark.told for mark in carbon_marks(eyes, eyes.state.carbon)]
    on_table = [one.words for one in table_page(eyes).every() if isinstance(one, Line)]
    on_sheet = [line.words for line in carbon_sheet(eyes).lines]
    assert all(words in on_table and words in on_sheet for words in told)
    review = review_of(ends("usual")[0])
    region = block(review_page(seen("usual"), review), Group, "region")
    at_end = [mark.told for mark in carbon_marks(seen("usual"), review.ends.region, review.year)]
    assert [one.words for one in region.blocks if isinstance(one, Line)] == at_end
    match = finished()
    after = look(match, Language("en"), 0)
    listed = block(fate_page(after, make_debrief(match)), Listing, "marks").items
    assert [item.split(": ", 1)[1] for item in listed] == [mark.told for mark in carbon_marks(after, match.state.carbon)]


def test_a_mark_promises_no_event_in_a_year_that_never_comes() -> None:
    match = at_year(2)
    eyes = look(match, Language("en"), 0)
    assert carbon_marks(eyes, 0)[0].told == "Not reached yet. It brings a climate event in the year after."
    match.state.year = match.cards.settings.years
    last = look(match, Language("en"), 0)
    assert carbon_marks(last, 0)[0].told == "Not reached yet. In the last year it brings no climate event any more."
    assert carbon_marks(last, 0, 2)[0].told == "Not reached yet. It brings a climate event in the year after."
    match.state.phase = int(Phase.END)
    assert carbon_marks(look(match, Language("en"), 0), 0)[0].told == "Not reached yet."


def test_a_cell_of_own_carbon_is_marked_where_its_council_wins_and_loses() -> None:
    row = block(review_page(seen("usual"), review_of(ends("usual")[0])), Group, "carbon")
    for cell in row.blocks:
        assert isinstance(cell, Line) and [mark.words for mark in cell.marks] == ["50\u00a0%", "75\u00a0%", "100\u00a0%", "150\u00a0%"]

"""Points so far: the rules' own score and ranking wherever a council's points stand, and nowhere a word of them while scores are hidden."""

import pytest
from caffael_tools.plain import as_text

from caffael.presentation.blocks import Group, Line, Page, Sheet, block
from caffael.presentation.points import place_said, points_line, points_sheet, standing_of
from caffael.presentation.press import Open
from caffael.presentation.sheets.council import council_sheet
from caffael.presentation.table.page import table_page
from caffael.presentation.viewer import Viewer, look
from caffael.presentation.year.review import ROWS, judged_sheet, review_of, review_page
from caffael.presentation.year.then import viewer_then
from caffael.rules.happened import Happening
from caffael.words.language import CODES, Code, Language
from tests.presentation.golden import check
from tests.presentation.positions import at_year
from tests.presentation.test_year import GAMES, ends, played, seen


def viewer_of(**looking: bool) -> Viewer:
    """A game of some years as the first seat sees it."""
    return look(at_year(3), Language("en"), 0, **looking)


def test_every_council_shows_the_score_of_the_rules_and_its_rank() -> None:
    viewer = viewer_of()
    for standing in viewer.ranking():
        line = points_line(viewer, standing.seat)
        assert line is not None
        assert (line.value, line.words) == (str(standing.total), f"Place {standing.rank + 1} of {viewer.state.seats}")
        assert line.press == Open("points", (standing.seat,))


def test_the_parts_of_a_score_add_up_to_it() -> None:
    viewer = viewer_of()
    for standing in viewer.ranking():
        sheet = points_sheet(viewer, standing.seat)
        parts = [line for line in sheet.lines if line.words and not line.words.startswith("Place")]
        assert sum(int(line.value.replace("−", "-")) for line in parts) == standing.total
        assert sheet.title == f"Points so far: {standing.total}"


def test_what_points_are_made_of_is_said_word_for_word() -> None:
    check("sheets/points", at_year(3), lambda viewer: points_sheet(viewer, 1), marked=True)
    check("sheets/points-hidden", at_year(3), lambda viewer: points_sheet(viewer, 1), scores_hidden=True)


def test_councils_that_share_a_place_are_told_so() -> None:
    match = at_year(3)
    first, second = match.state.councils[:2]
    for council in match.state.councils[:2]:
        council.goals[:] = [12] * len(council.goals)
        council.badges[:] = [0] * len(council.badges)
        council.budget, council.tray_count, council.waiting_count, council.notices, council.carbon = 0, 0, 0, 0, 100
    viewer = look(match, Language("en"), 0)
    assert place_said(viewer, 0) == place_said(viewer, 1) == f"Place 1 of {viewer.state.seats}, shared"
    second.carbon = 99
    assert place_said(look(match, Language("en"), 0), 1) == f"Place 1 of {viewer.state.seats}"
    assert first.carbon > second.carbon


@pytest.mark.parametrize("code", CODES)
def test_while_scores_are_hidden_nothing_on_the_table_speaks_of_points(code: Code) -> None:
    said, match = Language(code).text("Points so far"), at_year(3)

    def told(hidden: bool) -> str:
        viewer = look(match, Language(code), 0, scores_hidden=hidden)
        shown: tuple[Page | Sheet, ...] = (table_page(viewer), *(council_sheet(viewer, seat) for seat in viewer.seats))
        return "".join(as_text(page) for page in shown)

    assert said in told(hidden=False) and said not in told(hidden=True)
    viewer = look(match, Language(code), 0, scores_hidden=True)
    assert all(points_line(viewer, seat) is None for seat in viewer.seats)


# ------------------------------------------------------------------------------------------------------------------ the year's review


@pytest.mark.parametrize("name", GAMES)
def test_every_review_but_the_last_says_the_points_at_the_end_of_its_year(name: str) -> None:
    viewer = seen(name)
    for story in ends(name)[:-1]:
        review = review_of(story)
        then = viewer_then(viewer, review.before, review.told)
        row = block(review_page(viewer, review), Group, "points")
        cells = [cell for cell in row.blocks if isinstance(cell, Line)]
        assert [cell.value for cell in cells] == [str(score.total) for score in then.scores()]
        assert [cell.words.split("\n")[0] for cell in cells] == [place_said(then, seat) for seat in viewer.seats]
        for seat, cell in enumerate(cells):  # as many points on another place: what decided between them is said
            own = standing_of(then, seat)
            tied = any(one.total == own.total and one.rank != own.rank for one in then.ranking())
            assert tied == ("\nAs many points" in cell.words)
        sheet = judged_sheet(viewer, review, ROWS.index("points"), 0)
        assert sheet.title == f"Points so far: {then.scores()[0].total}"


@pytest.mark.parametrize("name", GAMES)
def test_the_last_review_leaves_the_places_to_the_finale(name: str) -> None:
    viewer, review = seen(name), review_of(ends(name)[-1])
    assert not any(isinstance(one, Group) and one.id == "points" for one in review_page(viewer, review).blocks)
    then = viewer_then(viewer, review.before, review.told)
    assert [score.total for score in then.scores()] == [score.total for score in viewer.scores()]


@pytest.mark.parametrize("name", GAMES)
def test_a_review_tells_the_year_that_is_over_and_not_the_one_that_has_opened(name: str) -> None:
    """What an opening leaves alone is as it lies after it; needs that were drawn since don't count."""
    for story, after in played(name)[1]:
        if story in ends(name)[:-1]:
            review = review_of(story)
            then = viewer_then(seen(name), review.before, review.told).state
            for seat in range(after.seats):
                council, now = then.councils[seat], after.councils[seat]
                assert [won > 0 for won in council.badges] == [won > 0 for won in now.badges]
                assert (council.notices, council.carbon, then.carbon) == (now.notices, now.carbon, after.carbon)
                left = sum(row.kind == Happening.NEED_LEFT and row.seat == seat for row in story.happenings)
                assert left <= council.tray_count <= left + now.tray_count + now.waiting_count

"""The finale: the region's fate before any name, the places from last to first, ties and lost regions told rightly."""

from collections.abc import Iterator

import pytest

from caffael.match import Match
from caffael.presentation.blocks import Group, Line, Text
from caffael.presentation.finale import finale_page, result_of
from caffael.presentation.screens import ScreenId
from caffael.presentation.telling import tellings_of
from caffael.presentation.viewer import Viewer, look
from caffael.rules.terms import Ending
from caffael.words.language import CODES, Code, Language
from tests.presentation.golden import check
from tests.presentation.positions import game, play_until
from tests.presentation.test_year import GAMES, ends, played

PLENTY, TIGHT = 10**9, 10**4


@pytest.fixture
def match() -> Iterator[Match]:
    """A game of four that is over; what a test changes of its rules is put back."""
    over = play_until(game(), lambda match: False)
    settings = over.cards.settings
    before = settings.ending, settings.carbon_budget, settings.shared_target
    yield over
    settings.ending, settings.carbon_budget, settings.shared_target = before


def end(match: Match, ending: Ending, budget: int, code: Code = "en") -> Viewer:
    """The game under another end and another carbon budget."""
    match.cards.settings.ending, match.cards.settings.carbon_budget = int(ending), budget
    return look(match, Language(code), 0)


def steps(viewer: Viewer) -> list[Group]:
    """What is told, step by step."""
    return [one for one in finale_page(viewer).blocks if isinstance(one, Group)]


def words_of(step: Group) -> str:
    """All that a step says."""
    said = [step.title]
    for one in step.blocks:
        said += [one.title, one.value, one.words] if isinstance(one, Line) else [one.words] if isinstance(one, Text) else []
    return " | ".join(said)


def rows(step: Group) -> list[Line]:
    """The rows of a step."""
    return [one for one in step.blocks if isinstance(one, Line)]


def tie(match: Match, *seats: int) -> None:
    """Give some councils the best score there is, and the same one."""
    for seat in seats:
        council = match.state.councils[seat]
        council.goals[:] = [19] * len(council.goals)
        council.badges[:] = [0] * len(council.badges)
        council.budget, council.tray_count, council.waiting_count, council.notices, council.carbon = 0, 0, 0, 0, 100


@pytest.mark.parametrize("name", GAMES)
def test_the_finale_word_for_word(name: str) -> None:
    check(f"finale-{name}", played(name)[0], finale_page, seat=0, marked=name == "usual")


@pytest.mark.parametrize("ending", Ending)
@pytest.mark.parametrize("budget", [PLENTY, TIGHT])
def test_the_regions_fate_comes_first_and_names_nobody(match: Match, ending: Ending, budget: int) -> None:
    for code in CODES:
        viewer = end(match, ending, budget, code)
        fate = steps(viewer)[0]
        assert fate.id == "fate"
        assert not any(name in words_of(fate) for name in (*viewer.councils, *viewer.teams))


def test_places_are_told_from_last_to_first_each_with_its_councils(match: Match) -> None:
    viewer = end(match, Ending.GENTLE, PLENTY)
    told = steps(viewer)[1:-1]
    assert [step.id for step in told] == ["place 4", "place 3", "place 2", "place 1"]
    ranked = [viewer.council(standing.seat) for standing in viewer.ranking()]
    assert [rows(step)[0].title for step in told] == ranked[::-1]
    assert [rows(step)[0].value for step in told] == [str(standing.total) for standing in reversed(viewer.ranking())]


def test_the_winner_is_named_last_with_the_parts_that_made_it(match: Match) -> None:
    viewer = end(match, Ending.GENTLE, PLENTY)
    why = steps(viewer)[-1]
    first, second = viewer.ranking()[:2]
    assert why.title.startswith(f"{viewer.council(first.seat)} wins with {first.total} points.")
    assert sum(int(row.value.replace("−", "-")) for row in rows(why)) == first.total
    ahead = [int(row.chips[0].short.replace("−", "-")) for row in rows(why)]
    assert sum(ahead) == first.total - second.total
    lead = next(one.words for one in why.blocks if isinstance(one, Text))
    assert f"Points between them: {first.total - second.total}." in lead and f"(+{max(ahead)})" in lead


def test_councils_that_share_a_place_are_told_in_one_step(match: Match) -> None:
    tie(match, 0, 2)
    viewer = end(match, Ending.GENTLE, PLENTY)
    told = steps(viewer)
    assert [step.id for step in told[1:-1]] == ["place 4", "place 3", "place 1"]
    assert [row.title for row in rows(told[-2])] == [viewer.council(0), viewer.council(2)] and "shared" in told[-2].title
    assert told[-1].title == f"The first place is shared by: {viewer.council(0)}, {viewer.council(2)}."
    assert "the same points" in words_of(told[-1]) and result_of(viewer).winners == [0, 2]


def test_what_decided_between_equal_points_is_told_with_the_better_place(match: Match) -> None:
    tie(match, 0, 2)
    match.state.councils[2].carbon = 99
    viewer = end(match, Ending.GENTLE, PLENTY)
    told = steps(viewer)
    assert [step.id for step in told[1:-1]] == ["place 4", "place 3", "place 2", "place 1"]
    assert "less carbon decided" in words_of(told[-2]) and rows(told[-2])[0].title == viewer.council(2)
    assert "came next" not in words_of(told[-1])


def test_nobody_wins_a_hard_end_whose_region_failed(match: Match) -> None:
    viewer = end(match, Ending.HARD, TIGHT)
    told = steps(viewer)
    assert "nobody wins" in words_of(told[0]) and told[-1].title.startswith("Nobody wins, because the region failed.")
    assert not any(row.picture == "trophy" for step in told for row in rows(step)) and told[-1].picture != "trophy"


def test_at_a_shared_end_all_win_or_all_lose_and_none_is_the_winner(match: Match) -> None:
    match.cards.settings.shared_target = 0
    told = steps(end(match, Ending.SHARED, PLENTY))
    assert told[-1].title.startswith("All councils win together") and not rows(told[-1])
    assert all(row.picture == "trophy" for step in told[1:-1] for row in rows(step))
    lost = steps(end(match, Ending.SHARED, TIGHT))
    assert "all councils lose together" in words_of(lost[0]).lower()
    assert lost[-1].title == "All councils lose together, because the region failed."
    assert not any(row.picture == "trophy" for step in lost for row in rows(step))
    match.cards.settings.shared_target = 10_000
    low = steps(end(match, Ending.SHARED, PLENTY))
    assert low[-1].title.startswith("All councils lose together: the mean score is")


@pytest.mark.parametrize("name", GAMES)
def test_the_finale_is_told_after_the_last_review_and_never_before(name: str) -> None:
    for story in ends(name):
        pages = [telling.page for telling in tellings_of(story)]
        assert (ScreenId.FINALE in pages) == (story is ends(name)[-1])
        if ScreenId.FINALE in pages:
            assert pages[-2:] == [ScreenId.REVIEW, ScreenId.FINALE]

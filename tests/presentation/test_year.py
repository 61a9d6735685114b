"""What the end of a year and the beginning of the next say: delivery, review and opening, word for word and with the rules' numbers."""

from functools import lru_cache

import pytest

from caffael.match import Match, Seat
from caffael.presentation.assessment.summary import summary_of_need, summary_of_story
from caffael.presentation.blocks import Checked, Group, Line, Page, Sheet, block
from caffael.presentation.own_carbon import carbon_by_origin
from caffael.presentation.press import Open
from caffael.presentation.screens import ScreenId, stories_of
from caffael.presentation.story import Story
from caffael.presentation.telling import opening_story, tellings_of, told_page
from caffael.presentation.viewer import Viewer, look
from caffael.presentation.year.chapters import Chapter, Kind, Tally, chapters_of, told_before
from caffael.presentation.year.checks import gather
from caffael.presentation.year.delivery import delivery_of, delivery_page, remarks
from caffael.presentation.year.opening import opening_of, year_page
from caffael.presentation.year.review import ROWS, judged_sheet, review_of, review_page
from caffael.rules.copying import copy_into
from caffael.rules.happened import Cause, Happening
from caffael.rules.records import Happened, State
from caffael.rules.view import view
from caffael.scenario import load_pack
from caffael.words.language import Language
from tests.presentation.golden import check

GAMES = {
    "usual": ("smarter-spending", 3, 7, ("balanced", "cheapest", "greenest", "local")),
    "hard": ("future-generations", None, 1, ("random",) * 4),
    "long": ("smarter-spending", 5, 1, ("random",) * 4),
    "first-steps": ("first-steps", None, 7, ("balanced", "cheapest")),
}
"""The usual case, games in which nearly everything comes once, and the game for children."""


@lru_cache(maxsize=len(GAMES))
def played(name: str) -> tuple[Match, list[tuple[Story, State]]]:
    """A game between bots, with each action as a story and the table after it."""
    scenario, years, seed, players = GAMES[name]
    pack = load_pack(scenario, years)
    seats = [Seat(f"Team {council}", council, player) for council, player in zip(pack.ids.councils, players, strict=False)]
    match = Match.start(pack, seats, seed)
    found = []
    while not match.finished:
        before, after = State(), State()
        view(match.state, match.state.decider, before)
        action = match.bot_action()
        happenings = match.play(action)
        copy_into(after, match.state)
        found.append((Story(before.decider, action, tuple(happenings), match.history[-1].table, before), after))
    return match, found


def ends(name: str) -> list[Story]:
    """The actions of a game that ended a year."""
    return [story for story, _ in played(name)[1] if ScreenId.REVIEW in stories_of(story.happenings)]


def seen(name: str) -> Viewer:
    match = played(name)[0]
    return look(match, Language("en", match.pack.wording), 0)


def pages_of(viewer: Viewer, story: Story) -> list[Page]:
    """The pages that tell of the end of a year, and of the next one's opening."""
    return [told_page(viewer, telling) for telling in tellings_of(story)]


# ---------------------------------------------------------------------------------------------------------------------- word for word


@pytest.mark.parametrize("name", GAMES)
def test_the_opening_of_the_first_year(name: str) -> None:
    check(f"year-opening-{name}", played(name)[0], lambda viewer: year_page(viewer, opening_of(opening_story(viewer.opening))), seat=0)


@pytest.mark.parametrize("name", GAMES)
def test_the_end_of_every_year(name: str) -> None:
    stories = ends(name)
    for place, story in enumerate(stories, start=1):
        check(f"year-{name}-{place}", played(name)[0], lambda viewer, story=story: pages_of(viewer, story), seat=0, marked=name == "hard")  # type: ignore[misc]


def test_what_is_hidden_until_the_game_is_over() -> None:
    match, stories = played("usual")
    match.go_to(next(at for at, (story, _) in enumerate(stories, start=1) if ScreenId.REVIEW in stories_of(story.happenings)))
    try:
        check("year-hidden", match, lambda viewer: pages_of(viewer, ends("usual")[0]), seat=0, scores_hidden=True, marked=True)
    finally:
        match.go_to(len(stories))


def test_a_notice_and_a_need_that_comes_back() -> None:
    story = ends("usual")[0]
    rows = list(story.happenings)
    council = next(at for at, row in enumerate(rows) if row.kind == Happening.OWN_CARBON)
    rows[council:council] = [Happened(Happening.NOTICE, 1), Happened(Happening.GOAL, 1, 6, -2, Cause.NOTICE)]
    drawn = next(at for at, row in enumerate(rows) if row.kind == Happening.NEED_DRAWN)
    rows[drawn] = Happened(Happening.NEED_BACK, rows[drawn].seat, rows[drawn].a)
    again = Story(story.seat, story.action, tuple(rows), None, story.before)
    check(
        "year-notice",
        played("usual")[0],
        lambda viewer: [page for page in pages_of(viewer, again) if page.id in ("review", "year")],
        seat=0,
    )


def test_years_in_which_nobody_decides_are_told_one_after_the_other() -> None:
    first, second = ends("usual")[:2]
    both = Story(first.seat, first.action, (*first.happenings, *second.happenings), None, first.before)
    year = [ScreenId.DELIVERY, ScreenId.REVIEW, ScreenId.YEAR]
    assert [telling.page for telling in tellings_of(both) if telling.page is not ScreenId.BIDS] == [*year, *year]
    check("year-by-itself", played("usual")[0], lambda viewer: pages_of(viewer, both)[-3:], seat=0)


def test_a_year_in_which_nothing_is_judged_still_leads_to_the_next() -> None:
    story = ends("usual")[0]
    kept = [happened for chapter in chapters_of(story) if chapter.kind is not Kind.REVIEW for happened in chapter.happenings]
    review = review_of(Story(story.seat, story.action, tuple(kept), None, story.before))
    assert (review.year, list(review.happenings)) == (1, [])
    assert review.opening is not None and review.chapters[review.opening].year == 2


def test_the_games_hold_what_can_come() -> None:
    kinds = {Happening(row.kind) for name in GAMES for story in ends(name) for row in story.happenings}
    rare = (Happening.TURNED_AGAIN, Happening.ENDED, Happening.PRIZE, Happening.BADGE, Happening.MARK, Happening.CLIMATE_EVENT)
    assert kinds >= {*rare, Happening.INVESTED, Happening.DELIVERED, Happening.UNMET, Happening.SUPPLIER_LEFT, Happening.SUPPLIER_CAME}
    assert any(row.kind == Happening.GOAL and row.c == Cause.RESERVED for name in GAMES for story in ends(name) for row in story.happenings)


# -------------------------------------------------------------------------------------------------------------------- the rules' numbers


def test_the_chapters_hold_everything_in_its_order() -> None:
    kinds = set()
    for story, _ in played("usual")[1]:
        chapters = chapters_of(story)
        assert [happened for chapter in chapters for happened in chapter.happenings] == list(story.happenings)
        kinds |= {chapter.kind for chapter in chapters}
        order = [chapter.kind.value for chapter in chapters if chapter.kind is not Kind.ACTION]
        assert order == sorted(order) or Kind.OPENING.value in order
    assert kinds == set(Kind)


@pytest.mark.parametrize("name", GAMES)
def test_a_tally_ends_where_the_table_ends(name: str) -> None:
    for story, after in played(name)[1]:
        tally = Tally(story.before, story.happenings)
        for seat in range(after.seats):
            assert tally.goals[seat] == list(after.councils[seat].goals)
            assert tally.budget[seat] == after.councils[seat].budget
            assert tally.carbon[seat] == after.councils[seat].carbon_year
        assert tally.region == after.carbon


def test_a_delivery_has_a_card_for_each_running_contract_with_the_rules_numbers() -> None:
    seen_checks = 0
    for story, _ in played("usual")[1]:
        chapters = chapters_of(story)
        for place, chapter in enumerate(chapters):
            if chapter.kind is Kind.DELIVERY:
                seen_checks += checks_hold(story, chapters, place)
    assert seen_checks > 20


def checks_hold(story: Story, chapters: list[Chapter], place: int) -> int:
    """Hold the checks of a delivery against what happened; how many there were."""
    chapter = chapters[place]
    delivery = gather(chapter.happenings, told_before(chapters, place), story.before)
    checks = [happened for happened in chapter.happenings if happened.kind == Happening.CHECK]
    assert [(one.seat, one.need) for one in delivery.checks] == [(happened.seat, happened.a) for happened in checks]
    for one in delivery.checks:
        assert one.reached == (one.total >= one.needed)
        assert one.supplier >= 0
        assert one.paid > 0
        assert one.reached or (one.cover > 0 and not one.goals)
    told = [happened for one in delivery.checks for happened in one.happenings] + delivery.besides
    assert sorted(map(id, told)) == sorted(map(id, chapter.happenings))
    return len(checks)


def test_a_contract_that_has_run_its_term_says_in_how_many_years_the_work_came() -> None:
    viewer, whole, in_part = seen("hard"), 0, 0
    missed: dict[tuple[int, int], int] = {}
    for story, _ in played("hard")[1]:
        chapters = chapters_of(story)
        for place, chapter in enumerate(chapters):
            if chapter.kind is not Kind.DELIVERY:
                continue
            for one in gather(chapter.happenings, told_before(chapters, place), story.before).checks:
                at = (one.seat, one.need)
                missed[at] = missed.get(at, 0) + (not one.reached)
                assert one.misses == missed[at]
                said = [line.title for line in remarks(viewer, one)]
                term = viewer.cards.needs[one.need].term
                met = "The contract has run its term: the need is met."
                part = (
                    f"The contract has run its term: the work came in {term - missed[at]} of its {term} years. The need does not come back."
                )
                assert (met in said) == (one.met and not missed[at])
                assert (part in said) == (one.met and missed[at] > 0)
                whole, in_part = whole + (met in said), in_part + (part in said)
                if one.met or one.ended:
                    del missed[at]
    assert whole and in_part


def test_each_check_and_cell_opens_to_what_made_it() -> None:
    viewer = seen("usual")
    for story in ends("usual"):
        page = delivery_page(viewer, delivery_of(viewer, story))
        shown = [one for one in block(page, Group, "checks").blocks if isinstance(one, Checked)]
        assert [one.why.press.about for one in shown] == [(place,) for place in range(len(shown))]  # type: ignore[union-attr]
        rows = [one for one in review_page(viewer, review_of(story)).blocks if isinstance(one, Group) and one.id in ROWS]
        cells = [one for row in rows for one in row.blocks if isinstance(one, Line)]
        assert len(cells) == len(rows) * viewer.state.seats
        assert all((cell.press is not None) == bool(cell.value or cell.chips) for cell in cells)


def test_every_figure_opens_to_what_made_it() -> None:
    story = ends("usual")[1]

    def sheets(viewer: Viewer) -> list[Sheet]:
        review = review_of(story)
        presses = [one.press for one in review_page(viewer, review).every() if isinstance(one, Line)]
        return [judged_sheet(viewer, review, *press.about) for press in presses if isinstance(press, Open)]

    check("year-figures", played("usual")[0], sheets, seat=0)


@pytest.mark.parametrize("name", GAMES)
def test_a_summary_that_is_looked_up_is_that_of_the_last_tender_with_what_events_did_to_its_price(name: str) -> None:
    viewer, last = seen(name), {}
    for story, _ in played(name)[1]:
        last.update({row.a: story for row in story.happenings if row.kind == Happening.AWARDED})
    for need, story in last.items():
        live, old = summary_of_story(viewer, story), summary_of_need(viewer, need)
        assert old is not None
        assert (old.tender, old.awards, old.price_change) == (live.tender, live.awards, live.price_change)


@pytest.mark.parametrize("name", GAMES)
def test_the_origins_of_a_councils_carbon_come_to_what_the_review_judges(name: str) -> None:
    viewer = seen(name)
    for story in ends(name):
        review = review_of(story)
        judged = [happened for happened in review.happenings if happened.kind == Happening.OWN_CARBON]
        for happened in judged:
            parts = carbon_by_origin(viewer.happened_in(review.year), happened.seat)
            assert sum(parts) == happened.a
            waits = [one.b for one in review.happenings if one.seat == happened.seat and one.kind == Happening.CARBON and one.a >= 0]
            assert parts[1] == sum(waits)

"""What the teacher's page says and offers, and what is asked before the computer plays for people."""

from caffael.presentation.settings import Settings
from caffael.presentation.teaching import PARTS, Lesson, bots_sheet, skip_question, teacher_page
from tests.presentation.golden import check
from tests.presentation.positions import at_year, finished, game

LESSON = Lesson(Settings(), minutes=4, window=(1600, 900), typed={1: "Bed"})


def test_each_part_of_the_page() -> None:
    check("teacher", at_year(2), lambda viewer: [teacher_page(viewer, LESSON, part) for part in PARTS], marked=True)


def test_what_cannot_be_done_says_why() -> None:
    watched = Lesson(Settings(hide_scores=True, predict=False, hints=False, bot_pace="calm"), watched=True)
    check("teacher-watched", finished(), lambda viewer: [teacher_page(viewer, watched, part) for part in ("game", "teams")], marked=True)
    check("teacher-over", finished(), lambda viewer: teacher_page(viewer, Lesson(Settings()), "game"), seat=0)
    check("teacher-begun", game(), lambda viewer: teacher_page(viewer, Lesson(Settings()), "game"))


def test_a_year_that_is_skipped() -> None:
    check("teacher-skipping", at_year(2), lambda viewer: teacher_page(viewer, Lesson(Settings(), skipping=True), "game"))
    check("teacher-skip", at_year(2), skip_question)
    check("teacher-skip-last", at_year(3), skip_question)


def test_which_bot_takes_a_seat() -> None:
    check("teacher-bots", at_year(2), lambda viewer: [bots_sheet(viewer, seat) for seat in (0, 1)])


def test_a_name_that_is_being_written_is_seen() -> None:
    check("teacher-names", at_year(2), lambda viewer: teacher_page(viewer, Lesson(Settings(), typed={0: "Ynn", 3: ""}), "teams"))


def test_a_tab_offers_no_way_to_close_it_and_no_size_of_its_window_and_says_where_nothing_is_kept() -> None:
    tab = Lesson(Settings(), window=None, closes=False, storage="denied")
    check("teacher-tab", at_year(2), lambda viewer: [teacher_page(viewer, tab, part) for part in ("game", "view")], marked=True)

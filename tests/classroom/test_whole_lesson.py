"""A class plays to the debrief on pages in Chromium, through the board's own server. `CAFFAEL_LESSONS=1` plays the whole ones, which take
some minutes each (`python -m tests.classroom.whole_lesson` tells how they go).
"""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from caffael.scenario import Pack, load_pack
from tests.axe import CHROMIUM
from tests.classroom.lesson.the_class import Plan, Report
from tests.classroom.lesson.wifi import Weather
from tests.classroom.whole_lesson import LESSONS, held, pack_of

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not here: install it to see a class on its devices")
SMALL = Plan(voices=2, pages=1, languages=("en", "cy"), reloads=3.0, pace=0.5)


def a_year(pack: Pack) -> Pack:
    """A pack whose games are over after a year."""
    pack.cards.settings.years = 1
    return pack


def lesson(pack: Pack, plan: Plan, seats: int, whose: str = "") -> Report:
    """A lesson, on a thread of its own: the other tests in browsers hold this one's loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(held, pack, plan, seats=seats, opening=0.5, whose=whose, tell=print).result()


def test_two_captains_and_two_voices_play_a_year_with_reloads_and_one_whose_websockets_are_cut() -> None:
    report = lesson(a_year(load_pack("smarter-spending", 3)), replace(SMALL, weathers=(Weather(), Weather(no_sockets=True))), 2)
    assert report.acts >= 6
    assert report.reloads > 0
    assert report.sockets_cut > 0


@pytest.mark.skipif("CAFFAEL_LESSONS" not in os.environ, reason="takes some minutes; CAFFAEL_LESSONS=1 plays it")
@pytest.mark.parametrize("name", LESSONS)
def test_a_class_of_thirty_four_plays_a_whole_game(name: str) -> None:
    report = lesson(pack_of(name), LESSONS[name], 4, whose=name)
    assert report.acts > 30

"""A whole game of Smarter Spending is told without a window: pygame can't even be imported."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from caffael_tools import walk
from caffael_tools.plain import as_text

from caffael.presentation.blocks import Choice, Page, Sheet
from caffael.rules.terms import NONE, UNKNOWN
from caffael.words.language import CODES, Code

PAGES = {
    *("table", "tender need", "tender route", "tender weights", "predict", "confirm", "bids", "manage", "delivery", "review", "year"),
    *("engage", "train", "joint", "partner", "project", "pass"),
    *("need", "supplier", "contract", "contracts", "council", "neighbour", "money", "days", "carbon", "labs", "projects", "badges"),
    *("event", "climate", "region", "ranking", "asked", "promises", "ways", "talk"),
}
"""Kinds of pages and sheets that turn up in every game of Smarter Spending."""
SLOT = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize("code", CODES)
def test_a_whole_game_is_told_in_a_program_that_has_no_pygame(code: Code) -> None:
    program = f"import sys; sys.modules['pygame'] = None; from caffael_tools.walk import main; sys.exit(main(['--lang', '{code}']))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=False)
    assert told.returncode == 0, told.stderr
    kinds = {line.rsplit("[", 1)[1].rstrip("]") for line in told.stdout.splitlines() if line.startswith("# ")}
    assert kinds >= PAGES, f"never shown: {PAGES - kinds}"
    assert not SLOT.search(told.stdout), "a slot was never filled"


def test_both_languages_tell_the_same_pages_and_never_the_same_sentence() -> None:
    english, welsh = (list(walk.walk("smarter-spending", code, years=3)) for code in CODES)
    assert [one.id for one in english] == [one.id for one in welsh]
    shared = said(english) & said(welsh)
    assert not shared, f"English on a Welsh page: {sorted(shared)[:5]}"


def said(pages: list[walk.Shown]) -> set[str]:
    """The sentences of a game: lines of many words, without those that are sums, sources or colours of bars."""
    lines = {line.strip() for page in pages for line in as_text(page).splitlines()}
    return {line for line in lines if len(re.findall(r"[a-z]{3,}", line)) > 9 and "http" not in line and "category." not in line}


def test_pages_are_made_from_what_a_seat_may_know(tmp_path: Path) -> None:
    game = walk.Walk("smarter-spending", "en", ("you", "you", "greenest", "local"), 3, 7, tmp_path)
    seen = 0
    for _ in game.pages():
        if game.flow.match is None or game.flow.match.finished:
            continue
        for seat in range(4):
            state = game.flow.viewer_at(seat).state
            for other in range(4):
                if other != seat:
                    assert state.private[other].event == NONE
                    assert set(state.private[other].records) == {UNKNOWN}
        seen += 1
    assert seen > 100


def test_every_page_has_a_title_and_every_button_its_words(tmp_path: Path) -> None:
    for shown in walk.walk("first-steps", "cy"):
        assert isinstance(shown, Page | Sheet | Choice)
        assert shown.title, shown.id
        assert "( )" not in as_text(shown)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("scenario", ["smarter-spending", "first-steps"])
def test_no_page_names_a_team_where_another_names_its_council(scenario: str, code: Code, tmp_path: Path) -> None:
    """A team's name is said only of who plays a council: in one phrase with its name, in its row, or right under it."""
    game = walk.Walk(scenario, code, walk.PLAYERS, 3, 7, tmp_path)
    named = 0
    for page in game.pages():
        council_of = dict(zip(walk.TEAMS, game.flow.viewer.councils, strict=False))
        lines = as_text(page).splitlines()
        for before, line in zip(["", *lines], lines, strict=False):
            for team, council in council_of.items():
                if re.search(rf"\b{team}\b", line):
                    named += 1
                    assert council in line or council in before, f"{page.id}: {line}"
        heading = f"{page.title} {getattr(page, 'line', '')}"
        assert not any(team in heading and council not in heading for team, council in council_of.items()), heading
    assert named > 20


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that is closed is told in another way there")
def test_who_stops_reading_sees_no_fault() -> None:
    told = [sys.executable, "-m", "caffael_tools.walk", "first-steps"]
    with subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as walking:
        assert walking.stdout is not None and walking.stderr is not None
        walking.stdout.readline()
        walking.stdout.close()
        assert walking.stderr.read() == b""
    assert walking.returncode == 0

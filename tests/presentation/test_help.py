"""What the help says: all of it without a game, and in a game nothing of what is not part of it."""

from pathlib import Path

import pytest
from caffael_tools.plain import as_text

from caffael.presentation.blocks import Line
from caffael.presentation.help import PAGES, help_page, pages_of
from caffael.scenario import load_pack
from caffael.words.language import CODES, Language
from tests.little_school import little_school
from tests.presentation.golden import hold


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("code", CODES)
def test_the_pages_of_the_help(code: str, page: str) -> None:
    hold(f"help-{page}", code, as_text(help_page(Language("cy" if code == "cy" else "en"), page)))


@pytest.mark.parametrize("code", CODES)
def test_the_help_of_a_game_for_a_school(code: str) -> None:
    pack = load_pack("our-town")
    language = Language("cy" if code == "cy" else "en", pack.wording)
    hold("help-school", code, "\n".join(as_text(help_page(language, page, pack.cards)) for page in pages_of(pack.cards)))


def test_help_leaves_out_what_the_game_has_not(tmp_path: Path) -> None:
    cards = load_pack(little_school(tmp_path), 3).cards
    assert pages_of(cards) == ["minute", "year", "goals", "keys"]
    assert pages_of(None) == list(PAGES)
    assert pages_of(load_pack("smarter-spending").cards) == list(PAGES)


@pytest.mark.parametrize("badges", [1, 0])
@pytest.mark.parametrize("code", CODES)
def test_each_number_of_the_score_is_its_own(code: str, badges: int) -> None:
    cards = load_pack("smarter-spending").cards
    settings = cards.settings
    settings.lowest_times, settings.badge_points, settings.unmet_points, settings.notice_points = 4, 5, 6, 7
    settings.money_step, settings.debt_step, settings.badges = 80_000, 30_000, badges
    lines = [block.words for block in help_page(Language("cy" if code == "cy" else "en"), "goals", cards).blocks if isinstance(block, Line)]
    hold(f"help-points-{'badges' if badges else 'no-badges'}", code, "\n".join(lines[-2:]) + "\n")


def test_points_are_those_of_the_game() -> None:
    cards = load_pack("smarter-spending").cards
    cards.settings.badges, cards.settings.section_114, cards.settings.unmet_points = 0, 0, 9
    lines = [block.words for block in help_page(Language("en"), "goals", cards).blocks if isinstance(block, Line)]
    assert "badge" not in lines[-2] and "Minus 9 for each need still open" in lines[-1] and "Section 114" not in lines[-1]

"""What the theme promises: everything can be read, and nothing is told by colour alone."""

import pytest

from caffael.board.drawings.patterns import PATTERNS
from caffael.board.pictures import pictures
from caffael.board.theme import CATEGORIES, CRITERIA, GOALS, contrast, load_theme

THEME = load_theme()
GROUNDS = ("paper", "paper_warm", "paper_sunk", "ground_top", "ground_bottom", "gold_pale")
NAMES = [
    *(f"team.{team}" for team in range(len(THEME.teams))),
    *(f"goal.{goal}" for goal in GOALS),
    *(f"category.{category}" for category in CATEGORIES),
    *(f"criterion.{criterion}" for criterion in (*CRITERIA, "local")),
]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "ink_soft", "ink_faint", "bad"])
def test_ink_is_read_on_every_ground(ink: str, ground: str) -> None:
    assert contrast(THEME.colour(ink), THEME.colour(ground)) >= 4.5


@pytest.mark.parametrize("ground", ["accent", "accent_dark", "slate", "ink", "bad", "good", "wood_dark"])
def test_light_ink_is_read_on_strong_grounds(ground: str) -> None:
    assert contrast(THEME.colour("ink_light"), THEME.colour(ground)) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("good", "good_pale"),
        ("warn", "warn_pale"),
        ("bad", "bad_pale"),
        ("land_ink", "land"),
        ("wood_ink", "wood"),
        ("disabled_ink", "disabled"),
    ],
)
def test_ink_is_read_on_its_own_ground(ink: str, ground: str) -> None:
    assert contrast(THEME.colour(ink), THEME.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_colours_with_a_meaning_are_read_as_text_and_under_text(name: str) -> None:
    colour, pale = THEME.colour(name), THEME.colour(f"{name}.pale")
    assert contrast(colour, THEME.colour("paper")) >= 4.5
    assert contrast(colour, pale) >= 4.5
    assert contrast(THEME.colour("ink_light"), colour) >= 4.5
    assert contrast(THEME.colour("ink"), pale) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_icons_stand_out_on_the_ground_of_the_table(name: str) -> None:
    assert contrast(THEME.colour(name), THEME.colour("ground_bottom")) >= 3


def test_each_team_has_a_pattern_of_its_own() -> None:
    assert sorted(team.pattern for team in THEME.teams) == sorted(PATTERNS)


def test_each_meaning_has_a_picture() -> None:
    kinds = ("micro", "sme", "social-enterprise", "regional", "national", "multinational")
    labs = ("procurement", "adaption", "data")
    badges = ("long-term", "prevention", "integration", "collaboration", "involvement")
    missing = [name for name in (*GOALS, *CATEGORIES, *kinds, *labs, *badges) if not pictures().has(name)]
    assert missing == []


def test_no_picture_holds_text() -> None:
    assert [path.name for path in pictures()._place.glob("*.svg") if "<text" in path.read_text(encoding="utf-8")] == []


def test_an_unknown_colour_says_so() -> None:
    with pytest.raises(KeyError, match="no colour 'mauve'"):
        THEME.colour("mauve")
    with pytest.raises(KeyError, match=r"no swatch 'goal\.richer'"):
        THEME.colour("goal.richer")

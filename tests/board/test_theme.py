"""What the theme promises: in every look everything can be read, and nothing is told by colour alone."""

import itertools
import math

import pytest

from caffael.board.drawings.patterns import PATTERNS
from caffael.board.pictures import pictures
from caffael.board.theme import Theme, load_theme
from caffael.presentation.settings import LOOKS
from caffael.words.colours import Colour, contrast
from caffael.words.looks import CRITERION_IDS, DRAWN_CATEGORIES, GOAL_IDS

GROUNDS = ("paper", "paper_warm", "paper_sunk", "ground_top", "ground_bottom", "gold_pale")
NAMES = [
    *(f"team.{team}" for team in range(6)),
    *(f"goal.{goal}" for goal in GOAL_IDS),
    *(f"category.{category}" for category in DRAWN_CATEGORIES),
    *(f"criterion.{criterion}" for criterion in (*CRITERION_IDS, "local")),
]
ON_THEIR_OWN = [
    ("good", "good_pale"),
    ("warn", "warn_pale"),
    ("bad", "bad_pale"),
    ("land_ink", "land"),
    ("wood_ink", "wood"),
    ("wood_mark", "wood_dark"),
    ("disabled_ink", "disabled"),
    ("gold_ink", "gold"),
]
TEAM_APART = 10.0
"""The least difference of two teams' colours (CIE76; 2 can just be told apart side by side)."""
SEEN = {
    "all colours": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""How an eye sees that lacks a kind of cone (Machado, Oliveira, Fernandes 2009, whole severity), on linear red, green, blue."""


@pytest.fixture(params=LOOKS)
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each look."""
    return load_theme(request.param)


def faint(theme: Theme, pairs: list[tuple[str, str]], least: float) -> list[tuple[str, str, float]]:
    """The pairs of ink and ground that stand apart too little."""
    measured = [(ink, ground, contrast(theme.colour(ink), theme.colour(ground))) for ink, ground in pairs]
    return [(ink, ground, round(found, 2)) for ink, ground, found in measured if found < least]


def test_ink_is_read_on_every_ground(theme: Theme) -> None:
    assert faint(theme, list(itertools.product(("ink", "ink_soft", "ink_faint", "bad"), GROUNDS)), 4.5) == []


def test_ink_is_read_on_the_land_under_the_map(theme: Theme) -> None:
    assert faint(theme, list(itertools.product(("ink", "ink_soft"), ("water", "hill", "hill_far"))), 4.5) == []


def test_light_ink_is_read_on_strong_grounds(theme: Theme) -> None:
    strong = ("accent", "accent_dark", "slate", "ink", "bad", "good")
    assert faint(theme, [("ink_light", ground) for ground in strong], 4.5) == []


def test_ink_is_read_on_its_own_ground(theme: Theme) -> None:
    assert faint(theme, ON_THEIR_OWN, 4.5) == []


def test_colours_with_a_meaning_are_read_as_text_and_under_text(theme: Theme) -> None:
    pairs = [(name, ground) for name in NAMES for ground in ("paper", f"{name}.pale")]
    pairs += [("ink_light", name) for name in NAMES] + [("ink", f"{name}.pale") for name in NAMES]
    assert faint(theme, pairs, 4.5) == []


def test_icons_and_bars_stand_out_on_what_lies_under_them(theme: Theme) -> None:
    pairs = [(name, ground) for name in NAMES for ground in ("ground_bottom", "paper_sunk", "paper_warm")]
    pairs += [("focus", ground) for ground in ("paper", "ground_top", "ground_bottom", "focus_halo")]
    pairs += [("ink_light", f"goal.{goal}.bright") for goal in GOAL_IDS if theme.name != "light"]
    assert faint(theme, pairs, 3.0) == []


@pytest.mark.parametrize("eye", SEEN)
def test_teams_are_told_apart_by_every_kind_of_eye(theme: Theme, eye: str) -> None:
    seen = [lab(team.colour, eye) for team in theme.teams]
    assert min(math.dist(first, second) for first, second in itertools.combinations(seen, 2)) >= TEAM_APART


def lab(colour: Colour, eye: str) -> tuple[float, float, float]:
    """A colour as an eye sees it, in CIE L*a*b*."""
    linear = [value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in colour]
    red, green, blue = (min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in SEEN[eye])
    x, y, z = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_every_look_has_the_same_colours() -> None:
    first, *others = (load_theme(name) for name in LOOKS)
    assert [set(other.colours) ^ set(first.colours) for other in others] == [set()] * len(others)
    assert [set(other.criteria) ^ set(first.criteria) for other in others] == [set()] * len(others)


def test_pictures_grow_dark_in_the_dark_look_and_their_windows_are_lit() -> None:
    source = '<path fill="#dcd3e0"/><path fill="#f7e7a8"/>'
    assert load_theme("light").scenes.painted(source) == source
    night = load_theme("dark").scenes.painted(source)
    assert "#dcd3e0" not in night
    assert load_theme("dark").scenes.told["#f7e7a8"] in night


def test_each_team_has_a_pattern_of_its_own(theme: Theme) -> None:
    assert sorted(team.pattern for team in theme.teams) == sorted(PATTERNS)


def test_each_meaning_has_a_picture() -> None:
    kinds = ("micro", "sme", "social-enterprise", "regional", "national", "multinational")
    labs = ("procurement", "adaption", "data")
    badges = ("long-term", "prevention", "integration", "collaboration", "involvement")
    missing = [name for name in (*GOAL_IDS, *DRAWN_CATEGORIES, *kinds, *labs, *badges) if not pictures().has(name)]
    assert missing == []


def test_no_picture_holds_text() -> None:
    assert [path.name for path in pictures()._place.glob("*.svg") if "<text" in path.read_text(encoding="utf-8")] == []


def test_an_unknown_colour_says_so() -> None:
    with pytest.raises(KeyError, match="no colour 'mauve'"):
        load_theme().colour("mauve")
    with pytest.raises(KeyError, match=r"no swatch 'goal\.richer'"):
        load_theme().colour("goal.richer")

"""Every pack that ships is sound; decks of one theme keep to it and feed all goals alike; the games of a campaign lead to one another."""

import pytest

from caffael.rules.terms import GOALS
from caffael.scenario import find_packs, load_pack
from caffael.scenario.bars import load_bars

SHIPPED = find_packs()
IDS = [info.id for info in SHIPPED]
GAMES = {info.campaign.game: info for info in SHIPPED if info.campaign is not None and info.campaign.id == "cohort"}
THEMES = {"accelerating-decarbonisation": 0, "supportive-communities": 1}
THEME_OF_GAME = {"cohort-alpha": 0, "cohort-one": 1}
NEEDS_FOR_FIVE_YEARS = 48
"""Four teams draw 40 in five years; the rest keeps the last draws from being known."""
UNEVEN = 0.25
"""Of the mean of all goals: how far the one fed most may be above the one fed least."""


@pytest.mark.parametrize("scenario", IDS)
def test_no_shipped_pack_has_a_fault_or_a_warning_for_any_years(scenario: str) -> None:
    for years in load_pack(scenario).years_offered:
        assert load_pack(scenario, years).warnings == []


@pytest.mark.parametrize("scenario", THEMES)
def test_a_deck_of_one_theme_lasts_for_five_years(scenario: str) -> None:
    assert load_pack(scenario).cards.need_count >= NEEDS_FOR_FIVE_YEARS


@pytest.mark.parametrize(("scenario", "theme"), {**THEMES, **THEME_OF_GAME}.items())
def test_a_deck_of_one_theme_has_no_need_of_the_other(scenario: str, theme: int) -> None:
    cards = load_pack(scenario).cards
    assert {need.theme for need in cards.needs[: cards.need_count]} == {theme}


@pytest.mark.parametrize("scenario", [*THEMES, *(info.id for info in GAMES.values())])
def test_every_goal_is_fed_about_as_often_as_any_other(scenario: str) -> None:
    cards = load_pack(scenario).cards
    fed = [sum(need.goals[goal] for need in cards.needs[: cards.need_count]) for goal in range(GOALS)]
    assert max(fed) - min(fed) <= UNEVEN * sum(fed) / GOALS


@pytest.mark.parametrize("scenario", [*THEMES, *(info.id for info in GAMES.values())])
def test_it_promises_a_balance_of_its_own(scenario: str) -> None:
    info = next(info for info in SHIPPED if info.id == scenario)
    assert (info.place / "balance.toml").is_file()
    assert {"seats", "climate-cheapest", "climate-balanced"} <= {bar.id for bar in load_bars(scenario)}


def test_the_games_of_the_campaign_lead_from_the_first_to_the_last() -> None:
    assert [GAMES[game].id for game in sorted(GAMES)] == ["cohort-alpha", "cohort-one", "cohort-two"]
    for game, info in GAMES.items():
        assert info.campaign is not None
        assert info.campaign.games == len(GAMES)
        assert info.campaign.next == (GAMES[game + 1].id if game < len(GAMES) else "")


def test_the_councils_of_the_campaign_are_the_same_in_every_game() -> None:
    assert len({tuple(load_pack(info.id).ids.councils) for info in GAMES.values()}) == 1

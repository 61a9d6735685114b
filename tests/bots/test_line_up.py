"""Bots by name: what stands behind a name, and one plain sentence for what can't be understood."""

import pytest

from caffael.bots import BOTS, NoSuchBotError, make_bot
from caffael.bots.bot import GUIDED, PLANNER, RANDOM, Bot
from caffael.bots.line_up import preset_names
from caffael.rules.copying import words_of
from caffael.rules.notation import Ids
from caffael.rules.terms import LABS, PROJECTS, Criterion, Lab, Route
from tests.small_table import small_ids

IDS = small_ids()


def changed(text: str, plain: str) -> dict[str, object]:
    """In which fields one bot differs from another."""
    one, other = make_bot(text, IDS), make_bot(plain, IDS)
    return {name: getattr(one, name) for name in Bot.__slots__ if getattr(one, name) != getattr(other, name)}


@pytest.mark.parametrize("name", BOTS)
def test_every_offered_name_makes_a_bot(name: str) -> None:
    kinds = {"random": RANDOM, "planner": PLANNER}
    bot = make_bot(name)
    assert bot.kind == kinds.get(name, GUIDED)
    assert bot.barred == 0
    assert make_bot(f" {name} ") == bot


def test_no_two_names_make_the_same_bot() -> None:
    assert len({tuple(words_of(make_bot(name))) for name in BOTS}) == len(BOTS)


def test_a_bot_is_made_anew_each_time() -> None:
    bot = make_bot("balanced:without=data", IDS)
    assert bot.no_lab is not make_bot("balanced:without=data", IDS).no_lab
    assert make_bot("balanced") == Bot()


def test_tastes_multiply_and_habits_are_set() -> None:
    assert changed("balanced:carbon=2:goals=0.5", "balanced") == {"carbon": 200, "goals": 50}
    assert changed("balanced:manage=0:overspend=1", "balanced") == {"manage": 0, "overspend": 1}
    assert changed("greenest:carbon=2", "greenest") == {"carbon": 2 * make_bot("greenest").carbon}


def test_a_taste_of_nothing_grows_from_that_of_the_balanced_bot() -> None:
    assert changed("freerider:carbon=1", "freerider") == {"carbon": make_bot("balanced").carbon}


def test_a_planner_is_told_how_long_and_how_far_to_think() -> None:
    assert changed("planner:iterations=7:ahead=0", "planner") == {"iterations": 7, "ahead": 0}


@pytest.mark.parametrize(
    ("word", "row", "at"),
    [
        ("framework", "no_route", Route.FRAMEWORK),
        ("data", "no_lab", Lab.DATA),
        ("project-3", "no_project", 3),
        ("supplier-11", "no_supplier", 11),
        ("need-20", "no_need", 20),
    ],
)
def test_a_bot_is_barred_from_a_thing_of_each_kind(word: str, row: str, at: int) -> None:
    barred = changed(f"balanced:without={word}", "balanced")
    assert set(barred) == {"barred", row}
    numbers = getattr(make_bot(f"balanced:without={word}", IDS), row)
    assert [i for i, number in enumerate(numbers) if number] == [at]


def test_a_word_for_a_group_bars_a_bot_from_all_of_it_without_a_scenario() -> None:
    assert changed("balanced:without=labs", "balanced") == {"barred": 1, "no_lab": [1] * LABS}
    assert changed("balanced:without=projects", "balanced") == {"barred": 1, "no_project": [1] * PROJECTS}
    assert changed("balanced:without=engagement", "balanced") == {"barred": 1, "no_engage": 1}
    all_of_them = make_bot("balanced:without=labs+engagement+joint+projects")
    assert [all_of_them.no_engage, all_of_them.no_route[Route.JOINT], *all_of_them.no_lab, *all_of_them.no_project] == [1] * 13


def test_buying_in_order_is_a_bar() -> None:
    assert changed("balanced:in_order=1", "balanced") == {"in_order": 1, "barred": 1}
    assert changed("balanced:in_order=0", "balanced") == {}


def test_a_bot_may_be_barred_from_several_things() -> None:
    bot = make_bot("balanced:without=open+quotes+data", IDS)
    assert [bot.no_route[Route.OPEN], bot.no_route[Route.QUOTES], bot.no_route[Route.LOTS], bot.no_lab[Lab.DATA]] == [1, 1, 0, 1]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("blanced", "did you mean balanced?"),
        ("", "write random, cheapest"),
        ("balanced:carbn=2", "did you mean carbon?"),
        ("balanced:", "is no parameter"),
        ("balanced:carbon=much", "carbon=much is no number"),
        ("balanced:carbon=-1", "no number from 0 to 100"),
        ("balanced:carbon=101", "no number from 0 to 100"),
        ("balanced:carbon=nan", "no number"),
        ("balanced:carbon", "no number"),
        ("balanced:manage=2", "no whole number from 0 to 1"),
        ("balanced:manage=²", "no whole number"),
        ("planner:iterations=0", "no whole number from 1"),
        ("planner:ahead=9", "from 0 to 8"),
        ("balanced:iterations=5", "for the planner alone"),
        ("balanced:without=datum", "did you mean data?"),
        ("balanced:without=engagment", "did you mean engagement?"),
        ("balanced:in_order=2", "no whole number from 0 to 1"),
        ("balanced:without=", "called ''"),
        ("balanced:without=data+warp", "called 'warp'"),
        ("balanced:weights=41/19/20/20", "41/19/20/20 are no weights that the scenario allows; write a row of them such as 20/"),
        ("balanced:weights=", "are no weights"),
        ("balanced:preset=prise", "did you mean price?"),
        ("balanced:preset=fair-share", "write balanced, price, quality, social_value, carbon"),
    ],
)
def test_what_makes_no_bot_is_said_in_one_sentence(text: str, part: str) -> None:
    with pytest.raises(NoSuchBotError) as caught:
        make_bot(text, IDS)
    assert part in str(caught.value)
    assert str(caught.value)[-1] in ".?"
    assert "\n" not in str(caught.value)


def test_a_bot_publishes_a_row_of_weights_or_a_preset() -> None:
    row = list(IDS.weights).index("40/20/20/20")
    assert changed("balanced:weights=40/20/20/20", "balanced") == {"barred": 1, "weights": row}
    assert changed("planner:preset=balanced", "planner") == {"barred": 1, "preset": 0}
    assert changed("planner:preset=carbon", "planner") == {"barred": 1, "preset": 1 + Criterion.CARBON}


def test_weight_cards_are_the_presets_of_their_scenario() -> None:
    ids = Ids(weights=("60/20/0/20", "40/30/0/30"), weight_cards=("money", "fair-share"))
    assert make_bot("balanced:preset=fair-share", ids).weights == 1
    with pytest.raises(NoSuchBotError, match="write money, fair-share"):
        make_bot("balanced:preset=price", ids)


def test_a_criterion_that_never_counts_has_no_preset() -> None:
    assert preset_names(Ids(weights=("60/20/0/20", "40/30/0/30"))) == ["balanced", "price", "quality", "carbon"]


def test_weights_and_presets_need_a_scenario() -> None:
    for text in ("balanced:weights=40/20/20/20", "balanced:preset=price"):
        with pytest.raises(NoSuchBotError, match="scenario"):
            make_bot(text)


def test_cards_are_known_only_where_a_scenario_names_them() -> None:
    with pytest.raises(NoSuchBotError, match="supplier-1"):
        make_bot("balanced:without=supplier-1")

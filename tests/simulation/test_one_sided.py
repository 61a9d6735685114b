"""What a class would see in nearly every game is told, with its figure, from tallies of mixed tables that are written by hand."""

import pytest

from caffael.scenario import Fault, Pack, load_pack
from caffael.simulation.play.counts import WIN
from caffael.simulation.play.laboratory import Outcome
from caffael.simulation.play.runs import Run
from caffael.simulation.questions.one_sided import one_sided
from caffael.words.language import Language
from caffael.words.sentence import said

STYLES = ("balanced", "cheapest", "greenest", "local")
GAMES = 1000


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("smarter-spending", 3)


@pytest.fixture
def even(pack: Pack) -> Outcome:
    """A game in which everything comes about: every style wins its share, every need is bought and every supplier wins a third."""
    run = Run(pack, STYLES, GAMES, detail=True)
    tally = run.empty()
    tally.games, tally.failed = GAMES, GAMES // 3
    tally.won[:] = GAMES * WIN // 4
    tally.bids[: len(pack.ids.suppliers)] = 900
    tally.bids_won[: len(pack.ids.suppliers)] = 300
    tally.cards_with_others["needs"][: len(pack.ids.needs)] = GAMES * WIN * len(STYLES) * 3 * 2 // len(pack.ids.needs)
    return Outcome(run, tally, 1.0, False)


def told(pack: Pack, outcome: Outcome) -> list[Fault]:
    return list(one_sided(pack, outcome))


def only(pack: Pack, outcome: Outcome) -> Fault:
    (fault,) = told(pack, outcome)
    assert said(fault.message, Language("cy")) != fault.message
    return fault


def test_an_even_game_has_nothing_to_tell(pack: Pack, even: Outcome) -> None:
    assert told(pack, even) == []


def test_a_region_that_mostly_fails(pack: Pack, even: Outcome) -> None:
    even.tally.failed = 920
    fault = only(pack, even)
    assert (fault.file, fault.column) == ("scenario.toml", "rules.carbon_budget_kg_a_year")
    assert (
        fault.message
        == "In 92 % of games between unlike players the region fails, so a class would see little else; raise the carbon budget."
    )


@pytest.mark.parametrize(("failed", "tells"), [(850, True), (849, False), (31, False), (30, True), (0, True)])
def test_the_bounds_of_failing(pack: Pack, even: Outcome, failed: int, tells: bool) -> None:
    even.tally.failed = failed
    assert bool(told(pack, even)) == tells


def test_a_region_without_carbon_cannot_fail(even: Outcome) -> None:
    even.tally.failed = 0
    assert told(load_pack("smarter-spending", 3, {"rules.carbon": False}), even) == []


def test_a_style_that_hardly_ever_wins(pack: Pack, even: Outcome) -> None:
    even.tally.won[:] = [GAMES * WIN // 3, 2 * WIN, GAMES * WIN // 3, GAMES * WIN // 3]
    fault = only(pack, even)
    assert (fault.column, fault.value) == ("rules", "cheapest")
    assert fault.message.startswith('The bot "cheapest" wins 0.2 % of games between unlike players')


def test_a_style_that_nearly_always_wins(pack: Pack, even: Outcome) -> None:
    even.tally.won[:] = [820 * WIN, 60 * WIN, 60 * WIN, 60 * WIN]
    assert only(pack, even).message.startswith('The bot "balanced" wins 82 % of games between unlike players')


def test_a_supplier_with_half_of_all_tenders(pack: Pack, even: Outcome) -> None:
    even.tally.bids[3] = even.tally.bids_won[3] = 400 * len(pack.ids.suppliers)
    fault = only(pack, even)
    assert (fault.file, fault.row, fault.value) == ("suppliers.csv", 5, pack.ids.suppliers[3])
    assert fault.message.startswith("It wins 58 % of all tenders with several bids")


def test_a_supplier_that_wins_wherever_it_bids(pack: Pack, even: Outcome) -> None:
    even.tally.bids[3], even.tally.bids_won[3] = 200, 190
    assert only(pack, even).message.startswith("It wins 95 % of 200 bids against others")
    even.tally.bids[3], even.tally.bids_won[3] = 20, 20
    assert told(pack, even) == []


def test_one_kind_of_thing_that_is_bought(pack: Pack, even: Outcome) -> None:
    needs = even.tally.cards_with_others["needs"]
    food = pack.ids.categories.index("food")
    for index in range(len(pack.ids.needs)):
        needs[index] *= 20 if pack.cards.needs[index].category == food else 1
    fault = only(pack, even)
    assert (fault.file, fault.column, fault.value) == ("scenario.toml", "category.id", "food")
    assert 'of all contracts are of the category "food"' in fault.message


def test_councils_that_mostly_buy_nothing(pack: Pack, even: Outcome) -> None:
    even.tally.cards_with_others["needs"] //= 8
    fault = only(pack, even)
    assert (fault.file, fault.row, fault.column) == ("councils.csv", None, "grant_gbp")
    assert fault.message.startswith("A council buys 0.2 needs a year on the mean")

"""What the forecast of money is worth: in the same games a beginner who heeds it stays out of debt, and one who does not goes under."""

import pytest

from caffael.scenario import load_pack
from caffael.simulation.play.laboratory import Laboratory, Outcome
from caffael.simulation.play.runs import Run
from caffael.simulation.questions.outcomes import debt_share, mean_score

GAMES = 400
BEGINNERS = ("naive", "heedful")


@pytest.fixture(scope="module")
def our_town() -> Outcome:
    """Games of Our Town in which both kinds of beginner sit at one table with two good teams."""
    return Laboratory(1, quiet=True).play(Run(load_pack("our-town"), (*BEGINNERS, "balanced", "balanced"), GAMES, seed=1, detail=True))


def test_who_heeds_the_forecast_stays_out_of_debt(our_town: Outcome) -> None:
    assert debt_share(our_town, "heedful").value < 0.005


def test_who_buys_without_looking_ends_a_sixth_of_all_years_in_debt_and_pays_for_it(our_town: Outcome) -> None:
    assert debt_share(our_town, "naive").value > 1 / 6
    debts = [bot["score_parts"]["debt"] for bot in our_town.summary()["bots"]]
    assert debts[0] < -8 and debts[1] > -0.2


def test_heeding_the_forecast_is_worth_points(our_town: Outcome) -> None:
    assert mean_score(our_town, "heedful").low > mean_score(our_town, "naive").high + 3


def test_years_in_debt_are_told_of_each_bot(our_town: Outcome) -> None:
    bots, years = our_town.summary()["bots"], our_town.run.pack.cards.settings.years
    for bot in bots[:2]:
        assert bot["years_in_debt"] == pytest.approx(debt_share(our_town, bot["name"]).value * years)

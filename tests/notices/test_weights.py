"""Weights are read from award criteria and from sentences, in both languages; where none are told none are made up."""

from typing import Any

import pytest

from caffael.notices.criteria import weights_by_code, weights_of_criteria
from caffael.notices.notice import Weights
from caffael.notices.prose import weights_of_text
from caffael.notices.release import notice_of
from tests.notices.invented import criteria, numbered, sell2wales

STATED: list[tuple[Any, tuple[float, ...]]] = [
    (criteria(("quality", "Technical", "40"), ("cost", "Commercial", "60")), (60, 40, 0, 0)),
    (criteria(("quality", "Technical", "70%"), ("price", "", "30%")), (30, 70, 0, 0)),
    (criteria(("quality", "Method statements", "400"), ("price", "", "600")), (60, 40, 0, 0)),
    (criteria(("quality", "Quality", "0.45"), ("price", "", "0.55")), (55, 45, 0, 0)),
    (criteria(("quality", "Resilience", "36.3"), ("price", "", "63.7")), (63.7, 36.3, 0, 0)),
    (criteria(("quality", "Quality", "50"), ("quality", "Social Value", "10"), ("price", "", "40")), (40, 50, 10, 0)),
    (criteria(("quality", "Ansawdd", "50"), ("quality", "Gwerth cymdeithasol", "10"), ("price", "Pris", "40")), (40, 50, 10, 0)),
    (criteria(("quality", "Carbon reduction plan", "15"), ("quality", "Quality", "45"), ("price", "", "40")), (40, 45, 0, 15)),
    (criteria(("quality", "Quality (including social value)", "60"), ("price", "", "40")), (40, 60, 0, 0)),
    (criteria(("quality", "All", "60"), ("quality", "Method", "40"), ("quality", "Social", "20"), ("price", "", "40")), (40, 40, 20, 0)),
    (criteria(("price", "Price (60%)", ""), ("quality", "Quality (40%)", "")), (60, 40, 0, 0)),
    (criteria(("quality", "Quality", "Weighting: 30"), ("price", "", "Weighting: 70")), (70, 30, 0, 0)),
    (criteria(("price", "", "100")), (100, 0, 0, 0)),
    (criteria(("quality", "Quality", "100"), ("price", "", "0")), (0, 100, 0, 0)),
    (numbered(("price", "Price", 55), ("quality", "Quality", 45)), (55, 45, 0, 0)),
    (numbered(("price", "Price", 0.6), ("quality", "Quality", 0.4), weight="decimalExact"), (60, 40, 0, 0)),
    (numbered(("price", "Price", 300), ("quality", "Quality", 300), weight="pointsExact"), (50, 50, 0, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "shares"), STATED)
def test_stated_weights_make_a_hundred_on_every_scale(asked: dict[str, Any], shares: tuple[float, ...]) -> None:
    weights = weights_of_criteria(asked["criteria"])
    assert weights is not None and weights.sure == "stated"
    assert weights.shares == pytest.approx(shares, abs=0.01)
    assert sum(weights.percents) == 100 and weights.text


def test_a_part_of_the_weights_is_told_as_a_part_and_never_filled_up() -> None:
    weights = weights_of_criteria(criteria(("quality", "Written response", "45"), ("price", "", "20"))["criteria"])
    assert weights is not None and (weights.sure, weights.shares, weights.whole) == ("part", (20, 45, 0, 0), False)


@pytest.mark.parametrize(
    "asked",
    [
        criteria(("quality", "Quality", "see documents"), ("price", "", "see documents")),
        criteria(("quality", "Quality", "240"), ("price", "", "360")),
        criteria(("quality", "Quality", "90"), ("price", "", "60")),
        criteria(("quality", "Quality", "45")),
        numbered(("price", "Price", 1), ("quality", "Quality", 2), weight="order"),
        {"criteria": "none"},
        {"criteria": []},
    ],
)
def test_where_nothing_sensible_is_stated_no_weight_is_made_up(asked: dict[str, Any]) -> None:
    assert weights_of_criteria(asked["criteria"]) is None


def test_the_codes_of_ocds_for_price_alone() -> None:
    for code in ("priceOnly", "lowestCost"):
        weights = weights_by_code(code)
        assert weights is not None and weights.percents == (100, 0, 0, 0)
    assert weights_by_code("ratedCriteria") is None and weights_by_code(None) is None


TOLD = [
    ("The award criteria are Price 60% and Quality 40%.", (60, 40, 0, 0)),
    ("60% price / 40% quality", (60, 40, 0, 0)),
    ("Tenders will be evaluated on a 70:30 quality/price split", (30, 70, 0, 0)),
    ("price/quality ratio of 40:60", (40, 60, 0, 0)),
    ("Weighting: Price - 60, Quality - 30, Social Value - 10", (60, 30, 10, 0)),
    ("Award criteria:\nQuality 60\nPrice 40", (40, 60, 0, 0)),
    ("Pwysoliad: Ansawdd 60%, Pris 40%", (40, 60, 0, 0)),
    ("Bydd y tendrau'n cael eu gwerthuso ar sail 60% ansawdd a 40% pris.", (40, 60, 0, 0)),
    ("Ansawdd 60 y cant (gan gynnwys gwerth cymdeithasol 10 y cant), pris 40 y cant", (40, 50, 10, 0)),
    ("Quality 60% (of which social value 10% and carbon 5%), Price 40%", (40, 45, 10, 5)),
    ("Quality 60%: Method statement 30%, Experience 20%, Social value 10%; Price 40%", (40, 50, 10, 0)),
    ("Bids are scored out of 1000 points: price 400 points, quality 500 points, social value 100 points", (40, 50, 10, 0)),
    ("60% of the marks will be awarded for quality and 40% of the marks for price", (40, 60, 0, 0)),
    ("Commercial 40% Technical 50% Sustainability 10%", (40, 50, 0, 10)),
    ("Quality will account for 70 per cent of the overall score with price accounting for the remaining 30 per cent.", (30, 70, 0, 0)),
    ("split between technical (45%) social value (10%) and commercial (45%)", (45, 45, 10, 0)),
    ("Award will be made on the basis of lowest price only.", (100, 0, 0, 0)),
    ("Bydd y contract yn cael ei ddyfarnu ar y pris isaf yn unig.", (100, 0, 0, 0)),
]


@pytest.mark.parametrize(("text", "shares"), TOLD)
def test_sentences_tell_weights_in_both_languages(text: str, shares: tuple[float, ...]) -> None:
    assert weights_of_text(text) == Weights(tuple(map(float, shares)), "read", getattr(weights_of_text(text), "text", ""))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "We want 95% uptime and 99% of invoices paid; prices may rise by 5% a year and quality must be 100% assured",
        "The price will be fixed for 12 months. 60% of staff must be local and 40% of quality checks done on site.",
        "A 3% discount on price and 97% quality assurance",
        "The evaluation will be 100% quality as the price is fixed",
        "Price (70) Quality (30)",
        "At least 60% of the price is for quality parts, up to 40% for labour",
        "The price and quality of service matter. Phone 029 20 40 60.",
        "Rhaid i 60% o'r bwyd fod yn lleol, a 40% o'r pris am gludo.",
        "",
    ],
)
def test_a_share_of_something_else_is_no_weight(text: str) -> None:
    assert weights_of_text(text) is None


def test_the_rounded_weights_make_a_hundred() -> None:
    assert Weights((33.33, 33.33, 33.34, 0.0), "stated").percents == (33, 33, 34, 0)
    assert Weights((63.7, 36.3, 0.0, 0.0), "stated").percents == (64, 36, 0, 0)


def test_criteria_count_before_sentences_and_lots_may_differ() -> None:
    release = sell2wales(1, "Courses", description="The award criteria are price 10% and quality 90%.")
    release["tender"]["lots"] = [
        {"id": "1", "awardCriteria": criteria(("quality", "Quality", "60"), ("price", "", "40"))},
        {"id": "2", "awardCriteria": criteria(("quality", "Quality", "see the documents"))},
    ]
    notice = notice_of(release)
    assert notice is not None
    first, second = (lot.weights for lot in notice.lots)
    assert first is not None and (first.percents, first.sure) == ((40, 60, 0, 0), "stated")
    assert second is not None and (second.percents, second.sure) == ((10, 90, 0, 0), "read")

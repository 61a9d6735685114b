"""The text of --set: what it means, and one plain sentence for what it can't mean."""

import pytest

from caffael.scenario import load_pack
from caffael.simulation.questions.ranges import (
    Range,
    RangeError,
    changes_of,
    number_of_settings,
    present_setting,
    read_range,
    read_ranges,
    setting_at,
    words_of,
)

PARAMETERS = {
    "rules.load_percent": 5,
    "rules.joint_carbon_percent": -10,
    "rules.bid_cards": True,
    "weights.price.min": 10,
    "needs.school-milk.estimate_gbp": 90_000,
    "needs.park-benches.estimate_gbp": 40_000,
}


def read(text: str) -> Range:
    return read_range(text, PARAMETERS)


def changes(its: Range) -> list[int | str]:
    return [its.change(place) for place in range(len(its.values))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("rules.load_percent=3:7:2", [3, 5, 7]),
        ("rules.load_percent=3:8:2", [3, 5, 7]),
        ("rules.load_percent=1,5,2", [1, 5, 2]),
        (" rules.load_percent = 4 ", [4]),
        ("rules.joint_carbon_percent=-20:-10:5", [-20, -15, -10]),
        ("rules.load_percent=-1:+1:1", ["-1", "+0", "+1"]),
        ("rules.load_percent=+1,+3", ["+1", "+3"]),
        ("needs.*.estimate_gbp=x0.8:x1.2:0.2", ["x0.8", "x1.0", "x1.2"]),
        ("needs.*.estimate_gbp=x1,x1.25", ["x1.00", "x1.25"]),
        ("needs.school-milk.estimate_gbp=x2", ["x2"]),
        ("rules.bid_cards=false,true", [0, 1]),
        ("weights.price.min=0,10", [0, 10]),
    ],
)
def test_a_text_names_these_values(text: str, values: list[int | str]) -> None:
    its = read(text)
    assert changes(its) == values
    assert its.named


def test_without_a_step_every_whole_number_is_meant_but_none_is_named() -> None:
    its = read("rules.load_percent=3:7")
    assert changes(its) == [3, 4, 5, 6, 7]
    assert not its.named


def test_factors_without_a_step_go_by_hundredths() -> None:
    its = read("needs.*.estimate_gbp=x0.9:x1.1")
    assert (len(its.values), its.change(1)) == (21, "x0.91")
    assert its.number(1) == pytest.approx(0.91)


def test_a_range_of_a_million_million_values_takes_no_time() -> None:
    its = read("needs.school-milk.estimate_gbp=0:999999999999")
    assert number_of_settings([its, its]) == 10**24


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("rules.load_percnt=3", 'did you mean "rules.load_percent"?'),
        ("needs.*.estimate=3", 'did you mean "needs.*.estimate_gbp"?'),
        ("weights.*.min=3", "is not a number of this scenario"),
        ("needs.nobody.estimate_gbp=3", "is not a number of this scenario"),
        ("rules.load_percent", "names no values"),
        ("rules.load_percent=", "names no values"),
        ("rules.load_percent=7:3", "upside down; write 3:7."),
        ("rules.load_percent=7:3:2", "upside down; write 3:7:2."),
        ("rules.load_percent=many", '"many" is not a number'),
        ("rules.load_percent=nan", '"nan" is not a number'),
        ("rules.load_percent=1e3", '"1e3" is not a number'),
        ("rules.load_percent=٣", "is not a number"),
        ("rules.load_percent=2.5", "is not a whole number"),
        ("rules.load_percent=1:2:3:4", "neither a range nor a list"),
        ("rules.load_percent=1:2,3", "neither a range nor a list"),
        ("rules.load_percent=1:9:0", "write a step above 0"),
        ("rules.load_percent=1:9:-1", "write a step above 0"),
        ("rules.load_percent=3,3", "stands there twice"),
        ("rules.load_percent=3,x2", "write x before each"),
        ("rules.load_percent=x-2,x2", "less than nothing"),
        ("rules.bid_cards=0:5", "rules.bid_cards is a switch; write rules.bid_cards=false,true."),
        ("rules.bid_cards=x0,x1", "is a switch"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(RangeError) as told:
        read(text)
    assert sentence in str(told.value)
    assert "\n" not in str(told.value)


def test_nothing_to_change_and_a_number_set_twice_are_told() -> None:
    with pytest.raises(RangeError, match="nothing to change"):
        read_ranges([], PARAMETERS)
    with pytest.raises(RangeError, match=r"rules\.load_percent is set twice"):
        read_ranges(["rules.load_percent=1", "rules.load_percent=2"], PARAMETERS)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("rules.load_percent=3:7:2", 1),
        ("rules.load_percent=3,4", None),
        ("rules.bid_cards=0,1", 1),
        ("needs.*.estimate_gbp=x0.9:x1.1:0.1", 1),
        ("needs.*.estimate_gbp=-5:+5:5", 1),
        ("needs.*.estimate_gbp=90000,40000", None),
    ],
)
def test_the_value_that_changes_nothing_is_known(text: str, place: int | None) -> None:
    assert read(text).present_place == place


def test_the_setting_that_changes_nothing_needs_every_number() -> None:
    load, bids = read("rules.load_percent=3:7"), read("rules.bid_cards=0,1")
    assert present_setting([load, bids]) == (2, 1)
    assert present_setting([read("rules.load_percent=6:7"), bids]) is None


def test_each_value_has_an_equal_part_of_the_unit_cube() -> None:
    load, bids = read("rules.load_percent=3:5"), read("rules.bid_cards=0,1")
    found = [setting_at([load, bids], (part / 12, part / 12)) for part in range(13)]
    assert [setting[0] for setting in found] == [0] * 4 + [1] * 4 + [2] * 5
    assert [setting[1] for setting in found] == [0] * 6 + [1] * 7


def test_a_setting_is_what_the_pack_reader_takes() -> None:
    ranges = [read("rules.load_percent=3:7"), read("rules.bid_cards=false,true"), read("needs.*.estimate_gbp=x0.9:x1.1")]
    changed = load_pack("smarter-spending", None, changes_of(ranges, (4, 0, 20))).cards
    plain = load_pack("smarter-spending").cards
    assert (changed.settings.load, changed.settings.bid_cards) == (7, 0)
    assert changed.needs[0].estimate == round(plain.needs[0].estimate * 1.1)
    assert words_of(ranges, (4, 0, 20)) == "rules.load_percent=7, rules.bid_cards=false, needs.*.estimate_gbp=x1.10"

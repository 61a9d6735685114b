"""What a pack promises of its balance is read from balance.toml, strictly."""

from pathlib import Path
from typing import get_args

import pytest

from caffael.scenario import Fault, PackError
from caffael.scenario.bars import KEYS, Measure, load_bars
from tests.scenario.workbench import SHIPPED, Extending, Workbench

SEATS = '[[bar]]\nid = "seats"\ntitle_en = "Seats are equal"\nmeasure = "seat_share"\nbots = ["balanced"]\nmost = 0.5\n'
WORTH = """[[bar]]
id = "worth"
title_en = "Everything is worth something"
measure = "barred_gap"
bots = ["balanced:carbon=0", "cheapest"]
of = "cheapest"
things = "labs"
least = -0.5
most = 0.5
games = 500
"""


def write(folder: Path, text: str) -> None:
    (folder / "balance.toml").write_text(text, encoding="utf-8")


def refused(folder: Path) -> list[Fault]:
    with pytest.raises(PackError) as caught:
        load_bars(folder)
    return caught.value.faults


def test_the_shipped_pack_has_bars_of_measures_that_there_are() -> None:
    bars = load_bars(SHIPPED)
    assert {bar.measure for bar in bars} <= set(get_args(Measure)) == set(KEYS)
    assert len({bar.id for bar in bars}) == len(bars)
    assert all(len(bar.bots) == 4 for bar in bars)


def test_a_bar_holds_what_its_table_says(bench: Workbench) -> None:
    write(bench.folder, SEATS + WORTH)
    seats, worth = load_bars(bench.folder)
    assert (seats.id, seats.title_en, seats.measure, seats.bots) == ("seats", "Seats are equal", "seat_share", ["balanced"])
    assert (seats.least, seats.most, seats.wider, seats.games, seats.of, seats.things) == (None, 0.5, 0.05, 20_000, None, None)
    assert (worth.bots, worth.of, worth.things) == (["balanced:carbon=0", "cheapest"], "cheapest", "labs")
    assert (worth.least, worth.most, worth.games) == (-0.5, 0.5, 500)


def test_a_bot_of_a_bar_may_have_any_parameter(bench: Workbench) -> None:
    text = "planner:iterations=25:in_order=1:without=labs+engagement"
    write(bench.folder, SEATS.replace('["balanced"]', f'["{text}"]'))
    assert load_bars(bench.folder)[0].bots == [text]


def test_a_pack_without_the_file_has_no_bars(bench: Workbench) -> None:
    (bench.folder / "balance.toml").unlink()
    assert load_bars(bench.folder) == []


def test_an_extending_pack_has_the_bars_of_the_other_until_it_has_its_own(mine: Extending) -> None:
    assert load_bars(mine.folder) == load_bars(SHIPPED)
    write(mine.folder, SEATS)
    assert [bar.id for bar in load_bars(mine.folder)] == ["seats"]
    write(mine.folder, "")
    assert load_bars(mine.folder) == []


def test_neither_pack_needs_bars(bench: Workbench, mine_of_bench: Extending) -> None:
    (bench.folder / "balance.toml").unlink()
    assert load_bars(mine_of_bench.folder) == []


@pytest.mark.parametrize(
    ("before", "after", "key", "message"),
    [
        ('"barred_gap"', '"bared_gap"', "worth.measure", '"bared_gap" is not a known choice; did you mean "barred_gap"?'),
        ('measure = "barred_gap"\n', "", "worth.measure", '"measure" is missing; write "seat_share", "win_share", '),
        ('of = "cheapest"', "", "worth.of", '"of" is missing, which barred_gap needs; write balanced:carbon=0 or cheapest.'),
        ('of = "cheapest"', 'of = "greenest"', "worth.of", '"greenest" is not among the bots; write balanced:carbon=0 or cheapest.'),
        ('of = "cheapest"', "of = 5", "worth.of", '"5" is not a text in quotation marks.'),
        ("things =", "thing =", "worth.thing", '"thing" is not known here; did you mean "things"?'),
        ('things = "labs"', "", "worth.things", '"things" is missing, which barred_gap needs; write routes, labs, projects or badges.'),
        (
            'things = "labs"',
            'things = "needs"',
            "worth.things",
            '"needs" is nothing that barred_gap looks at; write routes, labs, projects or badges.',
        ),
        ('things = "labs"', 'things = "lab"', "worth.things", '"lab" is not a known choice; did you mean "labs"?'),
        ('"barred_gap"', '"with_winner"', "worth.of", '"of" is nothing that with_winner asks for; take it out.'),
        ("least = -0.5", "least = 0.75", "worth.least", "The bounds are upside down: least is 0.75 and most is 0.5; change one of them."),
        ("least = -0.5\nmost = 0.5\n", "", "worth.least", "The bar has no bound; write least, most or both."),
        ("most = 0.5", "most = 50", "worth.most", "50 is no bound of a share; write a number from -1 to 1, for example 0.25."),
        ("most = 0.5", "most = inf", "worth.most", '"inf" is not a number.'),
        ("most = 0.5", 'most = "0.5"', "worth.most", '"0.5" stands in quotation marks; write a number without them.'),
        ("games = 500", "games = 99", "worth.games", '"99" is too small; write a whole number of 100 or more.'),
        ("games = 500", "wider = -1", "worth.wider", '"-1" is too small; write a number of 0 or more.'),
        ('id = "worth"', 'id = "Worth"', "Worth.id", '"Worth" is not an id; write small letters, '),
        ('id = "worth"', "", "bar.id", '"id" is missing; write small letters, '),
        ('title_en = "Everything is worth something"', "", "worth.title_en", '"title_en" is missing; write a text in quotation marks.'),
        ('"balanced:carbon=0"', '"balanced carbon"', "worth.bots", '"balanced carbon" does not read as a bot; write a name like '),
        ('["balanced:carbon=0", "cheapest"]', "[]", "worth.bots", "There is none; write a list of 1 to 6 bots in square brackets."),
        ('["balanced:carbon=0", "cheapest"]', '["a", "b", "c", "d", "e", "f", "g"]', "worth.bots", "There are 7 of them; write at most 6."),
        ('["balanced:carbon=0", "cheapest"]', '"cheapest"', "worth.bots", '"cheapest" is not a list of 1 to 6 bots in square brackets.'),
    ],
)
def test_a_fault_names_the_file_the_line_and_the_bar(bench: Workbench, before: str, after: str, key: str, message: str) -> None:
    assert before in WORTH
    text = SEATS + WORTH.replace(before, after, 1)
    write(bench.folder, text)
    fault = refused(bench.folder)[0]
    assert (fault.file, fault.column) == ("balance.toml", key)
    assert fault.message.startswith(message)
    lines = text.splitlines()
    name = key.split(".")[1]
    own = [number for number, line in enumerate(lines, 1) if line.startswith(f"{name} =") and number > 6]
    assert fault.row == (own[0] if own else SEATS.count("\n") + 1)
    assert str(fault).startswith(f"balance.toml, line {fault.row}, {key}: ")


@pytest.mark.parametrize(
    ("measure", "keys", "missing"),
    [
        ("win_share", "", "of"),
        ("score_gap", "", "of"),
        ("used_share", 'of = "balanced"', "things"),
        ("bidders_share", "", "bidders"),
        ("weight_wins", "weight = 60", "criterion"),
        ("weight_wins", 'criterion = "price"', "weight"),
        ("with_winner", "", "things"),
        ("bought_share", "", "of"),
        ("first_actions", "", "of"),
        ("first_criterion", "", "of"),
        ("least_criterion", "", "of"),
    ],
)
def test_a_measure_says_what_it_needs(bench: Workbench, measure: str, keys: str, missing: str) -> None:
    write(bench.folder, SEATS.replace("seat_share", measure) + keys)
    (fault,) = refused(bench.folder)
    assert (fault.column, fault.message.split(";")[0]) == (f"seats.{missing}", f'"{missing}" is missing, which {measure} needs')


@pytest.mark.parametrize("measure", ["score_gap", "with_winner"])
def test_what_is_no_share_has_any_bounds(bench: Workbench, measure: str) -> None:
    keys = 'of = "balanced"' if measure == "score_gap" else 'things = "needs"'
    write(bench.folder, SEATS.replace("seat_share", measure).replace("0.5", "12") + keys)
    assert load_bars(bench.folder)[0].most == 12


@pytest.mark.parametrize("bots", ['["balanced"]', '["balanced", "random"]'])
def test_spread_is_asked_of_equal_bots(bench: Workbench, bots: str) -> None:
    write(bench.folder, SEATS.replace("seat_share", "spread").replace('["balanced"]', bots))
    (fault,) = refused(bench.folder)
    message = "spread is about luck between equal bots; write one and the same bot 2 to 6 times."
    assert (fault.column, fault.row, fault.message) == ("seats.bots", 5, message)
    write(bench.folder, SEATS.replace("seat_share", "spread").replace('["balanced"]', '["balanced", "balanced"]').replace("0.5", "18"))
    assert load_bars(bench.folder)[0].most == 18


@pytest.mark.parametrize("measure", ["spread", "over_cost"])
def test_points_that_are_never_below_nothing_have_no_bound_below_it(bench: Workbench, measure: str) -> None:
    text = SEATS.replace("seat_share", measure).replace('["balanced"]', '["balanced", "balanced"]')
    write(bench.folder, text.replace("most = 0.5", "least = -8"))
    (fault,) = refused(bench.folder)
    assert (fault.column, fault.message) == ("seats.least", f"-8 is below every {measure}; write points, 0 or more.")


def test_two_bars_do_not_have_the_same_id(bench: Workbench) -> None:
    write(bench.folder, SEATS + SEATS)
    message = 'The bar "seats" stands there twice; give this one another id.'
    assert refused(bench.folder) == [Fault("balance.toml", 8, "seats.id", "seats", message)]


def test_faults_of_several_bars_are_told_together(bench: Workbench) -> None:
    write(bench.folder, SEATS.replace("0.5", "5") + WORTH.replace('of = "cheapest"\n', ""))
    assert [fault.column for fault in refused(bench.folder)] == ["seats.most", "worth.of"]


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("[[bars]]\nid = 1\n", "bars", '"bars" is not known here; did you mean "bar"?'),
        ("bar = 5\n", "bar", '"5" is not at least one table [[bar]].'),
        ("bar = [5]\n", "bar", '"5" is not a table.'),
        ("bar = \n", None, "Nothing stands behind the equals sign"),
    ],
)
def test_a_file_that_holds_no_bars_is_told(bench: Workbench, text: str, column: str | None, message: str) -> None:
    write(bench.folder, text)
    (fault,) = refused(bench.folder)
    assert (fault.file, fault.row, fault.column) == ("balance.toml", 1, column)
    assert fault.message.startswith(message)


def test_faults_in_the_bars_of_the_extended_pack_are_told_with_its_file(bench: Workbench, mine_of_bench: Extending) -> None:
    write(bench.folder, SEATS.replace("0.5", "5"))
    assert [fault.place for fault in refused(mine_of_bench.folder)] == ["copy/balance.toml, line 6, seats.most"]


def test_a_pack_that_cannot_be_read_has_no_bars_either(mine: Extending) -> None:
    mine.extends = "nothing"
    mine.toml("")
    assert [fault.column for fault in refused(mine.folder)] == ["extends"]


def asked_of(measure: str, bots: str) -> str:
    return SEATS.replace("seat_share", measure).replace('bots = ["balanced"]', f'bots = {bots}\nof = "balanced"')


@pytest.mark.parametrize("measure", ["fixed_weights", "preset_worth"])
def test_a_bot_that_gives_half_its_places_away_has_two(bench: Workbench, measure: str) -> None:
    write(bench.folder, asked_of(measure, '["balanced", "random"]'))
    (fault,) = refused(bench.folder)
    message = f'{measure} gives half of the places of "balanced" away; write it twice or more.'
    assert (fault.column, fault.row, fault.message) == ("seats.bots", 5, message)
    write(bench.folder, asked_of(measure, '["balanced", "random", "balanced"]'))
    assert load_bars(bench.folder)[0].of == "balanced"


@pytest.mark.parametrize("measure", ["named_first", "named_poor", "preview_errs", "kind_wins"])
def test_tenders_by_preset_are_those_of_one_bot(bench: Workbench, measure: str) -> None:
    write(bench.folder, asked_of(measure, '["balanced", "random"]'))
    (fault,) = refused(bench.folder)
    message = f'{measure} looks at the tenders of one bot alone; write "balanced" at each place.'
    assert (fault.column, fault.row, fault.message) == ("seats.bots", 5, message)
    write(bench.folder, asked_of(measure, '["balanced"]'))
    assert load_bars(bench.folder)[0].of == "balanced"


def test_a_climate_event_may_cost_any_points(bench: Workbench) -> None:
    write(bench.folder, SEATS.replace("seat_share", "climate_event_cost").replace("0.5", "3.5") + "least = -2\n")
    bar = load_bars(bench.folder)[0]
    assert (bar.least, bar.most) == (-2, 3.5)

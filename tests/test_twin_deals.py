"""Cards that lie face down stay hidden: whole games on deals that differ in two of them look the same until one of them is turned up.

`CAFFAEL_PAIRS=10000 pytest tests/test_twin_deals.py` is a long look. What is held against each other is in `twin_deals.py`.
"""

import os
from dataclasses import asdict, fields

import pytest

from caffael.rules import view
from caffael.rules.copying import copy_into
from caffael.rules.records import Deal, State
from tests import twin_deals
from tests.twin_deals import TURNED, Shown, hold_pairs

PAIRS = int(os.environ.get("CAFFAEL_PAIRS", "200"))
TABLES = (("smarter-spending", 3, 3), ("smarter-spending", 5, 4), ("accelerating-decarbonisation", 3, 2), ("supportive-communities", 3, 4))


@pytest.mark.parametrize(("scenario", "years", "seats"), TABLES)
def test_deals_that_differ_face_down_look_the_same_until_one_of_the_cards_is_turned_up(scenario: str, years: int, seats: int) -> None:
    figures = hold_pairs(scenario, years, seats, PAIRS // len(TABLES))
    print(scenario, years, seats, asdict(figures))
    assert set(figures.by_deck) == set(TURNED), "a deck was left out"
    assert figures.turned > 0
    assert figures.differing > 0, "no two tables ever differed face down, so nothing was held"
    assert figures.looks >= figures.pairs // 2
    assert min(figures.pages, figures.reasons, figures.choices, figures.observations) > 0


def test_every_deck_of_a_deal_is_swapped() -> None:
    assert set(TURNED) == {field.name for field in fields(Deal)}


@pytest.mark.parametrize(("name", "deck"), [("supplier_next", "suppliers"), ("need_next", "needs"), ("private", "records")])
def test_a_view_that_shows_more_than_lies_face_up_is_noticed(name: str, deck: str, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = view.view

    def too_much(state: State, seat: int, target: State) -> None:
        honest(state, seat, target)
        if name == "private":
            copy_into(target.private[(seat + 1) % state.seats], state.private[(seat + 1) % state.seats])
        else:
            setattr(target, name, getattr(state, name))

    monkeypatch.setattr(view, "view", too_much)
    # views alone notice it; pages, which take long to make, are held above
    monkeypatch.setattr(twin_deals, "shown_now", lambda *_: Shown())
    monkeypatch.setattr(twin_deals, "hold_looks", lambda *_: None)
    with pytest.raises(AssertionError, match=f"sees \\['{name}'\\]"):
        hold_pairs("smarter-spending", 3, 3, 400, decks=[deck])

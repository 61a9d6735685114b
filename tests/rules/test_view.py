"""What one seat may know (`view.py`); paragraph 2.11 of the rulebook."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import count
from typing import Any

import pytest

from caffael.rules.copying import copier_of, copy_into, words_of
from caffael.rules.decks import draw_supplier
from caffael.rules.records import Contract, Council, Deal, Private, State
from caffael.rules.terms import NONE, SEATS, SUPPLIERS, UNKNOWN
from caffael.rules.view import CONTRACT_FACE_UP, COUNCIL_FACE_UP, FACE_DOWN, FACE_UP, KNOWN_TO_ITS_SEAT, view
from tests.rules.positions import BUSES, Position


def knowing() -> Position:
    """Three councils that each know something of their own."""
    game = Position(3)
    for seat in range(3):
        private = game.state.private[seat]
        private.event, private.suppliers[0], private.suppliers[1], private.records[seat] = seat, 4, 5, 1
    game.state.records[7] = -2
    return game


def test_2_11_a_seat_sees_what_it_knows_itself_and_not_what_the_others_know() -> None:
    game, seen = knowing(), State()
    view(game.state, 1, seen)
    assert (seen.private[1].event, seen.private[1].suppliers, seen.private[1].records[1]) == (1, [4, 5], 1)
    for other in (0, 2):
        assert seen.private[other].event == NONE
        assert seen.private[other].suppliers == [NONE, NONE]
        assert seen.private[other].records == [UNKNOWN] * SUPPLIERS


def test_2_11_what_lies_open_is_open_to_all() -> None:
    game, seen = knowing(), State()
    view(game.state, 2, seen)
    assert seen.records[7] == -2
    for name in FACE_UP:
        assert getattr(seen, name) == getattr(game.state, name), name
    assert [list(words_of(council)) for council in seen.councils] == [list(words_of(council)) for council in game.state.councils]


@pytest.mark.parametrize(("written", "seen_by"), [(1, {0}), (2, {0}), (3, {0, 1, 2}), (4, set())])
def test_7_3_what_a_council_writes_is_its_own_until_a_partner_is_asked(written: int, seen_by: set[int]) -> None:
    game, seen = Position(3), State()
    game.council().labs[0] = 2
    for seat in range(3):
        game.need(seat, seat=seat)
    game.supplier(0)
    game.play(*("joint need-0", "partner need-1", "weights 40/20/20/20", "refuse")[:written])
    blank = State().drafts[0]
    assert (game.state.drafts[0] != blank) == bool(seen_by)
    for seat in range(3):
        view(game.state, seat, seen)
        assert seen.drafts[0] == (game.state.drafts[0] if seat in seen_by else blank)
        assert seen.drafts[1:] == State().drafts[1:]


def names_of(record: Any) -> set[str]:
    return {field.name for field in fields(record)}


def numbered(record: Any, number: Iterator[int]) -> None:
    """Write another number into every word of a record."""
    for field in fields(record):
        value = getattr(record, field.name)
        if not isinstance(value, list):
            setattr(record, field.name, next(number))
        elif is_dataclass(value[0]):
            for item in value:
                numbered(item, number)
        else:
            value[:] = [next(number) for _ in value]


def test_2_11_every_field_of_the_table_is_named_as_shown_or_as_hidden() -> None:
    # A new field belongs on one of these lists: can everybody see it on the table? A view is blank there until it says so.
    named = (*FACE_UP, *KNOWN_TO_ITS_SEAT, *FACE_DOWN)
    assert len(named) == len(set(named))
    assert set(named) == names_of(State())
    assert set(COUNCIL_FACE_UP) == names_of(Council())
    assert set(CONTRACT_FACE_UP) == names_of(Contract())
    assert names_of(Private()) == {"records", "event", "suppliers"}


def test_2_11_a_view_shows_what_is_named_and_is_blank_everywhere_else() -> None:
    state, seen, blank = State(), State(), State()
    numbered(state, count(1_000))
    state.seats = SEATS
    numbered(seen, count(500_000))
    view(state, 3, seen)
    for name in FACE_UP:
        assert getattr(seen, name) == getattr(state, name), name
    for name in FACE_DOWN:
        assert getattr(seen, name) == getattr(blank, name) == 0, name
    for seat in range(SEATS):
        assert seen.drafts[seat] == (state if seat == 3 else blank).drafts[seat]
        assert seen.private[seat] == (state if seat == 3 else blank).private[seat]
        assert seen.envelopes[seat] == (state if seat == 3 else blank).envelopes[seat]


def test_2_11_a_field_that_is_not_named_does_not_come_across() -> None:
    copier = copier_of(State(), ("year", "councils"), {Council: copier_of(Council(), ("budget",), {})})
    state, seen = State(), State()
    numbered(state, count(1_000))
    copier(seen, state)
    assert (seen.year, seen.councils[2].budget) == (state.year, state.councils[2].budget)
    seen.year = 0
    for council in seen.councils:
        council.budget = 0
    assert seen == State()


def test_2_11_looking_leaves_the_table_as_it_is() -> None:
    game, before, seen = knowing(), State(), State()
    copy_into(before, game.state)
    view(game.state, 0, seen)
    seen.councils[0].budget = -1
    seen.private[0].records[0] = UNKNOWN
    assert list(words_of(before)) == list(words_of(game.state))


def test_2_11_what_lies_face_down_is_no_part_of_the_table() -> None:
    # Decks, bid cards, delivery cards and unturned track records are in the deal, which no seat is ever given.
    assert names_of(Deal()) == {"needs", "suppliers", "events", "records", "bids", "deliveries"}
    assert not any(field.type == "Deal" or field.type is Deal for field in fields(State))


def test_2_11_nobody_sees_how_deep_a_search_went() -> None:
    # The first supplier of the category lies under one other card or under two: it comes, and nothing tells which it was.
    tables = []
    for under in (1, 2):
        game = Position(2)
        deck = list(range(game.cards.supplier_count))
        for number in deck:
            game.plain_supplier(number, categories=[0, 1, 0] if number == 5 else [1, 0, 0])
        deck.insert(under, deck.pop(5))
        game.deal.suppliers[: len(deck)] = deck
        game.need(0, category=BUSES)
        game.play("engage need-0")
        assert game.state.market[0] == 5
        draw_supplier(game.cards, game.deal, game.state, NONE, game.told)
        tables.append(game.state)
    seen = [State(), State()]
    for state, sight in zip(tables, seen, strict=True):
        view(state, 1, sight)
    assert tables[0].supplier_next != tables[1].supplier_next
    assert seen[0] == seen[1]

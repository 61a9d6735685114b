"""What one seat may know (`view.py`); paragraph 2.11 of the rulebook."""

from dataclasses import fields

from caffael.rules.copying import copy_into, words_of
from caffael.rules.records import Deal, State
from caffael.rules.terms import NONE, SUPPLIERS, UNKNOWN
from caffael.rules.view import view
from tests.rules.positions import Position


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
    for field in fields(State):
        if field.name not in ("private", "councils"):
            assert getattr(seen, field.name) == getattr(game.state, field.name), field.name
    assert [list(words_of(council)) for council in seen.councils] == [list(words_of(council)) for council in game.state.councils]


def test_2_11_looking_leaves_the_table_as_it_is() -> None:
    game, before, seen = knowing(), State(), State()
    copy_into(before, game.state)
    view(game.state, 0, seen)
    seen.councils[0].budget = -1
    seen.private[0].records[0] = UNKNOWN
    assert list(words_of(before)) == list(words_of(game.state))


def test_2_11_what_lies_face_down_is_no_part_of_the_table() -> None:
    # Decks, bid cards, delivery cards and unturned track records are in the deal, which no seat is ever given.
    assert {field.name for field in fields(Deal)} == {"needs", "suppliers", "events", "records", "bids", "deliveries"}
    assert not any(field.type == "Deal" or field.type is Deal for field in fields(State))

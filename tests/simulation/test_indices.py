"""Compiled rules take an index as it is: none may be below 0, which interpreted would count from a row's end."""

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from caffael.bots import make_bot
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.scenario import load_pack
from caffael.simulation.play.chunks import play_chunk
from caffael.simulation.play.counts import CardRow, GameRow, Room, SeatRow


class FromTheFront(list[Any]):
    """A row that is not counted from its end."""

    def __getitem__(self, index: Any) -> Any:
        assert isinstance(index, slice) or index >= 0
        return super().__getitem__(index)

    def __setitem__(self, index: Any, value: Any) -> None:
        assert isinstance(index, slice) or index >= 0
        super().__setitem__(index, value)


def guard(record: Any) -> None:
    """Put such a row in the place of every row of a record."""
    for field in fields(record):
        value = getattr(record, field.name)
        for item in value if isinstance(value, list) else [value]:
            if is_dataclass(item):
                guard(item)
        if isinstance(value, list):
            setattr(record, field.name, FromTheFront(value))


def test_a_guarded_row_refuses_to_be_counted_from_its_end() -> None:
    cards = Cards()
    guard(cards)
    with pytest.raises(AssertionError):
        cards.needs[-1]
    with pytest.raises(AssertionError):
        cards.needs[0].goals[-1] = 1


@pytest.mark.parametrize("pack", ["smarter-spending", "our-town", "first-steps"])
@pytest.mark.parametrize(
    ("bots", "games"),
    [(["random"] * 4, 12), (["balanced", "cheapest", "greenest", "local"], 4), (["planner:iterations=6", "random", "balanced"], 1)],
)
def test_no_game_counts_a_row_from_its_end(pack: str, bots: list[str], games: int) -> None:
    cards, room, card_row = load_pack(pack).cards, Room(), CardRow()
    for place, bot in enumerate(bots):
        copy_into(room.bots[place], make_bot(bot))
    game_rows, seat_rows = FromTheFront(GameRow() for _ in range(games)), FromTheFront(SeatRow() for _ in range(games * len(bots)))
    for record in (cards, room, card_row, *game_rows, *seat_rows):
        guard(record)
    play_chunk(cards, room, len(bots), 1, 0, games, 1, 60, game_rows, seat_rows, FromTheFront([card_row]))
    assert all(row.finished for row in game_rows)

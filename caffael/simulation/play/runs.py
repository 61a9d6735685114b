"""A run: many games of one line-up on one scenario, cut into chunks of a fixed size, each a task that any process or machine can do."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from caffael.bots import Bot, make_bot
from caffael.rules import RULES_VERSION
from caffael.rules.cards import Cards
from caffael.scenario import Pack, load_pack
from caffael.scenario.finding import find_packs
from caffael.simulation.play import layout
from caffael.simulation.play.chunks import CLOSE
from caffael.simulation.play.counts import CHUNK, CardRow, GameRow, Room, SeatRow
from caffael.simulation.play.results import Columns, as_parquet
from caffael.simulation.play.tally import Tally, kinds_of

ASKING = 60
"""Per cent from which a criterion counts as asked for."""


@dataclass(frozen=True)
class Run:
    """Games number 0 to `games` of a line-up (1 to 6 bots by name). `detail` counts all there is, and `closely` also looks at how
    contests end and whom others' moves sway; `rows` keeps every game.
    """

    pack: Pack
    bots: tuple[str, ...]
    games: int
    seed: int = 1
    detail: bool = False
    rows: bool = False
    asking: int = ASKING
    closely: bool = False

    def empty(self) -> Tally:
        """The tally of no game yet."""
        return Tally(kinds_of(self.bots), self.level > 0, self.pack.cards.settings.badge_points)

    @property
    def level(self) -> int:
        """How closely games are looked at: 0 for wins alone, 1 in detail, 2 for a close look."""
        return CLOSE if self.closely else int(self.detail or self.rows)

    @cached_property
    def order(self) -> "Order":
        """What a process needs to play any chunk of the run. Raises NoSuchBotError for a bot that can't be understood."""
        bots = [make_bot(text, self.pack.ids) for text in self.bots]
        bots += [Bot() for _ in range(len(Room().bots) - len(bots))]
        return Order(
            cards=layout.to_array(self.pack.cards).tobytes(),
            bots=layout.to_rows(bots).tobytes(),
            kinds=kinds_of(self.bots),
            seed=self.seed,
            detail=self.level,
            asking=self.asking,
            badge_points=self.pack.cards.settings.badge_points,
            columns=Columns.of(self.pack, self.bots, RULES_VERSION) if self.rows else None,
        )

    def tasks(self) -> Iterator["Task"]:
        """The chunks of the run, in order."""
        for first in range(0, self.games, CHUNK):
            yield Task(self.order, first, min(CHUNK, self.games - first))


@dataclass(frozen=True)
class Order:
    """What is to be played, in plain bytes and numbers."""

    cards: bytes
    bots: bytes
    kinds: tuple[int, ...]
    seed: int
    detail: int
    asking: int
    badge_points: int
    columns: Columns | None


@dataclass(frozen=True)
class Task:
    """One chunk of a run."""

    order: Order
    first: int
    games: int


@dataclass(frozen=True)
class Part:
    """What a chunk came to: its tally, and its rows as Parquet where they are wanted."""

    tally: Tally
    game_rows: bytes = b""
    seat_rows: bytes = b""


class Arrays:
    """The arrays that compiled play fills, made once in each process."""

    def __init__(self) -> None:
        self.room = layout.to_array(Room())
        self.cards_type = layout.dtype_of(Cards())
        self.bots_type = layout.dtype_of(Bot())
        self.game_rows = layout.to_rows([GameRow()] * CHUNK)
        self.seat_rows = np.zeros(CHUNK * len(Room().bots), layout.dtype_of(SeatRow()))
        self.card_rows = layout.to_array(CardRow())


_arrays: list[Arrays] = []


def arrays() -> Arrays:
    """Those of this process."""
    if not _arrays:
        _arrays.append(Arrays())
    return _arrays[0]


def play(task: Task) -> Part:
    """Play one chunk, compiled."""
    from caffael.simulation.play.compiled import play_chunk

    order, laid = task.order, arrays()
    seats = len(order.kinds)
    cards = np.frombuffer(order.cards, laid.cards_type)
    laid.room["bots"][0] = np.frombuffer(order.bots, laid.bots_type)
    entry: Any = play_chunk
    entry(
        cards[0],
        laid.room[0],
        seats,
        order.seed,
        task.first,
        task.games,
        order.detail,
        order.asking,
        laid.game_rows,
        laid.seat_rows,
        laid.card_rows,
    )
    tally = Tally(order.kinds, order.detail > 0, order.badge_points)
    game_rows, seat_rows = laid.game_rows[: task.games], laid.seat_rows[: task.games * seats]
    tally.count(game_rows, seat_rows, laid.card_rows)
    if order.columns is None:
        return Part(tally)
    return Part(tally, as_parquet(order.columns, game_rows, "games"), as_parquet(order.columns, seat_rows, "seats"))


def get_ready() -> None:
    """Compile bulk play, or load it as it was compiled before: a game of random bots on an empty table."""
    pack = load_pack(find_packs()[0].id)
    play(Task(Run(pack, ("random",), 1).order, 0, 1))

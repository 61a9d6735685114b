"""Bots on the other chairs of a table."""

from collections.abc import Sequence

from caffael.bots import choose, make_bot
from caffael.bots.desk import Desk
from caffael.rules.chance import seed_stream
from caffael.rules.notation import Ids
from caffael.rules.records import State, Stream
from caffael.rules.view import view
from caffael.simulation.research.research_table import ResearchTable


class Opponents:
    """One bot for each other chair, in the order in which they follow the learner's round the table.

    A bot goes by its name, with parameters as everywhere (`balanced:carbon=2`). Raises NoSuchBotError (a ValueError) for one that is none.
    """

    def __init__(self, names: Sequence[str], ids: Ids) -> None:
        self._bots = [make_bot(name, ids) for name in names]
        self._streams = [Stream() for _ in names]
        self._desk, self._sight = Desk(), State()

    def begin(self, seed: int) -> None:
        """Begin a game: the same seed and the same actions of the learner give the same answers."""
        for place, stream in enumerate(self._streams):
            seed_stream(stream, seed, 1 + place)

    def choose(self, table: ResearchTable, seat: int) -> int:
        """The action of the bot that is to decide, by what its own chair may know; the learner sits on `seat`."""
        decider = table.state.decider
        place = (decider - seat) % table.seats - 1
        view(table.state, decider, self._sight)
        legal = table.legal
        return legal[choose(table.cards, self._sight, legal, len(legal), self._streams[place], self._desk, self._bots[place])]

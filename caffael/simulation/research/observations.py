"""What a learning policy is shown of the table: a row of whole numbers, and which actions are legal.

The row holds the numbers of `rules.records.State` that `rules.view` shows, in the order of its fields, as one seat may know them: how
far the decks have been gone through is left out, and what other councils alone know or write is blank. It is told from the seat's own
chair: the seat's own council is council 0, the next one round the table council 1, and so on; every number that names a seat is counted
in the same way. So a policy that has learned one chair can sit on any. `word_names` says what each number is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import is_dataclass
from typing import Any

import numpy as np
from gymnasium import spaces
from numpy.typing import NDArray

from caffael.rules.records import State
from caffael.rules.terms import NONE
from caffael.rules.view import FACE_UP, KNOWN_TO_ITS_SEAT, view
from caffael.saves.packed_rows import LARGEST
from caffael.simulation.play import layout
from caffael.simulation.play.learners import Eyes

Observation = dict[str, NDArray[Any]]
OBSERVATION = "observation"
ACTION_MASK = "action_mask"
SHOWN = tuple(name for name in State.__slots__ if name in FACE_UP + KNOWN_TO_ITS_SEAT)
"""The fields of a State that a row holds."""

SEAT_NUMBERS = ("first", "buyer", "decider", "need_seat")
"""The fields of a State whose numbers name a seat; `turn` counts them from the own chair, and so does `play.learners.look`."""


def names_of(record: Any) -> tuple[str, ...]:
    """The fields of a record that are told: all, but of a State those that a view shows."""
    return SHOWN if isinstance(record, State) else record.__slots__


def vector_of(record: Any) -> NDArray[np.int64]:
    """Every whole number of a record (Cards, or what a view shows of a State) as one row, in the order of its fields."""
    words: list[int] = []
    collect(record, words)
    return np.array(words, np.int64)


def collect(record: Any, words: list[int]) -> None:
    """Add every whole number of a record to a row."""
    for name in names_of(record):
        value = getattr(record, name)
        if isinstance(value, int):
            words.append(value)
        elif not isinstance(value, list):
            collect(value, words)
        elif isinstance(value[0], int):
            words += value
        else:
            for item in value:
                collect(item, words)


def word_names(record: Any) -> Iterator[str]:
    """What each number of `vector_of` is, in the same order: `year`, `councils[0].goals[3]`, `market[7]`."""
    for name in names_of(record):
        value = getattr(record, name)
        if not isinstance(value, list):
            yield from names_within(name, value)
            continue
        for place, item in enumerate(value):
            yield from names_within(f"{name}[{place}]", item)


def names_within(name: str, value: Any) -> Iterator[str]:
    """The name of a number, or of all numbers of the record that stands there."""
    if is_dataclass(value):
        for inner in word_names(value):
            yield f"{name}.{inner}"
    else:
        yield name


WORDS = len(list(word_names(State())))
"""How many numbers an observation has: the same for every scenario and number of councils."""


class Observer:
    """Looks at a table from any of its chairs."""

    def __init__(self) -> None:
        self._sight = State()

    def observe(self, state: State, seat: int) -> NDArray[np.int64]:
        """The table as a seat may know it, told from its own chair. `state` is left as it is."""
        sight = self._sight
        view(state, seat, sight)
        turn(sight, seat)
        return vector_of(sight)


def turn(sight: State, seat: int) -> None:
    """Turn a copy of the table until a seat is seat 0."""
    seats = sight.seats
    turn_parts(sight, seat, seats)
    sight.first = (sight.first - seat) % seats
    sight.buyer = (sight.buyer - seat) % seats
    sight.decider = (sight.decider - seat) % seats
    for need, holder in enumerate(sight.need_seat):
        if holder != NONE:
            sight.need_seat[need] = (holder - seat) % seats


def turn_parts(sight: State, seat: int, seats: int) -> None:
    """Put a table's parts that belong to seats in the order in which they follow a seat."""
    sight.councils[:seats] = sight.councils[seat:seats] + sight.councils[:seat]
    sight.drafts[:seats] = sight.drafts[seat:seats] + sight.drafts[:seat]
    sight.private[:seats] = sight.private[seat:seats] + sight.private[:seat]
    sight.sealed[:seats] = sight.sealed[seat:seats] + sight.sealed[:seat]
    sight.envelopes[:seats] = sight.envelopes[seat:seats] + sight.envelopes[:seat]


def eyes_of(words: Sequence[int], seats: int) -> list[Eyes]:
    """For each seat of a table, where in it the chosen words of an observation lie; found by turning a table of numbered words."""
    names = list(word_names(State()))
    every: list[Eyes] = []
    for seat in range(seats):
        numbered = State()
        kind = layout.dtype_of(numbered)
        layout.from_array(np.arange(kind.itemsize // 8).view(kind)[0], numbered)
        turn_parts(numbered, seat, seats)
        places = vector_of(numbered)
        eyes = Eyes()
        for at, word in enumerate(words):
            add_word(eyes, at, int(places[word]), names[word].partition("[")[0] in SEAT_NUMBERS)
        every.append(eyes)
    return every


def add_word(eyes: Eyes, at: int, place: int, is_seat: bool) -> None:
    """Add a word to what a seat is shown: to the last run where it lies next to it."""
    last = eyes.count - 1
    if last >= 0 and eyes.place[last] + eyes.length[last] == place:
        eyes.length[last] += 1
    else:
        eyes.at[eyes.count], eyes.place[eyes.count], eyes.length[eyes.count] = at, place, 1
        eyes.count += 1
    if is_seat:
        eyes.chair[eyes.chairs] = at
        eyes.chairs += 1


def mask_of(legal: Iterable[int], actions: int) -> NDArray[np.int8]:
    """A row with 1 for every legal action and 0 for all others."""
    mask = np.zeros(actions, np.int8)
    for action in legal:
        mask[action] = 1
    return mask


def observation_space(actions: int) -> spaces.Dict:
    """The space of observations where there are so many actions."""
    return spaces.Dict({OBSERVATION: spaces.Box(-LARGEST, LARGEST, (WORDS,), np.int64), ACTION_MASK: spaces.Box(0, 1, (actions,), np.int8)})

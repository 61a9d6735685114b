"""A record played again: to stand where it stopped, to tell what happened, or to say what holds of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from caffael import rules
from caffael.rules.cards import Cards
from caffael.rules.deal import DEAL_STREAM, shuffle_from
from caffael.rules.notation import Ids, from_text
from caffael.rules.records import Deal, Happened, State, Stream
from caffael.rules.seeds import begin_stream
from caffael.rules.terms import NONE, Phase
from caffael.saves.entries import Again, Back, Entry, Move, Stand
from caffael.saves.faults import RecordError
from caffael.saves.history import SNAPSHOT_EVERY, History, Turn, scores_of
from caffael.saves.reading import Record, read
from caffael.scenario.digest import digest_of
from caffael.words.sentence import Sentence

OPENING = "begin"
"""Stands for an action in a replay's first row, which tells what opening the first year brought."""


@dataclass(slots=True)
class Verdict:
    """What holds of a record."""

    path: Path
    lines: int = 0
    actions: int = 0  # that count
    taken_back: int = 0  # that were played and don't count in the end
    torn: int = 0  # bytes of a cut write, left out
    same_rules: bool = False
    deal_of_seed: bool = False  # the deal is the one that its seed shuffles
    numbers_of_digest: bool = False  # the card numbers are those that its digest stands for
    finished: bool = False
    fault: Sentence | None = None  # the first thing that does not hold

    @property
    def holds(self) -> bool:
        """Whether every line is as it was written, the game begins as its seed and digest say, and every action is legal."""
        return self.fault is None


@dataclass(slots=True)
class Reader:
    """The texts of a record's actions as the numbers that the rules take."""

    cards: Cards
    ids: Ids
    known: dict[str, int] = field(default_factory=dict)

    def action(self, text: str) -> int:
        """The action of a text. Raises ValueError when it names none."""
        if text not in self.known:
            self.known[text] = from_text(text, self.cards, self.ids)
        return self.known[text]


def rebuild(record: Record) -> History:
    """The table where the record stands, from its own card numbers. Raises RecordError under other rules, or if an action is not legal."""
    history = lay_out(record)
    reader = Reader(history.cards, record.header.ids)
    for move in record.moves:
        play_move(record, history, reader, move)
    if record.entries:
        check_stand(record, stand_of(history.cards, history.state), record.entries[-1])
    return history


def replay(path: Path) -> Iterator[tuple[int, int, str, list[Happened]]]:
    """Every action that counts: its number from 1, its seat, its text, and what happened.

    The first row, with number 0, no seat and the text "begin", tells what opening the first year brought.
    """
    record = read(path)
    history = lay_out(record)
    reader = Reader(history.cards, record.header.ids)
    yield 0, NONE, OPENING, history.opening
    for number, move in enumerate(record.moves, 1):
        yield number, move.seat, move.text, play_move(record, history, reader, move).happenings


def verify(path: Path) -> Verdict:
    """Read a record and play it again line by line, what was taken back too, and say what holds."""
    verdict = Verdict(path)
    try:
        record = read(path)
        verdict.lines = len(record.lines)
        verdict.actions = len(record.moves)
        verdict.taken_back = sum(1 for entry in record.entries if isinstance(entry, Move)) - verdict.actions
        verdict.torn = record.torn
        verdict.same_rules = record.same_rules
        verdict.finished = record.finished
        history = lay_out(record, snapshot_every=1)
        with sound_numbers(record, 1):
            verdict.deal_of_seed = deal_of(history.cards, record.header.seed) == history.deal
        verdict.numbers_of_digest = digest_of(history.cards) == record.header.digest
        check_beginning(verdict)
        check_entries(record, history)
    except RecordError as fault:
        verdict.fault = fault.sentence
    return verdict


def check_beginning(verdict: Verdict) -> None:
    """Raise RecordError when the first line says a seed or a digest that is not that of its cards."""
    if not verdict.numbers_of_digest:
        raise other_numbers(verdict.path)
    if not verdict.deal_of_seed:
        pattern = "The cards in {file} lie otherwise than its seed deals them: one of the two was changed."
        raise RecordError(Sentence(pattern, file=verdict.path.name))


def check_numbers(record: Record, cards: Cards) -> None:
    """Raise RecordError when the numbers of a record are not those of the scenario by whose words its game would be shown."""
    if digest_of(cards) != record.header.digest:
        raise other_numbers(record.path)


def other_numbers(path: Path) -> RecordError:
    """The fault of a first line whose numbers are not those of its digest."""
    pattern = "The numbers of the cards in {file} are not those of its scenario's check sum: one of the two was changed."
    return RecordError(Sentence(pattern, file=path.name))


def check_entries(record: Record, history: History) -> None:
    """Follow a record line by line. Raises RecordError at the first line that does not hold.

    How the game stands is kept for every number of actions. What was taken back lies on the table until another action is played in its
    place, so a line that takes back or plays again costs nothing, however far it goes.
    """
    reader = Reader(history.cards, record.header.ids)
    stands = [stand_of(history.cards, history.state)]
    count = 0
    for entry in record.entries:
        if isinstance(entry, Move):
            history.back(len(history.turns) - count)
            play_move(record, history, reader, entry)
            count += 1
            stands[count:] = [stand_of(history.cards, history.state)]
        elif isinstance(entry, Back):
            count -= entry.count
        elif isinstance(entry, Again):
            count += entry.count
        check_stand(record, stands[count], entry)


def check_stand(record: Record, stand: Stand, entry: Entry) -> None:
    """Raise RecordError when a line says another year or score than the table shows."""
    if entry.stand != stand:
        pattern = "Line {line} of {file} says another year or score than playing it gives."
        raise RecordError(Sentence(pattern, line=entry.line, file=record.path.name))


def check_rules(record: Record) -> None:
    """Raise RecordError when a game was played under rules that these can't play again."""
    if not record.header.can_be_played_again:
        pattern = "{file} was played under rules {found} and these are rules {known}: it can be read, not played again."
        raise RecordError(Sentence(pattern, file=record.path.name, found=record.header.rules, known=rules.RULES_VERSION))


def lay_out(record: Record, snapshot_every: int = SNAPSHOT_EVERY) -> History:
    """The table as the recorded game began."""
    check_rules(record)
    with sound_numbers(record, 1):
        return History(record.header.make_cards(), record.header.make_deal(), record.header.council_cards, snapshot_every)


def play_move(record: Record, history: History, reader: Reader, move: Move) -> Turn:
    """Play a recorded action. Raises RecordError when it is not legal for its seat."""
    with sound_numbers(record, move.line):
        return history.play(reader.action(move.text), move.seat)


@contextmanager
def sound_numbers(record: Record, line: int) -> Iterator[None]:
    """Turn what the rules raise, over cards or actions that make no game, into a RecordError."""
    try:
        yield
    except (ValueError, IndexError, OverflowError, ZeroDivisionError):
        raise RecordError(Sentence("Line {line} of {file} can't be played under the rules.", line=line, file=record.path.name)) from None


def stand_of(cards: Cards, state: State) -> Stand:
    """How a game stands, as each line of a record says it."""
    if state.phase != Phase.END:
        return Stand(state.year)
    return Stand(state.year, tuple(score.total for score in scores_of(cards, state)))


def deal_of(cards: Cards, seed: int) -> Deal:
    """The deal that a seed shuffles, small or wide."""
    deal, stream = Deal(), Stream()
    begin_stream(stream, seed, DEAL_STREAM)
    shuffle_from(cards, stream, deal)
    return deal

"""Tables side by side, on each of which one seat learns and bots hold the others: one step of all of them is one call.

Plain functions: they run interpreted, and compiled by `compiled.py`. Each table has its own deal, streams and state, and nothing that a
table needs is left in the room by another; so tables can be shared out among threads, each with a room of its own.
"""

from dataclasses import dataclass, field

from caffael.bots.bot import Bot
from caffael.bots.choosing import choose
from caffael.bots.desk import Desk
from caffael.rules.actions import ACTIONS, legal_actions, why_not
from caffael.rules.cards import Cards, row
from caffael.rules.chance import seed_stream
from caffael.rules.copying import copy_into
from caffael.rules.deal import lay_table, shuffle_decks
from caffael.rules.happened import forget
from caffael.rules.reasons import LEGAL
from caffael.rules.records import Deal, Score, State, Stream, Told
from caffael.rules.scoring import fill_ranking, somebody_wins
from caffael.rules.step import apply, begin
from caffael.rules.terms import CHOICES, NEEDS, NONE, SEATS, Ending, Phase
from caffael.rules.view import view
from caffael.simulation.play.counts import WIN
from caffael.simulation.play.layout import flat

OVER = int(Phase.END)
SHARED = int(Ending.SHARED)
RUNS = 4_000
"""Runs of words in an observation, at most: more than it has words."""
CHAIRS = NEEDS + 3
"""Words of an observation that name a seat, at most."""


@dataclass(slots=True)
class LearnersRoom:
    """What steps are worked out in, made once and used again. Nothing outlives the step of one table but the line-up."""

    bots: list[Bot] = row(Bot, SEATS)  # the line-up, in the order in which it follows the learner round the table
    blank: State = field(default_factory=State)
    told: Told = field(default_factory=Told)
    stream: Stream = field(default_factory=Stream)
    desk: Desk = field(default_factory=Desk)
    score: Score = field(default_factory=Score)
    legal: list[int] = row(int, CHOICES)
    councils: list[int] = row(int, SEATS)
    totals: list[int] = row(int, SEATS)
    ranks: list[int] = row(int, SEATS)
    sight: State = field(default_factory=State)


@dataclass(slots=True)
class Play:
    """How all tables are played."""

    seats: int = 1
    in_turn: int = 0  # 1: no bots; whoever decides is the learner
    by_win: int = 0  # 1: a seat's value is its part of the win, in sixtieths; 0: its score


@dataclass(slots=True)
class Eyes:
    """Which words of a table one seat is shown, in runs of words that lie side by side, and which of these name a seat."""

    count: int = 0
    at: list[int] = row(int, RUNS)  # where a run begins in the observation
    place: list[int] = row(int, RUNS)  # where it begins in the table
    length: list[int] = row(int, RUNS)
    chairs: int = 0
    chair: list[int] = row(int, CHAIRS)  # places in the observation


@dataclass(slots=True)
class LearnerTable:
    """One table, and what its learner was last told."""

    deal: Deal = field(default_factory=Deal)
    state: State = field(default_factory=State)
    streams: list[Stream] = row(Stream, SEATS)  # of the bots, in the order in which they follow the learner round the table
    seat: int = 0  # the learner's
    values: list[int] = row(int, SEATS)  # of each seat, when it was last rewarded


@dataclass(slots=True)
class Answer:
    """What a step of one table came to."""

    seat: int = 0  # the seat that sees the observation
    reason: int = LEGAL  # why the action was refused
    over: int = 0
    earned: list[int] = row(int, SEATS)  # by how much the value of each seat changed
    score: int = 0
    rank: int = NONE


def lay_tables(
    cards: Cards,
    room: LearnersRoom,
    play: Play,
    tables: list[LearnerTable],
    which: list[int],
    first: int,
    last: int,
    seeds: list[int],
    chairs: list[int],
    eyes: list[Eyes],
    seen: list[list[int]],
    masks: list[list[int]],
    answers: list[Answer],
) -> None:
    """On the tables numbered by `which`, from its place `first` up to `last`, begin the game of a seed with the learner on a chair."""
    for i in which[first:last]:
        table = tables[i]
        lay(cards, room, play, table, seeds[i], chairs[i])
        answers[i].reason = LEGAL
        answers[i].over = 0
        for seat in range(SEATS):
            answers[i].earned[seat] = 0
        fill_ranking(cards, table.state, room.score, room.totals, room.ranks)
        tell(room, table, answers[i])
        show(cards, room, table, eyes, seen[i], masks[i])


def step_tables(
    cards: Cards,
    room: LearnersRoom,
    play: Play,
    tables: list[LearnerTable],
    which: list[int],
    first: int,
    last: int,
    actions: list[int],
    eyes: list[Eyes],
    seen: list[list[int]],
    masks: list[list[int]],
    answers: list[Answer],
) -> None:
    """On the tables numbered by `which`, from its place `first` up to `last`, take the learner's action and play on until it decides.

    An action that is not legal changes nothing and ends the game. A game that is over stays so, whatever the action.
    """
    for i in which[first:last]:
        table = tables[i]
        answer = answers[i]
        state = table.state
        answer.reason = LEGAL
        if state.phase != OVER:
            answer.reason = why_not(cards, state, table.seat, actions[i])
            if answer.reason == LEGAL:
                forget(room.told)
                apply(cards, table.deal, state, actions[i], room.told)
                let_bots_play(cards, room, play, table)
        answer.over = 1 if state.phase == OVER or answer.reason != LEGAL else 0
        earn(cards, room, play, table, answer)
        tell(room, table, answer)
        show(cards, room, table, eyes, seen[i], masks[i])


def lay(cards: Cards, room: LearnersRoom, play: Play, table: LearnerTable, seed: int, chair: int) -> None:
    """Begin the game of a seed: seat i holds the council card (i + seed), counted round. Bots play until the learner decides."""
    state = table.state
    copy_into(state, room.blank)
    shuffle_decks(cards, seed, room.stream, table.deal)
    for seat in range(play.seats):
        room.councils[seat] = (seat + seed) % cards.council_count
        seed_stream(table.streams[seat], seed, 1 + seat)
    forget(room.told)
    lay_table(cards, table.deal, state, play.seats, room.councils, room.told)
    begin(cards, table.deal, state, room.told)
    table.seat = chair
    fill_ranking(cards, state, room.score, room.totals, room.ranks)
    for seat in range(play.seats):
        table.values[seat] = value_of(cards, state, seat, play.by_win, room.totals, room.ranks)
    let_bots_play(cards, room, play, table)


def let_bots_play(cards: Cards, room: LearnersRoom, play: Play, table: LearnerTable) -> None:
    """Let the bots play until the learner decides or the game is over; where all seats learn, whoever decides is the learner."""
    state = table.state
    if play.in_turn == 1:
        table.seat = state.decider
        return
    while state.phase != OVER and state.decider != table.seat:
        place = (state.decider - table.seat) % play.seats - 1
        count = legal_actions(cards, state, state.decider, room.legal)
        choice = choose(cards, state, room.legal, count, table.streams[place], room.desk, room.bots[place])
        forget(room.told)
        apply(cards, table.deal, state, room.legal[choice], room.told)


def value_of(cards: Cards, state: State, seat: int, by_win: int, totals: list[int], ranks: list[int]) -> int:
    """What a game is worth to a seat as it stands: its score, or its part of the win in sixtieths.

    A winner's part is whole, or 1/n where n seats share the first place; it is 0 for all others and before the end. At a shared end all
    win or all lose. `totals` and `ranks` are those of the table now.
    """
    if by_win == 0:
        return totals[seat]
    if state.phase != OVER or not somebody_wins(cards, state, totals):
        return 0
    if cards.settings.ending == SHARED:
        return WIN
    firsts = 0
    for other in range(state.seats):
        if ranks[other] == 0:
            firsts += 1
    return WIN // firsts if ranks[seat] == 0 else 0


def earn(cards: Cards, room: LearnersRoom, play: Play, table: LearnerTable, answer: Answer) -> None:
    """Write down by how much the value of each seat changed since it was last asked."""
    fill_ranking(cards, table.state, room.score, room.totals, room.ranks)
    for seat in range(play.seats):
        value = value_of(cards, table.state, seat, play.by_win, room.totals, room.ranks)
        answer.earned[seat] = value - table.values[seat]
        table.values[seat] = value


def tell(room: LearnersRoom, table: LearnerTable, answer: Answer) -> None:
    """Write down for the learner its score, and at the end its rank. The room holds the ranking."""
    answer.seat = table.seat
    answer.score = room.totals[table.seat]
    answer.rank = room.ranks[table.seat] if table.state.phase == OVER else NONE


def show(cards: Cards, room: LearnersRoom, table: LearnerTable, eyes: list[Eyes], seen: list[int], mask: list[int]) -> None:
    """Fill what the learner sees, and 1 in the mask for each action that is legal for it."""
    view(table.state, table.seat, room.sight)
    look(flat(room.sight), eyes[table.seat], table.seat, table.state.seats, seen)
    for action in range(ACTIONS):
        mask[action] = 0
    count = legal_actions(cards, table.state, table.seat, room.legal)
    for action in room.legal[:count]:
        mask[action] = 1


def look(sight: list[int], eyes: Eyes, own: int, seats: int, seen: list[int]) -> None:
    """Fill what a seat is shown out of the row of what it may see; numbers that name a seat are told from its own chair."""
    for i in range(eyes.count):
        at = eyes.at[i]
        place = eyes.place[i]
        length = eyes.length[i]
        seen[at : at + length] = sight[place : place + length]
    for i in range(eyes.chairs):
        at = eyes.chair[i]
        if seen[at] != NONE:
            seen[at] += seats - own if seen[at] < own else -own

"""What is written down of each game, and of each council in it: one record each, all whole numbers, so that compiled play fills them.

Pounds, kilograms, points. A win is counted in sixtieths, so that a place shared by two to six is a whole number each.
"""

from dataclasses import dataclass, field

from caffael.bots.bot import Bot
from caffael.bots.desk import Desk
from caffael.rules.cards import none_row, row
from caffael.rules.records import Deal, Score, State, Stream, Told
from caffael.rules.terms import (
    BADGES,
    BIDDERS,
    CHOICES,
    CRITERIA,
    GOALS,
    KINDS,
    LABS,
    NEEDS,
    NONE,
    PROJECTS,
    ROUTES,
    SEATS,
    SUPPLIERS,
    WEIGHTS,
)

WIN = 60
"""A win that is not shared."""
CHUNK = 500
"""Games that are played at a stretch; the same on every machine, so that results don't depend on who played them."""


OPENING_WORDS = ("pass", "tender", "engage", "joint")
"""The kinds of first actions that are about no lab and no project, at their numbers; labs and projects follow."""
OPENINGS = len(OPENING_WORDS) + LABS + PROJECTS
"""Kinds of first actions."""


@dataclass(slots=True)
class GameRow:
    """One game."""

    game: int = 0  # its number in the run
    seed: int = 0
    decisions: int = 0
    actions: int = 0  # table actions
    finished: int = 0
    failed: int = 0  # the region was over its carbon budget
    carbon: int = 0
    carbon_budget: int = 0
    marks: int = 0
    climate_come: int = 0  # climate events that came
    leader_changes: int = 0  # how often another council led when a year ended
    leader: int = 0  # seat that led half-way
    leader_won: int = 0  # sixtieths
    open_bidders: list[int] = row(int, BIDDERS + 1)  # open tenders by how many bid
    asked: list[int] = row(int, CRITERIA)  # rows of weights tried on true bids, by the criterion that weighs most
    got: list[int] = row(int, CRITERIA)  # of these, how often the best on it won
    rounds: int = 0  # rounds of a sealed game in which envelopes were opened
    envelopes: int = 0  # envelopes that were opened and held a tender
    came_back: int = 0  # of these, those whose tender was not allowed any more


@dataclass(slots=True)
class SeatRow:
    """One council in a game."""

    game: int = 0
    seat: int = 0
    place: int = 0  # of its bot in the line-up
    council: int = 0
    won: int = 0  # sixtieths
    rank: int = 0
    score: Score = field(default_factory=Score)
    goals: list[int] = row(int, GOALS)
    carbon: int = 0
    budget: int = 0
    debts: int = 0  # years that ended below zero
    tenders: list[int] = row(int, ROUTES)  # published, by route
    awards: list[int] = row(int, ROUTES)  # contracts signed, by route; a joint one counts for both
    no_bid: int = 0  # tenders without a bid
    labs: list[int] = row(int, LABS)  # levels
    projects: list[int] = row(int, PROJECTS)  # 1 when finished
    badges: list[int] = row(int, BADGES)  # 1 when won
    opening: int = NONE  # the kind of its first table action; NONE where it never had one
    lying: int = 0  # needs that lay in its tray when Buy began, over the years
    engagements: int = 0
    managed: int = 0
    reached: int = 0  # checks
    missed: int = 0
    delivered: int = 0  # contracts run to their end
    ended: int = 0  # contracts ended for misses
    unmet: int = 0
    notices: int = 0
    promised: int = 0  # points of social value offered in reached years
    kept: int = 0  # points of social value that came
    spent: int = 0
    local: int = 0  # pounds of it that stayed in the region
    suppliers: list[int] = row(int, SUPPLIERS + 1)  # contracts with each
    needs: list[int] = row(int, NEEDS)  # contracts for each


@dataclass(slots=True)
class CardRow:
    """Over a chunk: what cards of a kind came to, and in a close look how contests ended and whom others swayed.

    Bids of a supplier against others, and those that won; reserved tenders, open to a few by law, are left out. And tenders of each place
    of the line-up by the weights that they were published with, one place after another.
    """

    bids: list[int] = row(int, SUPPLIERS + 1)
    wins: list[int] = row(int, SUPPLIERS + 1)
    weights: list[int] = row(int, SEATS * WEIGHTS)
    contests: int = 0  # tenders with weights for which two or more bid
    erred: int = 0  # of these, those that another won than was to be expected as printed
    near_best: list[int] = row(int, CRITERIA)  # those whose winner is best or second best of the bidders on a criterion
    poor: list[int] = row(int, CRITERIA)  # those whose winner has 0 or 1 of 5 on it
    kind_bids: list[int] = row(int, KINDS)  # those for which a kind of supplier bids, and another too; no reserved ones
    kind_wins: list[int] = row(int, KINDS)  # of these, those that the kind wins
    open_needs: int = 0  # needs in trays when Buy began
    swayed: int = 0  # of these, those whose likely winner another council's move changed in the year


@dataclass(slots=True)
class Room:
    """Everything games are played in, made once and used again."""

    deal: Deal = field(default_factory=Deal)
    state: State = field(default_factory=State)
    blank: State = field(default_factory=State)
    told: Told = field(default_factory=Told)
    stream: Stream = field(default_factory=Stream)
    streams: list[Stream] = row(Stream, SEATS)  # of the bots
    desk: Desk = field(default_factory=Desk)
    bots: list[Bot] = row(Bot, SEATS)  # the line-up
    score: Score = field(default_factory=Score)
    legal: list[int] = row(int, CHOICES)
    councils: list[int] = row(int, SEATS)
    totals: list[int] = row(int, SEATS)
    ranks: list[int] = row(int, SEATS)
    holder: list[int] = none_row(NEEDS)  # the supplier that last won each need
    without: State = field(default_factory=State)  # the table as it would lie without the last move
    watched: list[int] = none_row(NEEDS)  # by open need: the weights that are preselected for it; NONE once it was swayed
    likely: list[int] = none_row(NEEDS)  # by watched need: who would be likely without the last move
    asking: list[int] = none_row(WEIGHTS)  # by row of weights: the criterion that weighs so much that the best on it should win

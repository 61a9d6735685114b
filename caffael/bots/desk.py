"""The scratch records a bot works on. Nothing here outlives a decision."""

from dataclasses import dataclass, field

from caffael.bots.bot import Bot
from caffael.rules.cards import row
from caffael.rules.records import Deal, Forecast, Race, Score, State, Stream, Table, Told
from caffael.rules.terms import BIDDERS, CHOICES, NEEDS, NONE, SUPPLIERS, TRACK_RECORDS

NODES = 600
"""Nodes of a planner's tree, at most; a full tree is searched on as it is."""


@dataclass(slots=True)
class Node:
    """A place in a planner's tree: what was decided to come here, and how it turned out."""

    action: int = NONE
    parent: int = NONE
    child: int = NONE  # its first
    sibling: int = NONE  # the next child of its parent
    visits: int = 0
    open: int = 0  # visits of its parent in which it could be chosen
    total: int = 0  # hundredths of a point, over all visits


@dataclass(slots=True)
class Stakes:
    """What is the same for every bid for a need, when a bot reckons what each is worth to it."""

    goals: int = 0  # goal points that a delivered year brings whoever wins
    carbon: int = 0  # how much carbon counts, in per cent
    pounds: int = 1  # what a point costs
    kilos: int = 1  # how much carbon costs a point


@dataclass(slots=True)
class Desk:
    """A bot's desk: its own table of bids, what each bid is worth to it, the choices it is not barred from, and a planner's worlds."""

    table: Table = field(default_factory=Table)
    forecast: Forecast = field(default_factory=Forecast)
    worths: list[int] = row(int, BIDDERS)  # hundredths of a point, by row of the table
    stakes: Stakes = field(default_factory=Stakes)
    race: Race = field(default_factory=Race)  # a bid that it wants to win, or thinks about
    allowed: list[int] = row(int, CHOICES)  # actions
    places: list[int] = row(int, CHOICES)  # where each stands among the legal ones
    thought: list[int] = row(int, CHOICES)  # as `allowed`, of a table that is only thought of
    thought_places: list[int] = row(int, CHOICES)
    candidates: list[int] = row(int, CHOICES)  # actions worth a thought
    root: State = field(default_factory=State)  # the table as the planner's seat knows it
    world: State = field(default_factory=State)  # the table played on
    deal: Deal = field(default_factory=Deal)  # a deal of its own for what is face down
    told: Told = field(default_factory=Told)
    stream: Stream = field(default_factory=Stream)
    legal: list[int] = row(int, CHOICES)
    bag: list[int] = row(int, max(SUPPLIERS, NEEDS, TRACK_RECORDS))
    score: Score = field(default_factory=Score)
    quick: Bot = field(default_factory=Bot)  # who plays on
    nodes: list[Node] = row(Node, NODES)
    grown: int = 0  # nodes in use
    seat: int = NONE  # who plans
    last: int = 0  # year to which it plays on
    guesses: int = 0  # what its guesses are made from

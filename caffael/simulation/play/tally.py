"""What many games add up to: whole numbers alone, so that tallies of parts add up to the tally of the whole, in any order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np

from caffael.rules.records import Score
from caffael.rules.terms import BADGES, BIDDERS, CRITERIA, KINDS, LABS, NEEDS, PROJECTS, ROUTES, SEATS, SUPPLIERS, WEIGHTS, Route
from caffael.simulation.play.counts import OPENINGS, WIN

Numbers = np.ndarray[Any, np.dtype[np.int64]]
PARTS = tuple(part.name for part in fields(Score))
THINGS = ("routes", "labs", "projects", "badges")
SEALED = ("rounds", "envelopes", "came_back")
KILOS = 1000
"""Carbon is kept by whole tonnes."""


def zeros(*shape: int) -> Numbers:
    """A table of noughts."""
    return np.zeros(shape, np.int64)


@dataclass
class Tally:
    """What a run has added up to so far. Rows by place of the line-up unless said; wins in sixtieths.

    `kinds` gives each place the first place that has the same bot, so that "used by the planner" can be asked of all its seats.
    """

    kinds: tuple[int, ...]
    detail: bool
    badge_points: int
    games: int = 0
    unfinished: int = 0
    failed: int = 0
    climate_come: int = 0  # climate events that came
    actions: int = 0
    decisions: int = 0
    leader_changes: int = 0
    leader_won: int = 0
    joint_games: int = 0  # games with a contract by a joint tender
    scatter: int = 0  # over games: councils x the sum of their squared scores, less the square of the sum
    scatter_squares: int = 0
    carbon: Counter[int] = field(default_factory=Counter)  # games by whole tonnes of the region
    won: Numbers = field(init=False)
    seat_won: Numbers = field(init=False)
    score: Numbers = field(init=False)
    squares: Numbers = field(init=False)
    parts: Numbers = field(init=False)  # by part of the score
    goals: Numbers = field(init=False)
    money: Numbers = field(init=False)  # pounds spent, of it local
    promises: Numbers = field(init=False)  # points of social value promised, kept
    checks: Numbers = field(init=False)  # reached, missed
    debts: Numbers = field(init=False)  # years that ended below zero
    tenders: Numbers = field(init=False)  # by route
    needs: Numbers = field(init=False)  # that lay in trays when Buy began, bought
    openings: Numbers = field(init=False)  # by kind of first action
    weights: Numbers = field(init=False)  # tenders by the weights that they were published with
    over: Numbers = field(init=False)  # where the region failed: councils over their own share, points it cost them, squares of these
    used: dict[str, Numbers] = field(init=False)  # by kind of thing: games in which bots of a kind used it
    without_badge: Numbers = field(init=False)  # wins, if a badge brought its council no points
    with_all: Numbers = field(init=False)  # the same sum with all points, ties shared
    open_bidders: Numbers = field(init=False)
    sealed: Numbers = field(init=False)  # rounds of envelopes, envelopes, those that came back
    asked: Numbers = field(init=False)
    got: Numbers = field(init=False)
    bids: Numbers = field(init=False)  # by supplier
    bids_won: Numbers = field(init=False)
    contests: Numbers = field(init=False)  # tenders for which two or more bid, those that ended otherwise than expected; in a close look
    near_best: Numbers = field(init=False)  # of these by criterion: those whose winner is best or second best on it
    poor: Numbers = field(init=False)  # by criterion: those whose winner has 0 or 1 of 5 on it
    kind_bids: Numbers = field(init=False)  # by kind of supplier: those for which it and others bid
    kind_wins: Numbers = field(init=False)
    sway: Numbers = field(init=False)  # needs in trays when Buy began, those swayed by another's move
    cards_with_winner: dict[str, Numbers] = field(init=False)  # suppliers, needs: sixtieths of winners that had it
    cards_with_others: dict[str, Numbers] = field(init=False)

    def __post_init__(self) -> None:
        places = len(self.kinds)
        self.won, self.seat_won, self.score, self.squares = zeros(places), zeros(places), zeros(places), zeros(places)
        self.with_all, self.without_badge = zeros(places), zeros(places, BADGES)
        self.parts, self.goals = zeros(places, len(PARTS)), zeros(places, 7)
        self.openings, self.weights = zeros(places, OPENINGS), zeros(places, WEIGHTS)
        self.debts, self.needs, self.over = zeros(places), zeros(places, 2), zeros(3)
        self.money, self.promises, self.checks, self.tenders = zeros(places, 2), zeros(places, 2), zeros(places, 2), zeros(places, ROUTES)
        self.used = {
            "routes": zeros(places, ROUTES),
            "labs": zeros(places, LABS),
            "projects": zeros(places, PROJECTS),
            "badges": zeros(places, BADGES),
        }
        self.open_bidders, self.asked, self.got = zeros(BIDDERS + 1), zeros(CRITERIA), zeros(CRITERIA)
        self.sealed = zeros(len(SEALED))
        self.contests, self.near_best, self.poor = zeros(2), zeros(CRITERIA), zeros(CRITERIA)
        self.kind_bids, self.kind_wins, self.sway = zeros(KINDS), zeros(KINDS), zeros(2)
        self.bids, self.bids_won = zeros(SUPPLIERS + 1), zeros(SUPPLIERS + 1)
        self.cards_with_winner = {"suppliers": zeros(SUPPLIERS + 1), "needs": zeros(NEEDS)}
        self.cards_with_others = {"suppliers": zeros(SUPPLIERS + 1), "needs": zeros(NEEDS)}

    @property
    def finished(self) -> int:
        """Games that came to their end."""
        return self.games - self.unfinished

    def add(self, other: "Tally") -> None:
        """Add another tally of the same line-up to this one."""
        for part in fields(self):
            mine, theirs = getattr(self, part.name), getattr(other, part.name)
            if part.name in {"kinds", "detail", "badge_points"}:
                continue
            if isinstance(mine, dict) and not isinstance(mine, Counter):
                for key in mine:
                    mine[key] += theirs[key]
            else:
                setattr(self, part.name, mine + theirs)

    def count(self, game_rows: np.ndarray[Any, Any], seat_rows: np.ndarray[Any, Any], card_rows: np.ndarray[Any, Any]) -> None:
        """Count the rows of a chunk: one for each game, and as many for each as there are places."""
        self.games += len(game_rows)
        self.unfinished += int((game_rows["finished"] == 0).sum())
        self.actions += int(game_rows["actions"].sum())
        self.decisions += int(game_rows["decisions"].sum())
        done = game_rows["finished"] == 1
        games, seats = game_rows, seat_rows.reshape(len(game_rows), len(self.kinds))
        if not done.all():  # leaving games out copies all rows
            games, seats = games[done], seats[done]
        self.failed += int(games["failed"].sum())
        self.climate_come += int(games["climate_come"].sum())
        self.leader_changes += int(games["leader_changes"].sum())
        self.leader_won += int(games["leader_won"].sum())
        tonnes, numbers = np.unique(games["carbon"] // KILOS, return_counts=True)
        self.carbon.update({int(t): int(n) for t, n in zip(tonnes, numbers, strict=True)})
        self.seat_won += seats["won"].sum(axis=0)
        order = np.argsort(seats["place"], axis=1, kind="stable")
        total = np.take_along_axis(seats["score"]["total"], order, axis=1)
        self.won += np.take_along_axis(seats["won"], order, axis=1).sum(axis=0)
        self.score += total.sum(axis=0)
        self.squares += (total * total).sum(axis=0)
        scatter = len(self.kinds) * (total * total).sum(axis=1) - total.sum(axis=1) ** 2
        self.scatter += int(scatter.sum())
        self.scatter_squares += int((scatter * scatter).sum())
        if self.detail and len(games):
            self.count_detail(games, np.take_along_axis(seats, order, axis=1), card_rows)

    def count_detail(self, games: np.ndarray[Any, Any], places: np.ndarray[Any, Any], card_rows: np.ndarray[Any, Any]) -> None:
        """Count what only a detailed chunk has; `places` is games by places."""
        for i, part in enumerate(PARTS):
            self.parts[:, i] += places["score"][part].sum(axis=0)
        self.goals += places["goals"].sum(axis=0)
        self.debts += places["debts"].sum(axis=0)
        for table, names in ((self.money, ("spent", "local")), (self.promises, ("promised", "kept")), (self.checks, ("reached", "missed"))):
            for i, name in enumerate(names):
                table[:, i] += places[name].sum(axis=0)
        self.tenders += places["tenders"].sum(axis=0)
        self.needs[:, 0] += places["lying"].sum(axis=0)
        self.needs[:, 1] += places["awards"].sum(axis=(0, 2))
        self.openings += (places["opening"][:, :, None] == np.arange(OPENINGS)).sum(axis=0)
        self.weights += card_rows["weights"].sum(axis=0).reshape(SEATS, WEIGHTS)[: len(self.kinds)]
        self.joint_games += int((places["awards"][:, :, Route.JOINT] > 0).any(axis=1).sum())
        over = (games["failed"] == 1)[:, None] & (places["carbon"] * len(self.kinds) > games["carbon_budget"][:, None])
        cost = -places["score"]["carbon"][over]
        self.over += (len(cost), cost.sum(), (cost * cost).sum())
        self.open_bidders += games["open_bidders"].sum(axis=0)
        for i, name in enumerate(SEALED):
            self.sealed[i] += games[name].sum()
        self.asked += games["asked"].sum(axis=0)
        self.got += games["got"].sum(axis=0)
        self.bids += card_rows["bids"].sum(axis=0)
        self.bids_won += card_rows["wins"].sum(axis=0)
        for table, names in ((self.contests, ("contests", "erred")), (self.sway, ("open_needs", "swayed"))):
            for i, name in enumerate(names):
                table[i] += card_rows[name].sum()
        for name in ("near_best", "poor", "kind_bids", "kind_wins"):
            setattr(self, name, getattr(self, name) + card_rows[name].sum(axis=0))
        self.count_used(places)
        self.count_badges(places)
        won = places["won"].reshape(-1)
        for name in self.cards_with_winner:
            had = (places[name].reshape(len(won), -1) > 0).astype(np.int64)
            self.cards_with_winner[name] += won @ had
            self.cards_with_others[name] += (WIN - won) @ had

    def count_used(self, places: np.ndarray[Any, Any]) -> None:
        """Count the games in which some seat of each kind of bot used each route, lab, project and badge."""
        uses = {"routes": places["tenders"] + places["awards"], "labs": places["labs"], "projects": places["projects"]}
        uses["badges"] = places["badges"]
        for name, use in uses.items():
            for kind in set(self.kinds):
                same = [place for place, its in enumerate(self.kinds) if its == kind]
                self.used[name][kind] += (use[:, same, :] > 0).any(axis=1).sum(axis=0)

    def count_badges(self, places: np.ndarray[Any, Any]) -> None:
        """Count who would have won if a badge had brought its council no points; places shared by equal scores."""
        total = places["score"]["total"]
        for place in range(len(self.kinds)):
            self.with_all[place] += wins_of(total, place)
            for badge in range(BADGES):
                changed = total.copy()
                changed[:, place] -= self.badge_points * places["badges"][:, place, badge]
                self.without_badge[place, badge] += wins_of(changed, place)


def wins_of(totals: Numbers, place: int) -> int:
    """Sixtieths of wins of a place, by scores alone; a shared place is shared out."""
    best = totals.max(axis=1)
    firsts = (totals == best[:, None]).sum(axis=1)
    return int((WIN // firsts[totals[:, place] == best]).sum())


def kinds_of(bots: Sequence[str]) -> tuple[int, ...]:
    """For each place of a line-up the first place with the same bot."""
    return tuple(list(bots).index(bot) for bot in bots)

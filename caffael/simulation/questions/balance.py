"""The balance bars of a scenario, measured: each with its figure, its interval, and whether it holds."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from caffael.bots.line_up import preset_names
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.terms import Criterion, Kind, Route
from caffael.scenario import Pack
from caffael.scenario.bars import CLOSE, POINTS, Bar
from caffael.simulation.play.laboratory import Laboratory, Outcome
from caffael.simulation.play.runs import ASKING, Run
from caffael.simulation.play.shares import Figure, difference, ratio, share
from caffael.simulation.play.tally import kinds_of
from caffael.simulation.questions import outcomes
from caffael.simulation.questions.choices import commonest_opening, first_criterion, least_criterion
from caffael.simulation.questions.weighing import against, best_rows, instead, named_for, quick, row_name, searched, share_of
from caffael.simulation.questions.worth import things_of, worth_of_things
from caffael.simulation.questions.writing import percent

SEEN = 0.01
"""A card is judged when this share of councils had it, or more."""
BIDS = 200
"""A supplier's luck with bids is judged from so many bids on."""
MOST_SHORT = 1_000.0
"""What a figure without end falls short by."""


@dataclass(frozen=True)
class Verdict:
    """A bar, or one thing of a bar that asks about several, measured."""

    bar: Bar
    thing: str
    figure: Figure
    least: float | None
    most: float | None
    games: int

    @property
    def short(self) -> float:
        """How far the figure is outside its bounds; 0 where it holds.

        What a thing is worth is a small difference of two measured shares: it falls short only where its whole interval is outside.
        """
        low, high = (self.figure.high, self.figure.low) if self.bar.measure == "barred_gap" else (self.figure.value, self.figure.value)
        if self.least is not None and low < self.least:
            return self.least - low
        if self.most is not None and high > self.most:
            return high - self.most
        return 0.0

    @property
    def holds(self) -> bool:
        """Whether the bar holds."""
        return self.short == 0

    def written(self, value: float) -> str:
        """A number of the verdict in the unit of its measure."""
        if self.bar.measure in POINTS:
            return f"{value:+.2f} points" if self.bar.measure == "score_gap" else f"{value:.2f} points"
        return f"{value:.2f} x" if self.bar.measure == "with_winner" else percent(value)

    def bounds(self) -> str:
        """The bounds of the verdict in words."""
        if self.least is None and self.most is not None:
            return f"at most {self.written(self.most)}"
        if self.most is None and self.least is not None:
            return f"at least {self.written(self.least)}"
        return f"{self.written(self.least or 0.0)} to {self.written(self.most or 0.0)}"

    def as_data(self) -> dict[str, Any]:
        """The verdict as plain data."""
        return {
            "bar": self.bar.id,
            "title": self.bar.title_en,
            "thing": self.thing,
            "measure": self.bar.measure,
            "bots": list(self.bar.bots),
            "games": self.games,
            "value": self.figure.value,
            "low": self.figure.low,
            "high": self.figure.high,
            "least": self.least,
            "most": self.most,
            "holds": self.holds,
        }


class Balance:
    """Measures bars on one pack; runs that several bars ask for are played once.

    `usual` is the scenario's usual length: for a shorter game each bar's bounds are as much wider as it says. `games` replaces the
    bars' own numbers of games, for a quick look; 0 leaves them.
    """

    def __init__(self, pack: Pack, laboratory: Laboratory, seed: int, usual: int, games: int = 0) -> None:
        self.pack = pack
        self.laboratory = laboratory
        self.seed = seed
        self.shorter = pack.years < usual
        self.games = games
        self.played: dict[tuple[Any, ...], Outcome] = {}
        self.stopped = False

    def run_of(self, bar: Bar) -> Run:
        """The run that a bar asks for."""
        weight = round(bar.weight) if bar.weight else ASKING
        return Run(self.pack, tuple(bar.bots), self.games or bar.games, self.seed, detail=True, asking=weight, closely=bar.measure in CLOSE)

    def outcome(self, bar: Bar) -> Outcome:
        """The run that a bar asks for, played once."""
        run = self.run_of(bar)
        return self.play(run, f"{bar.id}: {', '.join(run.bots)}")

    def play(self, run: Run, what: str) -> Outcome:
        """A run on the pack, played once: with the same cards, bots, games and weight asked for it is the one that was played before."""
        key = (run.pack.digest, run.bots, run.games, run.asking, run.level)
        if key not in self.played:
            self.played[key] = self.laboratory.play(run, what)
        self.stopped = self.stopped or self.played[key].stopped
        return self.played[key]

    def play_all(self, runs: list[Run], what: str) -> list[Outcome]:
        """Many small runs, played at once."""
        played = self.laboratory.play_all(runs, what)
        self.stopped = self.stopped or any(outcome.stopped for outcome in played)
        return played

    def with_presets(self, bar: Bar, names: Iterable[str]) -> dict[str, Outcome]:
        """The bar's run with each of these presets in turn, published by all."""
        found = {}
        for name in names:
            run = replace(self.run_of(bar), bots=instead(bar.bots, str(bar.of), f"{bar.of}:preset={name}"))
            found[name] = self.play(run, f"{bar.id}: {name}")
            if self.stopped:
                break
        return found

    def figures(self, bar: Bar) -> "Figures":
        """What a bar's measure comes to, for each thing that it asks about; nothing that counts once Ctrl-C has stopped the play."""
        if bar.measure in APART:
            return APART[bar.measure](self, bar)
        outcome = self.outcome(bar)
        return [] if self.stopped else MEASURES[bar.measure](self, bar, outcome)

    def verdicts(self, bar: Bar) -> list[Verdict]:
        """A bar's verdicts: one, or one for each thing that it asks about. None once Ctrl-C has stopped the play."""
        figures = self.figures(bar)
        if self.stopped:
            return []
        wider = bar.wider if self.shorter else 0.0
        least = None if bar.least is None else bar.least - wider
        most = None if bar.most is None else bar.most + wider
        return [Verdict(bar, thing, figure, least, most, self.run_of(bar).games) for thing, figure in figures]


Figures = list[tuple[str, Figure]]


def seat_share(_: Balance, bar: Bar, outcome: Outcome) -> Figures:
    """Each seat's share of wins."""
    return [(f"seat {seat}", outcomes.seat_share(outcome, str(seat))) for seat in range(1, len(bar.bots) + 1)]


def score_gap(_: Balance, bar: Bar, outcome: Outcome) -> Figures:
    """A bot's mean score less that of the others in its games."""
    others = {name for name in bar.bots if name != bar.of}
    return [
        (f"{bar.of} less {other}", difference(outcomes.mean_score(outcome, str(bar.of)), outcomes.mean_score(outcome, other)))
        for other in sorted(others)
    ]


def used_share(balance: Balance, bar: Bar, outcome: Outcome) -> Figures:
    """The share of games in which a bot uses each thing."""
    kind = kinds_of(bar.bots)[bar.bots.index(str(bar.of))]
    used = outcome.tally.used[str(bar.things)][kind]
    names = things_of(balance.pack, str(bar.things))
    everything = all_names(balance.pack, str(bar.things))
    return [(name, share(int(used[everything.index(name)]), outcome.tally.finished)) for name in names]


def all_names(pack: Pack, kind: str) -> list[str]:
    """The names of all routes, those that are off too, so that a name stands at its number; other things as they are."""
    return [route.name.lower() for route in Route] if kind == "routes" else list(things_of(pack, kind))


def barred_gap(balance: Balance, bar: Bar, outcome: Outcome) -> Figures:
    """What each thing is worth to the first bot, in share of wins."""
    run = replace(balance.run_of(bar), detail=True)
    worths, stopped = worth_of_things(run, things_of(balance.pack, str(bar.things)), balance.laboratory, outcome)
    balance.stopped = balance.stopped or stopped
    return [(worth.thing, worth.gap) for worth in worths]


def with_winner(balance: Balance, bar: Bar, outcome: Outcome) -> Figures:
    """The card that is with the winner most often, as against the others: how many times as often."""
    return [max(card_ratios(balance.pack, outcome, str(bar.things)), key=lambda found: found[1].value)]


def card_ratios(pack: Pack, outcome: Outcome, kind: str) -> Figures:
    """For each supplier or need that is seen often enough: how many times as often it is with the winner as with another council."""
    tally, names = outcome.tally, things_of(pack, kind)
    winners, others = tally.cards_with_winner[kind] / 60, tally.cards_with_others[kind] / 60
    winning = float(tally.finished)
    losing = winning * (len(outcome.run.bots) - 1)
    found = []
    for i, name in enumerate(names):
        if winners[i] + others[i] >= SEEN * (winning + losing):
            found.append((name, ratio(float(winners[i]), winning, float(others[i]), losing)))
    return found or [("", Figure(0.0, 0.0, 0.0))]


def supplier_wins(balance: Balance, _: Bar, outcome: Outcome) -> Figures:
    """The supplier that wins the largest share of the tenders for which it and others bid."""
    return [max(bid_shares(balance.pack, outcome), key=lambda found: found[1].value)]


def bid_shares(pack: Pack, outcome: Outcome) -> Figures:
    """For each supplier with enough bids: the share of them that win."""
    tally = outcome.tally
    found = [
        (name, share(int(tally.bids_won[i]), int(tally.bids[i]))) for i, name in enumerate(pack.ids.suppliers) if tally.bids[i] >= BIDS
    ]
    return found or [("", Figure(0.0, 0.0, 0.0))]


def climate_event_cost(balance: Balance, _: Bar, outcome: Outcome) -> Figures:
    """What a climate event costs the average council, in points: the same games without any, less those with them, for each that came."""
    cards = Cards()
    copy_into(cards, balance.pack.cards)
    cards.settings.climate_events = 0
    calm = balance.play(replace(outcome.run, pack=balance.pack.with_cards(cards)), "without climate events")
    if not outcome.tally.climate_come or balance.stopped:
        return [("", Figure(0.0, 0.0, 0.0))]
    events = outcome.tally.climate_come / outcome.tally.finished
    gap = difference(outcomes.every_score(calm), outcomes.every_score(outcome))
    return [("", Figure(gap.value / events, gap.low / events, gap.high / events))]


def fixed_weights(balance: Balance, bar: Bar) -> Figures:
    """What the best single row of weights scores, as a share of what the bot itself scores in the same games.

    Every row is tried in few games by the quick bot of the same taste, on the same deals; the best few play as many as the bar says.
    """
    run, of, rows = balance.run_of(bar), str(bar.of), balance.pack.ids.weights
    few, own = replace(run, detail=False, games=searched(run.games)), quick(of)
    bots = instead(bar.bots, of, own)
    others = [f"{own}:weights={row}" for row in rows]
    tried = balance.play_all([replace(few, bots=against(bots, own, other)) for other in others], f"{bar.id}: each row of weights")
    if balance.stopped:
        return []
    found = []
    for row in best_rows(share_of(outcome, own, other).value for outcome, other in zip(tried, others, strict=True)):
        other = f"{of}:weights={rows[row]}"
        outcome = balance.play(replace(run, detail=False, bots=against(bar.bots, of, other)), f"{bar.id}: {rows[row]}")
        if balance.stopped:
            return []
        found.append((row_name(balance.pack, row), share_of(outcome, of, other)))
    return [max(found, key=lambda each: each[1].value)] if found else [("", Figure(0.0, 0.0, 0.0))]


def preset_worth(balance: Balance, bar: Bar) -> Figures:
    """For each preset: what it scores when it is published always, as a share of what the bot itself scores in the same games."""
    run, of = balance.run_of(bar), str(bar.of)
    found = []
    for name in preset_names(balance.pack.ids):
        other = f"{of}:preset={name}"
        outcome = balance.play(replace(run, detail=False, bots=against(bar.bots, of, other)), f"{bar.id}: {name}")
        if balance.stopped:
            return []
        found.append((name, share_of(outcome, of, other)))
    return found


def named(balance: Balance, bar: Bar, measure: Callable[[Outcome, Criterion], Figure]) -> Figures:
    """For each preset that is named for one criterion: how its winners stand on it."""
    criteria = named_for(balance.pack)
    return [(name, measure(outcome, criteria[name])) for name, outcome in balance.with_presets(bar, criteria).items()]


def preview_errs(balance: Balance, bar: Bar) -> Figures:
    """The share of tenders that another wins than was to be expected as printed, over all presets in turn."""
    played = balance.with_presets(bar, preset_names(balance.pack.ids)).values()
    contests, erred = (sum(int(outcome.tally.contests[i]) for outcome in played) for i in (0, 1))
    return [("", share(erred, contests))]


def kind_wins(balance: Balance, bar: Bar) -> Figures:
    """For each kind of supplier in the scenario: the share of the tenders for which it and others bid that it wins, over all presets."""
    played = balance.with_presets(bar, preset_names(balance.pack.ids)).values()
    bids, wins = (sum(getattr(outcome.tally, table) for outcome in played) for table in ("kind_bids", "kind_wins"))
    cards = balance.pack.cards
    kinds = sorted({cards.suppliers[i].kind for i in range(cards.supplier_count)})
    return [(Kind(kind).name.lower().replace("_", "-"), share(int(wins[kind]), int(bids[kind]))) for kind in kinds]


def plain(measure: Callable[[Outcome, str], Figure], field: str = "") -> Callable[[Balance, Bar, Outcome], Figures]:
    """A measure that is an outcome, of what a field of the bar names."""

    def measured(_: Balance, bar: Bar, outcome: Outcome) -> Figures:
        of = str(getattr(bar, field)) if field else ""
        return [(of, measure(outcome, of))]

    return measured


MEASURES: dict[str, Callable[[Balance, Bar, Outcome], Figures]] = {
    "seat_share": seat_share,
    "win_share": plain(outcomes.win_share, "of"),
    "failed_share": plain(outcomes.failed_share),
    "score_gap": score_gap,
    "bidders_share": plain(outcomes.bidders_share, "bidders"),
    "no_bid_share": plain(outcomes.no_bid_share),
    "weight_wins": plain(outcomes.asked_and_got, "criterion"),
    "used_share": used_share,
    "barred_gap": barred_gap,
    "with_winner": with_winner,
    "supplier_wins": supplier_wins,
    "leader_wins": plain(outcomes.leader_wins),
    "bought_share": plain(outcomes.bought_share, "of"),
    "spread": plain(outcomes.spread),
    "joint_games": plain(outcomes.joint_games),
    "first_actions": lambda _, bar, outcome: [commonest_opening(outcome, str(bar.of))],
    "first_criterion": lambda _, bar, outcome: first_criterion(outcome, str(bar.of)),
    "least_criterion": lambda _, bar, outcome: least_criterion(outcome, str(bar.of)),
    "over_cost": plain(outcomes.over_cost),
    "climate_event_cost": climate_event_cost,
    "swayed": plain(outcomes.swayed),
}
"""How each measure of a bar's own run is taken: a figure, or one for each thing."""
APART: dict[str, Callable[[Balance, Bar], Figures]] = {
    "fixed_weights": fixed_weights,
    "preset_worth": preset_worth,
    "named_first": lambda balance, bar: named(balance, bar, outcomes.near_best),
    "named_poor": lambda balance, bar: named(balance, bar, outcomes.poor),
    "preview_errs": preview_errs,
    "kind_wins": kind_wins,
}
"""How each measure is taken for which others play than the bar's line-up as it stands."""


def check_bars(
    pack: Pack, bars: Sequence[Bar], laboratory: Laboratory, seed: int, usual: int, games: int = 0
) -> tuple[list[Verdict], bool]:
    """The verdicts of all bars, and whether Ctrl-C broke it off.

    Raises NoSuchBotError or NoSuchOutcomeError for a bar that can't be measured.
    """
    balance = Balance(pack, laboratory, seed, usual, games)
    found: list[Verdict] = []
    for bar in bars:
        if not balance.stopped:
            found += balance.verdicts(bar)
    return found, balance.stopped


def as_data(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Verdicts as plain data."""
    return {"holds": all(verdict.holds for verdict in verdicts), "bars": [verdict.as_data() for verdict in verdicts]}


def shortfall(verdicts: Sequence[Verdict]) -> float:
    """How far figures fall short in all: each by its distance from its bounds, over their width, or over the bound where there is one."""
    return float(sum(min(verdict.short / width(verdict), MOST_SHORT) for verdict in verdicts))


def width(verdict: Verdict) -> float:
    """What a distance from the bounds of a verdict is measured by."""
    bounds = [bound for bound in (verdict.least, verdict.most) if bound is not None]
    return (max(bounds) - min(bounds) if len(bounds) == 2 else abs(bounds[0])) or 1.0

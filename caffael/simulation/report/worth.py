"""What every route, lab, project and badge is worth, and who uses it; those that are dead, a must or a trap named in sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caffael.scenario import Pack
from caffael.scenario.bars import Bar
from caffael.simulation.play.laboratory import Outcome
from caffael.simulation.play.shares import Figure, share
from caffael.simulation.play.tally import THINGS, kinds_of
from caffael.simulation.questions.balance import BIDS, SEEN, all_names, bid_shares, card_ratios
from caffael.simulation.questions.worth import things_of
from caffael.simulation.questions.writing import percent
from caffael.simulation.report.drawing import Interval, intervals
from caffael.simulation.report.parts import (
    BAD,
    GOOD,
    KIND_NAMES,
    Picture,
    Row,
    Section,
    Sentences,
    Table,
    line_up_name,
    name_of,
    percent_and_interval,
    points,
    points_and_interval,
    times,
    times_and_interval,
)
from caffael.simulation.report.runs import EQUAL, Findings, Worths, has_planner

LEAST_USED = 0.05
MOST_WORTH = 0.08
"""What a thing may bring before it is a must, in share of wins, where no bar of the scenario says it."""


@dataclass(frozen=True)
class User:
    """A bot of a run, asked what it uses."""

    outcome: Outcome
    bot: str

    def share_of(self, kind: str, thing: str) -> Figure:
        """The share of games in which the bot uses a thing."""
        run, tally = self.outcome.run, self.outcome.tally
        used = tally.used[kind][kinds_of(run.bots)[run.bots.index(self.bot)]]
        return share(int(used[all_names(run.pack, kind).index(thing)]), tally.finished)


def worth_section(findings: Findings) -> Section:
    """Worth and use of everything."""
    pack = findings.wanted.pack
    told = list(worth_sentences(findings))
    parts: list[Sentences | Picture | Table] = [
        Sentences(told, listed=True, tone=BAD)
        if told
        else Sentences(["No route, lab, project or badge is dead, a must or a trap."], tone=GOOD)
    ]
    for worths in findings.worths:
        if worths.figures:
            parts += [worth_picture(pack, worths), worth_table(findings, worths)]
        else:
            parts.append(Sentences([f"This scenario has no {worths.kind}."]))
    return Section("worth", "What things are worth", parts)


def worth_picture(pack: Pack, worths: Worths) -> Picture:
    """What the things of a kind are worth, with intervals."""
    title = f"What {worths.kind} are worth to {worths.bots[0]}"
    rows = [Interval(name_of(pack, worths.kind, thing), figure) for thing, figure in worths.figures]
    drawing = intervals(f"worth-{worths.kind}", title, rows, points, points_and_interval)
    caption = f"{title}, in percentage points of wins, with 95 % intervals ({worths.games:,} games each: {line_up_name(worths.bots)})."
    return Picture(drawing, caption)


def users(findings: Findings) -> list[User]:
    """Whose use is told: a balanced council among its like, and a planner where one played."""
    found = [User(findings.run_of(EQUAL), EQUAL[0])]
    thinking = findings.thinking
    return found + ([User(thinking, next(bot for bot in thinking.run.bots if has_planner([bot])))] if thinking else [])


def worth_table(findings: Findings, worths: Worths) -> Table:
    """What the things of a kind are worth, and in how many games they are used."""
    asked, pack, kind = users(findings), findings.wanted.pack, worths.kind
    rows = [
        Row(
            name_of(pack, kind, thing),
            (points_and_interval(gap), *(percent_and_interval(user.share_of(kind, thing)) for user in asked)),
            code=thing,
        )
        for thing, gap in worths.figures
    ]
    heads = (KIND_NAMES[kind], "Worth in points of wins", *(f"Games in which {user.bot} uses it" for user in asked))
    return Table(f"{KIND_NAMES[kind]}s: worth and use", heads, rows)


def bound_of(bars: Sequence[Bar], measure: str, kind: str, end: str, usual: float) -> float:
    """A bound that a bar of the scenario sets for things of a kind, or the usual one."""
    found = [getattr(bar, end) for bar in bars if bar.measure == measure and bar.things in {kind, None} and getattr(bar, end) is not None]
    return float(found[0]) if found else usual


def worth_sentences(findings: Findings) -> Iterator[str]:
    """What is unused, hardly used, a must or a trap, in plain sentences."""
    for kind in THINGS:
        for thing in things_of(findings.wanted.pack, kind):
            told = use_sentence(findings, kind, thing)
            if told:
                yield told
    for worths in findings.worths:
        most = bound_of(findings.wanted.bars, "barred_gap", worths.kind, "most", MOST_WORTH)
        for thing, gap in worths.figures:
            name = called(findings.wanted.pack, worths.kind, thing)
            if gap.low > most:
                yield f"{name} is a must: without it {worths.bots[0]} wins {gap.value * 100:.1f} percentage points less."
            elif gap.high < 0:
                yield f"{name} is a trap: without it {worths.bots[0]} wins {-gap.value * 100:.1f} percentage points more."


def use_sentence(findings: Findings, kind: str, thing: str) -> str:
    """That a thing is never used, or hardly ever by the bot that thinks most; empty where it is used enough."""
    name = called(findings.wanted.pack, kind, thing)
    everybody = [User(outcome, bot) for outcome in findings.line_ups for bot in dict.fromkeys(outcome.run.bots)]
    if not any(user.share_of(kind, thing).value for user in everybody):
        return f"Nobody ever used {name} in {sum(outcome.tally.finished for outcome in findings.line_ups):,} games."
    user = users(findings)[-1]
    used = user.share_of(kind, thing).value
    if used < bound_of(findings.wanted.bars, "used_share", kind, "least", LEAST_USED):
        return f"{name} is hardly used: {user.bot} uses it in {percent(used)} of games."
    return ""


def called(pack: Pack, kind: str, thing: str) -> str:
    """A thing in a sentence: the project Warm Homes."""
    return f"the {KIND_NAMES[kind].lower()} “{name_of(pack, kind, thing)}”"


KINDS = ("suppliers", "needs")
MOST_TIMES = 2.0
MOST_BIDS = 0.60
"""What a card may be before it is dominant, where no bar of the scenario says it."""


@dataclass(frozen=True)
class Card:
    """A supplier or need in the games of equals. Shares are of councils; `ever` counts councils of all line-ups that had it.

    `ratio` is None where it was seen too seldom to say, `wins` where it bid too seldom (a need never bids).
    """

    kind: str
    id: str
    name: str
    had: float
    ever: float
    ratio: Figure | None
    bids: int
    wins: Figure | None


def cards_of(findings: Findings, kind: str) -> list[Card]:
    """The cards of a kind, those that are contracted most often first."""
    pack, equal = findings.wanted.pack, findings.run_of(EQUAL)
    tally, tallies = equal.tally, [outcome.tally for outcome in findings.line_ups]
    councils = max(tally.finished * len(equal.run.bots), 1)
    ratios = dict(card_ratios(pack, equal, kind))
    wins = dict(bid_shares(pack, equal)) if kind == "suppliers" else {}
    found = []
    for number, thing in enumerate(things_of(pack, kind)):
        had, ever = (
            sum(int(its.cards_with_winner[kind][number] + its.cards_with_others[kind][number]) for its in some) / 60
            for some in ([tally], tallies)
        )
        bids = int(tally.bids[number]) if kind == "suppliers" else 0
        found.append(Card(kind, thing, name_of(pack, kind, thing), had / councils, ever, ratios.get(thing), bids, wins.get(thing)))
    return sorted(found, key=lambda card: -card.had)


def cards_section(findings: Findings) -> Section:
    """Both kinds of cards, after what is dead or dominant among them."""
    cards = {kind: cards_of(findings, kind) for kind in KINDS}
    told = [sentence for kind in KINDS for sentence in card_sentences(findings, cards[kind])]
    summing = Sentences(told, listed=True, tone=BAD) if told else Sentences(["No supplier and no need is dead or dominant."], tone=GOOD)
    equal = findings.run_of(EQUAL)
    how = (
        f"From {equal.tally.games:,} games of {line_up_name(equal.run.bots)}. A ratio of 2 says that a card is with the winner twice as "
        f"often as with another council; it is told from {percent(SEEN)} of councils on, the share of bids won from {BIDS} bids on."
    )
    return Section("cards", "Suppliers and needs", [summing, Sentences([how]), *(cards_table(kind, cards[kind]) for kind in KINDS)])


def cards_table(kind: str, cards: Sequence[Card]) -> Table:
    """Every card of a kind."""
    heads: tuple[str, ...] = (KIND_NAMES[kind], "Councils that had it", "With the winner, times as often")
    if kind == "suppliers":
        heads += ("Bids against others", "Of these won")
    rows = []
    for card in cards:
        cells: tuple[str, ...] = (percent(card.had), "too seldom seen" if card.ratio is None else times_and_interval(card.ratio))
        if kind == "suppliers":
            cells += (f"{card.bids:,}", "too few bids" if card.wins is None else percent_and_interval(card.wins))
        rows.append(Row(card.name, cells, code=card.id))
    return Table(f"Every {KIND_NAMES[kind].lower()}, those contracted most often first", heads, rows)


def card_sentences(findings: Findings, cards: Sequence[Card]) -> Iterator[str]:
    """The dead and the dominant cards of a kind, in plain sentences. A ratio is told only where its interval leaves out 1."""
    bars = findings.wanted.bars
    games = sum(outcome.tally.finished for outcome in findings.line_ups)
    for card in cards:
        most = bound_of(bars, "with_winner", card.kind, "most", MOST_TIMES)
        name = f"the {KIND_NAMES[card.kind].lower()} “{card.name}”"
        if card.ever == 0:
            yield f"Nobody ever contracted {name} in {games:,} games."
        elif card.had < SEEN:
            yield f"{name} is hardly used: {percent(card.had)} of councils had it."
        if card.ratio is not None and card.ratio.value > most and card.ratio.low > 1:
            yield f"{name} is with the winner {times(card.ratio.value)} times as often as with others."
        if card.ratio is not None and card.ratio.value < 1 / most and card.ratio.high < 1:
            yield f"{name} is with the winner only {times(card.ratio.value)} times as often as with others."
        if card.wins is not None and card.wins.value > bound_of(bars, "supplier_wins", card.kind, "most", MOST_BIDS):
            yield f"{name} wins {percent(card.wins.value)} of what it bids for."
        if card.wins is not None and card.wins.value == 0:
            yield f"{name} never wins what it bids for."

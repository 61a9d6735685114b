"""Every supplier and need: how often it is contracted, with whom, and what is dead or dominant among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caffael.simulation.play.shares import Figure
from caffael.simulation.questions.balance import BIDS, SEEN, bid_shares, card_ratios
from caffael.simulation.questions.numbers_in_words import percent
from caffael.simulation.questions.worth import things_of
from caffael.simulation.report.names import KIND_NAMES, line_up_name, name_of, percent_and_interval, times, times_and_interval
from caffael.simulation.report.parts import BAD, GOOD, Row, Section, Sentences, Table
from caffael.simulation.report.runs import EQUAL, Findings
from caffael.simulation.report.worth import bound_of

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

"""One sentence under the expected table: why the likely winner leads, and which small change would make another win."""

from collections.abc import Callable
from dataclasses import dataclass

from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.weights import WeightRows
from caffael.presentation.viewer import Viewer
from caffael.rules.cards import Cards
from caffael.rules.records import Table
from caffael.rules.tender import weigh
from caffael.rules.terms import CRITERIA, NONE, Criterion
from caffael.words.language import words

STEPS = (1, 2)
TENTH = 10_000
"""A tenth of a point."""
LEADS = {
    int(Criterion.PRICE): words("{supplier} would win by {margin} points, most of all on price. Second: {other}."),
    int(Criterion.QUALITY): words("{supplier} would win by {margin} points, most of all on quality. Second: {other}."),
    int(Criterion.SOCIAL_VALUE): words("{supplier} would win by {margin} points, most of all on social value. Second: {other}."),
    int(Criterion.CARBON): words("{supplier} would win by {margin} points, most of all on carbon. Second: {other}."),
}
PEOPLE_LEADS = {
    int(Criterion.QUALITY): words("{supplier} would win by {margin} points, most of all on people. Second: {other}."),
    int(Criterion.CARBON): words("{supplier} would win by {margin} points, most of all on planet. Second: {other}."),
}
FLIPS = {
    int(Criterion.PRICE): words("With price at {percent}, {supplier} would win."),
    int(Criterion.QUALITY): words("With quality at {percent}, {supplier} would win."),
    int(Criterion.SOCIAL_VALUE): words("With social value at {percent}, {supplier} would win."),
    int(Criterion.CARBON): words("With carbon at {percent}, {supplier} would win."),
}
PEOPLE_FLIPS = {
    int(Criterion.QUALITY): words("With people at {percent}, {supplier} would win."),
    int(Criterion.CARBON): words("With planet at {percent}, {supplier} would win."),
}


@dataclass(frozen=True, slots=True)
class Flip:
    """A change of one weight that makes another supplier win."""

    criterion: int
    percent: int
    supplier: int


@dataclass(frozen=True, slots=True)
class Lead:
    """By how much the first of a table leads the second (100,000 to the point), and on which criterion it gains most; NONE: on none."""

    first: int
    second: int
    margin: int
    criterion: int


def lead_of(table: Table, weights: tuple[int, ...]) -> Lead | None:
    """The lead of a weighed table; None with fewer than two bids."""
    if table.count < 2:
        return None
    first = table.bidders[table.winner]
    second = next(bidder for bidder in table.bidders[: table.count] if bidder.rank == 1)
    gains = [weights[at] * (first.scores[at] - second.scores[at]) for at in range(CRITERIA)]
    best = max(range(CRITERIA), key=gains.__getitem__)
    return Lead(first.supplier, second.supplier, first.total - second.total, best if gains[best] > 0 else NONE)


def find_flip(cards: Cards, rows: WeightRows, weights: int, table: Table, reached: Callable[[int, int], int]) -> Flip | None:
    """The smallest change of one weight, by a step or two, that makes another supplier win; more of something before less of it.

    `reached` says which row a slider ends in; the table is weighed again by `weights` afterwards.
    """
    if table.count < 2:
        return None
    winner = table.bidders[table.winner].supplier
    found = None
    for steps in [sign * step for step in STEPS for sign in (1, -1)]:
        for criterion in rows.criteria:
            percent = rows.rows[weights][criterion]
            value = rows.stepped(criterion, percent, steps)
            if found is not None or value == percent:
                continue
            weigh(cards, reached(criterion, value), table)
            if table.bidders[table.winner].supplier != winner:
                found = Flip(criterion, value, table.bidders[table.winner].supplier)
    weigh(cards, weights, table)
    return found


def find_card(cards: Cards, weights: int, table: Table) -> tuple[int, int] | None:
    """The first other row of weights with which another supplier wins, and that supplier; the table is weighed again by `weights`."""
    if table.count < 2:
        return None
    winner = table.bidders[table.winner].supplier
    found = None
    for row in range(cards.weights_count):
        if row != weights and found is None:
            weigh(cards, row, table)
            if table.bidders[table.winner].supplier != winner:
                found = row, table.bidders[table.winner].supplier
    weigh(cards, weights, table)
    return found


def advice_text(viewer: Viewer, draft: Draft, table: Table) -> str:
    """Why the likely winner leads, and what would make another win; for a sole bidder that there is no competition."""
    lead = lead_of(table, draft.percentages)
    if lead is None:
        return viewer.text("No competition: only {supplier} can bid.", supplier=viewer.supplier(table.bidders[0].supplier))
    other = _card_text(viewer, draft, table) if viewer.pack.texts.weight_cards else _flip_text(viewer, draft, table)
    return f"{_lead_text(viewer, lead)} {other}"


def _lead_text(viewer: Viewer, lead: Lead) -> str:
    """Why the likely winner leads."""
    first, second = viewer.supplier(lead.first), viewer.supplier(lead.second)
    if lead.margin == 0:
        return viewer.text(
            "{supplier} would win a tie with {other}: better quality wins, then the lower price, then the older card.",
            supplier=first,
            other=second,
        )
    if lead.margin < TENTH:
        return viewer.text("It is very close: {supplier} would win by less than 0.1 points. Second: {other}.", supplier=first, other=second)
    margin = viewer.language.score(lead.margin)
    if lead.criterion == NONE:
        return viewer.text("{supplier} would win by {margin} points. Second: {other}.", supplier=first, margin=margin, other=second)
    sentences = {**LEADS, **PEOPLE_LEADS} if viewer.joined else LEADS
    return viewer.text(sentences[lead.criterion], supplier=first, margin=margin, other=second)


def _flip_text(viewer: Viewer, draft: Draft, table: Table) -> str:
    """Which change of one weight would make another win."""
    flip = find_flip(draft.cards, draft.rows, draft.weights, table, draft.reached)
    if flip is None:
        return viewer.text("No small change of one weight would make another win.")
    sentences = {**FLIPS, **PEOPLE_FLIPS} if viewer.joined else FLIPS
    percent = viewer.language.percent(flip.percent)
    return viewer.text(sentences[flip.criterion], percent=percent, supplier=viewer.supplier(flip.supplier))


def _card_text(viewer: Viewer, draft: Draft, table: Table) -> str:
    """Which other weight card would make another win."""
    found = find_card(draft.cards, draft.weights, table)
    if found is None:
        return viewer.text("With any other card the same supplier would win.")
    card, supplier = found
    title = viewer.pack.texts.weight_cards[card].title(viewer.code)
    return viewer.text("With the card “{card}”, {supplier} would win.", card=title, supplier=viewer.supplier(supplier))

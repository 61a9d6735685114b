"""What would come of a tender as printed: its bidders with their points, what decides between them, or who can't bid, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from caffael.presentation.bidders import Bought, bidder_face, reliability_fact
from caffael.presentation.blocks import Bid, Block, Group, Line, Text
from caffael.presentation.press import Open
from caffael.presentation.sheets.bid import Tendered
from caffael.presentation.tender.draft import Draft, WeightRows
from caffael.presentation.tender.price import draft_text
from caffael.presentation.viewer import Viewer
from caffael.rules.cards import Cards
from caffael.rules.delivery import CULTURE
from caffael.rules.records import Bidder, State, Table
from caffael.rules.tender import can_bid, is_engaged, tender_size, weigh
from caffael.rules.terms import CRITERIA, NONE, Criterion, Route, Scope
from caffael.words.language import divided, tenths, words
from caffael.words.looks import KIND_IDS
from caffael.words.sentences import goal_name


class Hindrance(Enum):
    """What keeps a supplier of the category from bidding."""

    BUSY = words("no free place for another contract")
    TOO_LARGE = words("the contract is too large for it")
    NOT_SUPPORTED = words("not a supported employment provider")
    NOT_LOCAL = words("not a local firm")
    NOT_SMALL = words("not a small firm")
    NOT_ASKED = words("further back in the row, so not asked")


@dataclass(frozen=True, slots=True)
class ShutOut:
    """A supplier of the market that serves the category and can't bid."""

    supplier: int
    hindrance: Hindrance


def shut_out(cards: Cards, state: State, need: int, partner: int, route: int, scope: int, bidders: list[int]) -> list[ShutOut]:
    """The suppliers of the row that serve a need's category and are not among the bidders, in the order of the row."""
    category = cards.needs[need].category
    found: list[ShutOut] = []
    for place in range(state.market_count):
        supplier = state.market[place]
        if cards.suppliers[supplier].categories[category] == 1 and supplier not in bidders:
            found.append(ShutOut(supplier, _hindrance(cards, state, supplier, category, tender_size(cards, need, partner), route, scope)))
    return found


def _hindrance(cards: Cards, state: State, supplier: int, category: int, size: int, route: int, scope: int) -> Hindrance:
    if can_bid(cards, state, supplier, category, size, route, scope):
        return Hindrance.NOT_ASKED
    if not can_bid(cards, state, supplier, category, 0, Route.OPEN, Scope.ALL):
        return Hindrance.BUSY
    if not can_bid(cards, state, supplier, category, size, Route.LOTS if route == Route.LOTS else Route.OPEN, Scope.ALL):
        return Hindrance.TOO_LARGE
    if route == Route.RESERVED:
        return Hindrance.NOT_SUPPORTED
    return Hindrance.NOT_LOCAL if scope == Scope.LOCAL else Hindrance.NOT_SMALL


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
    """By how much the first of a table leads the second (100,000 to the point), on which criterion it gains most, and how much there.

    The criterion is NONE where it gains on none. `shown` is the lead in tenths of a point as it follows
    from the two scores that are shown.
    """

    first: int
    second: int
    margin: int
    criterion: int
    gain: int
    shown: int


def lead_of(table: Table, weights: tuple[int, ...]) -> Lead | None:
    """The lead of a weighed table; None with fewer than two bids."""
    if table.count < 2:
        return None
    first = table.bidders[table.winner]
    second = next(bidder for bidder in table.bidders[: table.count] if bidder.rank == 1)
    gains = [weights[at] * (first.scores[at] - second.scores[at]) for at in range(CRITERIA)]
    best = max(range(CRITERIA), key=gains.__getitem__)
    shown = divided(first.total, TENTH) - divided(second.total, TENTH)
    most = best if gains[best] > 0 else NONE
    return Lead(first.supplier, second.supplier, first.total - second.total, most, max(0, gains[best]), shown)


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
        sole = viewer.text("No competition: only {supplier} can bid.", supplier=viewer.supplier(table.bidders[0].supplier))
        return " ".join(part for part in (sole, *warnings_of(viewer, draft, table.bidders[0])) if part)
    other = _card_text(viewer, draft, table) if viewer.pack.texts.weight_cards else _flip_text(viewer, draft, table)
    told = (_lead_text(viewer, lead), *warnings_of(viewer, draft, table.bidders[table.winner]), other)
    return " ".join(part for part in told if part)


def warnings_of(viewer: Viewer, draft: Draft, bidder: Bidder) -> tuple[str, str]:
    """What no weight counts and goes against the likely winner."""
    return unreliable_text(viewer, draft, bidder), duty_text(viewer, draft, bidder)


def duty_text(viewer: Viewer, draft: Draft, bidder: Bidder) -> str:
    """A warning where the public meets a service that the likely winner does not give in Welsh; empty where nothing is lost by it."""
    cards = viewer.cards
    if cards.settings.welsh_duty == 0 or cards.needs[draft.need].public == 0 or cards.suppliers[bidder.supplier].welsh == 1:
        return ""
    goal = goal_name(viewer.language, CULTURE)
    return viewer.text("The public meets this service, and it would not be given in Welsh: “{goal}” falls by 1 a year.", goal=goal)


UNRELIABLE = 2
"""So reliable at most is a supplier that misses most of its checks unless somebody helps."""


def unreliable_text(viewer: Viewer, draft: Draft, bidder: Bidder) -> str:
    """A warning where the likely winner is known, or reputed, to be unreliable; empty where it is not."""
    reliability, _ = reliability_fact(viewer, draft.bought, bidder)
    number = int(reliability.rstrip("?"))
    if number > UNRELIABLE:
        return ""
    return viewer.text("Mind its reliability: {n} of 6. It may often not deliver.", n=number)


def _lead_text(viewer: Viewer, lead: Lead) -> str:
    """Why the likely winner leads."""
    first, second = viewer.supplier(lead.first), viewer.supplier(lead.second)
    if lead.margin == 0:
        return viewer.text(
            "{supplier} would win a tie with {other}: better quality wins, then the lower price, then the older card.",
            supplier=first,
            other=second,
        )
    if lead.shown == 0:
        return viewer.text("It is very close: {supplier} would win by less than 0.1 points. Second: {other}.", supplier=first, other=second)
    margin = tenths(lead.shown, keep=True)
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


TOP_POINTS = 100_000
"""A weighted total counts so many to the point."""


def points_of(bidder: Bidder, weights: tuple[int, ...]) -> tuple[float, ...]:
    """The points a bidder gets on each criterion; together they are its total."""
    return tuple(weights[at] * bidder.scores[at] / TOP_POINTS for at in range(CRITERIA))


def bid_said(viewer: Viewer, bidder: Bidder, weights: tuple[int, ...]) -> str:
    """A bidder's place, price and points, as its row is read out; the price alone where nothing was weighed."""
    language = viewer.language
    if not any(weights):
        return viewer.text("Price: {price}.", price=language.money(bidder.bid))
    return viewer.text(
        "Place {place}. Price: {price}. Points: {points}.",
        place=bidder.rank + 1,
        price=language.money(bidder.bid),
        points=language.score(bidder.total),
    )


def weighed_bids(viewer: Viewer, table: Table, weights: tuple[int, ...], bought: Bought) -> tuple[Bid, ...]:
    """The bidders of a weighed table, the likely winner first."""
    faces = {bidder.supplier: bidder_face(viewer, bidder, bought) for bidder in table.bidders[: table.count]}
    return tuple(
        Bid(
            id=f"bidder.{bidder.supplier}",
            face=faces[bidder.supplier],
            said=f"{bid_said(viewer, bidder, weights)} {faces[bidder.supplier].said}",
            points=points_of(bidder, weights),
            total=viewer.language.score(bidder.total),
            rank=bidder.rank,
            turns=Open("bidder", (bidder.supplier,)),
        )
        for bidder in sorted(table.bidders[: table.count], key=lambda bidder: bidder.rank)
    )


def expected_group(viewer: Viewer, draft: Draft) -> Group:
    """Who could bid, with points and what decides; where nobody can, who serves the category, and why none of them can."""
    table, title = draft.table(), viewer.text("If you published this now, as printed")
    if table.count == 0:
        warning = viewer.text("Nobody can bid for this. If you publish, the days are gone and the need stays.")
        found = shut_out(draft.cards, draft.state, draft.need, draft.partner, draft.route, draft.scope, [])
        return Group("expected", title, nobody(viewer, warning, found))
    bids = weighed_bids(viewer, table, draft.percentages, draft.bought)
    money = draft_text(viewer, draft)
    advice = Text(advice_text(viewer, draft, table), "lead", "advice")
    return Group("expected", title, (*bids, advice, *(() if money is None else (money,))))


def tendered(draft: Draft, supplier: int) -> Tendered:
    """A bid as printed among the others of a draft: what the sheets that explain it are about."""
    change = draft.state.councils[draft.seat].price_change[draft.cards.needs[draft.need].category]
    weights = draft.percentages if draft.weighs else (0,) * CRITERIA
    return Tendered(draft.need, draft.partner, draft.route, change, draft.table(), supplier, weights, draft.seat)


def nobody(viewer: Viewer, warning: str, found: list[ShutOut]) -> tuple[Block, ...]:
    """A warning that nobody can bid, and who of the category can't, each with the reason."""
    title = viewer.text("Who can't bid, and why") if found else viewer.text("No supplier in the market serves this category now.")
    lines = tuple(
        Line(
            viewer.supplier(one.supplier),
            words=viewer.text(one.hindrance.value),
            picture=KIND_IDS[viewer.cards.suppliers[one.supplier].kind],
            ink="ink_soft",
            id=f"shut out.{one.supplier}",
        )
        for one in found
    )
    return Text(warning, "alert", "nobody"), Group("shut out", title, lines)


def bid_card_note(viewer: Viewer, draft: Draft) -> str:
    """How far true bids may lie from the printed ones; empty where no bid cards are turned up."""
    cards, percent = viewer.cards, viewer.language.percent
    deck = cards.bid_cards[: cards.bid_card_count]
    if cards.settings.bid_cards == 0 or not deck or draft.route in (Route.FRAMEWORK, Route.DIRECT):
        return ""
    low, high = -min(*deck, 0), max(*deck, 0)
    if is_engaged(draft.state, draft.need, draft.partner):
        return viewer.text("The market was engaged: true bids may be up to {low} lower, but none is higher.", low=percent(low))
    if low == high:
        return viewer.text("True bids may be up to {percent} higher or lower.", percent=percent(low))
    return viewer.text("True bids may be up to {high} higher or {low} lower.", high=percent(high), low=percent(low))

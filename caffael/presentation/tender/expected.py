"""What would come of a tender as printed: its bidders with their points and what they rest on, or who can't bid, and why."""

from caffael.presentation.blocks import Bid, Block, Group, Line, Text
from caffael.presentation.cards import bidder_face
from caffael.presentation.press import Open
from caffael.presentation.sheets.bid import Tendered
from caffael.presentation.tender.advice import advice_text
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.shut_out import ShutOut, shut_out
from caffael.presentation.viewer import Viewer
from caffael.rules.records import Bidder, Table
from caffael.rules.tender import is_engaged
from caffael.rules.terms import CRITERIA, Route
from caffael.words.looks import KIND_IDS

TOP_POINTS = 100_000
"""A weighted total counts so many to the point."""


def points_of(bidder: Bidder, weights: tuple[int, ...]) -> tuple[float, ...]:
    """The points a bidder gets on each criterion; together they are its total."""
    return tuple(weights[at] * bidder.scores[at] / TOP_POINTS for at in range(CRITERIA))


def place_said(viewer: Viewer, bidder: Bidder) -> str:
    """A bidder's place, price and points, as its row is read out."""
    language = viewer.language
    return viewer.text(
        "Place {place}. Price: {price}. Points: {points}.",
        place=bidder.rank + 1,
        price=language.money(bidder.bid),
        points=language.score(bidder.total),
    )


def weighed_bids(viewer: Viewer, table: Table, weights: tuple[int, ...]) -> tuple[Bid, ...]:
    """The bidders of a weighed table, the likely winner first."""
    return tuple(
        Bid(
            id=f"bidder.{bidder.supplier}",
            face=bidder_face(viewer, bidder),
            said=place_said(viewer, bidder),
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
    bids = weighed_bids(viewer, table, draft.percentages)
    return Group("expected", title, (*bids, Text(advice_text(viewer, draft, table), "lead", "advice")))


def tendered(draft: Draft, supplier: int) -> Tendered:
    """A bid as printed among the others of a draft: what the sheets that explain it are about."""
    change = draft.state.councils[draft.seat].price_change[draft.cards.needs[draft.need].category]
    weights = draft.percentages if draft.weighs else (0,) * CRITERIA
    return Tendered(draft.need, draft.partner, draft.route, change, draft.table(), supplier, weights)


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
        return viewer.text("You engaged the market: true bids may be up to {low} lower, but none is higher.", low=percent(low))
    if low == high:
        return viewer.text("True bids may be up to {percent} higher or lower.", percent=percent(low))
    return viewer.text("True bids may be up to {high} higher or {low} lower.", high=percent(high), low=percent(low))

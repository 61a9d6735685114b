"""From the rules' table of bids to the lines that are drawn, and the notes around them."""

from typing import TYPE_CHECKING

from caffael.board.screens.tender.advice import find_card, find_flip, flip_text, lead_of, lead_text
from caffael.board.screens.tender.draft import Draft
from caffael.board.screens.tender.faces import bidder_face, points_of
from caffael.board.screens.tender.rowdraw import facts_of
from caffael.board.screens.tender.score_table import Line
from caffael.rules.records import Bidder, Table
from caffael.rules.tender import is_engaged
from caffael.rules.terms import Route

if TYPE_CHECKING:
    from caffael.board.game import Session


def line_of(session: "Session", bidder: Bidder, weights: tuple[int, ...]) -> Line:
    """A bidder's line in the table."""
    language, face = session.language, bidder_face(session, bidder)
    return Line(
        face=face,
        facts=tuple(facts_of(face, language.percent(face.carbon), language.percent(face.local))),
        points=points_of(bidder, weights),
        total=language.score(bidder.total),
        rank=bidder.rank,
        said=language.text(
            "Place {place}. Price: {price}. Points: {points}.", place=bidder.rank + 1, price=face.money, points=language.score(bidder.total)
        ),
    )


def lines_of(session: "Session", table: Table, weights: tuple[int, ...]) -> list[Line]:
    """The lines of a weighed table, in the order of the row."""
    return [line_of(session, bidder, weights) for bidder in table.bidders[: table.count]]


def advice_text(session: "Session", draft: Draft, table: Table) -> str:
    """Why the likely winner leads, and what would make another win; for a sole bidder that there is no competition."""
    language, people = session.language, session.game.cards.settings.people == 1
    lead = lead_of(table, draft.percentages)
    if lead is None:
        return session.text("No competition: only {supplier} can bid.", supplier=supplier_name(session, table.bidders[0].supplier))
    why = lead_text(language, people, lead, supplier_name(session, lead.first), supplier_name(session, lead.second))
    if session.pack.texts.weight_cards:
        return f"{why} {card_text(session, find_card(session.game.cards, draft.weights, table))}"
    flip = find_flip(session.game.cards, draft.rows, draft.weights, table, draft.reached)
    other = "" if flip is None else supplier_name(session, flip.supplier)
    return f"{why} {flip_text(language, people, flip, other)}"


def card_text(session: "Session", found: tuple[int, int] | None) -> str:
    """Which other weight card would make another win."""
    if found is None:
        return session.text("With any other card the same supplier would win.")
    card = session.pack.texts.weight_cards[found[0]].title(session.language.code)
    return session.text("With the card “{card}”, {supplier} would win.", card=card, supplier=supplier_name(session, found[1]))


def supplier_name(session: "Session", supplier: int) -> str:
    """A supplier's name in the language of the board."""
    return session.pack.supplier(supplier).title(session.language.code)


def bid_card_note(session: "Session", draft: Draft) -> str:
    """How far true bids may lie from the printed ones; empty where no bid cards are turned up."""
    cards = session.game.cards
    deck = cards.bid_cards[: cards.bid_card_count]
    if cards.settings.bid_cards == 0 or not deck or draft.route in (Route.FRAMEWORK, Route.DIRECT):
        return ""
    percent = session.language.percent
    low, high = -min(*deck, 0), max(*deck, 0)
    if is_engaged(draft.state, draft.need, draft.partner):
        return session.text("You engaged the market: true bids may be up to {low} lower, but none is higher.", low=percent(low))
    if low == high:
        return session.text("True bids may be up to {percent} higher or lower.", percent=percent(low))
    return session.text("True bids may be up to {high} higher or {low} lower.", high=percent(high), low=percent(low))

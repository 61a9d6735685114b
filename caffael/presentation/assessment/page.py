"""The page of bids: each as it was printed and as it came, who won and why, and the contract in a few numbers."""

from caffael.presentation.assessment.summary import Summary
from caffael.presentation.assessment.verdict import contract_lines, guess_text, heading_line, standstill_text, why_text, winner_title
from caffael.presentation.blocks import Assessed, Block, Button, Group, Line, Page, Sheet, Text
from caffael.presentation.press import Do
from caffael.presentation.sheets.bid import BID_SHEETS
from caffael.presentation.sheets.offer_lines import Tendered
from caffael.presentation.tender.expected import nobody, weighed_bids
from caffael.presentation.tender.publishing import Prediction
from caffael.presentation.viewer import Viewer
from caffael.words.looks import criterion_ink, criterion_picture, team_ink
from caffael.words.sentences import criterion_name


def bids_page(viewer: Viewer, summary: Summary, guess: Prediction | None = None, *, looked_up: bool = False) -> Page:
    """The page of an assessed tender. `guess` is whom the class had named; an old summary is `looked_up` and closes."""
    words = viewer.text("Close") if looked_up else viewer.text("Continue")
    ink, look = team_ink(summary.seat), viewer.need_look(summary.need)
    return Page(
        "bids",
        viewer.need(summary.need),
        heading_line(viewer, summary),
        look,
        f"category.{look}",
        _blocks(viewer, summary, guess),
        (Button("continue", words, Do("go on"), "arrow-right", ink=ink),),
    )


def bid_sheet(viewer: Viewer, summary: Summary, name: str, supplier: int, *criterion: int) -> Sheet:
    """A sheet of a bid: where its points come from, all or those of a criterion."""
    about = (summary.need, summary.partner, summary.route, summary.price_change, summary.table, supplier, summary.weights)
    return BID_SHEETS[name](viewer, Tendered(*about), *criterion)


def _blocks(viewer: Viewer, summary: Summary, guess: Prediction | None) -> tuple[Block, ...]:
    if summary.failed:
        return nobody(viewer, viewer.text("Nobody could bid. The days are gone and the need stays."), summary.shut_out)
    verdict = (
        Text(why_text(viewer, summary), "lead", "why"),
        Text(guess_text(viewer, summary, guess), id="guess"),
        Text(standstill_text(viewer, summary), "soft", "standstill"),
    )
    return (
        Group("weights", "", weights_told(viewer, summary)),
        Group("bids", "", assessed_bids(viewer, summary, guess)),
        Group(
            "verdict", winner_title(viewer, summary), tuple(one for one in verdict if one.words), "seal" if summary.weighed else "contract"
        ),
        Group("contract", "", tuple(contract_lines(viewer, summary))),
    )


def weights_told(viewer: Viewer, summary: Summary) -> tuple[Line, ...]:
    """The published weights, as a key to the colours of the bars."""
    return tuple(
        Line(
            criterion_name(viewer.language, criterion, viewer.joined),
            viewer.language.percent(weight),
            picture=criterion_picture(criterion, viewer.joined),
            ink=criterion_ink(criterion),
        )
        for criterion, weight in enumerate(summary.weights)
        if weight
    )


def turns_cards(viewer: Viewer, summary: Summary) -> bool:
    """Whether bid cards were turned up."""
    return summary.weighed and viewer.cards.settings.bid_cards == 1 and viewer.cards.bid_card_count > 0


def assessed_bids(viewer: Viewer, summary: Summary, guess: Prediction | None) -> tuple[Assessed, ...]:
    """The bids, the first one first."""
    turned, named = turns_cards(viewer, summary), viewer.text("The class said that this one wins.")
    table = summary.table
    places = {bidder.supplier: place for place, bidder in enumerate(table.bidders[: table.count])}
    printed = {bid.face.supplier: bid for bid in weighed_bids(viewer, summary.printed, summary.weights)}
    rows = []
    for bid in weighed_bids(viewer, table, summary.weights):
        supplier = bid.face.supplier
        card = table.bidders[places[supplier]].card
        words = viewer.language.signed_percent(card) if turned else ""
        hand = named if guess is not None and guess.supplier == supplier else ""
        rows.append(Assessed(f"bid.{supplier}", places[supplier], printed[supplier], bid, card, words, hand))
    return tuple(rows)

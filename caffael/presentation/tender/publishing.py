"""What is asked before a tender is published: whether it shall be, and who the class thinks will win."""

from dataclasses import dataclass

from caffael.presentation.blocks import Button, Choice, Offer, Sheet
from caffael.presentation.cards import supplier_face
from caffael.presentation.press import Do
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.weighing import weight_lines
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import Route
from caffael.words.looks import team_ink

NUMBERED = 9
"""So many bidders have a number that stands for them."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """The supplier that the class named, and for which tender: kept until its bids have turned up, and written down nowhere."""

    seat: int
    need: int
    supplier: int


def confirm_sheet(viewer: Viewer, draft: Draft) -> Sheet:
    """The question before a tender is published, because it can't be taken back, with the weights as they will stand."""
    ink, weights = team_ink(draft.seat), draft.percentages
    counting = [criterion for criterion, percent in enumerate(weights) if percent > 0]
    return Sheet(
        id="confirm",
        title=_question(viewer, draft),
        story=f"{_warning(viewer, draft)} {viewer.plural('This takes {n} officer day.', 'This takes {n} officer days.', draft.days)}",
        picture="gavel",
        ink=ink,
        lines=weight_lines(viewer, weights, counting) if draft.weighs else (),
        buttons=(
            Button("not yet", viewer.text("Not yet"), Do("close"), style="plain"),
            Button("publish now", _verb(viewer, draft), Do("publish"), ink=ink),
        ),
    )


def _question(viewer: Viewer, draft: Draft) -> str:
    if draft.joint:
        return viewer.text("Ask the partner?")
    if draft.route == Route.DIRECT:
        return viewer.text("Award the contract?")
    return viewer.text("Use the framework?") if draft.route == Route.FRAMEWORK else viewer.text("Publish this tender?")


def _warning(viewer: Viewer, draft: Draft) -> str:
    if draft.joint:
        return viewer.text("The partner answers next. Once it agrees, these weights can't be changed.")
    if draft.weighs:
        return viewer.text("Published weights can't be changed.")
    return viewer.text("A signed contract can't be taken back.")


def _verb(viewer: Viewer, draft: Draft) -> str:
    if draft.joint:
        return viewer.text("Ask the partner")
    return viewer.text("Publish") if draft.weighs else viewer.text("Award")


def predict_choice(viewer: Viewer, draft: Draft) -> Choice:
    """Who will win? The bidders as cards before they turn up, each with its number; an offer's action is the supplier."""
    table = draft.table()
    suppliers = [bidder.supplier for bidder in table.bidders[: table.count]]
    return Choice(
        id="predict",
        title=viewer.text("Who will win?"),
        offers=tuple(
            Offer(
                id=f"predict.{supplier}",
                action=supplier,
                title=viewer.supplier(supplier),
                said=str(number) if number <= NUMBERED else "",
                face=supplier_face(viewer, supplier, viewer.seat),
            )
            for number, supplier in enumerate(suppliers, start=1)
        ),
        button=viewer.text("Publish without guessing"),
        story=viewer.text("Hands up: who gets most hands? Choose that card, or press its number. Then the true bids are turned up."),
        picture="hand",
        at_once=True,
        ink=team_ink(draft.seat),
    )

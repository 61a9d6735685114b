"""What to buy together, and with whom."""

from caffael.presentation.blocks import Choice, Offer
from caffael.presentation.decisions.engage import need_offer
from caffael.presentation.press import Do, Open
from caffael.presentation.viewer import Viewer
from caffael.rules.reasons import why_not_joint, why_not_partner
from caffael.rules.tender import tender_days
from caffael.rules.terms import Route
from caffael.words.looks import team_ink


def joint_choice(viewer: Viewer) -> Choice:
    """First the team's own need: those of its tray."""
    cards, state, seat = viewer.cards, viewer.state, viewer.state.decider
    council = state.councils[seat]
    offers = [
        need_offer(viewer, place, need, need, viewer.why(why_not_joint(cards, state, seat, need)))
        for place, need in enumerate(council.tray[: council.tray_count])
    ]
    days = tender_days(cards, state, seat, Route.JOINT)
    return Choice(
        "joint",
        viewer.text("Which need do you want to buy jointly?"),
        tuple(offers),
        viewer.text("Choose the partner"),
        viewer.text("Choose one of the cards first."),
        line=viewer.plural("It takes {n} officer day.", "It takes {n} officer days.", days),
        story=_story(viewer),
        picture="joint",
        ink=team_ink(seat),
        button_picture="arrow-right",
        then=Open("partner"),
    )


def partner_choice(viewer: Viewer, need: int) -> Choice:
    """Then the partner's: the needs of the same category in the other trays."""
    cards, state, seat = viewer.cards, viewer.state, viewer.state.decider
    offers: list[Offer] = []
    for step in range(1, state.seats):
        other = (seat + step) % state.seats
        council = state.councils[other]
        owner = viewer.text("{council}, {team}", council=viewer.council(other), team=viewer.team(other))
        for theirs in council.tray[: council.tray_count]:
            if cards.needs[theirs].category == cards.needs[need].category:
                why = viewer.why(why_not_partner(cards, state, seat, need, theirs))
                offers.append(need_offer(viewer, len(offers), theirs, theirs, why, owner))
    return Choice(
        "partner",
        viewer.text("Buy jointly with whom?"),
        tuple(offers),
        viewer.text("Write the tender"),
        viewer.text("Choose one of the cards first."),
        line=viewer.text("Your need: “{need}”", need=viewer.need(need)),
        story=_story(viewer),
        picture="joint",
        ink=team_ink(seat),
        button_picture="tender",
        then=Do("tender", (need,)),
    )


def _story(viewer: Viewer) -> str:
    """What a joint tender brings."""
    return viewer.text(
        "Two councils buy together. For both, the price changes by {price} of the estimate and the carbon by {carbon}. "
        "The partner has to agree to your weights.",
        price=viewer.language.signed_percent(viewer.cards.routes[Route.JOINT].price),
        carbon=viewer.language.signed_percent(viewer.cards.settings.joint_carbon),
    )

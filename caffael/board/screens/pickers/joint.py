"""What to buy together, and with whom."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.board.screens.pickers.choosing import Chooser, Offer, choosing_sheet
from caffael.board.screens.pickers.engage import need_offer
from caffael.board.screens.table.sheets.base import AIR, Answer
from caffael.board.widgets import Dialog
from caffael.rules.actions import LEGAL
from caffael.rules.reasons import why_not_joint, why_not_partner
from caffael.rules.tender import tender_days
from caffael.rules.terms import NONE, Route
from caffael.words.sentences import reason_text

if TYPE_CHECKING:
    from caffael.board.screens.table.host import TableHost

WIDTH = 1100.0


@dataclass(slots=True)
class JointPick:
    """What has been chosen so far: the team's own need."""

    need: int = NONE


def joint_sheet(table: "TableHost", pick: JointPick) -> Dialog:
    """First the team's own need, then the partner's."""
    return own_sheet(table, pick) if pick.need == NONE else partner_sheet(table, pick)


def own_sheet(table: "TableHost", pick: JointPick) -> Dialog:
    """The needs of the team's own tray."""
    session = table.session
    match = session.game
    seat = match.state.decider
    council = match.state.councils[seat]
    offers = []
    for need in council.tray[: council.tray_count]:
        reason = why_not_joint(match.cards, match.state, seat, need)
        why = "" if reason == LEGAL else reason_text(session.language, reason)
        offers.append(need_offer(table, need, need, WIDTH - 2 * AIR, why))

    def answer(chooser: Chooser) -> Answer:
        def forward() -> None:
            pick.need = chooser.action
            table.close()
            table.open(lambda: joint_sheet(table, pick))

        return Answer(session.text("Choose the partner"), forward, "arrow-right", ink=f"team.{seat}")

    days = session.plural(
        "It takes {n} officer day.", "It takes {n} officer days.", tender_days(match.cards, match.state, seat, Route.JOINT)
    )
    return choosing_sheet(
        table,
        session.text("Which need do you want to buy jointly?"),
        offers,
        answer,
        line=days,
        story=story(table),
        picture="joint",
        width=WIDTH,
    )


def story(table: "TableHost") -> str:
    """What a joint tender brings."""
    session = table.session
    match, language = session.game, session.language
    return session.text(
        "Two councils buy together. For both, the price changes by {price} of the estimate and the carbon by {carbon}. "
        "The partner has to agree to your weights.",
        price=language.signed_percent(match.cards.routes[Route.JOINT].price),
        carbon=language.signed_percent(match.cards.settings.joint_carbon),
    )


def partner_sheet(table: "TableHost", pick: JointPick) -> Dialog:
    """The needs of the same category in the other trays."""
    session = table.session
    match = session.game
    seat = match.state.decider
    category = match.cards.needs[pick.need].category
    offers: list[Offer] = []
    for step in range(1, match.state.seats):
        other = (seat + step) % match.state.seats
        council = match.state.councils[other]
        for need in council.tray[: council.tray_count]:
            if match.cards.needs[need].category == category:
                reason = why_not_partner(match.cards, match.state, seat, pick.need, need)
                why = "" if reason == LEGAL else reason_text(session.language, reason)
                owner = session.text("{council}, {team}", council=session.viewer.council(other), team=match.seats[other].team)
                offers.append(need_offer(table, need, need, WIDTH - 2 * AIR, why, owner))

    def answer(chooser: Chooser) -> Answer:
        return Answer(session.text("Write the tender"), lambda: table.write_tender(pick.need, chooser.action), "tender", ink=f"team.{seat}")

    line = session.text("Your need: “{need}”", need=session.pack.need(pick.need).title(session.language.code))
    return choosing_sheet(
        table, session.text("Buy jointly with whom?"), offers, answer, line=line, story=story(table), picture="joint", width=WIDTH
    )

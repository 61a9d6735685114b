"""The partner's answer to a joint tender: the team that was asked decides."""

from typing import TYPE_CHECKING

from caffael.board.screens.table.sheets.base import Answer, Line, info_sheet
from caffael.board.widgets import Dialog
from caffael.presentation.cards import need_figures
from caffael.rules.actions import AGREE, REFUSE
from caffael.rules.records import Table
from caffael.rules.tender import expected_table
from caffael.rules.terms import CRITERIA, NONE, Criterion, Route
from caffael.words.looks import CRITERION_IDS, CRITERION_PICTURES
from caffael.words.sentences import criterion_name

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.table.host import TableHost


def answer_sheet(table: "TableHost") -> Dialog:
    """What was proposed, with the weights, and the two answers."""
    session = table.session
    match = session.game
    state = match.state
    buyer, seat = state.buyer, state.decider
    rows = [need_line(session, state.partner, session.text("Your need")), need_line(session, state.need, session.text("Their need"))]
    rows.extend(weight_lines(session))
    rows.append(likely_line(session))
    days = session.plural("It takes you {n} officer day.", "It takes you {n} officer days.", match.cards.settings.partner_days)
    rows.append(Line(days, session.plural("{n} officer day left", "{n} officer days left", state.councils[seat].days), "", "person"))
    language = session.language
    story = session.text(
        "{team} asks you to buy together, with these weights. "
        "For both, the price changes by {price} of the estimate and the carbon by {carbon}.",
        team=match.seats[buyer].team,
        price=language.signed_percent(match.cards.routes[Route.JOINT].price),
        carbon=language.signed_percent(match.cards.settings.joint_carbon),
    )
    return info_sheet(
        table,
        session.text("A joint tender: what does {team} say?", team=match.seats[seat].team),
        rows,
        line=session.text("{council} is asked by {other}.", council=session.viewer.council(seat), other=session.viewer.council(buyer)),
        story=story,
        picture="joint",
        ink=f"team.{seat}",
        answers=[
            Answer(session.text("Refuse"), lambda: table.play(REFUSE), "close", "plain"),
            Answer(session.text("Agree"), lambda: table.play(AGREE), "check", ink=f"team.{seat}"),
        ],
        must_answer=True,
    )


def need_line(session: "Session", need: int, whose: str) -> Line:
    """A need of the joint tender."""
    category = session.viewer.need_look(need)
    title = session.pack.need(need).title(session.language.code)
    return Line(title, whose, need_figures(session.viewer, need), category, f"category.{category}")


def weight_lines(session: "Session") -> list[Line]:
    """The weights, a line for each criterion that counts."""
    match = session.game
    first = match.state.weights * CRITERIA
    people = match.cards.settings.people == 1
    return [
        Line(
            criterion_name(session.language, criterion, people),
            session.language.percent(match.cards.weights[first + criterion]),
            "",
            CRITERION_PICTURES[criterion],
            f"criterion.{CRITERION_IDS[criterion]}",
        )
        for criterion in Criterion
        if match.cards.weights[first + criterion] > 0
    ]


def likely_line(session: "Session") -> Line:
    """Who would win by what the cards print."""
    match = session.game
    state = match.state
    bids = Table()
    expected_table(match.cards, state, state.buyer, state.need, state.partner, Route.JOINT, 0, state.weights, bids)
    if bids.winner == NONE:
        return Line(session.text("By their cards nobody could bid."), picture="warning", ink="bad")
    supplier = session.pack.supplier(bids.bidders[bids.winner].supplier).title(session.language.code)
    words = session.plural("{n} supplier could bid.", "{n} suppliers could bid.", bids.count)
    return Line(session.text("Likely to win by the cards: {supplier}", supplier=supplier), "", words, "trophy", "warn")

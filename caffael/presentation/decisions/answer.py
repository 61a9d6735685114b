"""The partner's answer to a joint tender: the team that was asked decides."""

from caffael.presentation.blocks import Button, Line, Sheet
from caffael.presentation.cards import need_figures
from caffael.presentation.press import Play
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import AGREE, REFUSE
from caffael.rules.records import Table
from caffael.rules.tender import expected_table
from caffael.rules.terms import CRITERIA, NONE, Criterion, Route
from caffael.words.looks import CRITERION_PICTURES, criterion_ink, team_ink
from caffael.words.sentences import criterion_name


def answer_sheet(viewer: Viewer) -> Sheet:
    """What was proposed, with the weights, and the two answers."""
    state = viewer.state
    buyer, seat = state.buyer, state.decider
    rows = [need_line(viewer, state.partner, viewer.text("Your need")), need_line(viewer, state.need, viewer.text("Their need"))]
    rows.extend(weight_lines(viewer))
    rows.append(likely_line(viewer))
    days = viewer.plural("It takes you {n} officer day.", "It takes you {n} officer days.", viewer.cards.settings.partner_days)
    rows.append(Line(days, viewer.plural("{n} officer day left", "{n} officer days left", state.councils[seat].days), "", "person"))
    language = viewer.language
    story = viewer.text(
        "{team} asks you to buy together, with these weights. "
        "For both, the price changes by {price} of the estimate and the carbon by {carbon}.",
        team=viewer.team(buyer),
        price=language.signed_percent(viewer.cards.routes[Route.JOINT].price),
        carbon=language.signed_percent(viewer.cards.settings.joint_carbon),
    )
    title = viewer.text("A joint tender: what does {team} say?", team=viewer.team(seat))
    line = viewer.text("{council} is asked by {other}.", council=viewer.council(seat), other=viewer.council(buyer))
    buttons = (
        Button("refuse", viewer.text("Refuse"), Play(REFUSE), "close", "plain"),
        Button("agree", viewer.text("Agree"), Play(AGREE), "check", ink=team_ink(seat)),
    )
    return Sheet(
        "answer", title, lines=tuple(rows), line=line, story=story, picture="joint", ink=team_ink(seat), buttons=buttons, must_answer=True
    )


def need_line(viewer: Viewer, need: int, whose: str) -> Line:
    """A need of the joint tender."""
    category = viewer.need_look(need)
    return Line(viewer.need(need), whose, need_figures(viewer, need), category, f"category.{category}")


def weight_lines(viewer: Viewer) -> list[Line]:
    """The weights, a line for each criterion that counts."""
    first = viewer.state.weights * CRITERIA
    people = viewer.cards.settings.people == 1
    return [
        Line(
            criterion_name(viewer.language, criterion, people),
            viewer.language.percent(viewer.cards.weights[first + criterion]),
            "",
            CRITERION_PICTURES[criterion],
            criterion_ink(criterion),
        )
        for criterion in Criterion
        if viewer.cards.weights[first + criterion] > 0
    ]


def likely_line(viewer: Viewer) -> Line:
    """Who would win by what the cards print."""
    state = viewer.state
    bids = Table()
    expected_table(viewer.cards, state, state.buyer, state.need, state.partner, Route.JOINT, 0, state.weights, bids)
    if bids.winner == NONE:
        return Line(viewer.text("By their cards nobody could bid."), picture="warning", ink="bad")
    supplier = viewer.supplier(bids.bidders[bids.winner].supplier)
    words = viewer.plural("{n} supplier could bid.", "{n} suppliers could bid.", bids.count)
    return Line(viewer.text("Likely to win by the cards: {supplier}", supplier=supplier), "", words, "trophy", "warn")

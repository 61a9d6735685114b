"""What is asked and can be left: a partner's joint tender, passing for the year, stepping the game back.

The last is for a slip of the finger, and for a teacher who wants to try something again.
"""

from caffael.presentation.ahead import carbon_ahead_said, is_judged
from caffael.presentation.blocks import Button, Line, Sheet
from caffael.presentation.cards import need_figures
from caffael.presentation.money import money_line, price_text
from caffael.presentation.press import Do, Play
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import AGREE, ENGAGE, PASS, REFUSE, TENDER, phase_of
from caffael.rules.forecast import highest_price, likely_price
from caffael.rules.records import Table
from caffael.rules.tender import expected_table, is_engaged
from caffael.rules.terms import CRITERIA, NONE, Criterion, Management, Phase, Route
from caffael.words.looks import CRITERION_PICTURES, criterion_ink, team_ink
from caffael.words.sentences import criterion_name, goal_name, happened_text


def answer_sheet(viewer: Viewer) -> Sheet:
    """What was proposed, with the weights, and the two answers."""
    state = viewer.state
    buyer, seat = state.buyer, state.decider
    asked = state.drafts[buyer]
    rows = [need_line(viewer, asked.partner, viewer.text("Your need")), need_line(viewer, asked.need, viewer.text("Their need"))]
    rows.extend(weight_lines(viewer))
    rows.append(likely_line(viewer))
    rows += partner_money(viewer)
    days = viewer.plural("It takes you {n} officer day.", "It takes you {n} officer days.", viewer.cards.settings.partner_days)
    rows.append(Line(days, viewer.plural("{n} officer day left", "{n} officer days left", state.councils[seat].days), "", "person"))
    language = viewer.language
    story = viewer.text(
        "{team} asks you to buy together, with these weights. "
        "For both, the price changes by {price} of the estimate and the carbon by {carbon}.",
        team=viewer.council(buyer),
        price=language.signed_percent(viewer.cards.routes[Route.JOINT].price),
        carbon=language.signed_percent(viewer.cards.settings.joint_carbon),
    )
    title = viewer.text("A joint tender: what does {team} say?", team=viewer.council(seat))
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
    first = viewer.state.drafts[viewer.state.buyer].weights * CRITERIA
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
    asked, bids = state.drafts[state.buyer], Table()
    expected_table(viewer.cards, state, state.buyer, asked.need, asked.partner, Route.JOINT, 0, asked.weights, bids)
    if bids.winner == NONE:
        return Line(viewer.text("By their cards nobody could bid."), picture="warning", ink="bad")
    supplier = viewer.supplier(bids.bidders[bids.winner].supplier)
    words = viewer.plural("{n} supplier could bid.", "{n} suppliers could bid.", bids.count)
    return Line(viewer.text("Likely to win by the cards: {supplier}", supplier=supplier), "", words, "trophy", "warn")


def partner_money(viewer: Viewer) -> list[Line]:
    """What its own part would leave the council that is asked; nothing where nobody could bid."""
    state, cards, bids = viewer.state, viewer.cards, Table()
    asked = state.drafts[state.buyer]
    expected_table(cards, state, state.buyer, asked.need, asked.partner, Route.JOINT, 0, asked.weights, bids)
    if bids.count == 0:
        return []
    engaged = is_engaged(state, asked.need, asked.partner)
    price, most = likely_price(cards, asked.partner, bids), highest_price(cards, asked.partner, Route.JOINT, engaged, bids)
    return [money_line(price_text(viewer, state.decider, asked.partner, Route.JOINT, price, most))]


def pass_sheet(viewer: Viewer) -> Sheet:
    """Say what passing means: what stays unmet, and what the days left are good for."""
    seat = viewer.state.decider
    council = viewer.state.councils[seat]
    language = viewer.language
    rows = []
    for need in council.tray[: council.tray_count]:
        card = viewer.cards.needs[need]
        value = viewer.text("{goal} {change}", goal=goal_name(language, card.urgency_goal), change=language.signed(-card.urgency))
        said = (
            viewer.text("What nobody buys this year is gone when the next one opens.")
            if viewer.cards.settings.needs_leave == 1 and not viewer.last_year
            else viewer.text("If nobody delivers this need, it is unmet at the end of the year.")
        )
        rows.append(Line(viewer.need(need), value, said, "timer", "bad", value_ink="bad"))
    if viewer.cards.settings.management == Management.CHOICE:
        words = viewer.text("A day left over can go into managing a contract, so that its promises are kept.")
        rows.append(Line(viewer.plural("{n} officer day left", "{n} officer days left", council.days), "", words, "manage"))
    if is_judged(viewer):
        rows.append(own_carbon_line(viewer, seat))
    title = viewer.text("Pass for this year?")
    story = viewer.text("Passing is final: the team buys nothing more until next year.")
    if viewer.last_year:
        story = viewer.text("Passing is final: this is the last year, and the team buys nothing more.")
    buttons = (Button("pass", viewer.text("Pass for this year"), Play(PASS), "pass", ink=team_ink(seat)),)
    return Sheet("pass", title, lines=tuple(rows), story=story, picture="pass", ink=team_ink(seat), buttons=buttons)


def own_carbon_line(viewer: Viewer, seat: int) -> Line:
    """What a council emits this year if it buys nothing more, beside its share, and what that does."""
    figure, words, points = carbon_ahead_said(viewer, seat)
    ink = "bad" if points < 0 else "good" if points > 0 else "ink"
    return Line(viewer.text("Own carbon this year"), figure, words, "carbon", "criterion.carbon", value_ink=ink, id="own carbon")


def turns_back(viewer: Viewer) -> int:
    """How many actions have to be taken back until people decide again as they did last; all of them when they never did."""
    found = (count for count, turn in enumerate(reversed(viewer.history), 1) if viewer.people(turn.seat) and begins_decision(turn.action))
    return next(found, len(viewer.history))


def begins_decision(action: int) -> bool:
    """Whether an action begins what a team decides, and does not go on writing a tender."""
    return phase_of(action) in (Phase.BUY, Phase.MANAGE, Phase.ANSWER) or TENDER <= action < ENGAGE


def step_back_sheet(viewer: Viewer, can_redo: int) -> Sheet:
    """What would be taken back. `can_redo`: 1 when something was taken back before and can be played again."""
    count = turns_back(viewer)
    told = [happened for turn in viewer.history[len(viewer.history) - count :] for happened in turn.happenings]
    words = [happened_text(viewer.language, viewer.pack, viewer.councils, happened) for happened in told]
    lines = [Line(sentence, picture="undo", ink="ink_soft") for sentence in words if sentence]
    buttons = []
    if can_redo:
        buttons.append(Button("again", viewer.text("Play it again"), Do("step forward"), "redo", "plain"))
    why = "" if count else viewer.text("Nothing has been played yet.")
    buttons.append(Button("take back", viewer.text("Take it back"), Do("take back", (count,)), "undo", why=why))
    title = viewer.text("Step the game back")
    story = viewer.text(
        "This takes back the last thing that people decided, and everything that came of it. "
        "The same cards lie where they lay, so it is for mistakes, not for luck."
    )
    return Sheet("step back", title, lines=tuple(lines[:40]), story=story, picture="undo", buttons=tuple(buttons))

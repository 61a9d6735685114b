"""A need, turned over."""

from caffael.presentation.blocks import Button, Line, Sheet
from caffael.presentation.cards import need_figures
from caffael.presentation.press import Do, Play
from caffael.presentation.sheets.backs import need_back
from caffael.presentation.table.shifts import card_words, shift_text, shifts
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import ENGAGE, TENDER
from caffael.rules.terms import GOALS, Phase
from caffael.words.looks import GOAL_IDS, category_art, goal_ink, team_ink
from caffael.words.sentences import goal_name, theme_name


def need_sheet(viewer: Viewer, seat: int, need: int) -> Sheet:
    """What has to be bought, what it brings, what waiting costs; and what can be done about it now."""
    category = viewer.need_look(need)
    buttons = []
    if viewer.deciding == seat and viewer.state.phase == Phase.BUY:
        if viewer.cards.settings.engagement == 1:
            why = viewer.why_not(ENGAGE + need)
            buttons.append(Button("engage", viewer.text("Engage the market"), Play(ENGAGE + need), "engage", "plain", why))
        why = viewer.why_not(TENDER + need)
        words = viewer.text("Publish a tender")
        buttons.append(Button("tender", words, Do("tender", (need,)), "tender", why=why, ink=team_ink(seat)))
    return Sheet(
        "need",
        viewer.need(need),
        line=need_figures(viewer, need),
        story=viewer.pack.need(need).story(viewer.code),
        picture=category,
        ink=f"category.{category}",
        art=category_art(category),
        lines=(*shift_lines(viewer, seat, need), *need_lines(viewer, need)),
        buttons=tuple(buttons),
        back=need_back(viewer, need),
    )


def shift_lines(viewer: Viewer, seat: int, need: int) -> tuple[Line, ...]:
    """What the others' moves changed for an open need of the viewer's team."""
    found = shifts(viewer) if seat == viewer.seat else []
    return tuple(
        Line(card_words(viewer, one), words=shift_text(viewer, one), picture="market", ink="warn") for one in found if one.need == need
    )


def need_lines(viewer: Viewer, need: int) -> tuple[Line, ...]:
    """Each number of a need, and where it comes from."""
    language = viewer.language
    card = viewer.cards.needs[need]
    subject = viewer.pack.subject(card.subject)
    yearly = language.money(card.estimate // card.term)
    goals = ", ".join(
        viewer.text("{goal} {change}", goal=goal_name(language, goal), change=language.signed(card.goals[goal]))
        for goal in range(GOALS)
        if card.goals[goal] > 0
    )
    whole = viewer.plural("For {n} year: {yearly}.", "For {n} years together: {yearly} a year.", card.term, yearly=yearly)
    feeds = viewer.text("A bid of quality 5 adds 1 to “{goal}”; quality 1 or 2 takes 1 away.", goal=goal_name(language, card.main_goal))
    taken = viewer.text("{goal} {change}", goal=goal_name(language, card.urgency_goal), change=language.signed(-card.urgency))
    leaves = viewer.cards.settings.needs_leave == 1
    left = viewer.text("If it is left this year") if leaves else viewer.text("Each year it waits")
    hurts = viewer.text("An unmet need hurts, and its carbon is emitted all the same: the old way goes on.")
    rows = [
        Line(viewer.text("Estimate"), language.money_exact(card.estimate), whole, "pound", "criterion.price"),
        Line(viewer.text("Each year it is delivered"), goals, feeds, GOAL_IDS[card.main_goal], goal_ink(card.main_goal)),
        Line(left, taken, hurts, "timer", "bad", value_ink="bad"),
    ]
    if viewer.cards.settings.carbon == 1:
        factor = f"{subject.factor:.2f}"
        title = viewer.text("Carbon the usual way")
        words = viewer.text(
            "{yearly} a year, times {factor} kg of CO₂e for each pound: the published factor for “{subject}”.",
            yearly=yearly,
            factor=factor,
            subject=subject.title(language.code),
        )
        rows.append(Line(title, viewer.text("{carbon} a year", carbon=language.carbon(card.carbon)), words, "carbon", "criterion.carbon"))
    if card.public == 1 and viewer.cards.settings.welsh_duty == 1:
        words = viewer.text("If every such service is given in Welsh too, “Culture and Welsh” grows by 1 in that year; else it falls by 1.")
        rows.append(Line(viewer.text("The public meets this service"), "", words, "welsh", "bad"))
    if card.saving > 0 or card.cut > 0:
        title = viewer.text("Invest to save")
        value = viewer.text("{money} and {carbon} a year", money=language.money(card.saving), carbon=language.carbon(card.cut))
        rows.append(Line(title, value, viewer.text("Once the contract has run its term, the council saves this for good."), "leaf", "good"))
    if viewer.state.need_engaged[need] == 1:
        words = viewer.text("Bidders offer more social value, and no bid is dearer than its card.")
        rows.append(Line(viewer.text("The market was engaged for this need"), "", words, "engage", "accent"))
    rows.append(Line(viewer.text("Theme"), theme_name(language, card.theme), "", "information"))
    return tuple(rows)

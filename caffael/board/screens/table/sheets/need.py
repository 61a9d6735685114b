"""A need, turned over."""

from typing import TYPE_CHECKING

from caffael.board.screens.backs import Back
from caffael.board.screens.table.sheets.base import Answer, Line, info_sheet
from caffael.board.widgets import Dialog
from caffael.presentation.cards import need_figures
from caffael.rules.actions import ENGAGE, TENDER
from caffael.rules.terms import GOALS
from caffael.words import handbook
from caffael.words.looks import GOAL_IDS, category_art
from caffael.words.sentences import goal_name, theme_name

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.table.host import TableHost


def need_sheet(table: "TableHost", seat: int, need: int) -> Dialog:
    """What has to be bought, what it brings, what waiting costs; and what can be done about it now."""
    session = table.session
    match = session.game
    card, words = match.cards.needs[need], session.pack.need(need)
    category = session.viewer.category_look(card.category)
    answers = []
    if match.state.decider == seat and table.buying:
        if match.cards.settings.engagement == 1:
            answers.append(
                Answer(
                    session.text("Engage the market"),
                    lambda: table.play(ENGAGE + need),
                    "engage",
                    "plain",
                    session.viewer.why_not(ENGAGE + need),
                )
            )
        answers.append(
            Answer(
                session.text("Publish a tender"),
                lambda: table.write_tender(need, None),
                "tender",
                why=session.viewer.why_not(TENDER + need),
                ink=f"team.{seat}",
            )
        )
    return info_sheet(
        table,
        words.title(session.language.code),
        need_lines(session, need),
        line=need_figures(session.viewer, need),
        story=words.story(session.language.code),
        picture=category,
        ink=f"category.{category}",
        art=category_art(category),
        answers=answers,
        back=need_back(session, need),
    )


def need_back(session: "Session", need: int) -> Back:
    """What a need is, what its category is about, and where its numbers come from."""
    card, language = session.game.cards.needs[need], session.language
    category = session.pack.ids.categories[card.category]
    entries = [handbook.entry(language, "category", category)] if handbook.has("category", category) else []
    return Back((handbook.entry(language, "term", "need"), *entries), session.pack.need(need).source)


def need_lines(session: "Session", need: int) -> list[Line]:
    """Each number of a need, and where it comes from."""
    match, language = session.game, session.language
    card = match.cards.needs[need]
    subject = session.pack.subject(card.subject)
    yearly = language.money(card.estimate // card.term)
    goals = ", ".join(
        session.text("{goal} {change}", goal=goal_name(language, goal), change=language.signed(card.goals[goal]))
        for goal in range(GOALS)
        if card.goals[goal] > 0
    )
    rows = [
        Line(
            session.text("Estimate"),
            language.money_exact(card.estimate),
            session.plural("For {n} year: {yearly}.", "For {n} years together: {yearly} a year.", card.term, yearly=yearly),
            "pound",
            "criterion.price",
        ),
        Line(
            session.text("Each year it is delivered"),
            goals,
            session.text("A bid of quality 5 adds 1 to “{goal}”; quality 1 or 2 takes 1 away.", goal=goal_name(language, card.main_goal)),
            GOAL_IDS[card.main_goal],
            f"goal.{GOAL_IDS[card.main_goal]}",
        ),
        Line(
            session.text("Each year it waits"),
            session.text("{goal} {change}", goal=goal_name(language, card.urgency_goal), change=language.signed(-card.urgency)),
            session.text("An unmet need hurts, and its carbon is emitted all the same: the old way goes on."),
            "timer",
            "bad",
            value_ink="bad",
        ),
    ]
    if match.cards.settings.carbon == 1:
        factor = f"{subject.factor:.2f}"
        rows.append(
            Line(
                session.text("Carbon the usual way"),
                session.text("{carbon} a year", carbon=language.carbon(card.carbon)),
                session.text(
                    "{yearly} a year, times {factor} kg of CO₂e for each pound: the published factor for “{subject}”.",
                    yearly=yearly,
                    factor=factor,
                    subject=subject.title(language.code),
                ),
                "carbon",
                "criterion.carbon",
            )
        )
    if card.public == 1 and match.cards.settings.welsh_duty == 1:
        rows.append(
            Line(
                session.text("The public meets this service"),
                "",
                session.text(
                    "If every such service is given in Welsh too, “Culture and Welsh” grows by 1 in that year; else it falls by 1."
                ),
                "welsh",
                "bad",
            )
        )
    if card.saving > 0 or card.cut > 0:
        rows.append(
            Line(
                session.text("Invest to save"),
                session.text("{money} and {carbon} a year", money=language.money(card.saving), carbon=language.carbon(card.cut)),
                session.text("Once the contract has run its term, the council saves this for good."),
                "leaf",
                "good",
            )
        )
    if match.state.need_engaged[need] == 1:
        rows.append(
            Line(
                session.text("The market was engaged for this need"),
                "",
                session.text("Bidders offer more social value, and no bid is dearer than its card."),
                "engage",
                "accent",
            )
        )
    rows.append(Line(session.text("Theme"), theme_name(language, card.theme), "", "information"))
    return rows

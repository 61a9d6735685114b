"""Middle: the verbs. What the council may do now, each as a button that says why if it can't be pressed; or what a computer team does."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.dense import VERBS, dense
from caffael.board.screens.table.tiles import VerbButton, size_for
from caffael.board.widgets import Button, Card, Widget
from caffael.presentation.blocks import Do, Open
from caffael.rules.actions import LEGAL, PASS, Reason
from caffael.rules.reasons import has_project, why_not_engage, why_not_joint, why_not_project, why_not_tender, why_not_train
from caffael.rules.terms import LABS
from caffael.words.looks import team_ink
from caffael.words.sentences import reason_text

if TYPE_CHECKING:
    from caffael.board.screens.table.screen import TableScreen

GAP = 8.0
ONE_ROW = 1.2
"""Up to this text scale the six verbs stand in one row."""


class Verb(NamedTuple):
    """One thing to do: its words, its picture, what a press does, and why it can't be done now (empty: it can)."""

    name: str
    words: str
    picture: str
    press: Callable[[], None]
    why: str


def verbs(table: "TableScreen") -> list[Verb]:
    """What a council does in Buy, in the order of the buttons. What is not part of this game is left out."""
    session = table.session
    match = session.game
    settings = match.cards.settings
    rows = [Verb("tender", session.text("Publish a tender"), "tender", lambda: table.press(Do("tender")), why_tender(table))]
    if settings.engagement == 1:
        rows.append(Verb("engage", session.text("Engage the market"), "engage", lambda: table.press(Open("engage")), why_engage(table)))
    if settings.labs == 1:
        rows.append(Verb("train", session.text("Train in a lab"), "procurement", lambda: table.press(Open("train")), why_train(table)))
    if joint_is_on(table):
        rows.append(Verb("joint", session.text("Tender jointly"), "joint", lambda: table.press(Open("joint")), why_joint(table)))
    if settings.projects == 1:
        rows.append(Verb("project", session.text("Start a project"), "project", lambda: table.press(Open("project")), why_projects(table)))
    rows.append(
        Verb(
            "pass", session.text("Pass for this year"), "pass", lambda: table.press(Open("pass")), why_now(table) or why_action(table, PASS)
        )
    )
    return rows


def joint_is_on(table: "TableScreen") -> bool:
    """Whether joint tenders are part of this game, and somebody is there to join."""
    match = table.session.game
    return why_not_joint(match.cards, match.state, match.state.decider, 0) != Reason.ROUTE_OFF and match.state.seats > 1


def why_now(table: "TableScreen") -> str:
    """Why nobody can buy now; empty when the team whose turn it is can."""
    match = table.session.game
    if match.finished:
        return reason_text(table.session.language, Reason.GAME_OVER)
    if not table.buying:
        return reason_text(table.session.language, Reason.NOT_NOW)
    return ""


def why_action(table: "TableScreen", action: int) -> str:
    """Why an action can't be played; empty when it can."""
    reason = table.session.game.why_not(action)
    return "" if reason == Reason.LEGAL else reason_text(table.session.language, reason)


def first_reason(table: "TableScreen", reasons: list[int]) -> str:
    """Why none of several things can be done; empty when one can. The last reason speaks, as the rules' own order has it."""
    if LEGAL in reasons:
        return ""
    if not reasons:
        return table.session.text("The tray is empty: there is nothing to buy now.")
    return reason_text(table.session.language, reasons[-1])


def tray(table: "TableScreen") -> list[int]:
    """The needs in the tray of the council that decides."""
    state = table.session.game.state
    council = state.councils[state.decider]
    return council.tray[: council.tray_count]


def why_tender(table: "TableScreen") -> str:
    """Why no tender can be published."""
    match = table.session.game
    reasons = [why_not_tender(match.cards, match.state, match.state.decider, need) for need in tray(table)]
    return why_now(table) or first_reason(table, reasons)


def why_engage(table: "TableScreen") -> str:
    """Why the market can't be engaged."""
    match = table.session.game
    reasons = [why_not_engage(match.cards, match.state, match.state.decider, need) for need in tray(table)]
    return why_now(table) or first_reason(table, reasons)


def why_joint(table: "TableScreen") -> str:
    """Why no joint tender can be put to a partner."""
    match = table.session.game
    reasons = [why_not_joint(match.cards, match.state, match.state.decider, need) for need in tray(table)]
    return why_now(table) or first_reason(table, reasons)


def why_train(table: "TableScreen") -> str:
    """Why no lab can be raised."""
    match = table.session.game
    return why_now(table) or first_reason(table, [why_not_train(match.cards, match.state, match.state.decider, lab) for lab in range(LABS)])


def why_projects(table: "TableScreen") -> str:
    """Why no project can be started: of all reasons the one that is nearest to being met."""
    match = table.session.game
    seat = match.state.decider
    if why_now(table) or has_project(match.cards, match.state, seat):
        return why_now(table)
    reasons = [why_not_project(match.cards, match.state, seat, project) for project in range(match.cards.project_count)]
    return first_reason(table, sorted(reasons))


def actions_height(table: "TableScreen") -> float:
    """How high the verbs are in all."""
    row = row_height(table)
    return row if table.look.text_scale <= ONE_ROW else 2 * row + GAP


def row_height(table: "TableScreen") -> float:
    """How high one row of verbs is."""
    return max(84.0, 2 * dense(table.look, VERBS).line_height("body") + 18)


def add_actions(table: "TableScreen", into: Widget, box: Box) -> None:
    """Put the verbs, or the news of a computer team's turn, into a box."""
    match = table.session.game
    if table.session.deciding_seat() is None:
        add_news(table, into, box)
        return
    rows = verbs(table)
    per_row = len(rows) if table.look.text_scale <= ONE_ROW else (len(rows) + 1) // 2
    width = min(250.0, (box.width - GAP * (per_row - 1)) / per_row) if per_row == len(rows) else (box.width - GAP * (per_row - 1)) / per_row
    left = box.centerx - (per_row * (width + GAP) - GAP) / 2
    high = row_height(table)
    size = size_for(table.look, [verb.words for verb in rows], width)
    for place, verb in enumerate(rows):
        into.add(
            VerbButton(
                Box(left + (place % per_row) * (width + GAP), box.top + (place // per_row) * (high + GAP), width, high),
                verb.words,
                verb.press,
                style="plain" if verb.name == "pass" else "primary",
                picture=verb.picture,
                ink=team_ink(match.state.decider),
                size=size,
                name=f"do {verb.name}",
                enabled=not verb.why,
                why=verb.why,
            )
        )


def add_news(table: "TableScreen", into: Widget, box: Box) -> None:
    """Show what the computer team did last, and a way to hurry it."""
    session = table.session
    match = session.game
    seat = match.state.decider
    width, high = Button.natural(table.look, session.text("Go on"), "arrow-right", "body")
    card = Box(box.left, box.top, box.width - width - 12, box.height)
    words = table.news or session.text("{team} is thinking.", team=match.seats[seat].team)
    news = into.add(
        Card(card, words, lambda painter, where: _draw_news(painter, where, words, table.news_seat if table.news else seat), rises=False)
    )
    news.live = True
    into.add(
        Button(
            Box(box.right - width, box.centery - high / 2, width, high),
            session.text("Go on"),
            table.hurry,
            style="plain",
            picture="arrow-right",
            size="body",
            name="hurry",
        )
    )


def _draw_news(painter: Painter, box: Box, words: str, seat: int) -> None:
    ink = "ink_soft" if seat < 0 else team_ink(seat)
    painter.card(box, "paper", edge=ink)
    painter.icon("bot", (box.left + 48, box.centery), 44, ink)
    painter.paragraph(words, Box(box.left + 86, box.top + 6, box.width - 104, box.height - 12), "body", middle=True)

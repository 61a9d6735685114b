"""A delivery check, line by line: the card, each bonus, what was needed and why, and what came of it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from caffael.board.screens.backs import Back
from caffael.board.screens.table.sheets.base import Line, info_sheet
from caffael.board.widgets import Dialog
from caffael.debrief import check_parts
from caffael.presentation.year.checks import Check
from caffael.rules.delivery import CARDS_AND_RELIABILITY
from caffael.rules.happened import Happening
from caffael.words import handbook
from caffael.words.looks import team_ink
from caffael.words.sentences import detail_text

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.sheet_stack import SheetHost

PICTURES = {
    Happening.PAID: ("pound", "criterion.price"),
    Happening.INCOME: ("plus", "good"),
    Happening.CARBON: ("carbon", "criterion.carbon"),
    Happening.SOCIAL: ("heart-hands", "criterion.social"),
    Happening.ENDED: ("warning", "bad"),
    Happening.DELIVERED: ("check", "good"),
    Happening.INVESTED: ("leaf", "good"),
}


def checks_sheet(host: "SheetHost", checks: Sequence[Check]) -> Dialog:
    """Every check of a year, each a way to its parts."""
    session = host.session
    reached = sum(check.reached for check in checks)
    return info_sheet(
        host,
        session.text("All checks of this year"),
        [_check_line(host, check) for check in checks],
        line=session.text("Delivered: {n} of {most}", n=reached, most=len(checks)),
        picture="seal",
        back=_back(session),
    )


def _check_line(host: "SheetHost", check: Check) -> Line:
    session = host.session
    category = session.viewer.need_look(check.need)
    return Line(
        session.pack.need(check.need).title(session.language.code),
        session.text("{total} of {needed} needed", total=check.total, needed=check.needed),
        session.viewer.council(check.seat),
        category,
        f"category.{category}",
        on_press=opens_check(host, check),
        value_ink="good" if check.reached else "bad",
    )


def opens_check(host: "SheetHost", check: Check) -> Callable[[], None]:
    """What lays the sheet of a check."""
    return lambda: host.open(lambda: check_sheet(host, check))


def check_sheet(host: "SheetHost", check: Check) -> Dialog:
    """One check, and everything that came of it."""
    session = host.session
    return info_sheet(
        host,
        session.pack.need(check.need).title(session.language.code),
        [*_sum_lines(session, check), *_needed_lines(session, check), *_came_lines(session, check)],
        line=f"{session.viewer.council(check.seat)} · {session.pack.supplier(check.supplier).title(session.language.code)}",
        picture="check" if check.reached else "miss",
        ink=team_ink(check.seat),
        back=_back(session),
    )


def _back(session: "Session") -> Back:
    return Back((handbook.entry(session.language, "term", "delivery-check"),))


def _parts_of(session: "Session", check: Check) -> "tuple[tuple[str, int, str, str], ...]":
    """Each bonus: what it is for, how much, a word more, its picture."""
    parts = check_parts(session.game.cards, check.supplier, check.managed, check.engaged and check.first_year, check.bonus, check.needed)
    return (
        (session.text("Somebody managed the contract"), parts.managed, "", "manage"),
        (session.text("The market was engaged for this need"), parts.engaged, session.text("In the first year alone."), "engage"),
        (session.text("The adaption lab"), parts.lab, "", "adaption"),
    )


def _sum_lines(session: "Session", check: Check) -> list[Line]:
    again = session.text("The adaption lab had the first card turned up again.") if check.turned_down else ""
    rows = [Line(session.text("Delivery card"), str(check.card), again, "seal")]
    for title, bonus, said, picture in _parts_of(session, check):
        if bonus:
            rows.append(Line(title, session.language.signed(bonus), said, picture, "good", value_ink="good"))
    ink = "good" if check.reached else "bad"
    words = session.text("reached") if check.reached else session.text("missed")
    rows.append(Line(session.text("Together"), f"{check.total} · {words}", "", "check" if check.reached else "miss", ink, value_ink=ink))
    return rows


def _needed_lines(session: "Session", check: Check) -> list[Line]:
    parts = check_parts(session.game.cards, check.supplier, False, False, check.bonus, check.needed)
    said = session.text("{most} less the supplier's reliability of {n}.", most=CARDS_AND_RELIABILITY, n=parts.reliability)
    rows = [
        Line(session.text("Needed"), str(check.needed), said, "chart"),
        Line(session.text("What its reputation says"), str(parts.reputation), "", "seal", "ink_soft"),
    ]
    if parts.beside:
        rows.append(
            Line(
                session.text("Its track record and the way of buying"),
                session.language.signed(parts.beside),
                session.text("It shows only when a supplier delivers."),
                "seal",
                "good" if parts.beside > 0 else "bad",
            )
        )
    return rows


def _came_lines(session: "Session", check: Check) -> list[Line]:
    """What was paid, emitted and brought, in the sentences of the log."""
    rows, teams = [], session.viewer.teams
    for happened in check.happenings:
        if happened.kind in (Happening.CHECK, Happening.TURNED_AGAIN):
            continue
        words = detail_text(session.language, session.pack, teams, happened)
        picture, ink = PICTURES.get(Happening(happened.kind), ("information", "ink_soft"))
        if happened.kind == Happening.GOAL:
            picture, ink = ("plus", "good") if happened.b > 0 else ("minus", "bad")
        if words:
            rows.append(Line(words, picture=picture, ink=ink))
    return rows

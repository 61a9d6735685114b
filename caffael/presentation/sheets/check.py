"""A delivery check, line by line: the card, each bonus, what was needed and why, and what came of it."""

from collections.abc import Sequence

from caffael.debrief.parts import check_parts
from caffael.presentation.blocks import Back, Line, Sheet
from caffael.presentation.press import Open
from caffael.presentation.sheets.backs import term_back
from caffael.presentation.viewer import Viewer
from caffael.presentation.year.checks import Check
from caffael.rules.happened import Happening
from caffael.words.looks import team_ink
from caffael.words.sentences import detail_text

PICTURES = {
    Happening.PAID: ("pound", "criterion.price"),
    Happening.INCOME: ("plus", "good"),
    Happening.CARBON: ("carbon", "criterion.carbon"),
    Happening.SOCIAL: ("heart-hands", "criterion.social"),
    Happening.ENDED: ("warning", "bad"),
    Happening.DELIVERED: ("check", "good"),
    Happening.INVESTED: ("leaf", "good"),
}


def checks_sheet(viewer: Viewer, checks: Sequence[Check]) -> Sheet:
    """Every check of a year, each a way to its parts."""
    reached = sum(check.reached for check in checks)
    line = viewer.text("Delivered: {n} of {most}", n=reached, most=len(checks))
    lines = tuple(_check_line(viewer, place, check) for place, check in enumerate(checks))
    return Sheet("checks", viewer.text("All checks of this year"), line, picture="seal", lines=lines, back=_back(viewer))


def _check_line(viewer: Viewer, place: int, check: Check) -> Line:
    category = viewer.need_look(check.need)
    value = viewer.text("{total} of {needed} needed", total=check.total, needed=check.needed)
    ink, value_ink = f"category.{category}", "good" if check.reached else "bad"
    press = Open("check", (place,))
    return Line(viewer.need(check.need), value, viewer.council(check.seat), category, ink, press=press, value_ink=value_ink)


def check_sheet(viewer: Viewer, check: Check) -> Sheet:
    """One check, and everything that came of it."""
    line = f"{viewer.council(check.seat)} · {viewer.supplier(check.supplier)}"
    picture = "check" if check.reached else "miss"
    lines = (*_sum_lines(viewer, check), *_needed_lines(viewer, check), *_came_lines(viewer, check))
    return Sheet("check", viewer.need(check.need), line, picture=picture, ink=team_ink(check.seat), lines=lines, back=_back(viewer))


def _back(viewer: Viewer) -> Back:
    return term_back(viewer, "delivery-check")


def _parts_of(viewer: Viewer, check: Check) -> tuple[tuple[str, int, str, str], ...]:
    """Each bonus: what it is for, how much, a word more, its picture."""
    parts = check_parts(viewer.cards, check.supplier, check.managed, check.engaged and check.first_year, check.bonus, check.needed)
    return (
        (viewer.text("Somebody managed the contract"), parts.managed, "", "manage"),
        (viewer.text("The market was engaged for this need"), parts.engaged, viewer.text("In the first year alone."), "engage"),
        (viewer.text("The adaption lab"), parts.lab, "", "adaption"),
    )


def _sum_lines(viewer: Viewer, check: Check) -> list[Line]:
    again = viewer.text("The adaption lab had the first card turned up again.") if check.turned_down else ""
    rows = [Line(viewer.text("Delivery card"), str(check.card), again, "seal")]
    for title, bonus, said, picture in _parts_of(viewer, check):
        if bonus:
            rows.append(Line(title, viewer.language.signed(bonus), said, picture, "good", value_ink="good"))
    ink = "good" if check.reached else "bad"
    words = viewer.text("reached") if check.reached else viewer.text("missed")
    rows.append(Line(viewer.text("Together"), f"{check.total} · {words}", "", "check" if check.reached else "miss", ink, value_ink=ink))
    return rows


def _needed_lines(viewer: Viewer, check: Check) -> list[Line]:
    parts = check_parts(viewer.cards, check.supplier, False, False, check.bonus, check.needed)
    said = viewer.text("{most} less the supplier's reliability of {n}.", most=viewer.cards.settings.check_sum, n=parts.reliability)
    rows = [
        Line(viewer.text("Needed"), str(check.needed), said, "chart"),
        Line(viewer.text("What its reputation says"), str(parts.reputation), "", "seal", "ink_soft"),
    ]
    if parts.beside:
        title = viewer.text("Its track record and the way of buying")
        words = viewer.text("It shows only when a supplier delivers.")
        rows.append(Line(title, viewer.language.signed(parts.beside), words, "seal", "good" if parts.beside > 0 else "bad"))
    return rows


def _came_lines(viewer: Viewer, check: Check) -> list[Line]:
    """What was paid, emitted and brought, in the sentences of the log."""
    rows: list[Line] = []
    for happened in check.happenings:
        if happened.kind in (Happening.CHECK, Happening.TURNED_AGAIN):
            continue
        words = detail_text(viewer.language, viewer.pack, viewer.councils, happened)
        picture, ink = PICTURES.get(Happening(happened.kind), ("information", "ink_soft"))
        if happened.kind == Happening.GOAL:
            picture, ink = ("plus", "good") if happened.b > 0 else ("minus", "bad")
        if words:
            rows.append(Line(words, picture=picture, ink=ink))
    return rows

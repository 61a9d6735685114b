"""What came of engaging the market."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from caffael.board.screens.table.sheets.base import Line, info_sheet
from caffael.board.widgets import Dialog
from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.words.looks import KIND_IDS, team_ink

if TYPE_CHECKING:
    from caffael.board.screens.table.host import TableHost


def engaged_sheet(table: "TableHost", happenings: Sequence[Happened]) -> Dialog:
    """Who came forward, and whose track record was turned up."""
    session = table.session
    match, language = session.game, session.language
    engaged = next(happened for happened in happenings if happened.kind == Happening.ENGAGED)
    rows = []
    for happened in happenings:
        if happened.kind == Happening.SUPPLIER_CAME:
            name = session.pack.supplier(happened.a).title(language.code)
            rows.append(
                Line(
                    session.text("{supplier} comes forward.", supplier=name),
                    "",
                    session.text("One more that could bid."),
                    KIND_IDS[match.cards.suppliers[happened.a].kind],
                    "accent",
                )
            )
        elif happened.kind == Happening.RECORD_SEEN:
            name = session.pack.supplier(happened.a).title(language.code)
            good, reputation = happened.b >= 0, match.cards.suppliers[happened.a].reputation
            rows.append(
                Line(
                    name,
                    language.signed(happened.b),
                    session.text("Its track record is turned up and changes its reputation of {reputation}.", reputation=reputation),
                    "seal",
                    "good" if good else "bad",
                    value_ink="good" if good else "bad",
                )
            )
    if not rows:
        rows.append(Line(session.text("No new supplier and no new track record: the market is known already."), picture="information"))
    title = session.pack.need(engaged.a).title(language.code)
    return info_sheet(
        table,
        session.text("The market has been engaged"),
        rows,
        line=session.text("For the need: “{need}”", need=title),
        story=session.text(
            "For this need offers of social value are higher now, no bid will be dearer than its card, and the first check is easier."
        ),
        picture="engage",
        ink=team_ink(engaged.seat),
    )

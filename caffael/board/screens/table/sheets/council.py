"""Another council, turned over; and a neighbour that nobody plays."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.drawings import draw_flower
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.backs import Back
from caffael.board.screens.table.sheets.base import Line, info_sheet
from caffael.board.screens.table.sheets.contract import contract_line
from caffael.board.screens.table.sheets.need import need_sheet
from caffael.board.screens.table.sheets.origins import money_sheet
from caffael.board.widgets import Dialog
from caffael.presentation.cards import petals
from caffael.rules.events import yearly_share
from caffael.rules.terms import BADGES, EARLIER, LABS
from caffael.words import handbook
from caffael.words.looks import BADGE_IDS, LAB_IDS
from caffael.words.sentences import badge_name, lab_name

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.table.host import TableHost


def council_sheet(table: "TableHost", seat: int) -> Dialog:
    """A council with its flower, its money, its contracts and its open needs."""
    session, look = table.session, table.look
    council = session.game.state.councils[seat]
    words = session.pack.council(council.card)
    if session.lesson.scores_hidden and seat != table.shown_seat:
        return hidden_sheet(table, seat)
    size = 430.0 * min(1.25, look.text_scale)

    def draw(painter: Painter, box: Box) -> None:
        draw_flower(
            painter,
            Box(box.left, box.top, box.width, min(box.height, box.width * 0.92)),
            petals(session.viewer, council.goals),
            size="body",
        )

    return info_sheet(
        table,
        session.viewer.council(seat),
        [*standing_lines(table, seat), *contract_lines_of(table, seat), *need_lines_of(table, seat)],
        line=session.game.seats[seat].team,
        story=words.line(session.language.code),
        picture="map",
        ink=f"team.{seat}",
        aside=(size, draw),
        width=1480.0,
        back=Back((handbook.entry(session.language, "term", "council"),), words.source),
    )


def hidden_sheet(table: "TableHost", seat: int) -> Dialog:
    """A council whose money and goals are hidden until the game is over: its contracts and its needs, which lie open."""
    session = table.session
    hidden = session.text("What this team has is hidden until the game is over.")
    return info_sheet(
        table,
        session.viewer.council(seat),
        [Line(hidden, picture="lock"), *contract_lines_of(table, seat), *need_lines_of(table, seat)],
        line=session.game.seats[seat].team,
        picture="map",
        ink=f"team.{seat}",
    )


def standing_lines(table: "TableHost", seat: int) -> list[Line]:
    """Money, carbon, labs, projects and badges of a council."""
    session = table.session
    match, language = session.game, session.language
    council, settings = match.state.councils[seat], match.cards.settings
    rows = [
        Line(
            session.text("Budget"),
            language.money_exact(council.budget),
            "",
            "pound",
            "criterion.price",
            on_press=lambda: table.open(lambda: money_sheet(table, seat)),
            value_ink="bad" if council.budget < 0 else "ink",
        )
    ]
    if settings.carbon == 1:
        share = session.text("A council's share for one year is {share}.", share=language.carbon(yearly_share(match.cards)))
        rows.append(Line(session.text("Carbon in all years"), language.carbon(council.carbon), share, "carbon", "criterion.carbon"))
    if settings.labs == 1:
        for lab in range(LABS):
            level = session.text("level {n}", n=council.labs[lab])
            rows.append(Line(lab_name(language, lab), level, "", LAB_IDS[lab]))
    rows.extend(
        Line(
            session.pack.project(project).title(language.code),
            session.text("finished"),
            session.pack.project(project).power(language.code),
            "project",
        )
        for project in range(match.cards.project_count)
        if council.projects[project] > 0
    )
    rows.extend(
        Line(badge_name(language, badge), won_words(session, council.badges[badge]), "", BADGE_IDS[badge], "gold")
        for badge in range(BADGES)
        if council.badges[badge] > 0
    )
    return rows


def won_words(session: "Session", year: int) -> str:
    """When a badge was won."""
    return session.text("badge of an earlier game") if year == EARLIER else session.text("badge of year {year}", year=year)


def contract_lines_of(table: "TableHost", seat: int) -> list[Line]:
    """The running contracts of a council."""
    return [contract_line(table, seat, contract) for contract in table.session.viewer.contracts(seat)]


def need_lines_of(table: "TableHost", seat: int) -> list[Line]:
    """The open needs of a council."""
    session = table.session
    council = session.game.state.councils[seat]
    rows = []
    for place in range(council.tray_count):
        need = council.tray[place]
        category = session.viewer.need_look(need)
        rows.append(
            Line(
                session.pack.need(need).title(session.language.code),
                session.text("open need"),
                "",
                category,
                f"category.{category}",
                on_press=_opens_need(table, seat, need),
            )
        )
    return rows


def _opens_need(table: "TableHost", seat: int, need: int) -> Callable[[], None]:
    return lambda: table.open(lambda: need_sheet(table, seat, need))


def neighbour_sheet(table: "TableHost", key: str) -> Dialog:
    """A council of the region that no team plays."""
    session = table.session
    card = session.pack.ids.councils.index(key)
    words = session.pack.council(card)
    rows = [Line(session.text("No team runs this council in this game."), picture="map")]
    if words.population > 0:
        value = session.language.number(words.population)
        rows.append(Line(session.text("People who live there"), value, "", "people"))
    return info_sheet(
        table,
        words.name(session.language.code),
        rows,
        story=words.line(session.language.code),
        picture="map",
        ink="slate",
        back=Back((handbook.entry(session.language, "term", "council"),), words.source),
    )

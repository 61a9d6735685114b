"""Another council, turned over; and a neighbour that nobody plays."""

from caffael.presentation.ahead import is_judged
from caffael.presentation.blocks import Line, Sheet
from caffael.presentation.cards import petals
from caffael.presentation.decisions.confirm import own_carbon_line
from caffael.presentation.points import points_line
from caffael.presentation.press import Open
from caffael.presentation.sheets.backs import term_back
from caffael.presentation.sheets.contract import contract_lines_of
from caffael.presentation.viewer import Viewer
from caffael.rules.events import yearly_share
from caffael.rules.terms import BADGES, EARLIER, LABS
from caffael.words.looks import BADGE_IDS, LAB_IDS, team_ink
from caffael.words.sentences import badge_name, lab_name


def council_sheet(viewer: Viewer, seat: int) -> Sheet:
    """A council with its flower, its money, its contracts and its open needs."""
    council = viewer.state.councils[seat]
    words = viewer.pack.council(council.card)
    if viewer.scores_hidden and seat != viewer.seat:
        return hidden_sheet(viewer, seat)
    return Sheet(
        "council",
        viewer.council(seat),
        lines=(*standing_lines(viewer, seat), *contract_lines_of(viewer, seat), *need_lines_of(viewer, seat)),
        line=viewer.team(seat),
        story=words.line(viewer.code),
        picture="map",
        ink=team_ink(seat),
        flower=tuple(petals(viewer, council.goals)),
        back=term_back(viewer, "council", source=words.source),
    )


def hidden_sheet(viewer: Viewer, seat: int) -> Sheet:
    """A council whose money and goals are hidden until the game is over: its contracts and its needs, which lie open."""
    hidden = viewer.text("What this team has is hidden until the game is over.")
    lines = (Line(hidden, picture="lock"), *contract_lines_of(viewer, seat), *need_lines_of(viewer, seat))
    return Sheet("hidden", viewer.council(seat), lines=lines, line=viewer.team(seat), picture="map", ink=team_ink(seat))


def standing_lines(viewer: Viewer, seat: int) -> list[Line]:
    """Money, carbon, labs, projects and badges of a council."""
    language = viewer.language
    council, settings = viewer.state.councils[seat], viewer.cards.settings
    value = language.money_exact(council.budget)
    press = Open("money", (seat,))
    points = points_line(viewer, seat)
    rows = [
        *(() if points is None else (points,)),
        Line(viewer.text("Budget"), value, "", "pound", "criterion.price", press=press, value_ink="bad" if council.budget < 0 else "ink"),
    ]
    if settings.carbon == 1:
        share = viewer.text("A council's share for one year is {share}.", share=language.carbon(yearly_share(viewer.cards)))
        rows.append(Line(viewer.text("Carbon in all years"), language.carbon(council.carbon), share, "carbon", "criterion.carbon"))
    if is_judged(viewer):
        rows.append(own_carbon_line(viewer, seat))
    if settings.labs == 1:
        for lab in range(LABS):
            level = viewer.text("level {n}", n=council.labs[lab])
            rows.append(Line(lab_name(language, lab), level, "", LAB_IDS[lab]))
    rows.extend(
        Line(viewer.project(project), viewer.text("finished"), viewer.pack.project(project).power(viewer.code), "project")
        for project in range(viewer.cards.project_count)
        if council.projects[project] > 0
    )
    rows.extend(
        Line(badge_name(language, badge), won_words(viewer, council.badges[badge]), "", BADGE_IDS[badge], "gold")
        for badge in range(BADGES)
        if council.badges[badge] > 0
    )
    return rows


def won_words(viewer: Viewer, year: int) -> str:
    """When a badge was won."""
    return viewer.text("badge of an earlier game") if year == EARLIER else viewer.text("badge of year {year}", year=year)


def need_lines_of(viewer: Viewer, seat: int) -> list[Line]:
    """The open needs of a council."""
    council = viewer.state.councils[seat]
    rows = []
    for place in range(council.tray_count):
        need = council.tray[place]
        category = viewer.need_look(need)
        rows.append(
            Line(viewer.need(need), viewer.text("open need"), "", category, f"category.{category}", press=Open("need", (seat, need)))
        )
    return rows


def neighbour_sheet(viewer: Viewer, card: int) -> Sheet:
    """A council of the region that no team plays."""
    words = viewer.pack.council(card)
    rows = [Line(viewer.text("No team runs this council in this game."), picture="map")]
    if words.population > 0:
        value = viewer.language.number(words.population)
        rows.append(Line(viewer.text("People who live there"), value, "", "people"))
    title = words.name(viewer.code)
    back = term_back(viewer, "council", source=words.source)
    return Sheet("neighbour", title, lines=tuple(rows), story=words.line(viewer.code), picture="map", ink="slate", back=back)

"""Labs, projects and badges, turned over."""

from caffael.presentation.blocks import Back, Line, Sheet
from caffael.presentation.labs import lab_levels
from caffael.presentation.sheets.backs import back_of, term_back
from caffael.presentation.viewer import Viewer
from caffael.rules.powers import LAB_TOP, can_be_won
from caffael.rules.terms import BADGES, EARLIER, LABS, Badge
from caffael.words import handbook
from caffael.words.looks import BADGE_IDS, LAB_IDS, team_ink
from caffael.words.sentences import badge_name, lab_name


def _all_of(viewer: Viewer, group: str) -> Back:
    """Every entry of a group."""
    return back_of(viewer, *(handbook.entry(viewer.language, group, name) for name in handbook.names(group)))


def labs_sheet(viewer: Viewer, seat: int) -> Sheet:
    """What the three labs are, how far a council has come, and what the next level brings."""
    council = viewer.state.councils[seat]
    language = viewer.language
    rows = []
    for lab in range(LABS):
        level, entry = council.labs[lab], handbook.numbered(language, "lab", lab)
        brings = lab_levels(language, viewer.cards, lab)
        rows.append(
            Line(lab_name(language, lab), viewer.text("level {n} of {most}", n=level, most=LAB_TOP), entry.line, LAB_IDS[lab], "accent")
        )
        rows.extend(
            Line(brings[step - 1], picture="check" if step <= level else "lock", ink="good" if step <= level else "line_strong")
            for step in range(1, LAB_TOP + 1)
        )
    story = viewer.text(
        "In the labs officers learn from each other, as in the Infuse programme. A level costs as many officer days as its number."
    )
    title = viewer.text("The three labs")
    return Sheet("labs", title, lines=tuple(rows), story=story, picture="procurement", ink=team_ink(seat), back=_all_of(viewer, "lab"))


def projects_sheet(viewer: Viewer, seat: int) -> Sheet:
    """The innovation projects: which are finished, and what each does for good."""
    council = viewer.state.councils[seat]
    language = viewer.language
    rows = []
    for project in range(viewer.cards.project_count):
        words = viewer.pack.project(project)
        done = council.projects[project]
        value = viewer.text("finished in year {year}", year=done) if done else language.money(viewer.cards.projects[project].cost)
        rows.append(
            Line(words.title(viewer.code), value, words.power(viewer.code), "check" if done else "project", "good" if done else "accent")
        )
    line = viewer.text("The Challenge Fund still holds {money} for those who are first.", money=language.money(viewer.state.fund))
    title = viewer.text("Innovation projects")
    return Sheet("projects", title, lines=tuple(rows), line=line, picture="project", ink=team_ink(seat), back=term_back(viewer, "project"))


def badges_sheet(viewer: Viewer, seat: int) -> Sheet:
    """The five ways of working, and which badges a council has won."""
    council = viewer.state.councils[seat]
    language = viewer.language
    rows = []
    for badge in range(BADGES):
        won = council.badges[badge]
        value = viewer.text("won in year {year}", year=won) if won else ""
        if not won and badge == Badge.INVOLVEMENT:
            value = viewer.text("{n} of {most}", n=council.engagements, most=viewer.cards.settings.involvement)
        if not won and not can_be_won(viewer.cards, viewer.state, badge):
            value = viewer.text("not in this game")
        if won == EARLIER:
            value = viewer.text("won in an earlier game")
        ink = "warn" if won else "line_strong"
        rows.append(Line(badge_name(language, badge), value, handbook.numbered(language, "badge", badge).line, BADGE_IDS[badge], ink))
    line = viewer.plural(
        "A badge counts {n} point at the end.", "A badge counts {n} points at the end.", viewer.cards.settings.badge_points
    )
    story = viewer.text("The Well-being of Future Generations Act names five ways of working. Each can be won once.")
    title = viewer.text("Five ways of working")
    return Sheet(
        "badges", title, lines=tuple(rows), line=line, story=story, picture="seal", ink=team_ink(seat), back=_all_of(viewer, "badge")
    )

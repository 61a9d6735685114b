"""The review of a year: the region's carbon, and a row for each thing that is judged, with a cell for each council."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from caffael.presentation.blocks import Chip, Group, Line, Page, Sheet, Text
from caffael.presentation.cards import goal_chip
from caffael.presentation.marks import carbon_marks, own_marks
from caffael.presentation.own_carbon import origins_said
from caffael.presentation.points import place_said, points_sheet, standing_of, tie_rule
from caffael.presentation.press import Open
from caffael.presentation.sheets.origins import figure_sheet
from caffael.presentation.story import Story
from caffael.presentation.table.region import carbon_words
from caffael.presentation.viewer import Viewer
from caffael.presentation.year.chapters import Chapter, Kind, Tally, chapters_of, told_before, ways_on
from caffael.presentation.year.then import viewer_then
from caffael.rules.happened import Cause, Happening
from caffael.rules.records import Happened, State
from caffael.rules.terms import NONE
from caffael.words.looks import BADGE_IDS
from caffael.words.sentences import badge_name, happened_text

ROWS = ("points", "unmet", "carbon", "money", "badges", "goals")
"""The points that came of it, then what is judged, in the order in which the rules review the year; the ids of the rows."""


@dataclass(slots=True)
class Review:
    """The review of a year: what happened in it, the totals at its end, and the chapters that come after it, each with its place.

    `told` is all that happened to its end, from the table `before` on.
    """

    year: int
    happenings: Sequence[Happened]
    before: State
    told: Sequence[Happened]
    ends: Tally
    chapters: Sequence[Chapter]
    place: int

    @property
    def opening(self) -> int | None:
        """The place of the next year's opening; None when the game is over."""
        return next((at for at in range(self.place, len(self.chapters)) if self.chapters[at].kind is Kind.OPENING), None)

    def after(self, opening: int) -> list[Happened]:
        """What happened after an opening, where nobody could decide anything in the year that it began."""
        return [happened for chapter in self.chapters[opening + 1 :] for happened in chapter.happenings]


def review_of(story: Story, first: int = 0) -> Review:
    """The first review of a story, looked for from a chapter on. A year in which nothing is judged has an empty one."""
    chapters = chapters_of(story)
    ends = (Kind.REVIEW, Kind.OPENING, Kind.END)
    place = next((at for at in range(first, len(chapters)) if chapters[at].kind in ends), len(chapters))
    judged = place < len(chapters) and chapters[place].kind is Kind.REVIEW
    after = place + 1 if judged else place
    year = chapters[after - 1].year if after else story.before.year
    happenings = chapters[place].happenings if judged else []
    told = told_before(chapters, after)
    return Review(year, happenings, story.before, told, Tally(story.before, told), chapters, after)


def review_page(viewer: Viewer, review: Review) -> Page:
    """The page of a review: the region's carbon, then the board of councils."""
    region = (region_carbon(viewer, review),) if viewer.cards.settings.carbon == 1 else ()
    title = viewer.text("What year {year} came to", year=review.year)
    return Page("review", title, picture="chart", blocks=(*region, *review_rows(viewer, review)), buttons=ways_on(viewer))


def region_carbon(viewer: Viewer, review: Review) -> Group:
    """The region's carbon, the marks of its track, and what the region hears of marks that were reached."""
    used = review.ends.region
    marks = [
        Line(mark.words, words=mark.told, ink="bad" if mark.passed else "ink_soft", id="mark")
        for mark in carbon_marks(viewer, used, review.year)
    ]
    notes = []
    for happened in review.happenings:
        if happened.kind == Happening.MARK and happened.seat == NONE:
            said = happened_text(viewer.language, viewer.pack, viewer.councils, happened)
            if said:
                notes.append(Text(said, "lead"))
    return Group("region", carbon_words(viewer, used), (*marks, *notes), "carbon")


def review_rows(viewer: Viewer, review: Review) -> tuple[Group, ...]:
    """The rows of the board. What is not part of this game, or hidden, is left out."""
    settings, tally, then = viewer.cards.settings, review.ends, viewer_then(viewer, review.before, review.told)
    makers: tuple[tuple[bool, str, str, Callable[[int, list[Happened]], Line]], ...] = (
        (shows_points(viewer, review), viewer.text("Points so far"), "star", lambda seat, own: points_cell(then, seat)),
        (True, viewer.text("Needs without a contract"), "timer", lambda seat, own: unmet_cell(viewer, own)),
        (
            settings.carbon == 1 and settings.own_carbon == 1,
            viewer.text("Own carbon this year"),
            "carbon",
            lambda seat, own: carbon_cell(viewer, own, origins_said(viewer, viewer.happened_in(review.year), seat)),
        ),
        (True, viewer.text("Money"), "pound", lambda seat, own: money_cell(viewer, own, tally.budget[seat], review.year)),
        (settings.badges == 1, viewer.text("New badges"), "seal", lambda seat, own: badge_cell(viewer, own)),
        (not viewer.scores_hidden, viewer.text("All seven goals"), "integration", lambda seat, own: goals_cell(viewer, tally.goals[seat])),
    )
    rows = []
    for place, (on, title, picture, make) in enumerate(makers):
        if on:
            made = [make(seat, [one for one in review.happenings if one.seat == seat]) for seat in viewer.seats]
            rows.append(Group(ROWS[place], title, tuple(_placed(viewer, place, seat, cell) for seat, cell in enumerate(made)), picture))
    return tuple(rows)


def _placed(viewer: Viewer, row: int, seat: int, cell: Line) -> Line:
    """A cell in its place: it opens to what made its figure, where there is anything behind it that everybody may see now."""
    hidden = ROWS[row] == "money" and viewer.scores_hidden
    press = Open("figure", (row, seat)) if (cell.value or cell.chips) and not hidden else None
    return replace(cell, title=viewer.council(seat), press=press, id=f"cell.{ROWS[row]}.{seat}")


def judged_sheet(viewer: Viewer, review: Review, place: int, seat: int) -> Sheet:
    """What made the figure of a cell: that of a council in the row at a place of `ROWS`."""
    if ROWS[place] == "points":
        return points_sheet(viewer_then(viewer, review.before, review.told), seat)
    row = next(one for one in review_rows(viewer, review) if one.id == ROWS[place])
    figure = next(one.value for at, one in enumerate(row.blocks) if isinstance(one, Line) and at == seat)
    title = f"{row.title}: {figure}" if figure else row.title
    return figure_sheet(viewer, row.id, title, row.picture, seat, review.year, sum(review.ends.goals[seat]))


def goal_chips(viewer: Viewer, own: Sequence[Happened], *causes: int) -> tuple[Chip, ...]:
    """The goals that moved for these causes, as chips."""
    moved: dict[int, int] = {}
    for happened in own:
        if happened.kind == Happening.GOAL and happened.c in causes:
            moved[happened.a] = moved.get(happened.a, 0) + happened.b
    return tuple(goal_chip(viewer.language.signed(change), goal) for goal, change in moved.items())


def unmet_cell(viewer: Viewer, own: Sequence[Happened]) -> Line:
    """What stayed unmet, and what that took away."""
    needs = [happened.a for happened in own if happened.kind == Happening.UNMET]
    if not needs:
        return Line("", "0", viewer.text("Every need has a contract."), value_ink="good")
    titles = ", ".join(f"“{viewer.need(need)}”" for need in needs)
    return Line("", viewer.language.number(len(needs)), titles, value_ink="bad", chips=goal_chips(viewer, own, Cause.UNMET))


def carbon_cell(viewer: Viewer, own: Sequence[Happened], origins: Sequence[str]) -> Line:
    """A council's carbon against its share, and what it came from."""
    judged = next((happened for happened in own if happened.kind == Happening.OWN_CARBON), None)
    if judged is None:
        return Line("", "–")
    language = viewer.language
    return Line(
        "",
        language.carbon(judged.a),
        "\n".join((viewer.text("The share is {share}.", share=language.carbon(judged.b)), *origins)),
        value_ink="bad" if judged.a > judged.b else "good",
        chips=goal_chips(viewer, own, Cause.OWN_CARBON),
        share=judged.a / judged.b if judged.b else 0.0,
        marks=own_marks(viewer, judged.a, judged.b),
    )


def money_cell(viewer: Viewer, own: Sequence[Happened], budget: int, year: int) -> Line:
    """The budget at the end of a year, prizes and a Section 114 notice."""
    language = viewer.language
    words = []
    for happened in own:
        if happened.kind == Happening.PRIZE:
            words.append(viewer.text("Prize from the Challenge Fund: {money}", money=language.money(happened.b)))
        elif happened.kind == Happening.NOTICE:
            words.append(notice_words(viewer, year))
    figure, ink = language.money(budget), "bad" if budget < 0 else "ink"
    if viewer.scores_hidden:
        figure, ink = viewer.text("hidden"), "ink_soft"
    return Line("", figure, "\n".join(words), value_ink=ink, chips=goal_chips(viewer, own, Cause.NOTICE))


def notice_words(viewer: Viewer, year: int) -> str:
    """What a Section 114 notice of a year means: no spending in the next, or in the last one what it costs at the end."""
    points = viewer.cards.settings.notice_points
    if year < viewer.cards.settings.years:
        return viewer.text("Section 114 notice: only the framework next year.")
    if points == 0:
        return viewer.text("Section 114 notice")
    return viewer.plural("Section 114 notice: {n} point less at the end.", "Section 114 notice: {n} points less at the end.", points)


def badge_cell(viewer: Viewer, own: Sequence[Happened]) -> Line:
    """The badges won this year."""
    badges = [happened.a for happened in own if happened.kind == Happening.BADGE]
    if not badges:
        return Line("", "", viewer.text("none this year"), value_ink="ink_soft")
    chips = tuple(Chip(badge_name(viewer.language, badge), BADGE_IDS[badge], "ink", "gold_pale") for badge in badges)
    return Line("", value_ink="good", chips=chips)


def goals_cell(viewer: Viewer, goals: Sequence[int]) -> Line:
    """The sum of the goals, and the lowest."""
    lowest, number = min(goals), viewer.language.number
    return Line("", number(sum(goals)), viewer.text("The lowest:"), chips=(goal_chip(number(lowest), list(goals).index(lowest)),))


def shows_points(viewer: Viewer, review: Review) -> bool:
    """Whether points and places stand in a review: not while they are hidden, and not in the last, which the finale follows."""
    return not viewer.scores_hidden and review.opening is not None


def points_cell(then: Viewer, seat: int) -> Line:
    """A council's points at the end of the year, its place, and what decided it among as many points."""
    said = "\n".join(words for words in (place_said(then, seat), tie_rule(then, seat)) if words)
    return Line("", then.language.number(standing_of(then, seat).total), said)

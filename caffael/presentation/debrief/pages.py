"""The pages of the debrief in an order that a class can follow: the region's fate first, three questions last."""

from caffael.debrief import Debrief
from caffael.presentation.blocks import Button, Page, Table, Text
from caffael.presentation.debrief.asked import asked_page
from caffael.presentation.debrief.fate import fate_page
from caffael.presentation.debrief.figures import carbon_page, money_page
from caffael.presentation.debrief.promises import promises_page
from caffael.presentation.debrief.ranking import ranking_page
from caffael.presentation.debrief.talk import talk_page
from caffael.presentation.press import Do
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import BADGES, EARLIER
from caffael.words.handbook import numbered
from caffael.words.sentences import badge_name

PAGES = (fate_page, ranking_page, asked_page, carbon_page, money_page, promises_page, talk_page)


def debrief_pages(viewer: Viewer, debrief: Debrief) -> list[Page]:
    """The seven pages."""
    return [page(viewer, debrief) for page in PAGES]


def foot(viewer: Viewer, place: int, following: str = "", why: str = "") -> tuple[Button, ...]:
    """The page before, and the next one or the way out; `following`: the next game of a campaign, `why` it can't begin."""
    before = (Button("before", viewer.text("Page before"), Do("turn", (-1,)), "arrow-left", "plain"),) if place else ()
    if place < len(PAGES) - 1:
        return (*before, Button("next", viewer.text("Next page"), Do("turn", (1,)), "arrow-right"))
    keep = Button("keep", viewer.text("Keep this debrief"), Do("keep"), "save", "plain")
    leave = Button("leave", viewer.text("Leave the game for the title page"), Do("leave"), "quit", "plain" if following else "primary")
    onward = (Button("following", following, Do("next game"), "arrow-right", why=why),) if following else ()
    return (*before, keep, leave, *onward)


def class_story(viewer: Viewer, debrief: Debrief) -> list[Page]:
    """The class's part of a document: the pages that this game has something to say on, and its ways of working."""
    pages = [page for page in debrief_pages(viewer, debrief) if page.id != "carbon" or debrief.region.counted]
    if viewer.cards.settings.badges == 1:
        pages.insert(-1, ways_page(viewer, debrief))
    return pages


def ways_page(viewer: Viewer, debrief: Debrief) -> Page:
    """The five ways of working: what each asks, and which team showed it when."""
    badges = [team.badges for team in sorted(debrief.teams, key=lambda team: team.seat)]
    heads = (viewer.text("Way of working"), viewer.text("How its badge is won"), *viewer.teams)
    rows = tuple(
        (
            badge_name(viewer.language, badge),
            numbered(viewer.language, "badge", badge).line,
            *(when_won(viewer, won[badge]) for won in badges),
        )
        for badge in range(BADGES)
    )
    table = Table(viewer.text("Badges of the five ways of working"), heads, rows, widths=(18, 40, *(12 for _ in badges)))
    act = viewer.text("The Well-being of Future Generations Act names five ways of working. Each can be won once.")
    return Page("ways", viewer.text("Five ways of working"), blocks=(Text(act), table))


def when_won(viewer: Viewer, year: int) -> str:
    """When a badge was won, in a word or two."""
    if year == 0:
        return viewer.text("not won")
    return viewer.text("in an earlier game") if year == EARLIER else viewer.text("Year {year}", year=year)

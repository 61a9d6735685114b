"""The opening of a year: grants and days, new needs, the events, who came to the market and who left it."""

from collections.abc import Iterator

from caffael.presentation.blocks import Block, Group, Line, Page, Text
from caffael.presentation.cards import need_face
from caffael.presentation.sheets.events import event_lines
from caffael.presentation.story import Story
from caffael.presentation.viewer import Viewer
from caffael.presentation.year.chapters import Chapter, Kind, chapters_of, ways_on
from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.words.looks import KIND_IDS, team_ink


def opening_of(story: Story, first: int = 0) -> Chapter:
    """The first opening of a story, looked for from a chapter on."""
    return next(one for one in chapters_of(story)[first:] if one.kind is Kind.OPENING)


NEWS = frozenset({Happening.EVENT, Happening.CLIMATE_EVENT, Happening.SUPPLIER_CAME, Happening.SUPPLIER_LEFT})


def brings_news(story: Story, first: int = 0) -> bool:
    """Whether an opening brings anything but grants and needs, which the table shows as well."""
    return any(happened.kind in NEWS for happened in opening_of(story, first).happenings)


def year_page(viewer: Viewer, chapter: Chapter) -> Page:
    """The page of an opening: the councils, the events, the market. What this game has not is not there."""
    first = next((happened.b for happened in chapter.happenings if happened.kind == Happening.YEAR_OPENED), 0)
    title = viewer.text("Year {year} begins", year=chapter.year)
    blocks = (
        Group("councils", "", tuple(council_grant(viewer, chapter, grant) for grant in _of(chapter, Happening.GRANT))),
        *_events(viewer, chapter),
        *_market(viewer, chapter),
    )
    line = viewer.text("First to buy: {team}", team=viewer.council(first))
    return Page("year", title, line, "year", blocks=blocks, buttons=ways_on(viewer))


def _of(chapter: Chapter, *kinds: Happening) -> list[Happened]:
    return [happened for happened in chapter.happenings if happened.kind in kinds]


def council_grant(viewer: Viewer, chapter: Chapter, grant: Happened) -> Group:
    """A council's grant, days and new needs, and the points that these take away as long as they wait."""
    seat = grant.seat
    days = next((happened.a for happened in _of(chapter, Happening.DAYS) if happened.seat == seat), 0)
    money = viewer.language.signed_money(grant.a + grant.b)
    words = viewer.plural("{money} · {n} officer day", "{money} · {n} officer days", days, money=money)
    needs = [happened.a for happened in _of(chapter, Happening.NEED_DRAWN, Happening.NEED_BACK) if happened.seat == seat]
    points = viewer.cards.settings.unmet_points * len(needs)
    waits = viewer.text("Points: {points} until these needs have contracts", points=viewer.language.signed(-points))
    said = (Text(waits, id="waits"),) if points and not viewer.scores_hidden else ()
    blocks: tuple[Block, ...] = Text(words), *said, *(need_face(viewer, need) for need in needs)
    return Group(f"council.{seat}", viewer.council(seat), blocks, ink=team_ink(seat))


def _events(viewer: Viewer, chapter: Chapter) -> Iterator[Block]:
    """The events as they are turned over: of the year, then of the climate. A game of events that has none now says so."""
    events, climate = _of(chapter, Happening.EVENT), _of(chapter, Happening.CLIMATE_EVENT)
    rows: list[Block] = []
    for happened in (*events, *climate):
        of_climate = happened.kind == Happening.CLIMATE_EVENT
        words = viewer.pack.climate(happened.a) if of_climate else viewer.pack.event(happened.a)
        card = viewer.cards.climate[happened.a] if of_climate else viewer.cards.events[happened.a]
        picture = "climate" if of_climate else "event"
        kind = viewer.text("Climate event") if of_climate else viewer.text("Event of the year")
        told: tuple[Block, ...] = Text(kind, "soft"), Text(words.story(viewer.code)), *event_lines(viewer, card)
        rows.append(Group(f"{picture}.{happened.a}", words.title(viewer.code), told, picture, "bad" if of_climate else "accent"))
    if rows:
        yield Group("events", "", tuple(rows))
    elif viewer.cards.settings.events == 1:
        yield Text(viewer.text("There is no event in this game."), id="no event")


def _market(viewer: Viewer, chapter: Chapter) -> Iterator[Group]:
    """Who came to the market, and who left it."""
    came, left = viewer.text("They have come to the market"), viewer.text("They have left the market")
    sides = (("came", came, "arrow-right", Happening.SUPPLIER_CAME), ("left", left, "arrow-left", Happening.SUPPLIER_LEFT))
    for name, title, picture, kind in sides:
        if found := _of(chapter, kind):
            yield Group(name, title, tuple(_supplier_line(viewer, happened.a) for happened in found), picture)


def _supplier_line(viewer: Viewer, supplier: int) -> Line:
    card, cards = viewer.cards.suppliers[supplier], viewer.cards
    categories = [viewer.category(category) for category in range(cards.categories) if card.categories[category] == 1]
    return Line(viewer.supplier(supplier), "", ", ".join(categories), KIND_IDS[card.kind], "ink_soft")

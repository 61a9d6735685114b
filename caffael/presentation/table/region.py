"""What lies between the councils: the years, the map, the region's carbon, the events, the market; and what happened, in sentences."""

from collections.abc import Sequence
from itertools import islice

from caffael.presentation.blocks import Line, Placed
from caffael.presentation.cards import map_tiles, supplier_face
from caffael.presentation.faces import SupplierFace, Tile
from caffael.presentation.press import Open
from caffael.presentation.viewer import Viewer
from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.rules.tender import can_bid
from caffael.rules.terms import NONE, Route
from caffael.rules.year import region_budget
from caffael.words.looks import team_ink
from caffael.words.sentences import happened_text


def year_words(viewer: Viewer) -> str:
    """The year, and how many there are."""
    return viewer.text("Year {year} of {years}", year=viewer.state.year, years=viewer.cards.settings.years)


def land(viewer: Viewer) -> tuple[Placed[Tile], ...]:
    """The councils of the region as tiles of the map; those that nobody plays too."""
    return tuple(
        Placed(f"tile {tile.key}", tile, Open("neighbour", (card,)) if tile.team is None else Open("council", (tile.team,)))
        for card, tile in enumerate(map_tiles(viewer))
    )


def carbon_share(viewer: Viewer, kilograms: int) -> float:
    """How much of the region's carbon budget so many kilograms are."""
    budget = region_budget(viewer.cards, viewer.state)
    return kilograms / budget if budget > 0 else 0.0


def carbon_words(viewer: Viewer, kilograms: int) -> str:
    """How much the region has emitted of what it may."""
    budget = region_budget(viewer.cards, viewer.state)
    return viewer.text("{used} of {budget} CO₂e", used=viewer.language.carbon(kilograms), budget=viewer.language.carbon(budget))


def carbon_line(viewer: Viewer) -> Line:
    """The region's carbon, and what the track counts."""
    words, counted = carbon_words(viewer, viewer.state.carbon), viewer.text("the region's carbon, shared by all")
    return Line(words, words=counted, press=Open("carbon"), id="carbon")


def year_events(viewer: Viewer) -> tuple[Line, ...]:
    """The event of the year and the climate events in force: what each is called, and what it is."""
    state, rows = viewer.state, []
    if state.event != NONE:
        title = viewer.pack.event(state.event).title(viewer.code)
        rows.append(
            Line(title, "", viewer.text("Event of the year"), "event", "accent", Open("event", (state.event,)), id=f"event {title}")
        )
    for mark in range(state.climate_come - state.climate_now, state.climate_come):
        title = viewer.pack.climate(mark).title(viewer.code)
        rows.append(Line(title, "", viewer.text("Climate event"), "climate", "bad", Open("climate", (mark,)), id=f"climate {title}"))
    return tuple(rows)


def market(viewer: Viewer) -> tuple[Placed[SupplierFace], ...]:
    """The suppliers of the market."""
    return tuple(Placed(f"supplier {one}", market_face(viewer, one), Open("supplier", (one,))) for one in viewer.market)


def market_face(viewer: Viewer, supplier: int, need: int | None = None, *, private: bool = False) -> SupplierFace:
    """A supplier's card: lit or faint while a need is pointed at, with what the viewer's team alone knows while that is looked at."""
    seat = viewer.seat if private else None
    if need is None:
        return supplier_face(viewer, supplier, seat)
    card = viewer.cards.needs[need]
    fits = can_bid(viewer.cards, viewer.state, supplier, card.category, card.estimate, Route.OPEN, 0)
    return supplier_face(viewer, supplier, seat, picked=fits, faint=not fits)


NEWEST = 24
"""So many sentences of the log lie on the table."""
TELLING = (
    Happening.AWARDED,
    Happening.FAILED,
    Happening.JOINT_ASKED,
    Happening.PROJECT,
    Happening.TRAINED,
    Happening.ENGAGED,
    Happening.JOINT_REFUSED,
    Happening.CAME_BACK,
    Happening.LAID_NOTHING,
    Happening.MANAGED,
    Happening.PASSED,
)
"""The kinds of happening that can stand for a decision, the one that says most first."""


def said(viewer: Viewer, happened: Happened) -> str:
    """A happening as a sentence; empty where there is nothing to say."""
    return happened_text(viewer.language, viewer.pack, viewer.councils, happened) or ""


def log_lines(viewer: Viewer, most: int) -> tuple[Line, ...]:
    """The last sentences of the log, newest first, each in the colour of the team that it is about."""
    told = ((said(viewer, one), one.seat) for one in reversed(viewer.happened()))
    lines = (Line(words, ink="line_strong" if seat == NONE else team_ink(seat)) for words, seat in told if words)
    return tuple(islice(lines, most))


def telling_words(viewer: Viewer, happenings: Sequence[Happened]) -> str:
    """What a decision came to, in the one sentence that says most; empty when there is nothing to say."""
    for kind in TELLING:
        for happened in happenings:
            if happened.kind == kind:
                return said(viewer, happened)
    return ""

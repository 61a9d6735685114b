"""An event, turned over."""

from caffael.presentation.blocks import Line, Sheet
from caffael.presentation.sheets.backs import term_back
from caffael.presentation.viewer import Viewer
from caffael.rules.cards import Effect, Event
from caffael.rules.terms import EffectKind
from caffael.words.looks import GOAL_IDS, goal_ink
from caffael.words.sentences import effect_text

EFFECT_PICTURES = {
    EffectKind.BUDGET: "pound",
    EffectKind.DAYS: "day",
    EffectKind.PRICE: "pound",
    EffectKind.CARBON: "carbon",
    EffectKind.GOAL: "star",
    EffectKind.MARKET: "market",
    EffectKind.FUND: "trophy",
    EffectKind.EMERGENCY: "warning",
}


def event_lines(viewer: Viewer, event: Event) -> list[Line]:
    """What an event does, a line for each effect."""
    return [effect_line(viewer, effect) for effect in event.effects if effect.kind != EffectKind.NOTHING]


def effect_line(viewer: Viewer, effect: Effect) -> Line:
    """What one effect does."""
    picture = EFFECT_PICTURES[EffectKind(effect.kind)]
    ink: str = "bad" if effect.amount < 0 or effect.kind == EffectKind.EMERGENCY else "ink"
    if effect.kind == EffectKind.GOAL:
        picture, ink = GOAL_IDS[effect.target], goal_ink(effect.target)
    return Line(effect_text(viewer.language, viewer.pack, effect), picture=picture, ink=ink)


def event_sheet(viewer: Viewer, event: int) -> Sheet:
    """The event of the year."""
    words = viewer.pack.event(event)
    lines = tuple(event_lines(viewer, viewer.cards.events[event]))
    line = viewer.text("Event of the year")
    back = term_back(viewer, "event", source=words.source)
    return Sheet("event", words.title(viewer.code), lines=lines, line=line, story=words.story(viewer.code), picture="event", back=back)


def climate_sheet(viewer: Viewer, mark: int) -> Sheet:
    """The climate event of a carbon mark."""
    words = viewer.pack.climate(mark)
    title = words.title(viewer.code)
    lines = tuple(event_lines(viewer, viewer.cards.climate[mark]))
    line = viewer.text(
        "It came because the region has reached {percent} of its carbon budget.",
        percent=viewer.language.percent(viewer.cards.settings.marks[mark]),
    )
    back = term_back(viewer, "climate-event", source=words.source)
    return Sheet("climate", title, lines=lines, line=line, story=words.story(viewer.code), picture="climate", ink="bad", back=back)

"""An event, turned over."""

from typing import TYPE_CHECKING

from caffael.board.screens.backs import Back
from caffael.board.screens.table.sheets.base import Line, info_sheet
from caffael.board.theme import Ink
from caffael.board.widgets import Dialog
from caffael.rules.records import Effect, Event
from caffael.rules.terms import EffectKind
from caffael.words import handbook
from caffael.words.looks import GOAL_IDS
from caffael.words.sentences import effect_text

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.table.host import TableHost

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


def event_lines(session: "Session", event: Event) -> list[Line]:
    """What an event does, a line for each effect."""
    return [effect_line(session, effect) for effect in event.effects if effect.kind != EffectKind.NOTHING]


def effect_line(session: "Session", effect: Effect) -> Line:
    """What one effect does."""
    picture = EFFECT_PICTURES[EffectKind(effect.kind)]
    ink: Ink = "bad" if effect.amount < 0 or effect.kind == EffectKind.EMERGENCY else "ink"
    if effect.kind == EffectKind.GOAL:
        picture, ink = GOAL_IDS[effect.target], f"goal.{GOAL_IDS[effect.target]}"
    return Line(effect_text(session.language, session.pack, effect), picture=picture, ink=ink)


def event_sheet(table: "TableHost", event: int) -> Dialog:
    """The event of the year."""
    session = table.session
    words = session.pack.event(event)
    return info_sheet(
        table,
        words.title(session.language.code),
        event_lines(session, session.game.cards.events[event]),
        line=session.text("Event of the year"),
        story=words.story(session.language.code),
        picture="event",
        back=Back((handbook.entry(session.language, "term", "event"),), words.source),
    )


def climate_sheet(table: "TableHost", mark: int) -> Dialog:
    """The climate event of a carbon mark."""
    session = table.session
    words = session.pack.climate(mark)
    return info_sheet(
        table,
        words.title(session.language.code),
        event_lines(session, session.game.cards.climate[mark]),
        line=session.text(
            "It came because the region has reached {percent} of its carbon budget.",
            percent=session.language.percent(session.game.cards.settings.marks[mark]),
        ),
        story=words.story(session.language.code),
        picture="climate",
        ink="bad",
        back=Back((handbook.entry(session.language, "term", "climate-event"),), words.source),
    )

"""One setting of the editor: a card with its name, its sentence, what sets it, and a way back to the pack's own value."""

from typing import TYPE_CHECKING

from caffael.authoring.own.settings import CARBON, TIMER, WHOLE, YEARS_KEY, Setting
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Button, Card, Choice, Option, ScrollArea, Stepper, Toggle
from caffael.board.widgets.toggle import WIDE

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.editor import EditorScreen

AIR = 20.0
STEPPER = 330.0
TIGHT, ROOMY = 90, 110
"""Percentages of the pack's carbon budget up to which it is tight, and from which it is roomy."""


def control_width(look: Look, session: "Session", setting: Setting, wide: float) -> float:
    """How wide what sets it is."""
    if setting.kind == "switch":
        return WIDE + 12
    if setting.kind == "choice":
        each = max(look.words_width(session.text(word), "body", True) for _, word in setting.options) + 34
        return min(each * len(setting.options) + 10, wide - 2 * AIR)
    return STEPPER + 110 * (look.text_scale - 1)


def stands_below(look: Look, session: "Session", setting: Setting, wide: float) -> bool:
    """Whether what sets it stands under the words, where there is not enough room beside them."""
    return setting.kind != "switch" and control_width(look, session, setting, wide) > wide * 0.46


def words_width(look: Look, session: "Session", setting: Setting, wide: float) -> float:
    """How much room the words have."""
    back = look.measure("target") + 10
    if stands_below(look, session, setting, wide):
        return wide - 2 * AIR - back
    return wide - 2 * AIR - control_width(look, session, setting, wide) - back - 18


def row_height(look: Look, session: "Session", setting: Setting, wide: float, fault: str) -> float:
    """How high the card is."""
    room = words_width(look, session, setting, wide)
    title = look.words_height(session.text(setting.title), room, "lead", True)
    words = title + look.words_height(setting.explained(session.language), room, "small") + 4
    control = control_height(look)
    inside = words + control + 12 if stands_below(look, session, setting, wide) else max(words, control)
    return inside + 2 * AIR - 8 + (look.words_height(fault, wide - 2 * AIR - 44, "body") + 12 if fault else 0.0)


def control_height(look: Look) -> float:
    """How high what sets it is."""
    return max(look.measure("target"), look.line_height("body") + 24)


class StillStepper(Stepper):
    """A number that the wheel passes over, so that a list of them can be scrolled."""

    def wheel(self, steps: float) -> bool:
        """Leave it to the list."""
        return False


class SettingRow:
    """Builds the card of one setting."""

    def __init__(self, screen: "EditorScreen", setting: Setting, fault: str) -> None:
        self.screen = screen
        self.session = screen.session
        self.setting = setting
        self.fault = fault
        self.changed = screen.game.changed(setting.key)

    def build(self, into: ScrollArea, box: Box) -> None:
        """Put card, control and the way back into the list."""
        look, session, setting = self.screen.look, self.session, self.setting
        title = session.text(setting.title)
        into.add(Card(box, title, self._draw, said=setting.explained(session.language), rises=False, name=f"card.{setting.key}"))
        wide = control_width(look, session, setting, box.width)
        high = control_height(look)
        back = look.measure("target")
        if stands_below(look, session, setting, box.width):
            foot = look.words_height(self.fault, box.width - 2 * AIR - 44, "body") + 12 if self.fault else 0.0
            at = Box(box.left + AIR, box.bottom - AIR + 4 - foot - high, wide, high)
            corner = Box(box.right - AIR - back + 8, box.top + AIR - 8, back, back)
        else:
            at = Box(box.right - AIR - wide, box.top + AIR - 4, wide, high)
            corner = Box(at.left - back - 10, at.top + (high - back) / 2, back, back)
        self._control(into, at)
        if self.changed:
            words = session.text("Set back: {title}", title=title)
            into.add(
                Button(
                    corner,
                    words,
                    lambda: self.screen.reset(setting.key),
                    style="quiet",
                    picture="undo",
                    icon_only=True,
                    name=f"reset.{setting.key}",
                    more=words,
                )
            )

    def _control(self, into: ScrollArea, at: Box) -> None:
        setting, session, screen = self.setting, self.session, self.screen
        title, value, name = session.text(setting.title), screen.game.value(setting.key), f"setting.{setting.key}"
        if setting.kind == "switch":
            said = (session.text("off"), session.text("on"))
            into.add(Toggle(at, title, bool(value), lambda on: screen.set(setting.key, on), said=said, bare=True, name=name))
        elif setting.kind == "choice":
            options = [Option(key, session.text(word)) for key, word in setting.options]
            into.add(Choice(at, title, options, str(value), lambda key: screen.set(setting.key, key), name=name))
        else:
            into.add(
                StillStepper(
                    at,
                    title,
                    int(value),
                    lambda number: screen.set(setting.key, number),
                    low=setting.low,
                    high=setting.high,
                    step=setting.step,
                    words=self._said,
                    why_low=session.text("This is the least."),
                    why_high=session.text("This is the most."),
                    name=name,
                )
            )

    def _said(self, number: int) -> str:
        session, key = self.session, self.setting.key
        if key == YEARS_KEY:
            return session.plural("{n} year", "{n} years", number)
        if key == TIMER:
            return session.plural("{n} minute", "{n} minutes", number) if number else session.text("off")
        percent = session.language.percent(number)
        if key == CARBON and number != WHOLE:
            if number <= TIGHT:
                return session.text("{percent}, tight", percent=percent)
            if number >= ROOMY:
                return session.text("{percent}, roomy", percent=percent)
        return percent

    def _draw(self, painter: Painter, box: Box) -> None:
        look, session, setting = painter.look, self.session, self.setting
        painter.card(box, "gold_pale" if self.changed else "paper", edge="bad" if self.fault else ("gold" if self.changed else None))
        room = words_width(look, session, setting, box.width)
        title = session.text(setting.title)
        left, top = box.left + AIR, box.top + AIR - 6
        high = look.words_height(title, room, "lead", True)
        painter.paragraph(title, Box(left, top, room, high + 2), "lead", bold=True)
        sentence = setting.explained(session.language)
        painter.paragraph(sentence, Box(left, top + high + 4, room, look.words_height(sentence, room, "small") + 2), "small", "ink_soft")
        if self.fault:
            wide = box.width - 2 * AIR - 44
            deep = look.words_height(self.fault, wide, "body")
            foot = box.bottom - AIR + 8 - deep
            painter.icon("warning", (left + 16, foot + look.line_height("body") / 2), 32, "bad")
            painter.paragraph(self.fault, Box(left + 44, foot, wide, deep + 2), "body", "bad")

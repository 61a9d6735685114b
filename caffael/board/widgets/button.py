"""Buttons: a verb that can be pressed."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from typing import Literal

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets.base import Widget
from caffael.words.colours import mix

Style = Literal["primary", "plain", "quiet"]
LIP = 5


@dataclass(eq=False, repr=False)
class Button(Widget):
    """A verb. `primary` is what most will want next, `plain` is beside it, `quiet` is for small matters and icons alone.

    A button with a picture and `icon_only` still has its label, for the screen reader and the help.
    """

    role = "button"
    can_focus = True

    on_press: Callable[[], None]
    _: KW_ONLY
    style: Style = "primary"
    picture: str = ""
    icon_only: bool = False
    ink: Ink = "accent"
    size: float | str = "lead"

    @staticmethod
    def natural(look: Look, label: str, picture: str = "", size: float | str = "lead") -> tuple[float, float]:
        """Say how wide and high a button for this label wants to be."""
        height = max(look.measure("target"), look.line_height(size) + 26)
        icon = look.line_height(size) * 1.1 + 10 if picture else 0
        return look.words_width(label, size, bold=True) + icon + 52, height

    def press(self) -> None:
        """Do what the label says."""
        self.on_press()

    def draw(self, painter: Painter) -> None:
        """Draw it up, under the pointer, held down or disabled."""
        ink = self._solid(painter) if self.style == "primary" or not self.enabled else self._paper(painter)
        box = Box(self.box)
        if self.enabled and self.style != "quiet":
            box.height -= LIP
            box.top += LIP - 1 if self.held else 0
        self._face(painter, box, ink)

    def _solid(self, painter: Painter) -> Ink:
        theme = painter.look.theme
        if not self.enabled:
            if self.style != "quiet":
                painter.rect(self.box, "disabled", "radius")
            return "disabled_ink"
        face, light = theme.colour(self.ink), theme.colour("ink_light")
        if self.hovered:
            face = mix(face, light, 0.1)
        self._raised(painter, face, mix(face, theme.colour("deep"), 0.42))
        return "ink_light"

    def _paper(self, painter: Painter) -> Ink:
        theme = painter.look.theme
        if self.style == "quiet":
            if self.hovered or self.held:
                painter.rect(self.box, mix(theme.colour("paper_sunk"), theme.colour("line"), 0.5 if self.held else 0.0), "radius")
            return "ink"
        face = theme.colour("paper_warm") if self.hovered else theme.colour("paper")
        self._raised(painter, face, theme.colour("line_strong"), theme.colour("line_strong"))
        return "ink"

    def _raised(self, painter: Painter, face: Ink, lip: Ink, line: Ink | None = None) -> None:
        top = Box(self.box.left, self.box.top, self.box.width, self.box.height - LIP)
        if self.held:
            top.top += LIP - 1
        else:
            painter.shadow(self.box, "radius", 7, 60)
        painter.rect(Box(top.left, top.top + (1 if self.held else LIP), top.width, top.height), lip, "radius")
        painter.rect(top, face, "radius", line, 1.5)

    def _face(self, painter: Painter, box: Box, ink: Ink) -> None:
        look = painter.look
        if self.picture and self.icon_only:
            painter.icon(self.picture, box.center, min(box.width, box.height) * 0.56, ink)
            return
        icon = look.line_height(self.size) * 1.1 if self.picture else 0.0
        gap = 10.0 if self.picture else 0.0
        room = box.width - 28 - icon - gap
        words = min(room, look.words_width(self.label, self.size, bold=True))
        left = box.centerx - (words + icon + gap) / 2
        if self.picture:
            painter.icon(self.picture, (left + icon / 2, box.centery), icon, ink)
        if look.words_width(self.label, self.size, bold=True) <= room:
            painter.words(self.label, (left + icon + gap, box.centery), self.size, ink, bold=True, anchor="midleft")
        else:
            around = Box(left + icon + gap, box.top + 2, room, box.height - 4)
            painter.paragraph(self.label, around, self.size, ink, bold=True, align="centre", middle=True)

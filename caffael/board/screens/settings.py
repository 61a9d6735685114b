"""What can be set, as a page; and what a change of a setting does, wherever it is made."""

from functools import partial
from typing import Any

from caffael.board.scale import Box
from caffael.board.screens.rows import control
from caffael.board.screens.title_bar import Page
from caffael.board.session import Session
from caffael.board.widgets import ScrollArea, Words
from caffael.board.widgets.choice import lines_of
from caffael.presentation import blocks
from caffael.presentation.rows import OneOf, Toggle
from caffael.presentation.screens import ScreenId
from caffael.presentation.settings import settings_page

AIR = 48.0
GAP = 20.0
KEPT = {
    "letters": "text_scale",
    "look": "look",
    "sounds": "sounds",
    "motion": "movement",
    "pace": "bot_pace",
    "hide": "hide_scores",
    "predict": "predict",
    "hints": "hints",
}
"""Settings that are kept, by the id of their row."""


class SettingsScreen(Page):
    """Each setting counts at once and is kept for the next time."""

    id = ScreenId.SETTINGS
    help_page = "keys"

    def tell(self) -> blocks.Page:
        """All that can be set."""
        return settings_page(self.session.language, self.session.settings, self.app.full_screen)

    def fill(self) -> None:
        """Place a row for each setting; where they are too many for the page, they scroll."""
        look = self.look
        rows = [row for row in self.told.blocks if isinstance(row, OneOf | Toggle)]
        high = max(look.measure("target"), look.line_height("lead") + 26)
        named = max(look.words_width(row.words, "lead", True) for row in rows if isinstance(row, OneOf)) + 40
        wide = min(1300.0 + 300 * (look.text_scale - 1), self.body.width)
        inside = wide - 2 * AIR - 16
        options = [row for row in rows if isinstance(row, OneOf)]
        under = any(lines_of(look, row, inside - named, "lead") > 1 for row in options)  # what can be chosen stands under its name
        deep = {row.id: high * lines_of(look, row, inside, "lead") + look.line_height("lead") + 6 if under else high for row in options}
        whole = sum(deep.get(row.id, high) + GAP for row in rows) - GAP
        self.paper = Box((look.board.width - wide) / 2, self.body.top + 10, wide, min(whole + 2 * AIR, self.body.height - 10))
        area = self.area = ScrollArea(self.paper.inflate(-2 * AIR, -2 * AIR), whole, name="settings")
        area.bleed = 20
        self.into.add(area)
        top = float(area.box.top)
        for row in rows:
            box = Box(area.box.left, top, area.box.width - 16, deep.get(row.id, high))
            top = box.bottom + GAP
            lines = 1
            if isinstance(row, OneOf):
                line = look.line_height("lead") if under else high
                area.add(Words(Box(box.left, box.top, inside if under else named, line), row.words, size="lead", bold=True, middle=True))
                lines = lines_of(look, row, inside, "lead") if under else 1
                beside = Box(box.left + named, box.top, box.width - named, high)
                box = Box(box.left, box.top + line + 6, box.width, box.height - line - 6) if under else beside
            area.add(control(row, box, partial(change_setting, self.session), size="lead", lines=lines))


def change_setting(session: Session, name: str, value: Any) -> None:
    """Set something by the id of its row, keep it, and let it count at once."""
    app = session.app
    if name in KEPT:
        value = float(value) if name == "letters" else value
        setattr(session.settings, KEPT[name], value)
        session.keep()
    match name:
        case "language":
            session.set_language("cy" if value == "cy" else "en")
        case "timer":
            session.timer.set(value)
        case "full":
            app.set_full_screen(value)
        case "window":
            wide, high = value.split("x")
            app.set_window_size((int(wide), int(high)))
            session.settings.full_screen = False
            session.keep()
        case "letters":
            app.set_text_scale(value)
        case "look":
            app.set_theme(value)
        case "motion":
            app.set_movement(value)
        case "sounds":
            session.sounds.volume = value
            session.hear("delivered")

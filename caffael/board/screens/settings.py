"""What can be set, as a page; and what a change of a setting does, wherever it is made."""

from functools import partial
from typing import Any

from caffael.board.scale import Box
from caffael.board.screens.rows import control
from caffael.board.screens.title_bar import Page
from caffael.board.session import Session
from caffael.board.widgets import ScrollArea, Words
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
        whole = len(rows) * (high + GAP) - GAP
        wide = min(1300.0 + 300 * (look.text_scale - 1), self.body.width)
        self.paper = Box((look.board.width - wide) / 2, self.body.top + 10, wide, min(whole + 2 * AIR, self.body.height - 10))
        area = self.area = ScrollArea(self.paper.inflate(-2 * AIR, -2 * AIR), whole, name="settings")
        area.bleed = 20
        self.into.add(area)
        for place, row in enumerate(rows):
            box = Box(area.box.left, area.box.top + place * (high + GAP), area.box.width - 16, high)
            if isinstance(row, OneOf):
                area.add(Words(Box(box.left, box.top, named, high), row.words, size="lead", bold=True, middle=True))
                box = Box(box.left + named, box.top, box.width - named, high)
            area.add(control(row, box, partial(change_setting, self.session), size="lead"))


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

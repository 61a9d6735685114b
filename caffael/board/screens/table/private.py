"""What one team alone knows, under a cover that is lifted only as long as somebody holds it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.screens.table.tiles import VerbButton
from caffael.presentation.cards import record_words
from caffael.rules.records import Settings, State
from caffael.rules.terms import NONE, UNKNOWN
from caffael.words.looks import team_ink

if TYPE_CHECKING:
    from caffael.board.screens.table.screen import TableScreen


def secret_records(state: State, seat: int) -> list[int]:
    """The suppliers of the market whose track record this seat has seen and the others have not."""
    known = state.private[seat].records
    row = [state.market[i] for i in range(state.market_count)]
    return [supplier for supplier in row if known[supplier] != UNKNOWN and state.records[supplier] == UNKNOWN]


def has_secrets(settings: Settings) -> bool:
    """Whether one team can come to know what the others don't, in this game: the data lab alone shows it."""
    return settings.labs == 1


def knows_anything(state: State, seat: int) -> bool:
    """Whether there is anything under the cover."""
    private = state.private[seat]
    return bool(secret_records(state, seat)) or private.event != NONE or private.suppliers[0] != NONE


class HoldButton(VerbButton):
    """A button that shows something while it is held. By keyboard it goes on and off."""

    def __init__(self, box: Box, label: str, on_hold: Callable[[bool], None], *, name: str, size: float, enabled: bool, why: str) -> None:
        super().__init__(box, label, lambda: None, style="plain", picture="eye", size=size, name=name, enabled=enabled, why=why)
        self.on_hold = on_hold
        self._on = False
        self._pointed = False

    def pointer_down(self, at: Point) -> None:
        """Lift the cover."""
        self._pointed = True
        self.on_hold(True)

    def pointer_up(self, at: Point) -> None:
        """Let the cover fall."""
        self._on = False
        self.on_hold(False)

    def press(self) -> None:
        """Lift the cover or let it fall by keyboard; a finger has done so itself."""
        if self._pointed:
            self._pointed = False
            return
        self._on = not self._on
        self.on_hold(self._on)

    def focus_changed(self, focused: bool) -> None:
        """Let the cover fall when the keys go elsewhere."""
        if not focused and self._on:
            self._on = False
            self.on_hold(False)


def draw_private(painter: Painter, table: "TableScreen", seat: int, room: Box) -> None:
    """Draw the note of what only this team knows, at the left of a room."""
    session, look = table.session, painter.look
    match = session.game
    private = match.state.private[seat]
    rows: list[tuple[str, str]] = []
    for supplier in secret_records(match.state, seat):
        reliability, _ = record_words(session.viewer_at(seat), supplier, seat)
        rows.append(
            ("seal", session.text("{supplier}: reliability {reliability}", supplier=name_of(table, supplier), reliability=reliability))
        )
    if private.event != NONE:
        rows.append(
            ("event", session.text("Next year's event: “{event}”", event=session.pack.event(private.event).title(session.language.code)))
        )
    rows.extend(
        ("market", session.text("Next to come to the market: {supplier}", supplier=name_of(table, supplier)))
        for supplier in private.suppliers
        if supplier != NONE
    )
    width = min(room.width, 620.0 * min(1.4, look.text_scale))
    heights = [look.words_height(words, width - 100, "body") + 12 for _, words in rows]
    head = look.line_height("heading") + 34
    height = min(room.height, head + sum(heights) + 24)
    sheet = Box(room.left, room.top, width, height)
    painter.shadow(sheet, "radius_large", 30, 140)
    painter.card(sheet, "gold_pale", "radius_large", team_ink(seat), "top", 12)
    painter.icon("eye", (sheet.left + 46, sheet.top + 24 + look.line_height("heading") / 2), 40, team_ink(seat))
    painter.words(session.text("Only your team knows"), (sheet.left + 78, sheet.top + 24), "heading", bold=True, width=width - 110)
    top = sheet.top + head
    for (picture, words), high in zip(rows, heights, strict=True):
        if top + high > sheet.bottom:
            break
        painter.icon(picture, (sheet.left + 46, top + look.line_height("body") / 2), 28, "ink_soft")
        painter.paragraph(words, Box(sheet.left + 78, top, width - 100, high), "body")
        top += high


def name_of(table: "TableScreen", supplier: int) -> str:
    """A supplier's name in the language of the table."""
    return table.session.pack.supplier(supplier).title(table.session.language.code)

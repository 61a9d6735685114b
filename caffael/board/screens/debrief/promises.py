"""The sixth page: promises kept and promises broken."""

from caffael.board.drawings import draw_bar
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.screens.seats_tile import draw_team_tile
from caffael.debrief import PromiseRow, broken_promises, broken_text

AIR = 30.0
BROKEN = 4


class PromisesPage(DebriefPage):
    """For each council how many checks were reached, how much social value came, and how often somebody looked; then the gravest cases."""

    def title(self) -> str:
        """What is asked."""
        return self.session.text("Which promises were kept?")

    def build(self, box: Box) -> None:
        """Place the councils on the left, the gravest cases on the right."""
        look = self.look
        left = Box(box.left, box.top, box.width * 0.58 - 15, box.height)
        rows = self.rows(left, len(self.teams), 190 * look.text_scale**0.5)
        for seat, (row, promise) in enumerate(zip(rows, self.debrief.promises, strict=True)):
            said = "; ".join(f"{label}: {value}" for _, label, value, _, _ in self._bars(promise))
            self.sheet(row, self.teams[seat], lambda painter, at, s=seat, p=promise: self._row(painter, at, s, p), said)  # type: ignore[misc]
        self._sheet = Box(left.right + 30, box.top, box.right - left.right - 30, box.height)
        self._cases(self._sheet)

    def _bars(self, row: PromiseRow) -> list[tuple[str, str, str, float, str]]:
        session = self.session
        bars = [
            (
                "check",
                session.text("Years delivered"),
                session.text("{n} of {all}", n=row.reached, all=row.checks),
                row.reached / row.checks if row.checks else 0,
                "good",
            ),
            (
                "heart-hands",
                session.text("Social value that came"),
                session.text("{n} of {all}", n=row.came, all=row.promised),
                row.came / row.promised if row.promised else 0,
                "criterion.social",
            ),
        ]
        if self.pack.cards.settings.management == 1:
            share = row.managed / row.checks if row.checks else 0
            bars.append(
                ("manage", session.text("Years managed"), session.text("{n} of {all}", n=row.managed, all=row.checks), share, "accent")
            )
        return bars

    def _row(self, painter: Painter, box: Box, seat: int, row: PromiseRow) -> None:
        look = self.look
        painter.card(box)
        side = min(box.height - 24, 84.0)
        draw_team_tile(painter, Box(box.left + 14, box.centery - side / 2, side, side), seat, "contract")
        left = box.left + side + 30
        named = box.width * 0.2
        name = self.teams[seat]
        painter.paragraph(name, Box(left, box.top + 8, named, box.height - 16), "lead", bold=True, middle=True, least="small", most_lines=3)
        left += named + 18
        bars = self._bars(row)
        step = (box.height - 20) / len(bars)
        label_wide = (box.right - 20 - left) * 0.5
        number = look.words_width(self.session.text("{n} of {all}", n=88, all=88), "body", True) + 14
        for place, (picture, label, value, share, ink) in enumerate(bars):
            middle = box.top + 10 + step * (place + 0.5)
            painter.icon(picture, (left + 14, middle), min(30.0, step * 0.9), ink)
            room = Box(left + 38, middle - step / 2, label_wide - 44, step)
            painter.paragraph(label, room, "small", "ink_soft", middle=True, least="tiny", most_lines=2)
            bar = Box(left + label_wide, middle - min(11.0, step * 0.3), box.right - 20 - number - left - label_wide, min(22.0, step * 0.6))
            draw_bar(painter, bar, share, ink)
            painter.words(value, (box.right - 20, middle), "body", bold=True, anchor="midright")

    def _cases(self, box: Box) -> None:
        look, session = self.look, self.session
        left, wide, top = box.left + AIR, box.width - 2 * AIR, box.top + AIR - 6
        cases = broken_promises(self.debrief)[:BROKEN]
        head = session.text("Promises that were broken") if cases else session.text("Every promise was kept.")
        high = look.words_height(head, wide, "lead", True)
        self.say(Box(left, top, wide, high + 2), head, "lead", bold=True)
        top += high + 14
        room = (box.bottom - AIR + 8 - top) / max(1, len(cases)) - 12
        for story in cases:
            said = broken_text(self.language, self.pack, self.teams, story)
            high = min(room, look.words_height(said, wide - 76, "body") + 22)
            row = Box(left, top, wide, max(high, 56))
            picture = self.category_picture(self.pack.cards.needs[story.need].category)
            self.sheet(row, said, lambda painter, at, s=said, p=picture: _case(painter, at, s, p))  # type: ignore[misc]
            top += row.height + 12

    def draw(self, painter: Painter) -> None:
        """Draw the sheet of the cases."""
        painter.card(self._sheet, "paper", "radius_large")


def _case(painter: Painter, box: Box, said: str, picture: str) -> None:
    painter.rect(box, "paper_warm", "radius_small")
    painter.icon(picture, (box.left + 34, box.centery), 42, f"category.{picture}")
    painter.paragraph(said, Box(box.left + 66, box.top + 6, box.width - 80, box.height - 12), "body", middle=True)

"""The sixth page: promises kept and promises broken."""

from caffael.board.drawings import draw_bar
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.presentation.blocks import Bars, Group, Line, block

AIR = 30.0
BROKEN = 4


class PromisesPage(DebriefPage):
    """For each council how many checks were reached, how much social value came, and how often somebody looked; then the gravest cases."""

    def build(self, box: Box) -> None:
        """Place the councils on the left, the gravest cases on the right."""
        look = self.look
        left = Box(box.left, box.top, box.width * 0.58 - 15, box.height)
        teams = [bars for bars in block(self.told, Group, "by-team").blocks if isinstance(bars, Bars)]
        for seat, (row, bars) in enumerate(zip(self.rows(left, len(teams), 190 * look.text_scale**0.5), teams, strict=True)):
            self.sheet(row, bars.title, lambda painter, at, s=seat, b=bars: self._row(painter, at, s, b), bars.told)  # type: ignore[misc]
        self._sheet = Box(left.right + 30, box.top, box.right - left.right - 30, box.height)
        self._cases(self._sheet)

    def _row(self, painter: Painter, box: Box, seat: int, bars: Bars) -> None:
        look = self.look
        painter.card(box)
        side = min(box.height - 24, 84.0)
        draw_team_tile(painter, Box(box.left + 14, box.centery - side / 2, side, side), seat, "contract")
        left = box.left + side + 30
        named = box.width * 0.2
        painter.paragraph(
            bars.title, Box(left, box.top + 8, named, box.height - 16), "lead", bold=True, middle=True, least="small", most_lines=3
        )
        left += named + 18
        step = (box.height - 20) / len(bars.bars)
        label_wide = (box.right - 20 - left) * 0.5
        number = look.words_width(self.viewer.text("{n} of {all}", n=88, all=88), "body", True) + 14
        for place, bar in enumerate(bars.bars):
            share, ink = bar.parts[0]
            middle = box.top + 10 + step * (place + 0.5)
            painter.icon(bar.picture, (left + 14, middle), min(30.0, step * 0.9), ink)
            room = Box(left + 38, middle - step / 2, label_wide - 44, step)
            painter.paragraph(bar.label, room, "small", "ink_soft", middle=True, least="tiny", most_lines=2)
            track = Box(
                left + label_wide, middle - min(11.0, step * 0.3), box.right - 20 - number - left - label_wide, min(22.0, step * 0.6)
            )
            draw_bar(painter, track, share, ink)
            painter.words(bar.value, (box.right - 20, middle), "body", bold=True, anchor="midright")

    def _cases(self, box: Box) -> None:
        look = self.look
        left, wide, top = box.left + AIR, box.width - 2 * AIR, box.top + AIR - 6
        broken = next((one for one in self.told.blocks if isinstance(one, Group) and one.id == "broken"), None)
        cases = [] if broken is None else [line for line in broken.blocks if isinstance(line, Line)][:BROKEN]
        head = self.words("kept") if broken is None else broken.title
        high = look.words_height(head, wide, "lead", True)
        self.say(Box(left, top, wide, high + 2), head, "lead", bold=True)
        top += high + 14
        room = (box.bottom - AIR + 8 - top) / max(1, len(cases)) - 12
        for case in cases:
            high = min(room, look.words_height(case.title, wide - 76, "body") + 22)
            row = Box(left, top, wide, max(high, 56))
            self.sheet(row, case.title, lambda painter, at, c=case: _case(painter, at, c.title, c.picture))  # type: ignore[misc]
            top += row.height + 12

    def draw(self, painter: Painter) -> None:
        """Draw the sheet of the cases."""
        painter.card(self._sheet, "paper", "radius_large")


def _case(painter: Painter, box: Box, said: str, picture: str) -> None:
    painter.rect(box, "paper_warm", "radius_small")
    painter.icon(picture, (box.left + 34, box.centery), 42, f"category.{picture}")
    painter.paragraph(said, Box(box.left + 66, box.top + 6, box.width - 80, box.height - 12), "body", middle=True)

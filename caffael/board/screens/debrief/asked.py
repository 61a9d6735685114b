"""The third page: what was asked for and what came, contract by contract."""

from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.asked_sheet import AskedSheet
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.widgets import Card, ScrollArea
from caffael.presentation.blocks import Group, Line, block
from caffael.presentation.debrief.asked import asked_page, contract_page, shown


class AskedPage(DebriefPage):
    """The contracts on the left, by team if wanted; the chosen one on the right."""

    team: int | None = None
    chosen = -1
    scrolled = 0.0

    def build(self, box: Box) -> None:
        """Place the teams, the list, and the sheet of the chosen contract."""
        look = self.look
        high = look.measure("target")
        left = Box(box.left, box.top, box.width * 0.36, box.height)
        sheet = Box(left.right + 34, box.top, box.right - left.right - 34, box.height)
        top = box.top
        self.told = asked_page(self.viewer, self.debrief, self.team)
        if self.told.buttons:
            self._choices(Box(left.left, top, left.width - 20, high))
            top += high + 14
        contracts = shown(self.debrief, self.team)
        if not contracts:
            self.say(Box(sheet.left, sheet.top + 40, sheet.width, 80), self.words("none"), "lead", "ink_soft", centred=True)
            return
        self.chosen = max(0, min(self.chosen, len(contracts) - 1))
        row = max(high, look.line_height("body") + look.line_height("small") + 26)
        area = Box(left.left, top, left.width, left.bottom - top)
        scroll = self.screen.into.add(ScrollArea(area, len(contracts) * (row + 10) + 8, name="contracts"))
        for place, line in enumerate(block(self.told, Group, "contracts").blocks):
            assert isinstance(line, Line)
            at = Box(area.left + 4, area.top + 4 + place * (row + 10), area.width - 24, row)
            drawn = lambda painter, at, told=line, seat=contracts[place].seat: self._draw(painter, at, told, seat)  # noqa: E731
            choose = lambda place=place: self._choose(place)  # noqa: E731
            scroll.add(Card(at, line.title, drawn, choose, said=line.words, chosen=place == self.chosen, name=f"contract.{place}"))
        scroll.scroll_to(max(self.scrolled, (self.chosen + 1) * (row + 10) - area.height))
        self._scroll = scroll
        AskedSheet(self, contracts[self.chosen].seat, contract_page(self.viewer, contracts[self.chosen])).build(sheet)

    def show(self, place: int) -> None:
        """Choose a contract by its place among those of all teams."""
        self.team, self.chosen, self.scrolled = None, place, 0.0

    def _choices(self, box: Box) -> None:
        """All teams, or one of them, by its tile."""
        step = box.width / len(self.told.buttons)
        for place, button in enumerate(self.told.buttons):
            at = Box(box.left + 4 + place * step, box.top + 4, step - 12, box.height - 8)
            team = place - 1 if place else None
            drawn = lambda painter, where, team=team, words=button.words: _draw_choice(painter, where, team, words)  # noqa: E731
            press = lambda team=team: self._filter(team)  # noqa: E731
            self.put(Card(at, button.words, drawn, press, chosen=team == self.team, radius="radius_small", name=button.id))

    def _draw(self, painter: Painter, box: Box, line: Line, seat: int) -> None:
        look = self.look
        painter.card(box)
        side = min(box.height - 16, 60.0)
        draw_team_tile(painter, Box(box.left + 8, box.centery - side / 2, side, side), seat, line.picture)
        right = box.right - 16
        painter.icon("miss" if line.value_ink == "bad" else "check", (right - 18, box.centery), 36, line.value_ink)
        left, wide = box.left + side + 24, right - 44 - (box.left + side + 24)
        deep = look.line_height("body")
        painter.paragraph(line.title, Box(left, box.centery - deep - 1, wide, deep + 2), "body", bold=True, most_lines=1)
        under = Box(left, box.centery + 2, wide, look.line_height("small") + 2)
        painter.paragraph(line.words, under, "small", "ink_soft", most_lines=1)

    def _filter(self, team: int | None) -> None:
        self.team, self.chosen, self.scrolled = team, 0, 0.0
        self.screen.rebuild()

    def _choose(self, place: int) -> None:
        self.scrolled = self._scroll.scrolled
        self.chosen = place
        self.screen.rebuild()


def _draw_choice(painter: Painter, box: Box, team: int | None, words: str) -> None:
    if team is not None:
        draw_team_tile(painter, box, team, "contract")
        return
    painter.card(box, "paper", "radius_small")
    painter.words(words, box.center, "body", "ink", True, "center", box.width - 8)

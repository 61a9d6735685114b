"""The third page: what was asked for and what came, contract by contract."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.asked_sheet import AskedSheet
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.screens.seats_tile import draw_team_tile
from caffael.board.widgets import Card, Choice, Option, ScrollArea
from caffael.debrief import ContractStory

ALL = "all"


class AskedPage(DebriefPage):
    """The contracts on the left, by team if wanted; the chosen one on the right."""

    team = ALL
    chosen = -1
    scrolled = 0.0

    def title(self) -> str:
        """What is asked."""
        return self.session.text("What did we ask for, and what came?")

    @property
    def shown(self) -> list[ContractStory]:
        """The contracts in the list."""
        return [story for story in self.debrief.contracts if self.team in (ALL, str(story.seat))]

    def build(self, box: Box) -> None:
        """Place the teams, the list, and the sheet of the chosen contract."""
        look, text = self.look, self.session.text
        high = look.measure("target")
        left = Box(box.left, box.top, box.width * 0.36, box.height)
        sheet = Box(left.right + 34, box.top, box.right - left.right - 34, box.height)
        top = box.top
        if len(self.teams) > 1:
            options = [Option(ALL, text("All")), *(Option(str(seat), str(seat + 1)) for seat in range(len(self.teams)))]
            bar = Box(left.left, top, left.width, high)
            self.put(Choice(bar, text("Contracts of which team?"), options, self.team, self._filter, name="team"))
            top += high + 14
        contracts = self.shown
        if not contracts:
            said = text("There is no contract here.")
            self.say(Box(sheet.left, sheet.top + 40, sheet.width, 80), said, "lead", "ink_soft", centred=True)
            return
        self.chosen = max(0, min(self.chosen, len(contracts) - 1))
        row = max(high, look.line_height("body") + look.line_height("small") + 26)
        area = Box(left.left, top, left.width, left.bottom - top)
        scroll = self.screen.into.add(ScrollArea(area, len(contracts) * (row + 10) + 8, name="contracts"))
        for place, story in enumerate(contracts):
            at = Box(area.left + 4, area.top + 4 + place * (row + 10), area.width - 24, row)
            scroll.add(self._entry(at, place, story))
        scroll.scroll_to(max(self.scrolled, (self.chosen + 1) * (row + 10) - area.height))
        self._scroll = scroll
        AskedSheet(self, contracts[self.chosen]).build(sheet)

    def _entry(self, box: Box, place: int, story: ContractStory) -> Card:
        need = self.pack.need(story.need).title(self.language.code)
        said = self.session.text(
            "Year {year}, {supplier}", year=story.year, supplier=self.pack.supplier(story.supplier).title(self.language.code)
        )
        drawn = lambda painter, at: self._draw(painter, at, story, need, said)  # noqa: E731
        choose = lambda: self._choose(place)  # noqa: E731
        return Card(box, need, drawn, choose, said=said, chosen=place == self.chosen, name=f"contract.{place}")

    def _draw(self, painter: Painter, box: Box, story: ContractStory, need: str, said: str) -> None:
        look = self.look
        painter.card(box)
        side = min(box.height - 16, 60.0)
        category = self.category_picture(self.pack.cards.needs[story.need].category)
        draw_team_tile(painter, Box(box.left + 8, box.centery - side / 2, side, side), story.seat, category)
        right = box.right - 16
        picture, ink = ("miss", "bad") if story.missed else ("check", "good")
        painter.icon(picture, (right - 18, box.centery), 36, ink)
        left, wide = box.left + side + 24, right - 44 - (box.left + side + 24)
        line = look.line_height("body")
        painter.paragraph(need, Box(left, box.centery - line - 1, wide, line + 2), "body", bold=True, most_lines=1)
        painter.paragraph(said, Box(left, box.centery + 2, wide, look.line_height("small") + 2), "small", "ink_soft", most_lines=1)

    def _filter(self, team: str) -> None:
        self.team, self.chosen, self.scrolled = team, 0, 0.0
        self.screen.rebuild()

    def _choose(self, place: int) -> None:
        self.scrolled = self._scroll.scrolled
        self.chosen = place
        self.screen.rebuild()

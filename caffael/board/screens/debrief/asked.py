"""The third page: what was asked for and what came, contract by contract."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.asked_sheet import AskedSheet
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.screens.seats_tile import draw_team_tile
from caffael.board.widgets import Card, ScrollArea
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
        look, session = self.look, self.session
        high = look.measure("target")
        left = Box(box.left, box.top, box.width * 0.36, box.height)
        sheet = Box(left.right + 34, box.top, box.right - left.right - 34, box.height)
        top = box.top
        if len(self.teams) > 1:
            self._choices(Box(left.left, top, left.width - 20, high))
            top += high + 14
        contracts = self.shown
        if not contracts:
            said = session.text("There is no contract here.")
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

    def show(self, place: int) -> None:
        """Choose a contract by its place among those of all teams."""
        self.team, self.chosen, self.scrolled = ALL, place, 0.0

    def _choices(self, box: Box) -> None:
        """All teams, or one of them, by its tile."""
        step = box.width / (len(self.teams) + 1)
        words = self.session.text("All")
        for place, key in enumerate((ALL, *(str(seat) for seat in range(len(self.teams))))):
            at = Box(box.left + 4 + place * step, box.top + 4, step - 12, box.height - 8)
            label = words if key == ALL else self.teams[int(key)]
            drawn = lambda painter, where, key=key: self._draw_choice(painter, where, key, words)  # noqa: E731
            press = lambda key=key: self._filter(key)  # noqa: E731
            self.put(Card(at, label, drawn, press, chosen=key == self.team, radius="radius_small", name=f"team.{key}"))

    def _draw_choice(self, painter: Painter, box: Box, key: str, words: str) -> None:
        if key != ALL:
            draw_team_tile(painter, box, int(key), "contract")
            return
        painter.card(box, "paper", "radius_small")
        painter.words(words, box.center, "body", "ink", True, "center", box.width - 8)

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

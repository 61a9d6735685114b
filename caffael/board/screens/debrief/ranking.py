"""The second page: who came where, and every part of each score. A touch of a number opens to where it came from."""

from collections.abc import Callable

from caffael.board.drawings.flower import draw_flower
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.widgets import Button, Dialog, ScrollArea, Words
from caffael.debrief.records import CampaignStory, TeamStory
from caffael.presentation.blocks import Sheet, Table, block
from caffael.presentation.debrief.ranking import campaign_sheet, counted, part_sheet, place_words, total_sheet
from caffael.presentation.faces import Petal
from caffael.saves import YOU
from caffael.words.looks import GOAL_IDS

AIR = 8.0
TWO_LINES = 1250.0
"""In less width than this the parts of a score stand under the name."""
NAME = 0.55
"""The share of a row of two lines that the name takes."""
NAMED = 3
"""So many columns of the table stand before the parts of a score."""


class RankingPage(DebriefPage):
    """A row for each team, best first; a column for each part that counts in this game."""

    def build(self, box: Box) -> float:
        """Place the verdict, the names of the parts, and the rows."""
        look, debrief, words = self.look, self.debrief, self.words("verdict")
        high = look.words_height(words, box.width, "lead", True)
        self.say(Box(box.left, box.top, box.width, high + 4), words, "lead", bold=True)
        top = box.top + high + 14
        table, story = block(self.told, Table, "scores"), debrief.campaign
        below = box.width < TWO_LINES  # the parts of a score stand under the name
        left = AIR if below else box.width * 0.34
        so_far = 0.0 if story is None else (160.0 if below else 200.0) * look.text_scale**0.5
        total = 170.0 + so_far
        each = (box.width - left - total) / (len(table.heads) - NAMED - 1)
        deep = min(2.2 * look.line_height("small") + 8, 96.0)
        for place, name in enumerate(table.heads[NAMED:-1]):
            self._head(Box(box.left + left + place * each + 6, top, each - 12, deep), name)
        self._head(Box(box.right - total, top, total - so_far, deep), table.heads[-1])
        if story is not None:
            self._head(Box(box.right - so_far, top, so_far - 8, deep), block(self.told, Table, "campaign").caption)
        room = Box(box.left, top + deep + 4, box.width, box.bottom - top - deep - 4)
        least = (look.line_height("lead") + look.line_height("small") + 12) / (NAME if below else 1)
        rows = self.rows(room, len(debrief.teams), (220 if below else 138) * look.text_scale**0.5, least=least)
        for row, team, written in zip(rows, debrief.teams, table.rows, strict=True):
            cells = [str(cell) for cell in written]
            said = place_words(self.viewer, team.rank, team.total)
            named = (1 - total / box.width, NAME) if below else (0.34, 1.0)
            drawing = lambda painter, at, t=team, c=cells, n=named: self._row(painter, at, t, c, n, total, so_far)  # noqa: E731
            self.sheet(row, self.viewer.who(team.seat), drawing, said)
            inside = row.top + row.height * 0.18, row.height * 0.64
            if story is not None:
                self._campaign(Box(row.right - so_far, inside[0], so_far - 14, inside[1]), story, team)
            whole = Box(row.right - total + 10, inside[0], total - so_far - 20, inside[1])
            self._cell(whole, table.heads[-1], _total, cells[-1], lambda t=team: total_sheet(self.viewer, debrief, t), f"total.{team.seat}")  # type: ignore[misc]
            if below:
                inside = row.top + row.height * NAME, row.height * (1 - NAME) - 12
            for place, number in enumerate(counted(debrief)):
                at, part = Box(row.left + left + place * each + 8, inside[0], each - 16, inside[1]), team.parts[number]
                drawn = lambda painter, at, bad=part.points < 0, w=cells[NAMED + place]: _cell(painter, at, bad, w)  # noqa: E731
                make = lambda t=team, p=part: part_sheet(self.viewer, debrief, t, p)  # noqa: E731
                self._cell(at, table.heads[NAMED + place], drawn, cells[NAMED + place], make, f"part.{team.seat}.{part.kind}")
        return rows[-1].bottom

    def _head(self, box: Box, words: str) -> None:
        self.say(box, words, "small", "ink_soft", middle=True, centred=True)

    def _cell(self, box: Box, label: str, drawn: Callable[[Painter, Box], None], said: str, make: Callable[[], Sheet], name: str) -> None:
        """A number that opens to a sheet; the sheet is made anew in another language."""

        def ask() -> None:
            self.screen.ask(lambda: self._explaining(make()))

        self.sheet(box, label, drawn, said, ask, name).radius = "radius_small"

    def _campaign(self, box: Box, story: CampaignStory, team: TeamStory) -> None:
        """A team's sum in the campaign; a touch opens to its score in each game."""
        label, wins = self.viewer.language.number(story.place_of(team.seat).total), team.seat in story.winners
        drawn = lambda painter, at: _sum(painter, at, label, wins)  # noqa: E731
        heading = block(self.told, Table, "campaign").caption
        self._cell(box, heading, drawn, label, lambda: campaign_sheet(self.viewer, self.debrief, team), f"campaign.{team.seat}")

    def _row(
        self, painter: Painter, whole: Box, team: TeamStory, cells: list[str], named: tuple[float, float], total: float, so_far: float
    ) -> None:
        """A team: place, tile, name and flower in the part of the row that is `named`, its shares of width and height; and the sum."""
        wins = team.seat in self.debrief.winners
        grey = not self.debrief.winners
        painter.card(whole, "paper_sunk" if grey else ("gold_pale" if wins else "paper"), "radius", f"team.{team.seat}")
        box = Box(whole.left, whole.top, whole.width * named[0], whole.height * named[1])
        painter.words(cells[NAMED - 1], (box.left + 46, box.centery), "title", "ink_soft" if grey else "ink", True, "center")
        side = min(box.height - 24, 96.0)
        tile = Box(box.left + 84, box.centery - side / 2, side, side)
        draw_team_tile(painter, tile, team.seat, "trophy" if wins else ("people" if team.player == YOU else "bot"))
        flower = min(box.height - 10, 118.0, box.width * 0.19)
        petals = [Petal(goal, level, str(level)) for goal, level in zip(GOAL_IDS, team.goals, strict=True)]
        right = box.right - flower - 6
        draw_flower(painter, Box(right, box.centery - flower / 2, flower, flower), petals, labels=False)
        at, wide = tile.right + 16, right - tile.right - 22
        self.draw_names(painter, Box(at, box.top + 4, wide, box.height - 8), team.seat)
        painter.words(cells[-1], (whole.right - (total + so_far) / 2, whole.centery), "title", "ink", True, "center")

    def _explaining(self, sheet: Sheet) -> Dialog:
        """A sheet of a team with lines under each other, the first one larger; what does not fit scrolls."""
        look = self.look
        wide = look.room_for(min(1500.0, 1080.0 * look.text_scale))
        lines = [(sheet.story, "lead"), *((line.title, "body") for line in sheet.lines)]
        heights = [look.words_height(line, wide - 112, size) for line, size in lines]
        high = sum(deep + AIR for deep in heights)
        head = 10 + 56 * (look.text_scale - 1)
        close = self.viewer.text("Close")
        size = Button.natural(look, close, "close")
        whole = 190 + head + high + size[1] + 40
        dialog = Dialog(look.board, wide, min(look.highest, whole), sheet.title, line=sheet.line, picture=sheet.picture)
        inside = dialog.inside
        top = inside.top + head
        room = Box(inside.left, top, inside.width, inside.bottom - size[1] - 16 - top)
        area = dialog.add(ScrollArea(room, high, name="why"))
        top = room.top
        for (line, letters), deep in zip(lines, heights, strict=True):
            area.add(Words(Box(room.left, top, room.width - 24, deep + 2), line, size=letters))
            top += deep + AIR
        button = Button(Box(inside.right - size[0], inside.bottom - size[1], *size), close, dialog.dismiss, picture="close")
        dialog.add(button)
        return dialog


def _total(painter: Painter, box: Box) -> None:
    """The sum is drawn with its row."""


def _cell(painter: Painter, box: Box, bad: bool, words: str) -> None:
    painter.rect(box, "bad_pale" if bad else "paper_warm", "radius_small", "line", 1.5)
    painter.words(words, box.center, "lead", "bad" if bad else "ink", True, "center", box.width - 10)


def _sum(painter: Painter, box: Box, words: str, wins: bool) -> None:
    painter.rect(box, "gold_pale" if wins else "paper_warm", "radius_small", "gold" if wins else "line_strong", 3 if wins else 1.5)
    painter.words(words, box.center, "title", "ink", True, "center", box.width - 10)

"""The second page: who came where, and every part of each score. A touch of a number opens to where it came from."""

from caffael.board.drawings import draw_flower
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.campaign import add_campaign_cell
from caffael.board.screens.debrief.explaining import explaining_sheet
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.screens.seats_tile import draw_team_tile
from caffael.board.widgets import Dialog
from caffael.debrief import Part, TeamStory, campaign_heading, campaign_verdict, part_detail, part_name, part_sources, verdict
from caffael.presentation.faces import Petal
from caffael.words.looks import GOAL_IDS

PICTURES = {
    "goals": "culture",
    "lowest": "prosperous",
    "badges": "seal",
    "money": "pound",
    "debt": "minus",
    "unmet": "timer",
    "notices": "warning",
    "carbon": "carbon",
}


class RankingPage(DebriefPage):
    """A row for each team, best first; a column for each part that counts in this game."""

    def title(self) -> str:
        """What is asked."""
        return self.session.text("Who came where, and why?")

    def build(self, box: Box) -> None:
        """Place the verdict, the names of the parts, and the rows."""
        look, debrief = self.look, self.debrief
        told = (verdict(self.language, debrief), campaign_verdict(self.language, self.teams, debrief.campaign))
        words = " ".join(sentence for sentence in told if sentence)
        high = look.words_height(words, box.width, "lead", True)
        self.say(Box(box.left, box.top, box.width, high + 4), words, "lead", bold=True)
        top = box.top + high + 14
        self._kinds = [part.kind for part in debrief.teams[0].parts if any(_part(team, part.kind).points for team in debrief.teams)]
        self._kinds = [kind for kind in self._kinds if kind] or ["goals"]
        left = box.width * 0.34
        total = 170.0
        story = debrief.campaign
        so_far = 0.0 if story is None else 200.0 * look.text_scale**0.5
        total += so_far
        each = (box.width - left - total) / len(self._kinds)
        deep = min(2.2 * look.line_height("small") + 8, 96.0)
        for place, kind in enumerate(self._kinds):
            name = part_name(self.language, _part(debrief.teams[0], kind))
            self.say(Box(box.left + left + place * each + 6, top, each - 12, deep), name, "small", "ink_soft", middle=True, centred=True)
        points = self.session.text("Points")
        self.say(Box(box.right - total, top, total - so_far, deep), points, "small", "ink_soft", middle=True, centred=True)
        if story is not None:
            self.say(
                Box(box.right - so_far, top, so_far - 8, deep),
                campaign_heading(self.language, story),
                "small",
                "ink_soft",
                middle=True,
                centred=True,
            )
        rows = self.rows(
            Box(box.left, top + deep + 4, box.width, box.bottom - top - deep - 4), len(debrief.teams), 138 * look.text_scale**0.5
        )
        for row, team in zip(rows, debrief.teams, strict=True):
            said = self.session.text("Place {place}: {n} points", place=team.rank + 1, n=team.total)
            self.sheet(row, team.team, lambda painter, at, t=team: self._row(painter, at, t, left, total, so_far), said)  # type: ignore[misc]
            if story is not None:
                add_campaign_cell(self, Box(row.right - so_far, row.top + row.height * 0.18, so_far - 14, row.height * 0.64), story, team)
            whole = Box(row.right - total + 10, row.top + row.height * 0.18, total - so_far - 20, row.height * 0.64)
            add = lambda t=team: self._explain_all(t)  # noqa: E731
            points = self.session.text("Points")
            self.sheet(whole, points, _total, self.language.number(team.total), add, name=f"total.{team.seat}").radius = "radius_small"
            for place, kind in enumerate(self._kinds):
                cell = Box(row.left + left + place * each + 8, row.top + row.height * 0.18, each - 16, row.height * 0.64)
                part = _part(team, kind)
                label = self.language.signed(part.points) if part.points < 0 else self.language.number(part.points)
                press = lambda t=team, p=part: self._explain(t, p)  # noqa: E731
                drawn = lambda painter, at, p=part, w=label: _cell(painter, at, p, w)  # noqa: E731
                name = part_name(self.language, part)
                self.sheet(cell, name, drawn, label, press, name=f"part.{team.seat}.{kind}").radius = "radius_small"

    def _row(self, painter: Painter, box: Box, team: TeamStory, left: float, total: float, so_far: float) -> None:
        wins = team.seat in self.debrief.winners
        grey = not self.debrief.winners
        painter.card(box, "paper_sunk" if grey else ("gold_pale" if wins else "paper"), "radius", f"team.{team.seat}")
        place = self.language.number(team.rank + 1)
        painter.words(place, (box.left + 46, box.centery), "title", "ink_soft" if grey else "ink", True, "center")
        side = min(box.height - 24, 96.0)
        tile = Box(box.left + 84, box.centery - side / 2, side, side)
        draw_team_tile(painter, tile, team.seat, "trophy" if wins else ("people" if team.player == "you" else "bot"))
        flower = min(box.height - 10, 118.0)
        petals = [Petal(goal, level, str(level)) for goal, level in zip(GOAL_IDS, team.goals, strict=True)]
        right = box.left + left - flower - 6
        draw_flower(painter, Box(right, box.centery - flower / 2, flower, flower), petals, labels=False)
        at, wide = tile.right + 16, right - tile.right - 22
        self.draw_names(painter, Box(at, box.top + 4, wide, box.height - 8), team.seat)
        painter.words(self.language.number(team.total), (box.right - (total + so_far) / 2, box.centery), "title", "ink", True, "center")

    def _explain(self, team: TeamStory, part: Part) -> None:
        self.screen.ask(lambda: self._sheet(team, part))

    def _explain_all(self, team: TeamStory) -> None:
        self.screen.ask(lambda: self._sum(team))

    def _sum(self, team: TeamStory) -> Dialog:
        lines = [f"{self.session.text('All points together')}: {self.language.number(team.total)}"]
        for part in team.parts:
            if part.kind in self._kinds:
                said = part_detail(self.language, part, self.pack.cards.settings)
                lines.append(f"{part_name(self.language, part)} {self.language.signed(part.points)}. {said}")
        return explaining_sheet(self, self.session.text("Points"), team.team, "trophy", lines)

    def _sheet(self, team: TeamStory, part: Part) -> Dialog:
        lines = [
            part_detail(self.language, part, self.pack.cards.settings),
            *part_sources(self.language, self.pack, self.debrief, team, part),
        ]
        return explaining_sheet(self, part_name(self.language, part), team.team, PICTURES[part.kind], lines)


def _part(team: TeamStory, kind: str) -> Part:
    return next(part for part in team.parts if part.kind == kind)


def _total(painter: Painter, box: Box) -> None:
    """The sum is drawn with its row."""


def _cell(painter: Painter, box: Box, part: Part, words: str) -> None:
    ink = "bad" if part.points < 0 else "ink"
    fill = "bad_pale" if part.points < 0 else "paper_warm"
    painter.rect(box, fill, "radius_small", "line", 1.5)
    painter.words(words, box.center, "lead", ink, True, "center", box.width - 10)

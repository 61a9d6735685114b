"""The fourth page: who emitted how much, and for what."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage, chips_height, flow_chips
from caffael.board.screens.seats_tile import draw_team_tile
from caffael.board.theme import Ink
from caffael.debrief import CarbonRow


class CarbonPage(DebriefPage):
    """A bar for each council against its share, cut by category; needs that waited and its own estate at the end."""

    def title(self) -> str:
        """What is asked."""
        return self.session.text("Who emitted how much carbon, and for what?")

    def build(self, box: Box) -> None:
        """Place the names of the parts, then a row for each council."""
        look, session, debrief = self.look, self.session, self.debrief
        if not debrief.region.counted:
            self.say(
                Box(box.left, box.top + 60, box.width, 100),
                session.text("This game did not count carbon."),
                "lead",
                "ink_soft",
                centred=True,
            )
            return
        legend = self._legend()
        high = chips_height(look, box.width, legend)
        at = Box(box.left, box.top + 4, box.width, high)
        self.sheet(
            at, session.text("Categories"), lambda painter, where: _legend(painter, where, legend), ", ".join(chip[0] for chip in legend)
        )
        top = at.bottom + 16
        line = look.line_height("body")
        share = self.screen.match.cards.settings.carbon_budget
        words = session.text("The line marks each council's share: {share}.", share=self.language.carbon(share))
        self.say(Box(box.left, top, box.width, line + 2), words, ink="ink_soft")
        top += line + 12
        most = max(*(row.total for row in debrief.carbon), share) * 1.04
        rows = self.rows(Box(box.left, top, box.width, box.bottom - top), len(self.teams), 150 * look.text_scale**0.5)
        for seat, (row, carbon) in enumerate(zip(rows, debrief.carbon, strict=True)):
            said = self.language.carbon(carbon.total)
            self.sheet(row, self.teams[seat], lambda painter, where, s=seat, c=carbon: self._row(painter, where, s, c, share, most), said)  # type: ignore[misc]

    def _legend(self) -> list[tuple[str, str, Ink, Ink]]:
        session, debrief = self.session, self.debrief
        chips: list[tuple[str, str, Ink, Ink]] = []
        for category in range(self.pack.cards.categories):
            if any(row.contracts[category] for row in debrief.carbon):
                name = self.category_picture(category)
                title = self.pack.category(category).title(self.language.code)
                chips.append((title, name, f"category.{name}", f"category.{name}.pale"))
        if any(row.unmet for row in debrief.carbon):
            chips.append((session.text("Needs that waited"), "timer", "ink", "paper_sunk"))
        if any(row.estate for row in debrief.carbon):
            chips.append((session.text("Own buildings and vehicles"), "home", "ink_light", "slate"))
        return chips

    def _row(self, painter: Painter, box: Box, seat: int, carbon: CarbonRow, share: int, most: float) -> None:
        look = self.look
        painter.card(box)
        side = min(box.height - 24, 84.0)
        draw_team_tile(painter, Box(box.left + 14, box.centery - side / 2, side, side), seat, "carbon")
        left = box.left + side + 34
        named = box.width * 0.18
        self.draw_names(painter, Box(left, box.top + 4, named, box.height - 8), seat)
        number = look.words_width("8,888 t", "lead", True) + 30
        bar = Box(
            left + named + 16,
            box.centery - min(30, box.height * 0.26),
            box.right - number - left - named - 16,
            min(60.0, box.height * 0.52),
        )
        painter.rect(bar, "paper_sunk", "radius_small")
        at = bar.left
        for amount, picture, fill, ink in self._parts(carbon):
            wide = bar.width * amount / most
            cell = Box(at, bar.top, max(wide, 0), bar.height)
            painter.rect(cell, fill)
            if at > bar.left:
                painter.rect(Box(at, bar.top, 2, bar.height), "paper")
            if wide > 34:
                painter.icon(picture, cell.center, min(34.0, bar.height * 0.8), ink)
            at += wide
        line = bar.left + bar.width * share / most
        painter.rect(Box(line - 2, bar.top - 10, 4, bar.height + 20), "ink")
        over = carbon.total > share
        total = self.language.carbon(carbon.total)
        percent = self.language.percent(100 * carbon.total // share)
        painter.words(total, (box.right - 18, box.centery - 2), "lead", "bad" if over else "ink", True, "bottomright")
        painter.words(percent, (box.right - 18, box.centery + 2), "small", "bad" if over else "ink_soft", False, "topright")

    def _parts(self, carbon: CarbonRow) -> list[tuple[int, str, Ink, Ink]]:
        parts: list[tuple[int, str, Ink, Ink]] = []
        for category in range(self.pack.cards.categories):
            name = self.category_picture(category)
            parts.append((carbon.contracts[category], name, f"category.{name}", "ink_light"))
        parts.append((carbon.unmet, "timer", "line", "ink"))
        parts.append((carbon.estate, "home", "slate", "ink_light"))
        return [part for part in parts if part[0] > 0]


def _legend(painter: Painter, box: Box, chips: list[tuple[str, str, Ink, Ink]]) -> None:
    flow_chips(painter, box, chips)

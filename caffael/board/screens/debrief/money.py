"""The fifth page: where the money went, and what of it stayed."""

from caffael.board.drawings import draw_bar
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.screens.seats_tile import draw_team_tile
from caffael.debrief import MoneyRow

AIR = 30.0


class MoneyPage(DebriefPage):
    """A bar for each council, and one for each category of the whole region."""

    def title(self) -> str:
        """What is asked."""
        return self.session.text("Where did the money go?")

    def build(self, box: Box) -> None:
        """Place the sum, the councils on the left, the categories on the right."""
        look, session, debrief, language = self.look, self.session, self.debrief, self.language
        spent, local = sum(row.spent for row in debrief.money), sum(row.local for row in debrief.money)
        words = session.text(
            "Paid to suppliers: {spent}. Stayed in the region: {local}.", spent=language.money(spent), local=language.money(local)
        )
        high = look.words_height(words, box.width, "heading", True)
        self.say(Box(box.left, box.top, box.width, high + 4), words, "heading", bold=True)
        top = box.top + high + 4
        note = session.text("A supplier's local share says how much of what it is paid stays here: as wages, or with other firms nearby.")
        high = look.words_height(note, box.width, "body")
        self.say(Box(box.left, top, box.width, high + 2), note, ink="ink_soft")
        top += high + 20
        left = Box(box.left, top, box.width * 0.56 - 15, box.bottom - top)
        rows = self.rows(left, len(self.teams), 150 * look.text_scale**0.5)
        for seat, (row, money) in enumerate(zip(rows, debrief.money, strict=True)):
            said = self._said(money.local, money.spent)
            self.sheet(row, self.teams[seat], lambda painter, at, s=seat, m=money, w=said: self._row(painter, at, s, m, w), said)  # type: ignore[misc]
        self._sheet = Box(left.right + 30, top, box.right - left.right - 30, box.bottom - top)
        self._categories(self._sheet)

    def _said(self, local: int, spent: int) -> str:
        return self.session.text("{local} of {spent}", local=self.language.money(local), spent=self.language.money(spent))

    def _row(self, painter: Painter, box: Box, seat: int, money: MoneyRow, said: str) -> None:
        look = self.look
        painter.card(box)
        side = min(box.height - 24, 84.0)
        draw_team_tile(painter, Box(box.left + 14, box.centery - side / 2, side, side), seat, "pound")
        left = box.left + side + 34
        percent = self.language.percent(money.share)
        number = look.words_width(self.language.percent(100), "heading", True) + 34
        wide = box.right - number - left
        half = box.height / 2
        taken = painter.words(said, (left + wide, box.top + half - 6), "small", "ink_soft", anchor="bottomright")
        line = min(2 * look.line_height("small"), half + 2)
        room = Box(left, box.top + half - 2 - line, max(80.0, taken.left - left - 16), line)
        painter.paragraph(self.teams[seat], room, "lead", bold=True, middle=True, least="tiny", most_lines=2)
        draw_bar(painter, Box(left, box.top + half + 4, wide, min(26.0, half - 16)), money.share / 100, "criterion.local")
        painter.words(percent, (box.right - 20, box.centery), "heading", bold=True, anchor="midright")

    def _categories(self, box: Box) -> None:
        look, debrief = self.look, self.debrief
        self.say(
            Box(box.left + AIR, box.top + AIR - 6, box.width - 2 * AIR, look.line_height("lead")),
            self.session.text("By category"),
            "lead",
            bold=True,
        )
        top = box.top + AIR + look.line_height("lead") + 6
        categories = [at for at in range(self.pack.cards.categories) if any(row.by_category[at] for row in debrief.money)]
        most = max((sum(row.by_category[at] for row in debrief.money) for at in categories), default=1)
        rows = self.rows(
            Box(box.left + AIR, top, box.width - 2 * AIR, box.bottom - AIR + 10 - top), len(categories), 92 * look.text_scale, 8
        )
        for row, category in zip(rows, categories, strict=True):
            spent = sum(money.by_category[category] for money in debrief.money)
            local = sum(money.local_by_category[category] for money in debrief.money)
            title = self.pack.category(category).title(self.language.code)
            said = self._said(local, spent)
            picture = self.category_picture(category)
            self.sheet(
                row,
                title,
                lambda painter, at, t=title, w=said, p=picture, s=spent, k=local: _category(painter, at, t, w, p, s / most, k / most),  # type: ignore[misc]
                said,
            )

    def draw(self, painter: Painter) -> None:
        """Draw the sheet of the categories."""
        painter.card(self._sheet, "paper", "radius_large")


def _category(painter: Painter, box: Box, title: str, said: str, picture: str, spent: float, local: float) -> None:
    look = painter.look
    side = min(44.0, box.height * 0.6)
    painter.icon(picture, (box.left + 24, box.centery), side, f"category.{picture}")
    left, wide = box.left + 60, box.width - 60
    line = min(look.line_height("small"), box.height * 0.55)
    taken = painter.words(said, (box.right, box.top + line), "small", "ink_soft", anchor="bottomright")
    painter.paragraph(title, Box(left, box.top, max(60.0, taken.left - left - 12), line), "small", bold=True, most_lines=1)
    bar = Box(left, box.top + line + 6, wide, max(10.0, min(22.0, box.height - line - 12)))
    painter.rect(bar, "paper_warm", bar.height / 2)
    if spent > 0:
        draw_bar(painter, Box(bar.left, bar.top, bar.width * spent, bar.height), local / spent, "criterion.local", "line")

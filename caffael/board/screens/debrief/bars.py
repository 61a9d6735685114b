"""The last four pages: who emitted how much, where the money went, promises kept and broken, and three questions to talk about."""

from caffael.board.drawings.bars import draw_bar
from caffael.board.drawings.chips import chips_height, flow_chips
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.screens.panels import split
from caffael.presentation.blocks import Bar, Bars, Chip, Group, Line, Listing, block

OWN = {"line_strong": ("timer", "line", "ink"), "slate": ("home", "slate", "ink_light")}
"""The picture and colours of what is no category."""


class CarbonPage(DebriefPage):
    """A bar for each council against its share, cut by category; needs that waited and its own estate at the end."""

    def build(self, box: Box) -> float:
        """Place the names of the parts, then a row for each council."""
        look = self.look
        if not self.debrief.region.counted:
            self.say(Box(box.left, box.top + 60, box.width, 100), self.words("uncounted"), "lead", "ink_soft", centred=True)
            return box.bottom
        legend, bars = block(self.told, Group, "legend"), block(self.told, Bars, "carbon")
        chips = [chip for chip in legend.blocks if isinstance(chip, Chip)]
        high = chips_height(look, box.width, chips)
        at = Box(box.left, box.top + 4, box.width, high)
        self.sheet(at, legend.title, lambda painter, where: flow_chips(painter, where, chips), ", ".join(chip.words for chip in chips))
        top = at.bottom + 16
        line = look.line_height("body")
        self.say(Box(box.left, top, box.width, line + 2), self.words("share"), ink="ink_soft")
        top += line + 12
        least = look.line_height("lead") + look.line_height("small") + 24
        rows = self.rows(Box(box.left, top, box.width, box.bottom - top), len(bars.bars), 150 * look.text_scale**0.5, least=least)
        for seat, (row, bar) in enumerate(zip(rows, bars.bars, strict=True)):
            self.sheet(row, bar.label, lambda painter, where, s=seat, b=bar: self._row(painter, where, s, b, bars.mark or 0), bar.value)  # type: ignore[misc]
        return rows[-1].bottom

    def _row(self, painter: Painter, box: Box, seat: int, carbon: Bar, share: float) -> None:
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
        for part, name in carbon.parts:
            picture, fill, ink = OWN.get(name, (name.removeprefix("category."), name, "ink_light"))
            wide = bar.width * part
            cell = Box(at, bar.top, wide, bar.height)
            painter.rect(cell, fill)
            if at > bar.left:
                painter.rect(Box(at, bar.top, 2, bar.height), "paper")
            if wide > 34:
                painter.icon(picture, cell.center, min(34.0, bar.height * 0.8), ink)
            at += wide
        line = bar.left + bar.width * share
        painter.rect(Box(line - 2, bar.top - 10, 4, bar.height + 20), "ink")
        over = self.debrief.carbon[seat].total > self.viewer.cards.settings.carbon_budget
        painter.words(carbon.value, (box.right - 18, box.centery - 2), "lead", "bad" if over else "ink", True, "bottomright")
        painter.words(carbon.note, (box.right - 18, box.centery + 2), "small", "bad" if over else "ink_soft", False, "topright")


AIR = 30.0


class MoneyPage(DebriefPage):
    """A bar for each council, and one for each category of the whole region."""

    def build(self, box: Box) -> float:
        """Place the sum, the councils on the left or above, the categories on the right or below."""
        look, words, note = self.look, self.words("head"), self.words("note")
        high = look.words_height(words, box.width, "heading", True)
        self.say(Box(box.left, box.top, box.width, high + 4), words, "heading", bold=True)
        top = box.top + high + 4
        high = look.words_height(note, box.width, "body")
        self.say(Box(box.left, top, box.width, high + 2), note, ink="ink_soft")
        top += high + 20
        room, bars, most = Box(box.left, top, box.width, box.bottom - top), block(self.told, Bars, "local").bars, 150 * look.text_scale**0.5
        least = 3.4 * look.line_height("small")
        upper = max(len(bars) * (least + 12), min(room.height * 0.5, len(bars) * (most + 12)))
        left, sheet = split(look, room, box.width * 0.56 - 15, upper, 30)
        sheet.height = max(sheet.height, self._categories_height())
        self.paper(sheet)
        rows = self.rows(left, len(bars), most, least=least)
        for seat, (row, bar) in enumerate(zip(rows, bars, strict=True)):
            self.sheet(row, bar.label, lambda painter, at, s=seat, b=bar: self._row(painter, at, s, b), bar.note)  # type: ignore[misc]
        self._categories(sheet)
        return max(rows[-1].bottom, sheet.bottom)

    def _row(self, painter: Painter, box: Box, seat: int, bar: Bar) -> None:
        look = self.look
        painter.card(box)
        side = min(box.height - 24, 84.0)
        draw_team_tile(painter, Box(box.left + 14, box.centery - side / 2, side, side), seat, "pound")
        left = box.left + side + 34
        number = look.words_width(self.viewer.language.percent(100), "heading", True) + 34
        wide = box.right - number - left
        half = box.height / 2
        taken = painter.words(bar.note, (left + wide, box.top + half - 6), "small", "ink_soft", anchor="bottomright")
        line = min(2 * look.line_height("small"), half + 2)
        room = Box(left, box.top + half - 2 - line, max(80.0, taken.left - left - 16), line)
        painter.paragraph(bar.label, room, "lead", bold=True, middle=True, least="tiny", most_lines=2)
        draw_bar(painter, Box(left, box.top + half + 4, wide, min(26.0, half - 16)), bar.parts[0][0], "criterion.local")
        painter.words(bar.value, (box.right - 20, box.centery), "heading", bold=True, anchor="midright")

    def _categories_height(self) -> float:
        """How high the sheet of the categories must be at least."""
        look, count = self.look, len(block(self.told, Bars, "by-category").bars)
        return 2 * AIR + look.line_height("lead") + count * (look.line_height("small") + 34 + 8)

    def _categories(self, box: Box) -> None:
        look, bars = self.look, block(self.told, Bars, "by-category")
        self.say(Box(box.left + AIR, box.top + AIR - 6, box.width - 2 * AIR, look.line_height("lead")), bars.title, "lead", bold=True)
        top = box.top + AIR + look.line_height("lead") + 6
        room = Box(box.left + AIR, top, box.width - 2 * AIR, box.bottom - AIR + 10 - top)
        for row, bar in zip(self.rows(room, len(bars.bars), 92 * look.text_scale, 8), bars.bars, strict=True):
            self.sheet(row, bar.label, lambda painter, at, b=bar: _category(painter, at, b), bar.value)  # type: ignore[misc]


def _category(painter: Painter, box: Box, category: Bar) -> None:
    look = painter.look
    local, away = (share for share, _ in category.parts)
    side = min(44.0, box.height * 0.6)
    painter.icon(category.picture, (box.left + 24, box.centery), side, f"category.{category.picture}")
    left, wide = box.left + 60, box.width - 60
    line = min(look.line_height("small"), box.height * 0.55)
    bar = Box(left, box.top + line + 6, wide, max(10.0, min(22.0, box.height - line - 12)))
    figure = look.words_width(category.value, "small")
    if look.words_width(category.label, "small", True) + figure + 12 > wide:  # the figure stands behind the bar
        painter.words(category.value, (box.right, bar.centery), "small", "ink_soft", anchor="midright")
        bar.width -= figure + 14
        room = wide
    else:
        painter.words(category.value, (box.right, box.top + line), "small", "ink_soft", anchor="bottomright")
        room = wide - figure - 12
    painter.paragraph(category.label, Box(left, box.top, room, line), "small", bold=True, most_lines=1)
    painter.rect(bar, "paper_warm", bar.height / 2)
    if local + away > 0:
        draw_bar(painter, Box(bar.left, bar.top, bar.width * (local + away), bar.height), local / (local + away), "criterion.local", "line")


BROKEN = 4


class PromisesPage(DebriefPage):
    """For each council how many checks were reached, how much social value came, and how often somebody looked; then the gravest cases."""

    def build(self, box: Box) -> float:
        """Place the councils on the left or above, the gravest cases on the right or below."""
        look = self.look
        teams = [bars for bars in block(self.told, Group, "by-team").blocks if isinstance(bars, Bars)]
        most, least = 190 * look.text_scale**0.5, 24 + 3 * 1.5 * look.line_height("small")
        upper = max(len(teams) * (least + 12), min(box.height * 0.58, len(teams) * (most + 12)))
        left, sheet = split(look, box, box.width * 0.58 - 15, upper, 30)
        rows = self.rows(left, len(teams), most, least=least)
        for seat, (row, bars) in enumerate(zip(rows, teams, strict=True)):
            self.sheet(row, bars.title, lambda painter, at, s=seat, b=bars: self._row(painter, at, s, b), bars.told)  # type: ignore[misc]
        return max(rows[-1].bottom, self._cases(sheet))

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

    def _cases(self, box: Box) -> float:
        look = self.look
        left, wide, top = box.left + AIR, box.width - 2 * AIR, box.top + AIR - 6
        broken = next((one for one in self.told.blocks if isinstance(one, Group) and one.id == "broken"), None)
        cases = [] if broken is None else [line for line in broken.blocks if isinstance(line, Line)][:BROKEN]
        head = self.words("kept") if broken is None else broken.title
        high = look.words_height(head, wide, "lead", True)
        heights = [max(56.0, look.words_height(case.title, wide - 80, "body") + 22) for case in cases]
        box.height = max(box.height, 2 * AIR + high + 8 + sum(heights) + 12 * len(heights))
        self.paper(box)
        self.say(Box(left, top, wide, high + 2), head, "lead", bold=True)
        top += high + 14
        for case, high in zip(cases, heights, strict=True):
            row = Box(left, top, wide, high)
            self.sheet(row, case.title, lambda painter, at, c=case: _case(painter, at, c.title, c.picture))  # type: ignore[misc]
            top += high + 12
        return box.bottom


def _case(painter: Painter, box: Box, said: str, picture: str) -> None:
    painter.rect(box, "paper_warm", "radius_small")
    painter.icon(picture, (box.left + 34, box.centery), 42, f"category.{picture}")
    painter.paragraph(said, Box(box.left + 66, box.top + 6, box.width - 80, box.height - 12), "body", middle=True)


PICTURES = {
    "asking": "tender",
    "price": "pound",
    "promises": "heart-hands",
    "climate": "climate",
    "money": "home",
    "together": "joint",
    "goals": "culture",
    "again": "undo",
}
INKS = ("team.0", "team.1", "team.2")


QUESTION, QUESTION_SIDE = 36, 264.0
"""How large the letters of a question are, and what its sign takes of the width."""


class TalkPage(DebriefPage):
    """Three questions, chosen by what happened in this game. There is no right answer."""

    def build(self, box: Box) -> float:
        """Place the questions under each other."""
        look, questions = self.look, block(self.told, Listing, "questions").items
        gap = 22.0
        high = (box.height - gap * (len(questions) - 1)) / max(1, len(questions))
        high = max(high, *(look.words_height(one, box.width - 8 - QUESTION_SIDE, "lead") + 44 for one in questions))
        for place, (said, question) in enumerate(zip(questions, self.debrief.questions, strict=True)):
            at = Box(box.left + 4, box.top + place * (high + gap), box.width - 8, high)
            picture = PICTURES[question.theme]
            self.sheet(at, said, lambda painter, where, n=place, s=said, p=picture: _question(painter, where, n, s, p))  # type: ignore[misc]
        return box.top + len(questions) * (high + gap) - gap


def _question(painter: Painter, box: Box, place: int, said: str, picture: str) -> None:
    ink = INKS[place % len(INKS)]
    painter.card(box, "paper", "radius_large", ink, "left", 16)
    radius = min(66.0, box.height * 0.3)
    centre = (box.left + 44 + radius, box.centery)
    painter.circle(centre, radius, ink)
    painter.icon(picture, centre, radius * 1.15, "ink_light")
    spot = (centre[0] + radius * 0.76, centre[1] + radius * 0.7)
    painter.circle(spot, 24, "paper", ink, 3)
    painter.words(str(place + 1), spot, 26 / painter.look.text_scale, ink, True, "center")
    left = centre[0] + radius + 44
    painter.paragraph(said, Box(left, box.top + 18, box.right - left - 44, box.height - 36), QUESTION, "ink", middle=True, least="small")

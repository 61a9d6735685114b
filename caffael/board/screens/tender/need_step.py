"""Step one: which need of the tray the tender is for."""

from collections.abc import Callable

from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.drawings.vignette import draw_vignette
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.faces import need_figures, need_goals, need_title
from caffael.board.screens.tender.step import Step, turn_button
from caffael.board.widgets import Card, Heading, ScrollArea
from caffael.rules.reasons import LEGAL
from caffael.words.looks import GOAL_IDS, category_art
from caffael.words.sentences import goal_name, reason_text

GAP = 26.0
WIDEST = 800.0
EDGE = 12.0
TILE = 84.0


def front_height(look: Look, wide: float) -> float:
    """How high the picture of a card of a width is; it leaves room for large letters."""
    return min(0.34 * wide, 200.0 if look.text_scale < 1.4 else 96.0)


class NeedStep(Step):
    """The tray as large cards."""

    def build(self, box: Box) -> None:
        """A card for each need of the tray; one that can't be bought now says why."""
        super().build(box)
        screen, look, needs = self.screen, self.screen.look, self.draft.needs()
        line = look.line_height("heading") + 8
        title = (
            self.session.text("What do you want to buy?") if needs else self.session.text("The tray is empty: there is nothing to buy now.")
        )
        screen.tree.root.add(Heading(Box(box.left, box.top, box.width, line), title))
        across = max(1, min(3, len(needs)))
        wide = min(WIDEST, (box.width - GAP * (across - 1)) / across)
        room = Box(box.left, box.top + line + 14, box.width, box.height - line - 14)
        high = max(self._height(need, wide) for need, _ in needs) if needs else 0.0
        rows = -(-len(needs) // across)
        begin = box.left + (box.width - across * wide - (across - 1) * GAP) / 2
        area = screen.tree.root.add(ScrollArea(room, rows * (high + GAP) + 8))
        for place, (need, reason) in enumerate(needs):
            where = Box(begin + 6 + place % across * (wide + GAP), room.top + 6 + place // across * (high + GAP), wide - 12, high)
            area.add(self._card(where, need, reason))
            side = look.measure("target")
            at = Box(where.right - side - 14, where.top + EDGE + 12, side, side)
            area.add(turn_button(self.session, at, self._turns(need), f"turn.need.{need}"))

    def _turns(self, need: int) -> Callable[[], None]:
        return lambda: self.screen.turn_need(need)

    def _card(self, box: Box, need: int, reason: int) -> Card:
        why = "" if reason == LEGAL else reason_text(self.session.language, reason)
        return Card(
            box,
            need_title(self.session, need),
            lambda painter, where: self._draw_need(painter, where, need, why),
            lambda: self.screen.choose_need(need),
            said=need_figures(self.session, need),
            chosen=need == self.draft.need,
            name=f"need.{need}",
            enabled=not why,
            why=why,
        )

    def _height(self, need: int, wide: float) -> float:
        look, inner = self.screen.look, wide - 12 - 60
        words = self.session.pack.need(need)
        code = self.session.language.code
        why = 3 * look.line_height("small")
        return (
            62
            + front_height(look, wide - 12)
            + look.words_height(words.title(code), inner, "heading", True)
            + look.words_height(words.story(code), inner, "lead")
            + look.words_height(need_figures(self.session, need), inner, "body")
            + 2 * (look.line_height("small") * 1.32 + 8)
            + why
            + 60
        )

    def _draw_need(self, painter: Painter, box: Box, need: int, why: str) -> None:
        language = self.session.language
        key = ("tender need", need, language.code, why)
        painter.cached(key, box, lambda inner, where: self._draw_card(inner, where, need, why))

    def _draw_card(self, painter: Painter, box: Box, need: int, why: str) -> None:
        look, session, ink = (
            painter.look,
            self.session,
            f"category.{self.session.viewer.need_look(need)}",
        )
        painter.card(box, "paper" if not why else "paper_warm", "radius", ink, "top", EDGE)
        left, width = box.left + 30, box.width - 60
        front = Box(box.left + 1, box.top + EDGE, box.width - 2, front_height(look, box.width))
        draw_vignette(painter, front, category_art(session.viewer.need_look(need)), 0, line=False)
        painter.rect(Box(front.left, front.bottom, front.width, 2), "line")
        tile = Box(left, front.bottom - TILE / 2 + 4, TILE, TILE)
        painter.shadow(tile, "radius", 7, 60)
        painter.rect(tile, f"{ink}.pale", "radius", "paper", 4)
        painter.icon(session.viewer.need_look(need), tile.center, 62, ink)
        words, code = session.pack.need(need), session.language.code
        painter.words(
            words.category_title(code),
            (tile.right + 18, (front.bottom + tile.bottom) / 2 + 2),
            "body",
            "ink_soft",
            anchor="midleft",
            width=width - 102,
        )
        top = tile.bottom + 14
        top += painter.paragraph(words.title(code), Box(left, top, width, 400), "heading", bold=True) + 8
        top += painter.paragraph(words.story(code), Box(left, top, width, 500), "lead") + 12
        top += painter.paragraph(need_figures(session, need), Box(left, top, width, 200), "body", "ink_soft") + 12
        top = self._chips(painter, left, top, width, need)
        if why:
            painter.icon("lock", (left + 14, top + 18), 28, "bad")
            painter.paragraph(why, Box(left + 38, top + 4, width - 38, 3 * look.line_height("small") + 2), "small", "bad")

    def _chips(self, painter: Painter, left: float, top: float, width: float, need: int) -> float:
        session, card = self.session, self.session.game.cards.needs[need]
        chips = [(goal, words, f"goal.{goal}", f"goal.{goal}.pale") for goal, words, _ in need_goals(session, need)]
        if card.urgency:
            waits = session.text(
                "Each year it waits: {goal} {points}",
                goal=goal_name(session.language, card.urgency_goal),
                points=session.language.signed(-card.urgency),
            )
            chips.append((GOAL_IDS[card.urgency_goal], waits, "bad", "bad_pale"))
        at, high = left, 0.0
        for picture, words, ink, fill in chips:
            wide, high = chip_size(painter.look, words, picture, "small")
            if at > left and at + wide > left + width:
                at, top = left, top + high + 8
            draw_chip(painter, (at, top), words, picture, ink=ink, fill=fill, size="small")
            at += wide + 8
        return top + high + 10

"""The question before a tender is published, because it can't be taken back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.draft import Draft
from caffael.board.widgets import Button, Dialog
from caffael.rules.terms import Route
from caffael.words.looks import criterion_ink, criterion_picture

if TYPE_CHECKING:
    from caffael.board.game import Session


class ConfirmDialog(Dialog):
    """A short question with the weights as they will stand. The focus begins on the way back."""

    def __init__(self, session: "Session", draft: Draft, on_publish: Callable[[], None]) -> None:
        self.session = session
        self.draft = draft
        look = session.app.look
        scale = look.text_scale
        wide = min(1500.0, 1020 * (1 + (scale - 1) * 0.6))
        self.words = self._words()
        words_high = look.words_height(self.words, wide - 88, "lead")
        bar = 78.0 if draft.weighs else 0.0
        buttons = Button.natural(look, "X")[1]
        super().__init__(
            wide,
            12 + 66 + 68 * scale + words_high + 20 + bar + buttons + 34,
            self._title(),
            picture="gavel",
            ink=f"team.{draft.seat}",
            text_scale=scale,
        )
        box = self.inside
        self.bar = Box(box.left, box.top + words_high + 24, box.width, 56)
        go, stay = self._verb(), session.text("Not yet")
        go_wide, stay_wide = Button.natural(look, go)[0], Button.natural(look, stay)[0]
        top = box.bottom - buttons
        self.add(
            Button(Box(box.right - go_wide - stay_wide - 18, top, stay_wide, buttons), stay, self.dismiss, style="plain", name="not yet")
        )
        self.add(Button(Box(box.right - go_wide, top, go_wide, buttons), go, on_publish, ink=f"team.{draft.seat}", name="publish now"))

    def _title(self) -> str:
        session = self.session
        if self.draft.joint:
            return session.text("Ask the partner?")
        if self.draft.route == Route.DIRECT:
            return session.text("Award the contract?")
        return session.text("Use the framework?") if self.draft.route == Route.FRAMEWORK else session.text("Publish this tender?")

    def _words(self) -> str:
        session, days = self.session, self.draft.days
        if self.draft.joint:
            first = session.text("The partner answers next. Once it agrees, these weights can't be changed.")
        elif self.draft.weighs:
            first = session.text("Published weights can't be changed.")
        else:
            first = session.text("A signed contract can't be taken back.")
        cost = session.plural("This takes {n} officer day.", "This takes {n} officer days.", days)
        return f"{first} {cost}"

    def _verb(self) -> str:
        session = self.session
        if self.draft.joint:
            return session.text("Ask the partner")
        return session.text("Publish") if self.draft.weighs else session.text("Award")

    def draw(self, painter: Painter) -> None:
        """Draw the question and the weights as one bar of 100 %."""
        super().draw(painter)
        box = self.inside
        painter.paragraph(self.words, Box(box.left, box.top, box.width, self.bar.top - box.top - 8), "lead")
        if not self.draft.weighs:
            return
        left, people = self.bar.left, self.session.game.cards.settings.people == 1
        for criterion, percent in enumerate(self.draft.percentages):
            if percent == 0:
                continue
            cell = Box(left, self.bar.top, self.bar.width * percent / 100 - 4, self.bar.height)
            painter.rect(cell, criterion_ink(criterion), "radius_small")
            words = self.session.language.percent(percent)
            said = min(cell.width - 8, painter.look.words_width(words, "lead", True))
            icon = 34.0 if said + 50 < cell.width else 0.0
            at = cell.centerx - (said + icon) / 2
            if icon:
                painter.icon(criterion_picture(criterion, people), (at + 14, cell.centery), 30, "ink_light")
            painter.words(words, (at + icon, cell.centery), "lead", "ink_light", True, "midleft", cell.width - 8)
            left += self.bar.width * percent / 100

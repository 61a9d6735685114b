"""Where a bidder's points come from: criterion by criterion, what it offers, what that scores, what the weight makes of it."""

from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.faces import bidder_face, criterion_ink, criterion_picture, points_of
from caffael.board.screens.tender.rowdraw import draw_points
from caffael.board.widgets import Button, Dialog
from caffael.language import divided, tenths
from caffael.rules.records import Bidder
from caffael.rules.terms import Criterion
from caffael.sentences import criterion_name

if TYPE_CHECKING:
    from caffael.board.game import Session

HIGH = 84.0


class PointsDialog(Dialog):
    """A sheet with a line for each criterion that counts."""

    def __init__(self, session: "Session", bidder: Bidder, weights: tuple[int, ...]) -> None:
        self.session = session
        self.bidder = bidder
        self.weights = weights
        self.people = session.game.cards.settings.people == 1
        self.counts = [criterion for criterion in range(len(weights)) if weights[criterion] > 0]
        scale = session.app.look.text_scale
        self.line_high = HIGH * (1 + (scale - 1) * 0.8)
        face = bidder_face(session, bidder)
        high = 12 + 66 + 94 * scale + (len(self.counts) + 1) * self.line_high + 88
        super().__init__(
            min(1700.0, 1240 * (1 + (scale - 1) * 0.6)),
            min(1060.0, high),
            face.name,
            line=session.text("Where its points come from"),
            picture=face.kind,
            text_scale=scale,
        )
        wide, tall = Button.natural(session.app.look, session.text("Close"))
        box = self.inside
        self.add(Button(Box(box.right - wide, box.bottom - tall, wide, tall), session.text("Close"), self.dismiss, name="close"))

    def draw(self, painter: Painter) -> None:
        """Draw the lines and their sum."""
        super().draw(painter)
        box, language = self.inside, self.session.language
        top = box.top
        for criterion in self.counts:
            self._line(painter, Box(box.left, top, box.width, self.line_high - 10), criterion)
            top += self.line_high
        total = Box(box.left, top, box.width, self.line_high - 10)
        right = total.right - 20
        said = painter.words(language.score(self.bidder.total), (right, total.centery), "title", bold=True, anchor="midright")
        bar = Box(total.left + 20, total.centery - 22, said.left - total.left - 50, 44)
        draw_points(painter, bar, points_of(self.bidder, self.weights), "lead")

    def _line(self, painter: Painter, box: Box, criterion: int) -> None:
        look, language = painter.look, self.session.language
        painter.rect(box, "paper_warm", "radius", "line", 1.5)
        icon = 44.0
        painter.icon(criterion_picture(criterion, self.people), (box.left + 38, box.centery), icon, criterion_ink(criterion))
        name = criterion_name(language, criterion, self.people)
        left = box.left + 76
        width = box.width * 0.42
        painter.words(name, (left, box.centery - look.line_height("body") * 0.5), "body", bold=True, anchor="midleft", width=width)
        painter.words(
            self._offer(criterion),
            (left, box.centery + look.line_height("small") * 0.55),
            "small",
            "ink_soft",
            anchor="midleft",
            width=width,
        )
        points = tenths(divided(self.weights[criterion] * self.bidder.scores[criterion], 10_000), keep=True)
        said = painter.words(points, (box.right - 20, box.centery), "heading", bold=True, anchor="midright")
        how = self.session.text(
            "{score} of 100, counted {weight}",
            score=tenths(divided(self.bidder.scores[criterion], 100)),
            weight=language.percent(self.weights[criterion]),
        )
        column = min(said.left, box.right - 20 - look.words_width("100.0", "heading", bold=True))
        painter.words(how, (column - 30, box.centery), "body", anchor="midright", width=column - 46 - left - width)

    def _offer(self, criterion: int) -> str:
        session, bidder, language = self.session, self.bidder, self.session.language
        if criterion == Criterion.PRICE:
            return session.text(
                "{money}, {percent} of the estimate", money=language.money_exact(bidder.bid), percent=language.percent(bidder.percent)
            )
        if criterion == Criterion.CARBON:
            return session.text("{percent} of the carbon of the old way", percent=language.percent(bidder.carbon))
        if self.people:
            return session.text("Quality {quality} and social value {social}, out of 5", quality=bidder.quality, social=bidder.social)
        return session.text("{points} out of 5", points=bidder.quality if criterion == Criterion.QUALITY else bidder.social)

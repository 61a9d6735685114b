"""The last page: three questions to talk about."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.presentation.blocks import Listing, block

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


class TalkPage(DebriefPage):
    """Three questions, chosen by what happened in this game. There is no right answer."""

    def build(self, box: Box) -> None:
        """Place the questions under each other."""
        questions = block(self.told, Listing, "questions").items
        gap = 22.0
        high = (box.height - gap * (len(questions) - 1)) / max(1, len(questions))
        for place, (said, question) in enumerate(zip(questions, self.debrief.questions, strict=True)):
            at = Box(box.left + 4, box.top + place * (high + gap), box.width - 8, high)
            picture = PICTURES[question.theme]
            self.sheet(at, said, lambda painter, where, n=place, s=said, p=picture: _question(painter, where, n, s, p))  # type: ignore[misc]


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
    painter.paragraph(said, Box(left, box.top + 18, box.right - left - 44, box.height - 36), 36, "ink", middle=True, least="small")

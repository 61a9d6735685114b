"""The backs of the cards: one picture for each deck, with white all round, so that a back that lies a little askew gives nothing away."""

from caffael.printing.box import Box
from caffael.printing.paper import THIN, Paper
from caffael.printing.sheets import Draw
from caffael.printing.tongues import BETWEEN

WHITE = 5.0
SMALLEST_SIDE = 50.0


def back_of(name: str, picture: str, ink: str) -> Draw:
    """What draws the back of a deck."""

    def draw(paper: Paper, place: Box) -> None:
        large = place.height > SMALLEST_SIDE
        inside = place.inset(WHITE if large else WHITE * 0.7)
        paper.frame(inside, ink, 0.8, radius=3.0)
        paper.frame(inside.inset(1.2), ink, THIN, radius=2.2)
        side = inside.width * (0.5 if large else 0.4)
        middle = inside.middle
        rise = 6.0 if large else 3.5
        paper.picture(picture, Box(middle[0] - side / 2, middle[1] - side / 2 - rise, side, side), ink)
        words = Box(inside.left + 3, middle[1] + side / 2 - rise + 1, inside.width - 6, inside.bottom - middle[1] - side / 2 + rise - 3)
        paper.write(name.replace(BETWEEN, "\n"), words, 13 if large else 9, ink, bold=True, align="middle", centred=True)

    return draw

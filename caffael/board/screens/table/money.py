"""The strip of a council's panel that says what is due this year and what is left or missing, with a bar for each year to come."""

from functools import partial

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.host import TableHost
from caffael.board.widgets import Card, Widget
from caffael.presentation.money import MoneyAhead, YearMark

AIR = 8.0
BAR = 15.0
BAR_GAP = 5.0
LEAST = 13.0
DENSE = 1.3
"""Up to this text scale the letters of the strip grow."""


def ahead_height(look: Look, ahead: MoneyAhead | None) -> float:
    """How high the strip is; nothing when the game is over."""
    if ahead is None:
        return 0.0
    letters = look.dense(DENSE)
    return max(look.row(0), letters.line_height("tiny") + letters.line_height("body") + AIR)


def add_ahead(table: TableHost, into: Widget, box: Box, ahead: MoneyAhead) -> None:
    """Put the strip into its box; it opens the sheet of the council's money."""
    press = partial(table.press, ahead.line.press)
    into.add(Card(box, ahead.line.title, partial(draw_ahead, ahead=ahead), press, said=ahead.line.words, rises=False, name=ahead.line.id))


def draw_ahead(whole: Painter, box: Box, ahead: MoneyAhead) -> None:
    """Draw what is due and what is left beside each other, and the years at the right."""
    painter = whole.dense(DENSE)
    painter.rect(box, "bad_pale" if ahead.short else "paper_sunk", "radius_small", "bad" if ahead.short else None, 1.5)
    bars = len(ahead.years) * (BAR + BAR_GAP) - BAR_GAP
    room = box.width - bars - 3 * AIR
    due, left = needs_of(painter.look, ahead)
    spare = room - due - left - AIR
    first = due + (spare / 2 if spare > 0 else spare * due / max(due + left, 1.0))
    draw_figure(painter, Box(box.left + AIR, box.top, first, box.height), *ahead.due)
    draw_figure(painter, Box(box.left + AIR + first + AIR, box.top, room - first - AIR, box.height), *ahead.left, ahead.short)
    draw_years(painter, Box(box.right - bars - AIR, box.top + AIR / 2, bars, box.height - AIR), ahead.years)


def needs_of(look: Look, ahead: MoneyAhead) -> tuple[float, float]:
    """How wide what is due and what is left would be, each under its name."""
    wides = [max(look.words_width(name, "tiny"), look.words_width(figure, "body", True)) for name, figure in (ahead.due, ahead.left)]
    return wides[0], wides[1]


def draw_figure(painter: Painter, box: Box, name: str, figure: str, short: bool = False) -> None:
    """Draw a figure under its name; what is short stands out, and has a sign of its own."""
    look, ink = painter.look, "bad" if short else "ink"
    names, figures = look.line_height("tiny"), look.line_height("body")
    top = box.centery - (names + figures) / 2
    named = Box(box.left, top, box.width, names + 1)
    painter.paragraph(name, named, "tiny", ink if short else "ink_soft", least=LEAST, most_lines=1)
    left = box.left
    if short:
        painter.icon("warning", (left + figures * 0.4, top + names + figures / 2), figures * 0.8, ink)
        left += figures
    painter.words(figure, (left, top + names), "body", ink, bold=True, width=box.right - left)


def draw_years(painter: Painter, box: Box, years: tuple[YearMark, ...]) -> None:
    """Draw a bar for each year: above the line what is left, below it what is missing; the year's number stands at its foot."""
    digits = painter.look.line_height("tiny") * 0.9
    high = box.height - digits
    below = max((-year.share for year in years), default=0.0)
    above = max((year.share for year in years), default=0.0)
    most = max(above, 0.0) + max(below, 0.0) or 1.0
    zero = box.top + high * max(above, 0.0) / most
    for place, year in enumerate(years):
        left = box.left + place * (BAR + BAR_GAP)
        tall = max(2.0, high * abs(year.share) / most)
        bar = Box(left, zero - tall, BAR, tall) if year.share >= 0 else Box(left, zero, BAR, tall)
        painter.rect(bar, "good" if year.share >= 0 else "bad", 2.0)
        painter.words(year.year, (left + BAR / 2, box.bottom), "tiny", "ink_soft", anchor="midbottom")
    painter.rect(Box(box.left - 2, zero - 0.75, box.width + 4, 1.5), "line_strong")

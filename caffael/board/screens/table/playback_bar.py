"""Middle, at the foot, while a game is watched: where it stands, the way back and forward, and what to do from here."""

from collections.abc import Callable
from functools import partial

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.actions import LETTERS, laid_button
from caffael.board.screens.table.host import TableHost
from caffael.board.widgets import Button, Card, Choice, Slider, Widget
from caffael.board.widgets.card import Drawer
from caffael.presentation import blocks
from caffael.presentation.blocks import Group
from caffael.presentation.press import Do
from caffael.presentation.rows import OneOf, Option
from caffael.presentation.table.watching import Watched, decided_words, place_words, way_through, ways_onward

GAP = 10.0
AIR = 16.0
SIZE = "body"

Made = tuple[float, Callable[[Box], Widget]]


def add_playback(table: TableHost, watched: Watched, into: Widget, box: Box) -> None:
    """Put the bar into a box."""
    look = table.look.dense(LETTERS)
    said, place = decided_words(table.viewer, watched), place_words(table.viewer, watched)
    into.add(Card(box, said, _draw_paper, said=place, rises=False))
    inner = box.inflate(-2 * AIR, -2 * AIR)
    high = words_high(look)
    into.add(Card(Box(inner.left, inner.top, inner.width, high), said, _sentence(said, place), rises=False, name="watched words"))
    slide = slider_height(look)
    into.add(
        Slider(
            Box(inner.left + 6, inner.top + high, inner.width - 12, slide),
            table.viewer.text("Decisions"),
            watched.place,
            lambda to: table.press(Do("go-to", (to,))),
            high=max(1, len(watched.moments)),
            step=1,
            words=lambda _: place,
            name="watched place",
        )
    )
    top = inner.top + high + slide + 14
    for row in rows_of(look, table, watched, inner.width):
        left = inner.left
        spare = (inner.width - sum(wide for wide, _ in row) - GAP * (len(row) - 1)) / max(1, len(row) - 1) + GAP if len(row) > 1 else 0.0
        for wide, make in row:
            into.add(make(Box(left, top, wide, button_height(look))))
            left += wide + min(spare, 40.0)
        top += button_height(look) + GAP


def playback_height(table: TableHost, watched: Watched, width: float) -> float:
    """How high the bar is."""
    look = table.look.dense(LETTERS)
    rows = len(rows_of(look, table, watched, width - 2 * AIR))
    return 2 * AIR + words_high(look) + slider_height(look) + 14 + rows * (button_height(look) + GAP) - GAP


def words_high(look: Look) -> float:
    """How high the sentence is: always the same, so that the bar does not jump."""
    return 1.7 * look.line_height(SIZE)


def slider_height(look: Look) -> float:
    """How high the slider is."""
    return look.measure("target") * 0.7


def button_height(look: Look) -> float:
    """How high the buttons are."""
    return Button.natural(look, "A", "", SIZE)[1]


def rows_of(look: Look, table: TableHost, watched: Watched, width: float) -> list[list[Made]]:
    """What stands in the bar, row by row: the way through the game, and what to do from here."""
    size = look.theme.sizes[SIZE] * look.text_scale / table.look.text_scale
    rows: list[list[Made]] = [[]]
    made: list[Made] = []
    for one in way_through(table.viewer, watched):
        if isinstance(one, Group):
            made.append(_way(look, table, one, watched.way, size))
        else:
            made.append((button_height(look), partial(laid_button, button=one, press=table.press, icon_only=True)))
    for one in ways_onward(table.viewer, watched):
        wide = Button.natural(look, one.words, one.picture, SIZE)[0]
        made.append((wide, partial(laid_button, button=one, press=table.press, size=size)))
    for each in made:
        if rows[-1] and sum(wide + GAP for wide, _ in rows[-1]) + each[0] > width:
            rows.append([])
        rows[-1].append(each)
    return rows


def _way(look: Look, table: TableHost, ways: Group, way: str, size: float) -> Made:
    buttons = {one.id: one for one in ways.blocks if isinstance(one, blocks.Button)}
    options = tuple(Option(key, one.words) for key, one in buttons.items())
    wide = len(options) * (max(look.words_width(option.label, SIZE, True) for option in options) + 22)

    def make(box: Box) -> Widget:
        return Choice(box, OneOf(ways.id, ways.title, options, way), lambda key: table.press(buttons[key].press), size=size)

    return wide, make


def _draw_paper(painter: Painter, box: Box) -> None:
    painter.card(box, "gold_pale", edge="gold", edge_side="top", edge_width=6)


def _sentence(words: str, place: str) -> Drawer:
    def draw(painter: Painter, box: Box) -> None:
        inner = painter.dense(LETTERS)
        painter.icon("eye", (box.left + 20, box.centery), 36, "ink_soft")
        taken = inner.words(place, (box.right - 6, box.centery), SIZE, "ink_soft", True, "midright")
        inner.paragraph(words, Box(box.left + 52, box.top, taken.left - box.left - 72, box.height), SIZE, bold=True, middle=True)

    return draw

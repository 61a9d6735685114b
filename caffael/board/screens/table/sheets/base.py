"""The sheet that all turned-over cards share: a heading, a story, lines with a picture, a value and a sentence each, and answers below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.board.drawings.vignette import SHAPE, draw_vignette
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, Box
from caffael.board.screens.backs import TURN, Back, back_sheet
from caffael.board.theme import Ink
from caffael.board.widgets import Button, Card, Dialog, ScrollArea, Widget
from caffael.board.widgets.button import Style

if TYPE_CHECKING:
    from caffael.board.screens.sheet_stack import SheetHost

WIDTH = 1180.0
AIR = 44.0
GAP = 8.0
PICTURE = 44.0
ART_WIDTH = 300.0
ARROW = 34.0
HIGHEST = HEIGHT - 60.0


@dataclass(frozen=True, slots=True)
class Line:
    """One thing about a card: its picture, what it is called, its value, and a sentence that explains it or says where it comes from."""

    title: str
    value: str = ""
    words: str = ""
    picture: str = ""
    ink: Ink = "ink"
    on_press: Callable[[], None] | None = None
    value_ink: Ink = "ink"


@dataclass(frozen=True, slots=True)
class Answer:
    """A button at the foot of a sheet; with a `why` it can't be pressed."""

    words: str
    press: Callable[[], None]
    picture: str = ""
    style: Style = "primary"
    why: str = ""
    ink: Ink = "accent"


def room_of(line: Line, width: float) -> float:
    """How much width the words of a line have."""
    return width - PICTURE - 40 - (ARROW if line.on_press is not None else 0.0)


def is_stacked(look: Look, line: Line, inside: float) -> bool:
    """Whether the value of a line stands under its title, because there is no room for both side by side."""
    left = inside - look.words_width(line.value, "body", bold=True) - 20
    longest = max((look.words_width(word, "body", bold=True) for word in line.title.split()), default=0.0)
    return bool(line.value) and left < max(longest, inside * 0.3)


def line_height(look: Look, line: Line, width: float) -> float:
    """How high a line is at a width."""
    inside = room_of(line, width)
    high = title_height(look, line, inside)
    if is_stacked(look, line, inside):
        high += look.words_height(line.value, inside, "body", bold=True)
    if line.words:
        high += look.words_height(line.words, inside, "small")
    return max(PICTURE + 12 if line.words or line.value else PICTURE + 2, high + 18)


def title_height(look: Look, line: Line, inside: float) -> float:
    """How high the title of a line is, beside its value or over it."""
    beside = bool(line.value) and not is_stacked(look, line, inside)
    value = look.words_width(line.value, "body", bold=True) + 20 if beside else 0.0
    return look.words_height(line.title, inside - value, "body", bold=True)


def draw_line(painter: Painter, box: Box, line: Line) -> None:
    """Draw a line of a sheet."""
    look = painter.look
    painter.rect(box, "paper_warm", "radius")
    if line.picture:
        centre = (box.left + 10 + PICTURE / 2, min(box.centery, box.top + 6 + PICTURE / 2))
        painter.icon(line.picture, centre, PICTURE * 0.82, line.ink)
    left, inside = box.left + PICTURE + 24, room_of(line, box.width)
    top, right = box.top + 9, left + inside
    if line.on_press is not None:
        painter.icon("arrow-right", (box.right - 26, box.centery), 24, "ink_soft")
    high, stacked = title_height(look, line, inside), is_stacked(look, line, inside)
    value = look.words_width(line.value, "body", bold=True) + 20 if line.value and not stacked else 0.0
    painter.paragraph(line.title, Box(left, top, inside - value, high + 1), "body", bold=True)
    if stacked:
        under = look.words_height(line.value, inside, "body", bold=True)
        painter.paragraph(line.value, Box(left, top + high, inside, under + 1), "body", line.value_ink, bold=True)
        high += under
    elif line.value:
        painter.words(line.value, (right, top), "body", line.value_ink, bold=True, anchor="topright")
    if line.words:
        painter.paragraph(line.words, Box(left, top + high, right - left, box.bottom - top - high), "small", "ink_soft")


def head_more(look: Look, line: str) -> float:
    """How much more room the heading of a sheet needs when letters are large."""
    if line:
        return max(0.0, look.line_height("heading") + look.line_height("body") + 10 - 98.0)
    return max(0.0, look.line_height("title") + 6 - 64.0)


def under_head(look: Look, dialog: Dialog) -> Box:
    """Where there is room on a sheet under its heading."""
    room, more = dialog.inside, head_more(look, dialog.line)
    return Box(room.left, room.top + more, room.width, room.height - more)


def info_sheet(
    table: "SheetHost",
    title: str,
    lines: Sequence[Line],
    *,
    line: str = "",
    story: str = "",
    picture: str = "",
    ink: Ink = "accent",
    answers: Sequence[Answer] = (),
    aside: tuple[float, Callable[[Painter, Box], None]] | None = None,
    art: str = "",
    width: float = WIDTH,
    must_answer: bool = False,
    back: Back | None = None,
) -> Dialog:
    """A sheet. `aside` is a width and a drawing that stands left of the lines, `art` a picture that stands right of the story.

    A button that closes the sheet is always there. With a `back` it can be turned over.
    """
    look = table.look
    turn = None if back is None else table.sheets.turn_over
    if back is not None and table.sheets.turned:
        return back_sheet(table.session, title, back, table.close, line=line, picture=picture, ink=ink, turn=turn)
    beside = ART_WIDTH + 28 if art else 0.0
    story_high = look.words_height(story, width - 2 * AIR - beside, "lead") + 14 if story else 0.0
    if art:
        story_high = max(story_high, ART_WIDTH * SHAPE + 16)
    wide = aside[0] + 24 if aside else 0.0
    inner = width - 2 * AIR - wide
    heights = [line_height(look, one, inner) for one in lines]
    body = sum(heights) + GAP * max(0, len(lines) - 1)
    if aside:
        body = max(body, min(aside[0], 420.0))
    foot = Button.natural(look, "A")[1]
    head = Dialog(width, 400, title, line=line)
    above = head.inside.top - head.box.top + head_more(look, line)
    below = head.box.bottom - head.inside.bottom
    whole = min(HIGHEST, above + story_high + body + (18 if body else 0) + foot + below)
    dialog = Dialog(width, whole, title, line=line, picture=picture, ink=ink, must_answer=must_answer)
    room = under_head(look, dialog)
    if story:
        dialog.add(Card(Box(room.left, room.top, room.width - beside, story_high), story, _Story(story), rises=False))
    if art:
        where = Box(room.right - ART_WIDTH, room.top, ART_WIDTH, ART_WIDTH * SHAPE)
        dialog.add(Card(where, "", lambda painter, box: draw_vignette(painter, box, art), rises=False))
    left = Box(room.left + wide, room.top + story_high, inner, room.height - story_high - foot - 18)
    if aside:
        dialog.add(Card(Box(room.left, left.top, aside[0], left.height), "", aside[1], rises=False))
    if lines:
        _add_lines(dialog, left, lines, heights)
    add_answers(table, dialog, Box(room.left, room.bottom - foot, room.width, foot), answers, must_answer, turn)
    return dialog


def _add_lines(dialog: Dialog, box: Box, lines: Sequence[Line], heights: Sequence[float]) -> None:
    area = ScrollArea(box, sum(heights) + GAP * (len(lines) - 1), name="lines")
    area.bleed = 4.0
    top = float(box.top)
    for line, high in zip(lines, heights, strict=True):
        said = f"{line.value} {line.words}".strip()
        area.add(Card(Box(box.left, top, box.width, high), line.title, _LineDrawing(line), line.on_press, said=said))
        top += high + GAP
    dialog.add(area)


def add_answers(
    table: "SheetHost",
    dialog: Widget,
    box: Box,
    answers: Sequence[Answer],
    must_answer: bool = False,
    turn: Callable[[], None] | None = None,
) -> list[Button]:
    """Put buttons at the foot of a sheet, from the right; those that close it and `turn` it over stand at the left. Gives the answers'."""
    look, session = table.look, table.session
    others: list[tuple[str, str, str, Callable[[], None]]] = []
    if not must_answer:
        others.append((session.text("Close"), "close", "close sheet", table.close))
    if turn is not None:
        others.append((session.text("Turn over"), "swap", TURN, turn))
    wide = [Button.natural(look, answer.words, answer.picture)[0] for answer in answers]
    rooms = [Button.natural(look, words, picture)[0] for words, picture, _, _ in others]
    few = sum(wide) + sum(rooms) + 14 * (len(wide) + len(rooms)) > box.width and len(others) > 1
    if few:
        rooms = [box.height] * len(others)
    share = min(1.0, (box.width - sum(rooms) - 14 * (len(wide) + len(rooms))) / max(1.0, sum(wide)))
    left = box.left
    for (words, picture, name, press), room in zip(others, rooms, strict=True):
        where = Box(left, box.top, room, box.height)
        dialog.add(Button(where, words, press, style="plain", picture=picture, icon_only=few, name=name))
        left += room + 14
    right = float(box.right)
    buttons = []
    for answer, width in zip(reversed(answers), reversed(wide), strict=True):
        buttons.append(
            Button(
                Box(right - width * share, box.top, width * share, box.height),
                answer.words,
                answer.press,
                style=answer.style,
                picture=answer.picture,
                ink=answer.ink,
                name=answer.words,
                enabled=not answer.why,
                why=answer.why,
            )
        )
        right -= width * share + 14
    buttons.reverse()
    for button in buttons:
        dialog.add(button)
    return buttons


class _LineDrawing:
    def __init__(self, line: Line) -> None:
        self.line = line

    def __call__(self, painter: Painter, box: Box) -> None:
        draw_line(painter, box, self.line)


class _Story:
    def __init__(self, words: str) -> None:
        self.words = words

    def __call__(self, painter: Painter, box: Box) -> None:
        painter.paragraph(self.words, box, "lead", "ink_soft")

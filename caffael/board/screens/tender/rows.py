"""The rows of bidders: how one is drawn, the expected table in which they glide to new places, and the warning that nobody can bid."""

from collections.abc import Callable, Iterable, Sequence

from caffael.board.animation import between
from caffael.board.drawings.brings import above_brings, brings_high, brings_titled, draw_brings
from caffael.board.drawings.supplier_plain import draw_stars
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets import Card, Heading, ScrollArea, Widget, Words
from caffael.board.window import App
from caffael.presentation.blocks import Bid, Block, Group, Line, Text
from caffael.presentation.faces import BidderFace, Fact
from caffael.presentation.press import Press
from caffael.words.language import divided
from caffael.words.looks import criterion_ink

TALL_FROM = 1.2
"""From this text scale on a row has two lines at least."""
WHOLE, HALVES = 1060.0, 780.0
"""How wide a row of the expected table wants to be for one line, and for two."""
HALF = 0.62
"""What of a row of two lines names and facts take; the rest is the bar's."""
HIGH = {1: 46.0, 2: 70.4, 3: 112.0}
"""How high such a row is at least by its lines, at 100 %."""
FULL = 100.0


class Stack(ScrollArea):
    """Rows one below the other. They are read from the first to the last and drawn from the last to the first: the first passes over the
    others while rows change places.
    """

    def paint(self, painter: Painter) -> None:
        """Draw the rows, the first one last."""
        self.children.reverse()
        super().paint(painter)
        self.children.reverse()


def row_lines(look: Look, width: float, whole: float, halves: float) -> int:
    """On how many lines a row stands that wants to be `whole` for one line, and `halves` wide for two at 100 %."""
    if look.text_scale < TALL_FROM and width >= whole:
        return 1
    return 2 if width >= halves * look.text_scale else 3


def draw_place(painter: Painter, box: Box, place: str, first: bool) -> None:
    """Draw the place in the order: the first on gold."""
    side = min(box.width, box.height) * 0.82
    ink: Ink = "gold" if first else "paper_sunk"
    painter.circle(box.center, side / 2, ink)
    number: Ink = "gold_ink" if first else "ink"
    painter.words(place, box.center, "body" if side < 46 else "lead", number, bold=True, anchor="center", width=side * 0.86)


def draw_who(painter: Painter, box: Box, face: BidderFace, size: str = "body") -> None:
    """Draw icon of the kind, name, kind if there is room for it, and the marks for Welsh and for supported employment."""
    look = painter.look
    side = min(box.height, 46.0 * look.text_scale)
    tile = Box(box.left, box.centery - side / 2, side, side)
    painter.rect(tile, "paper_sunk", "radius_small")
    painter.icon(face.kind, tile.center, side * 0.78, "ink")
    marks = [("welsh", "bad")] * face.welsh + [("supported", "category.communities")] * face.supported
    mark = min(side * 0.78, 34.0 * look.text_scale)
    left, right = tile.right + 12, box.right - len(marks) * (mark + 8)
    size, under = two_lines(look, size, box.height)
    line = look.line_height(size)
    shows_kind = under > 0 and look.words_width(face.kind_words, "tiny") <= right - left
    top = box.centery - (line + (under if shows_kind else 0)) / 2
    painter.words(face.name, (left, top + line * 0.5 + (1 if shows_kind else 0)), size, bold=True, anchor="midleft", width=right - left)
    if shows_kind:
        painter.words(face.kind_words, (left, top + line + under * 0.42 - 1), "tiny", "ink_soft", anchor="midleft", width=right - left)
    for place, (picture, ink) in enumerate(marks):
        painter.icon(picture, (right + 8 + (place + 0.5) * (mark + 6), box.centery), mark, ink)


def draw_facts(painter: Painter, box: Box, facts: Sequence[Fact], size: str = "body") -> None:
    """Draw facts side by side, each in its column."""
    look, left = painter.look, box.left
    stretch = box.width / sum(fact.wide for fact in facts)
    for fact in facts:
        icon = look.line_height("small") * 1.08
        middle, begin, room = box.centery, left + icon + 5, fact.wide * stretch - icon - 9
        if fact.stars is not None:
            draw_stars(painter, Box(left, middle - icon * 0.6, fact.wide * stretch - 12, icon * 1.2), fact.stars)
            left += fact.wide * stretch
            continue
        painter.icon(fact.picture, (left + icon / 2, middle), icon, fact.ink)
        high, under = two_lines(look, size, box.height)
        line = look.line_height(high)
        if fact.below and under:
            painter.words(fact.words, (begin, middle - under * 0.5 + 1), high, bold=True, anchor="midleft", width=room)
            painter.words(fact.below, (begin, middle + line * 0.46 - 1), "tiny", "ink_soft", anchor="midleft", width=room)
        else:
            painter.words(fact.words, (begin, middle), size if fact.below else under_size(size), bold=True, anchor="midleft", width=room)
        left += fact.wide * stretch


def two_lines(look: Look, size: str, height: float) -> tuple[str, float]:
    """The size at which a line of words and a tiny one under it fit into a height, and how high the tiny one is; 0: it doesn't fit."""
    under = look.line_height("tiny")
    for smaller in (size, under_size(size), under_size(under_size(size))):
        if look.line_height(smaller) + under <= height + 3:
            return smaller, under
    return size, 0.0


def under_size(size: str) -> str:
    """The next smaller size of letters."""
    return {"lead": "body", "body": "small"}.get(size, size)


def draw_points(painter: Painter, box: Box, points: tuple[float, ...], size: float | str = "body") -> None:
    """Draw a score as its four parts; it may be drawn anew in each frame of a movement.

    A number that is too wide for its part is left out; colour, order and the sliders' icons tell the parts apart.
    """
    radius = min(box.height / 2, 9.0)
    painter.rect(box, "paper_sunk", radius)
    shown = [(at, value) for at, value in enumerate(points) if value > 0.05]
    left = box.left
    for place, (at, value) in enumerate(shown):
        right = left + box.width * value / FULL
        ink = criterion_ink(at)
        _part(painter, Box(left, box.top, right - left, box.height), ink, radius, place == 0, place == len(shown) - 1)
        if place:
            painter.rect(Box(left, box.top, 2, box.height), "paper")
        words = str(divided(round(value * 10), 10))
        if painter.look.words_width(words, size, bold=True) < right - left - 6:
            painter.words(words, ((left + right) / 2, box.centery), size, "ink_light", bold=True, anchor="center")
        left = right


def draw_points_still(painter: Painter, box: Box, points: tuple[float, ...], size: float | str = "body") -> None:
    """Draw a score that does not move, from a kept picture."""
    painter.cached(("points", points, size), box, lambda inner, where: draw_points(inner, where, points, size), bleed=2)


def _part(painter: Painter, cell: Box, ink: Ink, radius: float, first: bool, last: bool) -> None:
    """Fill a part of a bar with plain rectangles and round ends of one size, so that no shape is drawn anew while it grows."""
    if cell.width < 2 * radius + 2:
        painter.rect(cell, ink)
        return
    left, right = cell.left + (radius if first else 0), cell.right - (radius if last else 0)
    painter.rect(Box(left, cell.top, right - left, cell.height), ink)
    if first:
        painter.rect(Box(cell.left, cell.top, radius * 2, cell.height), ink, radius, corners=(True, False, False, True))
    if last:
        painter.rect(Box(cell.right - radius * 2, cell.top, radius * 2, cell.height), ink, radius, corners=(False, True, True, False))


GLIDE = 0.28
MOST = 1.15
"""Rows of several lines grow so much where there is room."""
GAP = 5.0
Points = tuple[float, ...]


class ScoreRow(Widget):
    """One bidder. Pressing it asks where its points come from."""

    role = "button"
    can_focus = True

    def __init__(self, box: Box, line: Bid, on_press: Callable[[Press], None]) -> None:
        super().__init__(box, line.face.name, name=line.id)
        self.line = line
        self.titled = True
        self.shown: Points = line.points
        self.on_press = on_press

    @property
    def value(self) -> str:
        """Place, price and score in words."""
        return self.line.said

    def press(self) -> None:
        """Ask where the points come from."""
        if self.line.turns is not None:
            self.on_press(self.line.turns)

    def draw(self, painter: Painter) -> None:
        """Draw what stays the same from a kept picture, and the bar anew."""
        line, box, look = self.line, self.box, painter.look
        first = line.rank == 0
        parts = columns(look, above_brings(look, box))
        key = ("tender row", line.face, first, self.hovered, self.titled)
        painter.cached(key, box, lambda inner, where: self._still(inner, where, first))
        draw_place(painter, parts["place"], str(line.rank + 1), first)
        high = above_brings(look, box).height
        size = "heading" if high > 52 else "lead"
        painter.words(line.total, (box.right - 16, parts["bar"].centery), size, bold=True, anchor="midright")
        (draw_points_still if self.shown == line.points else draw_points)(
            painter, parts["bar"], self.shown, "body" if high > 54 else "small"
        )

    def _still(self, painter: Painter, box: Box, first: bool) -> None:
        line, look = self.line, painter.look
        upper = above_brings(look, box)
        parts = columns(look, upper)
        if first:
            painter.shadow(box, "radius", 9, 80)
        fill = "gold_pale" if first else ("ink_light" if self.hovered else "paper_warm")
        painter.rect(box, fill, "radius", "gold" if first else "line", 4 if first else 1.5)
        draw_who(painter, parts["who"], line.face, "lead" if upper.height > 66 and lines_of(look, box.width) == 1 else "body")
        draw_facts(painter, parts["facts"], line.face.facts)
        left, right = brings_span(look, box, parts["who"].left)
        draw_brings(painter, Box(left, box.top, right - left, box.height), line.face, self.titled)


def brings_span(look: Look, box: Box, name: float) -> tuple[float, float]:
    """From where to where the line at the foot of a row goes; on one line it begins under the name."""
    return name if lines_of(look, box.width) == 1 else box.left + 14, box.right - 16


def lines_of(look: Look, width: float) -> int:
    """On how many lines a row of the expected table stands."""
    return row_lines(look, width, WHOLE, HALVES)


def columns(look: Look, box: Box) -> dict[str, Box]:
    """Say where the parts of a row stand in it."""
    unit = look.text_scale
    total = look.words_width("100.0", "heading", bold=True) + 20
    place = Box(box.left + 8, box.top + 4, min(52.0 * unit, box.height - 8), box.height - 8)
    lines = lines_of(look, box.width)
    if lines == 3:
        third = box.height / 3
        place.height = third - 4
        who = Box(place.right + 8, box.top + 4, box.right - place.right - 22, third - 4)
        facts = Box(box.left + 14, box.top + third, box.width - 28, third - 4)
        bar = Box(box.left + 14, box.bottom - third * 0.86, box.width - total - 30, third * 0.66)
        return {"place": place, "who": who, "facts": facts, "bar": bar}
    if lines == 2:
        place.height = box.height / 2
        half = box.width * HALF
        who = Box(place.right + 8, box.top + 4, half - place.width - 24, box.height / 2 - 4)
        facts = Box(box.left + 14, box.top + box.height / 2, half - 14, box.height / 2 - 6)
        bar = Box(box.left + half + 14, box.top + box.height * 0.26, box.width - half - total - 18, box.height * 0.48)
        return {"place": place, "who": who, "facts": facts, "bar": bar}
    who = Box(place.right + 8, box.top + 2, 300, box.height - 4)
    facts = Box(who.right + 14, box.top + 2, 500, box.height - 4)
    high = min(40.0, box.height - 14)
    bar = Box(facts.right + 8, box.centery - high / 2, box.right - facts.right - total - 8, high)
    return {"place": place, "who": who, "facts": facts, "bar": bar}


class ScoreTable(Stack):
    """The rows. `show` gives it what is true now; with `moving` the rows travel there."""

    def __init__(self, app: App, box: Box, label: str, on_row: Callable[[Press], None]) -> None:
        super().__init__(box, label=label, name="expected table")
        self.app = app
        self.on_row = on_row
        self._turn = 0

    @property
    def lines(self) -> list[Bid]:
        """What is shown, the likely winner first."""
        return sorted((row.line for row in self.rows), key=lambda line: line.rank)

    @property
    def rows(self) -> list[ScoreRow]:
        """The widgets of the rows, in the order in which they were made."""
        return [child for child in self.children if isinstance(child, ScoreRow)]

    def whole_height(self, count: int) -> float:
        """How high the table is when so many rows are seen whole."""
        return count * (self._row_height(count) + GAP)

    def show(self, lines: Sequence[Bid], moving: bool) -> None:
        """Show these lines, each once, the likely winner first."""
        known = {row.line.face.supplier: row for row in self.rows}
        wanted = {line.face.supplier for line in lines}
        for supplier, row in known.items():
            if supplier not in wanted:
                self.remove(row)
        high = self._row_height(len(lines))
        self.extent = len(lines) * (high + GAP)
        self.scroll_to(self.scrolled)
        for line in sorted(lines, key=lambda line: line.rank):
            if line.face.supplier not in known:
                self.add(ScoreRow(Box(self.box.left, self._top(line.rank, high), self.box.width, high), line, self.on_row))
        self._glide({line.face.supplier: line for line in lines}, high, moving)

    def _row_height(self, count: int) -> float:
        look = self.app.look
        lines = lines_of(look, self.box.width)
        scale = look.text_scale if lines > 1 else 1.0
        least = max(HIGH[lines] * scale + brings_high(look), look.row(GAP))
        most = least * MOST if lines > 1 else 100.0 + brings_high(look)
        return max(least, min(most, self.box.height / max(1, count) - GAP))

    def _titled(self, lines: Iterable[Bid], high: float) -> bool:
        look, box = self.app.look, Box(self.box.left, self.box.top, self.box.width, high)
        left, right = brings_span(look, box, columns(look, above_brings(look, box))["who"].left)
        return brings_titled(look, right - left, [line.face for line in lines])

    def _top(self, rank: int, high: float) -> float:
        return self.box.top + rank * (high + GAP) - self.scrolled

    def _glide(self, lines: dict[int, Bid], high: float, moving: bool) -> None:
        """Move every row from where it is to where it belongs; a later call takes over from this one."""
        self._turn += 1
        turn, scrolled = self._turn, self.scrolled
        titled = self._titled(lines.values(), high)
        travels: list[tuple[ScoreRow, float, float, Points, Points]] = []
        for row in self.rows:
            line = lines[row.line.face.supplier]
            row.line = line
            row.box.height = high
            row.titled = titled
            travels.append((row, row.box.top + self.scrolled, self._top(line.rank, high) + scrolled, row.shown, line.points))
        self.children.sort(key=lambda child: child.line.rank if isinstance(child, ScoreRow) else 0)

        def step(share: float) -> None:
            if turn != self._turn:
                return
            for row, begin, end, first, last in travels:
                row.box.top = between(begin, end, share) - self.scrolled
                row.shown = tuple(between(a, b, share) for a, b in zip(first, last, strict=True))
            self.changed()

        if moving:
            self.app.move(GLIDE, step)
        else:
            step(1.0)


NOBODY_GAP = 10.0
LEAST = 460.0
"""The least width of a supplier's row, at the usual letters."""


class Alert(Words):
    """A plain warning on its own ground."""

    role = "alert"

    def draw(self, painter: Painter) -> None:
        """Draw it."""
        painter.rect(self.box, "warn_pale", "radius", "warn", 2.5)
        painter.icon("warning", (self.box.left + 54, self.box.centery), 56, "warn")
        around = Box(self.box.left + 106, self.box.top + 14, self.box.width - 126, self.box.height - 28)
        painter.paragraph(self.label, around, "heading", bold=True, middle=True)


def add_nobody(root: Widget, look: Look, box: Box, blocks: Iterable[Block]) -> None:
    """Put a warning across the top of a box, and below it who serves the category and can't bid, with the reason."""
    warning, group = blocks
    assert isinstance(warning, Text) and isinstance(group, Group)
    high = max(84.0, look.words_height(warning.words, box.width - 130, "heading", True) + 36)
    root.add(Alert(Box(box.left, box.top + 6, box.width, high), warning.words, name=warning.id))
    top = box.top + high + 26
    line = look.line_height("lead") + 10
    root.add(Heading(Box(box.left, top, box.width, line), group.title, size="lead"))
    top += line + 4
    across = max(1, min(3, int(box.width // (LEAST * look.text_scale))))
    wide = (box.width - 12 - NOBODY_GAP * (across - 1)) / across
    row = max(62.0, look.line_height("body") + look.line_height("small") + 14)
    found = [block for block in group.blocks if isinstance(block, Line)]
    area = root.add(ScrollArea(Box(box.left, top, box.width, box.bottom - top), -(-len(found) // across) * (row + NOBODY_GAP)))
    for place, one in enumerate(found):
        where = Box(box.left + 2 + place % across * (wide + NOBODY_GAP), top + place // across * (row + NOBODY_GAP), wide, row)
        area.add(Card(where, one.title, lambda painter, at, one=one: draw_shut_out(painter, at, one), said=one.words, name=one.id))  # type: ignore[misc]


def draw_shut_out(painter: Painter, box: Box, one: Line) -> None:
    """Draw a supplier that can't bid, with the reason."""
    look, room = painter.look, box.width - 84
    painter.rect(box, "paper_warm", "radius", "line", 1.5)
    painter.icon(one.picture, (box.left + 36, box.centery), 42, one.ink)
    top = box.centery - (look.line_height("body") + look.line_height("small")) / 2
    painter.words(one.title, (box.left + 70, top), "body", bold=True, width=room)
    painter.words(one.words, (box.left + 70, top + look.line_height("body")), "small", "bad", width=room)

"""The expected table: a row for each bidder, the likely winner on top. Rows glide to their new places while the weights move."""

from collections.abc import Callable, Sequence

from caffael.board.animation import between
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.rowdraw import Stack, draw_facts, draw_place, draw_points, draw_points_still, draw_who, is_tall
from caffael.board.widgets import Widget
from caffael.board.window import App
from caffael.presentation.blocks import Bid
from caffael.presentation.press import Press

GLIDE = 0.28
GAP = 5.0
Points = tuple[float, ...]


class ScoreRow(Widget):
    """One bidder. Pressing it asks where its points come from."""

    role = "button"
    can_focus = True

    def __init__(self, box: Box, line: Bid, on_press: Callable[[Press], None]) -> None:
        super().__init__(box, line.face.name, name=line.id)
        self.line = line
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
        parts = columns(look, box)
        key = ("tender row", line.face, first, self.hovered)
        painter.cached(key, box, lambda inner, where: self._still(inner, where, first))
        draw_place(painter, parts["place"], str(line.rank + 1), first)
        size = "heading" if box.height > 52 else "lead"
        painter.words(line.total, (box.right - 16, parts["bar"].centery), size, bold=True, anchor="midright")
        (draw_points_still if self.shown == line.points else draw_points)(
            painter, parts["bar"], self.shown, "body" if box.height > 54 else "small"
        )

    def _still(self, painter: Painter, box: Box, first: bool) -> None:
        line, look, parts = self.line, painter.look, columns(painter.look, box)
        if first:
            painter.shadow(box, "radius", 9, 80)
        fill = "gold_pale" if first else ("ink_light" if self.hovered else "paper_warm")
        painter.rect(box, fill, "radius", "gold" if first else "line", 4 if first else 1.5)
        draw_who(painter, parts["who"], line.face, "lead" if box.height > 66 and not is_tall(look) else "body")
        draw_facts(painter, parts["facts"], line.face.facts)


def columns(look: Look, box: Box) -> dict[str, Box]:
    """Say where the parts of a row stand in it."""
    unit = look.text_scale
    total = look.words_width("100.0", "heading", bold=True) + 20
    place = Box(box.left + 8, box.top + 4, min(52.0 * unit, box.height - 8), box.height - 8)
    if is_tall(look):
        place.height = box.height / 2
        half = box.width * 0.56
        who = Box(place.right + 8, box.top + 4, half - place.width - 24, box.height / 2 - 4)
        facts = Box(box.left + 14, box.top + box.height / 2, half - 14, box.height / 2 - 6)
        bar = Box(box.left + half + 14, box.top + box.height * 0.26, box.width - half - total - 18, box.height * 0.48)
        return {"place": place, "who": who, "facts": facts, "bar": bar}
    who = Box(place.right + 8, box.top + 2, 300, box.height - 4)
    facts = Box(who.right + 14, box.top + 2, 440, box.height - 4)
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
        least = 112.0 * look.text_scale / 1.75 * 1.1 if is_tall(look) else 46.0
        most = least if is_tall(look) else 100.0
        return max(least, min(most, self.box.height / max(1, count) - GAP))

    def _top(self, rank: int, high: float) -> float:
        return self.box.top + rank * (high + GAP) - self.scrolled

    def _glide(self, lines: dict[int, Bid], high: float, moving: bool) -> None:
        """Move every row from where it is to where it belongs; a later call takes over from this one."""
        self._turn += 1
        turn, scrolled = self._turn, self.scrolled
        travels: list[tuple[ScoreRow, float, float, Points, Points]] = []
        for row in self.rows:
            line = lines[row.line.face.supplier]
            row.line = line
            row.box.height = high
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

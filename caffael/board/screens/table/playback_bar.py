"""Middle, at the foot, while a game is watched: where it stands, the way back and forward, and what to do from here."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.lesson.playback import WAYS, Playback, Way
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.dense import VERBS, dense, denser
from caffael.board.widgets import Button, Card, Choice, Option, Slider, Widget
from caffael.presentation.screens import ScreenId
from caffael.saves import RecordError

if TYPE_CHECKING:
    from caffael.board.look import Look
    from caffael.board.screens.table.screen import TableScreen

GAP = 10.0
AIR = 16.0
SIZE = "body"

Made = tuple[float, Callable[[Box], Widget]]


def add_playback(table: "TableScreen", watched: Playback, into: Widget, box: Box) -> None:
    """Put the bar into a box."""
    look = dense(table.look, VERBS)
    into.add(Card(box, watched.words(), _draw_paper, said=place_words(table, watched), rises=False))
    inner = box.inflate(-2 * AIR, -2 * AIR)
    said, place = watched.words(), place_words(table, watched)
    high = words_high(look)
    into.add(Card(Box(inner.left, inner.top, inner.width, high), said, _sentence(said, place), rises=False, name="watched words"))
    slide = slider_height(look)
    into.add(
        Track(
            Box(inner.left + 6, inner.top + high, inner.width - 12, slide),
            table.session.text("Decisions"),
            watched.place,
            watched.go_to,
            high=max(1, len(watched.moments)),
            step=1,
            words=lambda _: place_words(table, watched),
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


def playback_height(table: "TableScreen", watched: Playback, width: float) -> float:
    """How high the bar is."""
    look = dense(table.look, VERBS)
    inner = width - 2 * AIR
    rows = len(rows_of(look, table, watched, inner))
    return 2 * AIR + words_high(look) + slider_height(look) + 14 + rows * (button_height(look) + GAP) - GAP


def words_high(look: "Look") -> float:
    """How high the sentence is: always the same, so that the bar does not jump."""
    return 1.7 * look.line_height(SIZE)


def slider_height(look: "Look") -> float:
    """How high the slider is."""
    return look.measure("target") * 0.7


def button_height(look: "Look") -> float:
    """How high the buttons are."""
    return Button.natural(look, "A", "", SIZE)[1]


def place_words(table: "TableScreen", watched: Playback) -> str:
    """Where the game stands."""
    return table.session.text("{place} of {most}", place=watched.place, most=len(watched.moments))


def rows_of(look: "Look", table: "TableScreen", watched: Playback, width: float) -> list[list[Made]]:
    """What stands in the bar, row by row: the way through the game, and what to do from here."""
    session = table.session
    first = _none_before(table, watched)
    last = session.text("This is the last decision.") if watched.at_end else ""
    steps: list[Made] = [
        _icon(look, session.text("The year before"), "year-back", lambda: _do(table, lambda: watched.next_year(-1)), first),
        _icon(look, session.text("One decision back"), "step-back", lambda: _do(table, watched.back), first),
        _icon(
            look,
            session.text("Pause") if watched.playing else session.text("Play by itself"),
            "pause" if watched.playing else "play",
            lambda: _do(table, watched.pause if watched.playing else watched.play),
            primary=True,
            name="watch play",
        ),
        _icon(look, session.text("One decision forward"), "step-on", lambda: _step_on(table, watched), last),
        _icon(look, session.text("The next year"), "year-on", lambda: _do(table, lambda: watched.next_year(1)), last),
        _way(look, table, watched),
        _icon(look, session.text("Choose a decision"), "log", lambda: session.show(ScreenId.TIMELINE)),
    ]
    why = session.lesson.why_no_branch()
    onward: list[Made] = [_words(table, look, session.text("What if…?"), "branch", lambda: _branch(table), why, name="watch branch")]
    if watched.live is None:
        onward.append(_words(table, look, session.text("Leave"), "quit", session.lesson.leave, name="watch leave"))
    else:
        moved = watched.turn != len(watched.live.history)
        here = "" if moved else session.text("This is where the game stands.")
        onward.append(_words(table, look, session.text("Play on from here"), "play", session.lesson.play_on, here, name="watch play on"))
        onward.append(
            _words(table, look, session.text("Back to the game"), "arrow-right", session.lesson.leave, name="watch leave", primary=True)
        )
    rows: list[list[Made]] = [[]]
    for made in [*steps, *onward]:
        if rows[-1] and sum(wide + GAP for wide, _ in rows[-1]) + made[0] > width:
            rows.append([])
        rows[-1].append(made)
    return rows


def _none_before(table: "TableScreen", watched: Playback) -> str:
    return "" if watched.place else table.session.text("This is the beginning of the game.")


def _icon(
    look: "Look", label: str, picture: str, press: Callable[[], None], why: str = "", *, primary: bool = False, name: str = ""
) -> Made:
    high = button_height(look)

    def make(box: Box) -> Widget:
        style = "primary" if primary else "plain"
        return Button(
            box,
            label,
            press,
            style="primary" if style == "primary" else "plain",
            picture=picture,
            icon_only=True,
            name=name or f"watch {picture}",
            enabled=not why,
            why=why,
        )

    return high, make


def _words(
    table: "TableScreen",
    look: "Look",
    label: str,
    picture: str,
    press: Callable[[], None],
    why: str = "",
    *,
    name: str,
    primary: bool = False,
) -> Made:
    wide = Button.natural(look, label, picture, SIZE)[0]
    size = look.theme.sizes[SIZE] * look.text_scale / table.look.text_scale

    def make(box: Box) -> Widget:
        return Button(
            box,
            label,
            press,
            style="primary" if primary else "plain",
            picture=picture,
            size=size,
            name=name,
            enabled=not why,
            why=why,
        )

    return wide, make


def _way(look: "Look", table: "TableScreen", watched: Playback) -> Made:
    session = table.session
    names = {"pages": session.text("With pages"), "table": session.text("Table only"), "fast": session.text("Fast")}
    options = [Option(way, names[way]) for way in WAYS]
    wide = len(options) * (max(look.words_width(option.label, SIZE, True) for option in options) + 22)
    size = look.theme.sizes[SIZE] * look.text_scale / table.look.text_scale
    label = session.text("How to watch")

    def make(box: Box) -> Widget:
        return Choice(box, label, options, watched.way, lambda key: watched.set_way(_way_of(key)), size=size, name="watch way")

    return wide, make


def _way_of(key: str) -> Way:
    return next(way for way in WAYS if way == key)


def _do(table: "TableScreen", press: Callable[[], None]) -> None:
    press()
    table.rebuild()


def _step_on(table: "TableScreen", watched: Playback) -> None:
    watched.pause()
    watched.forward()


def _branch(table: "TableScreen") -> None:
    session = table.session
    try:
        session.lesson.branch()
    except RecordError as fault:
        session.app.say(fault.sentence.said(session.language), 10)


def _draw_paper(painter: Painter, box: Box) -> None:
    painter.card(box, "gold_pale", edge="gold", edge_side="top", edge_width=6)


def _sentence(words: str, place: str) -> Callable[[Painter, Box], None]:
    def draw(painter: Painter, box: Box) -> None:
        inner = denser(painter, VERBS)
        painter.icon("eye", (box.left + 20, box.centery), 36, "ink_soft")
        taken = inner.words(place, (box.right - 6, box.centery), SIZE, "ink_soft", True, "midright")
        inner.paragraph(words, Box(box.left + 52, box.top, taken.left - box.left - 72, box.height), SIZE, bold=True, middle=True)

    return draw


class Track(Slider):
    """A slider without words of its own: they stand above it."""

    def draw(self, painter: Painter) -> None:
        """Draw track and thumb."""
        rail = Box(self.box.left, self.box.centery - 8, self.box.width, 16)
        painter.rect(rail, "paper", 8, "line", 1.5)
        share = (self.number - self.low) / max(1, self.high - self.low)
        thumb = rail.left + 8 + share * (rail.width - 16)
        painter.rect(Box(rail.left, rail.top, thumb - rail.left + 8, rail.height), self.ink, 8)
        painter.rect(Box(thumb - 18, rail.centery - 18, 36, 36), "ink_light", 18, self.ink, 5)
        painter.circle((thumb, rail.centery), 5, self.ink)

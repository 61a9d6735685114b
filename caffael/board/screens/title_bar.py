"""What all pages round the game have in common: the way back, a title, language, help, and a body between them."""

from collections.abc import Callable

from caffael.board.game import GameScreen
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, WIDTH, Box
from caffael.board.widgets import Button, Group, Heading
from caffael.board.widgets.base import Widget
from caffael.presentation.screens import ScreenId
from caffael.words.language import CODES, NAMES

MARGIN = 44.0
TOP = 30.0


class Page(GameScreen):
    """A page with a title bar. A kind of page takes over `title`, `fill` and, for buttons at its foot, `foot`."""

    body = Box(0, 0, 0, 0)
    has_help = True

    def title(self) -> str:
        """What stands at the top."""
        return ""

    def fill(self) -> None:
        """Put widgets into `self.body`."""

    def foot(self) -> list[Button]:
        """The buttons at the foot, the last one rightmost; only their size counts, they are placed here."""
        return []

    def build(self) -> None:
        """Place the bar, the foot and what the page holds."""
        look, session = self.look, self.session
        words = session.text("Go back")
        wide, high = Button.natural(look, words, "arrow-left", "body")
        self.tree.root.add(Button(Box(MARGIN, TOP, wide, high), words, self.back, style="plain", picture="arrow-left", size="body"))
        left = MARGIN + wide + 30
        right = add_corner(self, WIDTH - MARGIN, self.has_help)
        heading = look.line_height("title")
        self.tree.root.add(Heading(Box(left, TOP + (high - heading) / 2, right - left - 24, heading + 2), self.title(), size="title"))
        top = TOP + high + 26
        buttons = self.foot()
        end = HEIGHT - 36.0
        if buttons:
            row = max(button.box.height for button in buttons)
            end -= row + 22
            at = WIDTH - MARGIN
            for button in reversed(buttons):
                button.box = Box(at - button.box.width, HEIGHT - 36 - row, button.box.width, row)
                at -= button.box.width + 20
        self.body = Box(MARGIN, top, WIDTH - 2 * MARGIN, end - top)
        self.into: Widget = self.tree.root.add(Group(self.body))
        self.fill()
        for button in buttons:
            self.tree.root.add(button)

    def button(self, words: str, go: Callable[[], None], picture: str = "", primary: bool = False, why: str = "") -> Button:
        """A button for the foot, as large as it wants to be; with a `why` it is disabled."""
        wide, high = Button.natural(self.look, words, picture)
        style = "primary" if primary else "plain"
        box = Box(0, 0, min(wide + (30 if primary else 0), 760), high)
        return Button(box, words, go, style="primary" if style == "primary" else "plain", picture=picture, enabled=not why, why=why)


def add_corner(screen: GameScreen, right: float, with_help: bool = True, leave: bool = False) -> float:
    """Put settings, help and the other language into the upper right corner; give where they begin."""
    session, look, root = screen.session, screen.look, screen.tree.root
    other = CODES[1 - CODES.index(session.language.code)]
    row: list[tuple[str, str, Callable[[], None]]] = [
        (session.text("Change the settings"), "settings", lambda: session.show(ScreenId.SETTINGS))
    ]
    if leave:
        row.insert(0, (session.text("Leave the game"), "quit", session.app.quit))
    if with_help:
        row.append((session.text("Learn how to play"), "help", session.show_help))
    row.append((NAMES[other], "language", session.switch_language))
    for words, picture, go in row:
        short = words if picture == "language" else ""
        wide, high = Button.natural(look, short, picture, "body")
        wide = wide if short else high
        box = Box(right - wide, TOP, wide, high)
        root.add(
            Button(box, words, go, style="plain", picture=picture, icon_only=not short, size="body", name=f"corner.{picture}", more=words)
        )
        right -= wide + 14
    return right


def panel(painter: Painter, box: Box) -> None:
    """Draw a sheet of paper."""
    painter.card(box, "paper", "radius_large")

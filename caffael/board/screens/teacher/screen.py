"""The teacher's page over the game: F10, or "For the teacher" in the pause menu."""

from collections.abc import Callable

from caffael.board.game import Session
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.teacher.rows import Rows
from caffael.board.screens.teacher.the_game import add_game
from caffael.board.screens.teacher.the_teams import add_teams, rename
from caffael.board.screens.teacher.the_view import add_view
from caffael.board.screens.title_bar import Page, panel
from caffael.board.widgets import Choice, Dialog, Option, ScrollArea
from caffael.presentation.screens import ScreenId
from caffael.words.language import words

PARTS = {"game": words("The game"), "teams": words("The teams"), "view": words("The screen")}
PICTURES = {"game": "play", "teams": "people", "view": "full-screen"}


class TeacherScreen(Page):
    """Everything here counts at once. `changed` is set when somebody else plays a team now, so that the table begins the turn anew."""

    id = ScreenId.TEACHER
    help_page = "keys"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.part = "game"
        self.changed = False
        self.typed: dict[int, str] = {}  # names of teams that are being written
        self._scrolled = 0.0
        self._area: ScrollArea | None = None

    def title(self) -> str:
        """Whose page it is."""
        return self.session.text("For the teacher")

    def fill(self) -> None:
        """Place the three parts and the one that is open."""
        session, look, body = self.session, self.look, self.body
        if self._area is not None:
            self._scrolled = self._area.scrolled
        high = max(look.measure("target"), look.line_height("lead") + 22)
        options = [Option(part, session.text(PARTS[part]), PICTURES[part]) for part in PARTS]
        wide = min(body.width, 1180.0 * max(1.0, look.text_scale**0.6))
        left = body.centerx - wide / 2
        self.into.add(Choice(Box(left, body.top, wide, high), self.title(), options, self.part, self._open, size="lead", name="part"))
        top = body.top + high + 18
        wide = min(body.width, 1560.0 * max(1.0, look.text_scale**0.4))
        self._sheet = Box(body.centerx - wide / 2, top, wide, body.bottom - top)
        self._area = ScrollArea(self._sheet.inflate(0, -16), label=session.text(PARTS[self.part]), name="part rows")
        self._area.bleed = 0.0
        self.into.add(self._area)
        rows = Rows(look, self._area)
        {"game": add_game, "teams": add_teams, "view": add_view}[self.part](self, rows)
        rows.done()
        self._area.scroll_to(self._scrolled)

    def draw(self, painter: Painter) -> None:
        """Draw the sheet."""
        panel(painter, self._sheet)

    def keep_names(self) -> None:
        """Give the teams the names that were written."""
        typed, self.typed = self.typed, {}
        for seat, name in typed.items():
            rename(self, seat, name)

    def _open(self, part: str) -> None:
        self.keep_names()
        self.part = part
        self._area, self._scrolled = None, 0.0
        self.rebuild()

    def put(self, make: Callable[[], Dialog]) -> None:
        """Open a question or a list over the page."""
        self.ask(make)

    def back(self) -> None:
        """Go back to the game, and begin the turn anew if somebody else plays it now."""
        self.keep_names()
        if self.changed and self.session.lesson.playback is None and not self.session.tells_something:
            self.session.go_to_game()
        else:
            self.session.pop()

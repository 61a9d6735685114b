"""What all pages round the game have in common: the way back, a title, language, help, and a body between them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from caffael.board.game_screen import GameScreen
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.rows import Change, button, control
from caffael.board.session import Session
from caffael.board.widgets import Button, Dialog, Group, Heading, ScrollArea, TextLine, Words
from caffael.board.widgets.base import Widget
from caffael.presentation import blocks
from caffael.presentation.menu import back_button, corner
from caffael.presentation.press import Do, Play
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.outcomes import outcome
from caffael.words.language import Value
from caffael.words.system import system_reason

MARGIN = 44.0
TOP = 30.0
GAP = 18.0
SHRUNK = 1.45
"""A title that would need so much more width than there is has a line of its own."""
ALONE = (ScreenId.SCENARIOS, ScreenId.CHOOSER, ScreenId.SAVES, ScreenId.SETTINGS, ScreenId.COVER, ScreenId.CLASSROOM)
"""The pages that a press opens by their name alone."""


class Page(GameScreen):
    """A page with a title bar. A kind of page takes over `tell` or else `title` and `foot`, and `fill`."""

    body = Box(0, 0, 0, 0)
    has_help = True
    told = blocks.Page("", "")
    area: ScrollArea | None = None
    """What scrolls; where it stands is kept when the page is laid out anew."""
    paper: Box | None = None
    """The paper under the widgets."""

    def tell(self) -> blocks.Page:
        """What the page says and offers now."""
        return self.told

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """What a press does on this page alone, by its name."""
        return {}

    def title(self) -> str:
        """What stands at the top."""
        return self.told.title

    def fill(self) -> None:
        """Put widgets into `self.body`."""

    def foot(self) -> list[Button]:
        """The buttons at the foot, the last one rightmost; only their size counts, they are placed here."""
        return [self.button(one, partial(self.do, one)) for one in self.told.buttons]

    def do(self, offered: blocks.Button) -> None:
        """Do what a button stands for."""
        go(self, offered, self.verbs())

    def build(self) -> None:
        """Place the bar, the foot and what the page holds."""
        look = self.look
        across, down = look.board.size
        self.told = self.tell()
        leave = back_button(self.session.language)
        wide, high = Button.natural(look, leave.words, leave.picture, "body")
        self.tree.root.add(button(leave, Box(MARGIN, TOP, wide, high), self.back, size="body", named=False))
        left = MARGIN + wide + 30
        right = add_corner(self, across - MARGIN, self.has_help)
        heading, title = look.line_height("title"), self.title()
        at = Box(left, TOP + (high - heading) / 2, right - left - 24, heading + 2)
        top = TOP + high + 26
        if look.words_width(title, "title", True) > at.width * (1 if look.tall else SHRUNK):  # a line of its own, as wide as the board
            deep = min(2, len(look.fit(title, across - 2 * MARGIN, 9999, "title", "title", True).lines)) * heading
            at = Box(MARGIN, top - 10, across - 2 * MARGIN, deep + 2)
            top = at.bottom + 12
        self.tree.root.add(Heading(at, title, size="title", middle=True))
        buttons = self.foot()
        end = down - 36.0
        if buttons:
            end -= place_foot(buttons, Box(MARGIN, 0, across - 2 * MARGIN, down - 36)) + 22
        self.body = Box(MARGIN, top, across - 2 * MARGIN, end - top)
        self.into: Widget = self.tree.root.add(Group(self.body))
        scrolled = self.area.scrolled if self.area is not None else 0.0
        self.area = self.paper = None
        self.fill()
        if self.area is not None:
            self.area.scroll_to(scrolled)
        for one in buttons:
            self.tree.root.add(one)

    def draw(self, painter: Painter) -> None:
        """Draw the sheet of paper, where there is one."""
        if self.paper is not None:
            painter.card(self.paper, "paper", "radius_large")

    def report(self, what: str, seconds: float = 5.0, **values: Value) -> None:
        """Say what was done or failed, by the name of its sentence."""
        self.app.say(outcome(self.session.language, what, **values), seconds)

    def failed(self, error: OSError) -> None:
        """Say why something can't be written."""
        self.report("unwritten", 10, reason=system_reason(error).said(self.session.language))

    def button(self, offered: blocks.Button, go: Callable[[], None]) -> Button:
        """A button for the foot, as large as it wants to be."""
        wide, high = Button.natural(self.look, offered.words, offered.picture)
        return button(offered, Box(0, 0, min(wide + (30 if offered.style == "primary" else 0), 760), high), go, named=False)


def place_foot(buttons: Sequence[Button], box: Box) -> float:
    """Put buttons at the foot of a box, the last one rightmost, on as many lines as they need; give how high all of them are."""
    row, gap = max(one.box.height for one in buttons), 20.0
    right, bottom = box.right, box.bottom
    for one in reversed(buttons):
        if right - one.box.width < box.left and right < box.right:
            right, bottom = box.right, bottom - row - gap
        one.box = Box(right - one.box.width, bottom - row, one.box.width, row)
        right -= one.box.width + gap
    return float(box.bottom - bottom + row)


def go(screen: GameScreen, offered: blocks.Button, own: Mapping[str, Callable[..., None]]) -> None:
    """Do what a button stands for: what its page does itself, else what every page can."""
    session, press = screen.session, offered.press
    ways: dict[str, Callable[..., None]] = {
        "close": screen.back,
        "help": session.show_help,
        "language": session.switch_language,
        "quit": partial(session.leave_or_ask, session.app.quit),
        "title": partial(session.leave_or_ask, session.show_title),
        "unsaved": partial(session.show, ScreenId.UNSAVED),
        "teacher": session.show_teacher,
        **{page: partial(session.show, page) for page in ALONE},
        **own,
    }
    assert not isinstance(press, Play)
    ways[press.what if isinstance(press, Do) else press.sheet](*press.about)


def add_corner(screen: GameScreen, right: float, with_help: bool = True, leave: bool = False) -> float:
    """Put settings, help and the other language into the upper right corner; give where they begin."""
    look, root = screen.look, screen.tree.root
    for offered in corner(screen.session.language, helps=with_help, leaves=leave):
        short = offered.words if offered.picture == "language" else ""
        wide, high = Button.natural(look, short, offered.picture, "body")
        box = Box(right - (wide if short else high), TOP, wide if short else high, high)
        made = root.add(button(offered, box, partial(go, screen, offered, {}), size="body"))
        made.icon_only, made.more = not short, offered.words
        right = box.left - 14
    return right


def question(session: Session, sheet: blocks.Sheet, do: Callable[[], None], change: Change | None = None) -> Dialog:
    """A question before something that would be missed; one of its buttons does it. What is typed into its line `change` hears."""
    look = session.app.look
    scale = look.text_scale
    wide = look.room_for(min(1500.0, 900 * scale))
    inside = Dialog(look.board, wide, 400, sheet.title, text_scale=scale).inside
    high = look.words_height(sheet.story, inside.width, "lead")
    leave, act = sheet.buttons
    room, foot = Button.natural(look, act.words, act.picture)
    beside = Button.natural(look, leave.words)[0]
    line = max(look.measure("target"), look.line_height("lead") + 24)
    typed = len(sheet.rows) * (line + 20)
    dialog = Dialog(
        look.board,
        wide,
        400 - inside.height + high + typed + foot + 30,
        sheet.title,
        picture=sheet.picture,
        ink=sheet.ink,
        text_scale=scale,
    )
    box = dialog.inside
    dialog.add(Words(Box(box.left, box.top, box.width, high + 2), sheet.story, size="lead"))
    for place, row in enumerate(sheet.rows):
        assert change is not None
        made = dialog.add(control(row, Box(box.left, box.top + high + 16 + place * (line + 20), box.width, line), change, size="lead"))
        if isinstance(made, TextLine):
            made.on_done = lambda words: do()
    at = Box(box.right - room, box.bottom - foot, room, foot)
    dialog.add(button(leave, Box(at.left - GAP - beside, at.top, beside, foot), dialog.dismiss))
    dialog.add(button(act, at, do))
    return dialog

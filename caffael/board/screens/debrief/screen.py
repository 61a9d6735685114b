"""The debrief: its pages in an order that a class can follow, and back again."""

from functools import partial

from caffael.board.debrief_file import keep_match
from caffael.board.given_file import give_match
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.campaign import go_on, next_verb, why_no_next
from caffael.board.screens.debrief.asked import AskedPage
from caffael.board.screens.debrief.bars import CarbonPage, MoneyPage, PromisesPage, TalkPage
from caffael.board.screens.debrief.fate import FatePage
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.screens.debrief.ranking import RankingPage
from caffael.board.screens.debrief.real import RealPage
from caffael.board.screens.title_bar import MARGIN, Page
from caffael.board.session import Session
from caffael.board.widgets import Button, Card, ScrollArea
from caffael.debrief import make_debrief
from caffael.match import EndedGame
from caffael.presentation.debrief.pages import debrief_pages, foot
from caffael.presentation.press import Do, Press
from caffael.presentation.screens import ScreenId
from caffael.saves.guesses import read_guesses

KINDS: dict[str, type[DebriefPage]] = {
    "region": FatePage,
    "ranking": RankingPage,
    "asked": AskedPage,
    "real": RealPage,
    "carbon": CarbonPage,
    "money": MoneyPage,
    "promises": PromisesPage,
    "talk": TalkPage,
}
"""What draws each page of a debrief."""
DOT = 56.0
"""From one dot to the next, or more where a finger needs it."""


class DebriefScreen(Page):
    """The story of the game that was played. Left and right go from page to page."""

    id = ScreenId.DEBRIEF
    help_page = "goals"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.match = session.game
        self.debrief = make_debrief(self.match, read_guesses(self.match.path))
        self.ids = [told.id for told in debrief_pages(session.viewer, self.debrief)]
        self.pages = [KINDS[name](self, self.debrief, self.carry_out) for name in self.ids]
        self.place = 0
        self.dots_above = False

    @property
    def page(self) -> DebriefPage:
        """The page that is open."""
        return self.pages[self.place]

    def title(self) -> str:
        """The question of the page."""
        return self.page.told.title

    @property
    def dot(self) -> float:
        """How far it is from one dot to the next."""
        return max(DOT, self.look.finger)

    def build(self) -> None:
        """Make the pages anew, in the language of the board, and place the one that is open."""
        for page, told in zip(self.pages, debrief_pages(self.session.viewer, self.debrief), strict=True):
            page.told = told
        super().build()

    def foot(self) -> list[Button]:
        """The page before, and the next one or the way out; after a game of a campaign the way on to the next game."""
        session, pack, last = self.session, self.match.pack, self.place == len(self.pages) - 1
        following = why = ""
        if last and pack.campaign is not None and pack.campaign.next:
            following, why = next_verb(session, pack.campaign, pack.place), why_no_next(session, self.match)
        unkept = self.app.machine.storage != "kept"
        buttons = [self.button(one, partial(self.carry_out, one.press)) for one in foot(session.viewer, self.place, following, why, unkept)]
        room = self.look.board.width - 2 * MARGIN
        self.dots_above = self.look.tall or not fitted(self.look, buttons, room - len(self.pages) * self.dot - 20)
        if self.dots_above:
            fitted(self.look, buttons, room)
        return buttons

    def fill(self) -> None:
        """Place the page and the dots that lead to each page: beside the buttons, or over them where these need all the width."""
        body, top = Box(self.body), self.look.board.height - 36 - self.look.measure("target") / 2
        if self.dots_above:
            body.height -= self.dot + 10
            top = body.bottom + 10 + self.dot / 2
        outer = self.into
        area = ScrollArea(body, name="page")
        outer.add(area)
        self.area, self.into = area, area
        area.extent = self.page.build(Box(body)) - body.top
        self.into = outer
        for place, page in enumerate(self.pages):
            box = Box(MARGIN + place * self.dot, top - 24, 48, 48)
            drawn = lambda painter, at, place=place: self._dot(painter, at, place)  # noqa: E731
            go = lambda place=place: self.open(place)  # noqa: E731
            self.into.add(Card(box, page.told.title, drawn, go, chosen=False, rises=False, radius=24, name=f"page.{place}"))

    def _dot(self, painter: Painter, box: Box, place: int) -> None:
        here = place == self.place
        painter.circle(box.center, 21, "accent" if here else "paper", "accent" if here else "line_strong", 2.5)
        painter.words(str(place + 1), box.center, 22 / self.look.text_scale, "ink_light" if here else "ink_soft", True, "center")

    def turn(self, step: int) -> None:
        """Go some pages on."""
        self.open(max(0, min(len(self.pages) - 1, self.place + step)))

    def open(self, place: int) -> None:
        """Open a page, at its top."""
        self.place, self.area = place, None
        self.tree.focused = None
        self.rebuild()

    def carry_out(self, press: Press | None) -> None:
        """Do what a press says: open another page or a contract, by its place in the debrief; keep the debrief, or leave it."""
        asked = self.pages[self.ids.index("asked")]
        match press:
            case Do("contract", (place,)) if isinstance(asked, AskedPage):
                asked.show(place)
                self.open(self.pages.index(asked))
            case Do("carbon"):
                self.open(self.ids.index("carbon"))
            case Do("turn", (step,)):
                self.turn(step)
            case Do("file"):
                give_match(self.session)
            case Do("keep"):
                keep_match(self.session)
            case Do("leave"):
                self.session.leave_or_ask(self.session.show_title)
            case Do("next game"):
                self.session.leave_or_ask(partial(go_on, self.session, lambda: EndedGame.of(self.match)))

    def back(self) -> None:
        """Go a page back; from the first one to the title, where every game can be found again."""
        if self.place:
            self.turn(-1)
        else:
            self.session.leave_or_ask(self.session.show_title)


def fitted(look: Look, buttons: list[Button], room: float) -> bool:
    """Make the buttons of a foot as narrow as a line of it needs, and say whether all their words have room there then.

    Where there is not room for all as they want to be, the first, a page back, shows its arrow alone; then the last is narrower, and the
    words of those between wrap. Where words would be cut, the others keep the width they want: the foot has more lines than one.
    """
    if len(buttons) < 2:
        return True
    room -= 20.0 * (len(buttons) - 1)
    first, *others, last = buttons
    if sum(button.box.width for button in buttons) <= room:
        return True
    first.icon_only, first.more = True, first.label
    first.box.width = first.box.height
    over = sum(button.box.width for button in buttons) - room
    if over <= 0:
        return True
    wanted = [button.box.width for button in buttons]
    narrow = min(last.box.width, room * 0.45)
    over -= last.box.width - narrow
    last.box.width = narrow
    words = [look.words_width(button.label, "lead", bold=True) for button in others]
    for button, wide in zip(others, words, strict=True):
        button.box.width -= max(0.0, min(wide, over * wide / sum(words)))
    whole = all(_whole(look, button) for button in (*others, last))
    for button, wide in zip(buttons, wanted, strict=True):
        button.box.width = button.box.width if whole else wide
    return whole


def _whole(look: Look, button: Button) -> bool:
    """Whether a button beside its picture has room for all its words."""
    room = button.box.width - 38 - look.line_height("lead") * 1.1
    return room > 0 and look.fit(button.label, room, button.box.height - 9, "lead", "tiny", bold=True).whole

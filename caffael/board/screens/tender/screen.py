"""The tender on a sheet of paper over the table: choose a need, choose a route, say what shall count, publish."""

from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.sheeted import SheetedScreen
from caffael.board.screens.tender.questions import ConfirmDialog, PredictDialog
from caffael.board.screens.tender.sheet import TILE, Backdrop, Head, draw_sheet, inside
from caffael.board.screens.tender.steps import AwardStep, NeedStep, RouteStep, Step
from caffael.board.screens.tender.ways import add_about, add_ways, has_room
from caffael.board.screens.tender.weigh_step import WeighStep
from caffael.board.screens.timing import add_timer, timer_room
from caffael.board.widgets import Button, Key, Widget
from caffael.presentation import blocks
from caffael.presentation.blocks import Chip, Choice, Sheet, Text
from caffael.presentation.cards import need_worth
from caffael.presentation.guide_steps import Until
from caffael.presentation.press import Open, Press
from caffael.presentation.screens import ScreenId
from caffael.presentation.sheets.bid import BID_SHEETS
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.expected import tendered
from caffael.presentation.tender.pages import AWARD, NEED, ROUTE, Prediction, confirm_sheet, predict_choice, tender_page
from caffael.presentation.viewer import Viewer
from caffael.rules import actions
from caffael.rules.terms import NONE

if TYPE_CHECKING:
    from caffael.board.session import Session


SHRUNK = 1.45
"""A title that would need so much more width than there is beside the steps stands under them."""


class TenderScreen(SheetedScreen):
    """Writes one tender for the seat that decides now. With a need it begins at the route; with a partner's need it is a joint tender.

    Nothing is played before Publish is confirmed; leaving earlier leaves no trace.
    """

    id = ScreenId.TENDER
    help_page = "routes"

    def __init__(self, session: "Session", need: int | None = None, partner: int | None = None) -> None:
        super().__init__(session)
        self.draft = Draft(session.viewer, need, partner)
        self.backdrop = Backdrop(session.app, self)
        self.short = ""
        self.page: Step = NeedStep(self)
        self.at = NEED
        self.go(self._first())

    @property
    def viewer(self) -> Viewer:
        """Who writes the tender."""
        return self.session.viewer_at(self.draft.seat)

    def decides_for(self, seat: int) -> bool:
        """It is the tender of one seat."""
        return self.draft.seat == seat

    @property
    def instant(self) -> bool:
        """Whether nothing glides, as on a board that plays by itself."""
        return self.session.settings.instant

    def _first(self) -> int:
        """Which page comes first: one whose answer is not given yet."""
        if self.draft.need == NONE:
            return NEED
        if self.draft.one_route or (not self.draft.begun and (self.draft.usual_choice != NONE or has_room(self.look))):
            self.draft.choose_usual_route()
        return ROUTE if self.draft.route == NONE else AWARD

    def reached(self, what: Until) -> bool:
        """Whether a need was chosen, or other weights stand there than at first, for the guide."""
        if what == "need chosen":
            return self.at != NEED
        if what == "weights moved":
            return self.draft.weights != self.draft.usual_weights
        return super().reached(what)

    # Pages

    def go(self, at: int) -> None:
        """Turn to a page."""
        self.at = at
        if at == AWARD:
            self.page = WeighStep(self) if self.draft.weighs else AwardStep(self)
        else:
            self.page = NeedStep(self) if at == NEED else RouteStep(self)

    def turn_to(self, at: int) -> None:
        """Turn to a page and show it."""
        self.go(at)
        self.rebuild()

    def choose(self, action: int) -> None:
        """Take what an offer stands for, and go on to what comes next."""
        self.draft.choose(action)
        if action >= actions.PUBLISH and isinstance(self.page, WeighStep):
            self.page.refresh()
        elif action >= actions.SUPPLIER:
            self.rebuild()
        else:
            self.turn_to(self._first())

    def choose_need(self, need: int) -> None:
        """Take a need and go on to the route."""
        self.choose(actions.TENDER + need)

    def choose_route(self, choice: int) -> None:
        """Take a route and go on to what counts."""
        self.choose(actions.ROUTE + choice)

    def do(self, what: str, *about: int) -> None:
        """Turn to a page, take weights, ask before publishing, or leave."""
        if what == "step":
            self.turn_to(*about)
        elif what == "weights":
            self.choose(actions.PUBLISH + about[0])
        elif what == "route":
            self.choose_route(*about)
        elif what == "tender":
            self.sheets.clear()
        elif what == "confirm":
            self.confirm()
        else:
            self.back()

    def play(self, action: int) -> None:
        """Play something else instead of the tender, such as engaging the market for its need."""
        self.sheets.clear()
        self.back()
        below = self.app.screen
        if isinstance(below, SheetedScreen):
            below.play(action)

    # Building

    def build(self) -> None:
        """Lay out heading, page and buttons."""
        self.draft.state = self.viewer.state
        self.says = tender_page(self.viewer, self.draft, self.at)
        self.note = next((block.words for block in self.says.blocks if isinstance(block, Text)), "")
        self.backdrop.renew(self.session.language.code, lambda painter: draw_sheet(painter, self.draft.seat))
        box = inside(self.look)
        self._steps(box)
        self.head = self._make_head(box)
        if self.draft.need != NONE:
            at = Box(self.head.box.left, self.head.box.top, TILE, TILE)
            add_about(self, at, self.says.title, Open("need", (self.draft.seat, self.draft.need)))
        top = self.head.bottom
        top += add_ways(self, Box(box.left, top, box.width, 0), [button for button in self.says.buttons if button.id.startswith("way.")])
        foot = self._foot_places(box)
        self.page.build(Box(box.left, top, box.width, foot - 18 - top), self.says)
        for where, button in self.places:
            self._button(where, button)
        self.page.add_last()

    # Cards that turn over, and where numbers come from

    def sheet(self, name: str, *about: int) -> Sheet | Choice:
        """What a sheet says; those of a bid are about the draft as it stands."""
        if name not in BID_SHEETS:
            return super().sheet(name, *about)
        supplier, *criterion = about
        return BID_SHEETS[name](self.viewer, tendered(self.draft, supplier), *criterion)

    def show_card(self, widget: Widget) -> None:
        """Turn over what has the focus: a need, a route, a weight, a bidder. The picture of the need lays its sheet, which has a back."""
        if widget.name == "about":
            widget.press()
        told = (*self.says.every(), *self.says.buttons)
        turns = next((turns for block in told if (turns := turn_of(block, widget.name)) is not None), None)
        if turns is not None:
            self.press(turns)

    def _steps(self, box: Box) -> None:
        """The pages by name, at the top right; those that can be turned to are buttons."""
        steps = [button for button in self.says.buttons if button.id.startswith("step.")]
        wides = [max(120.0, self.look.words_width(step.words, "body", True) + 52) for step in steps]
        high = max(self.look.measure("target"), self.look.line_height("body") + 22)
        left = box.right - sum(wides) - 8 * (len(wides) - 1)
        self.head_bottom = box.top - 12 + high + 3
        ring = timer_room(self.session, self.draft.seat)
        add_timer(self.session, self.tree.root, left - 12, box.top - 12 + high / 2, self.draft.seat)
        self.head_right = left - 24 - ring
        for step, wide in zip(steps, wides, strict=True):
            self._button(Box(left, box.top - 12, wide, high), step, size="body")
            left += wide + 8

    def _make_head(self, box: Box) -> Head:
        """The heading: beside the steps, or under them where it has no room there."""
        says, right, below = self.says, self.head_right, self.head_bottom
        room = right - box.left - TILE - 22
        if self.look.tall or self.look.words_width(says.title, "title", True) > room * SHRUNK:
            top = below + 10
            box, right, below = Box(box.left, top, box.width, box.bottom - top), box.right, top
        chips = [block for block in says.blocks if isinstance(block, Chip)]
        return Head(self.look, box, says.picture, says.title, says.line, chips, right, below)

    def _foot_places(self, box: Box) -> float:
        """Lay out the way back, and at the last page the button that publishes, at the right; beside them or over them the note. Give where
        all of it begins.
        """
        look, high = self.look, Button.natural(self.look, "X")[1]
        right, top = box.right, box.bottom - high
        self.places: list[tuple[Box, blocks.Button]] = []
        offered = [button for button in self.says.buttons if not button.id.startswith(("step.", "way."))]
        wides = {one.id: Button.natural(look, one.words, one.picture)[0] + (20 if one.id == "publish" else 0) for one in offered}
        self.short = offered[0].id if sum(wides.values()) + 18 * (len(wides) - 1) > box.width else ""
        worded = sum(wide for name, wide in wides.items() if name != self.short)
        share = min(1.0, (box.width - 18 * (len(wides) - 1) - (high if self.short else 0.0)) / max(1.0, worded))
        for button in reversed(offered):
            wide = high if button.id == self.short else share * wides[button.id]
            self.places.insert(0, (Box(right - wide, top, wide, high), button))
            right -= wide + 18
        self.note_box = Box(box.left, top, right - 6 - box.left, high)
        if self.note and look.words_height(self.note, self.note_box.width - 50, "body") > high + 4:
            deep = max(40.0, look.words_height(self.note, box.width - 50, "body") + 4)
            self.note_box = Box(box.left, top - 14 - deep, box.width, deep)
            top = self.note_box.top
        return float(top)

    def _button(self, box: Box, button: blocks.Button, size: str = "lead") -> None:
        short = button.id == self.short  # the picture alone, where there is no room for words
        self.tree.root.add(
            Button(
                box,
                button.words,
                lambda: self.press(button.press),
                style=button.style,
                ink=button.ink,
                size=size,
                picture=button.picture,
                icon_only=short,
                more=button.words if short else "",
                name=button.id,
                why=button.why,
            )
        )

    # Drawing

    def draw(self, painter: Painter) -> None:
        """Draw table, sheet, heading and page."""
        self.backdrop.draw(painter)
        self._head(painter)
        self.page.draw(painter)
        if self.note:
            painter.icon("bid", (self.note_box.left + 20, self.note_box.centery), 36, "ink_soft")
            around = Box(self.note_box.left + 50, self.note_box.top, self.note_box.width - 50, self.note_box.height)
            painter.paragraph(self.note, around, "body", "ink_soft", middle=True)

    def drawn_words(self) -> tuple[str, ...]:
        """What is bought, what is known of it and by which route, and the note at the foot."""
        if self.draft.need == NONE:
            return (self.says.title,)
        worth = need_worth(self.viewer, self.draft.need) if self.draft.joint else ""  # the line tells it, but for a joint tender
        return tuple(one for one in (self.says.title, worth, self.says.line, self.note) if one)

    def _head(self, painter: Painter) -> None:
        says, head = self.says, self.head
        if self.draft.need != NONE:
            head.draw(painter)
            return
        painter.picture(says.picture, Box(head.box.left, head.box.top, TILE, TILE), says.ink)
        middle = (head.left, head.box.top + TILE / 2)
        painter.words(says.title, middle, "title", bold=True, anchor="midleft", width=head.right - head.left)

    # Leaving and publishing

    def back(self) -> None:
        """Leave without a trace: what a resumed game had begun of this tender is taken back too."""
        self.session.pop()
        self.session.drop_draft()
        self.app.rebuild()

    def confirm(self) -> None:
        """Ask before publishing, and where weights decide between bids ask the class too, on the same sheet, who will win."""
        self.session.prediction = None
        if self.draft.competes and asks_first(self.session):
            self.ask_class()
        else:
            self.open(lambda: ConfirmDialog(self.look, confirm_sheet(self.viewer, self.draft), self.publish))

    def ask_class(self) -> None:
        """Ask whether to publish, and who will win."""
        self.open(
            lambda: PredictDialog(
                self.look, confirm_sheet(self.viewer, self.draft), predict_choice(self.viewer, self.draft), self.predicted
            )
        )

    def predicted(self, supplier: int | None) -> None:
        """Keep whom the class named, if anybody, and publish."""
        if supplier is not None:
            self.session.prediction = Prediction(self.draft.seat, self.draft.need, supplier)
        self.publish()

    def key(self, key: Key) -> bool:
        """While the class is asked, a number names a bidder; else T turns a card over."""
        top = self.tree.top
        if isinstance(top, PredictDialog):
            return top.number(key)
        return super().key(key)

    def publish(self) -> None:
        """Play the tender. The sheet is gone before the last action, so that the story of the bids lies on the table."""
        self.tree.close()
        app, actions = self.session.app, self.draft.actions()
        for action in actions[:-1]:
            self.session.play(action, self.draft.seat)
        app.screens.remove(self)
        below = app.screen
        try:
            self.session.play(actions[-1], self.draft.seat)
        finally:
            if app.screen is below:
                app.screens.append(self)
        if app.screen is self:
            self.session.pop()


def asks_first(session: "Session") -> bool:
    """Whether the class is asked before bids are turned up: not on a board that plays by itself, nor in the guided game."""
    settings = session.settings
    if session.host is not None and session.room_shown.awake:
        return False  # it is asked on the devices, while the bids lie face down
    return settings.predict and not settings.instant and session.guide is None


def turn_of(block: blocks.Block, name: str) -> Press | None:
    """The other side of a block of a name, if it is that and has one."""
    return block.turns if isinstance(block, blocks.Offer | blocks.Bid | blocks.Slider | blocks.Button) and block.id == name else None

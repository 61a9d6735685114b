"""The tender on a sheet of paper over the table: choose a need, choose a route, say what shall count, publish."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.prediction import Prediction, asks_first
from caffael.board.scale import Box
from caffael.board.screens.backs import Back, back_sheet
from caffael.board.screens.sheeted import SheetedScreen
from caffael.board.screens.table.sheets.need import need_back
from caffael.board.screens.tender.award_step import AwardStep
from caffael.board.screens.tender.backdrop import Backdrop
from caffael.board.screens.tender.bidder_sheet import Tendered, bidder_sheet
from caffael.board.screens.tender.confirm import ConfirmDialog
from caffael.board.screens.tender.draft import Draft
from caffael.board.screens.tender.faces import need_figures, need_goals, need_title
from caffael.board.screens.tender.need_step import NeedStep
from caffael.board.screens.tender.predict import PredictDialog
from caffael.board.screens.tender.route_step import PICTURES as ROUTE_PICTURES
from caffael.board.screens.tender.route_step import RouteStep
from caffael.board.screens.tender.sheet import Chips, draw_head, draw_sheet, head_height, inside
from caffael.board.screens.tender.tender_backs import criterion_back, route_back, weights_back
from caffael.board.screens.tender.weigh_step import WeighStep
from caffael.board.screens.timing import add_timer, timer_room
from caffael.board.theme import Ink
from caffael.board.widgets import Button, Dialog, Key, Widget
from caffael.presentation.screens import ScreenId
from caffael.rules.actions import ROUTE_OF, SCOPE_OF
from caffael.rules.reasons import LEGAL
from caffael.rules.terms import CRITERIA, NONE, Phase, Route
from caffael.words.looks import criterion_ink, criterion_picture
from caffael.words.sentences import criterion_name, reason_text, route_name

if TYPE_CHECKING:
    from caffael.board.game import Session

WRITING = (Phase.ROUTE, Phase.WEIGHTS, Phase.SUPPLIER, Phase.PARTNER)
NEED, ROUTE, AWARD = range(3)


class TenderScreen(SheetedScreen):
    """Writes one tender for the seat that decides now. With a need it begins at the route; with a partner's need it is a joint tender.

    Nothing is played before Publish is confirmed; leaving earlier leaves no trace.
    """

    id = ScreenId.TENDER
    help_page = "routes"

    def __init__(self, session: "Session", need: int | None = None, partner: int | None = None) -> None:
        super().__init__(session)
        match = session.game
        self.draft = Draft(match.cards, match.state, match.state.decider, need, partner)
        self.backdrop = Backdrop(session.app, self)
        self.page: NeedStep | RouteStep | WeighStep | AwardStep = NeedStep(self)
        self.at = NEED
        self.go(self._first())

    def _first(self) -> int:
        """Which page comes first: one whose answer is not given yet."""
        if self.draft.need == NONE:
            return NEED
        self._sole_route()
        return ROUTE if self.draft.route == NONE else AWARD

    def _sole_route(self) -> None:
        """Take the route by itself in a game that has only one."""
        if self.draft.route == NONE and self.draft.need != NONE:
            offers = self.draft.routes()
            if len(offers) == 1 and offers[0].reason == LEGAL:
                self.draft.choose_route(offers[0].choice)

    # Pages

    def go(self, at: int) -> None:
        """Turn to a page."""
        self.at = at
        if at == NEED:
            self.page = NeedStep(self)
        elif at == ROUTE:
            self.page = RouteStep(self)
        else:
            self.page = WeighStep(self) if self.draft.weighs else AwardStep(self)

    def turn_to(self, at: int) -> None:
        """Turn to a page and show it."""
        self.go(at)
        self.rebuild()

    def choose_need(self, need: int) -> None:
        """Take a need and go on to the route."""
        self.draft.choose_need(need)
        self._sole_route()
        self.turn_to(self._first())

    def choose_route(self, choice: int) -> None:
        """Take a route and go on to what counts."""
        self.draft.choose_route(choice)
        self.turn_to(AWARD)

    # Building

    def build(self) -> None:
        """Lay out heading, page and buttons."""
        self.backdrop.renew(self.session.language.code, lambda painter: draw_sheet(painter, self.draft.seat))
        box, look = inside(), self.look
        self._steps(box)
        foot = Button.natural(look, "X")[1]
        top = box.top + head_height(look) + 14
        self.page.build(Box(box.left, top, box.width, box.bottom - foot - 18 - top))
        self._foot(Box(box.left, box.bottom - foot, box.width, foot))
        if isinstance(self.page, WeighStep):
            self.page.add_last()

    # Cards that turn over, and where numbers come from

    def explain(self, supplier: int) -> None:
        """Say where a bidder's points or its price come from."""
        draft = self.draft
        change = draft.state.councils[draft.seat].price_change[draft.cards.needs[draft.need].category]
        weights = draft.percentages if draft.weighs else (0,) * CRITERIA
        bid = Tendered(draft.need, draft.partner, draft.route, change, draft.table(), supplier, weights)
        self.open(lambda: bidder_sheet(self, bid))

    def turn_need(self, need: int) -> None:
        """Show the back of a need."""
        session, category = self.session, self.session.viewer.need_look(need)
        self._turn(lambda: need_title(session, need), lambda: need_back(session, need), category, f"category.{category}")

    def turn_route(self, choice: int) -> None:
        """Show the back of a route."""
        session, route, scope = self.session, ROUTE_OF[choice], SCOPE_OF[choice]
        self._turn(lambda: route_name(session.language, route, scope), lambda: route_back(session, route, scope), ROUTE_PICTURES[route])

    def turn_weights(self) -> None:
        """Show what weights and criteria are."""
        session, criteria = self.session, self.draft.rows.criteria
        self._turn(lambda: session.text("What shall count?"), lambda: weights_back(session, criteria), "tender")

    def turn_criterion(self, criterion: int) -> None:
        """Show the back of a criterion."""
        session, people = self.session, self.session.game.cards.settings.people == 1
        picture, ink = criterion_picture(criterion, people), criterion_ink(criterion)
        title = lambda: criterion_name(session.language, criterion, people)  # noqa: E731
        self._turn(title, lambda: criterion_back(session, criterion), picture, ink)

    def _turn(self, title: Callable[[], str], back: Callable[[], Back], picture: str, ink: Ink = "accent") -> None:
        self.open(lambda: back_sheet(self.session, title(), back(), self.close, picture=picture, ink=ink))

    def show_card(self, widget: Widget) -> None:
        """Turn over what has the focus: a need, a route, a weight, a bidder."""
        kind, _, number = widget.name.partition(".")
        turns = {
            "need": self.turn_need,
            "route": self.turn_route,
            "scope": self.turn_route,
            "weight": self.turn_criterion,
            "weights": lambda card: self.turn_weights(),
            "bidder": self.explain,
        }
        if kind in turns and number:
            turns[kind](int(number))

    def _steps(self, box: Box) -> None:
        """The pages by name, at the top right; those that can be turned to are buttons."""
        session = self.session
        if self.draft.one_route:
            names = {NEED: session.text("1 Need"), AWARD: session.text("2 What counts")}
        else:
            last = session.text("3 Award") if self.draft.route in (Route.FRAMEWORK, Route.DIRECT) else session.text("3 What counts")
            names = {NEED: session.text("1 Need"), ROUTE: session.text("2 Route"), AWARD: last}
        fixed = self.draft.joint or session.game.state.phase in WRITING
        wides = [max(120.0, self.look.words_width(name, "body", True) + 52) for name in names.values()]
        high = max(self.look.measure("target"), self.look.line_height("body") + 22)
        left = box.right - sum(wides) - 8 * (len(wides) - 1)
        self.head_bottom = box.top - 12 + high + 3
        ring = timer_room(session, self.draft.seat)
        add_timer(session, self.tree.root, left - 12, box.top - 12 + high / 2, self.draft.seat)
        self.head_right = left - 24 - ring
        for (at, name), wide in zip(names.items(), wides, strict=True):
            open_now = at == NEED or (at == ROUTE and self.draft.need != NONE) or (at == AWARD and self.draft.route != NONE)
            why = "" if open_now else session.text("First choose what comes before this.")
            if fixed and at != AWARD:
                why = session.text("This is settled already.")
            self.tree.root.add(
                Button(
                    Box(left, box.top - 12, wide, high),
                    name,
                    lambda at=at: self.turn_to(at),  # type: ignore[misc]
                    style="primary" if at == self.at else "plain",
                    ink=f"team.{self.draft.seat}",
                    size="body",
                    name=f"step.{at}",
                    enabled=not why,
                    why=why,
                )
            )
            left += wide + 8

    def _foot(self, box: Box) -> None:
        session, look = self.session, self.look
        back = session.text("Back to the table")
        right = box.right
        if self.at == AWARD:
            label = self._publish_words()
            wide = Button.natural(look, label, "gavel")[0] + 20
            why = self._why_not_publish()
            publish = Button(
                Box(right - wide, box.top, wide, box.height),
                label,
                self.confirm,
                picture="gavel",
                ink=f"team.{self.draft.seat}",
                name="publish",
                enabled=not why,
                why=why,
            )
            right -= wide + 18
        wide = Button.natural(look, back, "arrow-left")[0]
        button = Button(Box(right - wide, box.top, wide, box.height), back, self.back, style="plain", picture="arrow-left", name="back")
        self.note_box = Box(box.left, box.top, right - wide - box.left - 24, box.height)
        self.tree.root.add(button)
        if self.at == AWARD:
            self.tree.root.add(publish)

    def _publish_words(self) -> str:
        if self.draft.joint:
            return self.session.text("Ask the partner")
        if self.draft.route == Route.DIRECT:
            return self.session.text("Award the contract")
        return self.session.text("Use the framework") if self.draft.route == Route.FRAMEWORK else self.session.text("Publish the tender")

    def _why_not_publish(self) -> str:
        """Why nothing can be published yet; asked of the rules for the first action that is left."""
        if self.draft.route == Route.DIRECT and self.draft.supplier == NONE:
            return self.session.text("First choose the supplier.")
        if not self.draft.ready:
            return self.session.text("First choose what comes before this.")
        reason = self.session.game.why_not(self.draft.actions()[0])
        return "" if reason == LEGAL else reason_text(self.session.language, reason)

    # Drawing

    def draw(self, painter: Painter) -> None:
        """Draw table, sheet, heading and page."""
        self.backdrop.draw(painter)
        self._head(painter)
        self.page.draw(painter)
        note = getattr(self.page, "note", "")
        if note and self.at == AWARD:
            painter.icon("bid", (self.note_box.left + 20, self.note_box.centery), 36, "ink_soft")
            around = Box(self.note_box.left + 50, self.note_box.top, self.note_box.width - 50, self.note_box.height)
            painter.paragraph(note, around, "body", "ink_soft", middle=True)

    def drawn_words(self) -> tuple[str, ...]:
        """What is bought, what is known of it, and the note at the foot."""
        if self.draft.need == NONE:
            return (self.session.text("A new tender"),)
        words = (need_title(self.session, self.draft.need), need_figures(self.session, self.draft.need), getattr(self.page, "note", ""))
        return tuple(one for one in words if one)

    def _head(self, painter: Painter) -> None:
        session, draft = self.session, self.draft
        if draft.need == NONE:
            painter.picture("tender", Box(inside().left, inside().top, 84, 84), f"team.{draft.seat}")
            left = inside().left + 106
            painter.words(
                session.text("A new tender"), (left, inside().top + 42), "title", bold=True, anchor="midleft", width=self.head_right - left
            )
            return
        title, line, chips = need_title(session, draft.need), need_figures(session, draft.need), self._goals()
        if draft.joint:
            line = session.text("Joint with {team}: “{need}”", team=self._partner_team(), need=need_title(session, draft.partner))
        elif draft.route != NONE:
            days = session.plural("{n} officer day", "{n} officer days", draft.days)
            line = f"{line} · {route_name(session.language, draft.route, draft.scope)}, {days}"
        draw_head(
            painter,
            session.viewer.need_look(draft.need),
            title,
            line,
            chips,
            self.head_right,
            self.head_bottom,
        )

    def _goals(self) -> Chips:
        return [] if self.draft.joint else need_goals(self.session, self.draft.need)

    def _partner_team(self) -> str:
        seat = self.session.game.state.need_seat[self.draft.partner]
        return self.session.game.seats[seat].team if seat != NONE else ""

    # Leaving and publishing

    def back(self) -> None:
        """Leave without a trace: what a resumed game had begun of this tender is taken back too."""
        match = self.session.game
        self.session.pop()
        while match.state.phase in WRITING and match.can_undo_slip():
            match.undo()
        self.app.rebuild()

    def confirm(self) -> None:
        """Ask before publishing."""
        self.open(self._confirmation)

    def _confirmation(self) -> Dialog:
        return ConfirmDialog(self.session, self.draft, self.confirmed)

    def confirmed(self) -> None:
        """Publish; where the class is asked first who will win, after its answer."""
        self.session.prediction = None
        if self.competes and asks_first(self.session):
            self.ask_class()
        else:
            self.publish()

    @property
    def competes(self) -> bool:
        """Whether weights decide between bids, so that there is something to predict."""
        return self.draft.weighs and self.draft.table().count > 1

    def ask_class(self) -> None:
        """Ask who will win; the focus begins on the button that names nobody."""
        self.tree.close()
        self.open(lambda: PredictDialog(self.session, self.draft, self.predicted))
        self.tree.focus(self.tree.find("predict nobody"), quiet=True)

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
            self.session.play(action)
        app.screens.remove(self)
        below = app.screen
        try:
            self.session.play(actions[-1])
        finally:
            if app.screen is below:
                app.screens.append(self)
        if app.screen is self:
            self.session.pop()

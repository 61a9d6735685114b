"""The table: the whole game before everybody's eyes. It shows what lies there and keeps the turns going."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from caffael.board.drawings.hexmap import HexMap
from caffael.board.drawings.scenery import draw_rail, draw_scenery
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.bids.screen import BidsScreen
from caffael.board.screens.sheeted import SheetedScreen
from caffael.board.screens.table.columns import add_left, add_middle, add_right, layout_of
from caffael.board.screens.table.council import add_council, draw_private
from caffael.board.screens.table.engaged import add_engaged
from caffael.board.screens.table.layout import Layout, note_room
from caffael.board.screens.table.market import add_market
from caffael.board.screens.table.motion import Motion
from caffael.board.screens.table.turns import Turns
from caffael.board.screens.tender.screen import TenderScreen
from caffael.board.session import Session
from caffael.board.story.pace import PacedTree
from caffael.board.thinking import THOUGHT_OUT
from caffael.board.widgets import Card, Dialog, Key, ScrollArea, Widget
from caffael.board.widgets.reaching import touched_at
from caffael.presentation.assessment.summary import summary_of_need
from caffael.presentation.decisions.needs import engaged_sheet
from caffael.presentation.playback import Playback
from caffael.presentation.press import Open
from caffael.presentation.screens import ScreenId
from caffael.presentation.table.council import council_panel, private_note
from caffael.presentation.table.page import title_words
from caffael.presentation.table.region import telling_words
from caffael.presentation.table.watching import WAYS
from caffael.presentation.viewer import Viewer
from caffael.rules.records import Happened
from caffael.rules.terms import NONE
from caffael.saves import RecordError
from caffael.words.looks import team_ink

RAIL = 30.0
STEPS: dict[str, Callable[..., None]] = {
    "forward": Playback.forward,
    "go-to": Playback.go_to,
    "pause": Playback.pause,
    "play": Playback.play,
    "step-back": Playback.back,
    "step-on": Playback.step_on,
    "year-back": lambda watched: watched.next_year(-1),
    "year-on": lambda watched: watched.next_year(1),
    **{way: partial(Playback.set_way, way=way) for way in WAYS},
}
"""What the buttons do while a game is watched."""
WATCHING = {pygame.K_COMMA: "step-back", pygame.K_PERIOD: "forward", pygame.K_PAGEUP: "year-back", pygame.K_PAGEDOWN: "year-on"}
"""Keys while a game is watched; space goes on and off."""


class TableScreen(SheetedScreen):
    """The table screen. `open` lays a sheet over it; everything that is played goes through the session."""

    id = ScreenId.TABLE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.tree: PacedTree = PacedTree(session.app.now)
        self.tree.on_escape = self.back
        self.turns = Turns(self)
        self.motion = Motion(self)
        self.layout: Layout | None = None
        self.map: HexMap | None = None
        self.land: Box | None = None
        self.market_area: ScrollArea | None = None
        self.market_scrolled = 0.0
        self.column_scrolled = 0.0
        self.column: ScrollArea | None = None
        self.looking: int | None = None
        self.pointed_need: int | None = None
        self.news = ""
        self.news_seat = NONE
        self.engaged: int | None = None  # the turn whose engagement of the market is noted over the map

    # What is seen

    @property
    def shown_seat(self) -> int:
        """Whose council lies at the left: the one that decides; while computer teams play, the last that people played."""
        return self.session.shown_seat

    @property
    def viewer(self) -> Viewer:
        """The game as the council at the left may know it."""
        return self.session.viewer_at(self.shown_seat)

    @property
    def is_seen(self) -> bool:
        """Whether no other page lies over it."""
        return self.app.screen is self

    @property
    def dot(self) -> int:
        """Which of the dots is full that say that a computer team thinks."""
        return self.turns.dot

    def build(self) -> None:
        """Put everything in its place."""
        self._remember_scrolls()
        self.motion.begin()
        root = self.tree.root
        self.layout = layout = layout_of(self)
        if layout.panel is not None:
            add_council(self, root, layout.panel, council_panel(self.viewer), across=True)
        self.column = add_left(self, root, layout)
        self.column.scroll_to(self.column_scrolled)
        self.land = add_middle(self, root, layout)
        if layout.right is not None:
            add_right(self, root, layout.right)
        self.market_area = add_market(self, root, layout)
        if self.market_scrolled:
            self.market_area.scroll_to(self.market_scrolled)
        if self.engaged is not None and len(self.session.game.history) != self.engaged + 1:
            self.engaged = None
        if self.engaged is not None and self.land is not None:
            add_engaged(self, root, self.land, engaged_sheet(self.viewer, self.engaged))
        self.motion.follow()

    def drawn_words(self) -> tuple[str, ...]:
        """Whose turn it is, and the year."""
        return (title_words(self.viewer),)

    def draw(self, painter: Painter) -> None:
        """Draw the land under the map and the rail of the market."""
        if self.land is not None:
            draw_scenery(painter, self.land, self.viewer.pack.ground)
        if self.layout is not None and not self.layout.down:
            draw_rail(painter, Box(0, self.look.board.height - RAIL, self.look.board.width, RAIL))

    def over(self, painter: Painter) -> None:
        """Draw what flies, and the private note while somebody holds its button; a sheet that is opened meanwhile covers the note."""
        self.motion.draw(painter)
        if self.looking is not None and self.layout is not None and not self.tree.dialogs:
            note = private_note(self.session.viewer_at(self.looking))
            draw_private(painter, note, team_ink(self.looking), note_room(self.look, self.layout))

    def _remember_scrolls(self) -> None:
        if self.market_area is not None:
            self.market_scrolled = self.market_area.scrolled
        if self.column is not None:
            self.column_scrolled = self.column.scrolled

    def look_privately(self, seat: int, on: bool) -> None:
        """Lift the cover of what only one team knows, or let it fall."""
        self.looking = seat if on else None
        self.redraw()

    # Sheets

    def open(self, make: Callable[[], Dialog]) -> None:
        """Lay a sheet over the table; computer teams wait meanwhile. It is made anew when language or letters change."""
        self.tree.hush()
        self.sheets.lay(make)
        self.session.hear("card")

    def do(self, what: str, *about: int) -> None:
        """Do what a button of the table, or of a sheet over it, says."""
        if what in STEPS:
            self.watch(what, *about)
        else:
            DEEDS[what](self, *about)

    def close_all(self) -> None:
        """Take all sheets away without a word."""
        self.sheets.clear()

    def sheets_gone(self) -> None:
        """Go on with the turn."""
        self.turns.go_on()

    def show_card(self, widget: Widget) -> None:
        """Touch the card that has the focus; a need is turned over, even where a touch begins its tender."""
        if widget.name.startswith("need "):
            self.press(Open("need", (self.shown_seat, int(widget.name.split()[1]))))
        elif isinstance(widget, Card) and widget.enabled:
            widget.press()

    def drop_dialogs(self) -> None:
        """Take all sheets away without a word, and go on with the turn."""
        self.close_all()
        self.rebuild()
        self.turns.go_on()

    # Doing

    def play(self, action: int) -> None:
        """Play an action for the team whose turn it is, and go on."""
        self.close_all()
        self.turns.play(action)

    def write_tender(self, need: int | None = None, partner: int | None = None) -> None:
        """Write a tender for a need, or a joint one with a partner's need."""
        self.close_all()
        self.session.push(TenderScreen(self.session, need=need, partner=partner))

    def follow(self, seat: int, happenings: Sequence[Happened]) -> None:
        """Show what a seat decided on its device, and go on."""
        self.close_all()
        self.news, self.news_seat, self.engaged = telling_words(self.session.viewer, happenings), seat, None
        self.turns.settle()

    def note_engaged(self, turn: int | None) -> None:
        """Note over the map what engaging the market turned up in a turn, or take the note away."""
        self.engaged = turn
        self.rebuild()

    def show_summary(self, need: int) -> None:
        """Show the assessment summary of the tender that won the contract for a need, again."""
        summary = summary_of_need(self.session.viewer, need)
        if summary is not None:
            self.session.push(BidsScreen(self.session, summary))

    def take_back(self, count: int) -> None:
        """Take back so many actions, and go on from there."""
        self.session.game.undo(count)
        self.close_all()
        self.news, self.engaged = "", None
        self.rebuild()
        self.turns.go_on()

    def hurry(self) -> None:
        """Let a computer team play at once."""
        self.turns.hurry()

    def step_forward(self) -> None:
        """Play again what was taken back."""
        self.close_all()
        self.turns.step_forward()

    # Turns

    def shown(self) -> None:
        """Go on with whoever's turn it is; no need is pointed at any more, and no supplier lit for it."""
        self.pointed_need = None
        self.turns.go_on()

    def key(self, key: Key) -> bool:
        """Space or Return hurries a computer team; Ctrl+Z and Ctrl+Y step back and forward; T turns a card over."""
        watched = self.session.playback
        if watched is not None and key.code == pygame.K_SPACE:
            self.watch("pause" if watched.playing else "play")
        elif watched is not None and key.code in WATCHING:
            self.watch(WATCHING[key.code])
        elif watched is not None and key.ctrl and key.code in (pygame.K_z, pygame.K_y):
            (watched.back if key.code == pygame.K_z else watched.forward)()
        elif key.code in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER) and self.turns.thinking:
            self.hurry()
        elif key.ctrl and key.code == pygame.K_z:
            self.step_back()
        elif key.ctrl and key.code == pygame.K_y:
            self.turns.step_forward()
        else:
            return super().key(key)
        return True

    def event(self, event: pygame.event.Event) -> bool:
        """Take note of the pointer: a touch beside everything hurries a computer team, and a need lights its suppliers.

        That is the need under the mouse, or the one that a finger touched last.
        """
        if event.type == THOUGHT_OUT:
            self.turns.thought_out()
            return True
        if event.type in (pygame.MOUSEBUTTONDOWN, pygame.KEYDOWN, pygame.FINGERDOWN) and self.motion.moving:
            self.app.animator.finish()
        at = touched_at(event, self.look)
        if at is not None and self.turns.thinking and self.tree.at(at, self.look, event.type == pygame.FINGERDOWN) is None:
            self.hurry()
        if at is not None and event.type == pygame.FINGERDOWN and not self.tree.dialogs:
            self._point(at)
        if event.type == pygame.MOUSEMOTION and not self.tree.dialogs and not event.buttons[0]:
            self._point(self.look.scale.to_units(event.pos))
        return False

    def _point(self, at: tuple[float, float]) -> None:
        widget = self.tree.at(at, self.look)
        need = int(widget.name.split()[1]) if widget is not None and widget.name.startswith("need ") else None
        if need != self.pointed_need:
            self.pointed_need = need
            self.redraw()

    def step_back(self) -> None:
        """Ask whether to take the last turn back."""
        self.press(Open("step back", (int(self.session.game.can_redo()),)))

    def back(self) -> None:
        """Escape opens the menu."""
        self.session.show_menu()

    # While a game is watched

    def watch(self, what: str, *about: int) -> None:
        """Go back or forward in the game that is watched, or change how it is."""
        if self.session.playback is not None:
            STEPS[what](self.session.playback, *about)
            self.rebuild()

    def branch(self) -> None:
        """Begin another game that goes another way from here; where it can't be played, say why."""
        try:
            self.session.branch()
        except RecordError as fault:
            self.app.say(self.session.text(fault.sentence.pattern, **fault.sentence.values), 10)


DEEDS: dict[str, Callable[..., None]] = {
    "branch": TableScreen.branch,
    "class": lambda table: table.session.show(ScreenId.CLASSROOM),
    "class team": lambda table, seat: table.session.show(ScreenId.CLASSROOM, seat),
    "decide here": lambda table: table.session.decide_here(),
    "help": lambda table: table.session.show_help(),
    "hurry": TableScreen.hurry,
    "language": lambda table: table.session.switch_language(),
    "leave": lambda table: table.session.stop_watching(),
    "menu": lambda table: table.session.show_menu(),
    "play-on": lambda table: table.session.play_on(),
    "step back": TableScreen.step_back,
    "step forward": TableScreen.step_forward,
    "summary": TableScreen.show_summary,
    "take back": TableScreen.take_back,
    "tender": TableScreen.write_tender,
    "timeline": lambda table: table.session.show(ScreenId.TIMELINE),
}
"""What the buttons of the table and of its sheets do, by the names that presses give it."""

"""The session: a game being shown in a window, with the words and settings of the people before it. Every screen is given it.

A screen of the game is a `GameScreen`. It is made from `session.viewer`, plays with `session.play`, and goes elsewhere with
`session.show_table()`, `session.push(...)` and the like. What an action made happen is told by story screens, one after the other; each
calls `session.go_on()` when it is done.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from caffael.board import screens
from caffael.board.classroom.session import ClassSession
from caffael.board.fault_log import write_fault
from caffael.board.guide import Guide
from caffael.board.photographer import Photographer
from caffael.board.scale import Box
from caffael.board.settings_file import keep_settings
from caffael.board.sounds import Sounds, sound_of
from caffael.board.team_timer import TeamTimer
from caffael.board.window import App, Screen
from caffael.presentation.guide_steps import STEPS
from caffael.presentation.saving import MAY_VANISH, save_again, why_unsaved
from caffael.presentation.screens import LAID_OVER, TIMED, ScreenId
from caffael.presentation.settings import Settings
from caffael.presentation.setup.outcomes import outcome
from caffael.rules.records import Happened
from caffael.words.language import CODES, Code, Language

if TYPE_CHECKING:
    from caffael.bots import Policy
    from caffael.match import Match
    from caffael.saves import Seat
    from caffael.scenario import Pack
    from caffael.words.sentence import Sentence


class Session(ClassSession):
    """Everything a screen may ask for."""

    def __init__(
        self, app: App, settings: Settings, *, games: Path | None = None, seed: int | None = None, policy: "Policy | None" = None
    ) -> None:
        super().__init__(app, settings, games=games, seed=seed, policy=policy)
        self.sounds = Sounds(settings.sounds)
        self.timer = TeamTimer(app.now)
        self.bots = app.machine.thinker()
        self.photographer = Photographer(app.machine.errands())
        self.looked_in: Path | None = None  # the folder in which a pack was looked for last
        self.flies_from: Box | None = None  # where the card lay that the table lets fly to its council
        self.guide: Guide | None = None  # while the guided game is played
        self._guide_left = (0, 0)  # the step at which it was left, and how much had been played
        self._chose_language = False  # since the title was shown
        self._pictured: tuple[object, int] = (None, 0)
        self._told_trouble = ""
        self._told_notice = False  # since the window was opened: one calm sentence is enough

    @property
    def tells_all(self) -> bool:
        """A board that plays by itself shows everything."""
        return self.settings.instant

    @property
    def hides_scores(self) -> bool:
        """Whether scores are hidden is set."""
        return self.settings.hide_scores

    def now(self) -> float:
        """The window's clock."""
        return self.app.now()

    # ------------------------------------------------------------------------------------------------------------------------ words

    def switch_language(self) -> None:
        """Go to the other language."""
        self.set_language(CODES[(CODES.index(self.language.code) + 1) % len(CODES)])

    def set_language(self, code: Code) -> None:
        """Say everything in a language from now on. The screens beneath are laid out anew when they are seen again."""
        self._chose_language = True
        self.language = Language(code, self.language.edition)
        self.settings.language = code
        self.keep()
        self.app.rebuild()

    def keep(self) -> None:
        """Write the settings down, unless the board plays by itself."""
        if not self.settings.instant and not keep_settings(self.settings):
            self.app.say(self.text("The settings could not be saved, so they last only until the game is closed."))

    def wear(self, kept: Settings) -> None:
        """Let settings count that came from another computer. The window stays as it is, and words change with the next title."""
        for field in fields(kept):
            if field.name not in ("instant", "full_screen"):
                setattr(self.settings, field.name, getattr(kept, field.name))
        self.sounds.volume = kept.sounds
        self.app.set_movement(kept.movement)
        self.app.set_theme(kept.look)
        self.app.set_text_scale(kept.text_scale)

    # ---------------------------------------------------------------------------------------------------------------------- screens

    def push(self, screen: Screen) -> None:
        """Show a screen over the one that is seen."""
        self.app.push(screen)

    def pop(self) -> None:
        """Go back to the screen before."""
        self.app.pop()

    def replace(self, screen: Screen) -> None:
        """Show a screen instead of the one that is seen."""
        self.app.replace(screen)

    def show(self, page: ScreenId, *rest: object) -> None:
        """Show a page over the one that is seen; where the system has a window of its own to choose a file, that is opened instead."""
        if page is ScreenId.CHOOSER and self.app.machine.choose_file():
            return
        self.push(screens.screen_class(page)(self, *rest))

    def only(self, page: ScreenId, *rest: object) -> None:
        """Show a page and forget all others."""
        screen = screens.screen_class(page)(self, *rest)
        self.app.animator.finish()
        self.app.screens.clear()
        self.push(screen)

    def show_title(self) -> None:
        """Leave the game, which is saved already, and show the title."""
        self.take_picture()
        if self.guide is not None and self.match is not None:
            self._guide_left = (0, 0) if self.game.finished else (self.guide.at, len(self.game.history))
        self.guide = None
        self.language = Language(self.settings.language)
        self._chose_language = False
        self.only(ScreenId.TITLE)
        super().leave()

    @property
    def unsaved(self) -> "Sentence | None":
        """Why the game at the table, or the one beneath that is watched, is not saved; None when all of it is."""
        return why_unsaved(self)

    def leave_or_ask(self, then: Callable[[], None]) -> None:
        """Leave the game, as `then` does, once all of it is saved; where that can't be done, ask."""
        if save_again(self):
            then()
        elif self.app.screen is None or self.app.screen.id is not ScreenId.UNSAVED:
            self.show(ScreenId.UNSAVED, then)

    def show_table(self) -> None:
        """Show the table."""
        self.only(ScreenId.TABLE)

    def show_debrief(self) -> None:
        """Show the story of the game."""
        self.take_picture()
        self.only(ScreenId.DEBRIEF)

    def show_menu(self) -> None:
        """Show the pause menu over the screen that is seen."""
        self.show(ScreenId.MENU)

    def show_teacher(self) -> None:
        """Show the teacher's page over the screen that is seen, or close it."""
        top = self.app.screen
        if top is not None and top.id is ScreenId.TEACHER:
            top.back()
        elif self.match is None:
            self.app.say(self.text("The page for the teacher opens once a game has begun."))
        else:
            self.show(ScreenId.TEACHER)

    def show_help(self, page: str = "") -> None:
        """Show how to play, at a page of it or at the one that fits the screen; once it is open, close it."""
        top = self.app.screen
        if top is not None and top.id is ScreenId.HELP:
            self.pop()
        else:
            self.show(ScreenId.HELP, page or (top.help_page if top is not None else ""))

    def go_to_game(self) -> None:
        """Show the table, or the story of a game that is over."""
        if self.game.finished and self.playback is None:
            self.show_debrief()
        else:
            self.show_table()

    # --------------------------------------------------------------------------------------------------------------------- the game

    def new_game(self, pack: "Pack", seats: "Sequence[Seat]", seed: int | None = None) -> None:
        """Begin a game, in the language of its scenario unless one was chosen. Raises ValueError for seats that make no game."""
        own = next((code for code in CODES if code == pack.language), None)
        if own is not None and not self._chose_language:
            self.language = Language(own)  # for this game alone; what is set stays
        super().new_game(pack, seats, seed)

    def begin(self, match: "Match") -> None:
        """Play a game from where it stands."""
        self.guide = None
        self.timer.set(match.pack.timer_minutes)
        self._told_trouble = ""
        super().begin(match)
        self.app.machine.game_began()
        self._tell_trouble()

    def take(self, match: "Match", keeping: "Match | None" = None) -> None:
        """Put another game on the table."""
        super().take(match, keeping)
        self.look_for_class(match, keeping)
        self.app.look.store.clear()  # drawn cards are known by their numbers, and another pack's cards have the same
        if self.settings.instant:
            self.forget_stories()

    def learn(self) -> None:
        """Show the guided game; what would speak beside the guide, such as hints on the table, goes."""
        super().learn()
        self.guide = Guide(self)
        at, played = self._guide_left
        if played == len(self.game.history):
            self.guide.at = at
            if STEPS[at].page in (ScreenId.TABLE, ScreenId.TENDER) and self.telling is not None:
                self.forget_stories()
                self.show_table()
        self.app.rebuild()

    def leave(self) -> None:
        """Leave the game for the title."""
        self.show_title()

    def play(self, action: int, seat: int | None = None) -> list[Happened]:
        """Play an action for a seat (None: for the one that decides), show what tells of it, and say what happened.

        Raises IllegalAction when it is not legal for that seat.
        """
        idle = self.telling is None
        happenings = super().play(action, seat)
        self._show_news(idle)
        self._tell_trouble()
        return happenings

    def play_together(self, together: Sequence[int], seat: int) -> list[Happened]:
        """The same for actions that belong together, all or none."""
        idle = self.telling is None
        happenings = super().play_together(together, seat)
        self._show_news(idle)
        self._tell_trouble()
        return happenings

    def follow(self, telling: bool) -> None:
        """See the next action of a game that is watched."""
        idle = self.telling is None
        super().follow(telling)
        self._show_news(idle)

    def _show_news(self, idle: bool) -> None:
        top = self.app.screen
        if self.telling is not None and idle:
            if top is None or top.id not in LAID_OVER:  # what a device did is told once the page over the table is left
                self.tell()
        elif self.page is ScreenId.DEBRIEF:
            self.show_debrief()

    def tell(self, show: Callable[[Screen], None] | None = None) -> None:
        """Show the page that tells now, over the one that is seen."""
        if self.telling is not None:
            page, story, first = self.telling.page, self.telling.story, self.telling.first
            self.hear(sound_of(page, story.happenings))
            (show or self.push)(screens.screen_class(page)(self, story, *([first] if first else [])))

    def go_on(self) -> None:
        """Leave a story screen: show the next one, else what is beneath, or the debrief when the game is over."""
        super().go_on()
        if self.telling is not None:
            self.tell(self.replace)
        elif self.page is ScreenId.DEBRIEF:
            self.show_debrief()
        else:
            self.pop()

    def hear(self, name: str) -> None:
        """Play a sound, where sounds are wanted; an empty name is silence."""
        if name and not self.settings.instant:
            self.sounds.play(name)

    def undo(self) -> bool:
        """Take back the last action if it was a slip that turned nothing up; say whether it was."""
        undone = super().undo()
        self._lay_anew(undone)
        return undone

    def redo(self, whole: bool = False) -> bool:
        """Play again what was taken back; say whether there was anything."""
        redone = super().redo(whole)
        self._lay_anew(redone)
        return redone

    def _lay_anew(self, changed: bool) -> None:
        if changed and self.playback is None:
            self.app.rebuild()

    def _tell_trouble(self) -> None:
        trouble = self.game.trouble
        words = "" if trouble is None else trouble.said(self.language)
        if words and words != self._told_trouble:
            self.app.say(words, 10)
        self._told_trouble = words
        notice = self.game.notice or (MAY_VANISH if self.app.machine.storage == "may vanish" else None)
        if notice is not None and not self._told_notice:
            self._told_notice = True
            self.app.say(notice.said(self.language), 10)

    # ------------------------------------------------------------------------------------------------------------------------- watch

    def stepped(self) -> None:
        """Show the table after a jump or a step, if no page tells of it."""
        top = self.app.screen
        if top is not None and top.id is ScreenId.TABLE:
            top.rebuild()
            self.app.redraw()

    def open_record(self, path: Path) -> str:
        """Go on with a saved game, or watch one that can't be played on and say why. Raises RecordError when neither can be done."""
        why = super().open_record(path)
        if why:
            self.app.say(why, 12)
        return why

    def stop_watching(self) -> None:
        """Watch no more: go back to the game as it is, or to the saved games."""
        watched = self.playback
        super().stop_watching()
        if watched is not None and watched.live is None:
            self.show(ScreenId.SAVES)

    def branch(self) -> bool:
        """Begin another game that goes another way from the point that is seen. Raises RecordError when it can't be played."""
        begun = super().branch()
        if begun:
            self.app.say(self.text("A new game begins here, with the same cards. The other one stays as it was."), 8)
        return begun

    # -------------------------------------------------------------------------------------------------------------- going on by itself

    def tick(self) -> None:
        """Let a game that is watched go on, and take a picture of the table when a year has begun. Done in each frame."""
        top, watched = self.app.screen, self.playback
        at_table = top is not None and top.id is ScreenId.TABLE
        if watched is not None and watched.playing and top is not None:
            page, leave = (top, top.leaving()) if self.page_tells else (None, None)
            watched.tick(page, leave, not at_table or bool(top.tree.dialogs))
        elif watched is None and at_table and self.match is not None and self.match.history and not self.settings.instant:
            now = (self.match, self.match.state.year)
            if self._pictured != now:
                self._pictured = now
                self.take_picture()

    def take_picture(self) -> None:
        """Take a picture of the table as it lies now, for the list of saved games. A picture that fails hinders nobody."""
        if self.playback is None and self.match is not None and self.match.path is not None:
            try:
                self.photographer.take(self.app, self.match.path)
            except Exception as fault:
                write_fault(fault)

    def keep_time(self) -> None:
        """Let the team timer count on or rest, and say once when the time is over. Done in each frame."""
        match, timer, top = self.match, self.timer, self.app.screen
        if match is None or timer.minutes == 0 or top is None:
            return
        seat = self.deciding_seat()
        deciding = seat is not None and top.id in TIMED
        timer.watch((seat, len(match.history)), deciding)
        ring = (timer.step, timer.over)
        if ring != timer.shown:
            if deciding and timer.over and not timer.shown[1]:
                self.app.say(outcome(self.language, "time"))
            timer.shown = ring
            top.redraw()

    def next_wake(self) -> float | None:
        """When something goes on by itself, in the clock's seconds."""
        watched = None if self.playback is None else self.playback.next_wake()
        asked = (self.timer.next_wake(), watched, None if self.host is None else self.host.next_wake())
        return min((wake for wake in asked if wake is not None), default=None)

    def close(self) -> None:
        """The window is closed."""
        if self.match is not None:
            self.match.save_again()
        self.leave_class()
        self.take_picture()
        self._watch_no_more()
        self.bots.close()
        self.photographer.wait()

    def note_fault(self, fault: Exception) -> None:
        """Write a fault down and tell of it in one sentence, its own where it has one; a board that plays by itself ends with it."""
        if self.settings.instant:
            raise fault
        write_fault(fault)
        own = getattr(fault, "sentence", None)
        if own is not None:
            self.app.say(own.said(self.language), 8)
            return
        words = self.text("Something went wrong on this page. It is written down, and the game is saved and goes on.")
        if self.unsaved is not None:
            words = self.text("Something went wrong on this page. It is written down, and the game goes on, but it is not saved now.")
        self.app.say(words, 8)

"""The session: one window, one game at most, and the words and settings of the people before it. Every screen is given it.

A screen of the game is a `GameScreen`. It asks `session.match` how the table lies, plays with `session.play`, says words with
`session.text`, and goes elsewhere with `session.show_table()`, `session.push(...)` and the like. What an action made happen is told by
story screens (bids, delivery, review), one after the other; each calls `session.go_on()` when it is done.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from caffael.board import screens
from caffael.board.faults import Faults
from caffael.board.lesson.lesson import Lesson
from caffael.board.scale import Box
from caffael.board.settings_file import keep_settings
from caffael.board.sounds import Sounds, sound_of
from caffael.board.team_timer import TeamTimer
from caffael.board.widgets import Dialog
from caffael.board.window import Screen
from caffael.presentation.screens import TELLERS, ScreenId, stories_of
from caffael.presentation.settings import Settings
from caffael.presentation.story import Story
from caffael.rules.records import Happened, State
from caffael.rules.view import view
from caffael.words.language import CODES, USUAL, Code, Language, Value

if TYPE_CHECKING:
    from caffael.board.board import Board
    from caffael.board.tutorial import Guide
    from caffael.bots import Policy
    from caffael.match import EndedGame, Match
    from caffael.presentation.tender.publishing import Prediction
    from caffael.presentation.viewer import Viewer
    from caffael.saves import Seat
    from caffael.scenario import Pack


class GameScreen(Screen):
    """A screen of a session. A dialog opened with `ask` is there again after the screen was laid out anew, as in another language.

    `help_page` is the page of the help that fits it: F1 opens the help there. A game that has no such page has the first one.
    """

    is_help = False
    help_page = "minute"

    def __init__(self, session: "Session") -> None:
        super().__init__(session.app)
        self.session = session
        session.look_again()
        self._asking: Callable[[], Dialog] | None = None

    def ask(self, make: Callable[[], Dialog]) -> Dialog:
        """Open a dialog; `make` builds it, now and whenever the screen is laid out anew while it is open."""
        dialog = make()
        then = dialog.on_closed

        def closed() -> None:
            self._asking = None
            if then:
                then()

        dialog.on_closed = closed
        self._asking = make
        self.tree.open(dialog)
        return dialog

    def drop_dialogs(self) -> None:
        """Take every dialog away without a word, as when one has failed."""
        self._asking = None
        for dialog in self.tree.dialogs:
            dialog.on_closed = None
        if self.tree.dialogs:
            self.tree.close(self.tree.dialogs[0])

    def rebuild(self) -> None:
        """Build again, from the table as it lies now, and open the dialog that was open."""
        self.session.look_again()
        super().rebuild()
        if self._asking is not None:
            self.ask(self._asking)


class Session:
    """Everything a screen may ask for."""

    def __init__(
        self, app: "Board", settings: Settings, *, games: Path | None = None, seed: int | None = None, policy: "Policy | None" = None
    ) -> None:
        self.app = app
        app.session = self
        self.settings = settings
        self.sounds = Sounds(settings.sounds)
        self.language = Language(settings.language)
        self._chose_language = False  # since the title was shown
        self.match: Match | None = None
        self.games = games  # the folder for records; None: the usual one
        self.seed = seed  # for the next game; None: by chance
        self.policy = policy  # how bots decide; None: by the rules as they are
        self.opened: list[Path] = []  # packs opened from elsewhere, which stand on the shelf until the window is closed
        self.looked_in: Path | None = None  # the folder in which a pack was looked for last
        self.timer = TeamTimer(app.now)
        self.lesson = Lesson(self)
        self.flies_from: Box | None = None  # where the card lay that the table lets fly to its council
        self.guide: Guide | None = None  # while the guided game is played
        self.prediction: Prediction | None = None  # until the bids it is about have turned up
        self._chapters: list[tuple[ScreenId, Story]] = []
        self._viewed: tuple[object, ...] = ()  # what the viewers below were made of
        self._viewers: dict[int, Viewer] = {}
        self._told_trouble = ""
        self.faults = Faults(self)

    # ------------------------------------------------------------------------------------------------------------------------ words

    def text(self, msgid: str, **values: Value) -> str:
        """A sentence in the language of the board."""
        return self.language.text(msgid, **values)

    def plural(self, singular: str, plural: str, n: int, **values: Value) -> str:
        """A sentence that turns on a number."""
        return self.language.plural(singular, plural, n, **values)

    def switch_language(self) -> None:
        """Go to the other language."""
        self.set_language(CODES[(CODES.index(self.language.code) + 1) % len(CODES)])

    def speak(self, edition: str = USUAL) -> None:
        """Say everything in an edition from now on: a school's game is one of schools from the choice of its teams on."""
        self.language = Language(self.language.code, edition)

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
        """Show a page over the one that is seen."""
        self.push(screens.screen_class(page)(self, *rest))

    def only(self, page: ScreenId, *rest: object) -> None:
        """Show a page and forget all others."""
        screen = screens.screen_class(page)(self, *rest)
        self.app.animator.finish()
        self.app.screens.clear()
        self.push(screen)

    def show_title(self) -> None:
        """Leave the game, which is saved already, and show the title."""
        self.lesson.take_picture()
        self._chapters.clear()
        self.guide = None
        self.language = Language(self.settings.language)
        self._chose_language = False
        self.only(ScreenId.TITLE)
        self.lesson.over()
        if self.match is not None:
            self.match.close()
            self.match = None

    def show_table(self) -> None:
        """Show the table."""
        self.only(ScreenId.TABLE)

    def show_debrief(self) -> None:
        """Show the story of the game."""
        self.lesson.take_picture()
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
        if isinstance(top, GameScreen) and top.is_help:
            self.pop()
        else:
            fits = top.help_page if isinstance(top, GameScreen) else ""
            self.show(ScreenId.HELP, page or fits)

    # --------------------------------------------------------------------------------------------------------------------- the game

    def new_game(self, pack: "Pack", seats: "Sequence[Seat]", seed: int | None = None) -> None:
        """Begin a game and show its table. Raises ValueError for seats that make no game."""
        from caffael.match import Match
        from caffael.saves import games_folder

        own = next((code for code in CODES if code == pack.language), None)
        if own is not None and not self._chose_language:
            self.language = Language(own)  # for this game alone; what is set stays
        self.begin(Match.start(pack, seats, self._next_seed() if seed is None else seed, save=self.games or games_folder()))

    def _next_seed(self) -> int:
        return SystemRandom().randrange(1_000_000) if self.seed is None else self.seed

    def next_game(self, ended: "EndedGame", pack: "Pack | None" = None, years: int | None = None) -> None:
        """Begin the game after one of a campaign, with the same teams, and show its table. Without a pack it is the one that is next.

        Raises RecordError when it can't be found or these teams can't play it, and ValueError for a bot that is not known here.
        """
        from caffael.match import begin_next, next_pack
        from caffael.saves import games_folder

        pack = pack or next_pack(ended, years)
        self.begin(begin_next(ended, pack, self._next_seed(), self.games or games_folder()))

    def learn(self) -> None:
        """Show the guided game, from where it was left."""
        from caffael.board.tutorial import begin_tutorial

        begin_tutorial(self)

    def resume(self, path: Path) -> None:
        """Go on with a saved game. Raises RecordError when it can't be continued."""
        from caffael.match import Match

        self.begin(Match.resume(path))

    def begin(self, match: "Match") -> None:
        """Play a game from where it stands."""
        self.lesson.over()
        self.guide = None
        self.take(match)
        self.timer.set(match.pack.timer_minutes)
        self._told_trouble = ""
        self.go_to_game()
        self._tell_trouble()

    def take(self, match: "Match", keeping: "Match | None" = None) -> None:
        """Put another game on the table. The one before is closed, unless it is kept or is this one."""
        if self.match is not None and self.match is not keeping:
            self.match.close()
        self.match = match
        self.speak(match.pack.wording)
        self.app.look.store.clear()  # drawn cards are known by their numbers, and another pack's cards have the same
        if self.policy is not None:
            match.policy = self.policy
        self._chapters.clear()

    def go_to_game(self) -> None:
        """Show the table, or the story of a game that is over."""
        if self.game.finished:
            self.show_debrief()
        else:
            self.show_table()

    @property
    def game(self) -> "Match":
        """The game that is being played. There being none is an error of the screen that asks."""
        if self.match is None:
            raise LookupError("no game is being played")
        return self.match

    @property
    def pack(self) -> "Pack":
        """The scenario that is being played."""
        return self.game.pack

    @property
    def viewer(self) -> "Viewer":
        """The game as the seat that decides may know it."""
        return self.viewer_at(self.game.state.decider)

    def viewer_at(self, seat: int) -> "Viewer":
        """The game as a seat may know it, as it lies now."""
        from caffael.presentation.viewer import look

        match, deciding, hidden, watching = self.game, self.deciding_seat(), self.lesson.scores_hidden, self.lesson.playback is not None
        names = tuple((row.team, row.player) for row in match.seats)
        key = (match, match.moves, names, self.language, deciding, hidden, watching)
        if key != self._viewed:
            self._viewed = key
            self._viewers.clear()
        if seat not in self._viewers:
            self._viewers[seat] = look(match, self.language, seat, deciding=deciding, scores_hidden=hidden, watching=watching)
        return self._viewers[seat]

    def look_again(self) -> None:
        """Forget what viewers saw: a page that is laid out anew shows the table as it lies now."""
        self._viewed = ()

    @property
    def teams(self) -> list[str]:
        """The names of the teams, by seat."""
        return [seat.team for seat in self.game.seats]

    def play(self, action: int) -> "list[Happened]":
        """Play an action for the seat that decides, let the story screens tell it, and say what happened.

        Raises IllegalActionError when it is not legal; then nothing has changed.
        """
        happenings = self._told_as_story(self.game.state.decider, action, lambda: self.game.play(action), True)
        self._tell_trouble()
        return happenings

    def follow(self, telling: bool) -> None:
        """See the next action of a game that is watched; the story screens tell it, if they shall."""
        turn = self.game.ahead[0]
        self._told_as_story(turn.seat, turn.action, self.game.redo, telling)

    def _told_as_story(self, seat: int, action: int, do: "Callable[[], list[Happened]]", telling: bool) -> "list[Happened]":
        match, before = self.game, State()
        view(match.state, seat, before)
        happenings = do()
        story = Story(seat, action, tuple(happenings), match.history[-1].table, before)
        if telling and self.lesson.tells(story):
            self._chapters.extend((page, story) for page in stories_of(story.happenings))
        self._next_chapter(replacing=False)
        return happenings

    def go_on(self) -> None:
        """Leave a story screen: show the next one, else what is beneath, or the debrief when the game is over."""
        self._next_chapter(replacing=True)

    def _next_chapter(self, replacing: bool) -> None:
        if self._chapters and (replacing or not self.telling):
            page, story = self._chapters.pop(0)
            self.hear(sound_of(page, story.happenings))
            (self.replace if replacing else self.push)(screens.screen_class(page)(self, story))
        elif self.match is not None and self.match.finished and not self._chapters and self.lesson.playback is None:
            self.show_debrief()
        elif replacing:
            self.pop()

    def hear(self, name: str) -> None:
        """Play a sound, where sounds are wanted; an empty name is silence."""
        if name and not self.settings.instant:
            self.sounds.play(name)

    @property
    def telling(self) -> bool:
        """Whether a story screen is on top, so that bots wait."""
        return self.app.screen is not None and self.app.screen.id in TELLERS

    @property
    def tells_something(self) -> bool:
        """Whether a story screen is seen, lies beneath another, or is still to come."""
        return bool(self._chapters) or any(screen.id in TELLERS for screen in self.app.screens)

    def deciding_seat(self) -> int | None:
        """The seat of people that decides now; None while a bot plays or when the game is over."""
        match = self.match
        if match is None or match.finished or self.lesson.bot_now() is not None or self.lesson.playback is not None:
            return None
        return match.state.decider

    def undo(self) -> bool:
        """Take back the last action if it was a slip that turned nothing up; say whether it was."""
        if self.lesson.playback is not None:
            self.lesson.playback.back()
            return True
        if self.match is None or not self.match.can_undo_slip():
            return False
        self.match.undo()
        self.app.rebuild()
        return True

    def redo(self) -> bool:
        """Play again what was taken back; say whether there was anything."""
        if self.lesson.playback is not None:
            self.lesson.playback.forward()
            return True
        if self.match is None or not self.match.can_redo():
            return False
        self.match.redo()
        self.app.rebuild()
        return True

    def _tell_trouble(self) -> None:
        trouble = self.game.trouble
        words = "" if trouble is None else trouble.said(self.language)
        if words and words != self._told_trouble:
            self.app.say(words, 10)
        self._told_trouble = words

    # ----------------------------------------------------------------------------------------------------------------------- faults

    def fault(self, fault: Exception) -> None:
        """Write a fault of a screen down, tell of it in one sentence, and go on."""
        self.faults.meet(fault)

    def forget_stories(self) -> None:
        """Tell nothing more of what was played; it stays in the log."""
        self._chapters.clear()

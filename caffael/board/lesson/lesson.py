"""A session's lesson: who decides now, what is watched instead of played, and how a game goes on from there."""

from pathlib import Path
from typing import TYPE_CHECKING

from caffael.board.fault_log import write_fault
from caffael.board.lesson.picture import Photographer
from caffael.board.lesson.thinking import Thinking
from caffael.presentation.screens import ScreenId

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.lesson.playback import Playback
    from caffael.match import Match
    from caffael.presentation.story import Story

STAND_IN = "balanced"
"""The bot that plays for people while a year is skipped."""


class Lesson:
    """Part of a session. `playback` is the game that is watched; `skipping` is set while people's seats are played until the year ends."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.thinking = Thinking()
        self.photographer = Photographer()
        self._pictured: tuple[object, int] = (None, 0)
        self.playback: Playback | None = None
        self.skipping = False

    # Who decides

    def bot_now(self) -> str | None:
        """The bot that decides now, also one that stands in for people; None when people do, and while a game is watched."""
        match = self.session.match
        if match is None or match.finished or self.playback is not None:
            return None
        return match.bot_to_move() or (STAND_IN if self.skipping else None)

    def skip_year(self) -> None:
        """Let bots play for everybody until this year ends."""
        self.skipping = True
        self.session.show_table()

    def stop_skipping(self) -> None:
        """Let people decide again."""
        self.skipping = False

    def tells(self, story: "Story") -> bool:
        """Whether pages tell of an action that was played: while a year is skipped only its end is told."""
        match = self.session.game
        if not self.skipping:
            return True
        if match.finished or match.state.year != story.before.year:
            self.skipping = False
            return True
        return False

    # Watching

    @property
    def scores_hidden(self) -> bool:
        """Whether scores, ranks and what others have are not to be seen: until the game is over, if it is set so."""
        match = self.session.match
        return self.session.settings.hide_scores and match is not None and not match.finished

    def watch(self, path: Path) -> None:
        """Watch a saved game from its beginning. Raises RecordError when it can't be."""
        from caffael.match import watch

        self._show(watch(path), None, path)
        assert self.playback is not None
        self.playback.play()

    def look_back(self) -> None:
        """Look at any point of the game that is being played; it stays as it is meanwhile."""
        from caffael.match import look_again

        live = self.session.game
        self._show(look_again(live), live, live.path)

    def _show(self, shown: "Match", live: "Match | None", path: Path | None) -> None:
        from caffael.board.lesson.playback import Playback

        self.skipping = False
        self.session.take(shown, keeping=live)
        self.playback = Playback(self.session, shown, live, path)
        self.session.show_table()

    def leave(self) -> None:
        """Watch no more: go back to the game as it is, or to the saved games."""
        playback, session = self.playback, self.session
        if playback is None:
            return
        self.playback = None
        if playback.live is None:
            session.show_title()
            session.show(ScreenId.SAVES)
            return
        session.take(playback.live)
        session.go_to_game()

    def play_on(self) -> None:
        """Take the game back to the point that is seen, and play on from there."""
        playback = self.playback
        if playback is None or playback.live is None:
            return
        playback.live.go_to(playback.turn)
        self.leave()

    def branch(self) -> None:
        """Begin another game that goes another way from the point that is seen. Raises RecordError when it can't be played."""
        from caffael.match import branch
        from caffael.saves import games_folder

        playback, session = self.playback, self.session
        if playback is None or playback.path is None:
            return
        match = branch(playback.path, playback.turn, session.games or games_folder())
        live, self.playback = playback.live, None
        if live is not None:
            live.close()
        session.begin(match)
        session.app.say(session.text("A new game begins here, with the same cards. The other one stays as it was."), 8)

    def shown_anew(self) -> None:
        """Show the table of the game that is watched, after a jump or a step, if no page tells of it."""
        top = self.session.app.screen
        if top is not None and top.id is ScreenId.TABLE:
            top.rebuild()
            self.session.app.redraw()

    # Going on by itself

    def tick(self) -> None:
        """Do what it is time for. Done in each frame."""
        if self.playback is not None:
            if self.playback.playing:
                self.playback.tick()
        elif self.session.match is not None and self.session.app.screen is not None and self.session.app.screen.id is ScreenId.TABLE:
            self._picture_of_year()

    def _picture_of_year(self) -> None:
        """Take a picture for the list of saved games when a year has begun."""
        match = self.session.game
        if self._pictured != (match, match.state.year) and match.history and not self.session.settings.instant:
            self._pictured = (match, match.state.year)
            self.take_picture()

    def take_picture(self) -> None:
        """Take a picture of the table as it lies now, for the list of saved games. A picture that fails hinders nobody."""
        if self.playback is not None:
            return
        try:
            self.photographer.take(self.session)
        except Exception as fault:
            write_fault(fault)

    def next_wake(self) -> float | None:
        """When something goes on by itself, in the clock's seconds."""
        return None if self.playback is None else self.playback.next_wake()

    def over(self) -> None:
        """Forget what was watched: the game is left or another one begins."""
        if self.playback is not None and self.playback.live is not None:
            self.playback.live.close()
        self.playback = None
        self.skipping = False

    def close(self) -> None:
        """The window is closed."""
        self.take_picture()
        self.over()
        self.thinking.close()
        self.photographer.wait()

"""What happens when a part of the board fails: it is written down and told in one sentence, and the game goes on from its last action.

A page that fails again and again is taken away, step by step: its dialog, the page itself, the table (which is laid anew from the record),
the game (which is saved), and at last the window.
"""

from caffael.board.fault_log import write_fault
from caffael.board.session import Session
from caffael.board.window import Screen
from caffael.presentation.screens import ScreenId

FAULTS_IN_A_ROW = 3
"""So many frames of one screen may fail before something is taken away."""
SOUND_FRAMES = 60
"""After so many frames without a fault a table that was laid anew counts as whole again."""
GROUND = (ScreenId.TABLE, ScreenId.DEBRIEF)
"""The pages that a game stands on."""


class Faults:
    """The faults of a session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._in_a_row = 0
        self._sound = 0
        self._laid_anew = False
        self._unheard = 0  # times in a row that the class could not be heard

    def guard_clocks(self) -> None:
        """Let the timer and a game that is watched go on. One that fails stands still from then on."""
        session = self.session
        self.serve()
        try:
            session.keep_time()
        except Exception as fault:
            session.timer.set(0)
            self.session.note_fault(fault)
        try:
            session.tick()
        except Exception as fault:
            if session.playback is not None:
                session.playback.pause()
            self.session.note_fault(fault)

    def serve(self) -> None:
        """Hear the class. A room that fails again and again is left, and can be gone on with; the game goes on."""
        session = self.session
        try:
            session.serve_class()
        except Exception as fault:
            self._unheard += 1
            session.note_fault(fault)
            if self._unheard >= FAULTS_IN_A_ROW and session.host is not None:
                self._unheard = 0
                session.leave_class()
        else:
            self._unheard = 0

    def meet(self, fault: Exception) -> None:
        """Write a fault of a screen down, tell of it, and take something away when it goes on and on."""
        if self.session.settings.instant:
            raise fault
        self._sound = 0
        self._in_a_row += 1
        if self._in_a_row >= FAULTS_IN_A_ROW:
            self._in_a_row = 0
            try:
                self._retreat()
            except Exception as another:
                write_fault(another)
                self._leave()
        self.session.note_fault(fault)

    def sound(self) -> None:
        """Take note of a frame without a fault."""
        self._in_a_row = 0
        self._sound += 1
        if self._sound >= SOUND_FRAMES:
            self._laid_anew = False

    def _retreat(self) -> None:
        """Take away what fails: the least that may help."""
        session = self.session
        top = session.app.screen
        session.forget_stories()
        session.app.animator.drop()
        if top is not None and top.tree.dialogs:
            top.drop_dialogs()
        elif (top is not None and top.id in GROUND) or (session.match is not None and self._alone(top)):
            self._lay_anew()
        elif len(session.app.screens) > 1:
            session.app.pop()
        else:
            self._leave()

    def _alone(self, top: Screen | None) -> bool:
        return top is not None and self.session.app.screens == [top] and top.id is not ScreenId.TITLE

    def _lay_anew(self) -> None:
        """Lay the table anew from the record; when that was done a moment ago, leave for the title."""
        from caffael.match import Match

        session = self.session
        match = session.match
        playback = session.playback
        if self._laid_anew or match is None:
            self._leave()
            return
        self._laid_anew = True
        if playback is not None:
            session.stop_watching()
        elif match.path is None or not match.save_again():
            session.go_to_game()
        else:
            path, minutes = match.path, session.timer.minutes
            match.close()
            session.begin(Match.resume(path, opened=session.opened))
            session.timer.set(minutes)

    def _leave(self) -> None:
        """Leave for the title; when that is where it fails, close the window."""
        session = self.session
        top = session.app.screen
        if top is not None and top.id is ScreenId.TITLE:
            session.app.quit()
            return
        try:
            session.show_title()
        except Exception as fault:
            write_fault(fault)
            session.app.quit()

"""The window of a session, with what is the same on every screen: help, language, the teacher's page, files that are dropped, a reader."""

from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from caffael.board.recovery import Faults
from caffael.board.session import Session
from caffael.board.window import ROUSED, App
from caffael.presentation.saving import standing_words
from caffael.presentation.screens import ScreenId

if TYPE_CHECKING:
    from caffael.board.machine import Reader

NAME = "Caffael"
INSISTING = 2.0
"""So many seconds after it was asked about an unsaved game, a window that is closed once more closes."""


class Board(App):
    """The window of a session: F1 helps and F2 changes the language on every screen, and a fault in a screen does not end the game."""

    session: Session
    faults: Faults
    reader: "Reader | None" = None
    _asked_reader = False
    _asked = 0.0  # when the window was closed over an unsaved game

    def serve(self, session: Session) -> Session:
        """Be the window of a session."""
        self.session, self.faults = session, Faults(session)
        return session

    def frame(self, wait: bool = False) -> bool:
        """Do a frame; a fault in a screen is told to the session and the game goes on."""
        self.faults.guard_clocks()
        try:
            drawn = super().frame(wait)
            if drawn and self.reader is not None and self.screen is not None:
                self.reader.update(self.screen, self.session.language.code)
        except Exception as fault:
            self.faults.meet(fault)
            return True
        if drawn:
            self.faults.sound()
        return drawn

    def paint(self) -> None:
        """Draw the whole window, with what the guide says."""
        if self.session.guide is not None:
            self.session.guide.stand()
        else:
            self.keep_foot(0)
        if self.screen is not None:
            unsaved = self.session.unsaved is not None and self.screen.id is not ScreenId.UNSAVED
            kept = standing_words(self.session.language, self.machine.storage)
            self.screen.tree.standing = (
                self.session.text("The game is not saved now. The menu says why and what helps.") if unsaved else kept or self._line_words()
            )
        super().paint()

    def _line_words(self) -> str:
        """What is said for as long as the devices of a class can't be reached."""
        if self.session.host is None:
            return ""
        from caffael.presentation.classroom.front_notes import line_trouble

        return line_trouble(self.session.room_shown)

    def next_wake(self) -> float | None:
        """The next change of the screen, of the team timer, or of a game that is watched."""
        asked = (super().next_wake(), self.session.next_wake())
        wakes = [wake for wake in asked if wake is not None]
        return min(wakes, default=None)

    def closed(self) -> None:
        """End what the session does beside the window."""
        self.session.close()

    def _handle(self, event: pygame.event.Event) -> None:
        if self.reader is not None and self.screen is not None and self.reader.hears(event, self.screen):
            return
        if event.type == ROUSED:
            self.faults.serve()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F1:
            self.session.show_help()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F2:
            self.session.switch_language()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F10:
            self.session.show_teacher()
        elif event.type == pygame.QUIT and self.session.unsaved is not None:
            self._close_unsaved()
        elif event.type == pygame.DROPFILE:
            from caffael.board.incoming_packs import open_dropped

            open_dropped(self.session, Path(event.file))
        elif self.session.guide is None or not self.session.guide.holds(event):
            super()._handle(event)

    def _close_unsaved(self) -> None:
        """Ask before an unsaved game is closed; whoever closes the window again while the question stands, and not by a slip, insists."""
        if self.screen is None or self.screen.id is not ScreenId.UNSAVED:
            self._asked = self.now()
            self.session.leave_or_ask(self.quit)
        elif self.now() >= self._asked + INSISTING:
            self.quit()

    def _open(self) -> None:
        """Open the window; the first time hidden, because a screen reader has to be told of it before it is seen."""
        if not self._asked_reader:
            self._asked_reader = True
            if self.machine.reader_offered():
                pygame.display.set_mode(self._size, pygame.RESIZABLE | pygame.HIDDEN)
                self.reader = self.machine.open_reader(NAME)
        super()._open()

    def set_full_screen(self, full_screen: bool) -> None:
        """Fill the whole screen or not, and remember it."""
        super().set_full_screen(full_screen)
        self.session.settings.full_screen = full_screen
        self.session.keep()

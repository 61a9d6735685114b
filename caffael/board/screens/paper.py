"""Printing a game: its PDF is made a sheet at a time between two frames, so that the board goes on meanwhile."""

import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from caffael.board.debrief_file import keeping_folder
from caffael.board.screens.file_page import FilePage
from caffael.board.screens.given import FILES
from caffael.board.session import Session
from caffael.board.story.pace import PacedTree
from caffael.export import can_make_paper, paper_command
from caffael.presentation import blocks
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.paper import Making, PaperChoice, paper_page
from caffael.scenario import Pack

if TYPE_CHECKING:
    from caffael.printing import Printed
    from caffael.printing.lessons import PrintedLessons
    from caffael.printing.lessons.plans import Plan

    Sheets = Generator[tuple[int, int], None, Printed] | Generator[tuple[int, int], None, PrintedLessons]

SLICE = 0.05
"""Seconds for which sheets are drawn before the board is looked at again."""


REAL = "real-tenders"
"""The game whose lesson plans serve every pack of real tenders."""


def lessons_for(pack: Pack) -> "tuple[Plan, ...]":
    """The lesson plans for a game; a pack of real tenders that somebody made has those of the one that ships."""
    from caffael.printing.lessons import read_lessons

    lessons = read_lessons()
    found = lessons.plans_for(pack.id)
    return lessons.plans_for(REAL) if not found and any(need.asked for need in pack.texts.needs) else found


class PaperScreen(FilePage):
    """What is to be printed of a pack, and the file once it is made."""

    id = ScreenId.PAPER

    def __init__(self, session: Session, pack: Pack) -> None:
        super().__init__(session, keeping_folder(session.games) / FILES)
        self.tree: PacedTree = PacedTree(session.app.now)
        self.tree.on_escape = self.back
        self.pack = pack
        self.choice = PaperChoice(session.language.code)
        self.has_lessons = can_make_paper() and bool(lessons_for(pack))
        self.making = Making()
        self._sheets: Sheets | None = None
        self._name = ""

    def tell(self) -> blocks.Page:
        """What can be chosen, how far it is, or where it lies."""
        language = self.session.language
        title, can = self.pack.title(language.code), can_make_paper()
        return paper_page(language, title, self.choice, self.lying, self.making, can=can, mend=paper_command(), lessons=self.has_lessons)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Making it, and stopping."""
        return {**super().verbs(), "make": self.make, "lessons": self.make_lessons, "stop": self.stop}

    def set(self, name: str, value: Any) -> None:
        """Choose something."""
        if name == "tongue":
            self.choice = replace(self.choice, tongue=value)
        else:
            self.choice = replace(self.choice, **{name: value})

    def make(self) -> None:
        """Begin to make the PDF."""
        from caffael.printing import printing

        choice = self.choice
        self._begin(printing(self.pack, choice.codes, choice.thrifty, choice.backs), f"{self.pack.id}.pdf")

    def make_lessons(self) -> None:
        """Begin to make the PDF of the lesson plans."""
        from caffael.printing.lessons import printing_lessons

        sheets = printing_lessons(lessons_for(self.pack), self.choice.codes, self.choice.thrifty)
        self._begin(sheets, f"{self.pack.id}-lessons.pdf")

    def _begin(self, sheets: "Sheets", name: str) -> None:
        self.paths.clear()
        self.trouble = self.noted = ""
        self._sheets, self._name = sheets, name
        self.making = Making(0, 1)
        self.rebuild()
        self.tree.ring(0, self._draw)

    def stop(self) -> None:
        """Make no PDF after all."""
        self._sheets, self.making = None, Making()
        self.tree.hush()
        self.rebuild()

    def back(self) -> None:
        """Leave; what is being made is dropped."""
        self._sheets = None
        super().back()

    def _draw(self) -> None:
        """Draw a few sheets, and go on after the next frame. Where one fails it can be begun again."""
        sheets, until = self._sheets, time.monotonic() + SLICE
        if sheets is None:
            return
        try:
            while time.monotonic() < until:
                drawn, pages = next(sheets)
                self.making = Making(drawn, pages)
        except StopIteration as end:
            self._done(end.value)
        except Exception:
            self.stop()
            raise
        else:
            self.tree.ring(0, self._draw)
        self.rebuild()

    def _done(self, printed: "Printed | PrintedLessons") -> None:
        self._sheets = None
        self.making = Making(small=len(printed.misfits))
        self.give(lambda: (self._name, printed.pdf))

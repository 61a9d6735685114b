"""A file of tender notices: it is read a piece at a time between two frames, then a game is made of what is chosen."""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caffael.authoring.own.on_disk import free_name
from caffael.board.incoming_packs import show_on_shelf
from caffael.board.screens.told_page import ToldPage
from caffael.board.session import Session
from caffael.board.story.pace import PacedTree
from caffael.notices.cards import short_buyer
from caffael.notices.choosing import Wish
from caffael.notices.faults import NoticesError
from caffael.notices.packing import TITLE, Plan, plan_pack, write_pack
from caffael.notices.reading import Read, reading
from caffael.notices.tables import read_tables
from caffael.presentation import blocks
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.notices import Inside, Taking, notices_page
from caffael.saves import own_folder
from caffael.scenario import STANDARD, PackError
from caffael.words.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Generator

SLICE = 0.05
"""Seconds for which releases are read before the board is looked at again."""
BUYERS = 7
"""Buyers to choose from, those with the most notices."""


class NoticesScreen(ToldPage):
    """What is in the file, what of it is taken, and the game."""

    id = ScreenId.NOTICES

    def __init__(self, session: Session, path: Path) -> None:
        super().__init__(session)
        self.tree: PacedTree = PacedTree(session.app.now)
        self.tree.on_escape = self.back
        self.path = path
        self.taking = Taking()
        self.trouble: Sentence | None = None
        self.read: Read | None = None
        self.percent = 0
        self.size = size_of(path)
        self._steps: Generator[None, None, Read] | None = reading([path], self._hear)
        self._read_on(0.0)  # it is opened now: a tab puts away what was dropped on it once it has been shown
        self.tree.ring(0, self._step)

    # Reading

    def _hear(self, path: Path, done: int, notices: int) -> None:
        del path, notices
        self.percent = min(99, 100 * done // self.size)

    def _read_on(self, seconds: float) -> None:
        """Read releases for a while, one at least."""
        until = time.monotonic() + seconds
        try:
            while self._steps is not None:
                next(self._steps)
                if time.monotonic() >= until:
                    return
        except StopIteration as end:
            self.read, self._steps = end.value, None
        except NoticesError as fault:
            self.trouble, self._steps = fault.sentence, None

    def _step(self) -> None:
        """Read some releases, and go on after the next frame."""
        self._read_on(SLICE)
        if self._steps is not None:
            self.tree.ring(0, self._step)
        self.rebuild()

    def back(self) -> None:
        """Leave; what is being read is dropped."""
        self._steps = None
        super().back()

    # The page

    def tell(self) -> blocks.Page:
        """How far it is, or what can be chosen."""
        language = self.session.language
        trouble = self.trouble.said(language) if self.trouble is not None else ""
        if self.read is None:
            return notices_page(language, Inside(self.path.name, read=self.percent, trouble=trouble), self.taking)
        notices, wish = self.read.notices, self.wish
        inside = Inside(
            self.path.name,
            len(notices),
            sum(notice.weights is not None and notice.weights.whole for notice in notices),
            self.buyers,
            sum(wish.fits(notice) for notice in notices),
            trouble=trouble,
        )
        return notices_page(language, inside, self.taking)

    @property
    def buyers(self) -> list[str]:
        """The buyers with the most notices, as they are called for short."""
        assert self.read is not None
        found = Counter(short_buyer(notice.buyer) for notice in self.read.notices if notice.buyer)
        return [name for name, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:BUYERS]]

    @property
    def wish(self) -> Wish:
        """What is taken."""
        return Wish(buyer=(self.taking.buyer,) if self.taking.buyer else (), weighed=self.taking.weighed)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Making the game."""
        return {"make": self.make}

    def set(self, name: str, value: Any) -> None:
        """Choose something."""
        self.trouble = None
        changed: dict[str, Any] = {name: int(value) if name == "size" else value}
        self.taking = replace(self.taking, **changed)
        self.rebuild()

    def make(self) -> None:
        """Make a game of what is chosen among the own games, and show it on the shelf."""
        assert self.read is not None
        own = own_folder()
        plan = Plan(own / free_name(own, "real-tenders-of-my-own"), STANDARD, self.taking.size, self.wish, *self._titles())
        try:
            write_pack(plan, plan_pack(self.read.notices, plan, read_tables()))
        except NoticesError as fault:
            self.trouble = fault.sentence
        except PackError as fault:
            self.trouble = fault.faults[0].sentence
        else:
            show_on_shelf(self.session, plan.place)
            return
        self.rebuild()

    def _titles(self) -> tuple[str, str]:
        """What the game is called: by the buyer where there is one, else by the file."""
        of = self.taking.buyer or self.path.name.partition(".")[0][:40]
        return f"{TITLE[0]}: {of}"[:80], f"{TITLE[1]}: {of}"[:80]


def size_of(path: Path) -> int:
    """How many bytes a file has, one at least."""
    try:
        return max(1, path.stat().st_size)
    except OSError:
        return 1

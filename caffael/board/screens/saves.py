"""Saved games: which there are, how far they are; going on with one, watching one, putting one in the bin."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pygame

from caffael.authoring.own import on_disk
from caffael.board.debrief_file import keep_saved
from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.given_file import give_everything, give_saved
from caffael.board.painter import Painter
from caffael.board.photographer import picture_of
from caffael.board.scale import Box
from caffael.board.screens.campaign import go_on
from caffael.board.screens.rows import button
from caffael.board.screens.title_bar import Page, question
from caffael.board.session import Session
from caffael.board.widgets import Button, Card, ScrollArea, Words
from caffael.match import EndedGame
from caffael.presentation import blocks
from caffael.presentation.blocks import Chip, Group, Text
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.saves import name_sheet, save_teams, save_title, saves_page, scenario_title
from caffael.saves import RecordError, Save, list_saves, name_game, own_folder
from caffael.saves.header import tidy
from caffael.scenario import find_packs

MOST_BYTES = 4_000_000
"""A picture of ours has a tenth of this at most; what is larger was put there by somebody else."""
AIR = 22.0
GAP = 16.0
MOST_PICTURE = 0.36
"""The picture of a game takes no more than this part of its card."""
LEAST_WORDS = 480.0
"""Title and date stand side by side from this width on, at 100 %."""
WORDY = 0.22
"""A button that would take more than this part of a card shows its picture alone."""


class SavesScreen(Page):
    """Every saved game, newest first; one that can't be continued says why. Every action is saved, so there is nothing to save here."""

    id = ScreenId.SAVES

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.saves = self.listed()
        self.named: tuple[Path, str] | None = None  # the game that was given another name last, and the one it had
        self.typed = ""
        self.binned: list[InBin] = []  # what was put in the bin here, the last one last
        self.titles = {info.id: info.title for info in find_packs([own_folder()])}

    def listed(self) -> list[Save]:
        """The games of the usual folder, and those that were saved elsewhere because it took nothing."""
        session = self.session
        return list_saves(session.folder, session.opened, self.app.machine.other_folders().values() if session.games is None else ())

    def tell(self) -> blocks.Page:
        """The games that are saved."""
        return saves_page(
            self.session.language, self.saves, self.titles, self.binned[-1].title if self.binned else "", self.named and self.named[1]
        )

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """What can be done with a game, by its place in the list."""
        return {
            "watch": self.watch,
            "bin": self.put_away,
            "keep": lambda place: keep_saved(self.session, self.saves[place].path),
            "next": lambda place: go_on(self.session, lambda: EndedGame.read(self.saves[place].path, self.session.opened)),
            "file": lambda place: give_saved(self.session, self.saves[place].path),
            "everything": lambda: give_everything(self.session),
            "bring back": self.bring_back,
            "name": self.ask_name,
            "old name": self.old_name,
        }

    def fill(self) -> None:
        """Place a card for each game."""
        look, body = self.look, self.body
        if not self.saves:
            (empty,) = self.told.blocks
            assert isinstance(empty, Text)
            side = min(200.0, body.width * 0.06)
            wide = body.width - 2 * side
            high = max(2 * look.line_height("lead"), look.words_height(empty.words, wide - 80, "lead")) + 90
            self.paper = box = Box(body.left + side, body.top + 60, wide, high)
            self.into.add(Words(box.inflate(-80, -50), empty.words, size="lead", align="centre", middle=True))
            return
        line = look.line_height
        high = 2 * AIR + line("lead") + line("body") + line("small") * 1.32 + 18
        high = max(high + (2 * line("body") if self._dated_below(body.width * 0.75) else 0), 2 * look.measure("target") + GAP)
        scroll = self.area = self.into.add(ScrollArea(body, len(self.saves) * (high + GAP) + 8, name="saves"))
        for place, group in enumerate(block for block in self.told.blocks if isinstance(block, Group)):
            watch, called, file, away, *more = (block for block in group.blocks if isinstance(block, blocks.Button))
            box = Box(body.left + 4, body.top + 4 + place * (high + GAP), body.width - 24, high)
            beside = (high - GAP) / 2
            box.width -= 2 * (beside + GAP)
            left, right = box.right + GAP, box.right + beside + 2 * GAP
            places = (
                Box(right, box.top, beside, beside),
                Box(right, box.top + beside + GAP, beside, beside),
                Box(left, box.top, beside, beside),
                Box(left, box.top + beside + GAP, beside, beside),
            )
            for offered, at in zip((watch, away, called, file), places, strict=True):
                made = scroll.add(button(offered, at, partial(self.do, offered)))
                made.icon_only, made.more = True, made.label
            for made in self._buttons(box, more):
                scroll.add(made)
            scroll.add(self._card(box, place, group))

    def _dated_below(self, width: float) -> bool:
        """Whether the date stands under the title on a card of a width."""
        return width * (1 - MOST_PICTURE) < LEAST_WORDS * self.look.text_scale

    def _card(self, box: Box, place: int, shown: Group) -> Card:
        why = next((block.words for block in shown.blocks if isinstance(block, Text) and block.tone == "bad"), "")
        return Card(
            box,
            shown.title,
            lambda painter, at: self._draw(painter, at, self.saves[place], shown),
            lambda: self.resume(self.saves[place]),
            said=save_teams(self.saves[place]),
            name=shown.id,
            why=why,
        )

    def _buttons(self, box: Box, offered: list[blocks.Button]) -> list[Button]:
        """At the right of a finished game, one over the other: keep its debrief, and go on to the next game of a campaign.

        The first one shows its picture alone where it would take too much of the card. The card gets what room is left.
        """
        made = []
        for place, one in enumerate(offered):
            wide = min(Button.natural(self.look, one.words, one.picture, "body")[0], box.width * 0.4)
            tight = place == 0 and wide > box.width * WORDY
            wide = self.look.measure("target") + GAP if tight else wide
            made.append(button(one, Box(0, 0, wide, box.height), partial(self.do, one), size="body"))
            if place == 0:
                made[0].icon_only, made[0].more = tight, one.words
        if made:
            wide = max(widget.box.width for widget in made)
            high = (box.height - GAP * (len(made) - 1)) / len(made)
            for at, widget in enumerate(made):
                widget.box = Box(box.right - wide, box.top + at * (high + GAP), wide, high)
            box.width -= wide + GAP
        return made

    def _draw(self, painter: Painter, box: Box, save: Save, shown: Group) -> None:
        look = self.look
        date, said = (block for block in shown.blocks if isinstance(block, Text))
        why = said.tone == "bad"
        painter.card(box, "paper_sunk" if why else "paper", edge=None if why else "accent")
        seen = Box(box.left + 18, box.top + 10, min((box.height - 20) * 16 / 9, box.width * MOST_PICTURE), box.height - 20)
        draw_picture(painter, seen, picture_of(save.path), "warning" if why and not save.years else "map")
        left, top, wide = seen.right + AIR, box.top + AIR - 4, box.right - seen.right - 2 * AIR
        room = look.words_width(date.words, "body") + 30
        below = self._dated_below(box.width)
        painter.words(shown.title, (left, top), "lead", "disabled_ink" if why else "ink", True, "topleft", wide - (0 if below else room))
        if below:
            top += look.line_height("lead")
            painter.words(date.words, (left, top), "body", "ink_soft", width=wide)
            top += look.line_height("body") + 2
        else:
            painter.words(date.words, (box.right - AIR, top + 4), "body", "ink_soft", anchor="topright")
            top += look.line_height("lead") + 4
        around = Box(left, top, wide, look.line_height("body") * (2 if below else 1))
        top += painter.paragraph(said.words, around, "body", "bad" if why else "ink_soft", most_lines=2 if below else 1) + 12
        for chip in [block for block in shown.blocks if isinstance(block, Chip)]:
            if left + chip_size(look, chip.words, chip.picture)[0] > box.right - 10:
                break  # the card tells the rest to whoever reads it
            left = draw_chip(painter, (left, top), chip.words, chip.picture).right + 10

    # What is pressed

    def watch(self, place: int) -> None:
        """Watch a game from its beginning."""
        self._try(lambda: self.session.watch(self.saves[place].path))

    def ask_name(self, place: int) -> None:
        """Ask how a game shall be called."""
        save = self.saves[place]
        self.typed = save.name
        title = scenario_title(self.session.language, save, self.titles)
        self.ask(
            lambda: question(self.session, name_sheet(self.session.language, title, self.typed), partial(self.give_name, save), self._type)
        )

    def _type(self, row: str, typed: str) -> None:
        del row
        self.typed = typed

    def give_name(self, save: Save) -> None:
        """Give a game the name that was typed."""
        self.tree.close()
        if tidy(self.typed) != save.name and self._name(save.path, self.typed):
            self.named = (save.path, save.name)
            self.rebuild()

    def old_name(self) -> None:
        """Call the game again what it was called before."""
        if self.named is not None and self._name(*self.named):
            self.named = None
            self.rebuild()

    def _name(self, path: Path, name: str) -> bool:
        try:
            name_game(path, name)
        except RecordError as fault:
            self.app.say(fault.sentence.said(self.session.language), 10)
            return False
        self.saves = self.listed()
        return True

    def put_away(self, place: int) -> None:
        """Put a game in the bin. It can be brought back as long as this page is open."""
        save = self.saves[place]
        title = save_title(self.session.language, save, self.titles)
        try:
            self.binned.append(put_in_bin(save.path, title))
        except OSError:
            self.report("no bin")
            return
        self._renew()
        self.report("bin", title=title)

    def bring_back(self) -> None:
        """Bring the last game back from the bin."""
        try:
            bring_back(self.binned[-1])
        except OSError:
            self.report("not back")
            return
        self.binned.pop()
        self._renew()

    def _renew(self) -> None:
        self.saves = self.listed()
        self.rebuild()

    def resume(self, save: Save) -> None:
        """Go on with a game."""
        self._try(lambda: self.session.resume(save.path))

    def _try(self, do: Callable[[], None]) -> None:
        """Do something with a record, or say why it can't be done."""
        try:
            do()
        except RecordError as fault:
            self.app.say(fault.sentence.said(self.session.language), 10)


# ----------------------------------------------------------------------------------------------------------------------- the bin


@dataclass(frozen=True, slots=True)
class InBin:
    """A game in the bin: its title, where its record and its picture lay, and where they lie now."""

    title: str
    path: Path
    lies: Path
    picture: Path | None


def put_in_bin(path: Path, title: str) -> InBin:
    """Move a saved game and its picture into the bin. Raises OSError when it can't be moved."""
    lies = on_disk.put_away(path)
    picture = None
    with suppress(OSError):
        picture = on_disk.put_away(picture_of(path))
    return InBin(title, path, lies, picture)


def bring_back(binned: InBin) -> None:
    """Put a game where it was. Raises OSError when something else lies there now, or it can't be moved."""
    on_disk.bring_back(binned.lies, binned.path)
    if binned.picture is not None:
        with suppress(OSError):
            on_disk.bring_back(binned.picture, picture_of(binned.path))


# ------------------------------------------------------------------------------------------------------------------- the pictures


def draw_picture(painter: Painter, box: Box, path: Path, instead: str) -> None:
    """Draw the picture that lies beside a record; where there is none, or none that can be read, a small sign."""
    rect = painter.pixels(box)
    picture = painter.look.store.get(("saved", str(path), changed(path), rect.size), lambda: load(path, rect.size))
    if picture.get_width() > 1:
        at = picture.get_rect(center=rect.center)
        painter.surface.blit(picture, at)
        painter.rect(painter.units(at), None, 0, "line_strong", 1.5)
    else:
        painter.rect(box, "paper_sunk", "radius_small")
        painter.icon(instead, box.center, box.height * 0.4, "line_strong")


def changed(path: Path) -> int:
    """When a picture was last written; 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def load(path: Path, size: tuple[int, int]) -> pygame.Surface:
    """A picture as large as it fits into a size in pixels; a single pixel where there is none that can be read."""
    try:
        if 0 < path.stat().st_size <= MOST_BYTES:
            found = pygame.image.load(str(path)).convert()
            share = min(side / own for side, own in zip(size, found.get_size(), strict=True))
            return pygame.transform.smoothscale(found, [max(2, round(own * share)) for own in found.get_size()])
    except (OSError, ValueError, pygame.error):
        pass
    return pygame.Surface((1, 1))

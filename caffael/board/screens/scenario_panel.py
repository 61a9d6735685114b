"""The sheet beside the shelf: what there is to know of the chosen game, and what can be done with it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from caffael.authoring.own.entries import Entry
from caffael.authoring.own.keeping import bring_back, keep_pack, put_away
from caffael.authoring.own.places import own_folder
from caffael.board.drawings.shelf_card import SHAPE, draw_front
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.question import question
from caffael.board.widgets import Button, Card, Choice, Dialog, Heading, Option, ScrollArea, Words
from caffael.presentation.screens import ScreenId
from caffael.scenario import PackError

if TYPE_CHECKING:
    from caffael.board.screens.scenarios import ScenariosScreen

AIR = 28.0
GAP = 14.0
EDGE = 12.0
Row = tuple[str, str, Callable[[], None], str]
"""A button: its words, its icon, what it does, and why it can't be pressed."""


class ScenarioPanel:
    """The chosen game: title, years, campaign, teams, doubts, and its buttons. It scrolls where letters are large."""

    def __init__(self, screen: "ScenariosScreen") -> None:
        self.screen = screen
        self.session = screen.session
        self.box = Box(0, 0, 0, 0)
        self.away: tuple[Path, Path] | None = None  # what was deleted last: where it lies, and where it was

    def build(self, box: Box) -> None:
        """Put its widgets into the screen."""
        self.box = box
        inside = Box(box.left + AIR, box.top + EDGE + 14, box.width - 2 * AIR, box.height - EDGE - 28)
        area = self.screen.into.add(ScrollArea(inside, name="panel"))
        area.bleed = 10.0
        entry, top = self.screen.entry, inside.top
        wide = inside.width - 8
        if entry is not None:
            top = self._front(area, Box(inside.left, top, wide, wide * SHAPE), entry)
            top = self._said(area, Box(inside.left, top, wide, 0), entry)
            top = self._years(area, Box(inside.left, top, wide, 0), entry)
        high = max(self.screen.look.measure("target"), self.screen.look.line_height("body") + 24)
        for words, picture, go, why in self._rows(entry):
            needed = self.screen.look.words_height(words, wide - 110, "body", True) + 26
            deep = max(high, needed)
            button = Button(
                Box(inside.left + 2, top, wide - 4, deep), words, go, style="plain", picture=picture, size="body", enabled=not why, why=why
            )
            area.add(button)
            top += deep + GAP
        area.extent = top - inside.top + 4

    def draw(self, painter: Painter) -> None:
        """Draw the paper."""
        faulty = self.screen.entry is not None and bool(self.screen.entry.faults)
        painter.card(self.box, "paper", "radius_large", "bad" if faulty else "accent", "top", EDGE)

    def _front(self, area: ScrollArea, box: Box, entry: Entry) -> float:
        if entry.faults:
            return box.top
        label = entry.info.title(self.session.language.code)
        area.add(Card(box, label, lambda painter, at: draw_front(painter, at, entry.info.picture), rises=False, name="front"))
        return float(box.bottom + 16)

    def _said(self, area: ScrollArea, box: Box, entry: Entry) -> float:
        session, look = self.session, self.screen.look
        code, info, pack = session.language.code, entry.info, entry.pack
        said: list[tuple[str, str, str, bool]] = [(info.title(code), "heading", "ink", True)]
        if info.campaign is not None:
            words = session.text(
                "{title}: game {n} of {games}", title=info.campaign.title(code), n=info.campaign.game, games=info.campaign.games
            )
            said.append((words, "body", "accent", True))
        if entry.faults:
            said.append((session.text("This game can't be played yet. The first fault:"), "body", "ink_soft", False))
            said.append((str(entry.faults[0]), "body", "bad", False))
        elif pack is not None:
            said.append((self._teams(pack.teams_least, pack.teams_most, pack.teams), "body", "ink_soft", False))
        top = box.top
        for words, size, ink, bold in said:
            high = look.words_height(words, box.width, size, bold)
            kind = Heading(Box(box.left, top, box.width, high + 2), words, size=size, ink=ink) if size == "heading" else None
            area.add(kind or Words(Box(box.left, top, box.width, high + 2), words, size=size, ink=ink, bold=bold))
            top += high + 8
        return top + 8

    def _teams(self, least: int, most: int, usual: int) -> str:
        session = self.session
        if least == most:
            return session.plural("For {n} team", "For {n} teams", most)
        return session.text("For {least} to {most} teams; {usual} are usual", least=least, most=most, usual=usual)

    def _years(self, area: ScrollArea, box: Box, entry: Entry) -> float:
        offered = entry.info.years_offered
        if entry.faults or len(offered) < 2:
            return box.top
        session, look = self.session, self.screen.look
        words = session.text("How many years?")
        line = look.line_height("body")
        area.add(Words(Box(box.left, box.top, box.width, line), words, bold=True))
        long = [Option(str(years), session.plural("{n} year", "{n} years", years)) for years in offered]
        fits = max(look.words_width(option.label, "body", True) for option in long) + 24 <= (box.width - 14) / len(long)
        options = long if fits else [Option(option.key, option.key) for option in long]
        high = max(look.measure("target"), line + 22)
        at = Box(box.left + 2, box.top + line + 8, box.width - 4, high)
        area.add(Choice(at, words, options, str(self.screen.years), self._set_years, name="years"))
        return float(at.bottom + 24)

    def _set_years(self, key: str) -> None:
        self.screen.years = int(key)

    # What can be done

    def _rows(self, entry: Entry | None) -> list[Row]:
        session = self.session
        rows: list[Row] = []
        if entry is not None and entry.faults:
            rows.append((session.text("See what is wrong"), "warning", self.see_faults, ""))
        elif entry is not None:
            if entry.opened:
                rows.append((session.text("Keep it on the shelf"), "save", self.keep, ""))
            why = session.text("Keep it on the shelf first; then it can be changed.") if entry.opened else ""
            rows.append((session.text("Change this game"), "pencil", self.change, why))
            if entry.warnings:
                count = len(entry.warnings)
                rows.append(
                    (session.plural("{n} thing to think about", "{n} things to think about", count), "information", self.see_faults, "")
                )
        if entry is not None and entry.own:
            rows.append((session.text("Delete it"), "trash", self.ask_delete, ""))
        if self.away is not None:
            rows.append((session.text("Bring back what was deleted"), "undo", self.undo_delete, ""))
        return rows

    def see_faults(self) -> None:
        """Show the list of what is wrong, or of what to think about."""
        entry = self.screen.entry
        if entry is not None:
            self.session.show(ScreenId.FAULTS, entry.path, entry.faults, entry.warnings)

    def change(self) -> None:
        """Open the editor."""
        entry = self.screen.entry
        if entry is not None:
            self.session.show(ScreenId.EDITOR, entry.path, entry.own, entry.info.title)

    def keep(self) -> None:
        """Copy a pack that was opened from elsewhere into the folder of the user's own packs."""
        entry = self.screen.entry
        if entry is None:
            return
        try:
            kept = keep_pack(entry.path, own_folder())
        except PackError as error:
            fault = str(error.faults[0])
            self.session.app.say(self.session.text("It can't be kept alone, because something is missing then: {fault}", fault=fault), 10)
            return
        except OSError as error:
            self._cannot_write(error)
            return
        self.session.opened = [path for path in self.session.opened if path != entry.path]
        self.screen.choose_path(kept)
        self.session.app.say(self.session.text("It stands on the shelf now."))

    def ask_delete(self) -> None:
        """Ask before a pack is deleted."""
        self.screen.ask(self._question)

    def _question(self) -> Dialog:
        session, entry = self.session, self.screen.entry
        title = entry.info.title(session.language.code) if entry else ""
        words = session.text("“{title}” goes from the shelf. You can bring it back until you leave this page.", title=title)
        do = (session.text("Delete it"), self.delete)
        return question(session, session.text("Delete this game?"), words, "trash", do, session.text("Leave it there"))

    def delete(self) -> None:
        """Take the pack from the shelf; it can be brought back."""
        entry = self.screen.entry
        self.screen.tree.close()
        if entry is None:
            return
        try:
            self.away = (put_away(entry.path), entry.path)
        except OSError as error:
            self._cannot_write(error)
            return
        self.screen.refill()
        self.screen.rebuild()
        title = entry.info.title(self.session.language.code)
        self.session.app.say(self.session.text("“{title}” is deleted. It can be brought back here.", title=title))

    def undo_delete(self) -> None:
        """Bring back what was deleted last."""
        if self.away is None:
            return
        lies, path = self.away
        try:
            bring_back(lies, path)
        except OSError as error:
            self._cannot_write(error)
            return
        self.away = None
        self.screen.choose_path(path)

    def _cannot_write(self, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        self.session.app.say(self.session.text("That can't be written on this computer: {reason}", reason=reason), 10)

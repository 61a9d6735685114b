"""Saved games: which there are, how far they are; going on with one, watching one, putting one in the bin."""

from functools import partial

from caffael.authoring.own.places import own_folder
from caffael.board.drawings import draw_chip
from caffael.board.game import Session
from caffael.board.keeping import PICTURE as KEEP
from caffael.board.keeping import keep_saved
from caffael.board.lesson.picture import picture_of
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.campaign import PICTURE, game_words, go_on
from caffael.board.screens.saves_bin import InBin, bring_back, put_in_bin
from caffael.board.screens.saves_picture import draw_picture
from caffael.board.screens.title_bar import Page, panel
from caffael.board.widgets import Button, Card, ScrollArea, Words
from caffael.board.widgets.button import Style
from caffael.match import EndedGame
from caffael.presentation.screens import ScreenId
from caffael.saves import RecordError, Save, games_folder, list_saves
from caffael.scenario import find_packs

AIR = 22.0
GAP = 16.0
WORDY = 0.22
"""A button that would take more than this part of a card shows its picture alone."""


class SavesScreen(Page):
    """Every saved game, newest first; one that can't be continued says why. Every action is saved, so there is nothing to save here."""

    id = ScreenId.SAVES

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.saves = list_saves(session.games or games_folder())
        self.binned: list[InBin] = []  # what was put in the bin here, the last one last
        self._area: ScrollArea | None = None
        self._scrolled = 0.0
        self.titles = {info.id: info.title for info in find_packs([own_folder()])}

    def title(self) -> str:
        """What is listed here."""
        return self.session.text("Go on with a saved game")

    def fill(self) -> None:
        """Place a card for each game."""
        look, body, session = self.look, self.body, self.session
        if not self.saves:
            box = Box(body.left + 200, body.top + 60, body.width - 400, 2 * look.line_height("lead") + 90)
            self._empty = box
            words = session.text("There is no saved game yet. Every game is saved by itself, action by action, from its first action on.")
            self.into.add(Words(box.inflate(-80, -50), words, size="lead", align="centre", middle=True))
            return
        line = look.line_height
        high = max(2 * AIR + line("lead") + line("body") + line("small") * 1.32 + 18, 2 * look.measure("target") + GAP)
        if self._area is not None:
            self._scrolled = self._area.scrolled
        scroll = self._area = self.into.add(ScrollArea(body, len(self.saves) * (high + GAP) + 8, name="saves"))
        for place, save in enumerate(self.saves):
            box = Box(body.left + 4, body.top + 4 + place * (high + GAP), body.width - 24, high)
            beside = (high - GAP) / 2
            box.width -= beside + GAP
            self._beside(scroll, Box(box.right + GAP, box.top, beside, beside), place, save)
            buttons = self._buttons(box, place, save)
            if buttons:
                box.width -= buttons[0].box.width + GAP
            for button in buttons:
                scroll.add(button)
            scroll.add(self._card(box, place, save))
        scroll.scroll_to(self._scrolled)

    def _beside(self, scroll: ScrollArea, box: Box, place: int, save: Save) -> None:
        """Watching it, and the bin."""
        session = self.session
        why = "" if save.years else session.text("This file can't be read, so there is nothing to watch.")
        rows = (
            ("watch", session.text("Watch this game"), "eye", partial(self.watch, save), why),
            ("bin", session.text("Put this game in the bin"), "trash", partial(self.put_away, save), ""),
        )
        for row, (name, label, picture, press, no) in enumerate(rows):
            at = Box(box.left, box.top + row * (box.height + GAP), box.width, box.height)
            button = Button(
                at, label, press, style="plain", picture=picture, icon_only=True, name=f"{name}.{place}", enabled=not no, why=no, more=label
            )
            scroll.add(button)

    def draw(self, painter: Painter) -> None:
        """Draw a sheet for what is said where there is no game."""
        if not self.saves:
            panel(painter, self._empty)

    def _card(self, box: Box, place: int, save: Save) -> Card:
        why = "" if save.why_not is None else save.why_not.said(self.session.language)
        label = self._title(save)
        return Card(
            box,
            label,
            lambda painter, at: self._draw(painter, at, save, why),
            lambda: self.resume(save),
            said=self._teams(save),
            name=f"save.{place}",
            enabled=not why,
            why=why,
        )

    def _buttons(self, box: Box, place: int, save: Save) -> list[Button]:
        """At the right of a finished game, one over the other: keep its debrief, and go on to the next game of a campaign."""
        if not (save.finished and save.can_continue):
            return []
        words = self.session.text("Keep this debrief")
        keep = lambda: keep_saved(self.session, save.path)  # noqa: E731
        room = self._room(box, words, KEEP)
        tight = room.width > box.width * WORDY
        if tight:
            room.width = self.look.measure("target") + GAP
        buttons = [Button(room, words, keep, style="plain", picture=KEEP, size="body", icon_only=tight, more=words, name=f"keep.{place}")]
        if save.can_go_on:
            buttons.append(self._following(box, place, save))
        wide = max(button.box.width for button in buttons)
        high = (box.height - GAP * (len(buttons) - 1)) / len(buttons)
        for at, button in enumerate(buttons):
            button.box = Box(box.right - wide, box.top + at * (high + GAP), wide, high)
        return buttons

    def _following(self, box: Box, place: int, save: Save) -> Button:
        """The way on to the next game of the campaign; quieter where it was taken already."""
        assert save.campaign is not None
        words = self.session.text("Go on with game {game}", game=save.campaign.game + 1)
        go = lambda: go_on(self.session, lambda: EndedGame.read(save.path))  # noqa: E731
        taken = save.path.name in [other.after for other in self.saves]
        style: Style = "plain" if taken else "primary"
        return Button(self._room(box, words, PICTURE), words, go, style=style, picture=PICTURE, size="body", name=f"next.{place}")

    def _room(self, box: Box, words: str, picture: str) -> Box:
        """Room for a button at the right of a card."""
        wide = min(Button.natural(self.look, words, picture, "body")[0], box.width * 0.4)
        return Box(box.right - wide, box.top, wide, box.height)

    def _title(self, save: Save) -> str:
        words = save.title or self.titles.get(save.scenario)
        return words(self.session.language.code) if words is not None else (save.scenario or save.path.stem)

    def _teams(self, save: Save) -> str:
        return ", ".join(seat.team for seat in save.seats)

    def _draw(self, painter: Painter, box: Box, save: Save, why: str) -> None:
        look, session = self.look, self.session
        painter.card(box, "paper_sunk" if why else "paper", edge=None if why else "accent")
        seen = Box(box.left + 18, box.top + 10, (box.height - 20) * 16 / 9, box.height - 20)
        draw_picture(painter, seen, picture_of(save.path), "warning" if why and not save.years else "map")
        left, top, wide = seen.right + AIR, box.top + AIR - 4, box.right - seen.right - 2 * AIR
        ink = "disabled_ink" if why else "ink"
        date = session.text("{day}/{month}/{year}, {hour}:{minute}", **when(save))
        room = look.words_width(date, "body") + 30
        painter.words(self._title(save), (left, top), "lead", ink, True, "topleft", wide - room)
        painter.words(date, (box.right - AIR, top + 4), "body", "ink_soft", anchor="topright")
        top += look.line_height("lead") + 4
        said = why or self._teams(save)
        painter.words(said, (left, top), "body", "bad" if why else "ink_soft", width=wide)
        top += look.line_height("body") + 12
        if save.years:
            words = session.text("Year {year} of {years}", year=save.year, years=save.years)
            if save.finished:
                words = session.text("Finished: look back at it")
            chip = draw_chip(painter, (left, top), words, "trophy" if save.finished else "year")
            if save.campaign is not None:
                chip = draw_chip(painter, (chip.right + 10, top), game_words(session, save.campaign), "star")
            if save.branched is not None:
                chip = draw_chip(painter, (chip.right + 10, top), session.text("What if…?"), "branch")
            people = sum(seat.player == "you" for seat in save.seats)
            teams = self.session.plural("{n} team of people", "{n} teams of people", people)
            chip = draw_chip(painter, (chip.right + 10, top), teams, "people")
            bots = len(save.seats) - people
            if bots:
                draw_chip(painter, (chip.right + 10, top), self.session.plural("{n} bot", "{n} bots", bots), "bot")

    def foot(self) -> list[Button]:
        """A new game instead, where there is none; what was put in the bin last can be brought back."""
        session = self.session
        buttons = []
        if self.binned:
            words = session.text("Bring back “{title}”", title=self.binned[-1].title)
            buttons.append(self.button(words, self.bring_back, "undo"))
        if not self.saves:
            buttons.append(self.button(session.text("Begin a new game"), lambda: session.show(ScreenId.SCENARIOS), "play", True))
        return buttons

    def watch(self, save: Save) -> None:
        """Watch a game from its beginning."""
        try:
            self.session.lesson.watch(save.path)
        except RecordError as fault:
            self.app.say(fault.sentence.said(self.session.language), 10)

    def put_away(self, save: Save) -> None:
        """Put a game in the bin. It can be brought back as long as this page is open."""
        try:
            self.binned.append(put_in_bin(save.path, self._title(save)))
        except OSError:
            self.app.say(self.session.text("This game could not be put in the bin; it may be open in another program."))
            return
        self._renew()
        self.app.say(self.session.text("“{title}” is in the bin. It can be brought back below.", title=self._title(save)))

    def bring_back(self) -> None:
        """Bring the last game back from the bin."""
        try:
            bring_back(self.binned[-1])
        except OSError:
            self.app.say(self.session.text("This game could not be brought back; its file lies in the folder “.deleted”."))
            return
        self.binned.pop()
        self._renew()

    def _renew(self) -> None:
        self.saves = list_saves(self.session.games or games_folder())
        self.rebuild()

    def resume(self, save: Save) -> None:
        """Go on with a game."""
        try:
            self.session.resume(save.path)
        except RecordError as fault:
            self.app.say(fault.sentence.said(self.session.language), 10)


def when(save: Save) -> dict[str, str]:
    """The date and time of a save as two figures each, and the year as four."""
    date = save.date
    return {"day": f"{date:%d}", "month": f"{date:%m}", "year": f"{date:%Y}", "hour": f"{date:%H}", "minute": f"{date:%M}"}

"""Choosing a scenario and how many years it is played."""

from pathlib import Path

from caffael.board.drawings import chip_size, draw_chip
from caffael.board.game import Session
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, WIDTH, Box
from caffael.board.screens.campaign import game_words
from caffael.board.screens.title_bar import Page
from caffael.board.widgets import Button, Card, Choice, Option, ScrollArea, Words
from caffael.record import games_folder
from caffael.scenario import PackError, PackInfo, find_packs, load_pack
from caffael.scenario.finding import pack_info

HILLS = Box(0, HEIGHT - 420, WIDTH, 420)
LEVELS = 5
AIR = 30.0


class ScenariosScreen(Page):
    """Every scenario as a card: the easiest first, one that has faults last and greyed, with its first fault."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.packs = find_packs([games_folder().parent / "scenarios"])
        good = [info for info in self.packs if not info.faults]
        usual = next((info for info in good if info.id == "smarter-spending"), good[0] if good else None)
        self.chosen = self.packs.index(usual) if usual else -1
        self.years = usual.years if usual else 0
        self._sheet: Box | None = None

    @property
    def info(self) -> PackInfo | None:
        """The scenario that is chosen."""
        return self.packs[self.chosen] if self.chosen >= 0 else None

    def title(self) -> str:
        """What is asked for here."""
        return self.session.text("Choose a scenario")

    def draw(self, painter: Painter) -> None:
        """Draw the hills at the foot."""
        painter.picture("hills", HILLS)
        if self._sheet is not None:
            painter.card(self._sheet)

    def foot(self) -> list[Button]:
        """On to the teams."""
        session = self.session
        why = "" if self.info else session.text("There is no scenario that can be played.")
        return [self.button(session.text("Choose the teams"), self.go_on, "people", True, why)]

    def fill(self) -> None:
        """Place the cards, and the years under them."""
        look, body = self.look, self.body
        bottom = max(look.measure("target"), look.line_height("body") + 30)
        area = Box(body.left, body.top, body.width, body.height)
        columns = 3 if look.text_scale < 1.4 else 2
        gap = 30.0
        wide = (area.width - gap * (columns - 1) - 16) / columns
        highs = [self._height(info, wide) for info in self.packs]
        high = max(highs, default=200.0)
        rows = -(-len(self.packs) // columns)
        scroll = self.into.add(ScrollArea(area, rows * (high + gap) + 10))
        for place, info in enumerate(self.packs):
            left = area.left + 4 + (place % columns) * (wide + gap)
            box = Box(left, area.top + 6 + (place // columns) * (high + gap), wide, high)
            scroll.add(self._card(box, place, info))
        self._years(Box(body.left, HEIGHT - 36 - bottom, body.width, bottom))

    def _years(self, box: Box) -> None:
        self._sheet = None
        info = self.info
        if info is None or len(info.years_offered) < 2:
            return
        session, look = self.session, self.look
        words = session.text("How many years?")
        wide = look.words_width(words, "lead", True) + 20
        self.into.add(Words(Box(box.left + 24, box.top, wide, box.height), words, size="lead", bold=True, middle=True))
        options = [Option(str(years), self.session.plural("{n} year", "{n} years", years)) for years in info.years_offered]
        each = max(look.words_width(option.label, "body", True) for option in options) + 56
        at = Box(box.left + wide + 34, box.top, each * len(options), box.height)
        self._sheet = Box(box.left, box.top - 12, at.right - box.left + 16, box.height + 24)
        self.into.add(Choice(at, words, options, str(self.years), self._set_years, name="years"))

    def _card(self, box: Box, place: int, info: PackInfo) -> Card:
        code = self.session.language.code
        why = str(info.faults[0]) if info.faults else ""
        return Card(
            box,
            info.title(code),
            lambda painter, at: self._draw(painter, at, info),
            lambda: self.choose(place),
            said=info.line(code),
            chosen=place == self.chosen,
            radius="radius_large",
            name=f"scenario.{info.id}",
            enabled=not info.faults,
            why=why,
        )

    def _height(self, info: PackInfo, wide: float) -> float:
        look, code = self.look, self.session.language.code
        inside = wide - 2 * AIR
        title = look.words_height(info.title(code), inside, "heading", True)
        line = look.words_height(self._line(info), inside, "lead")
        return 2 * AIR + 14 + title + line + 3 * look.line_height("small") * 1.32 + 54

    def _line(self, info: PackInfo) -> str:
        if info.faults:
            return self.session.text("This scenario has faults and can't be played: {fault}", fault=str(info.faults[0]))
        return info.line(self.session.language.code)

    def _facts(self, info: PackInfo) -> list[tuple[str, str]]:
        session = self.session
        if info.faults:
            return []
        campaign = [] if info.campaign is None else [(game_words(session, info.campaign), "star")]
        return [
            *campaign,
            (session.text("Ages {ages}", ages=info.ages.replace("-", "–")), "people"),
            (self.session.plural("{n} minute", "{n} minutes", info.minutes), "timer"),
            (session.text("Level {level} of {levels}", level=info.level, levels=LEVELS), "chart"),
        ]

    def _draw(self, painter: Painter, box: Box, info: PackInfo) -> None:
        look, code = self.look, self.session.language.code
        painter.card(box, "paper" if not info.faults else "paper_sunk", "radius_large", "accent" if not info.faults else None, "top", 12)
        left, top, wide = box.left + AIR, box.top + AIR + 8, box.width - 2 * AIR
        ink = "ink" if not info.faults else "disabled_ink"
        high = look.words_height(info.title(code), wide, "heading", True)
        painter.paragraph(info.title(code), Box(left, top, wide, high + 2), "heading", ink, bold=True)
        top += high + 10
        line = self._line(info)
        painter.paragraph(
            line, Box(left, top, wide, look.words_height(line, wide, "lead") + 2), "lead", "ink_soft" if not info.faults else ink
        )
        rows, high = self._rows(info, wide)
        top = box.bottom - AIR - high
        for row in rows:
            at, deep = left, 0.0
            for words, picture in row:
                chip = draw_chip(painter, (at, top), words, picture)
                at, deep = chip.right + 8, chip.height
            top += deep + 8

    def _rows(self, info: PackInfo, wide: float) -> tuple[list[list[tuple[str, str]]], float]:
        rows: list[list[tuple[str, str]]] = [[]]
        used = 0.0
        for words, picture in self._facts(info):
            chip = chip_size(self.look, words, picture)[0] + 8
            if rows[-1] and used + chip > wide:
                rows.append([])
                used = 0.0
            rows[-1].append((words, picture))
            used += chip
        return rows, len(rows) * (self.look.line_height("small") * 1.32 + 8) - 8

    def choose(self, place: int) -> None:
        """Choose a scenario, in its usual years."""
        if place != self.chosen:
            self.chosen = place
            self.years = self.packs[place].years
        self.rebuild()

    def choose_named(self, name: str) -> str:
        """Choose a scenario by its id or the folder it lies in; say why it can't be, else nothing."""
        try:
            pack = load_pack(name)
        except PackError as fault:
            return "\n".join(str(one) for one in fault.faults)
        folders = [info.folder.resolve() for info in self.packs]
        folder = Path(pack.folder).resolve()
        if folder not in folders:
            self.packs.append(pack_info(folder))
            folders.append(folder)
        self.chosen = folders.index(folder)
        self.years = self.packs[self.chosen].years
        self.rebuild()
        return ""

    def choose_years(self, years: int) -> str:
        """Choose how many years; say why it can't be, else nothing."""
        info = self.info
        if info is None or years not in info.years_offered:
            return f"This scenario is not offered for {years} years."
        self.years = years
        self.rebuild()
        return ""

    def _set_years(self, key: str) -> None:
        self.years = int(key)

    def go_on(self) -> None:
        """Load the scenario and go on to the teams."""
        if self.info is None:
            return
        try:
            pack = load_pack(self.info.folder, self.years)
        except PackError as fault:
            self.app.say(self.session.text("This scenario has faults and can't be played: {fault}", fault=str(fault.faults[0])), 12)
            return
        self.session.show("SeatsScreen", pack)

"""The third page: what was asked for and what came, contract by contract; the chosen one on a sheet."""

from caffael.board.drawings.bars import draw_score_bar
from caffael.board.drawings.chips import chips_height, flow_chips
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.screens.panels import split
from caffael.board.widgets import Card, ScrollArea
from caffael.presentation.blocks import Bars, Chip, Group, Line, Page, Text, block
from caffael.presentation.debrief.asked import asked_page, contract_page, shown
from caffael.presentation.faces import Part

AIR = 30.0
CARD = 440.0
"""How wide a contract in the list wants to be."""
AROUND = 144.0
"""What the tile of the team and the sign for how it went take of a contract in the list."""


class AskedSheet:
    """The sheet of one contract: what is told of it, in the colour of its team."""

    def __init__(self, page: DebriefPage, seat: int, told: Page) -> None:
        self.page = page
        self.seat = seat
        self.told = told
        self.groups = {group.id: group for group in told.blocks if isinstance(group, Group)}
        self.bids = [group for group in self.groups.values() if group.id.startswith("bid.")]
        self.more = " ".join(text.words for text in told.blocks if isinstance(text, Text))

    def build(self, box: Box) -> None:
        """Place everything from the title down; what does not fit scrolls."""
        page = self.page
        page.sheet(box, "", lambda painter, at: painter.card(at, "paper", "radius_large", f"team.{self.seat}", "top", 12))
        inner = Box(box.left + 14, box.top + 16, box.width - 28, box.height - 28)
        into, scroll = page.screen.into, ScrollArea(inner, name="contract sheet")
        into.add(scroll)
        page.screen.into = scroll
        try:
            bottom = self._fill(Box(box.left + AIR, inner.top, box.width - 2 * AIR, inner.height))
        finally:
            page.screen.into = into
        scroll.extent = bottom - inner.top

    def _fill(self, box: Box) -> float:
        page, look, title, line = self.page, self.page.look, self.told.title, self.told.line
        left, wide, top = box.left, box.width, box.top + 14
        high = look.words_height(title, wide, "heading", True)
        page.say(Box(left, top, wide, high + 2), title, "heading", bold=True)
        top += high + 2
        high = look.words_height(line, wide, "body")
        page.say(Box(left, top, wide, high + 2), line, ink="ink_soft")
        top += high + 14
        if "asked" in self.groups:
            asked = self.groups["asked"]
            top = self._chips(asked, left, wide, top, block(asked, Text, "weights").words) + 16
        foot = self._foot_height(wide)
        high = max(self._bid_height(), box.bottom - foot - 24 - top)
        self._bids(Box(left, top, wide, high))
        return self._foot(left, wide, top + high + 14) + 6

    def _bid_height(self) -> float:
        """How high a bid must be at least."""
        line = self.page.look.line_height
        return 30 + line("small") + line("lead") + 8 + 52 + 5 * (line("body") + 6)

    def _bids(self, box: Box) -> None:
        """The winner and the runner-up, side by side; a sole bidder alone."""
        gap = 20.0
        wide = (box.width - gap) / 2
        for place, bid in enumerate(self.bids):
            at = Box(box.left + place * (wide + gap), box.top, wide if len(self.bids) > 1 else box.width, box.height)
            said = block(bid, Text, "place").words
            self.page.sheet(at, bid.title, lambda painter, where, b=bid, p=place, s=said: _draw_bid(painter, where, b, p, s), said)  # type: ignore[misc]

    def _chips_box(self, group: Group, wide: float) -> tuple[float, float]:
        """How wide the words before the chips are, and how high the chips."""
        look = self.page.look
        named = look.words_width(group.title, "body", True) + 20
        return named, max(chips_height(look, wide - named, chips_of(group)), look.line_height("body"))

    def _chips(self, group: Group, left: float, wide: float, top: float, said: str) -> float:
        """A heading and chips beside it; give where they end."""
        page, (named, high) = self.page, self._chips_box(group, wide)
        line = page.look.line_height("body")
        page.say(Box(left, top, named or wide, line + 4), group.title, bold=True)
        top += 0 if named else line + 4
        at = Box(left + named, top, wide - named, high)
        page.sheet(at, group.title, lambda painter, where: flow_chips(painter, where, chips_of(group)), said)
        return top + high

    def _foot_height(self, wide: float) -> float:
        words = self.page.look.words_height(self.more, wide, "body") + 10 if self.more else 0
        named, high = self._chips_box(self.groups["came"], wide)
        return high + words + (0 if named else self.page.look.line_height("body") + 4)

    def _foot(self, left: float, wide: float, top: float) -> float:
        """What came, in chips, and what is told below it; give where it ends."""
        came = self.groups["came"]
        top = self._chips(came, left, wide, top, ", ".join(chip.words for chip in chips_of(came)))
        if self.more:
            high = self.page.look.words_height(self.more, wide, "body")
            self.page.say(Box(left, top + 10, wide, high + 2), self.more)
            top += high + 10
        return top


def chips_of(group: Group) -> list[Chip]:
    """The chips of a group."""
    return [chip for chip in group.blocks if isinstance(chip, Chip)]


def _draw_bid(painter: Painter, box: Box, bid: Group, place: int, said: str) -> None:
    look = painter.look
    painter.rect(box, "paper_warm" if place else "gold_pale", "radius", "line" if place else "gold", 1.5 if place else 3)
    left, wide, top = box.left + 20, box.width - 40, box.top + 14
    small = look.line_height("small")
    painter.words(said, (left, top), "small", "ink_soft", width=wide)
    top += small
    lead = look.line_height("lead")
    painter.paragraph(bid.title, Box(left, top, wide, lead), "lead", bold=True, most_lines=1)
    top += lead + 8
    for score in (bars.bars[0] for bars in bid.blocks if isinstance(bars, Bars)):
        number = look.words_width("100.0", "lead", True) + 12
        parts = [Part(criterion, share * 100) for share, criterion in score.parts]
        draw_score_bar(painter, Box(left, top + 4, wide - number, 30), parts)
        painter.words(score.value, (box.right - 20, top + 19), "lead", bold=True, anchor="midright")
        top += 52
    rows = [line for line in bid.blocks if isinstance(line, Line)]
    step = min((box.bottom - 12 - top) / max(1, len(rows)), look.line_height("lead") + 44)
    size = "lead" if step >= look.line_height("lead") + 24 else ("body" if step >= look.line_height("body") else "small")
    for row in rows:
        middle = top + step / 2
        painter.icon(row.picture, (left + 15, middle), min(36.0, step * 0.9), row.ink)
        taken = painter.words(row.value, (box.right - 20, middle), size, "ink", True, "midright")
        around = Box(left + 42, top, max(60.0, taken.left - left - 54), step)
        painter.paragraph(row.title, around, size, "ink_soft", middle=True, least="tiny", most_lines=2)
        top += step


class AskedPage(DebriefPage):
    """The contracts on the left or above, by team if wanted; the chosen one on the right or below."""

    team: int | None = None
    chosen = -1
    scrolled = 0.0

    def build(self, box: Box) -> float:
        """Place the teams, the list, and the sheet of the chosen contract."""
        look = self.look
        high = look.measure("target")
        left, sheet = split(look, box, box.width * 0.36, box.height * 0.34, 34 if not look.tall else 20)
        top = box.top
        self.told = asked_page(self.viewer, self.debrief, self.team)
        if self.told.buttons:
            self._choices(Box(left.left, top, left.width - 20, high))
            top += high + 14
        for one in self.told.blocks:
            if isinstance(one, Text) and one.tone == "lead":
                deep = look.words_height(one.words, left.width - 28, "body", True)
                self.say(Box(left.left + 4, top, left.width - 28, deep + 2), one.words, bold=True)
                top += deep + 12
        contracts = shown(self.debrief, self.team)
        if not contracts:
            self.say(Box(sheet.left, sheet.top + 40, sheet.width, 80), self.words("none"), "lead", "ink_soft", centred=True)
            return box.bottom
        self.chosen = max(0, min(self.chosen, len(contracts) - 1))
        area = Box(left.left, top, left.width, left.bottom - top)
        lines = [line for line in block(self.told, Group, "contracts").blocks if isinstance(line, Line)]
        columns = look.columns(area.width - 24, CARD, 2, 10)
        wide = (area.width - 24 - 10 * (columns - 1)) / columns
        row = max(high, *(self._words_high(line, wide) + 18 for line in lines))
        scroll = self.screen.into.add(ScrollArea(area, -(-len(contracts) // columns) * (row + 10) + 8, name="contracts"))
        for place, line in enumerate(lines):
            at = Box(area.left + 4 + place % columns * (wide + 10), area.top + 4 + place // columns * (row + 10), wide, row)
            drawn = lambda painter, at, told=line, seat=contracts[place].seat: self._draw(painter, at, told, seat)  # noqa: E731
            choose = lambda place=place: self._choose(place)  # noqa: E731
            scroll.add(Card(at, line.title, drawn, choose, said=line.words, chosen=place == self.chosen, name=f"contract.{place}"))
        scroll.scroll_to(max(self.scrolled, (self.chosen // columns + 1) * (row + 10) - area.height))
        self._scroll = scroll
        AskedSheet(self, contracts[self.chosen].seat, contract_page(self.viewer, contracts[self.chosen])).build(sheet)
        return box.bottom

    def show(self, place: int) -> None:
        """Choose a contract by its place among those of all teams."""
        self.team, self.chosen, self.scrolled = None, place, 0.0

    def _choices(self, box: Box) -> None:
        """All teams, or one of them, by its tile."""
        step = box.width / len(self.told.buttons)
        for place, button in enumerate(self.told.buttons):
            at = Box(box.left + 4 + place * step, box.top + 4, step - 12, box.height - 8)
            team = place - 1 if place else None
            drawn = lambda painter, where, team=team, words=button.words: _draw_choice(painter, where, team, words)  # noqa: E731
            press = lambda team=team: self._filter(team)  # noqa: E731
            self.put(Card(at, button.words, drawn, press, chosen=team == self.team, radius="radius_small", name=button.id))

    def _draw(self, painter: Painter, box: Box, line: Line, seat: int) -> None:
        look = self.look
        painter.card(box)
        side = min(box.height - 16, 60.0)
        draw_team_tile(painter, Box(box.left + 8, box.centery - side / 2, side, side), seat, line.picture)
        right = box.right - 16
        painter.icon("miss" if line.value_ink == "bad" else "check", (right - 18, box.centery), 36, line.value_ink)
        left, wide = box.left + side + 24, box.width - AROUND
        deep, under = look.words_height(line.title, wide, "body", True), look.words_height(line.words, wide, "small")
        top = box.centery - (deep + under) / 2
        painter.paragraph(line.title, Box(left, top, wide, deep + 2), "body", bold=True)
        painter.paragraph(line.words, Box(left, top + deep, wide, under + 2), "small", "ink_soft")

    def _words_high(self, line: Line, width: float) -> float:
        """How high the words of a contract are in the list."""
        inside = width - AROUND
        return self.look.words_height(line.title, inside, "body", True) + self.look.words_height(line.words, inside, "small")

    def _filter(self, team: int | None) -> None:
        self.team, self.chosen, self.scrolled = team, 0, 0.0
        self.screen.rebuild()

    def _choose(self, place: int) -> None:
        self.scrolled = self._scroll.scrolled
        self.chosen = place
        self.screen.rebuild()


def _draw_choice(painter: Painter, box: Box, team: int | None, words: str) -> None:
    if team is not None:
        draw_team_tile(painter, box, team, "contract")
        return
    painter.card(box, "paper", "radius_small")
    painter.words(words, box.center, "body", "ink", True, "center", box.width - 8)

"""The finale of a game: the region's fate first, then hill by hill the places from last to first, and why the first is first."""

from dataclasses import replace
from functools import partial

from caffael.board.animation import ease_in_out
from caffael.board.drawings.bars import draw_bar
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.drawings.summit import Peak, Sky, draw_summit
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.panels import split
from caffael.board.session import Session
from caffael.board.story.page import TellingScreen
from caffael.board.widgets import Card, ScrollArea
from caffael.presentation.blocks import Block, Group, Line, Page, Text
from caffael.presentation.finale import finale_page, result_of
from caffael.presentation.points import place_number
from caffael.presentation.press import Open
from caffael.presentation.screens import ScreenId
from caffael.presentation.story import Story
from caffael.saves import YOU

GAP = 14.0
AIR = 22.0
BETWEEN = 10.0
"""From row to row, also of councils that share a place: nobody sees before that they do."""
FILLING, RISING = 2.6, 0.9
"""How long the region's carbon fills its bar, and a hill rises."""
FATE_TIME, PLACE_TIME = 4.5, 2.8
"""How long a step holds before the next comes by itself."""
SIGN = 56.0
MOST = 1.3
"""How much of what may be emitted the bar shows at most."""


class FinaleScreen(TellingScreen):
    """The end of the game that is being played. Each step holds a while; a press goes on, and with movement off all is there at once."""

    id = ScreenId.FINALE
    help_page = "goals"

    def __init__(self, session: Session, story: Story, first: int = 0) -> None:
        super().__init__(session)
        self.result = result_of(session.viewer)
        self.step = 1
        self.moved = 0.0
        self.told = self.told or self.app.animator.still
        if self.told:
            self.moved = 1.0

    def told_page(self) -> Page:
        """What is told, in the language of the board."""
        return finale_page(self.session.viewer)

    @property
    def steps(self) -> list[Group]:
        """All steps, in the order in which they are told."""
        return [one for one in self.page.blocks if isinstance(one, Group)]

    @property
    def seen(self) -> list[Group]:
        """The steps that have been told, the one that is being told last."""
        return self.steps if self.told else self.steps[: self.step]

    # Telling

    def begin(self) -> None:
        """Tell the region's fate; its words come when its bar has filled."""
        self._move(FILLING)

    def _move(self, seconds: float) -> None:
        self.moved = 0.0
        self.rebuild()
        self.app.move(seconds, self._moving, self._held, ease=ease_in_out)

    def _moving(self, share: float) -> None:
        self.moved = share
        self.redraw()

    def _held(self) -> None:
        """A step has moved to its end: what it says stands there, and the next comes after a while."""
        if self.told:
            return
        self.moved = 1.0
        if self.step == 1:
            self.session.hear("climate" if self.result.region.failed else "delivered")
        self.rebuild()
        self.tree.ring(FATE_TIME - FILLING if self.step == 1 else PLACE_TIME - RISING, self._next)

    def _next(self) -> None:
        self.step += 1
        if self.step >= len(self.steps):
            self.session.hear("award" if self.result.winners else "year")
            self.finish()
            return
        self.session.hear("coin")
        self._move(RISING)

    def hurry(self) -> None:
        """Tell the next step at once."""
        if self.moved < 1:
            self.app.animator.finish()
        else:
            self._next()

    def finish(self) -> None:
        """Tell everything at once."""
        self.told, self.moved = True, 1.0
        super().finish()

    def drawn_words(self) -> tuple[str, ...]:
        """The heading, and the step that is told now."""
        step = self.seen[-1]
        if step.id == "fate" and self.moved < 1:
            return (self.page.title,)
        said = [spoken(one) for one in step.blocks]
        return (self.page.title, step.title, *(words for words in said if words))

    # Showing

    @property
    def sky(self) -> Sky:
        """The sky of the region's fate; nobody sees it before the bar has filled."""
        if not self.result.region.counted:
            return "plain"
        if self.step == 1 and self.moved < 1:
            return "waiting"
        return "failed" if self.result.region.failed else "kept"

    def peaks(self) -> list[Peak]:
        """The hills as far as they are told, best first."""
        viewer, teams = self.session.viewer, self.result.teams
        shown = {int(step.id.split()[1]) - 1 for step in self.seen if step.id.startswith("place")}
        rising = self.seen[-1].id if not self.told else ""
        found = []
        for team in teams:
            risen = 1.0 if team.rank in shown else 0.0
            if rising == f"place {team.rank + 1}":
                risen = max(0.02, self.moved)
            peak = Peak(team.seat, team.rank, len(teams), viewer.council(team.seat), "", viewer.language.number(team.total), risen)
            wins = bool(risen) and team.seat in self.result.winners
            played = "people" if team.player == YOU else "bot"
            found.append(replace(peak, place=place_number(viewer, team.seat), wins=wins, grey=not self.result.winners, picture=played))
        return found

    def body(self, box: Box) -> None:
        """Put the hills on one side, and what is told of them on the other."""
        scene, side = split(self.look, box, box.width * 0.56, box.height * 0.4, GAP + 6)
        label = self.seen[-1].title if self.sky != "waiting" else self.page.title
        self.tree.root.add(Card(scene, label, lambda painter, at: draw_summit(painter, at, self.peaks(), self.sky, self.told), rises=False))
        area = self.tree.root.add(ScrollArea(side, name="finale"))
        top = self._fate(area, Box(side.left, side.top, side.width, 0))
        for step in reversed(self.steps[1:-1]):
            top = self._place(area, Box(side.left, top + BETWEEN, side.width, 0), step)
        if self.told:
            top = self._why(area, Box(side.left, top + GAP, side.width, 0))
        area.extent = top + 8 - side.top
        if area.furthest > 0 and not self.told:
            at = next((one for one in area.children if one.name == self.seen[-1].id), None)
            if at is not None:
                area.reveal(at)

    def _fate(self, area: ScrollArea, box: Box) -> float:
        """The region's carbon in its bar; once that has filled, what became of the region."""
        look, fate = self.look, self.steps[0]
        known = self.sky != "waiting"
        line = next(one.words for one in fate.blocks if isinstance(one, Text))
        total = next((one for one in fate.blocks if isinstance(one, Line)), None)
        wide = box.width - 2 * AIR
        head = max(SIGN, look.words_height(fate.title, wide - SIGN - 16, "lead", bold=True)) + 8
        under = look.words_height(line, wide, "body") + 10
        bar = look.line_height("body") + 34 + look.line_height("small") if total is not None else 0.0
        where = Box(box.left, box.top, box.width, head + under + bar + 2 * AIR - 8)
        drawn = partial(self._draw_fate, fate=fate, line=line, total=total, head=head, under=under, known=known)
        question = self.session.text("How did the region come through?")
        label = (total.title if total is not None else fate.title) if known else question
        said = f"{fate.title} {line}" if known else ""
        area.add(Card(where, label, drawn, rises=False, said=said, name="fate"))
        return float(where.bottom)

    def _draw_fate(
        self, painter: Painter, box: Box, fate: Group, line: str, total: Line | None, head: float, under: float, known: bool
    ) -> None:
        look, ink = painter.look, fate.ink if known else "ink_soft"
        painter.card(box, "paper", "radius_large", ink if known else "line_strong", "top", 10)
        left, wide, top = box.left + AIR, box.width - 2 * AIR, box.top + AIR
        if known:
            painter.circle((left + SIGN / 2, top + SIGN / 2), SIGN / 2, f"{fate.ink}_pale" if fate.ink in ("good", "bad") else "paper_sunk")
            painter.icon(fate.picture, (left + SIGN / 2, top + SIGN / 2), SIGN * 0.7, fate.ink)
            painter.paragraph(fate.title, Box(left + SIGN + 16, top, wide - SIGN - 16, head - 8), "lead", bold=True, middle=True)
            painter.paragraph(line, Box(left, top + head, wide, under), "body", "ink_soft")
        else:
            title = self.session.text("How did the region come through?")
            painter.paragraph(title, Box(left, top, wide, head + under), "heading", "ink_soft", bold=True, align="centre", middle=True)
        if total is None:
            return
        top += head + under
        share = total.share * (self.moved if self.step == 1 and not self.told else 1.0)
        most = max(1.04, min(MOST, total.share))
        painter.words(total.title if known else "…", (left, top), "body", bold=True, width=wide)
        bar = Box(left, top + look.line_height("body") + 6, wide - 40, 22)
        painter.rect(bar, None, 11, "line", 1.5)
        draw_bar(painter, bar, share / most, "track_low" if share < 0.5 else ("track_middle" if share < 0.8 else "track_high"))
        for mark in total.marks:
            at, ink = bar.left + bar.width * mark.share / most, "bad" if share >= mark.share else "ink_soft"
            painter.rect(Box(at - 2, bar.top - 4, 4, bar.height + 8), ink, 2)
            painter.words(mark.words, (at, bar.bottom + 6), "small", ink, anchor="midtop")

    def _place(self, area: ScrollArea, box: Box, step: Group) -> float:
        """The councils of a place, or an empty frame with its number as long as it is not told."""
        look, shown = self.look, step in self.seen
        row = max(look.line_height("lead") + look.line_height("small") + 14, look.row(8))
        rows = [one for one in step.blocks if isinstance(one, Line)]
        notes = [one.words for one in step.blocks if isinstance(one, Text)] if shown else []
        top = box.top
        for line in rows:
            where = Box(box.left, top, box.width, row)
            number = step.id.split()[1] if len(self.result.teams) > 1 else ""
            drawn = partial(self._draw_row, line=line, number=number, shown=shown)
            if shown:
                press = partial(self.press, line.press) if self.told and line.press is not None else None
                said = f"{line.value}. {line.words}. {step.title}"
                area.add(Card(where, line.title, drawn, press, rises=False, said=said, name=step.id if line is rows[0] else line.id))
            else:
                area.add(Card(where, "…", drawn, rises=False))
            top += row + BETWEEN
        for words in notes:
            high = look.words_height(words, box.width - 90, "small")
            said_so = lambda painter, at, words=words: painter.paragraph(words, at, "small", "ink_soft")  # noqa: E731
            area.add(Card(Box(box.left + 84, top - 2, box.width - 90, high + 2), words, said_so, rises=False))
            top += high + 6
        return top - BETWEEN

    def _draw_row(self, painter: Painter, box: Box, line: Line, number: str, shown: bool) -> None:
        look = painter.look
        if not shown:
            painter.rect(box, None, "radius", "line_strong", 2)
            painter.words("?", (box.left + 44, box.centery), "heading", "line_strong", True, "center")
            return
        seat = int(line.press.about[0]) if isinstance(line.press, Open) else 0
        wins = seat in self.result.winners
        painter.card(box, "gold_pale" if wins else "paper", "radius", line.ink, line="gold" if wins else "line")
        painter.words(number, (box.left + 44, box.centery), "heading", "ink", True, "center")
        side = min(box.height - 12, 64.0)
        tile = Box(box.left + 78, box.centery - side / 2, side, side)
        draw_team_tile(painter, tile, seat, line.picture)
        right = box.right - look.words_width("888", "title", bold=True) - 30
        name = Box(tile.right + 14, box.top + 4, right - tile.right - 14, look.line_height("lead") + 2)
        painter.paragraph(line.title, name, "lead", bold=True, least="small", most_lines=1)
        painter.words(line.words, (name.left, name.bottom - 2), "small", "ink_soft", width=name.width)
        painter.words(line.value, (box.right - 22, box.centery), "title", "ink", True, "midright")

    def _why(self, area: ScrollArea, box: Box) -> float:
        """Who has won, and by what."""
        look, why = self.look, self.steps[-1]
        texts = [one.words for one in why.blocks if isinstance(one, Text)]
        lines = [one for one in why.blocks if isinstance(one, Line)]
        wide, row = box.width - 2 * AIR, look.line_height("body") + 6
        high = max(look.words_height(why.title, wide - SIGN, "lead", bold=True) + 10, 46.0)
        high += sum(look.words_height(words, wide, "body") + 8 for words in texts)
        where = Box(box.left, box.top, box.width, high + row * len(lines) + 2 * AIR)
        said = " ".join([*texts, *(f"{line.title}: {line.value}. {' '.join(chip.words for chip in line.chips)}" for line in lines)])
        area.add(Card(where, why.title, partial(self._draw_why, why=why, texts=texts, lines=lines), rises=False, said=said, name="why"))
        return float(where.bottom)

    def _draw_why(self, painter: Painter, box: Box, why: Group, texts: list[str], lines: list[Line]) -> None:
        look = painter.look
        painter.card(box, "gold_pale" if self.result.winners else "paper_sunk", "radius_large", why.ink, "top", 10)
        left, wide, top = box.left + AIR, box.width - 2 * AIR, box.top + AIR
        painter.icon(why.picture, (left + 22, top + look.line_height("lead") / 2 + 2), 42, why.ink)
        high = look.words_height(why.title, wide - SIGN, "lead", bold=True)
        painter.paragraph(why.title, Box(left + SIGN, top, wide - SIGN, high + 4), "lead", bold=True)
        top += max(high + 10, 46.0)
        for words in texts:
            high = look.words_height(words, wide, "body")
            painter.paragraph(words, Box(left, top, wide, high + 2), "body")
            top += high + 8
        row, value = look.line_height("body") + 6, look.words_width("8888", "body", bold=True)
        for line in lines:
            painter.icon(line.picture, (left + 16, top + row / 2), 28, "ink_soft")
            named = min(wide * 0.5, wide - 44 - value) - 44
            painter.words(line.title, (left + 44, top + row / 2), "body", anchor="midleft", width=named)
            painter.words(line.value, (left + 44 + named + value, top + row / 2), "body", line.value_ink, True, "midright")
            room = wide - 60 - named - value
            for chip in line.chips:
                words = chip.words if look.words_width(chip.words, "small") <= room else chip.short
                painter.words(words, (left + wide, top + row / 2), "small", "ink_soft", anchor="midright", width=room)
            top += row


def spoken(block: Block) -> str:
    """A part of a step as it is read out."""
    if isinstance(block, Line):
        return f"{block.title}: {block.value}" if block.value else block.title
    return block.words if isinstance(block, Text) else ""

"""Step three: what shall count? Sliders or weight cards on the left, and on the right what would come of them as printed."""

from typing import NamedTuple

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.money import MoneyWords, money_height, money_of
from caffael.board.screens.tender.rows import ScoreTable, add_nobody
from caffael.board.screens.tender.steps import Desk, Step, groups
from caffael.board.screens.tender.weights import WeightCard, WeightSlider, add_weight_cards, cards_height
from caffael.board.widgets import Button, ScrollArea, Widget, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Bid, Group, Offer, Page, Slider, Text
from caffael.presentation.press import Open
from caffael.presentation.tender.expected import expected_group
from caffael.presentation.tender.weighing import weights_group
from caffael.rules import actions

GAP = 40.0
SLIDER, PRESET = 400.0, 165.0
"""How wide a slider and a preset want to be."""
LEAST_ROWS = 3
"""So many rows of bidders are to be seen under the sliders, or all of it scrolls."""
LEAST_SEEN = 2
"""So many are to be seen beside the sliders, or the sentences stand at the foot of the page, across all of it."""
LARGE_FROM = 1.2
"""From this text scale on the sentences at the foot are one step smaller."""
BAR_AIR = 8.0
"""So far the bar of what scrolls stands from the numbers."""
ADVICE_AIR = 78.0
"""What the sign and the air of the sentence take of its width."""


class SlidersPlan(NamedTuple):
    """How sliders, hint and presets stand: in how many columns and rows, and how high each is."""

    columns: int
    rows: int
    slider: float
    hint: float
    chip: float
    across: int
    chip_rows: int

    @property
    def height(self) -> float:
        """How high all of it is at least."""
        return self.rows * (self.slider + 2) + self.hint + 4 + self.chip_rows * (self.chip + 8)


class Advice(Words):
    """The sentence under the table on its ground, with its sign; `few` warns that hardly anybody bids."""

    few = False

    def draw(self, painter: Painter) -> None:
        """Draw it."""
        box = self.box
        painter.rect(box, "paper_warm", "radius", "line", 1.5)
        painter.icon("warning" if self.few else "information", (box.left + 32, box.centery), 40, "warn" if self.few else "accent")
        around = Box(box.left + 62, box.top + 4, box.width - ADVICE_AIR, box.height - 8)
        painter.paragraph(self.label, around, self.size, middle=True)


def offers_of(group: Group) -> list[Offer]:
    """The weight cards of a group; none where sliders set the weights."""
    return [block for block in group.blocks if isinstance(block, Offer)]


class WeighStep(Step):
    """Sliders with presets, or the weight cards of the scenario; the live table and the sentence under it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.draft = desk.draft
        self.sliders: dict[int, WeightSlider] = {}
        self.chips: dict[str, Button] = {}
        self.cards: list[WeightCard] = []
        self.table: ScoreTable | None = None
        self.sentence: Advice | None = None
        self.money: MoneyWords | None = None
        self.crowded = False
        self.area: ScrollArea | None = None
        self.seen = 0.0

    def build(self, box: Box, page: Page) -> None:
        """Put sliders and presets on the left, table and sentence on the right; below them where the board is higher than wide.

        Weight cards always stand over the table, side by side.
        """
        weights, expected = groups(page)
        self.table, self.sentence, self.money = None, None, None
        wide = min(430.0 + 220.0 * (self.desk.look.text_scale - 1), box.width * 0.46)
        stacked = self.desk.look.tall or bool(offers_of(weights))  # weight cards want the width
        if stacked or self._tight(Box(box.left, box.top, box.width - wide - GAP, box.height), expected):
            box = self._foot(box, expected)
        if stacked:
            self._stack(box, weights, expected)
        else:
            left = Box(box.left, box.top, wide, box.height)
            line = self._heading(self.desk.tree.root, left, weights)
            self._set_with(Box(left.left, left.top + line, left.width, left.height - line), weights)
            self._right(self.desk.tree.root, Box(box.left + wide + GAP, box.top, box.width - wide - GAP, box.height), expected)
        self._show(weights, expected, moving=False)

    def _stack(self, box: Box, weights: Group, expected: Group) -> None:
        """What weights are set with over what would come of them; all of it scrolls where letters are large."""
        into: Widget = self.desk.tree.root
        count = sum(isinstance(block, Bid) for block in expected.blocks)
        table = ScoreTable(self.desk.app, box, "", self.desk.press)
        line = self._heading_height(box)
        offers = offers_of(weights)
        upper = line + (cards_height(self.desk.look, offers, box.width) if offers else self._plan(box.width, weights).height)
        around = self._around_table(box, expected) + table.whole_height(1) * min(count, 1 if offers else LEAST_ROWS)
        over = upper + GAP / 2 + around > box.height
        if over:
            area = ScrollArea(Box(box.left, box.top, box.width + BAR_AIR, box.height), name="weights")
            into.add(area)
            into = area
        self._heading(into, Box(box.left, box.top, box.width, line), weights)
        self._set_with(Box(box.left, box.top + line, box.width, upper - line), weights, into if over else None)
        top = box.top + upper + GAP / 2
        high = self._around_table(box, expected) + table.whole_height(count) if over else box.bottom - top
        self._right(into, Box(box.left, top, box.width, high), expected)
        if isinstance(into, ScrollArea):
            into.extent = top + high - box.top
            self.area = self._kept(into)
            into.scroll_to(self.seen)

    # The left side

    def _heading_height(self, box: Box) -> float:
        look = self.desk.look
        return max(look.line_height("heading") + 8, look.theme.measure("target") + 6)

    def _heading(self, into: Widget, box: Box, group: Group) -> float:
        """The question, and beside it the way to what the criteria are, which leaves the heading of the sheet free."""
        side = self.desk.look.theme.measure("target")  # a finger reaches beyond it
        line = max(self.heading(Box(box.left, box.top, box.width - side - 8, 0), group, into), side + 6)
        top = box.top + min(line - side - 6, (line - side) / 2)
        self.add_turn(into, box.right - side, top, group.id, Open("weights back", tuple(self.draft.rows.criteria)), side)
        return line

    def _set_with(self, box: Box, weights: Group, into: Widget | None = None) -> None:
        """Weight cards, all in sight; or sliders with presets, in a list of their own or in one that scrolls already."""
        if offers := offers_of(weights):
            self.cards = add_weight_cards(self.desk.look, into or self.desk.tree.root, box, offers, self.desk.choose)
            return
        area = ScrollArea(box.inflate(12, 0), name="sliders")
        if into is None:
            into = self.desk.tree.root.add(area)
        area.extent = self._sliders(into, box, weights) - box.top

    def _plan(self, width: float, group: Group, most: float = 0.0) -> "SlidersPlan":
        """How sliders, hint and presets stand at a width; in less height than they want the presets show their pictures alone."""
        look = self.desk.look
        sliders = sum(isinstance(block, Slider) for block in group.blocks)
        presets = sum(isinstance(block, blocks.Button) for block in group.blocks)
        hint = look.words_height(blocks.block(group, Text, "hint").words, width, "small") + 6
        chip = max(look.measure("target"), look.line_height("body") + 22)
        columns = look.columns(width, SLIDER, 2, GAP)
        across = look.columns(width, PRESET, 4, 8)
        plan = SlidersPlan(columns, -(-sliders // columns), WeightSlider.natural_height(look), hint, chip, across, -(-presets // across))
        if most and plan.height > most:
            return plan._replace(across=presets, chip_rows=1)
        return plan

    def _sliders(self, into: Widget, box: Box, group: Group) -> float:
        """Put sliders, hint and presets into a box; give where they end."""
        sliders = [block for block in group.blocks if isinstance(block, Slider)]
        presets = [block for block in group.blocks if isinstance(block, blocks.Button)]
        plan = self._plan(box.width, group, 0.0 if self.desk.look.tall else box.height)
        self.crowded = not self.desk.look.tall and plan.across == len(presets)
        gap = max(2.0, min(26.0, 2 + (box.height - plan.height) / (plan.rows + 1)))
        wide = (box.width - GAP * (plan.columns - 1)) / plan.columns
        self.sliders = {}
        for place, (criterion, slider) in enumerate(zip(self.draft.rows.criteria, sliders, strict=True)):
            row, column = divmod(place, plan.columns)
            at = Box(box.left + column * (wide + GAP), box.top + row * (plan.slider + gap), wide, plan.slider)
            self.sliders[criterion] = into.add(self._slider(at, criterion, slider))
        top = box.top + plan.rows * (plan.slider + gap)
        hint = blocks.block(group, Text, "hint").words
        into.add(Words(Box(box.left, top, box.width, plan.hint), hint, size="small", ink="ink_soft"))
        top = max(top + plan.hint + 4, box.bottom - plan.chip_rows * (plan.chip + 8) + 8)
        self._presets(into, Box(box.left, top, box.width, plan.chip), presets, plan)
        return top + plan.chip_rows * (plan.chip + 8) - 8

    def _slider(self, box: Box, criterion: int, slider: Slider) -> WeightSlider:
        return WeightSlider(
            box, slider, on_move=lambda number: self.move(criterion, number), on_step=lambda steps: self.step(criterion, steps)
        )

    def _presets(self, into: Widget, box: Box, presets: list[blocks.Button], plan: "SlidersPlan") -> None:
        """The presets in rows; the first is as wide as what the others leave of its row."""
        wide = (box.width - 8 * (plan.across - 1)) / plan.across
        spare = plan.across * plan.chip_rows - len(presets)
        self.chips = {}
        for place, preset in enumerate(presets):
            row, column = divmod(place + (spare if place else 0), plan.across)
            cells = 1 + spare if place == 0 else 1
            where = Box(box.left + column * (wide + 8), box.top + row * (box.height + 8), cells * wide + (cells - 1) * 8, box.height)
            self.chips[preset.id] = into.add(
                Button(
                    where,
                    preset.words,
                    lambda press=preset.press: self.desk.press(press),  # type: ignore[misc]
                    style=preset.style,
                    size="body",
                    picture=preset.picture,
                    icon_only=self.crowded,
                    name=preset.id,
                )
            )

    # The right side

    def _under(self, width: float, group: Group) -> tuple[float, float]:
        """How high the sentence under the table is, and what it says of the money."""
        look, money = self.desk.look, money_of(group)
        return 2 * look.line_height("lead") + 12, money_height(look, money, width - 31) + 2 if money is not None else 0.0

    def _around_table(self, box: Box, group: Group) -> float:
        """What the heading and, where they do not stand at the foot, the sentences take of the right side."""
        return self._heading_height(box) + 5 + (sum(self._under(box.width, group)) if self.sentence is None else 0.0)

    def _tight(self, box: Box, group: Group) -> bool:
        """Whether beside the sliders there is no room for sentences and so many rows as are to be seen."""
        count = sum(isinstance(block, Bid) for block in group.blocks)
        row = ScoreTable(self.desk.app, box, "", self.desk.press).whole_height(count) / max(1, count)
        return count > 0 and box.height - self._around_table(box, group) < row * min(count, LEAST_SEEN)

    def _foot(self, box: Box, group: Group) -> Box:
        """Say at the foot of the page, across all of it, who would win and what that leaves; give what is left of the page above.

        What scrolls, scrolls over it: who moves a slider sees the winner change.
        """
        if not any(isinstance(block, Bid) for block in group.blocks):
            return box
        look, money = self.desk.look, money_of(group)
        large = look.text_scale > LARGE_FROM
        advice, small = ("small" if look.tall else "body", "small") if large else ("lead", "body")
        words = blocks.block(group, Text, "advice").words
        under = max(2 * look.line_height(advice), look.words_height(words, box.width - ADVICE_AIR, advice)) + 12
        lines = money_height(look, money, box.width - 31, small) + 5 if money is not None else 0.0
        top = box.bottom - under - lines
        self._say(self.desk.tree.root, Box(box.left, top, box.width, under), lines, group, (advice, small))
        return Box(box.left, box.top, box.width, top - 8 - box.top)

    def _say(self, into: Widget, box: Box, lines: float, group: Group, sizes: tuple[str, str] = ("lead", "body")) -> None:
        """Put the sentence into a box, and under it what it says of the money."""
        self.sentence = into.add(Advice(box, "", size=sizes[0], middle=True, name="advice"))
        money = money_of(group)
        if money is not None:
            self.money = into.add(MoneyWords(Box(box.left + 15, box.bottom + 3, box.width - 31, lines - 3), money, sizes[1]))

    def _right(self, into: Widget, box: Box, group: Group) -> None:
        line = self.heading(box, group, into)
        room = Box(box.left, box.top + line, box.width, box.height - line)
        self.into = into
        if any(isinstance(block, Bid) for block in group.blocks):
            if self.sentence is None:
                under, lines = self._under(box.width, group)
                room.height -= under + lines + 5
                self._say(into, Box(box.left, box.bottom - under - lines, box.width, under), lines, group)
            self.table = ScoreTable(self.desk.app, room, group.title, self.desk.press)
        else:
            add_nobody(into, self.desk.look, room, group.blocks)

    def _kept(self, area: ScrollArea) -> ScrollArea:
        """Remember how far what is laid out anew was scrolled."""
        self.seen = 0.0 if self.area is None else self.area.scrolled
        return area

    def add_last(self) -> None:
        """Put the table after the buttons, so that Tab comes to Publish before it goes through the rows."""
        if self.table is not None:
            self.into.add(self.table)
            self.table.move(0, -self.scrolled)

    @property
    def scrolled(self) -> float:
        """How far the page is scrolled, where all of it scrolls."""
        return self.area.scrolled if self.area is not None else 0.0

    # What a pupil does

    def move(self, criterion: int, percent: float) -> None:
        """A slider was dragged to a percentage."""
        if self.draft.move(criterion, percent):
            self.refresh()

    def step(self, criterion: int, steps: int) -> None:
        """A slider was moved by steps."""
        self.move(criterion, self.draft.rows.stepped(criterion, self.draft.percentages[criterion], steps))

    def refresh(self) -> None:
        """Show what is true now: sliders, presets, table and sentence."""
        viewer = self.desk.viewer
        self._show(weights_group(viewer, self.draft), expected_group(viewer, self.draft), not self.desk.instant)

    def _show(self, weights: Group, expected: Group, moving: bool) -> None:
        for block in weights.blocks:
            if isinstance(block, Slider):
                self.sliders[int(block.id.partition(".")[2])].show(block)
            elif isinstance(block, blocks.Button) and block.id in self.chips:
                self.chips[block.id].style = block.style
        for card in self.cards:
            card.chosen = card.offer.action == actions.PUBLISH + self.draft.weights
        if self.table is not None and self.sentence is not None:
            self.table.show([block for block in expected.blocks if isinstance(block, Bid)], moving)
            self.sentence.label = blocks.block(expected, Text, "advice").words
            self.sentence.few = len(self.table.rows) < 2
        if self.money is not None and (money := money_of(expected)) is not None:
            self.money.show(money)
        self.desk.redraw()

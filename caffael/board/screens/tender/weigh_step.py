"""Step three: what shall count? Sliders or weight cards on the left, and on the right what would come of them as printed."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.money import MoneyWords, money_height, money_of
from caffael.board.screens.tender.rows import ScoreTable, add_nobody
from caffael.board.screens.tender.steps import Desk, Step, groups
from caffael.board.screens.tender.weights import WeightCard, WeightSlider, add_weight_cards
from caffael.board.widgets import Button, ScrollArea, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Bid, Group, Offer, Page, Slider, Text
from caffael.presentation.press import Open
from caffael.presentation.tender.expected import expected_group
from caffael.presentation.tender.weighing import weights_group
from caffael.rules import actions

GAP = 40.0


class WeighStep(Step):
    """Sliders with presets, or the weight cards of the scenario; the live table and the sentence under it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.draft = desk.draft
        self.sliders: dict[int, WeightSlider] = {}
        self.chips: dict[str, Button] = {}
        self.cards: list[WeightCard] = []
        self.table: ScoreTable | None = None
        self.sentence: Words | None = None
        self.money: MoneyWords | None = None
        self.crowded = False

    def build(self, box: Box, page: Page) -> None:
        """Put sliders and presets on the left, table and sentence on the right."""
        weights, expected = groups(page)
        wide = 430.0 + 220.0 * (self.desk.look.text_scale - 1)
        left = Box(box.left, box.top, wide, box.height)
        line = self._heading(left, weights)
        offers = [block for block in weights.blocks if isinstance(block, Offer)]
        if offers:
            area = ScrollArea(Box(left.left - 6, left.top + line, left.width + 12, left.height - line), name="weight cards")
            self.cards = add_weight_cards(self.desk.look, self.desk.tree.root.add(area), offers, self.desk.choose)
            for card in self.cards:
                if card.offer.chosen:
                    area.reveal(card)
        else:
            self._left(left, line, weights)
        self._right(Box(box.left + wide + GAP, box.top, box.width - wide - GAP, box.height), expected)
        self._show(weights, expected, moving=False)

    # The left side

    def _heading(self, box: Box, group: Group) -> float:
        """The question, and beside it the way to what the criteria are, which leaves the heading of the sheet free."""
        side = self.desk.look.theme.measure("target")  # a finger reaches beyond it
        line = max(self.heading(Box(box.left, box.top, box.width - side - 8, 0), group), side + 6)
        top = box.top + min(line - side - 6, (line - side) / 2)
        self.add_turn(self.desk.tree.root, box.right - side, top, group.id, Open("weights back", tuple(self.draft.rows.criteria)), side)
        return line

    def _left(self, box: Box, line: float, group: Group) -> None:
        root, look = self.desk.tree.root, self.desk.look
        sliders = [block for block in group.blocks if isinstance(block, Slider)]
        presets = [block for block in group.blocks if isinstance(block, blocks.Button)]
        hint = blocks.block(group, Text, "hint").words
        high = WeightSlider.natural_height(look)
        hint_high = look.words_height(hint, box.width, "small") + 6
        chip_high = max(look.measure("target"), look.line_height("body") + 22)
        chip_rows = -(-len(presets) // 2)
        needed = line + len(sliders) * high + hint_high
        self.crowded = needed + chip_rows * (chip_high + 8) > box.height
        chip_rows = 1 if self.crowded else chip_rows
        gap = max(2.0, min(26.0, (box.height - needed - chip_rows * (chip_high + 8)) / (len(sliders) + 1)))
        top = box.top + line
        self.sliders = {}
        for criterion, slider in zip(self.draft.rows.criteria, sliders, strict=True):
            self.sliders[criterion] = root.add(self._slider(Box(box.left, top, box.width, high), criterion, slider))
            top += high + gap
        root.add(Words(Box(box.left, top, box.width, hint_high), hint, size="small", ink="ink_soft"))
        top = max(top + hint_high + 4, box.bottom - chip_rows * (chip_high + 8) + 8)
        self._presets(Box(box.left, top, box.width, chip_high), presets)

    def _slider(self, box: Box, criterion: int, slider: Slider) -> WeightSlider:
        return WeightSlider(
            box, slider, on_move=lambda number: self.move(criterion, number), on_step=lambda steps: self.step(criterion, steps)
        )

    def _presets(self, box: Box, presets: list[blocks.Button]) -> None:
        across = len(presets) if self.crowded else 2
        wide = (box.width - 8 * (across - 1)) / across
        odd = len(presets) % 2 if not self.crowded else 0
        self.chips = {}
        for place, preset in enumerate(presets):
            whole = odd == 1 and place == 0
            at = place + odd if place else 0
            where = Box(
                box.left + at % across * (wide + 8), box.top + at // across * (box.height + 8), box.width if whole else wide, box.height
            )
            self.chips[preset.id] = self.desk.tree.root.add(
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

    def _right(self, box: Box, group: Group) -> None:
        root, look = self.desk.tree.root, self.desk.look
        line = self.heading(box, group)
        under, money = 2 * look.line_height("lead") + 12, money_of(group)
        lines = money_height(look, money, box.width - 31) + 2 if money is not None else 0.0
        self.under = Box(box.left, box.bottom - under - lines, box.width, under)
        room = Box(box.left, box.top + line, box.width, self.under.top - box.top - line - 5)
        self.table = None
        self.sentence = None
        self.money = None
        if any(isinstance(block, Bid) for block in group.blocks):
            around = Box(box.left + 62, self.under.top + 4, box.width - 78, under - 8)
            self.sentence = Words(around, "", size="lead", middle=True, name="advice")
            root.add(self.sentence)
            if money is not None:
                self.money = root.add(MoneyWords(Box(box.left + 15, self.under.bottom + 3, box.width - 31, lines - 3), money))
            self.table = ScoreTable(self.desk.app, room, group.title, self.desk.press)
        else:
            add_nobody(root, look, Box(room.left, room.top, room.width, box.bottom - room.top), group.blocks)

    def add_last(self) -> None:
        """Put the table after the buttons, so that Tab comes to Publish before it goes through the rows."""
        if self.table is not None:
            self.desk.tree.root.add(self.table)

    def draw(self, painter: Painter) -> None:
        """Draw the ground of the sentence."""
        if self.table is None:
            return
        painter.rect(self.under, "paper_warm", "radius", "line", 1.5)
        few = len(self.table.rows) < 2
        painter.icon("warning" if few else "information", (self.under.left + 32, self.under.centery), 40, "warn" if few else "accent")

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
        if self.money is not None and (money := money_of(expected)) is not None:
            self.money.show(money)
        self.desk.redraw()

"""Step three: what shall count? Sliders or weight cards on the left, and on the right what would come of them as printed."""

from itertools import pairwise
from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.lines import advice_text, bid_card_note, lines_of
from caffael.board.screens.tender.nobody import add_nobody
from caffael.board.screens.tender.score_table import ScoreTable
from caffael.board.screens.tender.shut_out import shut_out
from caffael.board.screens.tender.step import Step, turn_button
from caffael.board.screens.tender.weight_cards import WeightCard, add_weight_cards
from caffael.board.screens.tender.weight_slider import WeightSlider
from caffael.board.screens.tender.weights import BALANCED
from caffael.board.widgets import Button, Heading, ScrollArea, Words
from caffael.rules.terms import Criterion
from caffael.words import handbook
from caffael.words.language import words
from caffael.words.looks import criterion_ink, criterion_picture
from caffael.words.sentences import criterion_name

if TYPE_CHECKING:
    from caffael.board.screens.tender.screen import TenderScreen

PRESETS = {
    BALANCED: words("Balanced"),
    "PRICE": words("Price first"),
    "QUALITY": words("Quality first"),
    "SOCIAL_VALUE": words("People first"),
    "CARBON": words("Planet first"),
}
JOINED = {"QUALITY": words("People first")}
PRESET_PICTURES = {BALANCED: "swap", "PRICE": "pound", "QUALITY": "star", "SOCIAL_VALUE": "heart-hands", "CARBON": "leaf"}
GAP = 40.0


class WeighStep(Step):
    """Sliders with presets, or the weight cards of the scenario; the live table and the sentence under it."""

    def __init__(self, screen: "TenderScreen") -> None:
        super().__init__(screen)
        self.sliders: dict[int, WeightSlider] = {}
        self.chips: dict[str, Button] = {}
        self.cards: list[WeightCard] = []
        self.table: ScoreTable | None = None
        self.sentence: Words | None = None
        self.crowded = False
        self.people = self.session.game.cards.settings.people == 1

    def build(self, box: Box) -> None:
        """Put sliders and presets on the left, table and sentence on the right."""
        super().build(box)
        look = self.screen.look
        wide = 430.0 + 220.0 * (look.text_scale - 1)
        (self._cards if self.session.pack.texts.weight_cards else self._left)(Box(box.left, box.top, wide, box.height))
        self._right(Box(box.left + wide + GAP, box.top, box.width - wide - GAP, box.height))
        self.refresh(moving=False)

    # The left side

    def _cards(self, box: Box) -> None:
        root, look = self.screen.tree.root, self.screen.look
        line = look.line_height("heading") + 8
        self._heading(box, line)
        area = root.add(ScrollArea(Box(box.left - 6, box.top + line, box.width + 12, box.height - line), name="weight cards"))
        self.cards = add_weight_cards(self.session, area, self.draft.rows.criteria, self.preset)

    def _heading(self, box: Box, line: float) -> None:
        """The question, and beside it the way to what the criteria are."""
        root, look = self.screen.tree.root, self.screen.look
        side = look.measure("target")
        root.add(Heading(Box(box.left, box.top, box.width - side - 8, line), self.session.text("What shall count?")))
        at = Box(box.right - side, box.top + min(line - side - 6, (line - side) / 2), side, side)
        root.add(turn_button(self.session, at, self.screen.turn_weights, "turn.weights"))

    def _left(self, box: Box) -> None:
        root, look, rows = self.screen.tree.root, self.screen.look, self.draft.rows
        line = look.line_height("heading") + 8
        self._heading(box, line)
        high = WeightSlider.natural_height(look)
        hint = self._hint()
        hint_high = look.words_height(hint, box.width, "small") + 6
        chips = rows.presets
        chip_high = max(look.measure("target"), look.line_height("body") + 22)
        chip_rows = -(-len(chips) // 2)
        sliders = len(rows.criteria) * high
        self.crowded = line + sliders + hint_high + chip_rows * (chip_high + 8) > box.height
        chip_rows = 1 if self.crowded else chip_rows
        spare = box.height - line - sliders - hint_high - chip_rows * (chip_high + 8)
        gap = max(2.0, min(26.0, spare / (len(rows.criteria) + 1)))
        top = box.top + line
        self.sliders = {}
        for criterion in rows.criteria:
            self.sliders[criterion] = root.add(self._slider(Box(box.left, top, box.width, high), criterion))
            top += high + gap
        root.add(Words(Box(box.left, top, box.width, hint_high), hint, size="small", ink="ink_soft"))
        top = max(top + hint_high + 4, box.bottom - chip_rows * (chip_high + 8) + 8)
        self._presets(Box(box.left, top, box.width, chip_high), chips)

    def _slider(self, box: Box, criterion: int) -> WeightSlider:
        rows, percent = self.draft.rows, self.session.language.percent
        low, high = rows.low(criterion), rows.high(criterion)
        values = rows.values(criterion)
        bounded = low > 0 or high < 100
        return WeightSlider(
            box,
            criterion_name(self.session.language, criterion, self.people),
            self.draft.percentages[criterion],
            on_move=lambda number: self.move(criterion, number),
            on_step=lambda steps: self.step(criterion, steps),
            low=low,
            high=high,
            step=min((after - before for before, after in pairwise(values)), default=1),
            ink=criterion_ink(criterion),
            picture=criterion_picture(criterion, self.people),
            words=percent,
            limits=self.session.text("{low} to {high}", low=low, high=percent(high)) if bounded else "",
            name=f"weight.{criterion}",
            more=handbook.criterion(self.session.language, criterion, self.people).line,
        )

    def _hint(self) -> str:
        rows = self.draft.rows
        always = self.session.text("Together they are always {percent}.", percent=self.session.language.percent(100))
        if rows.least_criteria < 2:
            return always
        least = self.session.plural("At least {n} must count.", "At least {n} must count.", rows.least_criteria)
        return f"{always} {least}"

    def _presets(self, box: Box, chips: dict[str, int]) -> None:
        across = len(chips) if self.crowded else 2
        wide = (box.width - 8 * (across - 1)) / across
        odd = len(chips) % 2 if not self.crowded else 0
        self.chips = {}
        for place, (key, row) in enumerate(chips.items()):
            whole = odd == 1 and place == 0
            at = place + odd if place else 0
            where = Box(
                box.left + at % across * (wide + 8), box.top + at // across * (box.height + 8), box.width if whole else wide, box.height
            )
            self.chips[key] = self.screen.tree.root.add(
                Button(
                    where,
                    self.session.text((JOINED if self.people and key in JOINED else PRESETS)[key]),
                    lambda row=row: self.preset(row),  # type: ignore[misc]
                    style="plain",
                    size="body",
                    picture=self._preset_picture(key),
                    icon_only=self.crowded,
                    name=f"preset.{key.lower()}",
                )
            )

    def _preset_picture(self, key: str) -> str:
        return "people" if self.people and key == Criterion.QUALITY.name else PRESET_PICTURES[key]

    # The right side

    def _right(self, box: Box) -> None:
        root, look = self.screen.tree.root, self.screen.look
        line = look.line_height("heading") + 8
        title = self.session.text("If you published this now, as printed")
        root.add(Heading(Box(box.left, box.top, box.width, line), title))
        under = 2 * look.line_height("lead") + 26
        self.under = Box(box.left, box.bottom - under, box.width, under)
        room = Box(box.left, box.top + line, box.width, self.under.top - box.top - line - 8)
        self.table = None
        self.sentence = None
        table = self.draft.table()
        if table.count == 0:
            self._nobody(Box(room.left, room.top, room.width, box.bottom - room.top))
            return
        around = Box(box.left + 62, self.under.top + 8, box.width - 78, under - 14)
        self.sentence = Words(around, "", size="lead", middle=True, name="advice")
        root.add(self.sentence)
        self.table = ScoreTable(self.screen.app, room, title, self.explain)

    def _nobody(self, box: Box) -> None:
        draft = self.draft
        warning = self.session.text("Nobody can bid for this. If you publish, the days are gone and the need stays.")
        found = shut_out(draft.cards, draft.state, draft.need, draft.partner, draft.route, draft.scope, [])
        add_nobody(self.screen.tree.root, self.session, box, warning, found)

    def add_last(self) -> None:
        """Put the table after the buttons, so that Tab comes to Publish before it goes through the rows."""
        if self.table is not None:
            self.screen.tree.root.add(self.table)

    def draw(self, painter: Painter) -> None:
        """Draw the ground of the sentence."""
        if self.table is None:
            return
        painter.rect(self.under, "paper_warm", "radius", "line", 1.5)
        few = len(self.table.rows) < 2
        painter.icon("warning" if few else "information", (self.under.left + 32, self.under.centery), 40, "warn" if few else "accent")

    @property
    def note(self) -> str:
        """What stands beside the buttons."""
        return bid_card_note(self.session, self.draft) if self.table is not None else ""

    # What a pupil does

    def move(self, criterion: int, percent: float) -> None:
        """A slider was dragged to a percentage."""
        if self.draft.move(criterion, percent):
            self.refresh()

    def step(self, criterion: int, steps: int) -> None:
        """A slider was moved by steps."""
        self.move(criterion, self.draft.rows.stepped(criterion, self.draft.percentages[criterion], steps))

    def preset(self, row: int) -> None:
        """A preset was chosen."""
        self.draft.set_weights(row)
        self.refresh()

    def explain(self, supplier: int) -> None:
        """Say where a bidder's points come from."""
        self.screen.explain(supplier)

    def refresh(self, moving: bool = True) -> None:
        """Show what is true now: sliders, presets, table and sentence."""
        weights = self.draft.percentages
        for criterion, slider in self.sliders.items():
            slider.set(weights[criterion])
        for key, chip in self.chips.items():
            chip.style = "primary" if self.draft.rows.presets[key] == self.draft.weights else "plain"
        for card in self.cards:
            card.chosen = card.index == self.draft.weights
        table = self.draft.table()
        if self.table is not None and self.sentence is not None:
            self.table.show(lines_of(self.session, table, weights), moving and not self.session.settings.instant)
            self.sentence.label = advice_text(self.session, self.draft, table)
        self.screen.redraw()

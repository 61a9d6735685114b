"""One contract: the weights that were asked for, the two best bids side by side, and what other weights would have chosen."""

from typing import TYPE_CHECKING

from caffael.board.drawings import draw_score_bar
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import chips_height, flow_chips
from caffael.board.theme import Ink
from caffael.board.widgets import ScrollArea
from caffael.debrief import Bid, ContractStory
from caffael.presentation.faces import Part
from caffael.rules.terms import CRITERIA as COUNT
from caffael.rules.terms import FRAMEWORK, NONE
from caffael.words.language import tenths
from caffael.words.looks import CRITERION_IDS
from caffael.words.sentences import criterion_name, route_name, weights_text

if TYPE_CHECKING:
    from caffael.board.screens.debrief.asked import AskedPage

AIR = 30.0
PICTURES = {"price": "pound", "quality": "star", "social": "heart-hands", "carbon": "carbon"}
Chip = tuple[str, str, Ink, Ink]


class AskedSheet:
    """The sheet of one contract."""

    def __init__(self, page: "AskedPage", story: ContractStory) -> None:
        self.page = page
        self.story = story
        self.text = page.session.text
        self.language = page.language
        self.cards = page.pack.cards
        self.people = self.cards.settings.people == 1

    def build(self, box: Box) -> None:
        """Place everything from the title down; what does not fit scrolls."""
        page, story = self.page, self.story
        page.sheet(box, "", lambda painter, at: painter.card(at, "paper", "radius_large", f"team.{story.seat}", "top", 12))
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
        page, look, story = self.page, self.page.look, self.story
        left, wide, top = box.left, box.width, box.top + 14
        title = page.pack.need(story.need).title(self.language.code)
        high = look.words_height(title, wide, "heading", True)
        page.say(Box(left, top, wide, high + 2), title, "heading", bold=True)
        top += high + 2
        line = self._asked_line()
        high = look.words_height(line, wide, "body")
        page.say(Box(left, top, wide, high + 2), line, ink="ink_soft")
        top += high + 14
        if story.weights != NONE:
            top = self._weights(Box(left, top, wide, 0))
        foot = self._foot_height(wide)
        high = max(self._bid_height(), box.bottom - foot - 24 - top)
        self._bids(Box(left, top, wide, high))
        return self._foot(left, wide, top + high + 14) + 6

    def _bid_height(self) -> float:
        """How high a bid must be at least."""
        line = self.page.look.line_height
        return 30 + line("small") + line("lead") + 8 + 52 + 5 * (line("body") + 6)

    def _asked_line(self) -> str:
        story, session = self.story, self.page.session
        team, route = self.page.teams[story.seat], route_name(self.language, story.route, story.scope)
        if story.partner != NONE:
            other = self.page.teams[story.partner]
            return session.text(
                "{team} with {other_team}, year {year}. {route}.", team=team, other_team=other, year=story.year, route=route
            )
        return session.text("{team}, year {year}. {route}.", team=team, year=story.year, route=route)

    def _weights(self, box: Box) -> float:
        """The bar of what was asked for, with a name for every part."""
        page, look = self.page, self.page.look
        weights = self.cards.weights[self.story.weights * COUNT : (self.story.weights + 1) * COUNT]
        chips: list[Chip] = []
        for place, (criterion, weight) in enumerate(zip(CRITERION_IDS, weights, strict=True)):
            if weight:
                name = criterion_name(self.language, place, self.people)
                words = self.text("{criterion} {percent}", criterion=name, percent=self.language.percent(weight))
                chips.append((words, PICTURES[criterion], "ink_light", f"criterion.{criterion}"))
        said = weights_text(self.language, self.cards, self.story.weights)
        asked = self.text("Asked for")
        named = look.words_width(asked, "body", True) + 20
        high = max(chips_height(look, box.width - named, chips), look.line_height("body"))
        page.say(Box(box.left, box.top, named, look.line_height("body") + 4), asked, bold=True)
        at = Box(box.left + named, box.top, box.width - named, high)
        page.sheet(at, asked, lambda painter, where: _chips(painter, where, chips), said)
        return box.top + high + 16

    def _bids(self, box: Box) -> None:
        """The winner and the runner-up, side by side; a sole bidder alone."""
        story, page = self.story, self.page
        gap = 20.0
        bids = story.bids[:2] if story.runner_up is not None else story.bids[:1]
        wide = (box.width - gap) / 2
        for place, bid in enumerate(bids):
            at = Box(box.left + place * (wide + gap), box.top, wide if len(bids) > 1 else box.width, box.height)
            name = page.pack.supplier(bid.supplier).title(self.language.code)
            page.sheet(at, name, lambda painter, where, b=bid, p=place, n=name: self._draw_bid(painter, where, b, p, n), self._place(place))  # type: ignore[misc]

    def _place(self, place: int) -> str:
        if place:
            return self.text("The runner-up, by the same rules")
        return self.text("The winner") if len(self.story.bids) > 1 else self.text("The only bidder")

    def _draw_bid(self, painter: Painter, box: Box, bid: Bid, place: int, name: str) -> None:
        look = painter.look
        painter.rect(box, "paper_warm" if place else "gold_pale", "radius", "line" if place else "gold", 1.5 if place else 3)
        left, wide, top = box.left + 20, box.width - 40, box.top + 14
        small = look.line_height("small")
        painter.words(self._place(place), (left, top), "small", "ink_soft", width=wide)
        top += small
        lead = look.line_height("lead")
        painter.paragraph(name, Box(left, top, wide, lead), "lead", bold=True, most_lines=1)
        top += lead + 8
        if bid.total:
            score = tenths((bid.total + 5_000) // 10_000)
            number = look.words_width("100.0", "lead", True) + 12
            parts = [Part(criterion, points / 100_000) for criterion, points in zip(CRITERION_IDS, bid.points, strict=True)]
            draw_score_bar(painter, Box(left, top + 4, wide - number, 30), parts)
            painter.words(score, (box.right - 20, top + 19), "lead", bold=True, anchor="midright")
            top += 52
        rows = self._rows(bid, place)
        step = min((box.bottom - 12 - top) / max(1, len(rows)), look.line_height("lead") + 44)
        size = "lead" if step >= look.line_height("lead") + 24 else ("body" if step >= look.line_height("body") else "small")
        for picture, label, value, ink in rows:
            middle = top + step / 2
            painter.icon(picture, (left + 15, middle), min(36.0, step * 0.9), ink)
            taken = painter.words(value, (box.right - 20, middle), size, "ink", True, "midright")
            painter.words(label, (left + 42, middle), size, "ink_soft", anchor="midleft", width=max(60.0, taken.left - left - 54))
            top += step

    def _rows(self, bid: Bid, place: int) -> list[tuple[str, str, str, Ink]]:
        story, session, language = self.story, self.page.session, self.language
        second = story.runner_up if place else None
        price = second.price if second else story.price
        carbon = second.carbon if second else story.carbon_a_year
        share = 0 if bid.supplier == FRAMEWORK else self.cards.suppliers[bid.supplier].local
        rows: list[tuple[str, str, str, Ink]] = [
            ("pound", session.text("Price"), language.money(price), "criterion.price"),
            ("star", session.text("Quality"), session.text("{n} of 5", n=bid.quality), "criterion.quality"),
            ("heart-hands", session.text("Social value offered"), session.text("{n} of 5", n=bid.social), "criterion.social"),
        ]
        if self.cards.settings.carbon:
            rows.append(("carbon", session.text("Carbon a year"), language.carbon(carbon), "criterion.carbon"))
        rows.append(("home", session.text("Money that stays local"), language.money(price * share // 100), "criterion.local"))
        return rows

    def _other_line(self) -> str:
        if self.story.other is None:
            return ""
        return self.text(
            "With {weights}, {supplier} would have won.",
            weights=weights_text(self.language, self.cards, self.story.other.weights),
            supplier=self.page.pack.supplier(self.story.other.supplier).title(self.language.code),
        )

    def _came_box(self, wide: float) -> tuple[float, float]:
        """How wide the words before the chips are, and how high the chips."""
        named = self.page.look.words_width(self.text("What came"), "body", True) + 20
        return named, max(chips_height(self.page.look, wide - named, self._came()), self.page.look.line_height("body"))

    def _foot_height(self, wide: float) -> float:
        line = self._other_line()
        return self._came_box(wide)[1] + (self.page.look.words_height(line, wide, "body") + 10 if line else 0)

    def _foot(self, left: float, wide: float, top: float) -> float:
        """What came, in chips, and what other weights would have chosen; give where it ends."""
        page, look = self.page, self.page.look
        chips, came = self._came(), self.text("What came")
        named, high = self._came_box(wide)
        page.say(Box(left, top, named, look.line_height("body") + 4), came, bold=True)
        words = ", ".join(chip[0] for chip in chips)
        page.sheet(Box(left + named, top, wide - named, high), came, lambda painter, where: _chips(painter, where, chips), words)
        top += high
        line = self._other_line()
        if line:
            high = look.words_height(line, wide, "body")
            page.say(Box(left, top + 10, wide, high + 2), line)
            top += high + 10
        return top

    def _came(self) -> list[Chip]:
        story, session, language = self.story, self.page.session, self.language
        chips: list[Chip] = [(session.text("Years delivered: {n}", n=story.reached), "check", "good", "good_pale")]
        if story.missed:
            chips.append((session.text("Years missed: {n}", n=story.missed), "miss", "bad", "bad_pale"))
        if story.promised:
            kept = story.came == story.promised
            words = session.text("Social value: {came} of {promised}", came=story.came, promised=story.promised)
            chips.append((words, "heart-hands", "good" if kept else "warn", "good_pale" if kept else "warn_pale"))
        chips.append((session.text("Goals: {points}", points=language.signed(story.points)), "trophy", "ink", "paper_sunk"))
        if self.cards.settings.carbon:
            chips.append((language.carbon(story.carbon), "carbon", "ink", "paper_sunk"))
        if story.cover:
            chips.append((session.text("Emergency cover: {money}", money=language.money(story.cover)), "pound", "bad", "bad_pale"))
        if story.ended:
            chips.append((session.text("Ended early"), "close", "bad", "bad_pale"))
        return chips


def _chips(painter: Painter, box: Box, chips: list[Chip]) -> None:
    flow_chips(painter, box, chips)

"""What came of the assessment: the seal, who won and why, and the contract in a few numbers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.board.animation import ease_out
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.bids.sentences import order_text, reason_won, standstill_text, winner_title
from caffael.board.screens.bids.summary import Summary
from caffael.board.theme import Ink
from caffael.rules.delivery import payment_of
from caffael.rules.records import Contract
from caffael.words.looks import GOAL_IDS
from caffael.words.sentences import goal_name

if TYPE_CHECKING:
    from caffael.board.game import Session

GAP = 14.0


@dataclass(frozen=True, slots=True)
class Fact:
    """A tile: an icon, a number that is large, and what it is."""

    picture: str
    ink: Ink
    number: str
    words: str


def verdict_words(session: "Session", summary: Summary) -> list[str]:
    """The title, why it won together with who came next, and what happens before the contract is signed."""
    why = [text for text in (reason_won(session, summary), order_text(session, summary)) if text]
    return [winner_title(session, summary), " ".join(why), standstill_text(session, summary)]


def contract_facts(session: "Session", summary: Summary) -> list[Fact]:
    """The contract in a few numbers; of a joint tender a price and carbon for each council."""
    language, cards = session.language, session.game.cards
    winner = summary.table.bidders[summary.table.winner]
    supplier = cards.suppliers[winner.supplier]
    facts = []
    for award in summary.awards:
        term = cards.needs[award.need].term
        yearly = language.money(payment_of(Contract(price=award.price, term=term, age=1)))
        price = session.plural("{yearly} a year, {n} year", "{yearly} a year, {n} years", term, yearly=yearly)
        if len(summary.awards) > 1:
            price = session.text("{team}: {price}", team=session.game.seats[award.seat].team, price=price)
        facts.append(Fact("pound", "criterion.price", language.money(award.price), price))
    carbon = language.carbon(sum(award.carbon for award in summary.awards))
    facts.append(Fact("carbon", "criterion.carbon", carbon, session.text("of carbon a year")))
    if winner.social:
        goal = GOAL_IDS[supplier.social_goal]
        promised = session.text("social value promised: {goal}", goal=goal_name(language, supplier.social_goal))
        facts.append(Fact(goal, f"goal.{goal}", f"{winner.social}/5", promised))
    else:
        facts.append(Fact("heart-hands", "criterion.social", "0/5", session.text("no social value promised")))
    facts.append(Fact("home", "criterion.local", language.percent(supplier.local), session.text("of the money stays in the region")))
    return facts


def verdict_height(look: Look, words: list[str], width: float) -> float:
    """Say how high the verdict is above its tiles."""
    text = width - 150
    return (
        look.line_height("heading")
        + look.words_height(words[1], text, "lead")
        + sum(look.words_height(line, text, "body", bold) + 4 for line, bold in _last_lines(words))
        + 20
    )


def tiles_height(look: Look) -> float:
    """Say how high the tiles are."""
    return look.line_height("lead") + tile_lines(look) * look.line_height("small") + 10


def tile_lines(look: Look) -> int:
    """Say on how many lines a tile explains its number."""
    return 2 if look.text_scale < 1.2 else 3


def draw_verdict(painter: Painter, box: Box, words: list[str], sealed: float, picture: str = "seal") -> None:
    """Draw the seal as it comes down, and what it says; nothing before."""
    if sealed <= 0:
        return
    look = painter.look
    painter.rect(box, "gold_pale", "radius", "gold", 2.5)
    size = min(box.height - 16, 116.0) * (1 + 0.8 * (1 - ease_out(sealed)))
    painter.icon(picture, (box.left + 72, box.centery), round(size), "team.3")
    if sealed < 1:
        return
    left, width = box.left + 136, box.width - 150
    top = box.top + 8
    painter.words(words[0], (left, top), "heading", bold=True, width=width)
    top += look.line_height("heading")
    top += painter.paragraph(words[1], Box(left, top, width, look.words_height(words[1], width, "lead") + 1), "lead") + 2
    for line, bold in _last_lines(words):
        high = look.words_height(line, width, "body", bold)
        painter.paragraph(line, Box(left, top, width, high + 1), "body", "ink" if bold else "ink_soft", bold)
        top += high + 2


def _last_lines(words: list[str]) -> list[tuple[str, bool]]:
    """What stands under the reason: whether the class was right, in bold, and what happens next; the empty ones are left out."""
    return [(line, bold) for line, bold in ((words[3], True), (words[2], False)) if line]


def draw_tiles(painter: Painter, box: Box, facts: list[Fact]) -> None:
    """Draw the contract's numbers side by side."""
    look = painter.look
    wide = (box.width - GAP * (len(facts) - 1)) / len(facts)
    for place, fact in enumerate(facts):
        tile = Box(box.left + place * (wide + GAP), box.top, wide, box.height)
        painter.rect(tile, "paper_warm", "radius", "line", 1.5)
        icon = min(54.0, wide * 0.2) * min(1.25, look.text_scale)
        painter.icon(fact.picture, (tile.left + 14 + icon / 2, tile.centery), icon, fact.ink)
        left, room = tile.left + icon + 26, wide - icon - 38
        under = min(tile_lines(look) * look.line_height("small"), look.words_height(fact.words, room, "small"))
        top = tile.centery - (look.line_height("lead") + under) / 2
        painter.words(fact.number, (left, top), "lead", bold=True, width=room)
        rest = Box(left, top + look.line_height("lead"), room, under + 2)
        painter.paragraph(fact.words, rest, "small", "ink_soft", most_lines=tile_lines(look))

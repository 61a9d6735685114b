"""What came of the assessment, drawn: the seal, who won and why, and the contract in a few numbers."""

from collections.abc import Sequence

from caffael.board.animation import ease_out
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.presentation.blocks import Group, Line, Text

GAP = 14.0


def verdict_height(look: Look, verdict: Group, width: float) -> float:
    """Say how high the verdict is above its tiles."""
    text = width - 150
    last = sum(look.words_height(line, text, "body", bold) + 4 for line, bold in _last_lines(verdict))
    return look.line_height("heading") + look.words_height(_why(verdict).words, text, "lead") + last + 20


def tiles_height(look: Look) -> float:
    """Say how high the tiles are."""
    return look.line_height("lead") + tile_lines(look) * look.line_height("small") + 10


def tile_lines(look: Look) -> int:
    """Say on how many lines a tile explains its number."""
    return 2 if look.text_scale < 1.2 else 3


def draw_verdict(painter: Painter, box: Box, verdict: Group, sealed: float) -> None:
    """Draw the seal as it comes down, and what it says; nothing before."""
    if sealed <= 0:
        return
    look = painter.look
    painter.rect(box, "gold_pale", "radius", "gold", 2.5)
    size = min(box.height - 16, 116.0) * (1 + 0.8 * (1 - ease_out(sealed)))
    painter.icon(verdict.picture, (box.left + 72, box.centery), round(size), "team.3")
    if sealed < 1:
        return
    left, width = box.left + 136, box.width - 150
    top = box.top + 8
    painter.words(verdict.title, (left, top), "heading", bold=True, width=width)
    top += look.line_height("heading")
    why = _why(verdict).words
    top += painter.paragraph(why, Box(left, top, width, look.words_height(why, width, "lead") + 1), "lead") + 2
    for line, bold in _last_lines(verdict):
        high = look.words_height(line, width, "body", bold)
        painter.paragraph(line, Box(left, top, width, high + 1), "body", "ink" if bold else "ink_soft", bold)
        top += high + 2


def _why(verdict: Group) -> Text:
    return next(one for one in verdict.blocks if isinstance(one, Text) and one.id == "why")


def _last_lines(verdict: Group) -> list[tuple[str, bool]]:
    """What stands under the reason: whether the class was right, in bold, and what happens next."""
    return [(one.words, one.id == "guess") for one in verdict.blocks if isinstance(one, Text) and one.id != "why"]


def draw_tiles(painter: Painter, box: Box, facts: Sequence[Line]) -> None:
    """Draw the contract's numbers side by side."""
    look = painter.look
    wide = (box.width - GAP * (len(facts) - 1)) / len(facts)
    for place, fact in enumerate(facts):
        tile = Box(box.left + place * (wide + GAP), box.top, wide, box.height)
        painter.rect(tile, "paper_warm", "radius", "line", 1.5)
        icon = min(54.0, wide * 0.2) * min(1.25, look.text_scale)
        painter.icon(fact.picture, (tile.left + 14 + icon / 2, tile.centery), icon, fact.ink)
        left, room = tile.left + icon + 26, wide - icon - 38
        under = min(tile_lines(look) * look.line_height("small"), look.words_height(fact.title, room, "small"))
        top = tile.centery - (look.line_height("lead") + under) / 2
        painter.words(fact.value, (left, top), "lead", bold=True, width=room)
        rest = Box(left, top + look.line_height("lead"), room, under + 2)
        painter.paragraph(fact.title, rest, "small", "ink_soft", most_lines=tile_lines(look))

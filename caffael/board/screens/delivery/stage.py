"""The contract that is being checked, large: the delivery card turns over, bonuses are added, and what came of it is written down.

Below it the strip of every council's contracts, small, with a tick or a crack as they are checked.
"""

from collections.abc import Sequence

from caffael.board.animation import ease_out
from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.drawings.scenery import draw_vignette
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.presentation.blocks import Checked, Line
from caffael.words.looks import category_art, team_ink

TURNED = 0.45
"""At this share of the telling the card lies face up and the result is stamped."""
LETTERS = 1.25
"""Letters on the stage grow no further than this text scale: they are large already."""
CARD = (204.0, 276.0)
NARROW = 920.0
"""In less width than this what a check came to stands under its sum."""


def draw_stage(whole: Painter, box: Box, check: Checked, share: float) -> None:
    """Draw the check at a share of its telling, 0 to 1. Once the card has turned over the picture stays as it is."""
    painter = whole.dense(LETTERS)
    if share < TURNED:
        _draw_stage(painter, box, check, share)
        return
    painter.cached(("stage", check), box, lambda inner, where: _draw_stage(inner, where, check, 1.0))


def _draw_stage(painter: Painter, box: Box, check: Checked, share: float) -> None:
    look = painter.look
    painter.card(box, "paper", "radius_large", team_ink(check.seat), "top", 12)
    left, width = box.left + 40, box.width - 80
    top = box.top + 34
    painter.rect(Box(left, top, 84, 84), f"category.{check.picture}.pale", "radius")
    painter.icon(check.picture, (left + 42, top + 42), 62, f"category.{check.picture}")
    high = max(84.0, look.line_height("title") + look.line_height("lead") - 6)
    front = Box(box.right - 34 - 2 * high, top - 2, 2 * high, high + 4)
    draw_vignette(painter, front, category_art(check.picture))
    words = front.left - left - 106 - 20
    painter.words(check.title, (left + 106, top - 6), "title", bold=True, width=words)
    painter.words(check.supplier, (left + 106, top - 6 + look.line_height("title")), "lead", "ink_soft", width=words)
    top += high + 28
    height = CARD[1]
    _draw_sum(painter, Box(left, top, width, height), check, share)
    if width < NARROW:  # what it came to stands under the sum
        height += look.line_height("small") + look.line_height("title")
    if share >= TURNED:
        _draw_results(painter, Box(left, top + height + 30, width, box.bottom - top - height - 44), check)


def _draw_sum(painter: Painter, box: Box, check: Checked, share: float) -> None:
    """The sum: card and bonuses, compared with what was needed."""
    look = painter.look
    card = Box(box.left, box.top, *CARD)
    if check.turned_down and share >= TURNED:
        _draw_face(painter, card.move(22, 10), check.turned_down, "disabled_ink", 1.0, "disabled")
    _draw_turning(painter, card, check, share)
    if share < TURNED:
        return
    at = card.right + (54 if check.turned_down else 30)
    middle = box.centery
    sign = look.words_width("+", "title", bold=True)
    painter.words("+", (at, middle), "title", "ink_soft", bold=True, anchor="midleft")
    at += sign + 22
    bonus = Box(at, middle - 84, 190, 168)
    painter.rect(bonus, "paper_sunk" if check.bonus == "0" else "good_pale", "radius")
    painter.words(check.bonus, (bonus.centerx, bonus.top + 14), 92 / look.text_scale, "ink", bold=True, anchor="midtop")
    _draw_bonus_icons(painter, bonus, check)
    painter.words(check.bonus_words, (bonus.centerx, bonus.bottom + 6), "small", "ink_soft", anchor="midtop")
    painter.words(check.card_words, (card.centerx, card.bottom + 2), "small", "ink_soft", anchor="midtop")
    at = bonus.right + 24
    painter.words("=", (at, middle), "title", "ink_soft", bold=True, anchor="midleft")
    at += look.words_width("=", "title", bold=True) + 22
    ink: Ink = "good" if check.reached else "bad"
    total = painter.words(check.total, (at, middle), 150 / look.text_scale, ink, bold=True, anchor="midleft")
    at = total.right + 34
    if box.width < NARROW:
        under = card.bottom + look.line_height("small") + look.line_height("title") / 2 + 2
        painter.icon("check" if check.reached else "miss", (box.left + 26, under), 50, ink)
        said = painter.words(check.outcome, (box.left + 62, under), "title", ink, bold=True, anchor="midleft", width=box.width * 0.55)
        painter.words(check.needed, (said.right + 30, under), "lead", "ink", bold=True, anchor="midleft", width=box.right - said.right - 30)
        return
    painter.words(check.needed, (at, middle - 2), "title", "ink", bold=True, anchor="bottomleft", width=box.right - at)
    high = look.line_height("title") / 2
    painter.icon("check" if check.reached else "miss", (at + 26, middle + high + 4), 54, ink)
    painter.words(check.outcome, (at + 64, middle + high + 4), "title", ink, bold=True, anchor="midleft", width=box.right - at - 64)


def _draw_bonus_icons(painter: Painter, box: Box, check: Checked) -> None:
    size = 36.0
    left = box.centerx - (len(check.bonuses) * (size + 6) - 6) / 2 + size / 2
    for place, picture in enumerate(check.bonuses):
        painter.icon(picture, (left + place * (size + 6), box.bottom - 30), size, "good")


def _draw_turning(painter: Painter, card: Box, check: Checked, share: float) -> None:
    """The card as it turns over: its back grows narrow, then its face grows wide."""
    half = TURNED / 2
    if share < half:
        wide = 1 - ease_out(share / half)
        _draw_back(painter, card, max(0.04, wide))
    else:
        wide = ease_out(min(1.0, (share - half) / half))
        _draw_face(painter, card, check.card, "ink", max(0.04, wide), "good" if check.reached else "bad")


def _squeezed(card: Box, wide: float) -> Box:
    return Box(card.centerx - card.width * wide / 2, card.top, card.width * wide, card.height)


def _draw_back(painter: Painter, card: Box, wide: float) -> None:
    box = _squeezed(card, round(wide * 12) / 12 or 0.04)
    painter.rect(box, "accent", "radius", "paper", 6)
    if wide > 0.5:
        painter.icon("seal", box.center, 80 * wide, "paper")


def _draw_face(painter: Painter, card: Box, words: str, ink: Ink, wide: float, line: Ink) -> None:
    box = _squeezed(card, round(wide * 12) / 12 or 0.04)
    if wide > 0.95:
        painter.shadow(box)
    painter.rect(box, "ink_light", "radius", line if wide > 0.95 else "line", 6)
    if wide > 0.6:
        painter.words(words, box.center, 150 / painter.look.text_scale, ink, bold=True, anchor="center")


def _draw_results(painter: Painter, box: Box, check: Checked) -> None:
    """What it cost and what it brought, as chips; then as many of the remarks as there is room for."""
    look = painter.look
    left, top = box.left, box.top + look.line_height("small") * 0.8
    for chip in check.chips:
        wide, high = chip_size(look, chip.words, chip.picture, "lead")
        if left > box.left and left + wide > box.right:
            left, top = box.left, top + high + 8
        draw_chip(painter, (left, top), chip.words, chip.picture, ink=chip.ink, fill=chip.fill, size="lead")
        left += wide + 10
    top += chip_size(look, "1", "pound", "lead")[1] + 18
    for line in check.remarks:
        high = look.words_height(line.title, box.width - 44, "lead")
        if top + high > box.bottom + 6:
            break
        painter.icon(line.picture, (box.left + 18, top + look.line_height("lead") / 2), 34, line.ink)
        painter.paragraph(line.title, Box(box.left + 46, top, box.width - 44, high + 2), "lead", line.ink)
        top += high + 8


GAP = 14.0
COUNCIL = 300.0
"""How wide a council at the foot wants to be."""
DENSE = 1.4
"""From this text scale on two stand side by side on a narrow board."""


def strip_columns(look: Look, count: int) -> int:
    """How many councils stand side by side at the foot: all, or three where the board is higher than wide and has no room for them."""
    if not look.tall or look.board.width / max(1, count) > COUNCIL * look.text_scale:
        return max(1, count)
    return min(3, max(1, count)) if look.text_scale < DENSE else min(2, max(1, count))


def draw_strip(painter: Painter, box: Box, councils: Sequence[Line], checks: Sequence[Checked], told: int, now: int) -> None:
    """Draw a card for each council; `told` checks have been told, `now` is the one on the stage (-1: none)."""
    columns = strip_columns(painter.look, len(councils))
    rows = -(-len(councils) // columns)
    width, high = (box.width - GAP * (columns - 1)) / columns, (box.height - GAP * (rows - 1)) / rows
    for place, line in enumerate(councils):
        row, column = divmod(place, columns)
        where = Box(box.left + column * (width + GAP), box.top + row * (high + GAP), width, high)
        own = [(at, check) for at, check in enumerate(checks) if line.id == f"delivered.{check.seat}"]
        turn = any(at == now for at, _ in own)
        painter.card(where, "gold_pale" if turn else "paper", edge=line.ink, edge_side="top", edge_width=8, line="gold" if turn else "line")
        _draw_council(painter, where, line, own, told, now)


def _draw_council(painter: Painter, box: Box, line: Line, own: list[tuple[int, Checked]], told: int, now: int) -> None:
    look = painter.look
    high = look.line_height("small")
    taken = look.words_width(line.value, "small", bold=True) + 14 if line.value else 0.0
    painter.words(line.title, (box.left + 16, box.top + 16), "small", line.ink, bold=True, width=box.width - 32 - taken)
    painter.words(line.value, (box.right - 16, box.top + 16), "small", "ink", bold=True, anchor="topright")
    if not own:
        painter.words(line.words, (box.left + 16, box.top + 20 + high), "tiny", "ink_soft", width=box.width - 32)
        return
    room = Box(box.left + 16, box.top + 24 + high, box.width - 32, box.height - high - 36)
    rows = 1 if len(own) * 62 <= room.width or room.height < 90 else 2
    per_row = -(-len(own) // rows)
    size = min(60.0, room.width / per_row - 8, room.height / rows - 8)
    for place, (at, check) in enumerate(own):
        centre = (room.left + size / 2 + (place % per_row) * (size + 8), room.top + size / 2 + (place // per_row) * (size + 8))
        draw_checked(painter, centre, size / 2, check, at < told, at == now)


def draw_checked(painter: Painter, centre: tuple[float, float], radius: float, check: Checked, told: bool, now: bool) -> None:
    """Draw a contract as a disc; once it is told with a tick or a crack."""
    outcome = "good" if check.reached else "bad"
    line = outcome if told else ("gold" if now else "line")
    painter.circle(centre, radius, "paper" if told or now else "paper_warm", line, 4 if told or now else 2)
    painter.icon(check.picture, centre, radius * 1.1, f"category.{check.picture}" if told or now else "line_strong")
    if told:
        at = (centre[0] + radius * 0.72, centre[1] - radius * 0.68)
        painter.circle(at, radius * 0.42, outcome, "paper", 2)
        painter.icon("check" if check.reached else "miss", at, radius * 0.56, "ink_light")

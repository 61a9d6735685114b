"""The contract that is being checked, large: the delivery card turns over, bonuses are added, and what came of it is written down."""

from typing import TYPE_CHECKING

from caffael.board.animation import ease_out
from caffael.board.drawings import chip_size, draw_chip, draw_vignette
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.presentation.year.checks import Check
from caffael.rules.happened import Cause
from caffael.words.looks import GOAL_IDS, category_art, team_ink
from caffael.words.sentences import goal_name

if TYPE_CHECKING:
    from caffael.board.game import Session

TURNED = 0.45
"""At this share of the telling the card lies face up and the result is stamped."""
LETTERS = 1.25
"""Letters on the stage grow no further than this text scale: they are large already."""
CARD = (204.0, 276.0)


def draw_stage(whole: Painter, box: Box, session: "Session", check: Check, share: float) -> None:
    """Draw the check at a share of its telling, 0 to 1. Once the card has turned over the picture stays as it is."""
    painter = whole.dense(LETTERS)
    if share < TURNED:
        _draw_stage(painter, box, session, check, share)
        return
    key = ("stage", session.language.code, check.figures)
    painter.cached(key, box, lambda inner, where: _draw_stage(inner, where, session, check, 1.0))


def _draw_stage(painter: Painter, box: Box, session: "Session", check: Check, share: float) -> None:
    look = painter.look
    painter.card(box, "paper", "radius_large", team_ink(check.seat), "top", 12)
    category = session.viewer.need_look(check.need)
    left, width = box.left + 40, box.width - 80
    top = box.top + 34
    painter.rect(Box(left, top, 84, 84), f"category.{category}.pale", "radius")
    painter.icon(category, (left + 42, top + 42), 62, f"category.{category}")
    high = max(84.0, look.line_height("title") + look.line_height("lead") - 6)
    front = Box(box.right - 34 - 2 * high, top - 2, 2 * high, high + 4)
    draw_vignette(painter, front, category_art(category))
    words = front.left - left - 106 - 20
    title = session.pack.need(check.need).title(session.language.code)
    painter.words(title, (left + 106, top - 6), "title", bold=True, width=words)
    supplier = session.pack.supplier(check.supplier).title(session.language.code)
    painter.words(supplier, (left + 106, top - 6 + look.line_height("title")), "lead", "ink_soft", width=words)
    top += high + 28
    height = CARD[1]
    _draw_sum(painter, Box(left, top, width, height), session, check, share)
    if share >= TURNED:
        _draw_results(painter, Box(left, top + height + 30, width, box.bottom - top - height - 44), session, check)


def _draw_sum(painter: Painter, box: Box, session: "Session", check: Check, share: float) -> None:
    """The sum: card and bonuses, compared with what was needed."""
    look = painter.look
    card = Box(box.left, box.top, *CARD)
    if check.turned_down and share >= TURNED:
        _draw_face(painter, card.move(22, 10), str(check.turned_down), "disabled_ink", 1.0, "disabled")
    _draw_turning(painter, card, check, share)
    if share < TURNED:
        return
    at = card.right + (54 if check.turned_down else 30)
    middle = box.centery
    sign = look.words_width("+", "title", bold=True)
    painter.words("+", (at, middle), "title", "ink_soft", bold=True, anchor="midleft")
    at += sign + 22
    bonus = Box(at, middle - 84, 190, 168)
    painter.rect(bonus, "good_pale" if check.bonus else "paper_sunk", "radius")
    painter.words(str(check.bonus), (bonus.centerx, bonus.top + 14), 92 / look.text_scale, "ink", bold=True, anchor="midtop")
    _draw_bonus_icons(painter, bonus, check)
    painter.words(session.text("bonus"), (bonus.centerx, bonus.bottom + 6), "small", "ink_soft", anchor="midtop")
    painter.words(session.text("delivery card"), (card.centerx, card.bottom + 2), "small", "ink_soft", anchor="midtop")
    at = bonus.right + 24
    painter.words("=", (at, middle), "title", "ink_soft", bold=True, anchor="midleft")
    at += look.words_width("=", "title", bold=True) + 22
    ink: Ink = "good" if check.reached else "bad"
    total = painter.words(str(check.total), (at, middle), 150 / look.text_scale, ink, bold=True, anchor="midleft")
    at = total.right + 34
    needed = session.text("{n} needed", n=check.needed)
    painter.words(needed, (at, middle - 2), "title", "ink", bold=True, anchor="bottomleft", width=box.right - at)
    words = session.text("reached") if check.reached else session.text("missed")
    high = look.line_height("title") / 2
    painter.icon("check" if check.reached else "miss", (at + 26, middle + high + 4), 54, ink)
    painter.words(words, (at + 64, middle + high + 4), "title", ink, bold=True, anchor="midleft", width=box.right - at - 64)


def _draw_bonus_icons(painter: Painter, box: Box, check: Check) -> None:
    reasons = (("manage", check.managed), ("engage", check.engaged and check.first_year), ("adaption", check.lab))
    pictures = [name for name, on in reasons if on and check.bonus > 0]
    size = 36.0
    left = box.centerx - (len(pictures) * (size + 6) - 6) / 2 + size / 2
    for place, picture in enumerate(pictures):
        painter.icon(picture, (left + place * (size + 6), box.bottom - 30), size, "good")


def _draw_turning(painter: Painter, card: Box, check: Check, share: float) -> None:
    """The card as it turns over: its back grows narrow, then its face grows wide."""
    half = TURNED / 2
    if share < half:
        wide = 1 - ease_out(share / half)
        _draw_back(painter, card, max(0.04, wide))
    else:
        wide = ease_out(min(1.0, (share - half) / half))
        _draw_face(painter, card, str(check.card), "ink", max(0.04, wide), "good" if check.reached else "bad")


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


def _draw_results(painter: Painter, box: Box, session: "Session", check: Check) -> None:
    """What it cost and what it brought, as chips; then a sentence where something went wrong."""
    look, language = painter.look, session.language
    chips: list[tuple[str, str, Ink, Ink]] = [
        (session.text("{money} paid", money=language.money(check.paid)), "pound", "ink", "paper_sunk")
    ]
    if session.game.cards.settings.carbon == 1:
        chips.append((language.carbon(check.carbon), "carbon", "criterion.carbon", "criterion.carbon.pale"))
    if check.income:
        chips.append((session.text("{money} earned", money=language.money(check.income)), "plus", "good", "good_pale"))
    merged: dict[int, int] = {}
    for goal, change, _ in check.goals:
        merged[goal] = merged.get(goal, 0) + change
    for goal, change in merged.items():
        words = session.text("{goal} {change}", goal=goal_name(language, goal), change=language.signed(change))
        chips.append((words, GOAL_IDS[goal], f"goal.{GOAL_IDS[goal]}", f"goal.{GOAL_IDS[goal]}.pale"))
    left, top = box.left, box.top + look.line_height("small") * 0.8
    for words, picture, ink, fill in chips:
        wide, high = chip_size(look, words, picture, "lead")
        if left > box.left and left + wide > box.right:
            left, top = box.left, top + high + 8
        draw_chip(painter, (left, top), words, picture, ink=ink, fill=fill, size="lead")
        left += wide + 10
    top += chip_size(look, "1", "pound", "lead")[1] + 18
    for picture, tone, words in remarks(session, check):
        high = look.words_height(words, box.width - 44, "lead")
        if top + high > box.bottom + 6:
            break
        painter.icon(picture, (box.left + 18, top + look.line_height("lead") / 2), 34, tone)
        painter.paragraph(words, Box(box.left + 46, top, box.width - 44, high + 2), "lead", tone)
        top += high + 8


def remarks(session: "Session", check: Check) -> list[tuple[str, Ink, str]]:
    """What is worth a sentence: emergency cover, the end of a contract, a promise that came only in part."""
    language = session.language
    rows: list[tuple[str, Ink, str]] = []
    if check.went_wrong:
        rows.append(
            (
                "miss",
                "bad",
                session.text(
                    "Not delivered this year: no goal grows, and emergency cover costs {money} more.", money=language.money(check.cover)
                ),
            )
        )
    if check.ended:
        rows.append(("warning", "bad", session.text("The contract has ended, and the need comes back to the tray.")))
    if check.turned_down:
        rows.append(("adaption", "good", session.text("The adaption lab had the first card turned up again.")))
    if check.reached and check.came < check.promised:
        words = session.text(
            "Promised social value: {promised}. It came to {came}, because nobody managed the contract.",
            promised=check.promised,
            came=check.came,
        )
        rows.append(("heart-hands", "warn", words))
    if any(cause == Cause.RESERVED for _, _, cause in check.goals):
        rows.append(("supported", "good", session.text("A reserved contract makes the council more equal.")))
    if check.met:
        rows.append(("check", "good", session.text("The contract has run its term: the need is met.")))
    return rows

"""The weight cards to cut out. Each stands on the foot of a firm's card and covers the rows that do not count: the row above it does."""

from caffael.printing.box import Box, sheet_box
from caffael.printing.card_parts import AIR, EDGE
from caffael.printing.paper import Paper, heading
from caffael.printing.reckoning import used_criteria, weight_rows
from caffael.printing.school.firms import weight_height
from caffael.printing.school.form import LEAST, WIDE
from caffael.printing.school.parts import about, ink_of, picture_of, signs
from caffael.printing.school.stars import has_offer_cards
from caffael.printing.tender_sheets import named
from caffael.printing.tongues import Tongues
from caffael.scenario import Pack
from caffael.words.language import Language

TITLE = 9.0
ARROW = 4.5
BAR = 6.0
TOLD = 60.0
"""Where so much of the sheet is left, it says how the cards are used."""


def columns_of(pack: Pack) -> list[list[int]]:
    """The weight cards in columns of a sheet, as many as stand below one another; the highest first."""
    room = sheet_box().height - TITLE
    columns: list[list[int]] = [[]]
    used = 0.0
    for card in pack.texts.weight_cards:
        high = weight_height(pack, card.index)
        if used + high > room:
            columns.append([])
            used = 0.0
        columns[-1].append(card.index)
        used += high
    return columns


def weight_sheets(pack: Pack) -> int:
    """How many sheets the weight cards take."""
    return -(-len(columns_of(pack)) // 2)


def draw_weight_cards(paper: Paper, pack: Pack, say: Tongues) -> None:
    """All weight cards, edge to edge."""
    columns = columns_of(pack)
    sheet = sheet_box()
    for first in range(0, len(columns), 2):
        paper.page()
        heading(paper, sheet.head(7), say.text("Weight cards: cut along the lines, once for each team"), "pencil")
        for side, cards in enumerate(columns[first : first + 2]):
            top = sheet.top + TITLE
            for card in cards:
                place = Box(sheet.left + side * WIDE.width, top, WIDE.width, weight_height(pack, card))
                draw_weight_card(paper, place, pack, say, card)
                top = place.bottom
        if first + 2 >= len(columns) and sheet.bottom - top > TOLD:
            how = Box(place.left + 4, top + 8, WIDE.width - 4, sheet.bottom - top - 8)
            heading(paper, how.head(7), say.text("How to find the winner"), "trophy")
            told = say.tell(lambda language: "\n".join(f"{n}. {words}" for n, words in enumerate(steps(pack, language), 1)))
            paper.write(told, how.below(9), 12, least=LEAST)


def steps(pack: Pack, language: Language) -> list[str]:
    """How a weight card is used."""
    told = [
        language.text("Stand the weight card on the foot of a firm's card, edge on edge."),
        language.text("Look at the row of stars just above it. It has the same pictures as the weight card."),
        language.text("Read the stars under the first box without a counter."),
    ]
    if has_offer_cards(pack.cards):
        told.append(language.text("Its offer card says “cheaper”? Then read one box further left. “Dearer”? One box further right."))
    return [*told, language.text("Do that for each firm that can do the job. Most stars wins.")]


def draw_weight_card(paper: Paper, place: Box, pack: Pack, say: Tongues, card: int) -> None:
    """One weight card: its upper edge points at the row of stars that counts."""
    cards, text = pack.cards, pack.texts.weight_cards[card]
    weights = weight_rows(cards)[card]
    paper.frame(place, "ink", 0.4)
    inside = place.inset(EDGE + AIR, 0.8)
    top = inside.head(ARROW)
    for at in (top.left, top.right - ARROW):
        paper.picture("arrow-up", Box(at, top.top, ARROW, ARROW), "accent")
    words = Box(top.left + ARROW + 1, top.top, top.width - 2 * ARROW - 2, top.height)
    paper.write(say.text("These stars count"), words, 8.5, "accent", bold=True, align="middle", centred=True, least=LEAST)
    body = inside.below(ARROW + 0.5)
    left, right = body.head(min(body.height, 3 * BAR + 2)).columns([0.5, 0.5], gap=2)
    people = cards.settings.people == 1
    sign, name = left.rows([1, 1])
    signs(paper, sign, about(weights), people)
    paper.write(say.words(text.title), name, 14, bold=True, align="middle", centred=True, least=9)
    used = used_criteria(cards)
    for row, criterion in zip(right.rows([1] * len(used), gap=0.6), used, strict=True):
        ink = ink_of(criterion)
        picture, label, value = row.columns([0.16, 0.56, 0.28])
        paper.picture(picture_of(criterion, people), picture.inset(0.3), ink)
        paper.write(named(pack, say, criterion), label.inset(1, 0), 10, ink, bold=True, centred=True, least=LEAST)
        paper.write(say.first.percent(weights[criterion]), value, 11, bold=True, align="right", centred=True, least=LEAST)

"""The small cards of a school's game; an offer card is turned up for each firm, whose offer may be a box cheaper or dearer than printed."""

from caffael.printing.box import Box
from caffael.printing.card_parts import AIR, EDGE, back_of
from caffael.printing.event_cards import numbered
from caffael.printing.paper import Paper
from caffael.printing.school.form import LEAST
from caffael.printing.school.stars import has_offer_cards, is_sure
from caffael.printing.sheets import Card, Draw
from caffael.printing.tongues import Tongues
from caffael.scenario import Pack

INK = "goal.global"
ARROW = 14.0


def school_small_cards(pack: Pack, say: Tongues) -> list[Card]:
    """The small cards that this game needs: for the offers, and for the work where a firm may fail."""
    cards, made = pack.cards, []
    if has_offer_cards(cards):
        back = back_of(say.text("Offer cards"), "bid", INK)
        made += [Card(face(card, say), back) for card in sorted(cards.bid_cards[: cards.bid_card_count])]
    if not is_sure(cards):
        deliveries = cards.delivery_cards[: cards.delivery_card_count]
        made += numbered(deliveries, say.text("Delivery card"), "box", "goal.resilient", str)
    return made


def face(card: int, say: Tongues) -> Draw:
    """What draws the front of an offer card: an arrow to the box that counts, and what it means."""
    if card < 0:
        picture, told = "arrow-left", say.text("Cheaper: one box to the left")
    elif card > 0:
        picture, told = "arrow-right", say.text("Dearer: one box to the right")
    else:
        picture, told = "", say.text("The price as printed")

    def draw(paper: Paper, place: Box) -> None:
        inside = place.inset(EDGE)
        paper.frame(inside, INK, 0.5, radius=2.0)
        upper, lower = inside.inset(AIR).rows([0.6, 0.4])
        if picture:
            paper.picture(picture, Box(upper.middle[0] - ARROW / 2, upper.middle[1] - ARROW / 2, ARROW, ARROW), INK)
        paper.write(told, lower if picture else inside.inset(AIR), 11, INK, bold=True, align="middle", centred=True, least=LEAST)

    return draw

"""The small cards with one number: track records, bid cards, delivery cards."""

from collections import Counter
from collections.abc import Callable, Sequence

from caffael.printing.box import Box
from caffael.printing.card_parts import AIR, EDGE, back_of
from caffael.printing.paper import Paper
from caffael.printing.sheets import Card, Draw
from caffael.printing.tongues import Tongues
from caffael.scenario import Pack


def small_cards(pack: Pack, say: Tongues) -> list[Card]:
    """All cards of the three small decks that this game uses, in order of their numbers."""
    cards, settings, number = pack.cards, pack.cards.settings, say.first
    made: list[Card] = []
    if settings.track_records == 1:
        records = cards.track_records[: cards.track_record_count]
        made += numbered(records, say.text("Track record"), "seal", "goal.equal", number.signed)
    if settings.bid_cards == 1:
        made += numbered(cards.bid_cards[: cards.bid_card_count], say.text("Bid card"), "bid", "goal.global", number.signed)
    made += numbered(cards.delivery_cards[: cards.delivery_card_count], say.text("Delivery card"), "box", "goal.resilient", str)
    return made


def numbered(values: Sequence[int], name: str, picture: str, ink: str, written: Callable[[int], str]) -> list[Card]:
    """A deck of so many cards with a number each."""
    back = back_of(name, picture, ink)
    made = []
    for value, count in sorted(Counter(values).items()):
        made += [Card(face(written(value), name, picture, ink), back)] * count
    return made


def face(value: str, name: str, picture: str, ink: str) -> Draw:
    """What draws the front of such a card."""

    def draw(paper: Paper, place: Box) -> None:
        inside = place.inset(EDGE)
        paper.frame(inside, ink, 0.5, radius=2.0)
        inside = inside.inset(AIR)
        paper.picture(picture, Box(inside.left, inside.top, 7, 7), ink)
        paper.write(value, inside.inset(0, 6), 40, ink, bold=True, align="middle", centred=True, least=20)
        paper.write(name, inside.foot(6), 8, ink, align="middle", centred=True)

    return draw

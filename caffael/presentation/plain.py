"""A plain table: where a school plays by weight cards, cards and panels show few things that are counted, and no long numbers.

All the rest is on the sheet of a card that is pressed.
"""

from caffael.presentation.faces import Stars
from caffael.presentation.viewer import Viewer
from caffael.rules.cards import Supplier
from caffael.rules.tender import joined_rating
from caffael.rules.terms import Criterion
from caffael.words.looks import criterion_ink, criterion_picture
from caffael.words.sentences import criterion_name

SCHOOL = "school"
MOST = 5


def is_plain(viewer: Viewer) -> bool:
    """Whether this game's table is plain: its teams run schools, and its weights are cards."""
    return viewer.language.edition == SCHOOL and bool(viewer.pack.texts.weight_cards)


def supplier_stars(viewer: Viewer, supplier: int) -> tuple[Stars, ...]:
    """What counts of a supplier, as coins and stars; nothing where the table is not plain."""
    if not is_plain(viewer):
        return ()
    card, settings = viewer.cards.suppliers[supplier], viewer.cards.settings
    counts = {Criterion.PRICE: coins(viewer, card), Criterion.QUALITY: card.quality, Criterion.SOCIAL_VALUE: card.social}
    if settings.people == 1:
        counts[Criterion.QUALITY] = joined_rating(card.quality, card.social)
        del counts[Criterion.SOCIAL_VALUE]
    if settings.carbon == 1:
        counts[Criterion.CARBON] = leaves(viewer, card)
    return tuple(_stars(viewer, criterion, count) for criterion, count in counts.items())


def _stars(viewer: Viewer, criterion: Criterion, count: int) -> Stars:
    people = viewer.joined
    name = criterion_name(viewer.language, criterion, people)
    if criterion == Criterion.PRICE:
        said = viewer.text("{criterion}: {n} of {most} coins", criterion=name, n=count, most=MOST)
    else:
        said = viewer.text("{criterion}: {n} of {most} stars", criterion=name, n=count, most=MOST)
    return Stars(criterion_picture(criterion, people), criterion_ink(criterion), said, count, MOST, criterion == Criterion.PRICE)


def coins(viewer: Viewer, card: Supplier) -> int:
    """How dear a supplier is, in coins: one for the cheapest of the pack, all of them for the dearest."""
    return 1 + _step(card.price, [one.price for one in _suppliers(viewer)])


def leaves(viewer: Viewer, card: Supplier) -> int:
    """How clean a supplier is, in stars: all of them for the cleanest of the pack, one for that with most carbon."""
    return MOST - _step(card.carbon, [one.carbon for one in _suppliers(viewer)])


def _suppliers(viewer: Viewer) -> list[Supplier]:
    return list(viewer.cards.suppliers[: viewer.cards.supplier_count])


def _step(value: int, among: list[int]) -> int:
    """Where a value lies among others, from 0 to one less than there are stars, rounded to the nearest step."""
    low, wide = min(among), max(among) - min(among)
    return (2 * (MOST - 1) * (value - low) + wide) // (2 * wide) if wide else 0

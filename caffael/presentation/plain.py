"""A plain table: where a school plays by weight cards, cards and panels show few things that are counted, and no long numbers.

All the rest is on the sheet of a card that is pressed.
"""

from caffael.presentation.faces import Stars
from caffael.presentation.viewer import Viewer
from caffael.rules.stars import STARS, coins, leaves
from caffael.rules.tender import joined_rating
from caffael.rules.terms import Criterion
from caffael.words.looks import criterion_ink, criterion_picture
from caffael.words.sentences import criterion_name

SCHOOL = "school"


def is_plain(viewer: Viewer) -> bool:
    """Whether this game's table is plain: its teams run schools, and its weights are cards."""
    return viewer.language.edition == SCHOOL and bool(viewer.pack.texts.weight_cards)


def supplier_stars(viewer: Viewer, supplier: int) -> tuple[Stars, ...]:
    """What counts of a supplier, as coins and stars; nothing where the table is not plain."""
    if not is_plain(viewer):
        return ()
    card, settings = viewer.cards.suppliers[supplier], viewer.cards.settings
    counts = {Criterion.PRICE: coins(viewer.cards, card), Criterion.QUALITY: card.quality, Criterion.SOCIAL_VALUE: card.social}
    if settings.people == 1:
        counts[Criterion.QUALITY] = joined_rating(card.quality, card.social)
        del counts[Criterion.SOCIAL_VALUE]
    if settings.carbon == 1:
        counts[Criterion.CARBON] = leaves(viewer.cards, card)
    return tuple(_stars(viewer, criterion, count) for criterion, count in counts.items())


def _stars(viewer: Viewer, criterion: Criterion, count: int) -> Stars:
    people = viewer.joined
    name = criterion_name(viewer.language, criterion, people)
    if criterion == Criterion.PRICE:
        said = viewer.text("{criterion}: {n} of {most} coins", criterion=name, n=count, most=STARS)
    else:
        said = viewer.text("{criterion}: {n} of {most} stars", criterion=name, n=count, most=STARS)
    return Stars(criterion_picture(criterion, people), criterion_ink(criterion), said, count, STARS, criterion == Criterion.PRICE)

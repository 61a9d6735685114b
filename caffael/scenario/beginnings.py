"""What councils begin with: the labs and badges on their cards, and a pack in which they begin with others."""

from collections.abc import Mapping
from typing import NamedTuple

from caffael.rules.copying import copy_into
from caffael.rules.records import Cards, CouncilCard
from caffael.scenario.pack import Pack


class Beginning(NamedTuple):
    """The level of each lab, and 1 for each badge, that a council begins with."""

    labs: tuple[int, ...]
    badges: tuple[int, ...]


def beginning_of(card: CouncilCard) -> Beginning:
    """What a council begins with by its card."""
    return Beginning(tuple(card.labs), tuple(card.badges))


def begin_with(pack: Pack, beginnings: Mapping[str, Beginning]) -> Pack:
    """The pack in which these councils, by their ids, begin with this; the pack itself stays as it is.

    Councils that it does not have are left out.
    """
    cards = Cards()
    copy_into(cards, pack.cards)
    for name, beginning in beginnings.items():
        if name in pack.ids.councils:
            card = cards.councils[pack.ids.councils.index(name)]
            card.labs[:] = beginning.labs
            card.badges[:] = beginning.badges
    return pack.with_cards(cards)
